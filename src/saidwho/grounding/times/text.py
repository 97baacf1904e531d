"""The words of a text as the grammar of time sees them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from saidwho.grounding.times.words import WordClass, class_of, listed
from saidwho.types.reading import Mention, Reading, Token

MONTH, YEAR, DAY_NUMBER, NTH, NUMBER = (
    kind.value for kind in (WordClass.MONTH, WordClass.YEAR, WordClass.DAY_NUMBER, WordClass.NTH, WordClass.NUMBER)
)
OTHER, SEASON, VAGUE = WordClass.OTHER.value, WordClass.SEASON.value, WordClass.VAGUE.value

# Written small, or alone, these are other words far more often: an auxiliary, a verb, an adjective, a first name.
_CAPITAL = frozenset({"may", "march", "august", "jan", "feb", "apr", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mar.", "jun."})
_SHORT = frozenset({"jan", "feb", "apr", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
_AMBIGUOUS = frozenset({"may", "march"})
_OWNERS = frozenset(listed("its his her their our 's ’s"))
_BEFORE_TIMES = frozenset(
    listed(
        "in since until till by from to of last this next early late mid between and through during before after for "
        "the - – — ( every each past coming around about"
    )
)
_BEFORE_INFINITIVES = frozenset(listed("to will would may might can could should must not n't"))
_MONEY = frozenset(listed("$ € £ ¥ ₴ ₽ # no. no us$ usd eur gbp"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeText:
    """A text in words.

    lower: each word in lower case. classes: a WordClass a word, as one string. paragraphs: first word and word just past.
    """

    text: str
    tokens: tuple[Token, ...]
    lower: list[str]
    classes: str
    paragraphs: list[tuple[int, int]]

    def word(self, number: int) -> str:
        """A word in lower case; empty where the text has none of that number."""
        return self.lower[number] if 0 <= number < len(self.lower) else ""

    def kind(self, number: int) -> str:
        """The class of a word; OTHER outside the text."""
        return self.classes[number] if 0 <= number < len(self.classes) else OTHER

    def upos(self, number: int) -> str:
        """The part of speech of a word; empty outside the text."""
        return self.tokens[number].upos if 0 <= number < len(self.tokens) else ""

    def is_large(self, number: int) -> bool:
        """Whether a word begins with a capital."""
        return 0 <= number < len(self.tokens) and self.text[self.tokens[number].span.start].isupper()

    def follows(self, number: int) -> bool:
        """Whether a word stands in the same paragraph as a word before it."""
        if not 0 < number < len(self.tokens):
            return False
        between = self.tokens[number - 1].span.end, self.tokens[number].span.start
        return "\n" not in self.text[between[0] : between[1]]


def time_text(text: str, reading: Reading) -> TimeText:
    """Sort the words of a reading into classes, names and look-alikes left out."""
    tokens = reading.tokens
    written = [text[token.span.start : token.span.end] for token in tokens]
    lower = [word.lower() for word in written]
    kinds = [class_of(word) for word in lower]
    for number, kind in enumerate(kinds):
        if kind in _CHECKED:
            kinds[number] = _CHECKED[kind](number, written, kinds, tokens)
    for mention in reading.names:
        _leave_out(mention, tokens, kinds)
    return TimeText(text=text, tokens=tokens, lower=lower, classes="".join(kinds), paragraphs=_paragraphs(text, tokens))


def _month(number: int, written: list[str], kinds: list[str], tokens: tuple[Token, ...]) -> str:
    word = written[number]
    lower = word.lower()
    beside = {kinds[near] for near in (number - 1, number + 1) if 0 <= near < len(kinds)}
    if lower in _CAPITAL and not word[0].isupper():
        return OTHER
    is_dated = bool(beside & {DAY_NUMBER, NTH, YEAR})
    if lower in _SHORT and not is_dated:
        return OTHER
    if lower in _AMBIGUOUS and not is_dated:
        led = number > 0 and written[number - 1].lower() in _BEFORE_TIMES
        return MONTH if led and tokens[number].upos not in ("AUX", "VERB") else OTHER
    return MONTH


def _season(number: int, written: list[str], kinds: list[str], tokens: tuple[Token, ...]) -> str:
    """A season stands after a word that times have; the fall of a town and the spring of a clock are none."""
    if number == 0 or written[number - 1].lower() not in _BEFORE_TIMES | _OWNERS or tokens[number].upos == "VERB":
        return OTHER
    after = kinds[number + 1 : number + 3]
    falls = written[number].lower() in ("fall", "spring") and after[:1] == [WordClass.OF.value] and after[1:] != [YEAR]
    return OTHER if falls else SEASON


def _year(number: int, written: list[str], kinds: list[str], tokens: tuple[Token, ...]) -> str:
    before = written[number - 1].lower() if number else ""
    after = written[number + 1] if number + 1 < len(written) else ""
    return NUMBER if before in _MONEY or after == "%" else YEAR


def _vague(number: int, written: list[str], kinds: list[str], tokens: tuple[Token, ...]) -> str:
    """ "some 20 years" is about twenty."""
    numbers = (DAY_NUMBER, NUMBER, WordClass.NUMBER_WORD.value)
    is_about = written[number].lower() == "some" and number + 1 < len(kinds) and kinds[number + 1] in numbers
    return WordClass.APPROXIMATELY.value if is_about else VAGUE


def _verb(number: int, written: list[str], kinds: list[str], tokens: tuple[Token, ...]) -> str:
    """Talks that last two days, and are to last two days."""
    is_infinitive = number > 0 and written[number - 1].lower() in _BEFORE_INFINITIVES and kinds[number - 1] != MONTH
    return OTHER if is_infinitive or tokens[number].upos == "VERB" else kinds[number]


def _named(number: int, written: list[str], kinds: list[str], tokens: tuple[Token, ...]) -> str:
    """Good Friday, not a good Friday."""
    return kinds[number] if written[number][0].isupper() else OTHER


_CHECKED = {
    MONTH: _month,
    SEASON: _season,
    YEAR: _year,
    VAGUE: _vague,
    WordClass.NAMED.value: _named,
    WordClass.LAST.value: _verb,
}


def _leave_out(mention: Mention, tokens: tuple[Token, ...], kinds: list[str]) -> None:
    """Take the words of a name out of the grammar ("the Sunday Herald"), but for a year at its end ("Expo 2020")."""
    first, past = _touched(mention, tokens)
    if all(kind != OTHER for kind in kinds[first:past]) and not (mention.kind == "person" and past - first == 1):
        return
    for number in range(first, past):
        if not (kinds[number] == YEAR and number in (first, past - 1)):
            kinds[number] = OTHER


def _touched(mention: Mention, tokens: tuple[Token, ...]) -> tuple[int, int]:
    """The words of a mention."""
    first = bisect_right(tokens, mention.span.start, key=lambda token: token.span.end)
    return first, bisect_left(tokens, mention.span.end, lo=first, key=lambda token: token.span.start)


def _paragraphs(text: str, tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    """The lines of a text that hold words, as first word and word just past the last."""
    if not tokens:
        return []
    breaks = [n for n, (a, b) in enumerate(pairwise(tokens), start=1) if text.find("\n", a.span.end, b.span.start) >= 0]
    return list(pairwise([0, *breaks, len(tokens)]))
