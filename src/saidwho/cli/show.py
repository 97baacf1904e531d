"""saidwho show: whatever has an id."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from saidwho.cli.filtering import AsJson
from saidwho.cli.lists import print_json
from saidwho.cli.read import closed_pipe_is_no_error
from saidwho.cli.records import ArchiveFolder, RecordName, opened


def show_command(
    identity: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="An id, or its beginning: of a claim, document, statement, proposition, actor or package of aid."
        ),
    ],
    *,
    as_json: AsJson = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Show what has an id, and where it comes from.

    Six characters of an id are enough where no other begins so. Of a claim: origins, what they said, the documents that
    print it, and why nobody else counts. It is found by ids it had before and by its propositions' too. Of a document, its
    whole report.

    Example: saidwho show 180b4fc194ca --record lomna
    """
    with opened(record, archive) as found, closed_pipe_is_no_error():
        # Imported here so that --help and misuse answer at once.
        from saidwho.export.shown import print_shown  # noqa: PLC0415
        from saidwho.export.table import terminal  # noqa: PLC0415
        from saidwho.record.find.showing import show  # noqa: PLC0415

        shown = found.read(lambda connection: show(connection, identity))
        if as_json:
            print_json(shown.shape)
        else:
            if isinstance(sys.stdout, TextIOWrapper):
                sys.stdout.reconfigure(errors="replace")
            print_shown(shown, terminal(sys.stdout))
            sys.stdout.flush()
