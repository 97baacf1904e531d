"""Which files does a command read that looks through a record where it is given none?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from saidwho.cli.progress import complaint
from saidwho.cli.read import refuse_date
from saidwho.cli.records import told_errors
from saidwho.export.spans import printable
from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import IntakeOptions
from saidwho.types.document import Unreadable

if TYPE_CHECKING:
    from saidwho.types.statement import Report

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="HTML pages, plain texts, or .jsonl files; - is standard input. Without: the record.",
        show_default=False,
    ),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="When the reports of FILE were published.")]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="Standard input holds JSON Lines: one document a line.")]


class FilesRead:
    """Reads files and keeps nothing. failed: documents that could not be read so far; they are told of on standard error."""

    def __init__(self, files: list[str] | None, *, published: str | None, json_lines: bool) -> None:
        """Raises typer.BadParameter for a date that is none, or without files that it could be of."""
        if published is not None and not files:
            raise typer.BadParameter("It speaks of FILE; what a record holds has its own dates.", param_hint="--published")
        self._files, self._intake = files or [], IntakeOptions(json_lines=json_lines, published=published)
        refuse_date(self._intake)
        self.failed = 0

    def reports(self) -> "Iterator[Report]":
        # Imported here so that --help and misuse answer at once: the model's runtime takes 0.3 s to import.
        from saidwho.pipeline.reading import read_documents  # noqa: PLC0415

        with told_errors():
            for report in read_documents(documents_in(self._files, options=self._intake)):
                if isinstance(report, Unreadable):
                    self.failed += 1
                    typer.echo(complaint(printable(report.key or "a document"), printable(report.message)), err=True)
                else:
                    yield report
