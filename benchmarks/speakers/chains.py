"""Do mentions of one actor come together, and mentions of two stay apart?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.counts import Counts
from benchmarks.speakers.gum import ChainDocument, ChainMention
from saidwho.types.document import Span
from saidwho.types.grounding import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A labelled mention and the actor that ours of the same words belongs to. text: which text they are in."""

    text: str
    gold: ChainMention
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cubed:
    """B-cubed, percent."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pair_up(document: ChainDocument, actors: Sequence[Actor]) -> list[Pair]:
    """Find our mentions of what is labelled.

    Ours is the labelled one if it lies inside it and holds its head word: ours may be the bare name of a longer phrase.
    Of several labelled ones that fit it is the shortest, of several of ours the longest.
    """
    ours = sorted(((span, actor.id) for actor in actors for span in actor.mentions), key=lambda m: (m[0].start - m[0].end, m[0]))
    paired: dict[ChainMention, str] = {}
    for span, actor in ours:
        fitting = [gold for gold in document.mentions if _holds(gold.span, span) and _holds(span, gold.head)]
        if fitting:
            paired.setdefault(min(fitting, key=lambda gold: (gold.span.end - gold.span.start, gold.chain)), actor)
    return [Pair(text=document.key, gold=gold, actor=actor) for gold, actor in paired.items()]


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def cubed(documents: Sequence[ChainDocument], pairs: Sequence[Pair]) -> Cubed:
    """B-cubed (Bagga and Baldwin 1998) over the mentions of chains that have a name and at least two mentions.

    recall: over all of them; one that we have no mention of is worth nothing. precision: over those that we have, each
    against everybody labelled that its actor was made of.
    """
    chains = Counter((document.key, mention.chain) for document in documents for mention in document.mentions)
    named = {(document.key, m.chain) for document in documents for m in document.mentions if m.shape == "name"}
    asked = {chain for chain in named if chains[chain] > 1}
    actors = Counter((pair.text, pair.actor) for pair in pairs)
    both = Counter((pair.text, pair.gold.chain, pair.actor) for pair in pairs)
    precision = recall = 0.0
    ours = [pair for pair in pairs if (pair.text, pair.gold.chain) in asked]
    for pair in ours:
        shared = both[pair.text, pair.gold.chain, pair.actor]
        precision += shared / actors[pair.text, pair.actor]
        recall += shared / chains[pair.text, pair.gold.chain]
    return Cubed(precision=100 * precision / max(len(ours), 1), recall=100 * recall / max(sum(chains[c] for c in asked), 1))


def score_links(document: ChainDocument, pairs: Sequence[Pair]) -> dict[str, Counts]:
    """Count pronouns and noun phrases that are led to the right name.

    gold: those whose chain has a name. predicted: those in an actor that has a mention labelled as a name.
    right: the chain of one of those names is their own.
    """
    named = {mention.chain for mention in document.mentions if mention.shape == "name"}
    names: dict[str, set[str]] = {}
    for pair in pairs:
        if pair.gold.shape == "name":
            names.setdefault(pair.actor, set()).add(pair.gold.chain)
    return {shape: _linked(document, pairs, shape, named, names) for shape in ("pronoun", "nominal")}


def _linked(document: ChainDocument, pairs: Sequence[Pair], shape: str, named: set[str], names: dict[str, set[str]]) -> Counts:
    led = [pair for pair in pairs if pair.gold.shape == shape and pair.actor in names]
    return Counts(
        right=sum(pair.gold.chain in names[pair.actor] for pair in led),
        predicted=len(led),
        gold=sum(mention.shape == shape and mention.chain in named for mention in document.mentions),
    )
