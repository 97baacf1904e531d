"""From the tables to the register."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from saidwho.errors import RegisterError
from saidwho.grounding.register.belongs import check_owners
from saidwho.grounding.register.directory import Directory
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.files import Row
from saidwho.grounding.register.offices import OfficeReader, read_titles
from saidwho.grounding.register.organs import read_organs
from saidwho.grounding.register.phrases import Resolver
from saidwho.grounding.register.register import Register
from saidwho.grounding.register.tables import read_entries, replaces
from saidwho.grounding.register.wording import read_wording

TABLES = Path(__file__).parent / "tables"
SHIPPED = tuple(TABLES / name for name in ("states.tsv", "bodies.tsv", "outlets.tsv"))


def load_register(extra: tuple[Path, ...] = ()) -> Register:
    """The register of the shipped tables, and of extra ones of the same form, in their order.

    Without extra it is read once and kept. Raises RegisterError, with path and line; then nothing is loaded.
    """
    return _read((*SHIPPED, *extra)) if extra else _shipped()


@lru_cache(maxsize=1)
def _shipped() -> Register:
    return _read(SHIPPED)


def _read(paths: tuple[Path, ...]) -> Register:
    entries: dict[str, Entry] = {}
    places: dict[str, str] = {}
    for path in paths:
        _add_table(path, entries, places)
    check_owners(entries, places=places)
    check_domains(entries, places=places)
    return _register(entries)


def _register(entries: Mapping[str, Entry]) -> Register:
    wording = read_wording(TABLES / "wording.tsv")
    directory = Directory(entries, common=wording.common)
    organs = read_organs(TABLES / "organs.tsv", TABLES / "local.tsv")
    resolver = Resolver(directory, organs, wording)
    offices = OfficeReader(directory, organs, resolver, read_titles(TABLES / "offices.tsv"), wording)
    return Register(directory, organs, resolver, offices)


def _add_table(path: Path, entries: dict[str, Entry], places: dict[str, str]) -> None:
    for row, made in read_entries(path):
        _check_key(row, made[0].key, places)
        for entry in made:
            entries[entry.key] = entry
            places[entry.key] = row.where


def _check_key(row: Row, key: str, places: dict[str, str]) -> None:
    """Only a line that says so replaces another, and only a line of an earlier table."""
    earlier = places.get(key)
    if earlier and not replaces(row):
        raise row.wrong(f"the key {key!r} is taken ({earlier}). Choose another, or say yes in the column 'replaces' to take its place.")
    if not earlier and replaces(row):
        raise row.wrong(f"no earlier line has the key {key!r} to replace. Mend the key, or empty the column 'replaces'.")


def check_domains(entries: Mapping[str, Entry], *, places: Mapping[str, str]) -> None:
    """Raise RegisterError where two entries have one web host. places: "path:line" of each key."""
    owners: dict[str, str] = {}
    for key, entry in entries.items():
        for domain in entry.domains:
            other = owners.setdefault(domain, key)
            if other != key:
                raise RegisterError(
                    f"{places[key]}: {domain} is the web host of {other!r} as well ({places[other]}). Take it out of one line."
                )
