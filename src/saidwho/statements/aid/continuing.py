"""Does a sentence, or a sum in it, go on with a package that was told of before?"""

from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.exchanges import Exchanges
from saidwho.statements.aid.gifts import Gifts
from saidwho.statements.aid.givers import Givers
from saidwho.statements.aid.goals import Goals
from saidwho.statements.aid.memory import Memory
from saidwho.statements.aid.sentence import Sentence
from saidwho.statements.aid.shares import Shares
from saidwho.statements.aid.stages import SUMS, Told
from saidwho.statements.aid.sums import size
from saidwho.statements.aid.verbs import Verb
from saidwho.statements.aid.words import WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.grounding import Figure

# Verbs by which a share of money comes, and words that say that it is more than that.
_PAID = frozenset({"paid", "disbursed", "transferred", "released", "credited"})
_MORE = frozenset({"also", "another", "further", "additional", "new", "more", "besides", "addition"})
# Verbs of what a package is made up of, and words from the beginning of a sentence among which they stand.
_INCLUDING = frozenset({
    "includes", "include", "included", "comprises", "contains", "consists", "covers", "holds", "provides", "foresees", "allots", "made",
})  # fmt: skip
_START = 6
# Sentences over which a bare number still counts what a package holds.
_NEAR = 2
_DOZENS = frozenset({"dozen", "others", "more", "both"})
_SCALES = frozenset({"million", "billion", "trillion", "percent"})
_DEFINITE = frozenset({"the", "these", "those", "its", "their"})
# What things given are called once they have been named.
_CALLED = frozenset({
    "vehicles", "machines", "aircraft", "planes", "ships", "boats", "vessels", "guns", "weapons", "systems", "equipment", "goods", "cargo",
    "items", "hardware", "kit", "gear", "supplies",
})  # fmt: skip
# Nouns that stand for a sum.
_SUMS = frozenset({"sum", "amount", "same", "much"})


class Continuing:
    """What of one text's sentences is of a package that is known."""

    def __init__(
        self,
        around: Surroundings,
        givers: Givers,
        goals: Goals,
        gifts: Gifts,
        shares: Shares,
        exchanges: Exchanges,
        memory: Memory,
    ) -> None:
        self._around, self._givers, self._goals, self._gifts = around, givers, goals, gifts
        self._shares, self._exchanges, self._memory = shares, exchanges, memory

    def is_share(self, amount: Figure, number: int, last: Draft, donor: str | None, near: Told, sentence: Sentence) -> bool:
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

    def makes_up(self, sentence: Sentence) -> bool:
        """Whether sums are what the package right before is made up of, though nobody is said to give them: "It includes 2 billion
        kroner for air defence and 900 million for aircraft"."""
        last = self._memory.last[-1] if self._memory.last else None
        if last is None or last.amount is None or not sentence.takes_up or any(not hit.is_read for hit in sentence.told):
            return False
        is_of_it = any(word in _INCLUDING for word in sentence.words[:_START])
        return is_of_it and all(size(amount) < size(last.amount) for amount in sentence.sums)

    def changes(self, last: Draft, donor: str | None, near: Told) -> bool:
        """Whether whoever gives makes a sum that was told another: "later raised the amount to 10 million"."""
        changed = self._around.child(near.verb, "obj", "nsubj:pass")
        is_known = last.amount is not None and donor in (None, last.donor) and near.stage == "announced"
        return is_known and changed is not None and self._around.words[changed] in SUMS

    def _is_of_the_sum_before(self, amount: Figure, before: Figure, near: Told, sentence: Sentence) -> bool:
        """ "The second tranche of a $3 billion loan, 400 million", "of its gift of 6 million, 2.5 million have come"."""
        is_tranche = size(amount) < size(before) and self._shares.is_whole_of_part(before, sentence)
        return is_tranche or self._shares.is_share_behind(before, amount, near.verb)

    def _is_paid_at_once(self, amount: Figure, donor: str | None, near: Told, sentence: Sentence) -> bool:
        """ "About 3 billion will be paid out at once", right behind a greater loan: nobody else is named who gets it."""
        is_paid = self._around.words[near.verb] in _PAID and self._around.child(near.verb, "nsubj:pass", "aux:pass") is not None
        is_more = bool(_MORE & set(sentence.words)) or self._memory.is_fresh
        return is_paid and donor is None and not is_more and bool(self._memory.last) and self._goals.goal(sentence.tokens) is None

    def _has_come(self, amount: Figure, number: int, last: Draft, donor: str | None, near: Told, sentence: Sentence) -> bool:
        """ "Sund, which pledged 100 million, has transferred 38 million so far": what has come of what the same one promised."""
        is_promised = any(stage in ("pledged", "announced", "committed") for stage, *_ in last.stages)
        is_of_it = (bool(number) or sentence.is_so_far) and last.amount is not None and size(amount) < size(last.amount)
        return near.stage == "delivered" and is_promised and is_of_it and donor == last.donor and not _MORE & set(sentence.words)

    def is_anothers(self, sentence: Sentence) -> bool:
        """Whether somebody else gives than gave the last package, and other things."""
        last = self._memory.drafts[-1].donor if self._memory.drafts else None
        donor = next((party for hit in sentence.told if (party := self._givers.donor(hit.verb, sentence.tokens))), None)
        is_ending = any(hit.stage == "cancelled" and Verb.at(self._around, hit.verb).is_of_aid for hit in sentence.told)
        is_handover = any(hit.stage == "delivered" and hit.verb != self._verb(hit.verb) for hit in sentence.told)
        is_giving = (
            is_handover
            or is_ending
            or self._exchanges.gives(sentence)
            or any(hit.stage in ("pledged", "announced") for hit in sentence.told)
        )
        objects = (self._around.child(hit.verb, "obj") for hit in sentence.told)
        things = (
            is_ending
            or (is_handover and bool(self._gifts.items([], sentence.tokens)))
            or any(self._gifts.of(hit.verb) for hit in sentence.told)
            or any(
                i is not None
                and ((self._around.words[i] in WORDS["aid"] and self._around.words[i - 1] != "the") or self._around.words[i] in _SUMS)
                for i in objects
            )
        )
        return None not in (donor, last) and donor not in (last, self._memory.drafts[-1].recipient) and is_giving and things

    def _verb(self, token: int) -> int | None:
        return token if self._around.tokens[token].upos == "VERB" else None

    def counts_on(self, sentence: Sentence) -> bool:
        """Whether what comes or is given is only a number, or things called by what they are, of what was told of before: "two were handed
        over in May, a third last week", "a further dozen had been promised", "the machines were ordered in 2019"."""
        if not self._memory.drafts or self._memory.since > _NEAR or self._memory.is_fresh:
            return False
        last = self._memory.drafts[-1]
        if not last.items or self._exchanges.giver(sentence) not in (None, last.donor, last.recipient):
            return False
        # "A treaty that bans the weapons" is of all that are so called; what has left a hangar is not there as yet.
        hits = [hit for hit in sentence.told if hit.stage != "cancelled" and self._around.words[hit.verb] != "left"]
        return any(self._only_counts(i) or self._is_known_thing(i) for hit in hits for i in self._things(hit.verb))

    def _things(self, verb: int) -> list[int]:
        return [k for k in self._around.children(verb) if self._around.tokens[k].relation in ("nsubj", "nsubj:pass", "obj")]

    def _only_counts(self, token: int) -> bool:
        """ "Two", "a third", "another 30", "a further dozen": no noun says of what."""
        around, word = self._around, self._around.words[token]
        below = around.children(token)
        is_number = around.tokens[token].upos == "NUM" or word in WORDS["ordinals"] | _DOZENS
        says_of_what = any(
            around.tokens[k].relation in ("nmod", "compound", "flat") or around.tokens[k].upos in ("SYM", "PROPN") for k in below
        )
        return is_number and not says_of_what and not _SCALES & {word, *(around.words[k] for k in below)}

    def _is_known_thing(self, token: int) -> bool:
        return self._around.words[token] in _CALLED and bool(_DEFINITE & {self._around.words[k] for k in self._around.children(token)})

    def told_in_short(self, sentence: Sentence, *, donor: str | None, recipient: str | None) -> Draft | None:
        """The package that a sentence before told of in short, without saying how many, where this one counts the same things from the
        same to the same: "pledged to equip the army with radars. ... Paris would provide 12 coastal radars"."""
        counted = {
            item.name.split()[-1].lower() for item in self._gifts.items([hit.verb for hit in sentence.told], sentence.tokens) if item.count
        }
        for draft in self._memory.drafts[-1:]:
            is_short = draft.amount is None and bool(draft.items) and not any(item.count for item in draft.items)
            is_promise = any(stage in ("pledged", "announced") for stage, *_ in draft.stages)
            are_same = donor == draft.donor and recipient in (None, draft.recipient) and draft.last_words() <= counted
            if is_short and is_promise and are_same and donor is not None:
                draft.items = []
                return draft
        return None

    def recalls_promise(self, sentence: Sentence) -> bool:
        """Whether a sentence goes back to the promise of what came right before: "Berlin had promised the battery in May"."""
        around = self._around
        hits = [hit for hit in sentence.told if hit.stage in ("pledged", "announced")]
        had = any("had" in {around.words[k] for k in around.children(hit.verb)} for hit in hits)
        things = (around.child(hit.verb, "obj") for hit in hits)
        is_definite = any(i is not None and ("the" in {around.words[k] for k in around.children(i)}) for i in things)
        return bool(self._memory.last) and had and is_definite and self._exchanges.giver(sentence) in (None, self._memory.last[-1].donor)

    def is_first_of_it(self, sentence: Sentence) -> bool:
        """Whether a first load of what was told of right before comes, and nobody else is named who gives: "a first cargo of 40,000
        tonnes of diesel was unloaded"."""
        is_first = sentence.words[0] in ("a", "the") and "first" in sentence.words[1:2]
        is_of_last = bool(self._memory.last) and bool(self._memory.last[-1].last_words() & set(sentence.words))
        is_come = any(hit.stage == "delivered" for hit in sentence.told)
        return is_first and is_of_last and is_come and self._exchanges.giver(sentence) in (None, self._memory.last[-1].donor)

    def comes_of_it(self, sentence: Sentence) -> bool:
        """Whether what was told of right before comes: "the wheat was unloaded", "two lorries brought the bandages"."""
        around, words = self._around, self._around.words
        hits = [hit for hit in sentence.told if hit.stage == "delivered"]
        nouns = [k for hit in hits for k in around.children(hit.verb) if around.tokens[k].relation in ("nsubj", "nsubj:pass", "obj")]
        is_definite = any(words[i] == "the" for k in nouns for i in around.children(k))
        are_things = any(words[k] in WORDS["materiel"] | WORDS["carriers"] for k in nouns)
        return (
            bool(self._memory.last)
            and is_definite
            and are_things
            and self._exchanges.giver(sentence) in (None, self._memory.last[-1].donor)
        )

    def retells_headline(self, sentence: Sentence) -> bool:
        """Whether a sentence right below the headline tells of what the headline tells: the same stage, and nobody else who gives."""
        if not (sentence.told and self._memory.last and self._memory.last == self._memory.headlines):
            return False
        donor = self._exchanges.giver(sentence)
        stages = {stage for draft in self._memory.last for stage, *_ in draft.stages}
        return donor in (None, self._memory.last[0].donor) and any(hit.stage in stages for hit in sentence.told)
