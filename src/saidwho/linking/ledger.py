"""Which announcements are of one package of aid, and how far has it come?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from saidwho.linking.clusters import components
from saidwho.linking.days import Days, day_of, days_of
from saidwho.linking.parties import Party, parties_of
from saidwho.linking.stems import stems
from saidwho.types.grounding import Figure
from saidwho.types.linking import LedgerRow, LedgerStage
from saidwho.types.statement import AidPackage, AidStage, Report

# An amount told again is rounded ("nearly $150 million").
_ROUNDED = 0.02
# Without an amount, packages of one donor are one where they are told of within days and share an item.
_DAYS = 10
# Deliveries follow an announcement by months.
_FOLLOWS = 400
_STAGES = ("announced", "pledged", "committed", "allocated", "contracted", "delivered", "cancelled")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Told:
    """One package as one document tells it."""

    package: AidPackage
    document: str
    donor: Party | None
    recipient: Party | None
    day: int | None
    announced: Days | None
    items: frozenset[str]


def find_ledger(reports: Iterable[Report]) -> tuple[LedgerRow, ...]:
    """One row a package, by id, however many reports tell of it; the order of reports does not matter."""
    told = sorted((one for report in reports for one in _told(report)), key=lambda one: (one.package.id, one.document))
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        blocks[_root(one.donor)].append(number)
    pairs = {(a, b) for block in blocks.values() for i, a in enumerate(block) for b in block[i + 1 :] if _is_one(told[a], told[b])}
    return tuple(_row([told[n] for n in group]) for group in components(range(len(told)), pairs))


def _told(report: Report) -> Iterable[_Told]:
    parties = parties_of(report)
    for package in report.aid:
        stage_days = [days for stage in package.history if stage.stage in ("announced", "pledged") and (days := days_of(stage.date))]
        yield _Told(
            package=package,
            document=report.document.id,
            donor=parties.get(package.donor or ""),
            recipient=parties.get(package.recipient or ""),
            day=day_of(report.document.published),
            announced=stage_days[0] if stage_days else None,
            items=frozenset(word for item in package.items for word in stems(item.name)),
        )


def _root(party: Party | None) -> str | None:
    """The state behind a ministry, else the body."""
    return (party.state or party.key or party.name) if party else None


def _root_name(party: Party | None) -> str | None:
    if party is None or party.kind == "state":
        return party.name if party else None
    return next((name for key, name, _ in party.owners if key == party.state), party.name)


def _is_one(one: _Told, other: _Told) -> bool:
    """Whether two tellings are of one package."""
    if one.recipient and other.recipient and _root(one.recipient) != _root(other.recipient):
        return False
    if one.package.kind and other.package.kind and one.package.kind != other.package.kind:
        return False
    if one.announced and other.announced and one.announced.apart(other.announced) > 1:
        return False
    gap = abs(one.day - other.day) if one.day is not None and other.day is not None else 0
    a, b = one.package.amount, other.package.amount
    if a and b:
        return gap <= _FOLLOWS and _is_same_amount(a, b) and (gap <= _DAYS or bool(one.announced or other.announced))
    return gap <= _DAYS and bool(one.items & other.items)


def _is_same_amount(one: Figure, other: Figure) -> bool:
    a, b = one.low if one.low is not None else one.high, other.low if other.low is not None else other.high
    return one.currency == other.currency and a is not None and b is not None and abs(a - b) <= _ROUNDED * max(a, b)


def _row(group: Sequence[_Told]) -> LedgerRow:
    donor = next((one.donor for one in group if one.donor), None)
    recipient = next((one.recipient for one in group if one.recipient), None)
    ordered = sorted(group, key=lambda one: (one.day if one.day is not None else 0, one.package.id))
    return LedgerRow(
        id=min(one.package.id for one in group),
        donor=_root_name(donor),
        donor_id=_root(donor),
        recipient=_root_name(recipient),
        recipient_id=_root(recipient),
        kind=next((one.package.kind for one in ordered if one.package.kind), None),
        amount=next((one.package.amount for one in ordered if one.package.amount), None),
        items=max((one.package.items for one in ordered), key=len),
        stages=_stages(ordered),
        members=tuple(sorted({one.package.id for one in group})),
        documents=tuple(sorted({one.document for one in group})),
    )


def _stages(ordered: Sequence[_Told]) -> tuple[LedgerStage, ...]:
    """Each stage once for each amount, with the earliest date that is told and all statements that tell it."""
    found: dict[tuple[str, tuple[float | None, str | None] | None], list[AidStage]] = defaultdict(list)
    for one in ordered:
        for stage in one.package.history:
            amount = (stage.amount.low, stage.amount.currency) if stage.amount else None
            found[stage.stage, amount].append(stage)
    stages = []
    for (name, amount), group in found.items():
        if amount is None and any(other != amount for stage, other in found if stage == name):
            continue  # told again without its amount
        same = list(group)
        same += found.get((name, None), []) if amount is not None else []
        dates = sorted(stage.date for stage in same if stage.date)
        stages.append(
            LedgerStage(
                stage=same[0].stage,
                amount=same[0].amount,
                date=dates[0] if dates else None,
                statements=tuple(sorted({stage.statement for stage in same})),
            )
        )
    return tuple(sorted(stages, key=lambda stage: (_STAGES.index(stage.stage), stage.date or "")))


def sums(rows: Iterable[LedgerRow]) -> dict[tuple[str | None, str | None, str, str | None], float]:
    """What each donor gave of each kind at each stage, in each currency, no package counted twice.

    Keys are donor's id, kind, stage and currency (ISO 4217).
    """
    totals: dict[tuple[str | None, str | None, str, str | None], float] = defaultdict(float)
    for row in rows:
        for stage in row.stages:
            amount = stage.amount or (row.amount if stage.stage == "announced" else None)
            value = (amount.low if amount.low is not None else amount.high) if amount else None
            if amount and value is not None:
                totals[row.donor_id, row.kind, stage.stage, amount.currency] += value
    return dict(totals)
