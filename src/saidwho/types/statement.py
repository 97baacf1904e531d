"""What was said, by whom, in whose words, and about what."""

from dataclasses import dataclass
from typing import Literal

from saidwho.types.document import Document, Span
from saidwho.types.grounding import Figure, Grounding, Place, Speaker, Time

Form = Literal["direct", "indirect", "mixed", "own voice"]
Modality = Literal["actual", "ongoing", "planned", "possible", "conditional", "ordered", "past habit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happens in a proposition. type: a PLOVER root type. span: the word that says it. score: probability."""

    type: str
    mode: str | None
    span: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One happening or figure inside a statement's content.

    actor, recipient: ids of actors, as PLOVER means them. places, times, figures: those in its words.
    """

    id: str
    spans: tuple[Span, ...]
    negated: bool
    modality: Modality | None
    event: Event | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]


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
    propositions: tuple[Proposition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document, read."""

    document: Document
    statements: tuple[Statement, ...]
    grounding: Grounding
