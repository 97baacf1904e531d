"""Which filters do commands take, and how do they become one value?"""

from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.errors import FilterError
from saidwho.export.spans import printable

if TYPE_CHECKING:
    from saidwho.record.find.filters import Filters

About = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help='Words in it; a phrase stands in "double quotation marks".', show_default=False),
]
By = Annotated[str | None, typer.Option(metavar="ACTOR", help="Who says it: a name, words of a name, or an id.", show_default=False)]
PlaceName = Annotated[
    str | None,
    typer.Option("--place", metavar="PLACE", help="Where: a name, a country as UKR, or a GeoNames number.", show_default=False),
]
NearPoint = Annotated[
    str | None, typer.Option("--near", metavar="LAT,LON,KM", help="Where: within so many kilometres of a point.", show_default=False)
]
Since = Annotated[
    str | None, typer.Option(metavar="DAY", help="Published on that day or later: 2023-10-27, 2023-10 or 2023.", show_default=False)
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Published on that day or before.", show_default=False)]
Act = Annotated[str | None, typer.Option(metavar="ACT", help="What is done by saying it: deny, confirm, pledge ...", show_default=False)]
EventType = Annotated[str | None, typer.Option("--event", metavar="TYPE", help="What it tells of: ASSAULT, AID ...", show_default=False)]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who printed it.", show_default=False)]
Limit = Annotated[int, typer.Option(metavar="N", help="So many at most.", min=1)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]

LIMIT = 50


def filters_from(
    *,
    about: str | None = None,
    by: str | None = None,
    place: str | None = None,
    near: str | None = None,
    since: str | None = None,
    until: str | None = None,
    act: str | None = None,
    event: str | None = None,
    outlet: str | None = None,
) -> "Filters":
    """What a user looks for. What makes no sense ends the program with status 2, before a record is opened."""
    # Imported here so that --help and misuse answer at once: SQLAlchemy takes 0.2 s.
    from saidwho.record.find.filters import Filters, near_from, time_window  # noqa: PLC0415

    try:
        circle = near_from(near) if near is not None else None
        filters = Filters(about=about, by=by, place=place, near=circle, since=since, until=until, act=act, event=event, outlet=outlet)
        time_window(filters)
    except FilterError as error:
        raise typer.BadParameter(printable(str(error))) from error
    return filters
