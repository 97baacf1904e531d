"""Who gives, by what one verb or noun tells?

First by the syntax. Where a parse leaves nobody, by the order of words: whoever is named before the verb and stands behind no "to",
"for" or "in" gives.
"""

from collections.abc import Iterator

from saidwho.statements.aid.marks import Marks, is_given
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.stages import Told
from saidwho.statements.aid.verbs import GIVE, Verb
from saidwho.statements.aid.words import GETTERS, GETTING_PHRASES, STAGE_OF, STAGE_OF_NOUN, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span

_AWAY = frozenset({"to", "for", "in", "into", "at", "near", "on", "with", "between", "against", "than", "after", "of", "via", "from"})
_ACCUSING = frozenset(
    {"accused", "accuses", "blamed", "blames", "condemned", "condemns", "criticised", "criticises", "denounced", "denounces"}
)
_OWING = (("thanks", "to"), ("courtesy", "of"))
_OWN = frozenset({"its", "their", "his", "her"})
_THANKING = frozenset({"thanked", "thanks", "thank", "thanking"})
_WAYS = frozenset({"corridor", "route", "road", "way", "bridge", "crossing", "path", "journey", "trip", "railway", "airlift"})
# Over a border, behind which others than who gives may be; and what sells.
_CROSSING = frozenset({"cross", "crosses", "crossed", "crossing", "enter", "enters", "entered", "entering"})
_BUYING = frozenset({"purchase", "purchases", "purchased", "buy", "buys", "bought", "buying", "procured", "ordered"})
_PAID = WORDS["paid"] | {"given", "supplied", "provided", "promised", "pledged"}
_FLED = frozenset({"refugees", "people", "families", "children", "migrants", "residents", "civilians", "villagers", "returnees"})
_PROGRAMMES = frozenset({"programme", "program"})
_HEADS = 6
# Words from a gift to the name of whose it is.
_REACH = 5
# Words before the colon or dash behind whose line of a list it is.
_LABEL = 5
_LABELLING = frozenset({":", "-", "–", "—"})
# Characters between a name and a sum right behind it.
_BETWEEN = 2


class Givers:
    """Who gives in the sentences of one text."""

    def __init__(self, around: Surroundings, parties: Parties) -> None:
        self._around, self._parties, self._marks = around, parties, Marks(around)

    def donor(self, act: int, tokens: range) -> str | None:
        """Who does what a verb or noun tells."""
        if Verb.at(self._around, act).ends_aid and (whose := self._of_the_aid(act, tokens)) is not None:
            return whose
        if self._gets(act):
            got, subject = self._around.child(act, "obj"), self._around.child(act, "nsubj")
            gets = self._parties.whose(subject) if subject is not None else None
            whose = self._parties.whose(got) if got is not None and not self._is_its_own(got) else None
            # "Ossel received its first food in May": what is its own is from somebody else.
            return next((party for party in (self.source(tokens), whose) if party not in (None, gets)), None)
        if self._around.tokens[act].upos == "NOUN":
            named = self._parties.whose(act) or self._agent(act, tokens, "by") or self._agent(act, tokens, "from")
            verb = self._marks.verb_above(act)
            return named or (self._subject(verb) if verb is not None else None)
        if self._around.words[act] in ("left", "leaves") and (left := self._around.child(act, "obj")) is not None:
            # Ships leave from harbours on their way.
            subject = self._around.child(act, "nsubj")
            is_carrier = subject is not None and self._around.words[subject] in WORDS["carriers"]
            return self.source(tokens) if is_carrier else self._parties.party(left)
        if self._around.words[act] in WORDS["coming"] and (whose := self._from_behind(act, tokens)) is not None:
            return whose
        return (
            self.lent_by(act)
            or self._subject(act)
            or self._agent(act, tokens, "by")
            or self._in_order(act, tokens)
            or self._agent(act, tokens, "from")
        )

    def _of_the_aid(self, act: int, tokens: range) -> str | None:
        """Whose the aid is that somebody ends: "the president ordered a halt to American aid"."""
        aid = (i for i in tokens if i > act and self._around.words[i] in WORDS["aid"])
        return next((p for i in aid for k in self._around.children(i) if (p := self._parties.of_people(k)) is not None), None)

    def _is_its_own(self, noun: int) -> bool:
        """Whether a noun is of what somebody gets, and called theirs: "received its first food aid"."""
        around, token = self._around, self._around.tokens[noun]
        is_own = any(around.words[k] in _OWN and around.tokens[k].upos == "PRON" for k in around.children(noun))
        return is_own and token.relation == "obj" and self._gets(token.head)

    def lent_by(self, act: int) -> str | None:
        """Whose the aid is that somebody else approves: "Ossel's cabinet approved a World Bank loan"."""
        subject, aid = self._around.child(act, "nsubj"), self._around.child(act, "obj")
        if (
            subject is None
            or aid is None
            or self._around.words[aid] not in WORDS["aid"]
            or STAGE_OF.get(self._around.words[act]) != "committed"
        ):
            return None
        owner, approving = self._parties.lender(aid), self._parties.whose(subject)
        return owner if owner is not None and approving not in (None, owner) else None

    def approving(self, act: int) -> str | None:
        """Who approves what somebody else gives."""
        subject = self._around.child(act, "nsubj")
        return self._parties.whose(subject) if subject is not None and self.lent_by(act) is not None else None

    def _from_behind(self, verb: int, tokens: range) -> str | None:
        """From whom things are that come, by the "from" right behind them, "reached Ossel with 200 tonnes of food from World Bread", or
        by the adjective before them: "a ship with Indian wheat arrived"."""
        words, around = self._around.words, self._around
        paid = (
            i for i in tokens if self._marks.case(i) == "by" and (above := self._marks.verb_above(i)) is not None and words[above] in _PAID
        )
        if (party := next((p for i in paid if (p := self._parties.whose(i)) is not None), None)) is not None:
            return party  # "Two Norwegian systems financed by Canada arrived".
        of_people = (k for i in tokens if words[i] in WORDS["materiel"] for k in around.children(i) if around.tokens[k].relation == "amod")
        if (party := next((p for k in of_people if (p := self._parties.of_people(k)) is not None), None)) is not None:
            return party
        things = (i for i in tokens if words[i] in WORDS["materiel"] and words[i + 1 : i + 2] == ("from",))
        near = (k for i in things for k in range(i + 2, min(i + 2 + _REACH, tokens.stop)) if self._around.tokens[k].upos == "PROPN")
        return next((party for k in near if (party := self._parties.whose(k)) is not None), None)

    def _gets(self, verb: int) -> bool:
        """Whether the subject of a verb is given to."""
        word = self._around.words[verb]
        return word in GETTERS or any((word, self._around.words[k]) in GETTING_PHRASES for k in self._around.children(verb))

    def _subject(self, verb: int) -> str | None:
        """The subject of a verb, or of the verb that it hangs on: "decided to give", "voted to release"."""
        around = self._around
        for _ in range(_HEADS):
            # Of two subjects the nearest: "after the floods in Ossel, Spain offered".
            active = next((k for k in reversed(around.children(verb)) if k < verb and around.tokens[k].relation == "nsubj"), None)
            active = active if active is not None else around.child(verb, "nsubj")
            passive = around.child(verb, "nsubj:pass")
            if active is not None and around.words[active] not in ("that", "which", "who"):
                return self._giver(active)
            if passive is not None:
                return self._agent_of(verb) or (self._giver(passive) if is_given(self._around, passive) else self._of_load(passive))
            relation = around.tokens[verb].relation
            if relation.startswith("acl"):
                return self._agent_of(verb) or self._of_described(verb, active)
            head = around.tokens[verb].head
            if relation not in ("conj", "xcomp", "advcl", "ccomp") or head == verb or around.words[head] in WORDS["saying"]:
                return None
            verb = head
        return None

    def _of_described(self, verb: int, relative: int | None) -> str | None:
        """Who does what a clause says of a noun: "Sund, which had pledged", "Norway's decision to provide"."""
        around, head = self._around, self._around.tokens[verb].head
        if relative is None:
            return self._parties.whose(head) if around.words[head] in STAGE_OF_NOUN and around.tokens[verb].relation == "acl" else None
        if around.tokens[verb].relation != "acl:relcl":
            return None
        # "Said the Agency, which had suspended them": where the parser hangs the clause elsewhere, on what stands right before it.
        before = relative - 2 if around.words[relative - 1] == "," else relative - 1
        is_name = before > 0 and around.tokens[before].upos == "PROPN" and around.words[relative] in ("which", "who")
        return self._parties.whose(head) or (self._parties.party(before) if is_name else None)

    def _of_load(self, noun: int) -> str | None:
        """Whose things are that are measured: "the first doses of a Chinese vaccine"."""
        around = self._around
        below = (i for i in around.children(noun) if around.tokens[i].relation == "nmod" and around.words[i] in WORDS["materiel"])
        return next((party for i in below if (party := self._parties.whose(i)) is not None), None)

    def _giver(self, noun: int) -> str | None:
        """Who a noun is, or whose it is; who sent a convoy, or of what state a plane is."""
        around = self._around
        if is_given(self._around, noun):
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
        behind = [i for i in range(act, tokens.stop) if self._marks.verb_above(i) in (act, None) or act in self._around.ancestors(i)]
        agents = (i for i in behind if self._marks.case(i) == word and not self._is_fund(i) and not (word == "from" and self._is_way(i)))
        return next((party for i in agents if (party := self._parties.whose(i))), None)

    def _is_way(self, token: int) -> bool:
        """ "Took the sea corridor from Cyprus", "crossed into Darfur from Chad": where a way begins, nobody who gives; nor who sells, nor
        whom people fled from."""
        tops = self._marks.chain(token)[0]
        above = {self._around.words[i] for i in (*tops[1:], self._around.tokens[tops[-1]].head)}
        return bool(above & (_WAYS | _BUYING | _CROSSING | _FLED))

    def _is_fund(self, token: int) -> bool:
        """Whether what stands behind "from" is money that somebody has: "from the Emergency Fund"."""
        name = self._around.touched(self._parties.name_at(token))
        around = (token, self._around.tokens[token].head, *name)
        return any(self._around.words[i] in WORDS["funds"] for i in around)

    def _in_order(self, act: int, tokens: range) -> str | None:
        """The first party before a verb that does not stand behind "to", "for" or "in", and says nothing."""
        for i in range(tokens.start, act):
            if self._is_done_to(i, act):
                continue
            of_office = self._marks.case(i) == "of" and self._around.words[self._around.tokens[i].head] in WORDS["offices"]
            if (of_office or self._marks.case(i) not in _AWAY) and not self._is_saying(i, act) and not self._marks.is_of_dateline(i):
                party = self._parties.party(i)
                if party is not None and self._around.tokens[i].upos != "PRON":
                    return party
        return None

    def _is_done_to(self, token: int, act: int) -> bool:
        """Whom another verb does something to: "accused Sund of arming Kastria", with Sund below either verb."""
        around, head = self._around, self._around.tokens[token].head
        if head in (act, token):
            return False
        is_before_mark = any(around.tokens[k].relation == "mark" and token < k < head for k in around.children(head))
        return around.tokens[token].relation in ("obj", "iobj") or (around.tokens[token].relation == "nsubj" and is_before_mark)

    def _is_saying(self, token: int, act: int) -> bool:
        """Whether somebody is named as who tells it, before what is told."""
        around, above = self._around, self._marks.verb_above(token)
        if above is None or above >= act:
            return False
        # "South Korea believes that the North has shipped shells".
        tells = any(around.tokens[i].relation == "ccomp" and around.tokens[i].head == above for i in (act, *around.ancestors(act)))
        is_deed = around.words[above] in WORDS["resolved"] or around.words[above] in STAGE_OF
        return (tells and not is_deed) or around.words[above] in WORDS["saying"] | _ACCUSING

    def source(self, tokens: range) -> str | None:
        """From whom something is: "a gift from Japan", "paid for by Norvale", "a Saudi plane"."""
        for word in ("by", "from"):
            behind = (i for i in tokens if self._marks.case(i) == word and self._is_paid(i) == (word == "by"))
            found = (self._parties.whose(i) for i in behind if word == "by" or not self._is_way(i))
            if (party := next((p for p in found if p is not None), None)) is not None:
                return party
        words = self._around.words
        thanks = (self._around.child(i, "obj") for i in tokens if words[i] in _THANKING and words[i + 1 : i + 2] != ("to",))
        if (party := next((p for i in thanks if i is not None and (p := self._parties.whose(i))), None)) is not None:
            return party
        # "Thanks to our Polish friends we have got them", "courtesy of the Republic of Sund".
        behind = (k for i in tokens if words[i : i + 2] in _OWING for k in range(i + 2, min(i + 2 + _REACH, tokens.stop)))
        behind = (k for k in behind if self._around.tokens[k].upos != "PRON")
        if (party := next((p for k in behind if (p := self._parties.party(k)) is not None), None)) is not None:
            return party
        # "Under its IMF programme"; "the World Food Programme" is a name.
        programmes = (i for i in tokens if words[i] in _PROGRAMMES and self._around.tokens[i].upos == "NOUN")
        nouns = (*(i for i in tokens if words[i] in WORDS["aid"] | WORDS["carriers"]), *programmes)
        return next((party for i in nouns if not self._is_its_own(i) and (party := self._parties.whose(i)) is not None), None)

    def from_whom(self, gift: int) -> str | None:
        """Whose a gift is by the words right behind it: "a present from Sund", "the gift of the Duchy of Sund"."""
        around = self._around
        if around.words[gift + 1 : gift + 2] not in (("from",), ("of",), ("by",)):
            return None
        near = range(gift + 2, min(gift + 2 + _REACH, len(around.tokens)))
        named = (i for i in near if around.tokens[i].upos in ("PROPN", "NOUN", "ADJ"))
        return next((party for i in named if (party := self._parties.whose(i) or self._parties.of_people(i))), None)

    def of_line(self, tokens: range) -> str | None:
        """Whose line of a list a sentence stands in, by the name before its colon or dash: "Latvia: 1,200 night sights, in place since
        Friday"."""
        around = self._around
        line = around.paragraphs[around.paragraph(around.tokens[tokens.start].span.start)]
        inside = around.touched(line)
        first = next((i for i in inside if around.tokens[i].upos not in ("PUNCT", "SYM")), inside.stop)
        past = next((i for i in range(first, min(first + _LABEL, inside.stop)) if around.words[i] in _LABELLING), first)
        name = self._parties.party(past - 1) if past > first else None
        is_name = all(around.tokens[i].upos in ("PROPN", "DET", "ADJ") for i in range(first, past))
        return name if name is not None and is_name and self._parties.is_state(name) else None

    def speaks(self, tokens: range) -> bool:
        """Whether those who write the report say that they give: "we have transferred"."""
        around = self._around
        first = tokens.start
        line = around.paragraphs[around.paragraph(around.tokens[first].span.start)]
        for i in tokens:
            is_subject = around.words[i] == "we" and around.tokens[i].relation in ("nsubj", "nsubj:pass")
            if is_subject or (around.words[i] == "our" and around.tokens[i].relation == "nmod:poss"):
                before = around.text[line.start : around.tokens[i].span.start]
                # Whoever is quoted speaks of himself.
                return before.count('"') % 2 == 0 and before.count("\u201c") == before.count("\u201d")
        return False

    def _is_paid(self, token: int) -> bool:
        """Whether somebody behind "by" is who gives or pays; what is behind "financed from" is a fund of theirs."""
        if self._marks.case(token) == "from":
            return (above := self._marks.verb_above(token)) is not None and self._around.words[above] in WORDS["paid"] - {"sent", "made"}
        above = self._marks.verb_above(token)
        return (
            above is None
            or self._around.words[above] in GIVE
            or self._around.words[above] in STAGE_OF
            or (self._around.words[above] in WORDS["paid"])
        )

    def signing(self, verb: int) -> tuple[str, ...]:
        """The two who sign together, of whom either may be who gives: "Moldova and Norway signed an agreement"."""
        return tuple(party for token in self._signers(verb) if (party := self._parties.whose(token)) is not None)

    def _signers(self, verb: int) -> tuple[int, ...]:
        subject = self._around.child(verb, "nsubj")
        joined = self._around.child(subject, "conj") if subject is not None else None
        return (subject, joined) if subject is not None and joined is not None else ()

    def lender(self, verb: int) -> str | None:
        """With whom a contract for a loan is signed."""
        around = self._around
        subject, both = around.child(verb, "nsubj"), self._signers(verb)
        if both and (bank := next((token for token in both if self._is_lender(token)), None)) is not None:
            return self._parties.whose(bank)
        if subject is None or self._is_lender(subject):
            return None
        beside = (i for i in around.children(verb) if any(around.words[k] == "with" for k in around.children(i)))
        found = next((party for i in beside if (party := self._parties.whose(i)) is not None), None)
        if found is not None:
            return found
        sentence = around.touched(around.sentence(around.tokens[verb].span.start))
        banks = (i for i in range(verb, sentence.stop) if self._marks.case(i) == "with" and self._is_lender(i))
        return next((party for i in banks if (party := self._parties.whose(i)) is not None), None)

    def joined(self, told: list[Told]) -> Iterator[tuple[str, Span]]:
        """Those who are joined to whoever does what is told, with their names: "pledged by Ireland and Malta"."""
        around = self._around
        for i in (k for hit in told for k in around.children(hit.verb)):
            is_agent = around.tokens[i].relation.startswith(("obl", "nsubj:pass")) and "by" in {around.words[k] for k in around.children(i)}
            if is_agent or around.tokens[i].relation == "nsubj":
                others = (k for k in around.children(i) if around.tokens[k].relation == "conj")
                yield from ((party, around.tokens[k].span) for k in others if (party := self._parties.whose(k)) is not None)

    def _is_lender(self, token: int) -> bool:
        return any(self._around.words[i] in WORDS["lenders"] for i in self._around.touched(self._parties.name_at(token)))

    def borrower(self, verb: int) -> str | None:
        """Who signs it with a lender, or with whom a lender signs."""
        around, subject = self._around, self._around.child(verb, "nsubj")
        if subject is None or self.lender(verb) is not None:
            return self._parties.whose(subject) if subject is not None else None
        if not self._is_lender(subject):
            return None
        beside = (i for i in around.children(verb) if any(around.words[k] == "with" for k in around.children(i)))
        return next((party for i in beside if (party := self._parties.whose(i)) is not None), None)

    def before(self, figure: Span, tokens: range) -> str | None:
        """The party named right before a sum: "and the United States $191 million", "Sweden, 150 million"."""
        around = self._around
        first = around.touched(figure).start
        for i in reversed(range(max(tokens.start, first - 2), first)):
            is_near = figure.start - around.tokens[i].span.end <= _BETWEEN and self._marks.name_case(i) not in _AWAY - {"of"}
            if (
                is_near
                and around.tokens[i].upos != "PRON"
                and (party := self._parties.party(i) or self._parties.state_of_seat(i)) is not None
            ):
                return party
        return None

    def owner(self, figure: Span) -> str | None:
        """Whose a sum is: "Sweden's 2.1 billion kronor for shells", "Berlin's 400 million euro package"."""
        around, inside = self._around, self._around.touched(figure)
        heads = {around.tokens[i].head for i in inside} | set(inside)
        owners = (k for i in sorted(heads) for k in around.children(i) if around.tokens[k].relation == "nmod:poss" and k < inside.start)
        owners = (k for k in owners if around.tokens[k].upos != "PRON" and around.words[k + 1 : k + 2] == ("'s",))
        return next((party for k in owners if (party := self._parties.party(k) or self._parties.state_of_seat(k)) is not None), None)

    def is_person(self, told: list[Told]) -> bool:
        """Whether a person by name does what a sentence tells."""
        subjects = (i for hit in told if (i := self._around.child(hit.verb, "nsubj")) is not None)
        return any(self._parties.is_person(i) for i in subjects)

    def by(self, tokens: range) -> str | None:
        """Who stands behind "by" in a part of a sentence: "and 40 million by Qatar"."""
        return next((p for i in tokens if self._marks.case(i) == "by" and (p := self._parties.whose(i))), None)

    def sayer(self, tokens: range) -> str | None:
        """Whose the ministry, army or minister is that a sentence names as who tells it."""
        around = self._around
        for i in tokens:
            subject = around.child(i, "nsubj") if around.words[i] in WORDS["saying"] else None
            name = around.touched(self._parties.name_at(subject)) if subject is not None else range(0)
            if subject is not None and any(around.words[k] in WORDS["offices"] for k in (subject, *name)):
                return self._parties.whose(subject)
        return None
