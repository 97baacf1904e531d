"""Whom does an outlet cite for what it reports?

In "Shells hit the port, Norrpress reported, citing the harbour master", the reader gives Norrpress as source. The words are
the harbour master's; Norrpress relays them. A body that is no outlet ("the ministry said, citing witnesses") speaks for
itself and rests on the witnesses.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saidwho.statements.asides import Asides, quoted_somebody
from saidwho.statements.outlets import Outlets, may_be_outlet
from saidwho.statements.people import Mentioned
from saidwho.statements.reported import Reported
from saidwho.text.press import KINDS
from saidwho.text.subtrees import Subtrees
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Grounding, Speaker
from saidwho.types.reading import Attribution, Reading

# A speaker told by rule is as sure as the rule is right.
_SCORE = 0.8
_CITING = re.compile(
    r"\b(?:(?<!without )(?<!not )(?:citing|quoting)|which (?:(?:has|had) )?(?:cite[sd]|quote[sd])|"
    r"(?:carr(?:ied|ies|ying)|air(?:ed|s|ing)|broadcast(?:s|ing)?|publish(?:ed|es|ing)) (?:an?|the) (?:\w+ )?"
    r"(?:statement|communiqué|message|declaration) (?:by|from|of)|"
    r"(?:attributing|sourcing) (?:it|this|that|the (?:report|reports|claim|information|news|story|account|figures?)) to|according to)\b",
    re.I,
)
# Words that end a cited noun phrase.
_ENDS = frozenset(
    {
        "that",
        "as",
        "who",
        "whom",
        "which",
        "whose",
        "while",
        "but",
        "when",
        "after",
        "before",
        "said",
        "saying",
        "says",
        "reported",
        "reports",
    }
)
_REPORTS = frozenset({"reports", "reported", "has reported"})
_RELATIVES = frozenset({"who", "whom", "whose", "which"})
# Who is cited stands so near the outlet, its cue or the end of what is said, in characters.
_NEAR = 200
_WORD_OF_CITING = re.compile(r"\b(?:citing|quoting)[ \t]+", re.I)
_PASS_ON = frozenset(
    f"{noun}{ending}"
    for noun in ("blogger", "milblogger", "journalist", "reporter", "correspondent", "broadcaster", "newspaper", "channel")
    for ending in ("", "s")
)
# "The state news agency" before the name of one.
_DESCRIPTION = re.compile(rf"(?:[\w'’-]+[ \t]){{0,4}}(?:{'|'.join(sorted(KINDS))})[ \t]+", re.IGNORECASE)
# Characters of a sentence that is no list.
_LONGEST_SENTENCE = 1000
_QUOTES = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)$", re.I)
_AS_SAYING = re.compile(
    r"(?P<speaker>[^\n]{2,150}?),? as (?:having )?(?:saying|said|telling|stating|claiming|warning|adding|writing|noting|announcing)"
)
_AS = re.compile(r",? as (?:having )?")
_SOURCE_LENGTH = 200
# By what a quotation ends that opens so.
_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'"}
# A cited noun phrase has no more tokens.
_LONGEST = 24
# What stays in front of the content once the cited have been taken out of it: ", said the shells fell".
_LEAD = re.compile(r"[\s,;:–—-]*(?:(?:has |have |had )?(?:said|says|reported|reports|wrote|writes|announced|added)\b[\s,:]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """Words that cite somebody. whole: from "citing" to the end of the noun phrase."""

    whole: Span
    phrase: Span
    speaker: Speaker


def settle_citing(document: Document, reading: Reading, grounding: Grounding) -> tuple[Reading, Grounding]:
    """Give what an outlet reports, citing somebody, to that somebody; the outlet relays it. Other attributions stay.

    Returns the reading and the grounding with the attributions and their speakers put right.
    """
    settling = _Settling(document, reading, grounding)
    attributions = settling.reported(tuple(settling.settle()))
    return replace(reading, attributions=attributions), replace(grounding, speakers=(*grounding.speakers, *settling.added.values()))


class _Settling:
    def __init__(self, document: Document, reading: Reading, grounding: Grounding) -> None:
        self._text = document.text
        self._subtrees = Subtrees(reading.tokens, reading.sentences)
        self._outlets = Outlets(document, grounding.actors, grounding.outlet)
        self._mentioned = Mentioned(grounding.actors, self._subtrees)
        self._speakers = {speaker.source: speaker for speaker in grounding.speakers}
        self._unknown = frozenset(actor.id for actor in grounding.actors if may_be_outlet(actor))
        asides = Asides(document.text, self._subtrees, self._outlets, self._mentioned)
        attributions = asides.settle(reading.attributions)
        self.added = asides.added
        self._speakers.update(asides.added)
        self._attributions = tuple(self._of_citer(attribution) for attribution in attributions)
        self._contents = sorted(span for attribution in reading.attributions for span in attribution.content)
        self._without_source = {a.cue[0].start: a for a in self._attributions if a.cue and not a.source}
        self._joined: set[Attribution] = set()
        self._cited = self._find_cited()
        self._starts = [cited.whole.start for cited in self._cited]

    def _of_citer(self, attribution: Attribution) -> Attribution:
        """An attribution to whoever cites, where the reader gave it to nobody or to the one who is cited."""
        if attribution.relay and self._is_no_relay(attribution):
            attribution = replace(attribution, relay=())
        if attribution.relay or not attribution.cue or len(attribution.source) > 1:
            return attribution
        if (quoter := self._quoter(attribution)) is not None:
            return replace(attribution, relay=(quoter,))
        at = self._citing_of(attribution)
        citer = None if at is None else self._citer(attribution.cue[0], at)
        if citer is None:
            return attribution
        speaker = self._mentioned.speaker(citer, score=_SCORE, why=f"cites somebody: {citer.of(self._text)}")
        if speaker is None and self._outlets.at(citer) is None:
            return attribution
        if speaker is not None:
            self._speakers[(citer,)] = self.added[(citer,)] = speaker
        if attribution.source and self._passes_on(citer):
            return replace(attribution, relay=(citer,))
        return replace(attribution, source=(citer,))

    def _is_no_relay(self, attribution: Attribution) -> bool:
        """Whether the reader took whoever speaks for the relay too, or "which" behind a name for another."""
        return attribution.relay == attribution.source or attribution.relay[0].of(self._text).casefold() in _RELATIVES

    def _quoter(self, attribution: Attribution) -> Span | None:
        """The outlet that quotes the source: "Norrpress" of "the port was quiet, Norrpress quoted residents as saying"."""
        cue, source = attribution.cue[-1], attribution.source
        if not source or not _QUOTES.search(cue.of(self._text)) or not cue.end <= source[0].start <= cue.end + 1:
            return None
        named = self._outlets.at(Span(start=max(cue.start - 2, 0), end=cue.start))
        return named.span if named is not None and self._text[named.span.end : cue.start].isspace() else None

    def _passes_on(self, citer: Span) -> bool:
        """Whether it is the trade of whoever cites to pass on what others say."""
        head = self._subtrees.head(citer)
        return head is not None and self._subtrees.tokens[head].span.of(self._text).casefold() in _PASS_ON

    def _citing_of(self, attribution: Attribution) -> Span | None:
        """The "citing" right before the source, or that in the sentence of a cue without one, outside of what is said."""
        cue, source = attribution.cue[0], attribution.source
        sentence = self._subtrees.sentence(cue.start)
        if sentence is None or sentence.end - sentence.start > _LONGEST_SENTENCE:
            return None
        for match in _WORD_OF_CITING.finditer(self._text, sentence.start, sentence.end):
            inside = any(span.start < match.start() < span.end for span in attribution.content)
            if not inside and (match.end() == source[0].start if source else match.end() < cue.start):
                return Span(start=match.start(), end=match.end())
        return None

    def _citer(self, cue: Span, citing: Span) -> Span | None:
        """The subject of a cue that has a phrase with "citing" beside it, without that phrase."""
        verb = self._subtrees.head(cue)
        tokens = self._subtrees.tokens
        if verb is not None and cue.start == citing.start and tokens[verb].relation == "advcl":
            verb = tokens[verb].head  # "Norrpress had reported, | citing | the rebels, that"
        children = self._subtrees.children.get(verb, ()) if verb is not None else ()
        subject = next((i for i in children if tokens[i].relation == "nsubj" and tokens[i].span.end <= cue.start), None)
        if subject is None and verb is not None and cue.start == citing.start:
            return self._outlet_before(verb)
        if subject is None or tokens[subject].upos not in ("NOUN", "PROPN"):
            return None
        numbers = self._subtrees.subtree(subject)
        first, end = tokens[numbers.start].span.start, min(tokens[numbers.stop - 1].span.end, cue.start)
        if first < citing.start:
            end = min(end, citing.start)
        elif citing.end > first or not tokens[subject].span.start > citing.end:
            return None
        span = Span(start=first, end=first + len(self._text[first:end].rstrip(" ,;–—")))
        return span if 0 < span.end - span.start <= _SOURCE_LENGTH and tokens[subject].span.end <= span.end else None

    def _outlet_before(self, verb: int) -> Span | None:
        """The outlet whose name stands right before a verb and its auxiliaries, where a parse gives the verb no subject."""
        tokens = self._subtrees.tokens
        first = verb
        while first > 0 and tokens[first - 1].head == verb and tokens[first - 1].upos in ("AUX", "ADV", "PART"):
            first -= 1
        named = self._outlets.at(tokens[first - 1].span) if first > 0 else None
        return named.span if named is not None and named.span.end == tokens[first - 1].span.end else None

    def settle(self) -> Iterator[Attribution]:
        kept = [(attribution, self._settled(attribution)) for attribution in self._attributions]
        settled_sources = {before.source for before, after in kept if after is not None and after != before}
        for before, after in kept:
            if before in self._joined:
                continue
            if after is not None:
                yield after
            elif before.source not in settled_sources:
                yield before

    def reported(self, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """What others say in what outlets report, given to those others."""
        reported = Reported(self._text, self._subtrees, self._mentioned, attributions)
        settled = reported.settle(attributions, self._by_other_outlet, self._other_outlet_of)
        self.added.update(reported.added)
        return settled

    def _by_other_outlet(self, attribution: Attribution) -> bool:
        """Whether an outlet speaks that is not the one that printed the report; a body nobody knows is one if it "reports"."""
        named = self._outlets.at(attribution.source[0])
        if named is not None and self._outlets.is_own(named):
            return False
        return self._reports(attribution) or self._by_outlet(attribution)

    def _other_outlet_of(self, span: Span) -> Span | None:
        """The name of the outlet that words stand for, if it is not the one that printed the report."""
        named = self._outlets.at(span)
        if named is None or self._outlets.is_own(named):
            return None
        stands = self._outlets.is_outlet(self._mentioned.by_head(span)) or (named.actor is None and named.span.end >= span.end)
        return named.span if stands else None

    def _reports(self, attribution: Attribution) -> bool:
        """Whether a body that nobody knows "reports", as outlets do."""
        speaker = self._speakers.get(attribution.source)
        return attribution.cue[-1].of(self._text).casefold() in _REPORTS and speaker is not None and speaker.actor in self._unknown

    def _settled(self, attribution: Attribution) -> Attribution | None:
        """An attribution put right; None for one whose whole content is who is cited."""
        quoted = self._quoted_last(attribution) or self._quoted_by(attribution)
        if quoted is not None:
            return quoted
        if (
            attribution.relay
            or not attribution.source
            or not attribution.cue
            or not (self._by_outlet(attribution) or self._reports(attribution))
        ):
            return attribution
        cited = self._cited_by(attribution)
        if cited is None:
            return attribution
        content = tuple(part for span in attribution.content for part in self._outside(span, cited.whole))
        if not content or self._tells_of_cited(content[0], cited):
            return None
        self.added[(cited.phrase,)] = cited.speaker
        return replace(attribution, source=(cited.phrase,), content=content, relay=attribution.source)

    def _quoted_last(self, attribution: Attribution) -> Attribution | None:
        """What stands before "Norrpress quoted the mayor as saying", where the reader took who is quoted for what is said."""
        if attribution.relay or not attribution.source or len(attribution.content) != 1 or not attribution.cue:
            return None
        match = _AS_SAYING.fullmatch(attribution.content[0].of(self._text)[:_SOURCE_LENGTH])
        sentence = self._subtrees.sentence(attribution.cue[0].start)
        first = attribution.source[0].start
        if not match or not _QUOTES.search(attribution.cue[-1].of(self._text)) or sentence is None or sentence.start >= first:
            return None
        said = Span(start=sentence.start, end=sentence.start + len(self._text[sentence.start : first].rstrip(" ,;–—")))
        phrase = Span(start=attribution.content[0].start, end=attribution.content[0].start + match.end("speaker"))
        speaker = self._quoted(phrase)
        if said.end <= said.start or self._is_said(said):
            return None
        self.added[(phrase,)] = speaker
        return replace(attribution, source=(phrase,), content=(said,), relay=attribution.source)

    def _quoted_by(self, attribution: Attribution) -> Attribution | None:
        """The passive, of which the reader takes the agent for the source: "the mayor was quoted by Norrpress as saying"."""
        if len(attribution.source) != 1 or not attribution.cue or not attribution.content:
            return None
        by, (phrase, *content) = attribution.source[0], attribution.content
        rest = None if content else self._said_behind(by)
        content = content or list(rest.content if rest else ())
        if not content:
            return None
        if not by.of(self._text).startswith("by ") or not _QUOTES.search(attribution.cue[-1].of(self._text)):
            return None
        speaker = self._quoted(phrase)
        if phrase.end > attribution.cue[0].start or phrase.end - phrase.start > _SOURCE_LENGTH:
            return None
        self.added[(phrase,)] = speaker
        if rest:
            self._joined.add(rest)
        return replace(attribution, source=(phrase,), content=tuple(content), relay=(Span(start=by.start + 3, end=by.end),))

    def _said_behind(self, by: Span) -> Attribution | None:
        """What the reader took for another act of saying, by nobody: "was quoted by Norrpress | as saying the ship had been warned"."""
        lead = _AS.match(self._text, by.end)
        return self._without_source.get(lead.end()) if lead else None

    def _quoted(self, phrase: Span) -> Speaker:
        """Who is quoted: as whoever the phrase names, or as nobody that can be told."""
        found = self._mentioned.speaker(phrase, score=_SCORE, why=f"quoted: {phrase.of(self._text)}")
        return found or Speaker(source=(phrase,), actor=None, score=0.0, why="quoted, but named nowhere")

    def _is_said(self, span: Span) -> bool:
        """Whether some attribution has a part of a span for its content."""
        last = bisect_left(self._contents, span.end, key=lambda content: content.start) - 1
        return last >= 0 and self._contents[last].end > span.start

    def _tells_of_cited(self, piece: Span, cited: _Cited) -> bool:
        """Whether content is a relative clause about who is cited: "an official who spoke to Norrpress"."""
        return cited.whole.end <= piece.start <= cited.whole.end + 2 and piece.of(self._text).split(" ", 1)[0].casefold() in _RELATIVES

    def _by_outlet(self, attribution: Attribution) -> bool:
        speaker = self._speakers.get(attribution.source)
        if speaker and self._outlets.is_outlet(speaker.actor):
            return True
        # "the editor of Norrpress" is no outlet: the name must end the source.
        end = attribution.source[-1].end
        found = self._outlets.at(Span(start=max(end - 1, attribution.source[-1].start), end=end))
        if found is None or found.span.end < end:
            return False
        return found.actor is None or _DESCRIPTION.fullmatch(self._text, attribution.source[-1].start, found.span.start) is not None

    def _cited_by(self, attribution: Attribution) -> _Cited | None:
        """Who is cited in the sentence of a cue, not inside what is said and not by another in between."""
        sentence = self._subtrees.sentence(attribution.cue[0].start)
        if sentence is None:
            return None
        edges = [edge for span in (*attribution.source, *attribution.cue) for edge in (span.start, span.end)]
        near = self._cited_between(max(sentence.start, min(edges) - _NEAR), min(sentence.end, max(edges) + _NEAR))
        last = attribution.content[-1].end
        near += self._cited_between(max(sentence.start, last - _NEAR), last)
        for cited in near:
            inside = any(span.start < cited.whole.start and cited.whole.end <= span.end for span in attribution.content)
            if inside and self._ends_content(attribution, cited):
                return cited
            is_source = any(span.start < cited.phrase.end and cited.phrase.start < span.end for span in attribution.source)
            if not inside and not (is_source or self._is_citer(attribution, cited)) and self._is_near(attribution, cited):
                return cited
        return None

    def _cited_between(self, start: int, end: int) -> list[_Cited]:
        return self._cited[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _ends_content(self, attribution: Attribution, cited: _Cited) -> bool:
        """Whether who is cited stands behind the content's last comma, outside of quotation marks."""
        last = attribution.content[-1]
        return last.end - cited.whole.end <= 1 and self._text[max(cited.whole.start - 2, 0) : cited.whole.start] == ", "

    def _is_citer(self, attribution: Attribution, cited: _Cited) -> bool:
        """Whether the words that cite name the outlet itself: "according to Norrpress, which cited officials"."""
        speaker = self._speakers.get(attribution.source)
        return speaker is not None and speaker.actor is not None and speaker.actor == cited.speaker.actor

    def _is_near(self, attribution: Attribution, cited: _Cited) -> bool:
        """Whether only a few words stand between the cited and the outlet or its cue, or a comma behind what is said."""
        if self._text[attribution.content[-1].end : cited.whole.start] in (", ", "; "):
            return True
        edges = [edge for span in (*attribution.source, *attribution.cue) for edge in (span.start, span.end)]
        gap = min(abs(edge - at) for edge in edges for at in (cited.whole.start, cited.whole.end))
        low, high = min(edges), max(edges)
        return gap <= 40 or low <= cited.whole.start <= high

    def _find_cited(self) -> list[_Cited]:
        cues = sorted(span for attribution in self._attributions for span in attribution.cue)
        by_cue: dict[int, list[Attribution]] = defaultdict(list)
        for attribution in self._attributions:
            if attribution.cue:
                by_cue[attribution.cue[0].start].append(attribution)
        found = []
        for match in _CITING.finditer(self._text):
            at = bisect_right(cues, Span(start=match.start(), end=match.end())) - 1
            owners = by_cue.get(match.start(), []) if at >= 0 else []
            if match[0].casefold() == "according to" and owners:
                continue
            phrase = self._phrase(match.end())
            speaker = phrase and self._cited_speaker(phrase)
            if phrase and speaker:
                found.append(_Cited(whole=Span(start=match.start(), end=phrase.end), phrase=phrase, speaker=speaker))
        return found

    def _cited_speaker(self, phrase: Span) -> Speaker | None:
        found = self._mentioned.speaker(phrase, score=_SCORE, why=f"cited: {phrase.of(self._text)}")
        return found or quoted_somebody(self._text, self._subtrees, phrase)

    def _phrase(self, at: int) -> Span | None:
        """The noun phrase that begins behind a character, in its sentence."""
        sentence = self._subtrees.sentence(at)
        if sentence is None:
            return None
        numbers = self._subtrees.touched(Span(start=at, end=sentence.end))[:_LONGEST]
        past = self._past_phrase(numbers) if numbers else 0
        return self._subtrees.span(range(numbers[0], past)) if numbers and past > numbers[0] else None

    def _past_phrase(self, numbers: range) -> int:
        """The token at which a noun phrase ends that some tokens begin with; a short quotation in it is part of it."""
        number = numbers.start
        while number < numbers.stop:
            closed = self._past_quotation(number, numbers)
            if closed is None and self._ends_phrase(number, first=numbers.start):
                return number
            number = closed or number + 1
        return numbers.stop

    def _past_quotation(self, number: int, numbers: range) -> int | None:
        """The token behind a quotation that begins with a token and ends among some."""
        closing = _CLOSING.get(self._subtrees.tokens[number].span.of(self._text))
        if closing is None:
            return None
        behind = range(number + 1, numbers.stop)
        return next((i + 1 for i in behind if self._subtrees.tokens[i].span.of(self._text) == closing), None)

    def _ends_phrase(self, number: int, *, first: int) -> bool:
        token = self._subtrees.tokens[number]
        words = token.span.of(self._text).casefold()
        if token.upos == "PUNCT":
            return words not in {"-", "'", "’"} and not self._is_apposition(number)
        return words in _ENDS and number > first

    def _is_apposition(self, number: int) -> bool:
        """Whether a comma leads to a name or title of who was named: "the mayor, Ada Vale"."""
        tokens = self._subtrees.tokens
        if tokens[number].span.of(self._text) != "," or number + 1 >= len(tokens) or number == 0:
            return False
        behind = range(number + 1, min(number + 5, len(tokens)))
        return any(tokens[i].relation == "appos" and tokens[i].upos == "PROPN" and tokens[i].head < number for i in behind)

    def _outside(self, span: Span, gone: Span) -> Iterator[Span]:
        """What is left of a piece of content without the words that cite."""
        if gone.end <= span.start or span.end <= gone.start:
            # "citing two officials" | "two officials": a piece that is part of who is cited goes with it.
            yield span
            return
        before, after = Span(start=span.start, end=gone.start), Span(start=gone.end, end=span.end)
        if before.end > before.start and any(map(str.isalnum, before.of(self._text))):
            yield Span(start=before.start, end=before.start + len(before.of(self._text).rstrip(" ,;–—")))
        if after.end > after.start:
            lead = _LEAD.match(after.of(self._text))
            start = after.start + (lead.end() if lead else 0)
            if any(map(str.isalnum, self._text[start : after.end])):
                yield Span(start=start, end=after.end)
