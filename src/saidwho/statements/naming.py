"""Whom do some words of a clause name?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from saidwho.statements.clauses import ClauseFinder
from saidwho.statements.countries import states_of_countries
from saidwho.text.tables import word_set
from saidwho.types.grounding import Grounding

Ids = tuple[str, ...]

# A token lies in one of the mentions that begin so near before it, or in none.
_NEAR = 12
_MINE, _OURS = frozenset({"i", "me", "my"}), frozenset({"we", "us", "our", "ours"})
_FIGHTING = frozenset({"force", "group"})
# What speaks for somebody, and is nobody to whom something is done: "took it off the list".
_THINGS = word_set(
    "list lists paper papers document documents report reports statement statements letter letters footage video inquiry inquiries "
    "investigation map maps census tally toll file files record records ledger register order orders decree resolution agreement verdict "
    "book books article story order account accounts speech message messages notice programme fund funds review assessment"
)
_WEAPONS = word_set(
    "rocket rockets missile missiles mortar mortars shell shells bomb bombs drone drones mine mines grenade grenades bullet bullets "
    "shelling bombardment airstrike airstrikes gunfire"
)
# A minister, a ministry, a government, a state.
_DEEPEST = 3
# where_prec of a place that is a whole country.
_COUNTRY = 6
_NUMBERS = word_set(
    "hundreds thousands dozens scores tens millions number one two three four five six seven eight nine ten most some many several"
)


class Naming:
    """The actors of one report, by the words that name them."""

    def __init__(self, finder: ClauseFinder, grounding: Grounding) -> None:
        self._finder = finder
        self._mentions = sorted((span, actor.id) for actor in grounding.actors for span in actor.mentions)
        self._starts = [span.start for span, _ in self._mentions]
        self._exact = {(span.start, span.end): actor for span, actor in reversed(self._mentions)}
        self._of = {actor.id: actor.of or actor.id for actor in grounding.actors}
        self._names = {actor.id: actor.name for actor in grounding.actors}
        self._kinds = {actor.id: actor.kind for actor in grounding.actors}
        states = states_of_countries(grounding.actors)
        self._joint = dict(self._several(grounding))
        # "Northern Israel", where it is a place, is Israel for who fires at it.
        self._lands = sorted(
            (place.span, states[place.country])
            for place in grounding.places
            if place.use == "literal" and place.where_prec == _COUNTRY and place.country in states
        )
        # "Russian" is no mention of an actor, but says whose something is.
        self._peoples = {
            place.span: states[place.country] for place in grounding.places if place.use != "literal" and place.country in states
        }

    def _several(self, grounding: Grounding) -> Iterator[tuple[str, Ids]]:
        """Those of whom several together are made: of "Mauritania and Algeria", both."""
        for actor in grounding.actors:
            for span in actor.mentions if actor.kind == "group" else ():
                first, past = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
                inside = [one for m, one in self._mentions[first:past] if m.end <= span.end and one != actor.id]
                if len(set(inside)) > 1:
                    yield actor.id, tuple(dict.fromkeys(inside))

    def each(self, actor: str) -> Ids:
        """Who it is, each of several who are one."""
        return self._joint.get(actor, (actor,))

    def is_weapon(self, actor: str) -> bool:
        """Whether the reader took weapons or what they do for somebody: "Rockets fell"."""
        return self._names.get(actor, "").rpartition(" ")[2].casefold() in _WEAPONS

    def is_somebody(self, token: int) -> bool:
        """Whether a word names people, and no body or state."""
        actor = self._actor(token, None)
        return actor is not None and self._kinds.get(actor) in ("person", "group")

    def is_thing(self, actor: str) -> bool:
        """Whether an actor without a name is a paper or the like, to which nothing is done."""
        return self._names.get(actor, "").rpartition(" ")[2] in _THINGS

    def is_person(self, actor: str) -> bool:
        return self._kinds.get(actor) == "person"

    def named(self, tokens: Sequence[int], speaker: str | None) -> Ids:
        """The actors whose mentions hold these tokens, or those joined to them, each once; the longest mention wins."""
        found: list[str] = []
        for token in tokens:
            for one in (token, *self._finder.children(token, "conj")):
                actor = self._actor(one, speaker) or self._actor(self._meant(one), speaker)
                if actor is not None:
                    found.append(actor)
        return tuple(dict.fromkeys(found))

    def owner(self, pronoun: int, speaker: str | None) -> str | None:
        """Whose soldiers "its" and "our" tell of; by default those of the speaker's side."""
        span = self._finder.tokens[pronoun].span
        return self._side(self._exact.get((span.start, span.end), speaker))

    def countries(self, tokens: Sequence[int]) -> Ids:
        """The states of the countries that some tokens name: "northern Israel"."""
        found = (self._land_at(self._finder.tokens[i].span.start) for i in tokens)
        return tuple(dict.fromkeys(state for state in found if state is not None))

    def is_number(self, token: int) -> bool:
        return self._finder.tokens[token].upos == "NUM" or self._finder.word(token) in _NUMBERS

    def _side(self, speaker: str | None) -> str | None:
        """Whom a speaker speaks for: the state of a ministry, the body of a spokesman, a force or group itself; nobody's soldiers are a
        person's own."""
        if speaker is None:
            return None
        if self._kinds.get(speaker) in _FIGHTING:
            return speaker
        side = self._of.get(speaker, speaker)
        for _ in range(_DEEPEST):  # a government's soldiers are its state's
            side = self._of.get(side, side) if self._kinds.get(side) == "government" else side
        return None if self._kinds.get(side) == "person" else side

    def _land_at(self, position: int) -> str | None:
        """The state of the country that is named around a character."""
        at = bisect_right(self._lands, position, key=lambda land: land[0].start) - 1
        return self._lands[at][1] if at >= 0 and position < self._lands[at][0].end else None

    def _meant(self, token: int) -> int:
        """Who is meant by a number of them: "hundreds of residents"."""
        finder = self._finder
        if self.is_number(token) and token + 1 < len(finder.tokens) and finder.word(token + 1) == "of":
            return finder.tokens[token + 1].head
        return token

    def _actor(self, token: int, speaker: str | None) -> str | None:
        word = self._finder.word(token)
        if speaker is not None and word in _MINE:
            return speaker
        if speaker is not None and word in _OURS:
            return self._of.get(speaker, speaker)
        span = self._finder.tokens[token].span
        at = bisect_right(self._starts, span.start)
        around = [
            (mention.start, -mention.end, actor) for mention, actor in self._mentions[max(at - _NEAR, 0) : at] if mention.end >= span.end
        ]
        if around:
            return min(around)[2]
        return next((actor for place, actor in self._peoples.items() if place.start <= span.start and span.end <= place.end), None)
