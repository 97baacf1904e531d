"""What was said, by whom, in whose words."""

from dataclasses import dataclass
from typing import Literal

from saidwho.types.document import Document, Span
from saidwho.types.grounding import Grounding, Speaker, Time

Form = Literal["direct", "indirect", "mixed", "own voice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution with what is worked out of it so far.

    speaker: who the words are finally attributed to, and why. spoken: when they were said, where the text tells.
    """

    id: str
    form: Form
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    score: float
    speaker: Speaker | None = None
    spoken: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document, read."""

    document: Document
    statements: tuple[Statement, ...]
    grounding: Grounding
