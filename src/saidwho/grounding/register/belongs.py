"""Who belongs to whom, and does it end?"""

from collections.abc import Mapping

from saidwho.errors import RegisterError
from saidwho.grounding.register.entries import Entry


def check_owners(entries: Mapping[str, Entry], *, places: Mapping[str, str]) -> None:
    """Raise RegisterError where an entry belongs to nobody known, or in the end to itself. places: "path:line" of each key."""
    sound: set[str] = set()
    for key in entries:
        _follow(key, entries, places, sound)


def owners(entry: Entry, entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Who an entry belongs to, the nearest first, up to its state. entries must have been checked."""
    chain: list[Entry] = []
    while entry.of is not None:
        entry = entries[entry.of]
        chain.append(entry)
    return tuple(chain)


def _follow(start: str, entries: Mapping[str, Entry], places: Mapping[str, str], sound: set[str]) -> None:
    path: dict[str, None] = {}
    key: str | None = start
    while key is not None and key not in sound:
        if key in path:
            raise _loop([*list(path)[list(path).index(key) :], key], places)
        path[key] = None
        of = entries[key].of
        if of is not None and of not in entries:
            raise RegisterError(
                f"{places[key]}: {key!r} belongs to {of!r}, which no table holds. Add a line for it, or mend the column 'of'."
            )
        key = of
    sound.update(path)


def _loop(keys: list[str], places: Mapping[str, str]) -> RegisterError:
    told = " -> ".join(f"{key} ({places[key]})" for key in keys)
    return RegisterError(
        f"{places[keys[0]]}: {keys[0]!r} belongs in the end to itself: {told}. Empty the column 'of' in one of these lines."
    )
