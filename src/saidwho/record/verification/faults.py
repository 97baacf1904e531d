"""What can be wrong with an item of a record?"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One altered, missing or extra item. item: what it is, with its id or its place. why: how that shows."""

    kind: Literal["altered", "missing", "extra"]
    item: str
    why: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.item}: {self.why}"
