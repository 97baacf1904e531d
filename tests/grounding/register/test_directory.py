import pytest

from saidwho.grounding.register import load_register


def key(entry):
    return entry and entry.key


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Ukraine", "ukr"),
        ("the US", "usa"),
        ("U.S.", "usa"),
        ("America", "usa"),
        ("us", None),
        ("Niger", "ner"),
        ("Nigeria", "nga"),
        ("Guinea", "gin"),
        ("Guinea-Bissau", "gnb"),
        ("Equatorial Guinea", "gnq"),
        ("Papua New Guinea", "png"),
        ("Turkey", "tur"),
        ("turkey", None),
        ("Türkiye", "tur"),
        ("Georgia", "geo"),
        ("Dominica", "dma"),
        ("the Dominican Republic", "dom"),
        ("DR Congo", "cod"),
        ("Congo", None),
        ("Korea", None),
        ("Kosovo", "xkx"),
        ("Burma", "mmr"),
        ("Côte d’Ivoire", "civ"),
        ("Arland", None),
    ],
)
def test_a_state_goes_by_its_names(name, state):
    """A name that two states share is left open."""
    assert state == key(load_register().state_named(name))


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Nigerien", "ner"),
        ("Nigeriens", "ner"),
        ("Nigerian", "nga"),
        ("Dominican", "dom"),
        ("Guinean", "gin"),
        ("Sudanese", "sdn"),
        ("South Sudanese", "ssd"),
        ("Poles", "pol"),
        ("polish", None),
        ("Iraqis", "irq"),
        ("Korean", None),
        ("Congolese", None),
        ("US", None),
    ],
)
def test_a_demonym_is_of_one_state(word, state):
    """Of Niger and Nigeria each has its own; "Korean" is open, and "US" is a name."""
    assert state == key(load_register().demonym(word))


@pytest.mark.parametrize(
    ("word", "context", "state"),
    [("Congolese", ("cod",), "cod"), ("Korean", ("prk", "usa"), "prk"), ("Korean", ("prk", "kor"), None), ("Dominican", ("dma",), "dma")],
)
def test_what_the_text_is_about_settles_a_shared_word(word, context, state):
    assert state == key(load_register().demonym(word, context=context))


@pytest.mark.parametrize(
    ("place", "context", "body"),
    [
        ("Kyiv", (), "government-of-ukraine"),
        ("Kiev", (), "government-of-ukraine"),
        ("Moscow", (), "government-of-russia"),
        ("the Kremlin", (), "government-of-russia"),
        ("the Pentagon", (), "us-department-of-defense"),
        ("Downing Street", (), "downing-street"),
        ("Brussels", (), "european-union"),
        ("Brussels", ("bel",), "government-of-belgium"),
        ("The Hague", (), "government-of-netherlands"),
        ("Sanaa", (), None),
        ("Avdiivka", (), None),
        ("kyiv", (), None),
    ],
)
def test_a_place_may_stand_for_those_who_act_from_it(place, context, body):
    """Brussels is the Union's before it is Belgium's; who holds Sanaa is disputed, so it is nobody's."""
    assert body == key(load_register().metonym(place, context=context))


def test_kyiv_is_the_government_of_ukraine():
    kyiv = load_register().metonym("Kyiv")
    assert ("Government of Ukraine", "government", "UKR", "ukr") == (kyiv.name, kyiv.kind, kyiv.country, kyiv.of)


def test_a_capital_alone_is_no_name_of_a_government():
    """Whether Kyiv is the place or the government is for the sentence to say."""
    assert () == load_register().named("Kyiv")


def test_all_who_share_a_name_are_found():
    assert {"cod", "cog"} == {entry.key for entry in load_register().named("Congo")}


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Nikkei", "nikkei"),
        ("https://asia.nikkei.com/Politics/x?y=1", "nikkei"),
        ("www.bbc.co.uk", "bbc"),
        ("edition.cnn.com", "cnn"),
        ("https://t.me/rybar/100", "rybar"),
        ("t.me", None),
        ("the New York Times", "new-york-times"),
        ("Ukraine", None),
        ("lomna.example", None),
        ("notreuters.com", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_by_name_and_by_address(name, outlet):
    assert outlet == key(load_register().outlet(name))


def test_the_pentagon_belongs_to_the_united_states():
    register = load_register()
    chain = register.chain(register.entry("us-department-of-defense"))
    assert ["government-of-united-states", "usa"] == [owner.key for owner in chain]


@pytest.mark.parametrize(("entry", "state"), [("hamas", "pse"), ("idf", "isr"), ("un", None), ("ukr", "ukr"), ("rus.navy", "rus")])
def test_a_body_is_at_home_in_a_state_or_in_none(entry, state):
    register = load_register()
    assert state == key(register.state_of(register.entry(entry)))
