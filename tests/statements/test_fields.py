"""What holds of act, denial, basis, venue and caveats for every text, however odd."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from saidwho.statements.acts.acts import Acts
from saidwho.statements.acts.priors import ACTS
from saidwho.statements.basis import Bases
from saidwho.statements.caveats import caveats_of, find_caveats, is_caveat
from saidwho.statements.denials import denial
from saidwho.statements.surroundings import Surroundings
from saidwho.statements.venue import Venues
from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Reading, Token

_WORDS = (
    *("said", "denied", "warned", "that", "we", "it", "not", "could", "be", "independently", "verified", "citing", "images", "in", "a"),
    *("statement", "on", "Telegram", "will", "strike", "they", "according", "to", "sources", "no", "evidence", "claims", ",", ".", "\n"),
    *("“", "”", "witnesses", "must", "I", "saw", "400", "call", "described", "as", "false", "neither", "none", "of", "by", "never"),
)
_UPOS = ("NOUN", "VERB", "PRON", "PUNCT", "ADP", "AUX")
_RELATIONS = ("nsubj", "obj", "ccomp", "xcomp", "cop", "aux", "punct", "root", "conj")


def chained_reading(text: str, *, step: int, attributions: tuple[Attribution, ...] = ()) -> Reading:
    """A reading of a text with a made-up tree: every word hangs on one near it; a line is a sentence."""
    words = split_words(text)
    starts, ends = words.starts.tolist(), words.ends.tolist()
    tokens = tuple(
        Token(
            span=Span(start=start, end=end),
            upos=_UPOS[(i * step) % len(_UPOS)],
            head=max(0, i - 1 - i % step),
            relation=_RELATIONS[(i * step) % len(_RELATIONS)],
        )
        for i, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    return Reading(attributions=attributions, names=(), mentions=(), tokens=tokens, sentences=tuple(words.line_borders()))


def fields_of(text: str, reading: Reading) -> list[object]:
    """All that this part of the stage finds."""
    around = Surroundings(text, reading)
    acts, bases, venues = Acts(around), Bases(around), Venues(around)
    caveats = find_caveats(around, reading.attributions)
    found: list[object] = [caveats, caveats_of(around, reading.attributions, caveats)]
    for attribution in reading.attributions:
        found += [acts.act(attribution), denial(around, attribution), bases.basis(attribution)]
        found += [venues.venue(attribution), is_caveat(around, attribution), bases.is_basis(attribution)]
    return found


def spans_of(found: list[object]) -> list[Span]:
    """Every span in what was found."""
    spans: list[Span] = []
    for value in found:
        if isinstance(value, Span):
            spans.append(value)
        elif isinstance(value, tuple | list):
            spans += spans_of(list(value))
        elif isinstance(value, dict):
            spans += spans_of(list(value.values()))
        elif hasattr(value, "span"):
            spans.append(value.span)
    return spans


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, Reading]:
    """Texts of the words that the rules look for, or of any characters, with attributions anywhere."""
    text = draw(st.one_of(st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join), st.text(max_size=120)))
    attributions = []
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6)))
        pieces = [(Span(start=a, end=b),) if a < b else () for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
        source, cue, content = draw(st.permutations(pieces))
        if source or cue or content:
            attributions.append(Attribution(source=source, cue=cue, content=content, score=1.0))
    return text, chained_reading(text, step=draw(st.integers(1, 5)), attributions=tuple(attributions))


@given(readings())
@settings(max_examples=300, deadline=None)
def test_every_span_is_inside_the_text_and_every_run_the_same(case: tuple[str, Reading]) -> None:
    """No text makes it fail, point outside of the text or at nothing, or answer twice differently."""
    text, reading = case
    found = fields_of(text, reading)
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(found))
    assert found == fields_of(text, reading)
    assert {value for value in found if isinstance(value, str)} <= set(ACTS)


def seconds(unit: str, times: int) -> float:
    """How long a text takes that says one thing again and again."""
    text = unit * times
    spans = [(i * len(unit), i * len(unit) + len(unit)) for i in range(times)]
    attributions = tuple(
        Attribution(source=(), cue=(Span(start=start, end=start + 4),), content=(Span(start=start + 5, end=end),), score=1.0)
        for start, end in spans
    )
    reading = chained_reading(text, step=2, attributions=attributions)
    start = time.process_time()
    fields_of(text, reading)
    return time.process_time() - start


def test_time_is_linear() -> None:
    """Eight times the text takes about eight times as long, also where all of it is one sentence."""
    for unit in ("said without any no evidence could not ", "said citing images that were not verified, ", "said it denied \n"):
        short, long = (min(seconds(unit, times) for _ in range(3)) for times in (125, 1000))
        assert long < 24 * short + 0.2
