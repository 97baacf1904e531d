"""Which numbers does a text give without saying again what they count: "had counted six", "sixty thousand are lying under the wings"?

What is counted, the claim tells; here it stays open. Numbers that name what they count are figures of the report already.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from saidwho.text.numerals import NUMBERED, SCALES, SMALL, TENS
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

_COUNTING = {word: value for word, value in (SMALL | TENS).items() if value > 1}
_SCALES = {word: value for word, value in SCALES.items() if not word.endswith("s")}
_ONE_WORD = "|".join([*_COUNTING, *_SCALES, "one"])
_WORDS = rf"(?:(?:a|one) (?={'|'.join(_SCALES)})|(?=(?:{'|'.join(_COUNTING)})\b))(?:{_ONE_WORD})(?:(?:-| and | )(?:{_ONE_WORD})\b)*"
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+|[1-9]\d*)(?:(?:\.\d+)? (?:{'|'.join(_SCALES)})\b)?"
_LEAST = ("at least", "no fewer than", "not fewer than", "no less than", "more than", "over")
_MOST = ("at most", "up to", "no more than", "not more than", "fewer than", "less than")
_QUALIFIER = "|".join((*_LEAST, *_MOST, "about", "around", "some", "nearly", "almost", "perhaps"))
# What may follow a number that stands by itself: no plural, which would be what it counts, no name, no measure of time, length or age.
_MEASURE = (
    r"(?:second|minute|hour|day|week|month|year|night|time|o['’]?clock|[ap]\.?m\b|km|kilomet|met(?:re|er)|mile|feet|foot|cm|mm|per\b|"
    r"percent|degree|nautical|square|cubic|past\b|in the (?:morning|afternoon|evening)|at (?:night|dawn|noon)|"
    r"(?:hundred|thousand|million|dozen)s?\b)"
)
_AFTER = (
    rf"\s*(?:[.,;:!?)”’\"']|$)|\s+(?!{_MEASURE})"
    r"(?:(?:has|was|is|as|towards|afterwards|besides|themselves)\b|(?-i:[a-z]+)(?<!s)(?![\w-]))"
)
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<qualifier>{_QUALIFIER})\s+)?(?P<number>{_DIGITS}|{_WORDS})(?![\w/-])"
    rf"(?=\s(?P<joint>to|or|and)\s(?P<upper>{_DIGITS}|{_WORDS})(?![\w-])(?={_AFTER})|)"
    rf"(?P<late>(?:,)? or (?:a (?:little|few) )?more\b|(?:,)? at (?:the )?(?:very )?(?:least|most)\b)?(?={_AFTER})(?![.,:]\d|%|['’]s\b)",
    re.IGNORECASE,
)
# A clock and a calendar go no further.
_LAST_HOUR_OR_DAY = 31
# Whom "the two" points back to is named before; "the 175" gives a count.
_POINTED_AT = 20
_MONTH = r"(?:jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)"
# Hours and days of the month.
_CLOCK = re.compile(rf"(?:\b(?:{_MONTH}|since|until|till|from|by|at|towards|in|of the|before|after)|\d[:.])\s*$", re.IGNORECASE)
# "The dead number 41", "a second wave of nine": these count, too.
_LABELS = {word for word in NUMBERED if word.isalpha()} - {"number", "and", "to", "part", "force", "post", "type", "point", "group"}
# Chapters, houses, ages, shares, and how many live in a town.
_NO_COUNT = re.compile(
    rf"(?:\b(?:{_MONTH}|no\.?|chapters?|pages?|bus|train|tram|minus|aged?|under|below|{'|'.join(map(re.escape, sorted(_LABELS)))}|"
    r"(?:m[ae]n|wom[ae]n|\w*(?:boy|girl)s?|child(?:ren)?|sons?|daughters?|pupils?|youths?|age|city|town|village|people|nation|"
    r"(?-i:Group)) of|\b(?:he|she) (?:is|was))|\d[:.]|\b\d+ in|[$€£])\s*$",
    re.IGNORECASE,
)
_IN = re.compile(r"\bin\s*$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s*$", re.IGNORECASE)
# "Kilometer 118", "Zulai Basayeva, 44,".
_NAMED = re.compile(r"(?:[^\W\d_][^.!?\n]*[ ,“\"(]|-)[A-Z][\w’'-]*\s$")
_AGED = re.compile(r"[A-Z][\w’'-]*,\s$")
_OLDEST = 120
# So many characters before a number tell what it is.
_BEFORE = 40


# Outside the words of a proposition a bare number counts the same only where the text says that it is a count.
_COUNTED = re.compile(
    r"\b(?:count\w*|tolls?|figures?|numbers?|totals?|estimat\w*|sp(?:o|ea)k\w* of|puts?|st(?:oo|an)ds?)\b[^.]{0,25}$", re.IGNORECASE
)


def bare_figures(text: str, span: Span, taken: Iterable[Span], *, within: Sequence[Span]) -> Iterator[Figure]:
    """Figures inside a sentence that name nothing they count. taken: what is read there already, times and figures among it.

    within: the words of the proposition that the sentence is of.
    """
    used = list(taken)
    past = span.start
    for found in _NUMBER.finditer(text, span.start, span.end):
        at = Span(start=found.start("number"), end=found.end("number"))
        is_taken = at.start < past or any(one.start < at.end and at.start < one.end for one in used)
        is_outside = not any(one.start <= at.start and at.end <= one.end for one in within)
        before, after = text[max(span.start, found.start() - _BEFORE) : found.start()], text[found.end() : found.end() + 1]
        if is_taken or (is_outside and not _COUNTED.search(before)):
            continue
        is_range = found["upper"] and (found["joint"] != "and" or before.endswith("between "))
        value, upper = _value(found["number"]), _value(found["upper"]) if is_range else None
        if upper is not None and (upper > value or value <= _LAST_HOUR_OR_DAY):
            past = found.end("upper")  # A range, or "ten to nine".
        if _is_year(found["number"]) or (found["qualifier"] is None and not _counts(value, before, after)):
            continue
        if upper is None or upper > value or value > _LAST_HOUR_OR_DAY:
            yield _figure(found, at, value, max(upper or 0, value))


def _counts(value: int, before: str, after: str) -> bool:
    """Whether a number may be a count between some words: no hour, day, age or number of a thing, and nobody pointed at."""
    if _NO_COUNT.search(before) or _NAMED.search(before) or _IN.search(before):
        return False
    if value <= _LAST_HOUR_OR_DAY and _CLOCK.search(before) and not _COUNTED.search(before):
        return False
    if value <= _POINTED_AT and _THE.search(before):
        return False
    return not (value < _OLDEST and after == "," and _AGED.search(before))


def _is_year(written: str) -> bool:
    return len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100


def _figure(found: re.Match[str], at: Span, value: int, upper: int) -> Figure:
    qualifier = (found["qualifier"] or (found["late"] or "").strip(" ,") or "").lower() or None
    is_most = qualifier is not None and (qualifier in _MOST or qualifier.endswith(" most"))
    is_least = qualifier is not None and (qualifier in _LEAST or qualifier.endswith((" least", "more")))
    return Figure(
        span=at,
        low=None if is_most else value,
        high=None if is_least else upper,
        qualifier=qualifier,
        unit=None,
        counts=None,
        of=None,
        victims=None,
        per=None,
        over=None,
        cumulative=False,
        since=None,
        as_of=None,
        part_of=None,
        currency=None,
    )


def _value(written: str) -> int:
    """What digits or words are worth: "1,900", "33 million", "forty-one", "a hundred and four", "sixty thousand"."""
    written = written.lower()
    if written[0].isdigit():
        digits, _, scale = written.replace(",", "").partition(" ")
        return round(float(digits) * _SCALES.get(scale, 1))
    words = [word for word in re.split(r"[ -]+", written) if word not in ("and", "a")]
    whole, part = reduce(_with_word, words, (0, 0))
    return whole + part


def _with_word(so_far: tuple[int, int], word: str) -> tuple[int, int]:
    whole, part = so_far
    scale = _SCALES.get(word)
    if scale is None:
        return whole, part + (1 if word == "one" else _COUNTING[word])
    return (whole, max(part, 1) * scale) if scale < 1000 else (whole + max(part, 1) * scale, 0)
