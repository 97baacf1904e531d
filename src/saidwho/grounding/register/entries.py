"""What does the register know of one actor?"""

from dataclasses import dataclass

from saidwho.types.grounding import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One actor of the register, from a line of a table or composed of a state and an organ ("rus.defence-ministry").

    key: what other entries and readings call it; never changes. name: in full, as in running text, without article.
    of: the key of who it belongs to or speaks for; None for states and whoever answers to nobody in the register.
    country: ISO 3166-1 alpha-3 (XKX for Kosovo). alpha2: the two-letter code, of states only. wikidata: "Q212".
    names: name first. demonyms: of states ("Ukrainian"). metonyms: places named for it ("Kyiv"); a seat that is hardly ever
    meant as a place ("the Pentagon") is among names as well. domains: web hosts, of outlets.
    local: those of names, demonyms and metonyms that stand for it only where the text is about its state ("Congress").
    organ: which organ of its state it is ("defence-ministry" of the Pentagon). has_article: "the United States".
    """

    key: str
    name: str
    kind: ActorKind
    of: str | None = None
    country: str | None = None
    alpha2: str | None = None
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    local: frozenset[str] = frozenset()
    organ: str | None = None
    is_state_media: bool = False
    has_article: bool = False

    @property
    def name_in_text(self) -> str:
        """The name with its article: "the United States"."""
        return f"the {self.name}" if self.has_article else self.name
