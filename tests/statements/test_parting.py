"""One cue may lead to several statements, which are told apart."""

import re
from dataclasses import replace

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.statements.parting import part_statements
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading, Token
from tests.statements.read import settled


def _contents(text: str) -> list[list[str]]:
    document, reading, _ = settled(text)
    return [[span.of(text).strip('"') for span in one.content] for one in part_statements(document, reading).attributions]


@pytest.mark.model
def test_a_quotation_that_goes_on_to_do_something_else_is_two_statements() -> None:
    """An assertion, and behind the cue a threat."""
    text = (
        'The road to the camp was closed on Monday.\n"We share one sack of rice among nine families," said Abu Yazan, a volunteer. '
        '"If the road stays shut, we will open it by force."'
    )
    assert [["We share one sack of rice among nine families,"], ["If the road stays shut, we will open it by force."]] == _contents(text)[
        -2:
    ]


@pytest.mark.model
def test_a_quotation_that_goes_on_to_deny_is_one_statement() -> None:
    """What denies is too near to what asserts to be told apart."""
    text = '"My mother was pulled out after nine hours," said Mara Oltan, a nurse. "We never found my son."'
    assert [["My mother was pulled out after nine hours,", "We never found my son."]] == _contents(text)


@pytest.mark.model
def test_a_quotation_that_goes_on_with_the_same_is_one_statement() -> None:
    """Two assertions of one witness."""
    text = '"They left us there," said Mara Oltan. "I counted fifteen bodies beside the road."'
    assert [["They left us there,", "I counted fifteen bodies beside the road."]] == _contents(text)


def test_pieces_marked_as_the_outlets_own_are_cut_off() -> None:
    """A sentence of the outlet's behind somebody's words is none of them."""
    text = "He said shells fell. Two ships lay in port."
    said, own = Span(start=8, end=19), Span(start=21, end=42)
    read = Attribution(source=(Span(start=0, end=2),), cue=(Span(start=3, end=7),), content=(said, own), score=0.9)
    (found,) = part_statements(freeze(Draft(text=text)), _reading((read,), own)).attributions
    assert (said,) == found.content


def test_a_paragraph_that_is_quoted_goes_on_with_whoever_spoke() -> None:
    """Nobody else was found to say it; parts keep the source."""
    text = '"We ran to the boats," she said.\n"Nobody helped us there at night."\nThe sea was calm.'
    read = Attribution(source=(Span(start=23, end=26),), cue=(Span(start=27, end=31),), content=(Span(start=0, end=22),), score=0.9)
    found = part_statements(freeze(Draft(text=text)), _reading((read,))).attributions
    assert ["Nobody helped us there at night."] == [one.content[0].of(text) for one in found[1:]]
    assert [read.source] == [one.source for one in found[1:]]


def test_a_quoted_paragraph_far_from_any_speaker_stays_nobodys() -> None:
    """No speaker is invented."""
    text = '"Nobody helped us there at night."\nThe sea was calm.'
    assert () == part_statements(freeze(Draft(text=text)), _reading(())).attributions


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Eighty others were brought ashore by fishermen. Several had bullet wounds, the doctor said.", [["Several had bullet wounds"]]),
        ("Dark windows tonight: our crews have switched off the plant. The mayor there tells of dead workmen.", [["dead workmen"]]),
    ],
)
def test_a_sentence_before_that_of_the_cue_is_none_of_it(text: str, said: list[list[str]]) -> None:
    """Where no quotation marks stand around it, it is the outlet's."""
    assert said == _contents(text)


def test_a_quotation_before_the_sentence_of_another_is_of_whoever_spoke_last() -> None:
    """The cue behind it leads to other words."""
    text = 'Mara Oltan said she fled. "They gave me a receipt." The rebels say villagers did it.'
    fled = _attribution(text, "Mara Oltan", "said", "she fled")
    denied = _attribution(text, "The rebels", "say", '"They gave me a receipt."', "villagers did it")
    tokens, sentences = _words(text, "Mara", '"', "The")
    reading = replace(_reading((fled, denied)), tokens=tokens, sentences=sentences)
    found = part_statements(freeze(Draft(text=text)), reading).attributions
    assert ["she fled", '"They gave me a receipt."', "villagers did it"] == [one.content[0].of(text) for one in found]
    assert ["Mara Oltan", "Mara Oltan", "The rebels"] == [one.source[0].of(text) for one in found]


_RECEIPT = '"They gave me a receipt."'


def _shared(text: str, *attributions: Attribution, first: tuple[str, ...], person: str = "") -> list[tuple[str, str]]:
    """Who says what once the statements are parted. first: the words that the sentences begin with."""
    tokens, sentences = _words(text, *first)
    at = text.index(person)
    names = (Mention(span=Span(start=at, end=at + len(person)), kind="person", score=0.9),) if person else ()
    reading = replace(_reading(attributions), tokens=tokens, sentences=sentences, names=names)
    found = part_statements(freeze(Draft(text=text)), reading).attributions
    return [(one.source[0].of(text), one.content[0].of(text)) for one in found]


def test_who_denies_in_passing_does_not_say_the_quotation_behind() -> None:
    """The speaker of the sentence does."""
    text = f"Mara Oltan said she fled, a charge the army denied. {_RECEIPT} The rebels say villagers did it."
    fled, denied = _attribution(text, "Mara Oltan", "said", "she fled"), _attribution(text, "the army", "denied", "a charge")
    did = _attribution(text, "The rebels", "say", _RECEIPT, "villagers did it")
    assert ("Mara Oltan", _RECEIPT) in _shared(text, fled, denied, did, first=("Mara", '"', "The"))


def test_who_speaks_in_anothers_words_does_not_say_the_quotation_behind() -> None:
    """Whoever tells of him does."""
    text = f"Mara Oltan said the guards told her to go. {_RECEIPT} The rebels say villagers did it."
    outer, inner = _attribution(text, "Mara Oltan", "said", "the guards told her to go"), _attribution(text, "the guards", "told", "to go")
    did = _attribution(text, "The rebels", "say", _RECEIPT, "villagers did it")
    assert ("Mara Oltan", _RECEIPT) in _shared(text, outer, inner, did, first=("Mara", '"', "The"))


def test_a_quotation_is_of_a_person_first_named_behind_it() -> None:
    """A new speaker is quoted first and named then."""
    text = f"The army said the road was open. {_RECEIPT} Mara Oltan says villagers did it."
    road = _attribution(text, "The army", "said", "the road was open")
    did = _attribution(text, "Mara Oltan", "says", _RECEIPT, "villagers did it")
    assert ("Mara Oltan", _RECEIPT) in _shared(text, road, did, first=("The", '"', "Mara"), person="Mara Oltan")


@pytest.mark.parametrize("who", ["A teacher", "Two teachers", "Another villager"])
def test_a_quotation_is_of_somebody_brought_in_behind_it(who: str) -> None:
    """An indefinite noun phrase names nobody who spoke before."""
    text = f"The army said the road was open. {_RECEIPT} {who} says villagers did it."
    road = _attribution(text, "The army", "said", "the road was open")
    did = _attribution(text, who, "says", _RECEIPT, "villagers did it")
    assert (who, _RECEIPT) in _shared(text, road, did, first=("The", '"', who.split(maxsplit=1)[0]))


def test_a_quotation_behind_a_sentence_of_others_is_not_of_whoever_spoke_before_that() -> None:
    """Others stand between; the reader's own opinion is kept."""
    text = f"The army said the road was open. Villagers tell another story. {_RECEIPT} The rebels say soldiers did it."
    road = _attribution(text, "The army", "said", "the road was open")
    did = _attribution(text, "The rebels", "say", _RECEIPT, "soldiers did it")
    assert ("The rebels", _RECEIPT) in _shared(text, road, did, first=("The", "Villagers", '"', "The"))


@pytest.mark.parametrize("more", [(), ("she fled",)])
def test_a_quotation_that_its_speaker_has_is_not_given_twice(more: tuple[str, ...]) -> None:
    """Two statements of one cue with the same words would have one id."""
    text = f"Mara Oltan said she fled. {_RECEIPT} The rebels say villagers did it."
    has = _attribution(text, "Mara Oltan", "said", *more, _RECEIPT)
    did = _attribution(text, "The rebels", "say", _RECEIPT, "villagers did it")
    found = _shared(text, has, did, first=("Mara", '"', "The"))
    assert [("Mara Oltan", (*more, _RECEIPT)[0]), ("The rebels", "villagers did it")] == found


def test_a_quotation_claimed_twice_is_given_once() -> None:
    """Where two cues behind it lead to it and to more."""
    text = f"Mara Oltan said she fled. {_RECEIPT} The rebels say villagers did it and the army says nobody did."
    fled = _attribution(text, "Mara Oltan", "said", "she fled")
    claims = [
        _attribution(text, "The rebels", "say", _RECEIPT, "villagers did it"),
        _attribution(text, "the army", "says", _RECEIPT, "nobody did"),
    ]
    found = _shared(text, fled, *claims, first=("Mara", '"', "The"))
    assert 1 == found.count(("Mara Oltan", _RECEIPT))


@pytest.mark.parametrize("piece", ["They came at dawn.", "They came at dawn"])
def test_a_piece_in_the_middle_of_a_quotation_is_kept(piece: str) -> None:
    """It has no mark at its start."""
    text = '"We hid. They came at dawn. Guards shot my brother," she said, adding that nobody helped.'
    said = _attribution(text, "she", "said", piece, "Guards shot my brother,", "nobody helped")
    tokens, sentences = _words(text, '"', "They", "Guards")
    found = part_statements(freeze(Draft(text=text)), replace(_reading((said,)), tokens=tokens, sentences=sentences)).attributions
    assert [said.content] == [one.content for one in found]


def test_a_piece_with_its_own_stop_is_cut_off() -> None:
    """A sentence of the outlet's before that of the cue."""
    text = "Two crews left. The mayor tells of dead workmen."
    tells = _attribution(text, "The mayor", "tells of", "Two crews left.", "dead workmen")
    assert [("The mayor", "dead workmen")] == _shared(text, tells, first=("Two", "The"))


def _attribution(text: str, source: str, cue: str, *content: str) -> Attribution:
    def place(words: str) -> Span:
        return Span(start=text.index(words), end=text.index(words) + len(words))

    return Attribution(source=(place(source),), cue=(place(cue),), content=tuple(map(place, content)), score=0.9)


def _words(text: str, *first: str) -> tuple[tuple[Token, ...], tuple[tuple[int, int], ...]]:
    """Words without syntax, and sentences by the words that they begin with."""
    words = [Span(start=match.start(), end=match.end()) for match in re.finditer(r'[\w-]+|[.,"]', text)]
    tokens = tuple(Token(span=span, upos="X", head=number, relation="root") for number, span in enumerate(words))
    starts, at = [], 0
    for word in first:
        at = next(i for i in range(at, len(words)) if words[i].of(text) == word)
        starts.append(at)
    return tokens, tuple(zip(starts, (*starts[1:], len(words)), strict=True))


def _reading(attributions: tuple[Attribution, ...], *own: Span) -> Reading:
    marks = tuple(Mention(span=span, kind="own voice", score=0.99) for span in own)
    return Reading(attributions=attributions, names=(), mentions=(), tokens=(), sentences=(), own_voice=marks)
