"""How a person sees where a claim comes from."""

import io
from dataclasses import replace

from rich.console import Console

from saidwho.export.claims import print_claims, print_provenance
from saidwho.types.linking import Claim, Denier, FigurePoint, Member, NotOrigin, Origin


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


def _member(quote: str) -> Member:
    return Member(
        statement=quote,
        proposition=quote,
        document="f" * 64,
        key=None,
        outlet=None,
        published=None,
        quote=quote,
        spans=(),
        form="indirect",
        act="assert",
        speaker=None,
        chain=(),
    )


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


def test_denials_are_shown_in_their_words_each_once() -> None:
    """With who printed them and when, so that a reader sees whether they deny it."""
    denying = replace(claim(), denied_by=(Denier(actor="x", name="Karlia", statements=("a", "b", "c")),))
    head = {
        "quote": "no shell of ours fell there",
        "speaker": "Karlia",
        "document": {"id": "f" * 64, "outlet": "Norrpress", "published": "2024-03-06"},
    }
    other = {**head, "document": {"id": "f" * 64, "outlet": None, "published": None}}
    stream = io.StringIO()
    print_provenance(denying, Console(file=stream, width=100), denials={"a": head, "b": other, "c": head})
    assert [
        "└── denied by Karlia, in 3 statements",
        "├── “no shell of ours fell there” Norrpress, 2024-03-06 (told 2 times)",
        "└── “no shell of ours fell there” ffffffffffff",
    ] == [line.strip() for line in stream.getvalue().splitlines()[3:] if line]


def test_of_two_claims_that_one_sentence_stands_for_the_second_tells_which_part_it_is() -> None:
    stream = io.StringIO()
    told = [replace(claim(), members=(_member(quote),)) for quote in ("the ferry sank", "nine drowned")]
    print_claims(told, Console(file=stream, width=80))
    assert ["└── of this: “nine drowned”"] == [line for line in stream.getvalue().splitlines() if "of this" in line]


def test_a_quotation_is_shown_between_one_pair_of_marks() -> None:
    """Whatever marks and comma it brings along; marks inside stay."""
    heads = {
        key: {"quote": quote, "speaker": None, "document": {"id": "f" * 64, "outlet": "Norrpress", "published": None}}
        for key, quote in (("a", '"No shell of ours fell there,"'), ("b", "the “so-called front” fired"))
    }
    stream = io.StringIO()
    denying = replace(claim(), denied_by=(Denier(actor="x", name="Karlia", statements=("a", "b")),))
    print_provenance(denying, Console(file=stream, width=100), denials=heads)
    assert ["├── “No shell of ours fell there” Norrpress", "└── “the “so-called front” fired” Norrpress"] == [
        line.strip() for line in stream.getvalue().splitlines() if "Norrpress" in line
    ]


def test_of_many_denials_by_one_the_first_are_shown() -> None:
    """A tree with hundreds of lines is not read."""
    heads = {
        f"{i}": {"quote": f"not {i}", "speaker": None, "document": {"id": "f" * 64, "outlet": "Norrpress", "published": None}}
        for i in range(9)
    }
    stream = io.StringIO()
    denying = replace(claim(), denied_by=(Denier(actor="x", name="Karlia", statements=tuple(heads)),))
    print_provenance(denying, Console(file=stream, width=100), denials=heads)
    assert "└── and 3 times more" == stream.getvalue().splitlines()[-2].strip()


def test_one_figure_by_one_speaker_of_one_day_is_shown_once() -> None:
    """However many reports print it."""
    stream = io.StringIO()
    print_provenance(replace(claim(), figures=(_killed(9, "Ada Orr"), _killed(9, "Ada Orr"))), Console(file=stream, width=100))
    assert ["└── Ada Orr", "└── 2024-03-05 9 people killed (told 2 times)"] == [
        line.strip() for line in stream.getvalue().splitlines() if "Orr" in line or "killed" in line
    ]


def test_figures_stand_with_who_stands_behind_them() -> None:
    """A state's figure is one, whether its minister, his ministry or "an official" gave it, and each holder's stand in time."""
    names = ("Helena Orr", "Orr", "defence minister", "Karlia")
    points = [replace(_killed(9, "Karlia"), speaker=name) for name in names]
    later = replace(_killed(12, "Karlia"), as_of="2024-03-07")
    stream = io.StringIO()
    told = replace(claim(), figures=(later, *points, _killed(4, "Brent")), origins=(_origin("Karlia"),))
    print_provenance(told, Console(file=stream, width=120))
    assert [
        "├── Brent",
        "│   └── 2024-03-05 4 people killed",
        "└── Karlia",
        "    ├── 2024-03-05 9 people killed (said by Helena Orr and defence minister; told 4 times)",
        "    └── 2024-03-07 12 people killed",
    ] == [line[4:] for line in stream.getvalue().splitlines()[-6:] if line]


def test_of_one_day_an_origin_stands_with_its_whole_figure() -> None:
    """ "Three more bodies", and 14 in all."""
    points = (_killed(14, "Karlia"), _killed(3, "Karlia"), replace(_killed(9, "Karlia"), as_of="2024-03-04"), _killed(13, "Brent"))
    stream = io.StringIO()
    print_claims([replace(claim(), figures=points, origins=(_origin("Karlia"), _origin("Brent")))], Console(file=stream, width=100))
    assert "figures differ: 14 people killed, says Karlia; 13 people killed, says Brent" in stream.getvalue()
