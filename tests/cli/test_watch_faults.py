"""Whenever saidwho watch is killed, nothing is lost, and the next run ends in the same record."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.intake.server import HOST, Request, Site, serving

PAGES = 8
# The program with a reader that needs no weights and without the pause between two requests, so that most of its life is
# spent in fetching and keeping.
PROGRAM = """
import saidwho.pipeline.reading
from tests.cli.conftest import FakeReader
from saidwho.intake.fetching.options import FetchOptions
saidwho.pipeline.reading.shipped_reader = FakeReader
FetchOptions.__init__.__kwdefaults__["pause"] = 0.0
from saidwho.cli.main import main
main()
"""


def publish(site: Site) -> None:
    """A feed of some pages that take a moment each."""
    items = "".join(f"<item><title>T</title><link>{site.url(f'/{n}')}</link></item>" for n in range(PAGES))
    site.put("/feed", f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
    for n in range(PAGES):
        text = f"The mayor said the bridge had been struck {n} times. The governor said that nobody was hurt."

        def page(request: Request, text: str = text) -> None:
            time.sleep(0.1)
            request.send(f"<html><body><article><p>{text}</p></article></body></html>".encode())

        site.pages[f"/{n}"] = page


def start(site: Site, record: Path) -> subprocess.Popen[bytes]:
    words = ["watch", site.url("/feed"), "--once", "--record", str(record), "--allow-host", HOST]
    return subprocess.Popen([sys.executable, "-c", PROGRAM, *words], stderr=subprocess.PIPE)


def content(record: Path) -> list[tuple[str, ...]]:
    """The documents, originals and statements of a record, by their ids."""
    with sqlite3.connect(record / "record.sqlite") as database:
        asked = ("select id from documents order by id", "select digest, target from originals order by 1, 2")
        found = [row for query in asked for row in database.execute(query)]
    database.close()
    return found


def kill_at(site: Site, page: int, process: subprocess.Popen[bytes], delay: float) -> None:
    """Kill a program so many seconds after it asks for a page: what it does then is the same on a slow machine."""
    answer = site.pages[f"/{page}"]

    def kill_soon(request: Request) -> None:
        site.pages[f"/{page}"] = answer
        threading.Timer(delay, process.kill).start()
        answer(request)

    site.pages[f"/{page}"] = kill_soon


def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    """Killed among the first pages, among the next and after the last, at random; run to the end, and compared with a calm record."""
    chance = random.Random(5)
    moments = [(chance.randrange(0, 3), chance.uniform(0, 0.2)), (chance.randrange(3, 6), chance.uniform(0, 0.2))]
    moments.append((PAGES - 1, chance.uniform(0, 1)))
    with serving() as site:
        publish(site)
        process = start(site, tmp_path / "calm")
        process.communicate()
        assert 0 == process.returncode
        kills = 0
        for page, delay in moments:
            process = start(site, tmp_path / "killed")
            kill_at(site, page, process, delay)
            process.communicate()
            kills += process.returncode == -signal.SIGKILL
        process = start(site, tmp_path / "killed")
        told = process.communicate()[1].decode()
    assert 0 == process.returncode, told
    assert kills > 1
    assert 2 * PAGES == len(content(tmp_path / "calm"))
    assert content(tmp_path / "calm") == content(tmp_path / "killed")
