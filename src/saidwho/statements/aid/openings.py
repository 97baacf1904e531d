"""Is what a sentence gives aid, so that it opens a package?"""

from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.stages import Told
from saidwho.statements.aid.sums import size
from saidwho.statements.aid.verbs import Verb
from saidwho.statements.aid.words import STAGE_OF, WORDS, forms_of
from saidwho.statements.surroundings import Surroundings

_VAGUE = frozenset({"support", "help"})
_KINDS = WORDS["military"] | WORDS["humanitarian"] | WORDS["financial"]
_MEASURES = frozenset({"tonnes", "tons", "trucks", "lorries", "truckloads", "planeloads", "pallets"})
_PAYMENTS = frozenset({"payment", "payments", "disbursement", "disbursements", "deliveries", "delivery", "transfers"})
BUYING = forms_of("buy") | forms_of("purchase")
_DEFINITE = frozenset({"the", "these", "those"})
# A smaller sum that each gets is pay, and none that is smaller than the least is given by one to another.
_PAY = 100_000
LEAST = 10_000


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

    def is_gift_of_money(self, near: Told, sentence: Sentence, *, donor: str | None, recipient: str | None) -> bool:
        """Whether a sum with a stage may be aid: the sentence tells of nothing else."""
        if sentence.is_no_aid or (sentence.is_fighting and not sentence.is_of_aid):
            return False
        return not self._is_another_matter(near, sentence, donor, recipient)

    def _is_another_matter(self, near: Told, sentence: Sentence, donor: str | None, recipient: str | None) -> bool:
        """Whether a sum is a total of many, a price, what each gets, what nobody gives, or of an order that is for nobody else."""
        words = set(sentence.words)
        is_pay = bool({"each", "every"} & words) and max(map(size, sentence.sums)) < _PAY
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
        """Whether things may be aid: somebody gives or gets them, the reader takes it so, or what brings them arrives.

        goes_on: whether the report has told of a package before, of which this is none.
        """
        is_own_order = recipient is None and all(hit.stage == "contracted" for hit in sentence.told)
        if sentence.is_no_aid or sentence.is_fighting or is_own_order:
            return False
        if recipient is not None or goes_on:
            return True
        if donor is not None:
            return self._gives_anew(sentence)
        words = set(sentence.words)
        is_carried = bool(WORDS["carriers"] & words)
        is_come = sentence.is_of_people and any(hit.stage == "delivered" for hit in sentence.told)
        is_told = any(not hit.is_read for hit in sentence.told)
        is_own = bool({"army", "brigade", "works"} & words)
        return not is_own and ((is_come and is_carried) or (sentence.is_giving and (is_told or is_carried)))

    def _gives_anew(self, sentence: Sentence) -> bool:
        """Whether what is given to nobody by name is told of for the first time: "the promised helicopters" were told of before, and to
        whom they go."""
        around = self._around
        below = [around.children(noun) for hit in sentence.told for noun in self._gifts.of(hit.verb)]
        return not any(
            any(around.words[k] in _DEFINITE for k in children)
            and any(around.tokens[k].relation == "amod" and around.words[k] in STAGE_OF for k in children)
            for children in below
        )
