"""Which resolver is measured? This is the one place that says it."""

from collections.abc import Callable

from saidwho.grounding.grounding import ground
from saidwho.pipeline.reading import shipped_world
from saidwho.types.document import Document
from saidwho.types.grounding import Grounding
from saidwho.types.reading import Reading

Ground = Callable[[Document, Reading], Grounding]


def measured(document: Document, reading: Reading) -> Grounding:
    """The package's own."""
    return ground(document, reading, shipped_world())
