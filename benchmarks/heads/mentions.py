"""How many names and mentions are exactly right: the same characters and the same kind?"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.counts import Counts
from benchmarks.heads.documents import TreeDocument
from saidwho.reading.labels import MENTIONS
from saidwho.types.reading import Mention
from training.corpora import read_lines

Named = tuple[int, int, str]

NAME_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "location"}
# Labels that fewer than half of re3d's annotators agreed on are not asked for; training leaves them out as well.
SURE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDocument:
    """A text with its labelled mentions, as (start, end, kind)."""

    key: str
    text: str
    mentions: frozenset[Named]


def uner_documents(file: Path, documents: list[TreeDocument]) -> list[NamedDocument]:
    """Universal NER's names, laid into the documents of the treebank whose sentences it labels.

    Its sentences have other blanks than the treebank's ("do n't"), so names are placed by the characters between.
    Raises ValueError where other characters differ as well.
    """
    labelled = {line["id"]: line for line in read_lines(file)}
    return [
        NamedDocument(
            key=document.key,
            text=document.text,
            mentions=frozenset(
                (base + start, base + end, kind)
                for sentence, base in zip(document.sentences, document.bases, strict=True)
                for start, end, kind in _placed(labelled[sentence.key], sentence.text)
            ),
        )
        for document in documents
    ]


def _placed(line: dict[str, Any], text: str) -> list[Named]:
    """The names of one line of Universal NER, placed in the treebank's text of the sentence."""
    solid = [i for i, character in enumerate(text) if not character.isspace()]
    if "".join(line["text"].split()) != "".join(text[i] for i in solid):
        raise ValueError(f"{line['id']}: Universal NER has {line['text']!r}, the treebank {text!r}. Are they of one release?")
    places = []
    for entity in line["entities"]:
        before, through = (len("".join(line["text"][: entity[edge]].split())) for edge in ("begin", "end"))
        places.append((solid[before], solid[through - 1] + 1, NAME_KINDS[entity["type"]]))
    return places


def re3d_documents(file: Path) -> list[NamedDocument]:
    """re3d's mentions: those most annotators agreed on, of our kinds, and of nested ones the outermost. No text marked nc."""
    return [
        NamedDocument(
            key=document["id"],
            text=document["text"],
            mentions=frozenset(
                outermost(
                    [
                        (*_trimmed(document["text"], entity["begin"], entity["end"]), entity["type"])
                        for entity in document["entities"]
                        if entity["confidence"] >= SURE and entity["type"] in MENTIONS
                    ]
                )
            ),
        )
        for document in read_lines(file)
        if not document["nc"]
    ]


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch without the white space at its edges, which some labels hold and no word does."""
    inner = text[begin:end]
    return begin + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def outermost(found: list[Named]) -> list[Named]:
    """Those that no longer one holds."""
    return [inner for inner in found if not any(_holds(outer, inner) for outer in found)]


def _holds(outer: Named, inner: Named) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer[:2] != inner[:2]


def score_mentions(document: NamedDocument, predicted: Iterable[Mention]) -> dict[str, Counts]:
    """Count exact mentions of one document: all together, and by kind."""
    ours = {(mention.span.start, mention.span.end, mention.kind) for mention in predicted}
    kinds = sorted({kind for *_, kind in ours | document.mentions})
    return {"all": Counts.of(set(document.mentions), set(ours))} | {
        kind: Counts.of(_of_kind(document.mentions, kind), _of_kind(ours, kind)) for kind in kinds
    }


def _of_kind(found: Iterable[Named], kind: str) -> set[object]:
    return {mention for mention in found if mention[2] == kind}
