"""Which small words stand around the names in noun phrases?"""

from dataclasses import dataclass
from pathlib import Path

from saidwho.grounding.register.files import read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The lists of wording.tsv, in small letters; the table says what each is for."""

    modifiers: frozenset[str]
    kinds: frozenset[str]
    fighters: frozenset[str]
    ranks: frozenset[str]
    past: frozenset[str]
    common: frozenset[str]


def read_wording(path: Path) -> Wording:
    """Read the table. Raises RegisterError."""
    rows = read_rows(path, columns=("key", "words"), required=("key", "words"))
    lists = {row.cell("key"): frozenset(row.cell("words").split("|")) for row in rows}
    return Wording(
        modifiers=lists["modifiers"],
        kinds=lists["kinds"],
        fighters=lists["fighters"],
        ranks=lists["ranks"],
        past=lists["past"],
        common=lists["common"],
    )
