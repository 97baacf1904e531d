"""Which words of a report name somebody who may give or be given to, and whom? States where the text lets one tell them."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from saidwho.statements.aid.sums import CODES
from saidwho.statements.aid.words import STAGE_OF_NOUN, TIMES, WORDS
from saidwho.statements.countries import states_of_countries
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Place
from saidwho.types.ids import content_id, is_content_id, pairs

_KINDS = frozenset({"state", "government", "body", "force", "group"})
_TITLES = frozenset({
    "commissioner", "minister", "president", "premier", "chancellor", "secretary", "governor", "mayor", "ambassador", "senator", "general",
    "colonel", "admiral", "captain", "king", "queen", "prince", "princess", "dr", "mr", "mrs", "ms",
})  # fmt: skip
_RULING = frozenset({"state", "government", "body"})
_NEAR = 12
_SEVERAL = 2
_OWNERS = 5
# where_prec of a place that is a whole country.
_COUNTRY = 6
# A capital that is surer than this is that of its state.
_SURE_PLACE = 0.5
# A town whose state is named nowhere must be surer.
_SURE_HOME = 0.75
# Letters of a name that stands for somebody.
_SHORTEST = 4
# "Lutrian" is of Lutria: letters that an adjective may have more than the name, or a name more than what they share.
_ENDINGS = ("n", "an", "ian", "ish", "ese", "i")
_MORE = 4
# How adjectives of peoples end.
_PEOPLES = ("ian", "ish", "ese", "can", "ean")
# What begins a sentence in capitals and is nobody's name.
_BODIES = WORDS["bodies"]
# Nouns of those who give or go together, and are nobody by name.
_MANY = WORDS["many"] | WORDS["people"]
# Words from the name of a make to the thing: "M1 Abrams tanks", "Taurus cruise missiles"; and what they are.
_MAKE = 4
_OF_A_NAME = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
# "C", "-", "130".
_MODEL = 3
_ALL_NATIONS = "United Nations"
_TELLING = frozenset({"told", "tells", "tell", "informed"})
# What aid is paid or backed by, and the last words of what it is given under.
_ASSETS = frozenset({"asset", "assets"})
_PROGRAMMES = frozenset({"initiative", "programme", "program", "scheme", "authority"})
# Words from a noun to the last of the name behind its "of".
_BEHIND = 6
# Words between a person and the state that the person is of: "Aino Karvo of Finland".
# Between an office in the name of who prints a report, and its state.
_PUBLISHED = re.compile(r"(?:,| of)(?: the)? (?=[A-Z])|(?: in) (?=[A-Z]).*")
_PUBLISHING = frozenset({"government", "ministry", "presidency", "administration", "chancellery", "department", "embassy", "cabinet"})
# What states are called, which alone is the name of none.
_FORMS = frozenset({
    "kingdom", "republic", "federation", "commonwealth", "emirate", "sultanate", "principality", "empire", "highness", "majesty",
})  # fmt: skip
_DAYS = frozenset({"today", "tonight", "tomorrow", "yesterday"})
_PRONOUNS = frozenset({"it", "its", "they", "their", "we", "our", "i", "my", "he", "his", "she", "her"})
_OWNING = frozenset({"of", "in", "from"})


# The state whose capital bears a name, or of a country by its code.
StateOf = Callable[[str], Actor | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatesOfWorld:
    """The states of the world, also those that a text does not name. of_country: by ISO 3166-1 alpha-3."""

    of_seat: StateOf
    of_country: StateOf


class Parties:
    """The parties that words of one text name, as ids of actors. Words are numbers into its tokens.

    world: its states, of which the text may name only the capital or another town.
    """

    def __init__(
        self, document: Document, around: Surroundings, actors: tuple[Actor, ...], places: tuple[Place, ...], *, world: StatesOfWorld
    ) -> None:
        self._document, self._around, self._world = document, around, world
        # Those who give or get and are named nowhere as somebody who acts, by name.
        self.added: dict[str, Actor] = {}
        self._actors = {actor.id: actor for actor in actors}
        states = states_of_countries(actors)
        self._names = {
            actor.name.casefold(): actor.id
            for actor in reversed(actors)
            if actor.kind != "outlet" and actor.name.lower() not in WORDS["offices"] | _MANY
        }
        # Where a country is meant as a place, its state is still whom aid is for.
        together = [span for actor in actors if " and " in actor.name for span in actor.mentions]
        countries = [
            (place.span, states[place.country])
            for place in places
            if place.country in states
            and (place.use == "literal" or any(s.start <= place.span.start and place.span.end <= s.end for s in together))
        ]
        # Also "Fasher" of "El Fasher".
        known = [place.span for place in places if place.country is not None or place.use == "demonym"]
        self._placed = {around.tokens[i].span.start for span in known for i in around.touched(span)}
        self._peoples = {place.span.start: states[place.country] for place in places if place.use == "demonym" and place.country in states}
        self._homeless = {place.span.start for place in places if place.country not in states}
        self._towns = {
            place.span.start for place in places if place.use == "literal" and place.where_prec is not None and place.where_prec < _COUNTRY
        }
        self._in_state = states
        self._names_world = bool(states)
        self._seats = {
            i: place
            for place in places
            if place.span.start in self._towns and place.score >= _SURE_PLACE
            for i in around.touched(place.span)
        }
        self._mentions = sorted([*((span, actor.id) for actor in actors for span in actor.mentions), *countries])
        self._starts = [span.start for span, _ in self._mentions]
        self._homes: dict[str, str | None] = {}
        self._invented = self._single_names()
        # Where each word stands, as it is written.
        self._words: dict[str, list[Span]] = {}
        for token in around.tokens:
            self._words.setdefault(token.span.of(around.text), []).append(token.span)

    @cached_property
    def publisher(self) -> str | None:
        """The state whose office prints the report, whose "the government" and "we" are its own: "Ministry of Defence, Norrmark"."""
        office, *names = _PUBLISHED.sub("|", self._document.outlet or "").strip("|").split("|")
        name = names[-1] if names else ""
        is_office = bool((WORDS["offices"] | _PUBLISHING) & set(office.lower().split()))
        return self._named(name) if is_office and name[:1].isupper() else None

    def country(self, party: str | None) -> str | None:
        """The country that a party is, ISO 3166-1 alpha-3."""
        actor = self._actors.get(party or "")
        return actor.country if actor is not None else None

    def name_at(self, token: int) -> Span:
        """The longest name around a word; the word alone where none is."""
        span = self._around.tokens[token].span
        at = bisect_right(self._starts, span.start)
        around = [place for place, _ in self._mentions[max(at - _NEAR, 0) : at] if place.end >= span.end]
        return min(around, key=lambda place: (place.start, -place.end), default=span)

    def party(self, token: int) -> str | None:
        """Whom a word names by itself: a name, a pronoun, the adjective of a people; nobody where it is a town's."""
        around = self._around
        word, text = around.tokens[token], around.words[token]
        if self._is_of_money(token) or self._is_of_model(token) or text in WORDS["arms"] or self._is_of_funding(token):
            return None
        if word.span.start in self._peoples:
            return self._peoples[word.span.start]
        if word.upos == "PRON":
            meant = self._meant(word.span)
            return self._resolved(meant) if meant is not None and text != "that" and not self._is_only_an_office(meant) else None
        is_capital = word.span.of(around.text)[:1].isupper() and around.sentence(word.span.start).start != word.span.start
        if not (word.upos == "PROPN" or (word.upos in ("ADJ", "NOUN") and is_capital)):
            return None
        if word.span.start in self._towns or text in TIMES or self._is_make(token):
            return None
        return self._known(token) or self._of_a_people(token) or (self._unknown(token) if word.upos == "PROPN" else None)

    def _is_of_money(self, token: int) -> bool:
        """ "US$20 million", "gave SEK 1.2 billion"."""
        around = self._around
        if token + 1 >= len(around.tokens):
            return False
        behind = around.tokens[token + 1]
        is_sign = behind.span.start == around.tokens[token].span.end and around.words[token + 1] in ("$", "€", "£")
        return is_sign or (around.words[token].upper() in CODES and behind.upos == "NUM")

    def _is_of_funding(self, token: int) -> bool:
        """ "Backed by frozen Russian assets", "under the Ukraine Security Assistance Initiative": what pays, of whomever it is."""
        around = self._around
        if around.words[around.tokens[token].head] in _ASSETS and around.tokens[token].relation in ("amod", "compound", "nmod:poss"):
            return True
        name = around.touched(self.name_at(token))
        before = name.start - 2 if name.start and around.words[name.start - 1] == "the" else name.start - 1
        return around.words[name.stop - 1] in _PROGRAMMES and before >= 0 and around.words[before] == "under"

    def _is_of_model(self, token: int) -> bool:
        """ "Iris-T batteries", "a C-130": what is called by a name and a number or letter is a thing."""
        around = self._around
        joined = around.tokens[token : token + 3]
        if len(joined) < _MODEL or around.words[token + 1] != "-" or joined[0].span.end != joined[1].span.start:
            return False
        last = joined[2].span.of(around.text)
        return joined[1].span.end == joined[2].span.start and (last[0].isdigit() or (len(last) == 1 and last.isupper()))

    def town(self, token: int) -> str | None:
        """A town that is given something itself: "lent Harlow 30 million". Others may bear the name of a town too."""
        word = self._around.tokens[token]
        name = word.span.of(self._around.text)
        return (
            self._named(name)
            if word.upos == "PROPN" and word.span.start in self._towns & self._homeless and len(name) >= _SHORTEST
            else None
        )

    def lender(self, noun: int) -> str | None:
        """The bank or fund that stands before what it lends: "a World Bank loan"."""
        around = self._around
        before = (i for i in around.children(noun) if i < noun and around.tokens[i].relation in ("compound", "nmod:poss"))
        return next((party for i in before if (party := self._body(i)) is not None), None)

    def of_people(self, token: int) -> str | None:
        """The state that an adjective for who is of it names: "Indian"."""
        return self._peoples.get(self._around.tokens[token].span.start)

    def state_of_seat(self, token: int) -> str | None:
        """The state of a capital that something is for, "tanks for Kyiv", and of a town where the text names its state as well."""
        place = self._seats.get(token)
        if place is not None and place.country in self._in_state:
            return self._in_state[place.country]
        state = self._world.of_seat(place.span.of(self._around.text)) if place is not None else None
        return self._state_added(state) if place is not None and state is not None and state.country == place.country else None

    def state_of_place(self, token: int) -> str | None:
        """The state in which a town or province lies, though the text may not name it: "crossed into Darfur". Where a text names no state
        of the world at all, a name that one of its towns bears as well may stand for any place."""
        place = self._seats.get(token)
        is_sure = place is not None and place.score >= _SURE_HOME and self._names_world
        return self._state_added(self._world.of_country(place.country)) if place and is_sure and place.country is not None else None

    def place_itself(self, token: int) -> str | None:
        """A place of which it is not sure in which state it lies: "Gaza"."""
        word = self._around.tokens[token]
        name = word.span.of(self._around.text)
        return self._named(name) if word.upos == "PROPN" and word.span.start in self._towns and len(name) >= _SHORTEST else None

    def _state_added(self, state: Actor | None) -> str | None:
        if state is not None and state.id not in self._actors:
            self.added[state.name] = self._actors[state.id] = state
        return state.id if state is not None else None

    def state_of_office(self, token: int) -> str | None:
        """The state of an office that is known by what it is: "drones to the government in Tripoli"."""
        if self._around.words[token] not in WORDS["offices"]:
            return None
        found = (self._resolved(actor) for actor in self._actors_at(token) if self._actors[actor].kind in ("government", "force"))
        return next((party for party in found if party is not None and self._actors[party].kind == "state"), None)

    def _is_make(self, token: int) -> bool:
        """Whether a name that nobody knows only ever tells of what make things are: "sent Leopard tanks"."""
        word = self._around.tokens[token]
        describes = word.relation == "compound" or word.head in range(token + 1, token + _MAKE) or self._is_given_to_another(token)
        if not describes or not self._is_before_thing(token):
            return False
        party = self._known(token) or self._of_a_people(token)
        actor = self._actors.get(party or "")
        if actor is None or actor.country is not None or actor.of is not None or actor.wikidata is not None:
            return party is None
        return all(self._is_before_thing(self._around.touched(span).stop - 1) for span in actor.mentions)

    def _is_given_to_another(self, token: int) -> bool:
        """Whether a name is taken for whom something is given, and "to" tells another behind it: "send | Leopard | tanks to Vinland"."""
        around, verb = self._around, self._around.tokens[token].head
        behind = (i for i in around.children(verb) if i > token and around.tokens[i].relation in ("obl", "iobj"))
        given = around.tokens[token].relation == "iobj"
        return given and any(around.words[k] == "to" and around.tokens[k].relation == "case" for i in behind for k in around.children(i))

    def _is_before_thing(self, token: int) -> bool:
        around = self._around
        behind = range(token + 1, min(token + 1 + _MAKE, len(around.tokens)))
        named = takewhile(lambda i: around.tokens[i].upos in _OF_A_NAME or self._joins_names(i), behind)
        thing = next((i for i in named if around.words[i] in WORDS["materiel"]), None)
        if thing is None:
            return False
        numbered = around.tokens[token + 1]
        is_numbered = numbered.upos == "NUM" and numbered.head == token and around.tokens[token].relation == "compound"
        is_name = is_numbered or all(around.tokens[i].upos in ("PROPN", "CCONJ") for i in range(token + 1, thing))
        # "Taurus cruise missiles to Kastria" goes to somebody else; "give Kastria field radios" does not.
        return is_name or around.words[thing + 1 : thing + 2] in (("to",), ("for",))

    def _joins_names(self, token: int) -> bool:
        """ "Stinger and Javelin missiles"."""
        around = self._around
        return around.words[token] == "and" and token + 1 < len(around.tokens) and around.tokens[token + 1].upos == "PROPN"

    def whose(self, token: int) -> str | None:
        """Whom a noun names, or else whose it is: "the Lutrian army", "parliament in Lutria", "the people of Kharad"."""
        return self._body(token) or self._owner(token) or self.party(token)

    def passes_on(self, party: str) -> bool:
        """Whether a party only hands on what others give: the Red Cross."""
        actor = self._actors.get(party)
        is_many = actor is not None and actor.kind == "body" and actor.name == _ALL_NATIONS
        return actor is not None and (is_many or bool(WORDS["passing"] & set(actor.name.lower().split())) or self._is_of_all_nations(actor))

    def _is_of_all_nations(self, actor: Actor) -> bool:
        """Whether a body is one of the United Nations."""
        owner = self._actors.get(actor.of or "")
        return owner is not None and owner.kind == "body" and owner.name == _ALL_NATIONS

    def _body(self, token: int) -> str | None:
        """A body of several words that acts for itself: "the Turkish Red Crescent"."""
        if self._around.tokens[token].upos != "PROPN" or len(self._around.touched(self.name_at(token))) < _SEVERAL:
            return None
        first = next((actor for actor in self._actors_at(token) if self._actors[actor].kind == "body"), None)
        if first is None or self._actors[first].of is not None:
            return None
        return first if WORDS["lenders"] & set(self._actors[first].name.lower().split()) or self.passes_on(first) else None

    def _owner(self, token: int) -> str | None:
        """Whose a noun is by the syntax, or by the "of" right behind it where the parser hung that elsewhere."""
        return self._owner_below(token) or self._owner_behind(token)

    def _owner_behind(self, token: int) -> str | None:
        words, at = self._around.words, token + 2
        if words[token + 1 : token + 2] != ("of",) or words[token] in WORDS["beside"]:
            return None
        while at < len(words) and (words[at] == "the" or self._around.tokens[at].relation in ("compound", "amod")):
            at += 1
        return self.party(at) if at < len(words) and at <= token + _BEHIND else None

    def _owner_below(self, token: int) -> str | None:
        around = self._around
        for i in around.children(token):
            word = around.tokens[i]
            cases = {around.words[k] for k in around.children(i)}
            if around.words[token] in WORDS["beside"] and (word.relation == "nmod:poss" or "of" in cases):
                continue  # "Lutria's eastern neighbour", "the allies of Lutria" are somebody else.
            owns = (
                word.relation in ("nmod:poss", "compound", "amod")
                or "'s" in cases
                or (word.relation in ("nmod", "appos") and bool(cases & _OWNING or word.relation == "appos"))
            )
            is_gift = around.words[token] in WORDS["aid"] or around.words[token] in STAGE_OF_NOUN
            seat = self.state_of_seat(i) if is_gift and word.relation == "nmod:poss" else None  # "Washington's package".
            if owns and (party := self.party(i) or seat or self._through(i)) is not None:
                # "U.S. and Jordanian aircraft": of several the first.
                first = self.party(i - 2) if i > 1 and around.words[i - 1] == "and" else None
                return first or party
        return None

    def _through(self, token: int) -> str | None:
        """Whose those are through whom somebody is named: "the gift of the Duchy of Sund", "of the miners of Vinland"."""
        return self._owner_behind(token) if self._around.words[token] in _BODIES | WORDS["offices"] | WORDS["people"] else None

    def _known(self, token: int) -> str | None:
        """The party of the longest mention around a word; where that is nobody who gives, one that the word alone names."""
        span = self._around.tokens[token].span
        for actor in self._actors_at(token):
            if self._is_described(actor, token) and (owner := self._of_its_name(token)) is not None:
                return owner
            if self._may_give(self._actors[actor]) and (found := self._resolved(actor)) is not None:
                return found
        named = self._names.get(span.of(self._around.text).casefold())
        return named if named is not None and self._may_give(self._actors[named]) else None

    def _is_described(self, actor: str, token: int) -> bool:
        """Whether somebody is called by what it is and whose: "the Sund navy", "Tarsis hospital"."""
        found, words = self._actors[actor], self._actors[actor].name.split()
        is_whole = found.of is None and found.kind in ("body", "force") and len(words) > 1 and words[-1].islower()
        return is_whole and self._around.tokens[token].upos == "PROPN"

    def _of_its_name(self, token: int) -> str | None:
        """Whose a described body is by the name in front of it; an adjective alone names nobody who is not named elsewhere."""
        name = self._around.tokens[token].span.of(self._around.text)
        known = self._names.get(name.casefold()) or self._of_a_people(token)
        return known or (self._unknown(token) if not name.endswith(_PEOPLES) else None)

    def _actors_at(self, token: int) -> list[str]:
        """The actors of the mentions around a word that end with it or after it, the longest first."""
        span = self._around.tokens[token].span
        at = bisect_right(self._starts, span.start)
        around = [(place.start, -place.end, actor) for place, actor in self._mentions[max(at - _NEAR, 0) : at] if place.end >= span.end]
        around = [one for one in around if not self._are_several(self._actors[one[2]])]
        # "Vardenia" in "Vardenia's railways" is whose they are.
        is_owner = self._around.words[token + 1 : token + 2] == ("'s",)
        return [actor for _, end, actor in sorted(around) if not is_owner or -end <= span.end or self._actors[actor].of is not None]

    def _are_several(self, actor: Actor) -> bool:
        """ "Vardenia and Sund"; a country or a bank may have "and" in its name."""
        is_bank = actor.kind == "body" and bool(WORDS["lenders"] & set(actor.name.partition(" and ")[0].lower().split()))
        return " and " in actor.name and actor.country is None and not is_bank

    def _resolved(self, actor: str) -> str | None:
        """An actor up to its state; a person to the state that the text says he is of, or nobody."""
        found = self._actors[self._state(actor)]
        if found.kind == "person" and not self._may_give(found):
            return self._home(found)
        return found.id

    def _is_only_an_office(self, actor: str) -> bool:
        """Whether somebody is called only by what it is, of nobody knows whom: "the government"."""
        found = self._actors[self._state(actor)]
        return found.kind in ("body", "government") and found.of is None and not self._may_give(found)

    def _home(self, actor: Actor) -> str | None:
        """Of which state a person is, by the words beside one of his names: "Prime Minister Aino Karvo of Finland"."""
        if actor.id not in self._homes:
            self._homes[actor.id] = None
            tokens = [i for span in actor.mentions for i in self._around.touched(span) if self._around.tokens[i].upos != "PRON"]
            found = (self._owner(i) for i in tokens)
            self._homes[actor.id] = next((party for party in found if party is not None and party != actor.id), None)
        return self._homes[actor.id]

    def _may_give(self, actor: Actor) -> bool:
        """A state that nobody knows may have been taken for a person; a person is rarely known by one name alone."""
        names = [span.of(self._around.text).removeprefix("the ").removeprefix("The ") for span in actor.mentions]
        is_named = any(name[:1].isupper() and name.lower() not in _PRONOUNS and not _is_generic(name) for name in names) or not names
        if actor.kind == "person":
            is_of_state = self._actors[self._state(actor.id)].kind == "state"  # "President Bereth": of a state that he is known to lead.
            is_office = actor.name.lower() in WORDS["offices"] | _BODIES  # "The Minister".
            is_name = actor.role is None and actor.name.isalpha() and actor.name[:1].isupper()
            return is_of_state or (is_name and not is_office and not self._is_titled(actor))
        return actor.kind in _KINDS and (is_named or actor.of is not None)

    def _is_titled(self, actor: Actor) -> bool:
        """ "Commissioner Hult": who is called by a title is a person, and no state."""
        first = (self._around.touched(span).start for span in actor.mentions)
        return any(i > 0 and self._around.words[i - 1] in _TITLES for i in first)

    def _single_names(self) -> dict[str, list[tuple[str, str]]]:
        """Names of one word that nobody knows and that may be states, with their actors, by how they begin."""
        found: dict[str, list[tuple[str, str]]] = {}
        for actor in self._actors.values():
            if actor.name.isalpha() and actor.country is None and actor.kind in ("person", "state", "body") and actor.name[:1].isupper():
                found.setdefault(actor.name[:_SHORTEST], []).append((actor.name, actor.id))
        return found

    def _of_a_people(self, token: int) -> str | None:
        """The state of an adjective made from a name in the text: "Lutrian" from Lutria."""
        word = self._around.tokens[token].span.of(self._around.text)
        word = word.removesuffix("s") if word.endswith(("ans", "ians")) else word
        for name, actor in self._invented.get(word[:_SHORTEST], ()):
            shared = len(name) - 1 if name[-1:] in "aey" else len(name)
            if name != word and len(word) <= len(name) + _MORE and word.startswith(name[:shared]) and word.endswith(_ENDINGS):
                return actor
        return None

    def _unknown(self, token: int) -> str | None:
        """Somebody named nowhere else, who is no place that is known: an actor of that name is added."""
        word = self._around.tokens[token]
        name = word.span.of(self._around.text)
        if not name[:1].isupper() or word.span.start in self._placed or not name.isalpha() or len(name) < _SHORTEST:
            return None
        if (
            name.isupper()
            or name.lower() in _BODIES | WORDS["offices"] | WORDS["disasters"] | _DAYS | _FORMS
            or name.lower() in TIMES
            or self._is_of_a_person(token)
        ):
            return None
        if (
            self.is_told(token)
            or any(self._around.tokens[k].relation in ("compound", "flat") for k in self._around.children(token))
            or self._is_common(token)
        ):
            return None
        behind = self._around.tokens[token + 1].span.of(self._around.text) if token + 1 < len(self._around.tokens) else ""
        if word.relation == "compound" and behind[:1].isupper() and behind.lower() not in _BODIES | WORDS["offices"]:
            return None  # "The Friendship Bridge".
        if word.relation == "flat":
            return None  # "Al Jazeera".
        return self._add(name)

    def is_told(self, token: int) -> bool:
        """ "Told Norrpress": whoever is told something neither gives nor gets by that."""
        word = self._around.tokens[token]
        return word.relation in ("obj", "iobj") and self._around.words[word.head] in _TELLING

    def states(self) -> set[str]:
        """The states that the text names, or names a government or army of."""
        found = (self._actors[self._state(actor)] for actor in list(self._actors) if self._actors[actor].kind in _KINDS)
        return {state.id for state in found if state.kind == "state" and state.country is not None}

    def is_state(self, party: str) -> bool:
        """Whether a party is a state, or may be one that no register holds."""
        actor = self._actors.get(party)
        if actor is None or actor.kind == "state":
            return actor is not None
        # "RSF": what is known by its initials alone, or is armed, is no state that only the register lacks.
        is_other = actor.kind in ("force", "group") or actor.name.isupper()
        return actor.country is None and actor.of is None and actor.name.isalpha() and not is_other

    def may_rule(self, party: str | None) -> bool:
        """Whether a party is one of the text's own actors that may have a ministry or a board."""
        actor = self._actors.get(party or "")
        if actor is None or actor.kind not in _RULING or actor.name in self.added:
            return False
        words = set(actor.name.lower().split())
        is_office = actor.of is not None or bool(words & (WORDS["offices"] | WORDS["lenders"] | _BODIES | _FORMS))
        return actor.kind != "body" or actor.name.isalpha() or is_office

    def may_get(self, party: str) -> bool:
        """Whether a party may be whom a package is for though its sentences name nobody: no outlet, office, army or band of men."""
        actor = self._actors.get(party)
        return self.is_state(party) or (actor is not None and actor.kind in _RULING and actor.name.isalpha())

    def is_known(self, party: str) -> bool:
        """Whether a party is a state, or one of the register that is no armed group."""
        actor = self._actors.get(party)
        return self.is_state(party) or (actor is not None and actor.kind not in ("group", "person") and not is_content_id(actor.id))

    def is_told_as_state(self, party: str) -> bool:
        """Whether a party is of the register, or the text itself tells that it is a state: no company of one word."""
        actor = self._actors.get(party)
        return actor is not None and (not is_content_id(actor.id) or (actor.kind == "state" and actor.name not in self.added))

    def _is_common(self, token: int) -> bool:
        """Whether a word with a capital has none elsewhere: "the Moon", "the Pacific Ocean", "Snow" at the beginning of a sentence."""
        return self._around.tokens[token].span.of(self._around.text).lower() in self._words

    def _named(self, name: str) -> str | None:
        """Whoever bears a name, added where it is one word that nobody bears."""
        return self._names.get(name.casefold()) or (self._add(name) if name.isalpha() and name[:1].isupper() else None)

    def _add(self, name: str) -> str:
        if name not in self.added:
            spans = tuple(self._words.get(name, ()))
            actor = Actor(
                id=content_id([self._document.id, "party to aid", pairs(spans)]),
                name=name, kind="state", role=None, of=None, country=None, wikidata=None, mentions=spans,
            )  # fmt: skip
            self.added[name] = self._actors[actor.id] = actor
        return self.added[name].id

    def is_person(self, token: int) -> bool:
        """Whether a word is in the name of a person."""
        return self._around.tokens[token].upos == "PROPN" and any(self._actors[actor].kind == "person" for actor in self._actors_at(token))

    def _is_of_a_person(self, token: int) -> bool:
        people = (self._actors[actor] for actor in self._actors_at(token))
        return any(actor.kind == "person" and not actor.name.isalpha() for actor in people)

    def _meant(self, pronoun: Span) -> str | None:
        """The actor that a pronoun stands for."""
        at = bisect_right(self._starts, pronoun.start) - _NEAR
        return next((actor for span, actor in self._mentions[max(at, 0) : at + _NEAR] if span == pronoun), None)

    def _state(self, actor: str) -> str:
        """The actor that this one belongs to in the end."""
        for _ in range(_OWNERS):
            owner = self._actors[actor].of or self._owner_in_name(self._actors[actor])
            if owner is None or owner not in self._actors or self._is_independent(self._actors[actor], self._actors[owner]):
                break
            actor = owner
        return actor

    def _owner_in_name(self, actor: Actor) -> str | None:
        """Whose an office is by its own name: "the Senate of Norvale"."""
        whole, possessive, _ = actor.name.partition("'s ")
        if possessive and (found := self._named(whole.removeprefix("the ").removeprefix("The "))) is not None:
            return found if found != actor.id else None
        office, of, owner = actor.name.rpartition(" of ")
        is_office = bool(of) and actor.kind in ("body", "force") and bool(WORDS["offices"] & set(office.lower().split()))
        return self._named(owner.removeprefix("the ")) if is_office else None

    def _is_independent(self, actor: Actor, owner: Actor) -> bool:
        """Whether a body gives on its own: an agency or bank of a body of states, other than its commission or board."""
        last = actor.name.split()[-1]
        # "The bank's board", "the new IMF programme".
        is_organ = "Commission" in actor.name or last.lower() in WORDS["offices"] or (last.islower() and owner.name != actor.name)
        return actor.kind == "body" and owner.kind == "body" and owner.of is None and not is_organ


def _is_generic(name: str) -> bool:
    """Whether a name says only what somebody is: "the Council of State", "the Board of Directors"."""
    words = name.lower().split()
    if len(words) > _SEVERAL and words[-1] in WORDS["lenders"]:
        return False  # "The Southern Development Bank".
    return set(words) <= _BODIES | _MANY | WORDS["offices"] | {"of", "the", "and", "for"}
