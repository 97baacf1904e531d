"""Actors that are the same in every document."""

from dataclasses import replace

from saidwho.linking.parties import named, parties_of
from saidwho.types.document import Document
from saidwho.types.grounding import NOTHING_GROUNDED, Actor
from saidwho.types.statement import Report


def report(*actors: Actor) -> Report:
    document = Document(
        id="d", key=None, work="d", outlet=None, url=None, title=None, byline=None, published=None, zone=None, language="en", text=""
    )  # fmt: skip
    grounding = type(NOTHING_GROUNDED)(actors=actors, speakers=(), places=(), times=(), figures=())
    return Report(document=document, statements=(), grounding=grounding)


def actor(identity: str, name: str, kind: str, of: str | None = None) -> Actor:
    return Actor(id=identity, name=name, kind=kind, role=None, of=of, country=None, wikidata=None, mentions=())  # type: ignore[arg-type]


def test_a_state_that_the_register_does_not_know_is_one_in_every_document() -> None:
    """Its id is of one document; its name is everywhere the same."""
    one = parties_of(report(actor("a" * 64, "Arland", "state"), actor("b" * 64, "Helena Osk", "person", "a" * 64)))
    other = parties_of(report(actor("c" * 64, "Arland", "state"), actor("d" * 64, "Helena Osk", "person", "c" * 64)))
    assert "name:arland" == one["b" * 64].state == other["d" * 64].state == one["a" * 64].key


def test_an_actor_of_the_register_keeps_its_id() -> None:
    """It is the same everywhere."""
    assert "usa" == parties_of(report(actor("usa", "United States", "state")))["usa"].state


def test_a_description_has_no_key() -> None:
    """ "Two soldiers" of one text are not those of another."""
    assert parties_of(report(actor("a" * 64, "two soldiers", "group")))["a" * 64].key is None


def test_a_name_may_end_in_its_kind() -> None:
    """In small letters; those of a body are none."""
    assert ["green lamp society", None] == [named(name) for name in ("the Green Lamp society", "Green Lamp workers")]


def test_a_name_is_the_same_with_a_rank_and_without() -> None:
    """ "One" that begins a sentence is no name."""
    assert ["denis marn", "denis marn", None] == [named(name) for name in ("Corporal Denis Marn", "Denis Marn", "One")]


def test_one_name_is_one_however_cyrillic_is_spelt() -> None:
    """As agencies write the same man."""
    assert {"taras velinsky"} == {named(name) for name in ("Taras Velinskiy", "Taras Velinskyy", "President Taras Velinsky")}


def test_an_ally_of_a_state_is_not_of_it() -> None:
    """Though its words name both."""
    ally = replace(actor("b" * 64, "Vinland", "person", "a" * 64), role="ally of Arland's government")
    assert parties_of(report(actor("a" * 64, "Arland", "state"), ally))["b" * 64].state is None


def test_a_name_may_end_in_a_particle_with_a_capital() -> None:
    assert ["umar al fadil", None] == [named("Umar al-Fadil"), named("two al-fadil")]
