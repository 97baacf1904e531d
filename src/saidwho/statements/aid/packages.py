"""Which sentences of a report describe one package of aid?

A package is opened by a sum or by things given, with who gives or to whom. "The latest package", "the money", "the first tranche"
and a sum named again go on with it; another donor, another sum or "a separate gift" opens the next.
"""

import re
from collections import Counter
from dataclasses import replace

from saidwho.statements.aid.clauses import SELLING
from saidwho.statements.aid.continuing import Continuing
from saidwho.statements.aid.dates import Dates
from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.exchanges import Exchanges
from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.givers import Givers
from saidwho.statements.aid.giving import Givings
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.memory import Memory
from saidwho.statements.aid.openings import BUYING, Openings
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.sentences import GIFTS, Sentences
from saidwho.statements.aid.shares import Shares
from saidwho.statements.aid.stages import Told
from saidwho.statements.aid.sums import in_money_of, is_total_of, of_donor, size
from saidwho.statements.aid.words import STAGE_OF, WORDS, forms_of
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Figure
from saidwho.types.statement import STAGES, AidItem

# Verbs in the plain form, which headlines use of several: "guns reach the front".
_PLAIN = WORDS["give"] | frozenset(word for stage in STAGES for word in WORDS[stage])
# Words of a line of a list among which whoever gives is named.
_NAMED_FIRST = 3
# Where these are told of a sum of aid, it is none as yet.
_FAILING = frozenset({"failed", "fail", "fails", "vetoed", "vetoes", "blocked", "blocks", "refused", "refuses", "stalled", "unable"})
# Between a thing and what it is worth.
_WORTH = re.compile(r"[ ,]*(?:worth|valued at|costing|for|at)(?: (?:about|some|around|nearly|roughly))? ?[$€£]?")
_BUYING = BUYING | forms_of("procure")
_DEFINITE = frozenset({"the", "these", "those", "they", "all"})
_WHOLE = frozenset({"whole", "total", "entire", "full", "overall"})
# Sentences over which "the last six" still are of a package.
_NEAR = 2


class Packages:
    """Gathers the packages of one report, sentence by sentence."""

    def __init__(
        self, around: Surroundings, parties: Parties, dates: Dates, givings: Givings, *, speaking: frozenset[int] = frozenset()
    ) -> None:
        """speaking: the words that name who speaks."""
        self._around, self._parties, self._dates = around, parties, dates
        self._givers, self._goals, self._gifts = Givers(around, parties), Goals(around, parties), Gifts(around)
        self._openings, self._shares = Openings(around, self._goals, self._gifts), Shares(around)
        self._sentences = Sentences(around, self._givers, self._goals, self._gifts, givings)
        self._memory = Memory(around, self._goals, dates, speaking=speaking)
        self._exchanges = Exchanges(around, parties, self._givers, self._goals, self._gifts, self._sentences, self._memory)
        self._continuing = Continuing(around, self._givers, self._goals, self._gifts, self._shares, self._exchanges, self._memory)
        # The sentence that opened the list in which the report stands.
        self._intro: Sentence | None = None

    @property
    def drafts(self) -> list[Draft]:
        """The packages found so far, in the order of the text."""
        return self._memory.drafts

    def read(self, tokens: range, figures: tuple[Figure, ...]) -> None:
        """Take in one sentence. figures: those that stand in it."""
        sentence = self._sentences.read(tokens, figures)
        self._memory.turn_to(sentence)
        if self._tells_sold(sentence):
            self._memory.drafts.remove(self._memory.last.pop())
        giver = self._names_giver(sentence)
        if giver is not None:
            self._memory.last[-1].donor = giver
        found = self._memory.last[-1:] if giver is not None else self._packages_of(sentence)
        for draft in found:
            draft.recipient = (
                draft.recipient or self._exchanges.recipient(sentence, draft.donor) or self._exchanges.recipient_before(draft, sentence)
            )
            draft.reached = draft.reached or self._goals.reached(sentence.tokens)
            draft.add_kinds(self._memory.kind_words(sentence), spoken=self._memory.kind_words(sentence, with_speakers=True))
        if found:
            found[-1].is_persons = found[-1].is_persons or self._givers.is_person(sentence.told)
            self._add(found, sentence)
        self._memory.remember(sentence, found)
        self._dates.turn(tokens, is_of_aid=bool(found) or sentence.is_of_aid)

    def _names_giver(self, sentence: Sentence) -> str | None:
        """Whose gift something is that was told of right before: "the goods were a gift of the Swiss government"."""
        around = self._around
        gift = next((i for i in sentence.tokens if around.words[i] in GIFTS and around.child(i, "cop") is not None), None)
        is_of_last = bool(self._memory.last) and bool(_DEFINITE & set(sentence.words[:1])) and not sentence.sums
        return self._givers.from_whom(gift) if gift is not None and is_of_last else None

    def _tells_sold(self, sentence: Sentence) -> bool:
        """Whether a sentence says of the things told of right before that they were sold: "the aircraft were sold, not given"."""
        around = self._around
        subjects = (around.child(i, "nsubj:pass") for i in sentence.tokens if around.words[i] == "sold")
        known = self._memory.last[-1] if self._memory.last else None
        words = (around.words[k] for i in subjects if i is not None for k in (i, *around.children(i)))
        return known is not None and known.amount is None and bool(_DEFINITE & set(words))

    def _packages_of(self, sentence: Sentence) -> list[Draft]:
        """The packages that a sentence is about: those that it tells of, else one whose things it lists, or all that it means."""
        if (not sentence.told and SELLING & set(sentence.words)) or sentence.excludes:
            return []
        listed = self._listed(sentence)
        found = [listed] if listed is not None else self._told_by(sentence)
        if not found and self._memory.last and not self._memory.is_fresh and self._lists(sentence):
            found = self._memory.last[-1:]
        is_of_all = bool(found) and sentence.words[0] in ("all", "both") and len(self._memory.last) > 1
        return self._memory.last if is_of_all else found

    def _listed(self, sentence: Sentence) -> Draft | None:
        """A line of a list that a sentence before opened with a colon: "The following was pledged: / Kuvia: 20 million dollars"."""
        around, tokens = self._around, sentence.tokens
        if self._intro is None or not self._gifts.is_bare(tokens):
            self._intro = sentence if sentence.told and around.words[tokens.stop - 1] == ":" else None
            return None
        start = [i for i in tokens if around.tokens[i].upos not in ("PUNCT", "SYM", "DET")][:_NAMED_FIRST]
        donor = next((party for i in start if (party := self._parties.whose(i)) is not None), None)
        if donor is None or not (sentence.sums or self._gifts.items([], tokens)):
            return None
        draft = self._opened(donor, sentence.sums[0] if sentence.sums else None)
        draft.recipient = self._goals.recipient(self._intro.tokens, donor=donor)
        draft.spans += [amount.span for amount in sentence.sums[:1]]
        for hit in self._intro.told[:1]:
            self._tell(draft, hit, draft.amount, self._intro)
        return draft

    def settle(self) -> None:
        """Give a package whose sentences name nobody whom the report names most often as whom something is for."""
        for draft in self._memory.drafts:
            if draft.kind() is None:
                draft.kinds = self._memory.kinds
        named = self._memory.named + Counter(draft.recipient for draft in self._memory.drafts if draft.recipient)
        about = {party for party in self._memory.about if self._parties.is_state(party)} - {draft.donor for draft in self._memory.drafts}
        if len(about) == 1:
            named[next(iter(about))] += 1
        for draft in self._memory.drafts:
            left = self._parties.states() - {draft.recipient} if draft.donor is None and draft.is_persons else set()
            if len(left) == 1:
                draft.donor = next(iter(left))  # "President Lind announced a package": of the one other state that is named.
            others = [(party, often) for party, often in named.most_common() if party != draft.donor and self._parties.may_get(party)]
            if draft.recipient is None and others and (len(others) == 1 or others[0][1] > others[1][1]):
                draft.recipient = others[0][0]
            if draft.recipient is None and draft.reached != draft.donor:
                draft.recipient = draft.reached

    def _told_by(self, sentence: Sentence) -> list[Draft]:
        """The packages that a sentence tells of."""
        if not sentence.sums:
            return self._without_sum(sentence)
        if self._tells_whole(sentence) or self._continuing.makes_up(sentence):
            return [self._made_up(self._memory.last[-1], sentence)]
        return [] if sentence.is_total else self._with_own_sums(sentence)

    def _made_up(self, draft: Draft, sentence: Sentence) -> Draft:
        """The package right before, with the sum that is its whole, or those that are its parts."""
        if self._tells_whole(sentence):
            draft.amount = in_money_of([draft.amount] if draft.amount else [], sentence.sums[0], self._around.text)
            draft.is_part = False
        draft.spans += [amount.span for amount in sentence.sums]
        return draft

    def _with_own_sums(self, sentence: Sentence) -> list[Draft]:
        """The packages of a sentence whose sums are of packages of their own, or of the last as its price."""
        has_price = bool(WORDS["price"] & set(sentence.words)) and not self._is_own_purchase(sentence)
        is_its_price = sentence.takes_up or bool(sentence.funding) or has_price or self._memory.names_item(sentence)
        is_told_by_rule = any(not hit.is_read for hit in sentence.told)
        if (
            not is_told_by_rule
            and is_its_price
            and self._memory.drafts
            and self._memory.drafts[-1].amount is None
            and len(sentence.sums) == 1
        ):
            return [self._worth(sentence)]
        if sentence.told:
            return self._with_sums(sentence)
        if self._memory.drafts and is_its_price:
            return [self._worth(sentence)]
        return self._only_named(sentence)

    def _is_own_purchase(self, sentence: Sentence) -> bool:
        """ "A plan to buy frigates for the Danish navy at a cost of 40 billion": whoever gave the last package buys for himself."""
        buys = bool(_BUYING & set(sentence.words))
        return buys and self._goals.recipient(sentence.tokens, donor=None) in (
            None,
            self._memory.drafts[-1].donor if self._memory.drafts else None,
        )

    def _tells_whole(self, sentence: Sentence) -> bool:
        """ "The whole programme is of 145 million": the sum of which the one told right before is a share."""
        last = self._memory.last[-1] if self._memory.last else None
        is_named = sentence.words[:1] == ["the"] and bool(_WHOLE & set(sentence.words[1:2]))
        is_first = all(size(amount) < size(sentence.sums[0]) for amount in sentence.sums[1:])
        return is_named and is_first and last is not None and last.amount is not None and size(sentence.sums[0]) > size(last.amount)

    def _only_named(self, sentence: Sentence) -> list[Draft]:
        """A sum of aid of which only a later sentence may tell how far it came: "a grant of 3 million for roofs. It was signed in May." """
        noun = next((i for i in sentence.tokens if self._around.words[i] in WORDS["aid"] and self._around.tokens[i].upos == "NOUN"), None)
        if noun is None or len(sentence.sums) != 1 or sentence.is_no_aid or sentence.is_fighting or _FAILING & set(sentence.words):
            return []
        donor = self._parties.whose(noun) or self._givers.donor(noun, sentence.tokens)
        return [self._opened(donor, sentence.sums[0])]

    def _lists(self, sentence: Sentence) -> bool:
        """Whether a sentence behind one of a package goes on to list its things, and nobody fights or adds up years."""
        is_no_list = sentence.is_fighting or sentence.is_no_aid or self._counts_years(sentence)
        return self._gifts.are_listed(sentence.tokens) and not is_no_list

    def _with_sums(self, sentence: Sentence) -> list[Draft]:
        found: list[Draft] = []
        sums, parts = sentence.sums, self._sentences.parts(sentence)
        if is_total_of(sums[0], sums[1:]):
            shared_out = self._is_shared_out(parts)
            sums, parts = (sums[1:], parts[1:]) if shared_out else (sums[:1], parts[:1])
        for number, (amount, part) in enumerate(zip(sums, parts, strict=True)):
            near = self._sentences.nearest(sentence.told, amount.span)
            donor = self._exchanges.giver_of(amount, number, part, near, sentence)
            if number and "respectively" in sentence.words:
                donor = self._joined_giver(number, near) or donor
            if number and found and self._shares.is_whole_of_part(amount, sentence):
                donor = found[-1].donor  # Whoever gives a tranche gives the loan.
            known = len(self._memory.drafts)
            draft = self._draft_of(amount, number, donor, near, sentence, found)
            if draft is None:
                continue
            draft.spans.append(amount.span)
            if len(sums) > 1:
                own = self._goals.recipient(part, donor=draft.donor)
                if number and self._exchanges.is_given_first(sentence, donor):
                    own = self._givers.before(amount.span, sentence.tokens) or own
                draft.recipient = (own if len(self._memory.drafts) > known else None) or draft.recipient or own
            is_whole = number > 0 and draft in found and self._shares.is_first_of(sums[number - 1], amount)
            is_of_part = self._shares.is_whole_of_part(amount, sentence)
            is_whole = is_whole or (is_of_part and number + 1 < len(sums) and size(sums[number + 1]) < size(amount))
            is_whole = is_whole or (number + 1 < len(sums) and self._shares.is_share_behind(amount, sums[number + 1], near.verb))
            # "The 100 million it promised in April": the whole has a verb of its own right behind it.
            is_told_itself = is_whole and number > 0 and self._sentences.is_right_behind(amount.span, near.verb)
            is_only_part = number > 0 and draft in found and self._shares.is_of_which(amount) and near.verb not in part
            telling = sentence.told if len(sums) == 1 else [near] if is_told_itself or not (is_whole or is_only_part) else []
            for hit in telling:
                if hit.is_read and not self._tells_more(draft, hit):
                    continue
                is_anothers = is_of_part or self._is_of_something_else(hit, near, amount, sentence)
                self._tell(draft, hit, None if is_anothers else amount, sentence, date=self._dates.within(part) if number else None)
            self._meet(draft, donor)
            if draft not in found:
                found.append(draft)
        return [*found, *(self._apiece(found[0], sentence) if len(found) == 1 and "each" in sentence.words else ())]

    def _joined_giver(self, number: int, near: Told) -> str | None:
        """Who gives one of several sums that stand in the order of those who give them: "Sund and Estria pledged 35 and 21 million
        respectively"."""
        others = [party for party, _ in self._givers.joined([near])]
        return others[number - 1] if number <= len(others) else None

    def _apiece(self, draft: Draft, sentence: Sentence) -> list[Draft]:
        """What others give who give as much: "ten million euros each has been pledged by Ireland and Malta"."""
        made = []
        for party, name in self._givers.joined(sentence.told):
            if party not in (draft.donor, draft.recipient):
                made.append(replace(
                    draft, donor=party, items=[], funding=[], kinds={}, hints={}, stages=list(draft.stages), spans=[*draft.spans, name],
                    of_headline=set(draft.of_headline), only_read=set(draft.only_read),
                ))  # fmt: skip
        self._memory.drafts += made
        return made

    def _is_of_something_else(self, hit: Told, near: Told, amount: Figure, sentence: Sentence) -> bool:
        """Whether a verb tells of things of its own, "which promised 30 million, sent two planes with tents", or of all that a sum is a
        share of: "150 million of a package announced in March"."""
        inside = self._around.touched(amount.span)
        above = (up for up in self._around.ancestors(inside.start) if self._around.tokens[up].upos == "VERB")
        is_below = hit.verb == next(above, None)
        has_things = hit.verb != near.verb and not is_below and any(noun not in inside for noun in self._gifts.of(hit.verb))
        described = self._around.tokens[hit.verb].head if self._around.tokens[hit.verb].relation.startswith("acl") else hit.verb
        is_of_package = self._around.words[described] in WORDS["aid"] and self._shares.is_of_package(amount)
        return len(sentence.told) > 1 and (has_things or is_of_package)

    def _is_shared_out(self, parts: list[range]) -> bool:
        """Whether several get the first sum, which is a total: "a 95 billion bill with 61 billion for Kastria and 34 billion for Ossel"."""
        gets = {party for part in parts[1:] if (party := self._goals.recipient(part, donor=None)) is not None}
        return len(gets) > 1

    def _meet(self, draft: Draft, donor: str | None) -> None:
        """A headline shortens who gives; whoever is named below it gives."""
        if draft.is_headlines and donor is not None and not self._memory.in_headline:
            draft.donor, draft.is_headlines = donor, False

    def _draft_of(self, amount: Figure, number: int, donor: str | None, near: Told, sentence: Sentence, found: list[Draft]) -> Draft | None:
        """The package that a sum is of: one known, of which it is a share, that it makes greater, or a new one."""
        others = {id(draft) for draft in found if number and donor is not None and draft.donor not in (donor, None)}
        known = next((draft for draft in self._memory.drafts if draft.is_of(amount) and id(draft) not in others), None)
        if known is not None:
            if known.amount is None or known.amount.currency is None or (None in (amount.low, amount.high) and not number):
                known.amount = self._in_money_of(amount, known.donor)
            return known
        following = sentence.sums[number + 1] if number + 1 < len(sentence.sums) else None
        if following is not None and self._shares.is_first_of(amount, following):
            following = in_money_of(
                [self._in_money_of(amount, donor)], following, self._around.text
            )  # "10 million euros of the 30 million".
            whole = next((draft for draft in self._memory.drafts if draft.is_of(following)), None)
            return whole or self._opened(donor, following, recipient=self._exchanges.recipient(sentence, donor))
        last = self._memory.drafts[-1] if self._memory.drafts else None
        if last is None:
            return self._new(amount, donor, near, sentence)
        if not self._memory.is_other and self._continuing.is_share(amount, number, last, donor, near, sentence):
            return found[-1] if found else last
        if last.amount is not None and size(amount) > size(last.amount) and sentence.is_so_far and donor in (None, last.donor):
            return None  # A total of several packages.
        return last if self._makes_up(last, amount, donor, near, sentence) else self._new(amount, donor, near, sentence)

    def _makes_up(self, last: Draft, amount: Figure, donor: str | None, near: Told, sentence: Sentence) -> bool:
        """Whether a sum is that of the last package: the greater one that its own is a share of, or its first."""
        if donor not in (None, last.donor):
            return False
        if self._continuing.changes(last, donor, near):
            last.amount = self._in_money_of(amount, last.donor)
            return True
        is_whole = self._shares.is_whole_of_part(amount, sentence)  # "It was the third instalment of an 18-billion-euro loan".
        is_out_of_it = last.is_part or (sentence.takes_up and (near.stage == "pledged" or is_whole))
        if last.amount is not None and size(amount) > size(last.amount) and is_out_of_it:
            # "Use up the 60 million pledged in June": the greater sum that the package is taken out of.
            last.amount, last.is_part = amount, False
            return True
        names_last = self._memory.names_item(sentence) and self._memory.with_item(sentence) is last
        if last.amount is None and not self._memory.is_fresh and (sentence.takes_up or names_last or not last.items):
            last.amount = self._in_money_of(amount, last.donor)
            return True
        return False

    def _new(self, amount: Figure, donor: str | None, near: Told, sentence: Sentence) -> Draft | None:
        """A package that a sum opens, where it is aid."""
        recipient = self._exchanges.recipient(sentence, donor)
        before = (
            [self._memory.drafts[-1].amount] if self._memory.is_other and self._memory.drafts and self._memory.drafts[-1].amount else []
        )
        amount = in_money_of([*before, *sentence.sums[: sentence.sums.index(amount)]], amount, self._around.text)
        if self._is_for_itself(donor, near, sentence):
            return None
        if not self._openings.is_gift_of_money(near, sentence, donor=donor, recipient=recipient):
            return None
        draft = self._opened(donor, amount, recipient=recipient)
        draft.is_part = self._shares.is_part(amount, sentence)
        return draft

    def _is_for_itself(self, donor: str | None, near: Told, sentence: Sentence) -> bool:
        """Whether what somebody buys or sets aside is for his own army or towns."""
        is_own = near.stage == "allocated" or STAGE_OF.get(self._around.words[near.verb]) in ("contracted", "allocated")
        is_own = is_own or self._goals.is_at_home(sentence.tokens)
        donor = donor or (self._memory.drafts[-1].donor if self._memory.drafts else None)
        is_for_others = self._goals.recipient(sentence.tokens, donor=donor) is not None
        return is_own and donor is not None and not is_for_others and self._goals.is_for_own(sentence.tokens, donor)

    def _counts_years(self, sentence: Sentence) -> bool:
        """Whether what has been given is counted over a time."""
        below = (self._around.words[k] for hit in sentence.told for k in self._around.children(hit.verb))
        return sentence.is_of_years and bool({"has", "have"} & set(below))

    def _worth(self, sentence: Sentence) -> Draft:
        """A sum that a sentence gives for the package before: "the batteries, worth 210 million crowns"."""
        draft = (self._memory.with_item(sentence) if self._memory.names_item(sentence) else None) or self._memory.drafts[-1]
        draft.amount = draft.amount or self._in_money_of(sentence.sums[0], draft.donor)
        draft.spans.append(sentence.sums[0].span)
        return draft

    def _headline_of(self, donor: str | None, recipient: str | None) -> Draft | None:
        """The package that the headline told of, where it is that of a sentence below: it named no sum and no things as yet."""
        first = self._memory.drafts[0] if len(self._memory.drafts) == 1 else None
        if first is None or not first.is_headlines or first.amount is not None or first.items or self._memory.in_headline:
            return None
        is_one = donor in (None, first.donor) or first.donor is None or (recipient is not None and recipient == first.recipient)
        return first if is_one else None

    def _opened(self, donor: str | None, amount: Figure | None, *, inherits: bool = True, recipient: str | None = None) -> Draft:
        """A new package; where nobody is named who gives, whoever gave the one before."""
        headline = self._headline_of(donor, recipient)
        if headline is not None:
            headline.amount = self._in_money_of(amount, headline.donor or donor) if amount else None
            headline.is_headlines = headline.is_headlines and donor in (None, headline.donor)
            headline.donor = headline.donor or donor
            return headline
        if donor is None and self._memory.is_taken_up and self._memory.topic is not None:
            donor = self._memory.topic  # "Its first one, of 4 million".
        earlier = self._memory.drafts[-1] if inherits and self._memory.drafts and donor is None and not self._memory.is_live else None
        giver = earlier.donor if earlier else donor
        draft = Draft(
            amount=self._in_money_of(amount, giver) if amount else None, donor=giver, recipient=earlier.recipient if earlier else None
        )
        draft.is_headlines = not self._memory.drafts and self._memory.in_headline
        self._memory.drafts.append(draft)
        return draft

    def _in_money_of(self, amount: Figure, donor: str | None) -> Figure:
        return of_donor(amount, self._around.text, self._parties.country(donor))

    def _without_sum(self, sentence: Sentence) -> list[Draft]:
        """A sentence that goes on with a package, or opens one of things."""
        draft: Draft | None = None
        goes_on = (
            sentence.takes_up
            or self._memory.names_item(sentence)
            or (sentence.told and self._memory.last and self._sentences.continues(sentence))
            or self._continuing.retells_headline(sentence)
            or self._continuing.comes_of_it(sentence)
            or (sentence.told and self._memory.since <= _NEAR and sentence.is_of_shares)
            or self._continuing.is_first_of_it(sentence)
            or self._continuing.recalls_promise(sentence)
            or self._continuing.counts_on(sentence)
        ) and not self._continuing.is_anothers(sentence)
        if self._memory.drafts and not self._memory.is_fresh and goes_on:
            draft = self._memory.with_item(sentence) if self._memory.names_item(sentence) else self._memory.drafts[-1]
        elif sentence.told and self._openings.gives_things(sentence):
            draft = self._opened_by_things(sentence)
        if draft is None:
            return []
        tells = (
            sentence.told
            or sentence.funding
            or self._gifts.items([], sentence.tokens)
            or self._around.words[sentence.tokens.stop - 1] == ":"
        )
        if not tells and self._goals.recipient(sentence.tokens, donor=draft.donor) is None:
            return []
        is_come = any(stage == "delivered" for stage, *_ in draft.stages) and self._continuing.comes_of_it(sentence)
        for hit in sentence.told:
            if hit.stage in ("pledged", "announced") and self._sentences.giver(hit, sentence.tokens) not in (
                None,
                draft.donor,
                draft.recipient,
            ):
                continue  # "Slovakia approved 13 jets, a day after Poland promised four".
            if is_come and hit.stage == "delivered" and self._dates.of(hit.verb, sentence.tokens) is None:
                continue  # How it came on, of which its coming was told.
            if not hit.is_read or self._tells_more(draft, hit):
                self._tell(draft, hit, None, sentence)
        return [draft]

    def _opened_by_things(self, sentence: Sentence) -> Draft | None:
        tokens, donor = sentence.tokens, self._exchanges.giver(sentence)
        if self._memory.is_fresh and self._memory.drafts and donor == self._memory.drafts[-1].recipient:
            donor = None  # A pronoun taken for whoever was given to before.
        donor = donor or self._exchanges.office(sentence) or self._exchanges.by_pronoun(sentence)
        recipient = self._exchanges.recipient(sentence, donor)
        donor = donor or self._exchanges.teller(sentence)
        if (known := self._continuing.told_in_short(sentence, donor=donor, recipient=recipient)) is not None:
            return known
        givers = {draft.donor for draft in self._memory.drafts}
        if donor is None and len(givers) == 1 and not self._memory.is_live and self._exchanges.is_given(sentence):
            # "Seoul promised 300 million. Two fire engines were shipped in August": nobody else gives.
            donor = next(iter(givers)) if self._goals.goal(sentence.tokens) in (None, self._memory.drafts[-1].recipient) else None
        goes_on = self._memory.is_fresh and bool(self._memory.drafts)
        if donor is not None and recipient is None and self._exchanges.gives_too(donor, sentence):
            recipient = self._memory.drafts[-1].recipient
        if self._counts_years(sentence) or self._is_for_itself(donor, sentence.told[0], sentence):
            return None
        if not self._openings.is_gift_of_things(sentence, donor=donor, recipient=recipient, goes_on=goes_on):
            return None
        if self._memory.in_headline and (donor is None or (recipient or self._goals.reached(tokens)) is None):
            return None
        draft = self._opened(donor, None, inherits=self._memory.is_fresh, recipient=recipient)
        draft.recipient = draft.recipient or recipient
        return draft

    def _tell(self, draft: Draft, hit: Told, amount: Figure | None, sentence: Sentence, *, date: str | None = None) -> None:
        whole = draft.amount if amount is not None and draft.is_of(amount) else amount and self._in_money_of(amount, draft.donor)
        date = date or self._dates.of(hit.verb, sentence.tokens)
        if date is None and not sentence.sums and len(sentence.told) > 1 and self._dates.only_describes(hit.verb):
            return  # "Handed over the last of six helicopters promised to Kastria".
        is_of_today = date is None and self._is_of_today(hit.verb)
        is_headlines = is_of_today and not self._memory.is_live
        verb = self._around.tokens[hit.verb].span
        draft.add_stage(hit.stage, whole, self._dates.today if is_of_today else date, verb, is_headlines=is_headlines, is_read=hit.is_read)

    def _tells_more(self, draft: Draft, hit: Told) -> bool:
        """Whether a stage that only the reader takes for one is the first of its package, or that of the headline."""
        return not draft.stages or hit.stage in {draft.stages[n][0] for n in draft.of_headline}

    def _is_of_today(self, verb: int) -> bool:
        """Whether a headline tells a stage in the present ("Canada pledges", "Germany to send"), or a line of a live report does."""
        around, word = self._around, self._around.words[verb]
        below = {around.words[k] for k in around.children(verb)}
        is_present = word.endswith("s") or "to" in below or word in _PLAIN
        return (self._memory.in_headline and is_present) or self._memory.is_live

    def _add(self, found: list[Draft], sentence: Sentence) -> None:
        """What a sentence says of its packages beside sums and stages."""
        for item in self._gifts.items([hit.verb for hit in sentence.told], sentence.tokens):
            self._holder(found, item, sentence).add_items([item])
        found[-1].add_funding(sentence.funding)

    def _holder(self, found: list[Draft], item: AidItem, sentence: Sentence) -> Draft:
        """Whose a thing is, of several packages: that of the sum before it ("a billion, including shells, after signing a bill of 95
        billion"), or of the sum that it is worth.
        """
        words = self._around.span(sentence.tokens.start, sentence.tokens.stop)
        sums = sorted(
            (span.start, number) for number, draft in enumerate(found) for span in draft.spans if words.start <= span.start < words.end
        )
        worth = next(
            (n for start, n in sums if 0 <= start - item.span.end and _WORTH.fullmatch(self._around.text, item.span.end, start)), None
        )
        before = [number for start, number in sums if start < item.span.start]
        return found[worth if worth is not None else before[-1] if before else -1]
