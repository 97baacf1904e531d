"""Names end where they end, and one name is of one kind all over a text."""

import pytest

from saidwho.reading.names import settle_names, with_whole_names
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Token


def settled(text: str, *names: tuple[str, str, int]) -> list[tuple[str, str]]:
    """names: the words, the kind, and which of their places in the text is meant, from 0."""
    found = []
    for words, kind, place in names:
        at = -1
        for _ in range(place + 1):
            at = text.index(words, at + 1)
        found.append(Mention(span=Span(start=at, end=at + len(words)), kind=kind, score=0.9))
    found.sort(key=lambda mention: mention.span)
    return [(mention.span.of(text), mention.kind) for mention in settle_names(text, tuple(found))]


def test_a_place_is_no_person() -> None:
    """A country that nobody has heard of is read as a person here and as a place there."""
    text = "Kharad pledged help. Soldiers left in Kharad."
    assert [("Kharad", "location")] * 2 == settled(text, ("Kharad", "person", 0), ("Kharad", "location", 1))


def test_an_agency_in_a_dateline_is_a_body() -> None:
    """As is one in brackets in a line of its own; what stands before the brackets is a place."""
    text = "KARSIN, March 4 (Reuters) - Two people were killed."
    assert [("KARSIN", "location"), ("Reuters", "organisation")] == settled(text, ("KARSIN", "person", 0), ("Reuters", "location", 0))
    assert [("Reuters", "organisation")] == settled("Two people were killed.\n(Reuters)", ("Reuters", "location", 0))


def test_a_town_in_a_dateline_is_no_body() -> None:
    """Where it is a body nowhere else in its text."""
    text = "ORSK, May 3 (Norrpress) - Soldiers shelled the town."
    assert ("ORSK", "location") in settled(text, ("ORSK", "organisation", 0))
    text = "ORSK, May 3 (Norrpress) - ORSK's spokesman denied it."
    assert ("ORSK", "organisation") in settled(text, ("ORSK", "organisation", 0), ("ORSK", "organisation", 1))


@pytest.mark.parametrize(
    ("expected", "text", "names"),
    [
        ([], "The army withdrew.", [("army", "organisation", 0)]),
        ([("White House", "organisation")], "Talks To Go On, Says White House", [("White House", "organisation", 0)]),
        ([("Ada Vale", "person")], "Ada Vale of Karsk spoke.", [("Ada Vale of Karsk", "person", 0)]),
        (
            [("Karsk-i-Vale", "location")],
            "They came to Karsk-i-Vale.",
            [("Karsk", "location", 0), ("i-Vale", "location", 0)],
        ),
        ([("Karsk", "location"), ("Lorn", "location")], "The Karsk-to-Lorn road.", [("Karsk", "location", 0), ("Lorn", "location", 0)]),
        (
            [("Karsk", "location"), ("Ada Vale", "person")],
            "Mayor of Karsk Ada Vale spoke.",
            [("Karsk Ada Vale", "person", 0)],
        ),
        (
            [("Varnokenergo", "organisation")],
            "Hydropower company Varnokenergo wrote.",
            [("Varnokenergo", "location", 0)],
        ),
        ([("Karsk Ada Vale", "person")], "A cousin of Karsk Ada Vale spoke.", [("Karsk Ada Vale", "person", 0)]),
        (
            [("Jory Penn", "person"), ("Penn", "person")],
            "Jory Penn left. Penn wept.",
            [("Jory Penn", "person", 0), ("Penn", "organisation", 1)],
        ),
        (
            [("Islanders' Council", "organisation")],
            "The Islanders' Council met.",
            [("Islanders", "organisation", 0), ("Council", "organisation", 0)],
        ),
        ([("Brigade of the Reeds", "organisation")], "A faction, the Brigade of the Reeds, left.", [("Reeds", "person", 0)]),
        ([("Marcus Holloman", "person")], "Secretary of State Marcus Holloman left.", [("State Marcus", "organisation", 0)]),
        ([("Banner of the Faithful", "organisation")], "A group calling itself the Banner of the Faithful left.", []),
        ([("Guy-Simon Vale", "person")], "The mayor, Guy-Simon Vale, left.", [("Simon Vale", "person", 0)]),
        ([("Zaid Ra'ad Al Hosni", "person")], "Judge Zaid Ra'ad Al Hosni left.", [("Zaid Ra", "person", 0), ("Al Hosni", "person", 0)]),
    ],
)  # fmt: skip
def test_names_that_were_cut_or_run_on(expected: list[tuple[str, str]], text: str, names: list[tuple[str, str, int]]) -> None:
    """A noun in small letters is no name, where somebody is from is no part of his, and what tells a name tells all of it."""
    assert expected == settled(text, *names)


@pytest.mark.parametrize("dateline", ["KARSIN (Norrpress) - ", "KARSIN, March 4 (Norrpress) – ", "KARSIN, 4 March (Norrpress) - "])
def test_a_dateline_begins_with_a_town(dateline: str) -> None:
    """With or without the day, and never with a person."""
    assert [("KARSIN", "location")] == settled(f"{dateline}Shells fell.", ("KARSIN", "person", 0))


def test_a_country_has_an_army() -> None:
    """Whoever has an army is no person."""
    assert [("Kharad", "location")] == settled("Kharad's army left.", ("Kharad", "person", 0))


def test_a_short_name_is_of_the_kind_of_the_long_one() -> None:
    """ "Sentinel" is the body whose full name begins so."""
    text = "Sentinel for Rights said so. Sentinel saw it."
    names = ("Sentinel for Rights", "organisation", 0), ("Sentinel", "person", 1)
    assert [("Sentinel for Rights", "organisation"), ("Sentinel", "organisation")] == settled(text, *names)


@pytest.mark.parametrize("text", ["General Orlen left. In Orlen many wept.", "Pavel Orlen left. In Orlen many wept."])
def test_people_stay_people(text: str) -> None:
    """A title or a full name outweighs what else speaks for a place."""
    names = [("Orlen", "person", 1)] + ([("Pavel Orlen", "person", 0)] if "Pavel" in text else [("Orlen", "person", 0)])
    assert {"person"} == {kind for _, kind in settled(text, *names)}


@pytest.mark.parametrize(
    ("expected", "text", "name"),
    [
        ("Witness K-12", "Witness K-12 spoke.", "Witness K"),
        ("Jama'at", "Jama'at left.", "Jama'"),
        ("Norra", "Norra's army left.", "Norra"),
        ("Norra", "Norra-based troops left.", "Norra"),
        ("Tribune", "The Tribune of today is thin.", "Tribune of"),
    ],
)
def test_a_name_goes_to_its_end(expected: str, text: str, name: str) -> None:
    """Over signs inside of it, not over a possessive, and not onto a hanging "of"."""
    assert [expected] == [words for words, _ in settled(text, (name, "organisation", 0))]


def test_two_halves_are_one_name() -> None:
    """What stops at "of" goes on in the name behind it."""
    text = "The Tribune of Solvany says so."
    assert [("Tribune of Solvany", "organisation")] == settled(text, ("Tribune of", "organisation", 0), ("Solvany", "location", 0))


def test_an_article_alone_is_no_name() -> None:
    """Where the reader parts it from the name behind it."""
    text = "He told The Lowland Times so."
    assert [("Lowland Times", "organisation")] == settled(text, ("The", "organisation", 0), ("Lowland Times", "organisation", 0))


@pytest.mark.parametrize(
    ("expected", "text", "score"),
    [
        ([], "Raiders sank it.", 0.4),
        ([], "KORDA (Norrpress) — Raiders sank it.", 0.4),
        (["Raiders"], "Raiders sank it.", 0.9),
        (["Raiders"], "He said Raiders sank it.", 0.4),
    ],
)
def test_a_plural_that_opens_a_sentence_is_no_name_by_its_capital(expected: list[str], text: str, score: float) -> None:
    """The reader has to be sure of it."""
    at = text.index("Raiders")
    spans = [Span(start=at, end=at + 7), Span(start=at + 8, end=at + 12)]
    tokens = [Token(span=span, upos=upos, head=1, relation="dep") for span, upos in zip(spans, ("PROPN", "VERB"), strict=True)]
    found = settle_names(text, (Mention(span=spans[0], kind="person", score=score),), tokens)
    assert expected == [mention.span.of(text) for mention in found]


@pytest.mark.parametrize(
    ("expected", "text", "name"),
    [
        ("Radio Tovel", "A barber told Radio Tovel that he had seen it.", "Radio"),
        ("Channel 12", "A barber told Channel 12 that he had seen it.", "Channel"),
        ("Radio Tovel", "He heard Radio Tovel's evening news.", "Radio"),
    ],
)
def test_a_station_is_called_by_the_next_word_too(expected: str, text: str, name: str) -> None:
    """ "Radio" alone is nobody's name."""
    assert [(expected, "organisation")] == settled(text, (name, "organisation", 0))


def test_a_body_that_asks_for_something_by_its_name_speaks_under_all_of_it() -> None:
    """ "Save the Children" is no verb with an object."""
    text = "Save the Children said that 40 people had died."
    (mention,) = settle_names(text, ())
    assert ("Save the Children", "organisation") == (mention.span.of(text), mention.kind)
    said = Attribution(source=(Span(start=5, end=17),), cue=(Span(start=18, end=22),), content=(Span(start=23, end=46),), score=0.9)
    (found,) = with_whole_names((said,), (mention,))
    assert "Save the Children" == found.source[0].of(text)
    assert () == settle_names("The mayor asked them to save the children of Lorn.", ())
