"""Speakers whom a headline or a lead calls by a noun, and whom the next lines name."""

from collections.abc import Callable

import pytest

from saidwho.types.statement import Report

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def speakers(report: Report) -> dict[str, str | None]:
    """The name of each speaker by the words of its source."""
    names = {actor.id: actor.name for actor in report.grounding.actors}
    text = report.document.text
    return {s.source[0].of(text): names.get(s.speaker.actor or "") if s.speaker else None for s in report.statements if s.source}


LEAD = "A former soldier in the army of Dorland told the court on Friday that he had shot seventy prisoners at a farm.\n"


def test_a_lead_calls_by_a_noun_whom_the_next_line_quotes(read: Read) -> None:
    """Named with his first words, of whom no office is told; and the headline says the same of him."""
    found = speakers(
        read("Ex-soldier tells court he shot seventy at farm\n" + LEAD + "“The buses came every twenty minutes,” said Ivo Ranek, 25.")
    )
    assert {"Ivo Ranek"} == {name for source, name in found.items() if "soldier" in source or "Ranek" in source}


@pytest.mark.parametrize(
    "next_line",
    [
        "“He will be tried with the others,” said the chief prosecutor, Ada Vale.",
        "The defence minister, Ivo Ranek, said the prisoners had been fed.",
    ],
)
def test_who_holds_another_office_is_not_described(read: Read, next_line: str) -> None:
    """Whoever speaks next may answer."""
    found = speakers(read(LEAD + next_line))
    assert not {"Ada Vale", "Ivo Ranek"} & {name for source, name in found.items() if source.startswith("A former soldier")}


def test_who_asks_not_to_be_named_has_no_name(read: Read) -> None:
    """The next to speak is somebody else."""
    found = speakers(
        read(
            "A soldier who asked not to be named said on Friday that seventy prisoners had been shot at a farm.\n"
            "“The buses came every twenty minutes,” said Ivo Ranek, 25."
        )
    )
    assert "Ivo Ranek" not in {name for source, name in found.items() if source.startswith("A soldier")}


def test_several_in_a_headline_are_no_body(read: Read) -> None:
    """Parents are not the ministry that speaks of the same."""
    found = speakers(
        read(
            "Shells hit school in Varnok, parents say\n"
            "Shells hit a school in the centre of Varnok on Friday, the education ministry of Dorland said in a statement."
        )
    )
    assert "parents" in (found.get("parents") or "")
