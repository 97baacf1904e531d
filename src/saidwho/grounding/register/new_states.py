"""Which entries make a state that no table holds, but a text tells of?"""

from dataclasses import dataclass

from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.tables import key_words

# Before the name in the key of such a state, so that it is nobody's of the tables.
_NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewState:
    """A state as a text shows it.

    name: as written. demonyms: words for what is of it ("Vinlandic"). seats: places that stand for its government.
    """

    name: str
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of its entry, the same in every text that tells of a state of this name."""
        return f"{_NEW}-{key_words(self.name)}"


def entries_of(state: NewState) -> tuple[Entry, Entry]:
    """The state and its government. Their country is None: ISO 3166-1 has no code for it."""
    own = Entry(key=state.key, name=state.name, kind="state", names=(state.name,), demonyms=state.demonyms)
    name = f"Government of {state.name}"
    government = Entry(
        key=f"government-of-{key_words(state.name)}",
        name=name,
        kind="government",
        of=state.key,
        names=(name,),
        metonyms=state.seats,
        organ="government",
    )
    return own, government
