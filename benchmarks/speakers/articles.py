"""What are the labelled articles, as the resolver is given them?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from saidwho.types.document import Document, Span
from saidwho.types.ids import document_id
from saidwho.types.reading import Attribution, Reading
from training.corpora import read_lines

OUTLETS = {
    "breitbart": "Breitbart News",
    "huff-post": "The Huffington Post",
    "nyt": "The New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "The Washington Post",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document of PolNeAR with its labelled attributions, those without a source among them."""

    document: Document
    attributions: tuple[Attribution, ...]

    def with_labelled(self, reading: Reading) -> Reading:
        """A reading of this article, with the labelled attributions in the place of those found."""
        return replace(reading, attributions=self.attributions)


def articles_of(file: Path, keys: Iterable[str]) -> dict[str, Article]:
    """The articles of those keys, in the order of the keys. Raises ValueError where the file has no such article."""
    lines = {line["id"]: line for line in read_lines(file)}
    missing = [key for key in keys if key not in lines]
    if missing:
        raise ValueError(f"{file}: has no article {missing[0]}. Is it the part of PolNeAR that the labels were made on?")
    return {key: _article(lines[key]) for key in keys}


def _article(line: dict[str, Any]) -> Article:
    outlet = OUTLETS.get(line["publisher"], line["publisher"])
    identity = document_id(key=line["id"], url=None, outlet=outlet, published=line["date"], text=line["text"])
    document = Document(
        id=identity,
        key=line["id"],
        work=identity,
        outlet=outlet,
        url=None,
        title=line["title"],
        byline=line["author"] or None,
        published=line["date"],
        zone=None,
        language="en",
        text=line["text"],
    )
    return Article(document=document, attributions=tuple(_attribution(a) for a in line["attributions"]))


def _attribution(labelled: dict[str, Any]) -> Attribution:
    return Attribution(**{role: _spans(labelled[role]) for role in ("source", "cue", "content")}, score=1.0)


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(sorted(Span(start=start, end=end) for start, end in pairs))
