"""Names that the reader missed or cut short are names all the same."""

from saidwho.grounding.actors.whole_names import with_whole_names
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def reading(text: str, *, source: str, names: dict[str, str]) -> Reading:
    """A reading of one attribution. names: words, each with its kind."""
    attribution = Attribution(source=(span(text, source),), cue=(), content=(), score=1.0)
    mentions = tuple(Mention(span=span(text, words), kind=kind, score=1.0) for words, kind in names.items())
    return Reading(names=mentions, mentions=(), attributions=(attribution,), tokens=(), sentences=())


def names_in(text: str, *, source: str, names: dict[str, str] | None = None) -> list[tuple[str, str]]:
    found = with_whole_names(text, reading(text, source=source, names=names or {}))
    return [(name.span.of(text), name.kind) for name in found.names]


def test_a_speaker_in_capitals_bears_a_name() -> None:
    """Wherever else it stands, too."""
    text = "Trucks of the Coral Cross left. By noon the Coral Cross said the road was open."
    assert [("Coral Cross", "organisation")] * 2 == names_in(text, source="the Coral Cross")


def test_small_words_belong_to_the_name_of_a_body() -> None:
    """The "for" of a front is no end of its name."""
    text = "Later the Front for the Adrar said it had left."
    assert [("Front for the Adrar", "organisation")] == names_in(text, source="the Front for the Adrar")


def test_some_of_a_body_have_no_name() -> None:
    """Though a name may begin with those who are of it."""
    text = "Members of the Coral Cross said the road was open."
    assert [] == names_in(text, source="Members of the Coral Cross")
    text = "Mothers of Varnok said the road was open."
    assert [("Mothers of Varnok", "organisation")] == names_in(text, source="Mothers of Varnok")


def test_half_a_name_is_made_whole() -> None:
    """The half is no name of its own any more."""
    text = "In the valley the White Lodge said no."
    assert [("White Lodge", "organisation")] == names_in(text, source="the White Lodge", names={"Lodge": "organisation"})


def test_the_land_in_a_body_s_name_belongs_to_it() -> None:
    """Where the reader has the place and the body apart."""
    text = "Later in the day the Kharad Doctors Network said that all roads were open."
    read = {"Kharad": "location", "Doctors Network": "organisation"}
    assert [("Kharad Doctors Network", "organisation")] == names_in(text, source="the Kharad Doctors Network", names=read)
    text = "Later in the day the Kharad Foreign Ministry said that all roads were open."
    read = {"Kharad": "location", "Foreign Ministry": "organisation"}
    assert ["Kharad", "Foreign Ministry"] == [name for name, _ in names_in(text, source="the Kharad Foreign Ministry", names=read)]


def test_a_person_keeps_what_a_hyphen_joins() -> None:
    """But a word such as "led" is none of the name."""
    text = "Moon Sang-tae said so."
    assert [("Moon Sang-tae", "person")] == names_in(text, source="Moon Sang-tae", names={"Moon Sang": "person"})
    led = "The Ada Vale-led party said so."
    assert [("Ada Vale", "person")] == names_in(led, source="The Ada Vale-led party", names={"Ada Vale": "person"})


def test_an_office_before_a_name_is_no_part_of_it() -> None:
    """It is told as what somebody is."""
    text = "In Lom, President Ivo Lind said so."
    assert [("Ivo Lind", "person")] == names_in(text, source="President Ivo Lind", names={"President Ivo Lind": "person"})


def test_offices_and_organs_in_capitals_are_no_names() -> None:
    """The register and the rules know them by their nouns."""
    for source in ("the Foreign Ministry", "the Emergency Coordinator", "the Prime Minister", "the Army of Vinland"):
        assert [] == names_in(f"In the end {source} said so.", source=source)


def test_a_headline_in_capitals_tells_nothing() -> None:
    """Where every word has one."""
    text = "Angry Farmers Said To Block The Main Road"
    assert [] == names_in(text, source="Angry Farmers")


def test_a_text_without_speakers_keeps_its_reading() -> None:
    """Nothing is made anew where nothing is found."""
    text = "Rain said nothing."
    read = reading(text, source="Rain", names={})
    assert read is with_whole_names(text, read)


def test_a_word_that_opens_a_sentence_is_part_of_no_name() -> None:
    """ "Two Tarvian officials" are nobody's name."""
    text = "Two Tarvian officials said the road was open."
    assert [] == names_in(text, source="Two Tarvian officials")


def test_an_article_in_capitals_within_a_sentence_is_part_of_the_name() -> None:
    """As an outlet prints itself."""
    text = "The road is open, according to The Coral Tribune."
    assert [("The Coral Tribune", "organisation")] == names_in(text, source="The Coral Tribune")


def test_whose_a_body_is_belongs_to_its_name() -> None:
    """In the plural, where a capital follows."""
    text = "The road was closed, the Herders' Front said."
    assert [("Herders' Front", "organisation")] == names_in(text, source="the Herders' Front")


def test_where_a_body_has_its_seat_is_no_part_of_its_name() -> None:
    """Nor is it a name by itself."""
    text = "On Monday the London-based Coral Cross said that all roads were open."
    assert [("Coral Cross", "organisation")] == names_in(text, source="the London-based Coral Cross")
    text = "On Monday the Britain-based monitoring group said that all roads were open."
    assert [("Britain", "location")] == names_in(text, source="the Britain-based monitoring group", names={"Britain": "location"})


def test_a_given_name_of_two_goes_on_behind_its_hyphen() -> None:
    """Also as "in", which an office has behind itself."""
    text = "Later Ko Jae-in said that all roads were open."
    assert [("Ko Jae-in", "person")] == names_in(text, source="Ko Jae-in", names={"Ko Jae": "person"})
    text = "Later Ada Vale-in-waiting said that all roads were open."
    assert [("Ada Vale", "person")] == names_in(text, source="Ada Vale", names={"Ada Vale": "person"})
