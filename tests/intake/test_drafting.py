"""An original becomes a document: which words it holds, whose they are, and where they stood."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from saidwho.intake.drafting import document_of
from saidwho.intake.drafts import IntakeOptions
from saidwho.types.document import Document, Unreadable
from saidwho.types.original import Original, Stated

NONE = IntakeOptions()
TEXT = "The governor of Dubovka said on Monday that the bridge was gone – “all of it”."
PAGE = f"<html><head>{{head}}</head><body><article><p>{TEXT}</p></article></body></html>"
FETCHED = Original(
    data=PAGE.format(head="").encode(),
    media_type="text/html",
    place="https://post.example/a?from=feed",
    address="https://post.example/a?from=feed",
    final_address="https://post.example/a",
    fetched=datetime(2026, 3, 1, tzinfo=UTC),
    status=200,
)


def document(original: Original, options: IntakeOptions = NONE) -> Document:
    found = document_of(original, options)
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://post.example/a", None),
        ("https://www.post.example/story", "https://www.post.example/story"),
        ("https://post.example/a", "https://rival.example/story"),
        ("https://post.example/a", "javascript:alert(1)"),
    ],
)
def test_a_page_is_at_its_own_site(url: str, canonical: str | None) -> None:
    """A page names its lasting address, but cannot pass itself off as a page of another site."""
    head = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    assert url == document(replace(FETCHED, data=PAGE.format(head=head).encode())).url


def test_no_file_gets_an_address_that_runs_a_script() -> None:
    """Only http and https are addresses of a report."""
    data = PAGE.format(head='<link rel="canonical" href="javascript:alert(1)">').encode()
    assert document(Original(data=data, media_type=None, place="a.html", fetched=FETCHED.fetched)).url is None


def test_a_feed_fills_what_the_page_leaves_open() -> None:
    """And the user's word wins over both."""
    stated = Stated(title="Bridge gone", outlet="The Feed", published="2026-02-28T10:00:00Z")
    data = PAGE.format(head='<meta property="og:site_name" content="The Harbour Post">').encode()
    found = document(replace(FETCHED, data=data, stated=stated))
    assert ("The Harbour Post", "2026-02-28T10:00:00Z") == (found.outlet, found.published)
    assert "Mine" == document(replace(FETCHED, stated=stated), IntakeOptions(outlet="Mine")).outlet


@pytest.mark.parametrize(
    ("sent", "header", "meta"),
    [
        ("cp1252", "text/html; charset=iso-8859-1", ""),
        ("utf-8", "text/html; charset=iso-8859-1", '<meta charset="utf-8">'),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("cp1252", "text/html; charset=utf-8", '<meta charset="windows-1252">'),
        ("utf-8", "text/html; charset=klingon", ""),
    ],
)
def test_wrong_charsets_are_seen_through(sent: str, header: str, meta: str) -> None:
    """The server's word counts where it can be right; bytes that are UTF-8 are no Latin-1."""
    data = PAGE.format(head=meta).encode(sent)
    assert "gone – “all of it”." in document(replace(FETCHED, data=data, headers=(("Content-Type", header),))).text


def test_a_page_in_no_charset_it_names_is_refused() -> None:
    """Nothing is replaced by question marks."""
    data = PAGE.format(head="").encode("cp1252")
    found = document_of(replace(FETCHED, data=data, headers=(("Content-Type", "text/html; charset=utf-8"),)), NONE)
    assert isinstance(found, Unreadable)
    assert ("encoding", FETCHED.place) == (found.code, found.key)


def test_what_a_server_calls_a_page_is_one() -> None:
    """However it begins; in a file the same bytes are a plain text."""
    data = b"<center>Search</center><p>The governor of Dubovka said on Monday that the bridge was gone.</p>"
    assert "<center>" not in document(replace(FETCHED, data=data)).text
    assert "<center>" in document(Original(data=data, media_type="text/html", place="a.html", fetched=FETCHED.fetched)).text


def test_scripts_in_titles_stay_text() -> None:
    """A title is kept as the words it is."""
    data = PAGE.format(head="<title>&lt;script&gt;alert(1)&lt;/script&gt; Bridge gone</title>").encode()
    assert "<script>alert(1)</script> Bridge gone" == document(replace(FETCHED, data=data)).title


@pytest.mark.parametrize(
    ("is_read", "data"),
    [
        (False, b'{"text": "The mayor said so."}'),
        (False, b'{"id": "1", "text": "The mayor said so."}\n{"id": "2", "text": "She said so."}\n'),
        (False, b'[\n{"text": "The mayor said so."}\n]'),
        (False, b'{\n"text": "The mayor said so."\n}'),
        (True, b"[1]"),
        (True, b"[The mayor said so.]"),
        (True, b'{"quote": "The mayor said so."}'),
        (True, b"{The mayor said so.}"),
        (True, b'The mayor said so: {"text": "gone"}'),
    ],
)
def test_json_lines_are_no_text(is_read: bool, data: bytes) -> None:
    """Only what would be a document of JSON Lines is refused."""
    found = document_of(Original(data=data, media_type=None, place="-", fetched=FETCHED.fetched), NONE)
    assert is_read == isinstance(found, Document)
    assert is_read or (isinstance(found, Unreadable) and "json_lines" == found.code)


@pytest.mark.parametrize(("key", "line"), [("a-7", b'{"id": "a-7"}'), ("news.jsonl:3", b"{}")])
def test_a_bad_line_is_named_by_its_id_or_its_place(key: str, line: bytes) -> None:
    """A person can find it."""
    found = document_of(Original(data=line, media_type=None, place="news.jsonl:3", line=3, fetched=FETCHED.fetched), NONE)
    assert isinstance(found, Unreadable)
    assert (key, True) == (found.key, found.message.startswith("Line 3: "))
