"""Who says what is said with a second verb? "The governor said that nobody had died, and denied that the base was hit."

The reader often links the first verb alone to the governor. A verb without a speaker has the one of the verb that it is coordinated with.
"""

import re
from dataclasses import replace

from saidwho.reading.subjects import SUBJECTS, Subjects
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

# What stands between what was said first and the second verb; at least one word of it.
_JOINED = re.compile(r"[\s,;”\"’']*(?:(?:and|but|while|yet|or|though)\b,?\s*)?(?:(?:also|then|later|again|instead|even|\w+ly)\s+)*")
_WORD = re.compile(r"\b(?:and|but|while|yet|or|though)\b|[;,]")
# Steps from a verb over those that it is coordinated with.
_STEPS = 4
# So sure as the rule is right.
_SHARE = 0.9


def with_shared_sources(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Give the verbs of saying that have no source, and no subject of their own, that of the verb before them."""
    if all(attribution.source for attribution in attributions):
        return attributions
    return _Sharing(text, attributions, tokens).settle()


class _Sharing:
    def __init__(self, text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> None:
        self._text, self._tokens = text, tokens
        self._subjects = Subjects(text, tokens)
        self._trees = self._subjects.trees
        self._attributions = attributions
        self._with_source = {i: a for a in attributions if a.source and a.cue for i in self._trees.touched(a.cue[0])}

    def settle(self) -> tuple[Attribution, ...]:
        settled = list(self._attributions)
        before: Attribution | None = None
        for at in sorted(range(len(settled)), key=lambda number: _first_cue(self._attributions[number])):
            before = settled[at] = self._settled(settled[at], before)
        return tuple(settled)

    def _settled(self, attribution: Attribution, before: Attribution | None) -> Attribution:
        """An attribution with the source that it shares, if it does. before: the one told before it."""
        if attribution.source or not attribution.cue or not self._is_verb(attribution.cue[0]):
            return attribution
        source = self._source(attribution.cue[0], before)
        return replace(attribution, source=source, score=round(attribution.score * _SHARE, 4)) if source else attribution

    def _is_verb(self, cue: Span) -> bool:
        return any(self._tokens[i].upos in ("VERB", "AUX") for i in self._trees.touched(cue))

    def _source(self, cue: Span, before: Attribution | None) -> tuple[Span, ...]:
        verb = self._trees.head(cue)
        if verb is None or self._has_subject(verb):
            return ()
        if before is not None and before.source and before.cue and self._goes_on(before, cue):
            return before.source
        for _ in range(_STEPS):
            token = self._tokens[verb]
            if token.relation != "conj" or token.head >= verb:
                return ()
            verb = token.head
            if verb in self._with_source:
                return self._with_source[verb].source
            if self._has_subject(verb):
                subject = self._subjects.of(self._tokens[verb].span)
                return (subject,) if subject is not None else ()
        return ()

    def _has_subject(self, verb: int) -> bool:
        return any(self._tokens[i].relation in SUBJECTS for i in self._trees.children.get(verb, ()))

    def _goes_on(self, before: Attribution, cue: Span) -> bool:
        """Whether a cue stands right behind what was said before it, and behind a word that joins them."""
        last = max(before.content, default=before.cue[0])
        if last.start < before.cue[0].start or before.source[0].start > before.cue[0].start or last.end > cue.start:
            return False
        between = self._text[last.end : cue.start]
        return "\n" not in between and bool(_WORD.search(between)) and _JOINED.fullmatch(between) is not None


def _first_cue(attribution: Attribution) -> Span:
    return (attribution.cue or attribution.content)[0]
