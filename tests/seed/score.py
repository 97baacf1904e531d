"""How much of what a careful reader finds in a report does the shipped reader find?

A folder holds article.txt and expected.json. Spans are compared by their letters and digits, so a comma or a
quotation mark more or less changes nothing. Each statement read answers one expected statement at most.

python -m tests.seed.score FOLDER prints the card of one report.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from saidwho.pipeline.reading import read_document
from saidwho.types.document import Document, Span
from saidwho.types.ids import document_id
from saidwho.types.statement import Statement

# A content counts as found from this share of letters on.
SAME_CONTENT = 0.9
# Below this a statement read and an expected one have nothing to do with each other.
RELATED = 0.3

Letters = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One attributed statement that a careful reader finds."""

    key: str
    form: str
    content: Letters
    cue: Letters
    source: Letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A report with what is expected of it. unclear: contents that may be read as attributed or not."""

    document: Document
    statements: tuple[Expected, ...]
    unclear: tuple[Letters, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What came out. found: keys of statements with source, cue and content right. formed: keys with the right form.

    faults: one line each, for people. unexpected: contents of attributions that nobody expected.
    """

    found: tuple[str, ...]
    formed: tuple[str, ...]
    faults: tuple[str, ...]
    unexpected: tuple[str, ...]


def load_label(folder: Path) -> Label:
    raw = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    text = (folder / "article.txt").read_text(encoding="utf-8")
    given = raw["document"]
    key, outlet, published = folder.name, given["outlet"], given["published"]
    return Label(
        document=Document(
            id=document_id(key=key, url=None, outlet=outlet, published=published, text=text),
            key=key,
            work=key,
            outlet=outlet,
            url=None,
            title=given["title"],
            byline=None,
            published=published,
            zone=None,
            language=given["language"],
            text=text,
        ),
        statements=tuple(
            Expected(
                key=item["key"],
                form=item["form"],
                content=letters(text, [tuple(span) for span in item["content"]]),
                cue=letters(text, [tuple(item["cue"])]),
                source=letters(text, [tuple(item["source"])]),
            )
            for item in raw["statements"]
        ),
        unclear=tuple(letters(text, [tuple(span) for span in item["content"]]) for item in raw["own_voice"] if item["form"] == "either"),
    )


def letters(text: str, spans: list[tuple[int, int]]) -> Letters:
    """Where the letters and digits of some spans stand in the text."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def overlap(one: Letters, other: Letters) -> float:
    """Share of letters that both hold, of those that either holds."""
    return len(one & other) / max(len(one | other), 1)


def score_report(label: Label, statements: tuple[Statement, ...]) -> Card:
    """Hold the statements read from a report against its label."""
    text = label.document.text
    attributed = [statement for statement in statements if statement.form != "own voice"]
    pairs = _pair(label, attributed)
    found, formed, faults = [], [], []
    for number, expected in enumerate(label.statements):
        if number not in pairs:
            faults.append(f"{expected.key}: not read")
            continue
        statement = attributed[pairs[number]]
        wrong = _wrong_parts(text, expected, statement)
        if not wrong:
            found.append(expected.key)
        if statement.form == expected.form:
            formed.append(expected.key)
        else:
            wrong.append(f"form is {statement.form}, expected {expected.form}")
        faults += [f"{expected.key}: {what}" for what in wrong]
    rest = [statement for i, statement in enumerate(attributed) if i not in pairs.values()]
    return Card(
        found=tuple(found),
        formed=tuple(formed),
        faults=tuple(faults),
        unexpected=tuple(_words(text, statement.content) for statement in rest if not _is_unclear(label, statement)),
    )


def _pair(label: Label, statements: list[Statement]) -> dict[int, int]:
    """Number of an expected statement -> number of the statement read that answers it, the best pairs first."""
    text = label.document.text
    scored = []
    for i, expected in enumerate(label.statements):
        for j, statement in enumerate(statements):
            touches = bool(_letters_of(text, statement.cue) & expected.cue)
            score = overlap(_letters_of(text, statement.content), expected.content) + touches
            if score >= RELATED:
                scored.append((-score, i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(scored):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _wrong_parts(text: str, expected: Expected, statement: Statement) -> list[str]:
    wrong = []
    if overlap(_letters_of(text, statement.content), expected.content) < SAME_CONTENT:
        wrong.append(f"content is {_words(text, statement.content)!r}")
    if _letters_of(text, statement.cue) != expected.cue:
        wrong.append(f"cue is {_words(text, statement.cue)!r}")
    if _letters_of(text, statement.source) != expected.source:
        wrong.append(f"source is {_words(text, statement.source)!r}")
    return wrong


def _is_unclear(label: Label, statement: Statement) -> bool:
    content = _letters_of(label.document.text, statement.content)
    return any(overlap(content, unclear) >= RELATED for unclear in label.unclear)


def _letters_of(text: str, spans: tuple[Span, ...]) -> Letters:
    return letters(text, [(span.start, span.end) for span in spans])


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " ... ".join(span.of(text) for span in spans)


def describe_card(label: Label, card: Card) -> str:
    """The card for people: the count, then a line for each fault."""
    count = len(label.statements)
    head = f"{label.document.key}: {len(card.found)} of {count} statements, {len(card.formed)} of {count} forms"
    unexpected = [f"nobody expected: {content}" for content in card.unexpected]
    return "\n  ".join([head, *card.faults, *unexpected])


def meets_expectations(label: Label, card: Card) -> bool:
    """All statements but one are found, and at most two attributions are unexpected."""
    return len(card.found) >= len(label.statements) - 1 and len(card.unexpected) <= 2


def main(folder: Path) -> int:
    """Print the card of one report. Returns 0 where it meets the expectations, else 1."""
    label = load_label(folder)
    card = score_report(label, read_document(label.document).statements)
    sys.stdout.write(describe_card(label, card) + "\n")
    return 0 if meets_expectations(label, card) else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
