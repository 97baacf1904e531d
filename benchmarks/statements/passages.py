"""Short passages of news on aid, each with the packages that it tells of.

A passage is a line "# name", its text, and one line "= donor | recipient | kind | sum | stages | items | funding" a package; "-" is
none. Sums are a number and an ISO 4217 code ("-" where no code is certain); "<" and ">" stand for "up to" and "more than". Passages
with no such line tell of no aid.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.counts import Counts
from benchmarks.statements.aid import Package, is_same_actor, pair_packages, score_aid
from saidwho.intake.drafts import Draft, freeze
from saidwho.types.document import Document

PASSAGES = Path(__file__).parent / "passages"
SETS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# A Thursday; words such as "on Tuesday" are reckoned from it.
PUBLISHED = "2021-03-11"
_FIELDS = ("donor", "recipient", "kind", "amount", "history", "items", "funding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage. aid: its packages, in the fields of the contract."""

    name: str
    document: Document
    aid: tuple[Package, ...]


def passages(part: str) -> Iterator[Passage]:
    """The passages of one set, in the order of the file."""
    for block in (PASSAGES / f"{part}.txt").read_text(encoding="utf-8").split("\n\n"):
        name, *lines = block.strip().splitlines()
        text = "\n".join(line for line in lines if not line.startswith("= "))
        yield Passage(
            name=name.removeprefix("# "),
            document=freeze(Draft(text=text, outlet="Harbour Courier", published=PUBLISHED, language="en")),
            aid=tuple(_package(line.removeprefix("= ")) for line in lines if line.startswith("= ")),
        )


def _package(line: str) -> Package:
    fields: dict[str, Any] = {name: None if cell == "-" else cell for name, cell in zip(_FIELDS, line.split(" | "), strict=True)}
    told = (stage.split() for stage in fields["history"].split("; "))
    return {
        **fields,
        "amount": _amount(fields["amount"]) if fields["amount"] else None,
        "history": [{"stage": stage, "date": None if date == "-" else date} for stage, date in told],
        "items": (fields["items"] or "").split(", ") if fields["items"] else [],
        "funding": [fields["funding"]] if fields["funding"] else [],
    }


def _amount(cell: str) -> dict[str, Any]:
    number, currency = cell.split()
    value = int(number.lstrip("<>"))
    return {
        "low": None if number.startswith("<") else value,
        "high": None if number.startswith(">") else value,
        "currency": None if currency == "-" else currency,
    }


def score_passage(wanted: Passage, read: dict[str, Any]) -> dict[str, Counts]:
    """Count what is right of one passage. read: the contract's object for it. aid recipient, kind: of the labelled packages."""
    names, ours = {actor["id"]: actor["name"] for actor in read["actors"]}, read.get("aid") or []
    pairs = pair_packages(wanted.aid, ours, names)
    text = wanted.document.text
    return score_aid(wanted.aid, ours, names) | {
        "aid donor": _count(pairs, wanted.aid, ours, "donor", names),
        "aid recipient": _count(pairs, wanted.aid, ours, "recipient", names),
        "aid kind": Counts(
            right=sum(a["kind"] is not None and a["kind"] == b["kind"] for a, b in pairs),
            predicted=sum(b["kind"] is not None for b in ours),
            gold=sum(a["kind"] is not None for a in wanted.aid),
        ),
        "aid funding": Counts(
            right=sum(any(_shares(span, a["funding"], text) for span in b["funding"]) for a, b in pairs),
            predicted=sum(len(b["funding"]) for b in ours),
            gold=sum(len(a["funding"]) for a in wanted.aid),
        ),
    }


def _count(
    pairs: list[tuple[Package, Package]], labels: tuple[Package, ...], ours: list[Package], field: str, names: dict[str, str]
) -> Counts:
    return Counts(
        right=sum(is_same_actor(a[field], b[field], names) for a, b in pairs),
        predicted=sum(b[field] is not None for b in ours),
        gold=sum(a[field] is not None for a in labels),
    )


def _shares(span: list[int], labelled: list[str], text: str) -> bool:
    """Whether words that we give are those labelled, or a part of them, or hold them."""
    ours = text[span[0] : span[1]]
    return any(ours in words or words in ours for words in labelled)
