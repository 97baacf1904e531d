"""What does the outlet assert in its own voice: happenings, figures and aid that the text attributes to nobody?

Syntax and wording find clauses that stand free; those hold in which the reader marked words as the outlet's own or as a happening.
What else it marked as the outlet's own is added.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from saidwho.statements.acts.cues import meaning_of
from saidwho.statements.forms import Quotations
from saidwho.statements.outlets import Outlets
from saidwho.statements.own_voice.contradicting import Contradicting
from saidwho.statements.own_voice.evidence import Evidence
from saidwho.statements.own_voice.first_hand import FirstHand, Witnessed
from saidwho.statements.own_voice.free import Free, free_clauses
from saidwho.statements.own_voice.lines import is_boilerplate, is_headline, is_said_behind, label_before, lead_of
from saidwho.statements.own_voice.marked import Marked
from saidwho.statements.own_voice.taken import Taken, is_transcript
from saidwho.statements.own_voice.worth import Worth
from saidwho.statements.surroundings import Surroundings
from saidwho.statements.verdicts import verdict_of
from saidwho.text.issuing import prints_as
from saidwho.text.noticing import COUNTING, SENSING
from saidwho.text.offers import OFFERS
from saidwho.text.posts import is_account
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Grounding
from saidwho.types.reading import Attribution, Reading
from saidwho.types.statement import Basis

# No model scores what stands free. This is the share of those found that readers had labelled too, on the reports to develop on.
SCORE = 0.86
# No clause that tells something begins with these.
_BARE = frozenset({":", "–", "—", "--"})
_BEING = frozenset({"is", "are", "was", "were", "has", "have", "had"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """What the outlet asserts. by: what names another outlet, whose people saw it. first_hand: the text says that the outlet saw
    or checked it itself. denies: it says that something told is not so. score: probability."""

    content: tuple[Span, ...]
    score: float = SCORE
    basis: Basis | None = None
    first_hand: bool = False
    by: Span | None = None
    denies: bool = False


class OwnVoice:
    """Finds the outlet's own assertions in one report."""

    def __init__(self, document: Document, reading: Reading, grounding: Grounding, around: Surroundings) -> None:
        self._document, self._reading, self._around = document, reading, around
        self._outlets = Outlets(document, grounding.actors, grounding.outlet)
        self._first_hand = FirstHand(document, around, self._outlets)
        self._evidence = Evidence(around, self._first_hand)
        self._worth = Worth(around, grounding.figures)
        self._marked = Marked(around, reading)
        self._is_talk = is_transcript(around)
        # Whoever prints its own word asserts all that it says there; a paper tells what happened.
        self._is_issuer = prints_as(document.outlet or "", document.text) != "paper"
        self._contradicting = Contradicting(around, is_issuer=self._is_issuer)

    def is_own(self, attribution: Attribution) -> bool:
        """Whether what the reader took for an attribution is an assertion of the outlet's."""
        return self._is_known(attribution) or self._is_free(attribution)

    def assertions(
        self, attributions: tuple[Attribution, ...], *, quotations: Quotations, caveats: Iterable[Span]
    ) -> tuple[Assertion, ...]:
        """The outlet's assertions, in the order of the text. attributions: all that the reader found. caveats: where they stand."""
        theirs = [attribution for attribution in attributions if not self._is_free(attribution)]
        taken = Taken(self._around, theirs, quotations, caveats, is_talk=self._is_talk)
        if taken.is_transcript:
            return ()
        sentences = list(self._sentences())
        found = [*self._shown(attributions), *self._called_false(attributions), *self._free(sentences, taken)]
        known = [span for assertion in found for span in assertion.content]
        for span, score in self._marked.left(sentences, taken, known):
            found += self._told_of(span, score)
        whole = (assertion for assertion in found if not self._has_lost(assertion, taken) and not self._is_supposed(assertion))
        return tuple(sorted(map(self._weighed, whole), key=lambda assertion: assertion.content))

    def _has_lost(self, assertion: Assertion, taken: Taken) -> bool:
        """Whether its words begin at "is" or "was", or end in a verb before its object: "What the lists do not show | is who they are",
        "Families got | text messages telling them"."""
        numbers = self._around.touched(assertion.content[0])
        if any(self._around.words[i] in _BEING for i in numbers[:1]):
            return True
        past = numbers.stop
        return bool(numbers) and past < len(taken.sources) and bool(taken.sources[past]) and self._around.tokens[past - 1].upos == "VERB"

    def _is_supposed(self, assertion: Assertion) -> bool:
        """Whether a paper only tells what may be, or what a place is; whoever prints its own word threatens or intends by it."""
        told = assertion.basis is None and not self._is_issuer
        content = assertion.content[0]
        return told and (self._worth.supposes(content) or self._worth.describes(content))

    def _weighed(self, assertion: Assertion) -> Assertion:
        """An assertion with whether it says that something told is not so."""
        told = assertion.basis is None and not assertion.first_hand and len(assertion.content) == 1
        return replace(assertion, denies=True) if told and self._contradicting.denies(assertion.content[0]) else assertion

    def _is_known(self, attribution: Attribution) -> bool:
        """Whether an image or paper was taken for who speaks, or somebody of the outlet's for a source."""
        return bool(self._evidence.shown_by(attribution) or self._evidence.seen_by(attribution))

    def _is_free(self, attribution: Attribution) -> bool:
        """Whether what was taken for an attribution is a clause of the outlet's like any other; a turn of a talk and a post are none.

        Nor is what only a colon or dash gives somebody, "Raid kills 12: army": the reader, which never met that form, finds no cue there.
        """
        if not attribution.source and verdict_of(self._around, attribution) is not None:
            return True
        cues = [cue.of(self._document.text) for cue in attribution.cue]
        if any(map(is_account, cues)) or (self._is_talk and ":" in cues) or (attribution.source and _BARE.issuperset(cues)):
            return False
        if self._evidence.is_deed(attribution) or self._contradicting.disowns(attribution):
            return True
        is_theirs = self._is_known(attribution) or self._refuses(attribution) or self._notices(attribution)
        return not is_theirs and self._marked.is_own(attribution)

    def _notices(self, attribution: Attribution) -> bool:
        """Whether somebody counted or perceived what is told: "residents heard | shots"; the outlet's own people are known before."""
        verbs = [self._around.words[i] for i in self._around.touched_by(attribution.cue) if self._around.tokens[i].upos == "VERB"]
        return bool(attribution.source and verbs) and all(word in COUNTING | SENSING for word in verbs)

    def _refuses(self, attribution: Attribution) -> bool:
        """Whether somebody turns down what was offered or asked: "the junta rejected the terms"."""
        meaning = meaning_of(self._around, attribution)
        top = self._around.top(self._around.touched_by(attribution.content[:1]))
        refuses = bool(attribution.source) and meaning.kind == "decline" and meaning.is_conditional
        return refuses and top is not None and self._around.words[top] in OFFERS

    def _shown(self, attributions: tuple[Attribution, ...]) -> Iterator[Assertion]:
        """What images and papers show, and what the outlet's own people were taken to say."""
        for attribution in attributions:
            basis = self._evidence.shown_by(attribution)
            witnessed = None if basis else self._evidence.seen_by(attribution)
            content = self._beside_cue(attribution)
            if basis and content:
                checked = self._first_hand.is_checked(basis.span.of(self._document.text))
                yield Assertion(content=content, basis=basis, first_hand=checked)
            elif witnessed and content:
                yield self._told(content, witnessed)

    def _called_false(self, attributions: tuple[Attribution, ...]) -> Iterator[Assertion]:
        """Sentences that call false what they say is reported by somebody, where nobody else says them."""
        around = self._around
        verdicts = {verdict_of(around, attribution) for attribution in attributions if attribution.source} - {None}
        if not verdicts:
            return
        said = {i for attribution in attributions for piece in attribution.content for i in around.touched(piece)}
        for verdict in sorted(found for found in verdicts if found is not None and found not in said):
            yield from self._told_of(around.sentence(around.tokens[verdict].span.start), SCORE)

    def _beside_cue(self, attribution: Attribution) -> tuple[Span, ...]:
        """The pieces of a content in the sentence of its cue; those in the next are not seen or shown by anybody."""
        if not attribution.cue:
            return ()
        sentence = self._around.sentence(attribution.cue[0].start)
        return tuple(span for span in attribution.content if sentence.start <= span.start < sentence.end)

    def _free(self, sentences: Iterable[range], taken: Taken) -> Iterator[Assertion]:
        for tokens in sentences:
            parted = self._shown_behind_aside(tokens, taken)
            if parted is not None:
                yield parted
                continue
            for clause in free_clauses(self._around, tokens, taken):
                assertion = self._assertion(clause)
                if assertion is not None:
                    yield assertion

    def _shown_behind_aside(self, tokens: range, taken: Taken) -> Assertion | None:
        """What evidence shows of which a doubt parts it: "The film, which nobody could check, shows | a fire"."""
        aside = taken.aside(self._around, tokens)
        shown = None if aside is None else self._marked.shown(tokens.start, tokens.stop)
        if aside is None or shown is None or self._around.span(tokens.start, aside.start).end <= shown.basis.start:
            return None
        return Assertion(content=(shown.content,), basis=self._evidence.named(range(tokens.start, aside.start)))

    def _sentences(self) -> Iterator[range]:
        """The sentences that may assert something, as tokens, without what stands before the first word of a line's."""
        around, text = self._around, self._document.text
        leads: dict[int, Span] = {}
        for first, past in self._reading.sentences:
            if first == past:
                continue
            span = around.span(first, past)
            number = around.paragraph(span.start)
            line = around.paragraphs[number]
            if number not in leads:
                leads[number] = lead_of(text, line)
            words = text[label_before(text, line, span.start) : span.end]
            if words.endswith(("?", ":")) or is_boilerplate(words) or self._is_headline_of_others(line, leads[number]):
                continue
            asked = text.rfind("? ", span.start, span.end) + 1
            tokens = around.touched(Span(start=max(span.start, leads[number].end, asked), end=span.end))
            if tokens:
                yield tokens

    def _is_headline_of_others(self, line: Span, lead: Span) -> bool:
        """Whether a line is a headline that says who says it, or in which paper it stood."""
        words = line.of(self._document.text)
        return is_headline(words) and (is_said_behind(words) or bool(self._outlets.within(lead)))

    def _assertion(self, clause: Free) -> Assertion | None:
        span = self._around.span(clause.first, clause.past)
        witnessed, shown = self._seen_in(clause), self._marked.shown(clause.first, clause.past)
        if witnessed is not None:
            start = max(witnessed.seen or span.start, span.start)
            content = shown.content if shown else self._trimmed(Span(start=start, end=span.end))
            return self._told((content,), witnessed) if content else None
        if shown is not None:
            checked = self._first_hand.is_checked(shown.basis.of(self._document.text))
            return Assertion(content=(shown.content,), first_hand=checked)
        if not self._is_assertion(clause) and not self._contradicts(clause):
            return None
        return next(iter(self._told_of(self._worth.without_tail(span), SCORE)), None)

    def _is_assertion(self, clause: Free) -> bool:
        """Whether nearly all of a sentence is marked, or a clause tells of a happening or a figure and something of it is marked."""
        if clause.is_whole and self._marked.covers(clause.first, clause.past):
            return True
        if self._is_issuer and self._worth.tells(clause):
            return True
        # What tells more of a speaker was learned as words for him, and never as the outlet's own.
        counts = self._worth.counts(self._around.span(clause.first, clause.past))
        holds = clause.is_of_speaker or self._marked.holds(clause.first, clause.past, counts=counts)
        return holds and self._worth.is_assertion(clause)

    def _contradicts(self, clause: Free) -> bool:
        """Whether a sentence says that something told is not so, though it tells no happening."""
        if not clause.is_whole:
            return False
        return self._contradicting.denies(self._around.span(clause.first, clause.past)) or self._contradicting.negates(clause)

    def _told_of(self, span: Span, score: float) -> Iterator[Assertion]:
        """A stretch as an assertion, with the count that it is told by; none where nothing is left."""
        count = self._first_hand.own_count(self._document.text, span)
        basis = Basis(span=count, kind="own knowledge") if count else None
        content = self._trimmed(Span(start=span.start, end=count.start) if count else span)
        checked = self._first_hand.is_checked(span.of(self._document.text))
        if content:
            yield Assertion(content=(content,), score=score, basis=basis, first_hand=checked or count is not None)

    def _seen_in(self, clause: Free) -> Witnessed | None:
        verbs = (i for i in range(clause.first, clause.past) if self._around.tokens[i].upos == "VERB")
        found = (self._first_hand.witnessed(verb) for verb in verbs if verb == clause.head or self._around.tokens[verb].head == clause.head)
        seen = [witnessed for witnessed in found if witnessed]
        return next((witnessed for witnessed in seen if witnessed.seen), next(iter(seen), None))

    def _told(self, content: tuple[Span, ...], witnessed: Witnessed) -> Assertion:
        named = self._outlets.at(witnessed.by)
        by = witnessed.by if named is not None and not self._outlets.is_own_in_short(named) else None
        return Assertion(content=content, basis=Basis(span=witnessed.seeing, kind="witness"), first_hand=True, by=by)

    def _trimmed(self, span: Span) -> Span | None:
        """Without blanks and marks around it; None where nothing is left."""
        text, start, end = self._document.text, span.start, span.end
        while start < end and not text[start].isalnum() and text[start] not in "\"“'‘$€£(":
            start += 1
        while end > start and text[end - 1] in " \t\n.,;:–—-":
            end -= 1
        return Span(start=start, end=end) if start < end else None
