"""What are the documents of a treebank, as one text each?"""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from training.corpora import Sentence, sentences_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeDocument:
    """One document of a treebank. bases: where the text of each sentence begins in the text of the document."""

    key: str
    text: str
    sentences: tuple[Sentence, ...]
    bases: tuple[int, ...]


def tree_documents(file: Path) -> list[TreeDocument]:
    """Set a treebank's sentences as documents: a line a paragraph, one blank between sentences."""
    return [_set(key, list(group)) for key, group in groupby(sentences_of(file), key=lambda sentence: sentence.document)]


def _set(key: str, sentences: list[Sentence]) -> TreeDocument:
    text, bases = "", []
    for sentence in sentences:
        if text:
            text += "\n" if sentence.starts_paragraph else " "
        bases.append(len(text))
        text += sentence.text
    return TreeDocument(key=key, text=text, sentences=tuple(sentences), bases=tuple(bases))
