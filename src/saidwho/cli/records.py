"""How do commands open the record that a user means, and say what went wrong?"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.errors import LogError, SaidwhoError
from saidwho.export.spans import printable

if TYPE_CHECKING:
    from saidwho.record.record import Record

RecordName = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="R",
        help="The record: a folder, or postgresql://... Without it SAIDWHO_RECORD, then ./saidwho-record.",
        show_default=False,
    ),
]
ArchiveFolder = Annotated[
    str | None,
    typer.Option("--archive", metavar="FOLDER", help="Where a record in PostgreSQL keeps its originals; else SAIDWHO_ARCHIVE."),
]


@contextmanager
def opened(record: str | None, archive: str | None, *, create: bool = False) -> Iterator["Record"]:
    """Open the record a user means. What saidwho raises on purpose ends the program with one line and status 1."""
    # Imported here so that --help and misuse answer at once: 0.3 s.
    from saidwho.record.location import locate  # noqa: PLC0415
    from saidwho.record.record import open_record  # noqa: PLC0415

    with told_errors(), open_record(locate(record, archive=archive), create=create) as found:
        yield found


@contextmanager
def told_errors() -> Iterator[None]:
    """Say in one line what went wrong, and end with status 1."""
    try:
        yield
    except SaidwhoError as error:
        typer.echo(f"saidwho: {printable(str(error))}", err=True)
        raise typer.Exit(1) from error


def stamp_if_configured(record: "Record") -> None:
    """Let the server that SAIDWHO_TSA names stamp the log, and say so where it does not: the log is whole without."""
    from saidwho.record.log.stamps import server_asked, stamp_root  # noqa: PLC0415

    server = server_asked()
    if server is None:
        return
    try:
        stamp_root(record, server)
    except LogError as error:
        typer.echo(f"saidwho: {printable(str(error))}", err=True)
