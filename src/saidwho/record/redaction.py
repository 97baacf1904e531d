"""What does a report look like without the data of somebody who is withheld?

Every character of a name gives way to one block, so that all other words stay where they are, and every span with them.
"""

import copy
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from saidwho.record.keys import key_of
from saidwho.record.tables import withholdings
from saidwho.types.ids import content_id

BLOCK = "█"
NAME = "withheld"


def person_of(name: str) -> str:
    """What somebody is withheld by: the hash of a name without case, which a report's own ids for its actors do not share.

    The name itself must not stay in the record because it was withheld.
    """
    return content_id(["actor", key_of(name)])


def called(report: dict[str, Any], person: str) -> frozenset[str]:
    """The ids of the actors of a report that have the name of somebody withheld."""
    return frozenset(actor["id"] for actor in report["actors"] if person_of(actor["name"]) == person)


def anybody_withheld(connection: sa.Connection) -> bool:
    """Whether the data of anybody at all is withheld."""
    table = withholdings
    return connection.execute(sa.select(table.c.n).where(table.c.kind == "actor").limit(1)).first() is not None


def withheld_in(connection: sa.Connection, report: dict[str, Any]) -> frozenset[str]:
    """The ids of the actors of a report that are withheld."""
    table = withholdings
    people = {actor["id"]: person_of(actor["name"]) for actor in report["actors"]}
    asked = sa.select(table.c.item).where(table.c.kind == "actor", table.c.item.in_(set(people.values())))
    hidden = set(connection.execute(asked).scalars())
    return frozenset(identity for identity, person in people.items() if person in hidden)


def redact(report: dict[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    """The report without what names or quotes the actors of these ids; the report itself is left as it is.

    Their mentions become blocks in the text, their statements go, and whatever else led to them is empty. Ids stay.
    """
    shown = copy.deepcopy(report)
    names = [actor for actor in report["actors"] if actor["id"] in hidden]
    shown["document"]["text"] = _blocked(report["document"]["text"], names)
    for field in ("title", "byline"):
        shown["document"][field] = _without_names(report["document"][field], names)
    shown["actors"] = [_without_role(actor, names, hidden) for actor in shown["actors"] if actor["id"] not in hidden]
    shown["statements"] = [_emptied(statement, hidden) for statement in shown["statements"] if not _is_by(statement, hidden)]
    gone = {statement["id"] for statement in report["statements"]} - {statement["id"] for statement in shown["statements"]}
    for statement in shown["statements"]:
        statement["within"] = None if statement["within"] in gone else statement["within"]
    for figure in _figures(shown):
        figure["of"] = None if figure["of"] in hidden else figure["of"]
    shown["aid"] = [_without_sides(package, hidden, gone) for package in shown["aid"]]
    return shown


def _is_by(statement: dict[str, Any], hidden: frozenset[str]) -> bool:
    return statement["speaker"] in hidden or any(link["actor"] in hidden and link["role"] == "speaker" for link in statement["chain"])


def _blocked(text: str, actors: list[dict[str, Any]]) -> str:
    """The text with blocks for the mentions of actors, and for their names wherever else they stand."""
    signs = list(text)
    for start, end in (span for actor in actors for span in actor["mentions"]):
        signs[start:end] = BLOCK * (end - start)
    return _without_names("".join(signs), actors) or ""


def _without_names(text: str | None, actors: list[dict[str, Any]]) -> str | None:
    for name in (part for actor in actors for part in (actor["name"], actor["name"].split()[-1])):
        if text is not None and name:
            text = text.replace(name, BLOCK * len(name))
    return text


def _without_role(actor: dict[str, Any], names: list[dict[str, Any]], hidden: frozenset[str]) -> dict[str, Any]:
    return actor | {"of": None if actor["of"] in hidden else actor["of"], "role": _without_names(actor["role"], names)}


def _emptied(statement: dict[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    for link in statement["chain"]:
        if link["actor"] in hidden:
            link |= {"actor": None, "name": NAME}
    for proposition in statement["propositions"]:
        for role in ("actor", "recipient"):
            proposition[role] = [actor for actor in proposition[role] if actor not in hidden]
    return statement


def _figures(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from report["figures"]
    for statement in report["statements"]:
        for proposition in statement["propositions"]:
            yield from proposition["figures"]


def _without_sides(package: dict[str, Any], hidden: frozenset[str], gone: set[str]) -> dict[str, Any]:
    sides = {side: None if package[side] in hidden else package[side] for side in ("donor", "recipient")}
    return package | sides | {"history": [stage for stage in package["history"] if stage["statement"] not in gone]}
