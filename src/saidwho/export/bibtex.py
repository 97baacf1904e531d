"""Documents as BibTeX entries, for citing."""

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from saidwho.export.cells import Shape
from saidwho.export.jsonld import is_address
from saidwho.export.spans import on_one_line, printable

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", '"': r"\textquotedbl{}",
}  # fmt: skip
# What would end the field or the entry; an address means the same with these signs by their numbers.
_UNSAFE = re.compile(r'[\s{}\\"<>^`|@,]')


def write_bibtex(reports: Iterable[Shape], stream: TextIO) -> None:
    """Write one entry a report: an article of its outlet, UTF-8, with the document's id as note."""
    for report in reports:
        stream.write(_entry(report["document"]))


def escape(words: str) -> str:
    """Words as LaTeX prints them, on one line, with balanced braces."""
    return "".join(_SPECIAL.get(sign, sign) for sign in printable(on_one_line(words)))


def _entry(document: Shape) -> str:
    kind = "article" if document["outlet"] else "misc"
    lines = [f"  {name} = {{{value}}}" for name, value in _fields(document)]
    return f"@{kind}{{saidwho:{document['id'][:16]},\n" + ",\n".join(lines) + "\n}\n\n"


def _fields(document: Shape) -> Iterator[tuple[str, str]]:
    # In braces once more, so that styles leave capitals alone and a byline is one name.
    yield "title", f"{{{escape(document['title'] or document['key'] or document['id'][:16])}}}"
    if document["byline"]:
        yield "author", f"{{{escape(document['byline'])}}}"
    if document["outlet"]:
        yield "journal", escape(document["outlet"])
    day = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", document["published"] or "")
    if day:
        yield from ((name, str(int(value))) for name, value in zip(("year", "month", "day"), day.groups(), strict=True) if value)
    if is_address(document["url"]):
        yield "url", _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), printable(document["url"]))
    yield "note", f"saidwho document {document['id']}"
