"""Does a clause of the outlet's assert a happening or a figure?"""

import re
from bisect import bisect_left, bisect_right

from saidwho.statements.own_voice.first_hand import WORDS, verbs
from saidwho.statements.own_voice.free import Free
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

_TALK, _IDLE, _UNSPOKEN, _DEED = verbs("talk"), verbs("idle"), verbs("unspoken"), verbs("deed")
_ABOUT_TALK, _HAPPENINGS, _JUDGED = WORDS["about talk"], WORDS["happening"], WORDS["judged"]
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "none", "nobody", "nothing", "hardly"})
_GROUNDS = verbs("grounds")
# With a thing for their object these are deeds: "adds launchers to a package", "promised Ostrel 40 million".
_DOING_TOO = frozenset({"add", "adds", "added", "adding", "promise", "promises", "promised"})
# So are these with people or things that are counted: "questioned three men", "welcomed 300 refugees", "read nineteen names".
_COUNTED_TOO = verbs("counted too")
_GOING, _SENSE = verbs("going"), verbs("sense")
_CALL, _PUT = verbs("call"), verbs("put")
# "Called in two brigades", "called the council together" are deeds; "called for", "called on" are none.
_SUMMONING = frozenset({"in", "together", "up", "out", "off"})
_QUESTION_WORDS = frozenset({"what", "who", "why", "how", "where", "when", "which"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_CLAUSAL = frozenset({"root", "conj", "advcl", "ccomp", "acl:relcl", "parataxis", "xcomp", "csubj", "acl"})
_READERS = frozenset({"you", "your"})
# What is told behind these did not happen, as yet or at all; "he would later return" did.
_SUPPOSING = frozenset({"may", "might", "would", "should"})
_LATER = frozenset({"later", "soon", "eventually"})
_WHETHER = frozenset({"if", "unless"})
_COMMENT = frozenset({"comment", "response", "statement", "reaction"})
_REACHING = verbs("reaching")
_WHAT_IT_IS = WORDS["what it is"]
# Fewer words are a heading or a fragment.
_FEWEST = 4
# Words behind "put" in which "at" and a number stand.
_FAR = 14
# "But shows no signs of ending": what goes on so asserts nothing that happened.
_OPEN_ENDED = (
    r"(?:shows?[ \t](?:no|few|little)[ \t]signs?|seems?|appears?|remains?|"
    r"(?:is|are|was|were)[ \t](?:unclear|unknown|(?:un)?likely|expected))"
)
_TAIL = re.compile(
    r",?[ \t](?:but|and|while|as|though|although)[ \t](?:(?!\b(?:but|and)\b)[\w'’]+[ \t]){0,5}?" + _OPEN_ENDED + r"\b[^.;]*$"
)


class Worth:
    """Judges the clauses of one report."""

    def __init__(self, around: Surroundings, figures: tuple[Figure, ...]) -> None:
        self._around = around
        self._figures = sorted(figure.span for figure in figures)
        self._starts = [span.start for span in self._figures]

    def is_assertion(self, clause: Free) -> bool:
        """Whether it tells of a happening or a figure, and not of what was said, refused or thought."""
        subjects = self._subjects(clause)
        if self._is_aside(clause, subjects) or any(self._around.words[i] in ("i", "we") for i in subjects):
            return False
        return self._happens(clause, subjects) or self._is_cleft(clause) or self.counts(self._around.span(clause.first, clause.past))

    def tells(self, clause: Free) -> bool:
        """Whether a sentence says something of somebody or something, happening or not ("The depot is ours").

        Of whoever says "I" only what he went and did: "I visited the camp".
        """
        subjects = self._subjects(clause)
        if not subjects or (self._around.words[clause.head] not in _GOING and any(self._around.words[i] == "i" for i in subjects)):
            return False
        return clause.is_whole and self._is_long_enough(clause, subjects[0]) and not self._is_aside(clause, subjects)

    def supposes(self, span: Span) -> bool:
        """Whether a stretch tells what may be, would be, or is so on a condition: "the army could withdraw within days".

        What could or could not be done is told: "could be heard", "could not reach the port".
        """
        around = self._around
        tokens = around.touched(span)
        head = around.top(tokens)
        if head is None:
            return False
        near = {around.words[i] for i in around.children(head)}
        modals = {around.words[i] for i in around.children(head) if around.tokens[i].relation == "aux"}
        is_able = bool(near & _NEGATIONS) or around.words[head] in _SENSE
        is_supposed = bool(modals & _SUPPOSING) and not near & _LATER
        return is_supposed or ("could" in modals and not is_able) or around.words[tokens.start] == "should" or self._is_on_condition(head)

    def describes(self, span: Span) -> bool:
        """Whether a stretch only says what a place or a body is or lacks: "Kesh is a mining town of 30,000", "it has no depot"."""
        head = self._around.top(self._around.touched(span))
        if head is not None and self._around.words[head] in ("has", "have") and self._around.tokens[head].upos == "VERB":
            thing = self._around.child(head, "obj")
            return thing is not None and any(self._around.words[i] == "no" for i in self._around.children(thing))
        if head is None or self._around.words[head] not in _WHAT_IT_IS:
            return False
        copula = self._around.child(head, "cop")
        return copula is not None and self._around.words[copula] in ("is", "are")

    def _is_on_condition(self, head: int) -> bool:
        around = self._around
        clauses = (i for i in around.children(head) if around.tokens[i].relation == "advcl")
        return any(around.words[k] in _WHETHER for i in clauses for k in around.children(i) if around.tokens[k].relation == "mark")

    def _is_long_enough(self, clause: Free, subject: int) -> bool:
        """A sentence of three words has a doing of somebody's or a place's or person's name: "She carried ploughs", "Kesh is ours"."""
        count = clause.past - clause.first
        does = self._around.tokens[clause.head].upos == "VERB" and self._around.words[clause.head] not in _IDLE
        return count >= _FEWEST or (count == _FEWEST - 1 and (does or self._around.tokens[subject].upos == "PROPN"))

    def _subjects(self, clause: Free) -> list[int]:
        return [i for i in self._around.children(clause.head) if self._around.tokens[i].relation in _SUBJECTS]

    def _is_aside(self, clause: Free, subjects: list[int]) -> bool:
        """Whether it tells of what was said, refused or thought, judges, or turns to its readers."""
        around, head = self._around, clause.head
        # "Asked for proof, she laughed" tells of an interview.
        if clause.is_whole and around.words[clause.first] in _QUESTION_WORDS | {"asked", "pressed"} and not self._is_cleft(clause):
            return True
        if self._is_judged(head) or around.words[head] in _GROUNDS or self._is_talk(clause) or self._is_refused(head):
            return True
        if any(around.words[i] in _ABOUT_TALK for i in subjects) or self._asks_for_comment(head):
            return True
        return any(around.words[i] in _READERS for i in range(clause.first, clause.past))

    def _asks_for_comment(self, head: int) -> bool:
        """ "The paper has contacted the ministry for comment"."""
        around = self._around
        if around.words[head] not in _REACHING:
            return False
        below = [k for i in around.children(head) for k in (i, *around.children(i))]
        return any(around.words[i] in _COMMENT and any(around.words[k] == "for" for k in around.children(i)) for i in below)

    def _is_judged(self, head: int) -> bool:
        """Whether a head judges or says that it does not know: "is open", "it is known that", and not "will open" or "had known"."""
        if self._around.words[head] not in _JUDGED:
            return False
        return self._around.tokens[head].upos != "VERB" or self._is_passive(head)

    def _is_passive(self, verb: int) -> bool:
        return self._around.child(verb, "aux:pass", "nsubj:pass") is not None

    def without_tail(self, span: Span) -> Span:
        """A clause without what only judges behind it: "but shows no signs of ending"."""
        tail = _TAIL.search(self._around.text, span.start, span.end)
        return Span(start=span.start, end=tail.start()) if tail and not self.counts(Span(start=tail.start(), end=span.end)) else span

    def _is_cleft(self, clause: Free) -> bool:
        """ "What burned was a model": what happened, with a noun for who or what it was."""
        around, head = self._around, clause.head
        if around.words[clause.first] != "what" or around.tokens[head].upos not in ("NOUN", "PROPN"):
            return False
        verb = next((i for i in range(clause.first + 1, head) if around.tokens[i].upos == "VERB"), None)
        if verb is None or around.child(head, "cop") is None:
            return False
        return not (around.words[verb] in _IDLE or self._says(verb) or around.words[verb] in _UNSPOKEN)

    def _is_talk(self, clause: Free) -> bool:
        """Whether its verb is one of saying, or one stands beside it: "the captain was absent, she agreed"."""
        around = self._around
        if around.tokens[clause.head].upos == "VERB" and self._says(clause.head):
            return True
        return any(
            around.tokens[i].upos == "VERB"
            and around.tokens[i].relation in ("parataxis", "root")
            and (self._says(i) or around.words[i] in _DEED)
            and i != clause.head
            for i in range(clause.first, clause.past)
        )

    def _says(self, verb: int) -> bool:
        """Whether a verb is one of saying here: "she went on", "he added that", and not "adds launchers to a package"."""
        word = self._around.words[verb]
        if word in ("went", "goes"):
            return bool(self._particles(verb) & {"on"})
        return word in _TALK and not self._is_deed(verb)

    def _is_deed(self, verb: int) -> bool:
        """Whether a verb that may be one of saying tells here of what was done: "were put ashore", "called in two brigades"."""
        around, word = self._around, self._around.words[verb]
        thing = around.child(verb, "obj", "nsubj:pass")
        if word in _PUT:
            return not self._is_put_in_words(verb)
        if word in _CALL and self._particles(verb) & _SUMMONING:
            return True
        if word == "written":
            # "Names are written on the gate."
            return self._is_passive(verb) and "on" in self._prepositions(verb)
        if word in _COUNTED_TOO:
            return thing is not None and any(around.tokens[i].relation == "nummod" for i in around.children(thing))
        return word in _DOING_TOO and around.child(verb, "obj") is not None

    def _is_put_in_words(self, verb: int) -> bool:
        """ "Put the toll at 40", "as he put it", "put forward a plan", "put the findings to the army"."""
        around = self._around
        objects = {around.words[i] for i in around.children(verb) if around.tokens[i].relation == "obj"}
        return bool(objects & {"it"} or self._particles(verb) & {"forward"} or "to" in self._prepositions(verb)) or self._is_at(verb)

    def _is_at(self, verb: int) -> bool:
        """Whether "at" and a number follow in the sentence, wherever syntax ties them."""
        around = self._around
        past = min(around.touched(around.sentence(around.tokens[verb].span.start)).stop, verb + _FAR)
        past = next((i for i in range(verb + 1, past) if around.tokens[i].upos == "VERB" and around.words[i - 1] in ("and", "but")), past)
        places = [i for i in range(verb + 1, past) if around.words[i] == "at"]
        return any(around.tokens[k].upos == "NUM" for i in places for k in range(i + 1, min(i + 4, past)))

    def _particles(self, verb: int) -> set[str]:
        near = self._around.children(verb)
        return {self._around.words[i] for i in near if i > verb and self._around.tokens[i].relation in ("compound:prt", "advmod")}

    def _prepositions(self, verb: int) -> set[str]:
        """Those of the phrases behind a verb and its object."""
        around = self._around
        near = [i for i in around.children(verb) if i > verb]
        below = [k for i in near for k in (i, *around.children(i))]
        return {around.words[k] for i in below for k in (i, *around.children(i)) if around.tokens[k].relation == "case"}

    def _is_refused(self, head: int) -> bool:
        around = self._around
        near = around.children(head)
        below = {around.words[k] for i in near for k in (i, *around.children(i))}
        return around.words[head] in _UNSPOKEN and bool(below & _NEGATIONS)

    def _happens(self, clause: Free, subjects: list[int]) -> bool:
        around = self._around
        for i in range(clause.first, clause.past):
            token, word = around.tokens[i], around.words[i]
            if token.upos == "VERB" and (i == clause.head or token.relation in _CLAUSAL - {"acl", "acl:relcl"}):
                does = word not in _IDLE or any(around.tokens[k].relation == "compound:prt" for k in around.children(i))
                does = does and not self._says(i) and not self._is_absolute(i, clause)
                if does and (subjects or not clause.is_whole or self._has_subject(i)):
                    return True
        within = [i for i in around.children(clause.head) if around.tokens[i].relation in ("obl", "obj", "nmod")]
        # "It is a war that nobody wants" tells nothing; "most were explosions" does.
        named = [clause.head] if not any(around.tokens[i].upos == "PRON" for i in subjects) else []
        return any(around.words[i] in _HAPPENINGS for i in (*subjects, *within, *named))

    def _is_absolute(self, verb: int, clause: Free) -> bool:
        """Whether a participle with a subject of its own tells how somebody sits or stands: "her hands folded in her lap"."""
        around, subject = self._around, self._around.child(verb, "nsubj", "nsubj:pass")
        if verb == clause.head or subject is None or around.child(verb, "aux", "aux:pass", "cop", "cc", "mark") is not None:
            return False
        owner = around.child(subject, "nmod:poss")
        return around.words[max(subject - 2, 0)] == "," and owner == subject - 1 and around.tokens[owner].upos == "PRON"

    def _has_subject(self, verb: int) -> bool:
        return any(self._around.tokens[i].relation in _SUBJECTS for i in self._around.children(verb))

    def counts(self, span: Span) -> bool:
        """Whether a figure stands in a stretch."""
        return bisect_left(self._starts, span.start) < bisect_right(self._starts, span.end - 1)
