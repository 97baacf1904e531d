"""What did people label as attributions?"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from saidwho.reading.labels import ROLES
from saidwho.types.document import Span
from training.corpora import read_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """One attribution, labelled or predicted: pieces of each role, in the order of the text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def of(self, role: str) -> tuple[Span, ...]:
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text with its attributions. key: its id in the corpus."""

    key: str
    text: str
    attributions: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The tokens of one text as one annotator labelled them, cut into units (paragraphs), as CofeNet scores them.

    key: of this labelling. article: the text's id. tokens: where each is in the text.
    labels: BIO, one a token. sizes: tokens a unit.
    """

    key: str
    article: str
    tokens: tuple[Span, ...]
    labels: tuple[str, ...]
    sizes: tuple[int, ...]


def polnear_articles(file: Path) -> list[Article]:
    """PolNeAR's texts with their first annotator's attributions."""
    return [
        Article(
            key=article["id"],
            text=article["text"],
            attributions=tuple(
                Attributed(**{role: tuple(Span(start=b, end=e) for b, e in a[role]) for role in ROLES}) for a in article["attributions"]
            ),
        )
        for article in read_lines(file)
    ]


def cofenet_units(file: Path) -> list[Units]:
    """CofeNet's units of PolNeAR, as character offsets into the articles."""
    return [
        Units(
            key=line["id"],
            article=line["article"],
            tokens=tuple(Span(start=b, end=e) for b, e in line["tokens"]),
            labels=tuple(line["labels"]),
            sizes=tuple(line["units"]),
        )
        for line in read_lines(file)
    ]


def riqua_units(file: Path) -> list[tuple[str, Units]]:
    """RiQuA's units, each a text of its own with one unit in it; see `set_tokens` for how the text is made."""
    made = []
    seen: Counter[str] = Counter()
    for line in read_lines(file):
        seen[line["id"]] += 1
        key = f"{line['id']} {seen[line['id']]}"
        text, tokens = set_tokens(line["tokens"])
        made.append((text, Units(key=key, article=key, tokens=tokens, labels=tuple(line["labels"]), sizes=(len(tokens),))))
    return made


_QUOTES = {"``": "“", "''": "”"}
_TIGHT_LEFT = re.compile(r"[.,;:!?)\]%”]|'|'(?:s|d|m|ll|re|ve)|n't", re.IGNORECASE)
_TIGHT_RIGHT = ("(", "[", "“", "$")


def set_tokens(tokens: list[str]) -> tuple[str, tuple[Span, ...]]:
    """Set tokens as a text, since RiQuA keeps no spacing: what a printer would have set.

    One blank stands between tokens, none before a closing mark or a clitic, none after an opening mark; the
    tagger's quotation marks (`` and '') become “ and ”. Returns the text, and where each token stands in it.
    """
    text, places = "", []
    for token in tokens:
        written = _QUOTES.get(token, token)
        if text and not _TIGHT_LEFT.fullmatch(written) and not text.endswith(_TIGHT_RIGHT):
            text += " "
        places.append(Span(start=len(text), end=len(text) + len(written)))
        text += written
    return text, tuple(places)
