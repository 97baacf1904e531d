"""What does a speaker rest his words on: intelligence, documents, images, witnesses, what he saw himself?

A basis is given where the text names it: in what is said ("We have information that"), beside the cue ("citing satellite
images"), or as the source itself ("witnesses said").
"""

import re
from collections.abc import Iterator

from saidwho.statements.acts.tables import word_set, words_of
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Basis, BasisKind

_NOUNS = words_of("basis.tsv", package="saidwho.statements")
_KINDS: tuple[BasisKind, ...] = ("intelligence", "document", "imagery", "witness", "unnamed source", "other")
_KIND_OF: dict[str, BasisKind] = {noun: kind for kind in reversed(_KINDS) for noun in _NOUNS[kind]}
# Nouns that are a basis by their name alone where they are the source; a report that says something is a speaker.
_AS_SOURCE = frozenset(("intelligence", "imagery", "witness", "unnamed source"))
_OTHER_SPEAKING = frozenset(
    ("data", "evidence", "analysis", "documents", "document", "emails", "cables", "memo", "memos", "transcripts", "intercepts")
)
# How far from a cue, and into a content, a basis is looked for.
_NEAR = 240
_PHRASE = 12  # words that a noun phrase has at most

_CITING = re.compile(
    r"\b(?:citing|cited|cites|quoting|based (?:up)?on|on the (?:basis|strength) of|pointing to|pointed to|relying on|"
    r"relies on|rely on|relied on|draws on|drawing on|backed by|"
    r"according to|referring to|as shown by|as seen in|judging by|going by|concluded from|supported by|after (?:reviewing|"
    r"examining|analysing|analyzing|verifying|studying|seeing))\s+",
    re.IGNORECASE,
)
_SHOWING = word_set(
    "show shows showed shown showing suggest suggests suggested indicate indicates indicated reveal reveals revealed "
    "confirm confirms confirmed"
    " prove proves proved appear appears appeared seem detail details detailed point points describe describes described"
)
_HAVING = re.compile(
    r"\b(?:we|i|it|they|he|she|the (?:government|ministry|army|military|agency|united states|us))\s+"
    r"(?:(?:now|also|already|still|clearly|currently)\s+)?"
    r"(?:(?:have|has|had|hold|holds|held|possess|possesses|possessed|received|obtained|have received|has received|"
    r"had received|'ve got)\s+)"
    r"(?:(?:a|some|any|no|the|also|now|new|clear|credible|reliable|solid|specific|strong|hard|irrefutable|ample|detailed|"
    r"secret|concrete|additional|further|more|"
    r"convincing|compelling|enough|seen|declassified|documentary|video|satellite|photographic|intercepted)\s+){0,4}"
    r"(?P<noun>information|intelligence|evidence|proof|documents?|footage|imagery|images|photographs|photos|recordings?|"
    r"intercepts|intercepted calls|"
    r"reports|testimony|testimonies|data|indications|videos?)\b",
    re.IGNORECASE,
)
_SENSED = re.compile(
    r"\b(?:(?:i|we|they|he|she)\s+(?:(?:myself|ourselves|personally|all|both|just|also|had|have|has|clearly|first|'ve)\s+){0,3}"
    r"(?:saw|seen|heard|(?:could|can) (?:see|hear)|felt|counted|remember|remembered|pulled|watched|witnessed|smelled|smelt|"
    r"found|recognised|recognized|filmed|photographed)\b"
    r"(?<!heard(?= about))(?<!heard(?= of))(?! (?:reports?|no|nothing)\b)(?: (?:it|this|them))?"
    r"|with (?:my|our|his|her|their) own eyes|(?:i|we|he|she|they) (?:was|were|had been) (?:there|inside|present|standing|"
    r"in the (?:cellar|house|room|shelter))"
    r"|(?:saw|seen|witnessed) (?:it )?(?:first-?hand|for (?:my|him|her|our|them)sel(?:f|ves)))",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"\b(?:on (?:the )?condition of anonymity|on condition (?:that )?(?:he|she|they) not be (?:named|identified)|"
    r"who (?:asked|requested|declined|wished|wanted|did not want|refused|spoke on condition) (?:not )?(?:to be |"
    r"to remain )?(?:named|identified|unnamed|anonymous|anonymity|be named|be identified)|"
    r"(?:asking|requesting|declining|preferring|wishing) (?:not )?to (?:be (?:named|identified)|remain (?:anonymous|unnamed))|"
    r"(?:speaking|spoke) anonymously|who (?:was|were) not authori[sz]ed to (?:speak|talk|comment|brief)[^,.;\n]{0,30}|"
    r"(?:not authori[sz]ed to (?:speak|talk|brief)[^,.;\n]{0,30})|requested anonymity|requesting anonymity|insisted on anonymity)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:(?:\w+[ -]){0,3}?(?:sources?)\b(?: (?:close to|familiar with|in|within|inside|at|briefed on|"
    r"with knowledge of) (?:the )?[\w'’]+(?: [\w'’]+){0,2})?|"
    r"(?:(?:two|three|four|several|some|other|a|one) )?(?:(?:people|persons?|officials?|diplomats?|officers?) )"
    r"(?:familiar with|briefed on|with (?:direct )?knowledge of|close to) (?:the )?[\w'’]+(?: [\w'’]+)?|"
    r"(?:an? |the )?(?:unnamed|unidentified|anonymous) [\w'’]+(?: [\w'’]+)?)",
    re.IGNORECASE,
)
_HELD = 60  # words into a content
_HOLDING = frozenset(("have", "has", "had", "hold", "holds", "got", "obtained", "seen", "read", "studied", "examined", "reviewed"))
_CONFIRMED = frozenset(("confirmed", "checked", "supported", "documented", "proven", "proved", "recorded", "shown"))
# How the next sentence may name what a finding rests on; only somebody taken up again can be meant.
_RESTING = re.compile(
    r"(?:it|they|he|she|its \w+|their \w+|the \w+|[A-Z]\w+)\s+(?:also\s+)?(?:relied on|bases?d?\s(?:\w+\s){0,3}on|(?:is|are|"
    r"was|were) based on|"
    r"rests?(?:ed)?\s(?:\w+\s){0,3}on|interviewed|spoke to|examined|reviewed|analysed|analyzed)\s",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:interviewed|spoke to)\s[\w,]+(?:\s[\w'-]+){0,2}?\s(?:people|witnesses|detainees|survivors|residents|villagers|"
    r"prisoners|refugees|victims)\b"
)
_KNOWN_AS = {
    "information": "intelligence",
    "intelligence": "intelligence",
    "intercepts": "intelligence",
    "intercepted calls": "intelligence",
}
_TAKEN = re.compile(
    r",?\s+(?:that (?:were|was|it|they) )?(?:seen|obtained|reviewed|examined|leaked|released|verified|published|provided|"
    r"captured|found|posted|shared|taken)"
    r"\s+(?:by|to|from|on|in)\s+(?:the )?[\w'’]+(?: [A-Z][\w'’]+){0,3}"
)


class Bases:
    """The bases of the statements of one text."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._text = around.text

    def basis(self, attribution: Attribution) -> Basis | None:
        """What the speaker of an attribution rests it on; None where the text does not say."""
        found = (
            self._said(attribution),
            self._cited(attribution),
            self._shown(attribution),
            self._as_document(attribution),
            self._told_after(attribution),
        )
        return next((basis for basis in found if basis), None)

    def standing(self, attribution: Attribution) -> Basis | None:
        """What the speaker is where he is no more than a witness or somebody without a name; he rests on nothing else by that."""
        found = self._as_source(attribution)
        return found if found and found.kind in ("witness", "unnamed source") else self._anonymous(attribution)

    def _told_after(self, attribution: Attribution) -> Basis | None:
        """What the next sentence says that it rests on: "It relied on ledgers", "The group interviewed 31 people"."""
        if not attribution.cue:
            return None
        ends = self._around.sentence(attribution.cue[-1].start).end
        following = self._around.sentence(min(ends + 2, len(self._text)))
        if following.start < ends:
            return None
        said = self._straight(following.start, min(following.end, following.start + _NEAR))
        match = _RESTING.match(said)
        if match is None:
            return None
        asked = _ASKED.search(match[0] + said[match.end() :])
        if asked:
            return Basis(span=_shift(asked, following.start), kind="witness")
        return self._noun_after(following.start + match.end(), following.end)

    def _as_document(self, attribution: Attribution) -> Basis | None:
        found = self._as_source(attribution)
        return None if found is None or found.kind in ("witness", "unnamed source") else found

    def is_basis(self, attribution: Attribution) -> bool:
        """Whether an attribution only names what another rests on ("citing satellite images"), and so is no statement."""
        cue = " ".join(span.of(self._text) for span in attribution.cue).lower()
        if cue not in ("citing", "cited", "quoting", "pointing to", "pointed to", "referring to", "based on", "relying on"):
            return False
        numbers = self._around.touched_by(attribution.content)[:_PHRASE]
        verbal = any(self._around.tokens[i].relation in ("nsubj", "nsubj:pass", "ccomp", "cop") for i in numbers)
        return not verbal and any(self._around.words[i] in _KIND_OF for i in numbers)

    def _said(self, attribution: Attribution) -> Basis | None:
        """What the speaker says himself that he knows it from: at the beginning of what he says."""
        for span in attribution.content[:3]:
            start = span.start
            said = self._straight(start, min(span.end, start + _NEAR))
            match = _HAVING.search(said)
            if match and match.start() < _NEAR // 2 and " no " not in f" {match[0].lower()} ":
                noun = match["noun"].lower()
                kind = _KIND_OF.get(noun, "other") if noun not in _KNOWN_AS else "intelligence"
                return Basis(span=_shift(match, start), kind=kind)
            seen = _SENSED.search(said)
            if seen and seen.start() < _NEAR // 2 and self._speaks_of_himself(seen[0], said, seen.start()):
                return Basis(span=_shift(seen, start), kind="own knowledge")
        return self._held(attribution)

    def _held(self, attribution: Attribution) -> Basis | None:
        """Evidence that somebody says he has: "we have the hospital list", "it has been told by relief staff" is none."""
        around = self._around
        for number in around.touched_by(attribution.content[:3])[:_HELD]:
            word, token = around.words[number], around.tokens[number]
            if word in _KIND_OF and token.relation in ("obj", "obl", "nmod") and self._is_held(number):
                return self._phrase(number, _KIND_OF[word])
        return None

    def _is_held(self, noun: int) -> bool:
        around, verb = self._around, self._around.tokens[noun].head
        below = {around.words[i] for i in around.children(verb)} | {around.words[i] for i in around.children(noun)}
        if below & {"no", "not", "n't", "never"}:
            return False
        if around.tokens[noun].relation == "obj":
            return around.words[verb] in _HOLDING and bool(below & {"we", "i", "it", "she", "he", "they"})
        return around.words[verb] in _CONFIRMED and bool(below & {"by", "against", "with"})

    def _speaks_of_himself(self, words: str, said: str, at: int) -> bool:
        """Whether those who saw are those who speak: "I", or "they" in the outlet's words at the beginning."""
        first = words.split(maxsplit=1)[0].lower()
        return first in ("i", "we", "with") or (at <= len("that ") and said[:1] not in "\"“'‘")

    def _as_source(self, attribution: Attribution) -> Basis | None:
        """The source itself, where it is a witness, an image or somebody without a name."""
        for span in attribution.source:
            words = span.of(self._text)[:_NEAR]
            unnamed = _UNNAMED.search(words)
            if unnamed:
                return Basis(span=_shift(unnamed, span.start), kind="unnamed source")
            for number in self._around.touched(span)[:_PHRASE]:
                word = self._around.words[number]
                kind = _KIND_OF.get(word)
                if kind in _AS_SOURCE or word in _OTHER_SPEAKING or (kind == "document" and _TAKEN.search(words)):
                    found = self._phrase(number, kind or "other", limits=span)
                    if self._is_head(number, span):
                        return found
        return None

    def _is_head(self, number: int, span: Span) -> bool:
        """Whether a noun is what a source is, and not what it is about ("the head of intelligence")."""
        top = self._around.top(self._around.touched(span))
        return top == number

    def _cited(self, attribution: Attribution) -> Basis | None:
        """What is cited in the sentence of the cue, outside of what is said."""
        for start, end in self._outside(attribution):
            for match in _CITING.finditer(self._straight(start, end)):
                found = self._noun_after(start + match.end(), end)
                if found:
                    return found
        return None

    def _noun_after(self, start: int, end: int) -> Basis | None:
        """The first noun of a basis in the phrase that begins here."""
        around = self._around
        for number in around.touched(Span(start=start, end=max(start, end)))[:_PHRASE]:
            word, token = around.words[number], around.tokens[number]
            if word == "intercepted" and token.head > number:
                return self._phrase(token.head, "intelligence")
            if word in _KIND_OF and token.upos in ("NOUN", "PROPN", "ADJ"):
                follows = number + 1 < len(around.words) and around.words[number + 1] in _KIND_OF
                if not follows:
                    unnamed = _UNNAMED.match(self._text[start:end]) if _KIND_OF[word] == "unnamed source" else None
                    return Basis(span=_shift(unnamed, start), kind="unnamed source") if unnamed else self._phrase(number, _KIND_OF[word])
            elif word in ("what", "it", "says", "say", "are", "is", "said", "were"):
                continue
            elif (token.upos in ("VERB", "AUX", "SCONJ") and token.relation not in ("amod", "compound")) or word in (".", ";", ":"):
                return None
        return None

    def _phrase(self, noun: int, kind: BasisKind, *, limits: Span | None = None) -> Basis:
        """A noun with the adjectives and nouns before it, and who saw or took it."""
        around, first = self._around, noun
        while first > 0 and noun - first < _PHRASE and self._belongs(first - 1, noun):
            first -= 1
        kinds = {around.words[i] for i in range(first, noun + 1)}
        if kinds & _NOUNS["intelligence"]:
            kind = "intelligence"
        span = around.span(first, max(noun, self._last_joined(noun)) + 1)
        taken = (
            _TAKEN.match(self._text[: min(len(self._text), span.end + 80)], span.end)
            if kind in ("document", "imagery", "intelligence")
            else None
        )
        end = taken.end() if taken else span.end
        return Basis(span=Span(start=span.start, end=end if limits is None else min(end, limits.end)), kind=kind)

    def _last_joined(self, noun: int) -> int:
        """The last noun of evidence that is listed with this one."""
        joined = (i for i in self._around.children(noun) if self._around.tokens[i].relation == "conj" and i - noun < _PHRASE)
        return max((i for i in joined if self._around.words[i] in _KIND_OF), default=noun)

    def _belongs(self, number: int, noun: int) -> bool:
        token = self._around.tokens[number]
        if token.upos not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "NUM"):
            return False
        if token.upos == "PUNCT" and self._around.words[number] != "-":
            return False
        return token.head == noun or number < token.head <= noun

    def _anonymous(self, attribution: Attribution) -> Basis | None:
        for start, end in self._outside(attribution):
            match = _ANONYMOUS.search(self._straight(start, end))
            if match:
                return Basis(span=_shift(match, start), kind="unnamed source")
        return None

    def _shown(self, attribution: Attribution) -> Basis | None:
        """Evidence that a speaker says shows it: "satellite images show that ..."."""
        around = self._around
        for number in around.touched_by(attribution.content[:1])[:_PHRASE]:
            word, token = around.words[number], around.tokens[number]
            if word == "intercepted" and token.head > number:
                return self._phrase(token.head, "intelligence")
            subject = token.relation in ("nsubj", "csubj") and around.words[token.head] in _SHOWING
            if word in _KIND_OF and subject and _KIND_OF[word] != "unnamed source":
                return self._phrase(number, _KIND_OF[word])
        return None

    def _outside(self, attribution: Attribution) -> Iterator[tuple[int, int]]:
        """The sentence of a cue without what is said in it, near the cue."""
        if not attribution.cue:
            return
        at = attribution.cue[0].start
        sentence = self._around.sentence(at)
        start, end = max(sentence.start, at - _NEAR), min(sentence.end, attribution.cue[-1].end + _NEAR)
        for span in sorted(attribution.content):
            if start < min(span.start, end):
                yield start, min(span.start, end)
            start = max(start, span.end)
        if start < end:
            yield start, end

    def _straight(self, start: int, end: int) -> str:
        return self._text[start:end].replace("’", "'")


def _shift(match: re.Match[str], start: int) -> Span:
    return Span(start=start + match.start(), end=start + match.end())
