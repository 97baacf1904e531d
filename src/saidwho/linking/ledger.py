"""Which announcements are of one package of aid, and how far has it come?"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from saidwho.linking.affiliation import affiliation_of, is_adjective_of
from saidwho.linking.credits import credited
from saidwho.linking.days import Days, day_of, days_of
from saidwho.linking.parties import Party, parties_of
from saidwho.linking.scenes import folded
from saidwho.linking.stems import stems
from saidwho.types.grounding import Figure
from saidwho.types.linking import LedgerRow, LedgerStage
from saidwho.types.statement import STAGES, AidPackage, AidStage, Report, Stage

# An amount told again is rounded, and more so where a word says that it is ("nearly $300 million" of 285).
_ROUNDED, _ABOUT = 0.02, 0.06
_ROUNDING = frozenset({"nearly", "almost", "about", "around", "roughly", "some", "approximately", "more than", "over", "close to"})
# Characters from a bracket to the figure in it.
_BRACKETED = 12
# A total is of so many shares or more.
_SHARES = 2
# Without an amount, packages of one donor are one where they are told of within days and share an item.
_DAYS = 10
# Deliveries follow an announcement by months.
_FOLLOWS = 400
# Stems of items that a delivery must share with what was announced.
_SHARED_ITEMS = 2
# A package is compared with so many of the same donor or amount that were told of after it.
_WINDOW = 60
_PROMISES = frozenset({"announced", "pledged", "committed", "allocated"})
_FORM = "government|state|republic|kingdom|commonwealth|federation|confederation|sultanate|emirate|principality|(?:grand )?duchy|empire"
_BARE = re.compile(rf"^(?:{_FORM}) of ")
_BARE_NAME = re.compile(rf"^(?:the )?(?:{_FORM}) of (?:the )?", re.IGNORECASE)
# An adjective begins with so many letters of its noun.
_STEM = 4
# How the keys of states begin that no register holds.
_UNKNOWN = ("new-", "name:")


# What tells of a stage, by its name and amount.
_Found = dict[tuple[Stage, tuple[float | None, str | None] | None], list[AidStage]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """Who gives or receives. root: the same in every document. name: as people read it."""

    root: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Told:
    """One package as one document tells it."""

    package: AidPackage
    document: str
    donor: _Side | None
    recipient: _Side | None
    day: int | None
    announced: Days | None
    items: frozenset[str]
    # The amount in other money, as its text has it in brackets behind it: "13.3 billion kronor ($1.25 billion)".
    converted: Figure | None


def find_ledger(reports: Iterable[Report]) -> tuple[LedgerRow, ...]:
    """One row a package, by id, however many reports tell of it; the order of reports does not matter."""
    told = sorted((one for report in reports for one in _told(report)), key=lambda one: (one.package.id, one.document))
    told = _by_names(told)
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for key in _keys(one):
            blocks[key].append(number)
    pairs = {(a, b) for block in blocks.values() for a, b in _neighbours(block, told) if _is_one(told[a], told[b])}
    groups = [[told[n] for n in group] for group in _grouped(told, pairs)]
    return tuple(_row(group) for group in _with_parts(groups))


class _Group:
    """Tellings that are of one package so far, by their numbers, with what no two of them may tell otherwise."""

    def __init__(self, number: int, one: _Told) -> None:
        self.numbers = [number]
        self._donors, self._recipients = {one.donor.root} if one.donor else set(), {one.recipient.root} if one.recipient else set()
        # The latest day on which the announcements begin, and the earliest on which they end.
        self._begins: float = one.announced.first if one.announced else 0
        self._ends: float = one.announced.last if one.announced else math.inf

    def may_take(self, other: "_Group") -> bool:
        """Whether both have at most one donor, one recipient and one day of announcement."""
        is_one_day = max(self._begins, other._begins) - min(self._ends, other._ends) <= 1
        return is_one_day and len(self._donors | other._donors) <= 1 and len(self._recipients | other._recipients) <= 1

    def take(self, other: "_Group") -> None:
        self.numbers += other.numbers
        self._donors |= other._donors
        self._recipients |= other._recipients
        self._begins, self._ends = max(self._begins, other._begins), min(self._ends, other._ends)


def _grouped(told: Sequence[_Told], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Tellings of one package together, the nearest in time first. One without a day, "the 400 million package", may be like two of
    which each has another day: it goes with one of them, and does not make them one."""
    of = [_Group(number, one) for number, one in enumerate(told)]
    for a, b in sorted(pairs, key=lambda pair: (_gap(told[pair[0]], told[pair[1]]), pair)):
        one, other = of[a], of[b]
        if one is not other and one.may_take(other):
            one.take(other)
            for number in other.numbers:
                of[number] = one
    return sorted({min(group.numbers): sorted(group.numbers) for group in of}.values())


def _gap(one: _Told, other: _Told) -> int:
    """Days between two tellings; none is taken for known where a text has no date."""
    return abs(one.day - other.day) if one.day is not None and other.day is not None else 0


def _with_parts(groups: Sequence[list[_Told]]) -> Iterable[list[_Told]]:
    """Groups of tellings, what came of a package or was struck from it with the one package that it can be of: "the first 100 million
    of the loan". Where it can be of several, it stands alone."""
    wholes, parts = [g for g in groups if _is_whole(g)], [g for g in groups if not _is_whole(g)]
    joined: list[list[_Told]] = [[] for _ in wholes]
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


def _is_whole(group: Sequence[_Told]) -> bool:
    """Whether tellings are of all of a package: it was promised, or is greater than what is told to have come of it."""
    return any(stage.stage in _PROMISES for one in group for stage in one.package.history) or any(_is_greater(one.package) for one in group)


def _is_greater(package: AidPackage) -> bool:
    """ "Paid 1.5 billion of its 18 billion loan"."""
    come = [stage.amount for stage in package.history if stage.amount]
    return package.amount is not None and bool(come) and all(_is_smaller(amount, package.amount) for amount in come)


def _may_be_of(part: Sequence[_Told], whole: Sequence[_Told]) -> bool:
    """Whether sums that came or were struck may be a share of a package: smaller, later, and neither recipient nor kind another."""
    sums = [one.package.amount for one in whole if one.package.amount]
    first = min((one.day for one in whole if one.day is not None), default=None)
    return all(
        one.package.amount is not None
        and any(_is_smaller(one.package.amount, amount) for amount in sums)
        and not any(_differs(one, other) for other in whole)
        and first is not None
        and one.day is not None
        and 0 <= one.day - first <= _FOLLOWS
        for one in part
    )


def _size(amount: Figure) -> float | None:
    """What an amount is at least, or else at most."""
    return amount.low if amount.low is not None else amount.high


def _is_smaller(part: Figure, whole: Figure) -> bool:
    a, b = _size(part), _size(whole)
    return part.currency == whole.currency and a is not None and b is not None and a < b


def _told(report: Report) -> Iterable[_Told]:
    parties = parties_of(report)
    papers = {folded(name) for name in (report.document.outlet, credited(report.document.text)) if name}
    for package in report.aid:
        days = [found for stage in package.history if stage.stage in ("announced", "pledged") and (found := days_of(stage.date))]
        yield _Told(
            package=package,
            document=report.document.id,
            donor=_side(parties.get(package.donor or ""), papers),
            recipient=_side(parties.get(package.recipient or ""), papers),
            day=day_of(report.document.published),
            announced=Days(first=min(d.first for d in days), last=max(d.last for d in days)) if days else None,
            items=frozenset(word for item in package.items for word in stems(item.name)),
            converted=_converted(report, package.amount),
        )


def _converted(report: Report, amount: Figure | None) -> Figure | None:
    text = report.document.text
    if amount is None or not text[amount.span.end :].lstrip().startswith("("):
        return None
    opened = text.index("(", amount.span.end)
    behind = (f for f in report.grounding.figures if opened < f.span.start <= opened + _BRACKETED and f.currency)
    return next((f for f in behind if ")" not in text[opened : f.span.start] and f.currency != amount.currency), None)


def _keys(one: _Told) -> Iterable[object]:
    """By donor, and by amount: a text may leave the donor open."""
    if one.donor:
        yield one.donor.root
    if one.package.amount:
        yield one.package.amount.low
    if one.converted:
        yield one.converted.low
    if not one.donor and not one.package.amount:
        yield None


def _neighbours(block: Sequence[int], told: Sequence[_Told]) -> Iterable[tuple[int, int]]:
    """Each with those told of next in time, so that a donor of thousands of packages costs no square."""
    ordered = sorted(block, key=lambda n: (told[n].day or 0, n))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + _WINDOW]:
            yield (one, other) if one < other else (other, one)


def _side(party: Party | None, papers: Collection[str]) -> _Side | None:
    """The state behind a ministry, else the body, without what makes it a government. An outlet gives nothing.

    papers: folded names of who prints the text, and whom it credits.
    """
    if party is None or party.kind == "outlet":
        return None
    name = _root_name(party)
    # A state of no register has a number of its own in one text, and in another a name alone.
    known = party.state if party.state and not party.state.startswith(_UNKNOWN) else None
    told = affiliation_of(name)
    if folded(name) in papers and not told.organ:
        return None
    if known is None and told.owner and told.organ:
        return _Side(root=told.owner, name=told.owner.title())
    return _Side(root=known or _BARE.sub("", folded(name)), name=name)


def _root_name(party: Party) -> str:
    if party.kind == "state":
        return _BARE_NAME.sub("", party.name)
    if party.state:
        return next((name for key, name, _ in party.owners if key == party.state), party.name)
    name = party.owners[-1][1] if party.owners else party.name
    return _BARE_NAME.sub("", name)


def _by_names(told: Sequence[_Told]) -> list[_Told]:
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


def _is_one(one: _Told, other: _Told) -> bool:
    """Whether two tellings are of one package."""
    return not _differs(one, other) and _is_alike(one, other)


def _differs(one: _Told, other: _Told) -> bool:
    """Whether donor, recipient, kind or day of announcement are others, where both tell them."""
    if one.donor and other.donor and one.donor.root != other.donor.root:
        return True
    if one.recipient and other.recipient and one.recipient.root != other.recipient.root:
        return True
    kinds = {one.package.kind, other.package.kind} - {None}
    if len(kinds) > 1 and not _is_told_alike(one, other):
        return True
    return bool(one.announced and other.announced and one.announced.apart(other.announced) > 1)


def _is_told_alike(one: _Told, other: _Told) -> bool:
    """Whether two agree in all but the kind, which a text may leave to be guessed: donor, recipient, amount and day. A grant for heating
    is read as money and as relief: of these two, the amount and whoever is named tell enough."""
    a, b = one.package.amount, other.package.amount
    is_same = a is not None and b is not None and (a.low, a.high, a.currency) == (b.low, b.high, b.currency)
    are_named = bool(one.donor and other.donor and one.recipient and other.recipient)
    is_of_arms = "military" in (one.package.kind, other.package.kind)
    return is_same and ((are_named and bool(one.announced and other.announced)) or not is_of_arms)


def _is_alike(one: _Told, other: _Told) -> bool:
    """Whether amounts or items make two one package."""
    gap = _gap(one, other)
    a, b = one.package.amount, other.package.amount
    if a and b and (_is_same_amount(a, b) or _is_converted(one, other)):
        is_told_of = bool(one.announced or other.announced or one.items & other.items)
        # What one gives another in one size twice is announced twice, on days that differ.
        are_named = bool(one.donor and other.donor and one.recipient and other.recipient)
        return gap <= _FOLLOWS and (gap <= _DAYS or is_told_of or are_named)
    if gap <= _DAYS and bool(one.items & other.items) and not (a and b):
        return True
    # A delivery is of part of what was announced before.
    return gap <= _FOLLOWS and len(one.items & other.items) >= _SHARED_ITEMS and _is_delivery(one) != _is_delivery(other)


def _is_converted(one: _Told, other: _Told) -> bool:
    """Whether one tells in brackets what the other's amount is in other money."""
    pairs = ((one.converted, other.package.amount), (other.converted, one.package.amount))
    return any(a is not None and b is not None and b.currency is not None and _is_same_amount(a, b) for a, b in pairs)


def _is_delivery(one: _Told) -> bool:
    return any(stage.stage == "delivered" for stage in one.package.history)


def _is_same_amount(one: Figure, other: Figure) -> bool:
    a, b = _size(one), _size(other)
    # "Pounds" alone leaves open whose.
    is_one = one.currency == other.currency or None in (one.currency, other.currency)
    rounded = _ABOUT if {one.qualifier, other.qualifier} & _ROUNDING else _ROUNDED
    return is_one and a is not None and b is not None and abs(a - b) <= rounded * max(a, b)


def _row(group: Sequence[_Told]) -> LedgerRow:
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
        stages=_stages(ordered),
        members=tuple(sorted({one.package.id for one in group})),
        documents=tuple(sorted({one.document for one in group})),
    )


def _amount(ordered: Sequence[_Told]) -> Figure | None:
    """The first amount of all of a package; its currency as any text tells it."""
    told = [one.package.amount for one in ordered if one.package.amount and _is_whole([one])]
    told = told or [one.package.amount for one in ordered if one.package.amount]
    same = [amount for amount in told if amount.low == told[0].low and amount.currency]
    return same[0] if same else told[0] if told else None


def _stages(ordered: Sequence[_Told]) -> tuple[LedgerStage, ...]:
    """Each stage once for each amount, with the earliest date that is told and all statements that tell it."""
    found: _Found = defaultdict(list)
    amounts = [stage.amount for one in ordered for stage in one.package.history if stage.amount]
    currencies = {amount.low: amount.currency for amount in sorted(amounts, key=lambda a: a.currency or "") if amount.currency}
    for one in ordered:
        for told in one.package.history:
            # A pledge of what was announced is the same step told in another word.
            stage = replace(told, stage="announced") if told.stage == "pledged" else told
            amount = (stage.amount.low, stage.amount.currency or currencies.get(stage.amount.low)) if stage.amount else None
            found[stage.stage, amount].append(stage)
    found = _rounded_alike(found, ordered)
    stages = []
    handed_over = {amount[0] for (name, amount) in found if name == "delivered" and amount}
    promised = max((amount[0] or 0 for (name, amount) in found if name == "announced" and amount), default=0)
    for (name, amount), group in found.items():
        if name == "announced" and amount and amount[0] in handed_over and (amount[0] or 0) < promised:
            continue  # the part that came: "10 million of what was announced in February"
        if amount is None and any(other != amount for stage, other in found if stage == name):
            continue  # told again without its amount
        same = list(group)
        same += found.get((name, None), []) if amount is not None else []
        times = _instalments(ordered, same) if name == "delivered" and amount is not None else []
        for number, date in enumerate(times or [_first(stage.date for stage in same)]):
            telling = {s.statement for s in same if not times or s.date == date or (number == 0 and s.date not in times)}
            stages.append(
                LedgerStage(
                    stage=same[0].stage,
                    amount=next((stage.amount for stage in same if stage.amount and stage.amount.currency), same[0].amount),
                    date=date,
                    statements=tuple(sorted(telling)),
                )
            )
    return tuple(sorted(_without_totals(stages), key=lambda stage: (STAGES.index(stage.stage), stage.date or "")))


def _rounded_alike(found: _Found, ordered: Sequence[_Told]) -> _Found:
    """Each stage once for amounts that are one but for their rounding, "nearly 400 million" and "$397m".

    Two that one report tells stay two.
    """
    told = [{(stage.stage, stage.amount.low) for stage in one.package.history if stage.amount} for one in ordered]
    made: _Found = defaultdict(list)
    for (name, amount), group in found.items():
        figure = group[0].amount
        same = (
            key
            for key, others in made.items()
            if key[0] == name
            and figure is not None
            and others[0].amount is not None
            and (_is_same_amount(figure, others[0].amount) or _are_one_converted(figure, others[0].amount, ordered))
            and not any({(s.stage, s.amount.low) for s in (group[0], others[0]) if s.amount} <= of_one for of_one in told)
        )
        made[next(same, (name, amount))] += group
    return made


def _are_one_converted(a: Figure, b: Figure, ordered: Sequence[_Told]) -> bool:
    """Whether a report of the package tells of two amounts that one is the other in other money."""
    known = ((one.package.amount, one.converted) for one in ordered if one.package.amount and one.converted)
    return any(
        _is_same_amount(x, first) and _is_same_amount(y, second)
        for first, second in known
        if first and second
        for x, y in ((a, b), (b, a))
        if x.currency and y.currency
    )


def _without_totals(stages: Sequence[LedgerStage]) -> Iterable[LedgerStage]:
    """What has come without what only adds it up: "has now paid 4.5 billion", where 3 and 1.5 billion came before."""
    come = [stage for stage in stages if stage.stage == "delivered" and stage.amount]
    return (stage for stage in stages if stage not in come or not _adds_up(stage, come))


def _adds_up(total: LedgerStage, come: Sequence[LedgerStage]) -> bool:
    parts = [
        stage.amount
        for stage in come
        if stage.amount
        and total.amount
        and _is_smaller(stage.amount, total.amount)
        and not (total.date and (stage.date or "") > total.date)
    ]
    added, whole = sum(_size(amount) or 0 for amount in parts), _size(total.amount) if total.amount else None
    return len(parts) >= _SHARES and whole is not None and abs(whole - added) <= _ROUNDED * whole


def _instalments(ordered: Sequence[_Told], same: Sequence[AidStage]) -> list[str]:
    """The dates of instalments of one size, where one report tells of several: two reports may date one instalment differently."""
    statements = {stage.statement for stage in same if stage.amount is not None}
    sizes = {stage.amount.low for stage in same if stage.amount is not None}
    told = (
        sorted({
            stage.date
            for stage in one.package.history
            if stage.date and stage.stage == "delivered" and stage.amount and stage.amount.low in sizes and stage.statement in statements
        })
        for one in ordered
    )  # fmt: skip
    most = max(told, key=len, default=[])
    return most if len(most) > 1 else []


def _first(dates: Iterable[str | None]) -> str | None:
    """The earliest of some dates, as exactly as it is told: of "2022-09" or a week and "2022-09-06" the second."""
    known = sorted((days.first, days.length, date) for date in set(dates) if date and (days := days_of(date)))
    if not known:
        return None
    first, length, earliest = known[0]
    inside = ((n, date) for begin, n, date in known if n < length and begin + n <= first + length)
    return min(inside, default=(length, earliest))[1]


def sums(rows: Iterable[LedgerRow]) -> dict[tuple[str | None, str | None, str, str | None], float]:
    """What each donor gave of each kind at each stage, in each currency, no package counted twice.

    Keys are donor's id, kind, stage and currency (ISO 4217).
    """
    totals: dict[tuple[str | None, str | None, str, str | None], float] = defaultdict(float)
    for row in rows:
        for stage in row.stages:
            amount = stage.amount or (row.amount if stage.stage == "announced" else None)
            value = _size(amount) if amount else None
            if amount and value is not None:
                totals[row.donor_id, row.kind, stage.stage, amount.currency] += value
    return dict(totals)
