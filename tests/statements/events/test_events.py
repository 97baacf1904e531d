"""Event types of clauses: what is given, what is left alone, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.pipeline.weights import shipped_clause_encoder
from saidwho.statements.events.events import KINDS, Model, classify, leaning_of, leant, pooled, shipped_model
from saidwho.statements.events.features import VECTOR, WIDTH, Clause, cut, describe
from saidwho.statements.events.frames import Frame
from saidwho.statements.events.lexicon import find_entries
from saidwho.statements.events.stems import stem
from saidwho.statements.events.types import NONE, TYPES
from saidwho.types.document import Span
from saidwho.types.statement import EVENTS, Act, Modality

# Without the encoder: what the words alone say.
SILENT = np.zeros(VECTOR, dtype=np.float32)


def at(text: str, part: str) -> Span:
    return Span(start=text.index(part), end=text.index(part) + len(part))


@pytest.mark.parametrize(
    ("kind", "clause", "frame"),
    [
        ("ASSAULT", "the brigade shelled two hamlets and killed nine people", Frame(verb="shelled", objects=("hamlets",))),
        ("COERCE", "police arrested the editor", Frame(verb="arrested", objects=("editor",))),
        ("THREATEN", "the marshal threatened to burn the town", Frame(verb="threatened", further=("burn",), objects=("town",))),
        ("REQUEST", "the mayor demanded an inquiry", Frame(verb="demanded", objects=("inquiry",))),
        ("REJECT", "the council rejected the proposal", Frame(verb="rejected", objects=("proposal",))),
        ("CONSULT", "the envoys held talks in the harbour", Frame(verb="held", objects=("talks", "harbour"))),
        ("PROTEST", "dockers went on strike and demonstrated", Frame(verb="went", objects=("strike",))),
        ("RETREAT", "the garrison withdrew to the river", Frame(verb="withdrew", objects=("river",))),
    ],
)
def test_names_the_type_that_the_words_say(kind: str, clause: str, frame: Frame) -> None:
    """Clauses that say it plainly get their type, with nothing around them."""
    found = classify(Clause(text=clause, frame=frame), shipped_clause_encoder().vectors([clause])[0], threshold=0.3)
    assert kind == (found and found.type)


@pytest.mark.parametrize(
    ("expected", "act", "modality"),
    [
        ("REQUEST", "demand", "ordered"),
        (None, "demand", "actual"),
        ("THREATEN", "threaten", "conditional"),
        (None, "threaten", "actual"),
        ("ASSAULT", "claim responsibility", "actual"),
        (None, "assert", "ordered"),
        (None, None, None),
    ],
)
def test_what_the_speaker_does_leans_to_a_type(expected: str | None, act: Act | None, modality: Modality | None) -> None:
    """A demand to what is to be done; what is told beside it is none."""
    assert expected == leaning_of(act, modality)


def test_a_leaning_makes_its_type_likelier() -> None:
    """And probabilities still sum to one."""
    shares = np.full(len(KINDS), 1 / len(KINDS), dtype=np.float32)
    found = leant(shares, "REQUEST")
    assert "REQUEST" == KINDS[found.argmax()]
    assert found.sum() == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("text", ["a blackout from dusk", "the 4th Corps to open the sluices"])
def test_a_demand_is_a_request_whatever_its_words_say(text: str) -> None:
    """Also where they tell nothing by themselves."""
    found = classify(Clause(text=text, leaning="REQUEST"), SILENT)
    assert found is not None
    assert (found.type, found.score) == ("REQUEST", 1.0)


@pytest.mark.parametrize("text", ["", "  \n ", "???", "1,200", "\ud800", "…"])
def test_words_without_letters_tell_nothing(text: str) -> None:
    """No type is made up where there is no word."""
    assert classify(Clause(text=text), SILENT, threshold=0.0) is None


def test_a_higher_threshold_gives_less() -> None:
    """What is not sure enough is left alone."""
    assert classify(Clause(text="gunmen killed nine people"), SILENT, threshold=1.01) is None


@pytest.mark.parametrize("vector", [np.zeros(3), np.full(VECTOR, np.nan), np.full(VECTOR, np.inf), np.zeros((1, VECTOR))])
def test_refuses_what_is_no_sentence_vector(vector: np.ndarray) -> None:
    """A vector of another encoder is an error of the caller, not a guess."""
    with pytest.raises(ValueError, match="expected 384 finite numbers"):
        classify(Clause(text="gunmen killed nine people"), vector)


def test_gives_the_mode_that_a_word_names() -> None:
    """The mode comes from our table, and is of the type that is given."""
    found = classify(Clause(text="two drones struck and killed the crew in a drone attack"), SILENT, threshold=0.3)
    assert ("ASSAULT", "drone") == (found and found.type, found and found.mode)


@given(st.text(max_size=200), st.integers(0, 300), st.integers(0, 300))
def test_any_text_gets_the_same_answer_twice(text: str, start: int, end: int) -> None:
    """Whatever the characters and wherever the parties are said to stand."""
    span = Span(start=min(start, end), end=max(start, end))
    clause = Clause(text=text, actor=span, recipient=Span(start=0, end=1))
    first = classify(clause, SILENT, threshold=0.0)
    assert first == classify(clause, SILENT, threshold=0.0)
    assert first is None or (first.type in TYPES and 0 <= first.score <= 1)


def test_reads_no_more_of_an_endless_clause() -> None:
    """A clause is short; what goes on for ever is cut, so its features stay finite."""
    found = describe(Clause(text="shelling " * 50_000), SILENT)
    assert found.shape == (WIDTH,)
    assert np.isfinite(found).all()


TEXT = "Yesterday Norvale shelled the port of Tolmen again"


@pytest.mark.parametrize(
    ("expected", "actor", "recipient"),
    [
        (("shel", "th", "port", "of"), "Norvale", "Tolmen"),
        (("shel", "th", "port", "of"), "Tolmen", "Norvale"),
        (("shel", "th", "port", "of", "@", "again"), "Norvale", None),
        (("yesterday", "@", "shel", "th", "port", "of", "@", "again"), None, None),
    ],
)
def test_the_core_lies_between_the_parties(expected: tuple[str, ...], actor: str | None, recipient: str | None) -> None:
    """In whichever order they come; without a second, up to the end; without any, it is the whole clause."""
    clause = Clause(text=TEXT, actor=at(TEXT, actor) if actor else None, recipient=at(TEXT, recipient) if recipient else None)
    assert expected == tuple(one if one != "yesterdai" else "yesterday" for one in cut(clause).inner)


@pytest.mark.parametrize(
    "forms",
    [
        "agree agrees agreed agreeing",
        "free frees freed freeing",
        "kill kills killed killing",
        "withdraw withdrew withdrawn withdrawing withdraws",
        "ban bans banned banning",
        "strike struck strikes striking",
    ],
)
def test_all_forms_of_a_word_have_one_stem(forms: str) -> None:
    """So that the table names each word once."""
    assert 1 == len({stem(form) for form in forms.split()})


def test_a_phrase_may_have_words_inside() -> None:
    """Up to three; more are another phrase."""
    near = [stem(word) for word in ["suspended", "all", "of", "its", "aid"]]
    far = [stem(word) for word in ["suspended", "all", "of", "its", "long", "promised", "aid"]]
    assert ("suspend", "aid") in {tuple(hit.entry.stems) for hit in find_entries(near)}
    assert ("suspend", "aid") not in {tuple(hit.entry.stems) for hit in find_entries(far)}


def test_the_table_names_known_types_only() -> None:
    """A misspelt type in the table would be found here, not by a reader."""
    text = "attack accuse agree aid arrest ease meet train mobilize protest reject ask retreat sanction"
    words = [stem(word) for word in text.split(" ")]
    assert {hit.entry.type for hit in find_entries(words)} <= set(KINDS)


def test_probabilities_sum_to_one() -> None:
    """Of the shipped model, for whatever features."""
    shares = shipped_model().probabilities(np.ones((2, WIDTH), dtype=np.float32))
    assert np.allclose(shares.sum(axis=1), 1, atol=1e-5)


def test_a_model_of_zeros_prefers_nothing() -> None:
    """Without weights each kind is as likely as any."""
    model = Model(table=np.zeros((WIDTH, len(KINDS)), dtype=np.int8), scales=np.ones(len(KINDS), dtype=np.float32))
    assert np.allclose(model.probabilities(np.ones(WIDTH, dtype=np.float32)), 1 / len(KINDS))


def shares_of(**of: float) -> np.ndarray:
    return np.array([of.get(kind, 0.001) for kind in EVENTS], dtype=np.float32)


def test_the_reader_turns_what_the_words_alone_leave_open() -> None:
    """A type that only the reader is sure of is given; the words alone name none."""
    clause = Clause(text="they came again in the night")
    assert classify(clause, SILENT) is None
    found = classify(clause, SILENT, told=shares_of(ASSAULT=0.98))
    assert "ASSAULT" == (found and found.type)


def test_words_and_reader_that_differ_give_no_type() -> None:
    """Each is sure of another one."""
    clause = Clause(text="police arrested the editor", frame=Frame(verb="arrested", objects=("editor",)))
    assert classify(clause, SILENT, told=shares_of(CONSULT=0.6, none=0.3)) is None


def test_pooled_probabilities_have_the_order_of_the_kinds() -> None:
    """The reader's labels stand in another order."""
    even = np.full(len(KINDS), 1 / len(KINDS), dtype=np.float32)
    shares = pooled(even, shares_of(RETREAT=0.9))
    assert "RETREAT" == KINDS[int(shares.argmax())]
    assert 1.0 == pytest.approx(float(shares.sum()), abs=1e-5)


def test_none_goes_before_a_type_that_is_as_likely() -> None:
    """No type is better than a wrong one."""
    even = np.full(len(KINDS), 1 / len(KINDS), dtype=np.float32)
    assert NONE == KINDS[int(pooled(even, shares_of(AID=0.4, none=0.4)).argmax())]
    assert "AID" == KINDS[int(pooled(even, shares_of(AID=0.6, none=0.2)).argmax())]


def test_without_the_reader_the_classifier_stays_as_it_is() -> None:
    """Nothing is pooled with nothing."""
    even = np.full(len(KINDS), 1 / len(KINDS), dtype=np.float32)
    assert pooled(even, None) is even
