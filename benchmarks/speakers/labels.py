"""Whom does each source stand for? The labels of this benchmark, by the rules in RULES.md."""

from dataclasses import dataclass
from pathlib import Path

from saidwho.types.document import Span

LABELS = Path(__file__).with_name("labels.tsv")

COLUMNS = (
    "article", "start", "end", "status", "speaker", "also", "kind", "mention_start", "mention_end", "written", "of", "note",
)  # fmt: skip
STATUSES = ("named", "several", "unnamed", "open")
KINDS = ("person", "outlet", "state", "government", "body", "force", "group", "people")
WRITTEN = ("name", "short name", "pronoun", "role", "body", "metonym", "group", "document")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Whom one source stands for.

    article: its id in PolNeAR. source: from the first character of the source to its last. also: other names that are right.
    mention: where the text names the speaker most fully; None where it does not. written: how the source is written.
    of: whom an unnamed speaker belongs to or speaks for. kind: None for an open source.
    """

    article: str
    source: Span
    status: str
    speaker: str | None = None
    also: tuple[str, ...] = ()
    kind: str | None = None
    mention: Span | None = None
    written: str
    of: str | None = None
    note: str = ""


def load_labels(file: Path = LABELS) -> tuple[Label, ...]:
    """Raises ValueError, with file and line, where a line is not as RULES.md says, or stands there twice."""
    lines = file.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise ValueError(f"{file}:1: expected the columns {', '.join(COLUMNS)}, with tabs between them.")
    labels: dict[tuple[str, Span], Label] = {}
    for number, line in enumerate(lines[1:], start=2):
        try:
            label = _label(line.split("\t"))
        except ValueError as error:
            raise ValueError(f"{file}:{number}: {error}") from error
        if (label.article, label.source) in labels:
            raise ValueError(f"{file}:{number}: this source has a label already. Keep one of them.")
        labels[label.article, label.source] = label
    return tuple(labels.values())


def _label(cells: list[str]) -> Label:
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} cells, expected {len(COLUMNS)} with tabs between them.")
    row = dict(zip(COLUMNS, cells, strict=True))
    for column, allowed in (("status", STATUSES), ("kind", ("", *KINDS)), ("written", WRITTEN)):
        if row[column] not in allowed:
            raise ValueError(f"{column} is {row[column]!r}, expected one of: {', '.join(filter(None, allowed))}.")
    if (row["status"] in ("named", "several")) != bool(row["speaker"]):
        raise ValueError(f"{row['status']} with the speaker {row['speaker']!r}. Named and several need one, others have none.")
    if (row["status"] == "open") == bool(row["kind"]):
        raise ValueError(f"{row['status']} with the kind {row['kind']!r}. All but open need one, open has none.")
    return Label(
        article=row["article"],
        source=_span(row["start"], row["end"]),
        status=row["status"],
        speaker=row["speaker"] or None,
        also=tuple(filter(None, row["also"].split("|"))),
        kind=row["kind"] or None,
        mention=_span(row["mention_start"], row["mention_end"]) if row["mention_start"] else None,
        written=row["written"],
        of=row["of"] or None,
        note=row["note"],
    )


def _span(start: str, end: str) -> Span:
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise ValueError(f"{start!r} to {end!r} is no stretch of text. Expected two offsets in characters, the first one smaller.")
    return Span(start=int(start), end=int(end))
