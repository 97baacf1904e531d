"""saidwho verify: is everything in a record as it came in?"""

import os
from typing import Annotated

import typer

from saidwho.cli.records import ArchiveFolder, RecordName, opened
from saidwho.export.spans import printable


def verify_command(
    *,
    jobs: Annotated[int | None, typer.Option(metavar="N", help="Check in so many processes; else one a core.", min=1)] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Trust no hash of rows or packed bytes: make and unpack all once more.")] = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Check a record against its log.

    Originals, readings, judgements, and the rows that views are made of: one line for each item that was altered, is
    missing, or that nobody logged. Rows and packed originals are compared with the hashes that the log has of them since
    they were kept; only where they differ are they made and unpacked again.

    Exit status: 0 all is sound, 1 something is not, 2 misused.

    Example: saidwho verify --record lomna
    """
    with opened(record, archive) as found:
        from saidwho.record.log.tree import root_of  # noqa: PLC0415
        from saidwho.record.verification.verifying import verify  # noqa: PLC0415

        faults = 0
        for fault in verify(found, jobs=jobs or os.cpu_count() or 1, anew=anew):
            faults += 1
            typer.echo(printable(str(fault)))
        size, root = found.read(root_of) if not faults else (0, "")
    if faults:
        typer.echo(f"saidwho: {faults:,} {'item is' if faults == 1 else 'items are'} not as the log says", err=True)
        raise typer.Exit(1)
    typer.echo(f"sound: {size:,} entries of the log, root {root}")
