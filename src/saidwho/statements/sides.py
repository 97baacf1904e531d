"""Which party to a conflict does a speaker speak for?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from saidwho.errors import SaidwhoError
from saidwho.statements.home import Home
from saidwho.statements.party import Party
from saidwho.types.document import Document
from saidwho.types.grounding import Actor, ActorKind, Grounding, Speaker
from saidwho.types.ids import is_content_id

CONFLICTS = Path(__file__).parent / "conflicts.tsv"
_COLUMNS = ("conflict", "from", "to", "theatre", "side", "members", "words")
_REQUIRED = 6
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_CODE_KEY_OR_NAME = re.compile(r"[A-Z]{3}|[a-z0-9][a-z0-9.-]*|[A-Z][a-z]+")
_WORDS = re.compile(r"[A-Z][a-z]+")
# Who speaks for a state by being of it; its people, groups and independent bodies do not.
_OF_STATE: frozenset[ActorKind] = frozenset({"state", "government", "force"})
# Persons and bodies are of a state where they belong to one of those.
_BY_OWNER: frozenset[ActorKind] = frozenset({"person", "outlet", "body", "group", "people"})
# Public services that are of a place or state and of no party.
_SERVICES = re.compile(
    r"\b(?:hospitals?|clinics?|universit(?:y|ies)|schools?|church(?:es)?|red cross|red crescent|human rights|ombuds\w+|courts?)\b", re.I
)
_LOCAL_OFFICE = re.compile(
    r"\b(?:officials?|mayors?|heads?|governors?|authorit(?:y|ies)|administrat\w+|leaders?|council\w*|police|services)\b", re.I
)
# "former", "opposition" and the like in front of it, and it is the party no more.
_APART = re.compile(r"\b(?:former|ex|retired|exiled|ousted|opposition|anti|dissident|captured|detained|pro)\b", re.I)
# Of whom nobody who is named is meant, wherever they are: "Western officials in Kyiv".
_FOREIGN = re.compile(
    r"^(?:\w+ )?(?:Western|European|Arab|African|foreign|allied) (?:\w+ )?(?:officials?|diplomats?|sources?|ambassadors?|envoys?)\b"
)
# Words in front of officials that do not change whose they are.
_SMALL = re.compile(
    r"^(?:(?:the|a|an|one|two|three|four|five|six|several|some|many|other|another|unnamed|senior|top|local|unidentified|anonymous)[ ])*"
    r"(?:(?:sources?|officials?|officers?|aides?|advis[eo]rs?|spokes(?:man|woman|person))[ ](?:in|of|to|for|at|within)[ ](?:the[ ])?)?",
    re.I,
)
_GOVERNOR = re.compile(r"\b(?:governors?|(?:military|regional|provincial|state) administration)\b", re.I)
_INSTALLED = re.compile(r"\b(?:installed|appointed|backed|self-\w+|occupation|occupying|rebel|separatist)\b", re.I)
# Whose town somebody holds office in: "the Russian-installed mayor", "a local official in the Russian-held town".
_HELD = re.compile(
    r"\b(?P<whose>[A-Z][\w.]+)-(?:installed|appointed|imposed|held|controlled|occupied|backed|run)\b(?!\s+(?:\w+\s+)?(?:media|tv))", re.I
)
# An owner of an owner of an owner: nobody stands deeper.
_DEEPEST = 12
# Titles have fewer words; a source that has more is a sentence that went wrong.
_TITLE_WORDS = 40
_SOURCE_LENGTH = 200


class Sides:
    """The parties of all conflicts of a table."""

    def __init__(self, parties: tuple[Party, ...]) -> None:
        self.parties = parties
        self._by_member: dict[str, list[Party]] = defaultdict(list)
        for party in parties:
            for member in party.members:
                self._by_member[member].append(party)

    def of(self, document: Document, grounding: Grounding, speaker: Speaker | None) -> str | None:
        """The side that a speaker of a report speaks for, as it is called; None for who is of none.

        None too without a publication date, and where the report speaks of no country the conflict is fought in.
        """
        return self.of_report(document, grounding).of(speaker)

    def of_report(self, document: Document, grounding: Grounding) -> "ReportSides":
        """The same for many speakers of one report."""
        return ReportSides(self, document, grounding)

    def named(self, member: str) -> list[Party]:
        return self._by_member.get(member, [])


class ReportSides:
    """The conflicts that one report may be about."""

    def __init__(self, sides: Sides, document: Document, grounding: Grounding) -> None:
        self._sides, self._text = sides, document.text
        self._actors = {actor.id: actor for actor in grounding.actors}
        self._published = document.published if document.published and _DAY.match(document.published) else None
        self._spoken_of = {word for actor in grounding.actors for word in (actor.id, actor.country) if word}
        self._spoken_of |= set(_WORDS.findall(document.text))
        self._spoken_of |= {place.country for place in grounding.places if place.country}
        self._places = {place.span.of(self._text).rstrip("."): place.country for place in grounding.places if place.country}
        self._running = {party: None for party in sides.parties if self._is_running(party)}
        self._home = Home(tuple(self._running), grounding, self._places, document.text)
        self._known: dict[tuple[str | None, str], str | None] = {}

    def of(self, speaker: Speaker | None) -> str | None:
        """The side that one speaker speaks for."""
        if speaker is None or not self._running:
            return None
        words = " ".join(span.of(self._text) for span in speaker.source)[:_SOURCE_LENGTH]
        key = (speaker.actor, words)
        if key not in self._known:
            self._known[key] = self._side(speaker, words) or self._at_home(speaker, words)
        return self._known[key]

    def _at_home(self, speaker: Speaker, words: str) -> str | None:
        """The side of an office that no name stands by: "the army", "a rebel spokesman", "prosecutors"."""
        actor = self._actors.get(speaker.actor) if speaker.actor else None
        if actor is not None and (actor.kind == "outlet" or not self._unowned(actor)):
            return None
        names = (words,) if actor is None else (actor.role or "", actor.name, words)
        told = {country for name in _runs(words) if (country := self._places.get(name))}
        kept = (name for name in names if name and not _APART.search(name) and not _SERVICES.search(name))
        found = (self._home.side(name, told=told) for name in kept)
        return next((side for side in found if side), None)

    def _side(self, speaker: Speaker, words: str) -> str | None:
        actor = self._actors.get(speaker.actor) if speaker.actor else None
        held = None if actor is not None and actor.kind == "outlet" else self._by_holder(words)
        if held is not None:
            return held
        if actor is None:
            return self._by_source(words)
        found = self._by_belonging(actor)
        if found is not None or actor.kind == "outlet":
            return found
        if actor.of is not None and not self._unowned(actor):
            return self._by_office(actor, words)
        return self._by_words(actor) or self._by_office(actor, words) or self._by_source(words)

    def _by_holder(self, words: str) -> str | None:
        """The side that holds the town in which an official of it speaks, or that put him there."""
        found = _HELD.search(words)
        if found is None or not _LOCAL_OFFICE.search(words) or _APART.search(words):
            return None
        stem = f"{found['whose'][:1].upper()}{found['whose'][1:]} official"
        return next((party.side for party in self._running if party.officials and party.officials.match(stem)), None)

    def _unowned(self, actor: Actor) -> bool:
        """Whether nothing is known of whom somebody belongs to: no state, nobody whom the register knows."""
        return all(owner.country is None and is_content_id(owner.id) for owner in self._chain(actor))

    def _is_running(self, party: Party) -> bool:
        return self._published is not None and party.is_at_war(self._published) and not party.theatre.isdisjoint(self._spoken_of)

    def _by_belonging(self, actor: Actor) -> str | None:
        """The first party up the chain of whom an actor belongs to: one that bears a name of the chain before one of a country.

        The government of the Donetsk People's Republic is Russia's, whose country is Ukraine.
        """
        if _SERVICES.search(actor.name) or _FOREIGN.match(actor.name) or (actor.role is not None and _APART.search(actor.role)):
            return None
        owners = self._owners(actor)
        keys = [*(owner.id for owner in owners), *(owner.country for owner in owners if owner.country and owner.kind in _OF_STATE)]
        parties = (party for key in keys for party in self._sides.named(key) if party in self._running)
        return next((party.side for party in parties), None)

    def _owners(self, actor: Actor) -> list[Actor]:
        """Whom an actor belongs to, itself first, up to the first that does not speak for who owns it."""
        chain = list(self._chain(actor))
        past = next((n + 1 for n, owner in enumerate(chain) if owner.kind not in _OF_STATE | _BY_OWNER), len(chain))
        return chain[:past]

    def _chain(self, actor: Actor) -> Iterator[Actor]:
        """Whom an actor belongs to, itself first. An owner that the report does not name is known by its key alone."""
        owner: Actor | None = actor
        for _ in range(_DEEPEST):
            if owner is None:
                return
            yield owner
            owner = self._actors.get(owner.of) if owner.of else None

    def _by_words(self, actor: Actor) -> str | None:
        """A party whose officials or forces an actor without a name is called: "two Ukrainian officials"."""
        names = (actor.name, actor.role or "", *(span.of(self._text) for span in actor.mentions[:8]))
        for name in names:
            if 0 < len(name) <= _SOURCE_LENGTH and not _APART.search(name) and not _SERVICES.search(name):
                party = next((party for party in self._running if party.officials and party.officials.search(name)), None)
                if party is not None:
                    return party.side
        return None

    def _by_source(self, words: str) -> str | None:
        """A party whose officials the words of a source begin with: "Moscow-installed officials in the town"."""
        if _APART.search(words) or _SERVICES.search(words):
            return None
        bare = _SMALL.sub("", words)
        return next((party.side for party in self._running if party.officials and party.officials.match(bare)), None)

    def _by_office(self, actor: Actor, words: str) -> str | None:
        """The state in whose region somebody is governor; mayors and services of towns are of no party."""
        title = actor.role or words
        if not _GOVERNOR.search(title) or _APART.search(title) or _INSTALLED.search(title):
            return None
        countries = {country for name in _runs(f"{title} {words}") if (country := self._places.get(name))}
        if len(countries) != 1:
            return None
        return next((party.side for party in self._sides.named(countries.pop()) if party in self._running), None)


def _runs(words: str) -> Iterator[str]:
    """All runs of one to three words, as a name of a place may be one."""
    split = words.split()[:_TITLE_WORDS]
    bare = [word.strip('.,;:()"“”').removesuffix("'s").removesuffix("’s") for word in split]
    yield from (" ".join(bare[i : i + length]) for i in range(len(bare)) for length in (1, 2, 3))


@cache
def shipped_sides() -> Sides:
    """The parties of the table that comes with the package."""
    return read_sides(CONFLICTS)


def read_sides(path: Path) -> Sides:
    """Read a table of conflicts. Raises SaidwhoError, with path and line."""
    lines = [(number, line) for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), start=1) if _is_row(line)]
    if not lines or tuple(cell.strip() for cell in lines[0][1].split("\t")) != _COLUMNS:
        raise SaidwhoError(f"{path}:{lines[0][0] if lines else 1}: expected a line of the columns {' '.join(_COLUMNS)}, set apart by tabs.")
    return Sides(tuple(_party(line, where=f"{path}:{number}") for number, line in lines[1:]))


def _is_row(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _party(line: str, *, where: str) -> Party:
    cells = [cell.strip() for cell in line.split("\t")]
    if not _REQUIRED <= len(cells) <= len(_COLUMNS):
        raise SaidwhoError(
            f"{where}: {len(cells)} cells, expected {_REQUIRED} or {len(_COLUMNS)}, set apart by tabs: {' '.join(_COLUMNS)}."
        )
    conflict, starts, ends, theatre, side, members, *words = cells
    for day in (starts, *([ends] if ends else [])):
        if not _DAY.fullmatch(day):
            raise SaidwhoError(f"{where}: {day!r} is no date. Write YYYY, YYYY-MM or YYYY-MM-DD.")
    if not side or not members:
        raise SaidwhoError(f"{where}: side and members may not be empty. Name the party and who belongs to it.")
    countries = frozenset(theatre.split("|"))
    if not all(_CODE_KEY_OR_NAME.fullmatch(code) for code in countries):
        raise SaidwhoError(f"{where}: the theatre {theatre!r} holds no code of ISO 3166-1 alpha-3 (UKR), key or name. Set them apart by |.")
    return Party(
        conflict=conflict, starts=starts, ends=ends, theatre=countries, side=side,
        members=tuple(members.split("|")), words=tuple(word for word in words[0].split("|") if word) if words else (),
    )  # fmt: skip
