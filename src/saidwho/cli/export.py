"""saidwho export: take what a record holds into other programs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from saidwho.cli.filtering import About, Act, By, EventType, NearPoint, Outlet, PlaceName, Since, Until, filters_from
from saidwho.cli.read import closed_pipe_is_no_error
from saidwho.cli.records import ArchiveFolder, RecordName, opened

if TYPE_CHECKING:
    from saidwho.record.find.filters import Filters
    from saidwho.record.find.selection import Selected
    from saidwho.record.record import Record


class FormatName(StrEnum):
    """The formats, as they are typed."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    GEOJSON = "geojson"
    ACLED = "acled"
    GED = "ged"
    FTM = "ftm"
    JSONLD = "jsonld"
    PROV = "prov"
    ANNOTATIONS = "annotations"
    WACZ = "wacz"
    BIBTEX = "bibtex"
    CLAIMS = "claims"
    CLAIMS_CSV = "claims-csv"


class VagueRule(StrEnum):
    """Rules for words without a number."""

    ACLED = "acled"


_FORMATS = ", ".join(FormatName)
_CLAIMS = (FormatName.CLAIMS, FormatName.CLAIMS_CSV)
_TABLES = (FormatName.CSV, FormatName.PARQUET, FormatName.CLAIMS_CSV)
_PAGE = 100  # claims asked of a record at a time: one that many tell of has a megabyte
_BINARY = (FormatName.PARQUET, FormatName.WACZ)


def export_command(
    form_name: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {_FORMATS}.", show_default=False)],
    *,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to FILE, which is there once it is whole.")] = None,
    about: About = None,
    by: By = None,
    place: PlaceName = None,
    near: NearPoint = None,
    since: Since = None,
    until: Until = None,
    act: Act = None,
    event: EventType = None,
    outlet: Outlet = None,
    codebook: Annotated[bool, typer.Option("--codebook", help="Print what the columns of a table mean, and stop.")] = False,
    vague_numbers: Annotated[
        VagueRule | None,
        typer.Option(metavar="RULE", help="acled, ged: numbers for words without one, by a rule: acled (dozens are 12)."),
    ] = None,
    spreadsheet: Annotated[
        bool, typer.Option("--spreadsheet", help="csv, claims-csv, acled, ged: put ' before what a spreadsheet would run as a formula.")
    ] = False,
    with_history: Annotated[
        bool, typer.Option("--with-history", help="jsonl: older revisions too, and when each was taken in, as record.")
    ] = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Write what a record holds in another program's format.

    Reports come in the order of their ids, and the same record gives the same bytes. jsonl, bibtex and wacz take whole
    documents, the others only those statements of them that the filters let through. claims and claims-csv take what the
    documents claim together, newest first. Tables (csv, parquet, claims-csv) bring their codebook along as
    FILE.codebook.json. acled and ged are views of what is said to have happened, with the columns of these data sets; what
    a text does not tell stays empty.

    Example: saidwho export csv --by "United States" --since 2023-10 --out statements.csv --record lomna
    """
    if form_name not in set(FormatName):
        raise typer.BadParameter(f"{form_name!r} is none of {_FORMATS}.", param_hint="FORMAT")
    form = FormatName(form_name)
    _refuse_misuse(form, codebook=codebook, vague_numbers=vague_numbers, spreadsheet=spreadsheet, with_history=with_history)
    if codebook:
        _print_codebook(form)
        return
    if form in _BINARY and out is None and sys.stdout.isatty():
        raise typer.BadParameter(f"{form} is no text for a terminal. Write it to a file.", param_hint="--out")
    filters = filters_from(about=about, by=by, place=place, near=near, since=since, until=until, act=act, event=event, outlet=outlet)
    options: dict[str, Any] = {"vague_numbers": vague_numbers.value} if vague_numbers else {}
    options |= {"spreadsheet": True} if spreadsheet else {}
    with opened(record, archive) as found, closed_pipe_is_no_error(), _target(out) as stream:
        _write(form, found, filters, stream, with_history=with_history, options=options)
    if out is not None and form in _TABLES:
        with _target(out.with_name(f"{out.name}.codebook.json")) as stream:
            stream.write(_codebook(form))


def _refuse_misuse(form: FormatName, *, codebook: bool, vague_numbers: VagueRule | None, spreadsheet: bool, with_history: bool) -> None:
    events = (FormatName.ACLED, FormatName.GED)
    cells = (FormatName.CSV, FormatName.CLAIMS_CSV, *events)
    given = {"--codebook": (codebook, _TABLES), "--vague-numbers": (vague_numbers, events), "--spreadsheet": (spreadsheet, cells)}
    given["--with-history"] = (with_history, (FormatName.JSONL,))
    for option, (value, forms) in given.items():
        if value and form not in forms:
            raise typer.BadParameter(f"It has no meaning for {form}, only for {', '.join(forms)}.", param_hint=option)


def _write(
    form: FormatName, record: "Record", filters: "Filters", stream: BinaryIO, *, with_history: bool, options: dict[str, Any]
) -> None:
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.formats import FORMATS, write_format  # noqa: PLC0415
    from saidwho.export.wacz import write_wacz  # noqa: PLC0415
    from saidwho.record.find.claims import ClaimFilters, find_claims  # noqa: PLC0415
    from saidwho.record.find.evidence import originals_behind  # noqa: PLC0415
    from saidwho.record.find.paging import items  # noqa: PLC0415
    from saidwho.record.find.selection import select_reports  # noqa: PLC0415

    with record.reading() as connection:
        if form in _CLAIMS:
            write_format(form, items(connection, find_claims, ClaimFilters(words=filters), size=_PAGE), stream, **options)
            return
        selected = select_reports(connection, filters, with_history=with_history)
        if form is FormatName.WACZ:
            write_wacz(originals_behind(record, connection, (one.number for one in selected)), stream)
        elif with_history:
            write_format(form, map(_with_history, selected), stream, **options)
        elif FORMATS[form].is_whole:
            write_format(form, (one.report for one in selected), stream, **options)
        else:
            write_format(form, (one.narrowed() for one in selected), stream, **options)


def _with_history(one: "Selected") -> dict[str, Any]:
    return one.report | {"record": {"taken": one.taken, "revision": one.revision, "is_latest": one.is_latest}}


@contextmanager
def _target(out: Path | None) -> Iterator[BinaryIO]:
    """Where to write to. A file appears under its name once it is whole; nothing is left of one that failed."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = out.with_name(f"{out.name}.part")
    try:
        stream = part.open("wb")
    except OSError as error:
        raise typer.BadParameter(f"{out} cannot be written: {error.strerror}.", param_hint="--out") from error
    try:
        with stream:
            yield stream
        part.replace(out)
    except OSError as error:
        typer.echo(f"saidwho: {out} cannot be written: {error.strerror or error}", err=True)
        raise typer.Exit(1) from error
    finally:
        with suppress(OSError):
            part.unlink()


def _print_codebook(form: FormatName) -> None:
    with closed_pipe_is_no_error():
        sys.stdout.buffer.write(_codebook(form))
        sys.stdout.buffer.flush()


def _codebook(form: FormatName) -> bytes:
    from io import StringIO  # noqa: PLC0415

    from saidwho.export.claim_table import CLAIM_FIELDS  # noqa: PLC0415
    from saidwho.export.codebook import write_codebook  # noqa: PLC0415
    from saidwho.export.flat import FIELDS  # noqa: PLC0415

    text = StringIO()
    write_codebook(text, CLAIM_FIELDS if form is FormatName.CLAIMS_CSV else FIELDS)
    return text.getvalue().encode()
