"""saidwho statements: who says what."""

from saidwho.cli.finding import Listing, list_command

HELP = """List who says what.

Only the latest revision of each page is looked through, newest first. Those who speak for an actor speak as it.

Example: saidwho statements --by Zelensky --since 2023-10
"""


def _listing() -> Listing:
    from saidwho.export.found import STATEMENTS  # noqa: PLC0415
    from saidwho.record.find.shapes import statement_shapes  # noqa: PLC0415
    from saidwho.record.find.statements import find_statements  # noqa: PLC0415

    return Listing(find=find_statements, shapes=statement_shapes, columns=STATEMENTS)


statements_command = list_command(HELP, _listing)
