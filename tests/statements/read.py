"""Own reports through the reader, grounding and the steps under test."""

from functools import cache

from saidwho.grounding.grounding import ground
from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import find_attributions, shipped_world
from saidwho.statements.beside import Beside
from saidwho.statements.chains import Chains, Link
from saidwho.statements.citing import settle_citing
from saidwho.statements.nesting import add_inner, enclosing
from saidwho.statements.sides import shipped_sides
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Document
from saidwho.types.grounding import Grounding
from saidwho.types.reading import Attribution, Reading


@cache
def settled(text: str, outlet: str | None = None, published: str | None = None) -> tuple[Document, Reading, Grounding]:
    """A report with its attributions settled and inner ones added."""
    document = freeze(Draft(text=text, outlet=outlet, published=published, language="en"))
    reading = find_attributions(text)
    return document, *add_inner(document, *settle_citing(document, reading, ground(document, reading, shipped_world())))


def links(text: str, outlet: str | None = None) -> dict[Attribution, tuple[Link, ...]]:
    """The chain of each attribution, in the order found."""
    document, reading, grounding = settled(text, outlet)
    marked = Beside(Surroundings(text, reading), reading, reading.attributions).relays()
    found = Chains(document, reading, grounding, marked).chains(reading.attributions, within=enclosing(reading.attributions))
    return dict(zip(reading.attributions, found, strict=True))


def chains(text: str, outlet: str | None = None) -> list[list[str]]:
    """The names in each chain."""
    return [[link.name for link in chain] for chain in links(text, outlet).values()]


def nests(text: str) -> list[tuple[str, str, str | None]]:
    """Source and content of each attribution, and the source of the one around it."""
    _, reading, _ = settled(text)
    return [
        (_words(text, a.source), _words(text, a.content), None if outer is None else _words(text, reading.attributions[outer].source))
        for a, outer in zip(reading.attributions, enclosing(reading.attributions), strict=True)
    ]


def sides(text: str, published: str | None) -> list[str | None]:
    """The side of the speaker of each attribution."""
    document, reading, grounding = settled(text, None, published)
    report = shipped_sides().of_report(document, grounding)
    speakers = {speaker.source: speaker for speaker in grounding.speakers}
    return [report.of(speakers.get(attribution.source)) for attribution in reading.attributions]


def _words(text: str, spans: tuple[object, ...]) -> str:
    return " ".join(span.of(text) for span in spans)  # type: ignore[attr-defined]
