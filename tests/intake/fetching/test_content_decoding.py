"""Compressed answers are unpacked whole, or stopped before they fill the memory."""

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.fetching.decoding import decode
from saidwho.intake.fetching.failures import FetchError

CODINGS = {
    "": lambda data: data,
    "identity": lambda data: data,
    "gzip": gzip.compress,
    "X-GZIP": lambda data: gzip.compress(data) + bytes(7),
    "gzip, identity": lambda data: gzip.compress(data[:3]) + gzip.compress(data[3:]),
    "deflate": zlib.compress,
}


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def unpack(pieces: list[bytes] | Iterator[bytes], coding: str = "gzip", limit: int = 1 << 22, ratio: int = 200) -> bytes:
    return decode(pieces, coding=coding, limit=limit, ratio=ratio)


@given(st.binary(max_size=500), st.integers(1, 300), st.integers(1, 50), st.sampled_from(sorted(CODINGS)))
def test_what_was_packed_comes_out(data: bytes, times: int, size: int, coding: str) -> None:
    """However it is cut into pieces."""
    packed = CODINGS[coding](data * times)
    assert data * times == unpack([packed[n : n + size] for n in range(0, len(packed), size)], coding)


@pytest.mark.parametrize("length", [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])
def test_deflate_without_its_frame_comes_out(length: int) -> None:
    """Some servers leave the frame away."""
    assert bytes(length) == unpack([raw_deflate(bytes(length))], "deflate")


@pytest.mark.parametrize(
    ("coding", "packed"),
    [("gzip", b"<html>plain"), ("gzip", gzip.compress(b"x" * 99)[:-9]), ("deflate", b"<html>"), ("deflate", zlib.compress(b"x" * 99)[:-6])],
)
def test_what_is_not_as_coded_is_refused(coding: str, packed: bytes) -> None:
    """A wrong word of the server, and an answer that breaks off."""
    with pytest.raises(FetchError, match="not sound") as caught:
        unpack([packed], coding)
    assert ("answer", True) == (caught.value.code, caught.value.may_pass)


def test_unasked_codings_are_refused() -> None:
    """With what was asked for."""
    with pytest.raises(FetchError, match="asked for gzip, deflate"):
        unpack([b"x"], "br")


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_stopped_by_its_growth(coding: str) -> None:
    """Long before the limit, and with little memory."""
    bomb = CODINGS[coding](bytes(100_000_000))
    tracemalloc.start()
    with pytest.raises(FetchError, match="200 times") as caught:
        unpack([bomb], coding, limit=10**9)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "too_large" == caught.value.code
    # What a bomb of these 100 kB may become at most, twice while the buffer grows.
    assert peak < 50_000_000


def test_an_endless_answer_is_stopped_by_its_size() -> None:
    """Whatever its coding."""

    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 1000

    with pytest.raises(FetchError, match=r"Larger than 4\.1") as caught:
        unpack(endless(), "", limit=4_100_000)
    assert "too_large" == caught.value.code
