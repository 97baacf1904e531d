"""How far are the heads' answers from the labels and from the teachers, of a batch on an accelerator?

The same numbers as losses.losses gives, in few large steps, and without a question to the device.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from training.chains import divergence, log_totals, path_scores
from training.link_tables import links_loss
from training.losses import arcs_loss, fixed_steps, ruled_out, soft_roles_loss, word_losses
from training.network import Outputs, Reader
from training.packets import WideBatch


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Teacher:
    """What several readers score of every word of the documents.

    roles: (words of all documents, tags), the mean of their role scores. steps: (tags, tags), the mean of their steps: the mean of scores
    is the geometric mean of the probabilities of whole paths. share: what a teacher counts on a row that has labels, the labels
    counting the rest; where there are none, the teacher counts as much as labels do.
    """

    roles: Tensor
    steps: Tensor
    share: float


def wide_losses(outputs: Outputs, batch: WideBatch, model: Reader, teacher: Teacher | None) -> dict[str, Tensor]:
    """Summed over the batch, a head. Where a teacher is given, roles are the labels' part and taught the teachers'."""
    arcs = arcs_loss(outputs, batch, batch.arc_rows) if len(batch.arc_rows) else outputs.arcs.sum() * 0
    roles = _roles_alone(outputs, batch, model) if teacher is None else _roles_taught(outputs, batch, model, teacher)
    return {**roles, "links": links_loss(outputs, batch.links, model), **word_losses(outputs, batch, arcs=arcs)}


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
    theirs = ruled_out(_scores_of(batch, teacher), batch.borders), teacher.steps
    totals = log_totals(ours[0], lengths, ours[1])
    weights = torch.ones_like(totals).index_fill(0, rows, teacher.share)
    labelled = totals[rows] - path_scores(ours[0][rows], batch.roles[rows].clamp(min=0), lengths[rows], ours[1])
    return {
        "roles": labelled.sum() * (1 - teacher.share),
        "taught": divergence(totals, ours, theirs, lengths, weights=weights),
    }


def _scores_of(batch: WideBatch, teacher: Teacher) -> Tensor:
    """The teachers' scores of the words of a batch, (batch, words, tags); past the end of a row anything."""
    at = batch.places[:, None] + torch.arange(batch.roles.shape[1], device=batch.places.device)
    return teacher.roles[at.clamp(max=len(teacher.roles) - 1)].float()
