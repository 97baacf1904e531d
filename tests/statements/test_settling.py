"""Whatever the text, settling attributions keeps to its characters, gives each source a speaker, and is the same every time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saidwho.statements.chains import Chains
from saidwho.statements.citing import settle_citing
from saidwho.statements.nesting import add_inner, enclosing
from saidwho.statements.sides import shipped_sides
from saidwho.types.document import Document, Span
from saidwho.types.grounding import NOTHING_GROUNDED, Actor, Grounding, Speaker
from saidwho.types.ids import document_id
from saidwho.types.reading import Attribution, Reading, Token
from tests.statements.read import links, settled

PIECES = [
    "KYIV (Reuters) - ",
    "TASS reported, citing the defence ministry, that jets had hit the depot. ",
    "Shells fell, Interfax quoted the mayor as saying. ",
    "Kirby said that Ukrainian officials believe that the army claimed that the bridge was gone. ",
    "citing citing quoting ",
    "“We told Reuters that the BBC said so,” ",
    "With inputs from AFP",
    "\n",
    "according to according to the governor, ",
    "ش 🚢 \u202e",
    "quoted by Reuters quoted by Interfax ",
]
# Enough English that the language is not in doubt, whatever follows.
LEAD = "The governor of the region said that shells had hit the bridge and that nobody was hurt. "
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=6).map(lambda pieces: LEAD + "".join(pieces))


@pytest.mark.model
@settings(max_examples=60)
@given(texts, st.sampled_from([None, "Reuters", "Norrpress"]))
def test_all_words_lie_in_the_text(text: str, outlet: str | None) -> None:
    """Of attributions and links; and each source has a speaker."""
    document, reading, grounding = settled(text, outlet)
    chains = links(text, outlet)
    spans = [span for a in reading.attributions for part in (a.source, a.cue, a.content, a.relay) for span in part]
    spans += [link.span for chain in chains.values() for link in chain if link.span]
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
    assert {a.source for a in reading.attributions} <= {speaker.source for speaker in grounding.speakers}
    assert all(chain[-1].role == "speaker" for a, chain in chains.items() if a.source)


@pytest.mark.model
@settings(max_examples=30)
@given(texts)
def test_settling_again_changes_nothing(text: str) -> None:
    """What is put right is right, and what was found inside is not found again."""
    document, reading, grounding = settled(text)
    again, _ = add_inner(document, *settle_citing(document, reading, grounding))
    assert reading.attributions == again.attributions


def _many(times: int) -> tuple[Document, Reading, Grounding]:
    """One sentence that goes on and on: an outlet reports, citing a mayor, that shells fell."""
    clause = "TASS reported, citing the mayor, that Ada said it fell, told Reuters and "
    words = [
        ("TASS", "PROPN", 1, "nsubj"), ("reported", "VERB", 1, "root"), ("citing", "VERB", 1, "advcl"), ("the", "DET", 4, "det"),
        ("mayor", "NOUN", 2, "obj"), ("that", "SCONJ", 7, "mark"), ("Ada", "PROPN", 7, "nsubj"), ("said", "VERB", 1, "ccomp"),
        ("it", "PRON", 9, "nsubj"), ("fell", "VERB", 7, "ccomp"), ("told", "VERB", 1, "conj"), ("Reuters", "PROPN", 10, "obj"),
    ]  # fmt: skip
    at = [clause.index(f" {word}" if number else word) + bool(number) for number, (word, *_) in enumerate(words)]

    def span(turn: int, first: int, last: int) -> Span:
        base = turn * len(clause)
        return Span(start=base + at[first], end=base + at[last] + len(words[last][0]))

    tokens = tuple(
        Token(span=span(turn, i, i), upos=upos, head=turn * len(words) + head, relation=relation)
        for turn in range(times)
        for i, (_, upos, head, relation) in enumerate(words)
    )
    attributions = tuple(
        Attribution(source=(span(turn, 0, 0),), cue=(span(turn, 1, 1),), content=(span(turn, 5, 9),), score=0.9) for turn in range(times)
    )
    named = {"outlet": ("tass", 0), "person": ("mayor", 4), "force": ("ada", 6)}
    actors = tuple(
        Actor(id=key, name=key, kind=kind, role=None, of=None, country="RUS", wikidata=None,
              mentions=tuple(span(turn, place - (place == 4), place) for turn in range(times)))
        for kind, (key, place) in named.items()
    )  # type: ignore[misc]  # fmt: skip
    text = clause * times
    document = Document(
        id=document_id(key=None, url=None, outlet=None, published=None, text=text), key=None, work="", outlet=None, url=None, title=None,
        byline=None, published="2023-10-27", zone=None, language="en", text=text,
    )  # fmt: skip
    reading = Reading(attributions=attributions, names=(), mentions=(), tokens=tokens, sentences=((0, len(tokens)),))
    speakers = tuple(Speaker(source=a.source, actor="tass", score=0.9, why="") for a in attributions)
    return document, reading, Grounding(actors=actors, speakers=speakers, places=(), times=(), figures=())


def _work(document: Document, reading: Reading, grounding: Grounding) -> int:
    reading, grounding = add_inner(document, *settle_citing(document, reading, grounding))
    chains = Chains(document, reading, grounding).chains(reading.attributions, within=enclosing(reading.attributions))
    report = shipped_sides().of_report(document, grounding)
    return len(chains) + len([report.of(speaker) for speaker in grounding.speakers])


def test_time_grows_with_the_text() -> None:
    """One sentence of 60,000 words takes seconds; were time to grow with the square, it would take minutes."""
    given_values = _many(5_000)
    started = time.process_time()
    assert _work(*given_values) > 5_000
    assert time.process_time() - started < 20


def test_the_long_sentence_is_read_right() -> None:
    """Else its time would say nothing: each mayor speaks through the agency, and Ada inside it."""
    document, reading, grounding = _many(3)
    reading, grounding = add_inner(document, *settle_citing(document, reading, grounding))
    assert ["the mayor"] * 3 + ["Ada"] * 3 == [a.source[0].of(document.text) for a in reading.attributions]
    assert (None, None, None, 0, 1, 2) == enclosing(reading.attributions)


def test_nothing_read_gives_nothing() -> None:
    """An empty reading has no chains."""
    document, _, _ = _many(1)
    empty = Reading(attributions=(), names=(), mentions=(), tokens=(), sentences=())
    assert () == settle_citing(document, empty, NOTHING_GROUNDED)[0].attributions
    assert () == Chains(document, empty, NOTHING_GROUNDED).chains((), within=())
