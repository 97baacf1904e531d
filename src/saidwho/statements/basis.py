"""What does a speaker rest his words on: intelligence, documents, images, witnesses, what he saw himself?

A basis is given where the text names it: in what is said ("We have information that"), beside the cue ("citing satellite
images"), as what shows it ("the logs show") or in the sentence that follows ("It relied on ledgers").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from saidwho.statements.evidence import KIND_OF, WORDS, Evidence
from saidwho.statements.experience import Experience, is_beside
from saidwho.statements.findings import Findings
from saidwho.statements.hearsay import Hearsay
from saidwho.statements.knowing import Knowing
from saidwho.statements.resting import (
    BEARING_OUT,
    CITING,
    CONCLUDING,
    EXAMINING,
    FINDING,
    GOT_AT,
    HAVING,
    HELD_UP,
    KEPT_TO_KNOW,
    KNOWN_AS,
    LOOKED_INTO,
    NOT_FOR_US,
    ON_ANYTHING,
    OURS,
    OURS_IS,
    PUBLISHING,
    RELIED,
    REPORTING,
    RESTS,
    SHOWING,
    SHOWN_TO_ALL,
    SIDE_HAVING,
    TO_ITSELF,
    WHO_ASKED,
    WHO_KEEPS,
    WHO_READ,
    WRITTEN_IN,
)
from saidwho.statements.surroundings import Surroundings
from saidwho.statements.third_persons import may_be_speaker
from saidwho.text.holding import HOLDING, KEPT, OWNING
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Basis, BasisKind

# Kinds whose nouns are a basis by their name alone where they are the source; a report that says something is a speaker.
_AS_SOURCE = frozenset(("intelligence", "imagery"))
_HELD_UP_KINDS = frozenset(("intelligence", "imagery", "document"))
_SHOWN_KINDS = frozenset(("intelligence", "imagery"))
_HOLDERS = frozenset(("we", "i", "it", "she", "he", "they"))
_QUOTING = frozenset(("citing", "cited", "cites", "quoting", "according to"))
_OWNERS = frozenset(("my", "our", "his", "her"))
# What evidence of the speaker's own stands behind where he rests on it; what is taken from it or gone off with is none.
_RESTED_ON = frozenset(("to", "from", "with"))
# Where what is said of it begins: "footage | which it said showed".
_RELATIVE = re.compile(r",?\s(?:(?:in|on|of) )?(?:which|that)\b")
# "We go by our records".
_GOING = frozenset(("go", "goes", "going", "went", "judge", "judges", "judging", "judged"))
# What somebody is fined or blamed for: "for | publishing pictures".
_FOR_DOING = re.compile(r"\b(?:for|of|against|from|about|without|by) $", re.IGNORECASE)
# Who has seen "the reports" of something has read the papers.
_READ = frozenset(("seen", "saw", "read"))
_OPEN = frozenset(("if", "whether", "unless", "until", "once"))
# "A satellite firm" is somebody.
_BODIES = frozenset((
    "firm", "company", "agency", "service", "operator", "centre", "center", "group", "provider", "agencies", "services", "firms",
    "companies", "directorate", "department", "community", "branch", "unit", "committee", "ministry", "office", "chief", "chiefs",
    "officials", "officers",
))  # fmt: skip
# Nothing is named by these: "according to updated information".
_SOME_INFORMATION = re.compile(
    r"(?:the )?(?:\w+ )?(?:updated|available|latest|initial|preliminary|incoming|early|further|new|current|first) information",
    re.IGNORECASE,
)
# How far from a cue, and into a content, a basis is looked for.
_NEAR = 240
_PHRASE = 12  # words that a noun phrase has at most
_ARTICLE = 4  # characters that an article takes
_HELD = 60  # words into a content


class Bases:
    """The bases of the statements of one text."""

    def __init__(self, around: Surroundings, attributions: Sequence[Attribution] = ()) -> None:
        """attributions: all of the text; what is cited beside the cue of one is no basis of another."""
        self._around = around
        self._text = around.text
        self._cues = frozenset(i for one in attributions for i in around.touched_by(one.cue) if around.tokens[i].upos == "VERB")
        self._evidence, self._experience = Evidence(around), Experience(around)
        self._hearsay, self._findings = Hearsay(around, self._evidence), Findings(around, self._evidence)
        self._knowing = Knowing(around, self._evidence)

    def basis(self, attribution: Attribution) -> Basis | None:
        """What the speaker of an attribution rests it on; None where the text does not say."""
        for found in (
            self._having,
            self._cited,
            self._written_in,
            self._lived_through,
            self._shown,
            self._shown_to_all,
            self._held,
            self._ours,
            self._hearsay.told_by,
            self._knowing.known_by,
            self._named_inside,
            self._knowing.told_by_signs,
            self._as_document,
            self._read_by_source,
            self._looked_into_before,
            self._findings.told_after,
            self._findings.shown_before,
        ):
            basis = found(attribution)
            if basis:
                return basis
        return None

    def is_basis(self, attribution: Attribution) -> bool:
        """Whether an attribution only names what another rests on ("citing satellite images", "bases this on"), and so is no statement."""
        cue = " ".join(span.of(self._text) for span in attribution.cue).lower()
        if cue in RESTS or self._is_only_shown(cue, attribution):
            return True
        if cue not in TO_ITSELF:
            return False
        numbers = self._around.touched_by(attribution.content)[:_PHRASE]
        top = self._around.top(numbers)
        if cue == "pointing to":
            return top is not None and self._around.tokens[top].upos == "NOUN"
        verbal = any(self._around.tokens[i].relation in ("nsubj", "nsubj:pass", "ccomp", "cop") for i in numbers)
        return not verbal and any(self._around.words[i] in KIND_OF for i in numbers)

    def _is_only_shown(self, cue: str, attribution: Attribution) -> bool:
        """Whether somebody shows a picture and says nothing by it: "posted | a photograph of a burnt lorry"."""
        around, numbers = self._around, self._around.touched_by(attribution.content)
        noun = around.top(numbers)
        if cue not in PUBLISHING or noun is None or self._evidence.kind(noun) != "imagery":
            return False
        return not any(around.words[i] in SHOWING or around.words[i] in ("that", "which", "what") for i in numbers)

    def _having(self, attribution: Attribution) -> Basis | None:
        """What the speaker says that he has: "We have information that"."""
        for span in attribution.content[:3]:
            match = HAVING.search(self._straight(span.start, min(span.end, span.start + _NEAR)))
            if match is None or not may_be_speaker(match[0].split()[0].lower(), span, attribution, self._around):
                continue
            if _is_open(match) and _is_own(match) and match.start() < _NEAR // 2 and " no " not in f" {match[0].lower()} ":
                noun = match["noun"].lower()
                if noun == "reports" and " seen " in match[0].lower():
                    continue
                return Basis(span=self._had(match, span), kind=KNOWN_AS.get(noun) or KIND_OF.get(noun, "other"))
        return self._had_by_side(attribution)

    def _had_by_side(self, attribution: Attribution) -> Basis | None:
        """What the speaker's side has, by its name: "Washington had | intelligence that"."""
        span = attribution.content[0] if attribution.content else None
        match = SIDE_HAVING.match(self._straight(span.start, min(span.end, span.start + _NEAR))) if span else None
        if span is None or match is None or not self._around.touched_by(attribution.source):
            return None
        noun = match["noun"].lower()
        number = self._around.touched(_shift(match, span.start, group="noun"))[-1]
        phrase = self._evidence.bare(number, past=span.end)
        return Basis(span=phrase, kind=KNOWN_AS.get(noun) or KIND_OF.get(noun, "other"))

    def _had(self, match: re.Match[str], content: Span) -> Span:
        """Who has what: "we have the manifest of every ship"."""
        had, nouns = _shift(match, content.start), self._around.touched(_shift(match, content.start, group="noun"))
        return Span(start=had.start, end=max(had.end, self._evidence.bare(nouns[-1], past=content.end).end)) if nouns else had

    def _lived_through(self, attribution: Attribution) -> Basis | None:
        said = self._experience.said(attribution)
        span = self._evidence.with_seen(said) if said else self._experience.of_source(attribution)
        return Basis(span=span, kind="own knowledge") if span else None

    def _held(self, attribution: Attribution) -> Basis | None:
        """Evidence that somebody says he has: "we have the hospital list", "she has seen the radar tracks"."""
        around = self._around
        for span in attribution.content[:3]:
            for number in around.touched(span)[:_HELD]:
                if (
                    around.tokens[number].relation == "obj"
                    and self._is_held(number)
                    and not self._is_within(around.tokens[number].head, span)
                ):
                    kind, who = self._kind_held(number), self._holder(around.tokens[number].head)
                    if kind and who is not None and may_be_speaker(around.words[who], span, attribution, around):
                        holder = around.tokens[who].span.start
                        phrase = self._evidence.bare(number, past=span.end)
                        return Basis(span=Span(start=max(span.start, min(holder, phrase.start)), end=phrase.end), kind=kind)
        return None

    def _kind_held(self, noun: int) -> BasisKind | None:
        """The kind of what somebody has, also by how he got it: "it has intercepted a conversation"."""
        around = self._around
        verb = around.words[around.tokens[noun].head]
        overheard = verb in WORDS["intelligence before"] and around.words[noun] in WORDS["overheard"]
        return "intelligence" if overheard else self._evidence.kind(noun)

    def _is_held(self, noun: int) -> bool:
        around, verb = self._around, self._around.tokens[noun].head
        if around.words[verb] not in HOLDING or self._is_denied(noun, verb) or is_beside(around, verb):
            return False
        if around.words[noun] == "reports" and around.words[verb] in _READ:
            return False
        if around.words[verb] in OWNING:
            return around.words[noun] not in WORDS["had"]
        return around.words[verb] not in KEPT or around.words[noun] in KEPT_TO_KNOW

    def _holder(self, verb: int) -> int | None:
        """The pronoun for whoever has something, or for whose body has it: "his ministry has the logs"."""
        around = self._around
        holder = next((i for i in around.children(verb) if around.words[i] in _HOLDERS), None)
        return self._owner(around.child(verb, "nsubj")) if holder is None else holder

    def _owner(self, body: int | None) -> int | None:
        """ "Her" of "her office"."""
        if body is None or self._around.words[body] not in WORDS["body"]:
            return None
        return next((i for i in self._around.children(body) if self._around.words[i] in _OWNERS), None)

    def _is_within(self, verb: int, content: Span) -> bool:
        """Whether a clause is what somebody else says in a content: "the paper says it has the log"."""
        around, head = self._around, self._around.tokens[verb].head
        inside = content.start <= around.tokens[head].span.start < content.end
        speaking = around.child(head, "nsubj")
        return inside and around.tokens[verb].relation == "ccomp" and speaking is not None and around.words[speaking] not in ("i", "we")

    def _is_denied(self, noun: int, verb: int) -> bool:
        below = {self._around.words[i] for i in (*self._around.children(verb), *self._around.children(noun))}
        return bool(below & {"no", "not", "n't", "never", "any", "neither", "nor"})

    def _ours(self, attribution: Attribution) -> Basis | None:
        """ "Our records", "my data", "our information is that": evidence of the speaker's own."""
        around = self._around
        for span in attribution.content[:3]:
            match = OURS_IS.match(self._straight(span.start, min(span.end, span.start + _NEAR)))
            if match:
                noun = match["noun"].lower()
                return Basis(span=_shift(match, span.start, group="had"), kind=KNOWN_AS.get(noun) or KIND_OF.get(noun, "other"))
            for number in around.touched(span)[:_HELD]:
                head = around.tokens[number].head
                if (
                    around.words[number] in ("our", "my")
                    and head > number
                    and KIND_OF.get(around.words[head]) in ("document", "intelligence", "imagery", "other")
                    and self._tells(head)
                ):
                    return self._evidence.basis(head, self._evidence.kind(head) or "other", past=span.end)
        return None

    def _tells(self, noun: int) -> bool:
        """Whether evidence shows something or is compared with, and is not only dealt with: "our records show", "asked for our papers"."""
        around, verb = self._around, self._around.tokens[noun].head
        if around.tokens[noun].relation == "nsubj":
            return self._findings.tells(noun, verb)
        case = around.child(noun, "case")
        if case is None or around.words[case] != "by":
            return case is not None and around.words[case] in _RESTED_ON and self._bears(noun)
        # "By our count, forty died"; but not "we stand by our estimates".
        return noun < verb or around.words[verb] in _GOING | SHOWING | BEARING_OUT | WORDS["bearing"]

    def _bears(self, noun: int) -> bool:
        """Whether what is said over evidence is known from it or compared with it: "bears no relation | to our records"."""
        around, verb = self._around, self._around.tokens[noun].head
        return any(
            around.words[i] in WORDS["bearing"] for i in (verb, *around.children(verb)) if i == verb or around.tokens[i].relation == "obj"
        )

    def _cited(self, attribution: Attribution) -> Basis | None:
        """What is cited in the sentence of the cue, outside of what is said."""
        return self._cited_in(self._outside(attribution), attribution)

    def _looked_into_before(self, attribution: Attribution) -> Basis | None:
        """What a sentence says that the speaker had looked into, before he concluded: "it had read | the files and concluded"."""
        around, cue = self._around, attribution.cue
        verb = around.top(around.touched_by(cue[:1]))
        if verb is None or around.tokens[verb].relation != "conj" or around.words[verb] not in CONCLUDING | FINDING | REPORTING:
            return None
        if found := self._looked_into(around.tokens[verb].head, verb):
            return found
        end = cue[0].start
        start = max(around.sentence(end).start, end - _NEAR)
        for match in LOOKED_INTO.finditer(self._straight(start, end)):
            found = self._evidence.after(start + match.end(), end)
            if found:
                return replace(found, span=Span(start=start + match.start(), end=found.span.end))
        return None

    def _looked_into(self, verb: int, cue: int) -> Basis | None:
        """Who looked into what by a verb, before he says by another what he found: "the monitors examined the crater | and reported"."""
        around = self._around
        who, thing = around.child(verb, "nsubj"), around.child(verb, "obj")
        if around.words[verb] not in EXAMINING or who is None or thing is None or self._is_denied(thing, verb):
            return None
        if not who < verb < thing < cue:
            return None
        phrase = self._evidence.bare(thing, past=around.tokens[cue].span.start)
        kind = self._evidence.kind(thing) or "own knowledge"
        return Basis(span=Span(start=around.tokens[self._evidence.first(who)].span.start, end=phrase.end), kind=kind)

    def _named_inside(self, attribution: Attribution) -> Basis | None:
        """What is cited within what is said: "losses confirmed by aerial reconnaissance"."""
        within = ((span.start, min(span.end, span.start + 2 * _NEAR)) for span in attribution.content[:3])
        return self._cited_in(within, attribution, of_others=True)

    def _cited_in(self, stretches: Iterator[tuple[int, int]], attribution: Attribution, *, of_others: bool = False) -> Basis | None:
        """of_others: whether what somebody else relies on may be told there, which is no basis."""
        for start, end in stretches:
            for match in CITING.finditer(self._straight(start, end)):
                if of_others and RELIED.match(match[0]) and self._is_by_another(start + match.start()):
                    continue
                if match["naming"] and _FOR_DOING.search(self._straight(start, start + match.start())):
                    continue
                past = self._around.sentence(start).end if start + match.end() == end else end
                found = self._named_by(match, start, past)
                if found and not _is_source(found.span, attribution) and not self._is_about_another(start + match.start(), attribution):
                    return found
        return None

    def _is_by_another(self, relying: int) -> bool:
        """Whether a noun for somebody is who relies on what is named: "said that the panel | had relied on exiles"."""
        around = self._around
        verb = around.touched(Span(start=relying, end=relying + 1))[0]
        who = around.child(verb, "nsubj")
        if who is None:
            return False
        return around.tokens[who].upos == "PROPN" or bool({around.words[who], around.words[who] + "s"} & (WORDS["body"] | WORDS["person"]))

    def _shown_to_all(self, attribution: Attribution) -> Basis | None:
        """What whoever speaks shows to the public beside it: "released recordings of what it said were talks"."""
        for start, end in self._outside(attribution):
            said = self._straight(start, end)
            for match in HELD_UP.finditer(said):
                found = self._evidence.after(start + match.end(), end)
                if found and found.kind in _HELD_UP_KINDS and not _is_source(found.span, attribution):
                    return found
            for match in SHOWN_TO_ALL.finditer(said):
                relative = _RELATIVE.search(self._text, start + match.end(), end)
                found = self._evidence.after(start + match.end(), relative.start() if relative else end)
                if found and found.kind in _SHOWN_KINDS and not _is_source(found.span, attribution):
                    return found
        return None

    def _written_in(self, attribution: Attribution) -> Basis | None:
        """The paper in which something is said, where somebody had to get at it: "wrote in a leaked memo that"."""
        for start, end in self._outside(attribution):
            for match in WRITTEN_IN.finditer(self._straight(start, end)):
                found = self._evidence.after(start + match.end(), end)
                if found and found.kind == "document" and NOT_FOR_US.search(self._up_to_comma(found.span, end)):
                    return found
        return None

    def _up_to_comma(self, span: Span, end: int) -> str:
        """A phrase with what follows it up to the next comma: "an assessment | dated 30 January and seen by the paper"."""
        return self._straight(span.start, end).split(",", 1)[0]

    def _named_by(self, match: re.Match[str], start: int, end: int) -> Basis | None:
        """What a phrase names."""
        at, resting = start + match.end(), match["resting"]
        on_anything = bool(resting and ON_ANYTHING.search(resting)) or (match["naming"] or "").lower() == "pointing to"
        found = self._evidence.named(at, end) if on_anything else self._evidence.after(at, end)
        if found and (resting or "").lower() == "using" and not self._is_known_from(found):
            return None
        naming = (match["naming"] or "").lower()
        if found is None and naming in _QUOTING and naming != "according to":
            return self._evidence.people(at, end)  # "citing | people who had fled"
        if found and naming == "according to" and not self._may_be_source(found):
            return None
        if self._is_not_done(start + match.start()) or (found and naming in _QUOTING and self._is_name(found)):
            return None
        return None if found and naming in _QUOTING and self._is_speaking_source(found) else found

    def _is_not_done(self, citing: int) -> bool:
        """Whether somebody did not cite or check what is named: "had not | checked it against newer records"."""
        number = self._around.touched(Span(start=citing, end=citing + 1))[0]
        return any(self._around.words[i] in ("not", "n't", "never", "without") for i in self._around.children(number))

    def _is_name(self, found: Basis) -> bool:
        """Whether what is cited is somebody by his name, which the noun for evidence only ends: "citing the Kesh Ledger"."""
        noun = self._around.top(self._around.touched(found.span))
        return noun is not None and self._around.tokens[noun].upos == "PROPN" and self._around.tokens[noun].span.of(self._text)[0].isupper()

    def _is_known_from(self, found: Basis) -> bool:
        """Whether what somebody uses is a paper, a picture or intelligence, and no explosive."""
        noun = self._around.top(self._around.touched(found.span))
        return found.kind in ("document", "imagery", "intelligence") and noun is not None and self._around.words[noun] not in WORDS["had"]

    def _is_speaking_source(self, found: Basis) -> bool:
        """Whether who is quoted is one source without a name, who speaks: "quoting a military source"."""
        noun = self._around.top(self._around.touched(found.span))
        # Whoever marked reports took one source that is cited for the speaker, and hardly ever for a basis.
        return noun is not None and self._around.words[noun] == "source"

    def _is_about_another(self, citing: int, attribution: Attribution) -> bool:
        """Whether a cue stands in a relative clause ("a number that the army called fantasy") and what is cited outside of it, or what is
        cited hangs on the cue of another statement: "Kyiv speaks of 16,000; researchers, using open sources, counted 43 camps"."""
        around = self._around
        cue = around.top(around.touched_by(attribution.cue[:1]))
        number = next(iter(around.touched(Span(start=citing, end=citing + 1))), None)
        if cue is None or number is None:
            return False
        above, own = tuple(around.ancestors(number)), around.touched_by(attribution.cue)
        if around.tokens[cue].relation == "acl:relcl" and cue not in (number, *above):
            return True
        is_inside = self._is_in(number, attribution.content)
        others = {i for i in (*above, *range(min(cue, number) + 1, max(cue, number))) if i in self._cues and i not in own}
        others = {i for i in others if is_inside or not self._is_in(i, attribution.content)}
        hangs = next((i in others for i in above if i in own or i in others), False)
        return hangs or any(min(cue, number) < i < max(cue, number) and around.child(i, "nsubj") is not None for i in others)

    def _is_in(self, number: int, pieces: tuple[Span, ...]) -> bool:
        start = self._around.tokens[number].span.start
        return any(piece.start <= start < piece.end for piece in pieces)

    def _may_be_source(self, found: Basis) -> bool:
        """Whether what something is according to is evidence, and not a speaker as a report is."""
        words = found.span.of(self._text)
        nouns = {self._around.words[i] for i in self._around.touched(found.span)}
        return bool(GOT_AT.search(words)) or not nouns & WORDS["told"]

    def _shown(self, attribution: Attribution) -> Basis | None:
        """Evidence that a speaker says shows it: "satellite images show that ..."."""
        found = (self._findings.subject_showing(span) for span in attribution.content[:2])
        return next((basis for basis in found if basis), None)

    def _as_document(self, attribution: Attribution) -> Basis | None:
        """The source itself, where it is an image, or a paper that only records or that somebody had to get at."""
        for span in attribution.source:
            number = self._around.top(self._around.touched(span))
            if number is None or self._around.words[number] in _BODIES or _SOME_INFORMATION.fullmatch(span.of(self._text)):
                continue
            word, kind = self._around.words[number], self._evidence.kind(number)
            if self._is_body(number, attribution) or self._is_carrier(number, attribution):
                continue
            got_at = kind == "document" and GOT_AT.search(span.of(self._text)[:_NEAR])
            if kind in _AS_SOURCE or word in WORDS["speaking"] or got_at:
                return self._evidence.basis(number, kind or "other", past=span.end)
        return None

    def _is_body(self, number: int, attribution: Attribution) -> bool:
        """Whether a source is somebody though its noun names evidence: "military intelligence said", "the Security Register"."""
        around = self._around
        written = around.tokens[number].span.of(self._text)
        before = around.tokens[number - 1].span.of(self._text) if number > 0 else ""
        # "The Security Register", and "citing | the Ledger".
        is_name = written[:1].isupper() and (before[:1].isupper() or (before == "the" and around.tokens[number].upos == "PROPN"))
        cues = {around.words[i] for i in around.touched_by(attribution.cue)}
        return is_name or (around.words[number] == "intelligence" and not cues & (SHOWING | {"according"}))

    def _is_carrier(self, number: int, attribution: Attribution) -> bool:
        """Whether a recording only carries what somebody says in it: "a video of a masked man | said"."""
        cues = {self._around.words[i] for i in self._around.touched_by(attribution.cue)}
        return self._around.words[number] in WORDS["carrying"] and not cues & (
            SHOWING | BEARING_OUT | FINDING | WORDS["appearing"] | {"according"}
        )

    def _read_by_source(self, attribution: Attribution) -> Basis | None:
        """What the source is known by having read: "officials who have seen the assessment"."""
        for span in attribution.source[:3]:
            end = max(span.end, self._up_to_cue(span, attribution), self._around.past_relative(span.end))
            said = self._straight(span.start, min(end, span.start + _NEAR))
            match, asked = WHO_READ.search(said), WHO_KEEPS.search(said) or WHO_ASKED.search(said)
            if match:
                return self._evidence.after(span.start + match.end(), end)
            if asked and (found := self._evidence.after(span.start + asked.end(), end)):
                return found
            if asked:
                return self._evidence.people(span.start + asked.end(), end)
        return None

    def _up_to_cue(self, source: Span, attribution: Attribution) -> int:
        """Where a cue begins that a relative clause parts from its source: "the group, which saw the files, | said"; else 0."""
        cue = attribution.cue[0].start if attribution.cue else 0
        between = self._text[source.end : cue]
        return cue if between.startswith((" which ", ", which ", " who ", ", who ", "which ", "who ")) and "." not in between else 0

    def _outside(self, attribution: Attribution) -> Iterator[tuple[int, int]]:
        """The sentence of a cue without what is said in it, near the cue."""
        if not attribution.cue:
            return
        at = attribution.cue[0].start
        sentence = self._around.sentence(at)
        start, end = max(sentence.start, at - _NEAR), min(sentence.end, attribution.cue[-1].end + _NEAR)
        # What stands behind a semicolon is told by itself.
        start, end = max(start, self._text.rfind(";", start, at) + 1), self._up_to_semicolon(attribution.cue[-1].end, end)
        for span in sorted(attribution.content):
            if start < min(span.start, end):
                yield start, min(span.start, end)
            start = max(start, span.end)
        if start < end:
            yield start, end

    def _up_to_semicolon(self, start: int, end: int) -> int:
        at = self._text.find(";", start, end)
        return end if at < 0 else at

    def _straight(self, start: int, end: int) -> str:
        return self._text[start:end].replace("’", "'")


def _is_open(match: re.Match[str]) -> bool:
    """Whether somebody says that he has something, and not what follows if he has: "if there is evidence"."""
    before = match.string[: match.start()].lower().split()
    return not before or before[-1].strip("\"“‘'") not in _OPEN


def _is_own(match: re.Match[str]) -> bool:
    """Whether what somebody has is evidence: a paper or a film where it is ours, and what is known as evidence always."""
    return match["noun"].lower() not in OURS or match[0].split()[0].lower() in ("i", "we")


def _shift(match: re.Match[str], start: int, *, group: str | int = 0) -> Span:
    return Span(start=start + match.start(group), end=start + match.end(group))


def _is_source(found: Span, attribution: Attribution) -> bool:
    """Whether what is cited is the speaker himself, who does not rest on himself: "cited security and judicial | sources"."""
    return any(span.start - _ARTICLE <= found.start <= span.start + _ARTICLE or _ends(found, span) for span in attribution.source[:3])


def _ends(found: Span, source: Span) -> bool:
    """Whether words are the last of a source, and what somebody there rests on is told of him by a clause of its own."""
    return source.start <= found.start and found.end == source.end
