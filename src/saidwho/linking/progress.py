"""How far has a package come, by all that reports tell of it?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from saidwho.linking.days import days_of
from saidwho.linking.tellings import ROUNDED, Told, is_same_amount, is_smaller, size_of
from saidwho.types.grounding import Figure
from saidwho.types.linking import LedgerStage
from saidwho.types.statement import STAGES, AidStage, Stage

# A total is of so many shares or more.
_SHARES = 2
# Days by which reports do not differ on when one instalment came.
_WEEKS = 20
# What tells of a stage, by its name and amount.
_Found = dict[tuple[Stage, tuple[float | None, str | None] | None], list[AidStage]]


def stages_of(ordered: Sequence[Told]) -> tuple[LedgerStage, ...]:
    """Each stage once for each amount, with the earliest date that is told and all statements that tell it."""
    found: _Found = defaultdict(list)
    amounts = [stage.amount for one in ordered for stage in one.package.history if stage.amount]
    currencies = {amount.low: amount.currency for amount in sorted(amounts, key=lambda a: a.currency or "") if amount.currency}
    for one in ordered:
        for stage in _steps(one):
            amount = (stage.amount.low, stage.amount.currency or currencies.get(stage.amount.low)) if stage.amount else None
            found[stage.stage, amount].append(stage)
    found = _rounded_alike(found, ordered)
    stages = []
    became = {amount[0] for (name, amount) in found if name in ("delivered", "cancelled") and amount}
    promised = max((amount[0] or 0 for (name, amount) in found if name == "announced" and amount), default=0)
    for (name, amount), group in found.items():
        if name == "announced" and amount and amount[0] in became and (amount[0] or 0) < promised:
            continue  # the part that came or was struck: "10 million of what was announced in February"
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


def _steps(one: Told) -> Iterable[AidStage]:
    """The stages that one report tells; a pledge of what was announced is the same step told in another word."""
    return (replace(stage, stage="announced") if stage.stage == "pledged" else stage for stage in one.package.history)


def _rounded_alike(found: _Found, ordered: Sequence[Told]) -> _Found:
    """Each stage once for amounts that are one but for their rounding, "nearly 400 million" and "$397m".

    Two that one report tells stay two.
    """
    tellers: dict[tuple[Stage, float | None], set[int]] = defaultdict(set)
    for number, one in enumerate(ordered):
        for stage in _steps(one):
            if stage.amount:
                tellers[stage.stage, stage.amount.low].add(number)
    converted = [(one.package.amount, one.converted) for one in ordered if one.package.amount and one.converted]
    made: _Found = defaultdict(list)
    for (name, amount), group in found.items():
        figure = group[0].amount
        same = (
            key
            for key, others in made.items()
            if key[0] == name
            and figure is not None
            and others[0].amount is not None
            and (is_same_amount(figure, others[0].amount) or _are_one_converted(figure, others[0].amount, converted))
            and tellers[name, figure.low].isdisjoint(tellers[name, others[0].amount.low])
        )
        made[next(same, (name, amount))] += group
    return made


def _are_one_converted(a: Figure, b: Figure, converted: Iterable[tuple[Figure, Figure]]) -> bool:
    """Whether two amounts are one in two moneys. converted: the amounts of reports that tell them in other money too."""
    return any(
        is_same_amount(x, first) and is_same_amount(y, second)
        for first, second in converted
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
        if stage.amount and total.amount and is_smaller(stage.amount, total.amount) and not (total.date and (stage.date or "") > total.date)
    ]
    added, whole = sum(size_of(amount) or 0 for amount in parts), size_of(total.amount) if total.amount else None
    return len(parts) >= _SHARES and whole is not None and abs(whole - added) <= ROUNDED * whole


def _instalments(ordered: Sequence[Told], same: Sequence[AidStage]) -> list[str]:
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
    return most if len(most) > 1 else _told_apart(ordered, sizes, statements)


def _told_apart(ordered: Sequence[Told], sizes: Collection[float | None], statements: Collection[str]) -> list[str]:
    """The days of instalments of one size of which each report tells one: of "the second 150 million" weeks after a report of the first."""
    found = sorted(
        (days.first, stage.date, one.day)
        for one in ordered
        for stage in one.package.history
        if stage.stage == "delivered" and stage.amount and stage.amount.low in sizes and stage.statement in statements
        if stage.date and one.day is not None and (days := days_of(stage.date)) and days.length == 1
    )
    apart: list[tuple[int, str, int]] = []
    for first, date, told in found:
        if not apart or (first - apart[-1][0] > _WEEKS and apart[-1][2] < first):
            apart.append((first, date, told))
    return [date for _, date, _ in apart] if len(apart) > 1 else []


def _first(dates: Iterable[str | None]) -> str | None:
    """The earliest of some dates, as exactly as it is told: of "2022-09" or a week and "2022-09-06" the second."""
    known = sorted((days.first, days.length, date) for date in set(dates) if date and (days := days_of(date)))
    if not known:
        return None
    first, length, earliest = known[0]
    inside = ((n, date) for begin, n, date in known if n < length and begin + n <= first + length)
    return min(inside, default=(length, earliest))[1]
