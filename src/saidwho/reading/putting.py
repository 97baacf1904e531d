"""Which attributions take a deed for a word?

"The army put its losses at nine" is said; "that Vinland had put 70 mines into the river" is done, and belongs to whoever tells of it.
So are "called the council together", "was looking for us" and "traded blame for it"; "the hill known as 22" names, and where nobody
knows, nobody speaks.
"""

import re
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_PUT = re.compile(r"(?:(?:has|had|have)\s+)?put(?:s|ting)?$", re.IGNORECASE)
# What is put so is said: "at nine", "down to poor weather". "Put his rifle down to help", "his boats down to the river" are deeds.
_LAID = r"(?:[\w’'-]+ ){0,2}(?:(?:bag|boat|gun|hand|head|knee|ladder|pen|phone|pistol|raft|rifle|weapon)s?|arms|feet) down"
_LOW = (
    r"(?:the|an?) (?:bank|basement|beach|bottom|cellar|depth|dock|floor|ground|harbour|height|landing|level|quay|river|road|sea|seabed|"
    r"shore|stream|valley|water|waterline|wharf)\b(?!['’-])"
)
_SAID = re.compile(rf"\bat\b|^(?!{_LAID})[^,;:]*\bdown to\b(?! {_LOW})|^(?:it|forward|out)\b")
# Between who tells of the deed and its clause: ", the minister said, that".
_JOINT = re.compile(r",?\s+(?=that\s)")
_NEW_SENTENCE = re.compile(r"[.!?]\s|\n")
# "Called the council together", "called in two brigades", but not "called for a halt".
_CALL = re.compile(r"(?:(?:has|had|have)\s+)?call(?:s|ed|ing)?(?P<particle>\s+(?:in|together|up))?$", re.IGNORECASE)
_SUMMONED = re.compile(r"(?:in|up|together)\b(?!\s+(?:a|an)\b)|(?![^.]*\san?\s)[^.;:,“\"]{1,60}\s(?:together|up)$", re.IGNORECASE)
_DOING = re.compile(
    r"(?:(?:has|had|have|is|are|was|were|been|will|be)\s+)*(?:saved?|rescued?|looking (?:at|for)|looked (?:at|for)|given an account to|"
    r"gave an account to|trad(?:e|es|ed|ing) (?:blame|accusations)(?: (?:for|over))?)$",
    re.IGNORECASE,
)
# Who leads a drive for something works for it: "spearheaded the push for sanctions", but not "led calls for sanctions".
_LEADING = re.compile(
    r"(?:(?:has|had|have|is|are|was|were|been|also|will|helped(?: to)?)\s+)*(?:spearhead|lead|led|head|mount|launch|join|back|fund|financ|"
    r"organis|organiz|coordinat)\w*\s+(?:(?:the|an?|its|his|her|their|this|that)\s+)?(?:[\w-]+\s+){0,2}(?:push|drive|efforts?|bid|campaign)(?:\s+(?:for|to))?$",
    re.IGNORECASE,
)
# Who still inquires into something has not said anything of it: "police are investigating the claim".
_INQUIRING = re.compile(
    r"(?:(?:is|are|was|were|will|would|be|also|now|still)\s+)+(?:(?:prob|investigat|examin)(?:e|ing)|"
    r"(?:look|looking|inquire|inquiring) into)$",
    re.IGNORECASE,
)
# Who is questioned is asked: "questioned its crew members", but not "questioned the minister's account".
_QUESTIONING = re.compile(r"(?:(?:has|had|have|is|are|was|were|been|also|later)\s+)*question(?:s|ed|ing)?$", re.IGNORECASE)
_QUESTIONED = re.compile(
    r"(?!(?:what|whether|why|how|who|which|when|where|if)\b)"
    r"(?:(?:the|an?|its|his|her|their|some|several|two|three|four|five|six|dozens of|[\w-]+|\d+)\s+){0,4}"
    r"(?:crew|crewmen|members|witness(?:es)?|suspects?|residents?|survivors?|m[ae]n|wom[ae]n|people|persons?|prisoners?|detainees?|"
    r"passengers?|soldiers?|sailors?|officers?|employees?|staff|workers?|drivers?|relatives|neighbou?rs?|him|her|them)\b(?!['’])",
    re.IGNORECASE,
)
# What somebody calls himself is nobody's statement: "who describes himself as a former soldier".
_STYLING = re.compile(r"(?:\w+\s+)*(?:describ|call|styl)(?:e|es|ed|ing|s)?$", re.IGNORECASE)
_HIMSELF = re.compile(r"(?:himself|herself|itself|themselves)\b", re.IGNORECASE)
_NAMING = re.compile(
    r"(?:(?:also|better|locally|widely|is|are|was|were|commonly)\s+)*(?:known as|nicknamed|code-?named|by the name of)$", re.IGNORECASE
)
_NOBODY = re.compile(r"(?:(?:nobody|no[ -]one)\b.*|whoever|anyone who)", re.IGNORECASE | re.DOTALL)
# What is so known, heard or written by nobody is not told by anybody.
_KNOWING = re.compile(
    r"(?:(?:has|had|have|ever|yet|will|can|could)\s+)*(?:knows?|knew|known|hears?|heard|wr[oi]te(?:s|n)?|written)"
    r"(?:\s+(?:of|about))?$",
    re.IGNORECASE,
)
_WHOEVER = re.compile(r"whoever says", re.IGNORECASE)
# What a sentence is about, and what no cue is.
ABOUT = r"(?:as (?:to|for|regards)|with regard to|regarding|concerning|on the (?:question|matter) of)"
_TOPIC = re.compile(ABOUT, re.IGNORECASE)
# Whoever denies somebody access does not say anything: "denied the mission access to the country", "denied entry".
_DENYING = re.compile(r"(?:\w+\s+){0,3}(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing))$", re.IGNORECASE)
_WITHHELD = re.compile(
    r"(?!(?:that|any|having)\b)(?P<what>(?:(?:[\w’'-]+ ){0,4}?)"
    r"(?:access|entry|permission|passage|visas?|bail|treatment|medical care|asylum|food|water))"
    r"(?P<where> (?:to|for|into|through|from|and) [^.;,“”\"]{1,150})?$",
    re.IGNORECASE,
)
_FINITE = r"is|are|was|were|has|had|have|been"
_VERBAL = re.compile(rf"\b(?:{_FINITE}|blocking|denying|refusing|restricting|[a-z]+ing)\b", re.IGNORECASE)
_CLAUSE = re.compile(rf"\b(?:{_FINITE})\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“”\"]")
# Characters of a clause's subject.
_LONGEST_SUBJECT = 80


def without_putting(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Leave out those whose cue is "put" where nothing is put at a number; whoever tells of the deed right before has its clause."""
    done = [a for a in attributions if a.cue and _PUT.fullmatch(a.cue[-1].of(text)) and not _SAID.search(_behind(text, a))]
    joined = {told: clause for a in done if (found := _told(text, a, attributions)) is not None for told, clause in [found]}
    return tuple(replace(a, content=tuple(sorted((*a.content, joined[a])))) if a in joined else a for a in attributions if a not in done)


def without_deeds(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Leave out those whose cue is no word of saying here: it summons, saves, looks for, names, or says what a sentence is about."""
    return tuple(a for a in attributions if not (a.cue and _is_no_saying(text, a)))


def _is_no_saying(text: str, attribution: Attribution) -> bool:
    cue, said = attribution.cue[-1].of(text), attribution.content[-1].of(text) if attribution.content else ""
    if _TOPIC.fullmatch(cue) or (_NAMING.fullmatch(cue) and not attribution.source):
        return True
    source = attribution.source[0].of(text) if attribution.source else ""
    if (_NOBODY.fullmatch(source) and _KNOWING.fullmatch(cue)) or _WHOEVER.fullmatch(f"{source} {cue}"):
        return True
    if _QUOTED.search(said):
        return False
    if _DENYING.fullmatch(cue) and _is_withheld(said):
        return True
    called = _CALL.fullmatch(cue)
    if _INQUIRING.fullmatch(cue) or (_STYLING.fullmatch(cue) and _HIMSELF.match(said)):
        return True
    is_asked = _QUESTIONING.fullmatch(cue) and _QUESTIONED.match(said)
    return bool(is_asked or _DOING.fullmatch(cue) or _LEADING.fullmatch(cue) or (called and (called["particle"] or _SUMMONED.match(said))))


def _is_withheld(denied: str) -> bool:
    """Whether something is denied to somebody, and no clause is denied: "port access to ships suspected of carrying coal"."""
    withheld = _WITHHELD.fullmatch(denied)
    return withheld is not None and not _VERBAL.search(withheld["what"]) and not _CLAUSE.search(withheld["where"] or "")


def _behind(text: str, attribution: Attribution) -> str:
    """The sentence behind a cue."""
    return re.split(r"[.!?\n]", text[attribution.cue[-1].end :].lstrip(), maxsplit=1)[0]


def _told(text: str, done: Attribution, attributions: tuple[Attribution, ...]) -> tuple[Attribution, Span] | None:
    """Who said that it was done, with the whole clause: ", the minister said, that Vinland had put ..."."""
    if not done.source or not done.content:
        return None
    for one in attributions:
        end = max(span.end for span in (*one.source, *one.cue)) if one.cue and one is not done else None
        joint = _JOINT.match(text, end) if end is not None else None
        if joint is None or not 0 <= done.source[0].start - joint.end() <= _LONGEST_SUBJECT or done.cue[-1].start <= joint.end():
            continue
        clause = Span(start=joint.end(), end=max(span.end for span in done.content))
        if clause.end >= done.cue[-1].end and _is_free(text, clause, one, done):
            return one, clause
    return None


def _is_free(text: str, clause: Span, one: Attribution, done: Attribution) -> bool:
    """Whether a clause is of one sentence, and whoever tells of it has none of it yet."""
    is_taken = any(span.start < clause.end and clause.start < span.end for span in one.content)
    return not is_taken and not _NEW_SENTENCE.search(text, clause.start, done.source[0].start)
