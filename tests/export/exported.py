"""Reports for the tests of exports: made by hand, hostile, and read from the examples' shapes."""

import json
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from hypothesis import strategies as st

from saidwho.export.formats import write_format
from saidwho.types.contract import report_shape
from tests.export.reports import full_report, report, reports
from tests.record.made import shape_of

Shape = dict[str, Any]

# What a page may hold to harm a reader of an export: formulas, tags, escapes of LaTeX, JSON and shells, turned lines.
HOSTILE = [
    '=HYPERLINK("http://evil.example","x")',
    "<script>alert(1)</script>",
    "}{\\input{/etc/passwd}%",
    "\"\r\n,;\t'",
    "\ud800\u202e\x1b[31m\0",
    "@comment{$\\unbalanced{ #1 & _ ^ ~",
    "]}]}",
]


def hostile_report(words: str) -> Shape:
    """A report that has some words wherever a report holds words."""
    shape = report_shape(full_report())
    text = f"{words} said {words}"
    size = len(words)
    shape["document"] |= {"text": text, "title": words, "outlet": words, "byline": words, "url": f"http://a.example/{words}", "key": words}
    for statement in shape["statements"]:
        statement |= {"content": [[size + 6, len(text)]], "source": [[0, size]], "cue": [[size + 1, size + 5]], "speaker_side": words}
        statement |= {"caveats": [[0, size]], "act": "assert"}
        for part in statement["propositions"]:
            part |= {"spans": [[size + 6, len(text)]], "negated": False, "modality": "actual"}
            for found in (*part["places"], *part["figures"], *part["times"]):
                found["span"] = [0, size]
            for place in part["places"]:
                place |= {"name": words, "admin1": words}
    for actor in shape["actors"]:
        actor |= {"name": words, "role": words, "mentions": [[0, size]]}
    return shape


def samples() -> list[Shape]:
    """Plain, full, empty and hostile ones, with ids of their own."""
    shapes = [report_shape(report()), report_shape(full_report()), shape_of("Nothing is told here."), *map(hostile_report, HOSTILE)]
    for number, shape in enumerate(shapes):
        shape["document"]["id"] = f"{number:016x}".ljust(64, "0")
    return shapes


def written(name: str, shapes: Iterable[Shape], **options: Any) -> bytes:
    """What a format makes of reports."""
    stream = BytesIO()
    write_format(name, shapes, stream, **options)
    return stream.getvalue()


def loaded(name: str, shapes: Iterable[Shape]) -> Any:
    return json.loads(written(name, shapes))


@st.composite
def drawn(draw: st.DrawFn) -> Shape:
    """Any text with any spans in it."""
    return report_shape(draw(reports()))
