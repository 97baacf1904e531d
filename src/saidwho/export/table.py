"""How does a person at a terminal see a report: who, how, what."""

from collections.abc import Iterator
from typing import TextIO

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from saidwho.export.meanings import (
    Actors,
    actors_by_id,
    aid_lines,
    detail_lines,
    figure_line,
    form_line,
    place_line,
    speaker_line,
    time_line,
    who_words,
)
from saidwho.export.spans import NOBODY, joined, on_one_line, printable, ranges
from saidwho.types.document import Document, Span
from saidwho.types.statement import Report, Statement

# A thin line under the head and a blank one between rows; nothing else, so that the words stand out.
RULES = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")

# Where the output is no terminal: what prints, quotes in a mail and diffs well.
_PLAIN_WIDTH = 80

# A text without line breaks is all first line; no headline is longer than this.
_TITLE = 160  # characters


def terminal(stream: TextIO) -> Console:
    """A console on a stream: in colour and as wide as the window on a terminal, plain text elsewhere."""
    width = None if stream.isatty() else _PLAIN_WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def print_report(report: Report, console: Console) -> None:
    """Print one report as a table of its statements, whole, with the characters each part stands at."""
    body = _table(report) if report.statements else Text("No statement found.", style="dim")
    whole = Group(*_heading(report.document), Text(), body, Text(), *_meanings(report))
    if console.is_terminal:
        console.print(whole)
        return
    with console.capture() as capture:
        console.print(whole)
    # A table is padded to its width, which nobody wants in a file.
    console.file.writelines(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _heading(document: Document) -> list[RenderableType]:
    """The title, or else the first line, and where it was printed."""
    title = _clean(document.title or _first_line(document.text) or "(empty text)")
    printed = [part for part in (document.outlet, document.published, document.url or document.key) if part]
    lines: list[RenderableType] = [Text(title, style="bold")]
    return [*lines, Text(_clean(", ".join(printed)), style="dim")] if printed else lines


def _first_line(text: str) -> str:
    """The first line, cut where it is too long for a title."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1].rstrip()}…"


def _table(report: Report) -> Table:
    table = Table(box=RULES, show_lines=True, show_edge=False, expand=True, pad_edge=False, header_style="dim", border_style="dim")
    table.add_column("Who", ratio=4, overflow="fold")
    table.add_column("How", ratio=3, overflow="fold")
    table.add_column("What", ratio=9, overflow="fold")
    actors = actors_by_id(report.grounding)
    for statement in report.statements:
        table.add_row(*_row(statement, report.document.text, actors))
    return table


def _meanings(report: Report) -> list[RenderableType]:
    """Where, when and how many: each meaning once, with the words it was read from."""
    grounding, text = report.grounding, report.document.text
    actors = actors_by_id(grounding)
    found = [("Where", [(p.span, place_line(p)) for p in grounding.places if p.use == "literal"])]
    found += [("When", [(t.span, time_line(t, is_dated=report.document.published is not None)) for t in grounding.times])]
    found += [("How many", [(f.span, figure_line(f, actors)) for f in grounding.figures])]
    shown = [(head, list(_once(lines, text))) for head, lines in found if lines]
    shown += [("Aid", aid_lines(report))] if report.aid else []
    if not shown:
        return []
    table = Table(box=RULES, show_edge=False, expand=True, pad_edge=False, header_style="dim", border_style="dim", show_header=False)
    table.add_column(ratio=2)
    table.add_column(ratio=5, overflow="fold")
    table.add_column(ratio=9, overflow="fold")
    for head, lines in shown:
        for number, (words, told) in enumerate(lines):
            table.add_row(Text("" if number else head, style="dim"), Text(_clean(words), style="bold"), Text(_clean(told)))
    return [table, Text()]


def _once(lines: list[tuple[Span, str]], text: str) -> Iterator[tuple[str, str]]:
    """Words and meaning, without repeats of the same."""
    yield from dict.fromkeys((span.of(text), told) for span, told in lines)


def _row(statement: Statement, text: str, actors: Actors) -> tuple[Text, Text, Text]:
    if statement.form == "own voice":
        who = Text(_clean(who_words(statement, text)), style="italic")
    else:
        who = _cell(statement.source, text, style="bold") if statement.source else Text(NOBODY, style="dim italic")
    speaker = speaker_line(statement, actors, text)
    if speaker and statement.form != "own voice":
        who.append(f"\n= {_clean(speaker)}", style="not bold")
    how = _cell(statement.cue, text, style="italic") if statement.cue else Text()
    what = _cell(statement.content, text, style="")
    how.append(f"\n{form_line(statement)}".lstrip("" if statement.cue else "\n"), style="dim")
    for word, told in detail_lines(statement, text):
        what.append(f"\n{word}: ", style="not bold dim").append(_clean(told), style="not bold dim italic")
    return who, how, what


def _cell(spans: tuple[Span, ...], text: str, *, style: str) -> Text:
    return Text(_clean(joined(spans, text)), style=style).append(f"\n{ranges(spans)}", style="not bold not italic dim")


def _clean(words: str) -> str:
    return printable(on_one_line(words))
