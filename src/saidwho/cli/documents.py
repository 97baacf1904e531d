"""saidwho documents: reports and where they were printed."""

from saidwho.cli.filtering import LIMIT, About, Act, AsJson, By, EventType, Limit, NearPoint, Outlet, PlaceName, Since, Until, filters_from
from saidwho.cli.lists import print_found
from saidwho.cli.records import ArchiveFolder, RecordName


def documents_command(
    *,
    about: About = None,
    by: By = None,
    place: PlaceName = None,
    near: NearPoint = None,
    since: Since = None,
    until: Until = None,
    act: Act = None,
    event: EventType = None,
    outlet: Outlet = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """List reports and where they were printed.

    By their latest revision, newest first. --by, --act and --event are asked of one and the same statement in it.

    Example: saidwho documents --about "grain port" --outlet "The Harbour Courier"
    """
    filters = filters_from(about=about, by=by, place=place, near=near, since=since, until=until, act=act, event=event, outlet=outlet)
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.found import DOCUMENTS  # noqa: PLC0415
    from saidwho.record.find.documents import find_documents  # noqa: PLC0415
    from saidwho.record.find.shapes import document_shapes  # noqa: PLC0415

    print_found(record, archive, filters, find=find_documents, shapes=document_shapes, columns=DOCUMENTS, limit=limit, as_json=as_json)
