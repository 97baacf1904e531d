"""Feeds are asked again and again; each page is taken in once, and no feed stops another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from saidwho.intake.fetching.fetcher import Fetcher, Validators
from saidwho.intake.fetching.options import FetchOptions
from saidwho.intake.memory import FeedState, Memory
from saidwho.intake.watching import Round, Watcher
from saidwho.types.document import Unreadable
from saidwho.types.original import Original
from tests.intake.server import HOST, Site

QUICK = FetchOptions(allow_hosts=frozenset({HOST}), pause=0.0, tries=1, read=2.0, total=5.0)


@dataclass
class Desk:
    """One who watches: what was taken in and told, on a clock that moves only while waiting."""

    site: Site
    folder: Path
    now: float = 0.0
    taken: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    stop_after: Callable[[], bool] = field(default=lambda: False)

    def take(self, pages: Iterator[Original | Unreadable]) -> None:
        self.taken += [page.place if isinstance(page, Original) else f"{page.code} {page.key}" for page in pages]

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def rounds(self, *feeds: str, count: int = 1) -> list[Round]:
        """Watch for some rounds, as one run of the program."""
        with Fetcher(QUICK, wait=lambda seconds: None, is_stopped=self.stop_after) as fetcher:
            watching = Watcher(
                feeds=[self.site.url(feed) for feed in feeds],
                fetcher=fetcher,
                memory=Memory(self.folder),
                take=self.take,
                tell=self.told.append,
                is_stopped=self.stop_after,
                wait=self.sleep,
                clock=lambda: self.now,
            ).watch(every=60.0)
            return [made for _, made in zip(range(count), watching, strict=False)]

    def news(self) -> list[str]:
        """The paths that were taken in since the last time."""
        paths = [place.replace(self.site.url(""), "") for place in self.taken]
        self.taken.clear()
        return paths

    def publish(self, *paths: str, feed: str = "/feed", etag: str = "", title: str = "T") -> None:
        """Put a feed with these pages on the site."""
        items = "".join(f"<item><title>{title}</title><link>{self.site.url(path)}</link></item>" for path in paths)
        body = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
        if etag:
            self.site.put_versioned(feed, body, etag)
        else:
            self.site.put(feed, body)
        for path in paths:
            self.site.pages.setdefault(path, lambda request: request.send(b"<html><p>The governor said so.</p></html>"))


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Desk:
    return Desk(site=site, folder=tmp_path / "watch")


def test_each_page_is_taken_in_once(desk: Desk) -> None:
    """In this run and the next."""
    desk.publish("/a", "/b")
    desk.rounds("/feed", count=2)
    assert ["/a", "/b"] == desk.news()
    desk.publish("/c", "/a", "/b")
    desk.rounds("/feed")
    assert (["/c"], 1) == (desk.news(), desk.site.asked("/a"))


def test_an_unchanged_feed_is_not_sent_again(desk: Desk) -> None:
    """Nor in the next run of the program."""
    desk.publish("/a", etag='"1"')
    (first,) = desk.rounds("/feed")
    (second,) = desk.rounds("/feed")
    assert (0, 1) == (first.unchanged, second.unchanged)
    assert [None, '"1"'] == [headers.get("If-None-Match") for path, headers in desk.site.seen if path == "/feed"]


def test_a_page_whose_entry_changed_is_fetched_again(desk: Desk) -> None:
    """It may have been revised."""
    desk.publish("/a", "/b")
    desk.rounds("/feed")
    desk.publish("/a", "/b", title="Corrected: T")
    desk.rounds("/feed")
    assert ["/a", "/b", "/a", "/b"] == desk.news()


def test_one_bad_feed_stops_no_other(desk: Desk) -> None:
    """Each is told in one line, in each round."""
    desk.site.put("/broken", b"<html>no feed")
    desk.site.drip("/endless", b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1_000_000, 0.0)
    desk.site.put_raw("/cut", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<rss")
    desk.publish("/a")
    made = desk.rounds("/broken", "/endless", "/missing", "/cut", "/feed", count=2)
    assert [(5, 0, 4), (5, 1, 4)] == [(one.feeds, one.unchanged, one.failed) for one in made]
    assert (["/a"], 8) == (desk.news(), len(desk.told))
    assert [True] * 8 == ["\n" not in line and line.startswith(desk.site.url("/")) for line in desk.told]


def test_a_page_that_may_come_is_tried_again(desk: Desk) -> None:
    """Though the feed has not changed since; not for ever."""
    desk.site.put("/a", b"", status=404)
    desk.publish("/a", etag='"1"')
    desk.rounds("/feed")
    desk.site.put("/a", b"<html>here now")
    desk.rounds("/feed")
    assert [f"answer {desk.site.url('/a')}".replace(desk.site.url(""), ""), "/a"] == desk.news()
    desk.site.put("/b", b"", status=404)
    desk.publish("/b", etag='"2"')
    desk.rounds("/feed", count=9)
    assert 5 == desk.site.asked("/b")


def test_a_stop_leaves_the_rest_for_the_next_run(desk: Desk) -> None:
    """The page in hand is taken in, no other is asked for, and nothing is forgotten."""
    desk.publish("/a", "/b", "/c", etag='"1"')
    desk.stop_after = lambda: desk.site.asked("/b") > 0
    assert 1 == len(desk.rounds("/feed", "/other", count=5))
    first = desk.news()
    assert "/c" not in first
    desk.stop_after = lambda: False
    desk.rounds("/feed")
    assert {"/a", "/b", "/c"} == {*first, *desk.news()}
    assert 1 == desk.site.asked("/a")


def test_a_crash_loses_no_page(desk: Desk) -> None:
    """What was not kept when it happened is fetched again."""
    desk.publish("/a", "/b", etag='"1"')

    def crash(pages: Iterator[Original | Unreadable]) -> None:
        next(pages)
        raise RuntimeError("no more room")

    take, desk.take = desk.take, crash  # type: ignore[method-assign]
    with pytest.raises(RuntimeError):
        desk.rounds("/feed")
    desk.take = take  # type: ignore[method-assign]
    desk.rounds("/feed")
    assert ["/a", "/b"] == desk.news()


def test_rounds_begin_on_time(desk: Desk) -> None:
    """However long one takes: the times do not drift, and a missed round is not made up for."""
    began: list[float] = []
    lengths = iter([10.0, 130.0, 0.0, 0.0])

    def take(pages: Iterator[Original | Unreadable]) -> None:
        list(pages)
        began.append(desk.now)
        desk.now += next(lengths)

    desk.take = take  # type: ignore[method-assign]
    desk.publish("/a")
    desk.rounds("/feed", count=4)
    assert [0.0, 60.0, 240.0, 300.0] == began


def test_a_damaged_memory_costs_a_second_look(desk: Desk) -> None:
    """And nothing else."""
    desk.publish("/a")
    desk.rounds("/feed")
    for file in desk.folder.iterdir():
        file.write_bytes(b'{"seen": 5}')
    desk.rounds("/feed")
    assert ["/a", "/a"] == desk.news()


def test_a_memory_that_cannot_be_written_is_told(desk: Desk) -> None:
    """And watching goes on."""
    desk.folder.write_bytes(b"a file in its place")
    desk.publish("/a")
    desk.rounds("/feed", count=2)
    assert (["/a", "/a"], 2) == (desk.news(), len(desk.told))


def test_memory_gives_back_what_it_was_given(tmp_path: Path) -> None:
    """For the feed it is of, and nothing for another; no more than the newest entries."""
    memory = Memory(tmp_path)
    state = FeedState(validators=Validators(etag='"é"', last_modified=None), seen={"b": "2", "a": "1"}, tries={"c": 3})
    memory.keep("https://post.example/feed", state)
    assert (state, FeedState()) == (memory.recall("https://post.example/feed"), memory.recall("https://post.example/other"))
    memory.keep("x", FeedState(seen={str(n): "" for n in range(6_000)}))
    assert [str(n) for n in range(1_000, 6_000)] == list(memory.recall("x").seen)
