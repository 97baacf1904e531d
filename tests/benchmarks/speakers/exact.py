"""The least that a resolver can do: what is written alike is alike.

It knows no short forms, roles or pronouns, so it shows what the benchmark gives for nothing.
"""

from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, ActorKind, Grounding, Speaker
from saidwho.types.ids import content_id
from saidwho.types.reading import Reading

_KINDS: dict[str, ActorKind] = {"person": "person", "organisation": "body", "location": "state"}


def ground_by_exact_names(document: Document, reading: Reading) -> Grounding:
    """Take each distinct name of the reader for an actor, and each source for the first name that stands in it."""
    mentions: dict[tuple[str, ActorKind], list[Span]] = {}
    for name in reading.names:
        mentions.setdefault((name.span.of(document.text), _KINDS[name.kind]), []).append(name.span)
    actors = tuple(_actor(name, kind, spans) for (name, kind), spans in mentions.items())
    sources = dict.fromkeys(attribution.source for attribution in reading.attributions)
    return Grounding(actors=actors, speakers=tuple(_speaker(source, actors) for source in sources), places=(), times=(), figures=())


def _actor(name: str, kind: ActorKind, spans: list[Span]) -> Actor:
    return Actor(id=content_id([name, kind]), name=name, kind=kind, role=None, of=None, country=None, wikidata=None, mentions=tuple(spans))


def _speaker(source: tuple[Span, ...], actors: tuple[Actor, ...]) -> Speaker:
    inside = [(span, actor) for actor in actors for span in actor.mentions if any(_holds(piece, span) for piece in source)]
    if not inside:
        return Speaker(source=source, actor=None, score=0.0, why="no name stands in it")
    return Speaker(source=source, actor=min(inside, key=lambda found: found[0])[1].id, score=1.0, why="the name stands in it")


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
