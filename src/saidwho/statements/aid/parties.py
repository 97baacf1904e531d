"""Who gives, and who is given to? States where the text lets one tell them, else the bodies themselves."""

from bisect import bisect_right

from saidwho.statements.aid.stages import GIVE
from saidwho.statements.aid.words import STAGE_OF, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Place
from saidwho.types.ids import content_id, pairs

_KINDS = frozenset({"state", "government", "body", "force", "group"})
_TO = frozenset({"for", "to"})
_NEAR = 12
_OWNERS = 5
# where_prec of a place that is a whole country.
_COUNTRY = 6
# Characters between a name and a sum right behind it.
_BETWEEN = 2
# Letters of a name that stands for somebody.
_SHORTEST = 4
# What begins a sentence in capitals and is nobody's name.
_BODIES = frozenset({"police", "parliament", "government", "senate", "congress", "officials", "donors", "cabinet", "army", "minister"})
_HELPING = frozenset({"help", "support", "assist", "aid", "arm", "helping", "supporting", "aiding"})
_GETTERS = frozenset({"received", "receives", "receive", "got", "gets"})
_GIVES = frozenset(
    {"promise", "promised", "promises", "give", "gave", "given", "grant", "granted", "send", "sent", "lend", "lent", "offered"}
)


class Parties:
    """The actors of one report as those who give and are given to."""

    def __init__(self, document: Document, around: Surroundings, actors: tuple[Actor, ...], places: tuple[Place, ...]) -> None:
        self._document, self._around = document, around
        # Those who give or get and are named nowhere as somebody who acts, by name.
        self.added: dict[str, Actor] = {}
        self._actors = {actor.id: actor for actor in actors}
        states = {actor.country: actor.id for actor in reversed(actors) if actor.kind == "state" and actor.country}
        self._names = {actor.name.casefold(): actor.id for actor in reversed(actors) if actor.kind != "outlet"}
        # Where a country is meant as a place, its state is still whom aid is for.
        countries = [(place.span, states[place.country]) for place in places if place.use == "literal" and place.country in states]
        self._placed = {place.span.start for place in places if place.country is not None or place.use == "demonym"}
        self._peoples = {place.span.start: states[place.country] for place in places if place.use == "demonym" and place.country in states}
        self._towns = {place.span.start for place in places if place.where_prec is not None and place.where_prec < _COUNTRY}
        self._mentions = sorted([*((span, actor.id) for actor in actors for span in actor.mentions), *countries])
        self._starts = [span.start for span, _ in self._mentions]

    def donor(self, verb: int) -> str | None:
        """Who does what a verb tells: its subject, in the passive its agent, or whose share or fund it is."""
        around = self._around
        for relation in ("nsubj", "obl:agent"):
            child = around.child(verb, relation)
            if child is not None:
                return self._giver(child)
        by = next((i for i in around.children(verb) if any(around.words[k] == "by" for k in around.children(i))), None)
        passive = around.child(verb, "nsubj:pass")
        if by is not None and (passive is not None or around.tokens[verb].relation in ("acl", "acl:relcl")):
            return self._giver(by)
        if passive is not None:
            return self._giver(passive, owns=True)
        if around.tokens[verb].relation == "conj":
            return self.donor(around.tokens[verb].head)
        # "Parliament voted to release": whose vote it is.
        return self.donor(around.tokens[verb].head) if around.tokens[verb].relation == "xcomp" else None

    def _giver(self, noun: int, *, owns: bool = False) -> str | None:
        """Who a noun is, or whose it is; who sent a convoy, or of what state a plane is. owns: nobody but an owner gives."""
        around = self._around
        owner = self._owner(noun) or (self._described(noun) if around.words[noun] in WORDS["carriers"] | WORDS["aid"] else None)
        if owner is not None:
            return owner
        sent = next((k for k in around.children(noun) if around.tokens[k].relation in ("acl", "acl:relcl")), None)
        if sent is not None and around.words[noun] not in self._names and (by := around.child(sent, "obl:agent", "obl")) is not None:
            found = self._party(by) if any(around.words[k] == "by" for k in around.children(by)) else None
            if found is not None:
                return found
        return None if owns else self._party(noun) or self._named(noun)

    def _described(self, noun: int) -> str | None:
        """The state that an adjective names: "a Saudi plane"."""
        starts = (self._around.tokens[k].span.start for k in self._around.children(noun))
        return next((self._peoples[start] for start in starts if start in self._peoples), None)

    def source(self, tokens: range) -> str | None:
        """From whom something is: "a gift from Japan", "got generators from Lutria"."""
        around = self._around
        for i in tokens:
            if self._is_proper(i) and any(around.words[k] in ("from", "by") for k in around.children(i)):
                party = None if around.tokens[i].span.start in self._towns else self._party(i) or self._named(i)
                if party is not None:
                    return party
        nouns = (i for i in tokens if around.words[i] in WORDS["aid"] | WORDS["carriers"])
        return next((state for i in nouns if (state := self._described(i)) is not None), None)

    def _named(self, token: int) -> str | None:
        """Somebody named nowhere else, who is no place that is known: an actor of that name is added."""
        word = self._around.tokens[token]
        name = word.span.of(self._around.text)
        if word.upos != "PROPN" or not name[:1].isupper() or word.span.start in self._placed or not name.isalpha() or len(name) < _SHORTEST:
            return None
        if (
            name.isupper()
            or name.lower() in _BODIES
            or any(self._around.tokens[k].relation in ("compound", "flat") for k in self._around.children(token))
        ):
            return None
        if name not in self.added:
            spans = tuple(t.span for t in self._around.tokens if t.span.of(self._around.text) == name)
            self.added[name] = Actor(
                id=content_id([self._document.id, "party to aid", pairs(spans)]),
                name=name, kind="state", role=None, of=None, country=None, wikidata=None, mentions=spans,
            )  # fmt: skip
        return self.added[name].id

    def lender(self, verb: int) -> str | None:
        """With whom a contract for a loan is signed."""
        around = self._around
        beside = (i for i in around.children(verb) if any(around.words[k] == "with" for k in around.children(i)))
        return next((party for i in beside if (party := self._party(i))), None)

    def before(self, figure: Span, sentence: Span) -> str | None:
        """The state or body named last before a sum, with no other sum between: "and the United States $191 million"."""
        at = bisect_right(self._starts, figure.start) - 1
        while at >= 0 and self._mentions[at][0].start >= sentence.start:
            span, actor = self._mentions[at]
            if span.end <= figure.start and figure.start - span.end <= _BETWEEN:
                return self._state(actor) if self._actors[actor].kind in ("state", "government") else None
            at -= 1
            if figure.start - span.end > _NEAR:
                break
        return None

    def recipient(self, tokens: range, *, donor: str | None) -> str | None:
        """Whom aid is for, by the first "for" or "to" before somebody who is not the donor, or by whom a verb names as given to."""
        around = self._around
        for i in tokens:
            relation, above = around.tokens[i].relation, around.words[around.tokens[i].head]
            cases = {around.words[k] for k in around.children(i) if around.tokens[k].relation == "case"}
            marked = bool(cases & _TO) and relation in ("nmod", "obl", "conj", "advcl", "obj", "iobj")
            given = relation in ("obj", "iobj") and (above in _GIVES | GIVE | _HELPING or (relation == "iobj" and above in STAGE_OF))
            if (given or marked) and (party := self._goal(i, donor)) is not None:
                return party
        return None

    def _goal(self, token: int, donor: str | None) -> str | None:
        """Whom a word behind "for" or "to" names: somebody, whose it is, or in whose country: "the camps in Jordan"."""
        around = self._around
        if self._is_proper(token):
            party = None if around.tokens[token].span.start in self._towns else self._party(token) or self._named(token)
        else:
            inside = [k for k in around.children(token) if around.tokens[k].relation in ("nmod", "obl") and self._is_proper(k)]
            inside = [k for k in inside if any(around.words[c] in ("of", "in") for c in around.children(k))]
            party = self._owner(token) or next((p for k in inside if self._is_country(k) and (p := self._party(k))), None)
        return party if party != donor else None

    def _is_country(self, token: int) -> bool:
        return self._around.tokens[token].span.start not in self._towns

    def is_given_to(self, tokens: range) -> bool:
        """Whether something goes to somebody by name who is no town: "to Kastria", also where nobody knows who that is."""
        around = self._around
        named = (i for i in tokens if self._is_proper(i) and around.tokens[i].span.start not in self._towns)
        return any(around.words[k] in _TO for i in named for k in around.children(i) if around.tokens[i].relation in ("obl", "nmod"))

    def _is_proper(self, token: int) -> bool:
        return self._around.tokens[token].upos == "PROPN"

    def _party(self, token: int, *, owns: bool = False) -> str | None:
        """The actor that a word names, up to its state."""
        span = self._around.tokens[token].span
        if self._around.words[token] == "we":
            meant = self._meant(span)
            return self._state(meant) if meant is not None else None
        actor = self._actor_at(token, shortest=owns)
        if actor is None or not self._may_give(self._actors[actor]):
            return self._names.get(span.of(self._around.text).casefold())
        return self._state(actor)

    def _may_give(self, actor: Actor) -> bool:
        """A state that nobody knows may have been taken for a person; a person is rarely known by one name alone."""
        return actor.kind in _KINDS or (actor.kind == "person" and actor.role is None and actor.name.isalpha() and actor.name[:1].isupper())

    def _owner(self, token: int) -> str | None:
        """Whose a thing is: "the European Union's share"."""
        for i in self._around.children(token):
            word = self._around.tokens[i]
            owns = word.relation in ("nmod:poss", "nmod", "compound") or any(
                self._around.words[k] == "'s" for k in self._around.children(i)
            )
            if word.upos == "PROPN" and owns and (party := self._party(i, owns=True)) is not None:
                return party
            if word.upos == "PRON" and owns and (meant := self._meant(word.span)) is not None:
                return self._state(meant)
        return None

    def _meant(self, pronoun: Span) -> str | None:
        """The actor that a pronoun stands for."""
        at = bisect_right(self._starts, pronoun.start) - _NEAR
        return next((actor for span, actor in self._mentions[max(at, 0) : at + _NEAR] if span == pronoun), None)

    def _is_independent(self, actor: Actor, owner: Actor) -> bool:
        """Whether a body gives on its own: an agency or bank of a body of states, other than its commission."""
        return actor.kind == "body" and owner.kind == "body" and "Commission" not in actor.name

    def _actor_at(self, token: int, *, shortest: bool = False) -> str | None:
        """The actor of the longest mention around a word that ends with it or shortly after."""
        span = self._around.tokens[token].span
        at = bisect_right(self._starts, span.start)
        around = [(place.start, -place.end, actor) for place, actor in self._mentions[max(at - _NEAR, 0) : at] if place.end >= span.end]
        if shortest:
            around.sort(key=lambda found: -found[1] - found[0])
            return around[0][2] if around else None
        return min(around)[2] if around else None

    def _state(self, actor: str) -> str:
        """The actor that this one belongs to in the end."""
        for _ in range(_OWNERS):
            owner = self._actors[actor].of
            if owner is None or owner not in self._actors or self._is_independent(self._actors[actor], self._actors[owner]):
                break
            actor = owner
        return actor
