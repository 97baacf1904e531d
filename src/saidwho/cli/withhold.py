"""saidwho withhold: take a document or a person's data out of every view."""

from typing import Annotated

import typer

from saidwho.cli.records import ArchiveFolder, RecordName, opened
from saidwho.export.spans import printable


def withhold_command(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a document, of a statement in it, or of an actor; or an actor's name.")
    ],
    *,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why. It stays in the record and in the log.")],
    erase: Annotated[bool, typer.Option("--erase", help="Also erase the bytes from the archive, for good.")] = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Take a document or a person's data out of views and exports.

    Of a person, their statements go, and each mention of them becomes blocks of the same length, in every document that
    names them, now and later. With --erase the original bytes of these documents are overwritten in the archive; hash, date
    and reason stay, so that saidwho verify still holds.

    Exit status: 0 done, 1 there is no such thing, 2 misused.

    Example: saidwho withhold 4c1f09aa --reason "asked for by the person named" --record lomna
    """
    with opened(record, archive) as found:
        from saidwho.pipeline.keeping import link_record  # noqa: PLC0415
        from saidwho.record.withholding import withhold  # noqa: PLC0415

        done = withhold(found, identity, reason=reason, erase=erase)
        # What others say of the same is linked anew without it.
        link_record(found)
    erased = f", {_count(done.originals, 'original')} erased" if erase else ""
    typer.echo(f"withheld: {done.kind} {printable(identity)}, in {_count(done.documents, 'document')}{erased}")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
