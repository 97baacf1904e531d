"""saidwho show: one claim as a tree."""

import sys
from typing import Annotated

import typer

from saidwho.cli.read import closed_pipe_is_no_error
from saidwho.cli.records import ArchiveFolder, RecordName, opened
from saidwho.export.spans import printable
from saidwho.types.claims import claim_from
from saidwho.types.contract import write_line


def show_command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Its id, one it had before, one of a member, or the beginning of its id.")],
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as one JSON object.")] = False,
) -> None:
    """Draw where a claim comes from: origins, what they said, the documents that print it, and why nobody else counts.

    Example: saidwho show 180b4fc194ca --record lomna
    """
    with opened(record, archive) as found:
        from saidwho.record.links import claim_named  # noqa: PLC0415

        shape = found.read(lambda connection: claim_named(connection, claim))
    if shape is None:
        typer.echo(f"saidwho: {printable(claim)}: the record has no such claim. saidwho claims lists them.", err=True)
        raise typer.Exit(1)
    with closed_pipe_is_no_error():
        if as_json:
            sys.stdout.buffer.write(write_line(shape).encode("utf-8") + b"\n")
        else:
            from saidwho.export.claims import print_provenance  # noqa: PLC0415
            from saidwho.export.table import terminal  # noqa: PLC0415

            print_provenance(claim_from(shape), terminal(sys.stdout))
