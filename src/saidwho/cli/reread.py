"""saidwho reread: read a record's documents with a newer reader."""

from typing import Annotated

import typer

from saidwho.cli.add import show_added
from saidwho.cli.progress import Tally
from saidwho.cli.records import ArchiveFolder, RecordName, opened


def reread_command(
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
    again: Annotated[bool, typer.Option("--all", help="Also documents that this version of the reader read.")] = False,
    jobs: Annotated[int, typer.Option(metavar="N", help="Read and link in so many processes.", min=1)] = 1,
) -> None:
    """Read anew what another version of the reader read.

    What views show is made from the new readings; the older ones stay in the record. After a stop, run it again.

    Exit status: 0 done, 1 a document could not be read, 2 misused.

    Example: saidwho reread --record lomna
    """
    with opened(record, archive) as found:
        from saidwho.batch.processes import helping_in, reading_in  # noqa: PLC0415
        from saidwho.pipeline.keeping import link_record, reread  # noqa: PLC0415
        from saidwho.record.writer import RecordWriter  # noqa: PLC0415

        with RecordWriter(found) as writer, reading_in(jobs) as read_all:
            failed = show_added(reread(writer, read_all=read_all, again=again), Tally(always=("reread",)))
        with helping_in(jobs) as helpers:
            link_record(found, ready=helpers.ready, write=helpers.write)
    raise typer.Exit(1 if failed else 0)
