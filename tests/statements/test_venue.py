"""Where something was said."""

import pytest

from saidwho.statements.statements import make_statements
from saidwho.statements.venue import Venues, is_medium_told
from saidwho.types.document import Span
from tests.statements.marked import read_marked
from tests.statements.read import settled

VENUES = [
    ("telephone", "<Two farmers reached by telephone> {said} [the shooting had stopped]."),
    ("telephone", "<A nurse, contacted by telephone,> {said} [the ward was full]."),
    ("a video posted on Telegram", "<The founder> {said} in a video posted on Telegram [that his men would leave]."),
    ("a statement issued by the palace", "<The king> {said} in a statement issued by the palace [that he was well]."),
    ("a press briefing", '["We hold the ridge,"] <Mr Vale> {said} at a press briefing on Thursday.'),
    ("a statement", "[The road is open], <the ministry> {said} in a statement."),
    ("a statement", "In a statement, <the ministry> {said} [the road was open]."),
    ("a statement on Telegram", "<The group> {claimed responsibility for} [the bombing] in a statement on Telegram."),
    ("Telegram", "[“The bridge is gone,”] <the governor> {wrote} on Telegram."),
    ("X", "[“This must stop,”] <the envoy> {posted} on X."),
    ("a post on X", "[“This must stop,”] <the envoy> {said} in a post on X."),
    ("his Telegram channel", "<The mayor> {said} on his Telegram channel [that nine people were hurt]."),
    ("a televised address", "In a televised address, <the president> {vowed} [to hold the capital]."),
    ("a televised address to the nation", "<The president> {said} in a televised address to the nation [that the war was over]."),
    ("an interview with Radio Nord", "In an interview with Radio Nord, <the general> {admitted} [the town was lost]."),
    ("an interview with Radio Nord", "<The general> {said} in an interview with Radio Nord [that the town was lost]."),
    ("a news conference", "<The minister> {told} a news conference [that talks had failed]."),
    ("a briefing", "<The minister> {told} a briefing in Varnok [that talks had failed]."),
    ("state television", "<The president> {said} on state television [that the port had reopened]."),
    ("a video message", "[“Hold on,”] <the commander> {said} in a video message."),
    ("a phone interview", "[“We have no water,”] <she> {said} in a phone interview."),
    ("telephone", "[“We have no water,”] <she> {told} Norrpress by telephone."),
    ("the House of Commons", "<The minister> {told} the House of Commons [that training had begun]."),
    ("the Senate", "<The minister> {told} the Senate [that training had begun]."),
    ("parliament", "<The minister> {told} parliament [that 300 men had died]."),
    ("a speech", "<The president> {vowed} [to fight on] in a speech on Sunday."),
    ("a letter", "<The ambassador> {said} in a letter [that the charges were false]."),
    ("its daily update", "In its daily update, <the general staff> {said} [12 attacks had been repelled]."),
    ("a joint press conference", "<The two presidents> {announced} [a truce] at a joint press conference in Norrheim."),
    ("Facebook", "[Four people died], <the police> {said} on Facebook."),
    ("the Security Council meeting", "<The envoy> {told} the Security Council meeting [that aid was blocked]."),
]

NO_VENUE = [
    "<The ministry> {said} [the road was open].",
    "<The statement> {said} [the road was open].",
    "<The general> {said} on Thursday [that the road was open].",
    "<The mayor> {said} [shells fell during a meeting of the council].",
    "<The minister> {told} reporters [that talks had failed].",
    "<The governor> {said} in Varnok [that talks had failed].",
    "<He> {said} [the letter had come on Monday].",
    "<The officials> {told} The Varnok Post [that the deal was dead].",
    "<The general> {told} Channel 12 [that two men were held].",
]


@pytest.mark.model
@pytest.mark.parametrize(("expected", "marked"), VENUES)
def test_where_it_was_said(expected: str, marked: str) -> None:
    """The venue is the phrase after a preposition near the cue, with whom or on what network it was."""
    around, attribution, _ = read_marked(marked)
    venue = Venues(around).venue(attribution)
    assert expected == (venue and venue.of(around.text))


@pytest.mark.model
@pytest.mark.parametrize("marked", NO_VENUE)
def test_no_venue_is_made_up(marked: str) -> None:
    """Days, towns, listeners and what is told of are no venues."""
    around, attribution, _ = read_marked(marked)
    assert Venues(around).venue(attribution) is None


@pytest.mark.model
def test_a_venue_is_no_other_speakers() -> None:
    """What stands behind a semicolon, or beside the cue of another subject, was said elsewhere; who goes on speaking speaks there."""
    text = (
        "The ministry said in a statement that the truce was broken; a rebel commander denied this.\n"
        "In a post on X, the group claimed that the army had moved its guns, and said its own men had orders not to shoot.\n"
        "The mayor said that nine had died, while the army denied in a statement that it had fired."
    )
    lines = text.split("\n")
    found = [(statement.cue[0].start, statement.venue and statement.venue.of(text)) for statement in make_statements(*settled(text))]
    of_line = [[venue for at, venue in sorted(found) if text.index(line) <= at < text.index(line) + len(line)] for line in lines]
    assert of_line == [["a statement", None], ["a post on X", "a post on X"], [None, "a statement"]]


@pytest.mark.parametrize(
    ("expected", "words"),
    [(True, "this programme"), (True, "our newspaper"), (False, "a briefing"), (False, "a crowd at the stadium")],
)
@pytest.mark.model
def test_a_medium_that_is_told_is_no_venue(expected: bool, words: str) -> None:
    """Behind "told" an occasion or a place is a venue; a paper and a programme only pass it on."""
    around, _, _ = read_marked(f"<The general> {{told}} {words} [that the road was open].")
    start = around.text.index(words)
    assert expected == is_medium_told(around, Span(start=start, end=start + len(words)))
