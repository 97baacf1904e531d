"""Statements as Web Annotations (W3C), in JSON-LD: what stands where, so that another program marks the same words."""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from saidwho.export.cells import Shape, names_of, plain
from saidwho.export.jsonld import is_address, urn
from saidwho.types.contract import write_line

# Words before and after a quotation that tell it from the same words elsewhere: as many as other annotators keep.
_AROUND = 32  # code points
_ROLES = ("content", "source", "cue")


def write_annotations(reports: Iterable[Shape], stream: TextIO) -> None:
    """Write an AnnotationPage: for each statement one annotation a role (content, source, cue), with all its spans.

    Positions are code points of the document's text; exact, prefix and suffix are words of it. Signs that are no characters
    are replaced by marks, so that lengths hold.
    """
    stream.write('{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[')
    number = 0
    for report in reports:
        for annotation in _annotations(report):
            stream.write((",\n" if number else "\n") + write_line(annotation))
            number += 1
    stream.write("\n]}\n")


def _annotations(report: Shape) -> Iterator[dict[str, Any]]:
    document, names = report["document"], names_of(report)
    for statement in report["statements"]:
        for role in _ROLES:
            if statement[role]:
                yield {
                    "id": urn("statement", f"{statement['id']}:{role}"),
                    "type": "Annotation",
                    "motivation": "classifying",
                    "body": _bodies(statement, role, names),
                    "target": [_target(document, start, end) for start, end in statement[role]],
                }


def _bodies(statement: Shape, role: str, names: dict[str, str]) -> list[dict[str, Any]]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": role}]
    speaker = names.get(statement["speaker"])
    told = ", ".join(part for part in (speaker, statement["act"], statement["form"]) if part)
    return [*bodies, {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": plain(told)}]


def _target(document: Shape, start: int, end: int) -> dict[str, Any]:
    text = document["text"]
    quote = {"type": "TextQuoteSelector", "exact": plain(text[start:end])}
    quote |= {"prefix": plain(text[max(start - _AROUND, 0) : start]), "suffix": plain(text[end : end + _AROUND])}
    return {
        "source": document["url"] if is_address(document["url"]) else urn("document", document["id"]),
        "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
    }
