"""Drafts become documents with ids that come from content."""

import pytest

from saidwho.errors import IntakeError
from saidwho.intake.drafts import LONGEST, Draft, IntakeOptions, fill, freeze, override
from saidwho.types.ids import content_id, document_id

TEXT = "The ministry said that the bridge had been struck."


def test_the_id_is_the_contract_s() -> None:
    """SHA-256 of key or address, outlet, date and text."""
    document = freeze(Draft(text=TEXT, url="https://harbour-post.example/1", outlet="The Harbour Post", published="2024-03-05"))
    expected = document_id(key=None, url="https://harbour-post.example/1", outlet="The Harbour Post", published="2024-03-05", text=TEXT)
    assert expected == document.id


def test_revisions_of_a_page_share_their_work() -> None:
    """What names the page is the same; the text is not."""
    first = freeze(Draft(text=TEXT, url="https://harbour-post.example/1", outlet="The Harbour Post"))
    second = freeze(Draft(text=TEXT + " Two people died.", url="https://harbour-post.example/1", outlet="The Harbour Post"))
    assert first.work == second.work == content_id(["https://harbour-post.example/1", "The Harbour Post"])
    assert first.id != second.id


def test_a_text_that_nothing_names_is_its_own_work() -> None:
    """Two nameless texts are not revisions of each other."""
    document = freeze(Draft(text=TEXT))
    assert document.id == document.work


@pytest.mark.parametrize(
    ("expected", "declared", "text"),
    [
        ("en", None, TEXT),
        ("en-GB", "en-GB", TEXT),
        ("en", "de", TEXT),
        ("en", "English", TEXT),
        ("en", "en", "Lysychansk"),
        ("en", "en", "Junta jets bomb Sagaing"),
        ("en-US", "en-US", "Ukraine war live"),
        (None, None, "Lysychansk"),
        (None, "no tag at all", "Lysychansk"),
    ],
)
def test_the_text_decides_its_language(expected: str | None, declared: str | None, text: str) -> None:
    """A declaration counts only where the text is too short to tell, or where it says more."""
    assert expected == freeze(Draft(text=text, language=declared)).language


@pytest.mark.parametrize(
    ("code", "draft"),
    [
        ("language", Draft(text="Das Ministerium teilte mit, dass die Brücke getroffen wurde.", language="en")),
        ("language", Draft(text="Tre sårede i Torno", language="en")),
        ("language", Draft(text="Взрывы в Торно", language="en")),
        ("language", Draft(text="Lysychansk", language="fr")),
        ("published", Draft(text=TEXT, published="yesterday")),
    ],
)
def test_refuses(code: str, draft: Draft) -> None:
    """The code is what a program reads."""
    with pytest.raises(IntakeError) as caught:
        freeze(draft)
    assert code == caught.value.code


def test_options_fill_a_line_and_win_over_a_page() -> None:
    """A line of JSON is written on purpose; a page's metadata is whatever the site puts there."""
    options = IntakeOptions(outlet="Mine", published="2024-01-01")
    draft = Draft(text=TEXT, outlet="Theirs")
    assert ("Theirs", "2024-01-01") == (fill(draft, options).outlet, fill(draft, options).published)
    assert ("Mine", "2024-01-01") == (override(draft, options).outlet, override(draft, options).published)


def test_a_text_that_is_too_long_is_refused() -> None:
    """The limit itself is still read; one more is not, and the message says what to do."""
    longest = (TEXT + " ") * 20_000
    assert longest[:LONGEST] == freeze(Draft(text=longest[:LONGEST])).text
    with pytest.raises(IntakeError, match="Give one report a document") as caught:
        freeze(Draft(text=longest[: LONGEST + 1]))
    assert "too_large" == caught.value.code
