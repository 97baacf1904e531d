"""Which figures are sums of money given, and in what currency?"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from babel.core import Locale, get_global

from saidwho.statements.aid.words import STAGE_OF, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

# ISO 4217.
CODES = frozenset(Locale("en").currencies)
_MILLION, _BILLION = 10**6, 10**9
_ASKING = 8
# Words behind a sum that is left: "are left".
_REMAINING = 2
# Words from "brings" to the sum that it makes.
_BRINGING = 10
# "200 million kroner ($23 million)": characters between a sum and itself in other money.
_BETWEEN = 3
# What is given each month or day is no package; what is given each year is told of as one.
RATES = frozenset({"day", "week", "month", "hour"})
# A total may be rounded; it is one of so many parts or more.
_ROUNDED, _PARTS = 0.02, 2
_COMPARING = (("down", "from"), ("up", "from"), ("compared", "with"), ("compared", "to"), ("instead", "of"), ("rather", "than"))
# "150 million for the treasury", of which nobody says what they are.
_BARE = re.compile(
    r"(?<![\w$€£¥.,-])(?P<number>\d{1,15}(?:\.\d{1,15})?|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|(?:a|two|three|four|five|six|seven|eight|nine) hundred)[ \t\u00a0-]"
    r"(?P<scale>million|billion|mln|bln|bn)\b(?:-(?P<money>[a-z]+))?(?![ \t]+(?:of[ \t]|people\b|tonnes\b|tons\b))",
    re.IGNORECASE | re.ASCII,
)
_NUMBERS = (
    "a:1 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 fifteen:15 twenty:20 thirty:30 forty:40 "
    "fifty:50 sixty:60 seventy:70 eighty:80 ninety:90"
)
_SCALES = ("million", "billion")
_WORDS = {word: int(value) for word, _, value in (pair.partition(":") for pair in _NUMBERS.split())}
_USUAL = {"dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "hryvnia": "UAH", "shekel": "ILS"}
_CROWNS = ("crown", "krone", "krona", "koruna")
_SINGULAR = {"kroner": "krone", "kronor": "krona", "kronur": "krona", "korunas": "koruna", "zlotys": "zloty"}


def sums_in(around: Surroundings, figures: tuple[Figure, ...]) -> list[Figure]:
    """The sums of a sentence, without what is only asked for and without one that says another again in other money."""
    given = (f for f in figures if not _is_asked_for(around, f.span) and not _is_left(around, f.span))
    found = [f for f in given if _is_money(f) and f.per not in RATES and (f.low or f.high)]
    return [f for n, f in enumerate(found) if n == 0 or not _is_again(around.text, found[n - 1].span, f.span)]


def is_total_of(whole: Figure, parts: list[Figure]) -> bool:
    """Whether a sum is what others come to: "95 billion, of which 61 for Kastria, 26 for Ossel and 8 for Sund"."""
    added = sum(map(size, parts))
    is_one_money = {f.currency for f in (whole, *parts)} == {whole.currency}
    return len(parts) >= _PARTS and is_one_money and abs(size(whole) - added) <= _ROUNDED * added


def without_former(around: Surroundings, sums: list[Figure]) -> list[Figure]:
    """The sums of a sentence without what a sum was before, "from 12 million to 8 million", "down from 12 million", and without what
    they bring a total to."""
    sums = [f for f in sums if not _is_brought_to(around, f.span)]
    sums = [f for n, f in enumerate(sums) if not n or not _tells_no_more(around, sums[n - 1].span, f.span)]
    return [f for n, f in enumerate(sums) if n + 1 == len(sums) or not _is_former(around, f.span, sums[n + 1].span)]


def bare_sums(around: Surroundings, sentence: Span, known: tuple[Figure, ...]) -> Iterator[Figure]:
    """Millions of nothing named, in a sentence of aid: "lent the treasury 150 million"; and those that were taken for a part of the name
    before them: "paid Kastria 50 million euros". known: the sums that are told with their money."""
    for found in _BARE.finditer(around.text, sentence.start, sentence.end):
        span = Span(start=found.start(), end=found.end())
        behind = around.touched(span).stop
        money = (found["money"] or "").lower()
        if money and _plural(money) not in WORDS["currency"] and money not in WORDS["currency"]:
            continue  # "a 40-million-strong people".
        if not money and around.words[behind : behind + 1] and around.words[behind] in WORDS["currency"]:
            money, span = around.words[behind], Span(start=span.start, end=around.tokens[behind].span.end)
        is_of_things = not money and behind in range(len(around.tokens)) and around.tokens[behind].upos in ("NOUN", "ADJ", "PROPN")
        is_of_things = is_of_things and around.words[behind] != "worth"
        if is_of_things or any(f.span.start < span.end and span.start < f.span.end for f in known):
            continue
        if _is_asked_for(around, span) or _is_left(around, span):
            continue
        value = _value(found["number"].lower(), _MILLION if found["scale"].lower().startswith("m") else _BILLION)
        yield Figure(
            span=span, low=value, high=value, qualifier=None, unit=None, counts=None, of=None, victims=None, per=None, over=None,
            cumulative=False, since=None, as_of=None, part_of=None, currency=_USUAL.get(_plain(money)),
        )  # fmt: skip


def in_money_of(former: list[Figure], amount: Figure, text: str) -> Figure:
    """A sum that names no money in that of the last before it that does: "Norway gave 75 million euros, Sweden 30 million"."""
    is_bare = amount.currency is None and amount.unit in (None, "money") and amount.span.of(text).lower().endswith(_SCALES)
    named = next((f for f in reversed(former) if f.currency is not None or f.unit not in (None, "money")), None)
    return replace(amount, currency=named.currency, unit=named.unit) if is_bare and named is not None else amount


def _plural(money: str) -> str:
    return money if money.endswith("s") else f"{money}s"


def _value(number: str, scale: int) -> int:
    word, _, hundred = number.partition(" ")
    factor = float(word) if word[0].isdigit() else _WORDS[word] * (100 if hundred else 1)
    return round(factor * scale)


def size(amount: Figure) -> float:
    """What a sum is at least, or else at most."""
    return amount.low or amount.high or 0


def of_donor(amount: Figure, text: str, country: str | None) -> Figure:
    """A sum in the money of the state that gives it, where its words leave the currency open: "45 million francs" of Switzerland.

    Plain dollars of a state whose own money are other dollars are nobody's for certain. country: ISO 3166-1 alpha-3.
    """
    money = _money(country) if country else {}
    nouns = [_plain(word) for word in amount.span.of(text).lower().replace("-", " ").split()]
    # "25 million pounds of support"; Denmark's crowns are kroner.
    noun = next((word for word in nouns if word in money or word == "crown"), "")
    own = next((money[word] for word in (_CROWNS if noun == "crown" else (noun,)) if word in money), None)
    if own is None or amount.currency == own:
        return amount
    if amount.currency is None:
        return replace(amount, currency=own)
    return replace(amount, currency=None) if noun == "dollar" and not {"us", "u.", "u", "american"} & set(nouns) else amount


def is_money_of(amount: Figure, country: str | None) -> bool:
    """Whether a sum is in the money of a country. country: ISO 3166-1 alpha-3."""
    return country is not None and amount.currency is not None and amount.currency in _money(country).values()


@cache
def _money(country: str) -> dict[str, str]:
    """The money that is tender in a country, by the noun for it: "franc" is CHF in Switzerland. From Unicode CLDR, as Babel has it."""
    code = (get_global("territory_aliases").get(country) or [country])[0]
    names = Locale("en").currencies
    tender = (money for money, _, end, is_tender in get_global("territory_currencies").get(code, ()) if end is None and is_tender)
    return {_plain(names[money].split()[-1].lower()): money for money in tender if money in names}


def _plain(noun: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", noun) if not unicodedata.combining(c))
    return _SINGULAR.get(bare, bare[:-1] if bare.endswith("s") else bare)


def _is_money(figure: Figure) -> bool:
    """Whether a figure is a sum: of money, or millions of nothing named."""
    unit = figure.unit or ""
    if unit == "money" or figure.currency is not None or {unit, unit.removesuffix("s")} & WORDS["currency"]:
        return True
    return figure.counts is None and size(figure) >= _MILLION and figure.unit is None


def _is_again(text: str, first: Span, second: Span) -> bool:
    """Whether a sum stands in brackets behind another."""
    between = text[first.end : second.start]
    return len(between) <= _BETWEEN and "(" in between


def _is_brought_to(around: Surroundings, figure: Span) -> bool:
    """Whether a sum is a total: "that brings the gifts of the year to 245 million"."""
    first = around.touched(figure).start
    before = around.words[max(first - _BRINGING, 0) : first]
    return before[-1:] == ("to",) and bool({"bring", "brings", "bringing", "brought"} & set(before))


def _is_former(around: Surroundings, first: Span, second: Span) -> bool:
    before, between = around.touched(first).start - 1, around.text[first.end : second.start].split()
    return before >= 0 and around.words[before] == "from" and between[-1:] == ["to"]


def _tells_no_more(around: Surroundings, before: Span, figure: Span) -> bool:
    """Whether a sum is only what the one before is compared with, grew to or grew from."""
    return _is_compared(around, figure) or _is_grown_to(around, before, figure) or _is_grown_from(around, before, figure)


def _is_grown_from(around: Surroundings, before: Span, figure: Span) -> bool:
    """ "Raised its offer to 14 million from the 9 million promised last week"."""
    at, first = around.touched(figure).start - 1, around.touched(before).start - 1
    at -= at >= 0 and around.words[at] == "the"
    return min(at, first) >= 0 and around.words[at] == "from" and around.words[first] == "to"


def _is_grown_to(around: Surroundings, first: Span, second: Span) -> bool:
    """ "Raised its contribution by 300 million to 2 billion": what is new is the first."""
    at, between = around.touched(first).start - 1, around.text[first.end : second.start].split()
    return at >= 0 and around.words[at] == "by" and between == ["to"]


def _is_compared(around: Surroundings, figure: Span) -> bool:
    """Whether a sum is only what another is compared with: "8 million, down from 12 million"."""
    first = around.touched(figure).start
    return any(around.words[first - len(pair) : first] == pair for pair in _COMPARING)


def _is_left(around: Surroundings, figure: Span) -> bool:
    """Whether a sum is what has not been used as yet: "only 120 million dollars are left of the credit"."""
    behind = around.touched(figure).stop
    near = around.words[behind : behind + _REMAINING]
    return near[:1] in (("remain",), ("remains",), ("remained",)) or (
        near[:1] in (("are",), ("is",), ("was",), ("were",)) and near[-1:] == ("left",)
    )


def _is_asked_for(around: Surroundings, figure: Span) -> bool:
    """Whether a sum is only asked for: "the $3.85 billion that the world body had asked for"."""
    numbers = around.touched(figure)
    for i in range(numbers.start - 1, max(numbers.start - _ASKING, -1), -1):
        if around.words[i] in WORDS["asked"] | {"appealed", "appealing", "seeking", "asking"}:
            return True
        if around.words[i] in STAGE_OF or around.tokens[i].upos == "VERB" or around.words[i] == ".":
            break
    for i in range(numbers.stop, min(numbers.stop + _ASKING, len(around.tokens))):
        if around.words[i] in WORDS["asked"]:
            return True
        if around.words[i] in (".", ",", ";") or around.words[i] in STAGE_OF:
            return False
    return False
