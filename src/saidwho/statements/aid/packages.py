"""Which sentences of a report describe one package of aid?

A package is opened by a sum or by things given, with who gives or to whom. "The latest package", "the money", "the first tranche"
and a sum named again go on with it; another donor, another sum or "a separate gift" opens the next.
"""

from saidwho.statements.aid.dates import Dates
from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.givers import Givers
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.sentences import Sentence, Sentences
from saidwho.statements.aid.stages import GIVE, Told
from saidwho.statements.aid.sums import of_donor, size
from saidwho.statements.aid.words import WORDS
from saidwho.statements.own_voice.lines import is_headline
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Figure


class Packages:
    """Gathers the packages of one report, sentence by sentence."""

    def __init__(self, around: Surroundings, parties: Parties, dates: Dates) -> None:
        self._around, self._parties, self._dates = around, parties, dates
        self._givers, self._goals, self._gifts = Givers(around, parties), Goals(around, parties), Gifts(around)
        self._sentences = Sentences(around, self._givers, self._goals, self._gifts)
        self.drafts: list[Draft] = []
        self._fresh = False
        self._last: list[Draft] = []
        # The packages that the headline told of.
        self._headlines: list[Draft] = []
        # Whom the sentence before was about, and whom it named as given to: what "them" and "gave 12,000 shells" may mean.
        self._topic: str | None = None
        self._goal: str | None = None
        self._home: str | None = None
        # Whom sentences of aid name as whom something is for.
        self._named: set[str] = set()

    def read(self, tokens: range, figures: tuple[Figure, ...]) -> None:
        """Take in one sentence. figures: those that stand in it."""
        sentence = self._sentences.read(tokens, figures)
        self._fresh = self._fresh or sentence.is_fresh
        found = self._told_by(sentence)
        if not found and self._last and not self._fresh and self._lists(sentence):
            found = self._last[-1:]
        if found and sentence.words[0] in ("all", "both") and len(self._last) > 1:
            found = self._last
        for draft in found:
            draft.recipient = draft.recipient or self._recipient(sentence, draft.donor)
        for draft in found:
            draft.recipient = draft.recipient or self._meant_before(draft, sentence)
            draft.add_kinds(sentence.words)
        if found:
            self._add(found[-1], sentence)
        self._topic = self._goals.first(tokens) or self._topic
        self._home = self._home or self._topic
        named = self._goals.goal(tokens)
        if named is not None and (found or sentence.is_of_aid):
            self._named.add(named)
        self._goal = named or (self._goal if found else None)
        self._last = found
        if found and found == self.drafts and self._is_headline(tokens):
            self._headlines = found
        self._fresh = sentence.is_fresh and not found
        self._dates.turn(tokens, is_of_aid=bool(found) or sentence.is_of_aid)

    def settle(self) -> None:
        """Give a package whose sentences name nobody whom the report names as the only one that something is for."""
        for draft in self.drafts:
            others = (self._named | {other.recipient for other in self.drafts}) - {draft.donor, None}
            if draft.recipient is None and len(others) == 1:
                draft.recipient = next(iter(others))

    def _told_by(self, sentence: Sentence) -> list[Draft]:
        """The packages that a sentence tells of."""
        if not sentence.sums:
            return self._without_sum(sentence)
        if sentence.is_total:
            return []
        if sentence.told:
            return self._with_sums(sentence)
        is_its_price = (
            sentence.takes_up or bool(sentence.funding) or bool(WORDS["price"] & set(sentence.words)) or self._names_item(sentence)
        )
        return [self._worth(sentence)] if self.drafts and is_its_price else []

    def _meant_before(self, draft: Draft, sentence: Sentence) -> str | None:
        """Whom a package is for by the sentence before."""
        party = self._topic if self._goals.goes_to_pronoun(sentence.tokens) else self._goal
        return party if party != draft.donor else None

    def _lists(self, sentence: Sentence) -> bool:
        """Whether a sentence behind one of a package goes on to list its things, and nobody fights."""
        return self._gifts.are_listed(sentence.tokens) and not sentence.is_fighting and not sentence.is_no_aid

    def _with_sums(self, sentence: Sentence) -> list[Draft]:
        found: list[Draft] = []
        sums, parts = sentence.sums, self._sentences.parts(sentence)
        for number, (amount, part) in enumerate(zip(sums, parts, strict=True)):
            near = self._sentences.nearest(sentence.told, amount.span)
            donor = self._donor_of(amount, number, part, near, sentence)
            draft = self._draft_of(amount, number, donor, near, sentence, found)
            if draft is None:
                continue
            draft.spans.append(amount.span)
            if len(sums) > 1:
                draft.recipient = draft.recipient or self._goals.recipient(part, donor=draft.donor)
            for hit in sentence.told if len(sums) == 1 else [near]:
                self._tell(draft, hit, amount, sentence, date=self._dates.within(part) if number else None)
            if draft not in found:
                found.append(draft)
        return found

    def _donor_of(self, amount: Figure, number: int, part: range, near: Told, sentence: Sentence) -> str | None:
        """Who gives a sum: of several, whoever is named right before it or behind "by" in its part."""
        beside = (self._givers.before(amount.span, sentence.tokens) or self._givers.by(part)) if number else None
        named = beside or self._sentences.giver(near, sentence.tokens) or self._givers.before(amount.span, sentence.tokens)
        return named or self._office(near, sentence)

    def _office(self, hit: Told, sentence: Sentence) -> str | None:
        """Whose "the ministry" or "the cabinet" is that gives: that of whoever the report named first, where nobody else gets."""
        tokens = sentence.tokens
        before = {self._around.words[i] for i in range(tokens.start, hit.verb)}
        return self._home if before & WORDS["offices"] and self._home != self._goals.recipient(tokens, donor=None) else None

    def _draft_of(self, amount: Figure, number: int, donor: str | None, near: Told, sentence: Sentence, found: list[Draft]) -> Draft | None:
        """The package that a sum is of: one known, of which it is a share, that it makes greater, or a new one."""
        known = next((draft for draft in self.drafts if draft.is_of(amount)), None)
        if known is not None:
            if known.amount is None or known.amount.currency is None or (None in (amount.low, amount.high) and not number):
                known.amount = self._in_money_of(amount, known.donor)
            return known
        following = sentence.sums[number + 1] if number + 1 < len(sentence.sums) else None
        if following is not None and self._sentences.is_first_of(amount, following):
            return next((draft for draft in self.drafts if draft.is_of(following)), None) or self._opened(donor, following)
        last = self.drafts[-1] if self.drafts else None
        if last is not None and self._is_share(amount, number, last, donor, sentence):
            return found[-1] if found else last
        if last is not None and sentence.takes_up and near.stage == "pledged" and last.amount and size(amount) > size(last.amount):
            # "Use up the 60 million pledged in June": the greater sum that the package is taken out of.
            last.amount = amount
            return last
        is_open = last is not None and last.amount is None and not self._fresh and donor in (None, last.donor)
        if last is not None and is_open and (sentence.takes_up or not last.items):
            last.amount = self._in_money_of(amount, last.donor)
            return last
        recipient = self._recipient(sentence, donor)
        is_gift = self._sentences.is_gift_of_money(near, sentence, donor=donor, recipient=recipient, goes_on=last is not None)
        return self._opened(donor, amount) if is_gift else None

    def _is_share(self, amount: Figure, number: int, last: Draft, donor: str | None, sentence: Sentence) -> bool:
        """Whether a sum is a share of the last package; somebody else who gives does not give a share of it."""
        if donor is not None and last.donor not in (donor, None):
            return False
        if last.amount is not None and self._sentences.is_first_of(amount, last.amount):
            return True
        if last.amount is None or size(amount) >= size(last.amount):
            return False
        # "Twelve million was transferred": of what, and in which money, is what the sentence before told.
        is_bare = donor is None and amount.currency is None and amount.unit is None
        return is_bare or self._sentences.is_share(amount, number, sentence)

    def _worth(self, sentence: Sentence) -> Draft:
        """A sum that a sentence gives for the package before: "the batteries, worth 210 million crowns"."""
        draft = (self._with_item(sentence) if self._names_item(sentence) else None) or self.drafts[-1]
        draft.amount = draft.amount or self._in_money_of(sentence.sums[0], draft.donor)
        draft.spans.append(sentence.sums[0].span)
        return draft

    def _opened(self, donor: str | None, amount: Figure | None, *, inherits: bool = True) -> Draft:
        """A new package; where nobody is named who gives, whoever gave the one before."""
        earlier = self.drafts[-1] if inherits and self.drafts and donor is None else None
        giver = earlier.donor if earlier else donor
        draft = Draft(
            amount=self._in_money_of(amount, giver) if amount else None, donor=giver, recipient=earlier.recipient if earlier else None
        )
        self.drafts.append(draft)
        return draft

    def _in_money_of(self, amount: Figure, donor: str | None) -> Figure:
        return of_donor(amount, self._around.text, self._parties.country(donor))

    def _without_sum(self, sentence: Sentence) -> list[Draft]:
        """A sentence that goes on with a package, or opens one of things."""
        draft: Draft | None = None
        goes_on = (
            sentence.takes_up
            or self._names_item(sentence)
            or (sentence.told and self._last and self._sentences.continues(sentence))
            or self._retells_headline(sentence)
        )
        if self.drafts and not self._fresh and goes_on:
            draft = self._with_item(sentence) if self._names_item(sentence) else self.drafts[-1]
        elif sentence.told and self._sentences.gives_things(sentence):
            draft = self._opened_by_things(sentence)
        if draft is None:
            return []
        tells = sentence.told or sentence.funding or self._gifts.items([], sentence.tokens)
        if not tells and self._goals.recipient(sentence.tokens, donor=draft.donor) is None:
            return []
        for hit in sentence.told:
            self._tell(draft, hit, None, sentence)
        return [draft]

    def _retells_headline(self, sentence: Sentence) -> bool:
        """Whether a sentence right below the headline tells of what the headline tells: the same stage, and nobody else who gives."""
        if not (sentence.told and self._last and self._last == self._headlines):
            return False
        donor = next((party for hit in sentence.told if (party := self._sentences.giver(hit, sentence.tokens))), None)
        stages = {stage for draft in self._last for stage, *_ in draft.stages}
        return donor in (None, self._last[0].donor) and any(hit.stage in stages for hit in sentence.told)

    def _opened_by_things(self, sentence: Sentence) -> Draft | None:
        tokens, told = sentence.tokens, sentence.told
        donor = next((party for hit in told if (party := self._sentences.giver(hit, tokens))), None)
        if self._fresh and self.drafts and donor == self.drafts[-1].recipient:
            donor = None  # A pronoun taken for whoever was given to before.
        donor = donor or self._office(told[0], sentence)
        recipient = self._recipient(sentence, donor)
        if donor is None and recipient is not None and any(self._around.words[hit.verb] in GIVE for hit in told):
            # "Two radars have been handed over, Eskeland's defence ministry said": who tells of it gave, unless it got them.
            donor = sayer if (sayer := self._givers.sayer(tokens)) != recipient else None
        goes_on = self._fresh and bool(self.drafts)
        if donor is not None and recipient is None and self._gives_too(donor, sentence):
            recipient = self.drafts[-1].recipient
        if not self._sentences.is_gift_of_things(sentence, donor=donor, recipient=recipient, goes_on=goes_on):
            return None
        if self._is_headline(tokens) and (donor is None or recipient is None):
            return None
        draft = self._opened(donor, None, inherits=self._fresh)
        draft.recipient = draft.recipient or recipient
        return draft

    def _gives_too(self, donor: str, sentence: Sentence) -> bool:
        """Whether another state gives things to whom the package before is for: "South Korea said it was sending 3,000 blankets"."""
        others = self.drafts and donor not in (self.drafts[-1].donor, self.drafts[-1].recipient)
        is_giving = any(self._around.words[hit.verb] in GIVE for hit in sentence.told)
        return bool(others and is_giving and self._gifts.items([hit.verb for hit in sentence.told], sentence.tokens))

    def _recipient(self, sentence: Sentence, donor: str | None) -> str | None:
        found = self._goals.recipient(sentence.tokens, donor=donor)
        if found is None and self._goals.goes_to_pronoun(sentence.tokens) and self._topic != donor:
            return self._topic
        borrower = self._sentences.borrower(sentence)
        found = found or (borrower if borrower != donor else None)
        # "Vinland opened its stores for Kastria. It sent 40 lorries."
        is_giving = any(self._around.words[hit.verb] in GIVE for hit in sentence.told)
        return found or (self._goal if is_giving and self._goal != donor else None)

    def _tell(self, draft: Draft, hit: Told, amount: Figure | None, sentence: Sentence, *, date: str | None = None) -> None:
        whole = draft.amount if amount is not None and draft.is_of(amount) else amount
        date = date or self._dates.of(hit.verb, sentence.tokens)
        is_of_today = date is None and self._is_of_today(hit.verb, sentence.tokens)
        is_headlines = is_of_today and not self._dates.is_live(sentence.tokens)
        verb = self._around.tokens[hit.verb].span
        draft.add_stage(hit.stage, whole, self._dates.today if is_of_today else date, verb, is_headlines=is_headlines)

    def _is_of_today(self, verb: int, tokens: range) -> bool:
        """Whether a headline tells a stage in the present ("Canada pledges", "Germany to send"), or a line of a live report does."""
        around, word = self._around, self._around.words[verb]
        below = {around.words[k] for k in around.children(verb)}
        return (self._is_headline(tokens) and (word.endswith("s") or "to" in below)) or self._dates.is_live(tokens)

    def _is_headline(self, tokens: range) -> bool:
        text = self._around.text
        return is_headline(self._around.sentence(self._around.tokens[tokens.start].span.start).of(text))

    def _add(self, draft: Draft, sentence: Sentence) -> None:
        """What a sentence says of its package beside sums and stages."""
        draft.add_items(self._gifts.items([hit.verb for hit in sentence.told], sentence.tokens))
        draft.add_funding(sentence.funding)

    def _names_item(self, sentence: Sentence) -> bool:
        words = sentence.words
        is_definite = bool({"the", "remaining"} & set(words)) or any(word in WORDS["materiel"] for word in words[:4])
        return is_definite and self._with_item(sentence) is not None

    def _with_item(self, sentence: Sentence) -> Draft | None:
        present = set(sentence.words)
        return next((draft for draft in reversed(self.drafts) if draft.last_words() & present), None)
