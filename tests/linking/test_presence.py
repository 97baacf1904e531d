"""Where an outlet's own people are told to be."""

import pytest

from saidwho.linking.presence import presence_in


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Trucks drove east all day, as our correspondent watched from a ridge.", True),
        ("A Norrpress reporter at the ferry saw nine men go on board.", True),
        ("A Lakeside reporter at the ferry saw nine men go on board.", False),
        ("A press crew at the ferry saw nine men go on board.", False),
        ("‘I counted eleven lorries,’ a miller said.", False),
        ("I counted eleven lorries.", True),
        ("We bought a sack of it in the market.", True),
        ("At the mill, where we went on Friday, flour lay in the yard.", True),
        ("A car in front of us was blown into a ditch.", True),
        ("Guards fired in the air, our man there saw.", True),
        ("I was led through the mill.", True),
        ("The ministry put the case before the court.", False),
        ("Norrpress rowed out in the afternoon.", False),
        ("We asked at the ministry for the list and went through it.", True),
        ("We tried to count the lorries.", False),
        ("We heard nine shots from the bridge.", True),
        ("We heard on the radio that nine men went on board.", False),
        ("Of the lorries we have seen none.", False),
        ("A miller said: “I counted eleven lorries.”", False),
        ("A miller told our reporter that he had seen the lorries.", False),
        ("The lorries turned back; our photographer brought out pictures from the mill road.", True),
        ("The roof had fallen in when our correspondent got there.", True),
        ("Our reporter paced the yard.", True),
        ("Our cameraman in Lorn picked splinters out of the school wall.", True),
        ("Sacks stand in the yard, as our camera found.", True),
        ("Our correspondent in Lorn asked the mayor for the list.", False),
        ("Our reporter was told of nine lorries.", False),
        ("Our correspondent reported nine dead.", False),
        ("Our reporters could not reach the mill.", False),
        ("Our photographer was killed on the bridge on Friday.", False),
        ("Nine shots, heard by our contributor at the ferry.", True),
        ("In the hands of the millers since noon, seen by our people on two days.", True),
        ("The boat, seen by two fishermen, sank.", False),
        ("Guards keep the gates that we could reach.", True),
        ("We have certificates for nine of the dead.", True),
        ("We have the names of nine millers.", True),
        ("We have no list of the dead.", False),
        ("We have a duty to the dead.", False),
        ("We heard the same of the mill from four women.", False),
    ],
)
def test_a_sentence_is_told_on_the_spot_where_own_people_are_there(text: str, is_there: bool) -> None:
    """Not where others are, nor where somebody is quoted."""
    assert is_there == presence_in("Norrpress", text).holds(0)


def test_what_stands_beside_is_not_told_on_the_spot() -> None:
    """It may be from anybody."""
    text = "I counted eleven lorries. Two more had left for the border."
    assert not presence_in("Norrpress", text).holds(text.index("Two"))


def test_an_outlet_is_there_where_it_is_told_to_be_by_name() -> None:
    """By the last word of its name, where that stands for it alone."""
    assert presence_in("The Lorn Courier", "The Courier rowed out in the afternoon.").holds(0)


def test_whose_voice_an_outlet_is_is_no_name_of_it() -> None:
    """The President of the Republic visits, the Voice of the Republic does not."""
    assert not presence_in("Voice of the Republic", "The President of the Republic visited the mill.").holds(0)


def test_reporters_are_known_by_their_names() -> None:
    """By the surname too."""
    assert {"iva marn", "marn"} == presence_in("Norrpress", "Our reporter Iva Marn reached the mill on Saturday.").staff


@pytest.mark.parametrize(
    ("second", "is_there"),
    [
        ("She counted nine burnt houses.", True),
        ("Marn saw a hand.", True),
        ("Nine houses were burnt.", False),
        ("The mayor counted nine burnt houses.", False),
    ],
)
def test_who_was_there_goes_on_with_a_pronoun_or_a_surname(second: str, is_there: bool) -> None:
    """Whatever else stands beside may be from anybody."""
    text = f"Our reporter Iva Marn reached the mill on Saturday. {second}"
    assert is_there == presence_in("Norrpress", text).holds(text.index(second))


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Lume has confirmed the location of a clip that shows a fire behind the tower.", True),
        ("Lume News compared the ridge with old photographs.", True),
        ("Lume News has confirmed that it will move.", False),
        ("The mayor showed a Lume reporter the turbine hall, of which the walls are left.", True),
        ("The mayor showed a Lakeside reporter the turbine hall.", False),
        ("A fitter took me to a place behind the boilers where a cable hung.", True),
        ("We went through the list line by line.", True),
    ],
)
def test_an_outlet_that_looked_into_it_is_there(text: str, is_there: bool) -> None:
    """By its name, whole or without the word for its kind, or where something was shown to its people."""
    assert is_there == presence_in("Lume News", text).holds(0)


@pytest.mark.parametrize(
    ("second", "is_there"),
    [
        ("Fourteen burnt cars lie along the road.", True),
        ("Where the mill stood there is a crater.", True),
        ("Nine sacks lay there, said the mayor.", False),
        ("The ministry sent nine lorries.", False),
        ("Three flats have burned out, and the front is missing.", True),
        ("Three flats were burned out.", False),
    ],
)
def test_how_it_looks_right_behind_is_told_on_the_spot(second: str, is_there: bool) -> None:
    """What others say or do there is not."""
    text = f"Our reporter went to the mill. {second}"
    assert is_there == presence_in("Norrpress", text).holds(text.index(second))
