"""What do trained readers say of documents: the mean of several, and how right is it on what nobody learned?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.attribution.gold import Attributed
from benchmarks.attribution.units import score_units
from benchmarks.counts import Counts, add_up
from saidwho.reading.decoding import Chain
from saidwho.reading.labels import NAMES, ROLES, TOLD, TOLD_WIDTH, span_tags
from saidwho.reading.links import LinkWeights, link_spans
from saidwho.reading.settle import settle_attributions
from saidwho.reading.spans import Codings
from saidwho.reading.syntax import find_sentences, parse
from saidwho.reading.weighing import weigh_spans
from saidwho.reading.windows import plan_windows
from saidwho.text.words import Words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading
from training.accelerated.folds import heard
from training.accelerated.workers import Shown, Workers, documents_of, held, show
from training.examples import Prepared
from training.losses import WEIGHTS
from training.network import Outputs, Reader
from training.packets import WideBatch, on_device
from training.runs import run_network
from training.wide_losses import told_scores, wide_losses

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
        for window in plan_windows(prepared.pieces.firsts, prepared.document.words.lines)
    ]
    kept.sort(key=lambda one: one.shown[2] - one.shown[1], reverse=True)
    return [kept[at : at + READ_AT_ONCE] for at in range(0, len(kept), READ_AT_ONCE)]


def _batches(workers: Workers, device: torch.device, sort: str) -> Iterator[tuple[list[Kept], WideBatch]]:
    """The documents of a sort, see workers.show, as batches on the device."""
    batches = _windows(documents_of(sort))
    packets = workers.ahead(show, (([one.shown for one in batch], sort) for batch in batches))
    for batch, packet in zip(batches, packets, strict=True):
        yield batch, on_device(packet, device)


@torch.no_grad()
def mean_scores(
    readers: Sequence[Reader], unseen: Sequence[int | None], workers: Workers, device: torch.device, *, told: Sequence[bool] = ()
) -> tuple[Tensor, Tensor | None]:
    """The mean of the readers' scores for all words of all documents, in half precision, on the device.

    unseen: of each reader, the fold that it did not learn: there it is heard, and those that learned it are not. told: of each reader,
    whether it learned what words of reports are part of. Returns role scores (words, tags), and the log probabilities of the parts of
    labels.TOLD (words, TOLD_WIDTH) where some reader learned them.
    """
    size = held().places[-1] + len(held().documents[-1].document.words)
    roles = torch.zeros(size, len(span_tags(ROLES)), dtype=torch.float16, device=device)
    parts = torch.zeros(size, TOLD_WIDTH, dtype=torch.float16, device=device) if any(told) else None
    counting = [heard(prepared.document, unseen) for prepared in held().documents]
    telling = [_telling(counts, told) for counts in counting]
    for batch, wide in _batches(workers, device, "documents"):
        outputs = [run_network(reader, wide) for reader in readers]
        rows, columns, places = (torch.from_numpy(at).to(device) for at in _kept_words(batch))
        shares = _shares([counting[one.shown[0]] for one in batch], device)
        roles[places] = torch.einsum("rt,trwk->rwk", shares, torch.stack([out.roles.float() for out in outputs]))[rows, columns].half()
        if parts is not None:
            shares = _shares([telling[one.shown[0]] for one in batch], device)
            mean = torch.einsum("rt,trwk->rwk", shares, torch.stack([told_scores(out.told.float()) for out in outputs]))
            parts[places] = mean[rows, columns].half()
    return roles, parts


def _telling(counts: Sequence[bool], told: Sequence[bool]) -> list[bool]:
    """Which readers tell of a document: those that count and learned to; all that learned to where none of them counts."""
    both = [count and one for count, one in zip(counts, told, strict=True)] if told else list(counts)
    return both if any(both) else list(told)


def _shares(counting: Sequence[Sequence[bool]], device: torch.device) -> Tensor:
    """(rows, readers): what each reader counts, together one."""
    counts = torch.tensor(counting, dtype=torch.float32, device=device)
    return counts / counts.sum(1, keepdim=True)


def _kept_words(batch: Sequence[Kept]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Of the words of a batch that count: their rows, their columns, and their places among the words of all documents."""
    rows = np.concatenate([np.full(one.keep_past - one.keep, row) for row, one in enumerate(batch)])
    columns = np.concatenate([np.arange(one.keep, one.keep_past) - one.shown[1] for one in batch])
    places = np.concatenate([np.arange(one.keep, one.keep_past) + held().places[one.shown[0]] for one in batch])
    return rows, columns, places


@torch.no_grad()
def development_scores(readers: Sequence[Reader], workers: Workers, device: torch.device) -> list[Scores]:
    """What readers say together of each development article, by head.

    Scores are means. Vectors are set one reader's beside another's, so that their products become means.
    """
    scores = [{head: np.zeros((0, 0), dtype=np.float32) for head in _HEADS} for _ in held().development]
    for batch, wide in _batches(workers, device, "development"):
        outputs = [run_network(reader, wide) for reader in readers]
        joined = {head: _joined(head, outputs) for head in _HEADS}
        for row, one in enumerate(batch):
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


@torch.no_grad()
def score_reports(reader: Reader, workers: Workers, device: torch.device) -> dict[str, float]:
    """How far a reader is from the labels of reports that nobody learned: its loss a word, of roles and of labels.TOLD together. Whole
    windows count, so words that stand in two count twice."""
    sums = dict.fromkeys(("reports: roles", "reports: told"), torch.zeros((), device=device))
    words = 0
    for _, wide in _batches(workers, device, "reports"):
        parts = wide_losses(run_network(reader, wide), wide, reader, None)
        sums["reports: roles"] = sums["reports: roles"] + parts["roles"]
        told = torch.stack([WEIGHTS[f"told {part}"] * parts[f"told {part}"] for part in TOLD]).sum()
        sums["reports: told"] = sums["reports: told"] + told
        words += wide.counts["words"]
    return {name: round(float(total) / max(words, 1), 4) for name, total in sums.items()}


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
    names = Codings.of({"names": span_tags(NAMES)}).decode({"names": scores["names"]}, words.lines)["names"]
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
