"""Which money is meant? Names and codes are Babel's (Unicode CLDR), of the currencies that are tender today."""

from dataclasses import dataclass
from functools import cache

from babel.core import Locale, get_global

from saidwho.grounding.figures.syntax import DASHES, Syntax
from saidwho.text.tables import word_set

# A bare "$" is read as United States dollars, as agencies write it; "Rs", "pounds", "lira", "dinars" stay open.
_SYMBOLS: dict[str, str | None] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₪": "ILS", "₹": "INR", "₺": "TRY", "₩": "KRW",
    "₸": "KZT", "₼": "AZN", "₾": "GEL", "֏": "AMD", "₦": "NGN", "₱": "PHP", "৳": "BDT", "฿": "THB", "₫": "VND", "؋": "AFN",
    "rs": None, "rs.": None, "₨": None,
}  # fmt: skip
_DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "nt": "TWD",
    "s": "SGD",
    "u.s.": "USD",
}
_YEN = {"cn": "CNY", "jp": "JPY"}
_POUNDS = {"e": "EGP", "ll": "LBP"}
# Names that reports use without saying whose, where the world's other users of the name are seldom meant.
_USUAL = {
    "dollar": "USD",
    "euro": "EUR",
    "ruble": "RUB",
    "yuan": "CNY",
    "yen": "JPY",
    "hryvnia": "UAH",
    "shekel": "ILS",
    "sterling": "GBP",
    "buck": "USD",
}
_SPELLINGS = {
    "rouble": "ruble", "roubles": "ruble", "rubles": "ruble", "hryvnias": "hryvnia", "hryvnya": "hryvnia", "hryvnyas": "hryvnia",
    "hryvna": "hryvnia", "shekels": "shekel", "sheqels": "shekel", "zlotys": "zloty", "zlotych": "zloty", "renminbi": "yuan",
    "liras": "lira", "bucks": "buck", "rands": "rand", "kroner": "krone", "kroners": "krone", "kronor": "krona", "korunas": "koruna",
}  # fmt: skip
_ADJECTIVES = {"american": "us", "united states": "us", "u.s.": "us", "israeli": "israeli", "sterling": "british", "english": "british"}
# One state's money today, but many others called theirs so, in history and in stories: only with an adjective is it known whose.
# Without one it is counted like "thalers", and its name is kept as the unit.
_NOBODYS = word_set("florin guilder escudo gold")
# Money by these names is not told from other things by the name alone.
_DOUBTFUL = word_set("pound won real rand mark crown dram som sum lek leu lev birr dong kip rupee cent penny pula pa'anga tala vatu ariary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The words of a currency beside a number. code: ISO 4217, None where the words leave it open."""

    first: int
    past: int
    code: str | None


def money_before(s: Syntax, first: int) -> Money | None:
    """The sign or code that ends just before a number: "$", "US$", "USD"."""
    i = first - 1
    if i < 0 or i < s.firsts[first]:
        return None
    sign = s.at(i)
    if sign in _SYMBOLS:
        lead = {"$": _DOLLARS, "¥": _YEN, "£": _POUNDS}.get(sign, {}).get(s.at(i - 1)) if s.is_glued(i) else None
        return Money(first=i - bool(lead), past=first, code=lead or _SYMBOLS[sign])
    if s.words[i] in _codes():
        return Money(first=i, past=first, code=s.words[i])
    return None


def money_after(s: Syntax, past: int) -> Money | None:
    """The name, sign or code that begins just after a number: "euros", "US dollars", "€"."""
    p = past + (s.at(past) in DASHES and s.is_glued(past) and s.is_glued(past + 1))
    p += 1 if s.reads(p, "of") and past != p else 0
    if s.words[p : p + 1] and s.words[p] in _codes():
        return Money(first=p, past=p + 1, code=s.words[p])
    if s.at(p) in _SYMBOLS and s.at(p) not in ("rs", "rs.") and s.is_glued(p):
        return Money(first=p, past=p + 1, code=_SYMBOLS[s.at(p)])
    return _name_at(s, p)


def _name_at(s: Syntax, p: int) -> Money | None:
    for length in (3, 2, 1):
        words = s.lower[p : p + length]
        if len(words) < length:
            continue
        noun = _noun(words[-1])
        if noun not in _nouns():
            continue
        adjective = " ".join(words[:-1])
        if noun in _NOBODYS and not adjective:
            continue
        code = _named(_ADJECTIVES.get(adjective, adjective), noun)
        if adjective and code is None:
            continue
        past = p + length + (s.at(p + length) == "sterling")
        return Money(first=p, past=past, code="GBP" if s.at(p + length) == "sterling" else code)
    return None


def is_doubtful(s: Syntax, money: Money, *, is_large: bool) -> bool:
    """Whether the name may be of another thing ("500 pounds of explosives"): so without a country, or a large sum."""
    name = _noun(s.at(money.past - 1))
    return money.past - money.first == 1 and name in _DOUBTFUL and (not is_large or s.at(money.past) == "of")


def _noun(word: str) -> str:
    """The singular of a money name, in the spelling of the tables."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    return word[:-1] if word.endswith("s") and len(word) > 3 and word[:-1] in _nouns() else word


def _named(adjective: str, noun: str) -> str | None:
    codes = _nouns()[noun]
    if adjective:
        return codes.get(adjective)
    if noun in _USUAL:
        return _USUAL[noun]
    return next(iter(codes.values())) if len(codes) == 1 and noun not in _DOUBTFUL else None


@cache
def _codes() -> frozenset[str]:
    """The codes of currencies that are tender somewhere today."""
    tender = {code for uses in get_global("territory_currencies").values() for code, _, until, is_tender in uses if is_tender and not until}
    return frozenset(tender) - {"ALL", "TOP", "CUP", "MOP", "PEN", "TRY"} | {"TRY"}


@cache
def _nouns() -> dict[str, dict[str, str]]:
    """Currency nouns, each with the codes of those who use it by adjective: {"franc": {"swiss": "CHF", ...}}."""
    nouns: dict[str, dict[str, str]] = {}
    for code, name in Locale("en").currencies.items():
        *adjective, noun = name.lower().split()
        if code in _codes() | {"ALL", "TOP", "CUP", "MOP", "PEN"} and noun.isalpha():
            singular = {"rubles": "ruble"}.get(noun, noun)
            nouns.setdefault(singular, {}).setdefault(" ".join(adjective), code)
    nouns.setdefault("pound", {})["sterling"] = "GBP"
    nouns["crown"] = {"czech": "CZK", "danish": "DKK", "icelandic": "ISK", "norwegian": "NOK", "swedish": "SEK"}
    nouns["buck"] = {"us": "USD"}
    nouns["lira"] = {**nouns.get("lira", {}), "lebanese": "LBP", "syrian": "SYP"}
    nouns["sterling"] = {"": "GBP"}
    nouns["shekel"] = {"israeli": "ILS", "new israeli": "ILS", "israeli new": "ILS"}
    return nouns
