"""How many whole attributions are right: source, cue and content, and linked to each other?

Characters are compared by letters and digits, so that a comma or a quotation mark at an edge does not matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.attribution.gold import Article, Attributed
from benchmarks.counts import Counts
from saidwho.reading.labels import ROLES
from saidwho.types.document import Span

# Content overlap (Jaccard, of letters and digits) from which two contents count as the same.
SAME_CONTENT = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The offsets of the letters and digits of each role."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    @classmethod
    def of(cls, text: str, attributed: Attributed) -> "Letters":
        return cls(source=letters(text, attributed.source), cue=letters(text, attributed.cue), content=letters(text, attributed.content))


def letters(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """The offsets of letters and digits inside spans."""
    return frozenset(i for span in spans for i in range(span.start, span.end) if text[i].isalnum())


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Jaccard index; 0 where both are empty."""
    return len(one & other) / max(len(one | other), 1)


def score_whole(article: Article, predicted: Sequence[Attributed]) -> dict[str, Counts]:
    """Count whole attributions of one article.

    exact: all three roles have the same letters. content80: the cues touch, the sources are the same, and the
    contents overlap by SAME_CONTENT. Each predicted attribution answers one labelled one at most, in given order.
    """
    gold = [Letters.of(article.text, a) for a in article.attributions]
    ours = [Letters.of(article.text, a) for a in predicted]
    return {
        "exact": Counts(right=_matches(gold, ours, loose=False), predicted=len(ours), gold=len(gold)),
        "content80": Counts(right=_matches(gold, ours, loose=True), predicted=len(ours), gold=len(gold)),
    }


def score_roles(article: Article, predicted: Sequence[Attributed]) -> dict[str, Counts]:
    """Count the spans of each role that have the same letters; a piece of a discontinuous content is a span."""
    return {role: Counts.of(_spans(article.text, article.attributions, role), _spans(article.text, predicted, role)) for role in ROLES}


def _spans(text: str, attributions: Sequence[Attributed], role: str) -> set[object]:
    return {found for a in attributions for span in a.of(role) if (found := letters(text, [span]))}


def _matches(gold: list[Letters], ours: list[Letters], *, loose: bool) -> int:
    left = list(ours)
    for wanted in gold:
        answer = next((found for found in left if (_is_near(wanted, found) if loose else wanted == found)), None)
        if answer is not None:
            left.remove(answer)
    return len(ours) - len(left)


def _is_near(wanted: Letters, found: Letters) -> bool:
    same_speech = wanted.source == found.source and bool(wanted.cue & found.cue)
    return same_speech and overlap(wanted.content, found.content) >= SAME_CONTENT
