"""What is whole in a WARC file is taken in, and what is not is named."""

import base64
import gzip
import hashlib
import io
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake import warc
from saidwho.intake.warc import originals_of_warc
from saidwho.types.document import Unreadable
from saidwho.types.original import Original

BODY = b"<html><p>The governor of Dubovka said on Monday that the bridge was gone.</p></html>"
PAGE = ["Content-Type: text/html; charset=utf-8", 'ETag: "1"']


def record(kind: str, target: str, block: bytes, *more: str) -> bytes:
    """One record, written out after the standard (ISO 28500)."""
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {target}",
        "WARC-Date: 2026-03-01T08:00:00Z",
        "WARC-Record-ID: <urn:uuid:1>",
        f"WARC-Block-Digest: sha1:{digest}",
        f"Content-Length: {len(block)}",
        *more,
    ]
    return "\r\n".join([*head, "", ""]).encode() + block + b"\r\n\r\n"


def response(target: str, body: bytes, headers: list[str], *more: str, status: str = "200 OK") -> bytes:
    http = "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode()
    return record("response", target, http + body, "Content-Type: application/http; msgtype=response", *more)


def records(pages: int = 3) -> list[bytes]:
    """A warcinfo, then for each page a request, the page and a picture."""
    found = [record("warcinfo", "a.warc", b"software: test\r\n", "Content-Type: application/warc-fields")]
    for n in range(pages):
        found.append(record("request", url(n), b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "Content-Type: application/http; msgtype=request"))
        found.append(response(url(n), BODY, PAGE))
        found.append(response("https://post.example/a.png", b"\x89PNG", ["Content-Type: image/png"]))
    return found


def archive(*, compressed: bool = True) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) if compressed else one for one in records())


def one(body: bytes, headers: list[str], *more: str, status: str = "200 OK") -> list[Original | Unreadable]:
    return read(gzip.compress(response(url(0), body, headers, *more, status=status)))


def url(n: int) -> str:
    return f"https://post.example/{n}"


def read(data: bytes) -> list[Original | Unreadable]:
    return list(originals_of_warc(io.BytesIO(data), "a.warc.gz"))


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_are_taken_with_what_is_known_of_them(compressed: bool) -> None:
    """And neither requests nor pictures."""
    found = read(archive(compressed=compressed))
    assert [url(0), url(1), url(2)] == [item.address for item in found if isinstance(item, Original)]
    expected = Original(
        data=BODY,
        media_type="text/html",
        place=f"a.warc.gz#{url(0)}",
        fetched=datetime(2026, 3, 1, 8, tzinfo=UTC),
        address=url(0),
        final_address=url(0),
        status=200,
        headers=(("Content-Type", "text/html; charset=utf-8"), ("ETag", '"1"')),
    )
    assert expected == found[0]


@pytest.mark.parametrize(
    ("sent", "header"),
    [
        (gzip.compress(BODY), "Content-Encoding: gzip"),
        (zlib.compress(BODY), "Content-Encoding: deflate"),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY), "Transfer-Encoding: chunked"),
        (BODY, "Content-Encoding: gzip"),
        (BODY, "Transfer-Encoding: chunked"),
    ],
    ids=["gzip", "deflate", "chunked", "not gzip", "not chunked"],
)
def test_codings_are_taken_off(sent: bytes, header: str) -> None:
    """Also where the header is wrong, as in files of programs that took them off before."""
    (found,) = one(sent, ["Content-Type: text/html", header])
    assert isinstance(found, Original)
    assert (BODY, None) == (found.data, found.header(header.partition(":")[0]))


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved", "206 Partial Content"])
def test_what_is_no_page_is_passed_over(status: str) -> None:
    """An error page is no report."""
    assert [] == one(BODY, PAGE, status=status)


def test_resources_are_taken() -> None:
    """As a record of ours keeps files and lines."""
    kinds = [("file:a.txt", "text/plain"), ("file:news.jsonl:3", "application/json"), ("https://post.example/a", "text/html")]
    data = b"".join(record("resource", target, b"{}", f"Content-Type: {kind}") for target, kind in kinds)
    found = [item for item in read(data) if isinstance(item, Original)]
    assert [None, 1, None] == [item.line for item in found]
    assert [None, None, "https://post.example/a"] == [item.address for item in found]


@pytest.mark.parametrize("compressed", [True, False])
def test_a_truncated_file_gives_what_is_whole(compressed: bool) -> None:
    """Wherever it breaks off: no page is lost before the break, none is half, and the break is told."""
    data = archive(compressed=compressed)
    whole = read(data)
    for length in range(0, len(data), 7):
        found = read(data[:length])
        pages = [item for item in found if isinstance(item, Original)]
        errors = [item for item in found if isinstance(item, Unreadable)]
        assert whole[: len(pages)] == pages
        assert len(errors) <= 1
        assert all(error.code == "truncated" and "\n" not in error.message for error in errors)
        # A break between two records cannot be seen; whoever made the file could have ended there.
        assert errors or length in _ends(compressed)


def _ends(compressed: bool) -> set[int]:
    """Where a record is whole: at its end, and within the blank lines or the check sum that follow it."""
    ends, at = set(), 0
    for one in records():
        at += len(gzip.compress(one, mtime=0)) if compressed else len(one)
        ends |= set(range(at - (8 if compressed else 4), at + 1))
    return ends


def test_an_altered_page_is_named() -> None:
    """By its digest; the others are taken in."""
    data = archive(compressed=False).replace(b"Dubovka", b"Lomna__", 1)
    first, *rest = read(data)
    assert isinstance(first, Unreadable)
    assert ("truncated", f"a.warc.gz#{url(0)}") == (first.code, first.key)
    assert [True, True] == [isinstance(item, Original) for item in rest]


def test_a_page_that_was_cut_when_it_was_archived_is_named() -> None:
    """Half a report may say the contrary of the whole."""
    (found,) = one(BODY, PAGE, "WARC-Truncated: length")
    assert isinstance(found, Unreadable)
    assert "truncated" == found.code


def test_a_huge_page_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that is huge only when it is unpacked; the next is read."""
    monkeypatch.setattr(warc, "LIMIT", 1_000_000)
    bomb = response(url(0), gzip.compress(bytes(5_000_000)), ["Content-Type: text/html", "Content-Encoding: gzip"])
    first, second = read(bomb + response(url(1), BODY, PAGE))
    assert isinstance(first, Unreadable)
    assert ("too_large", True) == (first.code, isinstance(second, Original))


@pytest.mark.parametrize(
    "data", [b"", b"The governor said so.", gzip.compress(b"text"), b"WARC/1.0\r\n\r\n", b"WARC/1.0\r\nContent-Length: x\r\n\r\n"]
)
def test_what_is_no_warc_file_is_named(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is printed."""
    (found,) = read(data)
    assert isinstance(found, Unreadable)
    assert ("truncated", "") == (found.code, capsys.readouterr().err)


@given(st.binary(max_size=40), st.integers(0, 4000), st.booleans())
def test_damage_anywhere_is_survived(noise: bytes, at: int, compressed: bool) -> None:
    """Nothing is raised, and what is taken in is as it was archived."""
    data = archive(compressed=compressed)
    found = read(data[:at] + noise + data[at + len(noise) :])
    assert all(isinstance(item, Unreadable) or item.data == BODY for item in found) or not compressed
