"""How far are the heads' answers from the labels and from the teachers, of a batch on an accelerator?

The same numbers as losses.losses gives, in few large steps, and without a question to the device.
"""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from saidwho.reading.labels import TOLD, TOLD_COLUMNS
from training.chains import divergence, log_totals, path_scores
from training.corpora import IGNORE
from training.link_tables import links_loss
from training.losses import arcs_loss, fixed_steps, ruled_out, soft_roles_loss, word_losses
from training.network import Outputs, Reader
from training.packets import WideBatch


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Teacher:
    """What several readers score of every word of the documents.

    roles: (words of all documents, tags), the mean of their role scores. steps: (tags, tags), the mean of their steps: the mean of scores
    is the geometric mean of the probabilities of whole paths. told: (words of all documents, TOLD_WIDTH), the mean of their told_scores,
    or None where they teach roles alone. share: what a teacher counts where there are labels, the labels counting the rest; where there
    are none, the teacher counts as much as labels do.
    """

    roles: Tensor
    steps: Tensor
    share: float
    told: Tensor | None = None


def wide_losses(outputs: Outputs, batch: WideBatch, model: Reader, teacher: Teacher | None) -> dict[str, Tensor]:
    """Summed over the batch, a head. Where a teacher is given, roles are the labels' part and taught the teachers'."""
    arcs = arcs_loss(outputs, batch, batch.arc_rows) if len(batch.arc_rows) else outputs.arcs.sum() * 0
    roles = _roles_alone(outputs, batch, model) if teacher is None else _roles_taught(outputs, batch, model, teacher)
    parts = {**roles, "links": links_loss(outputs, batch.links, model), **word_losses(outputs, batch, arcs=arcs)}
    return (
        parts
        if teacher is None or teacher.told is None
        else parts | _told_taught(outputs, batch, teacher.told, teacher.share, labelled=parts)
    )


def _roles_alone(outputs: Outputs, batch: WideBatch, model: Reader) -> dict[str, Tensor]:
    nothing = outputs.roles.sum() * 0
    teacher = soft_roles_loss(outputs, batch.soft_roles) if batch.counts["teacher"] else nothing
    rows = batch.role_rows
    if not len(rows):
        return {"roles": nothing, "teacher": teacher}
    emissions, lengths = ruled_out(outputs.roles[rows], batch.borders[rows]), batch.lengths[rows]
    steps = fixed_steps(model)
    scores = path_scores(emissions, batch.roles[rows].clamp(min=0), lengths, steps)
    return {"roles": (log_totals(emissions, lengths, steps) - scores).sum(), "teacher": teacher}


def _roles_taught(outputs: Outputs, batch: WideBatch, model: Reader, teacher: Teacher) -> dict[str, Tensor]:
    rows, lengths = batch.role_rows, batch.lengths
    ours = ruled_out(outputs.roles, batch.borders), fixed_steps(model)
    theirs = ruled_out(_of_batch(batch, teacher.roles), batch.borders), teacher.steps
    totals = log_totals(ours[0], lengths, ours[1])
    weights = torch.ones_like(totals).index_fill(0, rows, teacher.share)
    labelled = totals[rows] - path_scores(ours[0][rows], batch.roles[rows].clamp(min=0), lengths[rows], ours[1])
    return {
        "roles": labelled.sum() * (1 - teacher.share),
        "taught": divergence(totals, ours, theirs, lengths, weights=weights),
    }


def told_scores(logits: Tensor) -> Tensor:
    """The log probabilities of each part of labels.TOLD, side by side. logits: (..., TOLD_WIDTH)."""
    return torch.cat([F.log_softmax(logits[..., TOLD_COLUMNS[part]], -1) for part in TOLD], -1)


# Parts that code spans: each word is in one or in none. The others say of the words of some span what it is, and of other words nothing,
# so there teachers count as far as they take the word for part of such a span.
_SPANS_OF = {
    "parties": "happenings", "acts": "own_voice", "events": "happenings", "modalities": "happenings", "polarities": "happenings",
    "bases": "marks", "targets": "marks",
}  # fmt: skip
# Acts are told of attributed words too, which no part of labels.TOLD marks; happenings mostly stand in them.
_LEAST = 0.1


def _told_taught(outputs: Outputs, batch: WideBatch, told: Tensor, share: float, *, labelled: dict[str, Tensor]) -> dict[str, Tensor]:
    """What the labels say and what the teachers say together, of each part of labels.TOLD. labelled: the losses by the labels alone."""
    theirs = _of_batch(batch, told)
    within = torch.arange(batch.roles.shape[1], device=theirs.device) < batch.lengths[:, None]
    inside = {part: 1 - theirs[..., TOLD_COLUMNS[part].start].exp() for part in ("happenings", "own_voice", "marks")}
    inside["own_voice"] = torch.maximum(inside["own_voice"], inside["happenings"]).clamp(min=_LEAST)
    losses = {}
    for at, part in enumerate(TOLD):
        columns = TOLD_COLUMNS[part]
        ours = F.log_softmax(outputs.told[..., columns].float(), -1)
        wanted = theirs[..., columns].exp()
        # A mean of log probabilities does not add up to one.
        wanted = wanted / wanted.sum(-1, keepdim=True)
        apart = (wanted * (wanted.clamp(min=1e-6).log() - ours)).sum(-1)
        weights = within.float() if part not in _SPANS_OF else within * inside[_SPANS_OF[part]]
        weights = weights.masked_fill(batch.told[..., at] != IGNORE, share)
        losses[f"told {part}"] = (1 - share) * labelled[f"told {part}"] + (weights * apart).sum()
    return losses


def _of_batch(batch: WideBatch, table: Tensor) -> Tensor:
    """Rows of a table over the words of all documents, of the words of a batch: (batch, words, width); past the end of a row anything."""
    at = batch.places[:, None] + torch.arange(batch.roles.shape[1], device=batch.places.device)
    return table[at.clamp(max=len(table) - 1)].float()
