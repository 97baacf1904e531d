"""Which statements stand inside others?

"The spokesman said that local officials believe the bridge was blown up" holds two: the spokesman's, and inside its content
the officials'. The reader, as PolNeAR's annotators, gives the outer one; the inner is told from the syntax, in the plain form
"X said (that) Y believes/says/told Z (that) C".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from saidwho.statements.acts.inflections import forms
from saidwho.statements.evidence import KIND_OF, WORDS
from saidwho.statements.people import Mentioned
from saidwho.text.press import KINDS
from saidwho.text.subtrees import Subtrees
from saidwho.text.tables import word_set
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Grounding, Speaker
from saidwho.types.reading import Attribution, Reading

# An inner statement is as sure as the outer one, and as the rule is right.
_SHARE = 0.8
_SPEAKER_SCORE = 0.8
# Verbs by which somebody is told to have said or thought something, in their plain form.
_PLAIN = word_set(
    "say tell claim believe think report warn insist argue allege admit acknowledge confirm announce estimate fear"
    " suspect conclude assess state declare maintain deny assert predict suggest boast complain testify write note add"
    " explain inform assure vow pledge"
)
_VERBS = frozenset(form for verb in _PLAIN for form in forms(verb) if not form.endswith("ing"))
_SUBJECTS = frozenset({"nsubj"})
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp"})
# "would say", "if they say", "never said": nothing was said.
_UNSAID = word_set("not n't n’t never would could should may might must can will shall to if whether unless")
_NOBODY = word_set("nobody no people none anyone anybody few whoever everyone everybody some many others")
_THIRD = word_set("he she they")
_SHOWING = frozenset({"imagery", "intelligence"})
_REPORTING = frozenset(forms("report"))
_QUOTES = '"“'
# What parts who says from whoever is said to say: an end of a sentence, or a quotation.
_APART = re.compile(r"[.!?;:\n\"“”]")
_SENTENCE_END = re.compile(r"[.!?\n]")
# What parts what is said from who says so behind it; and who it is credited to.
_COMMA = re.compile(r"[\"”]?,[\"”]? ")
_ACCORDING = re.compile(r"(according to) ")
_LONGEST_SAYING = 160
# Characters of "that " before who says so.
_THAT = len("that ")
# A noun phrase of more tokens is a sentence that went wrong.
_LONGEST = 24
# Verbs from one of saying up to another, such as "heard" in "told me he heard her say".
_STEPS = 2
# How deep quotes in quotes are followed when one is looked for around another.
_DEEPEST = 16


def add_inner(document: Document, reading: Reading, grounding: Grounding) -> tuple[Reading, Grounding]:
    """Add the attributions that stand inside the content of others, each with its speaker.

    Only where the one who speaks inside is an actor and no pronoun: is the outer speaker more often than not.
    """
    inner = _Inner(document.text, reading, grounding)
    added = (*inner.find(), *inner.find_around())
    attributions = (*reading.attributions, *added)
    return replace(reading, attributions=attributions), replace(grounding, speakers=(*grounding.speakers, *inner.speakers.values()))


class _Inner:
    def __init__(self, text: str, reading: Reading, grounding: Grounding) -> None:
        self._text = text
        self._subtrees = Subtrees(reading.tokens, reading.sentences)
        self._mentioned = Mentioned(grounding.actors, self._subtrees)
        self._attributions = reading.attributions
        self._taken = {i for a in reading.attributions for span in (*a.cue, *a.source) for i in self._subtrees.touched(span)}
        self._outlets = frozenset(actor.id for actor in grounding.actors if actor.kind == "outlet")
        self.speakers: dict[tuple[Span, ...], Speaker] = {}

    def find(self) -> Iterator[Attribution]:
        for outer in self._attributions:
            for span in outer.content:
                numbers = self._subtrees.touched(span)
                for number in numbers:
                    inner = self._at(number, numbers, span, outer) if number not in self._taken else None
                    if inner is not None:
                        self._taken.add(number)
                        yield inner

    def find_around(self) -> Iterator[Attribution]:
        """The outer statement where the reader gave only the inner: "the spokesman said | witnesses claimed that ...", and behind it."""
        for inner in self._attributions:
            is_whole = len(inner.source) == len(inner.content) == 1 and len(inner.cue) == 1
            outer = (self._around(inner) or self._behind(inner)) if is_whole else None
            if outer is not None:
                self._taken.update(i for span in (*outer.cue, *outer.source) for i in self._subtrees.touched(span))
                yield outer

    def _around(self, inner: Attribution) -> Attribution | None:
        """Who says that somebody says: the subject of the verb whose clause an attribution is, all of it behind that verb."""
        clause = self._clause_around(inner)
        if clause is None:
            return None
        verb = self._subtrees.tokens[clause].head
        parts = (*inner.source, *inner.cue, *inner.content)
        first = self._subtrees.tokens[max(self._subtrees.subtree(clause).start, verb + 1)].span.start
        said = _trimmed(self._text, Span(start=min(first, *(part.start for part in parts)), end=inner.content[0].end))
        if said is None or said.start < self._subtrees.tokens[verb].span.end or inner.content[0].start < inner.cue[0].end:
            return None
        children = self._subtrees.children.get(verb, ())
        subject = next((i for i in children if i < verb and self._subtrees.tokens[i].relation in _SUBJECTS), None)
        source = None if subject is None or self._is_unsaid(children) else self._noun_phrase(subject, past=verb)
        if source is None or _APART.search(self._text, source.end, inner.source[0].start):
            return None
        return self._outer(inner, source, self._subtrees.tokens[verb].span, said)

    def _behind(self, inner: Attribution) -> Attribution | None:
        """Who says behind it that somebody says: "the minister told lawmakers that ..., | an aide said"; "..., according to an aide"."""
        parts = (*inner.source, *inner.cue, *inner.content)
        said = Span(start=min(part.start for part in parts), end=inner.content[0].end)
        if inner.content[0].start < inner.cue[0].end or inner.cue[0].start < inner.source[0].end:
            return None
        comma = _COMMA.match(self._text, said.end)
        if comma is None:
            return None
        found = self._saying_at(comma.end()) or self._crediting_at(comma.end())
        # The press passes on what others say: it is their relay, see saidwho.statements.chains.
        return self._outer(inner, *found, said) if found and not self._is_press(*found) else None

    def _is_press(self, source: Span, cue: Span) -> bool:
        is_of_kind = not KINDS.isdisjoint(source.of(self._text).casefold().split())
        return is_of_kind or cue.of(self._text).casefold() in _REPORTING or self._mentioned.by_head(source) in self._outlets

    def _saying_at(self, start: int) -> tuple[Span, Span] | None:
        """A subject and its verb of saying that begin at a character, and say nothing behind it: source and cue."""
        numbers = self._subtrees.touched(Span(start=start, end=min(start + _LONGEST_SAYING, len(self._text))))
        verb = next((i for i in numbers if self._says(i)), None)
        if verb is None:
            return None
        children = self._subtrees.children.get(verb, ())
        subject = next((i for i in children if self._subtrees.tokens[i].relation in _SUBJECTS), None)
        is_told = any(self._is_clause(i, verb) for i in children)
        if subject is None or not numbers.start <= subject < verb or is_told or self._is_unsaid(children):
            return None
        source = self._noun_phrase(subject, past=verb)
        return (source, self._subtrees.tokens[verb].span) if source and source.start == start else None

    def _crediting_at(self, start: int) -> tuple[Span, Span] | None:
        """Whoever something is told according to, where these words begin at a character: source and cue."""
        cue = _ACCORDING.match(self._text, start)
        if cue is None:
            return None
        numbers = self._subtrees.touched(Span(start=cue.end(), end=min(cue.end() + _LONGEST_SAYING, len(self._text))))
        head = next((i for i in numbers if self._subtrees.tokens[i].upos in {"NOUN", "PROPN"} and self._begins(i, cue.end(1))), None)
        source = None if head is None else self._noun_phrase(head, past=self._subtrees.subtree(head).stop, first=numbers.start)
        return (source, Span(start=start, end=cue.end(1))) if source else None

    def _begins(self, number: int, start: int) -> bool:
        """Whether the words of a token begin with those that end at a character, or right behind them."""
        return self._subtrees.tokens[self._subtrees.subtree(number).start].span.start <= start + 1

    def _outer(self, inner: Attribution, source: Span, cue: Span, said: Span) -> Attribution | None:
        speaker = self._mentioned.speaker(source, score=_SPEAKER_SCORE, why=f"says what another says: {source.of(self._text)}")
        if speaker is None:
            return None
        self.speakers[(source,)] = speaker
        return Attribution(source=(source,), cue=(cue,), content=(said,), score=round(inner.score * _SHARE, 4))

    def _clause_around(self, inner: Attribution) -> int | None:
        """The head of the clause that an attribution stands in and that a verb of saying has for object; "heard her say" is one clause."""
        clause = self._subtrees.head(inner.cue[0])
        for _ in range(_STEPS):
            token = self._subtrees.tokens[clause] if clause is not None else None
            if token is None or token.head == clause or token.relation not in ("ccomp", "xcomp"):
                return None
            if self._says(token.head):
                return clause if token.relation == "ccomp" else None
            clause = token.head
        return None

    def _says(self, number: int) -> bool:
        """Whether a token is a verb of saying that belongs to no attribution."""
        is_free = number not in self._taken
        return is_free and self._subtrees.tokens[number].upos == "VERB" and self._word(number) in _VERBS

    def _at(self, number: int, within: range, span: Span, outer: Attribution) -> Attribution | None:
        """The attribution whose cue is a verb, if it is one."""
        if not self._says(number):
            return None
        token = self._subtrees.tokens[number]
        children = self._subtrees.children.get(number, ())
        subject = next((i for i in children if self._subtrees.tokens[i].relation in _SUBJECTS and i in within), None)
        clause = next((i for i in children if self._is_clause(i, number) and i in within), None)
        if subject is None or clause is None or subject > number or self._is_unsaid(children):
            return None
        is_quoted = self._text[span.start] in _QUOTES
        source = self._noun_phrase(subject, past=number) or (self._pronoun(subject) if is_quoted else None)
        said = self._said(number, clause, span)
        if source is None or said is None or _SENTENCE_END.search(self._text, token.span.end, said.start):
            return None
        if self._word(subject) in WORDS["finding"] or KIND_OF.get(self._word(subject)) in _SHOWING:
            return None  # "an analysis had concluded", "photos confirm that": whoever tells of it rests on it
        speaker = self._mentioned.speaker(source, score=_SPEAKER_SCORE, why=f"says so inside the words of another: {source.of(self._text)}")
        if speaker is not None:
            self.speakers[(source,)] = speaker
        elif not is_quoted:
            return None
        return Attribution(source=(source,), cue=(token.span,), content=(said,), score=round(outer.score * _SHARE, 4))

    def _is_clause(self, number: int, verb: int) -> bool:
        """Whether words are a finite clause that a verb of saying has for its object: "to leave" is none."""
        token = self._subtrees.tokens[number]
        if token.relation not in _CLAUSES or number < verb:
            return False
        children = self._subtrees.children.get(number, ())
        has_subject = any(self._subtrees.tokens[i].relation.startswith(("nsubj", "csubj", "expl")) for i in children)
        return has_subject and not any(
            self._subtrees.tokens[i].relation == "mark" and self._word(i) in {"to", "if", "as", "because", "when", "while"}
            for i in children
        )

    def _is_unsaid(self, children: list[int] | tuple[int, ...]) -> bool:
        small = {"advmod", "aux", "mark", "det"}
        return any(self._subtrees.tokens[i].relation in small and self._word(i) in _UNSAID for i in children)

    def _noun_phrase(self, subject: int, *, past: int, first: int = 0) -> Span | None:
        """The subject with its own words from the token first on, where it is more than a pronoun."""
        token = self._subtrees.tokens[subject]
        numbers = self._subtrees.subtree(subject)
        numbers = range(max(first, numbers.start), min(numbers.stop, past))
        if token.upos not in {"NOUN", "PROPN"} or not 0 < len(numbers) <= _LONGEST:
            return None
        if self._word(numbers.start) in _NOBODY and (len(numbers) == 1 or self._word(numbers.start) != "people"):
            return None
        span = self._subtrees.span(numbers)
        return _trimmed(self._text, span)

    def _pronoun(self, subject: int) -> Span | None:
        """A pronoun that cannot be the one whose words are quoted."""
        return self._subtrees.tokens[subject].span if self._word(subject) in _THIRD else None

    def _said(self, verb: int, clause: int, outer: Span) -> Span | None:
        """The words of the clause, as far as they are the outer's too."""
        numbers = self._subtrees.subtree(clause)
        span = self._subtrees.span(range(max(numbers.start, verb + 1), numbers.stop))
        start, end = max(span.start, outer.start), min(span.end, outer.end)
        return _trimmed(self._text, Span(start=start, end=end)) if start < end else None

    def _word(self, number: int) -> str:
        return self._subtrees.tokens[number].span.of(self._text).casefold()


def _trimmed(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" ,;:–—\t"))
    end = span.end - (len(words) - len(words.rstrip(' ,;:–—."”“\t')))
    return Span(start=start, end=end) if start < end else None


def enclosing(attributions: tuple[Attribution, ...]) -> tuple[int | None, ...]:
    """For each attribution, the position of the innermost other one inside whose content all of it lies."""
    pieces = sorted(
        ((span, number) for number, attribution in enumerate(attributions) for span in attribution.content),
        key=lambda piece: (piece[0].start, -piece[0].end, piece[1]),
    )
    wanted = sorted((number for number, a in enumerate(attributions) if a.cue), key=lambda number: attributions[number].cue[0].start)
    found: list[int | None] = [None] * len(attributions)
    open_pieces: list[tuple[Span, int]] = []
    at = 0
    for number in wanted:
        start = attributions[number].cue[0].start
        while at < len(pieces) and pieces[at][0].start <= start:
            while open_pieces and open_pieces[-1][0].end <= pieces[at][0].start:
                open_pieces.pop()
            open_pieces.append(pieces[at])
            at += 1
        for _, outer in reversed(open_pieces[-_DEEPEST:]):
            if outer != number and _holds(attributions[outer], attributions[number]):
                found[number] = outer
                break
    return tuple(found)


def passing_on(attributions: tuple[Attribution, ...], within: tuple[int | None, ...]) -> frozenset[int]:
    """The positions of the attributions whose content is nothing but another. within: as enclosing gives it."""
    found = []
    for inner, around in zip(attributions, within, strict=True):
        parts = sorted((*inner.source, *inner.cue, *inner.content))
        content = () if around is None else attributions[around].content
        if len(content) == 1 and parts and parts[0].start - content[0].start <= _THAT and content[0].end - parts[-1].end <= 1:
            found.append(around)
    return frozenset(number for number in found if number is not None)


def told_by_others(attributions: tuple[Attribution, ...]) -> frozenset[int]:
    """The positions of the attributions whose cue stands in the content of another."""
    pieces = sorted((span, number) for number, attribution in enumerate(attributions) for span in attribution.content)
    cues = sorted((attribution.cue[0], number) for number, attribution in enumerate(attributions) if attribution.cue)
    found = []
    # How far the contents of two attributions reach at most that have begun: a cue may stand in the content of its own.
    farthest: list[tuple[int, int]] = []
    at = 0
    for cue, number in cues:
        while at < len(pieces) and pieces[at][0].start <= cue.start:
            span, owner = pieces[at]
            end = max([span.end, *(end for end, other in farthest if other == owner)])
            farthest = sorted([(end, owner), *(one for one in farthest if one[1] != owner)], reverse=True)[:2]
            at += 1
        if any(end >= cue.end and other != number for end, other in farthest):
            found.append(number)
    return frozenset(found)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether all words of one attribution lie in the content of another, which says more than they do."""
    parts = (*inner.source, *inner.cue, *inner.content)
    inside = all(any(o.start <= i.start and i.end <= o.end for o in outer.content) for i in parts)
    return inside and _length(inner.content) + _length(inner.cue) <= _length(outer.content)


def _length(spans: tuple[Span, ...]) -> int:
    return sum(span.end - span.start for span in spans)
