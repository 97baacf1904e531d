"""Which entries stand behind a name, a demonym, a code or a web address?"""

from collections.abc import Iterable, Mapping
from copy import copy

from saidwho.grounding.register.belongs import owners
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.names import Bearer, NameIndex


class Directory:
    """The entries of all tables under all that they are called by. Never changes once made."""

    __slots__ = ("_codes", "_domains", "_entries", "_organs", "demonyms", "metonyms", "names")

    def __init__(self, entries: Mapping[str, Entry], *, common: frozenset[str]) -> None:
        """common: words of names that texts write small."""
        self._entries = dict(entries)
        self.names = NameIndex(common=common)
        self.demonyms = NameIndex()
        self.metonyms = NameIndex()
        self._domains: dict[str, Entry] = {}
        self._codes: dict[str, Entry] = {}
        self._organs: dict[tuple[str, str], Entry] = {}
        for entry in self._entries.values():
            self._add(entry)
        for entry in self._entries.values():
            self._add_organ(entry)

    def _add(self, entry: Entry) -> None:
        self.names.add(entry.names, entry)
        self.demonyms.add(entry.demonyms, entry)
        self.metonyms.add(entry.metonyms, entry)
        self._domains.update(dict.fromkeys(entry.domains, entry))
        if entry.kind == "state" and entry.country and entry.alpha2:
            self._codes.update({entry.alpha2: entry, entry.country: entry})

    def _add_organ(self, entry: Entry) -> None:
        state = self.state_of(entry) if entry.organ else None
        if entry.organ and state:
            self._organs.setdefault((state.key, entry.organ), entry)

    def with_entries(self, entries: Iterable[Entry]) -> "Directory":
        """A directory that holds further entries as well; this one stays as it is. Their keys must be new."""
        wider = copy(self)
        wider.names, wider.demonyms, wider.metonyms = (index.copy() for index in (self.names, self.demonyms, self.metonyms))
        wider._entries, wider._domains = dict(self._entries), dict(self._domains)
        wider._codes, wider._organs = dict(self._codes), dict(self._organs)
        further = tuple(entries)
        wider._entries.update((entry.key, entry) for entry in further)
        for entry in further:
            wider._add(entry)
        for entry in further:
            wider._add_organ(entry)
        return wider

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries.values())

    def entry(self, key: str) -> Entry | None:
        return self._entries.get(key)

    def state(self, code: str) -> Entry | None:
        return self._codes.get(code)

    def organ(self, state: Entry, organ: str) -> Entry | None:
        """The entry that a table has for an organ of a state: the Pentagon for the defence ministry of the United States."""
        return self._organs.get((state.key, organ))

    def chain(self, entry: Entry) -> tuple[Entry, ...]:
        return owners(entry, self._entries)

    def state_of(self, entry: Entry) -> Entry | None:
        """The nearest state that an entry belongs to, or is at home in."""
        return self.governed_by(entry) or (self._codes.get(entry.country) if entry.country else None)

    def governed_by(self, entry: Entry) -> Entry | None:
        """The state that an entry is or belongs to; None for groups and bodies that belong to none."""
        return next((owner for owner in (entry, *self.chain(entry)) if owner.kind == "state"), None)

    def at(self, address: str) -> Entry | None:
        """The outlet at a web address: its host and first folder, its host, or a host above it."""
        host, _, path = address.strip().lower().rpartition("://")[2].removeprefix("www.").partition("/")
        folder = path.partition("/")[0].partition("?")[0]
        parts = host.split(".")[-_DEEPEST_HOST:]
        hosts = [".".join(parts[n:]) for n in range(len(parts) - 1)]
        return next((found for name in (f"{host}/{folder}", *hosts) if (found := self._domains.get(name))), None)

    def choose(self, bearers: Iterable[Bearer], context: tuple[str, ...]) -> Entry | None:
        """The one who is meant: the only one at home where the text is, else the only one whose name holds everywhere."""
        found = list(bearers)
        near = [bearer.entry for bearer in found if context and self._is_near(bearer.entry, context)]
        candidates = near or [bearer.entry for bearer in found if not bearer.is_local]
        return candidates[0] if len(candidates) == 1 else None

    def _is_near(self, entry: Entry, context: tuple[str, ...]) -> bool:
        keys = {entry.key, (entry.country or "").lower(), *(owner.key for owner in self.chain(entry))}
        return not keys.isdisjoint(context)


# Hosts of outlets have four parts at most; longer ones are cut, so that no address costs more than another.
_DEEPEST_HOST = 6
