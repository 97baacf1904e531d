"""Where was something said: at a briefing, in a statement, on a network?"""

import re
from collections.abc import Sequence
from itertools import takewhile

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
# Behind these stands whoever is told, or the occasion.
_TELLING = frozenset(("told", "tells", "telling", "addressed"))


class Venues:
    """The venues of the statements of one text."""

    def __init__(self, around: Surroundings, attributions: Sequence[Attribution] = ()) -> None:
        """attributions: all of the text; where one of another subject was made is no venue of those before it."""
        self._around = around
        verbs = (i for one in attributions for i in around.touched_by(one.cue) if around.tokens[i].upos == "VERB")
        self._of_others = frozenset(i for i in verbs if around.child(i, "nsubj") is not None)

    def venue(self, attribution: Attribution) -> Span | None:
        """Where the speaker spoke, without its preposition; None where the text does not say."""
        if not attribution.cue:
            return None
        said = {i for spans in (attribution.content, attribution.source) for i in self._bounded(spans)}
        cue = self._around.touched_by(attribution.cue[-1:])
        if not cue:
            return None
        for number in self._near(cue[-1], said):
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

    def _near(self, cue: int, said: set[int]) -> list[int]:
        """The words around a cue in its sentence: what follows it first, then what comes before, from the beginning."""
        around = self._around
        sentence = around.touched(around.sentence(around.tokens[cue].span.start))
        # "Claimed in a post that the army had moved, and | said": who goes on speaking speaks there as well.
        passed = said if around.child(cue, "nsubj") is not None else said.union(around.ancestors(cue))
        after = takewhile(lambda i: i in passed or not self._parts(i), range(cue + 1, min(cue + 1 + _NEAR, sentence.stop)))
        before = takewhile(lambda i: i in passed or not self._parts(i), reversed(range(max(sentence.start, cue - 2 * _NEAR), cue)))
        return [*after, *reversed([*before])]

    def _parts(self, number: int) -> bool:
        """Whether what stands beyond a word is told by itself: a semicolon, or the cue of somebody else."""
        return self._around.words[number] == ";" or number in self._of_others

    def _told(self, cue: int, said: set[int]) -> Span | None:
        """ "Told a briefing in the capital"; those who are told are no venue."""
        if self._around.words[cue] not in _TELLING:
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


def is_medium_told(around: Surroundings, phrase: Span) -> bool:
    """Whether a phrase right behind "told" names the medium that is told, which is no venue: "told | this programme"."""
    numbers = around.touched(phrase)
    is_told = numbers.start > 0 and around.words[numbers.start - 1] in _TELLING
    return is_told and around.words[numbers.stop - 1] in _WORDS["medium"]
