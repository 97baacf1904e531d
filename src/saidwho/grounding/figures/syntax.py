"""What stands where: the words of a text with their syntax, as the rules of figures ask for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from saidwho.types.document import Span
from saidwho.types.reading import Reading

# A rule never looks farther than so many words, so that time stays linear in texts without sentence ends.
REACH = 40
DASHES = ("-", "–", "—", "‑", "−")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Syntax:
    """The words of one text, by number.

    words: as written; lower: in lower case. upos, heads, relations: Universal Dependencies, heads by number.
    starts, ends: offsets into text. firsts, pasts: of each word the sentence, as first word and word just past the last.
    glued: whether no white space stands before a word.
    """

    text: str
    words: list[str]
    lower: list[str]
    upos: list[str]
    heads: list[int]
    relations: list[str]
    starts: list[int]
    ends: list[int]
    firsts: list[int]
    pasts: list[int]

    @classmethod
    def of(cls, text: str, reading: Reading) -> "Syntax":
        tokens = reading.tokens
        words = [text[t.span.start : t.span.end] for t in tokens]
        firsts, pasts = [0] * len(tokens), [len(tokens)] * len(tokens)
        for first, past in reading.sentences:
            firsts[first:past] = [first] * (past - first)
            pasts[first:past] = [past] * (past - first)
        return cls(
            text=text,
            words=words,
            lower=[word.lower().replace("’", "'") for word in words],
            upos=[t.upos for t in tokens],
            heads=[t.head for t in tokens],
            relations=[t.relation for t in tokens],
            starts=[t.span.start for t in tokens],
            ends=[t.span.end for t in tokens],
            firsts=firsts,
            pasts=pasts,
        )

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, past: int) -> Span:
        """The characters of the words first to past."""
        return Span(start=self.starts[first], end=self.ends[past - 1])

    def at(self, i: int) -> str:
        """Word i in lower case; empty outside the text."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def tag(self, i: int) -> str:
        """The part of speech of word i; empty outside the text."""
        return self.upos[i] if 0 <= i < len(self.upos) else ""

    def is_glued(self, i: int) -> bool:
        """Whether no white space stands between word i and the one before it."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def is_capital(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.words[i][:1].isupper()

    def is_name(self, i: int) -> bool:
        """Whether word i is written as a name: a capital inside a sentence, or what syntax calls a proper noun."""
        return self.is_capital(i) and (self.upos[i] == "PROPN" or i > self.firsts[i])

    def reads(self, i: int, *words: str) -> bool:
        """Whether these words, in lower case, stand at i."""
        return i >= 0 and self.lower[i : i + len(words)] == list(words)

    def window(self, i: int, *, before: int = REACH, after: int = REACH) -> tuple[int, int]:
        """The words of the sentence of i that lie so near."""
        return max(self.firsts[i], i - before), min(self.pasts[i], i + after)

    def dependents(self, i: int) -> Iterator[int]:
        """The words near i that hang on it, in the order of the text."""
        first, past = self.window(i)
        return (j for j in range(first, past) if self.heads[j] == i and j != i)
