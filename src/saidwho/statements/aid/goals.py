"""Whom is something given to? Whom a verb of giving names, who stands behind "to" or "for", whose people it is for."""

from collections.abc import Iterator

from saidwho.statements.aid.marks import SUBJECTS, Marks, is_given
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.verbs import GIVE, Verb
from saidwho.statements.aid.words import GETTERS, GETTING_PHRASES, STAGE_OF, WORDS, forms_of
from saidwho.statements.surroundings import Surroundings

_TO = frozenset({"for", "to", "into", "towards", "toward", "upon"})
# What stands behind these is nobody's to whom something goes, though it be "to" somewhere: "after a visit to the border".
_ELSEWHERE = frozenset({"by", "with", "against", "from", "after", "before", "during", "following", "since", "through", "via"})
_FROM_ABOVE = ("airdrop", "drop", "parachut")
_ON_THE_WAY = frozenset({"through", "via"})
_BESIDE = frozenset({"near", "off", "outside", "around"})
_FUNDS = frozenset(
    {"fund", "funds", "charity", "charities", "agency", "agencies", "foundation", "programme", "initiative", "plan", "scheme", "project"}
)
_ORDERS = frozenset({"contract", "contracts", "order", "orders", "deal", "licence"})
_AWARDING = forms_of("award") | forms_of("give") | forms_of("hand") | forms_of("place")
# Behind these verbs "to" tells of nobody to whom something goes.
_UNMOVED = frozenset(form for word in ("refer", "respond", "react", "object", "listen", "compare") for form in forms_of(word)) | {
    "belonged"
}
_FORCES = frozenset({"army", "navy", "forces", "military", "brigades"})
# Those whom a state pays at home.
_AT_HOME = frozenset({
    "farmers", "miners", "pensioners", "households", "taxpayers", "businesses", "companies", "firms", "exporters", "motorists", "fishermen",
    "veterans", "employees", "employers", "industry", "industries", "voters", "tenants", "homeowners",
})  # fmt: skip
_ITS = frozenset({"its", "their"})
_HOLDERS = frozenset({"have", "take", "obtain"})
# Between a people and whose it is: "the camps in Dahmar", "Gaza's hospitals".
_WHOSE = frozenset({"'s", "in", "of"})
# Verbs behind which "to" tells the way and "for" for whom.
_CARRYING = frozenset(
    form for word in ("fly", "ship", "airlift", "transport", "dispatch", "send", "drive", "rush", "bring") for form in forms_of(word)
)
# The weights of goals up to which nobody need be meant.
_WEAK = 2
# Above it a verb itself names who is given to.
_NAMED = 3


_WATERS = frozenset({"gulf", "bay", "strait", "straits", "sea", "ocean"})


class Goals:
    """Whom things are for in the sentences of one text."""

    def __init__(self, around: Surroundings, parties: Parties) -> None:
        self._around, self._parties, self._marks = around, parties, Marks(around)

    def recipient(self, tokens: range, *, donor: str | None) -> str | None:
        """Whom something in a part of a sentence is for: the best marked, of those the first."""
        best, most = None, 0
        for i in tokens:
            weight = self._goal(i)
            party = self._meant(i, weight)
            if self._is_flown_for(i, weight):
                weight = _NAMED + 1
            if weight > most and party not in (None, donor) and not self._parties.passes_on(party or ""):
                best, most = party, weight
        return best

    def _is_flown_for(self, token: int, weight: int) -> bool:
        """ "Flew tents to Egypt for the people of Gaza": what is carried somewhere for somebody is for him."""
        if weight <= _WEAK or self._marks.case(self._marks.chain(token)[0][-1]) != "for":
            return False
        verb = self._marks.verb_above(token)
        return verb is not None and self._around.words[verb] in _CARRYING

    def is_for_own(self, tokens: range, donor: str) -> bool:
        """Whether a sentence says that something is for the own people of whoever gives: "for the Danish navy", "in Danish towns"."""
        around = self._around
        own = [i for i in tokens if around.tokens[i].relation == "amod" and self._goal(i) > _WEAK]
        # "For the training of its officers".
        its = (i for i in tokens if around.tokens[i].relation == "nmod:poss" and around.words[i] in _ITS and self._goal(i) > _WEAK)
        is_its = any(around.words[around.tokens[i].head] in WORDS["people"] | _FORCES for i in its)
        # "For farmers hit by drought": no other state has them.
        is_home = self.is_at_home(tokens)
        return is_its or is_home or any(donor in (self._parties.of_people(i), self._parties.party(i)) for i in own)

    def is_at_home(self, tokens: range) -> bool:
        """ "Raise payments to miners": whoever is behind "to" or "for" lives by what he does in the country itself."""
        behind = (i for i in tokens if self._around.words[i] in _AT_HOME and self._around.tokens[i].upos == "NOUN")
        return any({"to", "for"} & {self._around.words[k] for k in self._around.children(i)} for i in behind)

    def goal(self, tokens: range) -> str | None:
        """Whom a sentence names plainly as whom something is for."""
        found = (self._meant(i, weight) for i in tokens if (weight := self._goal(i)) > _WEAK and self._around.tokens[i].upos != "PRON")
        return next((party for party in found if party is not None and not self._parties.passes_on(party)), None)

    def names_state(self, tokens: range) -> bool:
        """Whether a sentence names a state plainly as whom something is for; "the Gulf" and "the strait of Orno" are none."""
        found = ((i, self._meant(i, weight)) for i in tokens if (weight := self._goal(i)) > _WEAK)
        return any(
            self._parties.country(party) is not None or (self._parties.is_state(party) and self._around.words[i - 1] not in ("the", "of"))
            for i, party in found
            if party is not None
        )

    def given(self, tokens: range) -> str | None:
        """Whom a verb itself names as whom it gives to."""
        found = (self._meant(i, weight) for i in tokens if (weight := self._goal(i)) > _NAMED)
        return next((party for party in found if party is not None), None)

    def _meant(self, token: int, weight: int) -> str | None:
        """Whom a word names as whom something is for: a party, or the state of a capital or a town itself where it is plainly for it."""
        party = self._parties.party(token)
        if party is None and weight > _WEAK:
            party = self._parties.state_of_seat(token) or self._parties.state_of_office(token) or self._parties.state_of_place(token)
        return party or (self._parties.town(token) if weight > _NAMED else None)

    def reached(self, tokens: range) -> str | None:
        """The state of the place that things come to by a sentence: "a convoy reached Kharkiv"."""
        places = ((i, weight) for i in tokens if (weight := self._goal(i)))
        found = (self._parties.state_of_place(i) or (self._parties.place_itself(i) if weight > _WEAK else None) for i, weight in places)
        return next((party for party in found if party is not None), None)

    def first(self, tokens: range) -> str | None:
        """The first party that a sentence names."""
        found = (self._parties.party(i) for i in tokens if self._around.tokens[i].upos != "PRON" and not self._marks.is_of_dateline(i))
        return next((party for party in found if party is not None), None)

    def subject(self, tokens: range) -> str | None:
        """The party that is the subject of a sentence, where it names no other."""
        named = {party for i in tokens if self._around.tokens[i].upos == "PROPN" and (party := self._parties.party(i)) is not None}
        subjects = (i for i in tokens if self._around.tokens[i].relation in SUBJECTS and self._around.tokens[i].upos == "PROPN")
        found = next((party for i in subjects if (party := self._parties.party(i)) is not None), None) if len(named) == 1 else None
        return found if self._parties.country(found) is not None else None

    def ruling(self, tokens: range) -> str | None:
        """Of which state a sentence names an office last: "parliament in Norvale", "Norvale's cabinet"."""
        offices = (i for i in reversed(tokens) if self._around.words[i] in WORDS["offices"] - _FORCES)
        owners = (party for i in offices if (party := self._parties.whose(i)) is not None)
        return next((party for party in owners if self._parties.may_rule(party) and self._parties.is_state(party)), None)

    def all(self, tokens: range, *, apart: frozenset[int]) -> Iterator[str]:
        """The parties that a sentence names, but for those from whom something comes. apart: words that are left out."""
        for i in tokens:
            is_beside = self._marks.own_case(i) in _BESIDE | {"from"} or bool(self._marks.chain(i)[1] & _ON_THE_WAY)
            party = None if i in apart or is_beside or self._marks.is_of_dateline(i) else self._parties.party(i)
            # "Told Norrpress": an outlet that nobody knows.
            if party is not None and not (self._parties.is_told(i) and self._parties.country(party) is None):
                yield party

    def is_agent(self, token: int) -> bool:
        """Whether a word stands behind "by" or "from"."""
        return self._around.tokens[token].upos in ("PROPN", "NOUN") and self._marks.case(token) in ("by", "from")

    def goes_to_pronoun(self, tokens: range) -> bool:
        """ "Brought them 30 tonnes": whom something is for was named before."""
        return any(self._around.words[i] in ("it", "them", "him", "her") and self._goal(i) > _WEAK for i in tokens)

    def goes_to(self, tokens: range) -> bool:
        """Whether something goes to somebody or to a place by name, also where nobody knows which, or a verb has whom it gives to."""
        around = self._around
        proper = (i for i in tokens if around.tokens[i].upos == "PROPN")
        is_given_to = any(around.tokens[i].relation == "iobj" and around.words[around.tokens[i].head] in GIVE for i in tokens)
        return is_given_to or any(self._goal(i) for i in proper)

    def _goal(self, token: int) -> int:  # noqa: PLR0911
        """How plainly a word stands for whom something goes to; 0 where it does not.

        4: given by a verb itself ("give Kastria"), or who received it. 3: behind "for" or "to", itself or whose people it is of.
        2: whose the people given to are ("give Ukrainian hospitals"), who can have it. 1: into which country it comes.
        """
        around = self._around
        tops, cases = self._marks.chain(token)
        relation, top = around.tokens[tops[-1]].relation, tops[-1]
        verb = around.words[around.tokens[top].head]
        is_giving = verb in GIVE or verb in WORDS["helping"] or verb in WORDS["give_to"]
        # "Profits from assets for arms for Kastria".
        elsewhere = _ELSEWHERE - ({"from", "with"} if self._marks.own_case(token) == "for" else set())
        if Verb.at(around, around.tokens[top].head).brings_aid_to_a_sum or self._marks.is_of_dateline(token):
            return 0
        # "To the Gulf of Pern": waters get nothing, and the land that they are called by neither.
        if any(around.words[i] in _WATERS for i in tops):
            return 0
        if self._is_of_the_aid(token) or cases & elsewhere or self._passes_on(tops) or self._is_beside(tops):
            return 0
        if (self._is_to_make(around.tokens[top].head) or verb in _UNMOVED) and "for" not in cases:
            return 0
        if self._is_right_behind_giving(token) or (len(tops) == 1 and self._is_given_to(top, cases, is_giving=is_giving)):
            return 4
        is_at_disposal = "of" in cases and any(around.words[i] == "disposal" for i in tops)
        if is_at_disposal or (cases & _TO and not self._is_according(tops)):
            # "To a British fund for Kastria": the fund is for somebody else.
            is_funds = around.tokens[token].relation == "amod" and around.words[around.tokens[token].head] in _FUNDS
            return 2 if is_funds else 3
        if is_giving and not cases - _WHOSE and (relation == "iobj" or (relation == "obj" and not self._is_thing(top))):
            return 2
        if relation in SUBJECTS and self._gets(top, relation, is_alone=len(tops) == 1, is_giving=is_giving):
            return 4
        if relation in SUBJECTS and verb in _HOLDERS and around.tokens[around.tokens[top].head].relation != "root":
            return 2
        if not cases - _WHOSE - {"across"} and self._is_purpose(around.tokens[top].head):
            return 3
        if relation == "obj" and verb in WORDS["reaching"] and not cases:
            # "Reached Kastrian units": whose they are.
            return 1 if len(tops) == 1 else 2 if around.tokens[token].relation == "amod" and len(tops) == 2 else 0
        if "over" in cases and relation == "obl" and verb.startswith(_FROM_ABOVE):
            return 3
        is_itself = all(around.tokens[i].relation in ("flat", "compound") for i in tops[:-1])
        return 1 if cases & {"in", "of", "into", "at"} and relation == "obl" and verb in WORDS["coming"] and is_itself else 0

    def _is_of_the_aid(self, token: int) -> bool:
        """ "A halt to American aid": whose the aid is."""
        word = self._around.tokens[token]
        return word.relation == "amod" and self._around.words[word.head] in WORDS["aid"] and self._marks.case(token) == "to"

    def _is_given_to(self, noun: int, cases: set[str], *, is_giving: bool) -> bool:
        """Whether a noun stands by itself for whom a verb gives to: "give Kastria", "promised Kastria", "let Kastria have 30 boats"; the
        name of a thing is the thing: "sent the hospital ship Freya"."""
        around, relation, head = self._around, self._around.tokens[noun].relation, self._around.tokens[noun].head
        if around.tokens[noun].upos == "PROPN" and around.words[noun - 1] in WORDS["carriers"] | WORDS["materiel"]:
            return False
        if is_giving and relation in ("obj", "iobj", "compound") and not cases:
            return True
        is_let = around.words[head] == "let" and relation == "obj" and around.child(head, "xcomp") is not None
        return is_let or (relation == "iobj" and around.words[head] in STAGE_OF)

    def _is_beside(self, tops: list[int]) -> bool:
        """ "For Marovia's neighbour": somebody else."""
        around = self._around
        owned = (i for i in tops if around.tokens[i].relation == "nmod:poss" and around.tokens[i].upos != "PRON")
        return any(around.words[around.tokens[i].head] in WORDS["beside"] for i in owned)

    def _gets(self, subject: int, relation: str, *, is_alone: bool, is_giving: bool) -> bool:
        """Whether what a verb tells is that its subject gets something."""
        verb = self._around.tokens[subject].head
        is_offered = relation == "nsubj:pass" and is_giving and self._is_offered_money(subject)
        has_got = relation == "nsubj" and self._has_got(verb)
        return (is_alone and (is_offered or has_got)) or self._around.words[verb] in GETTERS or self._takes(verb)

    def _is_offered_money(self, subject: int) -> bool:
        """ "Armenia has been offered 36 million euros": the sum right behind the verb is what is given."""
        verb = self._around.tokens[subject].head
        return self._around.words[verb + 1 : verb + 2] != () and self._around.tokens[verb + 1].upos in ("NUM", "SYM") and subject < verb

    def _is_to_make(self, verb: int) -> bool:
        """ "Awarded a company a contract": it is to make what somebody else gets."""
        around = self._around
        objects = (k for k in around.children(verb) if around.tokens[k].relation == "obj")
        return around.words[verb] in _AWARDING and any(around.words[k] in _ORDERS for k in objects)

    def _has_got(self, verb: int) -> bool:
        """ "Acknowledged having received the loan": whoever says so got it."""
        around = self._around
        below = (k for k in around.children(verb) if around.tokens[k].relation in ("xcomp", "ccomp", "advcl") and k > verb)
        return any(around.words[k] in GETTERS and around.child(k, "nsubj") is None for k in below)

    def _takes(self, verb: int) -> bool:
        """ "Took delivery of two boats"."""
        return any((self._around.words[verb], self._around.words[k]) in GETTING_PHRASES for k in self._around.children(verb))

    def _is_right_behind_giving(self, token: int) -> bool:
        """ "Sent Marovia radars": a name right behind a verb of giving, though the parser took it for a part of what is given."""
        around = self._around
        before = token - 2 if token and around.words[token - 1] == "the" else token - 1
        if before < 0 or around.tokens[token].upos != "PROPN" or around.tokens[token].relation in SUBJECTS:
            return False
        if around.words[token + 1 : token + 2] == ("'s",):
            return False
        is_verb = around.tokens[before].upos == "VERB" and around.tokens[before].relation != "amod"  # "France's promised Mirage jets".
        return is_verb and around.words[before] in GIVE | WORDS["give_to"]

    def _is_purpose(self, verb: int) -> bool:
        """Whether a verb says what something is given for: "for demining in Kastria", "to house refugees in Lebanon"."""
        around = self._around
        is_below = around.tokens[verb].upos == "VERB" and around.tokens[verb].relation in ("acl", "advcl")
        marked = any(around.words[k] in ("to", "for") and k < verb for k in around.children(verb))
        return is_below and marked and around.words[verb] not in GIVE

    def _is_thing(self, noun: int) -> bool:
        return is_given(self._around, noun) or self._around.child(noun, "nummod") is not None

    def _passes_on(self, tops: list[int]) -> bool:
        return any(self._around.words[i] in WORDS["passing"] for i in tops)

    def _is_according(self, tops: list[int]) -> bool:
        return any(self._around.words[i - 1] in ("according", "thanks", "due") for top in tops for i in self._marks.cases(top))
