"""Which columns have the lists of what was found in a record?"""

from saidwho.export.rows import Column
from saidwho.export.spans import NOBODY
from saidwho.record.find.actors import FoundActor
from saidwho.record.find.aid import FoundAid
from saidwho.record.find.changes import FoundChange
from saidwho.record.find.documents import FoundDocument
from saidwho.record.find.figures import FoundFigure
from saidwho.record.find.places import FoundPlace
from saidwho.record.find.statements import FoundStatement


def _printed(published: str | None, outlet: str | None) -> str:
    return ", ".join(part for part in (published and published[:10], outlet) if part)


def _bounds(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return ""
    told = [None if bound is None else f"{bound:,.15g}" for bound in (low, high)]
    if low == high:
        return told[0] or ""
    return f"{told[0]} or more" if high is None else f"up to {told[1]}" if low is None else f"{told[0]} to {told[1]}"


def _counted(one: FoundFigure) -> str:
    parts = [one.currency or one.unit, one.counts, one.victims, f"per {one.per}" if one.per else None]
    parts += [f"over {one.over}" if one.over else None, f"of {one.of}" if one.of else None, "said not to be so" if one.negated else None]
    return ", ".join(part for part in parts if part)


def _amount(one: FoundAid) -> str:
    return " ".join(part for part in (_bounds(one.low, one.high), one.currency) if part)


STATEMENTS: tuple[Column[FoundStatement], ...] = (
    Column(head="id", cell=lambda one: one.id, is_id=True),
    Column(head="printed", cell=lambda one: _printed(one.published, one.outlet), ratio=5, style="dim"),
    Column(head="who", cell=lambda one: one.speaker or one.source or NOBODY, ratio=5, style="bold"),
    Column(head="how", cell=lambda one: ", ".join(part for part in (one.act, one.form) if part), ratio=4, style="italic"),
    Column(head="what", cell=lambda one: one.quote, ratio=14),
)
DOCUMENTS: tuple[Column[FoundDocument], ...] = (
    Column(head="id", cell=lambda one: one.id, is_id=True),
    Column(head="printed", cell=lambda one: _printed(one.published, one.outlet), ratio=5, style="dim"),
    Column(head="title", cell=lambda one: one.title or one.key or one.url, ratio=12, style="bold"),
    Column(head="statements", cell=lambda one: one.statements, ratio=3),
    Column(head="revision", cell=lambda one: one.revision, ratio=3),
)
FIGURES: tuple[Column[FoundFigure], ...] = (
    Column(head="statement", cell=lambda one: one.statement, is_id=True),
    Column(head="printed", cell=lambda one: _printed(one.published, one.outlet), ratio=5, style="dim"),
    Column(head="who", cell=lambda one: one.speaker, ratio=5),
    Column(head="figure", cell=lambda one: one.words, ratio=5, style="bold"),
    Column(head="bounds", cell=lambda one: _bounds(one.low, one.high), ratio=4),
    Column(head="of what", cell=_counted, ratio=6),
    Column(head="said", cell=lambda one: one.quote, ratio=10),
)
AID: tuple[Column[FoundAid], ...] = (
    Column(head="id", cell=lambda one: one.id, is_id=True),
    Column(head="printed", cell=lambda one: _printed(one.published, one.outlet), ratio=5, style="dim"),
    Column(head="from", cell=lambda one: one.donor, ratio=5, style="bold"),
    Column(head="to", cell=lambda one: one.recipient, ratio=5, style="bold"),
    Column(head="kind", cell=lambda one: one.kind, ratio=4),
    Column(head="amount", cell=_amount, ratio=5),
    Column(head="stage", cell=lambda one: " ".join(part for part in (one.stage, one.date) if part), ratio=4),
)
ACTORS: tuple[Column[FoundActor], ...] = (
    Column(head="id", cell=lambda one: one.id, is_id=True),
    Column(head="name", cell=lambda one: one.name, ratio=8, style="bold"),
    Column(head="kind", cell=lambda one: one.kind, ratio=4),
    Column(head="role", cell=lambda one: one.role, ratio=6),
    Column(head="speaks for", cell=lambda one: one.of_name, ratio=6),
    Column(head="country", cell=lambda one: one.country, ratio=3),
    Column(head="documents", brief="docs", cell=lambda one: one.documents, ratio=3),
    Column(head="statements", brief="stmts", cell=lambda one: one.statements, ratio=3),
)
PLACES: tuple[Column[FoundPlace], ...] = (
    Column(head="name", cell=lambda one: one.name, ratio=8, style="bold"),
    Column(head="region", cell=lambda one: one.admin1, ratio=6),
    Column(head="country", cell=lambda one: one.country, ratio=3),
    Column(head="latitude", brief="lat.", cell=lambda one: one.lat, ratio=4),
    Column(head="longitude", brief="lon.", cell=lambda one: one.lon, ratio=4),
    Column(head="precision", brief="prec.", cell=lambda one: one.where_prec, ratio=3),
    Column(head="documents", brief="docs", cell=lambda one: one.documents, ratio=3),
    Column(head="statements", brief="stmts", cell=lambda one: one.statements, ratio=3),
)
CHANGES: tuple[Column[FoundChange], ...] = (
    Column(head="at", cell=lambda one: f"{one.at[:19]}Z", ratio=6, style="dim"),
    Column(head="what", cell=lambda one: one.kind, ratio=4, style="bold"),
    Column(head="id", cell=lambda one: one.item, is_id=True),
    Column(head="in", cell=lambda one: one.title or one.key or one.outlet, ratio=8),
    Column(head="words", cell=lambda one: one.words or one.note, ratio=10),
)
