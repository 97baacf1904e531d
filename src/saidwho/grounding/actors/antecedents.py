"""Whom does a pronoun or a noun phrase stand for, of those the text has spoken of?

Each member of the cast gets a score from plain features with learned weights, and so has "none of them"; the scores
become probabilities (a log-linear ranker, after Denis and Baldridge 2008). Weights are learned by training/coreference.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.descriptions import is_another
from saidwho.grounding.actors.markables import PRONOUNS, Markable
from saidwho.grounding.actors.trees import Trees
from saidwho.types.document import Span

# Each kind of anaphor has weights of its own: what "it" goes back to is found in other ways than what "she" does.
Anaphor = Literal["person pronoun", "they", "it", "person noun", "body noun"]
ANAPHORS: tuple[Anaphor, ...] = ("person pronoun", "they", "it", "person noun", "body noun")

FEATURES = (
    "is an antecedent", "same sentence", "a sentence back", "two or three back", "four to nine back", "ten or more back",
    "words between", "same line", "in the first lines", "times mentioned", "last was subject", "last was object or other",
    "last was a possessor", "last was this pronoun", "last was a pronoun", "last was a name", "spoke last", "spoke the time before",
    "has spoken", "in the words said", "gender agrees", "gender clashes", "number agrees", "number clashes",
    "person", "body", "state", "group", "document", "named", "nearest that fits", "most mentioned that fits",
    "noun known", "noun in name", "noun in role", "same words", "other modifiers", "inside and outside a quotation",
    "same verb", "most spoken", "speaks: spoke last", "speaks: has spoken", "speaks: last was subject", "speaks: named",
    "speaks: most spoken",
)  # fmt: skip

# No more members than this are compared, the latest first: time stays linear in the text.
MOST = 40
# Nor are more of a member's earlier noun phrases compared word by word.
_COMPARED = 12
# Nor are more of a member's mentions in the sentence that speaks of it last asked whether one is the subject.
_BESIDE = 4

# Whoever spoke last speaks on, in news more than in the texts the weights are learned on, where few speak twice in a row.
# Chosen on benchmarks/speakers: with 0 to 3 added, 85.1, 85.6, 86.2 and 86.7 % of the named sources were right.
SPEAKS_ON = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is known when a markable is looked at.

    speakers: members that have spoken so far, the last one last. spoken: how often each has, by its number.
    said: what the attribution says whose source the markable is. quoted: for each token, whether it stands in a quotation.
    """

    trees: Trees
    speakers: Sequence[Member]
    spoken: Counter[int]
    said: tuple[Span, ...]
    quoted: Sequence[bool]


def anaphor_of(markable: Markable) -> Anaphor | None:
    """Which weights a markable is for; None where it is no anaphor."""
    if markable.shape == "pronoun":
        kind, _, _, person = PRONOUNS[markable.words[0]]
        if person == 1 or (kind is None and markable.words[0].startswith("who")):
            return None
        return "person pronoun" if kind == "person" else "it" if markable.words[0].startswith("it") else "they"
    if markable.shape == "nominal":
        return "person noun" if markable.kind in ("person", "group") else "body noun"
    return None


def candidates(markable: Markable, members: Iterable[Member]) -> list[tuple[Member, Markable]]:
    """Members seen before a markable, each with its last markable, the latest first. members: in that order."""
    found = []
    for member in islice(members, MOST):
        last = next((m for m in reversed(member.seen) if m.past <= markable.first), None)
        if last is not None and not _rules_out(markable, member):
            found.append((member, last))
    return found


def may_stand_for(pronoun: Markable, member: Member) -> bool:
    """Whether a pronoun fits somebody by kind, gender and number."""
    return _fits(pronoun, member) and not _rules_out(pronoun, member)


def _rules_out(markable: Markable, member: Member) -> bool:
    """Whether words cannot stand for a member, whatever else speaks for it: a woman is no "he", a person no "it"."""
    if markable.shape == "nominal":
        return is_another(markable, member)
    if markable.shape != "pronoun" or member.kind is None:
        return False
    if markable.kind == "person":
        clashes = None not in (markable.gender, member.gender) and markable.gender != member.gender
        return clashes or member.kind != "person"
    # A person is no "it", and no "they" where the text says whether it is a woman or a man.
    return member.kind == "person" and (markable.words[0].startswith("it") or member.gender is not None)


def describe(markable: Markable, found: Sequence[tuple[Member, Markable]], moment: Moment) -> NDArray[np.float64]:
    """The features of each candidate: (candidates, FEATURES)."""
    fits = [_fits(markable, member) for member, _ in found]
    counts = [len(member.seen) for member, _ in found]
    most = max((count for count, fit in zip(counts, fits, strict=True) if fit), default=0)
    spoken = [moment.spoken[member.number] for member, _ in found]
    loudest = max((n for n, fit in zip(spoken, fits, strict=True) if fit), default=0)
    nearest = next((i for i, fit in enumerate(fits) if fit), -1)
    rows = []
    for i, (member, last) in enumerate(found):
        values = _distance(markable, last, moment) | _manner(markable, member, last, moment) | _agreement(markable, member)
        values |= _talk(member, last, moment) | _words(markable, member, moment)
        values["times mentioned"] = math.log(counts[i])
        values["nearest that fits"] = i == nearest
        values["most mentioned that fits"] = fits[i] and counts[i] == most
        values["most spoken"] = fits[i] and 0 < spoken[i] == loudest
        values["is an antecedent"] = 1
        if moment.said:
            values |= {f"speaks: {name}": values[name] for name in ("spoke last", "has spoken", "last was subject", "named", "most spoken")}
        rows.append([float(values.get(name, 0.0)) for name in FEATURES])
    return np.array(rows, dtype=np.float64).reshape(len(found), len(FEATURES))


def probabilities(markable: Markable, table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of each candidate, and of none of them, which comes last."""
    anaphor = anaphor_of(markable)
    if anaphor is None:
        return np.array([0.0] * len(table) + [1.0])
    scores = table @ _weights()[anaphor]
    if markable.shape == "pronoun":
        scores = scores + SPEAKS_ON * _speaks_on(markable, table)
    scores = np.append(scores, 0.0)
    raised = np.exp(scores - scores.max())
    shares: NDArray[np.float64] = raised / raised.sum()
    return shares


def _speaks_on(markable: Markable, table: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 for each candidate that is taken to speak on: who spoke last, or of whom the paragraph began to tell since.

    "At the hospital, a doctor was operating. He said ..." is the doctor, whoever spoke in the paragraph above.
    """

    def column(name: str) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = table[:, FEATURES.index(name)] > 0
        return found

    spoke = column("speaks: spoke last")
    begun = column("same line") & column("last was subject") & column("a sentence back") & column("person") & ~column("spoke last")
    begun &= ~column("gender clashes") & ~column("number clashes")
    speaks_there = (
        column("same line") & column("spoke last") & column("last was subject") & (column("a sentence back") | column("same sentence"))
    )
    is_turned = markable.kind == "person" and spoke.any() and begun.sum() == 1 and not speaks_there.any()
    return (begun if is_turned else spoke).astype(np.float64)


def _distance(markable: Markable, last: Markable, moment: Moment) -> dict[str, float]:
    trees = moment.trees
    back = trees.sentence(_beginning(markable, moment)) - trees.sentence(last.first)
    bands = (("same sentence", 0), ("a sentence back", 1), ("two or three back", 3), ("four to nine back", 9))
    band = next((name for name, most in bands if back <= most), "ten or more back")
    between = trees.text[last.span.end : markable.span.start] if markable.first - last.past < 400 else "\n"
    return {
        band: 1,
        "words between": math.log1p(markable.first - last.past),
        "same line": "\n" not in between,
        "in the first lines": trees.sentence(last.first) < 3,
        "inside and outside a quotation": moment.quoted[markable.first] != moment.quoted[last.first],
        "same verb": trees.tokens[markable.head].head == trees.tokens[last.head].head,
    }


def _beginning(markable: Markable, moment: Moment) -> int:
    """The token that a markable is looked at from: where the words said before it begin, however many sentences they are."""
    if not moment.said or moment.said[0].start > markable.span.start:
        return markable.first
    return moment.trees.covering(moment.said[0])[0]


def _manner(markable: Markable, member: Member, last: Markable, moment: Moment) -> dict[str, float]:
    trees = moment.trees
    relation = trees.tokens[last.head].relation
    here = trees.sentence(last.first)
    beside = (m for m in member.seen[-_BESIDE:] if trees.sentence(m.first) == here and m.past <= markable.first)
    subject = any(trees.relation(m.head).startswith("nsubj") for m in beside)
    return {
        "last was subject": subject,
        "last was a possessor": relation == "nmod:poss",
        "last was object or other": not subject and relation != "nmod:poss",
        "last was this pronoun": last.shape == "pronoun" and last.gender == markable.gender and last.kind == markable.kind,
        "last was a pronoun": last.shape == "pronoun",
        "last was a name": last.shape == "name",
    }


def _agreement(markable: Markable, member: Member) -> dict[str, float]:
    genders = markable.gender and member.gender
    numbers = markable.many is not None and member.many is not None
    found: dict[str, float] = {
        "gender agrees": bool(genders) and markable.gender == member.gender,
        "gender clashes": bool(genders) and markable.gender != member.gender,
        "number agrees": numbers and markable.many == member.many,
        "number clashes": numbers and markable.many != member.many,
        "named": member.is_named,
    }
    return found | ({member.kind: 1} if member.kind else {})


def _talk(member: Member, last: Markable, moment: Moment) -> dict[str, float]:
    speakers = moment.speakers
    return {
        "spoke last": bool(speakers) and speakers[-1] is member,
        "spoke the time before": len(speakers) > 1 and speakers[-2] is member,
        "has spoken": any(s is member for s in speakers[-8:]),
        "in the words said": any(span.start <= last.span.start < span.end for span in moment.said),
    }


def _words(markable: Markable, member: Member, moment: Moment) -> dict[str, float]:
    if markable.shape != "nominal":
        return {}
    lemma = markable.lemma
    before = [m for m in member.seen[-_COMPARED:] if m.shape == "nominal"]
    modifiers = set(markable.words[:-1]) - {"the", "a", "an", "this", "that"}
    known = {word for m in before for word in m.words} | {word for name in member.names for word in name} | _role_words(member, moment)
    return {
        "noun known": lemma in member.lemmas,
        "noun in name": any(lemma in name for name in member.names) or (member.entry is not None and lemma in member.entry.name.lower()),
        "noun in role": lemma in _role_words(member, moment),
        "same words": any(m.words == markable.words for m in before),
        "other modifiers": bool(modifiers - known),
    }


def _role_words(member: Member, moment: Moment) -> set[str]:
    return set(member.role.of(moment.trees.text).lower().split()) if member.role else set()


def _fits(markable: Markable, member: Member) -> bool:
    """Whether nothing speaks against it: kind, gender and number."""
    if None not in (markable.gender, member.gender) and markable.gender != member.gender:
        return False
    if markable.kind == "person" or markable.gender:
        return member.kind == "person"
    anaphor = anaphor_of(markable)
    if anaphor == "it":
        return member.kind in ("body", "state", "document")
    if anaphor == "body noun":
        return member.kind in ("body", "state", "document")
    return member.kind != "person"


@cache
def _weights() -> Mapping[Anaphor, NDArray[np.float64]]:
    kept = json.loads(files("saidwho.grounding.actors").joinpath("weights.json").read_text(encoding="utf-8"))
    return {anaphor: np.array([kept[anaphor].get(name, 0.0) for name in FEATURES]) for anaphor in ANAPHORS}
