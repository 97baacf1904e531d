"""saidwho read: print who says what in reports, and keep nothing."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from saidwho.cli.progress import Progress, complaint
from saidwho.errors import SaidwhoError
from saidwho.export.page import Page
from saidwho.export.spans import printable
from saidwho.intake.dates import EXPECTED, is_published
from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import IntakeOptions
from saidwho.intake.files import STANDARD_INPUT, is_json_lines
from saidwho.types.contract import json_line
from saidwho.types.document import Unreadable

if TYPE_CHECKING:
    from saidwho.types.statement import Report

Show = Callable[["Report | Unreadable"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read, and how to show it. as_json: as JSON Lines, not as tables. page: where to write a page as well.

    registers, gazetteers: files of the user's own.
    """

    as_json: bool
    page: Path | None
    registers: tuple[Path, ...] = ()
    gazetteers: tuple[Path, ...] = ()


def read_command(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="HTML pages, plain texts, or .jsonl files; - is standard input.", show_default=False),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line a document.")] = False,
    json_lines: Annotated[bool, typer.Option("--jsonl", help="Standard input holds JSON Lines: one document a line.")] = False,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When the documents were published.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who printed the documents.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the documents.")] = None,
    page: Annotated[Path | None, typer.Option("--html", metavar="PAGE", help="Also write the marked texts to this HTML page.")] = None,
    register: Annotated[
        list[Path] | None,
        typer.Option(metavar="TABLE", help="Actors of your own: a register file. May be given more than once.", show_default=False),
    ] = None,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(metavar="DUMP", help="Places of your own: a GeoNames dump. May be given more than once.", show_default=False),
    ] = None,
) -> None:
    """Print who says what in FILE, in whose words.

    Nothing is kept. Documents that cannot be read are named on standard error, and the others are read all the same.

    --published, --outlet and --url win over what an HTML page says of itself; a line of JSON Lines wins over them.

    Exit status: 0 done, 1 a document could not be read, 2 misused.

    Example: curl -s https://example.org/report | saidwho read -
    """
    names = files or ([] if is_typed_at(sys.stdin) else [STANDARD_INPUT])
    if not names:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    intake = IntakeOptions(published=published, outlet=outlet, url=url, json_lines=json_lines)
    _refuse_misuse(names, intake)
    with closed_pipe_is_no_error():
        options = ReadOptions(as_json=as_json, page=page, registers=tuple(register or ()), gazetteers=tuple(gazetteer or ()))
        failed = read_all(names, intake, options)
    raise typer.Exit(1 if failed else 0)


def is_typed_at(stream: TextIO) -> bool:
    """Whether a person sits at the other end of standard input, and nothing is piped into it."""
    return stream.isatty()


def read_all(names: list[str], intake: IntakeOptions, options: ReadOptions) -> int:
    """Read all documents and show each as soon as it is read. Returns how many could not be read."""
    progress = Progress()
    with ExitStack() as stack:
        shows = [stack.enter_context(_page(options.page))] if options.page else []
        shows.append(_show_json if options.as_json else _table_printer())
        for report in _reports(names, intake, options):
            progress.count(failed=isinstance(report, Unreadable))
            for show in shows:
                show(report)
    progress.finish()
    return progress.failed


def _refuse_misuse(names: list[str], intake: IntakeOptions) -> None:
    refuse_date(intake)
    if intake.json_lines and STANDARD_INPUT not in names and not all(is_json_lines(name, intake) for name in names):
        raise typer.BadParameter("It speaks of standard input. A file of JSON Lines is known by its name: *.jsonl.", param_hint="--jsonl")


def refuse_date(intake: IntakeOptions) -> None:
    """Say that what stands for the day of publication is none."""
    if intake.published is not None and not is_published(intake.published):
        raise typer.BadParameter(f"{intake.published!r} is not {EXPECTED}.", param_hint="--published")


def _reports(names: list[str], intake: IntakeOptions, options: ReadOptions) -> Iterator["Report | Unreadable"]:
    # Imported here so that --help and misuse answer at once: the model's runtime takes 0.3 s to import.
    from saidwho.pipeline.weights import open_ahead  # noqa: PLC0415

    open_ahead()
    from saidwho.grounding.grounding import open_world  # noqa: PLC0415
    from saidwho.pipeline.reading import read_documents  # noqa: PLC0415

    try:
        world = open_world(registers=options.registers, gazetteers=options.gazetteers, progress=_tell)
        yield from read_documents(documents_in(names, options=intake), world=world)
    except SaidwhoError as error:  # the weights, the register or the gazetteer, not a document
        typer.echo(f"saidwho: {error}", err=True)
        raise typer.Exit(1) from error


def _tell(line: str) -> None:
    typer.echo(f"saidwho: {printable(line)}", err=True)


def _show_json(report: "Report | Unreadable") -> None:
    # Bytes, since JSON is UTF-8 whatever the terminal speaks; flushed, so that a closed pipe is noticed at once.
    sys.stdout.buffer.write(json_line(report).encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def _table_printer() -> Show:
    # Imported here since --json does without it: 0.1 s.
    from saidwho.export.table import print_report, terminal  # noqa: PLC0415

    if isinstance(sys.stdout, TextIOWrapper):
        # Better a question mark than a stop where the terminal cannot write a letter.
        sys.stdout.reconfigure(errors="replace")
    console = terminal(sys.stdout)

    def show(report: "Report | Unreadable") -> None:
        if isinstance(report, Unreadable):
            typer.echo(complaint(printable(report.key or "a document"), printable(report.message)), err=True)
        else:
            print_report(report, console)
            sys.stdout.flush()

    return show


@contextmanager
def _page(file: Path) -> Iterator[Show]:
    """Write a page beside what is printed."""
    try:
        stream = file.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be written: {error.strerror}.", param_hint="--html") from error
    with stream:
        page = Page(stream)
        try:
            yield page.add
        finally:  # nobody may read on what is printed
            page.finish()


@contextmanager
def closed_pipe_is_no_error() -> Iterator[None]:
    """Stop quietly when nobody reads on, as in `saidwho read --json news.jsonl | head -1`."""
    try:
        yield
    except BrokenPipeError:
        # What is still to be flushed when Python ends would fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
