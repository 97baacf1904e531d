"""saidwho aid: packages of aid: from whom, to whom, how much, how far."""

from saidwho.cli.finding import Listing, list_command

HELP = """List packages of aid: from whom, to whom, how much, how far.

As each report tells of them, newest first. --by is who gives; the other filters are asked of a statement that tells of it.

Example: saidwho aid --by "United States" --since 2023-10
"""


def _listing() -> Listing:
    from saidwho.export.found import AID  # noqa: PLC0415
    from saidwho.record.find.aid import find_aid  # noqa: PLC0415
    from saidwho.record.find.shapes import aid_shapes  # noqa: PLC0415

    return Listing(find=find_aid, shapes=aid_shapes, columns=AID)


aid_command = list_command(HELP, _listing)
