"""saidwho add: take reports into a record."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.cli.fetching import AllowHosts, Contact
from saidwho.cli.progress import Tally
from saidwho.cli.read import refuse_date
from saidwho.cli.records import ArchiveFolder, RecordName, opened, stamp_if_configured
from saidwho.export.spans import printable
from saidwho.intake.drafts import IntakeOptions

if TYPE_CHECKING:
    from saidwho.pipeline.keeping import Added
    from saidwho.record.archive.repair import Repaired


def add_command(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders, WARC files, addresses of pages or feeds, lists of feeds; - is standard input.",
            show_default=False,
        ),
    ],
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
    json_lines: Annotated[bool, typer.Option("--jsonl", help="Standard input holds JSON Lines: one document a line.")] = False,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When the documents were published.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who printed the documents.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the documents.")] = None,
    allow_host: AllowHosts = None,
    contact: Contact = None,
    jobs: Annotated[int, typer.Option(metavar="N", help="Read and link in so many processes.", min=1)] = 1,
) -> None:
    """Take reports into a record.

    The originals are kept, they are read, and what they say can be found. The record is made where there is none. Adding
    the same again changes nothing, and a page whose text changed becomes a new revision. Of a feed, the pages that it names
    are taken in. What cannot be read is named, and the others are taken in all the same. After a stop, run the same command
    again.

    Exit status: 0 done, 1 a document could not be taken in, 2 misused.

    Example: saidwho add reports/ news.jsonl --record lomna
    """
    options = IntakeOptions(published=published, outlet=outlet, url=url, json_lines=json_lines)
    refuse_date(options)
    with opened(record, archive, create=True) as found:
        # Imported here so that --help and misuse answer at once.
        from saidwho.batch.beside import linking_beside  # noqa: PLC0415
        from saidwho.batch.processes import helping_in, reading_in  # noqa: PLC0415
        from saidwho.intake.fetching.fetcher import Fetcher  # noqa: PLC0415
        from saidwho.intake.fetching.options import FetchOptions  # noqa: PLC0415
        from saidwho.intake.sources import originals_in  # noqa: PLC0415
        from saidwho.pipeline.keeping import add_originals, link_record  # noqa: PLC0415
        from saidwho.record.writer import RecordWriter  # noqa: PLC0415

        fetching = FetchOptions(allow_hosts=frozenset(host.lower() for host in allow_host or ()), contact=contact)
        with (
            RecordWriter(found) as writer,
            reading_in(jobs) as read_all,
            Fetcher(fetching) as fetcher,
            linking_beside(found, jobs) as linked_beside,
        ):
            tell_repairs(writer.repaired)
            originals = originals_in(sources, options=options, fetcher=fetcher)
            failed = show_added(linked_beside(add_originals(originals, writer, options=options, read_all=read_all)), Tally())
        _tell_left_out(sources)
        with helping_in(jobs) as helpers:
            link_record(found, ready=helpers.ready, write=helpers.write)
        stamp_if_configured(found)
    raise typer.Exit(1 if failed else 0)


def _tell_left_out(sources: Iterable[str]) -> None:
    """Say what a folder holds that is not taken from it; a person might take it for read."""
    from saidwho.intake.sources import ENDINGS, left_out  # noqa: PLC0415

    for source in sources:
        if not Path(source).is_dir():
            continue
        found = left_out(source)
        if found:
            told = ", ".join(f"{count:,} {ending or 'without an ending'}" for ending, count in sorted(found.items()))
            files = "file is" if found.total() == 1 else "files are"
            line = f"{source}: {found.total():,} {files} left out ({told}); taken are {', '.join(ENDINGS)}"
            typer.echo(f"saidwho: {printable(line)}", err=True)


def show_added(added: Iterable["Added"], tally: Tally) -> int:
    """Tell what became of documents while they come, and the sum at the end. Returns how many failed."""
    try:
        for one in added:
            tally.count(one.outcome, place=printable(one.place), code=one.code, why=printable(one.why))
    finally:
        tally.finish()
    return tally.failed


def tell_repairs(repaired: "Repaired") -> None:
    """Say what was put in order after a stop."""
    if repaired.adopted:
        typer.echo(f"saidwho: {len(repaired.adopted)} originals, archived before a stop, are part of the record now", err=True)
    for path in repaired.aside:
        typer.echo(f"saidwho: the half-written end of a file of the archive is in {printable(str(path))}", err=True)
    for name, _ in repaired.cut:
        typer.echo(f"saidwho: {printable(name)} is shorter than it was; saidwho verify names what is missing", err=True)
