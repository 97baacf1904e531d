"""How a person sees where a claim comes from."""

import io
from dataclasses import replace

from rich.console import Console

from saidwho.export.claims import print_claims, print_provenance
from saidwho.types.linking import Claim, FigurePoint, NotOrigin, Origin


def claim(*not_origins: NotOrigin) -> Claim:
    return Claim(
        id="a" * 64,
        text="the ferry sank",
        event=None,
        actor=(),
        recipient=(),
        places=(),
        when=None,
        members=(),
        documents=1,
        outlets=1,
        copies=(),
        origins=(),
        not_origins=not_origins,
        independent_origins=0,
        possible_origins=0,
        denied_by=(),
        contradicts=(),
        figures=(),
        disputes=(),
        utterances=(),
        first_seen=None,
        last_seen=None,
    )


def test_who_is_not_counted_for_one_reason_is_told_of_once() -> None:
    """However many documents he speaks in."""
    often = [NotOrigin(actor=None, name="Ada Vale", statements=(key,), why="Ada Vale only asks.") for key in "abc"]
    other = NotOrigin(actor=None, name="a man", statements=("d",), why="No name is told.", is_possible=True)
    stream = io.StringIO()
    print_provenance(claim(*often, other), Console(file=stream, width=80))
    assert ["├── Ada Vale only asks. (told 3 times)", "└── No name is told. It may be one."] == [
        line.strip() for line in stream.getvalue().splitlines() if "Vale" in line or "name" in line
    ]


def _origin(name: str) -> Origin:
    return Origin(actor=name, name=name, bodies=(), basis=None, side=None, first_hand=False, statements=(name,), why=f"{name} says so.")


def _killed(number: int, name: str) -> FigurePoint:
    return FigurePoint(
        as_of="2024-03-05",
        low=number,
        high=number,
        speaker=name,
        statement=name,
        qualifier=None,
        counts="killed",
        unit="people",
        per=None,
        over=None,
        since=None,
        currency=None,
        origin=name,
    )


def test_figures_that_differ_stand_beside_the_count_of_origins() -> None:
    """Two origins of a toll of 23 are no two origins for 23, where one of them told of 14."""
    told = replace(claim(), origins=(_origin("Port of Hale"), _origin("Lorn Clinic")), independent_origins=2)
    stream = io.StringIO()
    figures = (_killed(14, "Lorn Clinic"), _killed(23, "Port of Hale"))
    print_claims([replace(told, figures=figures)], Console(file=stream, width=120))
    assert "figures differ: 14 people killed, says Lorn Clinic; 23 people killed, says Port of Hale" in stream.getvalue()
