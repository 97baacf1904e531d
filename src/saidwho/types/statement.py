"""What was said, by whom, in whose words."""

from dataclasses import dataclass
from typing import Literal

from saidwho.types.document import Document, Span

Form = Literal["direct", "indirect", "mixed", "own voice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution with what is worked out of it so far."""

    id: str
    form: Form
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who a mention stands for. Until mentions are resolved, each name in the text is an actor of its own."""

    id: str
    name: str
    kind: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document, read."""

    document: Document
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
