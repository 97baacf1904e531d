"""What does an HTML page report, and who printed it when?

trafilatura finds the article in the page. Its tree, not its plain text, is what we read: the plain text marks list
items with dashes and table cells with bars, which nobody wrote.
"""

import logging
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import trafilatura

from saidwho.errors import IntakeError
from saidwho.intake.charset import settle
from saidwho.intake.drafts import Draft
from saidwho.intake.publication import publication_date

# Its remarks on a page it cannot use are no business of our user's standard error: we report the page ourselves.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# trafilatura's own date is not used (it may be that of a related article), so its search is kept short; and max_date is
# by default the day of the run.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

# trafilatura's time grows with the square of the paragraphs and links: 50,000 of them took 7 s of a core, 400,000 two minutes.
_MOST_TAGS = 50_000

_HEAD = 4096  # characters within which a page says that it is one
_INLINE = frozenset({"hi", "ref", "del", "span", "graphic"})
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


def read_article(html: str) -> Draft:
    """Take the article out of a page, each block of it one line. Raises IntakeError (no_text, unreadable, too_large)."""
    if html.count("<") > _MOST_TAGS:
        raise IntakeError(
            f"The page holds more than {_MOST_TAGS:,} tags, as no report does. Save its text as plain text.", code="too_large"
        )
    tree = _parse(html)
    if tree is None:
        raise _no_text()
    published = publication_date(tree)
    found = _extract(tree)
    text = settle("\n".join(_paragraphs(found.body))) if found is not None else ""
    if found is None or not text:
        raise _no_text()
    return Draft(
        text=text,
        title=_line(found.title),
        byline=_line(found.author),
        outlet=_line(found.sitename),
        url=_line(found.url),
        published=published,
        language=_line(tree.get("lang")),
    )


def _parse(html: str) -> Any:  # an lxml element, which has no types of its own
    # A fragment without its frame is taken for no page at all.
    framed = html if "<html" in html[:_HEAD].lower() else f"<html><body>{html}</body></html>"
    try:
        return trafilatura.load_html(framed)
    except Exception as error:  # a stranger's page may break any of three libraries
        raise _unreadable(error) from error


def _extract(tree: Any) -> Any:
    try:
        return trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, deduplicate=False, date_extraction_params=_DATES
        )
    except Exception as error:  # as above
        raise _unreadable(error) from error


def _unreadable(error: Exception) -> IntakeError:
    return IntakeError(f"The page cannot be parsed ({type(error).__name__}). Save its text as plain text.", code="unreadable")


def _no_text() -> IntakeError:
    return IntakeError("The page holds no text of an article. Was it saved before it was loaded?", code="no_text")


def _paragraphs(body: Any) -> Iterator[str]:
    """The blocks of the article as lines: headings, paragraphs, list items, rows of a table."""
    for line in "".join(_pieces(body)).split("\n"):
        clean = _SPACE.sub(" ", line).strip()
        if clean:
            yield clean


def _pieces(body: Any) -> Iterator[str]:
    """The text of a tree without recursion, with a line feed at every border of a block."""
    open_elements = [iter([body])]
    closing: list[Any] = []
    while open_elements:
        element = next(open_elements[-1], None)
        if element is not None:
            yield _border(element)
            yield _flat(element.text)
            open_elements.append(iter(element))
            closing.append(element)
            continue
        open_elements.pop()
        if closing:
            done = closing.pop()
            yield _border(done)
            yield _flat(done.tail)


def _border(element: Any) -> str:
    return "" if element.tag in _INLINE else " " if element.tag == "cell" else "\n"


def _flat(text: str | None) -> str:
    """Text between two tags, where a line feed is only how the page's source was wrapped."""
    return _SPACE.sub(" ", text or "")


def _line(value: str | None) -> str | None:
    """A value of the page's metadata as one line, or None where it is blank."""
    return settle(_SPACE.sub(" ", unescape(value)).strip()) or None if value else None
