"""Which clauses of a sentence are nobody's but the outlet's?

A sentence without an attribution is one; of a sentence that is attributed in part, what stands free beside it and is a clause
of its own: "medics said, as [fighting for the city entered its second month]".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saidwho.statements.own_voice.taken import RELATIVES, Taken
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import word_set

_CLAUSES = frozenset({"root", "conj", "parataxis", "advcl", "acl:relcl", "ccomp", "csubj"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_MARKS = frozenset({"as", "while", "when", "because", "after", "before", "though", "although", "since", "where", "but", "and", "which"})
_CONDITIONS = frozenset({"if", "once", "unless", "until", "till", "provided"})
# What may stand before the verb of a clause, with all that hangs on it.
_FRONTED = frozenset({"obl", "obl:tmod", "advmod", "advcl", *_SUBJECTS})
_LOOSE = frozenset({"PUNCT", "CCONJ", "SCONJ"})
# Openings that tie a sentence to the one before and say nothing.
_TIES = frozenset(
    {"separately", "instead", "meanwhile", "however", "elsewhere", "also", "still", "earlier", "nevertheless", "thus", "so", "then"}
)
# Irregular verbs of past doings that relative clauses tell of.
_PAST = word_set(
    "was were had did took gave led fought fell left held began broke came went shot struck hit cut lost won sent drove fled sank "
    "blew rose burnt built sold bought brought caught fed met paid put ran saw set stood"
)
_COMMONPLACE = re.compile(r"as (?:is|was|has been) (?:well |widely |already )?(?:known|usual|customary|said|reported) ,")
_LEADS = frozenset({"when", "that", "which", "who", "how", "whether", "where", "if", "why", "what"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Free:
    """A free clause: head is the token of its verb, or of what is said to be so; first and past bound its tokens.

    is_of_speaker: whether it is a relative clause that tells more of a body that says something: "the guard, [which took Kesh], says".
    """

    head: int
    first: int
    past: int
    is_whole: bool
    is_of_speaker: bool = False


def free_clauses(around: Surroundings, tokens: range, taken: Taken) -> Iterator[Free]:
    """The free clauses among the tokens of one sentence."""
    if not any(taken.said[tokens.start : tokens.stop]) and not any(taken.sources[tokens.start : tokens.stop]):
        head = _first_head(around, tokens)
        if head is not None:
            yield _trimmed(around, Free(head=head, first=tokens.start, past=tokens.stop, is_whole=True))
        return
    for run in _runs(tokens, taken):
        clause = _clause(around, run, tokens, taken)
        if clause is not None:
            yield _trimmed(around, clause)


def _runs(tokens: range, taken: Taken) -> Iterator[range]:
    """The stretches that are neither said nor name who says."""
    start = None
    for i in tokens:
        if taken.said[i] or taken.sources[i]:
            if start is not None:
                yield range(start, i)
            start = None
        elif start is None:
            start = i
    if start is not None:
        yield range(start, tokens.stop)


def _first_head(around: Surroundings, tokens: range) -> int | None:
    """The root, or else the first verb, or else the first word that hangs on nothing inside."""
    inside = set(tokens)
    tops = [i for i in tokens if around.tokens[i].head == i or around.tokens[i].head not in inside]
    return next((i for i in tops if around.tokens[i].upos != "PUNCT"), None)


def _clause(around: Surroundings, run: range, sentence: range, taken: Taken) -> Free | None:
    """The first clause of its own in a free stretch; none where it only leads over ("comes on a day when")."""
    if run.stop < sentence.stop and around.words[run.stop - 1] in _LEADS and around.words[max(run.stop - 2, 0)] != ",":
        return None
    for i in sorted(run, key=lambda i: (_is_fronted(around, i, run), _describes(around, i, run))):
        token = around.tokens[i]
        verbal = token.upos == "VERB" or any(around.tokens[k].relation == "cop" for k in around.children(i))
        if not verbal or token.relation not in _CLAUSES or _is_condition(around, i, taken) or _leads_into(around, i, taken):
            continue
        first = _start(around, i, run, sentence, taken)
        if first is not None:
            tells_more = token.relation == "acl:relcl" and bool(taken.sources[token.head]) and around.words[first] == "which"
            return Free(head=i, first=first, past=_end(around, i, first, run, sentence), is_whole=False, is_of_speaker=tells_more)
    return None


def _marks(around: Surroundings, verb: int) -> list[int]:
    """The words by which a clause is joined to another."""
    return [i for i in around.children(verb) if i < verb and around.tokens[i].relation in ("mark", "advmod")]


def _is_condition(around: Surroundings, verb: int, taken: Taken) -> bool:
    """Whether a clause is a condition of what somebody says, and so said too: "It will come, once a commission has met"."""
    return bool(taken.said[around.tokens[verb].head]) and any(around.words[i] in _CONDITIONS for i in _marks(around, verb))


def _leads_into(around: Surroundings, verb: int, taken: Taken) -> bool:
    """Whether what a verb is about is somebody's already: "the raid raises | fears of a wider war"."""
    return any(taken.said[i] for i in around.children(verb) if i > verb and around.tokens[i].relation == "obj")


def _is_fronted(around: Surroundings, verb: int, run: range) -> bool:
    """Whether a clause stands in front of the one that it hangs on: "After rebels left, the mayor ..."."""
    return _is_in_front(around, verb, around.tokens[verb].head) and around.tokens[verb].head < run.stop


def _describes(around: Surroundings, verb: int, run: range) -> bool:
    """Whether a relative clause says more of the subject of another that stands free: "The talks, | which began on Tuesday, | failed"."""
    noun = around.tokens[verb].head
    main = around.tokens[noun].head
    is_subject = around.tokens[noun].relation in _SUBJECTS and noun in run and main in run
    return around.tokens[verb].relation == "acl:relcl" and is_subject and noun < verb < main


def _is_in_front(around: Surroundings, verb: int, main: int) -> bool:
    """Whether a clause stands before the main one and hangs on it."""
    return around.tokens[verb].relation == "advcl" and verb < around.tokens[verb].head == main


def _start(around: Surroundings, head: int, run: range, sentence: range, taken: Taken) -> int | None:
    """Where a clause begins; None where it is no clause of its own: without a subject, or only saying who is meant."""
    subjects = [i for i in around.children(head) if around.tokens[i].relation in _SUBJECTS and i < head]
    if around.tokens[head].relation == "acl:relcl" or any(around.words[i] in RELATIVES for i in subjects):
        pronoun = next((i for i in range(head, run.start - 1, -1) if around.words[i] in RELATIVES), None)
        behind_comma = pronoun is not None and any(around.words[k] == "," for k in range(max(run.start, pronoun - 2), pronoun))
        if pronoun is None or not behind_comma or not _is_past(around, head):
            return None
        return pronoun - 1 if pronoun > run.start and around.tokens[pronoun - 1].upos == "ADP" else pronoun
    mark = next((i for i in _marks(around, head) if around.words[i] in _MARKS), None)
    if mark is not None and run.start <= mark:
        goes_on = subjects or around.words[mark] == "as" or around.tokens[mark + 1].upos not in ("VERB", "AUX")
        return mark + 1 if goes_on else None
    inside = [i for i in subjects if i in run]
    if inside:
        return _leftmost(around, inside[0], run)
    before = [i for i in subjects if i in sentence and taken.sources[i] and not taken.said[i]]
    if before and all(taken.sources[k] or around.tokens[k].upos in ("ADV", "AUX") for k in range(before[-1], run.start)):
        first = before[0]
        while first > sentence.start and taken.sources[first - 1] and not taken.said[first - 1]:
            first -= 1
        return first
    return None


def _is_past(around: Surroundings, head: int) -> bool:
    """Whether a relative clause tells what happened, or how many there are; in the present it only says who is meant."""
    below = [i for i in around.children(head) if around.tokens[i].relation in ("aux", "aux:pass", "cop")]
    first = around.words[below[0] if below else head]
    numbered = any(around.tokens[k].relation == "nummod" for i in around.children(head) for k in around.children(i))
    return numbered or first in _PAST or (not below and first.endswith("ed"))


def _end(around: Surroundings, head: int, first: int, run: range, sentence: range) -> int:
    """Where a clause ends: a relative one with what hangs on it; one that leads over to what others say, before it does."""
    if around.tokens[head].relation == "acl:relcl":
        inside = [i for i in run if i >= first and (i == head or head in around.ancestors(i))]
        return inside[-1] + 1
    if run.stop < sentence.stop:
        joints = (i for i in range(head + 1, run.stop - 1) if around.words[i] == "," and around.tokens[i + 1].upos == "CCONJ")
        return next(joints, run.stop)
    return run.stop


def _leftmost(around: Surroundings, subject: int, run: range) -> int:
    """Where the words before a subject begin: those that hang on it or on its verb."""
    verb, first = around.tokens[subject].head, subject
    while first > run.start and around.tokens[first - 1].head >= first - 1 and around.words[first - 1] not in (";", "–", "—"):
        above = around.tokens[first - 1].head
        if above != verb and not first - 1 < above <= subject and above != subject:
            break
        first -= 1
    return _front(around, verb, first, run)


def _front(around: Surroundings, verb: int, first: int, run: range) -> int:
    """Where the phrases before a subject begin, with what hangs on them: "On Monday, in a village of the same parish, ..."."""
    at = first - 1
    while at >= run.start and around.words[at] not in (";", ":", "–", "—"):
        if around.words[at] != ",":
            path = (at, *around.ancestors(at))
            if verb not in path or around.tokens[path[path.index(verb) - 1]].relation not in _FRONTED:
                break
            first = at
        at -= 1
    return first


def _trimmed(around: Surroundings, clause: Free) -> Free:
    """Without conjunctions, ties and marks around it."""
    first, past = _past_commonplace(around, clause), clause.past
    while first < past and first != clause.head and (_is_loose(around, first, clause) or _is_tie(around, first, past)):
        first += 1
    while past > first + 1 and (around.tokens[past - 1].upos in _LOOSE or around.tokens[past - 1].relation == "cc"):
        past -= 1
    # "A shooting on the bank in which, the council says, ..."; "shells hit the clinic, where residents said ..."
    if not clause.is_whole and past > first + 2 and around.words[past - 1] in RELATIVES | {"whom"}:
        past -= 2 if around.tokens[past - 2].upos in ("ADP", "PUNCT") else 1
    return replace(clause, first=first, past=past)


def _past_commonplace(around: Surroundings, clause: Free) -> int:
    """Where a sentence begins behind "As is known,"."""
    opening = _COMMONPLACE.match(" ".join(around.words[clause.first : clause.first + 6]))
    return clause.first + len(opening[0].split()) if clause.is_whole and opening else clause.first


def _is_loose(around: Surroundings, first: int, clause: Free) -> bool:
    """Whether a word may go from the beginning: a mark or conjunction, but that of another clause stays ("After he fled he ...")."""
    token = around.tokens[first]
    is_of_another = (
        token.upos == "SCONJ" and token.head != clause.head and (clause.is_whole or _is_in_front(around, token.head, clause.head))
    )
    return token.upos in _LOOSE and around.words[first] != "both" and not is_of_another


def _is_tie(around: Surroundings, first: int, past: int) -> bool:
    return around.words[first] in _TIES and first + 1 < past and around.tokens[first].upos == "ADV"
