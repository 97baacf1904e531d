"""Time a server over a record that is there: 20 readers at once while a writer adds, claim pages a second, memory, sizes.

The record is changed: give a copy. What is asked: the first pages of all lists and their JSON, then claims alone, each one
another. Times are in milliseconds, from the request to the last byte; the readers are one process beside the server.

example: python -m benchmarks.serving --record /tmp/million --fill
"""

import argparse
import random
import sys
from collections.abc import Sequence
from urllib.request import urlopen

import sqlalchemy as sa

from benchmarks.reading.machine import describe_machine
from benchmarks.record.generate import actor_name, place_name, word
from benchmarks.serving.claims import fill
from benchmarks.serving.load import Heard, percentile, read_for
from benchmarks.serving.running import Running, server, writer
from saidwho.record import tables
from saidwho.record.location import locate
from saidwho.record.record import open_record

PAGES = ("/", "/claims", "/statements", "/documents", "/figures", "/aid", "/map", "/actors", "/review", "/about")
LISTS = ("claims", "statements", "documents", "figures", "aid", "actors", "places", "review")
_SAMPLE = 3_000  # claims and documents that are asked for
# What is promised: milliseconds, answers a second, MB, and bytes of a page without and with charts.
LATENCY, RATE, MEMORY, PLAIN, CHARTED = 150.0, 200.0, 600.0, 300_000, 1_300_000


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; returns the exit code."""
    about, _, example = (__doc__ or "").rpartition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=about, epilog=example)
    parser.add_argument("--record", required=True, help="the folder of a record that may be changed")
    parser.add_argument("--fill", action="store_true", help="put generated claims in the place of its links first")
    parser.add_argument("--seconds", type=float, default=20.0, help="that each step takes")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--writes", type=float, default=2.0, help="reports a second that are added meanwhile")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds that a reader looks at a page before it asks again")
    parser.add_argument("--option", action="append", default=[], help="of saidwho serve, such as --option=--workers=1")
    given = parser.parse_args(arguments)
    with open_record(locate(given.record)) as record:
        if given.fill:
            print(f"# {fill(record):,} claims made", file=sys.stderr, flush=True)
            with record.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("ANALYZE")
        claims, documents, counts = record.read(_sample)
    print(f"{counts}\n")
    with server(given.record, *given.option) as running:
        _measure(running, given, claims, documents)
    for line in describe_machine():
        print(f"\n{line}")
    return 0


def _sample(connection: sa.Connection) -> tuple[list[str], list[str], str]:
    """Addresses of claims and documents drawn by chance, and what the record holds."""
    chance, found, counts = random.Random(3), [], []
    for table in (tables.claims, tables.documents):
        ids = connection.execute(sa.select(table.c.id).order_by(table.c.id)).scalars().all()
        found.append([f"/{table.name}/{one}" for one in chance.sample(ids, min(_SAMPLE, len(ids)))])
    for table in (tables.documents, tables.statements, tables.claims):
        number = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        counts.append(f"{number:,} {table.name}")
    return found[0], found[1], ", ".join(counts)


def questions(claims: Sequence[str], documents: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The kinds of first pages, with the addresses of each."""
    found = [(path, [path]) for path in PAGES]
    found += [(f"/{name}.json", [f"/{name}.json"]) for name in LISTS]
    found += [("a claim", list(claims)), ("a document", list(documents)), ("a claim, JSON", [f"{one}.json" for one in claims])]
    words = [word(number) for number in (0, 3, 40, 700, 5_000)]
    found.append(("/claims?about=", [f"/claims?about={one}" for one in words]))
    found.append(("/statements.json?about=", [f"/statements.json?about={one}" for one in words]))
    found.append(("/claims?place=", [f"/claims?place={place_name(number)}" for number in (0, 5, 90)]))
    found.append(("/claims?by=", [f"/claims?by={actor_name(number).replace(' ', '+')}" for number in (0, 7, 300)]))
    found.append(("/claims?event=", [f"/claims?event={event}" for event in ("ASSAULT", "AID")]))
    found.append(("/claims?disputed=", ["/claims?disputed=true&order=disputed", "/claims?order=origins&origins=3"]))
    found.append(("/search?about=", [f"/search?about={one}" for one in words]))
    return found


def _measure(running: Running, given: argparse.Namespace, claims: Sequence[str], documents: Sequence[str]) -> None:
    asked = questions(claims, documents)
    read_for(running.port, asked, readers=4, seconds=10.0)  # caches as they are after some minutes
    alone = read_for(running.port, asked, readers=1, seconds=given.seconds)
    used = running.seconds()
    with writer(given.record, rate=given.writes):
        together = read_for(running.port, asked, readers=given.readers, seconds=given.seconds, pause=given.pause)
    mixed = running.seconds() - used
    used = running.seconds()
    many = read_for(running.port, [("a claim", list(claims))], readers=given.readers, seconds=given.seconds)
    _show(given, alone, together, many, mixed, running.seconds() - used)
    print(f"\nmemory, MB: {running.memory():,.0f} (asked: under {MEMORY:,.0f})")
    _show_sizes(running, [*PAGES, claims[0], documents[0]])


def _show(given: argparse.Namespace, alone: Heard, together: Heard, many: Heard, mixed: float, claims: float) -> None:
    """mixed, claims: processor seconds that the server took for together and for many."""
    print("| asked | alone, middle | alone, 95th | readers at once, middle | 95th | slowest | answers |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for kind in together.times:
        cells = [_ms(alone.times.get(kind, []), 0.5), _ms(alone.times.get(kind, []), 0.95), _ms(together.times[kind], 0.5),
                 _ms(together.times[kind], 0.95), _ms(together.times[kind], 1.0), str(len(together.times[kind]))]  # fmt: skip
        print(f"| {kind} | {' | '.join(cells)} |")
    print(
        f"\n{given.readers} readers at once, {given.writes:g} reports a second added, each reader pausing {given.pause:g} s: "
        f"95th percentile {percentile(together.every(), 0.95):.0f} ms (asked: under {LATENCY:.0f}), {together.rate:.0f} answers a second, "
        f"{together.sent / together.seconds / 1e6:.1f} MB a second, the server on {mixed / together.seconds:.2f} cores, "
        f"{1000 * mixed / together.answers:.1f} ms of a processor an answer"
    )
    print(f"\nclaim pages a second, {given.readers} readers, no writer: {many.rate:.0f} (asked: {RATE:.0f}), "
          f"95th percentile {percentile(many.every(), 0.95):.0f} ms; {1000 * claims / many.answers:.1f} ms of a processor a page, "
          f"so {2 * many.answers / claims:.0f} a second from two cores that do nothing else")  # fmt: skip
    for failure in sorted(set(together.failures + many.failures))[:10]:
        print(f"failed: {failure}")


def _ms(times: Sequence[float], share: float) -> str:
    return f"{percentile(times, share):.0f}" if times else "-"


def _show_sizes(running: Running, paths: Sequence[str]) -> None:
    """Bytes of each page as it is before it is packed; scripts and styles come on top once."""
    sizes = {path: _size(running.port, path) for path in paths}
    largest = max(sizes, key=lambda path: sizes[path])
    print(f"\npages, bytes: {sizes[largest]:,} the largest, {largest[:40]} (asked: under {PLAIN:,}, with charts {CHARTED:,})")


def _size(port: int, path: str) -> int:
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return len(answer.read())
