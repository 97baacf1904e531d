"""Which entry does a line of a table make?

One form for all tables of actors, shipped or a user's own. A line of a state makes two entries, the state and its government: the
columns metonyms and government are names of the latter.
"""

import re
from pathlib import Path
from typing import get_args

from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.files import Row, read_rows
from saidwho.grounding.register.names import LONGEST_NAME, fold
from saidwho.types.grounding import ActorKind

REQUIRED = ("key", "kind", "name")
OPTIONAL = (
    *("names", "of", "country", "alpha2", "wikidata", "demonyms", "metonyms"),
    *("government", "organ", "domains", "state_media", "replaces"),
)
COLUMNS = (*REQUIRED, *OPTIONAL)

_KINDS: dict[str, ActorKind] = {kind: kind for kind in get_args(ActorKind)}
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEY_WORD = re.compile(r"\w+")
_COUNTRY = re.compile(r"[A-Z]{3}")
_ALPHA2 = re.compile(r"[A-Z]{2}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[a-z0-9_.~-]+)?")

# Demonyms of these endings take an s for the people: Ukrainians, Iraqis. All other plurals stand in the tables.
_PLURAL_IN_S = ("an", "i")


def read_entries(path: Path) -> list[tuple[Row, tuple[Entry, ...]]]:
    """The entries that each line of a table makes. Raises RegisterError, with path and line."""
    return [(row, _entries(row)) for row in read_rows(path, columns=COLUMNS, required=REQUIRED)]


def replaces(row: Row) -> bool:
    """Whether a line takes the place of an earlier one with its key."""
    return _is_yes(row, "replaces")


def _entries(row: Row) -> tuple[Entry, ...]:
    if row.cell("kind") == "state":
        state = _state(row)
        return state, _government(row, state)
    if row.cell("government"):
        raise row.wrong("the column 'government' is for lines of kind 'state'. Empty it, or put the names into 'names'.")
    return (_body(row),)


def _state(row: Row) -> Entry:
    name, has_article = _name(row)
    names, local = _names(row, "names", first=name)
    demonyms, local_demonyms = _names(row, "demonyms")
    return Entry(
        key=_key(row),
        name=name,
        kind="state",
        of=row.cell("of") or None,
        country=_matching(row, "country", _COUNTRY, "three capitals of ISO 3166-1 (UKR)"),
        alpha2=_matching(row, "alpha2", _ALPHA2, "two capitals of ISO 3166-1 (UA)"),
        wikidata=_matching(row, "wikidata", _WIKIDATA, "Q and a number (Q212)"),
        names=names,
        demonyms=demonyms + _plurals(demonyms),
        local=local | local_demonyms | frozenset(_plurals(tuple(local_demonyms))),
        has_article=has_article,
    )


def _government(row: Row, state: Entry) -> Entry:
    name = f"Government of {state.name_in_text}"
    names, local = _names(row, "government", first=name)
    metonyms, local_metonyms = _names(row, "metonyms")
    return Entry(
        key=f"government-of-{key_words(state.name)}",
        name=name,
        kind="government",
        of=state.key,
        country=state.country,
        names=names,
        metonyms=metonyms,
        local=local | local_metonyms,
        organ="government",
    )


def _body(row: Row) -> Entry:
    name, has_article = _name(row)
    names, local = _names(row, "names", first=name)
    demonyms, local_demonyms = _names(row, "demonyms")
    metonyms, local_metonyms = _names(row, "metonyms")
    return Entry(
        key=_key(row),
        name=name,
        kind=kind_of(row),
        of=row.cell("of") or None,
        country=_matching(row, "country", _COUNTRY, "three capitals of ISO 3166-1 (UKR)"),
        wikidata=_matching(row, "wikidata", _WIKIDATA, "Q and a number (Q212)"),
        names=names,
        demonyms=demonyms,
        metonyms=metonyms,
        domains=_domains(row),
        local=local | local_demonyms | local_metonyms,
        organ=row.cell("organ") or None,
        is_state_media=_is_yes(row, "state_media"),
        has_article=has_article,
    )


def key_words(name: str) -> str:
    """A name as it stands in a key: "saint-helena-ascension-and-tristan-da-cunha"."""
    return "-".join(_KEY_WORD.findall(fold(name)))


def _key(row: Row) -> str:
    key = row.cell("key")
    if not _KEY.fullmatch(key):
        raise row.wrong(f"the key {key[:80]!r} is none. Keys are small letters a to z and digits, with single hyphens between them.")
    return key


def kind_of(row: Row) -> ActorKind:
    """The kind that a line gives. Raises RegisterError for one there is not."""
    kind = _KINDS.get(row.cell("kind"))
    if kind is None:
        raise row.wrong(f"no kind is called {row.cell('kind')[:80]!r}. Kinds are {', '.join(_KINDS)}.")
    return kind


def _name(row: Row) -> tuple[str, bool]:
    name = row.cell("name")
    bare = name.removeprefix("the ")
    return bare, bare != name


def _names(row: Row, column: str, *, first: str = "") -> tuple[tuple[str, ...], frozenset[str]]:
    """The names in a cell, after the first, and those of them marked with ? as local."""
    cell = row.cell(column)
    if not cell:
        return ((first,) if first else ()), frozenset()
    given = [name.strip() for name in cell.split("|")]
    for name in given:
        if not (name[:1].isalnum() or fold(name.removesuffix("?"))):
            raise row.wrong(f"the column {column!r} has an empty name. Names are set apart by single bars: US|United States.")
        if len(name) > LONGEST_NAME:
            raise row.wrong(f"the column {column!r} has a name of {len(name)} characters. Names have {LONGEST_NAME} at most.")
    if first:
        given.insert(0, first)
    if "?" not in cell:
        return tuple(dict.fromkeys(given)), frozenset()
    local = frozenset(name.removesuffix("?") for name in given if name.endswith("?"))
    return tuple(dict.fromkeys(name.removesuffix("?") for name in given)), local


def _plurals(demonyms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word}s" for word in demonyms if word.endswith(_PLURAL_IN_S) and f"{word}s" not in demonyms)


def _domains(row: Row) -> tuple[str, ...]:
    cell = row.cell("domains")
    given = tuple(cell.split("|")) if cell else ()
    for domain in given:
        if not _DOMAIN.fullmatch(domain):
            raise row.wrong(
                f"{domain[:80]!r} is no web host. Write it in small letters without https:// and www. (reuters.com, t.me/name)."
            )
    return given


def _matching(row: Row, column: str, pattern: re.Pattern[str], expected: str) -> str | None:
    cell = row.cell(column)
    if cell and not pattern.fullmatch(cell):
        raise row.wrong(f"the column {column!r} holds {cell[:80]!r}; expected {expected}. Mend it, or leave it empty.")
    return cell or None


def _is_yes(row: Row, column: str) -> bool:
    cell = row.cell(column)
    if cell not in {"", "yes", "no"}:
        raise row.wrong(f"the column {column!r} holds {cell[:80]!r}; expected yes, no or nothing.")
    return cell == "yes"
