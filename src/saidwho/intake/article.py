"""What does an HTML page report, and who printed it when?

trafilatura finds the article in the page. Its tree, not its plain text, is what we read: the plain text marks list
items with dashes and table cells with bars, which nobody wrote.
"""

import logging
import re
from collections.abc import Collection, Iterator, Sequence
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
# Elements inside a line: those of trafilatura's tree, and those of HTML.
_INLINE = frozenset({"hi", "ref", "del", "span", "graphic"})
_INLINE_HTML = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_CELLS = frozenset({"cell", "td", "th"})
_UNREAD = frozenset({"script", "style", "noscript", "template"})
# Where trafilatura finds no article it runs all blocks of the page, or of each of its articles, into one line.
_RUN_TOGETHER = 8  # lines at most
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
    text = settle("\n".join(_lines_of(found.body, tree))) if found is not None else ""
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


def _lines_of(body: Any, tree: Any) -> Iterator[str]:
    """The blocks of the article as lines: headings, paragraphs, list items, rows of a table. tree: the page that it stands in."""
    lines = list(_paragraphs(body, _INLINE))
    if len(lines) > _RUN_TOGETHER:
        return iter(lines)
    page = tree.find(".//body")
    blocks = list(_paragraphs(page, _INLINE_HTML)) if page is not None else []
    return (part for line in lines for part in _parted(line, blocks))


def _parted(line: str, blocks: Sequence[str]) -> Sequence[str]:
    """The blocks of the page that were run into one line, as they stand there; the line alone where it is none of that."""
    words, parts = _squeezed(line), list[str]()
    at = 0
    for block in blocks:
        if (squeezed := _squeezed(block)) and words.startswith(squeezed, at):
            parts.append(block)
            at += len(squeezed)
    return parts if at == len(words) and len(parts) > 1 else [line]


def _squeezed(line: str) -> str:
    return "".join(line.split())


def _paragraphs(body: Any, inline: Collection[str]) -> Iterator[str]:
    for line in "".join(_pieces(body, inline)).split("\n"):
        clean = _SPACE.sub(" ", line).strip()
        if clean:
            yield clean


def _pieces(body: Any, inline: Collection[str]) -> Iterator[str]:
    """The text of a tree without recursion, with a line feed at every border of a block.

    inline: names of elements that stand inside a line.
    """
    open_elements = [iter([body])]
    closing: list[Any] = []
    while open_elements:
        element = next(open_elements[-1], None)
        if element is not None and (not isinstance(element.tag, str) or element.tag in _UNREAD):
            yield _flat(element.tail)  # A comment, or what a browser does not show.
            continue
        if element is not None:
            yield _border(element, inline)
            yield _flat(element.text)
            open_elements.append(iter(element))
            closing.append(element)
            continue
        open_elements.pop()
        if closing:
            done = closing.pop()
            yield _border(done, inline)
            yield _flat(done.tail)


def _border(element: Any, inline: Collection[str]) -> str:
    return "" if element.tag in inline else " " if element.tag in _CELLS else "\n"


def _flat(text: str | None) -> str:
    """Text between two tags, where a line feed is only how the page's source was wrapped."""
    return _SPACE.sub(" ", text or "")


def _line(value: str | None) -> str | None:
    """A value of the page's metadata as one line, or None where it is blank."""
    return settle(_SPACE.sub(" ", unescape(value)).strip()) or None if value else None
