"""What do the words of a cue do?

cues.tsv holds verbs and nouns with what is done by them. Some leave it to what is said: one warns of a flood, and one warns
that one will strike. Those have a name of their own here. priors.py tells what is done by such words, and by others.
"""

from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile

from saidwho.statements.acts.inflections import plain_words
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import rows_of, word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# What stands between the words of a phrase without changing what it does.
_PASSED_OVER = word_set(
    "a an the its his her their our my your this that these those any all also again further then later earlier still even just has have"
    " had having 've be is are was were been being 's 're did do does will would could can may might ca wo must publicly once more very"
    " deep deeply strong strongly grave serious great full by himself herself itself themselves longer"
)
_NOT = frozenset(("not", "n't", "never", "cannot", "unable"))
# Adverbs end so; these words end so and are none.
_NO_ADVERBS = frozenset(("reply", "rally", "apply", "imply", "rely", "supply", "ally", "family", "likely"))
# How many words after a cue may complete it, and how many may hold the words of a condition.
_AFTER = 6
_CONDITION = 14
# So many words after a cue are looked at up to the next pause, and so many of what is said.
_NEAR = 8
_SAID = 24
_PAUSES = frozenset('.!?;:"“”«»')
# The words of a cue without a row, by which what is done by them is known.
_LONGEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One line of cues.tsv. condition: words of which one must follow; none are needed where it is empty."""

    act: str
    words: tuple[str, ...]
    condition: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMeaning:
    """What a cue does. kind: an act, or a name of cues.tsv that leaves it to the content; empty where the table has none of its words.

    phrase: the words that tell it, plain; with "not" before them where the cue denies them.
    """

    kind: str
    phrase: str

    @property
    def act(self) -> str:
        """The kind; what is said tells the act where the cue is denied or has none of the words of cues.tsv."""
        return "assert" if not self.kind or self.kind.startswith("not ") else self.kind

    @property
    def is_conditional(self) -> bool:
        """Whether words after the cue tell it too: "rejected the offer"."""
        return self.phrase.endswith("+")

    @property
    def verb(self) -> str:
        """The first word, plain."""
        return self.phrase.removeprefix("not " if self.kind.startswith("not ") else "").rstrip("+").split(" ")[0] if self.kind else "say"


NO_CUE = CueMeaning(kind="", phrase="")


def meaning_of(around: Surroundings, attribution: Attribution) -> CueMeaning:
    """What the cue of an attribution does."""
    if not attribution.cue:
        return NO_CUE
    cue = [around.words[i] for i in around.touched_by(attribution.cue)]
    said = [around.words[i] for i in around.touched_by(attribution.content[:2])[:_SAID]]
    return cue_meaning(cue, after=_following(around, attribution.cue[-1]), said=said)


def _following(around: Surroundings, cue: Span) -> list[str]:
    """The words after a cue, up to the next pause."""
    first = around.touched(cue).stop
    return list(takewhile(lambda word: word not in _PAUSES, around.words[first : first + _NEAR]))


def cue_meaning(cue: list[str], *, after: list[str], said: list[str]) -> CueMeaning:
    """What the words of a cue do.

    cue, after, said: words in lower case, of the cue, of the text right after it, and of the content.
    """
    plain = _plain()
    own = _telling(cue)
    words = [plain.get(word, word) for word in [*own, *_telling(after[:_AFTER])]]
    around = frozenset(islice([*own, *after[:_AFTER], *said], _CONDITION + len(own)))
    found = [
        (len(row.words), bool(row.condition), at, row)
        for at in range(len(own))
        for row in _rows().get(words[at], ())
        if tuple(words[at : at + len(row.words)]) == row.words and (not row.condition or row.condition & around)
    ]
    if not found:
        return CueMeaning(kind="", phrase=" ".join(own[:_LONGEST]))
    *_, at, row = max(found, key=lambda match: match[:3])
    before = "not " if "not" in words[:at] and row.words[0] != "not" else ""
    mark = "+" if row.condition else ""
    return CueMeaning(kind=before + row.act, phrase=before + " ".join(row.words) + mark)


def _telling(words: list[str]) -> list[str]:
    """The words that a phrase is made of; every negation is "not", and so is "no longer"."""
    straight = ("not" if word in _NOT or words[at : at + 2] == ["no", "longer"] else word for at, word in enumerate(words))
    return [w for w in straight if w not in _PASSED_OVER and w.isalpha() and not (w.endswith("ly") and w not in _NO_ADVERBS)]


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    """The rows of the table by their first word."""
    rows: dict[str, list[_Row]] = {}
    for act, words, condition in rows_of("cues.tsv", package=__package__, columns=3):
        row = _Row(act=act, words=tuple(words.split()), condition=frozenset(condition.split()))
        rows.setdefault(row.words[0], []).append(row)
    return {first: tuple(found) for first, found in rows.items()}


@cache
def _plain() -> dict[str, str]:
    return plain_words(sorted({word for rows in _rows().values() for row in rows for word in row.words}))
