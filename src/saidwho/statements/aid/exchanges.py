"""Who gives, and who gets, what a sentence tells, by its words and by what was told before?"""

from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.givers import Givers
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.memory import Memory
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.sentences import Sentences
from saidwho.statements.aid.stages import Told
from saidwho.statements.aid.sums import is_money_of
from saidwho.statements.aid.verbs import GIVE
from saidwho.statements.aid.words import WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Figure


class Exchanges:
    """Who gives to whom, in the sentences of one text."""

    def __init__(
        self, around: Surroundings, parties: Parties, givers: Givers, goals: Goals, gifts: Gifts, sentences: Sentences, memory: Memory
    ) -> None:
        self._around, self._parties, self._givers, self._goals = around, parties, givers, goals
        self._gifts, self._sentences, self._memory = gifts, sentences, memory

    def recipient_before(self, draft: Draft, sentence: Sentence) -> str | None:
        """Whom a package is for by the sentence before."""
        party = self._memory.topic if self._goals.goes_to_pronoun(sentence.tokens) else self._memory.goal
        return party if party != draft.donor else None

    def giver_of(self, amount: Figure, number: int, part: range, near: Told, sentence: Sentence) -> str | None:
        """Who gives a sum: of several, whoever is named right before it or behind "by" in its part."""
        owner = self._givers.owner(amount.span) if near.stage != "cancelled" else None
        giver = owner or self._not_by_who_got(self._sentences.giver(near, sentence.tokens), near)
        before = self._givers.before(amount.span, sentence.tokens)
        if before is not None and (self.is_given_first(sentence, giver) or before == self._goals.given(part)):
            before = None
        giver = giver or self._signer(amount, near)
        beside = (before or self._givers.by(part)) if number else None
        named = beside or giver or before
        return named or self.of_line(sentence) or self.teller(sentence) or self.office(sentence) or self.by_pronoun(sentence)

    def _signer(self, amount: Figure, near: Told) -> str | None:
        """Which of two who sign together gives, by whose money it is: "Japan and Kastria signed an agreement on 40 billion yen"."""
        both = self._givers.signing(near.verb) if near.stage == "contracted" else ()
        paying = [party for party in both if is_money_of(amount, self._parties.country(party))]
        return paying[0] if len(paying) == 1 else None

    def _not_by_who_got(self, giver: str | None, hit: Told) -> str | None:
        """Who gives; where a pronoun is taken for whoever was given to, it is who gave: "Norway promised Ossel tents. It also sent oil"."""
        subject = self._around.child(hit.verb, "nsubj")
        last = self._memory.drafts[-1] if self._memory.drafts else None
        is_pronoun = subject is not None and self._around.tokens[subject].upos == "PRON"
        return last.donor if is_pronoun and last is not None and last.donor and giver == last.recipient else giver

    def is_given_first(self, sentence: Sentence, giver: str | None) -> bool:
        """Whether those named before sums get them: "the bill gives Kastria 60 million, Ossel 20 million", where nobody gives by name."""
        first = self._givers.before(sentence.sums[0].span, sentence.tokens)
        return giver is None and first is not None and first == self._goals.given(sentence.tokens)

    def by_pronoun(self, sentence: Sentence) -> str | None:
        """Whom the sentence before was about, where a pronoun gives that nobody is known by: "it gave 12 million"."""
        subjects = (self._around.child(hit.verb, "nsubj") for hit in sentence.told)
        is_meant = any(i is not None and self._around.words[i] in ("it", "they") for i in subjects)
        return self._memory.topic if is_meant and self._memory.topic not in {draft.recipient for draft in self._memory.drafts} else None

    def office(self, sentence: Sentence) -> str | None:
        """Whose "the ministry" or "the cabinet" is that gives: that of whoever the report named first, or else last with an office, where
        nobody gave to them."""
        is_of_office = bool(WORDS["offices"] & set(sentence.words)) or self._givers.speaks(sentence.tokens)
        # "Australia followed on Friday. The foreign minister said 6 million would be released."
        given = {draft.recipient for draft in self._memory.drafts} | {self._goals.recipient(sentence.tokens, donor=None)}
        home = self._memory.home if self._parties.may_rule(self._memory.home) else None
        named = (self._parties.publisher, self._memory.subject, home, self._memory.ruling)
        return next((party for party in named if party is not None and party not in given), None) if is_of_office else None

    def teller(self, sentence: Sentence) -> str | None:
        """Who gives where nobody is named: whoever tells of it and did not get it: "two radars have been handed over to Ossel, Sund's
        ministry said"; of a gift to nobody nobody knows."""
        sayer, gets = self._givers.sayer(sentence.tokens), self._goals.recipient(sentence.tokens, donor=None)
        reached = self._goals.reached(sentence.tokens)
        if WORDS["military"] & set(sentence.words) and not (self.gives(sentence) or sentence.sums):
            return None  # Armies tell of arms that came to their enemies.
        return sayer if (gets or reached) is not None and sayer not in (gets, reached) else None

    def gives_too(self, donor: str, sentence: Sentence) -> bool:
        """Whether another state gives things to whom the package before is for: "South Korea said it was sending 3,000 blankets"."""
        others = self._memory.drafts and donor not in (self._memory.drafts[-1].donor, self._memory.drafts[-1].recipient)
        is_giving = self.gives(sentence)
        return bool(others and is_giving and self._gifts.items([hit.verb for hit in sentence.told], sentence.tokens))

    def is_given(self, sentence: Sentence) -> bool:
        """Whether a verb of giving stands in the passive without whoever does it: "two fire engines were shipped"."""
        around = self._around
        verbs = [hit.verb for hit in sentence.told if around.words[hit.verb] in GIVE]
        is_passive = bool(verbs) and all(around.child(verb, "nsubj:pass") is not None for verb in verbs)
        return is_passive and not any(self._goals.is_agent(i) for i in sentence.tokens)

    def gives(self, sentence: Sentence) -> bool:
        """Whether one of the verbs that tell is one of giving."""
        return any(self._around.words[hit.verb] in GIVE for hit in sentence.told)

    def giver(self, sentence: Sentence) -> str | None:
        """Who gives by the first word that tells of somebody."""
        givers = (self._not_by_who_got(self._sentences.giver(hit, sentence.tokens), hit) for hit in sentence.told)
        return next((party for party in givers if party is not None), None) or self.of_line(sentence)

    def of_line(self, sentence: Sentence) -> str | None:
        """Whose line of a list a sentence stands in, where it does not get what is told there."""
        party = self._givers.of_line(sentence.tokens)
        return party if party not in {draft.recipient for draft in self._memory.drafts} and not self._memory.named[party or ""] else None

    def recipient(self, sentence: Sentence, donor: str | None) -> str | None:
        found = self._goals.recipient(sentence.tokens, donor=donor)
        if found is None and self._goals.goes_to_pronoun(sentence.tokens) and self._memory.topic != donor:
            return self._memory.topic
        borrower = self._sentences.borrower(sentence, donor)
        found = found or (borrower if borrower != donor else None)
        found = found or next((party for hit in sentence.told if (party := self._givers.approving(hit.verb)) is not None), None)
        last = self._memory.drafts[-1] if self._memory.drafts else None
        if found is None and last is not None and donor in (None, last.donor) and {"also", "too"} & set(sentence.words):
            return last.recipient  # "It will also give 80 million".
        # "Vinland opened its stores for Kastria. It sent 40 lorries."
        is_giving = self.gives(sentence)
        return found or (self._memory.goal if is_giving and self._memory.goal != donor else None)
