"""Which words of a report are somebody's: said, quoted, or about saying?"""

import re
from collections.abc import Iterable, Iterator

from saidwho.statements.forms import Quotations
from saidwho.statements.surroundings import Surroundings
from saidwho.text.talk import presenting_end
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# Shorter quotations are a word or two that the outlet takes up from others; it still speaks itself.
_LONG_QUOTATION = 5  # words
# "HOST:", "ILK:", "Q:", "QUESTION (through interpreter):" at the head of a line.
_TURN = re.compile(r"[ \t]*(?:[A-Z][A-Z'’.-]*(?:[ \t][A-Z(][\w'’().-]*){0,4}|[QA])[ \t]?[:.][ \t]")
# What a relative clause begins with.
RELATIVES = frozenset({"which", "who", "whose", "where"})
# So many lines of this form, by two speakers at least, make a transcript.
_TURNS = 3


class Taken:
    """The words that are not the outlet's own, as flags by the number of the token.

    said: in what somebody says or by which words it is told. sources: in the name of who says it, but not in a clause that tells more of
    him behind a comma. is_transcript: whether the text is
    a talk in which nothing is the outlet's; where presenters or reporters speak, all but their turns is said. is_talk: see is_transcript.
    """

    def __init__(
        self,
        around: Surroundings,
        attributions: Iterable[Attribution],
        quotations: Quotations,
        others: Iterable[Span],
        *,
        is_talk: bool,
    ) -> None:
        count = len(around.tokens)
        self.said, self.sources = bytearray(count), bytearray(count)
        for attribution in attributions:
            _mark(self.said, around, (*attribution.content, *attribution.cue))
            _mark(self.sources, around, (*attribution.source, *attribution.relay))
            for source in attribution.source:
                aside = _aside(around, source)
                self.sources[aside.start : aside.stop] = bytes(len(aside))
        _mark(self.said, around, others)
        _mark(self.said, around, _quoted(quotations))
        presented = frozenset(_presented(around)) if is_talk else frozenset()
        self.is_transcript = is_talk and not presented
        if presented:
            _mark(self.said, around, (line for line in around.paragraphs if line not in presented))

    def aside(self, around: Surroundings, tokens: range) -> range | None:
        """The relative clause between commas in which all stands that is taken of a sentence, with its first comma; else None.

        "The film[, which nobody could check], shows a fire".
        """
        said = [i for i in tokens if self.said[i]]
        if not said or any(self.sources[tokens.start : tokens.stop]) or said[-1] - said[0] >= len(said):
            return None
        opens = next((i for i in (said[0], said[0] - 1) if around.words[i] in RELATIVES), None)
        is_closed = "," in around.words[said[-1] : said[-1] + 2] and said[-1] + 2 < tokens.stop
        if opens is None or opens - 1 <= tokens.start or around.words[opens - 1] != "," or not is_closed:
            return None
        return range(opens - 1, said[-1] + 1)


def _mark(flags: bytearray, around: Surroundings, spans: Iterable[Span]) -> None:
    for span in spans:
        numbers = around.touched(span)
        flags[numbers.start : numbers.stop] = b"\x01" * len(numbers)


def _aside(around: Surroundings, source: Span) -> range:
    """The relative clause behind a comma in the words for who speaks, with the comma: "The guard[, which took the town in May], says"."""
    words = around.touched(source)
    pronoun = next((i for i in words[1:] if around.words[i] in RELATIVES and around.words[i - 1] == ","), None)
    return range(pronoun - 1, words.stop) if pronoun is not None else range(0)


def _quoted(quotations: Quotations) -> list[Span]:
    """The longer quotations of a text, with their marks."""
    extents: dict[tuple[int, int], list[int]] = {}
    for kind, numbers in enumerate((quotations.doubles, quotations.singles)):
        for word, number in enumerate(numbers):
            if number:
                extents.setdefault((kind, number), [word, word])[1] = word
    starts, ends = quotations.words.starts, quotations.words.ends
    long = [(first, last) for first, last in extents.values() if last - first > _LONG_QUOTATION]
    return [Span(start=int(starts[first]), end=int(ends[last])) for first, last in long]


def _presented(around: Surroundings) -> Iterator[Span]:
    """The lines of a talk that begin with a label of the outlet's own people."""
    yield from (line for line in around.paragraphs if presenting_end(around.text, line.start, line.end) > line.start)


def is_transcript(around: Surroundings) -> bool:
    """Whether the lines of a text are turns of speakers, whose words are theirs."""
    turns = [match[0].strip() for line in around.paragraphs if (match := _TURN.match(around.text, line.start, line.end))]
    return len(turns) >= _TURNS and len(turns) > len(set(turns)) > 1
