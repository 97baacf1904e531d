"""The text of a document's page: every character once, with its marks, and nothing of a report as markup."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from saidwho.export.spans import printable
from saidwho.types.statement import Report
from saidwho.web.marking import marked_lines, meanings_of
from tests.export.reports import report, reports

_NUMBERS = re.compile(r"<sup>.*?</sup>")
_TAGS = re.compile(r"<[^>]*>")


def words_of(drawn: str) -> str:
    """What is read of HTML: without tags and the numbers of statements."""
    return html.unescape(_TAGS.sub("", _NUMBERS.sub("", drawn)))


@given(drawn=reports(), data=st.data())
def test_every_character_of_a_line_is_on_the_page_once(drawn: Report, data: st.DataObject) -> None:
    """Whatever overlaps and whichever statement is shown, without its tags a line is the text's."""
    shown = data.draw(st.none() | st.integers(0, max(len(drawn.statements) - 1, 0)))
    lines = list(marked_lines(drawn, meanings_of(drawn), shown=shown))
    assert [line for line in drawn.document.text.split("\n") if line.strip()] == [line.words for line in lines]
    assert [printable(line.words) for line in lines] == [words_of(str(line.drawn)) for line in lines]


def test_what_is_marked_is_told_apart_and_can_be_gone_to() -> None:
    """A cue has its class and its number, the statement that is shown stands out, and each begins at an anchor."""
    first, second = (str(line.drawn) for line in marked_lines(report(), meanings_of(report()), shown=2))
    assert first.startswith('<a class="anchor" id="t1"></a><span class="content place" data-s="1" title="Varnok, ')
    assert '<a class="anchor" id="here"></a><span class="content source on" data-s="3 2">the governor</span>' in second
    assert '<span class="content cue on" data-s="3 2">claimed</span><sup><a href="#s3" aria-label="statement 3">3</a></sup>' in second
    assert '<span class="content deep on" data-s="3 2">“the port is &lt;b&gt;gone&lt;/b&gt;”</span>, and ' in second
    assert '<span class="time" title="4 March 2024">left</span>.' in second
