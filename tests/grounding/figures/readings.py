"""Readings made by hand: words with parts of speech, and no syntax between them, as where the reader is at a loss."""

import re
from itertools import pairwise

from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import Reading, Token

_DIGITS = "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion"
_NUMBERS = frozenset(_DIGITS.split())
_TAGS = {
    "DET": "a an the its their",
    "ADP": "of in at on from by for near with than since per",
    "CCONJ": "and or but",
    "AUX": "was were is are been be has have had will",
    "VERB": "killed wounded died said hit lost fled arrested injured wounding killing seized rose sent gave executed captured left",
    "ADJ": "dead least more russian many injured missing several",
    "PRON": "them whom they it he who",
    "PUNCT": ', . ; : ( ) - – " “ ”',
    "PART": "to not",
    "ADV": "nearly about only up so far",
}
_TAG_OF = {word: tag for tag, words in _TAGS.items() for word in words.split()}


def flat_reading(text: str) -> Reading:
    """A reading in which every word hangs on the one before it by no relation that means anything."""
    words = split_words(text)
    spans = [Span(start=b, end=e) for b, e in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]
    tokens = tuple(Token(span=span, upos=_tag(span.of(text)), head=max(0, i - 1), relation="dep") for i, span in enumerate(spans))
    sentences = tuple(_sentences(words.strings))
    return Reading(attributions=(), names=(), mentions=(), tokens=tokens, sentences=sentences)


def _tag(word: str) -> str:
    if re.match(r"\d", word) or word.lower() in _NUMBERS:
        return "NUM"
    return _TAG_OF.get(word.lower()) or ("PROPN" if word[:1].isupper() else "NOUN")


def _sentences(words: list[str]) -> list[tuple[int, int]]:
    ends = [i + 1 for i, word in enumerate(words) if word == "."]
    cuts = [0, *ends] + ([len(words)] if not ends or ends[-1] < len(words) else [])
    return [(first, past) for first, past in pairwise(cuts) if past > first]
