"""A page is read as if the words that are its own alone were not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.reading.furniture.furniture import without_furniture
from saidwho.types.statement import Report

_REPORT = (
    "Norra Says Nine Teachers Have Been Freed",
    "The mayor of Varnok, Ada Vale, said on Monday that nine of the teachers taken by the Norra Front had been freed.",
    "More than 40 teachers were taken from a school in Varnok in April 2014.",
    "The spokesman called the release a first step.",
)
_PAGE = (
    _REPORT[0],
    "Enlarge this image toggle caption Ivo Hask/AP Ivo Hask/AP",
    _REPORT[1],
    "Newsletter Sign Up You agree to receive offers. An error has occurred. 300 people have signed up.",
    _REPORT[2],
    "'First step'",
    _REPORT[3],
    "MOST READ Warlord claims he shot 40 men",
)


@given(
    st.lists(
        st.sampled_from(
            [*_PAGE, "Getty Images A boat", "Read more:", "Photos: A port Hide Caption 1 of 2", " ", "", "\r", "© X", "\u2028", "(AP)"]
        )
        | st.text(max_size=20)
    )
)
def test_every_word_that_is_left_keeps_its_place(lines: list[str]) -> None:
    """Only blanks are put, and no line feed goes."""
    text = "\n".join(lines)
    plain = without_furniture(text)
    assert len(text) == len(plain)
    assert all(new in (old, " ") and (old != "\n" or new == "\n") for old, new in zip(text, plain, strict=True))


def _told(report: Report) -> list[tuple[object, ...]]:
    text = report.document.text
    return [
        (one.form, one.act, tuple(link.name for link in one.chain), tuple(span.of(text) for span in (*one.source, *one.cue, *one.content)))
        for one in report.statements
    ]


@pytest.mark.model
def test_a_page_is_read_as_its_report_alone() -> None:
    """Its notices and headings make no statements, figures and actors, its pictures no relays; and its text stays as it was."""
    page, alone = (
        read_document(freeze(Draft(text="\n".join(lines), outlet="Harbour Courier", published="2016-10-13"))) for lines in (_PAGE, _REPORT)
    )
    assert "\n".join(_PAGE) == page.document.text
    assert len(_told(alone)) > 2
    assert _told(alone) == _told(page)
    assert [f.span.of(alone.document.text) for f in alone.grounding.figures] == [
        f.span.of(page.document.text) for f in page.grounding.figures
    ]
    assert [actor.name for actor in alone.grounding.actors] == [actor.name for actor in page.grounding.actors]
