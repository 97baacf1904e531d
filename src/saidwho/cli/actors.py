"""saidwho actors: who is named in the record."""

from saidwho.cli.filtering import LIMIT, About, AsJson, Limit, filters_from
from saidwho.cli.lists import print_found
from saidwho.cli.records import ArchiveFolder, RecordName


def actors_command(
    *,
    about: About = None,
    limit: Limit = LIMIT,
    as_json: AsJson = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """List who is named in the record.

    In the order of their names, with how many documents name them and how many statements are theirs.

    Example: saidwho actors --about kirby
    """
    filters = filters_from(about=about)
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.found import ACTORS  # noqa: PLC0415
    from saidwho.record.find.actors import find_actors  # noqa: PLC0415
    from saidwho.record.find.shapes import plain_shapes  # noqa: PLC0415

    print_found(record, archive, filters, find=find_actors, shapes=plain_shapes, columns=ACTORS, limit=limit, as_json=as_json)
