"""As what somebody may speak, and who stands behind him."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["body", "unnamed official", "unnamed", "outlet", "open", "own voice", "onlooker"]
# Who speaks for a state that no text names.
HERE = "state:here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """As what somebody speaks.

    root: the key of who stands behind it, the state for all its executive; equal roots are one origin. name: of the root.
    body: through whom it speaks, where that is narrower. state: of a local authority or public service, the root that it is
    one with unless it has a basis of its own; state_name: its name. is_adrift: an organ of a state that its text leaves open.
    is_reporter: one who reports for the outlet that root is.
    """

    kind: Kind
    root: str
    name: str
    body: str | None = None
    state: str | None = None
    state_name: str | None = None
    is_adrift: bool = False
    is_reporter: bool = False
