"""saidwho watch: keep taking in what feeds name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.cli.add import tell_repairs
from saidwho.cli.fetching import AllowHosts, Contact, stopping
from saidwho.cli.progress import Tally
from saidwho.cli.records import ArchiveFolder, RecordName, opened, stamp_if_configured
from saidwho.errors import IntakeError
from saidwho.export.spans import printable

if TYPE_CHECKING:
    from saidwho.intake.drafts import IntakeOptions
    from saidwho.record.writer import RecordWriter
    from saidwho.types.document import Unreadable
    from saidwho.types.original import Original


def watch_command(
    feeds: Annotated[
        list[str],
        typer.Argument(metavar="FEED", help="Addresses of feeds, or files that list them: OPML, or one a line.", show_default=False),
    ],
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
    every: Annotated[float, typer.Option(metavar="MINUTES", help="Look at the feeds so often.", min=0.01)] = 15.0,
    once: Annotated[bool, typer.Option("--once", help="Look at the feeds once, and stop.")] = False,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who printed the pages.")] = None,
    allow_host: AllowHosts = None,
    contact: Contact = None,
) -> None:
    """Keep taking in what feeds name, until stopped.

    RSS, Atom and JSON Feed are read. Pages are asked for as robots.txt allows, one at a time, with a pause between two
    requests to one host. What has not changed is not sent again. A feed that fails is named, and the others are read.
    Ctrl-C or SIGTERM finish the document in hand; the next run goes on from there.

    Exit status: 0 stopped, 1 failed, 2 misused.

    Example: saidwho watch feeds.opml --record lomna --every 30
    """
    # Imported here so that --help answers at once.
    from saidwho.intake.drafts import IntakeOptions  # noqa: PLC0415
    from saidwho.intake.fetching.fetcher import Fetcher  # noqa: PLC0415
    from saidwho.intake.fetching.options import FetchOptions  # noqa: PLC0415
    from saidwho.intake.lists import feeds_named_by  # noqa: PLC0415
    from saidwho.intake.memory import Memory  # noqa: PLC0415
    from saidwho.intake.watching import Watcher  # noqa: PLC0415
    from saidwho.pipeline.keeping import link_record  # noqa: PLC0415
    from saidwho.record.writer import RecordWriter  # noqa: PLC0415

    try:
        named = feeds_named_by(feeds)
    except IntakeError as error:
        raise typer.BadParameter(printable(str(error)), param_hint="FEED") from error
    # A page that cannot be had is tried again in the next round, not in this one.
    fetch_options = FetchOptions(allow_hosts=frozenset(host.lower() for host in allow_host or ()), contact=contact, tries=1)
    with opened(record, archive, create=True) as found, stopping() as stop, RecordWriter(found) as writer:
        tell_repairs(writer.repaired)
        taker = _Taker(writer, IntakeOptions(outlet=outlet))
        with Fetcher(fetch_options, wait=stop.wait, is_stopped=stop.is_set) as fetcher:
            watcher = Watcher(
                feeds=named,
                fetcher=fetcher,
                memory=Memory(found.location.folder / "watch"),
                take=taker.take,
                tell=_tell,
                is_stopped=stop.is_set,
                wait=stop.wait,
            )
            for made in watcher.watch(every=every * 60):
                asked = f"{made.feeds:,} feed{'s' if made.feeds != 1 else ''}"
                _tell(f"round {made.number}: {asked}, {made.unchanged:,} without news, {made.failed:,} failed; {taker.count()}")
                link_record(found)
                stamp_if_configured(found)
                if once:
                    break
    if stop.is_set():
        _tell("stopped; what was taken in is kept")
    elif once and made.failed == made.feeds:
        raise typer.Exit(1)


class _Taker:
    """Takes pages into the record, and counts what became of them."""

    def __init__(self, writer: "RecordWriter", options: "IntakeOptions") -> None:
        self._writer = writer
        self._options = options
        self._tally = Tally()

    def take(self, originals: "Iterator[Original | Unreadable]") -> None:
        """Take in the pages of one feed. When it returns, they are in the record."""
        from saidwho.pipeline.keeping import add_originals  # noqa: PLC0415

        for one in add_originals(originals, self._writer, options=self._options):
            self._tally.count(one.outcome, place=printable(one.place), code=one.code, why=printable(one.why))

    def count(self) -> str:
        """What became of the pages since the last count, in words."""
        told = self._tally.told()
        self._tally.close()
        self._tally = Tally()
        return told


def _tell(line: str) -> None:
    typer.echo(f"saidwho: {printable(line)}", err=True)
