from dataclasses import replace

import pytest

from saidwho.reading.relays import quoted_by_others, spoken_through
from saidwho.types.document import Span
from saidwho.types.reading import Attribution


def span(text, words):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def attribution(text, source, cue, *content):
    return Attribution(source=(span(text, source),), cue=(span(text, cue),), content=tuple(span(text, c) for c in content), score=0.9)


def parts(text, found):
    return tuple([s.of(text) for s in spans] for spans in (found.source, found.cue, found.content))


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        (
            "The port was hit, Norrpress quoted the mayor, Ada Vale, as saying.",
            ("Norrpress", "quoted", "The port was hit"),
            (["the mayor, Ada Vale"], ["quoted"], ["The port was hit"]),
        ),
        (
            "Norrpress cited a witness as saying that shells fell.",
            ("Norrpress", "cited", "a witness as saying that shells fell"),
            (["a witness"], ["cited"], ["that shells fell"]),
        ),
        (
            "The port was hit, Norrpress quoted Ada Vale as saying.",
            ("Norrpress", "quoted", "The port was hit", "Ada Vale as saying"),
            (["Ada Vale"], ["quoted"], ["The port was hit"]),
        ),
        (
            "The port was hit, the mayor said on Monday, according to Norrpress.",
            ("Norrpress", "according to", "The port was hit"),
            (["the mayor"], ["said"], ["The port was hit"]),
        ),
        (
            "The harbour board says the port was hit, Norrpress reported.",
            ("Norrpress", "reported", "the port was hit"),
            (["The harbour board"], ["says"], ["the port was hit"]),
        ),
    ],
    ids=["after the content", "before the content", "content in two pieces", "said and passed on", "says and passed on"],
)
def test_the_words_are_those_of_whoever_is_quoted_as_saying_them(text, given, expected):
    assert expected == parts(text, spoken_through(text, attribution(text, *given)))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Norrpress quoted an old report.", ("Norrpress", "quoted", "an old report")),
        ("The mayor said, as having seen it, it fell.", ("The mayor", "said", "it fell")),
        ("Norrpress quoted him as saying", ("Norrpress", "quoted", "him as saying")),
        ("Norrpress cited a report. It was seen as saying less.", ("Norrpress", "cited", "a report")),
        ("Norrpress cited a report\nBy many as saying less", ("Norrpress", "cited", "a report")),
    ],
    ids=["nobody is quoted as saying", "another cue", "nothing is left", "another sentence", "another line"],
)
def test_other_attributions_stay(text, given):
    before = attribution(text, *given)
    assert before == spoken_through(text, before)


def test_whoever_was_quoted_as_saying_something_by_an_outlet_speaks():
    """The reader takes the outlet behind "by" for the source; its wording makes it a relay."""
    text = '"Go home," Minister Ada Vale was quoted as saying by the Norra Herald.'
    read = attribution(text, "the Norra Herald", "was quoted as saying", '"Go home,"')
    assert (["Minister Ada Vale"], ["was quoted as saying"], ['"Go home,"']) == parts(text, spoken_through(text, read))


def test_who_was_quoted_by_an_outlet_speaks_and_the_outlet_relays_it():
    text = "The group's spokesman was quoted by Norr TV as saying the ship had been warned."

    def at(words):
        start = text.index(words)
        return (Span(start=start, end=start + len(words)),)

    attributions = (
        Attribution(source=at("by Norr TV"), cue=at("was quoted"), content=at("The group's spokesman"), score=0.6),
        Attribution(source=at("Norr TV"), cue=at("saying"), content=at("the ship had been warned"), score=0.6),
    )
    (found,) = quoted_by_others(text, attributions)
    assert (at("The group's spokesman"), at("Norr TV")) == (found.source, found.relay)


def test_nothing_more_is_said_by_as_saying_than_what_somebody_is_quoted_for():
    text = "Two bridges are down, Norrpress quoted the mayor as saying. The war began in May."
    quoted = attribution(text, "the mayor", "quoted", "Two bridges are down")
    again = attribution(text, "the mayor", "as saying", "The war began in May")
    relayed = replace(quoted, relay=(span(text, "Norrpress"),))
    assert (relayed,) == quoted_by_others(text, (relayed, again))


def test_who_is_quoted_before_the_verb_speaks_through_the_paper() -> None:
    """ "Norrpress, quoting the governor, writes that" where the reader found neither."""
    text = "Norrpress, quoting the governor, writes that the mill burned."
    given = Attribution(source=(), cue=(span(text, "writes"),), content=(span(text, "that the mill burned"),), score=0.9)
    found = spoken_through(text, given)
    assert ("the governor", "Norrpress") == (found.source[0].of(text), found.relay[0].of(text))
