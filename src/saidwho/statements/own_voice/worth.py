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
_QUESTION_WORDS = frozenset({"what", "who", "why", "how", "where", "when", "which"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_CLAUSAL = frozenset({"root", "conj", "advcl", "ccomp", "acl:relcl", "parataxis", "xcomp", "csubj", "acl"})
_READERS = frozenset({"you", "your"})
# Fewer words are a heading or a fragment.
_FEWEST = 4
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
        return self._happens(clause, subjects) or self._counts(self._around.span(clause.first, clause.past))

    def tells(self, clause: Free) -> bool:
        """Whether a sentence says something of somebody or something, happening or not ("The depot is ours")."""
        subjects = self._subjects(clause)
        if not subjects or any(self._around.words[i] == "i" for i in subjects):
            return False
        return clause.is_whole and clause.past - clause.first >= _FEWEST and not self._is_aside(clause, subjects)

    def _subjects(self, clause: Free) -> list[int]:
        return [i for i in self._around.children(clause.head) if self._around.tokens[i].relation in _SUBJECTS]

    def _is_aside(self, clause: Free, subjects: list[int]) -> bool:
        """Whether it tells of what was said, refused or thought, judges, or turns to its readers."""
        around, head = self._around, clause.head
        # "Asked for proof, she laughed" tells of an interview.
        if clause.is_whole and around.words[clause.first] in _QUESTION_WORDS | {"asked", "pressed"}:
            return True
        if around.words[head] in _JUDGED or around.words[head] in _GROUNDS or self._is_talk(clause) or self._is_refused(head):
            return True
        if any(around.words[i] in _ABOUT_TALK for i in subjects):
            return True
        return any(around.words[i] in _READERS for i in range(clause.first, clause.past))

    def without_tail(self, span: Span) -> Span:
        """A clause without what only judges behind it: "but shows no signs of ending"."""
        tail = _TAIL.search(self._around.text, span.start, span.end)
        return Span(start=span.start, end=tail.start()) if tail and not self._counts(Span(start=tail.start(), end=span.end)) else span

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
        around, word = self._around, self._around.words[verb]
        if word in ("went", "goes"):
            return any(around.words[i] == "on" and around.tokens[i].relation == "compound:prt" for i in around.children(verb))
        return word in _TALK and not (word in _DOING_TOO and around.child(verb, "obj") is not None)

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
                if does and not self._says(i) and (subjects or not clause.is_whole or self._has_subject(i)):
                    return True
        within = [i for i in around.children(clause.head) if around.tokens[i].relation in ("obl", "obj", "nmod")]
        # "It is a war that nobody wants" tells nothing; "most were explosions" does.
        named = [clause.head] if not any(around.tokens[i].upos == "PRON" for i in subjects) else []
        return any(around.words[i] in _HAPPENINGS for i in (*subjects, *within, *named))

    def _has_subject(self, verb: int) -> bool:
        return any(self._around.tokens[i].relation in _SUBJECTS for i in self._around.children(verb))

    def _counts(self, span: Span) -> bool:
        """Whether a figure stands in a stretch."""
        return bisect_left(self._starts, span.start) < bisect_right(self._starts, span.end - 1)
