"""Speakers who are called by name after they were spoken of."""

from collections.abc import Callable

import pytest

from saidwho.types.statement import Report

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def names(report: Report) -> set[str | None]:
    """The names of those who speak."""
    known = {actor.id: actor.name for actor in report.grounding.actors}
    return {known.get(s.speaker.actor or "") if s.speaker else None for s in report.statements if s.source}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It stood above us with a lamp,” a woman wrapped in a blanket told reporters. She gave her name as Hodan.", "Hodan"),
        (
            "A train driver has crossed the river. He asked to be called Karel.\n“I felt the engine drop,” he said of the derailment.",
            "Karel",
        ),
        (
            "A sergeant who fled says he was on the roof. Viktor Lamb, 26, showed us his card.\n“The order came by telephone,” he says.",
            "Viktor Lamb",
        ),
    ],
)
def test_who_speaks_is_who_is_presented(read: Read, text: str, name: str) -> None:
    """By words for being called, or by a name with an age that begins the next sentence."""
    assert {name} == names(read(text))


@pytest.mark.parametrize(
    "text",
    [
        # She is quoted herself, as another resident.
        "A resident said the school was empty. Anna Holl, 44, said shells had hit it twice.",
        # Two were spoken of.
        "A sergeant said the road was open. A nurse said it was closed. Viktor Lamb, 26, lay in the hall.",
        # She is the dead.
        "A police officer said a shell hit the market. Maria Holm, 34, died at once. He said that nobody was warned.",
        # He is no woman.
        "“It stood above us,” said a woman in a blanket. She said that she had called him Karel.",
    ],
)
def test_another_is_not_who_spoke(read: Read, text: str) -> None:
    """Where the text does not tell that they are one."""
    assert names(read(text)).isdisjoint({"Viktor Lamb", "Karel", "Maria Holm"})
    assert len(names(read(text))) > len(names(read(text)) & {"Anna Holl"})


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Palestinian Ambassador to Russia Abdel Hafiz Nofal said talks would be held in Moscow.", "Abdel Hafiz Nofal", "PSE"),
        ("The Norwegian Ambassador to Lutria Kari Holm said talks would be held.", "Kari Holm", "NOR"),
        ("Lutrian officials met him. Russian envoy to the UN Vasily Nebenzya said the strike was staged.", "Vasily Nebenzya", "RUS"),
        ("Britain's ambassador to Kenya Ada Vale said two people had died.", "Ada Vale", "GBR"),
    ],
)
def test_an_ambassador_is_of_whoever_sent_him(read: Read, text: str, name: str, country: str) -> None:
    """A name right behind the state he is sent to is his."""
    report = read(text)
    actors = {actor.id: actor for actor in report.grounding.actors}
    speaker = next(actor for actor in actors.values() if actor.name == name)
    assert {name} == names(report)
    assert country == actors[speaker.of or ""].country
