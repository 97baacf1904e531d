"""saidwho statements: who says what."""

from saidwho.cli.filtering import LIMIT, About, Act, AsJson, By, EventType, Limit, NearPoint, Outlet, PlaceName, Since, Until, filters_from
from saidwho.cli.lists import print_found
from saidwho.cli.records import ArchiveFolder, RecordName


def statements_command(
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
    """List who says what.

    Only the latest revision of each page is looked through, newest first. Those who speak for an actor speak as it.

    Example: saidwho statements --by Zelensky --since 2023-10
    """
    filters = filters_from(about=about, by=by, place=place, near=near, since=since, until=until, act=act, event=event, outlet=outlet)
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.found import STATEMENTS  # noqa: PLC0415
    from saidwho.record.find.shapes import statement_shapes  # noqa: PLC0415
    from saidwho.record.find.statements import find_statements  # noqa: PLC0415

    print_found(record, archive, filters, find=find_statements, shapes=statement_shapes, columns=STATEMENTS, limit=limit, as_json=as_json)
