"""Which words of a report name somebody who may give or be given to, and whom? States where the text lets one tell them."""

import re
from bisect import bisect_right

from saidwho.statements.aid.marks import DATELINE
from saidwho.statements.aid.organs import ENDINGS, is_adjective, is_independent, is_office, organ_of, plain_name, without_article
from saidwho.statements.aid.words import WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, ActorKind, Place
from saidwho.types.ids import content_id, pairs

_KINDS = frozenset({"state", "government", "body", "force", "group"})
_NEAR = 12
_SEVERAL = 2
_OWNERS = 5
# where_prec of a place that is a whole country.
_COUNTRY = 6
# Of a district or a province.
_REGIONS = (3, 4)
# Letters of a name that stands for somebody.
_SHORTEST = 4
# What begins a sentence in capitals and is nobody's name.
_BODIES = WORDS["bodies"]
# Words between a person and the state that the person is of: "Aino Karvo of Finland".
_OWNING = frozenset({"of", "in", "from"})
_UNION = ("European Union", "European Commission")


class Parties:
    """The parties that words of one text name, as ids of actors. Words are numbers into its tokens."""

    def __init__(self, document: Document, around: Surroundings, actors: tuple[Actor, ...], places: tuple[Place, ...]) -> None:
        self._document, self._around = document, around
        # Those who give or get and are named nowhere as somebody who acts, by name.
        self.added: dict[str, Actor] = {}
        self._actors = {actor.id: actor for actor in actors}
        states = {actor.country: actor.id for actor in reversed(actors) if actor.kind == "state" and actor.country}
        named = (actor for actor in reversed(actors) if actor.kind != "outlet" and not is_office(actor))
        self._names = {actor.name.casefold(): actor.id for actor in named}
        # Where a country is meant as a place, its state is still whom aid is for.
        countries = [(place.span, states[place.country]) for place in places if place.use == "literal" and place.country in states]
        self._placed = {place.span.start for place in places if place.country is not None or place.use == "demonym"}
        self._peoples = {place.span.start: states[place.country] for place in places if place.use == "demonym" and place.country in states}
        self._towns = {
            place.span.start for place in places if place.use == "literal" and place.where_prec is not None and place.where_prec < _COUNTRY
        }
        self._regions = {place.span.start for place in places if place.use == "literal" and place.where_prec in _REGIONS}
        # "The Federation of Lutria" and Lutria are one: the full name is kept.
        formal = ((told, actor.id) for actor in reversed(actors) if (told := plain_name(actor.name)))
        self._formal = dict(formal)
        # A name that the text uses for a state is that state, though a gazetteer has a town of that name.
        self._towns -= {span.start for actor in actors if actor.kind == "state" for span in actor.mentions}
        # No name runs on into the next line.
        mentions = ((span, actor.id) for actor in actors for span in actor.mentions if "\n" not in span.of(document.text))
        # A name that has an army or a ministry of its own is a state's, too.
        organs = {name for actor in actors if (name := organ_of(actor)) is not None}
        self._towns -= {place.span.start for place in places if place.span.of(document.text) in organs}
        # Places of several words that no gazetteer has: "Upper Velm".
        self._unmapped = {
            i: place.span for place in places if place.use == "literal" and place.country is None for i in around.touched(place.span)
        }
        self._mentions = sorted([*mentions, *countries])
        self._starts = [span.start for span, _ in self._mentions]
        self._homes: dict[str, str | None] = {}
        self._invented = self._single_names()
        # "Brussels" is the European Union's where the text names it or its commission.
        self._names_union = re.search(r"\b(?:EU|Commission)\b", document.text) is not None

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
        if word.span.start in self._peoples:
            return self._peoples[word.span.start]
        if word.upos == "PRON":
            meant = self._meant(word.span)
            is_somebody = meant is not None and (self._actors[meant].kind != "group" or self._may_give(self._actors[meant]))
            return self._resolved(meant) if meant is not None and is_somebody and text != "that" else None
        if text == "brussels" and (union := self._union()) is not None:
            return union
        is_capital = word.span.of(around.text)[:1].isupper() and around.sentence(word.span.start).start != word.span.start
        if not (word.upos == "PROPN" or (word.upos in ("ADJ", "NOUN") and is_capital)):
            return None
        is_ship = around.words[token - 1] in WORDS["carriers"]  # "The freighter Maris" gives nothing.
        if word.span.start in self._towns or text in WORDS["calendar"] or is_ship or self._is_of_dateline(word.span.start):
            return None
        return self._known(token) or self._of_a_people(token) or (self._unknown(token) if word.upos == "PROPN" else None)

    def giver(self, token: int) -> str | None:
        """Whom the subject of a verb of giving names: also a region or a town, which gives for itself."""
        around = self._around
        name = around.tokens[token].span
        if self.whose(token) is None and around.tokens[token].upos == "PROPN" and name.start in self._regions:
            return self._add(name.of(around.text))
        return self.whose(token)

    def whose(self, token: int) -> str | None:
        """Whom a noun names, or else whose it is: "the Lutrian army", "parliament in Lutria", "the people of Kharad"."""
        return self._body(token) or self._owner(token) or self.party(token)

    def _is_of_dateline(self, position: int) -> bool:
        """Whether a word stands in a dateline: the town, the day, the agency of "VARNOK, March 14 (Kestrel) -"."""
        line = self._around.paragraphs[self._around.paragraph(position)]
        found = DATELINE.match(self._around.text, line.start, line.end)
        return found is not None and position < found.end()

    def _union(self) -> str | None:
        """The European Union, which "Brussels" means where a text names it or its commission; else nobody knows."""
        known = next((self._names[name.casefold()] for name in _UNION if name.casefold() in self._names), None)
        if known is not None:
            return self._state(known)
        is_named = self._names_union
        return self._add(_UNION[0], words="Brussels", kind="body") if is_named else None

    def passes_on(self, party: str) -> bool:
        """Whether a party only hands on what others give: the Red Cross."""
        actor = self._actors.get(party)
        return actor is not None and bool(WORDS["passing"] & set(actor.name.lower().split()))

    def _body(self, token: int) -> str | None:
        """A body of several words that acts for itself: "the Turkish Red Crescent"."""
        if self._around.tokens[token].upos != "PROPN" or len(self._around.touched(self.name_at(token))) < _SEVERAL:
            return None
        first = next(iter(self._actors_at(token)), None)
        if first is None or self._actors[first].kind != "body" or self._actors[first].of is not None:
            return None
        return first if WORDS["lenders"] & set(self._actors[first].name.lower().split()) or self.passes_on(first) else None

    def _owner(self, token: int) -> str | None:
        around = self._around
        for i in around.children(token):
            word = around.tokens[i]
            cases = {around.words[k] for k in around.children(i)}
            owns = (
                word.relation in ("nmod:poss", "compound", "amod")
                or "'s" in cases
                or (word.relation in ("nmod", "appos") and bool(cases & _OWNING or word.relation == "appos"))
            )
            if owns and (party := self.party(i)) is not None:
                return party
        return None

    def _known(self, token: int) -> str | None:
        """The party of the longest mention around a word; where that is nobody who gives, one that the word alone names."""
        span = self._around.tokens[token].span
        for actor in self._actors_at(token):
            if self._may_give(self._actors[actor]) and (found := self._resolved(actor)) is not None:
                return found
        return self._names.get(span.of(self._around.text).casefold())

    def _actors_at(self, token: int) -> list[str]:
        """The actors of the mentions around a word that end with it or after it, the longest first."""
        span = self._around.tokens[token].span
        at = bisect_right(self._starts, span.start)
        around = [
            (place.start, -place.end, actor)
            for place, actor in self._mentions[max(at - _NEAR, 0) : at]
            # "The World Bank and the Government of Lutria" are two.
            if place.end >= span.end and not (self._actors[actor].kind == "group" and " and " in place.of(self._around.text))
        ]
        # "Vardenia" in "Vardenia's railways" is whose they are.
        is_owner = self._around.words[token + 1 : token + 2] == ("'s",)
        return [actor for _, end, actor in sorted(around) if not is_owner or -end <= span.end or self._actors[actor].of is not None]

    def _resolved(self, actor: str) -> str | None:
        """An actor up to its state; a person to the state that the text says he is of, or nobody."""
        found = self._actors[self._state(actor)]
        if is_office(found):
            return None
        if found.country is None and found.name.casefold() in self._formal:
            return self._formal[found.name.casefold()]
        if found.kind == "person" and not self._may_give(found):
            return self._home(found)
        return self._of_organ(found) or found.id

    def _of_organ(self, actor: Actor) -> str | None:
        """Whose organ a body is by its name, where nothing else tells: "Sund navy" is of Sund, named in the text or not."""
        name = organ_of(actor)
        if name is None:
            return None
        known = self._names.get(name.casefold()) or self._names.get(f"the {name}".casefold())
        if known is not None:
            return known
        of_people = next((state for known, state in self._invented.get(name[:_SHORTEST], ()) if is_adjective(name, known)), None)
        kind: ActorKind = "body" if WORDS["lenders"] & set(name.lower().split()) else "state"
        return of_people or (None if name.endswith(ENDINGS) else self._add(name, kind=kind))

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
        is_named = any(self._is_name(span) for span in actor.mentions) or not actor.mentions
        if actor.kind == "person":
            return actor.role is None and actor.name.isalpha() and actor.name[:1].isupper()
        return actor.kind in _KINDS and (is_named or actor.of is not None)

    def _is_name(self, span: Span) -> bool:
        """Whether words are a name: in capitals behind "the". One word that opens a sentence may be any noun: "Volunteers"."""
        words = without_article(span.of(self._around.text))
        tokens = self._around.touched(span)
        is_noun = len(tokens) == 1 and self._around.tokens[tokens.start].upos == "NOUN"
        return words[:1].isupper() and not (is_noun and self._around.sentence(span.start).start == span.start)

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
        return next((actor for name, actor in self._invented.get(word[:_SHORTEST], ()) if is_adjective(word, name)), None)

    def _unknown(self, token: int) -> str | None:
        """Somebody named nowhere else, who is no place that is known: an actor of that name is added."""
        word = self._around.tokens[token]
        name = word.span.of(self._around.text)
        if (place := self._unmapped.get(token)) is not None and place != word.span:
            return self._add(place.of(self._around.text))
        if not name[:1].isupper() or word.span.start in self._placed or not name.isalpha() or len(name) < _SHORTEST:
            return None
        if (
            name.isupper()
            or name.lower() in _BODIES
            or name.lower() in WORDS["calendar"]
            or (self._is_of_a_person(token) and self._around.words[token - 1] not in _OWNING)
        ):
            return None
        if any(self._is_of_its_name(k) for k in self._around.children(token)):
            return None
        return self._add(name)

    def _is_of_its_name(self, child: int) -> bool:
        """Whether a word below a name is part of it: "Open" of "Open Roof"."""
        word = self._around.tokens[child]
        is_capital = word.span.of(self._around.text)[:1].isupper() and word.span.start not in self._placed
        return word.relation in ("compound", "flat") or (word.relation == "amod" and is_capital)

    def _add(self, name: str, *, words: str = "", kind: ActorKind = "state") -> str:
        """An actor of this name. words: by which the text mentions it, where that is not the name."""
        if name.casefold() in self._formal:
            return self._formal[name.casefold()]
        if name not in self.added:
            found = re.finditer(rf"\b{re.escape(words or name)}\b", self._around.text)
            spans = tuple(Span(start=hit.start(), end=hit.end()) for hit in found)
            self.added[name] = Actor(
                id=content_id([self._document.id, "party to aid", pairs(spans)]),
                name=name, kind=kind, role=None, of=None, country=None, wikidata=None, mentions=spans,
            )  # fmt: skip
        return self.added[name].id

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
            owner = self._actors[actor].of
            if owner is None or owner not in self._actors or is_independent(self._actors[actor], self._actors[owner]):
                break
            actor = owner
        return actor
