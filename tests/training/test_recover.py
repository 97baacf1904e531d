"""The weights of a released reader can be read back."""

import json

import pytest

from saidwho.reading.encoder import HEADS, WEIGHTS, Encoder
from saidwho.reading.pieces import PieceTable
from saidwho.text.words import split_words

torch = pytest.importorskip("torch", reason="needs the training extra")
pytest.importorskip("onnx", reason="needs the training extra")


def test_a_recovered_reader_scores_as_the_released_one() -> None:
    """What is read back is all that the file holds. The file also brings what passes between its layers to eight bits: that moves the
    scores of a head by 4 % of their size on average (or 0.005 of the smallest), and by 6 % of the largest at most."""
    from training.corpora import Labelled  # noqa: PLC0415
    from training.examples import Window, make_batch, prepare  # noqa: PLC0415
    from training.network import IMPOSSIBLE  # noqa: PLC0415
    from training.recover import recover_reader  # noqa: PLC0415

    model = recover_reader(WEIGHTS / "reader.onnx")
    expected = json.loads((WEIGHTS / "parity.json").read_text(encoding="utf-8"))
    table = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())
    prepared = prepare(Labelled(key="parity", words=split_words(expected["text"])), table)
    batch = make_batch([Window(prepared=prepared, first=0, past=len(prepared.document.words))], table)
    mask = torch.zeros(batch.mask.shape).masked_fill(~batch.mask, IMPOSSIBLE)
    with torch.inference_mode():
        found = model(batch.pieces, batch.features, mask[:, None, None, :], batch.firsts)
    released = Encoder(threads=1).score(split_words(expected["text"]))
    for head in HEADS:
        scores = torch.tensor(getattr(released, head))
        off, size = (getattr(found, head)[0, : len(scores)] - scores).abs(), scores.abs()
        assert (True, True) == (float(off.max()) < 0.065 * float(size.max()), float(off.mean()) < 0.04 * float(size.mean()) + 0.005), head


def test_what_students_changed_goes_a_share_of_the_way_to_their_mean() -> None:
    from training.recover import toward_students  # noqa: PLC0415

    start = {"encoder.x": torch.zeros(2), "words": torch.ones(2)}
    written = [{"1.0 encoder.x": torch.full((2,), 4.0), "0.5 encoder.x": torch.full((2,), 2.0)}, {"1.0 encoder.x": torch.full((2,), 6.0)}]
    found = toward_students(start, written, share=0.5)
    assert [2.0, 2.0] == found["encoder.x"].tolist()
    assert [1.0, 1.0] == found["words"].tolist()


def test_students_of_another_network_are_refused() -> None:
    from training.recover import toward_students  # noqa: PLC0415

    with pytest.raises(SystemExit, match=r"no encoder\.y"):
        toward_students({"encoder.x": torch.zeros(2)}, [{"1.0 encoder.y": torch.zeros(2)}], share=0.5)
