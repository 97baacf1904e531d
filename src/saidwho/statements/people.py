"""Whom do words of a report stand for, where grounding was not asked?"""

from bisect import bisect_left

from saidwho.text.subtrees import Subtrees
from saidwho.types.document import Span
from saidwho.types.grounding import Actor, Speaker


class Mentioned:
    """The actors of a report by where they are mentioned."""

    def __init__(self, actors: tuple[Actor, ...], subtrees: Subtrees) -> None:
        self._places = sorted(((span, actor.id) for actor in actors for span in actor.mentions), key=lambda place: (place[0], place[1]))
        self._starts = [span.start for span, _ in self._places]
        self._people = frozenset(actor.id for actor in actors if actor.kind in ("person", "group", "people"))
        self._subtrees = subtrees

    def by_head(self, span: Span) -> str | None:
        """The id of the actor that a noun phrase names: by the mention around its head, or the first it begins with."""
        inside = self._places[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        head = self._subtrees.head(span)
        if head is not None:
            at = self._subtrees.tokens[head].span
            around = [(place, actor) for place, actor in inside if place.start <= at.start and at.end <= place.end <= span.end]
            if around:
                return max(around, key=lambda found: (found[0].end - found[0].start, found[1]))[1]
        beginning = self._subtrees.touched(Span(start=span.start, end=min(span.start + 4, span.end)))
        behind_article = beginning.start + (
            1 if beginning.start < len(self._subtrees.tokens) and self._subtrees.tokens[beginning.start].upos == "DET" else 0
        )
        if behind_article >= len(self._subtrees.tokens):
            return None
        latest = self._subtrees.tokens[behind_article].span.start
        begins = next((actor for place, actor in inside if place.start <= latest and place.end <= span.end), None)
        # "unnamed US and European officials": the words that tell of whom are joined to each other, and not to the noun.
        return begins or next((actor for place, actor in inside if place.end == span.end and actor in self._people), None)

    def speaker(self, span: Span, *, score: float, why: str) -> Speaker | None:
        """The speaker that a noun phrase names, None where it names nobody."""
        actor = self.by_head(span)
        return Speaker(source=(span,), actor=actor, score=score, why=why) if actor else None
