"""How many spans of each role are exactly right, unit by unit?

CofeNet's protocol (Wang et al. 2022): predicted characters are laid over the corpus's tokens as BIO labels, each unit
is read as spans, and a span is right if its role and its tokens are.
"""

from collections.abc import Sequence

from benchmarks.attribution.gold import Attributed, Units
from benchmarks.counts import Counts, add_up
from saidwho.reading.labels import ROLES
from saidwho.types.document import Span

# Laid down in this order: where roles claim one token, the usually shorter one keeps it.
LAYERS = ("content", "source", "cue")
Piece = tuple[str, int, int]


def score_units(units: Units, predicted: Sequence[Attributed]) -> dict[str, Counts]:
    """Count the spans of each role in one labelled text."""
    labels = lay_labels(units.tokens, predicted)
    cases, at = [], 0
    for size in units.sizes:
        gold = pieces(units.labels[at : at + size])
        ours = pieces(_opened(labels[at : at + size]))
        cases.append({role: Counts.of(_of_role(gold, role), _of_role(ours, role)) for role in ROLES})
        at += size
    return {role: Counts() for role in ROLES} | add_up(cases)


def lay_labels(tokens: Sequence[Span], predicted: Sequence[Attributed]) -> list[str]:
    """Label each token that a predicted character touches; what another role cuts off begins anew."""
    labels = ["O"] * len(tokens)
    for role in LAYERS:
        for attributed in predicted:
            for span in attributed.of(role):
                touched = [i for i, token in enumerate(tokens) if token.start < span.end and token.end > span.start]
                for i in touched:
                    labels[i] = f"{'B' if i == touched[0] else 'I'}-{role}"
    for i in range(1, len(labels)):
        if labels[i].startswith("I-") and labels[i - 1][2:] != labels[i][2:]:
            labels[i] = f"B-{labels[i][2:]}"
    return labels


def pieces(labels: Sequence[str]) -> set[Piece]:
    """The spans of BIO labels as (role, first, past). An I without its B is no span, as CofeNet has it."""
    spans, opened = set(), None
    for i, label in enumerate([*labels, "O"]):
        if opened and label != f"I-{opened[0]}":
            spans.add((*opened, i))
            opened = None
        if label.startswith("B-"):
            opened = (label[2:], i)
    return spans


def _opened(labels: list[str]) -> list[str]:
    """A span that runs over from the unit before begins anew in this one."""
    return [f"B-{labels[0][2:]}", *labels[1:]] if labels and labels[0].startswith("I-") else labels


def _of_role(found: set[Piece], role: str) -> set[object]:
    return {piece for piece in found if piece[0] == role}
