"""saidwho documents: reports and where they were printed."""

from saidwho.cli.finding import Listing, list_command

HELP = """List reports and where they were printed.

By their latest revision, newest first. --by, --act and --event are asked of one and the same statement in it.

Example: saidwho documents --about "grain port" --outlet "The Harbour Courier"
"""


def _listing() -> Listing:
    from saidwho.export.found import DOCUMENTS  # noqa: PLC0415
    from saidwho.record.find.documents import find_documents  # noqa: PLC0415
    from saidwho.record.find.shapes import document_shapes  # noqa: PLC0415

    return Listing(find=find_documents, shapes=document_shapes, columns=DOCUMENTS)


documents_command = list_command(HELP, _listing)
