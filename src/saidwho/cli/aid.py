"""saidwho aid: packages of aid: from whom, to whom, how much, how far."""

from saidwho.cli.filtering import LIMIT, About, Act, AsJson, By, EventType, Limit, NearPoint, Outlet, PlaceName, Since, Until, filters_from
from saidwho.cli.lists import print_found
from saidwho.cli.records import ArchiveFolder, RecordName


def aid_command(
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
    """List packages of aid: from whom, to whom, how much, how far.

    As each report tells of them, newest first. --by is who gives; the other filters are asked of a statement that tells of it.

    Example: saidwho aid --by "United States" --since 2023-10
    """
    filters = filters_from(about=about, by=by, place=place, near=near, since=since, until=until, act=act, event=event, outlet=outlet)
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.found import AID  # noqa: PLC0415
    from saidwho.record.find.aid import find_aid  # noqa: PLC0415
    from saidwho.record.find.shapes import aid_shapes  # noqa: PLC0415

    print_found(record, archive, filters, find=find_aid, shapes=aid_shapes, columns=AID, limit=limit, as_json=as_json)
