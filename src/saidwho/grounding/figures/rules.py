"""What number may stand for a vague word, by a rule somebody has published? Never applied unless asked for."""

import re
from dataclasses import dataclass, replace
from types import MappingProxyType

from saidwho.errors import GroundingError
from saidwho.grounding.figures.wordlists import word_set
from saidwho.types.grounding import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A published rule. values: what each word stands for. source: where it is published."""

    name: str
    source: str
    values: MappingProxyType[str, int]


ACLED = Rule(
    name="acled",
    source="Armed Conflict Location & Event Data, codebook: fatalities given as tens, dozens or hundreds",
    values=MappingProxyType({"tens": 10, "dozens": 12, "hundreds": 100}),
)
RULES = MappingProxyType({ACLED.name: ACLED})


def apply_rule(figure: Figure, text: str, *, rule: str = ACLED.name) -> Figure:
    """The figure with the number that a rule puts for its vague word; any other figure is returned as it is.

    text: that of the document, for the figure's words. "hundreds of thousands" is in no rule and stays open.
    Raises GroundingError if there is no rule of that name.
    """
    if rule not in RULES:
        raise GroundingError(f"there is no rule {rule!r} for vague figures. Rules are {', '.join(RULES)}.")
    if figure.low is not None or figure.high is not None:
        return figure
    words = re.findall(r"[a-z]+", figure.span.of(text).lower())
    vague = [word for word in words if word in _VAGUE]
    value = RULES[rule].values.get(vague[0]) if len(vague) == 1 else None
    return figure if value is None else replace(figure, low=value, high=value)


_VAGUE = word_set("tens dozens scores hundreds thousands millions billions trillions")
