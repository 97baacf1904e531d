"""saidwho places: where the record speaks of."""

from saidwho.cli.filtering import LIMIT, About, AsJson, Limit, NearPoint, PlaceName, filters_from
from saidwho.cli.lists import print_found
from saidwho.cli.records import ArchiveFolder, RecordName


def places_command(
    *,
    about: About = None,
    place: PlaceName = None,
    near: NearPoint = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """List where the record speaks of.

    In the order of their names. --place gives all that lies in a region or a country.

    Example: saidwho places --near 48.14,37.75,30
    """
    filters = filters_from(about=about, place=place, near=near)
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.found import PLACES  # noqa: PLC0415
    from saidwho.record.find.places import find_places  # noqa: PLC0415
    from saidwho.record.find.shapes import plain_shapes  # noqa: PLC0415

    print_found(record, archive, filters, find=find_places, shapes=plain_shapes, columns=PLACES, limit=limit, as_json=as_json)
