"""Which words did the reader mark as the outlet's own?

It marks attributions too, and may mark the same words as both: "the court convicted two officers" tells of a deed. The surer holds.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from saidwho.statements.own_voice.first_hand import verbs
from saidwho.statements.own_voice.taken import Taken
from saidwho.statements.surroundings import Surroundings
from saidwho.text.clauses import SAYING
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading

# An attribution is given up where its cue stands in words marked as the outlet's own that are at least this share as sure.
_SHARE = 0.5
# Of the words of its content, so many have to be marked so as well.
_MOST = 0.8
# A mark that is at least so sure needs nothing of the cue.
_SURE = 0.85
# And one that evidence is marked beside, which is said to show it.
_SHOWN = 0.5
# So much of marked words may be somebody else's; where it is more, the mark is wrong.
_MOST_TAKEN = 0.5
# What is left of marked words asserts something where it has so many words, and a verb or a number.
_FEWEST = 3
# So many assertions before a mark may reach into it.
_NEAR = 3
# Words that lean to the outlet's own voice by at least so much, and tell a happening, are taken for its own though no mark holds them. Of
# 84 without a figure and with less, on training/reports/next, training/reports/dev and the labelled reports to develop on, 6 were right;
# of 142 with 0.02 to 0.3, 33. Of figures some that nobody else gives are told beside other things.
_LEAST, _LEAST_OF_FIGURE = 0.02, 0.003
# So many words before a mark may say that it is not shown.
_BEFORE = 3
# A clause has no more marks than these.
_FEW = 8
_SHOWING, _INVERTING = verbs("showing"), verbs("inverting") | {"not", "n't", "never", "no"}
_TELLING = frozenset({"VERB", "AUX", "NUM"})
_JOINTS = frozenset({"PUNCT", "AUX"})
# What may stand between who saw or shows something and what: a verb with its small words.
_LEADING = frozenset({"VERB", "AUX", "PART", "ADP", "SCONJ", "ADV", "PUNCT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """basis: the words for who saw it or what shows it. content: what is seen or shown."""

    basis: Span
    content: Span


class Marked:
    """The marks of one text. A reading without any asks nothing of a clause."""

    def __init__(self, around: Surroundings, reading: Reading) -> None:
        self._around, self._marks = around, reading.own_voice
        self._starts = [mark.span.start for mark in reading.own_voice]
        self._own = self._scores(reading.own_voice)
        self._told = self._scores((*reading.happenings, *reading.own_voice))
        self._is_marked = any(self._told)

    def is_own(self, attribution: Attribution) -> bool:
        """Whether the words of an attribution are rather the outlet's own."""
        least = _SHARE * attribution.score
        if self._share(attribution.cue, least) == 1 and self._share(attribution.content, least) > _MOST:
            return True
        # "The map shows | both bridges cut": what shows it is no part of the mark. "Both bridges are cut, the mayor let us know" is his.
        return self._share(attribution.content, _SURE) > _MOST and not self._is_closed_by(attribution)

    def _is_closed_by(self, attribution: Attribution) -> bool:
        """Whether somebody and what he does with words follow behind a comma on what is said, all with words that are not marked."""
        words = sorted((*attribution.source, *attribution.cue))
        said = attribution.content[-1]
        if not attribution.source or not words or words[0].start < said.end:
            return False
        between = self._around.text[said.end : words[0].start]
        return between in (", ", ", as ") and self._share(tuple(words), 0) == 0

    def holds(self, first: int, past: int, *, counts: bool) -> bool:
        """Whether a clause holds words marked as the outlet's own or as a happening, or words that lean to be.

        first, past: its tokens. counts: whether it gives a figure.
        """
        if any(self._told[first:past]):
            return True
        shares = self._around.leanings.of("voices", [(first, past)])
        # A reader that leans to nothing and marked nothing was not asked.
        return not self._is_marked if shares is None else float(shares[1]) >= (_LEAST_OF_FIGURE if counts else _LEAST)

    def covers(self, first: int, past: int) -> bool:
        """Whether a clause is nearly all marked as the outlet's own, surely, and has a verb or a number."""
        tells = past - first >= _FEWEST and any(self._around.tokens[i].upos in _TELLING for i in range(first, past))
        return tells and sum(score >= _SURE for score in self._own[first:past]) > _MOST * (past - first)

    def shown(self, first: int, past: int) -> Shown | None:
        """What a clause says that somebody saw or that something shows, where the words for both are marked; None where they are not.

        It does not matter to which word of the clause syntax ties either.
        """
        clause = self._around.span(first, past)
        at = bisect_left(self._starts, clause.start)
        inside = [mark.span for mark in self._marks[at : at + _FEW] if mark.span.end <= clause.end and mark.score >= _SHOWN]
        bases = self._around.marked("basis", clause)
        pairs = [(basis, content) for content in inside for basis in bases]
        found = [(basis, content) for basis, content in pairs if self._are_joined(basis, content)]
        if not found:
            found = [(basis, replace(content, end=clause.end)) for basis, content in pairs if self._is_led_to(basis, content, clause)]
        if not found:
            found = [(basis, told) for basis in bases if (told := self._behind(basis, clause)) is not None]
        return next((Shown(basis=basis, content=content) for basis, content in found), None)

    def _behind(self, basis: Span, clause: Span) -> Span | None:
        """What stands behind a verb of showing and "that", where marked evidence opens a clause: "the casings show that | they are new"."""
        rest = self._without_aside(self._around.touched(Span(start=basis.end, end=clause.end)))
        words = self._around.words[rest.start : rest.stop]
        at = next((i for i, word in enumerate(words) if word == "that"), None)
        shows = at is not None and any(word in _SHOWING for word in words[:at]) and _INVERTING.isdisjoint(words[:at])
        is_verb = all(self._around.tokens[i].upos in _LEADING for i in rest[:at]) if at is not None else False
        if at is None or basis.start != clause.start or not shows or not is_verb or rest.start + at + 1 >= rest.stop:
            return None
        verb = next((i for i in rest[at:] if self._around.tokens[i].upos == "VERB"), None)
        if verb is None or self._around.words[verb] in SAYING:
            return None  # "A cable shows that | the envoy doubted it": what somebody said is his
        return Span(start=self._around.tokens[rest.start + at + 1].span.start, end=clause.end)

    def _are_joined(self, basis: Span, content: Span) -> bool:
        """Whether nothing stands between two marks but a verb of showing: "the map | shows | both bridges cut"."""
        if basis.start < content.end and content.start < basis.end:
            return False
        between = self._without_aside(self._around.touched(Span(start=min(basis.end, content.end), end=max(basis.start, content.start))))
        return all(self._around.words[i] in _SHOWING or self._around.tokens[i].upos in _JOINTS for i in between)

    def _without_aside(self, tokens: range) -> range:
        """Tokens without a relative clause between commas that they begin with: "the film, | which the paper was able to view, | shows"."""
        words = self._around.words[tokens.start : tokens.stop]
        if words[:1] != (",",) or words[1:2] not in (("which",), ("who",), ("whose",)) or "," not in words[1:]:
            return tokens
        return range(tokens.start + words.index(",", 1), tokens.stop)

    def _is_led_to(self, basis: Span, content: Span, clause: Span) -> bool:
        """Whether nothing but a verb stands between what opens a clause and what it shows: "the log | appears to have | nine flights"."""
        if basis.start != clause.start or content.start < basis.end:
            return False
        between = self._around.touched(Span(start=basis.end, end=content.start))
        kinds = [self._around.tokens[i].upos for i in between]
        is_shown = _INVERTING.isdisjoint(self._around.words[i] for i in between)
        return is_shown and "VERB" in kinds and _LEADING.issuperset(kinds)

    def left(self, sentences: Iterable[range], taken: Taken, found: Iterable[Span]) -> Iterator[tuple[Span, float]]:
        """What is marked as the outlet's own and touches nothing that was found, without what others say; with its score.

        sentences: the tokens of those that may assert something.
        """
        may_assert = bytearray(len(self._around.tokens))
        for tokens in sentences:
            may_assert[tokens.start : tokens.stop] = b"\x01" * len(tokens)
        known = sorted(found)
        starts, ends = [span.start for span in known], [span.end for span in known]
        for mark in self._marks:
            at = bisect_left(starts, mark.span.end)
            is_new = not any(end > mark.span.start for end in ends[:at][-_NEAR:])
            if is_new and all(may_assert[i] for i in self._around.touched(mark.span)):
                yield from ((span, mark.score) for span in self._free(mark, taken))

    def _free(self, mark: Mention, taken: Taken) -> Iterator[Span]:
        """What of marked words is nobody else's."""
        words = self._around.touched(mark.span)
        if sum(taken.said[words.start : words.stop]) > _MOST_TAKEN * len(words):
            return
        for run in _runs(words, taken):
            tells = any(self._around.tokens[i].upos == "VERB" or self._around.words[i][:1].isdigit() for i in run)
            if len(run) >= _FEWEST and tells and not self._is_inverted(run.start):
                yield self._around.span(run.start, run.stop)

    def _is_inverted(self, first: int) -> bool:
        """Whether what begins at a word is what somebody or something fails to show: "failed to show | both bridges cut"."""
        return not _INVERTING.isdisjoint(self._around.words[max(first - _BEFORE, 0) : first])

    def _scores(self, marks: Iterable[Mention]) -> list[float]:
        """For each word the score of the mark that holds it, 0 where none does."""
        scores = [0.0] * len(self._around.tokens)
        for mark in marks:
            words = self._around.touched(mark.span)
            scores[words.start : words.stop] = [mark.score] * len(words)
        return scores

    def _share(self, spans: tuple[Span, ...], least: float) -> float:
        """The share of the words of spans that are marked as the outlet's own, with more than a score."""
        words = self._around.touched_by(spans)
        return sum(self._own[i] > least for i in words) / max(len(words), 1)


def _runs(words: range, taken: Taken) -> Iterator[range]:
    """The stretches of words that nobody says."""
    start = words.start
    for i in words:
        if taken.said[i]:
            if start < i:
                yield range(start, i)
            start = i + 1
    if start < words.stop:
        yield range(start, words.stop)
