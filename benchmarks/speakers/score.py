"""Is an answer right? The rules are in RULES.md, under "What is right"."""

from collections.abc import Sequence

from benchmarks.counts import Counts
from benchmarks.speakers.answers import Answer, answer_to, is_shared, nearest_answer
from benchmarks.speakers.labels import WRITTEN, Label
from benchmarks.speakers.names import is_same_name
from saidwho.types.grounding import Actor

# From this score on, the resolver says that it is sure.
SURE = 0.9
JOINER = " & "

_UNNAMED_KINDS = ("person", "group", "people", "body", "force")
_SEVERAL_KINDS = ("group", "people", "body")


def is_right(label: Label, answer: Answer, labels: Sequence[Label], text: str) -> bool:
    """Whether an answer is right. labels: all of the article."""
    others = [other for other in labels if other.status == "named" and other.speaker != label.speaker]
    if answer.actor is None:
        return label.status != "named"
    if label.status == "named":
        return _is_speaker(label, answer.actor, others, text)
    return label.status != "open" and _is_apart(label, answer, others, text)


def _is_speaker(label: Label, actor: Actor, others: Sequence[Label], text: str) -> bool:
    """Whether an actor is the labelled speaker. One that holds two speakers is the one whose name it bears."""
    if not _stands_for(actor, label, text):
        return False
    return _bears_name(actor, label) or not any(_stands_for(actor, other, text) for other in others)


def _stands_for(actor: Actor, label: Label, text: str) -> bool:
    """A person is never a body, even where a body's name holds the person's."""
    if (actor.kind == "person") != (label.kind == "person"):
        return False
    mention = label.mention
    return _bears_name(actor, label) or (mention is not None and any(is_shared(span, mention, text) for span in actor.mentions))


def _bears_name(actor: Actor, label: Label) -> bool:
    return any(is_same_name(actor.name, name) for name in (label.speaker, *label.also) if name)


def _is_apart(label: Label, answer: Answer, others: Sequence[Label], text: str) -> bool:
    """Whether an unnamed speaker, or several, are kept apart from everybody that the article names as a speaker."""
    actor = answer.actor
    if actor is None or any(is_same_name(actor.name, name) for name in label.also):
        return True
    if actor.kind not in (_SEVERAL_KINDS if label.status == "several" else _UNNAMED_KINDS):
        return False
    if any(is_same_name(actor.name, name) for name in (label.speaker or "").split(JOINER)):
        return False
    outside = [span for span in actor.mentions if not is_shared(span, answer.source, text)]
    merged = any(
        _bears_name(actor, other) or any(is_shared(span, other.mention, text) for span in outside if other.mention) for other in others
    )
    return len(outside) < len(actor.mentions) and not merged


def score_article(labels: Sequence[Label], answers: Sequence[Answer], text: str) -> dict[str, Counts]:
    """Count right answers where the labelled attributions were given.

    named, and named by how the source is written; unnamed: unnamed and several; open: right of gold, predicted is how
    many were answered. sure named: of answers that are sure, of named sources. sure: with them the sure answers that
    take any other source for somebody wrongly; a nobody kept apart is no answer.
    """
    counts = {name: Counts() for name in ("named", *(f"named {written}" for written in WRITTEN), "unnamed", "open", "sure named", "sure")}
    for label in labels:
        answer = answer_to(label.source, answers)
        right = answer is not None and is_right(label, answer, labels, text)
        answered = answer is not None and answer.actor is not None
        found = Counts(right=int(right), predicted=int(answered), gold=1)
        counts["unnamed" if label.status == "several" else label.status] += found
        if label.status == "named":
            counts[f"named {label.written}"] += found
        is_sure = answered and answer is not None and answer.score >= SURE
        sure = Counts(right=int(is_sure and right), predicted=int(is_sure), gold=1)
        if label.status == "named":
            counts["sure named"] += sure
            counts["sure"] += sure
        elif is_sure and not right:
            counts["sure"] += sure
    return counts


def score_found(labels: Sequence[Label], answers: Sequence[Answer], text: str) -> dict[str, Counts]:
    """Count right answers where the reader found the attributions itself: right of gold, of the named sources."""
    counts = Counts()
    for label in (label for label in labels if label.status == "named"):
        answer = nearest_answer(label.source, answers, text)
        right = answer is not None and is_right(label, answer, labels, text)
        counts += Counts(right=int(right), predicted=int(answer is not None and answer.actor is not None), gold=1)
    return {"found": counts}
