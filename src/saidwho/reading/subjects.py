"""Who is it that some words are said of: the subject of a predicate?"""

import re

from saidwho.text.clauses import bare
from saidwho.text.subtrees import Subtrees
from saidwho.types.document import Span
from saidwho.types.reading import Token

NOMINAL = ("nsubj", "nsubj:pass")
# By which a verb has a subject of its own, be it a clause or "there".
SUBJECTS = (*NOMINAL, "csubj", "expl")
# A subject of more tokens is a sentence that went wrong.
_LONGEST = 24
# Where a sentence may begin: behind a stop or a quotation, in a new line, behind the time of a live report.
SENTENCE_START = r"(?:(?<=[.!?;:\n\"”] )|(?<=[;\n])|^|(?<=\d ))[^\S\n]*"
# Where the parser gives no subject: what stands between the beginning of a sentence and the predicate, with one phrase between commas.
_BEGINS = re.compile(rf"{SENTENCE_START}(?P<who>[A-Z“][^\n.;:,\"]{{1,80}}?)(?:,[^\n.;:,]{{1,80}},)? $", re.MULTILINE)
_LOOK_BACK = 200


class Subjects:
    """Finds subjects in one text, each in constant time. trees: its syntax."""

    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        self._text, self._tokens = text, tokens
        self.trees = Subtrees(tokens)

    def of(self, predicate: Span) -> Span | None:
        """The noun phrase that a predicate is said of, with its appositions; None where none stands before it."""
        numbers = self.trees.touched(predicate)
        subject = self._subject(numbers)
        if subject is None:
            return self._at_beginning(predicate.start)
        phrase = self._phrase(subject, past=numbers.start)
        return phrase if phrase is not None and "\n" not in self._text[phrase.start : predicate.start] else None

    def noun(self, phrase: Span) -> str:
        """The noun at the head of a noun phrase, in small letters."""
        top = self.trees.head(phrase)
        return self._tokens[top].span.of(self._text).casefold() if top is not None else phrase.of(self._text).rsplit(" ", 1)[-1].casefold()

    def _subject(self, numbers: range) -> int | None:
        """The nearest subject before some tokens that hangs on one of them, or on the verb that they are coordinated with."""
        near = range(max(numbers.start - _LONGEST, 0), numbers.start)
        own = [i for i in near if self._tokens[i].head in numbers and self._tokens[i].relation in NOMINAL]
        if own:
            return own[-1]
        joined = [self._tokens[i].head for i in numbers if self._tokens[i].relation == "conj" and self._tokens[i].head < numbers.start]
        shared = [i for i in near if self._tokens[i].head in joined and self._tokens[i].relation in NOMINAL]
        return shared[-1] if shared else None

    def _phrase(self, subject: int, *, past: int) -> Span | None:
        inside = {subject}
        # Tokens before the subject first, since heads mostly follow; then those behind it.
        for i in range(subject - 1, max(subject - _LONGEST, -1), -1):
            if self._tokens[i].head in inside:
                inside.add(i)
        for i in range(subject + 1, past):
            if self._tokens[i].head in inside or self._hangs_below(i, inside, past):
                inside.add(i)
        first, last = min(inside), max(inside)
        if last - first >= _LONGEST:
            return None
        return bare(self._text, self.trees.span(range(first, last + 1)))

    def _hangs_below(self, number: int, inside: set[int], past: int) -> bool:
        """Whether a token's heads lead to a phrase within the tokens before the predicate."""
        for _ in range(_LONGEST):
            head = self._tokens[number].head
            if head in inside:
                return True
            if head == number or head >= past:
                return False
            number = head
        return False

    def _at_beginning(self, at: int) -> Span | None:
        start = max(self._text.rfind("\n", 0, at) + 1, at - _LOOK_BACK)
        match = _BEGINS.search(self._text[start:at])
        return Span(start=start + match.start("who"), end=start + match.end("who")) if match else None
