"""The page is whole, escaped, self-contained, and shows every word of the text."""

import io
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given

from saidwho.export.page import Page
from saidwho.export.spans import printable
from saidwho.types.document import Unreadable
from saidwho.types.grounding import NOTHING_GROUNDED
from saidwho.types.statement import Report
from tests.export.reports import TEXT, report, reports

VOID = ("meta", "br", "link")


class Balance(HTMLParser):
    """Follows the tags of a page and keeps what is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(*found: Report | Unreadable) -> str:
    stream = io.StringIO()
    page = Page(stream)
    for item in found:
        page.add(item)
    page.finish()
    return stream.getvalue()


def text_of(page: str) -> str:
    """The words of the report's own column."""
    columns = re.findall(r'<div class="text">\n(.*?)</div>\n(?:<section|</div>)', page, re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", "".join(columns)))


def test_the_text_is_shown_to_the_character() -> None:
    """Marks add nothing to what is read or copied; tags in the text are text."""
    assert TEXT + "\n" == text_of(page_of(report()))
    assert "<b>gone" not in page_of(report())


def test_a_statement_and_its_mark_lead_to_each_other() -> None:
    """Every link inside the page arrives."""
    balance = Balance()
    balance.feed(page_of(report(), report()))
    inside = [link[1:] for link in balance.links if link.startswith("#")]
    assert len(inside) == 12
    assert set(inside) <= set(balance.ids)
    assert len(balance.ids) == len(set(balance.ids))


def test_nothing_is_asked_of_the_network() -> None:
    """No address in the page is fetched, and its policy forbids it."""
    page = page_of(report())
    assert "default-src 'none'" in page
    assert re.findall(r"(?:src|@import|url\()\s*=?\s*[\"']?http", page) == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://x.example/"><script>'])
def test_an_address_cannot_act(url: str) -> None:
    """Only http and https are links, and quotation marks stay inside them."""
    base = report()
    document = type(base.document)(**{f: getattr(base.document, f) for f in base.document.__dataclass_fields__} | {"url": url})
    page = page_of(Report(document=document, statements=(), grounding=NOTHING_GROUNDED))
    assert 'href="javascript' not in page
    assert page.count("<script>") == 1


def test_what_was_not_read_is_told() -> None:
    """In its place, with what to do."""
    page = page_of(Unreadable(key="a<b.txt", code="missing", message="There is no such file."))
    assert "<strong>a&lt;b.txt</strong> was not read. There is no such file." in page


def test_a_report_without_statements_says_so() -> None:
    """An empty list would look like a fault."""
    assert "No statement was found" in page_of(Report(document=report().document, statements=(), grounding=NOTHING_GROUNDED))


@given(reports())
def test_any_report_gives_a_sound_page(drawn: Report) -> None:
    """Every tag is closed, every word is there, and the page is UTF-8."""
    page = page_of(drawn)
    page.encode("utf-8")
    balance = Balance()
    balance.feed(page)
    assert balance.open == []
    lines = [line for line in drawn.document.text.split("\n") if line.strip()]
    if lines:
        assert "".join(f"{printable(line)}\n" for line in lines) == text_of(page)
