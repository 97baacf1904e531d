"""A package of aid while the sentences of a report are read."""

from dataclasses import dataclass, field

from saidwho.statements.aid.sums import size
from saidwho.statements.aid.words import KINDS, WORDS
from saidwho.types.document import Span
from saidwho.types.grounding import Figure
from saidwho.types.statement import AidItem, AidKind, Stage


@dataclass(slots=True, kw_only=True)
class Draft:
    """One package. stages: with sum, date and the word that tells. spans: the words that tell of it."""

    donor: str | None = None
    recipient: str | None = None
    amount: Figure | None = None
    funding: list[Span] = field(default_factory=list)
    items: list[AidItem] = field(default_factory=list)
    stages: list[tuple[Stage, Figure | None, str | None, Span]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    kinds: dict[AidKind, int] = field(default_factory=dict)
    # The stages, by their place, whose date is only that of a headline: the report may tell of the day itself.
    of_headline: set[int] = field(default_factory=set)

    def add_stage(self, stage: Stage, amount: Figure | None, date: str | None, verb: Span, *, is_headlines: bool = False) -> None:
        """Each stage once a date and sum. is_headlines: the date is that of a headline, which the day told below it replaces."""
        open_to = [n for n in sorted(self.of_headline) if self.stages[n][0] == stage and _are_one(self.stages[n][1], amount)]
        same = [n for n, known in enumerate(self.stages) if known[0] == stage and known[1] == amount]
        undated = [n for n in same if self.stages[n][2] is None]
        if open_to:
            if date is not None:
                self.stages[open_to[0]] = (stage, amount or self.stages[open_to[0]][1], date, verb)
                self.of_headline.discard(open_to[0])
        elif date is not None and undated:
            self.stages[undated[0]] = (stage, amount, date, verb)
        elif not any(self.stages[n][2] in (date, None) for n in same):
            self.stages.append((stage, amount, date, verb))
            if is_headlines:
                self.of_headline.add(len(self.stages) - 1)
        self.spans.append(verb)

    def add_items(self, items: list[AidItem]) -> None:
        """ "The generators" of a later sentence, and "212 generators", are those named before."""
        for item in items:
            names = {known.name for known in self.items}
            is_taken_up = item.name.split()[-1] in self.last_words() and (" " not in item.name or item.count is not None)
            if item.name not in names and not is_taken_up:
                self.items.append(item)
                self.spans.append(item.span)

    def settle(self) -> None:
        """Leave out words for all things where some are named, what is only a number, and what money comes from."""
        named = [item for item in self.items if item.name.lower() not in WORDS["generic"]]
        paid = [item for item in named if any(f.start <= item.span.start and item.span.end <= f.end for f in self.funding)]
        self.items = [item for item in named or self.items if item not in paid]

    def add_funding(self, spans: list[Span]) -> None:
        self.funding += spans
        self.spans += spans

    def add_kinds(self, words: list[str]) -> None:
        for kind in KINDS:
            self.kinds[kind] = self.kinds.get(kind, 0) + sum(word in WORDS[kind] for word in words)

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
        best = max(self.kinds.items(), key=lambda kind: kind[1], default=None)
        return best[0] if best and best[1] else None


def _are_one(first: Figure | None, second: Figure | None) -> bool:
    """Whether two sums may be one: one of them is not told, or they are as great."""
    return first is None or second is None or size(first) == size(second)
