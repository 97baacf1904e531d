"""saidwho log: the root to publish, and proofs that hold without the record."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from saidwho.cli.records import ArchiveFolder, RecordName, opened, told_errors
from saidwho.types.contract import write_line

log_commands = typer.Typer(name="log", no_args_is_help=True, rich_markup_mode=None)


@log_commands.callback()
def start() -> None:
    """Prove what a record took in, and that nothing was taken out.

    Example: saidwho log root --record lomna
    """


@log_commands.command("root")
def root_command(
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
    at: Annotated[int | None, typer.Option("--size", metavar="N", help="The root that the log had at N entries.")] = None,
    stamp: Annotated[
        str | None, typer.Option(metavar="URL", help="Let this server stamp the root (RFC 3161); else SAIDWHO_TSA, where it is set.")
    ] = None,
) -> None:
    """Print the log's size and its root. Published anywhere, it holds the whole record to what it is now.

    Example: saidwho log root --record lomna
    """
    with opened(record, archive) as found:
        from saidwho.record.log.stamps import server_asked, stamp_root  # noqa: PLC0415
        from saidwho.record.log.tree import root_of  # noqa: PLC0415

        server = stamp or server_asked()
        if server and at is None:
            size, root = stamp_root(found, server)
        else:
            size, root = found.read(lambda connection: root_of(connection, at))
    typer.echo(f"{size} {root}")


@log_commands.command("prove", no_args_is_help=True)
def prove_command(
    identity: Annotated[str, typer.Argument(metavar="ID", help="The id of a document, reading, original, judgement or withholding.")],
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Print proofs, one a line, that the log tells of something.

    Of a document, also of its originals and its readings.

    Example: saidwho log prove 4c1f09aa --record lomna > proof.jsonl
    """
    with opened(record, archive) as found:
        from saidwho.record.log.tree import entries_about, prove_entry  # noqa: PLC0415

        for number in found.read(lambda connection: entries_about(connection, identity)):
            typer.echo(write_line(found.read(lambda connection: prove_entry(connection, number))))  # noqa: B023


@log_commands.command("consistency", no_args_is_help=True)
def consistency_command(
    before: Annotated[int, typer.Argument(metavar="SIZE", help="How many entries the log had then.")],
    after: Annotated[int | None, typer.Argument(metavar="LATER", help="And later; now where it is left out.")] = None,
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Print a proof that the log only grew.

    Since it had so many entries, that is.

    Example: saidwho log consistency 1200 --record lomna > growth.json
    """
    with opened(record, archive) as found:
        from saidwho.record.log.tree import prove_growth  # noqa: PLC0415

        typer.echo(write_line(found.read(lambda connection: prove_growth(connection, before, after))))


@log_commands.command("check", no_args_is_help=True)
def check_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What log prove or log consistency printed; - is standard input.")],
    *,
    root: Annotated[str | None, typer.Option(metavar="HEX", help="A root that was published: the proof must lead to it.")] = None,
) -> None:
    """Check proofs, without the record that they were taken from.

    Exit status: 0 all hold, 1 one does not, 2 misused.

    Example: saidwho log check proof.jsonl --root 9f2c...
    """
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{file} cannot be read: {error}.", param_hint="FILE") from error
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise typer.BadParameter(f"{file} holds no proof.", param_hint="FILE")
    with told_errors():
        from saidwho.record.log.checking import check_proof  # noqa: PLC0415

        for line in lines:
            typer.echo(check_proof(line, root=root))
