"""What the reader finds in a text, before anything is known of the world."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one pass of the reader finds in one text.

    names: people, organisations and locations by name. mentions: what is spoken of in war reports, of more kinds.
    tokens: every word. sentences: as first token and token just past the last.
    """

    attributions: tuple[Attribution, ...]
    names: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
