"""As whom does a speaker speak? As themselves, and as those whom they speak for: a spokesman as his ministry and his state.

A person who is in no register has another id in each document, so that a name is a voice too: that of all who have it.
"""

from collections.abc import Iterator
from typing import Any

from saidwho.record.keys import name_number, number_of

# How many ranks of officials, ministries and states speak for one another.
RANKS = 3


def voices_in(report: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    """The numbers of all as whom each actor of a report speaks, by id: of ids and of names."""
    actors = {actor["id"]: actor for actor in report["actors"]}
    return {identity: tuple(dict.fromkeys(_voices(identity, actors))) for identity in actors}


def _voices(identity: str | None, actors: dict[str, dict[str, Any]]) -> Iterator[int]:
    for _ in range(RANKS + 1):
        if identity is None:
            return
        yield number_of(identity)
        actor = actors.get(identity)
        if actor is None:
            return
        yield name_number(actor["name"])
        identity = actor["of"]
