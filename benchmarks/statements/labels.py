"""The labelled reports. README.md says how they are labelled."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saidwho.intake.drafts import Draft, freeze
from saidwho.types.document import Document

REPORTS = Path(__file__).parent / "reports"
PARTS = ("dev", "held", "fresh", "other")
Range = tuple[int, int]


class LabelError(Exception):
    """A label does not fit its text; the message begins with the file and the statement's key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One labelled statement. fields: as in the file; spans: where its words stand, by field, as the contract writes them."""

    key: str
    fields: dict[str, Any]
    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    basis: Range | None
    denied: Range | None
    venue: Range | None
    caveats: tuple[Range, ...]
    propositions: tuple[tuple[Range, ...], ...]

    @property
    def is_own_voice(self) -> bool:
        return bool(self.fields["form"] == "own voice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    name: str
    document: Document
    said: tuple[Said, ...]
    aid: tuple[dict[str, Any], ...]


def labelled(part: str) -> Iterator[Labelled]:
    """The reports of a part, by their numbers. Raises LabelError."""
    for file in sorted((REPORTS / part).glob("*.json")):
        fields = json.loads(file.read_text(encoding="utf-8"))
        text = file.with_suffix(".txt").read_text(encoding="utf-8").rstrip("\n")
        document = freeze(Draft(key=file.stem, text=text, outlet=fields["outlet"], published=fields["published"]))
        said = tuple(_said(s, document.text, f"{file.name}: {s['key']}") for s in fields["statements"])
        yield Labelled(name=file.stem, document=document, said=said, aid=tuple(fields.get("aid") or ()))


def _said(fields: dict[str, Any], text: str, where: str) -> Said:
    def find(words: str | None) -> Range | None:
        return place(words, text, where) if words else None

    def all_of(words: list[str]) -> tuple[Range, ...]:
        return tuple(place(w, text, where) for w in words)

    source, cue = find(fields["source"]), find(fields["cue"])
    basis, denied = fields.get("basis") or {}, fields.get("denies") or {}
    return Said(
        key=fields["key"],
        fields=fields,
        content=all_of(fields["content"]),
        cue=(cue,) if cue else (),
        source=(source,) if source else (),
        basis=find(basis.get("words")),
        denied=find(denied.get("words")),
        venue=find(fields.get("venue")),
        caveats=all_of(fields.get("caveats") or []),
        propositions=tuple(all_of(p["words"]) for p in fields["propositions"]),
    )


def place(words: str, text: str, where: str) -> Range:
    """Where words stand in a text; "words#2" is their second place, overlapping ones counted."""
    bare, _, number = words.rpartition("#") if words.rpartition("#")[2].isdigit() and "#" in words else (words, "", "1")
    at = -1
    for _ in range(int(number)):
        at = text.find(bare, at + 1)
        if at < 0:
            raise LabelError(f"{where}: {words!r} is not in the text.")
    return at, at + len(bare)
