"""saidwho claims: what reports say together, and from how many origins."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.cli.read import closed_pipe_is_no_error
from saidwho.errors import SaidwhoError
from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import IntakeOptions
from saidwho.types.claims import claim_shape
from saidwho.types.contract import write_line
from saidwho.types.document import Unreadable

if TYPE_CHECKING:
    from saidwho.types.linking import Links


def claims_command(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="HTML pages, plain texts, or .jsonl files; - is standard input.", show_default=False),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line a claim.")] = False,
    json_lines: Annotated[bool, typer.Option("--jsonl", help="Standard input holds JSON Lines: one document a line.")] = False,
) -> None:
    """Print what FILES claim together, and from how many independent origins.

    Most independent origins first, then newest.

    Example: saidwho claims --json reports.jsonl
    """
    with closed_pipe_is_no_error():
        links, failed = _link(files, IntakeOptions(json_lines=json_lines))
        if as_json:
            for claim in links.claims:
                sys.stdout.buffer.write(write_line(claim_shape(claim)).encode("utf-8") + b"\n")
        else:
            # Imported here since --json does without it: 0.1 s.
            from saidwho.export.claims import print_claims  # noqa: PLC0415
            from saidwho.export.table import terminal  # noqa: PLC0415

            print_claims(links.claims, terminal(sys.stdout))
    raise typer.Exit(1 if failed else 0)


def _link(files: list[str], intake: IntakeOptions) -> "tuple[Links, int]":
    # Imported here so that --help and misuse answer at once: the model's runtime takes 0.3 s to import.
    from saidwho.pipeline import link_reports, read_documents  # noqa: PLC0415

    read = []
    failed = 0
    try:
        for report in read_documents(documents_in(files, options=intake)):
            if isinstance(report, Unreadable):
                failed += 1
                typer.echo(f"saidwho: {report.key or 'a document'}: {report.message}", err=True)
            else:
                read.append(report)
        return link_reports(read), failed
    except SaidwhoError as error:
        typer.echo(f"saidwho: {error}", err=True)
        raise typer.Exit(1) from error
