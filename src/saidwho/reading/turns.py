"""Where does somebody else begin to speak within what the reader took for one person's words?

In "Shells hit the town, an official said, while Moscow denied it" the denial is Moscow's; in "said it was an error and pledged to
repay" two things are said with two verbs.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from saidwho.reading.subjects import SUBJECTS
from saidwho.text.clauses import SAYING, saying_clause
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

# What may part one who speaks from the next, before the next one's first word.
_PARTING = re.compile(r"(?:[;–—]|,? ?\b(?:while|but|and|though|although|whereas|as|yet)|,) *$")
_OPENS = re.compile(r"[\s,;–—]*(?:(?:while|but|and|though|although|whereas|as|yet) )?(?=\S)")
_LOOK_BACK = 14
# A turn told by the syntax alone is as sure as the one that it was part of, and as the rule is right.
_SHARE = 0.8
# Verbs that lead to what is said where they are coordinated with one of saying.
_SECOND = SAYING | frozenset({"wants", "wanted", "voices", "voiced", "blames"})


def settle_turns(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Cut what others say, or what is said with another verb, off a content, and give it to them."""
    return _Turns(text, attributions, tokens).settle()


class _Turns:
    def __init__(self, text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> None:
        self._text, self._tokens = text, tokens
        self._starts = [token.span.start for token in tokens]
        self._ends = [token.span.end for token in tokens]
        self._attributions = attributions
        self._begins = sorted((_first(a), number) for number, a in enumerate(attributions))
        self._cues = {span.start for attribution in attributions for span in attribution.cue}

    def settle(self) -> tuple[Attribution, ...]:
        settled: list[Attribution] = []
        for attribution in self._attributions:
            kept, others = self._parted(attribution)
            settled += [kept, *others]
        return tuple(settled)

    def _parted(self, attribution: Attribution) -> tuple[Attribution, list[Attribution]]:
        """An attribution with what is its own, and those that were part of it."""
        if attribution.cue[0].of(self._text) == ":":  # a turn of a transcript, all of which is of one
            return attribution, []
        pieces: list[Span] = []
        others: list[Attribution] = []
        for piece in attribution.content:
            if piece.start < attribution.cue[0].start or self._is_quoted(piece):
                pieces.append(piece)
                continue
            cut = self._next_turn(attribution, piece)
            if cut is not None:
                pieces += [cut] if any(map(str.isalnum, cut.of(self._text))) else []
            elif (clause := self._own_turn(attribution, piece, is_first=not pieces)) is not None:
                others.append(clause)
            elif (found := self._second_verb(attribution, piece)) is not None:
                pieces.append(found[0])
                others.append(found[1])
            else:
                pieces.append(piece)
        if not pieces:
            return attribution, []
        return replace(attribution, content=tuple(pieces)), others

    def _is_quoted(self, piece: Span) -> bool:
        return self._text[piece.start] in "\"“'‘"

    def _next_turn(self, attribution: Attribution, piece: Span) -> Span | None:
        """A piece up to where another attribution of the reader's begins behind a word that parts them."""
        at = bisect_right(self._begins, (piece.start, len(self._attributions)))
        candidates = [self._begins[i] for i in range(max(at - 1, 0), bisect_left(self._begins, (piece.end, -1)))]
        for start, number in candidates:
            other = self._attributions[number]
            if other is attribution or start < piece.start or not self._is_apart(attribution, other, piece):
                continue
            before = self._text[max(piece.start, start - _LOOK_BACK) : start]
            parting = _PARTING.search(before)
            opens = start - piece.start <= _LOOK_BACK and _OPENS.fullmatch(self._text, max(piece.start - 2, 0), start)
            if parting and not before[: parting.start()].rstrip().endswith((" that", " and")):
                end = start - len(before) + parting.start()
                return Span(start=piece.start, end=max(piece.start, end - self._blanks(piece.start, end)))
            if opens and piece is not attribution.content[0]:
                return Span(start=piece.start, end=piece.start)
        return None

    def _is_apart(self, attribution: Attribution, other: Attribution, piece: Span) -> bool:
        """Whether another's words are all in a piece but for a source that both share."""
        parts = (*other.cue, *other.content, *(() if other.source == attribution.source else other.source))
        return (
            all(piece.start <= part.start and part.end <= piece.end + 1 for part in parts)
            and "that" != self._text[_first(other) - 5 : _first(other)].strip()
        )

    def _own_turn(self, attribution: Attribution, piece: Span, *, is_first: bool) -> Attribution | None:
        """A later piece that is itself a clause of saying: "; Russia denies hitting homes"."""
        lead = _OPENS.match(self._text, piece.start, piece.end)
        start = lead.end() if lead else piece.start
        between = self._text[max(0, piece.start - 3) : start]
        if is_first or not re.search(r"[;,]|while|but|as", between) or attribution.cue[0].start < attribution.content[0].start:
            return None
        clause = saying_clause(self._text, self._tokens, self._touched(Span(start=start, end=piece.end)))
        if clause is None or clause.cue.start in self._cues:
            return None
        said = Span(start=clause.said.start, end=piece.end)
        return Attribution(source=(clause.source,), cue=(clause.cue,), content=(said,), score=round(attribution.score * _SHARE, 4))

    def _second_verb(self, attribution: Attribution, piece: Span) -> tuple[Span, Attribution] | None:
        """ "said it was an error | and pledged to repay": a second verb of saying that hangs on the first."""
        cue = self._touched(attribution.cue[-1])
        for i in self._touched(piece):
            token = self._tokens[i]
            if token.relation != "conj" or token.upos != "VERB" or i + 1 >= len(self._tokens):
                continue
            # "Admitted that they had died but | claimed": the parser hangs the second verb on the clause.
            if token.head not in cue and not (self._word(i - 1) == "but" and token.head in self._touched(piece)):
                continue
            if self._word(i) not in _SECOND or token.span.start in self._cues or self._has_subject(i):
                continue
            joint = next((j for j in range(i - 1, max(i - 4, -1), -1) if self._word(j) in ("and", "but", ",")), None)
            if joint is None or self._starts[joint] <= piece.start:
                continue
            end = self._ends[joint - 1] if self._word(joint - 1) != "," else self._ends[joint - 2]
            said = Span(start=self._starts[i + 1], end=piece.end)
            if end <= piece.start or said.start >= said.end:
                continue
            other = replace(attribution, cue=(token.span,), content=(said,), score=round(attribution.score * _SHARE, 4))
            return Span(start=piece.start, end=end), other
        return None

    def _has_subject(self, verb: int) -> bool:
        near = range(max(verb - 12, 0), verb)
        return any(self._tokens[i].head == verb and self._tokens[i].relation in SUBJECTS for i in near)

    def _touched(self, span: Span) -> range:
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def _blanks(self, start: int, end: int) -> int:
        words = self._text[start:end]
        return len(words) - len(words.rstrip(" ,;–—"))

    def _word(self, number: int) -> str:
        return self._tokens[number].span.of(self._text).casefold()


def _first(attribution: Attribution) -> int:
    """Where an attribution's source and cue begin."""
    return min(span.start for span in (*attribution.source, *attribution.cue))
