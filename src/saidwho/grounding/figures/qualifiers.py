"""Which words say how near a number is, and which bound do they leave open?"""

from dataclasses import dataclass
from typing import Literal, get_args

from saidwho.grounding.figures.numbers import Number
from saidwho.grounding.figures.syntax import Syntax
from saidwho.text.tables import rows_of

Effect = Literal["least", "most", "about"]

# Words that may stand between a qualifier and its number: "at least another 17".
_BETWEEN = (
    ("another",),
    ("a", "further"),
    ("an", "additional"),
    ("a",),
    ("further",),
    ("the",),
    ("an", "estimated"),
    ("some",),
    ("an", "extra"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A qualifier before or after a number: its words, and what it leaves open."""

    first: int
    past: int
    effect: Effect


Phrases = dict[str, list[tuple[tuple[str, ...], Effect]]]


def _phrases(side: str, *, key: int) -> Phrases:
    """The phrases of one side by their first or last word, longest first."""
    effects: dict[str, Effect] = {effect: effect for effect in get_args(Effect)}
    index: Phrases = {}
    for where, effect, phrase in rows_of("tables/qualifiers.tsv", package=__package__, columns=3):
        if where == side:
            words = tuple(phrase.split())
            index.setdefault(words[key], []).append((words, effects[effect]))
    return {word: sorted(found, key=lambda entry: -len(entry[0])) for word, found in index.items()}


_ENDING = _phrases("before", key=-1)
_FOLLOWING = _phrases("after", key=0)


def qualifier_before(s: Syntax, first: int) -> Qualifier | None:
    """The qualifier whose words end just before a number or money sign, across "another" and the like."""
    found = _ends_at(s, first)
    if found:
        return found
    for words in _BETWEEN:
        if first - len(words) > s.firsts[first] and s.reads(first - len(words), *words):
            farther = _ends_at(s, first - len(words))
            if farther and words != ("the",):
                return farther
    return None


def _ends_at(s: Syntax, past: int) -> Qualifier | None:
    for words, effect in _ENDING.get(s.at(past - 1), ()):
        first = past - len(words)
        if first >= s.firsts[past - 1] and s.reads(first, *words) and not (words == ("over",) and _is_quarrel(s, first)):
            return Qualifier(first=first, past=past, effect=effect)
    return None


def _is_quarrel(s: Syntax, i: int) -> bool:
    """Whether "over" is that of taking over, winning over, or of a quarrel."""
    return s.at(i - 1) in (
        "took",
        "take",
        "takes",
        "taken",
        "taking",
        "hand",
        "handed",
        "turned",
        "dispute",
        "row",
        "fly",
        "flew",
        "flying",
        "outrage",
    )


def qualifier_after(s: Syntax, past: int, sentence: int) -> Qualifier | None:
    """The qualifier that begins just after a number or its noun."""
    for words, effect in _FOLLOWING.get(s.at(past), ()):
        if s.reads(past, *words) and past + len(words) <= s.pasts[sentence]:
            if words[0] == "-" and not s.is_glued(past):
                continue
            if words == ("+",) and not s.is_glued(past):
                continue
            return Qualifier(first=past, past=past + len(words), effect=effect)
    return None


def bounds(number: Number, effect: Effect | None) -> tuple[int | float | None, int | float | None]:
    """What number and qualifier allow: at least leaves high open, up to leaves low open, about leaves both as written."""
    low = None if effect == "most" else number.low
    high = None if effect == "least" else number.high
    if effect == "most":
        high = number.high
    if effect == "least":
        low = number.low
    return _plain(low), _plain(high)


def _plain(value: object) -> int | float | None:
    """A whole number as int, any other as float."""
    if value is None:
        return None
    whole = int(value)  # type: ignore[call-overload]
    return whole if whole == value else float(value)  # type: ignore[arg-type]
