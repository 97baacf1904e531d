"""What of the words of a statement, and of those before it, may tell its act?"""

from collections.abc import Iterator
from itertools import pairwise

from saidwho.statements.acts.cues import CueMeaning
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_NEGATIONS = word_set("not no never n't none nothing nobody without false untrue")
_AUXILIARIES = word_set("will would shall 'll must should could can may might is are was were had has have did do does")
_TELLING = word_set("will would not no never n't must should could may had has have")
_SPEAKERS, _SPOKEN_OF = word_set("we our i my us"), word_set("it its he she they their his")
# Beginnings of words that tell of an allegation.
_ALLEGING = word_set("accus alleg blame claim repor said says denie charg asked")
_BEFORE = 300  # characters before a statement that are read
_READ, _LONG = 30, 40  # words of a content that are read, and whose beginnings are
_STEM, _LONGER = 5, 6  # letters of a word's beginning, and of a longer one's


def describe(around: Surroundings, attribution: Attribution, meaning: CueMeaning) -> frozenset[str]:
    """The features of one statement. meaning: of its cue."""
    return frozenset(_features(around, attribution, meaning))


def _features(around: Surroundings, attribution: Attribution, meaning: CueMeaning) -> Iterator[str]:
    said, before = _words(around, attribution.content), _before(around, attribution)
    own = "I" if _SPEAKERS.intersection(said) else "T" if _SPOKEN_OF.intersection(said) else "N"
    auxiliary = next((word for word in said[:14] if word in _AUXILIARIES), "")
    yield from (f"k={meaning.kind}", f"p={meaning.phrase}", f"q={_is_quoted(around, attribution)}", f"len={min(6, len(said) // 4)}")
    yield from (f"cw={word}" for word in _words(around, attribution.cue))
    yield from (f"s={word}" for word in _words(around, attribution.source)[-2:])
    yield from (f"c{count}={' '.join(said[:count])}" for count in (1, 2, 3))
    yield from (f"w={word}" for word in said[:_READ])
    yield from (f"b={one} {two}" for one, two in pairwise(said[: _READ + 1]))
    yield from (f"st={word[:_STEM]}" for word in said[:_LONG] if len(word) > _STEM)
    yield from (f"pre={word[:_LONGER]}" for word in before if len(word) > 4)
    yield from (f"own={own}", f"aux={auxiliary}", f"ownaux={own}{auxiliary}")
    yield from (f"ow={own}{word}" for word in said[:_READ] if word in _TELLING)
    yield from (f"k+own={meaning.kind}{own}", f"k+aux={meaning.kind}{auxiliary}", f"k+c1={meaning.kind}{' '.join(said[:1])}")
    yield from (f"p+own={meaning.phrase}{own}", f"p+aux={meaning.phrase}{auxiliary}")
    yield from _answering(said, before, own)


def _answering(said: list[str], before: list[str], own: str) -> Iterator[str]:
    """Whether it says no, in words that stood before, and whether something is alleged there."""
    says_no = not _NEGATIONS.isdisjoint(said[:20])
    shared = not {w[:_STEM] for w in said if len(w) > 4}.isdisjoint(w[:_STEM] for w in before if len(w) > 4)
    alleged = any(word[:_STEM] in _ALLEGING for word in before)
    yield from (f"N={says_no} S={shared} A={alleged}", f"N={says_no} own={own}")


def _words(around: Surroundings, spans: tuple[Span, ...]) -> list[str]:
    return [around.words[i] for i in around.touched_by(spans)[:120]]


def _before(around: Surroundings, attribution: Attribution) -> list[str]:
    start = min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))
    return _words(around, (Span(start=max(0, start - _BEFORE), end=start),)) if start else []


def _is_quoted(around: Surroundings, attribution: Attribution) -> bool:
    first = min((span.start for span in attribution.content), default=0)
    return first > 0 and around.text[first - 1] in "“\"'‘"
