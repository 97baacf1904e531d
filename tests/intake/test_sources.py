"""Files, folders, archives, feeds and addresses, mixed, become originals in their order."""

import gzip
import io
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from saidwho.errors import IntakeError
from saidwho.intake.drafts import IntakeOptions
from saidwho.intake.fetching.fetcher import Fetcher
from saidwho.intake.fetching.options import FetchOptions
from saidwho.intake.sources import originals_in
from saidwho.types.document import Unreadable
from saidwho.types.original import Original, Stated
from tests.intake.server import HOST, Site
from tests.intake.test_warc import archive, record

PAGE = b"<html><p>The governor said so.</p></html>"
RSS = """<rss version="2.0"><channel><item><title>A</title><link>{url}</link><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate></item>
<item><link>{url}/missing</link></item><item><title>no link</title></item></channel></rss>"""


@dataclass
class Web:
    """A web of a few addresses."""

    pages: dict[str, bytes] = field(default_factory=dict)

    def fetch(self, address: str) -> Original:
        if address not in self.pages:
            raise IntakeError("The server answers 404.", code="answer")
        data = self.pages[address]
        return Original(data=data, media_type=None, place=address, fetched=datetime.now(UTC), address=address, final_address=address)


def found(*sources: str | Path, web: Web | None = None, stdin: bytes = b"", json_lines: bool = False) -> list[Original | Unreadable]:
    options = IntakeOptions(json_lines=json_lines)
    return list(originals_in(map(str, sources), options=options, fetcher=web or Web(), stdin=io.BytesIO(stdin)))


def told(items: list[Original | Unreadable]) -> list[str]:
    """Each by its place, or by what is wrong."""
    return [item.place if isinstance(item, Original) else f"{item.code} {item.key}" for item in items]


def test_sources_keep_their_order(tmp_path: Path) -> None:
    """Whatever they are, and whatever is wrong with some."""
    text, lines, packed = tmp_path / "a.txt", tmp_path / "b.jsonl", tmp_path / "c.warc.gz"
    text.write_bytes(b"He said so.")
    lines.write_bytes(b'{"text": "x"}\n\n[]\n')
    packed.write_bytes(archive())
    web = Web({"https://post.example/a": PAGE})
    sources = ["https://post.example/a", text, "none.txt", "-", lines, "ftp://post.example/b", packed, "HTTPS://post.example/gone", text]
    expected = ["https://post.example/a", text, "missing none.txt", "-", f"{lines}:1", f"{lines}:3", "refused ftp://post.example/b"]
    expected += [f"{packed}#https://post.example/{n}" for n in range(3)] + ["answer HTTPS://post.example/gone", text]
    assert [str(one) for one in expected] == told(found(*sources, web=web, stdin=b"She said so."))


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    """All below it with a known ending; nothing hidden, no feed, and no round trips through links."""
    for name in ["b.txt", "a/z.HTML", "a/b/c.jsonl", "a/picture.png", ".git/x.txt", "a/.hidden.txt", "feeds.opml", "feed.xml", "d.warc"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b'{"text": "x"}\n')
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    items = [line.replace(f"{tmp_path}/", "") for line in told(found(tmp_path))]
    assert ["a/b/c.jsonl:1", "a/z.HTML", "b.txt", "missing broken.txt", "truncated d.warc"] == items


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """With the endings that are known."""
    (only,) = found(tmp_path)
    assert isinstance(only, Unreadable)
    assert ("missing", True) == (only.code, ".jsonl" in only.message)


def test_a_feed_gives_its_pages() -> None:
    """With what the feed says of them, and a line for each that cannot be had."""
    url = "https://post.example/a"
    items = found("https://post.example/feed", web=Web({"https://post.example/feed": RSS.format(url=url).encode(), url: PAGE}))
    assert [url, f"answer {url}/missing", "refused https://post.example/feed#no link"] == told(items)
    assert Stated(title="A", published="2026-03-01T08:00:00Z") == getattr(items[0], "stated", None)


@pytest.mark.parametrize("name", ["feed.xml", "feeds.opml"])
def test_a_feed_or_a_list_in_a_file_is_followed(tmp_path: Path, name: str) -> None:
    """When it is named itself."""
    url = "https://post.example/a"
    feed = RSS.format(url=url)
    file = tmp_path / name
    file.write_text(feed if name == "feed.xml" else '<opml><outline xmlUrl="https://post.example/feed"/><outline xmlUrl="file:x"/></opml>')
    items = found(file, web=Web({"https://post.example/feed": feed.encode(), url: PAGE}))
    assert url == told(items)[0]
    assert (3 if name == "feed.xml" else 4) == len(items)


def test_a_broken_feed_is_one_line(tmp_path: Path) -> None:
    """And the next source is read."""
    file = tmp_path / "feed.xml"
    file.write_text('<rss><!DOCTYPE x [<!ENTITY a "b">]></rss>')
    web = Web({"https://post.example/feed": b'{"version": "https://jsonfeed.org/version/1", "items": 5}'})
    assert [f"not_a_feed {file}", "not_a_feed https://post.example/feed", "-"] == told(
        found(file, "https://post.example/feed", "-", web=web)
    )


def test_every_refusal_is_one_line(tmp_path: Path) -> None:
    """What, why and what to do."""
    broken = tmp_path / "a.warc.gz"
    broken.write_bytes(archive()[:500])
    sources = ["none.txt", "ftp://x/y", "javascript:alert(1)", "https://post.example/a", broken, tmp_path / "nul\0"]
    lines = [item.message for item in found(*sources) if isinstance(item, Unreadable)]
    assert 6 == len(lines)
    assert [True] * 6 == [line.endswith(".") and "\n" not in line for line in lines]


@pytest.mark.parametrize("data", [b"\x00\x1b[31m<script>", b"<html>" * 1000, gzip.compress(b"x"), "\u202e\u0007".encode()])
def test_hostile_pages_are_kept_as_bytes(site: Site, data: bytes) -> None:
    """Whatever is in them, from a real server."""
    site.put("/a", data)
    options = FetchOptions(allow_hosts=frozenset({HOST}), pause=0.0, tries=1)
    with Fetcher(options) as fetcher:
        (only,) = originals_in([site.url("/a")], options=IntakeOptions(), fetcher=fetcher)
    assert isinstance(only, Original)
    assert (data, 200) == (only.data, only.status)


def test_a_line_in_an_archive_of_ours_is_a_line(tmp_path: Path) -> None:
    """A record's archive can be taken into another record."""
    file = tmp_path / "a.warc"
    line = json.dumps({"id": "a-7", "text": "x"}).encode()
    file.write_bytes(record("resource", "file:news.jsonl:3", line, "Content-Type: application/json"))
    (only,) = found(file)
    assert isinstance(only, Original)
    assert (line, 1) == (only.data, only.line)
