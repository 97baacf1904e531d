"""saidwho changes: what came, was revised, withdrawn, judged or withheld."""

from typing import Annotated

import typer

from saidwho.cli.filtering import LIMIT, AsJson, Limit, Outlet, filters_from
from saidwho.cli.lists import print_found
from saidwho.cli.records import ArchiveFolder, RecordName

SinceTime = Annotated[str | None, typer.Option(metavar="TIME", help="Happened then or later.", show_default=False)]
UntilTime = Annotated[str | None, typer.Option(metavar="TIME", help="Happened then or before.", show_default=False)]


def changes_command(
    *,
    since: SinceTime = None,
    until: UntilTime = None,
    outlet: Outlet = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """List what came, was revised, withdrawn, judged or withheld.

    Newest first. --since and --until are when it happened in the record: a day, or a time as 2023-10-27T14:00:00Z.

    Example: saidwho changes --since 2023-10-27
    """
    filters = filters_from(since=since, until=until, outlet=outlet)
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.found import CHANGES  # noqa: PLC0415
    from saidwho.record.find.changes import find_changes  # noqa: PLC0415
    from saidwho.record.find.shapes import plain_shapes  # noqa: PLC0415

    print_found(record, archive, filters, find=find_changes, shapes=plain_shapes, columns=CHANGES, limit=limit, as_json=as_json)
