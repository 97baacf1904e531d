"""What do all paths through a linear chain weigh together, in few large steps?

`network.crf_loss` goes word by word, which is quick on a CPU. An accelerator takes as long for a step over one word as for one over all of
them, so here pairs of neighbours are joined, then pairs of pairs: 8 rounds for 200 words. The numbers are the same.
"""

import torch
from torch import Tensor


def log_totals(emissions: Tensor, lengths: Tensor, steps: Tensor) -> Tensor:
    """The log sum of all paths of each row. Returns (batch,).

    emissions: (batch, words, tags), float32. lengths: (batch,), words, at least one. steps: (tags, tags).
    Method: products in the log semiring are associative (Sarkka and Garcia-Fernandez 2021, parallel sum-product).
    """
    # joined[:, k] holds the log sums of all paths over the words that it spans, from each tag before them to each tag at their end;
    # firsts[k] is the first of these words. What lies wholly past the end of a row is never joined.
    joined = steps + emissions[:, 1:, None, :]
    firsts = torch.arange(1, emissions.shape[1], device=emissions.device)
    while joined.shape[1] > 1:
        even = joined.shape[1] // 2 * 2
        left, right, rest = joined[:, 0:even:2], joined[:, 1:even:2], joined[:, even:]
        both = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
        reached = firsts[1:even:2] < lengths[:, None]
        joined = torch.cat([torch.where(reached[..., None, None], both, left), rest], dim=1)
        firsts = firsts[::2]
    opened = emissions[:, 0]
    if not joined.shape[1]:
        return torch.logsumexp(opened, dim=1)
    moved = torch.logsumexp(opened[:, :, None] + joined[:, 0], dim=1)
    return torch.logsumexp(torch.where(lengths[:, None] > 1, moved, opened), dim=1)


def path_scores(emissions: Tensor, tags: Tensor, lengths: Tensor, steps: Tensor) -> Tensor:
    """The score of one path in each row. tags: (batch, words), anything past the end. Returns (batch,)."""
    inside = torch.arange(emissions.shape[1], device=emissions.device) < lengths[:, None]
    picked = emissions.gather(2, tags[..., None])[..., 0]
    # Not steps[before, after]: what adds up its gradients goes through the many words of one step one by one.
    at = tags[:, :-1] * len(steps) + tags[:, 1:]
    moved = steps.flatten().index_select(0, at.flatten()).view(at.shape)
    return (picked * inside).sum(1) + (moved * inside[:, 1:]).sum(1)


def expectations(emissions: Tensor, lengths: Tensor, steps: Tensor, *, weights: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """How often a chain expects each tag at each word, and each step over all words.

    weights: (batch,), what each row counts. Returns tags (batch, words, tags) and steps (tags, tags), both times the weights, and the
    weighted log sum of all paths. These are the derivatives of that sum, so no backward pass over words is needed.
    """
    with torch.enable_grad():
        emissions, steps = emissions.detach().requires_grad_(), steps.detach().requires_grad_()
        total = (log_totals(emissions, lengths, steps) * weights).sum()
        # Rows of one word use no step.
        tags, moves = torch.autograd.grad(total, (emissions, steps), materialize_grads=True)
    return tags, moves, total.detach()


def divergence(totals: Tensor, ours: tuple[Tensor, Tensor], theirs: tuple[Tensor, Tensor], lengths: Tensor, *, weights: Tensor) -> Tensor:
    """How far a chain is from a teacher's: the Kullback-Leibler divergence of whole paths, teacher first, weighted and summed.

    totals: our log_totals. ours, theirs: emissions and steps of both. weights: (batch,).
    Method: for linear chains it is a sum over single words and steps (Wang et al. 2021, structural knowledge distillation).
    """
    tags, moves, total = expectations(theirs[0], lengths, theirs[1], weights=weights)
    held = (tags * (theirs[0] - ours[0])).sum() + (moves * (theirs[1] - ours[1])).sum()
    return (totals * weights).sum() - total + held
