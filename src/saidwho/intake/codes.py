"""What can be wrong with a document, in one word each?

These are the codes of the contract's error object. A program may rely on them; the message beside them is for people.
"""

from typing import Final, Literal

Code = Literal[
    "missing",
    "unreadable",
    "too_large",
    "binary",
    "encoding",
    "no_text",
    "json_lines",
    "not_json",
    "not_an_object",
    "no_text_field",
    "not_a_string",
    "published",
    "language",
    "reading",
    "refused",
    "unreachable",
    "answer",
    "not_a_feed",
    "truncated",
    "stopped",
]

MEANINGS: Final[dict[Code, str]] = {
    "missing": "there is no such file, or the folder holds none that is read",
    "unreadable": "the file is a folder, may not be opened, vanished while it was read, or its page cannot be parsed",
    "too_large": "the document is larger than what is ever a report",
    "binary": "a picture, a PDF, an archive or the like, not text",
    "encoding": "not UTF-8, and not what the page says it is",
    "no_text": "the page holds no text of an article",
    "json_lines": "documents in JSON where a page or a text is expected",
    "not_json": "the line is not JSON",
    "not_an_object": "the line is JSON, but no object",
    "no_text_field": "the object has no text",
    "not_a_string": "a field holds something else than a string",
    "published": "neither a date nor RFC 3339 with its offset",
    "language": "the text is in a language that cannot be read",
    "reading": "the text was taken in, and the reader failed on it",
    "refused": "the address is not fetched: its scheme, its host or the site's robots.txt forbids it",
    "unreachable": "the host does not answer, or its answer breaks off or takes too long",
    "answer": "the server answers something else than the page",
    "not_a_feed": "neither RSS, nor Atom, nor JSON Feed, nor a list of feeds",
    "truncated": "a WARC file or a record of it is cut short or altered",
    "stopped": "the program was told to stop before it was fetched",
}
