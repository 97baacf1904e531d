"""A feed names its pages, whatever its kind, and however broken it is."""

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.errors import IntakeError
from saidwho.intake.feeds import Entry, is_feed, read_feed

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Harbour Post</title>
<item><title>Bridge &amp; gate gone</title><link>https://post.example/a</link><guid isPermaLink="false">7</guid>{date}</item>
<item><link>/b</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<entry><id>tag:7</id>
<title type="html">Bridge &amp;amp; gate gone</title>
<link rel="alternate" href="https://post.example/a"/><published>2026-03-01T10:00:00+02:00</published><updated>2026-03-02T10:00:00Z</updated></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Post",
    "items": [
        {"id": "7", "url": "https://post.example/a", "title": "Bridge & gate gone", "date_published": "2026-03-01T10:00:00+02:00"},
        {"id": "8", "content_text": "no page"},
        "nonsense",
    ],
}
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="https://post.example/a"><title>Bridge &amp; gate gone</title><link>https://post.example/a</link></item></rdf:RDF>"""


def first(feed: str | bytes) -> Entry:
    data = feed.encode() if isinstance(feed, str) else feed
    assert is_feed(data)
    return read_feed(data, address="https://post.example/feed.xml")[0]


@pytest.mark.parametrize("feed", [RSS.format(date=""), ATOM, json.dumps(JSON_FEED), RDF], ids=["RSS", "Atom", "JSON Feed", "RDF"])
def test_all_kinds_of_feeds_are_read(feed: str) -> None:
    """The address and the title of each entry."""
    entry = first(feed)
    assert ("https://post.example/a", "Bridge & gate gone") == (entry.address, entry.stated.title)


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2026-03-01T08:00:00Z", "Sun, 01 Mar 2026 08:00:00 GMT"),
        ("2026-03-01T08:00:00+02:00", "Sun, 1 Mar 2026 08:00:00 +0200"),
        ("2026-03-01T08:00:00-05:00", "Sun, 01 Mar 2026 08:00:00 EST"),
        ("2026-03-01", "Sun, 01 Mar 2026 08:00:00"),
        ("2026-03-01", "Sun, 01 Mar 2026 08:00:00 -0000"),
        ("2026-03-01", "Sun, 01 Mar 2026 08:00:00 XYZ"),
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01", "2026-03-01T08:00:00"),
        ("2026-03-01T08:00:00+05:30", "2026-03-01T08:00:00+05:30"),
        (None, "yesterday"),
        (None, "Sun, 31 Feb 2026 08:00:00 GMT"),
        (None, "2026-02-31T08:00"),
        (None, ""),
    ],
)
def test_dates_are_as_fine_as_they_are_stated(published: str | None, date: str) -> None:
    """An offset is never made up: a time without one gives its day."""
    assert published == first(RSS.format(date=f"<pubDate>{date}</pubDate>")).stated.published


def test_links_are_those_of_the_feed_s_site() -> None:
    """A relative one is resolved; one that is missing is None."""
    assert ["https://post.example/a", "https://post.example/b"] == [
        entry.address for entry in read_feed(RSS.format(date="").encode(), address="https://post.example/feed.xml")
    ]
    assert ["7", "8", ""] == [entry.key for entry in read_feed(json.dumps(JSON_FEED).encode())]
    assert [None, None] == [entry.address for entry in read_feed(json.dumps(JSON_FEED).encode())[1:]]


def test_an_entry_that_changes_has_another_version() -> None:
    """So that its page is fetched again."""
    assert first(ATOM).version == first(ATOM).version
    assert first(ATOM).version != first(ATOM.replace("2026-03-02", "2026-03-03")).version
    assert first(ATOM).key == first(ATOM.replace("2026-03-02", "2026-03-03")).key


def test_an_entry_counts_once() -> None:
    """Some feeds repeat themselves; the first mention holds."""
    item = RSS[RSS.index("<item>") : RSS.index("<item><link>")].format(date="")
    twice = RSS.format(date="").replace("</channel>", item.replace("gone", "mended") + "</channel>")
    assert ["Bridge & gate gone", None] == [entry.stated.title for entry in read_feed(twice.encode())]


def test_a_broken_feed_gives_what_can_be_read() -> None:
    """Many feeds are not sound XML."""
    assert "https://post.example/a" == first(RSS.format(date="<b>&nbsp;<x>")).address
    assert "https://post.example/a" == first(RSS.format(date="")[:-40]).address


@pytest.mark.parametrize("data", [b"", b"<html><p>page", b"{}", b"[]", b'{"version": 1}', b'{"a"', b"\x00\xff", b"<rss", b"just text"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    """With what to do."""
    with pytest.raises(IntakeError) as caught:
        read_feed(data)
    assert "not_a_feed" == caught.value.code


def test_a_page_is_no_feed() -> None:
    """Though it may name one, or be written in XML."""
    pages = [b"<!DOCTYPE html><html><link href=feed.xml>", b"<?xml version='1.0'?><html/>", b'{"text": "jsonfeed.org"}', b"rss feed"]
    assert [False] * 4 == [is_feed(page) for page in pages]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_entities_are_refused(encoding: str) -> None:
    """They name files, and grow without end."""
    laughs = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(IntakeError, match="entities"):
        read_feed((laughs + RSS.format(date="&b;").split("?>")[1]).encode(encoding))


def test_an_address_in_the_place_of_a_feed_is_not_fetched() -> None:
    """The feed parser would, were it given a string."""
    with pytest.raises(IntakeError):
        read_feed(b"http://127.0.0.1:1/feed.xml")
    with pytest.raises(IntakeError):
        read_feed(b"/etc/passwd")


@pytest.mark.parametrize("piece", [b"<b>", b"<item>", b"&lt;"], ids=["tags", "items", "escapes"])
def test_a_hostile_feed_takes_seconds_at_most(piece: bytes) -> None:
    """50 MB of nested tags are refused unread; what is read is bounded."""
    began = time.process_time()
    with pytest.raises(IntakeError, match="larger"):
        read_feed(b'<rss version="2.0"><channel><item>' + piece * (50_000_000 // len(piece)))
    assert time.process_time() - began < 5


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: RSS.format(date=text).encode("utf-8", "replace")))
def test_any_bytes_are_a_feed_or_refused(data: bytes) -> None:
    """Nothing else is raised."""
    with contextlib.suppress(IntakeError):
        assert all(isinstance(entry, Entry) for entry in read_feed(data))
