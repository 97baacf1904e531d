"""Which announcements are of one package of aid, and how far has it come?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from saidwho.linking.affiliation import is_adjective_of
from saidwho.linking.progress import stages_of
from saidwho.linking.tellings import Told, is_same_amount, is_smaller, size_of, told_in
from saidwho.types.grounding import Figure
from saidwho.types.linking import LedgerRow
from saidwho.types.statement import AidPackage, Report

# Without an amount, packages of one donor are one where they are told of within days and share an item.
_DAYS = 10
# Deliveries follow an announcement by months.
_FOLLOWS = 400
# Stems of items that a delivery must share with what was announced.
_SHARED_ITEMS = 2
# What officials let be known is announced within so many days.
_LEAKED = 7
# A package is compared with so many of the same donor or amount that were told of after it.
_WINDOW = 60
_PROMISES = frozenset({"announced", "pledged", "committed", "allocated"})
_RESOLUTIONS = frozenset({"committed", "allocated"})
_OF_ALL = frozenset({"announced", "committed", "allocated"})
# Parliaments cut what they are asked for, and seldom by more than half.
_LOWERED = 0.5
# An adjective begins with so many letters of its noun.
_STEM = 4


def find_ledger(reports: Iterable[Report]) -> tuple[LedgerRow, ...]:
    """One row a package, by id, however many reports tell of it; the order of reports does not matter."""
    told = sorted((one for report in reports for one in told_in(report)), key=lambda one: (one.package.id, one.document))
    told = _by_names(told)
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for key in _keys(one):
            blocks[key].append(number)
    # Two of one donor and one amount are neighbours twice, and are compared once.
    near = {pair for block in blocks.values() for pair in _neighbours(block, told)}
    pairs = [(a, b) for a, b in near if _is_one(told[a], told[b])]
    groups = [[told[n] for n in group] for group in _grouped(told, pairs)]
    return tuple(_row(group) for group in _with_parts(groups))


class _Group:
    """Tellings that are of one package so far, by their numbers, with what no two of them may tell otherwise."""

    def __init__(self, number: int, one: Told) -> None:
        self.numbers = [number]
        self._donors, self._recipients = {one.donor.root} if one.donor else set(), {one.recipient.root} if one.recipient else set()
        # The kinds that each document tells.
        self._kinds = {one.document: {one.package.kind}}
        # The amounts and things that are told.
        self._amounts, self._items = {_amount_of(one.package.amount)}, one.items
        # The latest day on which the announcements begin, and the earliest on which they end.
        self._begins: float = one.announced.first if one.announced else 0
        self._ends: float = one.announced.last if one.announced else math.inf

    def may_take(self, other: "_Group") -> bool:
        """Whether both have at most one donor, one recipient and one day of announcement."""
        is_leaked = (
            self._amounts == other._amounts != {None} and len(self._amounts) == 1 and len(self._items & other._items) >= _SHARED_ITEMS
        )
        is_one_day = max(self._begins, other._begins) - min(self._ends, other._ends) <= (_LEAKED if is_leaked else 1)
        less, more = sorted((self._kinds, other._kinds), key=len)
        if any(document in more and kinds != more[document] for document, kinds in less.items()):
            return False  # One report tells of both.
        return is_one_day and len(self._donors | other._donors) <= 1 and len(self._recipients | other._recipients) <= 1

    def take(self, other: "_Group") -> None:
        self.numbers += other.numbers
        self._donors |= other._donors
        self._recipients |= other._recipients
        self._amounts |= other._amounts
        self._items |= other._items
        for document, kinds in other._kinds.items():
            self._kinds.setdefault(document, set()).update(kinds)
        if max(self._begins, other._begins) > min(self._ends, other._ends) + 1:
            # What was let be known before it was announced: the later day counts.
            self._begins, self._ends = max((self._begins, self._ends), (other._begins, other._ends))
        else:
            self._begins, self._ends = max(self._begins, other._begins), min(self._ends, other._ends)


def _amount_of(amount: Figure | None) -> tuple[float | None, float | None, str | None] | None:
    return None if amount is None else (amount.low, amount.high, amount.currency)


def _grouped(told: Sequence[Told], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Tellings of one package together, the nearest in time first. One without a day, "the 400 million package", may be like two of
    which each has another day: it goes with one of them, and does not make them one."""
    of = [_Group(number, one) for number, one in enumerate(told)]
    for *_, a, b in sorted((told[a].package.kind != told[b].package.kind, _gap(told[a], told[b]), a, b) for a, b in pairs):
        one, other = of[a], of[b]
        if one is not other and one.may_take(other):
            less, more = sorted((one, other), key=lambda group: len(group.numbers))
            more.take(less)
            for number in less.numbers:
                of[number] = more
    return sorted(sorted(group.numbers) for group in {id(group): group for group in of}.values())


def _gap(one: Told, other: Told) -> int:
    """Days between two tellings; none is taken for known where a text has no date."""
    return abs(one.day - other.day) if one.day is not None and other.day is not None else 0


def _with_parts(groups: Sequence[list[Told]]) -> Iterable[list[Told]]:
    """Groups of tellings, what came of a package or was struck from it with the one package that it can be of: "the first 100 million
    of the loan". Where it can be of several, it stands alone."""
    promises: dict[str, list[list[Told]]] = defaultdict(list)
    for group in groups:
        for root in {one.donor.root for one in group if one.donor and _promises(one)}:
            promises[root].append(group)
    resolved = [_is_lowered(group, promises) for group in groups]
    wholes = [g for g, is_part in zip(groups, resolved, strict=True) if _is_whole(g) and not is_part]
    parts = [g for g, is_part in zip(groups, resolved, strict=True) if not _is_whole(g) or is_part]
    joined: list[list[Told]] = [[] for _ in wholes]
    of_donor: dict[str, list[int]] = defaultdict(list)
    for number, whole in enumerate(wholes):
        for root in {one.donor.root for one in whole if one.donor}:
            of_donor[root].append(number)
    alone = []
    for part in parts:
        near = of_donor.get(next((one.donor.root for one in part if one.donor), ""), [])
        # Nobody looks through hundreds of packages of one donor for where a share belongs.
        able = [number for number in near if _may_be_of(part, wholes[number])] if len(near) <= _WINDOW else []
        if len(able) == 1:
            joined[able[0]] += part
        else:
            alone.append(part)
    made = [*([*whole, *more] for whole, more in zip(wholes, joined, strict=True)), *alone]
    yield from sorted(made, key=lambda group: min((one.package.id, one.document) for one in group))


def _is_whole(group: Sequence[Told]) -> bool:
    """Whether tellings are of all of a package: it was promised, or is greater than what is told to have come of it."""
    stages = [stage for one in group for stage in one.package.history]
    # "150 million of a package announced in March": the promise is of more than what came.
    are_told = any(stage.amount for stage in stages)
    promised = [stage for stage in stages if stage.stage in _PROMISES and (stage.amount or not are_told)]
    # "Suspended 30 million that it had pledged": what is told is what became of it.
    only_recalled = len(promised) < len(stages) and not any(stage.date for stage in promised)
    return (bool(promised) and not only_recalled) or any(_is_greater(one.package) for one in group)


def _is_resolved(group: Sequence[Told]) -> bool:
    """Whether tellings are only of what was resolved on: "the Chamber released 180 million"."""
    return all(stage.stage in _RESOLUTIONS for one in group for stage in one.package.history)


def _is_lowered(group: Sequence[Told], promises: Mapping[str, Sequence[Sequence[Told]]]) -> bool:
    """Whether what was resolved on is what was promised with a lower sum: of the same things, or a loan, from one to the same other.

    promises: groups that tell of promises, by donor.
    """
    if not _is_resolved(group):
        return False
    near = promises.get(next((one.donor.root for one in group if one.donor), ""), ())
    return len(near) <= _WINDOW and any(_is_lower(one, other) for one in group for whole in near for other in whole)


def _promises(one: Told) -> bool:
    return any(stage.stage in ("announced", "pledged") for stage in one.package.history)


def _is_lower(one: Told, other: Told) -> bool:
    a, b = one.package.amount, other.package.amount
    are_alike = bool(one.items & other.items) or one.package.kind == other.package.kind == "financial"
    are_named = bool(one.donor and other.donor and one.recipient and other.recipient)
    if a is None or b is None or one.day is None or other.day is None or not (_promises(other) and are_alike and are_named):
        return False
    is_near = 0 <= one.day - other.day <= _FOLLOWS and not _differs(one, other)
    return is_near and is_smaller(a, b) and (size_of(a) or 0) >= _LOWERED * (size_of(b) or 0)


def _is_greater(package: AidPackage) -> bool:
    """ "Paid 1.5 billion of its 18 billion loan"."""
    come = [stage.amount for stage in package.history if stage.amount]
    return package.amount is not None and bool(come) and all(is_smaller(amount, package.amount) for amount in come)


def _may_be_of(part: Sequence[Told], whole: Sequence[Told]) -> bool:
    """Whether sums that came or were struck may be a share of a package: smaller, later, and neither recipient nor kind another."""
    if _is_told_beside(part, whole):
        return False
    sums = [one.package.amount for one in whole if one.package.amount]
    first = min((one.day for one in whole if one.day is not None), default=None)
    return all(
        one.package.amount is not None
        and any(is_smaller(one.package.amount, amount) for amount in sums)
        and not any(_differs(one, other) for other in whole)
        and first is not None
        and one.day is not None
        and 0 <= one.day - first <= _FOLLOWS
        for one in part
    )


def _is_told_beside(part: Sequence[Told], whole: Sequence[Told]) -> bool:
    """Whether a report that announces a package tells of what came as of something else, with no day of its own: "Japan, which will lend
    5.5 billion, has already given 600 million"."""
    documents = {one.document for one in whole if _promises(one)}
    dated = any(stage.date for one in part for stage in one.package.history)
    return not dated and all(one.document in documents for one in part)


def _keys(one: Told) -> Iterable[object]:
    """By donor, and by amount: a text may leave the donor open."""
    if one.donor:
        yield one.donor.root
    if one.package.amount:
        yield one.package.amount.low
    if one.converted:
        yield one.converted.low
    if not one.donor and not one.package.amount:
        yield None


def _neighbours(block: Sequence[int], told: Sequence[Told]) -> Iterable[tuple[int, int]]:
    """Each with those told of next in time, so that a donor of thousands of packages costs no square."""
    ordered = sorted(block, key=lambda n: (told[n].day or 0, n))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + _WINDOW]:
            yield (one, other) if one < other else (other, one)


def _by_names(told: Sequence[Told]) -> list[Told]:
    """ "The Ostian loan" is of Ostia, where any text names it."""
    sides = {side.root: side for one in told for side in (one.donor, one.recipient) if side is not None}
    near: dict[str, list[str]] = defaultdict(list)
    for root in sorted(sides):
        near[root[:_STEM]].append(root)
    nouns = {root: next((n for n in near[root[:_STEM]] if is_adjective_of(root, n)), root) for root in sides}
    return [
        replace(one, donor=one.donor and sides[nouns[one.donor.root]], recipient=one.recipient and sides[nouns[one.recipient.root]])
        for one in told
    ]


def _is_one(one: Told, other: Told) -> bool:
    """Whether two tellings are of one package."""
    return not _differs(one, other) and _is_alike(one, other)


def _differs(one: Told, other: Told) -> bool:
    """Whether donor, recipient, kind or day of announcement are others, where both tell them."""
    if one.donor and other.donor and one.donor.root != other.donor.root:
        return True
    if one.recipient and other.recipient and one.recipient.root != other.recipient.root:
        return True
    kinds = {one.package.kind, other.package.kind} - {None}
    if len(kinds) > 1 and not _is_told_alike(one, other):
        return True
    if not (one.announced and other.announced):
        return False
    apart = one.announced.apart(other.announced)
    return apart > (_LEAKED if _is_leaked(one, other) else 1)


def _is_leaked(one: Told, other: Told) -> bool:
    """Whether one of two tells in other words what officials said some days before it was announced: the same sum and things, from one
    to the same other, in two reports."""
    a, b = one.package.amount, other.package.amount
    is_same = a is not None and _amount_of(a) == _amount_of(b)
    are_named = (one.donor or other.donor) is not None and (one.recipient or other.recipient) is not None
    return is_same and are_named and one.document != other.document and len(one.items & other.items) >= _SHARED_ITEMS


def _is_told_alike(one: Told, other: Told) -> bool:
    """Whether two agree in all but the kind, which a text may leave to be guessed: donor, recipient, amount and day. A grant for heating
    is read as money and as relief: of these two, the amount and whoever is named tell enough."""
    a, b = one.package.amount, other.package.amount
    is_same = a is not None and _amount_of(a) == _amount_of(b)
    are_named = bool(one.donor and other.donor and one.recipient and other.recipient)
    is_near = bool(one.donor and other.donor) and _gap(one, other) <= _DAYS and one.document != other.document
    is_of_arms = "military" in (one.package.kind, other.package.kind)
    return is_same and ((are_named and bool(one.announced and other.announced)) or is_near or not is_of_arms)


def _is_alike(one: Told, other: Told) -> bool:
    """Whether amounts or items make two one package."""
    gap = _gap(one, other)
    if gap > _FOLLOWS:
        return False
    a, b = one.package.amount, other.package.amount
    if a and b and (is_same_amount(a, b) or _is_converted(one, other)):
        is_told_of = bool(one.announced or other.announced or one.items & other.items)
        # What one gives another in one size twice is announced twice, on days that differ.
        are_named = bool(one.donor and other.donor and one.recipient and other.recipient)
        return gap <= _DAYS or is_told_of or are_named
    if gap <= _DAYS and bool(one.items & other.items) and not (a and b):
        return True
    # A delivery is of part of what was announced before.
    return len(one.items & other.items) >= _SHARED_ITEMS and _is_delivery(one) != _is_delivery(other)


def _is_converted(one: Told, other: Told) -> bool:
    """Whether one tells in brackets what the other's amount is in other money."""
    pairs = ((one.converted, other.package.amount), (other.converted, one.package.amount))
    return any(a is not None and b is not None and b.currency is not None and is_same_amount(a, b) for a, b in pairs)


def _is_delivery(one: Told) -> bool:
    return any(stage.stage == "delivered" for stage in one.package.history)


def _row(group: Sequence[Told]) -> LedgerRow:
    donor = next((one.donor for one in group if one.donor), None)
    recipient = next((one.recipient for one in group if one.recipient), None)
    ordered = sorted(group, key=lambda one: (one.day if one.day is not None else 0, one.converted is None, one.package.id))
    return LedgerRow(
        id=min(one.package.id for one in group),
        donor=donor.name if donor else None,
        donor_id=donor.root if donor else None,
        recipient=recipient.name if recipient else None,
        recipient_id=recipient.root if recipient else None,
        kind=next((kind for kind, _ in Counter(one.package.kind for one in ordered if one.package.kind).most_common(1)), None),
        amount=_amount(ordered),
        items=max((one.package.items for one in ordered), key=len),
        stages=stages_of(ordered),
        members=tuple(sorted({one.package.id for one in group})),
        documents=tuple(sorted({one.document for one in group})),
    )


def _amount(ordered: Sequence[Told]) -> Figure | None:
    """The first amount of all of a package; its currency as any text tells it."""
    told = [one.package.amount for one in ordered if one.package.amount and _is_whole([one])]
    told = told or [one.package.amount for one in ordered if one.package.amount]
    same = [amount for amount in told if amount.low == told[0].low and amount.currency]
    return same[0] if same else told[0] if told else None


def sums(rows: Iterable[LedgerRow]) -> dict[tuple[str | None, str | None, str, str | None], float]:
    """What each donor gave of each kind at each stage, in each currency, no package counted twice: one of whom no text tells who gives
    may be in a row of its donor as well, and is left out.

    Keys are donor's id, kind, stage and currency (ISO 4217).
    """
    totals: dict[tuple[str | None, str | None, str, str | None], float] = defaultdict(float)
    for row in (row for row in rows if row.donor_id is not None):
        for stage in row.stages:
            # What was announced or resolved on is all of it where nobody says how much; of what has come nobody knows.
            amount = stage.amount or (row.amount if stage.stage in _OF_ALL else None)
            value = size_of(amount) if amount else None
            if amount and value is not None:
                totals[row.donor_id, row.kind, stage.stage, amount.currency] += value
    return dict(totals)
