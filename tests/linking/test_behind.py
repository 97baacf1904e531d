"""Of which body somebody is whose words name it."""

from dataclasses import replace

import pytest

from saidwho.linking.behind import body_behind
from saidwho.linking.parties import parties_of
from saidwho.types.document import Span
from saidwho.types.grounding import Actor, ActorKind, Grounding
from saidwho.types.statement import Report
from tests.linking.voices import DOCUMENT, made_voice


@pytest.mark.parametrize(
    ("source", "kind", "is_of"),
    [
        ("a lawyer of Lantern", "body", True),
        ("Lantern's leader", "group", True),
        ("a Lantern volunteer", "body", True),
        ("the leader of the convoy, from Lantern,", "group", True),
        ("a delegate of the Lantern in Lorn", "group", True),
        ("a man who saw the hand of Lantern in it", "group", True),
        ("a spokesman for the shipping company Lantern", "body", True),
        ("a spokesman for the people of Lantern's town", "body", False),
        ("a driver from Lantern territory", "group", False),
        ("a brother of Lantern", "person", False),
        ("Lantern", "body", False),
    ],
)
def test_a_body_in_the_words_for_a_source_is_behind_him(source: str, kind: ActorKind, is_of: bool) -> None:
    """Where its name ends the phrase, or owns him."""
    at = source.index("Lantern")
    mention = Span(start=at, end=at + len("Lantern"))
    actor = Actor(id="a" * 64, name="Lantern", kind=kind, role=None, of=None, country=None, wikidata=None, mentions=(mention,))
    grounding = Grounding(actors=(actor,), speakers=(), places=(), times=(), figures=())
    report = Report(document=replace(DOCUMENT, text=source), statements=(), grounding=grounding)
    statement = replace(made_voice(None, "").statement, source=(Span(start=0, end=len(source)),))
    assert is_of == (body_behind(statement, report, parties_of(report)) is not None)
