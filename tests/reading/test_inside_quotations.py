"""Who is told of inside a quotation says no more than the sentence in which he speaks."""

from saidwho.reading.inside_quotations import inside_quotations, quotations_around
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

TEXT = '"They came at noon. The army says the road was mined. Nobody left."'
SENTENCES = (Span(start=0, end=19), Span(start=20, end=54), Span(start=55, end=len(TEXT)))


def _attribution(text: str, source: str, cue: str, *content: str) -> Attribution:
    spans = [Span(start=text.index(words), end=text.index(words) + len(words)) for words in (source, cue, *content)]
    return Attribution(source=(spans[0],), cue=(spans[1],), content=tuple(spans[2:]), score=0.5)


def _said(text: str, attribution: Attribution, sentences: tuple[Span, ...] = SENTENCES) -> list[str]:
    (found,) = inside_quotations(text, (attribution,), sentences)
    return [span.of(text) for span in found.content]


def test_what_stands_before_him_in_a_quotation_is_not_his() -> None:
    """The whole was taken for what the army says."""
    assert ["the road was mined"] == _said(TEXT, _attribution(TEXT, "The army", "says", TEXT))


def test_who_is_quoted_keeps_all_of_the_quotation() -> None:
    """Its speaker and verb stand outside of it."""
    text = f"{TEXT} the mayor said."
    assert [TEXT] == _said(text, _attribution(text, "the mayor", "said", TEXT))


def test_what_begins_in_his_own_sentence_stays() -> None:
    """Nothing before it was taken for his."""
    said = "the road was mined. Nobody left."
    assert [said] == _said(TEXT, _attribution(TEXT, "The army", "says", said))


def test_the_quotation_is_said_by_whoever_is_quoted() -> None:
    """It has neither cue nor source where the text gives none."""
    before = (_attribution(TEXT, "The army", "says", "They came at noon.", "the road was mined. Nobody left."),)
    (around,) = quotations_around(TEXT, before, inside_quotations(TEXT, before, SENTENCES))
    assert ((), (), [TEXT.strip('"')]) == (around.source, around.cue, [span.of(TEXT) for span in around.content])


def test_what_is_not_cut_leaves_no_quotation_behind() -> None:
    """Its speaker says all of it."""
    before = (_attribution(TEXT, "The army", "says", "the road was mined."),)
    assert () == quotations_around(TEXT, before, inside_quotations(TEXT, before, SENTENCES))


def test_each_line_of_a_quotation_is_one() -> None:
    """Long testimonies have many."""
    text = '"They came at noon.\n"We left. The army says the road was mined.'
    sentences = (Span(start=0, end=19), Span(start=20, end=29), Span(start=30, end=len(text)))
    before = (_attribution(text, "The army", "says", "They came at noon.", "We left.", "the road was mined."),)
    found = quotations_around(text, before, inside_quotations(text, before, sentences))
    assert [["They came at noon."], ["We left. The army says the road was mined."]] == [[s.of(text) for s in one.content] for one in found]
