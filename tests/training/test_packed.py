"""What travels to another machine comes out there as it went in."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")

from saidwho.reading.encoder import WEIGHTS  # noqa: E402
from saidwho.reading.labels import ROLES, TOLD  # noqa: E402
from saidwho.reading.pieces import PieceTable  # noqa: E402
from saidwho.text.words import split_words  # noqa: E402
from training.corpora import IGNORE, Labelled, Link, tag_spans  # noqa: E402
from training.examples import Shares, make_batch, plan_epoch, prepare  # noqa: E402
from training.halves import read_halves, write_halves  # noqa: E402
from training.packed import load_documents, save_documents  # noqa: E402


def documents():
    first = split_words("The mayor said they fled — “at once”.\nNobody was hurt, a guard in Aşgabat added.")
    second = split_words("Rebels hold the bridge.")
    return [
        Labelled(
            key="a b",
            words=first,
            roles=tag_spans(len(first), [(0, 2, "source"), (2, 3, "cue"), (3, 5, "content")], ROLES),
            links=(Link(role="source", child=(0, 2), cue=(2, 3)), Link(role="content", child=(3, 5), cue=(2, 3))),
            told={part: np.arange(len(first)) % 2 + IGNORE * (np.arange(len(first)) % 3 == 0) for part in TOLD},
        ),
        Labelled(key="c", words=second, heads=np.full(len(second), len(second) - 1), ends=np.eye(len(second), dtype=np.int64)[-1]),
        Labelled(key="nothing", words=second.part(1, 3)),
    ]


def test_packed_documents_make_the_same_batches(tmp_path):
    table = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())
    before = [prepare(document, table) for document in documents()]
    save_documents(tmp_path / "documents.npz", before)
    after = load_documents(tmp_path / "documents.npz")
    shares = Shares(unlabelled=1.0, alone=1.0)
    made, read = (
        [make_batch(batch, table) for batch in plan_epoch(p, seed=1, epoch=0, shares=shares, budget=256)] for p in (before, after)
    )
    assert 2 <= len(made) == len(read)
    for one, other in zip(made, read, strict=True):
        for name in one.__dataclass_fields__:
            if name == "links":
                assert [[(c.kind, c.children.tolist(), c.pairs.tolist(), c.answers.tolist()) for c in row] for row in one.links] == [
                    [(c.kind, c.children.tolist(), c.pairs.tolist(), c.answers.tolist()) for c in row] for row in other.links
                ]
            else:
                assert torch.equal(torch.nan_to_num(getattr(one, name).float()), torch.nan_to_num(getattr(other, name).float())), name
    assert [d.key for d in documents()] == [p.document.key for p in after]
    assert [p.document.words.strings for p in before] == [p.document.words.strings for p in after]


def test_a_label_that_fits_no_narrow_number_is_not_cut_off(tmp_path):
    words = split_words("One word more.")
    document = Labelled(key="a", words=words, upos=np.full(len(words), 200))
    with pytest.raises(ValueError, match="do not fit"):
        save_documents(tmp_path / "documents.npz", [prepare(document, PieceTable((WEIGHTS / "tokenizer.json").read_bytes()))])


def test_weights_in_parts_are_joined_to_half_precision(tmp_path):
    state = {"a": torch.randn(7, 5), "b": torch.tensor([1e-5, -3.0]), "c": torch.tensor(2.5)}
    files = write_halves(state, tmp_path, "reader", largest=30)
    assert ["reader.1.npz", "reader.2.npz", "reader.3.npz", "reader.json"] == [file.name for file in files]
    joined = read_halves(tmp_path, "reader")
    assert {name: value.half().float().tolist() for name, value in state.items()} == {n: v.tolist() for n, v in joined.items()}


def test_a_part_that_is_missing_or_another_is_named(tmp_path):
    write_halves({"a": torch.randn(40)}, tmp_path, "reader", largest=30)
    (tmp_path / "reader.2.npz").write_bytes((tmp_path / "reader.1.npz").read_bytes())
    with pytest.raises(SystemExit, match=r"reader\.2\.npz.*SHA-256"):
        read_halves(tmp_path, "reader")
