"""What does a compressed answer hold, and is it a decompression bomb?"""

import zlib
from collections.abc import Callable, Iterable, Iterator

from saidwho.intake.fetching.failures import FetchError

# What we ask for. Others (br, zstd) need a package each, and every server that has them has gzip.
ACCEPTED = "gzip, deflate"
# At most this much is made of a received piece at once, so that a bomb is seen before it goes off.
_STEP = 1 << 16  # bytes
# A short answer may be all one letter. Only what is large and repeats itself without end is a bomb.
_HARMLESS = 1 << 20  # bytes
_GZIP = 16 + zlib.MAX_WBITS

Decoder = Callable[[Iterable[bytes]], Iterator[bytes]]


def decode(pieces: Iterable[bytes], *, coding: str, limit: int, ratio: int) -> bytes:
    """The whole body of an answer with its Content-Encoding taken off.

    limit: bytes, after decoding. ratio: decoded bytes a received byte may become.
    Raises FetchError (too_large, answer).
    """
    received = 0

    def counted() -> Iterator[bytes]:
        nonlocal received
        for piece in pieces:
            received += len(piece)
            if received > limit:
                raise _too_large(limit)
            yield piece

    body = bytearray()
    for piece in _decoder(coding)(counted()):
        body += piece
        if len(body) > limit:
            raise _too_large(limit)
        if len(body) > _HARMLESS and len(body) > ratio * received:
            raise FetchError(
                f"Its {received:,} compressed bytes grow past {ratio} times their size, as no page does. It is left out.", code="too_large"
            )
    return bytes(body)


def _too_large(limit: int) -> FetchError:
    return FetchError(f"Larger than {limit / 1e6:g} MB. No report is; save the part you need as a file.", code="too_large")


def _decoder(coding: str) -> Decoder:
    names = [name.strip() for name in coding.lower().split(",") if name.strip() not in ("", "identity")]
    if not names:
        return iter
    if len(names) == 1 and names[0] in ("gzip", "x-gzip"):
        return _gunzip
    if len(names) == 1 and names[0] == "deflate":
        return _inflate
    raise FetchError(f"The server sent it coded as {coding!r}, though asked for {ACCEPTED}. Save the page as a file.", code="answer")


def _gunzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Any number of gzip members one after the other (RFC 1952). Some servers pad the last with zeros."""
    member = zlib.decompressobj(_GZIP)
    is_open = False
    for piece in pieces:
        rest = piece
        while rest.strip(b"\0") if member.eof else rest:
            if member.eof:
                member = zlib.decompressobj(_GZIP)
            made, rest = _step(member, rest)
            is_open = not member.eof
            yield made
    if is_open:
        yield from _last(member)


def _inflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """zlib, or the bare deflate that some servers send under the same name."""
    stream = None
    for piece in filter(None, pieces):
        if stream is None:
            is_zlib = piece[0] & 0x0F == 8
            stream = zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
        rest = piece
        while rest and not stream.eof:
            made, rest = _step(stream, rest)
            yield made
    if stream is not None and not stream.eof:
        yield from _last(stream)


def _last(stream: "zlib._Decompress") -> Iterator[bytes]:
    """What a stream still holds when all of its input is in. Raises FetchError where it does not end there."""
    made, _ = _step(stream, b"")
    yield made
    if not stream.eof:
        raise _broken("it breaks off")


def _step(stream: "zlib._Decompress", data: bytes) -> tuple[bytes, bytes]:
    """At most _STEP decoded bytes, and what of data is still to be decoded."""
    try:
        made = stream.decompress(data, _STEP)
    except zlib.error as error:
        raise _broken(str(error)) from error
    return made, stream.unused_data or stream.unconsumed_tail


def _broken(why: str) -> FetchError:
    return FetchError(f"The server says that it is compressed, and it is not sound ({why}). Try again later.", code="answer", may_pass=True)
