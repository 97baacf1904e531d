"""What do trained readers say of documents: the mean of several, and how right it is on PolNeAR's development part?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.attribution.gold import Attributed
from benchmarks.attribution.units import score_units
from benchmarks.counts import Counts, add_up
from saidwho.reading.decoding import Chain, decode_spans
from saidwho.reading.labels import NAMES, ROLES, span_tags
from saidwho.reading.links import LinkWeights, link_spans
from saidwho.reading.settle import settle_attributions
from saidwho.reading.syntax import find_sentences, parse
from saidwho.reading.weighing import weigh_spans
from saidwho.reading.windows import plan_windows
from saidwho.text.words import Words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading
from training.accelerated.folds import heard
from training.accelerated.workers import Shown, Workers, held, show_development, show_document
from training.examples import Prepared
from training.network import Outputs, Reader
from training.packets import on_device
from training.runs import run_network

# Windows read at a time: all are near the longest.
READ_AT_ONCE = 64
# The heads that attributions and the rules over them hang on.
_HEADS = ("roles", "pointers", "names", "upos", "relations", "ends", "arcs")

Scores = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Of one window, the words whose scores count."""

    shown: Shown
    keep: int
    keep_past: int


def _windows(documents: Sequence[Prepared]) -> list[list[Kept]]:
    """All documents as the released reader cuts them, in batches of windows of about one length."""
    kept = [
        Kept(shown=(number, window.first, window.past), keep=window.keep, keep_past=window.keep_past)
        for number, prepared in enumerate(documents)
        for window in plan_windows(prepared.pieces.firsts)
    ]
    kept.sort(key=lambda one: one.shown[2] - one.shown[1], reverse=True)
    return [kept[at : at + READ_AT_ONCE] for at in range(0, len(kept), READ_AT_ONCE)]


def _read(
    readers: Sequence[Reader], workers: Workers, device: torch.device, *, development: bool
) -> Iterator[tuple[Kept, list[Outputs], int]]:
    """Each window with what every reader says of it and its row in the batch."""
    batches = _windows(held().development if development else held().documents)
    task = show_development if development else show_document
    packets = workers.ahead(task, (([one.shown for one in batch],) for batch in batches))
    for batch, packet in zip(batches, packets, strict=True):
        wide = on_device(packet, device)
        outputs = [run_network(reader, wide) for reader in readers]
        yield from ((one, outputs, row) for row, one in enumerate(batch))


@torch.no_grad()
def mean_roles(readers: Sequence[Reader], unseen: Sequence[int | None], workers: Workers, device: torch.device) -> Tensor:
    """The mean of the readers' role scores for all words of all documents: (words, tags), in half precision, on the device.

    unseen: of each reader, the fold that it did not learn: there it is heard, and those that learned it are not.
    """
    places = held().places
    table = torch.zeros(places[-1] + len(held().documents[-1].document.words), len(span_tags(ROLES)), dtype=torch.float16, device=device)
    counting = [heard(prepared.document, unseen) for prepared in held().documents]
    for one, outputs, row in _read(readers, workers, device, development=False):
        number, first, _ = one.shown
        counted = zip(outputs, counting[number], strict=True)
        mean = torch.stack([out.roles[row, one.keep - first : one.keep_past - first].float() for out, counts in counted if counts]).mean(0)
        table[places[number] + one.keep : places[number] + one.keep_past] = mean.half()
    return table


@torch.no_grad()
def development_scores(readers: Sequence[Reader], workers: Workers, device: torch.device) -> list[Scores]:
    """What readers say together of each development article, by head.

    Scores are means. Vectors are set one reader's beside another's, so that their products become means.
    """
    scores = [{head: np.zeros((0, 0), dtype=np.float32) for head in _HEADS} for _ in held().development]
    before: list[Outputs] | None = None
    joined: dict[str, NDArray[np.float32]] = {}
    for one, outputs, row in _read(readers, workers, device, development=True):
        if outputs is not before:
            before, joined = outputs, {head: _joined(head, outputs) for head in _HEADS}
        number, first, _ = one.shown
        for head, values in joined.items():
            if not len(scores[number][head]):
                words = len(held().development[number].document.words)
                scores[number][head] = np.zeros((words, values.shape[2]), dtype=np.float32)
            scores[number][head][one.keep : one.keep_past] = values[row, one.keep - first : one.keep_past - first]
    return scores


# How many vectors stand side by side in what a head gives.
_VECTORS = {"pointers": 4, "arcs": 2}


def _joined(head: str, outputs: Sequence[Outputs]) -> NDArray[np.float32]:
    values = [getattr(out, head).float() for out in outputs]
    if head not in _VECTORS:
        return torch.stack(values).mean(0).cpu().numpy()
    vectors = [value.unflatten(-1, (_VECTORS[head], -1)) for value in values]
    return (torch.cat(vectors, -1) / len(vectors) ** 0.5).flatten(-2).cpu().numpy()


def score_development(readers: Sequence[Reader], workers: Workers, device: torch.device) -> dict[str, float]:
    """Exact F1 of each role by CofeNet's units, of the mean of some readers."""
    learned = {
        name: torch.stack([getattr(reader, name).detach().float() for reader in readers]).mean(0)
        for name in ("steps", "pairs", "sourceless")
    }
    weights = LinkWeights(pairs=learned["pairs"].cpu().numpy(), sourceless=float(learned["sourceless"]))
    steps = learned["steps"].cpu().numpy()
    tasks = ((number, scores, steps, weights) for number, scores in enumerate(development_scores(readers, workers, device)))
    counted = add_up(list(workers.ahead(count_article, tasks)))
    return {role: round(counted[role].f1, 2) for role in ROLES}


def count_article(number: int, scores: Scores, steps: NDArray[np.float32], weights: LinkWeights) -> Mapping[str, Counts]:
    """What is right in one development article, on all its units."""
    article = held().development[number].document
    found = _attributions(article.words, scores, Chain.over(span_tags(ROLES), steps), weights)
    predicted = [Attributed(source=a.source, cue=a.cue, content=a.content) for a in found]
    return add_up([score_units(units, predicted) for units in held().units if units.article == article.key]) or {
        role: Counts() for role in ROLES
    }


def _attributions(words: Words, scores: Scores, chain: Chain, weights: LinkWeights) -> tuple[Attribution, ...]:
    """What the package's reader and the rules after it make of the scores, on ONNX Runtime or not."""
    linked = link_spans(words, weigh_spans(scores["roles"], words.lines, chain, held().costs), scores["pointers"], weights)
    sentences = find_sentences(scores["ends"], words.lines)
    names = decode_spans(scores["names"], words.lines, Chain.over(span_tags(NAMES)))
    reading = Reading(
        attributions=tuple(
            Attribution(
                source=(_span(words, cue.source.first, cue.source.past),) if cue.source else (),
                cue=(_span(words, cue.cue.first, cue.cue.past),),
                content=tuple(_span(words, content.first, content.past) for content in cue.contents),
                score=cue.score,
            )
            for cue in linked
            if cue.contents
        ),
        names=tuple(Mention(span=_span(words, name.first, name.past), kind=name.kind, score=name.score) for name in names),
        mentions=(),
        tokens=parse(words, sentences, arcs=scores["arcs"], upos=scores["upos"], relations=scores["relations"]),
        sentences=tuple(sentences),
    )
    return settle_attributions(words.text, reading).attributions


def _span(words: Words, first: int, past: int) -> Span:
    return Span(start=int(words.starts[first]), end=int(words.ends[past - 1]))
