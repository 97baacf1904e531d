"""Which labelled packages of aid were gathered, and which of their fields are right?"""

import re
from collections.abc import Sequence
from typing import Any

from benchmarks.counts import Counts
from benchmarks.speakers.names import is_same_name

Package = dict[str, Any]

# The sum tells a package best; a shared donor alone makes no pair.
_POINTS = {"amount": 4, "stage": 1, "item": 2, "donor": 1}
_WORDS = re.compile(r"[a-z]+")


def score_aid(labels: Sequence[Package], ours: Sequence[Package], names: dict[str, str]) -> dict[str, Counts]:
    """Count what is right of one report's packages.

    aid: packages of both sides that are paired. aid stage: labelled stages with their date, and stages given. aid amount: of
    packages with a labelled sum, those with that sum. aid donor, aid items: as labelled and as given; an item is known by its
    last word, for labels name some with their count and some without.
    """
    pairs = pair_packages(labels, ours, names)
    return {
        "aid": Counts(right=len(pairs), predicted=len(ours), gold=len(labels)),
        "aid stage": Counts(
            right=sum(len(_stages(a) & _stages(b)) for a, b in pairs),
            predicted=sum(len(_stages(b)) for b in ours),
            gold=sum(len(_stages(a)) for a in labels),
        ),
        "aid amount": Counts(
            right=sum(_same_sum(a, b) for a, b in pairs),
            predicted=sum(b["amount"] is not None for b in ours),
            gold=sum(a["amount"] is not None for a in labels),
        ),
        "aid donor": Counts(
            right=sum(is_same_actor(a["donor"], b["donor"], names) for a, b in pairs),
            predicted=sum(b["donor"] is not None for b in ours),
            gold=len(labels),
        ),
        "aid items": Counts(
            right=sum(len(_items(a) & _items(b)) for a, b in pairs),
            predicted=sum(len(_items(b)) for b in ours),
            gold=sum(len(_items(a)) for a in labels),
        ),
    }


def pair_packages(labels: Sequence[Package], ours: Sequence[Package], names: dict[str, str]) -> list[tuple[Package, Package]]:
    """Best one-to-one pairs by what they share: the sum first, then things, stages and who gives."""
    scores = [(_likeness(a, b, names), i, j) for i, a in enumerate(labels) for j, b in enumerate(ours)]
    found, used_labels, used_ours = [], set(), set()
    for score, i, j in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        if score > _POINTS["donor"] and i not in used_labels and j not in used_ours:
            found.append((labels[i], ours[j]))
            used_labels.add(i)
            used_ours.add(j)
    return found


def _likeness(label: Package, ours: Package, names: dict[str, str]) -> int:
    return (
        _POINTS["amount"] * _same_sum(label, ours)
        + _POINTS["item"] * len(_items(label) & _items(ours))
        + _POINTS["stage"] * len(_stages(label) & _stages(ours))
        + _POINTS["donor"] * is_same_actor(label["donor"], ours["donor"], names)
    )


def _same_sum(label: Package, ours: Package) -> bool:
    a, b = label["amount"], ours["amount"]
    return bool(a and b) and (a["low"], a["high"], a["currency"]) == (b["low"], b["high"], b["currency"])


def is_same_actor(label: str | None, ours: str | None, names: dict[str, str]) -> bool:
    """Whether an actor is the one labelled. label: a name. ours: an id. names: of the report's actors, by their ids."""
    found = names.get(ours or "")
    return bool(found and label) and is_same_name(label or "", found or "")


def _stages(package: Package) -> set[tuple[str, str | None]]:
    return {(told["stage"], told["date"]) for told in package["history"]}


def _items(package: Package) -> set[str]:
    named = (item["name"] if isinstance(item, dict) else item for item in package["items"])
    return {words[-1] for name in named if (words := _WORDS.findall(name.lower()))}
