"""Is what was gathered aid at all?

Missions, emails and 34 inches of snow are sent, brought and received as well. How likely a package is one of aid is learned: from what the
reader takes the words that tell of it for, what they name, and of what else the report speaks. The weights stand in worth.tsv;
training/aid.py fits them.
"""

from bisect import bisect_left
from collections.abc import Iterable
from math import exp, log
from typing import Final

import numpy as np

from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.makes import is_make
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.sums import size
from saidwho.statements.aid.words import WORDS, forms_of
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import rows_of
from saidwho.types.document import Span
from saidwho.types.statement import EVENTS, AidItem, Statement

# Of these words for aid each also means something else: "with the support of", "its military", "the shipment was seized".
_VAGUE = frozenset({
    "support", "help", "military", "facility", "shipment", "shipments", "credit", "credits", "reconstruction", "pledges", "relief",
    "contribution", "contributions", "package", "packages", "gift", "gifts",
})  # fmt: skip
_SURE = WORDS["aid"] - _VAGUE | {"humanitarian"}
_THINGS = WORDS["materiel"] - {"parts"}
_COUNTING = frozenset({"hundred", "hundreds", "dozen", "dozens", "thousand", "thousands", "several"})
# What is fired is not given, nor what is traded against the law.
_FIRED = forms_of("launch") | forms_of("fire") | {"orbit"}
# What goes to fight where it flies, and how it goes there.
_FLYING = frozenset(
    {"missile", "missiles", "rocket", "rockets", "bomb", "bombs", "warhead", "warheads", "bomber", "bombers", "jet", "jets"}
)
_FLOWN = forms_of("get")
_DOCKED = frozenset({"docked", "unloaded"})
_UNLAWFUL = ("sanction", "violat", "illegal", "illicit", "smuggl")
# Who trades, and with what; whoever gives may do so "in a bid to" do more.
_BUSINESS = frozenset({
    "shareholder", "shareholders", "investor", "investors", "bid", "bids", "merger", "takeover", "acquisition", "acquire", "ipo",
    "chipmaker", "startup", "bitcoin", "cryptocurrency",
})  # fmt: skip
_BIDDING = frozenset({"bid", "acquire"})
# So often a report that is of trade has its words.
_OFTEN = 3
# Words of reports on people who are held for money.
_HELD = frozenset({"ransom", "kidnapped", "kidnappers", "kidnapping", "hostage", "hostages", "captors", "abducted", "abductors"})
# Where a state puts weapons of its own, and how: "has brought two batteries to the Gulf of Pern".
_OUTLYING = frozenset({
    "gulf", "bay", "strait", "straits", "sea", "coast", "shore", "island", "islands", "border", "frontier", "front", "waters", "peninsula",
})  # fmt: skip
_STATIONING = frozenset(
    form for verb in ("station", "place", "deploy", "position", "bring", "take", "move", "send") for form in forms_of(verb)
)
_FINES = frozenset({"fine", "fines", "fined", "penalty", "penalties"})
# A smaller sum is seldom aid.
_SMALL = 10_000
_BOTH: Final = 2
_AID, _ASSAULT, _AGREE, _NONE = (EVENTS.index(event) for event in ("AID", "ASSAULT", "AGREE", "none"))
WEIGHTS = {name: float(weight) for name, weight in rows_of("worth.tsv", package=__package__, columns=2)}
# Chosen on the sets of passages that rules are mended by, and on news.
_SURE_ENOUGH = 0.46


class Worth:
    """Which packages of one report are of aid."""

    def __init__(self, around: Surroundings, parties: Parties, statements: Iterable[Statement]) -> None:
        self._around, self._parties = around, parties
        events = ((one.event, one.spans) for statement in statements for one in statement.propositions if one.event is not None)
        self._giving = sorted((span.start, span.end, event.score) for event, spans in events if event.type == "AID" for span in spans)
        self._longest = max((end - start for start, end, _ in self._giving), default=0)
        words = frozenset(around.words)
        self._names_aid = not _SURE.isdisjoint(words)
        self._tells_of_captives = not _HELD.isdisjoint(words)
        self._is_of_trade = not self._names_aid and sum(word in _BUSINESS - _BIDDING for word in around.words) >= _OFTEN

    def is_aid(self, draft: Draft) -> bool:
        """Whether the words that tell of a package tell of aid."""
        if not draft.stages or self._is_ransom_or_smuggled(draft) or self._is_stationed(draft):
            return False
        if self._goes_between_states(draft) or self._is_called_aid(draft):
            return True
        if self._is_between_strangers(draft):
            return False
        score = sum(WEIGHTS[name] * value for name, value in self.traits(draft).items()) + WEIGHTS["bias"]
        return score >= log(_SURE_ENOUGH / (1 - _SURE_ENOUGH))

    def _is_ransom_or_smuggled(self, draft: Draft) -> bool:
        """Whether a report on people held for money tells of a sum that does not go from one state to another, or somebody breaks the law
        or is fined.

        What a state gives is ransom only where the same sentence tells of those who are held.
        """
        words = self._words(draft)
        states = [party for party in (draft.donor, draft.recipient) if party is not None and self._parties.is_state(party)]
        is_given = draft.donor is not None and self._parties.is_told_as_state(draft.donor)
        tells_of_captives = not _HELD.isdisjoint(words) if is_given else self._tells_of_captives
        is_ransom = draft.amount is not None and ((tells_of_captives and len(states) < _BOTH) or not words.isdisjoint(_FINES))
        return is_ransom or any(word.startswith(_UNLAWFUL) for word in words)

    def _is_stationed(self, draft: Draft) -> bool:
        """Whether somebody puts weapons of his own on a coast or border, and no state or force is known to get them."""
        tellers = {self._around.words[i] for *_, span in draft.stages for i in self._around.touched(span)}
        is_given = draft.amount is not None or (draft.recipient is not None and self._parties.is_known(draft.recipient))
        return not is_given and tellers <= _STATIONING and not self._words(draft).isdisjoint(_OUTLYING)

    def _goes_between_states(self, draft: Draft) -> bool:
        """Whether things that are known to be given, or what is called aid, go from one state of the world to another; fire does too."""
        words = self._words(draft)
        lands = {self._parties.country(party) for party in (draft.donor, draft.recipient) if party is not None} - {None}
        tellers = {self._around.words[i] for *_, span in draft.stages for i in self._around.touched(span)}
        are_things = any(_last_word(item) in _THINGS - _FLYING or self._is_make(item) for item in draft.items)
        are_named = are_things or not words.isdisjoint(_SURE | WORDS["payments"])
        is_moved = not tellers <= (WORDS["coming"] | _FLOWN) - _DOCKED or not words.isdisjoint(WORDS["humanitarian"])
        return len(lands) == _BOTH and are_named and is_moved and words.isdisjoint(_FIRED)

    def _is_called_aid(self, draft: Draft) -> bool:
        """Whether a sum, or what goes from one who is known to another, is called aid where it is told of, or such a sum is told by a
        rule, and nobody trades."""
        words = self._words(draft)
        if self._is_of_trade or not words.isdisjoint(_BUSINESS):
            return False
        is_sum = draft.amount is not None and size(draft.amount) >= _SMALL
        are_known = sum(party is not None and self._parties.is_known(party) for party in (draft.donor, draft.recipient)) == _BOTH
        is_told = any(verb not in draft.only_read for *_, verb in draft.stages)
        is_of_currency = is_sum and draft.amount is not None and draft.amount.currency is not None
        return (not words.isdisjoint(_SURE) and (is_of_currency or are_known)) or (is_sum and are_known and is_told)

    def _is_between_strangers(self, draft: Draft) -> bool:
        """Whether nobody is known who gives or gets, and neither a sum nor things that are counted are given: a passenger's blankets."""
        parties = [party for party in (draft.donor, draft.recipient) if party is not None]
        is_counted = draft.amount is not None or any(_is_counted(item) for item in draft.items)
        return draft.recipient is not None and not is_counted and not any(map(self._parties.is_known, parties))

    def _is_make(self, item: AidItem) -> bool:
        return is_make(self._around, self._around.touched(item.span).stop - 1)

    def _words(self, draft: Draft) -> set[str]:
        around = self._around
        return {around.words[i] for line in {around.sentence(span.start) for span in draft.spans} for i in around.touched(line)}

    def traits(self, draft: Draft) -> dict[str, float]:
        """What speaks for and against a package, by the names of WEIGHTS; each from 0 to 1."""
        words = self._words(draft)
        parties = [party for party in (draft.donor, draft.recipient) if party is not None]
        known = sum(map(self._parties.is_known, parties))
        return {
            **self._leaning(draft),
            "event": max(map(self._giving_at, draft.spans), default=0.0),
            "names_aid": float(not words.isdisjoint(_SURE)),
            "business": float(self._is_of_trade or not words.isdisjoint(_BUSINESS)),
            "small": float(draft.amount is not None and size(draft.amount) < _SMALL),
            "only_read": float(all(verb in draft.only_read for *_, verb in draft.stages)),
            "fired": float(not words.isdisjoint(_FIRED)),
            "humanitarian": float(not words.isdisjoint(WORDS["humanitarian"])),
            "counted": float(any(_is_counted(item) and _last_word(item) in _THINGS for item in draft.items)),
            "one_known": float(known > 0),
            "both_known": float(known == _BOTH),
            "cancelled": float(any(stage == "cancelled" for stage, *_ in draft.stages)),
            "amount": float(draft.amount is not None),
        }

    def _leaning(self, draft: Draft) -> dict[str, float]:
        """What the reader takes the sentences that tell the stages of a package for: that which leans to aid most."""
        around, best, most = self._around, np.zeros(len(EVENTS), np.float32), 0.0
        for line in {around.sentence(verb.start) for *_, verb in draft.stages}:
            shares = around.leaning("events", [line])
            if shares is None:
                continue
            inside = around.touched(line)
            most = max(most, exp(float(around.leanings.logs["events"][inside.start : inside.stop, _AID].max())))
            best = shares if shares[_AID] > best[_AID] else best
        return {"aid": most, "assault": float(best[_ASSAULT]), "agreement": float(best[_AGREE]), "nothing": float(best[_NONE])}

    def _giving_at(self, span: Span) -> float:
        """How sure it is that words stand in a proposition that tells of giving."""
        low = bisect_left(self._giving, (span.start - self._longest,))
        high = bisect_left(self._giving, (span.end,))
        return max((score for _, end, score in self._giving[low:high] if span.start < end), default=0.0)


def _last_word(item: AidItem) -> str:
    return item.name.split()[-1].lower()


def _is_counted(item: AidItem) -> bool:
    return item.count is not None or not _COUNTING.isdisjoint(item.name.lower().split())
