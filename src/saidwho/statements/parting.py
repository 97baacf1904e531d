"""Which statements does an attribution hold, where one cue leads to several?

The reader, as PolNeAR's annotators, gives one attribution a cue. A quotation in a paragraph of its own is a statement of its own; so is
the second half of a quotation that does something else than the first: "We share one sack of rice," he said. "We will open the road."
And a sentence of the outlet's that the reader took in is none of the speaker's.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from saidwho.statements.acts.acts import Acts
from saidwho.statements.acts.cues import meaning_of
from saidwho.statements.nesting import told_by_others
from saidwho.statements.surroundings import Surroundings
from saidwho.statements.verdicts import without_verdict
from saidwho.text.quotations import quotation_states
from saidwho.text.tables import word_set
from saidwho.text.words import Words, split_words
from saidwho.types.document import Document, Span
from saidwho.types.reading import Attribution, Reading

_QUOTES = '"“'
_CLOSING = '"”'
# Words marked as the outlet's own are so where the mark is at least so sure, and covers so much of a piece.
_SURE, _COVERED = 0.85, 0.8
# A paragraph that only is quoted is as sure as the attribution that it goes on from, and as the rule is right.
_SHARE = 0.8
# A line that is all one quotation; agencies leave all paragraphs of a long one open but the last.
_QUOTED_LINE = re.compile(r"[ \t]*[\"“](?P<said>[^\n]{12,}?)[\"”]?[ \t]*$", re.MULTILINE)
# Whose words such a line is: who spoke so many lines before, or else behind.
_LINES = 3
# Acts that set one half of a quotation apart from the other. Judging, doubting and denying are too near to asserting: on marked reports
# in the ordinary manner of news these part five quotations, wrongly, and the acts here one.
_APART = frozenset({"threaten", "pledge", "demand", "predict"})
_STOP = re.compile(r"[.!?…]")
_WORD = re.compile(r"\w+")
# How a quotation ends that no sentence goes on from: “They gave me a receipt.”
_QUOTED_STOP = re.compile(r"[.!?…][\"”]")
# How a noun phrase begins that brings somebody in.
_BRINGS_IN = word_set("a an one another some several many others two three four five six")
# A title and a question are none.
_SENTENCE = re.compile(r"[.!…][\"”]?$")


def part_statements(document: Document, reading: Reading) -> Reading:
    """A reading with one attribution a statement. Parts keep the cue and the source of the whole."""
    return replace(reading, attributions=_Parting(document.text, reading).parted())


def _covers(content: tuple[Span, ...], pieces: tuple[Span, ...]) -> bool:
    """Whether each of some pieces stands in a content."""
    return all(any(span.start <= piece.start and piece.end <= span.end for span in content) for piece in pieces)


class _Parting:
    def __init__(self, text: str, reading: Reading) -> None:
        self._text, self._reading = text, reading
        self._around = Surroundings(text, reading)
        self._acts = Acts(self._around)
        self._own = [mark.span for mark in reading.own_voice if mark.score >= _SURE]

    def parted(self) -> tuple[Attribution, ...]:
        found = list(dict.fromkeys(part for attribution in self._reading.attributions for part in self._parts(attribution)))
        return (*found, *self._going_on(found))

    def _parts(self, attribution: Attribution) -> Iterator[Attribution]:
        attribution = without_verdict(self._around, attribution)
        if not attribution.cue or len(attribution.content) < 2:
            yield attribution
            return
        mine = tuple(piece for piece in attribution.content if not self._is_own(piece) and not self._is_of_before(piece, attribution))
        quoted, rest = self._quoted_before(attribution, mine or attribution.content)
        if quoted:
            owner = attribution if self._is_new(attribution, quoted[0]) else self._right_before(quoted[0]) or attribution
            if owner is attribution or not _covers(owner.content, quoted):
                yield replace(owner, content=quoted, score=round(_SHARE * owner.score, 4))
        own_line, others = self._by_line(attribution, rest)
        for pieces in (*self._by_act(replace(attribution, content=own_line)), *others):
            yield replace(attribution, content=pieces)

    def _is_own(self, piece: Span) -> bool:
        """Whether a piece without quotation marks is marked as the outlet's own; what goes on behind a semicolon is not."""
        if self._text[piece.start] in _QUOTES or self._text.endswith("; ", 0, piece.start):
            return False
        at = bisect_right(self._own, piece.end, key=lambda span: span.start)
        shared = sum(max(0, min(span.end, piece.end) - max(span.start, piece.start)) for span in self._own[max(at - 3, 0) : at])
        return shared >= _COVERED * (piece.end - piece.start)

    def _is_of_before(self, piece: Span, attribution: Attribution) -> bool:
        """Whether a piece without quotation marks stands in a sentence before that of the cue, which leads to something else.

        "The town burned. The mayor there tells of | dead workmen."
        """
        sentence = self._sentence_of(attribution)
        is_near = self._around.paragraph(piece.start) == self._around.paragraph(sentence.start)
        # A piece may hold the stop of its sentence.
        is_before = is_near and _STOP.search(self._text, piece.end - 1, sentence.start) is not None
        leads_to_more = any(sentence.start <= other.start < sentence.end for other in attribution.content)
        return is_before and leads_to_more and not self._stands_in_quotation(piece)

    def _stands_in_quotation(self, piece: Span) -> bool:
        """Whether a piece begins inside of quotation marks, or with one."""
        words, states = self._quotations
        first, _ = words.touched_by(piece.start, piece.end)
        return any(states[first : first + 1])

    @cached_property
    def _quotations(self) -> tuple[Words, list[int]]:
        """The words of the text, and where each stands to quotation marks, by text.quotations.QUOTES."""
        words = split_words(self._text)
        return words, quotation_states(words)

    def _quoted_before(self, attribution: Attribution, pieces: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Quotations that end in a stop before the sentence of a cue which leads to other words behind it; and the other pieces.

        “They gave me a receipt.” The rebels say | that villagers did it.
        """
        sentence, cue = self._sentence_of(attribution), attribution.cue[-1]
        before = tuple(piece for piece in pieces if piece.end <= sentence.start)
        rest = tuple(piece for piece in pieces if piece.end > sentence.start)
        if not before or not rest or rest[0].start < cue.end or self._text[rest[0].start] in _QUOTES:
            return (), pieces
        line = self._around.paragraph(sentence.start)
        is_near = all(self._around.paragraph(piece.start) == line for piece in before)
        ends = _QUOTED_STOP.search(self._text, before[-1].end - 2, before[-1].end + 1)
        return (before, rest) if is_near and ends else ((), pieces)

    def _right_before(self, quoted: Span) -> Attribution | None:
        """Who spoke last before a quotation, but for whoever denies or is told of there; nobody where a sentence stands between."""
        at = bisect_left(self._speaking, quoted.start, key=lambda one: one.cue[0].start)
        last = self._speaking[at - 1] if at else None
        if last is None or self._around.paragraph(last.cue[0].start) != self._around.paragraph(quoted.start):
            return None
        end = max(self._around.sentence(last.cue[0].start).end, *(piece.end for piece in last.content if piece.end <= quoted.start), 0)
        return None if _WORD.search(self._text, end, quoted.start) else last

    @cached_property
    def _speaking(self) -> list[Attribution]:
        """Those who speak for themselves and do not deny, in order of their cues."""
        attributions = self._reading.attributions
        inner = told_by_others(attributions)
        told = (one for number, one in enumerate(attributions) if one.cue and one.source and number not in inner)
        return sorted((one for one in told if meaning_of(self._around, one).act != "deny"), key=lambda one: one.cue[0].start)

    def _is_new(self, attribution: Attribution, quoted: Span) -> bool:
        """Whether a speaker is brought in behind a quotation: "a teacher", or a person whom its paragraph has not named before it."""
        first = _WORD.match(attribution.source[0].of(self._text)) if attribution.source else None
        if first and first[0].lower() in _BRINGS_IN:
            return True
        before = _WORD.findall(self._text[self._text.rfind("\n", 0, quoted.start) + 1 : quoted.start])
        named = [
            _WORD.findall(name.span.of(self._text))
            for name in self._reading.names
            if name.kind == "person" and any(source.start <= name.span.start < source.end for source in attribution.source)
        ]
        return any(words and words[-1] not in before for words in named)

    def _sentence_of(self, attribution: Attribution) -> Span:
        return self._around.sentence(min(span.start for span in (*attribution.cue, *attribution.source)))

    def _by_line(self, attribution: Attribution, pieces: tuple[Span, ...]) -> tuple[tuple[Span, ...], list[tuple[Span, ...]]]:
        """The pieces in the line of the cue, and those of each other line; all of them together where none is in the cue's."""
        line = self._around.paragraph(attribution.cue[0].start)
        near = tuple(piece for piece in pieces if self._around.paragraph(piece.start) == line)
        others: dict[int, list[Span]] = {}
        for piece in pieces:
            if piece not in near:
                others.setdefault(self._around.paragraph(piece.start), []).append(piece)
        far = [tuple(found) for found in others.values()]
        return (near, far) if near else (far[0], far[1:])

    def _by_act(self, attribution: Attribution) -> Iterator[tuple[Span, ...]]:
        """Quoted words before and behind the cue, apart where both are sentences that do different things."""
        before = tuple(piece for piece in attribution.content if piece.start < attribution.cue[0].start)
        behind = tuple(piece for piece in attribution.content if piece.start >= attribution.cue[0].start)
        if (
            before
            and behind
            and self._are_sentences(attribution, before[-1], behind[0])
            and meaning_of(self._around, attribution).act == "assert"
        ):
            acts = [self._acts.act(replace(attribution, content=pieces)) for pieces in (before, behind)]
            # What one admits is mostly told first.
            if acts[0] != acts[1] and "admit" not in acts and _APART.intersection(acts):
                yield before
                yield behind
                return
        yield attribution.content

    def _are_sentences(self, attribution: Attribution, before: Span, behind: Span) -> bool:
        """Whether a quotation ends before the cue's sentence does, and a new one begins behind it."""
        if self._text[behind.start] not in _QUOTES or self._text[before.end - 1] not in _CLOSING:
            return False
        first = self._text[behind.start + 1 : behind.start + 2]
        return first.isupper() and bool(re.search(r"[.!?]\s*$", self._text[attribution.cue[-1].end : behind.start]))

    def _going_on(self, found: list[Attribution]) -> Iterator[Attribution]:
        """Paragraphs that are all quoted and that nobody was found to say: whoever spoke before, or else behind, says them."""
        taken = sorted(span for one in found for span in (*one.content, *one.cue))
        starts = [span.start for span in taken]
        quoted = sorted((self._around.paragraph(one.content[0].start), number) for number, one in enumerate(found) if self._is_quoted(one))
        for match in _QUOTED_LINE.finditer(self._text):
            said = Span(start=match.start("said"), end=match.end("said"))
            at = bisect_left(starts, said.end)
            if any(span.end > said.start for span in taken[max(at - 3, 0) : at]) or not _SENTENCE.search(said.of(self._text)):
                continue
            if any(mark in said.of(self._text) for mark in '"“”'):
                continue
            line = self._around.paragraph(said.start)
            owner = self._owner(quoted, line)
            if owner is not None:
                one = found[owner]
                yield replace(one, content=(said,), score=round(one.score * _SHARE, 4))
                quoted.insert(bisect_left(quoted, (line, owner)), (line, owner))

    def _owner(self, quoted: list[tuple[int, int]], line: int) -> int | None:
        """Who is quoted nearest before a line, or else behind it, within some lines."""
        at = bisect_left(quoted, (line, -1))
        before = [number for other, number in quoted[max(at - 1, 0) : at] if line - other <= _LINES]
        behind = [number for other, number in quoted[at : at + 1] if other - line <= _LINES]
        return next(iter((*before, *behind)), None)

    def _is_quoted(self, attribution: Attribution) -> bool:
        return bool(attribution.cue and attribution.source) and self._text[attribution.content[-1].start] in _QUOTES
