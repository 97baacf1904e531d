"""Which figures should be found in our own sentences?

sentences.tsv and fresh.tsv have a line a sentence: the sentence, its figures with " | " between, and the times it is given
("Monday=2024-05-06"). A figure is "words; value; unit; counts; key=value; ...". Words may end in "#2" for their second place in the
sentence. A value is "17", "17+" (at least), "..300" (at most), "30..40", or "?" where the words leave it open. Keys: q qualifier, of,
v victims, per, over, cum, since, asof, part (the words of the whole), cur, neg; what is not named is empty.
"""

from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

from saidwho.types.document import Span
from saidwho.types.grounding import Time

HERE = Path(__file__).parent
WRITTEN, FRESH = HERE / "sentences.tsv", HERE / "fresh.tsv"
_ARTICLES = ("the ", "a ", "an ")

Value = int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One figure as it should be found; the fields of a Figure, with words in place of ids and spans."""

    words: str
    span: Span
    low: Value
    high: Value
    unit: str | None
    counts: str | None = None
    qualifier: str | None = None
    of: str | None = None
    victims: str | None = None
    per: str | None = None
    over: str | None = None
    cumulative: bool = False
    since: str | None = None
    as_of: str | None = None
    part_of: str | None = None
    currency: str | None = None
    negated: bool = False


# What two figures must agree on to be the same, each a row of the table.
ASPECTS = {
    "words": ("words",),
    "value": ("low", "high", "negated"),
    "qualifier": ("qualifier",),
    "unit": ("unit", "currency"),
    "counts": ("counts",),
    "of whom": ("of", "victims"),
    "rate": ("per", "over"),
    "total": ("cumulative", "since", "as_of"),
    "part of": ("part_of",),
}


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence with its figures. key: its number in the file."""

    key: str
    text: str
    figures: tuple[Gold, ...]
    times: tuple[Time, ...]

    @cached_property
    def length(self) -> int:
        return len(self.text)


class GoldError(ValueError):
    """A line of the sentences is wrong; the message begins with file and line."""


def sentences_of(file: Path) -> list[Sentence]:
    """Read one file of sentences. Raises GoldError where a line is not as the docstring of this module says."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(_sentence(f"{file.stem} {number:03}", line))
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{file.name}, line {number}: {error}") from error
    return found


def bare(words: str | None) -> str | None:
    """Words that say whose, in lower case and without article: "The army" and "army" are one."""
    if words is None:
        return None
    low = words.lower()
    return next((low[len(article) :] for article in _ARTICLES if low.startswith(article)), low)


def _sentence(key: str, line: str) -> Sentence:
    text, figures, times, *_ = [*line.split("\t"), "", ""]
    return Sentence(
        key=key,
        text=text,
        figures=tuple(_gold(text, cell) for cell in figures.split(" | ") if cell.strip()),
        times=tuple(_time(text, cell) for cell in times.split("; ") if cell.strip()),
    )


def _time(text: str, cell: str) -> Time:
    words, _, edtf = cell.rpartition("=")
    return Time(span=_span(text, words), edtf=edtf, date_prec=1)


def _span(text: str, words: str) -> Span:
    """Where words stand in a text; "#2" asks for the second place."""
    words, _, nth = words.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


_KEYS = {
    "q": "qualifier",
    "of": "of",
    "v": "victims",
    "per": "per",
    "over": "over",
    "since": "since",
    "asof": "as_of",
    "part": "part_of",
    "cur": "currency",
}
_FLAGS = {"cum": "cumulative", "neg": "negated"}


def _gold(text: str, cell: str) -> Gold:
    words, value, unit, counts, *rest = [part.strip() for part in cell.strip().split(";")]
    low, high = _value(value)
    given: dict[str, str | bool] = {}
    for part in rest:
        key, sign, content = part.partition("=")
        given[_KEYS[key] if sign else _FLAGS[key]] = content if sign else True
    if "part_of" in given:
        _span(text, str(given["part_of"]))
    span = _span(text, words)
    kind = None if counts == "-" else counts
    return Gold(words=span.of(text), span=span, low=low, high=high, unit=None if unit == "-" else unit, counts=kind, **_as_found(given))


def _as_found(given: dict[str, str | bool]) -> dict[str, str | bool]:
    return {name: bare(str(value)) if name == "of" else value for name, value in given.items()}  # type: ignore[misc]


def _value(value: str) -> tuple[Value, Value]:
    if value == "?":
        return None, None
    if value.endswith("+"):
        return _number(value[:-1]), None
    low, dots, high = value.partition("..")
    return (_number(low) if low else None), _number(high if dots else low)


def _number(digits: str) -> int | float:
    return float(digits) if "." in digits else int(digits)


FIELDS = tuple(field.name for field in fields(Gold) if field.name != "span")
