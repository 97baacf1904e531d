"""What the words of a statement say of its act, by the linear model."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from saidwho.errors import WeightsError
from saidwho.statements.acts.cues import meaning_of
from saidwho.statements.acts.features import describe
from saidwho.statements.acts.priors import ACTS
from saidwho.statements.acts.words import WEIGHTS, load_act_words, odds_by_words
from saidwho.statements.surroundings import Surroundings
from saidwho.types.reading import Attribution
from tests.statements.marked import parse_marked
from training.cue_acts import words_only


def read(marked: str) -> tuple[Surroundings, Attribution]:
    text, attribution = parse_marked(marked)
    return Surroundings(text, words_only(text)), attribution


@pytest.mark.parametrize(
    ("act", "marked"),
    [
        ("deny", "<The ministry> {denied} [that its forces had shelled the hospital]."),
        ("decline", "<The army> {refused} [to say how many men it had lost]."),
        ("demand", "<The bishop> {called on} [both sides to stop the killing]."),
        ("assert", "<Police> {said} [two men had been shot near the bridge]."),
    ],
)
def test_the_likeliest_act_of_plain_statements(act: str, marked: str) -> None:
    """Such as the marked reports hold many of."""
    around, said = read(marked)
    assert act == ACTS[int(odds_by_words(around, said, meaning_of(around, said)).argmax())]


@pytest.mark.parametrize("marked", ["<He> {said} [no].", "[Zzgrmbl]", "{denied}", "<She> {said} [“we will not go”]."])
def test_probabilities_sum_to_one(marked: str) -> None:
    """Also of words that were never seen, and where a part is missing."""
    around, said = read(marked)
    assert np.exp(odds_by_words(around, said, meaning_of(around, said))).sum() == pytest.approx(1.0)


def test_the_words_before_a_statement_are_features_of_their_own() -> None:
    """A negation after an allegation in the same words is told from one that answers nobody."""
    alone, answered = (
        "<She> {said} [the bridge was not mined].",
        "He accused them of mining the bridge. <She> {said} [the bridge was not mined].",
    )
    found = [describe(around, said, meaning_of(around, said)) for around, said in (read(alone), read(answered))]
    assert ["N=True S=False A=False", "N=True S=True A=True"] == [
        next(name for name in names if name.startswith("N=True S=")) for names in found
    ]


def test_altered_weights_are_refused(tmp_path: Path) -> None:
    """The digest beside them is that of the released file."""
    file = tmp_path / WEIGHTS.name
    file.write_bytes(WEIGHTS.read_bytes() + b"!")
    shutil.copyfile(WEIGHTS.with_name(WEIGHTS.name + ".sha256"), file.with_name(file.name + ".sha256"))
    with pytest.raises(WeightsError, match="SHA-256 differs"):
        load_act_words(file)
