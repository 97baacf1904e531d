"""The form of a statement is told by where its words stand among quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.statements.forms import find_quotations
from saidwho.types.document import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("form", "text", "contents", "cue"),
    [
        ("direct", '"We have no power," she said.', ["We have no power,"], "said"),
        ("direct", '"We have no power," she said.', ['"We have no power,"'], "said"),
        ("direct", "“We have no power,” she said.", ["We have no power,"], "said"),
        ("direct", "``We have no power,'' she said.", ["``We have no power,''"], "said"),
        ("direct", "''We have no power,'' she said.", ["We have no power,"], "said"),
        ("direct", "'We don't have power,' she said.", ["We don't have power,"], "said"),
        ("direct", "‘We don’t have power,’ she said.", ["We don’t have power,"], "said"),
        ("direct", '"We", she said, "have no power."', ["We", "have no power."], "said"),
        ("direct", '"We have [sic] no power (yet)," she said.', ["We have [sic] no power (yet),"], "said"),
        ("indirect", "The town has no power, she said.", ["The town has no power"], "said"),
        ("indirect", "Power lost in nine towns: operator", ["Power lost in nine towns"], ":"),
        ("indirect", "The governor's office said the town's power was gone.", ["the town's power was gone"], "said"),
        ("mixed", 'She said that the town had "no power".', ['that the town had "no power"'], "said"),
        ("mixed", 'The latest package "uses old funds", it said.', ['The latest package "uses old funds"'], "said"),
        ("mixed", 'She called it a "liberated" town, and said it had been empty.', ['a "liberated" town'], "called"),
        ("indirect", '"They told us that the bridge was gone," she said.', ["that the bridge was gone"], "told"),
        ("direct", "\"The army said 'no more' to us,\" she said.", ["no more"], "army said"),
        ("direct", "“We left at noon. No one\nstopped us,” she said.", ["We left at noon."], "she said"),
        ("direct", "“We left at noon.\n“No one stopped us,” she said.", ["We left at noon.\n“No one stopped us,"], "she said"),
        ("indirect", '"" she said.', ['""'], "said"),
    ],
)
def test_form(form: str, text: str, contents: list[str], cue: str) -> None:
    """Punctuation does not count; a quotation around the cue as well is somebody else's."""
    content = tuple(span(text, words) for words in contents)
    assert form == find_quotations(text).form_of(content, cue=(span(text, cue),))


def test_a_statement_without_content_is_not_quoted() -> None:
    """Nothing is quoted where nothing is said."""
    assert "indirect" == find_quotations("He said.").form_of((), cue=(Span(start=3, end=7),))


@given(st.text(alphabet="a \n\"'“”‘’`[]«»", max_size=80), st.data())
def test_any_marks_have_a_form(text: str, data: st.DataObject) -> None:
    """Unbalanced marks stop nothing."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    content = (Span(start=start, end=end),)
    assert find_quotations(text).form_of(content, cue=()) in ("direct", "indirect", "mixed")


def test_a_colon_leads_to_the_speakers_words() -> None:
    """In a transcript nothing is quoted, and all is in the speaker's words."""
    text = "ORLEN: We did not fire at all."
    content, cue = Span(start=7, end=len(text)), Span(start=5, end=6)
    assert "direct" == find_quotations(text).form_of((content,), cue=(cue,))


@pytest.mark.parametrize("said", ["We did not fire at all.", 'They said "go" and we went.'])
def test_an_account_stands_behind_its_owners_words(said: str) -> None:
    """A post is in the words of whoever posts it, with others quoted in it or not."""
    text = f"{said} — Ada Vale (@adavale) May 3, 2016"
    assert "direct" == find_quotations(text).form_of((span(text, said),), cue=(span(text, "(@adavale)"),))
