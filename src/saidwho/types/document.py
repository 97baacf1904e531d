"""A stretch of text, and the report it is a stretch of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a document's text.

    start, end: offsets in code points into Document.text.
    start is inside the span, end is just past it.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One published report as taken in. Its text never changes.

    id: made from content (see types.ids). key: the id it was given with, if any.
    work: what all revisions of one page share. published: a date, or RFC 3339 with its offset, as given.
    zone: the outlet's time zone, where known. language: BCP-47, None where the text is too short to tell.
    """

    id: str
    key: str | None
    work: str
    outlet: str | None
    url: str | None
    title: str | None
    byline: str | None
    published: str | None
    zone: str | None
    language: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A document that could not be read, in the place where it stood.

    key: its id, path or address, as far as known. code: one word for programs. message: what to do, for people.
    """

    key: str | None
    code: str
    message: str
