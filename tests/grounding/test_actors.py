"""Names of people and bodies become actors, unresolved."""

from saidwho.grounding.actors import name_actors
from saidwho.intake.drafts import Draft, freeze
from saidwho.types.document import Span
from saidwho.types.ids import content_id
from saidwho.types.reading import Mention, Reading

TEXT = "Lena Orsk told the Harbour Post in Varn that Orsk would stay."


def mention(words: str, kind: str) -> Mention:
    start = TEXT.rindex(words)
    return Mention(span=Span(start=start, end=start + len(words)), kind=kind, score=0.9)


def test_each_name_of_a_person_or_body_is_an_actor() -> None:
    """A place is none, and two mentions of one person are two until they are resolved."""
    names = (
        mention("Orsk", "person"),
        mention("Harbour Post", "organisation"),
        mention("Varn", "location"),
        mention("Lena Orsk", "person"),
    )
    document = freeze(Draft(text=TEXT))
    actors = name_actors(document, Reading(attributions=(), names=names, mentions=(), tokens=(), sentences=()))
    assert [("Lena Orsk", "person"), ("Harbour Post", "body"), ("Orsk", "person")] == [(actor.name, actor.kind) for actor in actors]
    assert [content_id([document.id, [[0, 9]]])] == [actor.id for actor in actors][:1]
    assert len({actor.id for actor in actors}) == 3
