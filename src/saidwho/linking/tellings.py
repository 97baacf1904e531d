"""What does one report tell of a package of aid: who gives and who gets, when, how much, and which things?"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.credits import credited
from saidwho.linking.days import Days, day_of, days_of
from saidwho.linking.parties import Party, folded, parties_of
from saidwho.linking.stems import stems
from saidwho.types.grounding import Figure
from saidwho.types.statement import AidPackage, Report

# An amount told again is rounded, and more so where a word says that it is ("nearly $300 million" of 285).
ROUNDED, _ABOUT = 0.02, 0.06
_ROUNDING = frozenset({"nearly", "almost", "about", "around", "roughly", "some", "approximately", "more than", "over", "close to"})
# Characters from a bracket to the figure in it.
_BRACKETED = 12
_FORM = "government|state|republic|kingdom|commonwealth|federation|confederation|sultanate|emirate|principality|(?:grand )?duchy|empire"
_BARE = re.compile(rf"^(?:{_FORM}) of ")
_BARE_NAME = re.compile(rf"^(?:the )?(?:{_FORM}) of (?:the )?", re.IGNORECASE)
# "The Lysanne Republic": a name of one word before what makes it a state.
_BEFORE_FORM = re.compile(r"^(?:the )?(?P<name>\w+) (?:republic|kingdom|federation|commonwealth|emirate|sultanate)$", re.IGNORECASE)
_HOUSES = frozenset({"chamber", "house", "senate", "congress", "parliament", "assembly", "council", "board", "cabinet"})
# How the keys of states begin that no register holds.
_UNKNOWN = ("new-", "name:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who gives or receives. root: the same in every document. name: as people read it."""

    root: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """One package as one document tells it."""

    package: AidPackage
    document: str
    donor: Side | None
    recipient: Side | None
    day: int | None
    announced: Days | None
    items: frozenset[str]
    # The amount in other money, as its text has it in brackets behind it: "13.3 billion kronor ($1.25 billion)".
    converted: Figure | None


def told_in(report: Report) -> Iterable[Told]:
    """The packages that one report tells of."""
    parties = parties_of(report)
    papers = {folded(name) for name in (report.document.outlet, credited(report.document.text)) if name}
    for package in report.aid:
        days = [found for stage in package.history if stage.stage in ("announced", "pledged") and (found := days_of(stage.date))]
        yield Told(
            package=package,
            document=report.document.id,
            donor=_side(parties.get(package.donor or ""), papers),
            recipient=None if _hands_on(recipient := parties.get(package.recipient or "")) else _side(recipient, papers),
            day=day_of(report.document.published),
            announced=Days(first=min(d.first for d in days), last=max(d.last for d in days)) if days else None,
            items=frozenset(word for item in package.items for word in stems(item.name)),
            converted=_converted(report, package.amount),
        )


def _hands_on(party: Party | None) -> bool:
    """Whether a party is a body of no state, such as a relief agency: one text names it and another whom it helps."""
    return party is not None and party.kind in ("body", "group", "people") and party.state is None and not party.owners


def _converted(report: Report, amount: Figure | None) -> Figure | None:
    """The figure in other money in the bracket right behind an amount."""
    text = report.document.text
    if amount is None or not text[amount.span.end :].lstrip().startswith("("):
        return None
    opened = text.index("(", amount.span.end)
    behind = (f for f in report.grounding.figures if opened < f.span.start <= opened + _BRACKETED and f.currency)
    return next((f for f in behind if ")" not in text[opened : f.span.start] and f.currency != amount.currency), None)


def _side(party: Party | None, papers: Collection[str]) -> Side | None:
    """The state behind a ministry, else the body, without what makes it a government. An outlet gives nothing.

    papers: folded names of who prints the text, and whom it credits.
    """
    if party is None or party.kind == "outlet":
        return None
    name = _root_name(party)
    body, _, state = name.rpartition(", ")
    if body and party.state is None and state[:1].isupper():
        name = _BARE_NAME.sub("", state)  # "Department of Defence, Fairhaven".
    # A state of no register has a number of its own in one text, and in another a name alone.
    known = party.state if party.state and not party.state.startswith(_UNKNOWN) else None
    name = _BEFORE_FORM.sub(r"\g<name>", name) if known is None else name
    told = affiliation_of(name)
    if folded(name) in papers and not told.organ:
        return None
    if known is None and (_is_office(party.name) or (told.organ and not told.owner and " " not in name)):
        return None
    if known is None and told.owner and told.organ:
        return Side(root=told.owner, name=told.owner.title())
    return Side(root=known or _BARE.sub("", folded(name)), name=name)


def _is_office(name: str) -> bool:
    """Whether words name a house of parliament and not whose: "the Chamber"."""
    return name.casefold().removeprefix("the ") in _HOUSES


def _root_name(party: Party) -> str:
    if party.kind == "state":
        return _BARE_NAME.sub("", party.name)
    if party.state:
        return next((name for key, name, _ in party.owners if key == party.state), party.name)
    name = party.owners[-1][1] if party.owners else party.name
    return _BARE_NAME.sub("", name)


def size_of(amount: Figure) -> float | None:
    """What an amount is at least, or else at most."""
    return amount.low if amount.low is not None else amount.high


def is_smaller(part: Figure, whole: Figure) -> bool:
    """Whether an amount in the same money is smaller than another."""
    a, b = size_of(part), size_of(whole)
    return part.currency == whole.currency and a is not None and b is not None and a < b


def is_same_amount(one: Figure, other: Figure) -> bool:
    """Whether two amounts are one but for their rounding."""
    a, b = size_of(one), size_of(other)
    # "Pounds" alone leaves open whose.
    is_one = one.currency == other.currency or None in (one.currency, other.currency)
    rounded = _ABOUT if {one.qualifier, other.qualifier} & _ROUNDING else ROUNDED
    return is_one and a is not None and b is not None and abs(a - b) <= rounded * max(a, b)
