"""What is the verb of a clause, and what is it said with? The few words that most often settle what happens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from saidwho.types.reading import Token

_OBJECTS = frozenset({"obj", "iobj", "obl", "nsubj:pass"})
_FURTHER = frozenset({"xcomp", "compound:prt", "ccomp"})
_BELOW = frozenset({"obj", "compound:prt"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Words as written. verb: the head of the clause, a noun where it has no verb. further: particles and verbs that depend on it."""

    verb: str
    further: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()


def make_frame(head: int, *, tokens: Sequence[Token], words: Sequence[str], children: Callable[[int], Sequence[int]]) -> Frame:
    """The frame of a clause. head: the number of its head in tokens. words: of the tokens. children: the tokens that hang on one."""
    below = [(i, tokens[i].relation) for i in children(head)]
    further = [i for i, relation in below if relation in _FURTHER]
    objects: list[int] = []
    for i, relation in below:
        if relation in _OBJECTS:
            objects.append(i)
        elif relation in _FURTHER:
            objects += [k for k in children(i) if tokens[k].relation in _BELOW]
    return Frame(
        verb=words[head],
        further=tuple(words[i] for i in further),
        objects=tuple(words[i] for i in objects),
        subjects=tuple(words[i] for i, relation in below if relation == "nsubj"),
        auxiliaries=tuple(words[i] for i, relation in below if relation in _AUXILIARIES),
    )
