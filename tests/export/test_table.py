"""The table shows who, how and what, whole."""

import io
from dataclasses import replace

import pytest
from hypothesis import given

from saidwho.export.table import print_report, terminal
from saidwho.types.document import Document
from saidwho.types.grounding import NOTHING_GROUNDED
from saidwho.types.statement import Report
from tests.export.reports import report, reports

EXPECTED = """\
Port shelled, governor says
The Harbour Post, 2024-03-05, a-1

Who                   How             What
────────────────────────────────────────────────────────────────────────────────
governor              says            Port shelled
14–22                 23–27           0–12
                      indirect

The mayor             said            the governor claimed “the port is
28–37                 38–42           <b>gone</b>”
= Ada Vale, mayor     indirect        43–89

the governor          claimed         “the port is <b>gone</b>”
43–55                 56–63           64–89
                      indirect

Where       Port                      Varnok, Ilven Oblast, UKR (region)
When        left                      2024-03-04
How many    shelled                   17 or more people, killed, civilians, per
                                      day, a total so far, since 2022-02; of Ada
                                      Vale

"""


def printed(drawn: Report) -> str:
    stream = io.StringIO()
    print_report(drawn, terminal(stream))
    return stream.getvalue()


def empty(document: Document) -> Report:
    return Report(document=document, statements=(), grounding=NOTHING_GROUNDED)


def test_a_report_at_80_columns() -> None:
    """Plain text where nobody watches: no colours, no padding, nothing cut off."""
    assert printed(report()) == EXPECTED


def test_no_statement_is_said_plainly() -> None:
    """An empty table would look like a fault."""
    assert "No statement found." in printed(empty(report().document))


@pytest.mark.parametrize(("expected", "line"), [("x" * 160, "x" * 160), ("x" * 159 + "…", "x" * 161)], ids=["fits", "cut"])
def test_a_long_first_line_is_cut_for_a_title(expected: str, line: str) -> None:
    """A text without line breaks is not printed twice; a title of its own is whole."""
    document = replace(report().document, text=f"{line}\nThe rest.")
    whole = replace(document, title=line)
    headings = ["".join(printed(empty(d)).split("\nThe Harbour Post")[0].split()) for d in (document, whole)]
    assert [expected, line] == headings


@given(reports())
def test_no_text_reaches_past_its_cell(drawn: Report) -> None:
    """No control code of a page gets to the terminal."""
    assert not set("\x1b\x00\u202e\ud800") & set(printed(drawn))
