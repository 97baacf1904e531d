"""Headings and the lines of reviews are read by their form."""

import time

import pytest

from saidwho.pipeline.reading import find_attributions
from saidwho.reading.digests import settle_lines
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention
from tests.reading.marks import told

REVIEW = (
    'Norra Herald: Army retakes ridge; "not one step back", vows general\n'
    "Radio Velm: Talks 'dead', says envoy\n"
    "Norra Herald: Enemy hid mortars in clinic – captain\n"
    "Harbour Gazette: Lake ferry to resume on Friday"
)


def read_lines(text: str, *names: str) -> list[tuple[str, str, str]]:
    """Relay, source and content of what is found by form alone."""
    found = tuple(Mention(span=Span(start=text.index(n), end=text.index(n) + len(n)), kind="organisation", score=0.9) for n in names)
    lines = settle_lines(text, (), (), names=found)
    return [("".join(span.of(text) for span in a.relay), told(text, a)[0], told(text, a)[2]) for a in lines]


def test_a_review_gives_each_line_to_whoever_speaks_in_it() -> None:
    """And the outlet in front relays it; lines in which nobody speaks say nothing."""
    expected = [
        ("Norra Herald", "general", 'Army retakes ridge; "not one step back"'.partition("; ")[2]),
        ("Radio Velm", "envoy", "Talks 'dead'"),
        ("Norra Herald", "captain", "Enemy hid mortars in clinic"),
    ]
    assert expected == read_lines(REVIEW)


@pytest.mark.parametrize(
    ("source", "content", "line"),
    [
        ("junta", "More than 30 posts lost since October", "16:40 More than 30 posts lost since October, junta concedes"),
        ("economy minister", 'Sanctions "a bite without teeth"', 'Sanctions "a bite without teeth" – economy minister'),
        ("prosecutors", "Saboteurs behind blast", "Saboteurs behind blast, prosecutors say"),
    ],
)
def test_headings_are_read_by_their_form(source: str, content: str, line: str) -> None:
    """The speaker stands last, with or without a verb; a time in front is none of it."""
    assert [("", source, content)] == read_lines(line)


def test_whoever_says_we_speaks() -> None:
    """A name, a colon, and words in the first person."""
    assert [("", "Arakan Army", "we hit two bases")] == read_lines("15:55 Arakan Army: we hit two bases", "Arakan Army")


@pytest.mark.parametrize(
    "line", ["Bridge down", "Sudan: hospital emptied by gunmen", "Bread – a history", "The mayor left, as it says.", ""]
)
def test_other_lines_say_nothing(line: str) -> None:
    """A topic before a colon is no speaker."""
    assert [] == read_lines(line, *(["Sudan"] if "Sudan" in line else []))


def _seconds(lines: int) -> float:
    """What so many headings take, each with an attribution of the reader's."""
    line = "Saboteurs behind blast, prosecutors say\n"
    spans = [Span(start=n * len(line), end=n * len(line) + 9) for n in range(lines)]
    found = tuple(Attribution(source=(), cue=(span,), content=(span,), score=1.0) for span in spans)
    began = time.process_time()
    settle_lines(line * lines, found, (), names=())
    return time.process_time() - began


def test_time_is_linear() -> None:
    """Eight times the headings take about eight times as long."""
    assert _seconds(4_000) < 24 * min(_seconds(500) for _ in range(3)) + 0.1


def test_a_noun_before_a_dash_says_nothing() -> None:
    """Where somebody stands behind the dash, who has made the claims does not say that they are untrue."""
    text = "Harn's claims of strike on hospital untrue — Defence Ministry\nMOSKAR, July 8. The ministry said it had hit an airfield."
    found = [told(text, one) for one in find_attributions(text).attributions]
    assert ("Defence Ministry", "—", "Harn's claims of strike on hospital untrue") in found
    assert "Harn's" not in [source for source, _, _ in found]
