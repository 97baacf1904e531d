"""What of a clause tells the type of its event?

Five kinds of features, each scaled to be of like weight:

- the vector of the clause in its sentence, which the pipeline hands in;
- the stems of the whole clause, one and two in a row, hashed. Names and numbers are one word each: who acts does not tell what;
- the same of its core: the words between actor and recipient, which hold the verb, or all words where neither is known;
- the stems of its frame (its verb and what that is said with), hashed with the part they play, and our table's phrases in it;
- our table's phrases, counted for each type in the clause and in its core, the first of the core, and all again where
  the core speaks of what is yet to come ("agreed to", "will", "willing"): a release that is promised is no release.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from saidwho.statements.events.frames import Frame
from saidwho.statements.events.lexicon import Hit, find_entries
from saidwho.statements.events.stems import stem
from saidwho.statements.events.types import KINDS, EventType
from saidwho.text.words import split_words
from saidwho.types.document import Span

Floats = NDArray[np.float32]

VECTOR = 384
BUCKETS = 8192
FRAME_BUCKETS = 2048
_COUNTS = ("clause", "core", "first", "coming", "negated")
_FRAME_COUNTS = ("verb", "frame")
WIDTH = VECTOR + 2 * BUCKETS + FRAME_BUCKETS + (len(_COUNTS) + len(_FRAME_COUNTS)) * len(KINDS)
# A headline in capitals has so many words at least, and so large a share of them in capitals; a list of names has fewer verbs.
_TITLE_WORDS, _TITLE_SHARE = 4, 0.7
# A clause that goes on longer is no clause; what follows tells nothing more.
_MOST_WORDS = 400

_COMING = frozenset(
    map(stem, ("will", "would", "shall", "agree", "willing", "ready", "plan", "promise", "pledge", "intend", "offer", "vow", "may", "to"))
)
_NEGATED = frozenset(map(stem, ["not", "n't", "no", "never", "without", "neither", "nor", "deny", "refuse", "reject"]))
VECTOR_WEIGHT, CORE_WEIGHT, LEXICON_WEIGHT = 2.0, 1.41, 0.5
FRAME_WEIGHT, FRAME_LEXICON_WEIGHT = 1.5, 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The words of a happening. actor, recipient: where they stand in text; None where that is unknown.

    frame: None likewise. leaning: the type that the speaker's act makes likely, if it does.
    """

    text: str
    actor: Span | None = None
    recipient: Span | None = None
    frame: Frame | None = None
    leaning: EventType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A clause in stems. core: the first word of its core, and the one just past it."""

    stems: tuple[str, ...]
    core: tuple[int, int]

    @property
    def inner(self) -> tuple[str, ...]:
        return self.stems[self.core[0] : self.core[1]]


def cut(clause: Clause) -> Cut:
    """Cut a clause into stems and find its core."""
    words = split_words(clause.text)
    strings = words.strings[:_MOST_WORDS]
    parties = sorted(words.touched_by(span.start, span.end) for span in (clause.actor, clause.recipient) if span is not None)
    is_title = _is_title(strings)
    stems = tuple(_shown(word, is_first=is_title or number == 0) for number, word in enumerate(strings))
    return Cut(stems=stems, core=_core(parties, len(stems)))


def _core(parties: list[tuple[int, int]], size: int) -> tuple[int, int]:
    if len(parties) < 2:
        return (parties[0][1], size) if parties and parties[0][1] < size else (0, size)
    (_, first), (past, _) = parties[0], parties[-1]
    if first < past:
        return first, min(past, size)
    return (parties[-1][1], size) if parties[-1][1] < size else (0, size)


def _is_title(words: Sequence[str]) -> bool:
    """Whether a clause Is Written Like This, so that capitals name nobody."""
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) >= _TITLE_WORDS and sum(word[0].isupper() for word in letters) > _TITLE_SHARE * len(letters)


def _shown(word: str, *, is_first: bool) -> str:
    if word[0].isdigit():
        return "#"
    if word[0].isupper() and not is_first:
        return "@"
    return stem(word)


def describe(clause: Clause, vector: Floats) -> Floats:
    """All features of a clause, float32 of length WIDTH. vector: of length VECTOR."""
    parts = cut(clause)
    words = [_hashed(parts.stems), CORE_WEIGHT * _hashed(parts.inner)]
    return np.concatenate([VECTOR_WEIGHT * vector, *words, _counted(parts), *_framed(clause.frame)]).astype(np.float32)


def _framed(frame: Frame | None) -> tuple[Floats, Floats]:
    """The stems of a frame, hashed and of length one, and the table's phrases in its verb and in all of it."""
    found = np.zeros(FRAME_BUCKETS, dtype=np.float32)
    if frame is None:
        return found, np.zeros(len(_FRAME_COUNTS) * len(KINDS), dtype=np.float32)
    verb, further, objects = stem(frame.verb), tuple(map(stem, frame.further)), tuple(map(stem, frame.objects))
    parts = {"verb": (verb,), "further": further, "object": objects, "subject": frame.subjects, "auxiliary": frame.auxiliaries}
    played = [f"{part}:{stem(word)}" for part, words in parts.items() for word in words]
    played += [f"{verb}+{word}" for word in (*further, *objects[:2])]
    np.add.at(found, [crc32(one.encode("utf-8", "replace")) % FRAME_BUCKETS for one in played], 1.0)
    found /= max(float(np.sqrt(found @ found)), 1e-6)
    counts = [_of_types(find_entries((verb, *further[:1]))), _of_types(find_entries((verb, *further, *objects)))]
    return (FRAME_WEIGHT * found).astype(np.float32), (FRAME_LEXICON_WEIGHT * np.concatenate(counts)).astype(np.float32)


def _hashed(stems: tuple[str, ...]) -> Floats:
    """One and two stems in a row, hashed, logarithmic in their number and of length one."""
    found = np.zeros(BUCKETS, dtype=np.float32)
    framed = ("<", *stems, ">")
    np.add.at(found, [crc32(" ".join(pair).encode("utf-8", "replace")) % BUCKETS for pair in pairwise(framed)], 1.0)
    np.add.at(found, [crc32(one.encode("utf-8", "replace")) % BUCKETS for one in stems], 1.0)
    found = np.log1p(found)
    return found / max(float(np.sqrt(found @ found)), 1e-6)


def _counted(parts: Cut) -> Floats:
    """Our table's phrases, by kind and by where they stand."""
    hits = find_entries(parts.stems)
    core = [hit for hit in hits if parts.core[0] <= hit.first < parts.core[1]]
    inner = set(parts.inner)
    counts = np.concatenate(
        [
            _of_types(hits),
            _of_types(core),
            _of_types(core[:1]),
            _of_types(core if inner & _COMING else []),
            _of_types(core if inner & _NEGATED else []),
        ]
    )
    return (LEXICON_WEIGHT * counts).astype(np.float32)


def _of_types(hits: list[Hit]) -> Floats:
    found = np.zeros(len(KINDS), dtype=np.float32)
    for hit in hits:
        found[KINDS.index(hit.entry.type)] += len(hit.entry.stems)
    return np.minimum(found, 3.0)
