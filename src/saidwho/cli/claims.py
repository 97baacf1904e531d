"""saidwho claims: what reports say together, and from how many origins."""

import sys
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from saidwho.cli.files import Files, FilesRead, JsonLines, Published
from saidwho.cli.filtering import About, Act, AsJson, By, EventType, NearPoint, Outlet, PlaceName, Since, Until, filters_from
from saidwho.cli.lists import print_json
from saidwho.cli.read import closed_pipe_is_no_error
from saidwho.cli.records import ArchiveFolder, RecordName, opened, told_errors
from saidwho.types.claims import claim_from, claim_shape

if TYPE_CHECKING:
    from saidwho.types.linking import Links

Show = Callable[[dict[str, Any]], None]

_PAGE = 100  # claims asked of a record at a time


def claims_command(
    files: Files = None,
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
    origin: Annotated[str | None, typer.Option(metavar="NAME", help="Only claims with this origin: a name or an id.")] = None,
    party: Annotated[str | None, typer.Option(metavar="SIDE", help="Only claims in words of this party to the conflict.")] = None,
    origins: Annotated[int, typer.Option(metavar="N", help="Only claims with so many independent origins.", min=0)] = 0,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only claims that are denied or at odds with others.")] = False,
    newest: Annotated[bool, typer.Option("--newest", help="Newest first, not those with the most origins.")] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", help="So many at most.", min=1, show_default=False)] = None,
    as_json: AsJson = False,
    published: Published = None,
    json_lines: JsonLines = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Print what reports claim together, and from how many origins.

    Those of a record are meant. With FILE, these reports are read and linked, and nothing is kept. Most independent origins
    first, then newest.

    Example: saidwho claims --about mines --origins 2 --record lomna
    """
    words = filters_from(about=about, by=by, place=place, near=near, since=since, until=until, act=act, event=event, outlet=outlet)
    if files and (words.given() or origin or party or origins or disputed or newest):
        raise typer.BadParameter("Filters look through a record: keep the files in one with saidwho add, or leave the filters away.")
    reading = FilesRead(files, published=published, json_lines=json_lines)
    with closed_pipe_is_no_error():
        show = print_json if as_json else _printer()
        if files:
            found: Iterable[dict[str, Any]] = (claim_shape(claim) for claim in _linked(reading).claims)
            _show(found, limit, show)
        else:
            # Imported here so that --help and misuse answer at once: SQLAlchemy takes 0.2 s.
            from saidwho.record.find.claims import ClaimFilters, find_claims  # noqa: PLC0415
            from saidwho.record.find.paging import items  # noqa: PLC0415

            asked = ClaimFilters(
                words=words, origin=origin, party=party, origins=origins, is_disputed=disputed, order="newest" if newest else "origins"
            )
            with opened(record, archive) as kept, kept.reading() as connection:
                _show(items(connection, find_claims, asked, most=limit, size=_PAGE), limit, show)
    raise typer.Exit(1 if reading.failed else 0)


def _show(claims: Iterable[dict[str, Any]], limit: int | None, show: Show) -> None:
    shown = 0
    for claim in islice(claims, limit):
        show(claim)
        shown += 1
    if not shown:
        typer.echo("saidwho: nothing found", err=True)


def _printer() -> Show:
    # Imported here since --json does without it: 0.1 s.
    from saidwho.export.claims import claims_on  # noqa: PLC0415
    from saidwho.export.table import terminal  # noqa: PLC0415

    show = claims_on(terminal(sys.stdout))
    return lambda claim: show(claim_from(claim))


def _linked(reading: FilesRead) -> "Links":
    # Imported here so that --help and misuse answer at once: the model's runtime takes 0.3 s to import.
    from saidwho.pipeline.linking import link_reports  # noqa: PLC0415

    with told_errors():
        return link_reports(list(reading.reports()))
