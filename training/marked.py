"""Read the reports that we wrote and marked for training; training/reports/README.md tells how they are marked.

example: python -m training.marked training/reports/*.txt
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

REPORTS = Path(__file__).parent / "reports"

ACTS = {
    "assert": "assert", "deny": "deny", "confirm": "confirm", "doubt": "doubt", "admit": "admit", "claim": "claim responsibility",
    "threaten": "threaten", "predict": "predict", "demand": "demand", "pledge": "pledge", "judge": "judge", "decline": "decline",
}  # fmt: skip
BASES = {
    "intelligence": "intelligence", "document": "document", "imagery": "imagery", "witness": "witness", "own": "own knowledge",
    "unnamed": "unnamed source", "other": "other",
}  # fmt: skip
TARGETS = {name: name for name in ("occurrence", "responsibility", "figure", "intent")}
MODALITIES = {
    "actual": "actual", "ongoing": "ongoing", "planned": "planned", "possible": "possible", "conditional": "conditional",
    "ordered": "ordered", "habit": "past habit",
}  # fmt: skip
EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
# What each letter marks, and what may stand behind its "=".
LETTERS: dict[str, tuple[str, dict[str, str]]] = {
    "s": ("source", {}), "c": ("cue", ACTS), "t": ("content", ACTS), "o": ("own voice", ACTS), "r": ("relay", {}), "w": ("venue", {}),
    "b": ("basis", BASES), "d": ("denied", TARGETS), "v": ("caveat", {}),
    "p": ("proposition", {}), "a": ("doer", {}), "z": ("sufferer", {}),
}  # fmt: skip
_NUMBERED = "sctorwbd"
_OPEN = re.compile(r"\[([a-z])(\d*)(?:=([A-Za-z/-]+))? ")
_HEAD = re.compile(r"# outlet: (.+)\n# published: (\d{4}-\d{2}-\d{2})\n")


class MarkError(Exception):
    """A report is marked wrong; the message begins with the file and the report's place in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Marked words. start, end: code points of the text without marks. number: of the statement or proposition, 0 where none.

    value: what stands behind "=", spelled out; of a proposition its event ("-" where it has none), modality and "no" where negated.
    """

    kind: str
    number: int
    value: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One report: its text, and what is marked in it, outer marks first."""

    key: str
    outlet: str
    published: str
    text: str
    marks: tuple[Mark, ...] = field(default=())


def marked_reports(folder: Path = REPORTS) -> Iterator[Marked]:
    """All reports of a folder, by file and place. Raises MarkError."""
    for file in sorted(folder.glob("*.txt")):
        yield from read_marked(file.read_text(encoding="utf-8"), file.name)


def read_marked(content: str, name: str) -> Iterator[Marked]:
    """The reports of one file. Raises MarkError."""
    heads = list(_HEAD.finditer(content))
    if not heads or content[: heads[0].start()].strip():
        raise MarkError(f"{name}: begins without '# outlet: NAME' and '# published: YYYY-MM-DD' on two lines.")
    for at, head in enumerate(heads):
        past = heads[at + 1].start() if at + 1 < len(heads) else len(content)
        key = f"{name} {at + 1}"
        lines = [line.strip() for line in content[head.end() : past].splitlines() if line.strip()]
        text, marks = _unmark("\n".join(lines), key)
        _check(marks, text, key)
        yield Marked(key=key, outlet=head[1].strip(), published=head[2], text=text, marks=tuple(marks))


def _unmark(marked: str, key: str) -> tuple[str, list[Mark]]:
    text: list[str] = []
    size = at = 0
    opened: list[tuple[str, int, tuple[str, ...], int, int]] = []
    found = []
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        if opening:
            kind, value = _kind(opening, key, marked)
            opened.append((kind, int(opening[2] or 0), value, size, len(opened) + len(found)))
            at = opening.end()
        elif marked[at] == "]":
            if not opened:
                raise MarkError(f"{key}: ']' closes nothing in {marked[max(0, at - 60) : at + 1]!r}.")
            kind, number, value, start, order = opened.pop()
            found.append((order, Mark(kind=kind, number=number, value=value, start=start, end=size)))
            at += 1
        elif marked[at] == "[":
            raise MarkError(f"{key}: no mark begins so: {marked[at : at + 40]!r}. Write [letter number=value words].")
        else:
            text.append(marked[at])
            size += 1
            at += 1
    if opened:
        raise MarkError(f"{key}: {opened[-1][0]} is not closed: {''.join(text)[opened[-1][3] :][:60]!r}.")
    ordered = sorted(found, key=lambda one: (one[1].start, -one[1].end, one[0]))
    return "".join(text), [mark for _, mark in ordered]


def _kind(opening: re.Match[str], key: str, marked: str) -> tuple[str, tuple[str, ...]]:
    letter, number, value = opening[1], opening[2], opening[3]
    where = f"{key}: {marked[opening.start() : opening.start() + 50]!r}"
    if letter not in LETTERS:
        raise MarkError(f"{where}: no mark {letter!r}. Letters are {' '.join(LETTERS)}.")
    kind, values = LETTERS[letter]
    if letter in _NUMBERED and not number:
        raise MarkError(f"{where}: a {kind} needs the number of its statement, as in [{letter}1 ...].")
    if letter == "p":
        return kind, _proposition(value, where) if value else ()
    if value and value not in values:
        raise MarkError(f"{where}: {value!r} is no value of {kind}. Values are {' '.join(values) or 'none'}.")
    if letter in "bd" and not value:
        raise MarkError(f"{where}: a {kind} needs one of {' '.join(values)} behind '='.")
    return kind, (values[value],) if value else ()


def _proposition(value: str, where: str) -> tuple[str, ...]:
    event, *rest = value.split("/")
    negated = [r for r in rest if r == "no"]
    modality = [r for r in rest if r != "no"] or ["actual"]
    if event != "-" and event not in EVENTS:
        raise MarkError(f"{where}: {event!r} is no PLOVER type. Types are {' '.join(EVENTS)}, or '-' for none.")
    if len(modality) != 1 or modality[0] not in MODALITIES:
        raise MarkError(f"{where}: modality is one of {' '.join(MODALITIES)}.")
    return (event, MODALITIES[modality[0]], *negated)


def _check(marks: list[Mark], text: str, key: str) -> None:
    of: dict[int, Counter[str]] = {}
    acts: dict[int, set[str]] = {}
    for mark in marks:
        if mark.start == mark.end or text[mark.start].isspace() or text[mark.end - 1].isspace():
            raise MarkError(f"{key}: a {mark.kind} begins or ends with a blank, or is empty, near {text[mark.start : mark.start + 40]!r}.")
        if "\n" in text[mark.start : mark.end]:
            raise MarkError(f"{key}: a {mark.kind} runs over the end of a paragraph: {text[mark.start : mark.end]!r}. Mark two pieces.")
        if mark.kind in ("source", "cue", "content", "own voice", "basis", "denied", "relay", "venue"):
            of.setdefault(mark.number, Counter())[mark.kind] += 1
        if mark.kind in ("cue", "content", "own voice"):
            acts.setdefault(mark.number, set()).update(mark.value)
    for number, kinds in of.items():
        if not kinds["content"] and not kinds["own voice"]:
            raise MarkError(f"{key}: statement {number} has no content (t) and no own voice (o).")
        if kinds["content"] and kinds["own voice"]:
            raise MarkError(f"{key}: statement {number} is both attributed (t) and own voice (o). Give them two numbers.")
        if kinds["content"] and len(acts[number]) != 1:
            raise MarkError(f"{key}: statement {number} needs one act, on its cue ([c{number}=deny ...]) or, without one, on its content.")


def main() -> int:
    """Check files; print what is wrong, or what they hold."""
    counts: Counter[str] = Counter()
    bad = 0
    for name in sys.argv[1:]:
        try:
            for report in read_marked(Path(name).read_text(encoding="utf-8"), Path(name).name):
                counts["reports"] += 1
                counts["words"] += len(report.text.split())
                counts.update(f"{m.kind}{'=' + '/'.join(m.value) if m.kind != 'proposition' and m.value else ''}" for m in report.marks)
                counts.update(f"event={m.value[0]}" for m in report.marks if m.kind == "proposition" and m.value)
        except MarkError as error:
            print(error)
            bad = 1
    print(", ".join(f"{kind} {count}" for kind, count in sorted(counts.items())))
    return bad


if __name__ == "__main__":
    sys.exit(main())
