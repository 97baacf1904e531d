"""A server and a writer as processes of their own, and what they take."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_START = 60.0  # seconds that a server may take to answer
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A server that answers. pid: of the process that was started; others may be its children."""

    port: int
    pid: int

    def memory(self) -> float:
        """MB that the server holds, its children with it: what is shared is counted once (PSS)."""
        return sum(map(_held, self.processes())) / 1e6

    def processes(self) -> list[int]:
        """The server's own process, and all below it."""
        found, parents = [self.pid], {self.pid}
        for stat in sorted(Path("/proc").glob("[0-9]*/stat"), key=lambda path: int(path.parent.name)):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) in parents:
                found.append(int(stat.parent.name))
                parents.add(found[-1])
        return found

    def seconds(self) -> float:
        """Processor seconds that were used so far."""
        total = 0
        for pid in self.processes():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / os.sysconf("SC_CLK_TCK")


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


@contextmanager
def server(record: str, *options: str) -> Iterator[Running]:
    """saidwho serve over a record, on a free port. options: of the command."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-c",
        "from saidwho.cli.main import main; main()",
        "serve",
        "--record",
        record,
        "--port",
        str(port),
        "--rate",
        "100000",
        *options,
    ]
    process = subprocess.Popen(command)
    try:
        _wait(port, process)
        yield Running(port=port, pid=process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _START
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit(f"The server ended at once, with {process.returncode}.")
        try:
            with urlopen(f"http://127.0.0.1:{port}/static/icon.svg", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise SystemExit("The server does not answer.")


@contextmanager
def writer(record: str, *, rate: float) -> Iterator[None]:
    """A process that adds reports to a record meanwhile. rate: reports a second; none where it is 0."""
    if not rate:
        yield
        return
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.serving.adding", record, str(rate)])
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)
