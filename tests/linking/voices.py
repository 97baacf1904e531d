"""Voices as linking has them, made of a few words."""

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party
from saidwho.types.document import Document
from saidwho.types.statement import Act, Statement

DOCUMENT = Document(
    id="d" * 64,
    key="d",
    work="d" * 64,
    outlet="Norrpress",
    url=None,
    title=None,
    byline=None,
    published="2023-11-16",
    zone=None,
    language="en",
    text="",
)


def made_voice(speaker: Party | None, source: str, *, told: str = "", cue: str = "said", number: int = 0, act: Act = "assert") -> Voice:
    """Somebody says something in a text of Norrpress. source: the words that name him. number: of the statement in the text."""
    statement = Statement(
        id=f"{number:064x}",
        within=None,
        form="indirect",
        act=act,
        content=(),
        cue=(),
        source=(),
        chain=(),
        speaker=None,
        speaker_side=None,
        basis=None,
        spoken=None,
        venue=None,
        first_hand=False,
        denies=None,
        caveats=(),
        propositions=(),
        score=1.0,
    )
    return Voice(
        statement=statement,
        document=DOCUMENT,
        number=number,
        speaker=speaker,
        source=source,
        told=told,
        cue=cue,
        between="",
        relays=(),
        spoken=None,
        day=None,
        basis="",
        quoted=(),
        names=frozenset(),
        affiliation=affiliation_of(source),
    )


def body_voice(name: str, number: int) -> Voice:
    """A body says something, under its name. number: of the statement in the text."""
    party = Party(key=f"body:{name}@", name=name, kind="body", role=None, country=None, owners=(), state=None, surname=None)
    return made_voice(party, name, number=number)


def said_by(*names: str) -> list[Voice]:
    """One voice for each name of a body."""
    return [body_voice(name, number) for number, name in enumerate(names)]
