"""Who says what in the forms that only headlines have?

"Posts lost, junta concedes", "Talks 'dead', says envoy", "Enemy hid mortars in clinic – captain", "Raid kills 12: army", "Norra: we fired
first".
"""

import re
from collections.abc import Callable, Iterator, Sequence

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# The score of an attribution that only its form gives away. Set by hand: the corpora hold too few headlines to measure.
FORM_SCORE = 0.8
_VERB = (
    r"(?:says?|said|warns?|admits?|insists?|claims?|vows?|demands?|concedes?|confirms?|denies|deny|reports?|announces?|predicts?|fears?|"
    r"alleges?|argues?|promises?|pledges?|threatens?|suggests?|believes?|estimates?|finds?|declares?|boasts?|complains?|"
    r"acknowledges?|remembers?|recalls?|thinks?|expects?)"
)
_SOURCE = r"(?:(?:[Tt]he |[Aa]n? )?[^\s,.;:?!–—\"“”]+(?: [^\s,.;:?!–—\"“”]+){0,4}?)"
# The nouns of those who speak for themselves or for others, as they end a phrase.
ROLE = re.compile(
    r"\b(?:minister|president|officials?|army|ministry|police|monitors?|captain|spokes\w+|envoys?|governor|mayor|sources?|firm|"
    r"staff|general|commander|medics|doctors?|witness(?:es)?|military|council|prosecutors?|agency|government|residents?|"
    r"survivors?|experts?|analysts?|adviser|ambassador|rebels?|leader|chief|rights group|watchdog|charity|group|office|UN|"
    r"NATO|EU|court|judges?|air force|navy|coast ?guard|forces|headquarters|command|service|department|committee|commission|"
    r"union|mission|observatory|embassy|delegation|delegate|secretary|chairman|director|villagers|refugees|bishop|lawyers?|"
    r"professor|operator|company|movement|militia|resistance|party|alliance|league|federation|association|society|network|"
    r"brigade|battalion|regiment|fleet|guard|junta|tribunal|parliament|senate|cabinet|presidency|ombuds(?:man|woman)|inquiry|coroner|"
    r"hospitals?|clinic|institute|university|consulate|consul|archbishop|imam|rescuers|paramedics|firefighters|nurses?|teachers?|"
    r"priests?|pastor|surgeons?|farmers?|fishermen|volunteers?|neighbou?rs?|aid workers?|activists?|top brass|diplomats?)$",
    re.IGNORECASE,
)
# So is what somebody found, where a headline names it: "Nine died of thirst – report".
_FINDING = re.compile(r"\b(?:reports?|stud(?:y|ies)|surveys?)$", re.IGNORECASE)
_CONTENT = r"(?P<content>[^\n;]{6,200}?)"
_FORMS = (
    re.compile(rf"{_CONTENT}, (?P<cue>{_VERB}) (?P<source>{_SOURCE})$"),
    re.compile(rf"{_CONTENT}, (?P<source>{_SOURCE}) (?P<cue>{_VERB})$"),
    re.compile(rf"{_CONTENT} (?P<cue>[–—]|--|-) (?P<source>{_SOURCE})$"),
    re.compile(rf"{_CONTENT}(?P<cue>:) (?P<source>[a-z]\S*(?: [^\s,.;:?!–—\"“”]+){{0,3}})$"),
)
# Behind a colon stands a speaker in capitals, where what stands before it tells something: "Nine die as shells hit port: UN".
_AT_END = re.compile(
    r"(?P<content>[^\n;:]{6,200}?)(?P<cue>:) (?P<source>(?:[Tt]he )?[A-Z][^\s,.;:?!–—\"“”]*(?: (?:of |the )?[A-Z][^\s,.;:?!–—\"“”]*){0,3})$"
)
# A role before a colon has fewer blanks.
_ROLE_WORDS = 3
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b")
_TURN = re.compile(r"(?P<source>[A-Z][^\n:]{1,50})(?P<cue>:) (?P<content>\S[^\n]{5,200})$")
# "as the monitor says", "if the army reports": what begins so is no speaker.
_NO_SOURCE = re.compile(r"(?:as|if|when|while|and|but|or|who|which|that|what|it|he|she|they|we|I|there|now|then)\b", re.IGNORECASE)


def read_head(text: str, line: Span, *, names: frozenset[int], tells: Callable[[Span], bool]) -> Iterator[Attribution]:
    """The attributions of a headline, or of its half, as its form tells them.

    names: where the names of the text end. tells: whether some words have a verb of their own.
    """
    for form in _FORMS:
        match = form.match(text, line.start, line.end)
        if match is None or match.end() != line.end:
            continue
        source, cue, content = (Span(start=match.start(role), end=match.end(role)) for role in ("source", "cue", "content"))
        has_verb = cue.end - cue.start > 2
        # Behind a hyphen a page puts its own name as well.
        is_named = source.end in names and cue.of(text) != "-"
        if _NO_SOURCE.match(source.of(text)) or not (has_verb or is_named or _may_speak(source.of(text))):
            continue
        yield Attribution(source=(source,), cue=(cue,), content=(content,), score=FORM_SCORE)
        return
    match = _AT_END.match(text, line.start, line.end)
    is_said = match is not None and match.end() == line.end and tells(Span(start=match.start(), end=match.end("content")))
    if match is None or not is_said or not (match.end() in names or _may_speak(match["source"])):
        match = _TURN.match(text, line.start, line.end)
        match = match if match is not None and _is_turn(match, names) else None
    if match is not None:
        source, cue, content = (Span(start=match.start(role), end=match.end(role)) for role in ("source", "cue", "content"))
        yield Attribution(source=(source,), cue=(cue,), content=(content,), score=FORM_SCORE)


def _may_speak(words: str) -> bool:
    return bool(ROLE.search(words) or _FINDING.search(words))


def _is_turn(match: re.Match[str], names: frozenset[int]) -> bool:
    """Whether a name or a role before a colon speaks: a name where it says "we", a role ("Monitors: 91 villages burned") always."""
    if match.end("source") in names and _FIRST_PERSON.search(match["content"]):
        return True
    return _may_speak(match["source"]) and match["source"].count(" ") < _ROLE_WORDS


def halves(text: str, line: Span) -> Sequence[Span]:
    """The parts of a headline that a semicolon sets apart."""
    found, start = [], line.start
    for match in re.finditer(r"; ", text[line.start : line.end]):
        found.append(Span(start=start, end=line.start + match.start()))
        start = line.start + match.end()
    return (*found, Span(start=start, end=line.end))
