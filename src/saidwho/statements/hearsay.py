"""Whose word does somebody pass on, by what he says?"""

import re

from saidwho.statements.evidence import KIND_OF, WORDS, Evidence
from saidwho.statements.resting import ASKED, COMMAND, HIMSELF, ORDER, TOLD_BY, TOLD_US
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Basis

_NEAR = 120  # characters into a content
_PRONOUNS, _OWNERS = frozenset(("it", "he", "she", "they", "i", "we")), frozenset(("his", "her", "its", "their", "my", "our"))
_ONE = frozenset(("a", "an", "one", "another", "each", "every", "no"))
_PEOPLE = frozenset(word for word in WORDS["person"] if not {f"{word}s", f"{word}es"} & WORDS["person"])
_PHRASE = 12  # words into a content, or into a phrase


class Hearsay:
    """Where the speakers of one text say by whom they were told."""

    def __init__(self, around: Surroundings, evidence: Evidence) -> None:
        self._around, self._evidence = around, evidence

    def told_by(self, attribution: Attribution) -> Basis | None:
        """Whose word the speaker passes on: "it has been told by relief staff", "they had interviewed 31 refugees"."""
        for span in attribution.content[:2]:
            told = TOLD_US.match(self._straight(span.start, min(span.end, span.start + _NEAR)))
            who = Span(start=span.start + told.start("who"), end=span.start + told.end("who")) if told else None
            if told and who and self._are_people(who) and not self._is_order(told, who, span):
                return Basis(span=Span(start=span.start + told.start("told"), end=span.start + told.end("told")), kind="witness")
            match = TOLD_BY.search(self._straight(span.start, min(span.end, span.start + _NEAR)))
            if match and self._is_himself(match, span) and self._evidence.asked(span.start + match.end(), span.end):
                end = self._phrase_end(span.start + match.end(), span.end)
                # Who was told to do something was given an order.
                if not self._around.text.startswith(" to ", end):
                    return Basis(span=Span(start=span.start + match.start(), end=end), kind="witness")
            asked = ASKED.search(said := self._straight(span.start, min(span.end, span.start + _NEAR)))
            if asked and HIMSELF.fullmatch(said[: asked.start()]):
                start = span.start + asked.start("asked")
                return Basis(span=Span(start=start, end=self._phrase_end(start, span.end, least=span.start + asked.end())), kind="witness")
        return None

    def _are_people(self, phrase: Span) -> bool:
        """Whether a phrase names several people: "two local residents", "they"; the word of one is only passed on."""
        numbers = self._around.touched(phrase)
        if [self._around.words[i] for i in numbers] == ["they"]:
            return True
        if not numbers or self._around.words[numbers[0]] in _ONE or not self._are_several(numbers[-1]):
            return False
        if self._around.words[numbers[0]] in _OWNERS and self._around.words[numbers[-1]] not in _PEOPLE:
            return False  # "his pupils had told him": their word is passed on
        return self._evidence.first(numbers[-1]) == numbers[0]

    def _are_several(self, noun: int) -> bool:
        """Whether a noun is one for people in the plural, and for nobody in command."""
        word = self._around.words[noun]
        is_plural = self._around.tokens[noun].upos == "NOUN" and word.endswith("s") and not word.endswith("ss")
        return word in _PEOPLE or (is_plural and word not in WORDS["body"] | WORDS["authority"] | WORDS["speaking"] and word not in KIND_OF)

    def _is_order(self, told: re.Match[str], who: Span, content: Span) -> bool:
        """Whether armed people told those they held what was to become of them: "soldiers told them | they would die"."""
        words = {self._around.words[i] for i in self._around.touched(who)}
        said = self._straight(content.start + told.end("told"), content.end)
        return bool(words & (WORDS["commanding"] | {"they"})) and bool(ORDER.match(said) or COMMAND.match(said))

    def _is_himself(self, match: re.Match[str], content: Span) -> bool:
        """Whether it is the speaker who was told, and not "his colonel"."""
        before = self._straight(content.start, content.start + match.start()).lower().split()
        return bool(_PRONOUNS & set(before[-4:])) and not _OWNERS & set(before[-4:])

    def _phrase_end(self, start: int, end: int, *, least: int = 0) -> int:
        """Where the noun phrase ends that begins here. least: not before this character."""
        found = self._evidence.after(start, end, any_noun=True)
        if found or least:
            return max(least, found.span.end if found else 0)
        numbers = self._around.touched(Span(start=start, end=end))[:_PHRASE]
        people = (i for i in numbers if self._around.words[i] in WORDS["person"])
        return next((self._around.tokens[i].span.end for i in people), start)

    def _straight(self, start: int, end: int) -> str:
        return self._around.text[start:end].replace("’", "'")
