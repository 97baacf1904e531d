"""Which organ of a state do words name, and who is that organ of one state?

"Ukraine's defence ministry" is an entry in no table: it is composed of the state and the organ, with a key that never changes
("ukr.defence-ministry"). Where a table has a body for that organ (the Pentagon), it is that body.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from saidwho.grounding.register.directory import Directory
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.files import Row, read_rows
from saidwho.grounding.register.names import fold
from saidwho.grounding.register.tables import key_words, kind_of
from saidwho.types.grounding import ActorKind

GOVERNMENT = "government"
MILITARY = "military"
LOCAL = "local"
OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """One line of organs.tsv or local.tsv.

    name: with {state} or {place}. of: whether it belongs to the government or to the state beside it.
    bare: words that name it without its state, too.
    """

    key: str
    name: str
    kind: ActorKind
    of: Literal["government", "state"]
    bare: frozenset[str]
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organs:
    """The organs by their keys, and by the folded words that name them."""

    by_key: Mapping[str, Organ]
    by_words: Mapping[str, Organ]
    local: Mapping[str, Organ]


def read_organs(states: Path, places: Path) -> Organs:
    """Read the tables of the organs of states and of the bodies of places. Raises RegisterError."""
    by_key: dict[str, Organ] = {}
    by_words: dict[str, Organ] = {}
    for row in read_rows(states, columns=("key", "name", "kind", "of", "bare", "words"), required=("key", "name", "kind", "of")):
        by_key[row.cell("key")] = organ = _organ(row)
        by_words.update(dict.fromkeys((*organ.bare, *_folded(row, "words")), organ))
    return Organs(by_key=by_key, by_words=by_words, local=_local(places))


def _organ(row: Row) -> Organ:
    if row.cell("of") not in {"government", "state"}:
        raise row.wrong(f"the column 'of' holds {row.cell('of')!r}; expected government or state.")
    of = cast(Literal["government", "state"], row.cell("of"))
    return Organ(key=row.cell("key"), name=row.cell("name"), kind=kind_of(row), of=of, bare=frozenset(_folded(row, "bare")))


def _local(path: Path) -> dict[str, Organ]:
    found: dict[str, Organ] = {}
    for row in read_rows(path, columns=("key", "kind", "state", "words"), required=("key", "kind", "words")):
        organ = Organ(key=row.cell("key"), name="{place}", kind=kind_of(row), of="state", bare=frozenset(), state=row.cell("state") or None)
        found.update(dict.fromkeys(_folded(row, "words"), organ))
    return found


def _folded(row: Row, column: str) -> list[str]:
    return [fold(words) for words in row.cell(column).split("|") if words]


def organ_of(owner: Entry, organ: Organ, directory: Directory) -> Entry:
    """An organ of a state, or of a body that has organs like a state's ("the Houthi foreign ministry").

    The fighters and leaders of a body that is no state are the body itself.
    """
    found = directory.organ(owner, organ.key)
    if found:
        return found
    if owner.kind != "state" and organ.key in {GOVERNMENT, MILITARY}:
        return owner
    name = organ.name.format(state=owner.name_in_text)
    return Entry(
        key=f"{owner.key}.{organ.key}",
        name=name,
        kind=organ.kind,
        of=_owner_key(owner, organ, directory),
        country=owner.country,
        names=(name,),
        organ=organ.key,
        is_state_media=organ.kind == "outlet",
    )


def _owner_key(owner: Entry, organ: Organ, directory: Directory) -> str:
    government = directory.organ(owner, GOVERNMENT) if organ.of == "government" else None
    return government.key if government else owner.key


def place_body(place: str, words: str, organ: Organ) -> Entry:
    """A body of a place: its council, administration, police, hospital. Its key begins with "local."."""
    name = f"{place} {words}"
    return Entry(
        key=f"{LOCAL}.{key_words(name)}",
        name=name,
        kind=organ.kind,
        of=organ.state,
        country=organ.state.upper() if organ.state else None,
        names=(name,),
        organ=f"{LOCAL}.{organ.key}",
    )
