"""Which words of a text may stand for an actor: its names, its noun phrases and its pronouns?"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from saidwho.grounding.actors.markables import PRONOUNS, Markable
from saidwho.grounding.actors.named import find_labels, find_names, find_new_states
from saidwho.grounding.actors.nominals import find_nominals
from saidwho.grounding.actors.sources import source_heads
from saidwho.grounding.actors.trees import Trees
from saidwho.grounding.actors.weapons import without_weapons
from saidwho.grounding.register.new_states import NewState
from saidwho.types.grounding import Place
from saidwho.types.reading import Reading


def find_markables(
    trees: Trees, reading: Reading, places: tuple[Place, ...], states: tuple[NewState, ...] = (), *, is_known: Callable[[str], bool]
) -> tuple[Markable, ...]:
    """Every markable, in the order of the text; names win over noun phrases of the same words.

    states: those that no table holds, whose names the reader takes for people and towns. is_known: whether words name somebody in the
    register.
    """
    reading = replace(reading, names=without_weapons(trees, reading.names, is_known=is_known))
    labels = [*find_labels(trees), *find_new_states(trees, reading, states)]
    labelled = {i for label in labels for i in range(label.first, label.past)}
    known = {word for state in states for word in (state.name, *state.demonyms, *state.seats)}
    names = [
        *labels,
        *(
            name
            for name in find_names(trees, reading, places, is_known=is_known)
            if name.first not in labelled and name.span.of(trees.text).removeprefix("the ") not in known
        ),
    ]
    taken = {i for markable in names for i in range(markable.first, markable.past)}
    others = [*_pronouns(trees, taken), *find_nominals(trees, taken, sources=source_heads(trees, reading))]
    return tuple(sorted([*names, *others], key=lambda m: (m.span, m.shape)))


def _pronouns(trees: Trees, taken: set[int]) -> Iterator[Markable]:
    for i, (word, token) in enumerate(zip(trees.words, trees.tokens, strict=True)):
        if i in taken or word not in PRONOUNS or token.upos not in ("PRON", "DET") or token.span.of(trees.text) in ("US", "IT", "WHO"):
            continue
        kind, gender, many, _ = PRONOUNS[word]
        yield Markable(
            span=token.span, first=i, past=i + 1, head=i, shape="pronoun", kind=kind, gender=gender, many=many, words=(word,)
        )  # fmt: skip
