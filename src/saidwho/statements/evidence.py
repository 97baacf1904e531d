"""Which words of a text name evidence, of what kind, and how far does their noun phrase reach?"""

import re

from saidwho.statements.surroundings import Surroundings
from saidwho.text.holding import HOLDING_NOUNS
from saidwho.text.tables import words_of
from saidwho.types.document import Span
from saidwho.types.statement import Basis, BasisKind

WORDS = words_of("basis.tsv", package=__package__)
_KINDS: tuple[BasisKind, ...] = ("intelligence", "document", "imagery", "witness", "unnamed source", "other")
KIND_OF: dict[str, BasisKind] = {noun: kind for kind in reversed(_KINDS) for noun in WORDS[kind]}
_NOUNS = frozenset(("NOUN", "PROPN"))
_PHRASE = 12  # words from the beginning of a phrase to its noun, at most
_LONGEST = 16  # words that follow a noun and still belong to its phrase, at most
_STEPS = 12  # heads between a word and the noun whose phrase it stands in, at most
_BEFORE = frozenset(("det", "amod", "compound", "nummod", "nmod:poss", "flat"))
# What follows a noun behind a preposition modifies it; parses call it oblique as well.
_OF_NOUN = ("nmod", "obl", "obl:agent")
_BEHIND = frozenset((*_OF_NOUN, "acl", "acl:relcl", "amod", "conj", "cc", "flat", "case", "nummod", "compound"))
_ADJOINING = frozenset(
    ("of", "with", "on", "by", "from", "about", "between", "against", "to", "for", "in", "at", "inside", "near", "within")
)
_PLACING = frozenset(("in", "at", "inside", "near", "within"))
# What is seen at second hand: whoever has seen it names it with his seeing.
_SHOWABLE = frozenset(("document", "imagery", "intelligence"))
_PAUSES = frozenset((".", ";", ":", "(", ")", '"', "“", "”", "—", "–", "!", "?"))
# What may stand between "citing" and its noun: "what it says are drone pictures".
_PASSED = frozenset(
    ("what", "it", "they", "he", "she", "says", "say", "said", "described", "as", "calls", "called", "are", "is", "were", "was")
)
# "Based on what it calls | 'identification by drone'".
_OPENING = frozenset(('"', "“", "‘"))
_RESULTS = frozenset(("result", "results"))
_TESTED = frozenset(
    ("test", "tests", "laboratory", "lab", "dna", "forensic", "autopsy", "ballistic", "ballistics", "analysis", "toxicology")
)
_NONE_OF_IT = frozenset(("no", "any", "neither"))  # "cited | no evidence"
_EQUIPMENT = frozenset(("equipment", "data", "station", "stations", "network", "system", "systems", "posts", "means"))
_OPEN = frozenset(("open", "public"))
_UNNAMED = frozenset(("unnamed", "unidentified", "anonymous", "name", "identify", "named", "identified", "familiar", "briefed"))
# An account is given somewhere, which is no part of it: "citing images in a statement".
_OCCASIONS = frozenset(("statement", "interview", "briefing", "conference", "post", "message", "video", "speech", "letter", "address"))

# "Judging by | what relatives had told them".
_WHAT_TOLD = re.compile(
    r"what (?:[\w'-]+ ){1,6}?(?:(?:had|have|has) )?(?:told|tells?|said|reported|described)(?: (?:to )?(?:us|me|him|her|them|it))?\b"
)


class Evidence:
    """The noun phrases of one text that name evidence."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def after(self, start: int, end: int, *, any_noun: bool = False) -> Basis | None:
        """The evidence that a phrase names which begins here. any_noun: what is no known evidence counts as well, as other."""
        noun = self._noun_from(start, end)
        if (
            noun is None
            or self._around.words[noun] in WORDS["hollow"] | WORDS["medium"]
            or _NONE_OF_IT & set(self._around.words[self.first(noun) : noun])
        ):
            return None
        kind = self.kind(self._held_by(noun))
        if kind is None and self._is_unnamed(noun):
            kind = "unnamed source"
        if kind is None and any_noun and self._around.tokens[noun].upos == "NOUN" and self._around.words[noun] not in WORDS["person"]:
            kind = "witness" if f"{self._around.words[noun]}s" in WORDS["person"] else "other"
        if kind is None:
            return None
        found = self.basis(noun, kind, past=end)
        return self._as_called(found, start) if self._around.text.startswith("what ", start) else found

    def _as_called(self, found: Basis, start: int) -> Basis:
        """Evidence with who calls it so: "what it says are drone pictures". start: of these words."""
        text, end = self._around.text, found.span.end
        closes = text[end : end + 1] in ("”", '"') and text[end : end + 1] != "" and any(mark in text[start:end] for mark in '“"')
        return Basis(span=Span(start=start, end=end + closes), kind=found.kind)

    def named(self, start: int, end: int) -> Basis | None:
        """What somebody rests on by words that begin here, whatever it is: papers, people, "what relatives had told them"."""
        told = _WHAT_TOLD.match(self._around.text[start:end].replace("’", "'"))
        if told:
            return Basis(span=Span(start=start, end=start + told.end()), kind="witness")
        return self.after(start, end, any_noun=True) or self.people(start, end)

    def _is_unnamed(self, noun: int) -> bool:
        """ "People whom it would not name", "unidentified officials"."""
        around = self._around
        if around.tokens[noun].upos != "NOUN" or around.words[noun] not in WORDS["person"]:
            return False
        phrase = {around.words[i] for i in range(self.first(noun), max(self._last(noun, None), noun + 1) + 1) if i < len(around.words)}
        return bool(phrase & _UNNAMED)

    def asked(self, start: int, end: int) -> bool:
        """Whether the phrase that begins here names people who can be asked."""
        noun = self._noun_from(start, end)
        return noun is not None and self._around.words[self._held_by(noun)] in WORDS["person"]

    def people(self, start: int, end: int) -> Basis | None:
        """The people who can be asked that the phrase names which begins here, as witnesses."""
        noun = self._noun_from(start, end)
        if noun is None or not (self.asked(start, end) or self.kind(noun) == "witness"):
            return None
        return self.basis(noun, "witness", past=end)

    def kind(self, noun: int) -> BasisKind | None:
        """The kind of evidence that a noun names, with the words before it ("intercepted radio traffic"); None where it names none."""
        if self._around.tokens[noun].upos in ("VERB", "AUX"):
            return None  # "as the junta | calls itself"
        before = {self._around.words[i] for i in range(self.first(noun), noun)}
        return self._made_by(before, noun) or KIND_OF.get(self._around.words[noun])

    def _made_by(self, before: set[str], noun: int) -> BasisKind | None:
        """The kind of evidence that the words before a noun make it; "an intelligence officer" is somebody, and no evidence."""
        word = self._around.words[noun]
        is_person = not WORDS["person"].isdisjoint((word, f"{word}s"))
        if not is_person and before & WORDS["intelligence before"] and _tells(word, WORDS["overheard"]):
            return "intelligence"
        if not is_person and before & WORDS["imagery before"] and _tells(word, WORDS["pictured"]):
            return "imagery"
        # "Test results", and no results of a vote; "radar equipment".
        if (word in _RESULTS and before & _TESTED) or (word in _EQUIPMENT and before & WORDS["finding"]):
            return "other"
        # "Open sources" are papers and pictures that everybody can see.
        return "document" if word == "sources" and before & _OPEN else None

    def basis(self, noun: int, kind: BasisKind, *, past: int | None = None) -> Basis:
        """A noun's phrase as a basis. past: the character that it ends before at the latest."""
        span = self._without_closing(self._around.span(self.first(noun), self._last(noun, past) + 1))
        return Basis(span=span if past is None else Span(start=span.start, end=max(span.start + 1, min(span.end, past))), kind=kind)

    def _without_closing(self, span: Span) -> Span:
        """A phrase without the quotation mark behind it that opens before it."""
        words = span.of(self._around.text)
        is_closing = any(words.endswith(closing) and opening not in words[:-1] for opening, closing in (('"', '"'), ("“", "”")))
        return Span(start=span.start, end=max(span.start + 1, span.end - 1)) if is_closing else span

    def bare(self, noun: int, *, past: int) -> Span:
        """A noun's phrase up to the first clause in it: "pictures from aircraft | that show no shell". past: as for basis."""
        around, phrase = self._around, self.basis(noun, "other", past=past).span
        behind = (i for i in around.touched(phrase) if i > noun and around.tokens[i].relation in ("acl", "acl:relcl"))
        begins = [around.tokens[self._leftmost(i)].span.start for i in behind]
        least = around.tokens[noun].span.end
        return self.basis(noun, "other", past=max(least, min((past, *begins)))).span

    def with_seen(self, seeing: Span) -> Span:
        """Who saw, with what was seen where that is evidence: "I have seen | the contract"; otherwise who saw alone."""
        around = self._around
        verb = next((i for i in reversed(around.touched(seeing)) if around.tokens[i].upos == "VERB"), None)
        seen = None if verb is None else around.child(verb, "obj")
        if seen is None or around.tokens[seen].span.start < seeing.end or self.kind(self._held_by(seen)) not in _SHOWABLE:
            return seeing
        phrase = self.bare(seen, past=around.sentence(seeing.start).end)
        return Span(start=seeing.start, end=max(seeing.end, phrase.end))

    def _leftmost(self, token: int) -> int:
        """The first word of what hangs on a word."""
        first = token
        for _ in range(_STEPS):
            below = [i for i in self._around.children(first) if i < first]
            if not below:
                break
            first = min(below)
        return first

    def first(self, noun: int) -> int:
        """The first word of a noun's phrase: its article, adjectives and nouns in front."""
        first = noun
        while first > 0 and noun - first < _PHRASE and self._belongs(first - 1, noun, first):
            first -= 1
        return first

    def _belongs(self, number: int, noun: int, first: int) -> bool:
        token = self._around.tokens[number]
        if token.upos == "PUNCT" and self._around.words[number] != "-":
            return False
        if token.upos == "PART" and token.relation == "case":
            return self._belongs(number - 1, noun, first)
        below = number < token.head <= noun and token.head >= first
        return below and (token.head != noun or token.relation in _BEFORE or token.upos == "PUNCT")

    def _last(self, noun: int, past: int | None) -> int:
        """The last word of a noun's phrase: what is listed with it, and what follows without a pause to tell which it is."""
        around, last, paused = self._around, noun, False
        behind = self._right_behind(noun)
        for number in range(noun + 1, min(noun + 1 + _LONGEST, len(around.words))):
            word = around.words[number]
            if word in _PAUSES or self._places(number) or (past is not None and around.tokens[number].span.start >= past):
                break
            if word == ",":
                paused = True
                continue
            child = self._child_above(number, noun, behind)
            if child is None or not (self._goes_on(child, number, paused=paused) or (child == behind and not paused)):
                break
            if around.tokens[number].upos not in ("PUNCT", "CCONJ"):
                last = number
                paused = False
        return last

    def _goes_on(self, child: int, number: int, *, paused: bool) -> bool:
        """Whether a word below a child of the noun still belongs to its phrase."""
        around = self._around
        token, relation = around.tokens[child], around.tokens[child].relation
        if relation not in _BEHIND:
            return False
        if relation == "conj":
            return token.upos in _NOUNS and around.tokens[number].upos != "ADP"
        if around.tokens[number].upos == "CCONJ":
            return True
        if relation not in _OF_NOUN:
            return not paused
        return self._is_listed(child, number) if paused else self._is_adjoining(child)

    def _is_listed(self, child: int, number: int) -> bool:
        """Whether a noun is listed with what leads in behind another: "a network of activists, | doctors and lawyers"."""
        token = self._around.tokens[number]
        return self._around.tokens[child].upos in _NOUNS and token.relation == "conj" and token.head == child

    def _is_adjoining(self, child: int) -> bool:
        """Whether what a preposition leads in tells which, and not where or on which occasion."""
        around = self._around
        joined = next((around.words[i] for i in around.children(child) if around.tokens[i].relation == "case"), "of")
        if joined not in _ADJOINING or (around.tokens[child].relation == "obl" and self._is_of_clause(child, joined)):
            return False
        return not (joined in ("in", "at") and around.words[child] in _OCCASIONS)

    def _places(self, number: int) -> bool:
        """Whether a word leads in where something is done, whichever noun of a list it hangs on: "drivers, clerks | inside the country"."""
        tokens, place = self._around.tokens, self._around.tokens[number].head
        leads = tokens[number].relation == "case" and tokens[place].relation == "obl"
        return leads and tokens[tokens[place].head].relation == "conj" and self._is_of_clause(place, self._around.words[number])

    def _is_of_clause(self, oblique: int, joined: str) -> bool:
        """Whether an oblique tells where something is done or whose it is, and not which: "informants | inside the country"."""
        return joined in _PLACING or self._around.child(oblique, "nmod:poss") is not None

    def _right_behind(self, noun: int) -> int | None:
        """What a preposition or an adjective right behind a noun leads in, which belongs to it: "people familiar with | the talks"."""
        around = self._around
        if noun + 1 == len(around.words) or not self._leads_on(noun, noun + 1):
            return None
        head = around.tokens[noun + 1].head
        told = around.tokens[head].upos in (*_NOUNS, "NUM") or around.words[head] == "what"
        return head if head > noun and told else None

    def _leads_on(self, noun: int, behind: int) -> bool:
        """Whether a word right behind a noun leads in what tells more of it: "of", an adjective, behind what is cited "from" and "to"."""
        around = self._around
        is_cited = around.tokens[noun].relation == "obl" and around.words[behind] in ("from", "to")
        return around.words[behind] == "of" or around.tokens[behind].upos == "ADJ" or (is_cited and around.tokens[behind].upos == "ADP")

    def _child_above(self, number: int, noun: int, behind: int | None) -> int | None:
        """The child of a noun under which a word hangs, itself among them. behind: a word that is one whatever it hangs on."""
        for _ in range(_STEPS):
            head = self._around.tokens[number].head
            if head == noun or number == behind:
                return number
            if head == number:
                return None
            number = head
        return None

    def _noun_from(self, start: int, end: int) -> int | None:
        """The head of the noun phrase that begins here."""
        around = self._around
        inside = around.touched(Span(start=start, end=max(start, end)))[:_PHRASE]
        for number in inside:
            word, token = around.words[number], around.tokens[number]
            if token.upos in _NOUNS or (token.upos == "ADJ" and word in KIND_OF):
                return self._head_of(number, inside.stop)
            before = token.relation in _BEFORE or token.upos in ("DET", "ADJ", "NUM", "PRON", "ADV", "PART")
            holds = word == "of" and number > inside.start and around.words[number - 1] in HOLDING_NOUNS
            if not before and not holds and word not in _PASSED and word not in _OPENING:
                return None
        return None

    def _head_of(self, number: int, past: int) -> int:
        """The noun that a noun in front of it belongs to: "traffic" for "radio"."""
        around = self._around
        for _ in range(_STEPS):
            token = around.tokens[number]
            if (
                token.relation not in ("compound", "amod", "nmod:poss")
                or not number < token.head < past
                or around.tokens[token.head].upos not in _NOUNS
            ):
                break
            number = token.head
        return number

    def _held_by(self, noun: int) -> int:
        """The evidence that a word like "a network" or "dozens" holds, or the noun itself."""
        around = self._around
        if around.words[noun] not in HOLDING_NOUNS or self.kind(noun) is not None:
            return noun
        behind = self._right_behind(noun)
        if behind is not None:
            return behind
        below = (i for i in around.children(noun) if i > noun and around.tokens[i].relation in _OF_NOUN and around.tokens[i].upos in _NOUNS)
        return next(below, noun)


def _tells(noun: str, more: frozenset[str]) -> bool:
    """Whether words in front may make a noun evidence of their kind: "satellite data", but no "drone strike" and no "drone wreckage"."""
    return noun in more or (noun in KIND_OF and noun not in WORDS["thing"] | WORDS["unnamed source"])
