"""Is what was gathered aid at all?

Missions, emails and 34 inches of snow are sent, brought and received as well. A package is one of aid where the words that tell of it are
read as giving, or where its sentences say so, and what it is made of goes from one to another.
"""

from bisect import bisect_left
from collections.abc import Iterable

from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.makes import is_make
from saidwho.statements.aid.parties import Parties
from saidwho.statements.aid.sums import size
from saidwho.statements.aid.words import WORDS, forms_of
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.statement import AidItem, Stage, Statement

# Of these words for aid each also means something else: "with the support of", "its military", "the shipment was seized".
_VAGUE = frozenset({
    "support", "help", "military", "facility", "shipment", "shipments", "credit", "credits", "reconstruction", "pledges", "relief",
    "contribution", "contributions", "package", "packages", "gift", "gifts",
})  # fmt: skip
_SURE = WORDS["aid"] - _VAGUE | {"humanitarian"}
# What goes from one to another: things that are known to be given, and words for them or for the giving. "Parts of Syria" are no things.
_GIVEN = (WORDS["materiel"] | WORDS["arms"] | WORDS["acts"] | WORDS["currency"] | _VAGUE) - {"parts", "help"}
_THINGS = WORDS["materiel"] - {"parts"}
_GIVING = frozenset[str]().union(*map(forms_of, ("give", "grant", "donate", "contribute", "provide", "pledge", "promise"))) | {"disposal"}
_COUNTING = frozenset({"hundred", "hundreds", "dozen", "dozens", "thousand", "thousands", "several"})
_ARMS = _THINGS & WORDS["military"]
# What is fired is not given, nor what is traded against the law.
_FIRED = forms_of("launch") | forms_of("fire") | {"orbit"}
_FIRING = frozenset({"missile", "missiles", "rocket", "rockets", "bomb", "bombs", "warhead", "warheads"})
# What goes to fight where it flies.
_FLYING = _FIRING | {"bomber", "bombers", "jet", "jets", "warships", "submarines"}
_FLOWN = forms_of("get") | forms_of("fly")
# Stages by which something is told of though neither sum nor thing is named.
_PROMISED: frozenset[Stage] = frozenset({"pledged", "contracted", "committed", "announced"})
# Who trades, and with what.
_BUSINESS = frozenset({
    "shareholder", "shareholders", "investor", "investors", "bid", "bids", "merger", "takeover", "acquisition", "acquire", "ipo",
    "chipmaker", "startup", "bitcoin", "cryptocurrency",
})  # fmt: skip
_BIDDING = frozenset({"bid", "acquire"})
# So often a report that is of trade has its words.
_OFTEN = 3
# Words of reports on people who are held for money.
_HELD = frozenset({"ransom", "kidnapped", "kidnappers", "kidnapping", "hostage", "hostages", "captors", "abducted", "abductors"})
_LOADS = frozenset({
    "tonnes", "tons", "tonne", "ton", "truckloads", "lorries", "trucks", "planeload", "planeloads", "pallets", "containers", "sacks",
    "crates",
})  # fmt: skip
# No smaller sum is aid; both who give and who get.
_LEAST, _BOTH = 1000, 2
_UNLAWFUL = ("sanction", "violat", "illegal", "illicit", "smuggl")


class Worth:
    """Which packages of one report are of aid."""

    def __init__(self, around: Surroundings, parties: Parties, statements: Iterable[Statement]) -> None:
        self._around, self._parties = around, parties
        propositions = (proposition for statement in statements for proposition in statement.propositions)
        self._giving = sorted({span for one in propositions if one.event and one.event.type == "AID" for span in one.spans})
        # Whether the report has words that are of aid alone, and whether it tells of giving at all.
        self._names_aid = not _SURE.isdisjoint(around.words)
        self._speaks_of_aid = bool(self._giving) or self._names_aid
        # Whether it is of somebody held for money, or of those who trade; whoever gives may do so "in a bid to" do more.
        self._tells_of_captives = not _HELD.isdisjoint(around.words)
        self._is_of_trade = not self._names_aid and sum(word in _BUSINESS - _BIDDING for word in around.words) >= _OFTEN
        self._longest = max((span.end - span.start for span in self._giving), default=0)

    def is_aid(self, draft: Draft) -> bool:
        """Whether the words that tell of a package tell of aid."""
        sentences = {self._around.sentence(span.start) for span in draft.spans}
        words = {self._around.words[i] for sentence in sentences for i in self._around.touched(sentence)}
        if not words.isdisjoint(_SURE):
            return True
        if self._is_no_gift(draft, words):
            return False
        is_read = any(map(self._is_giving, draft.spans))
        if self._goes_over(draft, words):
            return is_read or self._is_told(draft)
        return is_read and (self._names_aid or self._may_be_given(draft, words))

    def _may_be_given(self, draft: Draft, words: set[str]) -> bool:
        """Whether what is read as giving is a sum or a load, or between those who may give and get: no passenger's blankets."""
        told = [party for party in (draft.donor, draft.recipient) if party is not None]
        is_between = any(map(self._parties.is_known, told)) or (draft.recipient is None and bool(told))
        is_load = not words.isdisjoint(_LOADS)
        is_counted = any((is_load or _is_counted(item)) and _last_word(item) in _THINGS for item in draft.items)
        return is_between or is_counted or (draft.amount is not None and draft.recipient is None)

    def _is_told(self, draft: Draft) -> bool:
        """Whether rules alone tell of aid where the reader takes nothing for giving: a sum or things, from or to one who is known."""
        told = any(self._parties.is_told_as_state(party) for party in (draft.donor, draft.recipient) if party is not None)
        is_ended = any(stage == "cancelled" for stage, *_ in draft.stages)
        is_named = draft.amount is not None or is_ended or bool(_PROMISED & {stage for stage, *_ in draft.stages})
        is_named = is_named or any(_last_word(item) in _THINGS or _is_counted(item) or self._is_make(item) for item in draft.items)
        is_flown = self._only_comes(draft) and any(_last_word(item) in _FLYING for item in draft.items)
        return (told or self._speaks_of_aid) and is_named and not is_flown

    def _only_comes(self, draft: Draft) -> bool:
        """Whether things are only told to come, from somebody: "flew from Sund to Ossel"."""
        return bool(draft.donor) and all(verb in WORDS["coming"] | _FLOWN for verb in self._tellers(draft))

    def _tellers(self, draft: Draft) -> list[str]:
        """The words that tell the stages of a package."""
        return [self._around.words[i] for *_, span in draft.stages for i in self._around.touched(span)]

    def _is_no_gift(self, draft: Draft, words: set[str]) -> bool:
        if self._is_business(draft, words) or self._is_of_trade or self._may_be_ransom(draft, words):
            return True
        is_fired = not words.isdisjoint(_FIRED) and words.isdisjoint(_VAGUE | WORDS["acts"])
        flies = not words.isdisjoint(_FIRING) and all(verb in WORDS["coming"] | _FLOWN for verb in self._tellers(draft))
        is_fired = is_fired and (flies or any(_last_word(item) in _FIRING for item in draft.items))
        return is_fired or any(word.startswith(_UNLAWFUL) for word in words)

    def _may_be_ransom(self, draft: Draft, words: set[str]) -> bool:
        """Whether a report on people held for money tells of a sum that does not go from one state to another.

        What a state gives is ransom only where the same sentence tells of those who are held.
        """
        parties = [party for party in (draft.donor, draft.recipient) if party is not None and self._parties.is_state(party)]
        is_given = draft.donor is not None and self._parties.is_told_as_state(draft.donor)
        tells_of_captives = not _HELD.isdisjoint(words) if is_given else self._tells_of_captives
        return tells_of_captives and draft.amount is not None and len(parties) < _BOTH

    def _is_business(self, draft: Draft, words: set[str]) -> bool:
        """Whether a sum is of what is traded, a price or a bid, and does not go from one country to another."""
        is_small = draft.amount is not None and size(draft.amount) < _LEAST
        countries = {self._parties.country(party) for party in (draft.donor, draft.recipient)} - {None}
        return is_small or (not words.isdisjoint(_BUSINESS) and len(countries) < _BOTH)

    def _goes_over(self, draft: Draft, words: set[str]) -> bool:
        """Whether what is told of is known to be given, and goes from one who is known to another, or things or a loan from or to one."""
        known = [party for party in (draft.donor, draft.recipient) if party is not None and self._parties.is_known(party)]
        is_sum = draft.amount is not None and draft.amount.currency is not None
        if len(known) > 1:
            is_counted = any(_is_counted(item) and _last_word(item) not in WORDS["places"] for item in draft.items)
            return is_sum or is_counted or not words.isdisjoint(_GIVEN) or any(map(self._is_make, draft.items))
        are_things = any(_last_word(item) in (_THINGS if _is_counted(item) else _ARMS) for item in draft.items)
        # "The chamber agreed to the delivery of two batteries to Ilmen": whose chamber it is, another report may tell.
        is_resolved = draft.recipient is not None and any(stage in ("committed", "allocated") for stage, *_ in draft.stages)
        return (bool(known) or is_resolved) and (are_things or (is_sum and not words.isdisjoint(_VAGUE | _GIVING)))

    def _is_make(self, item: AidItem) -> bool:
        return is_make(self._around, self._around.touched(item.span).stop - 1)

    def _is_giving(self, span: Span) -> bool:
        """Whether words stand in a proposition that tells of giving."""
        first, past = (bisect_left(self._giving, at, key=lambda one: one.start) for at in (span.start - self._longest, span.end))
        return any(span.start < one.end for one in self._giving[first:past])


def _last_word(item: AidItem) -> str:
    return item.name.split()[-1].lower()


def _is_counted(item: AidItem) -> bool:
    return item.count is not None or item.name.split()[0].lower() in _COUNTING
