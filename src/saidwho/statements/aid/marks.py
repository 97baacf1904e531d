"""Behind which small words does a noun stand, and below which verb?"""

from collections.abc import Iterator

from saidwho.statements.aid.words import WORDS
from saidwho.statements.surroundings import Surroundings

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON", "SYM"})
SUBJECTS = ("nsubj", "nsubj:pass")
_HEADS = 6
# Letters of a name that is written in capitals everywhere: "UN", "USA", "NATO".
_INITIALS = 4
# Words of a line up to the colon behind what it is about.
_TOPIC = 4
# Words of an agency's name in brackets.
_BRACKETED = 5


def is_given(around: Surroundings, noun: int) -> bool:
    """Whether a noun is of what is given, or of what brings it."""
    return around.words[noun] in WORDS["aid"] | WORDS["carriers"] | WORDS["materiel"]


class Marks:
    """How the nouns of one text hang together."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def verb_above(self, token: int) -> int | None:
        return next((i for i in self._around.ancestors(token) if self._around.tokens[i].upos == "VERB"), None)

    def chain(self, token: int) -> tuple[list[int], set[str]]:
        """The nouns from a word up to the one that hangs on a verb, and what stands before each."""
        around = self._around
        tops, cases = [token], {around.words[k] for k in self.cases(token)}
        for _ in range(_HEADS):
            head = around.tokens[tops[-1]].head
            relation = around.tokens[tops[-1]].relation
            if head == tops[-1] or around.tokens[head].upos not in _NOUNS or relation in ("obl", "obj", "iobj", *SUBJECTS):
                break
            tops.append(head)
            cases |= {around.words[k] for k in self.cases(head)} if relation != "conj" or not cases else set()
        return tops, cases

    def cases(self, token: int) -> Iterator[int]:
        for k in self._around.children(token):
            if (
                k < token
                and self._around.tokens[k].relation in ("case", "mark")
                and self._around.tokens[k].upos in ("ADP", "PART", "SCONJ")
            ):
                yield k

    def own_case(self, token: int) -> str | None:
        return next((self._around.words[k] for k in self.cases(token)), None)

    def name_case(self, token: int) -> str | None:
        """The word that a name stands behind, by any of its words: "to" of both in "to Sri Lanka"."""
        around = self._around
        for _ in range(_HEADS):
            case = self.own_case(token)
            head = around.tokens[token].head
            is_beside = abs(head - token) == 1 and around.tokens[token].relation in ("compound", "flat")
            if case is not None or not is_beside:
                return case
            token = head
        return None

    def case(self, token: int) -> str | None:
        """The word that a noun stands behind: "to", "by"; of a joined noun, that of the first."""
        around = self._around
        for _ in range(_HEADS):
            case = next(self.cases(token), None)
            if case is not None:
                return around.words[case]
            if around.tokens[token].relation not in ("conj", "compound", "amod", "flat", "nmod:poss"):
                return None
            token = around.tokens[token].head
        return None

    def is_of_dateline(self, token: int) -> bool:
        """A town in capitals, an agency in brackets, or what a headline is about: "Sudan: Emirates to fund wards"."""
        word, words = self._around.tokens[token].span.of(self._around.text), self._around.words
        if self._is_topic(token):
            return True
        for i in range(token - 1, max(token - _BRACKETED, -1), -1):
            if words[i] in ("(", ")"):
                return words[i] == "("
        return word.isupper() and len(word) > _INITIALS

    def _is_topic(self, token: int) -> bool:
        around = self._around
        line = around.touched(around.sentence(around.tokens[token].span.start))
        colon = next((i for i in line[:_TOPIC] if around.words[i] == ":"), None)
        if colon is None or token > colon or any(around.tokens[i].upos not in ("PROPN", "NOUN", "ADJ") for i in range(line.start, colon)):
            return False
        is_named = colon + 1 < line.stop and around.tokens[colon + 1].upos == "PROPN"
        return is_named and any(around.tokens[i].upos == "VERB" for i in range(colon + 1, line.stop))
