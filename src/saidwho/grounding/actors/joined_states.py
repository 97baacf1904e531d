"""Which names did the reader take for one that are the names of two states?

Of two who do something together, "Sund and Vardenia signed an agreement", it often makes one body.
"""

from collections.abc import Iterator
from dataclasses import replace

from saidwho.grounding.register.register import Register
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading

_AND = " and "


def with_states_apart(text: str, reading: Reading, register: Register) -> Reading:
    """A reading in which two states that "and" joins have a name each; those that are one ("Trinidad and Tobago") keep it."""
    names = tuple(part for name in reading.names for part in _apart(text, name, register))
    return reading if names == reading.names else replace(reading, names=names)


def _apart(text: str, name: Mention, register: Register) -> Iterator[Mention]:
    words = name.span.of(text)
    first, joined, second = words.partition(_AND)
    if not joined or register.named(words) or not all(register.state_named(state) for state in (first, second)):
        yield name
        return
    end, start = name.span.start + len(first), name.span.end - len(second)
    yield replace(name, kind="location", span=Span(start=name.span.start, end=end))
    yield replace(name, kind="location", span=Span(start=start, end=name.span.end))
