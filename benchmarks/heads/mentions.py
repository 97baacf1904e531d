"""How many names and mentions are exactly right: the same characters and the same kind?"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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
    """Universal NER's names, laid into the documents of the treebank whose sentences it labels."""
    entities = {line["id"]: line["entities"] for line in read_lines(file)}
    return [
        NamedDocument(
            key=document.key,
            text=document.text,
            mentions=frozenset(
                (base + entity["begin"], base + entity["end"], NAME_KINDS[entity["type"]])
                for sentence, base in zip(document.sentences, document.bases, strict=True)
                for entity in entities[sentence.key]
            ),
        )
        for document in documents
    ]


def re3d_documents(file: Path) -> list[NamedDocument]:
    """re3d's mentions: those most annotators agreed on, of our kinds, and of nested ones the outermost. No text marked nc."""
    return [
        NamedDocument(
            key=document["id"],
            text=document["text"],
            mentions=frozenset(
                outermost(
                    [
                        (entity["begin"], entity["end"], entity["type"])
                        for entity in document["entities"]
                        if entity["confidence"] >= SURE and entity["type"] in MENTIONS
                    ]
                )
            ),
        )
        for document in read_lines(file)
        if not document["nc"]
    ]


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
