"""Did the outlet see, hear or check it itself, as the text says?"""

import re
from dataclasses import dataclass

from saidwho.statements.acts.inflections import forms
from saidwho.statements.outlets import Outlets
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import word_set, words_of
from saidwho.types.document import Document, Span

WORDS = words_of("words.tsv", package=__package__)


def verbs(kind: str) -> frozenset[str]:
    """All forms of the verbs of a kind."""
    return frozenset(form for word in WORDS[kind] for form in forms(word))


_SENSE, _PROBING = verbs("sense"), verbs("probing")
_REPORTERS, _PROBES = WORDS["reporter"], WORDS["probe"]
# Bodies whose patrols and researchers are the outlet's own.
_WATCHING = re.compile(r"\b(?:mission|monitor\w*|watch|observatory|observers|rights|institute|centre|center)\b", re.IGNORECASE)
# Words of an outlet's name that many things bear; the others stand for it alone ("the Chronicle").
_COMMON = word_set(
    "the of for and a in on news daily weekly press agency state national ministry foreign affairs online media live regional "
    "evening morning institute rights world international de la le"
)
_CHECKED = (
    r"(?:seen|obtained|reviewed|verified|checked|examined|analysed|analyzed|authenticated|geolocated|confirmed|collected|counted|"
    r"compiled|taken|filmed|recorded)"
)
# What is told behind these is what was seen: "walked the street and counted".
_FOUND = verbs("sense") | frozenset({"found", "finds"})
_PRONOUNS = frozenset({"it", "them", "him", "her"})
_FOR_THE_PAPER = re.compile(r"\b(?:for|of|from|with)[ \t]+(?:the|this)[ \t]+(?:news)?(?:paper|agency)\b")
_PHRASE = 12  # words that a noun phrase has at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnessed:
    """What the outlet's own people saw. seeing: "A Norrpress photographer saw". seen: where the words of what they saw begin,
    None where all of the sentence tells it. by: what names the outlet whose people they are."""

    seeing: Span
    seen: int | None
    by: Span


class FirstHand:
    """Tells by the words of one report what its outlet knows by itself."""

    def __init__(self, document: Document, around: Surroundings, outlets: Outlets) -> None:
        self._around, self._outlets = around, outlets
        outlet = document.outlet or ""
        names = [re.escape(word) for word in re.findall(r"[\w'’-]+", outlet) if word[:1].isupper() and word.lower() not in _COMMON]
        own = "|".join([re.escape(outlet), *names] if names else ["(?!)"])
        here = r"[Tt]his (?:newspaper|paper|agency|website|publication)"
        self._own = re.compile(rf"(?:\b(?:{own})\b|\b(?:[Oo]ur|[Ww]e|I|us|{here})\b)")
        theirs = rf"(?:(?:{own})['’]s?|our) own (?:count|tally|analysis|calculations?|records)\b"
        self._checked = re.compile(
            rf"\b{_CHECKED}(?: and \w+)? by (?:the )?(?:(?:{own}|us|our)\b|{here})"
            rf"|\bthat (?:we|I) have {_CHECKED}\b|\bby (?:the )?{theirs}"
        )
        self._count = re.compile(rf",?[ \t](?P<by>(?:by|according to) (?:the )?{theirs}[^.;]{{0,80}})$")
        self._watches = bool(_WATCHING.search(outlet))

    def is_checked(self, words: str) -> bool:
        """Whether words say that the outlet checked what they speak of: "customs papers seen by the Chronicle"."""
        return bool(self._checked.search(words))

    def own_count(self, text: str, span: Span) -> Span | None:
        """The words at the end of a clause that say that the outlet counted: "by the Chronicle's own count from budget papers"."""
        found = self._count.search(text, span.start, span.end)
        return Span(start=found.start("by"), end=span.end) if found else None

    def witnessed(self, verb: int) -> Witnessed | None:
        """What a verb tells that the outlet's people saw or looked into; None where they are not its subject."""
        around = self._around
        word = around.words[verb]
        if word not in _FOUND and word not in _PROBING:
            return None
        if any(around.words[i] in ("not", "n't", "never") for i in around.children(verb)):
            return None
        thing = around.child(verb, "obj")
        if thing is not None and (around.words[thing].endswith("self") or any(around.words[i] == "no" for i in around.children(thing))):
            return None
        subject = around.child(verb, "nsubj")
        if subject is None or subject > verb:
            subject = self._reporter_before(verb)
        if subject is None:
            return self._after_another(verb)
        by = self._own_people(subject)
        if by is None:
            return None
        first = min(self._first_of(subject), by.start)
        seeing = Span(start=first, end=around.tokens[verb].span.end)
        return Witnessed(seeing=seeing, seen=seeing.end if word in _FOUND else self._found_by(verb), by=by)

    def _reporter_before(self, verb: int) -> int | None:
        """The reporter that hangs on a verb behind him, though syntax has not taken him for its subject."""
        near = (i for i in self._around.children(verb) if i < verb and self._around.tokens[i].upos == "NOUN")
        return next((i for i in near if self._around.words[i] in _REPORTERS), None)

    def _found_by(self, verb: int) -> int | None:
        """ "Examined the school and found | bullet holes": where the words begin that tell what a look brought to light."""
        around = self._around
        joined = (i for i in around.children(verb) if around.tokens[i].relation == "conj" and around.words[i] in _FOUND)
        # "Walked through the tunnel and found it empty" is told as one: a pronoun tells nothing alone.
        found = (i for i in joined if "".join(around.words[i + 1 : i + 2]) not in _PRONOUNS)
        return next((around.tokens[i].span.end for i in found), None)

    def _after_another(self, verb: int) -> Witnessed | None:
        """ "I visited the hill with Asker and saw the trenches": whose subject is that of the verb before."""
        head = self._around.tokens[verb].head
        if self._around.tokens[verb].relation != "conj" or head >= verb or self._around.tokens[head].upos != "VERB":
            return None
        subject = self._around.child(head, "nsubj")
        by = self._own_people(subject) if subject is not None else None
        if subject is None or by is None or self._around.words[verb] not in _SENSE:
            return None
        seeing = Span(start=min(self._first_of(subject), by.start), end=self._around.tokens[verb].span.end)
        return Witnessed(seeing=seeing, seen=seeing.end, by=by)

    def _own_people(self, subject: int) -> Span | None:
        """The words that say whose people a subject is: the outlet's, or those of another that it prints ("an AFP photographer")."""
        around = self._around
        phrase = Span(start=self._first_of(subject), end=around.tokens[subject].span.end)
        words, noun = phrase.of(around.text), around.words[subject]
        own = self._own.search(words)
        if own and (noun in _REPORTERS or own.end() == len(words) or (noun in _PROBES and self._watches)):
            return Span(start=phrase.start + own.start(), end=phrase.start + own.end())
        # "A photographer working for Levant Desk", "A long-range drone of the Mission".
        behind = Span(start=phrase.start, end=self._last_of(subject))
        own = self._own.search(behind.of(around.text)) or (_FOR_THE_PAPER.search(behind.of(around.text)) if noun in _REPORTERS else None)
        if own and noun in _REPORTERS | _PROBES:
            return Span(start=behind.start + own.start(), end=behind.start + own.end())
        if noun in _PROBES and self._watches and around.words[max(subject - 1, 0)] == "the":
            return phrase
        if noun in _REPORTERS:
            # A team is an outlet's where that is known to be one: "a BBC team".
            named = [name for name in self._outlets.within(phrase) if noun != "team" or name.actor is not None]
            return named[0].span if named else None
        return None

    def _first_of(self, noun: int) -> int:
        """Where the words before a noun begin that belong to it; a name right before it does, though the parser hung it on the verb."""
        around, first = self._around, noun
        while (
            first > 0
            and noun - first < _PHRASE
            and (around.tokens[first - 1].head in range(first, noun + 1) or self._is_name_before(first - 1))
        ):
            first -= 1
        return around.tokens[first].span.start

    def _is_name_before(self, token: int) -> bool:
        word = self._around.tokens[token]
        return word.upos == "PROPN" and (word.relation == "flat" or (word.relation == "compound" and word.head > token))

    def _last_of(self, noun: int) -> int:
        """Where the words behind a noun end that hang on it; no longer than a phrase is."""
        around = self._around
        past = noun + 1
        while past < len(around.tokens) and past - noun < _PHRASE and noun in around.ancestors(past):
            past += 1
        return around.tokens[past - 1].span.end
