"""Packages of aid told by several reports, as the statements stage gives them."""

from dataclasses import replace
from time import process_time

from saidwho.linking.ledger import find_ledger, sums
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Figure, Grounding
from saidwho.types.statement import AidItem, AidPackage, AidStage, Report


def amount(value: float, currency: str | None) -> Figure:
    return Figure(
        span=Span(start=0, end=1),
        low=value,
        high=value,
        qualifier=None,
        unit=None,
        counts=None,
        of=None,
        victims=None,
        per=None,
        over=None,
        cumulative=False,
        since=None,
        as_of=None,
        part_of=None,
        currency=currency,
    )


def report(key: str, donor: str, value: float, currency: str | None, *, kind: str = "body") -> Report:
    """One text that tells of aid for Sarim."""
    identity = key * 64
    document = Document(
        id=identity,
        key=key,
        work=identity,
        outlet=None,
        url=None,
        title=None,
        byline=None,
        published="2023-06-01",
        zone=None,
        language="en",
        text="",
    )
    actors = (
        Actor(id=f"{key}1" * 32, name=donor, kind=kind, role=None, of=None, country=None, wikidata=None, mentions=()),  # type: ignore[arg-type]
        Actor(id=f"{key}2" * 32, name="Sarim", kind="state", role=None, of=None, country=None, wikidata=None, mentions=()),
    )
    given = amount(value, currency)
    package = AidPackage(
        id=f"{key}3" * 32,
        donor=actors[0].id,
        recipient=actors[1].id,
        kind="financial",
        amount=given,
        funding=(),
        items=(),
        history=(AidStage(stage="announced", amount=given, date="2023-06-01", statement=key),),
    )
    grounding = Grounding(places=(), times=(), figures=(), actors=actors, speakers=())
    return Report(document=document, statements=(), grounding=grounding, aid=(package,))


def test_a_ministry_an_adjective_and_a_state_of_one_name_are_one_donor() -> None:
    """None of them is in a register: the name alone tells that they are one."""
    told = [
        report("a", "Ministry of Finance of Ostia", 2e8, "USD"),
        report("b", "Ostian", 2e8, "USD"),
        report("c", "Ostia", 2e8, "USD", kind="state"),
    ]
    (row,) = find_ledger(told)
    assert (3, "ostia") == (len(row.documents), (row.donor_id or "").removeprefix("name:"))
    assert [2e8] == list(sums([row]).values())


def test_a_republic_is_who_its_name_alone_is() -> None:
    """ "The Lysanne Republic" and Lysanne, which no register holds."""
    (row,) = find_ledger([report("a", "Lysanne Republic", 2e8, "EUR"), report("b", "Lysanne", 2e8, "EUR", kind="state")])
    assert ("Lysanne", 2) == (row.donor, len(row.documents))


def test_what_nobody_is_told_to_give_is_in_no_sum() -> None:
    """The same package may be in the row of its donor."""
    given = report("a", "Ostia", 2e8, "USD", kind="state")
    unknown = report("b", "Ostia", 3e8, "USD", kind="state")
    unknown = replace(unknown, aid=(replace(unknown.aid[0], donor=None),))
    rows = find_ledger([given, unknown])
    assert (2, [2e8]) == (len(rows), list(sums(rows).values()))


def test_an_outlet_gives_nothing() -> None:
    """The agency that its dateline names is no donor; the amount and who receives it tell the package."""
    (row,) = find_ledger([report("a", "Meridian Wire", 2e8, "USD", kind="outlet"), report("b", "Ostia", 2e8, "USD", kind="state")])
    assert "Ostia" == row.donor


def test_pounds_alone_are_of_whatever_currency_another_report_tells() -> None:
    """ "30 million pounds" and "£30m" of one package are one sum."""
    told = [report("a", "Norrland", 3e7, None, kind="state"), report("b", "Norrland", 3e7, "GBP", kind="state")]
    (row,) = find_ledger(told)
    assert {"GBP": 3e7} == {currency: value for (*_, currency), value in sums([row]).items()}
    assert row == find_ledger(list(reversed(told)))[0]


def paid(told: Report, value: float, date: str, *, published: str) -> Report:
    """The same giver's report of what was paid out."""
    (package,) = told.aid
    given = amount(value, package.amount.currency if package.amount else None)
    stage = AidStage(stage="delivered", amount=given, date=date, statement=package.id)
    document = replace(told.document, published=published)
    return replace(told, document=document, aid=(replace(package, amount=given, history=(stage,)),))


def test_what_was_paid_is_of_the_one_package_it_can_be_of() -> None:
    """A share told without its whole is one row with it: the sums of its stages count each once."""
    whole = report("a", "Ostia", 2e8, "USD", kind="state")
    share = paid(report("b", "Ostia", 5e7, "USD", kind="state"), 5e7, "2023-08-01", published="2023-08-02")
    (row,) = find_ledger([whole, share])
    assert {"announced": 2e8, "delivered": 5e7} == {stage: value for (_, _, stage, _), value in sums([row]).items()}
    assert find_ledger([whole, share]) == find_ledger([share, whole])


def test_what_may_be_of_two_packages_stands_alone() -> None:
    """Nothing is guessed where two packages are greater."""
    wholes = [report("a", "Ostia", 2e8, "USD", kind="state"), report("b", "Ostia", 3e8, "USD", kind="state")]
    share = paid(report("c", "Ostia", 5e7, "USD", kind="state"), 5e7, "2023-08-01", published="2023-08-02")
    assert 3 == len(find_ledger([*wholes, share]))


def test_a_stage_is_dated_as_exactly_as_any_report_tells() -> None:
    """Of "June 2023" and "1 June 2023" the day."""
    first = report("a", "Ostia", 2e8, "USD", kind="state")
    (package,) = report("b", "Ostia", 2e8, "USD", kind="state").aid
    vague = replace(package, history=tuple(replace(stage, date="2023-06") for stage in package.history))
    (row,) = find_ledger([first, replace(report("b", "Ostia", 2e8, "USD", kind="state"), aid=(vague,))])
    assert ["2023-06-01"] == [stage.date for stage in row.stages]


def test_instalments_of_one_size_count_as_often_as_one_report_tells() -> None:
    """25 million in January and 25 million in April, told in one report, are 50; a second report of one of them adds nothing."""
    told = report("a", "Ostia", 1e8, "USD", kind="state")
    (package,) = told.aid
    given = amount(2.5e7, "USD")
    parts = tuple(AidStage(stage="delivered", amount=given, date=date, statement="a") for date in ("2023-07-04", "2023-09-05"))
    again = paid(report("b", "Ostia", 2.5e7, "USD", kind="state"), 2.5e7, "2023-09-06", published="2023-09-07")
    (row,) = find_ledger([replace(told, aid=(replace(package, history=(*package.history, *parts)),)), again])
    assert 5e7 == sum(value for (_, _, stage, _), value in sums([row]).items() if stage == "delivered")


def test_a_decision_on_a_package_is_on_all_of_it() -> None:
    """Nobody says how much of it was approved; of what has come nobody knows how much it is."""
    told = report("a", "Ostia", 2e8, "USD", kind="state")
    (package,) = told.aid
    steps = tuple(AidStage(stage=stage, amount=None, date="2023-07-04", statement="a") for stage in ("committed", "delivered"))  # type: ignore[arg-type]
    (row,) = find_ledger([replace(told, aid=(replace(package, history=(*package.history, *steps)),))])
    assert {"announced": 2e8, "committed": 2e8} == {stage: value for (_, _, stage, _), value in sums([row]).items()}


def announced(told: Report, date: str | None, *, published: str = "2023-06-01", kind: str = "financial") -> Report:
    """The same report with another day of announcement, or none."""
    (package,) = told.aid
    history = tuple(replace(stage, date=date) for stage in package.history)
    document = replace(told.document, published=published)
    return replace(told, document=document, aid=(replace(package, kind=kind, history=history),))  # type: ignore[arg-type]


def test_a_rounded_amount_is_counted_once() -> None:
    """ "400 million" and "$397m", and 285 of which a report says "nearly 300"."""
    one = [report("a", "Ostia", 4e8, "USD", kind="state"), report("b", "Ostia", 3.97e8, "USD", kind="state")]
    (row,) = find_ledger(one)
    assert [4e8] == list(sums([row]).values())
    nearly = report("a", "Ostia", 3e8, "USD", kind="state")
    (package,) = nearly.aid
    given = replace(amount(3e8, "USD"), qualifier="nearly")
    nearly = replace(nearly, aid=(replace(package, amount=given, history=(replace(package.history[0], amount=given),)),))
    (row,) = find_ledger([nearly, report("b", "Ostia", 2.85e8, "USD", kind="state")])
    assert 2 == len(row.documents)
    assert 1 == len(row.stages)


def test_what_adds_up_what_came_is_no_more() -> None:
    """ "Has now paid 150 million" where 100 and 50 million came."""
    whole = report("a", "Ostia", 2e8, "USD", kind="state")
    shares = [
        paid(report(key, "Ostia", 1, "USD", kind="state"), value, date, published=date)
        for key, value, date in (("b", 1e8, "2023-07-01"), ("c", 5e7, "2023-08-01"), ("d", 1.5e8, "2023-08-02"))
    ]
    (row,) = find_ledger([whole, *shares])
    assert {"announced": 2e8, "delivered": 1.5e8} == {stage: value for (_, _, stage, _), value in sums([row]).items()}


def test_a_telling_without_a_day_does_not_make_two_packages_one() -> None:
    """It goes with the nearer one."""
    told = [
        announced(report("a", "Ostia", 4e8, "USD", kind="state"), "2023-03-01", published="2023-03-01"),
        announced(report("b", "Ostia", 4e8, "USD", kind="state"), None, published="2023-05-03"),
        announced(report("c", "Ostia", 4e8, "USD", kind="state"), "2023-05-02", published="2023-05-02"),
    ]
    assert [1, 2] == sorted(len(row.documents) for row in find_ledger(told))
    assert find_ledger(told) == find_ledger(list(reversed(told)))


def test_a_kind_that_one_report_reads_otherwise_makes_no_other_package() -> None:
    """Where donor, recipient, amount and day are the same."""
    told = [
        announced(report(key, "Ostia", 4e8, "USD", kind="state"), "2023-06-01", kind=kind)
        for key, kind in (("a", "military"), ("b", "financial"), ("c", "financial"))
    ]
    (row,) = find_ledger(told)
    assert "financial" == row.kind


def test_a_week_gives_way_to_a_day_in_it() -> None:
    told = [
        announced(report("a", "Ostia", 4e8, "USD", kind="state"), "2023-05-29/2023-06-04"),
        announced(report("b", "Ostia", 4e8, "USD", kind="state"), "2023-06-01"),
    ]
    (row,) = find_ledger(told)
    assert ["2023-06-01"] == [stage.date for stage in row.stages]


def test_a_share_is_of_what_is_greater_than_all_that_came_of_it() -> None:
    """ "Paid 50 million of its 200 million loan", of which no report tells when it was promised."""
    whole = paid(report("a", "Ostia", 2e8, "USD", kind="state"), 5e7, "2023-07-01", published="2023-07-01")
    (package,) = whole.aid
    whole = replace(whole, aid=(replace(package, amount=amount(2e8, "USD")),))
    share = paid(report("b", "Ostia", 5e7, "USD", kind="state"), 5e7, "2023-07-01", published="2023-07-02")
    (row,) = find_ledger([whole, share])
    assert row.amount is not None
    assert (2e8, [5e7]) == (row.amount.low, list(sums([row]).values()))


def test_an_amount_that_a_report_converts_in_brackets_is_one() -> None:
    """ "13.3 billion kronor ($1.25 billion)" and "$1.25bn": in the money of the report that tells both."""
    text = "Ostia gave 13.3 billion kronor ($1.25 billion)."
    both = report("a", "Ostia", 1.33e10, "SEK", kind="state")
    (package,) = both.aid
    kronor = replace(amount(1.33e10, "SEK"), span=Span(start=11, end=30))
    dollars = replace(amount(1.25e9, "USD"), span=Span(start=32, end=45))
    told = replace(package, amount=kronor, history=(replace(package.history[0], amount=kronor),))
    both = replace(
        both, document=replace(both.document, text=text), aid=(told,), grounding=replace(both.grounding, figures=(kronor, dollars))
    )
    (row,) = find_ledger([both, report("b", "Ostia", 1.25e9, "USD", kind="state")])
    assert {"SEK": 1.33e10} == {currency: value for (*_, currency), value in sums([row]).items()}


def test_two_amounts_that_one_report_pledges_stay_two() -> None:
    """However near they are to each other; a pledge is the step that an announcement is."""
    told = report("a", "Ostia", 2e8, "USD", kind="state")
    pledged = tuple(AidStage(stage="pledged", amount=amount(value, "USD"), date=None, statement="a") for value in (1.0e8, 0.99e8))
    (row,) = find_ledger([replace(told, aid=(replace(told.aid[0], history=pledged),))])
    assert [1.0e8, 0.99e8] == [stage.amount.low for stage in row.stages if stage.amount]


def test_what_thousands_tell_of_is_looked_at_in_linear_time() -> None:
    """All tell of one package, each of another rounding: twice as many take about twice as long."""

    def seconds(count: int) -> float:
        one = report("a", "Ostia", 2e8, "USD", kind="state")
        told = []
        for number in range(count):
            key, given = f"{number:064x}", amount(2e8 + number * 1e3, "USD")
            pledge = AidStage(stage="pledged", amount=given, date=None, statement=key)
            package = replace(one.aid[0], id=key, amount=given, history=(pledge,))
            told.append(replace(one, document=replace(one.document, id=key), aid=(package,)))
        begun = process_time()
        (row,) = find_ledger(told)
        assert count == len(row.members)
        return process_time() - begun

    # The shorter of two tries of each: what other tests left may be looked through for garbage meanwhile.
    assert min(seconds(1600), seconds(1600)) < 9 * min(seconds(400), seconds(400))


def committed(told: Report, *, published: str) -> Report:
    """A text that tells that its sum was resolved on, and of no promise."""
    package = told.aid[0]
    resolved = AidStage(stage="committed", amount=package.amount, date=published, statement=told.document.key or "")
    return replace(told, document=replace(told.document, published=published), aid=(replace(package, history=(resolved,)),))


def test_a_loan_that_parliament_lowers_is_the_one_that_was_promised() -> None:
    told = [
        report("a", "Ostia", 5e8, "USD", kind="state"),
        committed(report("b", "Ostia", 4.5e8, "USD", kind="state"), published="2023-07-01"),
    ]
    (row,) = find_ledger(told)
    assert [("announced", 5e8), ("committed", 4.5e8)] == [(s.stage, s.amount.low) for s in row.stages if s.amount]


def test_a_chamber_without_a_name_is_whoever_gives_by_another_report() -> None:
    told = [report("a", "Ostia", 2e8, "USD", kind="state"), committed(report("b", "Chamber", 2e8, "USD"), published="2023-06-05")]
    (row,) = find_ledger(told)
    assert "Ostia" == row.donor


def test_instalments_of_one_size_that_reports_tell_weeks_apart_are_two() -> None:
    whole = report("a", "Ostia", 9e8, "USD", kind="state")
    first = paid(report("b", "Ostia", 1.5e8, "USD", kind="state"), 1.5e8, "2023-07-04", published="2023-07-05")
    second = paid(report("c", "Ostia", 1.5e8, "USD", kind="state"), 1.5e8, "2023-09-14", published="2023-09-14")
    (row,) = find_ledger([whole, first, second])
    assert ["2023-07-04", "2023-09-14"] == [stage.date for stage in row.stages if stage.stage == "delivered"]


def test_a_ministry_that_names_its_state_behind_a_comma_is_of_it() -> None:
    told = [report("a", "Department of Defence, Ostia", 2e8, "USD"), report("b", "Ostia", 2e8, "USD", kind="state")]
    (row,) = find_ledger(told)
    assert 2 == len(row.documents)


def told_on(told: Report, day: str, *things: str) -> Report:
    """A report of that day, on which it was announced, with things of the package."""
    (package,) = told.aid
    items = tuple(AidItem(span=Span(start=0, end=1), name=name, count=None) for name in things)
    history = tuple(replace(stage, date=day) for stage in package.history)
    return replace(told, document=replace(told.document, published=day), aid=(replace(package, items=items, history=history),))


def test_what_officials_let_be_known_before_is_announced_once() -> None:
    """The same sum and things some days apart are one package; without things they may be two."""
    first, second = (report(key, "Ostia", 3.75e8, "USD", kind="state") for key in "ab")
    things = ("armoured vehicles", "cluster bombs")
    assert 1 == len(find_ledger([told_on(first, "2023-06-01", *things), told_on(second, "2023-06-06", *things)]))
    assert 2 == len(find_ledger([told_on(first, "2023-06-01"), told_on(second, "2023-06-06")]))


def test_what_was_given_before_is_no_part_of_what_is_announced_with_it() -> None:
    """A report that announces a loan and recalls another gift without its day tells of two."""
    whole = report("a", "Ostia", 5.5e9, "USD", kind="state")
    (package,) = whole.aid
    sum_before = amount(6e8, "USD")
    before = replace(
        package, id="f" * 64, amount=sum_before, history=(AidStage(stage="delivered", amount=sum_before, date=None, statement="a"),)
    )
    assert 2 == len(find_ledger([replace(whole, aid=(package, before))]))


def test_what_is_struck_from_a_promise_was_promised_once() -> None:
    """ "Suspended 30 million that it had pledged" tells the pledge of the whole again."""
    whole = report("a", "Ostia", 1e8, "USD", kind="state")
    told = report("b", "Ostia", 3e7, "USD", kind="state")
    (package,) = told.aid
    history = (
        AidStage(stage="pledged", amount=package.amount, date=None, statement="b"),
        AidStage(stage="cancelled", amount=package.amount, date="2023-09-01", statement="b"),
    )
    struck = replace(told, document=replace(told.document, published="2023-09-01"), aid=(replace(package, history=history),))
    (row,) = find_ledger([whole, struck])
    assert [("announced", 1e8), ("cancelled", 3e7)] == [(s.stage, s.amount.low) for s in row.stages if s.amount]
