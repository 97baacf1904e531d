"""The reader's network: all-MiniLM-L6-v2 with page features, a mix of its layers a task, and the heads."""

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from saidwho.reading import decoding
from saidwho.reading.decoding import may_follow
from saidwho.reading.features import SIZES
from saidwho.reading.labels import MENTIONS, NAMES, RELATIONS, ROLES, TOLD_WIDTH, UPOS, span_tags
from saidwho.reading.links import PAIR_FEATURES, POINTER

HIDDEN, LAYERS, HEADS = 384, 6, 12
ARC = 128
TASKS = ("roles", "names", "syntax", "told")
ROLE_TAGS = span_tags(ROLES)


class Dropout(nn.Module):
    """Dropout whose masks are cut from one long draw: drawing anew costs a tenth of a training step on a CPU.

    An accelerator draws anew each time: there it is part of the product and costs nothing, and no batch is too large for the draw.
    """

    POOL = 1 << 24

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        drawn = torch.rand(self.POOL, generator=torch.Generator().manual_seed(1)) >= rate
        self.pool: Tensor | None = (drawn.to(torch.bfloat16) / (1 - rate)) if rate else None

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.pool is None:
            return x
        if not x.is_cpu:
            return F.dropout(x, self.rate)
        at = int(torch.randint(0, self.POOL - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view(x.shape)


def attend_plainly(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """Attention as plain matrix products: on a CPU in bfloat16 they are faster than PyTorch's fused attention.

    q, k, v: (batch, heads, pieces, width). mask: added to the scores.
    """
    scores = q @ k.transpose(2, 3) / math.sqrt(HIDDEN // HEADS)
    if mask is not None:
        scores = scores + mask
    return torch.softmax(scores, dim=3) @ v


def attend_fused(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """The same in one kernel, which keeps no table of scores: on an accelerator memory is what takes time."""
    return F.scaled_dot_product_attention(q, k, v, attn_mask=None if mask is None else mask.to(q.dtype))


class Layer(nn.Module):
    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.up, self.down = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm_attention, self.norm = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None, asked: Tensor | None = None) -> Tensor:
        """What the layer makes of each piece, or of those that are asked for alone.

        x: (batch, pieces, HIDDEN). mask: (batch, 1, 1, pieces), added to the attention scores. asked: (batch, words), places of pieces.
        """
        own = x if asked is None else pick(x, asked)
        q, k, v = (_by_heads(f(given)) for f, given in ((self.query, own), (self.key, x), (self.value, x)))
        attend = attend_plainly if x.is_cpu else attend_fused
        seen = self.out(attend(q, k, v, mask).transpose(1, 2).reshape(own.shape))
        x = self.norm_attention(own + self.dropout(seen))
        return self.norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


def _by_heads(x: Tensor) -> Tensor:
    """(batch, pieces, HIDDEN) to (batch, heads, pieces, width)."""
    return x.unflatten(2, (HEADS, HIDDEN // HEADS)).transpose(1, 2)


def pick(x: Tensor, at: Tensor) -> Tensor:
    """Of each text some pieces. x: (batch, pieces, width). at: (batch, words), their places. Returns (batch, words, width)."""
    flat = (at + torch.arange(len(at), device=at.device)[:, None] * x.shape[1]).flatten()
    rows = x.flatten(0, 1)
    # An accelerator adds up the gradients of chosen rows faster where they are not indexed.
    return (rows[flat] if x.is_cpu else rows.index_select(0, flat)).view(*at.shape, x.shape[2])


class Encoder(nn.Module):
    """MiniLM with the page features added to its input."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.kinds = nn.Embedding(2, HIDDEN)
        self.features = nn.ModuleList(nn.Embedding(size, HIDDEN) for size in SIZES)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, pieces: Tensor, features: Tensor | None, mask: Tensor | None, asked: Tensor | None = None) -> list[Tensor]:
        """What every layer makes of each piece, or of those that are asked for: the last layer works for no others.

        pieces: (batch, pieces). features: (batch, pieces, 4). mask: as a layer takes it. asked: (batch, words), places of pieces.
        """
        return self.climb(self.embed(pieces, features), 0, mask, asked)

    def embed(self, pieces: Tensor, features: Tensor | None) -> Tensor:
        """What comes into the lowest layer."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.kinds.weight[0]
        if features is not None:
            for i, table in enumerate(self.features):
                x = x + table(features[:, :, i])
        return self.dropout(self.norm(x))

    def climb(self, x: Tensor, below: int, mask: Tensor | None, asked: Tensor | None) -> list[Tensor]:
        """What the layers above some make of what these made. below: how many lie below."""
        outputs = []
        for layer in self.layers[below:-1]:
            x = layer(x, mask)
            outputs.append(x if asked is None else pick(x, asked))
        return [*outputs, self.layers[-1](x, mask, asked)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """What the heads say of each word; all (batch, words, width)."""

    roles: Tensor
    pointers: Tensor
    names: Tensor
    mentions: Tensor
    upos: Tensor
    relations: Tensor
    ends: Tensor
    arcs: Tensor
    told: Tensor


class Reader(nn.Module):
    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = Dropout(dropout)
        self.encoder = Encoder(self.dropout)
        self.mix = nn.Parameter(torch.zeros(len(TASKS), LAYERS))
        with torch.no_grad():
            self.mix[:, -1] = 2.0
        self.roles = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), self.dropout, nn.Linear(HIDDEN, len(ROLE_TAGS)))
        self.pointers = nn.Linear(HIDDEN, 4 * POINTER)
        self.names = nn.Linear(HIDDEN, len(span_tags(NAMES)))
        self.mentions = nn.Linear(HIDDEN, len(span_tags(MENTIONS)))
        self.upos = nn.Linear(HIDDEN, len(UPOS))
        self.relations = nn.Linear(HIDDEN, len(RELATIONS))
        self.ends = nn.Linear(HIDDEN, 2)
        self.arcs = nn.Sequential(nn.Linear(HIDDEN, 2 * ARC), nn.GELU(), nn.Linear(2 * ARC, 2 * ARC))
        self.told = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), self.dropout, nn.Linear(HIDDEN, TOLD_WIDTH))
        # Weights of links.PAIR_FEATURES for content and source, and the score of a cue that has no source.
        self.pairs = nn.Parameter(torch.zeros(2, PAIR_FEATURES))
        self.sourceless = nn.Parameter(torch.zeros(1))
        # CRF transitions between role tags; impossible ones are fixed by `valid_steps`.
        self.steps = nn.Parameter(torch.zeros(len(ROLE_TAGS), len(ROLE_TAGS)))

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None, firsts: Tensor) -> Outputs:
        """pieces: (batch, pieces). features: (batch, pieces, 4). firsts: (batch, words), the first piece of each word."""
        return self.answer(torch.stack(self.encoder(pieces, features, mask, firsts)))

    def answer(self, words: Tensor) -> Outputs:
        """What the heads say. words: (LAYERS, batch, words, HIDDEN), what each layer made of them."""
        mixed = torch.softmax(self.mix, dim=1) @ words.flatten(1)
        roles, names, syntax, told = self.dropout(mixed).view(len(TASKS), *words.shape[1:]).unbind(0)
        return Outputs(
            roles=self.roles(roles),
            pointers=self.pointers(roles) / math.sqrt(math.sqrt(POINTER)),
            names=self.names(names),
            mentions=self.mentions(names),
            upos=self.upos(syntax),
            relations=self.relations(syntax),
            ends=self.ends(syntax),
            arcs=self.arcs(syntax) / math.sqrt(math.sqrt(ARC)),
            told=self.told(told),
        )


def reader_of(state: dict[str, Tensor]) -> Reader:
    """The reader with these weights, to be used and not trained."""
    reader = Reader(0.0)
    reader.load_state_dict(state)
    return reader.eval()


class Pair(nn.Module):
    """Two readers over the lowest layers of the first: what is part of an attribution is told by both, all else by the first.

    Two that learned apart err in other places, so the mean of their role scores, and of their steps between tags, errs less than either.
    below: how many layers they share. share: of the second in the mean.
    """

    def __init__(self, first: Reader, second: Reader, *, below: int, share: float) -> None:
        super().__init__()
        self.first, self.second, self.below, self.share = first, second, below, share

    @property
    def steps(self) -> Tensor:
        return torch.lerp(self.first.steps, self.second.steps, self.share)

    @property
    def pairs(self) -> Tensor:
        return self.first.pairs

    @property
    def sourceless(self) -> Tensor:
        return self.first.sourceless

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None, firsts: Tensor) -> Outputs:
        """See Reader."""
        encoder = self.first.encoder
        x, shared = encoder.embed(pieces, features), []
        for layer in encoder.layers[: self.below]:
            x = layer(x, mask)
            shared.append(pick(x, firsts))
        own, other = (torch.stack([*shared, *one.encoder.climb(x, self.below, mask, firsts)]) for one in (self.first, self.second))
        found = self.first.answer(own)
        at = TASKS.index("roles")
        mixed = torch.softmax(self.second.mix[at : at + 1], dim=1) @ other.flatten(1)
        roles = self.second.roles(mixed.view(other.shape[1:]))
        return replace(found, roles=(1 - self.share) * found.roles + self.share * roles)


def freeze(model: Reader, layers: int) -> None:
    """Keep the word vectors and the lowest layers as they are. layers: how many; 0 keeps nothing."""
    if not layers:
        return
    encoder = model.encoder
    for part in (encoder.words, encoder.positions, encoder.kinds, encoder.features, encoder.norm, *encoder.layers[:layers]):
        part.requires_grad_(requires_grad=False)


def valid_steps(tags: tuple[str, ...]) -> Tensor:
    """(tags, tags), true where the second may follow the first."""
    return torch.tensor([[may_follow(before, after) for after in tags] for before in tags])


IMPOSSIBLE = float(decoding.IMPOSSIBLE)


def crf_loss(emissions: Tensor, tags: Tensor, lengths: Tensor, steps: Tensor) -> Tensor:
    """Negative log likelihood of tag sequences, summed.

    emissions: (batch, words, tags), float32. tags: (batch, words). lengths: (batch,). steps: (tags, tags).
    Method: Lafferty et al. 2001, a linear chain without start and end scores.
    """
    size = emissions.shape[1]
    inside = torch.arange(size)[None, :] < lengths[:, None]
    picked = emissions.gather(2, tags[..., None])[..., 0]
    moved = steps[tags[:, :-1], tags[:, 1:]]
    gold = (picked * inside).sum() + (moved * inside[:, 1:]).sum()
    # Word by word: quick on a CPU. training.chains does the same in few large steps.
    alpha = emissions[:, 0]
    for t in range(1, size):
        following = torch.logsumexp(alpha[:, :, None] + steps[None], dim=1) + emissions[:, t]
        alpha = torch.where(inside[:, t, None], following, alpha)
    return torch.logsumexp(alpha, dim=1).sum() - gold
