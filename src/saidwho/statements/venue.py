"""Where was something said: at a briefing, in a statement, on a network?"""

import re

from saidwho.statements.surroundings import Surroundings
from saidwho.text.calendar_words import WRITTEN_MONTHS, WRITTEN_WEEKDAYS
from saidwho.text.tables import words_of
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_WORDS = words_of("venue.tsv", package=__package__)
_OCCASIONS, _NETWORKS = _WORDS["occasion"], _WORDS["network"]
_BEFORE = frozenset(("in", "at", "on", "during", "via", "through", "over", "before", "to", "with", "after", "by"))
# What may stand in a noun phrase before its noun.
_INSIDE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV", "VERB", "PUNCT", "PART"))
_PHRASE = 9  # words of a venue at most
_NEAR = 30  # words from the cue
_NO_DAY = rf"(?! (?:{'|'.join((*WRITTEN_WEEKDAYS, *WRITTEN_MONTHS))})\b)"
# A venue goes on with whom or where it was: "an interview with Radio Nord", "a post on Telegram".
_FURTHER = re.compile(
    rf"\s+(?:with|to|on|by){_NO_DAY}"
    r"\s+(?:(?:the|its|his|her|a|state|national|social|public)\s+){0,2}"
    r"(?:[A-Z][\w'’&-]*(?:\s+(?:[A-Z][\w'’&-]*|of(?=\s+[A-Z])|TV))*|media|television|radio|network|channel|broadcaster|"
    r"nation|reporters|journalists|lawmakers|parliament|X)"
    r"(?:\s+(?:television|radio|broadcaster|newspaper|channel|app))?"
)
# Or with how it was spread: "a video posted on Telegram", "an interview aired by MRTV".
_SPREAD = re.compile(
    r"\s+(?:posted|published|aired|circulated|released|issued|carried|broadcast|distributed|addressed|sent|shared)"
    rf"\s+(?:online|(?:on|by|to|at|via|through){_NO_DAY}"
    r"(?:\s+(?!that\b|saying\b|which\b|and\b|as\b|in\b)[\w.'’-]*\w){1,6})"
)
# "A guide, reached | by telephone": how who speaks was asked.
_REACHED = re.compile(r"\b(?:reached|contacted|interviewed|questioned|speaking|spoke|asked|surveyed) (?=(?:by|via|over|on|in|through|at) )")
# "By telephone".
_LINES = frozenset(("telephone", "phone", "link", "email", "e-mail", "letter", "telegram"))


class Venues:
    """The venues of the statements of one text."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def venue(self, attribution: Attribution) -> Span | None:
        """Where the speaker spoke, without its preposition; None where the text does not say."""
        if not attribution.cue:
            return None
        said = {i for spans in (attribution.content, attribution.source) for i in self._bounded(spans)}
        cue = self._around.touched_by(attribution.cue[-1:])
        if not cue:
            return None
        for number in self._near(cue[-1]):
            if number not in said and self._around.words[number] in _BEFORE:
                found = self._phrase_after(number, said)
                if found:
                    return found
        return self._told(cue[-1], said) or self._reached(attribution)

    def _reached(self, attribution: Attribution) -> Span | None:
        """How a source says that it was reached: "residents contacted by telephone"."""
        said = set(self._bounded(attribution.content))
        for span in attribution.source:
            match = _REACHED.search(span.of(self._around.text))
            if match:
                return self._phrase_after(self._around.touched(Span(start=span.start + match.end(), end=span.end))[0], said)
        return None

    def _bounded(self, spans: tuple[Span, ...]) -> list[int]:
        """The words of spans as far as they may matter here."""
        return [i for span in spans for touched in [self._around.touched(span)] for i in (*touched[:_NEAR], *touched[-_NEAR:])]

    def _near(self, cue: int) -> list[int]:
        """The words around a cue in its sentence: what follows it first, then what comes before, from the beginning."""
        sentence = self._around.touched(self._around.sentence(self._around.tokens[cue].span.start))
        after = range(cue + 1, min(cue + 1 + _NEAR, sentence.stop))
        before = range(max(sentence.start, cue - 2 * _NEAR), cue)
        return [*after, *before]

    def _told(self, cue: int, said: set[int]) -> Span | None:
        """ "Told a briefing in the capital"; those who are told are no venue."""
        if self._around.words[cue] not in ("told", "tells", "telling", "addressed"):
            return None
        return self._phrase_after(cue, said)

    def _phrase_after(self, preposition: int, said: set[int]) -> Span | None:
        around, words = self._around, self._around.words
        last = None
        for number in range(preposition + 1, min(preposition + 1 + _PHRASE, len(words))):
            if words[number] == "of" and words[number - 1] == "house":
                continue
            if number in said or around.tokens[number].upos not in _INSIDE or words[number] in (",", ".", ";", ":", '"', "“", "”"):
                break
            if words[number] in ("post", "channel") and around.tokens[number].span.of(around.text)[:1].isupper():
                return None  # "the Norra Post" is no post, and "Channel 12" a medium
            network = words[preposition] in ("on", "via", "over", "through") and words[number] in _NETWORKS
            if words[number] in _OCCASIONS or network or words[number - 2 : number] == ("house", "of"):
                last = number
        if (
            last is None
            or (words[preposition] in ("to", "with") or (words[preposition] == "by" and words[last] not in _LINES))
            or (words[preposition] == "after" and words[last] not in ("meeting", "summit"))
        ):
            return None
        start, end = around.tokens[preposition + 1].span.start, around.tokens[last].span.end
        further = _FURTHER.match(around.text[: end + 100], end) or _SPREAD.match(around.text[: end + 100], end)
        if further and not any(i in said for i in around.touched(Span(start=end + 1, end=further.end()))):
            end = further.end()
        return Span(start=start, end=end)
