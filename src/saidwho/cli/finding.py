"""Which options do the lists of a record share, and how does a list become a command?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from saidwho.cli.filtering import LIMIT, About, Act, AsJson, By, EventType, Limit, NearPoint, Outlet, PlaceName, Since, Until, filters_from
from saidwho.cli.lists import Shapes, print_found
from saidwho.cli.records import ArchiveFolder, RecordName

if TYPE_CHECKING:
    from saidwho.export.rows import Column
    from saidwho.record.find.paging import Find


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list shows: how it is found, how it becomes JSON, and its columns."""

    find: "Find[Any]"
    shapes: Shapes[Any]
    columns: "Sequence[Column[Any]]"


def list_command(about_it: str, listing: Callable[[], Listing]) -> Callable[..., None]:
    """A command that takes every filter and lists what holds them all.

    about_it: its help. listing: what it lists; asked for when the command runs, so that --help and misuse answer at once.
    """

    def command(
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
        filters = filters_from(about=about, by=by, place=place, near=near, since=since, until=until, act=act, event=event, outlet=outlet)
        what = listing()
        print_found(record, archive, filters, find=what.find, shapes=what.shapes, columns=what.columns, limit=limit, as_json=as_json)

    command.__doc__ = about_it
    return command
