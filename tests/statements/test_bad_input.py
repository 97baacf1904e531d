"""Texts that are no plain report: nothing breaks, nobody is made a speaker who is none, and time stays linear."""

import time
from dataclasses import replace
from typing import Any

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.statements.aid.aid import gather_aid
from saidwho.statements.statements import make_statements
from saidwho.types.document import Span
from saidwho.types.reading import Reading
from saidwho.types.statement import Report
from tests.statements.read import settled

pytestmark = pytest.mark.model

ONE_LONG_QUOTATION = (
    '"They came at night and shelled the harbour. We ran to the cellar with the children. In the morning the bridge was gone.\n'
    '"My brother was killed on the road. Nobody buried him for three days. The army left the town and took the trucks.\n'
    '"I do not know who fired. I know that we have no bread."'
)
TRANSCRIPT = (
    "HOST: Good evening. Who hit the school at Varnok?\n"
    "VALE: We did not. Our guns fired on the depot that day.\n"
    "HOST: The council has your log.\n"
    "VALE: The council has a piece of paper. Eleven people were killed, and I am sorry for them.\n"
    "HOST: Will you answer for it?\n"
    "VALE: I have answered."
)
HEADLINES = (
    "Army retakes the northern port\nThree killed as shell hits clinic, Red Cross says\nVarnok Herald: Minister resigns over bread queues\n"
    "Bread, water and light\nWho holds the dam?\nSanctions 'without teeth' – minister\nLake ferry to resume on Friday"
)
RULING = (
    "1. The Chamber finds that the accused ordered the removal of 1,400 residents from Gorna in March 2006.\n"
    '2. Witness K-12 testified that a guard told him: "The commander said nobody leaves alive."\n'
    "3. FOR THESE REASONS, the Chamber, unanimously, DISMISSES the appeal and AFFIRMS the sentence of 19 years.\n"
    "4. It rests these findings on the registers of the camp."
)
QUOTES_ITSELF = (
    'On Monday the Harbour Courier reported that rebels held the tunnel. "The tunnel is full of barrels," we wrote. '
    "That report was wrong. A Courier reporter walked through the tunnel on Thursday and found it empty."
)
THREE_DEEP = (
    "“The corporal came to me,” the medic testified, “and he said: ‘The captain told us, “Nobody crosses the river,” and I wrote it down.’”"
)
NO_VERB = 'Gunfire at the airport. Shuttered shops. Bodies on the road.\n12 dead.\nNo trucks, no light.\n"Nothing."\n400 casualties a day'
TEXTS = {
    "one long quotation": ONE_LONG_QUOTATION,
    "a transcript": TRANSCRIPT,
    "a list of headlines": HEADLINES,
    "a court ruling": RULING,
    "an article that quotes itself": QUOTES_ITSELF,
    "quotes three deep": THREE_DEEP,
    "no verb": NO_VERB,
}
ALL = pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2023-11-16", language="en")))


def speakers(text: str) -> set[str]:
    """The names of those who speak in a text; the outlet is left out."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    found = {names[s.speaker.actor] for s in report.statements if s.speaker and s.speaker.actor}
    return found - {"Harbour Courier"}


@ALL
def test_every_span_lies_in_the_text_and_is_nobody_s_invention(text: str) -> None:
    """Every part stands in the text, and every speaker is named by words of it or is the outlet."""
    report = read(text)
    mentioned = {actor.id for actor in report.grounding.actors if actor.mentions}
    known = {actor.id for actor in report.grounding.actors}
    for statement in report.statements:
        spans = [*statement.content, *statement.cue, *statement.source, *(span for p in statement.propositions for span in p.spans)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        speaker = statement.speaker.actor if statement.speaker else None
        assert speaker is None or speaker in (known if statement.form == "own voice" else mentioned)
        assert statement.form == "own voice" or statement.speaker is None or bool(statement.source) or speaker is None


def test_nobody_speaks_a_quotation_that_names_nobody() -> None:
    """Nor does the outlet assert what stands in it."""
    assert not [s for s in read(ONE_LONG_QUOTATION).statements if s.form == "own voice"]


def test_what_is_said_in_a_transcript_is_not_the_outlet_s() -> None:
    """Its lines are turns of speakers."""
    assert not [s for s in read(TRANSCRIPT).statements if s.form == "own voice"]
    assert speakers(TRANSCRIPT) <= {"VALE", "Vale", "HOST", "Host", "The council", "the council", "council"}


def test_headlines_that_name_who_says_it_are_not_the_outlet_s() -> None:
    """Nor those of other papers, nor questions; a verbless one asserts nothing."""
    own = [" ".join(span.of(HEADLINES) for span in s.content) for s in read(HEADLINES).statements if s.form == "own voice"]
    assert set(own) <= {"Army retakes the northern port", "Lake ferry to resume on Friday"}


def test_a_ruling_s_grounds_are_no_assertion() -> None:
    """What a finding rests on is its basis."""
    own = [span.of(RULING) for s in read(RULING).statements if s.form == "own voice" for span in s.content]
    assert not [words for words in own if "registers" in words]


def test_an_outlet_that_quotes_itself_does_not_speak_twice() -> None:
    """What its reporter saw is at first hand."""
    first_hand = [s for s in read(QUOTES_ITSELF).statements if s.first_hand]
    assert ["walked through the tunnel"] == ["walked through the tunnel" for s in first_hand if "tunnel" in s.content[0].of(QUOTES_ITSELF)]


def test_without_a_verb_nothing_happens() -> None:
    """Only figures are asserted."""
    own = [span.of(NO_VERB) for s in read(NO_VERB).statements if s.form == "own voice" for span in s.content]
    assert all(any(map(str.isdigit, words)) for words in own)


@ALL
def test_time_is_linear(text: str) -> None:
    """What is made of a reading takes about four times as long for four times the text."""
    once = 12_500 // len(text)
    short, long = (min(_seconds(text, times) for _ in range(2)) for times in (once, 4 * once))
    assert long < 10 * short + 0.5


def _seconds(text: str, times: int) -> float:
    """How long statements and aid take for a text that stands so many times over, each time read alike."""
    _, reading, grounding = settled(text, "Harbour Courier", "2023-11-16")
    many = freeze(Draft(text="\n".join([text] * times), outlet="Harbour Courier", published="2023-11-16", language="en"))
    step, count = len(text) + 1, len(reading.tokens)
    repeated = Reading(
        attributions=tuple(_moved(a, n * step) for n in range(times) for a in reading.attributions),
        names=(),
        mentions=(),
        tokens=tuple(replace(_moved(t, n * step), head=t.head + n * count) for n in range(times) for t in reading.tokens),
        sentences=tuple((first + n * count, past + n * count) for n in range(times) for first, past in reading.sentences),
    )
    grounded = replace(
        grounding,
        actors=tuple(
            replace(a, mentions=tuple(_moved(span, n * step) for n in range(times) for span in a.mentions)) for a in grounding.actors
        ),
        speakers=tuple(_moved(s, n * step) for n in range(times) for s in grounding.speakers if s.source),
        places=tuple(_moved(p, n * step) for n in range(times) for p in grounding.places),
        times=tuple(_moved(t, n * step) for n in range(times) for t in grounding.times),
        figures=tuple(replace(_moved(f, n * step), part_of=None) for n in range(times) for f in grounding.figures),
    )
    start = time.process_time()
    gather_aid(many, repeated, grounded, make_statements(many, repeated, grounded))
    return time.process_time() - start


def _moved(value: Any, by: int) -> Any:
    """A span, or a value with its spans, so many characters further on."""
    if isinstance(value, Span):
        return Span(start=value.start + by, end=value.end + by)
    if isinstance(value, tuple):
        return tuple(_moved(part, by) for part in value)
    names = [name for name in ("span", "source", "cue", "content", "relay") if hasattr(value, name)]
    return replace(value, **{name: _moved(getattr(value, name), by) for name in names})
