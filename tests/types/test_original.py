"""An original knows its own digest and headers."""

from datetime import UTC, datetime

from saidwho.types.original import Original


def test_the_digest_is_of_the_bytes_alone() -> None:
    """The same bytes from two places have one digest."""
    first, second = (Original(data=b"abc", media_type=None, place=place, fetched=datetime.now(UTC)) for place in ("a", "b"))
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" == first.digest == second.digest


def test_headers_are_found_whatever_their_case() -> None:
    """HTTP does not care for it."""
    original = Original(data=b"", media_type=None, place="a", fetched=datetime.now(UTC), headers=(("ETag", '"1"'), ("etag", '"2"')))
    assert ('"1"', None) == (original.header("etag"), original.header("Age"))
