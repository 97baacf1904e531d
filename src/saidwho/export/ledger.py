"""How does a person see the ledger of aid: one row a package, however many reports tell of it?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from saidwho.export.rows import Column
from saidwho.linking.ledger import sums
from saidwho.text.figures import figure_words
from saidwho.types.contract import VERSION, figure_shape
from saidwho.types.document import Document
from saidwho.types.grounding import Figure
from saidwho.types.ids import Json
from saidwho.types.linking import LedgerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the ledger with the reports that tell of it, by day of publication."""

    row: LedgerRow
    reports: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What a donor gave of one kind, as far as one stage, in one currency."""

    donor: str | None
    kind: str | None
    stage: str
    currency: str | None
    amount: float


def lines(rows: Sequence[LedgerRow], documents: Mapping[str, Document]) -> list[Line]:
    """Rows with their reports, the newest told of first. documents: by id."""
    found = [
        Line(row=row, reports=tuple(sorted((documents[one] for one in row.documents), key=lambda d: (d.published or "", d.id))))
        for row in rows
    ]
    return sorted(found, key=lambda line: (line.reports[-1].published or "", line.row.id), reverse=True)


def summed(rows: Sequence[LedgerRow]) -> list[Sum]:
    """What each donor gave of each kind at each stage, no package counted twice: the greatest first."""
    names = {row.donor_id: row.donor for row in rows}
    found = [
        Sum(donor=names.get(donor), kind=kind, stage=stage, currency=currency, amount=amount)
        for (donor, kind, stage, currency), amount in sums(rows).items()
    ]
    return sorted(found, key=lambda one: (-one.amount, one.donor or "", one.stage, one.kind or "", one.currency or ""))


def line_shape(line: Line) -> dict[str, Json]:
    """A row as JSON."""
    row = line.row
    return {
        "saidwho": VERSION,
        "id": row.id,
        "donor": row.donor,
        "recipient": row.recipient,
        "kind": row.kind,
        "amount": figure_shape(row.amount) if row.amount else None,
        "items": [item.name for item in row.items],
        "stages": [
            {
                "stage": stage.stage,
                "amount": figure_shape(stage.amount) if stage.amount else None,
                "date": stage.date,
                "statements": list(stage.statements),
            }
            for stage in row.stages
        ],
        "packages": list(row.members),
        "reports": [{"document": one.id, "key": one.key, "outlet": one.outlet, "published": one.published} for one in line.reports],
    }


def sum_shape(one: Sum) -> dict[str, Json]:
    """A sum as JSON."""
    told: dict[str, Json] = {"saidwho": VERSION, "donor": one.donor, "kind": one.kind, "stage": one.stage}
    return told | {"currency": one.currency, "sum": one.amount}


def _amount(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return figure_words(
        figure.low, figure.high, qualifier=figure.qualifier, unit=figure.currency or figure.unit, counts=None, per=figure.per, over=None
    )


def _far(row: LedgerRow) -> Iterator[str]:
    for stage in row.stages:
        yield " ".join(part for part in (stage.stage, stage.date, _amount(stage.amount) if stage.amount != row.amount else "") if part)


def _told_by(line: Line) -> str:
    return "; ".join(dict.fromkeys(one.outlet or one.key or one.id[:12] for one in line.reports))


LEDGER: tuple[Column[Line], ...] = (
    Column(head="from", cell=lambda one: one.row.donor, ratio=5, style="bold"),
    Column(head="to", cell=lambda one: one.row.recipient, ratio=5, style="bold"),
    Column(head="kind", cell=lambda one: one.row.kind, ratio=4),
    Column(head="amount", cell=lambda one: _amount(one.row.amount), ratio=5),
    Column(head="how far", cell=lambda one: ", ".join(_far(one.row)), ratio=7),
    Column(head="things", cell=lambda one: ", ".join(item.name for item in one.row.items), ratio=7),
    Column(head="told by", cell=_told_by, ratio=6, style="dim"),
)
SUMS: tuple[Column[Sum], ...] = (
    Column(head="from", cell=lambda one: one.donor, ratio=5, style="bold"),
    Column(head="kind", cell=lambda one: one.kind, ratio=4),
    Column(head="stage", cell=lambda one: one.stage, ratio=4),
    Column(head="sum", cell=lambda one: f"{one.amount:,.15g} {one.currency or ''}".strip(), ratio=6),
)
