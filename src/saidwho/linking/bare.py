"""Which numbers does a text give without saying again what they count: "had counted six", "a first shipment of 80 had left"?

What is counted, the claim tells; here it stays open.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from saidwho.types.document import Span
from saidwho.types.grounding import Figure

_UNIT_WORDS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_UNITS = _UNIT_WORDS.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_UNITS, 2)} | {word: 10 * value for value, word in enumerate(_TENS, 2)}
_WORD = "|".join([*_UNITS, *(f"{ten}(?:-(?:one|{'|'.join(_UNITS[:8])}))?" for ten in _TENS)])
_QUALIFIER = "at least|no fewer than|more than|over|at most|up to|about|around|some|nearly|almost"
# What may follow a number that stands by itself; a noun or an adjective would be what it counts.
_AFTER = (
    r"\s*(?:[.,;!?”’\"']|$)|\s+(?:of (?:them|the|its|his|her|their|our|these|those)|more|had|have|has|were|was|are|is|who|which|"
    r"that|and|but|"
    r"at|in|on|by|before|when|after|to|with|went|it|became|left|or)\b"
)
_NUMBER = re.compile(
    rf"\b(?:(?P<qualifier>{_QUALIFIER})\s+)?(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+|{_WORD})\b"
    rf"(?P<more>(?:,)? or (?:a (?:little|few) )?more\b)?(?={_AFTER})(?![.,:]\d|%|['’]s\b)",
    re.IGNORECASE,
)
# Days, hours, chapters and years are no counts.
_NO_COUNT = re.compile(
    r"(?:\b(?:jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|since|until|from|by|at|no\.?|number|chapter|page|"
    r"in|aged?|the|of the)|\d[:.])\s*$",
    re.IGNORECASE,
)


# Outside the words of a proposition a bare number counts the same only where the text says that it is a count.
_COUNTED = re.compile(r"\b(?:count\w*|tolls?|figures?|numbers?|totals?|estimat\w*|sp(?:o|ea)k\w* of|puts?)\b[^.]{0,25}$", re.IGNORECASE)


def bare_figures(text: str, span: Span, taken: Iterable[Span], *, within: Sequence[Span]) -> Iterator[Figure]:
    """Figures inside a sentence that name nothing they count. taken: what is read there already, times and figures among it.

    within: the words of the proposition that the sentence is of.
    """
    used = list(taken)
    for found in _NUMBER.finditer(text, span.start, span.end):
        at = Span(start=found.start("number"), end=found.end("number"))
        before = text[max(0, found.start() - 12) : found.start()]
        is_taken = any(one.start < at.end and at.start < one.end for one in used)
        is_outside = not any(one.start <= at.start and at.end <= one.end for one in within)
        if is_outside and not _COUNTED.search(text[max(0, found.start() - 40) : found.start()]):
            continue
        if not is_taken and not (found["qualifier"] is None and _NO_COUNT.search(before)) and not _is_year(found["number"]):
            yield _figure(found, at)


def _is_year(written: str) -> bool:
    return len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100


def _figure(found: re.Match[str], at: Span) -> Figure:
    qualifier = (found["qualifier"] or (found["more"] or "").strip(" ,") or "").lower() or None
    value = _value(found["number"].lower())
    is_least = bool(found["more"]) or qualifier in ("at least", "no fewer than", "more than", "over")
    return Figure(
        span=at,
        low=None if qualifier in ("at most", "up to") else value,
        high=None if is_least else value,
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
    if written[0].isdigit():
        return int(written.replace(",", ""))
    ten, _, one = written.partition("-")
    return _VALUES[ten] + (1 if one == "one" else _VALUES.get(one, 0))
