"""Which agency does a report as a whole come from?

"VARNOK, 3 March (Norrpress) -" at the head, "With inputs from Norrpress" at the foot, a byline that is an agency.
"""

import re
from collections.abc import Container, Iterator
from itertools import islice

from saidwho.statements.outlets import OutletName, Outlets
from saidwho.text.talk import is_label
from saidwho.types.document import Document, Span

# Datelines stand at the head of a report, under headline and subtitle; credits at its foot.
_HEAD, _FOOT = 6, 5
# No dateline and no credit is longer; a longer line is a paragraph.
_LINE = 240
_NAME = r"(?P<name>[A-Z][\w.'’& -]{1,40}?)"
_TOWN = r"(?:[A-Z][\w.,'’/ -]{1,60}?)"
_DATELINES = (
    re.compile(rf"{_TOWN}[ \t]?\({_NAME}\)[ \t]?(?:[-–—]+|:)"),
    re.compile(rf"{_TOWN}[ \t]?/{_NAME}/\.?"),
    re.compile(rf"\({_NAME}\)[ \t]?[-–—]"),
    # A site's line of who wrote it and when: "Norrpress | Updated: 2017-09-15 17:52". People have two names.
    re.compile(rf"(?P<byline>){_NAME} \| Updated: \d"),
)
_THE = rf"(?:the )?{_NAME}[.)]*$"
_THIS = r"\(?(?:this (?:story|report|article) (?:was )?)?(?:first |originally )?"
_CREDITS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\(?with (?:additional )?(?:inputs?|reporting|agency inputs?|contributions?|files) (?:from|by) {_THE}",
        rf"{_THIS}(?:published|appeared|reported) (?:by|in|on) {_THE}",
        rf"\(?(?:source|credit|agency|via|from)s?: ?{_THE}",
        rf"\(?(?:the )?{_NAME} contributed (?:to )?(?:this )?(?:report|story|article)?[.)]*$",
        rf"copyright (?:© |\(c\) )?\d{{4}} {_THE}",
        rf"[—–-] ?{_THE}",
        r"[-–—(]*[ \t]?(?:additional )?reporting by (?P<name>[^.;\n]{2,120})",
    )
)
_END = re.compile(rf"\({_NAME}\)[ \t]*$")


def report_relay(document: Document, outlets: Outlets, lands: Container[Span] = frozenset()) -> OutletName | None:
    """The agency that the whole report is taken from; None where none, several, or the outlet itself is named.

    lands: names of states and places, which stand in datelines too.
    """
    named = (*(name for name in _in_lines(document.text, outlets) if name.span not in lands), *_in_byline(document.byline))
    found = {name.actor or name.name: name for name in reversed(named) if not outlets.signs_as(name)}
    return next(iter(found.values())) if len(found) == 1 else None


def _in_lines(text: str, outlets: Outlets) -> Iterator[OutletName]:
    lines = list(_lines(text))
    dateline = next((name for line in lines[:_HEAD] for name in _dateline(text, line, outlets)), None)
    if dateline is not None:
        # The dateline says it; credits below it name those who helped.
        yield dateline
        return
    for line in lines[-_FOOT:]:
        yield from _credit(text, line, outlets)


def _lines(text: str) -> Iterator[Span]:
    """The lines of a text that are not blank, without the blanks around them."""
    for match in re.finditer(r"[^\n]+", text):
        words = match[0]
        if words.strip():
            yield Span(start=match.end() - len(words.lstrip()), end=match.start() + len(words.rstrip()))


def _dateline(text: str, line: Span, outlets: Outlets) -> Iterator[OutletName]:
    head = text[line.start : min(line.end, line.start + _LINE)]
    for form in _DATELINES:
        match = form.match(head)
        if not match or is_label(head):
            continue
        span = Span(start=line.start + match.start("name"), end=line.start + match.end("name"))
        known = outlets.at(span)
        if known is not None:
            yield known
        elif _is_of_agency(match, head[: match.start("name")]):
            yield OutletName(span=span, name=span.of(text), actor=None)


def _is_of_agency(match: re.Match[str], before: str) -> bool:
    """Whether a name that nobody knows is an agency's by its form alone. before: what stands in front of it in the line."""
    if "byline" in match.groupdict():
        return match["name"].isalpha() and match["name"] != "Agencies"
    return _is_capital_town(before) or _is_town_and_day(before)


def _is_capital_town(words: str) -> bool:
    """Whether a dateline begins with a town in capitals, as only datelines do."""
    first = re.match(r"\W*(\w+)", words)
    return bool(first) and first[1].isupper() and len(first[1]) > 2 if first else False


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
_TOWN_AND_DAY = re.compile(rf"[A-Z][\w.'’/ -]{{1,40}}(?:, [A-Z][\w.'’ -]{{1,40}})?, {_DAY} ?\($")


def _is_town_and_day(words: str) -> bool:
    """Whether a line begins with a town and a day: "Varnok, March 3 (" """
    return bool(_TOWN_AND_DAY.fullmatch(words))


def _credit(text: str, line: Span, outlets: Outlets) -> Iterator[OutletName]:
    """The outlets that a line of credit names; only such as are known, for people are credited too."""
    words = line.of(text)
    end = _END.search(words[-60:])
    if end:
        at = line.end - len(words[-60:])
        yield from outlets.within(Span(start=at + end.start("name"), end=at + end.end("name")))
    elif line.end - line.start <= _LINE:
        match = next((match for form in _CREDITS if (match := form.match(words))), None)
        if match:
            # "Ada Vale contributed to this report": what else the line names is no outlet that is credited.
            yield from outlets.within(Span(start=line.start + match.start("name"), end=line.start + match.end("name")))


def _in_byline(byline: str | None) -> Iterator[OutletName]:
    """An agency by its form or in the capitals that agencies have. A byline is no part of the text, so the place is empty."""
    if byline is None:
        return
    for name in islice(re.split(r"[,;/|]| and | with |^by ", byline[:_LINE], flags=re.I), 8):
        if re.search(r"\b(?:agency|press|agencies|Reuters|AFP|AP|newswire)\b", name, re.I) and not re.search(
            r"\b[A-Z][a-z]+ [A-Z][a-z]+, ", name
        ):
            yield OutletName(span=Span(start=0, end=0), name=re.sub(r"(?i)^by | staff$", "", name.strip()), actor=None)
