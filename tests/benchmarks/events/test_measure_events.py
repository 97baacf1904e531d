"""Event types in five folds, measured on made answers."""

import numpy as np
import pytest

from benchmarks.events.folds import FOLDS, Answer, answer_all, fold_of
from benchmarks.events.measure import figures, macro_f1
from saidwho.statements.events.features import VECTOR, Clause, describe
from saidwho.statements.events.types import KINDS
from training.events import Example, learn, own_clauses


def answer(label: str, best: str, given: str | None, *, corpus: str = "plv") -> Answer:
    return Answer(corpus=corpus, key="a", label=(label,), best=best, given=given)


def example(corpus: str, text: str, *types: str) -> Example:
    clause = Clause(text=text)
    return Example(corpus=corpus, key=text, clause=clause, types=types, features=describe(clause, np.zeros(VECTOR, dtype=np.float32)))


def test_macro_f1_weighs_each_label_alike() -> None:
    """One label found in full and one not at all are 50, however many there are of each; none that is not labelled counts."""
    answers = [answer("AID", "AID", None)] * 9 + [answer("AGREE", "REJECT", None)]
    assert macro_f1(answers) == pytest.approx(50.0)


def test_what_is_not_given_costs_recall_and_no_precision() -> None:
    """One of two is given, and right."""
    found = {f.name: f.value for f in figures([answer("AID", "AID", "AID"), answer("AID", "AGREE", None)])}
    assert (100.0, 50.0) == (found["events given precision"], found["events given recall"])


def test_neutral_sentences_are_to_be_left_alone() -> None:
    """An event in a neutral sentence is wrong."""
    answers = [answer("none", "AID", "AID", corpus="cameo"), answer("none", "AID", None, corpus="cameo")]
    found = {f.name: f.value for f in figures(answers)}
    assert (0.0, 50.0) == (found["events cameo given right"], found["events cameo neutral left alone"])


def test_no_answers_give_no_error() -> None:
    """Figures of nothing are 0, so that a floor fails rather than a run."""
    assert {0.0} == {f.value for f in figures([])}


def test_one_sentence_is_always_in_one_fold() -> None:
    """With its parties and without: it is never learned from and asked for at once."""
    assert 0 <= fold_of("Shells fell on Tolmen.") == fold_of("Shells fell on Tolmen.") < FOLDS


def test_every_scored_example_is_answered_once() -> None:
    """By a model of the others; those of other corpora are only learned from."""
    texts = [f"the guard {verb} the {noun}" for verb in ("shelled", "bombed") for noun in ("port", "mill", "town")]
    learned = [example("own", "they shelled a mill", "ASSAULT"), example("own", "we are tired", "none")]
    answers = answer_all([*learned, *(example("plv", text, "ASSAULT") for text in texts)])
    assert sorted(texts) == sorted(a.key for a in answers)
    assert {"ASSAULT"} == {a.best for a in answers}


def test_learns_which_of_several_types_is_right() -> None:
    """A sentence labelled with two types goes to the one that others of its words have."""
    lines = [example("own", "the junta freed the man", "RETREAT"), example("own", "the junta eased the curfew", "CONCEDE")]
    unsure = [example("plv", "rebels freed a man", "CONCEDE", "RETREAT"), example("plv", "rebels eased a curfew", "CONCEDE", "RETREAT")]
    shares = learn([*lines, *unsure]).probabilities(np.stack([one.features for one in unsure]))
    assert ["RETREAT", "CONCEDE"] == [KINDS[row.argmax()] for row in shares]


def test_our_own_clauses_are_enough_to_tell_none_by() -> None:
    """At least 150 that tell no event, and none written twice."""
    rows = list(own_clauses())
    assert sum(row.types == ("none",) for row in rows) >= 150
    assert len(rows) == len({row.clause.text for row in rows})
