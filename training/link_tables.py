"""All links of a batch side by side, padded: one product instead of one a window.

The numbers are those of losses._fit_links, which goes window by window and is quick on a CPU.
"""

from dataclasses import dataclass, fields

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from saidwho.reading.links import PAIR_FEATURES, POINTER
from training.examples import LinkCase
from training.network import IMPOSSIBLE, Outputs, Reader


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinkTable:
    """The windows of a batch that have links of one kind. Padded spans are words 0 to 1, and no answer.

    rows: (cases,), the window. children: (cases, n, 2). cues: (cases, m, 2). pairs: (cases, n, m, PAIR_FEATURES).
    answers: (cases, n, m). is_child, is_cue: (cases, n) and (cases, m), false where padded.
    """

    rows: Tensor
    children: Tensor
    cues: Tensor
    pairs: Tensor
    answers: Tensor
    is_child: Tensor
    is_cue: Tensor


LINK_ARRAYS = tuple(field.name for field in fields(LinkTable))


def pad_links(links: list[list[LinkCase]], kind: int) -> dict[str, NDArray] | None:
    """The arrays of a LinkTable; None where no window has links of this kind."""
    cases = [(row, case) for row, of_row in enumerate(links) for case in of_row if case.kind == kind]
    if not cases:
        return None
    count, n, m = len(cases), *(max(case.answers.shape[axis] for _, case in cases) for axis in (0, 1))
    arrays: dict[str, NDArray] = {
        "rows": np.array([row for row, _ in cases], dtype=np.int16),
        "children": np.tile(np.array([0, 1], dtype=np.int16), (count, n, 1)),
        "cues": np.tile(np.array([0, 1], dtype=np.int16), (count, m, 1)),
        "pairs": np.zeros((count, n, m, PAIR_FEATURES), dtype=np.float32),
        "answers": np.zeros((count, n, m), dtype=bool),
        "is_child": np.zeros((count, n), dtype=bool),
        "is_cue": np.zeros((count, m), dtype=bool),
    }
    for at, (_, case) in enumerate(cases):
        of, to = case.answers.shape
        arrays["children"][at, :of], arrays["cues"][at, :to] = case.children.numpy(), case.cues.numpy()
        arrays["pairs"][at, :of, :to], arrays["answers"][at, :of, :to] = case.pairs.numpy(), case.answers.numpy()
        arrays["is_child"][at, :of], arrays["is_cue"][at, :to] = True, True
    return arrays


def links_loss(outputs: Outputs, tables: tuple[LinkTable | None, LinkTable | None], model: Reader) -> Tensor:
    """Summed over contents, each of which has one cue, and cues, each of which has one source or none."""
    pointers = outputs.pointers.float()
    total = pointers.sum() * 0
    contents, sources = tables
    if contents is not None:
        scores = _scores(contents, pointers, model, 0).masked_fill(~contents.is_cue[:, None, :], IMPOSSIBLE)
        lost = torch.logsumexp(scores, 2) - torch.logsumexp(scores.masked_fill(~contents.answers, IMPOSSIBLE), 2)
        total = total + (lost * contents.is_child).sum()
    if sources is not None:
        scores = _scores(sources, pointers, model, 1).masked_fill(~sources.is_child[:, :, None], IMPOSSIBLE)
        nobody = model.sourceless.expand(scores.shape[0], 1, scores.shape[2])
        answers = torch.cat([sources.answers, ~sources.answers.any(1, keepdim=True)], 1)
        scores = torch.cat([scores, nobody], 1)
        lost = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~answers, IMPOSSIBLE), 1)
        total = total + (lost * sources.is_cue).sum()
    return total


def _scores(table: LinkTable, pointers: Tensor, model: Reader, kind: int) -> Tensor:
    ends = pointers[..., 2 * kind * POINTER : (2 * kind + 2) * POINTER]
    words = ends.shape[1]
    flat = ends.flatten(0, 1)
    child = _span_vectors(flat[:, :POINTER], table.rows, table.children, words)
    cue = _span_vectors(flat[:, POINTER:], table.rows, table.cues, words)
    return child @ cue.transpose(1, 2) + table.pairs @ model.pairs[kind]


def _span_vectors(flat: Tensor, rows: Tensor, spans: Tensor, words: int) -> Tensor:
    """The mean of each span's first and last word. flat: (batch * words, POINTER). spans: (cases, n, 2)."""
    at = rows[:, None] * words
    first, last = (flat.index_select(0, (at + place).flatten()) for place in (spans[..., 0], spans[..., 1] - 1))
    return ((first + last) / 2).view(*spans.shape[:2], POINTER)
