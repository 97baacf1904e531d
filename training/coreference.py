"""Learn whom pronouns and noun phrases go back to: the weights of grounding.actors.antecedents.

Learned on GUM's train part, chosen on its dev part; news_fair and wiki_fair, which mark fewer mentions, are added for
pronouns. Each text is read by the shipped reader, so that weights meet the parses they will meet later.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.grounding.actors import antecedents
from saidwho.grounding.actors.antecedents import ANAPHORS, FEATURES, Anaphor, anaphor_of, candidates, describe
from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.casting import Casting
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.scene import Choice
from saidwho.grounding.places.places import ground_places
from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import find_attributions, shipped_world
from saidwho.types.document import Span
from saidwho.types.reading import Reading

WEIGHTS = Path(antecedents.__file__).parent / "weights.json"
# Genres written like reports; transcripts of talk have other pronouns.
GENRES = ("news", "interview", "bio", "speech", "academic", "voyage", "textbook", "essay", "letter", "court", "fiction", "whow")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A labelled mention. head: the character its head word begins at. chain: who it stands for."""

    span: Span
    head: int
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    key: str
    text: str
    mentions: tuple[GoldMention, ...]
    exhaustive: bool  # whether words without a mention stand for nobody
    parts: tuple[Span, ...]  # what was labelled


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Decision:
    """One choice among candidates. table: (candidates, FEATURES). right: which of them are, none where nobody is."""

    anaphor: Anaphor
    table: NDArray[np.float64]
    right: NDArray[np.bool_]
    words: str = ""


def gum_texts(file: Path) -> Iterator[GoldText]:
    """GUM's documents as texts, with its mentions of whatever kind."""
    for block in re.split(r"(?=^# newdoc id = )", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
        name = re.match(r"# newdoc id = (\S+)", block)
        if name and name[1].split("_")[1] in GENRES:
            yield _gum_text(name[1], block)


# "(3-person-new-..." opens a mention, "3)" closes it, "(3-person-...)" is one of a single word.
_BRACKET = re.compile(r"\((\d+)-([^()]*)(\)?)|(\d+)\)")


def _gum_text(key: str, block: str) -> GoldText:
    text, mentions, open_ = "", [], []
    starts: list[tuple[int, int]] = []
    blank = ""
    for line in block.splitlines():
        if line.startswith("# newpar") and "block" not in line and text:
            blank = "\n"
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        text += blank + cells[1]
        starts.append((len(text) - len(cells[1]), len(text)))
        blank = "" if "SpaceAfter=No" in cells[9] else " "
        entity = next((m[7:] for m in cells[9].split("|") if m.startswith("Entity=")), "")
        for group, rest, whole, closed in _BRACKET.findall(entity):
            if group:
                open_.append(([group, *rest.split("-")], len(starts) - 1))
            if whole or closed:
                open_ = _close(group or closed, open_, starts, mentions)
    return GoldText(key=key, text=text, mentions=tuple(mentions), exhaustive=True, parts=(Span(start=0, end=len(text)),))


def _close(name: str, open_: list, starts: list[tuple[int, int]], mentions: list[GoldMention]) -> list:
    for i in range(len(open_) - 1, -1, -1):
        fields, first = open_[i]
        if fields[0] == name:
            least = next((f for f in fields[4:] if re.fullmatch(r"\d+(?:,\d+)*", f)), "1")
            head = first + int(least.split(",")[-1]) - 1
            span = Span(start=starts[first][0], end=starts[-1][1])
            mentions.append(GoldMention(span=span, head=starts[min(head, len(starts) - 1)][0], chain=name))
            return [*open_[:i], *open_[i + 1 :]]
    return open_


def fair_texts(file: Path) -> Iterator[GoldText]:
    """news_fair or wiki_fair: names, pronouns and descriptions with the entity they stand for, in a part of each text."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked = [m for m in row["mentions"] if not m.get("optional")]
        mentions = tuple(
            GoldMention(
                span=Span(start=m["begin"], end=m["end"]),
                head=m["begin"] + m["name"].rfind(" ") + 1,
                chain=str(m["qid"] or m["entity_name"] or m["name"]),
            )
            for m in marked
        )
        ranges = row["evaluation_span"]
        ranges = [ranges] if isinstance(ranges[0], int) else ranges
        parts = tuple(Span(start=b, end=e) for b, e in ranges)
        yield GoldText(key=row["id"], text=row["text"], mentions=mentions, exhaustive=False, parts=parts)


class Lesson(Casting):
    """A pass over a labelled text in which every choice is the right one, and is noted."""

    def __init__(self, gold: GoldText, reading: Reading) -> None:
        document = freeze(Draft(text=gold.text))
        world = shipped_world()
        places = ground_places(gold.text, reading, world.gazetteer, world.register)
        super().__init__(document, reading, places=places, register=world.register)
        self.gold = gold
        self.decisions: list[Decision] = []
        self._chains = {m.span: self._chain(m) for m in self.scene.markables}

    def _chain(self, markable: Markable) -> str | None:
        """The chain of the smallest labelled mention whose head word is in the markable."""
        tokens = self.scene.trees.tokens
        inside = [
            m for m in self.gold.mentions
            if tokens[markable.first].span.start <= m.head < tokens[markable.past - 1].span.end
            and (markable.shape != "pronoun" or m.span == markable.span)
            and (markable.shape != "nominal" or m.head == tokens[markable.head].span.start)
        ]  # fmt: skip
        return min(inside, key=lambda m: m.span.end - m.span.start).chain if inside else None

    def _ranked(self, markable: Markable, said: tuple[Span, ...], *, apart: Member | None = None) -> Choice:
        # Rules ask for some that the text was not cut into at first.
        chain = self._chains.setdefault(markable.span, self._chain(markable))
        best = super()._ranked(markable, said, apart=apart)
        found = candidates(markable, self.scene.cast.recent())
        right = np.array(
            [chain is not None and any(self._chains.get(m.span) == chain for m in member.seen) for member, _ in found], dtype=bool
        )
        anaphor = anaphor_of(markable)
        labelled = any(p.start <= markable.span.start < p.end for p in self.gold.parts)
        counts = labelled and (self.gold.exhaustive or (chain is not None and right.any()))
        if anaphor and len(found) and counts and best.why != "new":
            table = describe(markable, found, self.scene.moment(said))
            self.decisions.append(Decision(anaphor=anaphor, table=table, right=right, words=markable.span.of(self.scene.text)))
        chosen = found[int(right.argmax())][0] if right.any() else None
        return Choice(member=chosen, score=1.0, why="labelled")

    def settle(self, markable: Markable, best: Choice, *, speaks: bool) -> Choice:
        """As labelled; a pronoun that is labelled with nobody stays with nobody."""
        if best.member is None and markable.shape == "pronoun":
            return Choice(member=None, score=0.0, why="labelled")
        return super().settle(markable, best, speaks=speaks)


def decisions(texts: Iterable[GoldText], read: Callable[[str], Reading] = find_attributions) -> list[Decision]:
    """Every choice that the texts ask for, with what is right."""
    found = []
    for gold in texts:
        lesson = Lesson(gold, read(gold.text))
        lesson.run()
        found += lesson.decisions
    return found


def learn(cases: Sequence[Decision], *, rounds: int = 300, rate: float = 0.5, decay: float = 0.01) -> NDArray[np.float64]:
    """Weights that make right antecedents likely: gradient ascent with momentum on the log likelihood, with an L2 penalty."""
    weights = np.zeros(len(FEATURES))
    if not cases:
        return weights
    tables = np.concatenate([c.table for c in cases])
    bounds = np.cumsum([0, *(len(c.table) for c in cases)])
    right = np.concatenate([c.right for c in cases])
    owner = np.repeat(np.arange(len(cases)), np.diff(bounds))
    anybody = np.array([c.right.any() for c in cases])
    step = np.zeros_like(weights)
    squares = np.full_like(weights, 1e-8)
    for _ in range(rounds):
        scores = tables @ weights
        peak = np.maximum(np.maximum.reduceat(scores, bounds[:-1]), 0)
        raised = np.exp(scores - peak[owner])
        nobody = np.exp(-peak)
        whole = np.add.reduceat(raised, bounds[:-1]) + nobody
        good = np.add.reduceat(raised * right, bounds[:-1]) + np.where(anybody, 0, nobody)
        slope = raised * right / np.maximum(good, 1e-12)[owner] - raised / whole[owner]
        gradient = tables.T @ slope / len(cases) - decay * weights
        squares = 0.99 * squares + 0.01 * gradient**2
        step = 0.9 * step + 0.1 * gradient
        weights = weights + rate * 0.1 * step / (np.sqrt(squares) + 1e-3)
    return weights


def score(cases: Sequence[Decision], weights: NDArray[np.float64]) -> tuple[int, int]:
    """How many choices are right, of how many."""
    right = 0
    for case in cases:
        scores = np.append(case.table @ weights, 0.0)
        best = int(scores.argmax())
        right += bool(case.right[best]) if best < len(case.right) else not case.right.any()
    return right, len(cases)


def learn_coreference(data: Path, weights: Path = WEIGHTS, *, read: Callable[[str], Reading] = find_attributions) -> Path:
    """Learn the weights of every kind of anaphor, and write them."""
    gum = [decisions(gum_texts(data / f"ud_english_gum/{part}.conllu"), read) for part in ("train", "dev")]
    fair = [case for name in ("news_fair", "wiki_fair") for case in decisions(fair_texts(data / name / "dev.jsonl"), read)]
    kept = {}
    for anaphor in ANAPHORS:
        train = [c for c in [*gum[0], *fair] if c.anaphor == anaphor]
        dev = [c for c in gum[1] if c.anaphor == anaphor]
        learned = learn(train)
        kept[anaphor] = {name: round(float(w), 3) for name, w in zip(FEATURES, learned, strict=True)}
        print(f"{anaphor:15} train %d of %d  dev %d of %d" % (*score(train, learned), *score(dev, learned)), flush=True)
    weights.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return weights
