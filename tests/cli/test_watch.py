"""saidwho watch takes in what feeds name, and stops cleanly; saidwho add takes in what is at an address."""

import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saidwho.cli.main import app
from saidwho.intake.fetching.options import FetchOptions
from tests.intake.server import HOST, Request, Site, serving

TEXT = "The mayor said the bridge had been struck. The governor said that nobody was hurt"
PAGE = f"<html><body><article><p>{TEXT}{{}}.</p></article></body></html>"


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """That two requests to one host lie a second apart is tested where they are made; here it would be most of the time."""
    monkeypatch.setitem(FetchOptions.__init__.__kwdefaults__, "pause", 0.0)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        items = "".join(f"<item><title>T</title><link>{running.url(path)}</link></item>" for path in ("/a", "/b"))
        running.put("/feed", f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
        running.put("/a", PAGE.format("").encode())
        running.put("/b", PAGE.format(" on Monday").encode())
        yield running


def run(command: str, record: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [command, *words, "--record", str(record), "--allow-host", HOST])


def test_a_round_takes_in_what_is_new(site: Site, tmp_path: Path) -> None:
    """And says so; the next run has nothing to do."""
    first = run("watch", tmp_path / "r", site.url("/feed"), "--once")
    assert (0, "saidwho: round 1: 1 feed, 0 without news, 0 failed; 2 taken in, 0 already there, 0 revised, 0 failed") == (
        first.exit_code,
        first.stderr.splitlines()[-1],
    )
    second = run("watch", tmp_path / "r", site.url("/feed"), "--once")
    assert "1 without news" in second.stderr
    assert (1, 1) == (site.asked("/a"), site.asked("/b"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_finishes_the_document_in_hand(site: Site, tmp_path: Path, number: signal.Signals) -> None:
    """What was fetched is in the record, the rest is left for the next run, and the exit status is 0.

    A page that has not come yet is no document in hand: it may be left, too.
    """

    def slow(request: Request) -> None:
        os.kill(os.getpid(), number)
        time.sleep(0.1)
        request.send(PAGE.format(" here").encode())

    site.pages["/a"] = slow
    before = signal.getsignal(number)
    result = run("watch", tmp_path / "r", site.url("/feed"), "--every", "1")
    assert (0, "saidwho: stopped; what was taken in is kept") == (result.exit_code, result.stderr.splitlines()[-1])
    assert (before, 0) == (signal.getsignal(number), site.asked("/b"))
    site.put("/a", PAGE.format(" here").encode())
    again = run("watch", tmp_path / "r", site.url("/feed"), "--once")
    assert 2 == sum(int(count) for count in re.findall(r"(\d+) taken in", result.stderr + again.stderr))


def test_a_signal_ends_the_wait(site: Site, tmp_path: Path) -> None:
    """At once, though the next round is an hour away."""
    timer = threading.Timer(2.0, os.kill, (os.getpid(), signal.SIGTERM))
    timer.start()
    began = time.monotonic()
    result = run("watch", tmp_path / "r", site.url("/feed"), "--every", "60")
    timer.cancel()
    assert 0 == result.exit_code
    assert time.monotonic() - began < 20


def test_each_round_is_counted_by_itself(site: Site, tmp_path: Path) -> None:
    """What was taken in before is no news."""
    asked = site.pages["/feed"]

    def feed(request: Request) -> None:
        if site.asked("/feed") == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        asked(request)

    site.pages["/feed"] = feed
    result = run("watch", tmp_path / "r", site.url("/feed"), "--every", "0.01")
    counts = re.findall(r"round \d+: .*; (\d+) taken in", result.stderr)
    assert ["2", "0", "0"] == counts[:3]


def test_a_list_is_watched(site: Site, tmp_path: Path) -> None:
    """OPML, or one address a line; a wrong one is misuse."""
    feeds = tmp_path / "feeds.opml"
    feeds.write_text(f'<opml><outline xmlUrl="{site.url("/feed")}"/><outline xmlUrl="{site.url("/gone")}"/></opml>')
    result = run("watch", tmp_path / "r", str(feeds), "--once")
    assert (0, True) == (result.exit_code, "2 feeds, 0 without news, 1 failed; 2 taken in" in result.stderr)
    feeds.write_text("no address")
    assert 2 == run("watch", tmp_path / "r", str(feeds), "--once").exit_code
    assert 2 == run("watch", tmp_path / "r", str(tmp_path / "none"), "--once").exit_code


def test_a_round_without_any_feed_failed(site: Site, tmp_path: Path) -> None:
    """With --once the exit status tells; scripts rely on it."""
    assert 1 == run("watch", tmp_path / "r", site.url("/gone"), "--once").exit_code


def test_addresses_are_added(site: Site, tmp_path: Path) -> None:
    """A page, and the pages of a feed; a page whose text changed is a revision."""
    assert "1 taken in" in run("add", tmp_path / "r", site.url("/a")).stderr
    assert "1 taken in, 1 already there" in run("add", tmp_path / "r", site.url("/feed")).stderr
    site.put("/a", PAGE.format(", after all").encode())
    assert "1 revised" in run("add", tmp_path / "r", site.url("/a")).stderr


def test_a_private_address_is_not_added(site: Site, tmp_path: Path) -> None:
    """Unless it is allowed by name; the line says how."""
    result = CliRunner().invoke(app, ["add", site.url("/a"), "--record", str(tmp_path / "r")])
    assert (1, True, []) == (result.exit_code, f"--allow-host {HOST}" in result.stderr, site.seen)
