"""Whose words does an outlet report, where it names who speaks in the sentence itself?

"The ambassador called the decision a threat, according to the RIA news agency" is the ambassador's; the agency relays it. The
reader, as PolNeAR's annotators, gives the agency as source and the whole sentence as content.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from saidwho.statements.people import Mentioned
from saidwho.text.clauses import closing_clause, saying_clause
from saidwho.text.subtrees import Subtrees
from saidwho.types.document import Span
from saidwho.types.grounding import Speaker
from saidwho.types.reading import Attribution

_SCORE = 0.8
# Characters that may be left over on either side: an article, a comma.
_SLACK = 4
# ", Norrpress reported." behind what somebody says.
_CLOSING = re.compile(
    r"[,”\"]{1,2} (?P<outlet>[^\n.;:,“”\"]{2,80}?) (?:has |have |had )?(?:reported|reports|report|said|says)(?: on \w+day)?(?=[.\n]|$)"
)


class Reported:
    """The attributions by outlets whose content is what somebody else says. added: speakers told on the way, by source."""

    def __init__(self, text: str, subtrees: Subtrees, mentioned: Mentioned, attributions: tuple[Attribution, ...]) -> None:
        self._text, self._subtrees, self._mentioned = text, subtrees, mentioned
        self._starts: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            if attribution.source:
                self._starts.setdefault(attribution.source[0].start, []).append(attribution)
        self.added: dict[tuple[Span, ...], Speaker] = {}

    def settle(
        self, attributions: tuple[Attribution, ...], by_outlet: Callable[[Attribution], bool], outlet_of: Callable[[Span], Span | None]
    ) -> tuple[Attribution, ...]:
        """Give what others say in what outlets report to those others; the outlet relays it.

        by_outlet: whether an attribution is an outlet's. outlet_of: the name of an outlet, other than that of the report, in words that
        stand for it.
        """
        attributions = tuple(self._closed(attribution, outlet_of) for attribution in attributions)
        instead: dict[Attribution, Attribution] = {}
        gone: set[Attribution] = set()
        for outer in attributions:
            if outer.relay or len(outer.content) != 1 or not outer.source or not by_outlet(outer):
                continue
            inner = self._found_in(outer)
            if inner is not None:
                gone.add(outer)
                instead[inner] = replace(inner, relay=outer.source)
            elif (made := self._made_of(outer)) is not None:
                instead[outer] = made
        return tuple(instead.get(attribution, attribution) for attribution in attributions if attribution not in gone)

    def _closed(self, attribution: Attribution, outlet_of: Callable[[Span], Span | None]) -> Attribution:
        """An attribution that fills its sentence up to ", Norrpress reported", which the reader gave to nobody."""
        if attribution.relay or not attribution.source or not attribution.cue:
            return attribution
        parts = (*attribution.source, *attribution.cue, *attribution.content)
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        sentence = self._subtrees.sentence(start)
        closing = _CLOSING.match(self._text, end)
        if closing is None or sentence is None or start > sentence.start + 1:
            return attribution
        outlet = outlet_of(Span(start=closing.start("outlet"), end=closing.end("outlet")))
        return replace(attribution, relay=(outlet,)) if outlet is not None and closing.start("outlet") not in self._starts else attribution

    def _found_in(self, outer: Attribution) -> Attribution | None:
        """The attribution that the reader found and that fills the content of another."""
        said = outer.content[0]
        for start in range(said.start, said.start + _SLACK + 1):
            for inner in self._starts.get(start, ()):
                parts = (*inner.source, *inner.cue, *inner.content)
                if inner is not outer and not inner.relay and max(part.end for part in parts) in range(said.end - _SLACK, said.end + 1):
                    return inner
        return None

    def _made_of(self, outer: Attribution) -> Attribution | None:
        """Subject, verb of saying and what is said, before or behind them, of the sentence that an outlet reports."""
        said = outer.content[0]
        tokens, numbers = self._subtrees.tokens, self._subtrees.touched(said)
        leading = saying_clause(self._text, tokens, numbers)
        clause = leading or closing_clause(self._text, tokens, numbers)
        # Words that are quoted may end what somebody says, and not hold who says it.
        if clause is None or '"' in self._text[said.start : clause.cue.end if leading else said.end]:
            return None
        source = (clause.source,)
        speaker = self._mentioned.speaker(clause.source, score=_SCORE, why=f"reported by {outer.source[0].of(self._text)}")
        if speaker is None:
            return None
        self.added[source] = speaker
        content = Span(start=clause.said.start, end=said.end) if leading else clause.said
        return Attribution(source=source, cue=(clause.cue,), content=(content,), score=outer.score, relay=outer.source)
