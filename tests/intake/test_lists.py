"""A list of feeds is OPML, or one address a line."""

import pytest

from saidwho.errors import IntakeError
from saidwho.intake.lists import is_opml, read_list

OPML = b"""<?xml version="1.0"?><!-- mine --><opml version="2.0"><body><outline text="War">
<outline type="rss" text="Post" xmlUrl="https://post.example/a.xml"/><outline XMLURL=" https://gazette.example/b.xml "/>
</outline><outline text="Again" xmlUrl="https://post.example/a.xml"/></body></opml>"""
ADDRESSES = ["https://post.example/a.xml", "https://gazette.example/b.xml"]


def test_opml_is_read_at_all_depths() -> None:
    """Each feed once, in the order of the file."""
    assert (True, ADDRESSES) == (is_opml(OPML), read_list(OPML))


def test_a_plain_list_is_read() -> None:
    """With blank lines and remarks."""
    assert ADDRESSES == read_list(
        b"\xef\xbb\xbf# mine\r\nhttps://post.example/a.xml\r\n\r\n  https://gazette.example/b.xml\nhttps://post.example/a.xml"
    )


@pytest.mark.parametrize(
    ("words", "data"),
    [
        ("names no feed", b""),
        ("names no feed", b"# nothing yet"),
        ("no address", b"https://post.example/a.xml\nftp://post.example/b.xml"),
        ("no address", b"The governor said so."),
        ("names no feed", b"<opml><body/></opml>"),
        ("not sound XML", b"<opml><body>"),
        ("entities", b'<opml><!DOCTYPE x [<!ENTITY a "b">]><body/></opml>'),
        ("not sound XML", b"<opml>" + b"<outline>" * 100_000),
        ("picture", b"\x89PNG\r\n"),
    ],
)
def test_what_is_no_list_is_refused(words: str, data: bytes) -> None:
    """With what to do."""
    with pytest.raises(IntakeError, match=words):
        read_list(data)
