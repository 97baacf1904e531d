"""Files of weights are checked before they are used."""

import hashlib
from pathlib import Path

import pytest

from saidwho.errors import LinkingError, WeightsError
from saidwho.types.released import released_bytes

SHIPPED = sorted(
    file
    for file in (Path(released_bytes.__code__.co_filename).parents[1]).rglob("*")
    if file.suffix in (".npz", ".onnx") or (file.parent.name == "weights" and file.name == "links.json")
)


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    file = tmp_path / "weights.npz"
    file.write_bytes(b"weights")
    file.with_name("weights.npz.sha256").write_text(f"{hashlib.sha256(b'weights').hexdigest()}  weights.npz\n", encoding="ascii")
    return file


def test_a_sound_file_gives_its_bytes(weights: Path) -> None:
    """By the digest beside it, or by one that is given."""
    assert b"weights" == released_bytes(weights)
    assert b"weights" == released_bytes(weights, digest=hashlib.sha256(b"weights").hexdigest())


@pytest.mark.parametrize("damaged", ["weights.npz", "weights.npz.sha256"])
def test_a_file_or_a_digest_that_was_changed_is_refused(weights: Path, damaged: str) -> None:
    """One byte is enough, and the message names the file."""
    file = weights.with_name(damaged)
    file.write_bytes(b"!" + file.read_bytes()[1:])
    with pytest.raises(WeightsError, match=r"weights\.npz: is not the file that was released \(its SHA-256 differs\)"):
        released_bytes(weights)


@pytest.mark.parametrize("missing", ["weights.npz", "weights.npz.sha256"])
def test_a_missing_file_says_what_to_do(weights: Path, missing: str) -> None:
    """As the error of the stage that asks."""
    weights.with_name(missing).unlink()
    with pytest.raises(LinkingError, match="Install saidwho again"):
        released_bytes(weights, error=LinkingError)


@pytest.mark.parametrize("file", SHIPPED, ids=[file.name for file in SHIPPED])
def test_every_file_of_weights_in_the_package_has_its_digest(file: Path) -> None:
    """What is learned and shipped is told from what was altered on the way."""
    assert hashlib.sha256(file.read_bytes()).hexdigest() == file.with_name(file.name + ".sha256").read_text(encoding="ascii").split()[0]
