"""Which figures are sums of money given, and in what currency?"""

import unicodedata
from dataclasses import replace
from functools import cache

from babel.core import Locale, get_global

from saidwho.statements.aid.words import STAGE_OF, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

_GOODS = WORDS["goods"]
_MILLION = 10**6
_ASKING = 8
# "200 million kroner ($23 million)": characters between a sum and itself in other money.
_BETWEEN = 3
_SINGULAR = {"kroner": "krone", "kronor": "krona", "kronur": "krona", "korunas": "koruna", "zlotys": "zloty"}


def sums_in(around: Surroundings, figures: tuple[Figure, ...], *, is_aid: bool) -> list[Figure]:
    """The sums of a sentence, without what is only asked for and without one that says another again in other money.

    is_aid: whether the sentence speaks of aid; millions of what is counted nowhere else are then money.
    """
    found = [f for f in figures if _is_money(f, is_aid=is_aid) and not _is_asked_for(around, f.span) and (f.low or f.high)]
    return [f for n, f in enumerate(found) if n == 0 or not _is_again(around.text, found[n - 1].span, f.span)]


def size(amount: Figure) -> float:
    """What a sum is at least, or else at most."""
    return amount.low or amount.high or 0


def of_donor(amount: Figure, text: str, country: str | None) -> Figure:
    """A sum in the money of the state that gives it, where its words leave the currency open: "45 million francs" of Switzerland.

    Plain dollars of a state whose own money are other dollars are nobody's for certain. country: ISO 3166-1 alpha-3.
    """
    words = amount.span.of(text).lower().split()
    noun = _plain(words[-1]) if words else ""
    own = _money(country).get(noun) if country else None
    if own is None or amount.currency == own:
        return amount
    if amount.currency is None:
        return replace(amount, currency=own)
    return replace(amount, currency=None) if noun == "dollar" and "us" not in words and "american" not in words else amount


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


def _is_money(figure: Figure, *, is_aid: bool) -> bool:
    """Whether a figure is a sum. Millions of what is counted nowhere else are, where a sentence speaks of aid: "45 million florins"."""
    if figure.unit == "money" or figure.currency is not None or (figure.unit or "") in WORDS["currency"]:
        return True
    return figure.counts is None and size(figure) >= _MILLION and (figure.unit is None or (is_aid and figure.unit not in _GOODS))


def _is_again(text: str, first: Span, second: Span) -> bool:
    """Whether a sum stands in brackets behind another."""
    between = text[first.end : second.start]
    return len(between) <= _BETWEEN and "(" in between


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
