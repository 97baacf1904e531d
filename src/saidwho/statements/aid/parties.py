"""Who gives, and who is given to? States where the text lets one tell them, else the bodies themselves."""

from bisect import bisect_right

from saidwho.statements.aid.words import STAGE_OF
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Actor, Place

_KINDS = frozenset({"state", "government", "body", "force", "group"})
_TO = frozenset({"for", "to"})
_NEAR = 12
_OWNERS = 5
# where_prec of a place that is a whole country.
_COUNTRY = 6
# Characters between a name and a sum right behind it.
_BETWEEN = 2
_GIVES = frozenset(
    {"promise", "promised", "promises", "give", "gave", "given", "grant", "granted", "send", "sent", "lend", "lent", "offered"}
)


class Parties:
    """The actors of one report as those who give and are given to."""

    def __init__(self, around: Surroundings, actors: tuple[Actor, ...], places: tuple[Place, ...]) -> None:
        self._around = around
        self._actors = {actor.id: actor for actor in actors}
        states = {actor.country: actor.id for actor in reversed(actors) if actor.kind == "state" and actor.country}
        self._names = {actor.name.casefold(): actor.id for actor in reversed(actors) if actor.kind != "outlet"}
        # Where a country is meant as a place, its state is still whom aid is for.
        countries = [(place.span, states[place.country]) for place in places if place.use == "literal" and place.country in states]
        self._towns = {place.span.start for place in places if place.where_prec is not None and place.where_prec < _COUNTRY}
        self._mentions = sorted([*((span, actor.id) for actor in actors for span in actor.mentions), *countries])
        self._starts = [span.start for span, _ in self._mentions]

    def donor(self, verb: int) -> str | None:
        """Who does what a verb tells: its subject, in the passive its agent, or whose share or fund it is."""
        around = self._around
        for relation in ("nsubj", "obl:agent"):
            child = around.child(verb, relation)
            if child is not None:
                return self._owner(child) or self._party(child)
        passive = around.child(verb, "nsubj:pass")
        if passive is not None:
            return self._owner(passive)
        # "Parliament voted to release": whose vote it is.
        return self.donor(around.tokens[verb].head) if around.tokens[verb].relation == "xcomp" else None

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
            relation = around.tokens[i].relation
            marked = any(around.words[k] in _TO and around.tokens[k].relation == "case" for k in around.children(i))
            given = relation == "obj" and around.words[around.tokens[i].head] in _GIVES
            given = given or (relation == "iobj" and around.words[around.tokens[i].head] in _GIVES | STAGE_OF.keys())
            if given or (marked and relation in ("nmod", "obl", "conj")):
                party = self._party(i)
                if party is not None and party != donor and self._is_proper(i):
                    return party
        return None

    def is_given_to(self, tokens: range) -> bool:
        """Whether something goes to somebody by name who is no town: "to Kastria", also where nobody knows who that is."""
        around = self._around
        named = (i for i in tokens if self._is_proper(i) and around.tokens[i].span.start not in self._towns)
        return any(around.words[k] in _TO for i in named for k in around.children(i) if around.tokens[i].relation in ("obl", "nmod"))

    def _is_proper(self, token: int) -> bool:
        return self._around.tokens[token].upos == "PROPN"

    def _party(self, token: int) -> str | None:
        """The actor that a word names, up to its state."""
        actor = self._actor_at(token)
        span = self._around.tokens[token].span
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
            if word.upos == "PROPN" and owns and (party := self._party(i)) is not None:
                return party
            if word.upos == "PRON" and owns and (meant := self._meant(word.span)) is not None:
                return self._state(meant)
        return None

    def _meant(self, pronoun: Span) -> str | None:
        """The actor that a pronoun stands for."""
        at = bisect_right(self._starts, pronoun.start) - _NEAR
        return next((actor for span, actor in self._mentions[max(at, 0) : at + _NEAR] if span == pronoun), None)

    def _actor_at(self, token: int) -> str | None:
        """The actor of the longest mention around a word that ends with it or shortly after."""
        span = self._around.tokens[token].span
        at = bisect_right(self._starts, span.start)
        around = [(place.start, -place.end, actor) for place, actor in self._mentions[max(at - _NEAR, 0) : at] if place.end >= span.end]
        return min(around)[2] if around else None

    def _state(self, actor: str) -> str:
        """The actor that this one belongs to in the end."""
        for _ in range(_OWNERS):
            owner = self._actors[actor].of
            if owner is None or owner not in self._actors:
                break
            actor = owner
        return actor
