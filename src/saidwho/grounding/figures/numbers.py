"""Where are numbers written, and what range do their words allow?"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from saidwho.grounding.figures.lexicon import PEOPLE
from saidwho.grounding.figures.money import money_after, money_before
from saidwho.grounding.figures.syntax import DASHES, Syntax
from saidwho.text.calendar_words import MONTHS
from saidwho.text.numerals import FRACTIONS, MONEY_SCALES, OPENERS, SCALES, SHORT_SCALES, SMALL, TENS, VAGUE_SCALES, WEAK
from saidwho.text.tables import word_set

Form = Literal["exact", "vague", "weak", "fraction", "none"]
# No count in a report is longer; longer runs of digits are telephone numbers, accounts and noise.
LONGEST = 15
# Verbs that take a figure "from 20 to 25": two figures, not a range.
CHANGES = word_set(
    """
    rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing
    jump jumped fall falls fell fallen falling drop drops dropped dropping decrease decreased decline declined go goes went gone
    revise revised revising raise raises raised raising lower lowered cut up down upped swell swelled swollen doubled shrink shrank
    soar soared surge surged
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as written.

    first, past: its words. low, high: what they allow; None where the words leave it open.
    is_word: written in letters. is_range: two numbers ("30 to 40").
    """

    first: int
    past: int
    low: Decimal | None
    high: Decimal | None
    form: Form = "exact"
    is_word: bool = False
    is_range: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cardinal:
    """One number, its scale apart: "4.5bn" is 4.5 and 10**9."""

    past: int
    base: Decimal
    scale: int
    is_word: bool

    @property
    def value(self) -> Decimal:
        return self.base * self.scale


def find_numbers(s: Syntax) -> Iterator[Number]:
    """All numbers of a text in its order; none shares a word with another."""
    i, past = 0, len(s)
    while i < past:
        number = _number_at(s, i) if _may_begin(s, i) else None
        if number:
            yield number
        i = number.past if number else i + 1


_OPENING = (
    {words[0] for words in (*OPENERS, *WEAK)} | {"a", "an", "half", "no", "nobody", "none", "the"} | set(VAGUE_SCALES) | set(FRACTIONS)
)
_BEGINS = _OPENING | set(SMALL) | set(TENS) | set(SCALES)


def _may_begin(s: Syntax, i: int) -> bool:
    return s.lower[i][0].isdecimal() or s.lower[i] in _BEGINS


def _number_at(s: Syntax, i: int) -> Number | None:
    return _vague(s, i) or _fraction(s, i) or _none(s, i) or _exact(s, i) or _weak(s, i)


def _exact(s: Syntax, i: int) -> Number | None:
    one = read_cardinal(s, i)
    if not one:
        return None
    both = _range(s, i, one)
    return both or Number(first=i, past=one.past, low=one.value, high=one.value, is_word=one.is_word)


def _range(s: Syntax, i: int, low: Cardinal) -> Number | None:
    """The range that begins with this number: "30-40", "300 to 400", "between 2 and 3 million"."""
    p = low.past
    dash = s.at(p) in DASHES and (s.is_glued(p) == s.is_glued(p + 1))
    joined = s.at(p) in ("to", "or") or dash or (s.at(p) == "and" and _opens_range(s, i))
    if not joined or (s.at(p) == "to" and _is_change(s, i)):
        return None
    start = p + 1 + (s.at(p + 1) in SYMBOL_STARTS)
    start += s.at(start) in SYMBOL_STARTS
    high = read_cardinal(s, start)
    if not high or (s.at(p) == "or" and high.value > 4 * low.value):
        return None
    if s.at(i - 1) in MONTHS and high.value > _LAST_DAY:
        return None  # "bringing the total since May 4 to 772"
    if s.at(p) == "to" and _is_growth(s, i) and s.at(high.past) not in ("%", "percent", "per"):
        return None
    value = low.value if low.scale != 1 or low.base >= high.base else low.base * high.scale
    if value >= high.value or low.is_word != high.is_word:
        return None
    return Number(first=i, past=high.past, low=value, high=high.value, is_word=low.is_word, is_range=True)


_LAST_DAY = 31
SYMBOL_STARTS = ("$", "€", "£", "¥", "₴", "₽", "₪", "₹", "us", "a", "c")


def _opens_range(s: Syntax, i: int) -> bool:
    return "between" in (s.at(i - 1), s.at(i - 2), s.at(i - 3))


def _is_change(s: Syntax, i: int) -> bool:
    """Whether "from A to B" is a change, not a range."""
    return "from" in (s.at(i - 1), s.at(i - 2), s.at(i - 3)) and _changes(s, i)


def _is_growth(s: Syntax, i: int) -> bool:
    """Whether "by A to B" tells by how much something grew and to what; "by 10 to 20 percent" is a range."""
    return "by" in (s.at(i - 1), s.at(i - 2)) and _changes(s, i)


def _changes(s: Syntax, i: int) -> bool:
    first, _ = s.window(i, before=12)
    return not CHANGES.isdisjoint(s.lower[first:i])


def read_cardinal(s: Syntax, i: int) -> Cardinal | None:
    """The number that begins at word i, with its scale."""
    word = s.at(i)
    if not word:
        return None
    if word[0].isdecimal():
        return _digits(s, i)
    if word in ("a", "half"):
        return _indefinite(s, i)
    return _letters(s, i) if word in SMALL or word in TENS else None


def _digits(s: Syntax, i: int) -> Cardinal | None:
    body, suffix = _split_suffix(s.lower[i])
    scale = _GLUED.get(suffix, 0)
    if not scale or (suffix in MONEY_SCALES and not _is_of_money(s, i, i + 1)):
        return None
    past = i + 1
    if suffix == "" and body.isdecimal() and len(body) <= 3:
        body, past = _spaced_thousands(s, i)
    base = _value_of(body, is_scaled=scale != 1 or bool(_scale_at(s, past, first=i)))
    if base is None:
        return None
    past, scale = _scales(s, past, scale, first=i)
    return Cardinal(past=past, base=base, scale=scale, is_word=False)


_GLUED = {"": 1, **SCALES, **SHORT_SCALES, **MONEY_SCALES}


def _split_suffix(word: str) -> tuple[str, str]:
    body = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    return body, word[len(body) :]


def _value_of(body: str, *, is_scaled: bool) -> Decimal | None:
    """The value of digits with commas: thousands (Indian ones too), or a decimal comma before a scale."""
    if sum(c.isdecimal() for c in body) > LONGEST:
        return None
    whole, _, rest = body.partition(".")
    if rest and not rest.isdecimal():
        return None
    groups = whole.split(",")
    if not all(group.isdecimal() for group in groups):
        return None
    if len(groups) == 1 or (len(groups[-1]) == 3 and all(len(g) in (2, 3) for g in groups[1:])):
        return Decimal("".join(groups) + ("." + rest if rest else ""))
    if is_scaled and len(groups) == 2 and not rest:
        return Decimal(".".join(groups))
    return None


def _spaced_thousands(s: Syntax, i: int) -> tuple[str, int]:
    """Digits with thousands set apart by one blank: "300 000"."""
    body, p = s.lower[i], i + 1
    while p < s.pasts[i] and len(s.lower[p]) == 3 and s.lower[p].isdecimal() and s.starts[p] == s.ends[p - 1] + 1 and len(body) < LONGEST:
        body, p = body + s.lower[p], p + 1
    return body, p


def _scales(s: Syntax, past: int, scale: int, *, first: int) -> tuple[int, int]:
    """Go on over scales: "4.5 bn", "2.3-million", "5 hundred thousand". first: where the number begins."""
    for _ in range(3):
        hop = s.at(past) in DASHES and s.is_glued(past) and s.is_glued(past + 1)
        more = _scale_at(s, past + hop, first=first)
        if not more:
            break
        past, scale = past + hop + 1, scale * more
    return past, scale


def _scale_at(s: Syntax, p: int, *, first: int) -> int:
    word = s.at(p)
    if word in MONEY_SCALES:
        return MONEY_SCALES[word] if s.is_glued(p) and (s.at(p + 1) in PEOPLE or _is_of_money(s, first, p + 1)) else 0
    return SCALES.get(word) or SHORT_SCALES.get(word, 0)


def _is_of_money(s: Syntax, i: int, past: int) -> bool:
    """Whether a currency stands before or after: what tells "5m" from five metres."""
    return bool(money_before(s, i) or money_after(s, past))


def _indefinite(s: Syntax, i: int) -> Cardinal | None:
    """ "a dozen", "a hundred and fifty", "half a million", "a million and a half"."""
    if s.at(i) == "half":
        p = i + 1
        while s.at(p) in DASHES or s.at(p) in ("a", "an"):
            p += 1
        scale = SCALES.get(s.at(p), 0)
        return Cardinal(past=p + 1, base=Decimal("0.5"), scale=scale, is_word=True) if scale and p <= i + 4 and p > i + 1 else None
    if s.reads(i, "a", "quarter", "of", "a") and s.at(i + 4) in SCALES:
        return Cardinal(past=i + 5, base=Decimal("0.25"), scale=SCALES[s.at(i + 4)], is_word=True)
    scale = SCALES.get(s.at(i + 1), 0)
    if not scale:
        return None
    if s.reads(i + 2, "and", "a", "half"):
        return Cardinal(past=i + 5, base=Decimal("1.5"), scale=scale, is_word=True)
    return _letters(s, i)


def _letters(s: Syntax, i: int) -> Cardinal | None:
    """A number in words. A dozen ends it, as in "two dozen"."""
    total = group = 0
    p, last = i, ""
    while p < s.pasts[i] and p < i + 12:
        q = p + (p > i and s.at(p) in DASHES and s.is_glued(p) and s.is_glued(p + 1))
        q += s.at(q) == "and" and last in ("hundred", "scale") and (s.at(q + 1) in SMALL or s.at(q + 1) in TENS)
        word = s.at(q)
        if word == "a" and p == i:
            group, last = 1, "small"
        elif word in SMALL and last in ("", "hundred", "scale", "tens") and not (last == "tens" and not 0 < SMALL[word] < 10):
            group, last = group + SMALL[word], "small"
        elif word in TENS and last in ("", "hundred", "scale"):
            group, last = group + TENS[word], "tens"
        elif word == "hundred" and last in ("small", "tens"):
            group, last = group * 100, "hundred"
        elif word in SCALES and last in ("small", "tens", "hundred", "scale"):
            total, group, last = (total + group) * SCALES[word] if last == "scale" else total + group * SCALES[word], 0, "scale"
        else:
            break
        p = q + 1
        if word == "dozen":
            break
    halved = _and_a_half(s, p, total + group)
    return halved or _cardinal(p, total, group)


def _cardinal(past: int, total: int, group: int) -> Cardinal:
    """With the scale apart, where the number is one group of it ("three thousand"), so that a range can share it."""
    for scale in _BY_SIZE:
        if not group and total and total % scale == 0 and total // scale < 1000:
            return Cardinal(past=past, base=Decimal(total // scale), scale=scale, is_word=True)
    return Cardinal(past=past, base=Decimal(total + group), scale=1, is_word=True)


_BY_SIZE = sorted(set(SCALES.values()), reverse=True)


def _and_a_half(s: Syntax, p: int, whole: int) -> Cardinal | None:
    """ "two and a half million"."""
    if not s.reads(p, "and", "a", "half") or s.at(p + 3) not in SCALES:
        return None
    return Cardinal(past=p + 4, base=Decimal(whole) + Decimal("0.5"), scale=SCALES[s.at(p + 3)], is_word=True)


def _vague(s: Syntax, i: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a few dozen"."""
    p = i
    for opener in OPENERS:
        if s.reads(i, *opener) and s.at(i + len(opener)) in SCALES:
            p = i + len(opener) + 1
            while s.at(p) in SCALES:
                p += 1
            return Number(first=i, past=p, low=None, high=None, form="vague", is_word=True)
    if s.at(p) not in VAGUE_SCALES or (s.at(p) in ("tens", "scores") and not _is_counting(s, p)):
        return None
    p += 1
    while s.at(p) == "of" and s.at(p + 1) in VAGUE_SCALES:
        p += 2
    p += 2 if s.at(p) == "upon" and s.at(p + 1) in VAGUE_SCALES else 0
    return Number(first=i, past=p, low=None, high=None, form="vague", is_word=True)


def _is_counting(s: Syntax, i: int) -> bool:
    """Whether "scores" and "tens" count, and are not those of a match or a tenth."""
    after = s.at(i + 1)
    return after in ("of", "more", "were", "dead", "killed", "wounded", "injured", "have") or after in PEOPLE


def _fraction(s: Syntax, i: int) -> Number | None:
    """ "half of", "a third of", "two-thirds of", "most of": open, since what they are part of may be open."""
    p = i
    if s.at(p) in ("a", "one") and s.at(p + 1) in FRACTIONS:
        p += 1
    elif s.at(p) in SMALL or s.at(p) == "the":
        p += 1 + (s.at(p + 1) in DASHES)
    if s.at(p) not in FRACTIONS or s.at(p) == "none" or (p == i and s.at(p) not in ("half", "most")):
        return None
    if s.at(p + 1) != "of" or s.at(p + 2) in ("a", "an", "all"):
        return None
    return Number(first=i, past=p + 1, low=None, high=None, form="fraction", is_word=True)


def _none(s: Syntax, i: int) -> Number | None:
    """ "no casualties", "no one", "nobody", "none of": zero, where it is said of what befell people."""
    zero = Decimal(0)
    if s.reads(i, "no", "one") or s.reads(i, "no", "-", "one"):
        return Number(first=i, past=i + 2 + (s.at(i + 1) == "-"), low=zero, high=zero, form="none", is_word=True)
    if s.at(i) in ("no", "nobody", "none"):
        return Number(first=i, past=i + 1, low=zero, high=zero, form="none", is_word=True)
    return None


def _weak(s: Syntax, i: int) -> Number | None:
    if s.at(i - 1) in ("how", "as", "so", "too", "that"):
        return None
    for words in WEAK:
        if s.reads(i, *words):
            return Number(first=i, past=i + len(words), low=None, high=None, form="weak", is_word=True)
    return None
