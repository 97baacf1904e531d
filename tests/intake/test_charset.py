"""Bytes become text, or an error that says what they are."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.errors import IntakeError
from saidwho.intake.charset import decode_page, decode_plain, is_page, settle


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("Café", "Café".encode()),
        ("Café", codecs.BOM_UTF8 + "Café".encode()),
        ("Café", codecs.BOM_UTF16_LE + "Café".encode("utf-16-le")),
        ("Café", codecs.BOM_UTF32_LE + "Café".encode("utf-32-le")),
        ("", b""),
    ],
    ids=["no mark", "UTF-8 mark", "UTF-16 mark", "UTF-32 mark", "empty"],
)
def test_a_byte_order_mark_is_obeyed_and_dropped(text: str, data: bytes) -> None:
    """The mark names the encoding and is no part of the text."""
    assert text == decode_plain(data)


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("binary", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
        ("binary", b"{\\rtf1 The governor said so.}"),
        ("binary", b"\x89PNG\r\n\x1a\n"),
        ("binary", b"A report\0 with a zero byte"),
        ("binary", bytes(range(1, 256)) * 4),
        ("encoding", "Der Bürgermeister".encode("latin-1")),
        ("encoding", "The café".encode()[:-1]),
    ],
    ids=["PDF", "RTF", "picture", "zero byte", "noise", "Latin-1", "half a UTF-8 sequence"],
)
def test_what_is_no_text_is_refused(code: str, data: bytes) -> None:
    """Bytes that do not decode are never replaced by others."""
    with pytest.raises(IntakeError) as caught:
        decode_plain(data)
    assert code == caught.value.code


def test_the_error_names_the_byte() -> None:
    """A person can find the place."""
    with pytest.raises(IntakeError, match=r"Byte 5 \(0xfc\) is not UTF-8"):
        decode_plain("Der Bürgermeister".encode("latin-1"))


@pytest.mark.parametrize("label", ["iso-8859-1", "Latin1", "windows-1252", "'cp1252'"])
def test_a_page_is_decoded_as_it_declares(label: str) -> None:
    """Latin-1 means Windows-1252, as in browsers."""
    page = f"<html><meta charset={label}><p>“Café” – gone"
    assert page == decode_page(page.encode("cp1252"))


def test_an_unknown_charset_is_an_error() -> None:
    """A label that nobody knows is not guessed around."""
    with pytest.raises(IntakeError, match="no encoding that browsers know"):
        decode_page(b"<html><meta charset=klingon>")


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        (True, b"<!DOCTYPE html><title>x"),
        (True, b"\n  <html lang=en>"),
        (True, codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le")),
        (True, b'<?xml version="1.0"?>\n<html>'),
        (True, b"<p>One paragraph"),
        (False, b"<Reuters> Shells hit the port."),
        (False, b"Shells hit the port, <b>the governor</b> said."),
        (False, b"<3 reports"),
        (False, b""),
    ],
)
def test_pages_are_told_by_their_first_tag(expected: bool, data: bytes) -> None:
    """A plain text with a tag in it is no page."""
    assert expected is is_page(data)


def test_line_ends_and_accents_are_settled() -> None:
    """NFC, and LF however a line ended."""
    assert "café\na\nb\n" == settle("cafe\u0301\r\na\rb\n")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_our_error(data: bytes) -> None:
    """No other error leaves this module, and text that is given is what the bytes say."""
    for decode in (decode_plain, decode_page):
        with contextlib.suppress(IntakeError):
            assert isinstance(decode(data), str)
    is_page(data)


@pytest.mark.parametrize(
    "label", ["undefined", "punycode", "idna", "utf-7", "unicode_escape", "raw_unicode_escape", "rot13", "hex", "zlib", "utf-32", "mbcs"]
)
def test_what_no_browser_knows_is_no_charset(label: str) -> None:
    """Python's codecs beyond those of the web are refused, and none of them raises its own error."""
    with pytest.raises(IntakeError, match=label) as caught:
        decode_page(f"<html><meta charset={label}><p>xn--a +AGE- \\u0041".encode())
    assert "encoding" == caught.value.code


@pytest.mark.parametrize("label", ["utf-16", "utf-16le", "utf-16-le", "UTF-16BE", "unicode"])
def test_a_label_that_ascii_can_read_is_not_utf_16(label: str) -> None:
    """Such a page means UTF-8, as in browsers."""
    page = f"<html><meta charset={label}><p>Café"
    assert page == decode_page(page.encode())
