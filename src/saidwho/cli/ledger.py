"""saidwho ledger: one row a package of aid, however many reports tell of it."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.cli.files import Files, FilesRead, JsonLines, Published
from saidwho.cli.filtering import AsJson
from saidwho.cli.lists import print_json
from saidwho.cli.read import closed_pipe_is_no_error
from saidwho.cli.records import ArchiveFolder, RecordName, opened
from saidwho.types.document import Document

if TYPE_CHECKING:
    from saidwho.types.statement import Report


def ledger_command(
    files: Files = None,
    *,
    sums: Annotated[bool, typer.Option("--sums", help="What each donor gave of each kind, stage by stage, nothing twice.")] = False,
    as_json: AsJson = False,
    published: Published = None,
    json_lines: JsonLines = False,
    record: RecordName = None,
    archive: ArchiveFolder = None,
) -> None:
    """Print packages of aid, one row each, and what they sum up to.

    However many reports tell of it, a package is one row: from whom, to whom, how much, how far it came, who tells of it. Those of a
    record are meant, newest first. With FILE, these reports are read, and nothing is kept. saidwho aid lists them as each
    report tells of them.

    Example: saidwho ledger --sums --record lomna
    """
    reading, taking = FilesRead(files, published=published, json_lines=json_lines), _Taking()
    with closed_pipe_is_no_error():
        reports = map(taking.kept, reading.reports()) if files else taking.of_record(record, archive)
        _show(reports, taking, sums=sums, as_json=as_json)
    raise typer.Exit(1 if reading.failed else 0)


class _Taking:
    """Takes reports in, one by one, and keeps of each who printed it."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}

    def of_record(self, record: str | None, archive: str | None) -> "Iterator[Report]":
        # Imported here so that --help and misuse answer at once: SQLAlchemy takes 0.2 s.
        from saidwho.record.find.filters import Filters  # noqa: PLC0415
        from saidwho.record.find.selection import select_reports  # noqa: PLC0415
        from saidwho.types.contract import report_from  # noqa: PLC0415

        with opened(record, archive) as found, found.reading() as connection:
            for one in select_reports(connection, Filters(), with_history=False):
                if one.report["aid"]:
                    yield self.kept(report_from(one.report))

    def kept(self, report: "Report") -> "Report":
        self.documents[report.document.id] = report.document
        return report


def _show(reports: "Iterator[Report]", taking: _Taking, *, sums: bool, as_json: bool) -> None:
    # Imported here so that --help and misuse answer at once.
    from saidwho.export.ledger import LEDGER, SUMS, line_shape, lines, sum_shape, summed  # noqa: PLC0415
    from saidwho.export.rows import print_rows  # noqa: PLC0415
    from saidwho.linking.ledger import find_ledger  # noqa: PLC0415

    rows = find_ledger(reports)
    if not rows:
        typer.echo("saidwho: nothing found", err=True)
    found, totals = ([], summed(rows)) if sums else (lines(rows, taking.documents), [])
    if as_json:
        for shape in (*map(line_shape, found), *map(sum_shape, totals)):
            print_json(shape)
    elif sums:
        print_rows(totals, SUMS, sys.stdout)
    else:
        print_rows(found, LEDGER, sys.stdout)
    sys.stdout.flush()
