"""Which words of a page are no part of its report?

Between the paragraphs of a report its page prints what no reporter wrote: notices to its readers, links to other reports, headings that
take words up which somebody says below, and whose each picture is. Each is known by its form.
"""

from saidwho.reading.furniture.headings import quoted_headings
from saidwho.reading.furniture.notices import notices
from saidwho.reading.furniture.pictures import picture_credits


def without_furniture(text: str) -> str:
    """A text with blanks for the words that are its page's alone, as long as it was: all else keeps its place, and so do line feeds."""
    gone = sorted((*notices(text), *picture_credits(text), *quoted_headings(text)))
    pieces, at = list[str](), 0
    for span in gone:
        start = max(span.start, at)
        if start < span.end:
            pieces += [text[at:start], " " * (span.end - start)]
            at = span.end
    return "".join((*pieces, text[at:]))
