import pytest

from saidwho.reading.headlines import FORM_SCORE, LONGEST_HEADLINE, settle_headlines
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention


def at(text, words):
    start = text.index(words)
    return (Span(start=start, end=start + len(words)),)


def attribution(text, source, cue, content, score=0.9):
    return Attribution(source=at(text, source), cue=at(text, cue), content=at(text, content), score=score)


def names(text, *words):
    return tuple(Mention(span=at(text, w)[0], kind="organisation", score=0.9) for w in words)


def parts(text, found):
    return tuple([s.of(text) for s in spans] for spans in (found.source, found.cue, found.content))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilvar War: Troops Pull Back, Says Arland Army", (["Arland Army"], ["Says"], ["Troops Pull Back"])),
        ("Bridge at Lomna is lost, says the Arland Army", (["the Arland Army"], ["says"], ["Bridge at Lomna is lost"])),
    ],
)
def test_an_inverted_headline_is_read_by_its_form(text, expected):
    (found,) = settle_headlines(text, (), names=names(text, "Arland Army"))
    assert expected == parts(text, found)
    assert found.score == FORM_SCORE


def test_where_the_reader_found_the_same_its_score_is_kept():
    text = "Ilvar War: Troops Pull Back, Says Arland"
    given = attribution(text, "Arland", "Says", "Ilvar War: Troops Pull Back", 0.6)
    (found,) = settle_headlines(text, (given,), names=names(text, "Arland"))
    assert (["Arland"], ["Says"], ["Troops Pull Back"]) == parts(text, found)
    assert found.score == 0.6


def test_news_before_a_comma_is_not_said_by_who_says_what_follows():
    """The agency tells of the food; nobody tells of the dead."""
    text = "Nine dead in camp, relief agency says food stocks exhausted\nMore."
    given = attribution(text, "relief agency", "says", "food stocks exhausted")
    found = Attribution(source=given.source, cue=given.cue, content=(*at(text, "Nine dead in camp"), *given.content), score=0.9)
    assert (given,) == settle_headlines(text, (found,), names=())


def test_what_a_speaker_goes_on_with_behind_a_comma_is_all_his():
    """As in "Nine dead in camp, agency says, food exhausted"."""
    text = "Nine dead in camp, agency says, food exhausted"
    found = Attribution(
        source=at(text, "agency"), cue=at(text, "says"), content=(*at(text, "Nine dead in camp"), *at(text, "food exhausted")), score=0.9
    )
    assert (found,) == settle_headlines(text, (found,), names=())


def test_a_running_title_is_cut_off_a_headline():
    text = "A line.\nLomna front: Bridge lost, mayor says\nMore."
    (found,) = settle_headlines(text, (attribution(text, "mayor", "says", "Lomna front: Bridge lost"),), names=())
    assert ["Bridge lost"] == parts(text, found)[2]


@pytest.mark.parametrize(
    "text",
    [
        "Ilvar War: troops pull back, says Arland.",
        "troops pull back, says " + "very " * 20 + "long",
        "Troops pull back, says he",
        "word " * (LONGEST_HEADLINE // 5) + ", says Arland",
        "Troops pull back",
    ],
    ids=["a sentence", "a long source", "no name", "a paragraph", "nobody says it"],
)
def test_other_lines_are_no_inverted_headlines(text):
    assert settle_headlines(text, (), names=names(text, "Arland") if "Arland" in text else ()) == ()


@pytest.mark.parametrize("text", ["Troops Pull Back, Says Arland Before Dawn", "Ten dead in the town, says Friday morning paper"])
def test_last_words_that_end_in_no_name_are_no_speaker(text):
    assert settle_headlines(text, (), names=names(text, "Arland") if "Arland" in text else ()) == ()


def test_what_else_a_headline_says_stays():
    text = "Kastria Denies Troops Shot Prisoners, Says Arland"
    inner = attribution(text, "Kastria", "Denies", "Troops Shot Prisoners")
    found = settle_headlines(text, (inner,), names=names(text, "Kastria", "Arland"))
    assert [["Denies"], ["Says"]] == [parts(text, f)[1] for f in found]


def test_attributions_elsewhere_stay():
    text = "Troops Pull Back, Says Arland\nThe mayor said it fell."
    given = attribution(text, "The mayor", "said", "it fell")
    assert given in settle_headlines(text, (given,), names=names(text, "Arland"))
