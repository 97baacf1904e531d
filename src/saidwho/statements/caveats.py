"""What does the outlet itself say against a statement: that it could not be verified, that no evidence was given?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from saidwho.statements.doubted import Caveat, about, start_of
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention

_ADVERBS = (
    r"(?:(?:independently|immediately|yet|fully|separately|directly|so far|at once|also|always|personally|completely|otherwise)\s+){0,2}"
)
_VERIFY = (
    r"(?:verif(?:y|ied|ying)|confirm(?:ed|ing)?|corroborat(?:e|ed)|authenticat(?:e|ed)|substantiat(?:e|ed)|establish(?:ed)?|"
    r"check(?:ed)?|validat(?:e|ed)|ascertain(?:ed)?|determin(?:e|ed))"
)
_UNABLE = (
    r"(?:could not|couldn't|can not|cannot|can't|(?:was|were|is|are|has been|have been|had been) unable to|"
    r"(?:was not|were not|wasn't|weren't|is not|are not|has not been|have not been|haven't been|hasn't been|had not been) able to|"
    r"(?:has|have|had) no (?:means|way) of)"
)
_REST = r"(?:\s+[\w'’-]+){0,9}"
_PASSIVE = (
    rf"(?:(?:could|can|has|have|had|was|were|is|are)(?:\s+not|n't|not)|remains?|remained|could|"
    rf"can)\s+(?:yet\s+)?{_ADVERBS}(?:be\s+|been\s+){_ADVERBS}{_VERIFY}"
    rf"(?:\s+(?:independently|immediately|by [\w'’]+(?: [A-Z][\w'’]+)?))?"
    rf"|(?:was|were|is|are)(?:\s+not|n't)\s+{_ADVERBS}(?:verified|corroborated|substantiated)"
    rf"|(?:remain|remains|remained)\s+(?:unverified|unconfirmed|uncorroborated)"
)
_CAVEAT = re.compile(
    rf"(?P<passive>\b(?:{_PASSIVE})\b)"
    rf"|(?P<active>\b{_UNABLE}\s+{_ADVERBS}{_VERIFY}\b{_REST})"
    rf"|(?P<active2>\b(?:has|have|had) not {_ADVERBS}(?:verified|confirmed|corroborated|authenticated)\b{_REST})"
    rf"|(?P<none>\bthere (?:was|is|has been|were) no (?:immediate |independent |official |outside |way of |way to |"
    rf"means of ){{1,3}}(?:confirmation|verification|corroboration|confirming|verifying|confirm|verify|check)\b{_REST})"
    rf"|(?P<impossible>\bit (?:was|is|has been|had been) (?:not (?:immediately |yet )?possible|impossible|difficult|"
    rf"hard) to (?:independently )?{_VERIFY}\b{_REST})"
    rf"|(?P<proof>\b(?:(?:did not|didn't|has not|have not|does not|do not|gave|gives|offers|provides|shows|offered|provided|"
    rf"presented|showed|cited|produced|giving|without|while not|but not)\s+)"
    rf"(?:immediately\s+|yet\s+)?(?:provid(?:e|ed|ing)\s+|offer(?:ed|ing)?\s+|giv(?:e|en|ing)\s+|present(?:ed|ing)?\s+|"
    rf"suppl(?:y|ied|ying)\s+|produc(?:e|ed|ing)\s+|cit(?:e|ed|ing)\s+|show(?:n|ing)?\s+|publish(?:ed|ing)?\s+|shar(?:e|ed|"
    rf"ing)\s+|release[d]?\s+)?"
    rf"(?:(?:any|no|little)\s+(?:[a-z-]+\s+){{0,3}}?|(?:(?:further|immediate|supporting|hard|concrete|public|documentary|direct)\s+)*)"
    rf"(?:evidence|proof|sources?|"
    rf"substantiation|documentation|pictures|footage|photographs)\b(?:\s+(?:for|to|of|in)(?:\s+(?!while|but|which|"
    rf"and)[\w'’-]+){{1,6}})?)"
    r"|(?P<nothing>\b(?:offered|gave|provided|produced|presented) nothing to (?:support|back|prove|confirm|substantiate)\b"
    rf"{_REST})"
    r"|(?P<verdict>(?:(?<=[.!?] )|^)(?:this|that|it|(?:the|this|that|his|her|their|its)\s+(?:claim|report|account|figure|statement|"
    r"assertion|version|toll|number)s?)\s+(?:is|was|are|were)\s+(?:(?:\w+ly|very|also|almost)\s+){0,3}"
    r"(?:not true|untrue|false|wrong|incorrect|inaccurate|unfounded|misleading|not the case|not correct|implausible|exaggerated)\b)"
    r"|(?P<against>\b(?:(?:this|that|which|it) )?contradict(?:ing|s) (?=[^.!?\n]{0,60}\b(?:accounts?|interviews?|statements?|evidence|"
    r"reports?|footage|images?|witness\w*|testimon\w+|videos?|documents?)\b)[^.!?\n;:]{0,120})"
    r"|(?P<unverified>\b(?:an? )?(?:unverified|unconfirmed|uncorroborated)\b(?=\s+(?:claim|report|account|footage|video|"
    r"figure|statement|allegation)))",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:not|no|nor|none|neither|nothing|without|never|unable|cannot|unverified|unconfirmed|uncorroborated|little|few|"
    r"impossible|difficult|hard)\b|n't",
    re.IGNORECASE,
)
# What tells that words which the reader marked speak against something: "has seen a copy" and "matched earlier messages" do not.
_DOUBTS = re.compile(
    rf"{_NEGATIVE.pattern}|\b(?:\w*(?:clear|certain|likely|probabl|plausibl|reliabl)\w*|only|hardly|barely|yet to|fail\w*|lack\w*|"
    r"missing|refus\w+|"
    r"declin\w+|doubt\w*|disput\w+|contest\w*|contradict\w*|differ\w*|conflict\w*|exaggerat\w*|inflat\w*|wrong\w*|false\w*|mistak\w+|"
    r"mislead\w*|untrue|dubious|suspe\w+|scept\w+|skept\w+|question\w*|alleg\w+|purport\w*|apparent\w*|appear\w*|seem\w*|may|might|"
    r"incomplete|partial|taken from|bar(?:s|red)|ban(?:s|ned)|block\w*|cut|closed|beyond|at odds|propaganda|"
    r"known (?:for|to)|remain\w*|nobody|no one|whether|caution|lost|un(?:signed|dated|named|seen)|kept|own|guess|trying)\b",
    re.IGNORECASE,
)
_NONE_OF = re.compile(r"\b(?:none|neither|nothing|no (?:part|detail|word)s?|little|few)\b[^.!?\n]{0,80}$", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:without|not|no|n't)\b|n't", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:claims|reports|accounts|statements|allegations|assertions|neither|none|both|either|versions|any of)\b", re.IGNORECASE
)
# What somebody told, and no picture shows.
_TOLD = re.compile(
    r"\b(?:claims?|figures?|accounts?|tolls?|numbers?|statements?|allegations?|assertions?|versions?|sides?)\b", re.IGNORECASE
)
# What is doubted of a message is doubted of all that it tells.
_MESSAGE = re.compile(r"\b(?:authenticity|genuine|authentic|(?:message|statement|recording|video|letter)['’]s origin)\b", re.IGNORECASE)
# The reason why something could not be checked is no caveat: ", because reporters are barred from the front".
_REASON = re.compile(r",?\s+(?:because|since|as|due to|owing to|given that)\s.*$|[\s.;,]+$", re.DOTALL)
_TROUBLE = re.compile(r"\b(?:but|which|that|although|though|while|and|who|whose)\b\s*", re.IGNORECASE)
_IS_CAVEAT = re.compile(
    rf"\b(?:be|been)\s+{_ADVERBS}{_VERIFY}\b|\b(?:{_UNABLE}|not)\s+{_ADVERBS}{_VERIFY}\b|\b(?:no|"
    rf"independent|visual|official|outside) (?:\w+ )?(?:confirmation|verification|evidence|proof)\b",
    re.IGNORECASE,
)
# Whoever would not confirm it, or neither confirms nor denies it, declines to answer.
_REFUSED = re.compile(r"\b(?:(?:would|will) not|won't|wouldn't|refus|declin)|\bconfirm(?:ed|s)? (?:or|nor) den", re.IGNORECASE)
_CONFIRMATION = re.compile(
    r"(?:(?:independent|official|immediate|outside|any) )*(?:confirmation|verification|corroboration)\b", re.IGNORECASE
)
# What takes up something that was told: "the release", "these claims".
_OF_TOLD = re.compile(
    r"(?:that )?(?:(?:the|this|that|these|those|its|his|her|their) (?:\w+['’]s )?(?:\w+ )?(?:releases?|claims?|reports?|statements?|"
    r"figures?|tolls?|accounts?|information|allegations?|numbers?|videos?|footage|messages?|assertions?)|this|it|that|neither \w+) ",
    re.IGNORECASE,
)
# Whose words the outlet may take back.
_OUTLETS_OWN = (["we"], ["i"])
# How far around a cue a caveat that the reader took for a statement is read.
_AROUND = 120


Sources = frozenset[tuple[Span, ...]]


def find_caveats(
    around: Surroundings, attributions: tuple[Attribution, ...], marks: Iterable[Mention] = (), *, media: Sources = frozenset()
) -> tuple[Caveat, ...]:
    """Find the caveats of a text that the outlet or another medium voices, in its order. Those of anybody else are none.

    marks: those of the reader, of all kinds. What it marks as a caveat bounds what the wording gives away at the same place.
    media: the sources that are media.
    """
    said = _Covered([span for a in attributions if not is_caveat(around, a, media=media) for span in a.content])
    bare = [_bare(around.text, mark.span) for mark in marks if mark.kind == "caveat"]
    doubting = [span for span in bare if _DOUBTS.search(span.of(around.text)) and not said.covers(span)]
    marked = [Caveat(span=span, many=bool(_MANY.search(span.of(around.text)))) for span in doubting]
    known = _Covered([caveat.span for caveat in marked])
    others = [a for a in attributions if a.cue and [span.of(around.text).casefold() for span in a.source] not in _OUTLETS_OWN]
    told = (caveat for caveat in _by_wording(around, said, _Covered(_to_next_sentence(around, others))) if not known.touches(caveat.span))
    return tuple(sorted((_without_reason(around.text, caveat) for caveat in (*marked, *told)), key=lambda caveat: caveat.span))


def _bare(text: str, span: Span) -> Span:
    """Words without the stop behind them."""
    return Span(start=span.start, end=max(span.start + 1, span.start + len(span.of(text).rstrip(" \t\n.,;"))))


def _without_reason(text: str, caveat: Caveat) -> Caveat:
    words = caveat.span.of(text)
    reason = _REASON.search(words)
    start, bare = caveat.span.start, words[: reason.start()] if reason else words
    bare = bare.rstrip(" \t\n.,;")
    return Caveat(span=Span(start=start, end=start + len(bare)), many=caveat.many or bool(_MESSAGE.search(words))) if bare else caveat


def _to_next_sentence(around: Surroundings, attributions: Iterable[Attribution]) -> list[Span]:
    """The sentences in which somebody says something, each with the beginning of the next: "The governor said so. | That was wrong"."""
    told = (around.sentence(a.cue[0].start) for a in attributions)
    return [Span(start=sentence.start, end=sentence.end + 2) for sentence in told]


def _by_wording(around: Surroundings, said: "_Covered", told: "_Covered") -> list[Caveat]:
    """told: where others have said something, so that a verdict may be on it, and not on what the outlet said before."""
    found = []
    for paragraph in around.paragraphs:
        for match in _CAVEAT.finditer(around.text[paragraph.start : paragraph.end].replace("’", "'")):
            span = Span(start=paragraph.start + match.start(), end=paragraph.start + match.end())
            is_on_others = match["verdict"] is None or told.touches(Span(start=span.start, end=span.start + 1))
            if _is_meant(around, span, match) and is_on_others and not said.covers(span):
                found.append(_caveat(around, span, match))
    return found


def caveats_of(
    around: Surroundings,
    attributions: tuple[Attribution, ...],
    caveats: tuple[Caveat, ...],
    *,
    without: frozenset[int] = frozenset(),
    shown: frozenset[int] = frozenset(),
    claims: frozenset[int] | None = None,
    media: Sources = frozenset(),
) -> dict[int, tuple[Span, ...]]:
    """Which caveats are about which attributions, by the number of the attribution; attributions without one are left out.

    A caveat is about the nearest statement before it in its paragraph or the one before, or after it in its own sentence;
    one about "the claims" is about all that was claimed before it, other plurals are about all of that paragraph.

    without: attributions that no caveat can be about, by number, as those that decline to answer. shown: those that nobody tells and that a
    picture or a paper shows, by number; of a claim or a figure that could not be checked nobody speaks there. claims: those that say that
    something is so or is not, by number; by default all. media: as for find_caveats.
    """
    starts = sorted(
        (start_of(a), i)
        for i, a in enumerate(attributions)
        if i not in without and not is_caveat(around, a, media=media) and (a.content or a.cue)
    )
    table: dict[int, tuple[Span, ...]] = {}
    told = [(start, i) for start, i in starts if i not in shown]
    silent = frozenset(around.paragraph(start_of(attributions[i])) for i in without)
    claims = frozenset(i for _, i in told) if claims is None else claims - without
    for caveat in caveats:
        of_told = _TOLD.search(caveat.span.of(around.text))
        for number in about(around, caveat, told if of_told else starts, attributions, claims=claims, silent=silent):
            table[number] = (*table.get(number, ()), caveat.span)
    return table


def is_caveat(around: Surroundings, attribution: Attribution, *, media: Sources = frozenset()) -> bool:
    """Whether what the reader took for a statement is a caveat of the outlet's ("could be independently verified"), or of another medium's.

    media: as for find_caveats.
    """
    if not attribution.cue:
        return False
    if attribution.source in media and _doubts_what_was_told(around, attribution):
        return True
    start, end = attribution.cue[0].start, attribution.cue[-1].end
    cue = around.text[start : min(end, start + _AROUND)].replace("’", "'")
    sentence = around.sentence(start)
    before = around.text[max(sentence.start, start - _AROUND) : start]
    after = around.text[end : min(sentence.end, end + 40)]
    if _REFUSED.search(cue):
        return False
    if attribution.source and _CONFIRMATION.match(attribution.source[0].of(around.text)):
        return bool(_NEGATIVE.search(cue))
    if not _IS_CAVEAT.search(f"{cue} {after}"[: len(cue) + 1 + _reach(cue)]):
        return False
    return bool(_NEGATIVE.search(cue) or _NEGATIVE.search(before) or _NEGATIVE.search(after[:30]))


def _doubts_what_was_told(around: Surroundings, attribution: Attribution) -> bool:
    """Whether what is said is only that something told could not be checked: "The release has not been verified"."""
    said = attribution.content[0].of(around.text)[:_AROUND].replace("’", "'") if len(attribution.content) == 1 else ""
    match = _CAVEAT.search(said) if _OF_TOLD.match(said) else None
    return match is not None and bool(match["passive"] or match["active2"]) and bool(_NEGATIVE.search(match[0]))


def _reach(cue: str) -> int:
    """How far past a cue its verb may be: "was unable to" leaves it out, "verified" does not."""
    return (
        0 if re.search(rf"{_VERIFY}\b", cue, re.IGNORECASE) else 30 if re.search(r"\b(?:unable|able|not|no)\b", cue, re.IGNORECASE) else 0
    )


class _Covered:
    """Stretches of a text, for asking whether one lies inside of them."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        furthest, ends = 0, []
        for span in self._spans:
            furthest = max(furthest, span.end)
            ends.append(furthest)
        self._ends = ends

    def covers(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._ends[at] >= span.end

    def touches(self, span: Span) -> bool:
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._ends[at] > span.start


def _is_meant(around: Surroundings, span: Span, match: re.Match[str]) -> bool:
    """Whether words say that something is lacking: "could be verified" does after "none of the claims"."""
    words = match[0].replace("’", "'")
    if match["proof"] and _WITHOUT.search(words):
        return True
    if (match["passive"] or match["proof"]) and not _NEGATIVE.search(words):
        sentence = around.sentence(span.start)
        return bool(_NONE_OF.search(around.text[max(sentence.start, span.start - _AROUND) : span.start]))
    return True


def _caveat(around: Surroundings, span: Span, match: re.Match[str]) -> Caveat:
    """The words of a caveat; where the outlet speaks of itself, with its name before them."""
    sentence = around.sentence(span.start)
    none = _NONE_OF.search(around.text[max(sentence.start, span.start - _AROUND) : span.start])
    if (match["passive"] or match["proof"]) and none and not _NEGATIVE.search(match[0]):
        return Caveat(span=Span(start=max(sentence.start, span.start - _AROUND) + none.start(), end=span.end), many=True)
    clause_start = _clause_start(around.text, max(sentence.start, span.start - _AROUND), span.start)
    many = bool(_MANY.search(around.text[clause_start : span.end]))
    if match["active"] or match["active2"]:
        span = Span(start=clause_start, end=span.end)
    return Caveat(span=span, many=many)


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the clause begins that ends here: after the last comma or conjunction."""
    at = max((text.rfind(mark, start, end) + 1 for mark in ",;:—–\n"), default=start)
    at = max(at, start)
    for match in _TROUBLE.finditer(text, at, end):
        at = match.end()
    while at < end and not text[at].isalnum():
        at += 1
    return at
