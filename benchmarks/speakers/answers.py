"""Whom did the resolver take each source for?"""

from collections.abc import Sequence
from dataclasses import dataclass

from saidwho.types.document import Span
from saidwho.types.grounding import Actor, Grounding

# The share of the shorter one's letters that two stretches must have in common to be taken for the same words.
SHARED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """source: from its first character to its last. actor: None where the resolver left it open."""

    source: Span
    actor: Actor | None
    score: float


def answers_of(grounding: Grounding) -> list[Answer]:
    """One answer for each source that has words. Raises ValueError where a speaker is an actor that is not there."""
    actors = {actor.id: actor for actor in grounding.actors}
    strangers = [speaker for speaker in grounding.speakers if speaker.actor is not None and speaker.actor not in actors]
    if strangers:
        raise ValueError(f"the speaker of {strangers[0].source} is the actor {strangers[0].actor!r}, who is not among the actors.")
    return [
        Answer(
            source=Span(start=min(piece.start for piece in speaker.source), end=max(piece.end for piece in speaker.source)),
            actor=None if speaker.actor is None else actors[speaker.actor],
            score=speaker.score,
        )
        for speaker in grounding.speakers
        if speaker.source
    ]


def answer_to(source: Span, answers: Sequence[Answer]) -> Answer | None:
    """The answer for exactly this source."""
    return next((answer for answer in answers if answer.source == source), None)


def nearest_answer(source: Span, answers: Sequence[Answer], text: str) -> Answer | None:
    """The answer whose source shares most letters with this one; None where none shares enough."""
    near = [answer for answer in answers if is_shared(answer.source, source, text)]
    return max(near, key=lambda answer: shared_letters(answer.source, source, text), default=None)


def is_shared(one: Span, other: Span, text: str) -> bool:
    """Whether two stretches have at least half of the shorter one's letters in common."""
    shorter = min(letters(one, text), letters(other, text))
    return shorter > 0 and shared_letters(one, other, text) >= SHARED * shorter


def shared_letters(one: Span, other: Span, text: str) -> int:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return letters(Span(start=start, end=end), text) if start < end else 0


def letters(span: Span, text: str) -> int:
    """How many letters and digits a stretch has."""
    return sum(character.isalnum() for character in span.of(text))
