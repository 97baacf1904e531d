"""Who gives, and to whom, by what one verb or noun tells?

First by the syntax. Where a parse leaves nobody, by the order of words: whoever is named before the verb and stands behind no "to",
"for" or "in" gives; whoever stands behind "to" or "for" is given to.
"""

from collections.abc import Iterator

from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.stages import GIVE
from saidwho.statements.aid.words import STAGE_OF, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span

_TO = frozenset({"for", "to", "into", "towards", "toward"})
_AWAY = frozenset({"to", "for", "in", "into", "at", "near", "on", "with", "between", "against", "than", "after", "of", "via", "from"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON", "SYM"})
_SUBJECTS = ("nsubj", "nsubj:pass")
# What stands behind these is nobody's to whom something goes, though it be "to" somewhere: "after a visit to the border".
_ELSEWHERE = frozenset({"by", "with", "against", "from", "after", "before", "during", "following", "since"})
_GETTERS = frozenset({"received", "receives", "receive", "got", "gets", "get", "receiving"})
_HOLDERS = frozenset({"have", "take", "obtain"})
# Between a people and whose it is: "the camps in Dahmar", "Gaza's hospitals".
_WHOSE = frozenset({"'s", "in", "of"})
_HEADS = 6
# The weights of goals up to which nobody need be meant.
_WEAK = 2
# Letters of a name that is written in capitals everywhere: "UN", "USA", "NATO".
_INITIALS = 4
# Characters between a name and a sum right behind it.
_BETWEEN = 2


class Roles:
    """Who gives and who gets in the sentences of one text."""

    def __init__(self, around: Surroundings, parties: Parties) -> None:
        self._around, self._parties = around, parties

    def donor(self, act: int, tokens: range) -> str | None:
        """Who does what a verb or noun tells."""
        if self._around.words[act] in _GETTERS:
            got = self._around.child(act, "obj")
            return self.source(tokens) or (self._parties.whose(got) if got is not None else None)
        if self._around.tokens[act].upos == "NOUN":
            return self._parties.whose(act) or self._agent(act, tokens, "by") or self._agent(act, tokens, "from")
        if self._around.words[act] in ("left", "leaves") and (left := self._around.child(act, "obj")) is not None:
            return self._parties.party(left)
        return self._subject(act) or self._agent(act, tokens, "by") or self._in_order(act, tokens) or self._agent(act, tokens, "from")

    def _subject(self, verb: int) -> str | None:
        """The subject of a verb, or of the verb that it hangs on: "decided to give", "voted to release"."""
        around = self._around
        for _ in range(_HEADS):
            active, passive = around.child(verb, "nsubj"), around.child(verb, "nsubj:pass")
            if active is not None and around.words[active] not in ("that", "which", "who"):
                return self._giver(active)
            if passive is not None:
                return self._agent_of(verb) or (self._giver(passive) if self._is_given(passive) else None)
            relation = around.tokens[verb].relation
            if relation.startswith("acl"):
                found = self._agent_of(verb)
                return found or (self._parties.whose(around.tokens[verb].head) if relation == "acl:relcl" and active is not None else None)
            head = around.tokens[verb].head
            if relation not in ("conj", "xcomp", "advcl", "ccomp") or head == verb or around.words[head] in WORDS["saying"]:
                return None
            verb = head
        return None

    def _is_given(self, noun: int) -> bool:
        return self._around.words[noun] in WORDS["aid"] | WORDS["carriers"] | WORDS["materiel"]

    def _giver(self, noun: int) -> str | None:
        """Who a noun is, or whose it is; who sent a convoy, or of what state a plane is."""
        around = self._around
        if self._is_given(noun):
            sent = [k for k in around.children(noun) if around.tokens[k].relation.startswith("acl")]
            agents = (agent for k in sent if (agent := self._agent_of(k)) is not None)
            return next(agents, None) or self._parties.whose(noun) or self._from(noun)
        return self._parties.whose(noun)

    def _from(self, noun: int) -> str | None:
        around = self._around
        below = (i for i in around.children(noun) if {"from", "by", "of"} & {around.words[k] for k in around.children(i)})
        return next((party for i in below if (party := self._parties.party(i)) is not None), None)

    def _agent_of(self, verb: int) -> str | None:
        around = self._around
        below = (i for i in around.children(verb) if any(around.words[k] == "by" for k in around.children(i)))
        return next((party for i in below if (party := self._parties.whose(i)) is not None), None)

    def _agent(self, act: int, tokens: range, word: str) -> str | None:
        """Whoever stands behind "by" or "from", behind an act."""
        behind = [i for i in range(act, tokens.stop) if self._verb_above(i) in (act, None) or act in self._around.ancestors(i)]
        return next((p for i in behind if self._case(i) == word and (p := self._parties.whose(i))), None)

    def _verb_above(self, token: int) -> int | None:
        return next((i for i in self._around.ancestors(token) if self._around.tokens[i].upos == "VERB"), None)

    def _in_order(self, act: int, tokens: range) -> str | None:
        """The first party before a verb that does not stand behind "to", "for" or "in", and says nothing."""
        for i in range(tokens.start, act):
            of_office = self._case(i) == "of" and self._around.words[self._around.tokens[i].head] in WORDS["offices"]
            if (of_office or self._case(i) not in _AWAY) and not self._is_saying(i, act) and not self._is_of_dateline(i):
                party = self._parties.party(i)
                if party is not None and self._around.tokens[i].upos != "PRON":
                    return party
        return None

    def _is_saying(self, token: int, act: int) -> bool:
        """Whether somebody is named as who tells it, before what is told."""
        above = self._verb_above(token)
        return above is not None and above < act and self._around.words[above] in WORDS["saying"]

    def _is_of_dateline(self, token: int) -> bool:
        """A town in capitals, or an agency in brackets."""
        word = self._around.tokens[token].span.of(self._around.text)
        return (word.isupper() and len(word) > _INITIALS) or (token > 0 and self._around.words[token - 1] == "(")

    def source(self, tokens: range) -> str | None:
        """From whom something is: "a gift from Japan", "paid for by Norvale", "a Saudi plane"."""
        for word in ("by", "from"):
            found = (self._parties.whose(i) for i in tokens if self._case(i) == word and (word == "from" or self._is_paid(i)))
            if (party := next((p for p in found if p is not None), None)) is not None:
                return party
        nouns = (i for i in tokens if self._around.words[i] in WORDS["aid"] | WORDS["carriers"])
        return next((party for i in nouns if (party := self._parties.whose(i)) is not None), None)

    def _is_paid(self, token: int) -> bool:
        """Whether somebody behind "by" is who gives or pays."""
        above = self._verb_above(token)
        return (
            above is None
            or self._around.words[above] in GIVE
            or self._around.words[above] in STAGE_OF
            or (self._around.words[above] in WORDS["paid"])
        )

    def lender(self, verb: int) -> str | None:
        """With whom a contract for a loan is signed."""
        around = self._around
        subject = around.child(verb, "nsubj")
        if subject is None or any(around.words[i] in WORDS["lenders"] for i in around.touched(self._parties.name_at(subject))):
            return None
        beside = (i for i in around.children(verb) if any(around.words[k] == "with" for k in around.children(i)))
        return next((party for i in beside if (party := self._parties.whose(i)) is not None), None)

    def borrower(self, verb: int) -> str | None:
        """Who signs it."""
        subject = self._around.child(verb, "nsubj")
        return self._parties.whose(subject) if subject is not None else None

    def before(self, figure: Span, tokens: range) -> str | None:
        """The party named right before a sum: "and the United States $191 million", "Sweden, 150 million"."""
        inside = self._around.touched(figure)
        before = range(max(tokens.start, inside.start - 2), inside.start)
        for i in reversed(before):
            party = self._parties.party(i) if self._around.tokens[i].upos != "PRON" else None
            if party is not None and figure.start - self._around.tokens[i].span.end <= _BETWEEN and self._own_case(i) not in _AWAY - {"of"}:
                return party
        return None

    def by(self, tokens: range) -> str | None:
        """Who stands behind "by" in a part of a sentence: "and 40 million by Qatar"."""
        return next((p for i in tokens if self._case(i) == "by" and (p := self._parties.whose(i))), None)

    def recipient(self, tokens: range, *, donor: str | None) -> str | None:
        """Whom something in a part of a sentence is for: the best marked, of those the first."""
        best, most = None, 0
        for i in tokens:
            weight = self._goal(i)
            if weight > most and (party := self._parties.party(i)) not in (None, donor) and not self._parties.passes_on(party or ""):
                best, most = party, weight
        return best

    def goal(self, tokens: range) -> str | None:
        """Whom a sentence names plainly as whom something is for."""
        found = (self._parties.party(i) for i in tokens if self._goal(i) > _WEAK and self._around.tokens[i].upos != "PRON")
        return next((party for party in found if party is not None), None)

    def first(self, tokens: range) -> str | None:
        """The first party that a sentence names."""
        found = (self._parties.party(i) for i in tokens if self._around.tokens[i].upos != "PRON" and not self._is_of_dateline(i))
        return next((party for party in found if party is not None), None)

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

        4: given by a verb itself ("give Kastria"). 3: behind "for" or "to", itself or whose people it is of. 2: whose the people
        given to are ("give Ukrainian hospitals"), who can have it. 1: into which country it comes.
        """
        around = self._around
        tops, cases = self._chain(token)
        relation, top = around.tokens[tops[-1]].relation, tops[-1]
        verb = around.words[around.tokens[top].head]
        is_giving = verb in GIVE or verb in WORDS["helping"] or verb in WORDS["give_to"]
        if cases & _ELSEWHERE or self._passes_on(tops):
            return 0
        if is_giving and relation in ("obj", "iobj", "compound") and len(tops) == 1 and not cases:
            return 4
        if self._is_right_behind_giving(token):
            return 4
        if relation == "iobj" and verb in STAGE_OF and len(tops) == 1:
            return 4
        if cases & _TO and not self._is_according(tops):
            return 3
        if is_giving and not cases - _WHOSE and (relation == "iobj" or (relation == "obj" and not self._is_thing(top))):
            return 2
        if relation in _SUBJECTS and verb in _GETTERS:
            return 4
        if relation in _SUBJECTS and verb in _HOLDERS and around.tokens[around.tokens[top].head].relation != "root":
            return 2
        if not cases - _WHOSE - {"across"} and self._is_purpose(around.tokens[top].head):
            return 3
        is_itself = all(around.tokens[i].relation in ("flat", "compound") for i in tops[:-1])
        return 1 if cases & {"in", "of", "into"} and relation == "obl" and verb in WORDS["coming"] and is_itself else 0

    def _is_right_behind_giving(self, token: int) -> bool:
        """ "Sent Marovia radars": a name right behind a verb of giving, though the parser took it for a part of what is given."""
        around = self._around
        before = token - 2 if around.words[token - 1] == "the" else token - 1
        if token < 1 or around.tokens[token].upos != "PROPN" or around.tokens[token].relation != "compound":
            return False
        return around.tokens[before].upos == "VERB" and around.words[before] in GIVE | WORDS["give_to"]

    def sayer(self, tokens: range) -> str | None:
        """Whose the ministry, army or minister is that a sentence names as who tells it."""
        around = self._around
        for i in tokens:
            subject = around.child(i, "nsubj") if around.words[i] in WORDS["saying"] else None
            name = around.touched(self._parties.name_at(subject)) if subject is not None else range(0)
            if subject is not None and any(around.words[k] in WORDS["offices"] for k in (subject, *name)):
                return self._parties.whose(subject)
        return None

    def _is_purpose(self, verb: int) -> bool:
        """Whether a verb says what something is given for: "for demining in Kastria", "to house refugees in Lebanon"."""
        around = self._around
        is_below = around.tokens[verb].upos == "VERB" and around.tokens[verb].relation in ("acl", "advcl")
        marked = any(around.words[k] in ("to", "for") and k < verb for k in around.children(verb))
        return is_below and marked and around.words[verb] not in GIVE

    def _is_thing(self, noun: int) -> bool:
        return self._is_given(noun) or self._around.child(noun, "nummod") is not None

    def _passes_on(self, tops: list[int]) -> bool:
        return any(self._around.words[i] in WORDS["passing"] for i in tops)

    def _is_according(self, tops: list[int]) -> bool:
        return any(self._around.words[i - 1] in ("according", "thanks", "due") for top in tops for i in self._cases(top))

    def _chain(self, token: int) -> tuple[list[int], set[str]]:
        """The nouns from a word up to the one that hangs on a verb, and what stands before each."""
        around = self._around
        tops, cases = [token], {around.words[k] for k in self._cases(token)}
        for _ in range(_HEADS):
            head = around.tokens[tops[-1]].head
            relation = around.tokens[tops[-1]].relation
            if head == tops[-1] or around.tokens[head].upos not in _NOUNS or relation in ("obl", "obj", "iobj", *_SUBJECTS):
                break
            tops.append(head)
            cases |= {around.words[k] for k in self._cases(head)} if relation != "conj" or not cases else set()
        return tops, cases

    def _cases(self, token: int) -> Iterator[int]:
        for k in self._around.children(token):
            if (
                k < token
                and self._around.tokens[k].relation in ("case", "mark")
                and self._around.tokens[k].upos in ("ADP", "PART", "SCONJ")
            ):
                yield k

    def _own_case(self, token: int) -> str | None:
        return next((self._around.words[k] for k in self._cases(token)), None)

    def _case(self, token: int) -> str | None:
        """The word that a noun stands behind: "to", "by"; of a joined noun, that of the first."""
        around = self._around
        for _ in range(_HEADS):
            case = next(self._cases(token), None)
            if case is not None:
                return around.words[case]
            if around.tokens[token].relation not in ("conj", "compound", "amod", "flat", "nmod:poss"):
                return None
            token = around.tokens[token].head
        return None
