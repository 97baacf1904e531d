"""Does a phrase name the body that prints a text, by its name or a shorter form of it?

On its own page "the Ministry", "the Foreign Ministry" or "the Mission" is whoever prints there, unless the text has just spoken
of another ministry or mission.
"""

import re
from bisect import bisect_left

from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.vocabulary import noun
from saidwho.text.issuing import prints_as
from saidwho.types.document import Document, Span

_WORDS = re.compile(r"[\w-]+")
# What stands behind a comma or in brackets tells where a body is, or on whose pages.
_ASIDE = re.compile(r"[,(]")
# Words behind the noun of a name that tell whose it is or where.
_BEHIND = frozenset({"of", "for", "in", "at", "from", "on", "against", "without", "to", "under"})
_SMALL = frozenset({"the", "and", "'s", "’s", *_BEHIND})
_ARTICLES = frozenset({"the", "this", "our"})
_OTHERS = frozenset({"his", "her", "their", "its", "another", "a", "an", "every", "any", "no"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
# Words that one name has at most, on each side of its noun.
_MOST = 8


class ShortNames:
    """The forms of the name of whoever prints a text; none where it is a paper, which is called by whole words alone.

    head: the noun of the name, in small letters; empty for a paper.
    """

    def __init__(self, document: Document, trees: Trees) -> None:
        name = document.outlet or ""
        self._trees = trees
        self._own = frozenset(_words(name)) - _SMALL
        self.head = _head(_words(_ASIDE.split(name)[0])) if prints_as(name, document.text) != "paper" else ""
        self._at = [i for i, word in enumerate(trees.words) if self.head and word == self.head]

    def has(self, span: Span) -> bool:
        """Whether a phrase, its article aside, is the name or a shorter form of it, and the text has named nobody else by it lately."""
        first, past = self._trees.covering(span)
        numbers = self._at[bisect_left(self._at, first) : bisect_left(self._at, past)]
        if len(numbers) != 1:
            return False
        start, end, words = self._phrase(numbers[0])
        is_all = past <= end and (first >= start or (first == start - 1 and self._trees.words[first] in _ARTICLES))
        return is_all and words <= self._own and self._is_definite(start, numbers[0], words) and not self._is_taken_up(numbers[0], words)

    def _is_definite(self, start: int, head: int, words: frozenset[str]) -> bool:
        """Whether a phrase has an article, or begins a sentence as names do. In small letters it is a body's, or of several words."""
        trees = self._trees
        is_capital = trees.tokens[head].span.of(trees.text)[:1].isupper()
        known = noun(self.head)
        opens = start == 0 or trees.sentence(start) != trees.sentence(start - 1)
        is_the = start > 0 and trees.words[start - 1] in _ARTICLES
        return (is_the and (is_capital or len(words) > 1 or (known is not None and known.kind == "body"))) or (is_capital and opens)

    def _is_taken_up(self, head: int, words: frozenset[str]) -> bool:
        """Whether the same noun was last used of somebody else, whom the words can go back to."""
        before = bisect_left(self._at, head) - 1
        last = self._phrase(self._at[before])[2] if before >= 0 else frozenset()
        return not last <= self._own and words <= last

    def _phrase(self, head: int) -> tuple[int, int, frozenset[str]]:
        """Where the phrase of a noun begins and ends, as tokens, and the words that tell whose it is."""
        trees, start, past = self._trees, head, head + 1
        while start and head - start < _MOST and self._modifies(start - 1):
            start -= 1
        if past < len(trees.words) and trees.words[past] in _BEHIND:
            end = self._past_name(past + 1)
            past = end if end > past + 1 else past
        words = {word for word in trees.words[start:past] if word not in _SMALL}
        if start and trees.words[start - 1] in _OTHERS:
            words.add(trees.words[start - 1])
        return start, past, frozenset(words)

    def _modifies(self, number: int) -> bool:
        trees = self._trees
        is_same = trees.sentence(number) == trees.sentence(number + 1)
        return is_same and (trees.tokens[number].upos in _MODIFIERS or trees.words[number] in ("'s", "’s"))

    def _past_name(self, first: int) -> int:
        """Past the capitals that begin at a token, with small words between them; the token where there are none."""
        trees, past = self._trees, first
        for number in range(first, min(first + _MOST, len(trees.words))):
            if trees.tokens[number].span.of(trees.text)[:1].isupper():
                past = number + 1
            elif trees.words[number] not in _SMALL:
                break
        return past


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(name)]


def _head(words: list[str]) -> str:
    """The noun of a name: what stands before the first "of" or "for", else the last word."""
    past = next((i for i, word in enumerate(words) if i and word in _BEHIND), len(words))
    return words[past - 1] if words else ""
