"""Whom does an outlet cite between its name and its verb?

In "Norra Television, quoting “a military source”, said that the bridge had fallen", the words are the source's, in quotation marks or
not, and the outlet relays them. The reader gives them to the outlet, to whoever is cited, or to nobody, since the marks part the sentence.
"""

import re
from dataclasses import replace

from saidwho.statements.evidence import WORDS
from saidwho.statements.outlets import Outlets
from saidwho.statements.people import Mentioned
from saidwho.text.press import KINDS
from saidwho.text.quotations import MARKS
from saidwho.text.subtrees import Subtrees
from saidwho.types.document import Span
from saidwho.types.grounding import Speaker
from saidwho.types.reading import Attribution

_SCORE = 0.8
# Words, and short quotations among them.
_PHRASE = r"(?:[^\n,;:.!?()“”\"]|“[^\n“”]{1,80}”|\"[^\n\"]{1,80}\")"
_MEDIUM = rf"(?P<medium>(?!(?:He|She|It|They|I|We)\b)(?:[A-Z]|the |an? |state |local |its |several |some |two |three ){_PHRASE}{{1,90}}?)"
_BEGINS = r"(?:^|(?<=[.!?;,”\"\n] )|(?<=\band )|(?<=\bbut ))"
# Behind who is cited may stand what is said of him, and when it was reported: "quoting a source, which it did not name, | reported".
_CITING = re.compile(
    rf"{_BEGINS}{_MEDIUM},? (?:(?:both|all|each)(?: of (?:them|which))? )?"
    r"(?:citing|quoting|on the (?:word|authority) of|which (?:cited|quoted|cites|quotes)) "
    rf"(?P<speaker>{_PHRASE}{{1,90}}?),?(?: (?:has|have|had|also|later|then|earlier|\w+ly|on \w+day)){{0,3}} $"
)
# "Norra Television had the governor | saying that".
_HAD = re.compile(rf"{_BEGINS}{_MEDIUM}(?:, [^\n,;:.“”\"]{{2,40}},)? (?:has|have|had|quotes?|quoted|cites?|cited) $")
_AFTER_HAD = re.compile(r",? (?:as )?$")
_SAYING = frozenset({"saying", "telling", "claiming", "warning", "insisting"})
# What stands before a cue in its sentence, and what an outlet is called by that has no name.
_LONGEST = 260
_PRESS = frozenset(f"{kind}{ending}" for kind in KINDS - {"press", "service", "news"} for ending in ("", "s")) | {
    "agencies", "dailies", "weeklies", "media", "press", "radio", "radios", "television", "tv", "network", "networks", "outlets", "blog",
    "blogs", "podcast", "bulletin", "programme",
}  # fmt: skip
_SOURCES = frozenset({"source", "sources", "circles", "quarters"})


class Asides:
    """The attributions of outlets that cite somebody before their verb. added: the speakers told on the way, by source."""

    def __init__(self, text: str, subtrees: Subtrees, outlets: Outlets, mentioned: Mentioned) -> None:
        self._text, self._subtrees, self._outlets, self._mentioned = text, subtrees, outlets, mentioned
        self.added: dict[tuple[Span, ...], Speaker] = {}

    def settle(self, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """Give what follows such an aside to whoever is cited in it, and drop what would be said by citing him."""
        settled = tuple(self._settled(attribution) for attribution in attributions)
        cited = {one.source[0] for before, one in zip(attributions, settled, strict=True) if one is not before}
        return tuple(one for one in settled if one.relay or not all(any(_holds(c, part) for c in cited) for part in one.content))

    def _settled(self, attribution: Attribution) -> Attribution:
        if attribution.relay or not attribution.cue or len(attribution.source) > 1:
            return attribution
        return self._citing(attribution) or self._having(attribution) or attribution

    def _citing(self, attribution: Attribution) -> Attribution | None:
        at = attribution.cue[0].start
        found = self._before(at, _CITING)
        if found is None:
            return None
        begin, aside = found
        whole, medium, phrase = (Span(start=begin + aside.start(part), end=begin + aside.end(part)) for part in (0, "medium", "speaker"))
        is_own = all(_holds(whole, source) for source in attribution.source)
        if not is_own or any(_holds(whole, part) for part in attribution.content) or not self._is_medium(medium):
            return None
        speaker = self._speaker(phrase)
        if speaker is None:
            return None
        self.added[(phrase,)] = speaker
        return replace(attribution, source=(phrase,), relay=(self._named(medium),))

    def _named(self, medium: Span) -> Span:
        """The name that ends what an outlet is called: "Norrpress" of "the agency Norrpress"."""
        named = self._outlets.at(Span(start=medium.end - 1, end=medium.end))
        return named.span if named is not None and medium.start <= named.span.start and named.span.end == medium.end else medium

    def _having(self, attribution: Attribution) -> Attribution | None:
        """What an outlet "had the governor saying"."""
        cue, source = attribution.cue[0], attribution.source
        if not source or cue.of(self._text).casefold() not in _SAYING or not _AFTER_HAD.fullmatch(self._text, source[0].end, cue.start):
            return None
        found = self._before(source[0].start, _HAD)
        if found is None:
            return None
        begin, had = found
        medium = Span(start=begin + had.start("medium"), end=begin + had.end("medium"))
        return replace(attribution, relay=(self._named(medium),)) if self._is_medium(medium) else None

    def _before(self, at: int, form: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
        """What of a form ends at a character, in its line, and where the words begin that were looked through."""
        begin = max(self._text.rfind("\n", 0, at) + 1, at - _LONGEST)
        found = form.search(self._text[begin:at])
        return (begin, found) if found is not None else None

    def _is_medium(self, span: Span) -> bool:
        named = self._outlets.at(Span(start=span.end - 1, end=span.end))
        if named is not None and named.span.end == span.end:
            return True
        head = self._subtrees.head(span)
        words = span.of(self._text).casefold().split()
        # "The Norra station TSM", "three newspapers in the capital".
        is_called = any(word in KINDS for word in words[:-1]) and span.of(self._text).split()[-1][:1].isupper()
        return is_called or (head is not None and self._subtrees.tokens[head].span.of(self._text).casefold() in _PRESS)

    def _speaker(self, phrase: Span) -> Speaker | None:
        """Whoever is cited: an actor, or somebody in quotation marks whom only a noun tells."""
        found = self._mentioned.speaker(phrase, score=_SCORE, why=f"cited: {phrase.of(self._text)}")
        return found or quoted_somebody(self._text, self._subtrees, phrase)


def quoted_somebody(text: str, subtrees: Subtrees, phrase: Span) -> Speaker | None:
    """Whoever a noun in quotation marks tells of, as nobody known: “sources”, “an officer”, but no “reasons of state”."""
    if not any(mark in phrase.of(text) for mark in MARKS):
        return None
    words = [subtrees.tokens[i].span.of(text).casefold() for i in subtrees.touched(phrase)]
    is_somebody = any(word in _SOURCES or word in WORDS["person"] or f"{word}s" in WORDS["person"] for word in words)
    return Speaker(source=(phrase,), actor=None, score=0.0, why="cited in quotation marks, but named nowhere") if is_somebody else None


def _holds(around: Span, span: Span) -> bool:
    return around.start <= span.start and span.end <= around.end
