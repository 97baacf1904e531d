"""Which names of the register did the reader cut at an apostrophe, or take for a word?

Of "the Donetsk People's Republic" it often makes the Donetsk People and a place called Republic, and of the WHO a pronoun.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from saidwho.grounding.register.register import Register
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading

_SCORE = 0.9
_CAPITAL = r"[A-Z][\w-]*"
# Words in capitals with an apostrophe among them, and small words behind it: "People's Republic of China", "Kurdistan Workers' Party".
_WITH_APOSTROPHE = re.compile(
    rf"\b(?!The\b)(?:{_CAPITAL}[ \t]){{0,4}}{_CAPITAL}(?:['’]s|(?<=s)['’])(?:[ \t](?:(?:of|for|and|the)[ \t]){{0,2}}{_CAPITAL}){{1,5}}"
)
_APOSTROPHE = re.compile(r"['’]s?$")
_WHO = re.compile(r"[^\n]{0,40}\b(?P<who>WHO)\b[^\n]{0,40}")
_WORD = re.compile(r"\S+")


def with_uncut_names(text: str, reading: Reading, register: Register) -> Reading:
    """A reading with the names of the register that have an apostrophe inside, each as one name, and with the WHO."""
    found = [span for match in _WITH_APOSTROPHE.finditer(text) if (span := _known_in(match, register)) is not None]
    # In a line of capitals alone it is the word.
    found += [Span(start=m.start("who"), end=m.end("who")) for m in _WHO.finditer(text) if not m[0].isupper()]
    cut = [span for span in found if not any(name.span.start <= span.start and span.end <= name.span.end for name in reading.names)]
    if not cut:
        return reading
    whole = (Mention(span=span, kind="organisation", score=_SCORE) for span in cut)
    kept = (name for name in reading.names if not any(name.span.start < span.end and span.start < name.span.end for span in cut))
    return replace(reading, names=tuple(sorted((*kept, *whole), key=lambda mention: mention.span)))


def _known_in(match: re.Match[str], register: Register) -> Span | None:
    """The longest name of the register among words that holds their apostrophe; what is somebody's is none: "Ukraine's parliament"."""
    words = [(match.start() + word.start(), match.start() + word.end()) for word in _WORD.finditer(match[0])]
    owner = next(n for n, (start, end) in enumerate(words) if match.string[end - 1] in "'’" or match.string[end - 2] in "'’")
    spans = (Span(start=words[first][0], end=words[past - 1][1]) for first, past in _stretches(owner, len(words)))
    whole = next((span for span in spans if register.named(span.of(match.string))), None)
    if whole is None or register.named(_APOSTROPHE.sub("", match.string[whole.start : words[owner][1]])):
        return None
    return whole


def _stretches(owner: int, count: int) -> Iterator[tuple[int, int]]:
    """The stretches of so many words that hold an owner and go on behind it, the longest first."""
    stretches = ((first, past) for first in range(owner + 1) for past in range(owner + 2, count + 1))
    yield from sorted(stretches, key=lambda stretch: stretch[0] - stretch[1])
