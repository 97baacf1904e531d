"""What does linking make of one report by itself, whatever stands beside it?

Another process may make it while the reports before are linked: it is a sixth of the work.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from saidwho.linking.facts import Facts
from saidwho.linking.nodes import Kept
from saidwho.linking.shingles import Digests
from saidwho.linking.sketches import Sketch

# The rank of a text among originals (two numbers), the id of its document, and the numbers of the bands that it stands in.
Bands = tuple[int, int, str, tuple[int, ...]]


class Alone(NamedTuple):
    """The node that a proposition is folded into where nobody judged it, as it is while nothing else is.

    node: its number. kept, sketch: see saidwho.linking.nodes and saidwho.linking.sketches.
    """

    node: int
    kept: Kept
    sketch: Sketch


class Denial(NamedTuple):
    """A statement that denies, or may: its number and that of its place in the document, and of who denies (0: nobody knows)."""

    statement: int
    voice: int
    who: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ready:
    """facts: of the report. All else is made when it is asked for where it is not there.

    written: the facts as a store keeps them. bands, shingles: of the text. alone: by the id of each proposition. denials: all of the
    report.
    """

    facts: Facts
    written: bytes | None = None
    bands: Bands | None = None
    shingles: Digests | None = None
    alone: Mapping[str, Alone] = field(default_factory=dict)
    denials: tuple[Denial, ...] | None = None
