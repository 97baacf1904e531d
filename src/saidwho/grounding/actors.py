"""Which people and bodies does a report name?"""

from saidwho.types.document import Document
from saidwho.types.ids import content_id, pairs
from saidwho.types.reading import Mention, Reading
from saidwho.types.statement import Actor

# The reader's kinds of names, and what the contract calls them. A location is no actor by itself.
_KINDS = {"person": "person", "organisation": "body"}


def name_actors(document: Document, reading: Reading) -> tuple[Actor, ...]:
    """Make one actor of each name of a person or body, in the order of the text.

    Names are not resolved: two mentions of one person are two actors.
    """
    named = [mention for mention in reading.names if mention.kind in _KINDS]
    return tuple(_actor(document, mention) for mention in sorted(named, key=lambda mention: mention.span))


def _actor(document: Document, mention: Mention) -> Actor:
    mentions = (mention.span,)
    return Actor(
        id=content_id([document.id, pairs(mentions)]),
        name=mention.span.of(document.text),
        kind=_KINDS[mention.kind],
        mentions=mentions,
    )
