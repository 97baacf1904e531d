"""What the reader finds in a text, before anything is known of the world."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from saidwho.types.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of saying: who, by which words, what.

    source, cue, content: pieces in the order of the text; source is empty where the text names nobody.
    score: probability, the weakest of its parts. relay: who quotes the source ("Nikkei quoted the spokesperson as saying").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    relay: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name something. kind: one of reading.labels.NAMES or MENTIONS. score: probability."""

    span: Span
    kind: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word with its syntax. head: the number of its head in the text; a root's own number.

    upos, relation: Universal Dependencies.
    """

    span: Span
    upos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leanings:
    """What each word of a text leans to, by what is asked: its act, its event, its modality, whether it is negated, whose it is.

    logs: logarithms of probabilities, (words, labels of reading.labels.TOLD), float32; empty where no reader was asked. Under
    "voices" whether a word is another's or the outlet's own: (words, 2).
    """

    logs: Mapping[str, NDArray[np.float32]]

    def of(self, part: str, words: Sequence[tuple[int, int]]) -> NDArray[np.float32] | None:
        """The probabilities that words have together: the mean of their logarithms. None where there are no words.

        words: stretches, as first word and word just past the last. Returns (labels,), which sum to 1.
        """
        rows = [self.logs[part][first:past] for first, past in words if past > first] if part in self.logs else []
        if not rows:
            return None
        mean = np.concatenate(rows).mean(axis=0)
        odds = np.exp(mean - mean.max())
        shares: NDArray[np.float32] = odds / odds.sum()
        return shares


NO_LEANINGS = Leanings(logs={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one pass of the reader finds in one text.

    names: people, organisations and locations by name. mentions: what is spoken of in war reports, of more kinds.
    tokens: every word. sentences: as first token and token just past the last.
    happenings: the words of propositions. own_voice: what the outlet says itself. parties: who does and who suffers in
    happenings ("doer", "sufferer"). marks: words beside statements ("basis", "relay", "venue", "caveat", "denied").
    leanings: what every word leans to.
    """

    attributions: tuple[Attribution, ...]
    names: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    happenings: tuple[Mention, ...] = ()
    own_voice: tuple[Mention, ...] = ()
    parties: tuple[Mention, ...] = ()
    marks: tuple[Mention, ...] = ()
    leanings: Leanings = field(default=NO_LEANINGS, compare=False, repr=False)
