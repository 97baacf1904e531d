"""Is what a sentence gives aid, so that it opens a package?"""

from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.stages import Told
from saidwho.statements.aid.sums import size
from saidwho.statements.aid.verbs import GIVE, Verb
from saidwho.statements.aid.words import WORDS, forms_of
from saidwho.statements.surroundings import Surroundings

_ENDING = ("suspend", "cancel", "halt", "paus", "scrap", "shelv", "axe", "withh", "withdr", "terminat")
_VAGUE = frozenset({"support", "help"})
_KINDS = WORDS["military"] | WORDS["humanitarian"] | WORDS["financial"]
_MEASURES = frozenset({"tonnes", "tons", "trucks", "lorries", "truckloads", "planeloads", "pallets"})
_PAYMENTS = frozenset({"payment", "payments", "disbursement", "disbursements", "deliveries", "delivery", "transfers"})
BUYING = forms_of("buy") | forms_of("purchase")
_DOINGS = frozenset({"transfer", "delivery", "dispatch", "supply", "handover", "donation", "shipment"})
_FREIGHT = frozenset({"ship", "ships", "freighter", "freighters", "vessel", "plane", "planes", "flight", "flights", "barge", "barges"})
_DEFINITE = frozenset({"the", "these", "those"})
# A smaller sum that each gets is pay.
LEAST = 100_000


class Openings:
    """Which sentences of one text give aid."""

    def __init__(self, around: Surroundings, goals: Goals, gifts: Gifts) -> None:
        self._around, self._goals, self._gifts = around, goals, gifts

    def gives_things(self, sentence: Sentence) -> bool:
        """Whether a sentence gives things, or aid of which it does not say what it is made of: "halts all aid to Mali"."""
        is_come = any(self._around.words[hit.verb] in WORDS["coming"] for hit in sentence.told)
        is_convoy = is_come and bool(WORDS["carriers"] & set(sentence.words)) and (sentence.is_of_people or sentence.is_giving)
        is_read = sentence.is_giving and any(self._gifts.is_counted(i) for i in sentence.tokens)
        if is_convoy or is_read or WORDS["materiel"] & set(sentence.words) or any(self._gifts.of(hit.verb) for hit in sentence.told):
            return True
        around = self._around
        objects = [i for hit in sentence.told if (i := around.child(hit.verb, "obj", "nsubj:pass")) is not None]
        # "Decided on a fourth package".
        objects += [
            k
            for hit in sentence.told
            if around.words[hit.verb] in WORDS["resolved"]
            for k in around.children(hit.verb)
            if k > hit.verb and around.tokens[k].relation == "obl"
        ]
        described = [around.tokens[hit.verb].head for hit in sentence.told if around.tokens[hit.verb].relation.startswith("acl")]
        # "Halted all payments to Niger".
        held = any(hit.stage == "cancelled" for hit in sentence.told) and any(around.words[i] in _PAYMENTS for i in objects)
        # "Offered its full support" is a word of friends.
        vague = frozenset() if _KINDS & set(sentence.words) else _VAGUE
        measured = any(
            a in _MEASURES and b == "of" and c in WORDS["aid"]
            for a, b, c in zip(sentence.words, sentence.words[1:], sentence.words[2:], strict=False)
        )
        ended = any(Verb.at(around, hit.verb).ends_aid for hit in sentence.told)
        return ended or held or measured or any(around.words[i] in WORDS["aid"] - vague for i in (*objects, *described))

    def is_gift_of_money(self, near: Told, sentence: Sentence, *, donor: str | None, recipient: str | None, goes_on: bool) -> bool:
        """Whether a sum with a stage is aid: the sentence says so, or somebody gives it to somebody else.

        goes_on: whether the report has told of a package before.
        """
        is_aid = sentence.is_of_aid
        if sentence.is_no_aid or (sentence.is_fighting and not is_aid) or self._is_another_matter(near, sentence, donor, recipient):
            return False
        is_aid = is_aid or bool(WORDS["military"] & set(sentence.words) and (recipient or goes_on))
        # "Signed the agreement on the 25 million that Madrid had announced".
        gives = self._around.words[near.verb] in GIVE or any(hit.stage not in ("announced", "cancelled") for hit in (near, *sentence.told))
        is_gift = gives and (recipient is not None or (donor is not None and sentence.is_of_people))
        is_stage = any(hit.stage == "pledged" for hit in (near, *sentence.told)) or goes_on or is_aid or is_gift
        return is_stage and (donor is not None or goes_on or recipient is not None or is_aid)

    def _is_another_matter(self, near: Told, sentence: Sentence, donor: str | None, recipient: str | None) -> bool:
        """Whether a sum is a total of many, a price, what each gets, what nobody gives, or of an order that is for nobody else."""
        words = set(sentence.words)
        is_pay = bool({"each", "every"} & words) and max(map(size, sentence.sums)) < LEAST
        is_nobodys = near.is_read and near.stage == "delivered" and donor is None and not WORDS["aid"] & words
        is_bought = self._around.words[near.verb] in BUYING and "from" in Verb.at(self._around, near.verb).beside
        is_own_order = near.stage == "contracted" and recipient is None and (is_bought or not WORDS["aid"] & words)
        return is_pay or is_nobodys or is_own_order or self._is_of_many(near) or self._is_sold(near, sentence)

    def _is_sold(self, near: Told, sentence: Sentence) -> bool:
        """Whether a sum is what things are given for: "will supply Marovia with 30 boats for 90 million"."""
        words = self._around.words
        first = self._around.touched(sentence.sums[0].span).start
        is_bought = near.stage == "contracted" or words[near.verb] in BUYING  # Whoever buys them for another pays.
        is_price = not is_bought and first - 1 in sentence.tokens and words[first - 1] == "for" and near.verb < first
        return is_price and bool(self._gifts.items([near.verb], range(sentence.tokens.start, first)))

    def _is_of_many(self, near: Told) -> bool:
        """Whether a conference raised a sum: a total of many packages."""
        around = self._around
        verb = near.verb if around.tokens[near.verb].upos == "VERB" else around.tokens[near.verb].head
        subject = around.child(verb, "nsubj", "nsubj:pass")
        if subject is None or around.words[subject] not in WORDS["many"]:
            return False
        token = around.tokens[subject]
        # "Donors pledged"; "The United States" is one.
        return token.upos == "NOUN" or token.span.start == around.sentence(token.span.start).start

    def is_gift_of_things(self, sentence: Sentence, *, donor: str | None, recipient: str | None, goes_on: bool) -> bool:
        """Whether things given are aid: somebody gives them to somebody, the sentence says so, or what brings them arrives."""
        is_own_order = recipient is None and all(hit.stage == "contracted" for hit in sentence.told)
        if sentence.is_no_aid or sentence.is_fighting or is_own_order:
            return False
        if None not in (donor, recipient):
            return True
        words = set(sentence.words)
        if {"army", "brigade", "works"} & words and donor is None and recipient is None:
            return False  # Its own.
        is_somebodys = donor is not None or recipient is not None
        is_told = any(not hit.is_read for hit in sentence.told)
        is_read = sentence.is_giving and (is_somebodys or is_told or bool(WORDS["carriers"] & words))
        return is_read or self._is_gift(sentence, donor, recipient) or self._is_known(sentence, donor, recipient, goes_on=goes_on)

    def _is_gift(self, sentence: Sentence, donor: str | None, recipient: str | None) -> bool:
        """Whether a verb gives things from somebody or to somebody; or a gift of things to somebody is cancelled."""
        if donor is None and recipient is None:
            return False
        is_taken_back = sentence.told[0].stage == "cancelled" and recipient is not None
        if is_taken_back and any(self._gifts.is_counted(i) for i in sentence.tokens):
            return True
        if any(self._takes_back(Verb.at(self._around, hit.verb)) for hit in sentence.told if hit.stage == "cancelled"):
            return True
        # Tanks also come to fight.
        may_come = recipient is not None or sentence.is_giving or bool(_FREIGHT & set(sentence.words))
        given = [noun for hit in sentence.told if self._gives(hit, may_come=may_come) for noun in self._gifts.of(hit.verb)]
        # "The promised helicopters" were told of before, and to whom they go.
        return any(recipient is not None or not self._is_definite(noun) for noun in given)

    def _is_definite(self, noun: int) -> bool:
        return bool(_DEFINITE & {self._around.words[k] for k in self._around.children(noun)})

    def _takes_back(self, verb: Verb) -> bool:
        """Whether somebody ends what is his own: "has suspended food deliveries"; convoys are stopped and blocked by others."""
        return (verb.word.startswith(_ENDING) and verb.is_of_aid) or verb.ends_aid

    def _gives(self, hit: Told, *, may_come: bool) -> bool:
        is_come = hit.stage == "delivered" and (may_come or self._around.words[hit.verb] not in WORDS["coming"])
        given = self._around.child(hit.verb, "obj", "nsubj:pass")
        is_of_giving = given is not None and self._around.words[given] in _DOINGS  # "Authorised the dispatch of 12 tanks".
        is_resolved = hit.stage in ("committed", "allocated") and (may_come or is_of_giving)
        return Verb.at(self._around, hit.verb).gives or hit.stage == "pledged" or is_come or is_resolved

    def _is_known(self, sentence: Sentence, donor: str | None, recipient: str | None, *, goes_on: bool) -> bool:
        """Whether words of aid, or a package told of before, make it one."""
        is_delivered = any(hit.stage == "delivered" for hit in sentence.told)
        is_giving = any(self._around.words[hit.verb] in GIVE for hit in sentence.told)
        is_aid = sentence.is_of_aid or goes_on
        gives = donor is not None and is_giving and self._goals.goes_to(sentence.tokens)
        is_carried = bool(WORDS["carriers"] & set(sentence.words)) or donor is not None
        comes = is_delivered and sentence.is_of_people and is_carried
        gets = recipient is not None and (is_aid or is_delivered)
        is_so_far = is_delivered or sentence.told[0].stage == "cancelled"
        is_known = is_aid and is_so_far and (donor is not None or recipient is not None)
        return gets or gives or comes or goes_on or is_known or (donor is not None and sentence.is_of_aid)
