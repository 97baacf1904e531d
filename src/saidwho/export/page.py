"""How does a person in a browser see reports: the text itself, with sources, cues and contents marked.

One self-contained page. It asks the network for nothing, and its policy forbids it to.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TextIO

from saidwho.export.lines import is_headline, lines_of
from saidwho.export.marks import Cutter, Stretch
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
from saidwho.types.document import Document, Span, Unreadable
from saidwho.types.statement import Report, Statement

_STYLE = Path(__file__).with_name("page.css")
_SCRIPT = Path(__file__).with_name("page.js")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Page:
    """A page that is written report by report, so that none is kept in memory.

    stream: where to, as UTF-8 text; it stays open.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._count = 0
        stream.write(_beginning())

    def add(self, report: Report | Unreadable) -> None:
        """Write one report, or that a document could not be read."""
        self._count += 1
        name = f"d{self._count}"
        self._stream.writelines(_unread(report) if isinstance(report, Unreadable) else _article(report, name))

    def finish(self) -> None:
        """Write the end of the page."""
        self._stream.write(f"</main>\n<script>\n{_SCRIPT.read_text(encoding='utf-8')}</script>\n</body>\n</html>\n")


def _beginning() -> str:
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="saidwho">
<title>Who said what</title>
<style>
{_STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<header class="top">
<p class="name">Who said what</p>
<p class="legend"><span class="source">source</span> <span class="cue">cue</span> <span class="content">content</span>
<span class="own">the outlet’s own voice</span></p>
</header>
<main>
"""


def _unread(unreadable: Unreadable) -> Iterator[str]:
    key = f"<strong>{_safe(unreadable.key)}</strong> " if unreadable.key else ""
    yield f'<section class="unread"><p>{key}was not read. {_safe(unreadable.message)}</p></section>\n'


def _article(report: Report, name: str) -> Iterator[str]:
    lines = list(lines_of(report.document.text))
    cutter = Cutter(report.statements)
    yield f'<article id="{name}">\n'
    yield from _masthead(report.document, lines)
    yield '<div class="columns">\n<div>\n<div class="text">\n'
    if not lines:
        yield '<p class="none">The text is empty.</p>\n'
    for number, line in enumerate(lines):
        tag, kind = ("h2", ' class="headline"') if number == 0 and is_headline(line, report.document) else ("p", "")
        marked = "".join(_stretch(stretch, report, name) for stretch in cutter.cut(line))
        yield f'<{tag}{kind} dir="auto">{marked}</{tag}>\n'
    actors = actors_by_id(report.grounding)
    yield "</div>\n"
    yield from _meanings(report, actors)
    yield "</div>\n"
    yield from _notes(report, actors, name)
    yield "</div>\n</article>\n"


def _masthead(document: Document, lines: list[Span]) -> Iterator[str]:
    """Who printed it when; and its title, unless the text begins with it."""
    printed = [f'<span class="outlet">{_safe(document.outlet)}</span>'] if document.outlet else []
    printed += [_safe(part) for part in (document.byline, document.published) if part]
    printed += [_address(document.url)] if document.url else [_safe(document.key)] if document.key else []
    if printed:
        yield f'<p class="printed">{" <span>·</span> ".join(printed)}</p>\n'
    if document.title and not (lines and is_headline(lines[0], document)):
        yield f'<h2 class="headline" dir="auto">{_safe(document.title)}</h2>\n'


def _address(url: str) -> str:
    if not url.lower().startswith(("http://", "https://")):
        return _safe(url)
    return f'<a href="{_safe(url)}" rel="noreferrer noopener">{_safe(url)}</a>'


def _stretch(stretch: Stretch, report: Report, name: str) -> str:
    words = _safe(stretch.span.of(report.document.text))
    if not stretch.roles:
        return words
    anchors = "".join(f'<a id="{name}t{number + 1}"></a>' for number in stretch.opens)
    classes = " ".join([*stretch.roles, *(["deep"] if stretch.depth > 1 else [])])
    numbers = " ".join(str(number + 1) for number in stretch.statements)
    notes = "".join(f'<sup><a href="#{name}s{number + 1}" data-n="{number + 1}"></a></sup>' for number in stretch.closes_cue)
    return f'{anchors}<span class="{classes}" data-s="{numbers}">{words}{notes}</span>'


def _notes(report: Report, actors: Actors, name: str) -> Iterator[str]:
    yield '<aside class="notes">\n'
    if report.statements:
        yield "<ol>\n"
        for number, statement in enumerate(report.statements, start=1):
            yield _note(statement, report.document.text, actors, number=number, name=name)
        yield "</ol>\n"
    else:
        yield '<p class="none">No statement was found in this report.</p>\n'
    yield "</aside>\n"


def _meanings(report: Report, actors: Actors) -> Iterator[str]:
    """Where, when and how many: each meaning once, with its words."""
    grounding, text = report.grounding, report.document.text
    kinds = (
        ("Where", [(p.span, place_line(p)) for p in grounding.places if p.use == "literal"]),
        ("When", [(t.span, time_line(t, is_dated=report.document.published is not None)) for t in grounding.times]),
        ("How many", [(f.span, figure_line(f, actors)) for f in grounding.figures]),
    )
    for head, lines in kinds:
        if lines:
            pairs = dict.fromkeys((span.of(text), told) for span, told in lines)
            rows = "".join(f"<dt>{_safe(on_one_line(words))}</dt><dd>{_safe(told)}</dd>" for words, told in pairs)
            yield f'<section class="meanings"><h3>{head}</h3><dl>{rows}</dl></section>\n'
    if report.aid:
        rows = "".join(f"<dt>{_safe(what)}</dt><dd>{_safe(told)}</dd>" for what, told in aid_lines(report))
        yield f'<section class="meanings"><h3>Aid</h3><dl>{rows}</dl></section>\n'


def _note(statement: Statement, text: str, actors: Actors, *, number: int, name: str) -> str:
    is_own = statement.form == "own voice"
    speaker = "" if is_own else speaker_line(statement, actors, text)
    told = f'<span class="speaker">{_safe(speaker)}</span> ' if speaker else ""
    mark = ' class="by-outlet"' if is_own else ""
    named = _safe(on_one_line(who_words(statement, text)))
    who = named or f'<i class="nobody">{NOBODY}</i>'
    where = " · ".join(f"<span>{role} {ranges(spans)}</span>" for role, spans in _parts(statement) if spans)
    return (
        f'<li id="{name}s{number}" data-s="{number}"{mark}><a href="#{name}t{number}">'
        f'<span class="who">{who}</span> {told}<span class="how">{_words(statement.cue, text)}</span>'
        f'<span class="what" dir="auto">{_words(statement.content, text)}</span></a>'
        f"{_details(statement, text)}"
        f"<small><span>{form_line(statement)}</span> · <span>score {statement.score:.2f}</span> · {where}</small></li>\n"
    )


def _details(statement: Statement, text: str) -> str:
    """What else is known of a statement, a line each; nothing where nothing is."""
    rows = "".join(f"<dt>{word}</dt><dd>{_safe(told)}</dd>" for word, told in detail_lines(statement, text))
    return f'<dl class="details" dir="auto">{rows}</dl>' if rows else ""


def _parts(statement: Statement) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    return ("source", statement.source), ("cue", statement.cue), ("content", statement.content)


def _words(spans: tuple[Span, ...], text: str) -> str:
    return _safe(on_one_line(joined(spans, text)))


def _safe(words: str | None) -> str:
    return escape(printable(words or ""))
