"""saidwho claims: what reports say together, and from how many origins."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from saidwho.cli.read import closed_pipe_is_no_error
from saidwho.cli.records import ArchiveFolder, RecordName, opened, told_errors
from saidwho.export.spans import printable
from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import IntakeOptions
from saidwho.types.claims import claim_from, claim_shape
from saidwho.types.contract import write_line
from saidwho.types.document import Unreadable

if TYPE_CHECKING:
    from saidwho.types.linking import Links

Show = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which claims to show; None asks for nothing."""

    event: str | None = None
    origin: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    origins: int = 0

    def take(self, claim: dict[str, Any]) -> bool:
        """Whether a claim, as the contract writes it, is asked for."""
        return (
            claim["independent_origins"] >= self.origins
            and (self.event is None or claim["event"] == self.event.upper())
            and (self.origin is None or any(_holds(self.origin, o["name"], *o["bodies"]) for o in claim["origins"]))
            and (self.outlet is None or any(_holds(self.outlet, s["outlet"]) for s in claim["statements"]))
            and (self.since is None or (claim["last_seen"] or "") >= self.since)
            and (self.until is None or (claim["first_seen"] or "9999")[: len(self.until)] <= self.until)
            and (self.words is None or any(_holds(self.words, s["quote"]) for s in claim["statements"]))
        )


def _holds(asked: str, *names: str | None) -> bool:
    return any(asked.casefold() in name.casefold() for name in names if name)


def claims_command(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE...]",
            help="HTML pages, plain texts, or .jsonl files; - is standard input. Without: the record.",
            show_default=False,
        ),
    ] = None,
    *,
    record: RecordName = None,
    archive: ArchiveFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line a claim.")] = False,
    json_lines: Annotated[bool, typer.Option("--jsonl", help="Standard input holds JSON Lines: one document a line.")] = False,
    event: Annotated[str | None, typer.Option(metavar="TYPE", help="Only claims of an event type of PLOVER: ASSAULT.")] = None,
    origin: Annotated[str | None, typer.Option(metavar="NAME", help="Only claims with an origin of this name.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only claims that this outlet prints.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only claims printed on that day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only claims printed on that day or earlier.")] = None,
    words: Annotated[str | None, typer.Option(metavar="WORDS", help="Only claims with these words in a quotation.")] = None,
    origins: Annotated[int, typer.Option(metavar="N", help="Only claims with so many independent origins.", min=0)] = 0,
    limit: Annotated[int | None, typer.Option(metavar="N", help="No more than so many claims.", min=1)] = None,
) -> None:
    """Print what the reports of a record claim together, and from how many independent origins.

    With FILE, these reports are read and linked, and nothing is kept. Most independent origins first, then newest.

    Example: saidwho claims --record lomna --origins 2
    """
    filters = Filters(event=event, origin=origin, outlet=outlet, since=since, until=until, words=words, origins=origins)
    failed = 0
    with closed_pipe_is_no_error():
        show = _show_json if as_json else _printer()
        if files:
            links, failed = _link(files, IntakeOptions(json_lines=json_lines))
            _show((claim_shape(claim) for claim in links.claims), filters, limit, show)
        else:
            with opened(record, archive) as found:
                from saidwho.record.links import stored_claims  # noqa: PLC0415

                with found.reading() as connection:
                    _show((json.loads(line) for line in stored_claims(connection)), filters, limit, show)
    raise typer.Exit(1 if failed else 0)


def _show(claims: Iterator[dict[str, Any]], filters: Filters, limit: int | None, show: Show) -> None:
    for claim in islice(filter(filters.take, claims), limit):
        show(claim)


def _show_json(claim: dict[str, Any]) -> None:
    sys.stdout.buffer.write(write_line(claim).encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def _printer() -> Show:
    # Imported here since --json does without it: 0.1 s.
    from saidwho.export.claims import print_claims  # noqa: PLC0415
    from saidwho.export.table import terminal  # noqa: PLC0415

    console = terminal(sys.stdout)
    return lambda claim: print_claims([claim_from(claim)], console)


def _link(files: list[str], intake: IntakeOptions) -> "tuple[Links, int]":
    # Imported here so that --help and misuse answer at once: the model's runtime takes 0.3 s to import.
    from saidwho.pipeline import link_reports, read_documents  # noqa: PLC0415

    read, failed = [], 0
    with told_errors():
        for report in read_documents(documents_in(files, options=intake)):
            if isinstance(report, Unreadable):
                failed += 1
                typer.echo(f"saidwho: {printable(report.key or 'a document')}: {printable(report.message)}", err=True)
            else:
                read.append(report)
        return link_reports(read), failed
