"""Who is it, among the actors that the register knows?"""

from collections.abc import Iterable

from saidwho.grounding.register.directory import Directory
from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.new_states import NewState, entries_of
from saidwho.grounding.register.offices import Office, OfficeReader
from saidwho.grounding.register.organs import Organs, organ_of
from saidwho.grounding.register.phrases import Resolver


class Register:
    """The actors of all tables, and the organs that every state has. Never changes once made.

    context: the keys of the states that a text is about. It settles names that several entries bear ("Congo", "RSF") and those
    that stand for an entry only at home ("Congress", "the defence ministry"). What it does not settle stays None.
    """

    __slots__ = ("_directory", "_offices", "_organs", "_resolver")

    def __init__(self, directory: Directory, organs: Organs, resolver: Resolver, offices: OfficeReader) -> None:
        self._directory = directory
        self._organs = organs
        self._resolver = resolver
        self._offices = offices

    def with_states(self, states: Iterable[NewState]) -> "Register":
        """The register of a text that tells of states which the tables do not hold: they have organs and offices like all others."""
        entries = [entry for state in states for entry in entries_of(state) if self.entry(entry.key) is None]
        if not entries:
            return self
        directory = self._directory.with_entries(entries)
        resolver = self._resolver.over(directory)
        return Register(directory, self._organs, resolver, self._offices.over(directory, resolver))

    def __len__(self) -> int:
        return len(self._directory.entries())

    def entries(self) -> tuple[Entry, ...]:
        """All entries of the tables, in their order; composed ones are not among them."""
        return self._directory.entries()

    def entry(self, key: str) -> Entry | None:
        """The entry of a key, of a table or composed ("rus.navy"). Bodies of a place ("local.") come from resolve alone."""
        found = self._directory.entry(key)
        if found or "." not in key:
            return found
        owner, _, organ = key.partition(".")
        return self._composed(owner, organ)

    def _composed(self, owner: str, organ: str) -> Entry | None:
        state, kind = self._directory.entry(owner), self._organs.by_key.get(organ)
        return organ_of(state, kind, self._directory) if state and kind else None

    def state(self, code: str) -> Entry | None:
        """The state or territory with a code of ISO 3166-1, "UA" or "UKR"."""
        return self._directory.state(code)

    def state_of(self, entry: Entry) -> Entry | None:
        """The nearest state that an entry is, belongs to, or is at home in."""
        return self._directory.state_of(entry)

    def named(self, words: str) -> tuple[Entry, ...]:
        """All who bear a name, whatever the text is about: two states for "Congo"."""
        return tuple(bearer.entry for bearer in self._directory.names.bearers(words))

    def state_named(self, name: str, *, context: tuple[str, ...] = ()) -> Entry | None:
        """The state of a name ("Ukraine", "the U.S."); None for one that two states share ("Congo") and context leaves open."""
        bearers = self._directory.names.bearers(name)
        return self._directory.choose((bearer for bearer in bearers if bearer.entry.kind == "state"), context)

    def demonym(self, word: str, *, context: tuple[str, ...] = ()) -> Entry | None:
        """The state that a word is of: "Ukrainian", "Iraqis". None for "Korean" and "Congolese", unless context settles it.

        The names of states that texts use like adjectives ("US", "UK") are no demonyms: ask state_named.
        """
        return self._directory.choose(self._directory.demonyms.bearers(word), context)

    def metonym(self, words: str, *, context: tuple[str, ...] = ()) -> Entry | None:
        """The government or body that the name of a place may stand for: "Kyiv", "Brussels", "the Kremlin".

        Whether it does stand for it is for the sentence to say: shells fall on Kyiv, the place.
        """
        return self._directory.choose(self._directory.metonyms.bearers(words), context)

    def resolve(self, words: str, *, context: tuple[str, ...] = ()) -> Entry | None:
        """The actor that a whole noun phrase names: "the Pentagon", "Russia's defence ministry", "Ministry of Health of Lebanon".

        Places are none: "Kyiv" alone is for metonym. Persons and their offices are none: "Ukraine's president" is for office.
        """
        return self._resolver.resolve(words, context)

    def office(self, words: str, *, context: tuple[str, ...] = ()) -> Office | None:
        """The office that a noun phrase names and whom it speaks for: "White House spokesperson John Kirby"."""
        return self._offices.read(words, context)

    def chain(self, entry: Entry) -> tuple[Entry, ...]:
        """Who an entry belongs to, the nearest first, up to its state: the Pentagon to the US government, that to the United States."""
        return self._directory.chain(entry)

    def outlet(self, name_or_domain: str) -> Entry | None:
        """The outlet of a name ("Reuters") or a web address ("www.reuters.com/world")."""
        bearers = self._directory.names.bearers(name_or_domain)
        named = self._directory.choose((bearer for bearer in bearers if bearer.entry.kind == "outlet"), ())
        return named or self._directory.at(name_or_domain)
