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
    from training.network import IMPOSSIBLE, Reader  # noqa: PLC0415
    from training.recover import recover_state  # noqa: PLC0415

    model = Reader(0.0)
    model.load_state_dict(recover_state(WEIGHTS / "reader.onnx"))
    expected = json.loads((WEIGHTS / "parity.json").read_text(encoding="utf-8"))
    table = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())
    prepared = prepare(Labelled(key="parity", words=split_words(expected["text"])), table)
    batch = make_batch([Window(prepared=prepared, first=0, past=len(prepared.document.words))], table)
    mask = torch.zeros(batch.mask.shape).masked_fill(~batch.mask, IMPOSSIBLE)
    with torch.inference_mode():
        found = model.eval()(batch.pieces, batch.features, mask[:, None, None, :], batch.firsts)
    released = Encoder(threads=1).score(split_words(expected["text"]))
    for head in HEADS:
        scores = torch.tensor(getattr(released, head))
        off, size = (getattr(found, head)[0, : len(scores)] - scores).abs(), scores.abs()
        assert (True, True) == (float(off.max()) < 0.065 * float(size.max()), float(off.mean()) < 0.04 * float(size.mean()) + 0.005), head


def test_encoders_are_joined_and_heads_are_the_leaders(tmp_path) -> None:
    from training.recover import join_encoders  # noqa: PLC0415

    leader, one, other = ({"encoder.x": torch.full((2,), value), "roles.x": torch.full((2,), value)} for value in (1.0, 2.0, 4.0))
    joined = torch.load(join_encoders(leader, [one, other], tmp_path / "start.pt"), weights_only=True)["mean"]
    assert [2.0, 2.0] == joined["encoder.x"].tolist()
    assert [1.0, 1.0] == joined["roles.x"].tolist()
