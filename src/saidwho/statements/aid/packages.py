"""Which sentences of a report describe one package of aid?

A package is opened by a sum or by things given, with who gives or to whom. "The latest package", "the money", "the first tranche"
and a sum named again go on with it; another donor, another sum or "a separate gift" opens the next.
"""

from collections import Counter

from saidwho.statements.aid.dates import Dates
from saidwho.statements.aid.drafts import Draft, kinds_in
from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.givers import Givers
from saidwho.statements.aid.giving import Givings
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.openings import Openings
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.sentences import Sentences
from saidwho.statements.aid.shares import Shares
from saidwho.statements.aid.stages import Told
from saidwho.statements.aid.sums import in_money_of, is_money_of, is_total_of, of_donor, size
from saidwho.statements.aid.verbs import GIVE
from saidwho.statements.aid.words import WORDS
from saidwho.statements.own_voice.lines import is_headline
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Figure
from saidwho.types.statement import STAGES, AidKind

# Verbs in the plain form, which headlines use of several: "guns reach the front".
_PLAIN = WORDS["give"] | frozenset(word for stage in STAGES for word in WORDS[stage])
# Words of a line of a list among which whoever gives is named.
_NAMED_FIRST = 3
# Verbs by which a share of money comes, and words that say that it is more than that.
_PAID = frozenset({"paid", "disbursed", "transferred", "released", "credited"})
_MORE = frozenset({"also", "another", "further", "additional", "new", "more", "besides", "addition"})
# Where these are told of a sum of aid, it is none as yet.
_SUMS = frozenset({"sum", "amount", "same", "much"})
_FAILING = frozenset({"failed", "fail", "fails", "vetoed", "vetoes", "blocked", "blocks", "refused", "refuses", "stalled", "unable"})
# Sentences over which "the last six" still are of a package.
_NEAR = 2


class Packages:
    """Gathers the packages of one report, sentence by sentence."""

    def __init__(
        self, around: Surroundings, parties: Parties, dates: Dates, givings: Givings, *, speaking: frozenset[int] = frozenset()
    ) -> None:
        """speaking: the words that name who speaks."""
        self._around, self._parties, self._dates, self._speaking = around, parties, dates, speaking
        self._givers, self._goals, self._gifts = Givers(around, parties), Goals(around, parties), Gifts(around)
        self._openings, self._shares = Openings(around, self._goals, self._gifts), Shares(around)
        self._sentences = Sentences(around, self._givers, self._goals, self._gifts, givings)
        self.drafts: list[Draft] = []
        self._fresh = False
        # Lines of a live report tell of one thing each.
        self._is_live = self._in_headline = self._is_taken_up = False
        self._last: list[Draft] = []
        # The number of the package told of last, "a second package", and whether a sentence tells of one of another number.
        self._number: str | None = None
        self._is_other = False
        # Sentences since one that told of a package.
        self._since = 0
        # The packages that the headline told of.
        self._headlines: list[Draft] = []
        # Whom the sentence before was about, and whom it named as given to: what "them" and "gave 12,000 shells" may mean.
        self._topic: str | None = None
        self._goal: str | None = None
        self._home: str | None = None
        # Whom headlines and sentences of aid name as whom something is for, and how often.
        self._named: Counter[str] = Counter()
        # Whom the headline names.
        self._about: set[str] = set()
        # The sentence that opened the list in which the report stands.
        self._intro: Sentence | None = None
        # Of what kind of aid the report speaks.
        self._kinds: dict[AidKind, int] = {}

    def read(self, tokens: range, figures: tuple[Figure, ...]) -> None:
        """Take in one sentence. figures: those that stand in it."""
        sentence = self._sentences.read(tokens, figures)
        self._is_taken_up = self._around.words[tokens.start] in ("its", "their")
        self._is_live, self._in_headline = self._dates.is_live(tokens), self._is_headline(tokens)
        # "A second package ...; the first".
        self._is_other = self._number is not None and sentence.number not in (None, self._number)
        self._fresh = self._fresh or sentence.is_fresh or self._is_other
        found = self._packages_of(sentence)
        for draft in found:
            draft.recipient = draft.recipient or self._recipient(sentence, draft.donor) or self._meant_before(draft, sentence)
            draft.add_kinds(self._of_kinds(sentence), spoken=self._of_kinds(sentence, with_speakers=True))
        if found:
            self._add(found[-1], sentence)
        self._remember(sentence, found)
        self._dates.turn(tokens, is_of_aid=bool(found) or sentence.is_of_aid)

    def _of_kinds(self, sentence: Sentence, *, with_speakers: bool = False) -> list[str]:
        """The words that tell of a kind: not those that name who speaks, and no arms in names ("the Open Arms reached Ossel")."""
        words, tokens = self._around.words, self._around.tokens
        told = (i for i in sentence.tokens if tokens[i].upos != "PUNCT" and (with_speakers or i not in self._speaking))
        return [words[i] for i in told if tokens[i].upos != "PROPN" or words[i] not in WORDS["military"]]

    def _packages_of(self, sentence: Sentence) -> list[Draft]:
        """The packages that a sentence is about: those that it tells of, else one whose things it lists, or all that it means."""
        listed = self._listed(sentence)
        found = [listed] if listed is not None else self._told_by(sentence)
        if not found and self._last and not self._fresh and self._lists(sentence):
            found = self._last[-1:]
        is_of_all = bool(found) and sentence.words[0] in ("all", "both") and len(self._last) > 1
        return self._last if is_of_all else found

    def _remember(self, sentence: Sentence, found: list[Draft]) -> None:
        """Keep what later sentences may mean. found: the packages that this one is about."""
        tokens, counted = sentence.tokens, kinds_in(self._of_kinds(sentence, with_speakers=True))
        self._kinds = {kind: self._kinds.get(kind, 0) + counted[kind] for kind in counted}
        if tokens.start == 0 or (self._in_headline and not self._about):
            self._about |= set(self._goals.all(tokens, apart=self._speaking))
        self._topic = self._goals.first(tokens) or self._topic
        self._home = self._home or self._topic
        named = self._goals.goal(tokens)
        if named is not None and (found or sentence.is_of_aid or self._in_headline):
            self._named[named] += 1
        self._goal = named or (self._goal if found else None)
        self._number = sentence.package_number or (self._number if found and not self._is_other else None)
        self._last, self._since = found, 0 if found else self._since + 1
        if found and found == self.drafts and self._in_headline:
            self._headlines = found
        self._fresh = sentence.is_fresh and not found

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
        for draft in self.drafts:
            if draft.kind() is None:
                draft.kinds = self._kinds
        named = self._named + Counter(draft.recipient for draft in self.drafts if draft.recipient)
        about = {party for party in self._about if self._parties.is_state(party)} - {draft.donor for draft in self.drafts}
        if len(about) == 1:
            named[next(iter(about))] += 1
        for draft in self.drafts:
            others = [(party, often) for party, often in named.most_common() if party != draft.donor]
            if draft.recipient is None and others and (len(others) == 1 or others[0][1] > others[1][1]):
                draft.recipient = others[0][0]

    def _told_by(self, sentence: Sentence) -> list[Draft]:
        """The packages that a sentence tells of."""
        if not sentence.sums:
            return self._without_sum(sentence)
        if sentence.is_total:
            return []
        is_its_price = (
            sentence.takes_up or bool(sentence.funding) or bool(WORDS["price"] & set(sentence.words)) or self._names_item(sentence)
        )
        is_told_by_rule = any(not hit.is_read for hit in sentence.told)
        if not is_told_by_rule and is_its_price and self.drafts and self.drafts[-1].amount is None and len(sentence.sums) == 1:
            return [self._worth(sentence)]
        if sentence.told:
            return self._with_sums(sentence)
        if self.drafts and is_its_price:
            return [self._worth(sentence)]
        return self._only_named(sentence)

    def _only_named(self, sentence: Sentence) -> list[Draft]:
        """A sum of aid of which only a later sentence may tell how far it came: "a grant of 3 million for roofs. It was signed in May." """
        noun = next((i for i in sentence.tokens if self._around.words[i] in WORDS["aid"] and self._around.tokens[i].upos == "NOUN"), None)
        if noun is None or len(sentence.sums) != 1 or sentence.is_no_aid or sentence.is_fighting or _FAILING & set(sentence.words):
            return []
        donor = self._parties.whose(noun) or self._givers.donor(noun, sentence.tokens)
        return [self._opened(donor, sentence.sums[0])]

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
        if is_total_of(sums[0], sums[1:]):
            shared_out = self._is_shared_out(parts)
            sums, parts = (sums[1:], parts[1:]) if shared_out else (sums[:1], parts[:1])
        for number, (amount, part) in enumerate(zip(sums, parts, strict=True)):
            near = self._sentences.nearest(sentence.told, amount.span)
            donor = self._donor_of(amount, number, part, near, sentence)
            known = len(self.drafts)
            draft = self._draft_of(amount, number, donor, near, sentence, found)
            if draft is None:
                continue
            draft.spans.append(amount.span)
            if len(sums) > 1:
                own = self._goals.recipient(part, donor=draft.donor)
                if number and self._is_given_first(sentence, donor):
                    own = self._givers.before(amount.span, sentence.tokens) or own
                draft.recipient = (own if len(self.drafts) > known else None) or draft.recipient or own
            is_whole = number > 0 and draft in found and self._shares.is_first_of(sums[number - 1], amount)
            is_of_part = self._shares.is_whole_of_part(amount, sentence)
            is_whole = is_whole or (is_of_part and number + 1 < len(sums) and size(sums[number + 1]) < size(amount))
            is_whole = is_whole or (number + 1 < len(sums) and self._shares.is_share_behind(amount, sums[number + 1], near.verb))
            for hit in sentence.told if len(sums) == 1 else [near] if not is_whole else []:
                if hit.is_read and not self._tells_more(draft, hit):
                    continue
                self._tell(draft, hit, None if is_of_part else amount, sentence, date=self._dates.within(part) if number else None)
            self._meet(draft, donor)
            if draft not in found:
                found.append(draft)
        return found

    def _is_shared_out(self, parts: list[range]) -> bool:
        """Whether several get the first sum, which is a total: "a 95 billion bill with 61 billion for Kastria and 34 billion for Ossel"."""
        gets = {party for part in parts[1:] if (party := self._goals.recipient(part, donor=None)) is not None}
        return len(gets) > 1

    def _meet(self, draft: Draft, donor: str | None) -> None:
        """A headline shortens who gives; whoever is named below it gives."""
        if draft.is_headlines and donor is not None and not self._in_headline:
            draft.donor, draft.is_headlines = donor, False

    def _donor_of(self, amount: Figure, number: int, part: range, near: Told, sentence: Sentence) -> str | None:
        """Who gives a sum: of several, whoever is named right before it or behind "by" in its part."""
        giver = self._not_by_who_got(self._sentences.giver(near, sentence.tokens), near)
        before = self._givers.before(amount.span, sentence.tokens)
        if before is not None and (self._is_given_first(sentence, giver) or before == self._goals.given(part)):
            before = None
        giver = giver or self._signer(amount, near)
        beside = (before or self._givers.by(part)) if number else None
        named = beside or giver or before
        return named or self._office(sentence) or self._by_pronoun(sentence)

    def _signer(self, amount: Figure, near: Told) -> str | None:
        """Which of two who sign together gives, by whose money it is: "Japan and Kastria signed an agreement on 40 billion yen"."""
        both = self._givers.signing(near.verb) if near.stage == "contracted" else ()
        paying = [party for party in both if is_money_of(amount, self._parties.country(party))]
        return paying[0] if len(paying) == 1 else None

    def _not_by_who_got(self, giver: str | None, hit: Told) -> str | None:
        """Who gives; where a pronoun is taken for whoever was given to, it is who gave: "Norway promised Ossel tents. It also sent oil"."""
        subject = self._around.child(hit.verb, "nsubj")
        last = self.drafts[-1] if self.drafts else None
        is_pronoun = subject is not None and self._around.tokens[subject].upos == "PRON"
        return last.donor if is_pronoun and last is not None and last.donor and giver == last.recipient else giver

    def _is_given_first(self, sentence: Sentence, giver: str | None) -> bool:
        """Whether those named before sums get them: "the bill gives Kastria 60 million, Ossel 20 million", where nobody gives by name."""
        first = self._givers.before(sentence.sums[0].span, sentence.tokens)
        return giver is None and first is not None and first == self._goals.given(sentence.tokens)

    def _by_pronoun(self, sentence: Sentence) -> str | None:
        """Whom the sentence before was about, where a pronoun gives that nobody is known by: "it gave 12 million"."""
        subjects = (self._around.child(hit.verb, "nsubj") for hit in sentence.told)
        is_meant = any(i is not None and self._around.words[i] in ("it", "they") for i in subjects)
        return self._topic if is_meant and self._topic not in {draft.recipient for draft in self.drafts} else None

    def _office(self, sentence: Sentence) -> str | None:
        """Whose "the ministry" or "the cabinet" is that gives: that of whoever the report named first, where nobody else gets."""
        is_of_office = bool(WORDS["offices"] & set(sentence.words)) or self._givers.speaks(sentence.tokens)
        return self._home if is_of_office and self._home != self._goals.recipient(sentence.tokens, donor=None) else None

    def _draft_of(self, amount: Figure, number: int, donor: str | None, near: Told, sentence: Sentence, found: list[Draft]) -> Draft | None:
        """The package that a sum is of: one known, of which it is a share, that it makes greater, or a new one."""
        known = next((draft for draft in self.drafts if draft.is_of(amount)), None)
        if known is not None:
            if known.amount is None or known.amount.currency is None or (None in (amount.low, amount.high) and not number):
                known.amount = self._in_money_of(amount, known.donor)
            return known
        following = sentence.sums[number + 1] if number + 1 < len(sentence.sums) else None
        if following is not None and self._shares.is_first_of(amount, following):
            following = in_money_of([amount], following, self._around.text)  # "10 million euros of the 30 million".
            whole = next((draft for draft in self.drafts if draft.is_of(following)), None)
            return whole or self._opened(donor, following, recipient=self._recipient(sentence, donor))
        last = self.drafts[-1] if self.drafts else None
        if last is None:
            return self._new(amount, donor, near, sentence)
        if not self._is_other and self._is_share(amount, number, last, donor, near, sentence):
            return found[-1] if found else last
        if last.amount is not None and size(amount) > size(last.amount) and sentence.is_so_far and donor in (None, last.donor):
            return None  # A total of several packages.
        return last if self._makes_up(last, amount, donor, near, sentence) else self._new(amount, donor, near, sentence)

    def _makes_up(self, last: Draft, amount: Figure, donor: str | None, near: Told, sentence: Sentence) -> bool:
        """Whether a sum is that of the last package: the greater one that its own is a share of, or its first."""
        if donor not in (None, last.donor):
            return False
        is_whole = self._shares.is_whole_of_part(amount, sentence)  # "It was the third instalment of an 18-billion-euro loan".
        is_out_of_it = last.is_part or (sentence.takes_up and (near.stage == "pledged" or is_whole))
        if last.amount is not None and size(amount) > size(last.amount) and is_out_of_it:
            # "Use up the 60 million pledged in June": the greater sum that the package is taken out of.
            last.amount, last.is_part = amount, False
            return True
        names_last = self._names_item(sentence) and self._with_item(sentence) is last
        if last.amount is None and not self._fresh and (sentence.takes_up or names_last or not last.items):
            last.amount = self._in_money_of(amount, last.donor)
            return True
        return False

    def _new(self, amount: Figure, donor: str | None, near: Told, sentence: Sentence) -> Draft | None:
        """A package that a sum opens, where it is aid."""
        recipient = self._recipient(sentence, donor)
        goes_on = bool(self.drafts)
        before = [self.drafts[-1].amount] if self._is_other and self.drafts and self.drafts[-1].amount else []
        amount = in_money_of([*before, *sentence.sums[: sentence.sums.index(amount)]], amount, self._around.text)
        if not self._openings.is_gift_of_money(near, sentence, donor=donor, recipient=recipient, goes_on=goes_on):
            return None
        draft = self._opened(donor, amount, recipient=recipient)
        draft.is_part = self._shares.is_part(amount, sentence)
        return draft

    def _is_share(self, amount: Figure, number: int, last: Draft, donor: str | None, near: Told, sentence: Sentence) -> bool:
        """Whether a sum is a share of the last package; somebody else who gives does not give a share of it."""
        is_called_part = last.amount is not None and size(amount) < size(last.amount) and self._shares.is_called_part(amount, sentence)
        if donor is not None and last.donor not in (donor, None) and not is_called_part:
            return False
        if last.amount is not None and self._shares.is_first_of(amount, last.amount):
            return True
        if self._is_paid_at_once(amount, donor, near, sentence) or self._has_come(amount, number, last, donor, near, sentence):
            return True
        if number and self._is_of_the_sum_before(amount, sentence.sums[number - 1], near, sentence):
            return True
        if last.amount is None or size(amount) >= size(last.amount):
            return False
        # "Twelve million was transferred": of what, and in which money, is what the sentence before told.
        is_bare = donor is None and amount.currency is None and amount.unit is None
        is_bare = is_bare and not (number and self._givers.before(amount.span, sentence.tokens))  # "Ossel 20 million".
        # "Between 30 and 35 million had only been suspended": somebody guesses how much of it.
        is_guess = near.stage == "cancelled" and None not in (amount.low, amount.high) and amount.low != amount.high
        return is_bare or is_guess or self._shares.is_share(amount, number, sentence)

    def _is_of_the_sum_before(self, amount: Figure, before: Figure, near: Told, sentence: Sentence) -> bool:
        """ "The second tranche of a $3 billion loan, 400 million", "of its gift of 6 million, 2.5 million have come"."""
        is_tranche = size(amount) < size(before) and self._shares.is_whole_of_part(before, sentence)
        return is_tranche or self._shares.is_share_behind(before, amount, near.verb)

    def _is_paid_at_once(self, amount: Figure, donor: str | None, near: Told, sentence: Sentence) -> bool:
        """ "About 3 billion will be paid out at once", right behind a greater loan: nobody else is named who gets it."""
        is_paid = self._around.words[near.verb] in _PAID and self._around.child(near.verb, "nsubj:pass", "aux:pass") is not None
        is_more = bool(_MORE & set(sentence.words)) or self._fresh
        return is_paid and donor is None and not is_more and bool(self._last) and self._goals.goal(sentence.tokens) is None

    def _has_come(self, amount: Figure, number: int, last: Draft, donor: str | None, near: Told, sentence: Sentence) -> bool:
        """ "Sund, which pledged 100 million, has transferred 38 million so far": what has come of what the same one promised."""
        is_promised = any(stage in ("pledged", "announced", "committed") for stage, *_ in last.stages)
        is_of_it = (bool(number) or sentence.is_so_far) and last.amount is not None and size(amount) < size(last.amount)
        return near.stage == "delivered" and is_promised and is_of_it and donor == last.donor and not _MORE & set(sentence.words)

    def _worth(self, sentence: Sentence) -> Draft:
        """A sum that a sentence gives for the package before: "the batteries, worth 210 million crowns"."""
        draft = (self._with_item(sentence) if self._names_item(sentence) else None) or self.drafts[-1]
        draft.amount = draft.amount or self._in_money_of(sentence.sums[0], draft.donor)
        draft.spans.append(sentence.sums[0].span)
        return draft

    def _headline_of(self, donor: str | None, recipient: str | None) -> Draft | None:
        """The package that the headline told of, where it is that of a sentence below: it named no sum and no things as yet."""
        first = self.drafts[0] if len(self.drafts) == 1 else None
        if first is None or not first.is_headlines or first.amount is not None or first.items or self._in_headline:
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
        if donor is None and self._is_taken_up and self._topic is not None:
            donor = self._topic  # "Its first one, of 4 million".
        earlier = self.drafts[-1] if inherits and self.drafts and donor is None and not self._is_live else None
        giver = earlier.donor if earlier else donor
        draft = Draft(
            amount=self._in_money_of(amount, giver) if amount else None, donor=giver, recipient=earlier.recipient if earlier else None
        )
        draft.is_headlines = not self.drafts and self._in_headline
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
            or self._comes_of_it(sentence)
            or (sentence.told and self._since <= _NEAR and sentence.is_of_shares)
        ) and not self._is_anothers(sentence)
        if self.drafts and not self._fresh and goes_on:
            draft = self._with_item(sentence) if self._names_item(sentence) else self.drafts[-1]
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
        is_come = any(stage == "delivered" for stage, *_ in draft.stages) and self._comes_of_it(sentence)
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

    def _is_anothers(self, sentence: Sentence) -> bool:
        """Whether somebody else gives than gave the last package, and other things."""
        last = self.drafts[-1].donor if self.drafts else None
        donor = next((party for hit in sentence.told if (party := self._givers.donor(hit.verb, sentence.tokens))), None)
        is_giving = self._gives(sentence) or any(hit.stage in ("pledged", "announced") for hit in sentence.told)
        objects = (self._around.child(hit.verb, "obj") for hit in sentence.told)
        things = any(self._gifts.of(hit.verb) for hit in sentence.told) or any(
            i is not None
            and ((self._around.words[i] in WORDS["aid"] and self._around.words[i - 1] != "the") or self._around.words[i] in _SUMS)
            for i in objects
        )
        return None not in (donor, last) and donor not in (last, self.drafts[-1].recipient) and is_giving and things

    def _comes_of_it(self, sentence: Sentence) -> bool:
        """Whether what was told of right before comes: "the wheat was unloaded", "two lorries brought the bandages"."""
        around, words = self._around, self._around.words
        hits = [hit for hit in sentence.told if hit.stage == "delivered"]
        nouns = [k for hit in hits for k in around.children(hit.verb) if around.tokens[k].relation in ("nsubj", "nsubj:pass", "obj")]
        is_definite = any(words[i] == "the" for k in nouns for i in around.children(k))
        are_things = any(words[k] in WORDS["materiel"] | WORDS["carriers"] for k in nouns)
        return bool(self._last) and is_definite and are_things and self._giver(sentence) in (None, self._last[-1].donor)

    def _retells_headline(self, sentence: Sentence) -> bool:
        """Whether a sentence right below the headline tells of what the headline tells: the same stage, and nobody else who gives."""
        if not (sentence.told and self._last and self._last == self._headlines):
            return False
        donor = self._giver(sentence)
        stages = {stage for draft in self._last for stage, *_ in draft.stages}
        return donor in (None, self._last[0].donor) and any(hit.stage in stages for hit in sentence.told)

    def _opened_by_things(self, sentence: Sentence) -> Draft | None:
        tokens, donor = sentence.tokens, self._giver(sentence)
        if self._fresh and self.drafts and donor == self.drafts[-1].recipient:
            donor = None  # A pronoun taken for whoever was given to before.
        donor = donor or self._office(sentence) or self._by_pronoun(sentence)
        recipient = self._recipient(sentence, donor)
        if donor is None and recipient is not None and self._gives(sentence):
            # "Two radars have been handed over, Eskeland's defence ministry said": who tells of it gave, unless it got them.
            donor = sayer if (sayer := self._givers.sayer(tokens)) != recipient else None
        goes_on = self._fresh and bool(self.drafts)
        if donor is not None and recipient is None and self._gives_too(donor, sentence):
            recipient = self.drafts[-1].recipient
        if not self._openings.is_gift_of_things(sentence, donor=donor, recipient=recipient, goes_on=goes_on):
            return None
        if self._in_headline and (donor is None or recipient is None):
            return None
        draft = self._opened(donor, None, inherits=self._fresh, recipient=recipient)
        draft.recipient = draft.recipient or recipient
        return draft

    def _gives_too(self, donor: str, sentence: Sentence) -> bool:
        """Whether another state gives things to whom the package before is for: "South Korea said it was sending 3,000 blankets"."""
        others = self.drafts and donor not in (self.drafts[-1].donor, self.drafts[-1].recipient)
        is_giving = self._gives(sentence)
        return bool(others and is_giving and self._gifts.items([hit.verb for hit in sentence.told], sentence.tokens))

    def _gives(self, sentence: Sentence) -> bool:
        """Whether one of the verbs that tell is one of giving."""
        return any(self._around.words[hit.verb] in GIVE for hit in sentence.told)

    def _giver(self, sentence: Sentence) -> str | None:
        """Who gives by the first word that tells of somebody."""
        givers = (self._not_by_who_got(self._sentences.giver(hit, sentence.tokens), hit) for hit in sentence.told)
        return next((party for party in givers if party is not None), None)

    def _recipient(self, sentence: Sentence, donor: str | None) -> str | None:
        found = self._goals.recipient(sentence.tokens, donor=donor)
        if found is None and self._goals.goes_to_pronoun(sentence.tokens) and self._topic != donor:
            return self._topic
        borrower = self._sentences.borrower(sentence, donor)
        found = found or (borrower if borrower != donor else None)
        found = found or next((party for hit in sentence.told if (party := self._givers.approving(hit.verb)) is not None), None)
        last = self.drafts[-1] if self.drafts else None
        if found is None and last is not None and donor in (None, last.donor) and {"also", "too"} & set(sentence.words):
            return last.recipient  # "It will also give 80 million".
        # "Vinland opened its stores for Kastria. It sent 40 lorries."
        is_giving = self._gives(sentence)
        return found or (self._goal if is_giving and self._goal != donor else None)

    def _tell(self, draft: Draft, hit: Told, amount: Figure | None, sentence: Sentence, *, date: str | None = None) -> None:
        whole = draft.amount if amount is not None and draft.is_of(amount) else amount
        date = date or self._dates.of(hit.verb, sentence.tokens)
        if date is None and not sentence.sums and len(sentence.told) > 1 and self._dates.only_describes(hit.verb):
            return  # "Handed over the last of six helicopters promised to Kastria".
        is_of_today = date is None and self._is_of_today(hit.verb)
        is_headlines = is_of_today and not self._is_live
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
        return (self._in_headline and is_present) or self._is_live

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
