"""Stretches cover the text once, and carry the marks of all spans over them."""

from hypothesis import given

from saidwho.export.marks import Cutter
from saidwho.types.document import Span
from saidwho.types.statement import Report
from tests.export.reports import TEXT, report, reports


def test_a_nested_statement_is_meant_first() -> None:
    """The innermost is named before the one around it, and contents in contents are counted."""
    stretches = {s.span.of(TEXT): s for s in Cutter(report().statements).cut(Span(start=0, end=len(TEXT)))}
    inner = stretches["“the port is <b>gone</b>”"]
    assert (("content",), 2, (2, 1)) == (inner.roles, inner.depth, inner.statements)
    claimed = stretches["claimed"]
    assert (("content", "cue"), (2, 1), (2,)) == (claimed.roles, claimed.statements, claimed.closes_cue)
    assert () == stretches[", and left."].roles


@given(reports())
def test_stretches_are_the_text(drawn: Report) -> None:
    """Joined they are the text, line by line or whole, and each carries exactly the spans over it."""
    text = drawn.document.text
    cutter = Cutter(drawn.statements)
    lines = [Span(start=0, end=len(text) // 2), Span(start=len(text) // 2, end=len(text))]
    stretches = [stretch for line in lines for stretch in cutter.cut(line)]
    assert text == "".join(stretch.span.of(text) for stretch in stretches)
    for stretch in stretches:
        over = {
            number
            for number, s in enumerate(drawn.statements)
            for span in (*s.source, *s.cue, *s.content)
            if span.start < span.end and span.start <= stretch.span.start and stretch.span.end <= span.end
        }
        assert over == set(stretch.statements)
