"""How far are the heads' answers from the labels? Summed over a batch, a head."""

from functools import cache

import torch
from torch import Tensor
from torch.nn import functional as F

from saidwho.reading.labels import TOLD, TOLD_COLUMNS
from saidwho.reading.links import POINTER
from training.corpora import IGNORE
from training.examples import Batch
from training.network import ARC, IMPOSSIBLE, ROLE_TAGS, Outputs, Reader, crf_loss, valid_steps
from training.packets import WideBatch


@cache
def _crossing(device: torch.device) -> tuple[Tensor, Tensor]:
    """Which tags say that a span began before this word, and which that it goes on after it."""
    closing, opening = ([t[0] in kinds for t in ROLE_TAGS] for kinds in ("IE", "BI"))
    return torch.tensor(closing, device=device), torch.tensor(opening, device=device)


@cache
def _invalid_steps(device: torch.device) -> Tensor:
    return ~valid_steps(ROLE_TAGS).to(device)


def ruled_out(roles: Tensor, borders: Tensor) -> Tensor:
    """Role scores with the tags ruled out that would carry a span over the end of a line. borders: see Batch."""
    closing, opening = _crossing(roles.device)
    ruled = (borders[..., :1] & closing) | (borders[..., 1:] & opening)
    return roles.float().masked_fill(ruled, IMPOSSIBLE)


def fixed_steps(model: Reader) -> Tensor:
    """The learned scores of one tag after another, impossible ones ruled out."""
    return model.steps.masked_fill(_invalid_steps(model.steps.device), IMPOSSIBLE)


def _fit_roles(outputs: Outputs, batch: Batch, model: Reader) -> Tensor:
    rows = torch.nonzero((batch.roles != IGNORE).any(1))[:, 0]
    if not len(rows):
        return outputs.roles.sum() * 0
    emissions = ruled_out(outputs.roles, batch.borders)[rows]
    tags = batch.roles[rows].clamp(min=0)
    return crf_loss(emissions, tags, batch.lengths[rows], fixed_steps(model))


def span_vector(vectors: Tensor, spans: Tensor) -> Tensor:
    return (vectors[spans[:, 0]] + vectors[spans[:, 1] - 1]) / 2


def _fit_links(outputs: Outputs, batch: Batch, model: Reader) -> Tensor:
    losses = [outputs.pointers.sum() * 0]
    for rows, cases in zip(outputs.pointers.float().unbind(0), batch.links, strict=True):
        ends = rows.split(POINTER, dim=1) if cases else ()
        for case in cases:
            child = span_vector(ends[2 * case.kind], case.children)
            cue = span_vector(ends[2 * case.kind + 1], case.cues)
            scores = child @ cue.T + case.pairs @ model.pairs[case.kind]
            if case.kind == 0:  # a content has one cue
                chosen = torch.logsumexp(scores.masked_fill(~case.answers, IMPOSSIBLE), 1)
                losses.append((torch.logsumexp(scores, 1) - chosen).sum())
            else:  # a cue has one source or none
                scores = torch.cat([scores, model.sourceless.expand(1, scores.shape[1])])
                answers = torch.cat([case.answers, ~case.answers.any(0, keepdim=True)])
                chosen = torch.logsumexp(scores.masked_fill(~answers, IMPOSSIBLE), 0)
                losses.append((torch.logsumexp(scores, 0) - chosen).sum())
    return torch.stack(losses).sum()


def _fit_arcs(outputs: Outputs, batch: Batch) -> Tensor:
    rows = torch.nonzero((batch.heads != IGNORE).any(1))[:, 0]
    return arcs_loss(outputs, batch, rows) if len(rows) else outputs.arcs.sum() * 0


def arcs_loss(outputs: Outputs, batch: Batch | WideBatch, rows: Tensor) -> Tensor:
    """Each word picks its head within its own sentence; a root picks itself. rows: those with syntax."""
    arcs = outputs.arcs[rows].float()
    scores = arcs[..., :ARC] @ arcs[..., ARC:].transpose(1, 2)
    ends = (batch.ends[rows] == 1).long()
    number = torch.cumsum(ends, 1) - ends
    same = number[:, :, None] == number[:, None, :]
    same &= (batch.heads[rows] != IGNORE)[:, None, :]
    scores = scores.masked_fill(~same, IMPOSSIBLE)
    return F.cross_entropy(scores.flatten(0, 1), batch.heads[rows].flatten(), ignore_index=IGNORE, reduction="sum")


def _tags(logits: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORE, reduction="sum")


def _match_teacher(outputs: Outputs, batch: Batch) -> Tensor:
    known = ~batch.soft_roles[..., 0].isnan()
    return soft_roles_loss(outputs, batch.soft_roles) if known.any() else outputs.roles.sum() * 0


def soft_roles_loss(outputs: Outputs, soft_roles: Tensor) -> Tensor:
    """How far the role scores lie from the teacher's; each word's scores count from their own mean. soft_roles: see Batch."""
    known = ~soft_roles[..., 0].isnan()
    ours, wanted = outputs.roles.float()[known], soft_roles[known]
    ours, wanted = (x - x.mean(1, keepdim=True) for x in (ours, wanted))
    return F.smooth_l1_loss(ours, wanted, reduction="sum") / ours.shape[1]


WEIGHTS = {
    "roles": 1.0,
    "teacher": 0.1,
    "taught": 1.0,
    "links": 1.0,
    "names": 0.5,
    "mentions": 0.5,
    "upos": 0.2,
    "relations": 0.3,
    "arcs": 0.3,
    "ends": 0.2,
    **{f"told {part}": 0.5 if part == "parties" else 1.0 for part in TOLD},
}


def losses(outputs: Outputs, batch: Batch, model: Reader) -> dict[str, Tensor]:
    return {
        "roles": _fit_roles(outputs, batch, model),
        "teacher": _match_teacher(outputs, batch),
        "links": _fit_links(outputs, batch, model),
        **word_losses(outputs, batch, arcs=_fit_arcs(outputs, batch)),
    }


def word_losses(outputs: Outputs, batch: Batch | WideBatch, *, arcs: Tensor) -> dict[str, Tensor]:
    """Of the heads that give each word a label of its own; arcs: what was computed of its head."""
    return {
        "names": _tags(outputs.names, batch.names),
        "mentions": _tags(outputs.mentions, batch.mentions),
        "upos": _tags(outputs.upos, batch.upos),
        "relations": _tags(outputs.relations, batch.relations),
        "ends": _tags(outputs.ends, batch.ends),
        "arcs": arcs,
        **{f"told {part}": _tags(outputs.told[..., TOLD_COLUMNS[part]], batch.told[..., at]) for at, part in enumerate(TOLD)},
    }
