"""Which numbers count nothing: dates, ages, names of weapons, scores, addresses, clocks?"""

import re

from saidwho.grounding.figures.fates import fates_at
from saidwho.grounding.figures.lexicon import NOT_COUNTED, PEOPLE
from saidwho.grounding.figures.money import money_before
from saidwho.grounding.figures.numbers import Number
from saidwho.grounding.figures.syntax import DASHES, Syntax
from saidwho.text.calendar_words import MONTHS, SHORT_MONTHS
from saidwho.text.numerals import NUMBERED
from saidwho.text.tables import word_set

_MONTHS = frozenset((*MONTHS, *SHORT_MONTHS, *(f"{name}." for name in SHORT_MONTHS)))
_HARMED = frozenset({"dead", "wounded", "injured", "missing", "displaced", "casualties", "victims"})
_AGES = word_set("aged age ages")
_STREETS = word_set("street road avenue lane boulevard drive square st. rd. ave. highway plaza crescent terrace row alley embankment quay")
_CLOCK = word_set("am pm a.m. p.m. a.m p.m gmt hrs utc o'clock cet est bst local")
_YEARS = word_set("in since of by until till during from before after early late mid through circa around and to for")


def counts_nothing(s: Syntax, number: Number) -> bool:
    """Whether a number is a name, a date, an age, a clock time, a score, an address."""
    if number.form in ("vague", "weak", "fraction", "none"):
        return False
    if _is_share(s, number):
        return True
    rules = (_is_part_of_name, _is_compound, _is_date, _is_age, _is_clock, _is_score, _is_address)
    return any(rule(s, number) for rule in rules) or (number.is_word and _is_figure_of_speech(s, number))


def _is_share(s: Syntax, n: Number) -> bool:
    """ "4 in 10 nurses": neither of the two counts them."""
    first = s.at(n.past) == "in" and s.at(n.past + 1).isdecimal() and s.at(n.past + 2) in PEOPLE
    second = s.at(n.first - 1) == "in" and s.at(n.first - 2).isdecimal() and s.at(n.past) in PEOPLE
    return first or second


def _is_part_of_name(s: Syntax, n: Number) -> bool:
    before = s.at(n.first - 1)
    if before in DASHES and s.is_glued(n.first) and s.is_glued(n.first - 1) and not _is_dash_aside(s, n):
        return True  # T-72, Covid-19
    if before in ("/", "#", "+", "°", "№", ":") and s.is_glued(n.first):
        return True
    if s.at(n.past) in ("/", "°", ":", "+", "_") and s.is_glued(n.past) and not (s.at(n.past) == "+" and not s.is_glued(n.past + 1)):
        return True
    # "The dead number 41": a verb.
    is_label = before in NUMBERED and not (before == "number" and (s.tag(n.first - 1) == "VERB" or s.at(n.first - 2) in _HARMED))
    if is_label and s.firsts[n.first] <= n.first - 1 and not _counts(s, n):
        return True
    return _hangs_on_name(s, n)


def _is_dash_aside(s: Syntax, n: Number) -> bool:
    """Whether a dash glued to a number is one of a money sign or an aside, not of a name."""
    return s.words[n.first - 1] in ("—", "–") and not n.is_range and not s.at(n.first - 2)[-1:].isdecimal()


def _counts(s: Syntax, n: Number) -> bool:
    """Whether people follow the number, or what befell them."""
    after = s.at(n.past)
    if s.at(n.first - 1) in ("shahed", "leopard", "geran", "patriot"):
        return False
    return after in PEOPLE or bool(fates_at(s, n.past)) or (s.tag(n.past) == "ADJ" and s.at(n.past + 1) in PEOPLE)


def _hangs_on_name(s: Syntax, n: Number) -> bool:
    """Whether syntax makes the number part of the name before it ("Shahed 136", "Leopard 2"); "SEK 4.6 billion" is money."""
    i = n.past - 1
    before = n.first - 1
    return (
        s.heads[i] == before
        and s.upos[before] == "PROPN"
        and s.relations[i] in ("nummod", "flat", "compound", "nmod", "appos")
        and not n.is_word
        and money_before(s, n.first) is None
    )


def _is_compound(s: Syntax, n: Number) -> bool:
    """ "24-year-old", "three-day", "12-point"; but not "1,000-strong" and "40-plus"."""
    if s.at(n.past) not in DASHES or not (s.is_glued(n.past) and s.is_glued(n.past + 1)):
        return False
    return s.at(n.past + 1) not in ("strong", "plus", "odd") and s.words[n.past] != "—"


def _is_date(s: Syntax, n: Number) -> bool:
    before, after = s.at(n.first - 1), s.at(n.past)
    if _is_after_month(s, n, before):
        return True
    if n.is_word:
        return False
    if s.is_capital(n.past) and after in _MONTHS:
        return True
    return _is_year(s, n)


def _is_after_month(s: Syntax, n: Number, before: str) -> bool:
    """ "March 12"; but not "on 3 March 12 people", "in March 54 people", "in March two people"."""
    if n.is_word or not s.is_capital(n.first - 1) or before not in _MONTHS or s.tag(n.first - 1) in ("AUX", "VERB"):
        return False
    is_dated = s.at(n.first - 2)[:1].isdecimal() or s.at(n.first - 2) == "in"
    is_late = n.low is not None and 31 < n.low < 1900
    return not ((is_dated or is_late) and _counts(s, n))


def _is_year(s: Syntax, n: Number) -> bool:
    words = [s.words[i] for i in (n.first, n.past - 1)]
    if not any(len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2099 for word in words):
        return False
    if n.past - n.first > 1 and not n.is_range:
        return False
    head = s.heads[n.past - 1]
    counted = s.relations[n.past - 1] == "nummod" and head >= n.past and (s.at(head) in PEOPLE or s.at(head).endswith("s"))
    return not (counted and s.at(n.first - 1) not in _YEARS | {"the"}) and not fates_at(s, n.past)


def _is_age(s: Syntax, n: Number) -> bool:
    first = n.first - (s.at(n.first - 1) in ("between", "from", "over", "under", "about", "around", "of"))
    if (
        (s.at(first - 1) in _AGES and not (s.at(n.first - 1) == "of" and s.at(n.past) in PEOPLE))
        or s.reads(first - 2, "aged", "as")
        or _is_age_of_children(s, n)
        or (s.reads(n.first - 3, "as", "young", "as") or s.reads(n.first - 3, "as", "old", "as"))
    ):
        return True
    if s.at(n.past) == "years" and s.at(n.past + 1) in ("old", "of"):
        return True
    if n.low is None or n.low > 115 or n.low != n.high or n.past - n.first != 1:
        return False
    opening, closing = s.at(n.first - 1), s.at(n.past)
    of_name = s.tag(n.first - 2) == "PROPN" or (s.at(n.first - 2) in PEOPLE and not s.at(n.first - 2).endswith("s"))
    return of_name and (opening, closing) in ((",", ","), ("(", ")"), (",", "."), (",", "and"), (",", "who"), (",", ";"))


def _is_age_of_children(s: Syntax, n: Number) -> bool:
    """ "29 children under 15"."""
    return s.at(n.first - 1) in ("under", "over") and s.at(n.first - 2) in PEOPLE and s.tag(n.past) not in ("NOUN", "ADJ", "PROPN")


def _is_clock(s: Syntax, n: Number) -> bool:
    after = s.at(n.past)
    if after in _CLOCK and not (after == "local" and s.at(n.past + 1) != "time"):
        return True
    words = s.words[n.first]
    if s.at(n.first - 1) in _AT_TIMES and _DOTTED.fullmatch(words):
        return True  # "At 11.05 five bombs fell".
    return len(words) == 4 and words.startswith("0") and words.isdecimal()


_AT_TIMES = word_set("at from since until till by towards around about")
_DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


def _is_score(s: Syntax, n: Number) -> bool:
    """ "3-1", "50-50", and digits in chains, as of telephones."""
    if n.is_range or n.is_word:
        return False
    after = s.at(n.past) in DASHES and s.is_glued(n.past) and s.at(n.past + 1)[:1].isdecimal()
    leading = s.words[n.first].startswith("0") and len(s.words[n.first]) > 1 and s.words[n.first].isdecimal()
    return after or leading


def _is_address(s: Syntax, n: Number) -> bool:
    if n.is_word or not s.is_capital(n.past):
        return False
    return any(s.at(p) in _STREETS and s.is_capital(p) for p in range(n.past, min(n.past + 4, s.pasts[n.first])))


_ONE_OF_ANY = word_set("any every each the this that no an its")


def _is_figure_of_speech(s: Syntax, n: Number) -> bool:
    """ "one of the worst", "Group of Seven", "one another", "one day"."""
    if s.at(n.past) == "in" and s.tag(n.past + 1) == "NUM" and s.at(n.past + 1) not in ("one",) and not s.at(n.past + 1)[:1].isdecimal():
        return True  # one in five
    if s.at(n.first - 1) == "in" and s.tag(n.first - 2) == "NUM":
        return True
    if s.reads(n.first - 2, "group", "of") or s.at(n.first - 1) in ("big", "number", "square"):
        return True
    if s.at(n.first - 1) == "not" and s.at(n.first) in ("one", "a"):
        return True
    if n.low == 1 and n.high == 1 and s.at(n.first) == "one":
        is_which = s.at(n.first - 1) == "which" and s.tag(n.first - 2) != "ADP"  # But "in which one soldier died".
        return is_which or s.at(n.past) in ("another", "'s", "day") or s.at(n.first - 1) in _ONE_OF_ANY
    return s.at(n.past) in NOT_COUNTED and s.at(n.past) not in ("third", "half")
