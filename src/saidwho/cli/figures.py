"""saidwho figures: numbers, what they count and who gives them."""

from saidwho.cli.filtering import LIMIT, About, Act, AsJson, By, EventType, Limit, NearPoint, Outlet, PlaceName, Since, Until, filters_from
from saidwho.cli.lists import print_found
from saidwho.cli.records import ArchiveFolder, RecordName


def figures_command(
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
    """List numbers, what they count and who gives them.

    Newest first. The filters are asked of the statement that gives the figure.

    Example: saidwho figures --place Ilven --about killed --json
    """
    filters = filters_from(about=about, by=by, place=place, near=near, since=since, until=until, act=act, event=event, outlet=outlet)
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.found import FIGURES  # noqa: PLC0415
    from saidwho.record.find.figures import find_figures  # noqa: PLC0415
    from saidwho.record.find.shapes import figure_shapes  # noqa: PLC0415

    print_found(record, archive, filters, find=find_figures, shapes=figure_shapes, columns=FIGURES, limit=limit, as_json=as_json)
