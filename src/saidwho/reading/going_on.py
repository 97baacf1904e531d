"""What does somebody go on to say behind who says it, in the same sentence?

"The bridge is whole, says the mayor; two lorries crossed it this morning" is all the mayor's, and so is "the patrol was driven off, the
brigade said, and lost two men". The reader mostly ends what is said where it is said who says it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from saidwho.reading.extents import ends_in_shortened, is_the_outlets, says_no
from saidwho.reading.taken import is_taken
from saidwho.text.subtrees import Subtrees
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

# By these somebody tells what is so; whoever wants, blames or promises tells no more of it behind a semicolon.
_TELLING = word_set(
    "say says said saying tell tells told write writes wrote report reports reported state states stated announce announces announced "
    "explain explains explained recall recalls recalled remember remembers remembered add adds added insist insists insisted maintain "
    "maintains maintained claim claims claimed argue argues argued note notes noted recount recounts recounted relate relates related "
    "complain complains complained confirm confirms confirmed declare declares declared disclose discloses disclosed reveal reveals "
    "revealed testify testifies testified admit admits admitted concede concedes conceded observe observes observed reply replies replied "
    "inform informs informed mention mentions mentioned stress stresses stressed point points pointed"
)
_ACCORDING = re.compile(r"according to|in the words of", re.IGNORECASE)
# What may stand between who says it and a semicolon: who or where he is, and when he said it.
_ASIDE = re.compile(r"(?:,? (?:(?!: )[^;.!?\n“”\"]|\.(?=\w)){1,120}?)?(?=; )")
_COLON = re.compile(r"(?: (?:us|me|[A-Z]\w+|reporters|this (?:paper|newspaper)))?: ")
_CLAUSE = re.compile(r"(?:[^;.!?\n]|[.!?](?=\w)){1,400}(?=[;.!?\n]|$)")
_JOINED_IN = re.compile(r", and (?=\w)")
_AND = re.compile(r",? (?P<and>and )(?=\w)")
# A clause set against what was said is mostly the outlet's.
_CONTRAST = re.compile(r"(?:and|but|yet|so|or|nor|while|whereas|though|although|however|meanwhile|elsewhere|separately)\b", re.IGNORECASE)
_JOINT = re.compile(r", (?:and|but|while|yet|though|although) $")
_PLANNED = re.compile(r"(?:that )?(?:\S+ ){1,5}?(?:will|would)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|ours)\b")
# Somebody else's figures, and what somebody else does with words.
_OTHERS = re.compile(
    r"\b(?:counts?|lists?|figures?|versions?|accounts?|tally|tallies|estimates?|reckoning|in the (?:words|view) of|"
    r"protest(?:s|ed)?|regret(?:s|ted)?|apologi[sz](?:es|ed)|repl(?:y|ies|ied)|answer(?:s|ed)?|speaks?|spoke|writes?|wrote)\b"
)
_MARKS = re.compile(r"[\"“”]")
# As sure as the rule is.
_SHARE = 0.9


def with_what_goes_on(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Give those who say something the clauses that they go on with, where no attribution holds any of them. Linear in attributions."""
    going = _GoingOn(text, attributions, tokens)
    return tuple(map(going.with_more, attributions))


class _GoingOn:
    def __init__(self, text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> None:
        self._text, self._tokens = text, tokens
        self._trees = Subtrees(tokens)
        self._taken = sorted(span for one in attributions for span in (*one.source, *one.cue, *one.content))

    def with_more(self, one: Attribution) -> Attribution:
        is_telling = bool(one.source and one.cue and one.content) and self._tells(one)
        if not is_telling and not (one.source and one.content and _ACCORDING.fullmatch(" ".join(cue.of(self._text) for cue in one.cue))):
            return one
        one = self._without_second_verb(one)
        last = max(*one.source, *one.cue, *one.content, key=lambda span: span.end)
        is_behind = last not in one.content
        more = list(self._clauses(one, last.end, is_behind=is_behind)) if is_telling else []
        if not more and is_behind:
            joined = self._joined(one, last.end)
            more = [joined] if joined is not None else []
        if not more:
            return one
        more = [Span(start=more[0].start, end=more[-1].end)]
        return replace(one, content=(*one.content, *more), score=round(one.score * _SHARE, 4))

    def _without_second_verb(self, one: Attribution) -> Attribution:
        """ "Were found in a camp, says | the commander, and brought to Lom": the second verb is none of who speaks."""
        source = one.source[-1]
        joined = _JOINED_IN.search(source.of(self._text)) if source.start > one.content[-1].end else None
        if joined is None:
            return one
        said = {i for piece in one.content for i in self._trees.touched(piece)}
        words = self._trees.touched(Span(start=source.start + joined.end(), end=source.end))
        if not any(self._tokens[i].relation == "conj" and self._tokens[i].head in said for i in words[:2]):
            return one
        return replace(one, source=(*one.source[:-1], Span(start=source.start, end=source.start + joined.start())))

    def _tells(self, one: Attribution) -> bool:
        words = one.cue[-1].of(self._text).casefold().split()
        return not _TELLING.isdisjoint(words) and not any(says_no(cue.of(self._text)) for cue in one.cue)

    def _clauses(self, one: Attribution, at: int, *, is_behind: bool) -> Iterator[Span]:
        """The clauses behind semicolons, or behind a colon, up to the first that is another's."""
        if not is_behind and _MARKS.search(one.content[-1].of(self._text)):
            return
        colon = _COLON.match(self._text, at) if is_behind else None
        aside = _ASIDE.match(self._text, at) if colon is None else None
        if colon is None and (aside is None or (not is_behind and aside.end() > at)):
            return
        if aside is not None and not self._is_free(at, aside.end()):
            return
        start = colon.end() if colon is not None else aside.end() + 2 if aside is not None else at
        while (clause := self._clause(start)) and self._is_more(one, clause):
            yield clause
            if not self._text.startswith("; ", clause.end):
                return
            start = clause.end + 2

    def _clause(self, start: int) -> Span | None:
        """The clause from a place on, without what another says behind a comma: "nine were hurt | , and the mayor says"."""
        match = _CLAUSE.match(self._text, start)
        if match is None or ends_in_shortened(self._text, Span(start=start, end=match.end())):
            return None
        at = bisect_left(self._taken, Span(start=start, end=start))
        another = self._taken[at].start if at < len(self._taken) else match.end()
        joint = _JOINT.search(self._text, start, another) if another < match.end() else None
        return Span(start=start, end=joint.start() if joint is not None else match.end())

    def _is_more(self, one: Attribution, clause: Span) -> bool:
        words = clause.of(self._text)
        said = " ".join(piece.of(self._text) for piece in one.content)
        if _CONTRAST.match(words) or _MARKS.search(words) or is_the_outlets(words) or _OTHERS.search(words):
            return False
        # "The office will send seed, it said; the first sacks came on Monday": how a plan went on is the outlet's.
        if _PLANNED.match(said) and not _PLANNED.match(words):
            return False
        if _FIRST_PERSON.search(words) and not _FIRST_PERSON.search(said):
            return False
        has_verb = any(self._tokens[i].upos in ("VERB", "AUX") for i in self._trees.touched(clause))
        return has_verb and self._is_free(clause.start, clause.end)

    def _joined(self, one: Attribution, at: int) -> Span | None:
        """ "Were found in a camp, says the commander, | and brought to Lom": a second verb of what is said, without a subject."""
        match = _AND.match(self._text, at)
        if match is None or (clause := self._clause(match.end())) is None:
            return None
        words = self._trees.touched(clause)
        said = {i for piece in one.content for i in self._trees.touched(piece)}
        verb = next((i for i in words if self._tokens[i].relation == "conj" and self._tokens[i].head in said), None)
        if verb is None or self._tokens[verb].upos != "VERB" or not self._is_free(clause.start, clause.end):
            return None
        if any(self._tokens[i].upos not in ("ADV", "AUX", "PART") for i in words if i < verb):
            return None
        words_of = clause.of(self._text)
        is_others = is_the_outlets(words_of) or _MARKS.search(words_of) is not None
        return None if is_others else Span(start=match.start("and"), end=clause.end)

    def _is_free(self, start: int, end: int) -> bool:
        return not is_taken(self._taken, start, end)
