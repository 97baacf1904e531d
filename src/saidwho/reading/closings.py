"""Who says a sentence that closes with somebody and a verb of saying, where the reader gives it to nobody?

"Complaints were lodged on Monday, the trade representative has told us" and "the ward is full, as the surgeon explains" need no more than
their syntax: a clause, a comma, a subject and a verb of saying behind which nothing is said. "In the words of the minister", "by the
villagers' count" and "as he put it" are known by their wording.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from saidwho.reading.silences import is_quoted
from saidwho.reading.taken import is_taken
from saidwho.text.clauses import SAYING, bare
from saidwho.text.quotations import MARKS
from saidwho.text.subtrees import Subtrees
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

# Verbs that say what stands before them; a subject that "called", "blamed" or "put" does so to something.
_CLOSING = (
    SAYING
    - word_set(
        "call calls called describe describes described accuse accuses accused blame blames blamed put puts demand demands demanded urge "
        "urges urged threaten threatens threatened reject rejects rejected dispute disputes disputed condemn condemns condemned expect "
        "expects expected deny denies denied doubt doubts doubted"
    )
) | word_set(
    "explain explains explained repeat repeats repeated recall recalls recalled recount recounts recounted relate relates related reply "
    "replies replied write writes wrote written remember remembers remembered complain complains complained observe observes observed "
    "disclose discloses disclosed reveal reveals revealed inform informs informed remind reminds reminded think thinks thought mention "
    "mentions mentioned testify testifies testified boast boasts boasted"
)
_SOMEBODY = ("NOUN", "PROPN")
# Who may be told, and what else stands behind a verb without being said by it.
_TOLD = frozenset({"us", "me", "reporters", "journalists", "correspondents", "radio", "television", "agency", "paper", "newspaper"})
_OBJECTS = frozenset({"obj", "iobj", "ccomp", "xcomp"})
# Words are quoted inside a clause whole or not at all.
_BEFORE = re.compile(r"(?P<said>(?:[^\n“”\"]|“[^\n“”]*”|\"[^\n\"]*\")*[^\s,;:]), (?P<as>as )?$")
_GOING = frozenset({"went", "goes"})
# A clause that only tells when or why is not said by whom the sentence is about: "When the firing stopped, the army reported".
_SUBORDINATE = re.compile(
    r"(?:(?:and|but|yet|so) )?(?:when|while|after|before|until|since|as|if|unless|because|although|though|once|whenever|"
    r"in|on|at|by|from|with|under|during|for|according|despite|like|unlike|following|citing|speaking|asked|having)\b",
    re.IGNORECASE,
)
_HAVING = frozenset({"has", "have", "had"})
_SEMICOLON = re.compile("; ")
_FEWEST = 4
_LONGEST = 24
# As sure as the syntax is.
_SCORE = 0.7
_WHO = r"(?:the |an? |its |his |her |their |our |[A-Z])[^,;:.\n“”\"()]{1,70}?"
_RECKONING = r"(?:own )?(?:count|account|estimate|reckoning|tally)"
_WORDINGS = tuple(
    re.compile(rf", {wording}(?=[,;:.\n]|$)", re.MULTILINE)
    for wording in (
        rf"(?P<cue>in the words of|by the {_RECKONING} of) (?P<who>{_WHO})",
        rf"(?P<cue>by) (?P<who>{_WHO})(?:['’]s|(?<=s)['’]) (?P<more>{_RECKONING})",
        rf"as (?P<who>he|she|they|it|{_WHO}) (?P<cue>(?:has |have |had )?puts? it)",
        rf"(?P<who>{_WHO}) (?P<cue>(?:has |have |had )?(?:lets? it be known|lets? us know|makes? (?:it )?known|made (?:it )?known))",
    )
)


def with_closings(
    text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...], sentences: Sequence[Span]
) -> tuple[Attribution, ...]:
    """Add one attribution for each sentence that so closes, where no attribution holds any of it; or only somebody who spoke before it,
    to whom the reader gave it as well."""
    trees = Subtrees(tokens)
    pieces = {piece for one in attributions for piece in one.content[1:]}
    closing = [found for sentence in sentences for found in _closing(text, tokens, trees, sentence, pieces)]
    worded = list(_worded(text, tokens, trees, sentences))
    kept = _without_closed(text, attributions, closing)
    taken = sorted(span for one in kept for span in (*one.source, *one.cue, *one.content))
    added = [found for found in (*closing, *worded) if not _touches(taken, found)]
    return tuple(sorted((*kept, *added), key=lambda one: (one.cue or one.content)[0])) if added else attributions


def _without_closed(text: str, attributions: tuple[Attribution, ...], closing: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those that speak before a sentence without it, where it is their last piece, no quotation, and closes with somebody of its own."""
    own = {one.content[0]: one for one in closing}
    if not own:
        return attributions
    cues = sorted(span for one in attributions for span in (*one.cue, *one.source))
    return tuple(replace(one, content=one.content[:-1]) if _is_closed(text, one, own, cues) else one for one in attributions)


def _is_closed(text: str, one: Attribution, own: dict[Span, Attribution], cues: list[Span]) -> bool:
    closed = own.get(one.content[-1]) if len(one.content) > 1 and one.cue else None
    if closed is None or one.cue[-1].end > closed.content[0].start or text[closed.content[0].start] in MARKS:
        return False
    return not is_taken(cues, closed.content[0].start, max(closed.source[-1].end, closed.cue[-1].end))


def _closing(text: str, tokens: tuple[Token, ...], trees: Subtrees, sentence: Span, pieces: set[Span]) -> Iterator[Attribution]:
    """pieces: what the reader took for said, however short."""
    for verb in trees.touched(sentence):
        if tokens[verb].upos == "VERB" and _closes(text, tokens, verb):
            found = _said_by(text, tokens, trees, sentence, verb, pieces)
            if found is not None:
                yield found
                return


def _closes(text: str, tokens: tuple[Token, ...], verb: int) -> bool:
    word = tokens[verb].span.of(text).casefold()
    goes_on = word in _GOING and text.startswith(" on", tokens[verb].span.end)
    return word in _CLOSING or goes_on


def _worded(text: str, tokens: tuple[Token, ...], trees: Subtrees, sentences: Sequence[Span]) -> Iterator[Attribution]:
    """What is said by the wording of what stands behind it."""
    starts = [sentence.start for sentence in sentences]
    for match in (match for wording in _WORDINGS for match in wording.finditer(text)):
        start = starts[max(bisect_left(starts, match.start()) - 1, 0)] if starts else 0
        before = _BEFORE.search(text, start, match.start() + 2)
        if before is None or is_quoted(text, match.start()):
            continue
        said = _last_part(text, Span(start=before.start("said"), end=before.end("said")))
        if len(trees.touched(said)) < _FEWEST or not any(tokens[i].upos in ("VERB", "AUX") for i in trees.touched(said)):
            continue
        who, *cue = (Span(start=match.start(part), end=match.end(part)) for part in ("who", "cue", "more") if match.groupdict().get(part))
        yield Attribution(source=(who,), cue=tuple(cue), content=(said,), score=_SCORE)


def _said_by(text: str, tokens: tuple[Token, ...], trees: Subtrees, sentence: Span, verb: int, pieces: set[Span]) -> Attribution | None:
    clause = _saying(text, tokens, trees, verb)
    if clause is None or is_quoted(text, tokens[verb].span.start):
        return None
    who, cue = clause
    before = _BEFORE.search(text, sentence.start, min(who.start, cue.start))
    if before is None:
        return None
    said = _last_part(text, Span(start=before.start("said"), end=before.end("said")))
    verbs = [i for i in trees.touched(said) if tokens[i].upos in ("VERB", "AUX")]
    is_whole = said in pieces or len(trees.touched(said)) >= _FEWEST
    is_clause = bool(verbs) and is_whole and not _SUBORDINATE.match(said.of(text))
    # "Fell four days after the ship sank, as its owners announced" may be the last clause's alone.
    if not is_clause or (before["as"] and sum(tokens[i].upos == "VERB" for i in verbs) > 1):
        return None
    return Attribution(source=(who,), cue=(cue,), content=(said,), score=_SCORE)


def _saying(text: str, tokens: tuple[Token, ...], trees: Subtrees, verb: int) -> tuple[Span, Span] | None:
    """Who says, and by which words, where a verb has a subject beside it and says nothing behind it."""
    children = trees.children.get(verb, [])
    subject = min((i for i in children if tokens[i].relation == "nsubj"), key=lambda i: abs(i - verb), default=None)
    if subject is None or tokens[subject].upos not in _SOMEBODY or _says_more(text, tokens, children, verb, subject):
        return None
    auxiliaries = [i for i in children if tokens[i].relation in ("aux", "aux:pass") and i < verb]
    particle = 1 if tokens[verb].span.of(text).casefold() in _GOING else 0
    phrase, cue = trees.subtree(subject), range(min([verb, *auxiliaries]), verb + 1 + particle)
    is_said = all(tokens[i].span.of(text).casefold() in _HAVING for i in auxiliaries)
    if not is_said or len(phrase) > _LONGEST or not _stand_together(tokens, phrase, cue):
        return None
    who = bare(text, trees.span(phrase))
    return (who, trees.span(cue)) if "\n" not in who.of(text) else None


def _stand_together(tokens: tuple[Token, ...], who: range, cue: range) -> bool:
    """Whether nothing but commas stands between who speaks and the verb."""
    first, second = sorted((who, cue), key=lambda numbers: numbers.start)
    return all(tokens[i].upos == "PUNCT" for i in range(first.stop, second.start)) and first.stop <= second.start


def _says_more(text: str, tokens: tuple[Token, ...], children: list[int], verb: int, subject: int) -> bool:
    """Whether something stands behind a verb that it says or does."""
    behind = [i for i in children if i > verb and i != subject and tokens[i].relation in _OBJECTS]
    return any(tokens[i].span.of(text).casefold() not in _TOLD and tokens[i].upos != "PROPN" for i in behind)


def _last_part(text: str, said: Span) -> Span:
    """What stands behind the last semicolon of a stretch."""
    starts = [match.end() for match in _SEMICOLON.finditer(text, said.start, said.end)]
    return Span(start=starts[-1], end=said.end) if starts else said


def _touches(taken: list[Span], one: Attribution) -> bool:
    start, end = one.content[0].start, max(one.source[-1].end, one.cue[-1].end)
    return is_taken(taken, start, end)
