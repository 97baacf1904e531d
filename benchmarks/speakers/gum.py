"""Which mentions of a text stand for one person or organisation? GUM's labels, as characters of a text."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks.heads.documents import TreeDocument, tree_documents
from saidwho.types.document import Span

# Talk between people in a room is no report.
TALK = ("conversation", "podcast", "vlog")
KINDS = ("person", "organization")

Shape = Literal["name", "nominal", "pronoun"]

# "(3-person-giv:act-nnnnn-cf1-2-coref" opens a mention of chain 3, "3)" closes it, ")" after an opening closes that one.
_BRACKET = re.compile(r"\((?P<chain>\d+)-(?P<kind>[a-z]+)-[^()]*(?P<single>\)?)|(?P<closed>\d+)\)")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainMention:
    """A mention of a person or organisation. head: its head word. chain: who it stands for, within the document."""

    span: Span
    head: Span
    chain: str
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainDocument:
    key: str
    text: str
    mentions: tuple[ChainMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    span: Span
    upos: str
    feats: str
    head: int


def chain_documents(file: Path) -> list[ChainDocument]:
    """GUM's documents without those of talk. "I", "we" and "you" are left out: who they are is said by who speaks."""
    return [_chains(document) for document in tree_documents(file) if document.key.split("_")[1] not in TALK]


def _chains(document: TreeDocument) -> ChainDocument:
    mentions: list[ChainMention] = []
    for sentence, base in zip(document.sentences, document.bases, strict=True):
        words = _words(sentence.text, sentence.rows, base)
        for chain, first, past in _brackets(sentence.rows):
            head = _head(words, first, past)
            if not re.search(r"Person=[12]", words[head].feats):
                span = Span(start=words[first].span.start, end=words[past - 1].span.end)
                mentions.append(ChainMention(span=span, head=words[head].span, chain=chain, shape=_shape(words[head])))
    return ChainDocument(key=document.key, text=document.text, mentions=tuple(sorted(mentions, key=lambda m: (m.span, m.chain))))


def _words(text: str, rows: list[list[str]], base: int) -> list[_Word]:
    words, at = [], 0
    for row in rows:
        at = text.index(row[1], at)
        words.append(_Word(span=Span(start=base + at, end=base + at + len(row[1])), upos=row[3], feats=row[5], head=int(row[6]) - 1))
        at += len(row[1])
    return words


def _brackets(rows: list[list[str]]) -> list[tuple[str, int, int]]:
    """The persons and organisations of one sentence: chain, first word, word just past the last."""
    found, opened = [], []
    for i, row in enumerate(rows):
        field = _ENTITY.search(row[9])
        for bracket in _BRACKET.finditer(field[1] if field else ""):
            if bracket["chain"]:
                opened.append((bracket["chain"], bracket["kind"], i))
            if bracket["closed"] or bracket["single"]:
                chain = bracket["closed"] or bracket["chain"]
                last = max(n for n, entry in enumerate(opened) if entry[0] == chain)
                _, kind, first = opened.pop(last)
                if kind in KINDS:
                    found.append((chain, first, i + 1))
    return found


def _head(words: list[_Word], first: int, past: int) -> int:
    """The first word of a mention whose head is outside of it."""
    return next((i for i in range(first, past) if not first <= words[i].head < past), first)


def _shape(head: _Word) -> Shape:
    if head.upos == "PROPN":
        return "name"
    return "pronoun" if head.upos in ("PRON", "DET") else "nominal"
