"""A package of aid while the sentences of a report are read."""

from dataclasses import dataclass, field
from itertools import pairwise

from saidwho.statements.aid.sums import size
from saidwho.statements.aid.words import KINDS, WORDS
from saidwho.types.document import Span
from saidwho.types.grounding import Figure
from saidwho.types.statement import AidItem, AidKind, Stage

# What a list may name and is no thing.
_NO_ITEM = WORDS["aid"] | WORDS["currency"] | {"contract", "contracts", "agreement", "agreements"}
_CLEARING = frozenset({"clear", "clears", "clearing", "cleared", "clearance", "removal", "demining"})
_PROMISING: tuple[Stage, ...] = ("announced", "pledged")


@dataclass(slots=True, kw_only=True)
class Draft:
    """One package. stages: with sum, date and the word that tells. spans: the words that tell of it."""

    donor: str | None = None
    recipient: str | None = None
    # The state of the place that its things came to, where nobody is named who gets them.
    reached: str | None = None
    # Whether a person gives of whom the sentence does not say which state he speaks for.
    is_persons: bool = False
    amount: Figure | None = None
    funding: list[Span] = field(default_factory=list)
    items: list[AidItem] = field(default_factory=list)
    stages: list[tuple[Stage, Figure | None, str | None, Span]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    kinds: dict[AidKind, int] = field(default_factory=dict)
    # Words that tell of a kind where none that are of one do.
    hints: dict[AidKind, int] = field(default_factory=dict)
    # Whether its sum was told as one of a greater one, and whether who gives is known from a headline alone.
    is_part: bool = False
    is_headlines: bool = False
    # The stages, by their place, whose date is only that of a headline: the report may tell of the day itself.
    of_headline: set[int] = field(default_factory=set)
    # The words that only the reader takes for telling a stage.
    only_read: set[Span] = field(default_factory=set)

    def add_stage(
        self, stage: Stage, amount: Figure | None, date: str | None, verb: Span, *, is_headlines: bool = False, is_read: bool = False
    ) -> None:
        """Each stage once a date and sum.

        is_headlines: the date is that of a headline, which the day told below it replaces. is_read: only the reader takes it for one.
        """
        if is_read:
            self.only_read.add(verb)
        # What a headline promises is announced below it, or the other way round.
        told = _PROMISING if stage in _PROMISING and not is_headlines else (stage,)
        open_to = [n for n in sorted(self.of_headline) if self.stages[n][0] in told and _are_one(self.stages[n][1], amount)]
        same = [n for n, known in enumerate(self.stages) if known[0] == stage and known[1] == amount]
        if date is None and stage != "delivered":
            # Told again without its day it is no other.
            same = [n for n, known in enumerate(self.stages) if known[0] == stage and _are_one(known[1], amount)]
        undated = [n for n in same if self.stages[n][2] is None]
        if open_to:
            if date is not None or self.stages[open_to[0]][0] != stage:
                date = date or self.stages[open_to[0]][2]
                self.stages[open_to[0]] = (stage, amount or self.stages[open_to[0]][1], date, verb)
                self.of_headline.discard(open_to[0])
        elif date is not None and undated:
            self.stages[undated[0]] = (stage, amount, date, verb)
        elif not (same and date is None and stage != "delivered") and not any(self.stages[n][2] in (date, None) for n in same):
            self.stages.append((stage, amount, date, verb))
            if is_headlines:
                self.of_headline.add(len(self.stages) - 1)
        self.spans.append(verb)

    def add_items(self, items: list[AidItem]) -> None:
        """ "The generators" of a later sentence, and "212 generators", are those named before."""
        for item in items:
            if item.name.split()[-1].lower() in _NO_ITEM:
                continue
            names = {known.name for known in self.items}
            last = item.name.split()[-1].lower()
            is_taken_up = bool({last, f"{last}s"} & self.last_words()) and (" " not in item.name or item.count is not None)
            # "Anti-tank weapons" holds "tank weapons".
            is_inside = any(
                known.name.endswith(item.name) and known.span.start <= item.span.start and item.span.end <= known.span.end
                for known in self.items
            )
            if item.name not in names and not is_taken_up and not is_inside:
                self.items.append(item)
                self.spans.append(item.span)

    def settle(self) -> None:
        """Leave out words for all things where some are named, what is only a number, what money comes from, and stages that only the
        reader takes for some where a rule knows others."""
        known = [told for told in self.stages if told[3] not in self.only_read]
        self.stages = known or self.stages
        named = [item for item in self.items if item.name.lower() not in WORDS["generic"]]
        paid = [item for item in named if any(f.start <= item.span.start and item.span.end <= f.end for f in self.funding)]
        self.items = [item for item in named or self.items if item not in paid]

    def add_funding(self, spans: list[Span]) -> None:
        self.funding += spans
        self.spans += spans

    def add_kinds(self, words: list[str], *, spoken: list[str]) -> None:
        """spoken: the words with those that name who speaks, which count where the others tell no kind: "the defence ministry said"."""
        counted = kinds_in(words)
        counted = counted if any(counted.values()) else kinds_in(spoken)
        for kind in KINDS:
            self.kinds[kind] = self.kinds.get(kind, 0) + counted[kind]
            self.hints[kind] = self.hints.get(kind, 0) + sum(word in WORDS[f"around_{kind}"] for word in words)

    def last_words(self) -> set[str]:
        return {item.name.split()[-1].lower() for item in self.items}

    def is_of(self, amount: Figure) -> bool:
        """Whether a sum is that of the package."""
        own = self.amount
        if own is None or size(own) != size(amount):
            return False
        return None in (own.currency, amount.currency) or own.currency == amount.currency

    def kind(self) -> AidKind | None:
        """The kind that most of its words are of."""
        return most_told(self.kinds) or most_told(self.hints)


def kinds_in(words: list[str]) -> dict[AidKind, int]:
    """How many words of some are of each kind of aid. A military plane may carry anything."""
    pairs = [f"{a}-{b}" for a, b in pairwise(words)]
    own = [a for a, b in pairwise([*words, ""]) if not (a == "military" and b in WORDS["carriers"])]
    if _CLEARING & set(words):
        own = ["demining" if word in ("mine", "mines") else word for word in own]  # "Clear the road of mines".
    return {kind: sum(word in WORDS[kind] for word in (*own, *pairs)) for kind in KINDS}


def most_told(kinds: dict[AidKind, int]) -> AidKind | None:
    best = max(kinds.items(), key=lambda kind: kind[1], default=None)
    return best[0] if best and best[1] else None


def _are_one(first: Figure | None, second: Figure | None) -> bool:
    """Whether two sums may be one: one of them is not told, or they are as great."""
    return first is None or second is None or size(first) == size(second)
