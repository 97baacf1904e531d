"""What does one pass over a text find in it?"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from saidwho.reading.decoding import Chain, WordSpan
from saidwho.reading.encoder import WEIGHTS, Encoder, WordScores
from saidwho.reading.labels import MENTIONS, NAMES, ROLES, span_tags
from saidwho.reading.links import LinkedCue, LinkWeights, link_spans
from saidwho.reading.lone_cues import tell_what
from saidwho.reading.spans import Codings
from saidwho.reading.syntax import find_sentences, parse
from saidwho.reading.told import joined, leanings, span_scores, span_tags_told
from saidwho.reading.weighing import Chances
from saidwho.text.words import Words, split_words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading

# What a span of each role costs (see weighing), chosen on PolNeAR's development part together with what lone_cues asks for: 84.3 / 77.6 /
# 72.8 exact F1 of source, cue and content. Sources at 0.3 give 0.1 more; cues at 0.28 and contents at 0.32 give 0.4 and 0.5 less.
COSTS = {"source": 0.24, "cue": 0.34, "content": 0.37}
# Words read at a time. Their scores take 60 MB; a newspaper page has a tenth of this.
BLOCK = 12_000


class Reader:
    """The trained reader: text in, attributions, mentions and syntax out.

    folder: its weights, the shipped ones by default. threads: 0 is one a core.
    """

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 0) -> None:
        self._encoder = Encoder(folder, threads=threads)
        learned: Any = self._encoder.metadata
        self._roles = Chain.over(span_tags(ROLES), np.array(learned["steps"], dtype=np.float32))
        self._codings = Codings.of({"names": span_tags(NAMES), "mentions": span_tags(MENTIONS), **span_tags_told()})
        self._links = LinkWeights(pairs=np.array(learned["pairs"], dtype=np.float32), sourceless=float(learned["sourceless"]))

    def read(self, text: str) -> Reading:
        """Read one text, in time linear in its length. An empty text gives an empty reading."""
        return self.read_words(split_words(text))

    def read_words(self, words: Words) -> Reading:
        """Read one text whose words are known already, such as those of a treebank.

        Long texts are read block by block, so that memory does not grow with what the heads say of each word.
        """
        blocks = [(first, self._read_block(words.part(first, past))) for first, past in _blocks(words)]
        return Reading(
            attributions=tuple(found for _, reading in blocks for found in reading.attributions),
            names=tuple(found for _, reading in blocks for found in reading.names),
            mentions=tuple(found for _, reading in blocks for found in reading.mentions),
            tokens=tuple(replace(token, head=token.head + at) if at else token for at, reading in blocks for token in reading.tokens),
            sentences=tuple((first + at, past + at) for at, reading in blocks for first, past in reading.sentences),
            happenings=tuple(found for _, reading in blocks for found in reading.happenings),
            own_voice=tuple(found for _, reading in blocks for found in reading.own_voice),
            parties=tuple(found for _, reading in blocks for found in reading.parties),
            marks=tuple(found for _, reading in blocks for found in reading.marks),
            leanings=joined([reading.leanings for _, reading in blocks]),
        )

    def _read_block(self, words: Words) -> Reading:
        scores = self._encoder.score(words)
        sentences = find_sentences(scores.ends, words.lines)
        spans = self._codings.decode({"names": scores.names, "mentions": scores.mentions, **span_scores(scores.told)}, words.lines)
        return Reading(
            **{head: _mentions(words, found) for head, found in spans.items()},
            attributions=self._attributions(words, scores),
            tokens=parse(words, sentences, arcs=scores.arcs, upos=scores.upos, relations=scores.relations),
            sentences=tuple(sentences),
            leanings=leanings(scores.told),
        )

    def _attributions(self, words: Words, scores: WordScores) -> tuple[Attribution, ...]:
        chances = Chances.of(scores.roles, words.lines, self._roles)
        spans = chances.best(COSTS)
        linked = link_spans(words, spans, scores.pointers, self._links)
        return tuple(_attribution(words, cue) for cue in tell_what(words, spans, linked, chances, scores.pointers, self._links))


def _blocks(words: Words) -> list[tuple[int, int]]:
    """Cut a text into blocks of at most BLOCK words, where a line ends if one does in the second half of the block."""
    ends = np.array([past for _, past in words.line_borders()], dtype=np.int64)
    blocks, first = [], 0
    while first < len(words):
        past = min(first + BLOCK, len(words))
        near = ends[(ends > first + BLOCK // 2) & (ends <= past)]
        past = int(near[-1]) if len(near) and past < len(words) else past
        blocks.append((first, past))
        first = past
    return blocks


def _attribution(words: Words, linked: LinkedCue) -> Attribution:
    parts = [linked.cue, *linked.contents, *([linked.source] if linked.source else [])]
    return Attribution(
        source=(_span(words, linked.source),) if linked.source else (),
        cue=(_span(words, linked.cue),),
        content=tuple(_span(words, content) for content in linked.contents),
        score=round(min(linked.score, *(part.score for part in parts)), 4),
    )


def _span(words: Words, found: WordSpan) -> Span:
    return Span(start=int(words.starts[found.first]), end=int(words.ends[found.past - 1]))


def _mentions(words: Words, spans: list[WordSpan]) -> tuple[Mention, ...]:
    return tuple(Mention(span=_span(words, found), kind=found.kind, score=round(found.score, 4)) for found in spans)
