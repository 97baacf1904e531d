"""Which statements of a page were kept, changed, withdrawn or added when its text changed?"""

from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz, process

Fate = Literal["kept", "changed", "withdrawn", "added"]

# Words that share less are another statement. Of statements whose figure or verb was corrected, nearly all share more.
_SAME_STATEMENT = 60.0  # per cent of characters, rapidfuzz's ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One statement of a page over two revisions. before, after: ids, None where it is not there. note: what changed."""

    fate: Fate
    before: str | None
    after: str | None
    note: str


def compare_statements(before: dict[str, Any], after: dict[str, Any]) -> list[Comparison]:
    """Compare two reports of one page, in the order of the newer text; what was withdrawn comes last.

    A statement is kept where its words, those of its source and of its cue are the same wherever they stand; it is changed
    where one by the same speaker, or with the same source, has most of its words.
    """
    old = [_Said.of(before, statement) for statement in before["statements"]]
    left = dict(enumerate(old))
    new = [_Said.of(after, statement) for statement in after["statements"]]
    partners = _equal(left, new)
    for position in (position for position, said in enumerate(new) if position not in partners):
        found = _closest(new[position], left)
        if found is not None:
            partners[position] = left.pop(found)
    compared = [_compared(said, partners.get(position)) for position, said in enumerate(new)]
    return compared + [Comparison(fate="withdrawn", before=said.id, after=None, note=said.content) for said in left.values()]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A statement as far as it is compared: its words, and whom they are attributed to."""

    id: str
    content: str
    source: str
    cue: str
    speaker: str | None
    act: str | None

    @classmethod
    def of(cls, report: dict[str, Any], statement: dict[str, Any]) -> "_Said":
        text = report["document"]["text"]
        words = {part: " … ".join(text[start:end] for start, end in statement[part]) for part in ("content", "source", "cue")}
        return cls(id=statement["id"], speaker=statement["speaker"], act=statement["act"], **words)

    @property
    def words(self) -> tuple[str, str, str]:
        return self.content, self.source, self.cue


def _equal(left: dict[int, _Said], new: list[_Said]) -> dict[int, _Said]:
    """Pair statements with the same words, each once; they are taken out of left."""
    waiting: dict[tuple[str, str, str], list[int]] = {}
    for position in sorted(left, reverse=True):
        waiting.setdefault(left[position].words, []).append(position)
    return {position: left.pop(waiting[said.words].pop()) for position, said in enumerate(new) if waiting.get(said.words)}


def _closest(said: _Said, left: dict[int, _Said]) -> int | None:
    """The old statement that has most of the words, of those that the same one could have said."""
    able = {position: other.content for position, other in left.items() if _is_same_speaker(said, other)}
    found = process.extractOne(said.content, able, scorer=fuzz.ratio, score_cutoff=_SAME_STATEMENT)
    return found[2] if found else None


def _is_same_speaker(one: _Said, other: _Said) -> bool:
    if one.speaker and other.speaker:
        return one.speaker == other.speaker
    return one.source.casefold() == other.source.casefold()


def _compared(said: _Said, before: _Said | None) -> Comparison:
    if before is None:
        return Comparison(fate="added", before=None, after=said.id, note=said.content)
    if before.words == said.words:
        return Comparison(fate="kept", before=before.id, after=said.id, note="")
    parts = [name for name in ("content", "source", "cue", "act") if getattr(before, name) != getattr(said, name)]
    note = "; ".join(f"{name}: {getattr(before, name)} → {getattr(said, name)}" for name in parts)
    return Comparison(fate="changed", before=before.id, after=said.id, note=note)
