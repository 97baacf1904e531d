"""Do the sentences around a finding tell what it rests on?"""

import re

from saidwho.statements.evidence import WORDS, Evidence
from saidwho.statements.resting import AND_ON, AND_READ, ASKED, CONCLUDING, FINDING, ON_ANYTHING, RESTING, SHOWING
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Basis

_FOLLOWING = 2  # sentences after a finding in which it is told what it rests on
_NEAR = 240  # characters into a sentence
_PHRASE = 12  # words into a sentence


class Findings:
    """What the findings of one text rest on by the sentences around them."""

    def __init__(self, around: Surroundings, evidence: Evidence) -> None:
        self._around, self._evidence = around, evidence

    def told_after(self, attribution: Attribution) -> Basis | None:
        """What the next sentences say that it rests on: "It relied on ledgers", "The group interviewed 31 people"."""
        if not attribution.cue:
            return None
        end = self._around.sentence(attribution.cue[-1].start).end
        for _ in range(_FOLLOWING):
            following = self._around.sentence(min(end + 2, len(self._around.text)))
            if following.start < end:
                return None
            found = self._rests(following)
            if found or not self._takes_up(following):
                return found
            end = following.end
        return None

    def shown_before(self, attribution: Attribution) -> Basis | None:
        """What the sentence before says that evidence shows, and the speaker concludes from: "Images show a crater"."""
        around = self._around
        if not any(around.words[i] in CONCLUDING for i in around.touched_by(attribution.cue[:1])):
            return None
        sentence = around.sentence(attribution.cue[0].start)
        before = around.sentence(max(sentence.start - 2, 0))
        if before.end > sentence.start or around.paragraph(before.start) != around.paragraph(sentence.start):
            return None
        return self.subject_showing(before)

    def _rests(self, sentence: Span) -> Basis | None:
        said = self._straight(sentence.start, min(sentence.end, sentence.start + _NEAR))
        match = RESTING.match(said)
        if match is None:
            return None
        asked = ASKED.search(said, 0)
        if asked and asked.start() < match.end():
            people = Span(start=sentence.start + asked.start("asked"), end=sentence.start + asked.end())
            return Basis(span=self._with_more(people, AND_READ, sentence.end), kind="witness")
        found = self._evidence.after(sentence.start + match.end(), sentence.end, any_noun=bool(ON_ANYTHING.search(match[0])))
        return found and Basis(span=self._with_more(found.span, AND_ON, sentence.end), kind=found.kind)

    def _with_more(self, named: Span, joint: re.Pattern[str], end: int) -> Span:
        """A basis with what is named beside it in the same sentence. joint: the words between."""
        match = joint.match(self._straight(named.end, end))
        more = self._evidence.after(named.end + match.end(), end, any_noun=True) if match else None
        return Span(start=named.start, end=more.span.end) if more else named

    def _takes_up(self, sentence: Span) -> bool:
        """Whether a sentence goes on with the same speaker: "It finds further that"."""
        first = next(iter(self._around.touched(sentence)), None)
        return first is not None and self._around.words[first] in ("it", "they", "he", "she")

    def subject_showing(self, stretch: Span) -> Basis | None:
        around = self._around
        for number in around.touched(stretch)[:_PHRASE]:
            token = around.tokens[number]
            head = token.head
            # The cue itself ("described | craters") stands outside of what is said.
            if not number < head or around.tokens[head].span.end > stretch.end:
                continue
            is_shown = around.words[head] in SHOWING or (around.words[head] in FINDING and around.words[number] in WORDS["finding"])
            if token.relation in ("nsubj", "csubj") and is_shown:
                kind = self._evidence.kind(number)
                if kind and kind != "unnamed source":
                    return self._evidence.basis(number, kind, past=stretch.end)
        return None

    def _straight(self, start: int, end: int) -> str:
        return self._around.text[start:end].replace("’", "'")
