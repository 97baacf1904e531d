"""Where does what is said begin and end, where the reader drew the line a word or two off?

PolNeAR's annotators drew some lines now one way and now another, and the reader learned both. Here they are drawn one way:
whom something is demanded of belongs to what is demanded ("urged | both sides to stop"), what is declined to what is declined
("refused | to say whether"), whom it is told to does not ("told investigators | that"), and a dateline is nobody's words.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from saidwho.reading.putting import ABOUT
from saidwho.text.clauses import SAYING
from saidwho.text.list_labels import label_end, opens_line
from saidwho.text.numerals import SMALL, TENS, VAGUE_SCALES
from saidwho.text.quotations import MARKS
from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

# "refused to say" has the cue "refused".
_DECLINES = re.compile(r"(?P<cue>.*\b(?:declin(?:es|ed|ing)|refus(?:es|ed|ing))) (?P<rest>to\b.*)", re.DOTALL | re.IGNORECASE)
# Cues that decline, and what may stand behind them before what is declined, and belongs to it: "declined twice | to say".
_LEFT_OUT = (
    (
        re.compile(r"\b(?:declin(?:es?|ed|ing)|refus(?:es?|ed|ing))$", re.IGNORECASE),
        re.compile(r"(?<=^ )to (?:\w+ ){1,3}$|(?<= )to (?:say|tell|give|name|discuss|explain|comment on|confirm) $"),
    ),
    (re.compile(r"\b(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|silent|mum)$", re.IGNORECASE), re.compile(r"(?<=^ )(?:to|on|about) $")),
)
# Verbs that have for object whoever is to do something or has done it, and how what follows the object begins.
_ABOUT_SOMEBODY = re.compile(
    r"\b(?:urg(?:es?|ed|ing)|accus(?:es?|ed|ing)|order(?:s|ed|ing)?|ask(?:s|ed)|call(?:s|ed|ing)? (?:on|upon)|implor(?:es?|ed)|"
    r"appeal(?:s|ed)(?: to)?|beg(?:s|ged)|command(?:s|ed)|instruct(?:s|ed)|blam(?:es?|ed|ing)|charg(?:es|ed)|request(?:s|ed))$",
    re.IGNORECASE,
)
# "Was ordered | by its captain to leave": whoever it is asked of stands before.
_IS_ASKED = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ )?\w+$", re.IGNORECASE)
# Verbs by which what others told is denied, with what they told behind them.
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|rubbish(?:es|ed)|disput(?:es|ed))(?: \w+)?$", re.IGNORECASE
)
_WHAT_WAS_TOLD = re.compile(
    r"\s(?:(?:on|late on) \w+day )?(?:as (?:\w+,? ){1,4}?)?"
    r"(?P<told>(?:(?:the|an?|any|all|these|those|such|their|its|his|her) )?(?:[\w-]+ ){0,3}?"
    r"(?:reports?|claims?|allegations?|accusations?|suggestions?|assertions?|rumou?rs?|charges?|stories|story)(?: [^,.;:\n\"“”]{1,60})?)\s",
    re.IGNORECASE,
)
# "Appealed | on Monday to | both sides to stop": whom it is asked of.
_APPEALED = re.compile(r" (?:[\w ]{1,30}? )??to (?=\w)")
_OF_THEM = ("to ", "of ", "for ", "with ", "not to ")
# An object has no more characters, and no sentence ends in it.
_LONGEST_OBJECT = 120
_RESPONSIBILITY = re.compile(r"(?:full |sole )?responsibility (?=for\b)")
_CLAIMS = re.compile(r"\b(?:claim(?:s|ed|ing)?|took|takes|taken|accept(?:s|ed)?|deni(?:es|ed)|den(?:y|ying))$", re.IGNORECASE)
# Those whom somebody tells, before what they are told.
_TELLS = re.compile(r"\b(?:tell|tells|told|telling|inform(?:s|ed)|warn(?:s|ed)|assur(?:es|ed)|remind(?:s|ed))$", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:(?:the|a|an|his|her|its|their|our|other|several|two|three|four) )?(?:[a-z-]+ ){0,2}"
    r"(?:reporters|journalists|investigators|interrogators|officials|aides|lawmakers|parliament|correspondents|supporters|troops|"
    r"soldiers|residents|viewers|listeners|members|ministers|diplomats|doctors|police|officers|colleagues|relatives|court|council|inquiry|"
    r"researchers|delegates|ambassadors)(?: in private| privately)?,? (?=that\b|[a-z]+ )"
)
# "VARNOK, 3 March (Norrpress) –" at the head of a line.
_DATELINE = re.compile(
    r"^[ \t]*(?:[A-Z][A-Z'’./ -]+[A-Z](?:, [^\n()–—:.]{1,40})?(?: ?\([^()\n]{2,60}\))?"
    r"|[A-Z][^\n()–—:.]{1,60}\([^()\n]{2,40}\)) ?(?:[-–—]{1,2})[ \t]+",
    re.M,
)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?: ?(?:[ap]m|GMT|UTC|[A-Z]{3,4}))?[:,]? (?=\S)")
_NAME_FIRST = re.compile(r"(?P<name>[A-Z][\w’'-]+) (?=(?:[a-z]{3,}(?:s|ed)|said|told|wrote)\b)")
# "As for the plane", at the head of a sentence; characters of it.
_LONGEST_TOPIC = 160
_TOPIC = re.compile(rf"(?:^|[.!?”\"] )(?=[A-Z])(?i:{ABOUT}) [^.!?;:“”\"]{{1,120}}$")
# By what people are told apart is no evidence: "attacks on the basis of ethnicity".
_TRAITS = (
    r"(?:(?:their|his|her|its|perceived|real) )?"
    r"(?:ethnic\w*|relig\w*|faith|creed|rac(?:e|ial)\b|sex\w*|gender|nationalit\w+|origins?\b|identit\w+|tribe|trib\w+|clan\b)"
)
# What hangs on behind a content without being part of it: how it is known, and what was not said.
_HANGING_ON = re.compile(
    r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\band)(?<!\bor)"
    rf",? (?:going by|judging by|(?:on the strength of|on the basis of|based on)(?! {_TRAITS})|citing|quoting|pointing to|"
    r"without (?:giving|naming|offering|citing|elaborating|providing|saying|specifying|mentioning|adding))\b"
    # "The assessment, based on flight data, | was that it had failed" goes on.
    r"(?![^\"“”]*, (?:was|is|were|are|has|had|have|will|would|could|can)\b)[^\"“”]*$"
)
# What opens a sentence before who says the rest of it: "Some officers, | the mission said,".
_OPENING = re.compile(r"(?:(?:(?<=[.!?] )|(?<=\n)|^)(?=[A-Z])|(?<=; ))(?P<who>[\w’'-]+(?: [\w’'-]+){0,7}), $")
# A clause that is whole behind the aside has no subject before it, but what tells when or how it is tied to others.
_NO_SUBJECT = re.compile(
    r"(?:in|on|at|by|after|before|during|for|with|since|from|near|under|as|if|when|while|however|still|also|but|and|yet|so|thus|then|later|"
    r"earlier|instead|meanwhile|elsewhere|separately|finally|first|second|now|today|yesterday|moreover|besides|indeed|\w+ly)\b",
    re.IGNORECASE,
)
# Before words that are not said: "without mentioning | the depot", "citing | fragments".
_LEFT_UNTOLD = re.compile(
    r"\bwithout (?:\w+ly )?\w+ing(?: on| about| of| that| whether| to)? $|, (?:citing|quoting|pointing to|judging by|going by) $"
)
# What goes on behind a comma and is still said: how many of them, what it is compared with, on what condition. "Which", "where", "after",
# "as", "once", "until" and "not" may as well be the outlet's, and a bare number another's ("two officials conceded").
_NUMBER = rf"(?:\d(?:[\d,.]*\d)?|(?:{'|'.join((*SMALL, *TENS, *VAGUE_SCALES))}|several)(?:-\w+)?)"
_ABOUT = r"(?:(?:nearly|almost|about|some|at least|more than|fewer than) )?"
_SOME_OF_THEM = (
    rf"{_ABOUT}(?:all|none|most|many|some|few|half|both|an? (?:third|quarter|half|fifth)|{_NUMBER}(?: (?:thirds?|quarters?))?)"
    r" of (?:them|these|those)"
)
_ALL = r"all(?! (?:of|but|while|the|told|along|in|at|as|too|because|thanks)\b)"
_PART = rf"(?:{_SOME_OF_THEM}|{_ABOUT}(?:most|many|some|half|{_NUMBER}) of (?:which|whom)|{_ALL})"
_COMPARED = rf"(?:(?:up|down) from|(?:twice|double|{_NUMBER} times) as|(?:fewer|more|less) (?:than|if))"
# How far and how long is mostly the outlet's: "less than two and a half years after the war began".
_FAR_OR_LONG = (
    r"(?:[\w.,-]+ ){1,6}?(?:[\d.]+|\w+-)?(?:k?ms?|(?:kilo)?met(?:re|er)s?|miles?|yards?|feet|nautical|"
    r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade)s?|century|centuries)\b"
)
# "If confirmed, the biggest gain in months" judges what is said.
_IF_TRUE = r"if [^,.;\n]{0,120}\b(?:confirmed|verified|proven|true|correct|accurate)\b"
# It goes on to the end of its sentence, to a dash or to what sets another clause against it. Behind another comma only a list does.
_REST = r" (?:(?! -{1,2} )(?:[^.,!?:;–—“”‘\"()\n]|[.,](?=\w))){1,300}?"
_SHORT = r"[\w’'-]+(?:[.,]\w+)*(?: [\w’'-]+(?:[.,]\w+)*){0,4}"
_LISTED = rf"(?:(?:, (?!(?:and|or|but)\b){_SHORT}){{1,6}},? and {_SHORT})?"
_STOP = (
    r"(?=\.(?!\w)|[!?;\n]|$|,? (?:but|though|although|yet)\b|, (?:while|which|who|whose|whom|where|citing|quoting|giving|without)\b|"
    r" ?[–—]| -{1,2} )"
)
_WHEN = r"(?: on \w+day| yesterday| today)?"
_GOES_ON = re.compile(
    rf"{_WHEN}, (?P<rest>(?:(?!{_FAR_OR_LONG})(?:(?P<part>{_PART})|{_COMPARED})|(?P<some>among them|including)){_REST}{_LISTED}{_STOP}"
    rf"|(?:because|unless|provided(?! (?:by|for|with|in|at|to|from|through|under)\b)|(?!{_IF_TRUE})if){_REST}{_STOP})"
)
# Behind who says it, much of that may tell of him: "said the mayor, one of the rebels' critics".
_GOES_ON_BEHIND_SOURCE = re.compile(
    rf"{_WHEN}, (?P<rest>(?:(?!{_FAR_OR_LONG})(?:(?P<them>{_SOME_OF_THEM})|{_COMPARED})|because|provided that){_REST}{_STOP})"
)
# Another verb of saying, and what the outlet says of a source or against it.
_OUTLETS = re.compile(
    r"\b(?:(?:verif|corroborat|authenticat|substantiat|anonym)\w+|confirm(?:ing|ation)|independent(?:ly)?|evidence|proof|details|according|"
    r"condition|gave|given|gives|spoke|declined|refused|offered|conceded|swore|"
    r"(?:add|argu|blam|call|cit|claim|condemn|deny|describ|giv|insist|not|quot|say|speak|stress|tell|threaten|warn)ing)\b"
)
# What somebody denies or does not say ends where the reader ends it.
_SAYS_NO = re.compile(
    r"\b(?:not|den(?:y|ies|ied|ying)|(?:reject|dismiss|disput|refut|rebut|doubt|declin|refus)(?:e?s|ed?|ing)?)\b", re.IGNORECASE
)
_CROWD = r"\w*(?:men|people|children|police|staff|crew|family|couple|team)"
# Words that may name several, and numbers.
_SEVERAL = re.compile(
    rf"\b(?:and|they|we|both|all|many|some|few|number|group|handful|majority|{_NUMBER}|{_CROWD}|"
    r"(?!(?:his|its|this|as|was|is|has)\b)[\w’'-]*[^\W_s]s)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)
_COUNTED_FIRST = re.compile(rf"(?:among them|including) {_ABOUT}{_NUMBER}\b")
# So many characters before a part hold what it is part of.
_NEAR = 60
# Whom "them" cannot mean: "the agency", "the head of the clinics"; but "the gunmen", "the wounded".
_ONE = re.compile(
    rf"(?:he|she|it|(?:the|an?|its|his|her|their) (?!.*\band\b)(?:[\w’'-]+ )*(?!(?:{_CROWD}|\w*ed)$)[\w’'-]*[^\Ws])",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s(?:of|in|for|at|from|on|with)\s|,")
_WORD = re.compile(r"\w+")
# Before a stop that ends no sentence: "Robert F. Vale", "No. 3"; words.py knows "Gen." and "U.S.".
_SHORTENED = re.compile(r"\b(?:[A-Z]|Nos?|Nr|Art|Fig|Vol|approx|est)$")
_GOES_ON_SMALL = re.compile(r"\.\s+[a-z]")
_PAIRS = (("“", "”"), ("‘", "’"))
_CLOSED = re.compile(r"[,.]?(?P<mark>[”’\"])")


def settle_extents(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Draw the lines of cue and content one way. Words that are quoted stay as they are."""
    datelines = [Span(start=match.start(), end=match.end()) for match in _DATELINE.finditer(text)]
    steps: tuple[Callable[[str, Attribution], Attribution], ...] = (
        _without_time,
        _without_label,
        _without_name,
        _declined,
        _with_what_is_declined,
        _of_somebody,
        _with_what_is_denied,
        _responsible,
        _without_told,
        _without_topic,
        _without_hanging,
        _without_left_out,
        _around_cue,
    )
    settled = []
    for attribution in attributions:
        found = _without_dateline(text, attribution, datelines)
        for step in steps:
            found = step(text, found)
        settled.append(found)
    starts = sorted(span.start for one in settled for span in (*one.source, *one.cue, *one.content))
    return tuple(_going_on(text, attribution, starts) for attribution in settled)


def _without_time(text: str, attribution: Attribution) -> Attribution:
    """ "13:55 A spokesman" of a live blog is a spokesman."""
    match = _TIME.match(attribution.source[0].of(text)) if attribution.source else None
    if match is None:
        return attribution
    first = attribution.source[0]
    return replace(attribution, source=(Span(start=first.start + match.end(), end=first.end), *attribution.source[1:]))


def _without_label(text: str, attribution: Attribution) -> Attribution:
    """The label of a point in a list is nobody's name and nobody's words: "b) The mission sealed the gate"."""
    return replace(attribution, source=_behind_label(text, attribution.source), content=_behind_label(text, attribution.content))


def _behind_label(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if not spans or not opens_line(text, spans[0].start):
        return spans
    start = label_end(text, spans[0].start, spans[0].end)
    return (replace(spans[0], start=start), *spans[1:]) if start < spans[0].end else spans


def _without_name(text: str, attribution: Attribution) -> Attribution:
    """ "The deputy Nour | Hasti doubts" has the source "The deputy Nour Hasti"."""
    match = _NAME_FIRST.match(attribution.cue[0].of(text)) if len(attribution.source) == 1 and attribution.cue else None
    if match is None or text[attribution.source[0].end : attribution.cue[0].start] != " ":
        return attribution
    end = attribution.cue[0].start + match.end("name")
    cue = Span(start=attribution.cue[0].start + match.end(), end=attribution.cue[0].end)
    return replace(attribution, source=(Span(start=attribution.source[0].start, end=end),), cue=(cue, *attribution.cue[1:]))


def _declined(text: str, attribution: Attribution) -> Attribution:
    """ "refused to say | whether" is "refused | to say whether"."""
    cue = attribution.cue[-1]
    match = _DECLINES.fullmatch(cue.of(text)) if attribution.content else None
    if not match or attribution.content[0].start not in range(cue.end, cue.end + 2):
        return attribution
    first = _with_mark(text, Span(start=cue.start + match.start("rest"), end=attribution.content[0].end))
    if first is None:
        return attribution
    shorter = Span(start=cue.start, end=cue.start + match.end("cue"))
    return replace(attribution, cue=(*attribution.cue[:-1], shorter), content=(first, *attribution.content[1:]))


def _with_what_is_declined(text: str, attribution: Attribution) -> Attribution:
    """ "refused to say | whether" where nobody has "to say", and "did not respond to | calls": all behind the cue is declined."""
    cue, first = attribution.cue[-1], attribution.content[0]
    for cues, between in _LEFT_OUT:
        left = between.search(text[cue.end : first.start]) if cues.search(cue.of(text)) else None
        if left:
            return replace(attribution, content=(Span(start=cue.end + left.start(), end=first.end), *attribution.content[1:]))
    return attribution


def _of_somebody(text: str, attribution: Attribution) -> Attribution:
    """ "urged both sides | to stop" is "urged | both sides to stop"."""
    cue, first = attribution.cue[-1], attribution.content[0]
    between = text[cue.end : first.start]
    if (
        _IS_ASKED.search(cue.of(text))
        or not _ABOUT_SOMEBODY.search(cue.of(text))
        or not first.of(text).lstrip(MARKS).startswith(_OF_THEM)
        or not between.strip()
    ):
        return attribution
    if (
        len(between) > _LONGEST_OBJECT
        or any(mark in between.rstrip(MARKS) for mark in '.\n"“”:;')
        or any(cue.end <= source.start < first.start for source in attribution.source)
    ):
        return attribution
    appealed = _APPEALED.match(between) if "appeal" in cue.of(text) else None
    start = cue.end + (appealed.end() if appealed else len(between) - len(between.lstrip()))
    longer = _with_mark(text, Span(start=start, end=first.end))
    return replace(attribution, content=(longer, *attribution.content[1:])) if longer else attribution


def _with_what_is_denied(text: str, attribution: Attribution) -> Attribution:
    """ "Dismissed as speculative | a report in a daily | that a ship had sailed": what somebody told is denied with its words."""
    cue, first = attribution.cue[-1], attribution.content[0]
    if first.start < cue.end or not _DENIES.search(cue.of(text)) or not first.of(text).startswith("that "):
        return attribution
    told = _WHAT_WAS_TOLD.fullmatch(text, cue.end, first.start)
    if told is None:
        return attribution
    return replace(attribution, content=(Span(start=told.start("told"), end=first.end), *attribution.content[1:]))


def _with_mark(text: str, span: Span) -> Span | None:
    """A span with the mark right behind it that closes a quotation opened inside; None where that closes farther on or is unlike."""
    words = span.of(text)
    open_ = [closing for opening, closing in _PAIRS if words.rfind(opening) > words.rfind(closing)]
    open_ += ['"'] if words.count('"') % 2 else []
    if not open_:
        return span
    closed = _CLOSED.match(text, span.end)
    return Span(start=span.start, end=closed.end()) if closed and open_ == [closed["mark"]] else None


def _responsible(text: str, attribution: Attribution) -> Attribution:
    """ "claimed | responsibility for the attack" is "claimed responsibility | for the attack"."""
    cue, first = attribution.cue[-1], attribution.content[0]
    match = _RESPONSIBILITY.match(first.of(text))
    if not match or not _CLAIMS.search(cue.of(text)) or text[cue.end : first.start].strip():
        return attribution
    end = first.start + len(match[0].rstrip())
    content = Span(start=first.start + match.end(), end=first.end)
    return replace(attribution, cue=(*attribution.cue[:-1], Span(start=cue.start, end=end)), content=(content, *attribution.content[1:]))


def _without_told(text: str, attribution: Attribution) -> Attribution:
    """ "told | investigators that" is "told | that"."""
    cue, first = attribution.cue[-1], attribution.content[0]
    if not _TELLS.search(cue.of(text)) or text[cue.end : first.start].strip():
        return attribution
    match = _TOLD.match(first.of(text))
    if not match:
        return attribution
    return replace(attribution, content=(Span(start=first.start + match.end(), end=first.end), *attribution.content[1:]))


def _without_topic(text: str, attribution: Attribution) -> Attribution:
    """ "With regard to the plane, the ministry says | that it crashed": what he speaks of is not what he says."""
    first = attribution.content[0]
    behind = attribution.source[0].start if attribution.source else first.start
    if len(attribution.content) < 2 or behind < first.end or text[first.end : behind].strip() not in (",", ""):
        return attribution
    line = text[max(text.rfind("\n", 0, first.start) + 1, first.end - _LONGEST_TOPIC) : first.end]
    return replace(attribution, content=attribution.content[1:]) if _TOPIC.search(line) else attribution


def _without_hanging(text: str, attribution: Attribution) -> Attribution:
    """ "put the number at 214 | , going by calls logged by the fire service" ends at 214."""
    *others, last = attribution.content
    match = _HANGING_ON.search(last.of(text))
    if not match or last.start < attribution.cue[-1].end or match.start() < 3 or text[last.start] in '"“':
        return attribution
    # "Said that, based on what is known, the guards had fired": what hangs on stands before what is said.
    if last.of(text)[: match.start()].casefold() == "that":
        return attribution
    return replace(attribution, content=(*others, Span(start=last.start, end=last.start + match.start())))


def _without_left_out(text: str, attribution: Attribution) -> Attribution:
    """ "Said that 46 were downed, without mentioning | the depot": a later piece that is not told."""
    kept = tuple(
        span
        for at, span in enumerate(attribution.content)
        if not at or span.start < attribution.cue[-1].end or not _LEFT_UNTOLD.search(text, max(span.start - _NEAR, 0), span.start)
    )
    return replace(attribution, content=kept)


def _around_cue(text: str, attribution: Attribution) -> Attribution:
    """ "Some officers | , the mission said, had gone on air to declare | that others must leave": all of the clause around is said."""
    words = sorted((*attribution.source, *attribution.cue))
    if not attribution.source or not text.startswith(", ", words[-1].end):
        return attribution
    before = [span for span in attribution.content if span.end <= words[0].start]
    behind = [span for span in attribution.content if span.start >= words[-1].end]
    opening = None if before else _OPENING.search(text, max(words[0].start - _LONGEST_OBJECT, 0), words[0].start)
    if opening is not None:
        before = [Span(start=opening.start("who"), end=opening.end("who"))]
    if not before or not behind or text[before[-1].end : words[0].start] != ", ":
        return attribution
    if opening is not None and text[behind[0].start] in (*MARKS, "'"):  # "Lamenting their luck, villagers say, “Poor Varnok.”"
        return attribution
    gap = text[words[-1].end + 2 : behind[0].start]
    if gap.strip() in ("and", "but"):  # "ten fell, the mission said, and | two were hurt" says two things.
        return attribution
    is_subject = opening is not None and _NO_SUBJECT.match(opening["who"]) is None
    if len(gap) > _LONGEST_OBJECT or re.search(r"[.!?;:\n\"“”,]", gap) or not (gap.strip() or is_subject):
        return attribution
    return replace(attribution, content=(*before, replace(behind[0], start=words[-1].end + 2), *behind[1:]))


def _going_on(text: str, attribution: Attribution, starts: Sequence[int]) -> Attribution:
    """ "It was its drones | , three of which reached the ship" goes on; so does what stands before its cue.

    starts: where the words of all attributions begin, in order; what holds any is another's.
    """
    last, piece = max((*attribution.source, *attribution.cue, *attribution.content), key=lambda span: span.end), attribution.content[-1]
    match = (_GOES_ON_BEHIND_SOURCE if last in attribution.source else _GOES_ON).match(text, last.end)
    if match is None or bisect_left(starts, match.end()) > bisect_left(starts, last.end):
        return attribution
    if (
        is_the_outlets(match[0])
        or ends_in_shortened(text, Span(start=match.start(), end=match.end()))
        or not _is_part_of_what_is_said(text, attribution, match)
    ):
        return attribution
    if any(says_no(cue.of(text)) for cue in attribution.cue):
        return attribution
    if any(text[at] in MARKS for at in (piece.start, piece.end - 1, piece.end)):
        return attribution
    if last == piece:
        return replace(attribution, content=(*attribution.content[:-1], Span(start=piece.start, end=match.end())))
    return replace(attribution, content=(*attribution.content, Span(start=match.start("rest"), end=match.end())))


def says_no(words: str) -> bool:
    """Whether somebody denies something by some words, or does not say it."""
    return _SAYS_NO.search(words) is not None


def is_the_outlets(words: str) -> bool:
    """Whether somebody else says something there, or the outlet tells what it knows of a source."""
    return not SAYING.isdisjoint(_WORD.findall(words)) or _OUTLETS.search(words) is not None


def _is_part_of_what_is_said(text: str, attribution: Attribution, match: re.Match[str]) -> bool:
    """Whether those named are some of whom is told, and not of who tells: "several officials said ..., among them a minister"."""
    groups, piece = match.groupdict(), attribution.content[-1]
    who = [_PREPOSITION.split(source.of(text))[0] for source in attribution.source]
    if groups.get("them"):
        return _ONE.fullmatch(who[-1]) is not None
    near = text[max(piece.start, piece.end - _NEAR) : piece.end]
    if groups.get("part") and not _SEVERAL.search(near):
        return False
    if not (groups.get("part") or groups.get("some")) or not any(map(_SEVERAL.search, who)):
        return True
    is_counted = groups.get("part") or _COUNTED_FIRST.match(match["rest"])
    return bool(is_counted and _COUNTED.search(near) and match.start() == piece.end)


def ends_in_shortened(text: str, span: Span) -> bool:
    """Whether the stop behind a span is that of "U.S.", "Gen." or "Robert F.", and no end of a sentence."""
    if not text.startswith(".", span.end):
        return False
    is_one_word = split_words(text[span.start : span.end + 1]).strings[-1].rstrip(".") != ""
    return is_one_word or bool(_SHORTENED.search(span.of(text)) or _GOES_ON_SMALL.match(text, span.end))


def _without_dateline(text: str, attribution: Attribution, datelines: Sequence[Span]) -> Attribution:
    content = attribution.content
    for line in datelines:
        content = tuple(
            Span(start=max(span.start, line.end), end=span.end) if line.start <= span.start < line.end else span
            for span in content
            if not (line.start <= span.start and span.end <= line.end)
        )
    return replace(attribution, content=content) if content and content != attribution.content else attribution
