"""Pages with something wrong in them, written after what real sites do; each folder's NOTE.md says what."""

import contextlib
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.errors import IntakeError
from saidwho.intake.article import read_article
from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import IntakeOptions
from saidwho.types.document import Unreadable

PIECES = ["<p>", "</p>", "<ul><li>", "<table>", "<br>", "</", "&#xd800;", "&nbsp;", "The man said so. ", '"', "\0", "🚢", "<!--"]
PAGES = sorted((Path(__file__).parents[1] / "data" / "pages").iterdir())


@pytest.mark.parametrize("folder", PAGES, ids=[folder.name for folder in PAGES])
def test_page(folder: Path) -> None:
    """A page gives the fields that a careful person finds in it, or the error."""
    expected = json.loads((folder / "expected.jsonl").read_text(encoding="utf-8"))
    (document,) = documents_in([str(folder / "page.html")], options=IntakeOptions())
    if isinstance(document, Unreadable):
        assert expected == {"error": {"code": document.code}}
    else:
        assert expected == {field: getattr(document, field) for field in expected}


@pytest.mark.parametrize("folder", PAGES, ids=[folder.name for folder in PAGES])
def test_the_page_says_what_is_wrong_with_it(folder: Path) -> None:
    """A page without a note is a riddle in a year."""
    assert (folder / "NOTE.md").read_text(encoding="utf-8").startswith("# ")


def test_a_fragment_is_a_page() -> None:
    """One paragraph without any frame."""
    assert "The governor said so." == read_article("<p>The governor said so.</p>").text


def test_the_stated_time_wins_over_the_day() -> None:
    """JSON-LD gives the time with its offset; one without offset is not taken."""
    body = "<body><article><p>The governor said that the port was shelled on Monday night.</p></article></body>"
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>'
    with_offset = read_article(f"<html><head>{script % '2024-03-05T09:12:00Z'}</head>{body}</html>")
    without = read_article(f"<html><head>{script % '2024-03-05T09:12:00'}</head>{body}</html>")
    assert ("2024-03-05T09:12:00Z", "2024-03-05") == (with_offset.published, without.published)


def test_a_page_without_a_date_has_none() -> None:
    """A day in the text is not the day of publication."""
    assert read_article("<html><body><p>On 5 March 2024 the governor said so.</p></body></html>").published is None


@pytest.mark.parametrize("page", ["<div>" * 50_000 + "x", "<html>" + "<b><p>" * 5_000, "<html><body><table><tr>" * 500])
def test_deep_nesting_ends_in_an_answer(page: str) -> None:
    """No page exhausts the stack."""
    with contextlib.suppress(IntakeError):
        read_article(page)


@given(st.lists(st.sampled_from(PIECES)))
def test_any_tags_give_an_article_or_our_error(pieces: list[str]) -> None:
    """Broken markup raises nothing else, and no line of the text is blank."""
    try:
        text = read_article("".join(pieces)).text
    except IntakeError:
        return
    assert all(line.strip() for line in text.split("\n"))


@pytest.mark.parametrize("piece", ["<div>", "<a href=x>a ", "<p>The ministry said so. "])
def test_a_hostile_page_takes_seconds_at_most(piece: str) -> None:
    """50 MB of nested tags are refused unread, and as many as are read take a bounded time."""
    began = time.process_time()
    with pytest.raises(IntakeError, match="more than 50,000 tags") as caught:
        read_article("<html><body>" + piece * (50_000_000 // len(piece)))
    assert "too_large" == caught.value.code
    assert time.process_time() - began < 2
    with contextlib.suppress(IntakeError):
        read_article("<html><body><article>" + piece * (49_000 // piece.count("<")))
    assert time.process_time() - began < 30


def test_paragraphs_that_no_tag_marks_are_lines() -> None:
    """Of an article made of divisions alone; what stands in bold stays in its line."""
    first = "The mayor of the town said that its port had been shelled from the sea all through the night of Monday."
    page = f"<html><body><article><div>{first}</div><div>The <b>governor</b> denied it.</div></article></body></html>"
    assert f"{first}\nThe governor denied it." == read_article(page).text
