"""A person at a terminal sees how far a run is; a file or a journal gets plain lines."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from saidwho.cli.progress import complaint

PROGRAM = """
import sys, time
from saidwho.cli import progress
progress._FIRST = progress._EVERY = progress._PLAIN = 0.0
tally = progress.Tally()
for number in range(3):
    tally.count("taken in")
    time.sleep(0.05)
tally.count("failed", place="[b]page[/b].html", code="empty", why="It is empty.")
time.sleep(0.05)
tally.finish()
"""
SUM = "saidwho: 3 taken in, 0 already there, 0 revised, 1 failed (1 empty)"
# What moves the cursor or colours what follows.
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def at_a_terminal(program: str) -> str:
    """What a program writes to a terminal on standard error, every sign of it."""
    main, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", program], stderr=terminal, env=os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    ) as process:
        os.close(terminal)
        told = b""
        try:
            while data := os.read(main, 4096):
                told += data
        except OSError:  # the other end is closed
            pass
    os.close(main)
    assert 0 == process.returncode
    return told.decode()


@pytest.mark.parametrize(
    ("told", "place", "why"),
    [
        ("saidwho: news.jsonl:3: not JSON.", "news.jsonl:3", "Line 3: not JSON."),
        ("saidwho: a-7: Line 3: not JSON.", "a-7", "Line 3: not JSON."),
        ("saidwho: news.jsonl:13: Line 3: not JSON.", "news.jsonl:13", "Line 3: not JSON."),
        ("saidwho: a.txt: There is no such file.", "a.txt", "There is no such file."),
    ],
)
def test_a_line_is_numbered_once(told: str, place: str, why: str) -> None:
    """Where the place has the number, the message need not."""
    assert told == complaint(place, why)


def test_a_line_counts_along_at_a_terminal() -> None:
    """It is redrawn in place, failures stand above it as they are written, and the sum is the last line."""
    told = at_a_terminal(PROGRAM)
    lines = [line.strip() for line in re.split(r"[\r\n]+", _CONTROL.sub("", told)) if line.strip()]
    assert "\x1b[" in told
    assert any(line.endswith("2 taken in, 0 already there, 0 revised, 0 failed") for line in lines[:-1])
    assert "saidwho: [b]page[/b].html: It is empty." in lines
    assert SUM == lines[-1]


def test_plain_lines_elsewhere(tmp_path: Path) -> None:
    """Nothing in them moves a cursor."""
    with (tmp_path / "journal").open("wb") as stream:
        subprocess.run([sys.executable, "-c", PROGRAM], stderr=stream, check=True)
    lines = (tmp_path / "journal").read_text(encoding="utf-8").splitlines()
    assert "saidwho: 2 taken in, 0 already there, 0 revised, 0 failed" in lines
    assert (SUM, False) == (lines[-1], any("\x1b" in line or "\r" in line for line in lines))
