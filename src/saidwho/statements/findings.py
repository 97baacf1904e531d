"""Do the sentences around a finding tell what it rests on?"""

import re

from saidwho.statements.evidence import WORDS, Evidence
from saidwho.statements.resting import (
    AND_ON,
    AND_READ,
    ASKED,
    BEARING_OUT,
    BEING,
    BELONGING,
    CONCLUDING,
    FINDING,
    HOLDING_WITHIN,
    LOOKING_INTO,
    NAMED,
    ON_ANYTHING,
    RESTING,
    SHOWING,
    SHOWN_AFTER,
    SHOWN_OF,
)
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Basis

_FOLLOWING = 2  # sentences after a finding in which it is told what it rests on
_NEAR = 240  # characters into a sentence
_PICTURED = frozenset(("imagery", "intelligence"))
_HELD = 60  # words into what is said
_LEAVING = frozenset(("leave", "leaves", "left"))
_TAKEN_UP = frozenset(("it", "they", "he", "she"))
_FINITE = frozenset(word for word in SHOWING if not word.endswith(("ed", "ing", "n"))) | {"suggested", "indicated", "revealed"}
_AUXILIARIES = 4  # between a subject and its verb, at most
_PAUSES = frozenset((",", ";", ":", ".", "(", ")", '"', "“", "”", "—", "–"))
_NAME = re.compile(NAMED)
# What stands before the first word of a clause.
_BEFORE_CLAUSE = frozenset((".", ",", ";", ":", '"', "“", "”", "‘", "'", "—", "–", "that", "and", "but"))


class Findings:
    """What the findings of one text rest on by the sentences around them."""

    def __init__(self, around: Surroundings, evidence: Evidence) -> None:
        self._around, self._evidence = around, evidence

    def told_after(self, attribution: Attribution) -> Basis | None:
        """What the next sentences say that it rests on: "It relied on ledgers", "The group interviewed 31 people"."""
        if not attribution.cue:
            return None
        end = self._around.sentence(attribution.cue[-1].start).end
        for behind in range(_FOLLOWING):
            following = self._around.sentence(min(end + 2, len(self._around.text)))
            if following.start < end:
                return None
            found = self._rests(following) or (self._shows(following) if behind == 0 else None)
            if found or not self._takes_up(following):
                return None if self._is_by_another(following, attribution) else found
            end = following.end
        return None

    def shown_before(self, attribution: Attribution) -> Basis | None:
        """What the sentence before says that evidence shows, and the speaker concludes from: "Images show a crater"."""
        around = self._around
        if found := self._rested_before(attribution):
            return found
        if not any(around.words[i] in CONCLUDING for i in around.touched_by(attribution.cue[:1])):
            return None
        sentence = around.sentence(attribution.cue[0].start)
        before = around.sentence(max(sentence.start - 2, 0))
        if before.end > sentence.start or around.paragraph(before.start) != around.paragraph(sentence.start):
            return None
        return self.subject_showing(before)

    def _rested_before(self, attribution: Attribution) -> Basis | None:
        """What the sentence before says that the speaker, whom a pronoun takes up, looked into: "It interviewed 40 people. It said"."""
        around = self._around
        who = [around.words[i] for i in around.touched_by(attribution.source)]
        if not attribution.cue or len(who) != 1 or who[0] not in _TAKEN_UP:
            return None
        sentence = around.sentence(attribution.source[0].start)
        before = around.sentence(max(sentence.start - 2, 0))
        if before.end > sentence.start or around.paragraph(before.start) != around.paragraph(sentence.start):
            return None
        root = next((i for i in around.touched(before) if around.tokens[i].relation == "root"), None)
        subject = None if root is None else around.child(root, "nsubj")
        if root is None or subject is None or subject > root or around.words[root] not in LOOKING_INTO:
            return None
        return self._rests(Span(start=around.tokens[subject].span.start, end=before.end))

    def _rests(self, sentence: Span) -> Basis | None:
        said = self._straight(sentence.start, min(sentence.end, sentence.start + _NEAR))
        match = RESTING.match(said)
        if match is None:
            return None
        asked = ASKED.search(said, 0)
        if asked and asked.start() < match.end():
            people = Span(start=sentence.start + asked.start("asked"), end=sentence.start + asked.end())
            return Basis(span=self._with_more(people, AND_READ, sentence.end), kind="witness")
        at, on_anything = sentence.start + match.end(), bool(ON_ANYTHING.search(match[0]))
        found = self._evidence.named(at, sentence.end) if on_anything else self._evidence.after(at, sentence.end)
        return found and Basis(span=self._with_more(found.span, AND_ON, sentence.end), kind=found.kind)

    def _shows(self, sentence: Span) -> Basis | None:
        """The picture or recording that a sentence says was made public: "It released drone footage of the site"."""
        match = SHOWN_AFTER.match(self._straight(sentence.start, min(sentence.end, sentence.start + _NEAR)))
        found = self._evidence.after(sentence.start + match.end(), sentence.end) if match else None
        if match is None or found is None or found.kind not in _PICTURED:
            return None
        behind = self._straight(sentence.start + match.end(), sentence.end)
        return found if SHOWN_OF.search(behind) else None

    def _with_more(self, named: Span, joint: re.Pattern[str], end: int) -> Span:
        """A basis with what is named beside it in the same sentence. joint: the words between."""
        match = joint.match(self._straight(named.end, end))
        more = self._evidence.after(named.end + match.end(), end, any_noun=True) if match else None
        return Span(start=named.start, end=more.span.end) if more else named

    def _is_by_another(self, sentence: Span, attribution: Attribution) -> bool:
        """Whether a sentence begins with a name that is none of the speaker's: "The ministry said so. | Norrpress reviewed the files"."""
        around = self._around
        first = next(iter(around.touched(sentence)), None)
        is_named = _NAME.match(around.text, sentence.start, sentence.end)
        is_body = first is not None and around.words[first] == "the" and self._is_name(first + 1)
        first = first + 1 if first is not None and is_body else first
        if first is None or (around.tokens[first].upos != "PROPN" and not is_named and not is_body):
            return False
        source = [around.words[i] for i in around.touched_by(attribution.source)]
        # "A rights group said" is told by its name in what follows.
        return source != [] and around.words[first] not in source and not (source[:1] in (["a"], ["an"]) and source[-1] in WORDS["body"])

    def _is_name(self, number: int) -> bool:
        """Whether a word behind "the" is written as a name: "the Presence"."""
        tokens = self._around.tokens
        return number < len(tokens) and tokens[number].span.of(self._around.text)[:1].isupper()

    def _takes_up(self, sentence: Span) -> bool:
        """Whether a sentence goes on with the same speaker: "It finds further that"."""
        around, first = self._around, self._around.touched(sentence)[:2]
        words = [around.words[i] for i in first]
        if words[:1] == []:
            return False
        is_name = around.tokens[first[-1]].upos == "PROPN"
        return words[0] in _TAKEN_UP or (words[0] == "the" and words[-1] in WORDS["body"] and not is_name)

    def subject_showing(self, stretch: Span) -> Basis | None:
        """The evidence that a stretch says shows something, as a subject: "satellite images show", "the fragments were those of"."""
        around = self._around
        for number in around.touched(stretch)[:_HELD]:
            kind = self._evidence.kind(number)
            verb = self._verb_of(number) if kind and kind != "unnamed source" else None
            # The cue itself ("described | craters") stands outside of what is said.
            if kind is None or verb is None or self._is_not(verb):
                continue
            if around.tokens[verb].span.end <= stretch.end and self.tells(number, verb):
                return Basis(span=self._up_to(number, verb), kind=kind)
        return None

    def _verb_of(self, number: int) -> int | None:
        """The verb, or what stands for it, whose subject a noun is; where syntax has none, the verb right behind its phrase."""
        around, token = self._around, self._around.tokens[number]
        if token.relation in ("nsubj", "csubj") and number < token.head and not self._shows_right_behind(number):
            return token.head
        if token.relation == "compound" or around.child(number, "case") is not None or not self._begins(self._evidence.first(number)):
            return None
        after = (i for i in range(number + 1, min(number + 1 + _AUXILIARIES, len(around.tokens))) if around.tokens[i].upos != "AUX")
        behind = next(after, None)
        return behind if behind is not None and around.tokens[behind].upos == "VERB" else None

    def _shows_right_behind(self, number: int) -> bool:
        """Whether a verb of showing stands right behind a noun that syntax ties to a later verb: "findings | indicate it fell, he said"."""
        around, verb = self._around, number + 1
        return (
            verb < min(len(around.tokens), around.tokens[number].head)
            and around.tokens[verb].upos == "VERB"
            and around.words[verb] in _FINITE
        )

    def _begins(self, first: int) -> bool:
        """Whether a clause begins with a word."""
        before = self._around.words[first - 1] if first else "."
        return before in _BEFORE_CLAUSE or first == self._around.touched(self._around.sentence(self._around.tokens[first].span.start)).start

    def _is_not(self, verb: int) -> bool:
        return any(self._around.words[i] in ("not", "n't", "never") for i in self._around.children(verb))

    def tells(self, noun: int, verb: int) -> bool:
        """Whether evidence shows, finds or bears something out by a verb, or by what stands for one."""
        around, word = self._around, self._around.words[verb]
        if around.child(verb, "aux:pass") is not None:
            return False
        if word in WORDS["appearing"]:
            below = around.child(verb, "xcomp")
            return below is not None and around.words[below] in SHOWING | BEARING_OUT
        if word in _LEAVING:
            left = around.child(verb, "obj")
            return left is not None and around.words[left] in WORDS["left"]
        if word in SHOWING or word in BEARING_OUT:
            return True
        if word in BEING and around.words[noun] not in WORDS["had"] and around.child(verb, "cop") is not None:
            return True
        return self._finds(noun, verb) or self._belongs(noun, verb) or self._holds(noun, verb)

    def _finds(self, noun: int, verb: int) -> bool:
        """Whether an instrument or a test finds something: "radar | had tracked the drones"."""
        around = self._around
        named = {around.words[noun], *(around.words[i] for i in around.children(noun) if i < noun)}
        return around.words[verb] in FINDING | CONCLUDING and not named.isdisjoint(WORDS["finding"])

    def _belongs(self, noun: int, verb: int) -> bool:
        """Whether it is told of what things they are: "the fragments | came from a rocket"."""
        around = self._around
        if around.words[noun] not in WORDS["thing"]:
            return False
        led = (i for i in around.children(verb) if i > verb and around.tokens[i].relation.startswith("obl"))
        cases = {around.words[i] for one in led for i in around.children(one) if around.tokens[i].relation == "case"}
        return any(around.words[verb] in verbs and preposition in cases for preposition, verbs in BELONGING.items())

    def _holds(self, noun: int, verb: int) -> bool:
        """Whether a paper that only records has something in it: "his register | held 41 names"."""
        around = self._around
        is_paper = around.words[noun] in WORDS["recording"] and around.words[verb] in HOLDING_WITHIN
        return is_paper and around.child(verb, "obj", "obl") is not None

    def _up_to(self, noun: int, verb: int) -> Span:
        """The phrase of a subject: all that stands before its verb without a comma."""
        around, last = self._around, noun
        for number in range(noun + 1, verb):
            token = around.tokens[number]
            if around.words[number] in _PAUSES or (token.upos in ("AUX", "PRON") and token.relation != "nmod:poss"):
                break
            if token.upos not in ("ADV", "PART", "CCONJ", "ADP", "PRON"):
                last = number
        return around.span(self._evidence.first(noun), last + 1)

    def _straight(self, start: int, end: int) -> str:
        return self._around.text[start:end].replace("’", "'")
