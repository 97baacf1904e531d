"""Who is it that an outlet quotes as saying something?

In "Nikkei quoted the spokesperson as saying", the reader, as PolNeAR does, gives Nikkei as source and the rest as content.
The words are the spokesperson's; Nikkei relays them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_QUOTES = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)$", re.IGNORECASE)
# One sentence of one line, and no more than 150 characters: longer sources are sentences that went wrong. A full stop
# inside is that of a title or an initial.
_AS_SAYING = re.compile(
    r"[^\S\n]+(?P<speaker>(?:[^\s.;:!?“”\"]|\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Prof|Sen|Gov)\.|[^\S\n]){2,150}?),?[^\S\n]"
    r"as (?:having )?(?:saying|said|telling|stating|claiming|warning|adding|writing|noting|announcing|denying|confirming|insisting|"
    r"believing|thinking|hoping|fearing|suggesting|arguing|predicting)\b"
)

# "Minister Ada Vale was quoted as saying by Norrpress", where the reader takes Norrpress for who speaks.
_QUOTED_AS = re.compile(r"\b(?:quoted|cited) as (?:saying|telling|stating|claiming|warning|writing|adding)$", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?P<speaker>(?:[A-Z]|the |an? )[^\n.;:!?“”\"]{1,100}?)(?:,[^\n.;:,“”\"]{1,80},)?"
    r"(?: (?:was|is|were|are|has been|had been)(?: also| later| widely)?)?(?: (?:quoted|cited))? $"
)
_BY = re.compile(r" (?:by|in|on) $")
_BY_WHOM, _BY_WHOM_THE = "by ", "by the "
_LONGEST_CLAUSE = 200
# "Norrpress quoted the mayor as", before "saying".
_QUOTED_BETWEEN = re.compile(
    r"[^\S\n](?:(?:has|have|had|also|later)[^\S\n]){0,2}(?:quot|cit)(?:ed|es|e|ing)[^\S\n](?P<speaker>[^\n.;:!?“”\"]{2,150}?),?[^\S\n]as[^\S\n]"
)
# "Norrpress quoted the mayor as", before a "saying" to which the reader gives nobody.
_QUOTED_ALONE = re.compile(
    r"(?:^|(?<=[.!?;,”\"\n][^\S\n]))(?P<outlet>(?!(?:He|She|It|They|I|We)\b)(?:[A-Z]|the |state |local )[^\n.;:,!?“”\"]{1,60}?)"
    r"[^\S\n](?:(?:has|have|had|also|later)[^\S\n]){0,2}(?:quot|cit)(?:ed|es|e)[^\S\n]"
    r"(?P<speaker>[^\n.;:!?“”\"]{2,150}?),?[^\S\n]as[^\S\n](?:having[^\S\n])?$"
)
_WAS = re.compile(r"\b(?:was|is|were|are|been)$")
# "Norrpress, quoting the governor, | writes".
_CITING_BEFORE = re.compile(
    r"(?:^|(?<=[.!?;”\"\n][^\S\n]))(?P<outlet>(?!(?:He|She|It|They|I|We)\b)(?:[A-Z]|the |state |local )[^\n.;:,!?“”\"]{1,60}?),[^\S\n]"
    r"(?:quoting|citing)[^\S\n](?P<speaker>[^\n.;:,!?“”\"]{2,80}),[^\S\n]$"
)
_REPORTS = re.compile(r"(?:(?:has|have|had|also|later) ){0,2}(?:writes?|wrote|written|reports?|reported|says?|said)")
# "the mayor said on Monday," between what is said and "according to Norrpress".
_SAID = re.compile(
    r",?[”\"]?,? (?P<speaker>(?:[A-Z]|the |an? |its |his |her )[^\n.;:,!?“”\"]{1,80}?) (?P<verb>said|says|told|added|wrote|warned|claimed)"
    r"(?: (?:on|in|at) [^\n.;:,“”\"]{2,40})?, "
)
# "The mayor says" before what is said, where "Norrpress reported" stands behind it.
_SAYS = re.compile(
    r"(?:^|(?<=[.!?\n”\"] )|(?<=\n))(?P<speaker>(?:[A-Z]|the |an? )[^\n.;:,!?“”\"]{1,80}?) "
    r"(?P<verb>said|says|warned|claimed|claims)(?: that)? $"
)
# "The general, as quoted by | news sites abroad, claims".
_AS_QUOTED = re.compile(
    r"(?:^|(?<=[.!?;,”\"\n] ))(?P<speaker>(?:[A-Z]|the |an? |its |his |her )[^\n.;:!?“”\"]{1,100}?), "
    r"(?:as |was |is )?(?:quoted|cited) (?:by|in) $"
)
_PASSED_ON = re.compile(r"(?:has |had )?(?:report(?:s|ed)|writes|wrote)")
_CITED = re.compile(r",[^\S\n](?:citing|quoting|which[^\S\n](?:(?:has|had)[^\S\n])?(?:cite[sd]|quote[sd]))[^\S\n].+$")


def _quoted_by(text: str, attribution: Attribution) -> Attribution:
    """Give what somebody "was quoted as saying by" an outlet to that somebody. By its wording the outlet is a relay."""
    cue = attribution.cue[-1]
    if attribution.relay or not attribution.source or not _QUOTED_AS.search(cue.of(text)):
        return attribution
    after = text[cue.end : attribution.source[0].start]
    clause = text[max(cue.start - _LONGEST_CLAUSE, 0) : cue.start]
    clause = clause[max((clause.rfind(mark) + 1 for mark in ('"', "”", "\n")), default=0) :].lstrip(" ,")
    before = _BEFORE.search(clause)
    if not _BY.fullmatch(after) or before is None:
        return attribution
    start = cue.start - len(clause) + before.start("speaker")
    speaker = Span(start=start, end=start + len(before["speaker"]))
    return replace(attribution, source=(speaker,))


def _quoting_before(text: str, attribution: Attribution) -> Attribution:
    """The same where the reader takes "saying" for the cue and the outlet for who says it."""
    if attribution.relay or not attribution.source or attribution.source[-1].end > attribution.cue[0].start:
        return attribution
    between = _QUOTED_BETWEEN.fullmatch(text, attribution.source[-1].end, attribution.cue[0].start)
    if between is None:
        return attribution
    speaker = Span(start=between.start("speaker"), end=between.end("speaker"))
    return replace(attribution, source=(speaker,), relay=attribution.source)


def _had_saying(text: str, attribution: Attribution) -> Attribution:
    """Give what an outlet "had somebody saying" to that somebody, where the reader takes the outlet for who says it."""
    cue = attribution.cue[0]
    had = _HAD_SAYING.fullmatch(text, cue.start, cue.end) if attribution.source and len(attribution.cue) == 1 else None
    if had is None:
        return attribution
    speaker, saying = (Span(start=had.start(name), end=had.end(name)) for name in ("speaker", "saying"))
    return replace(attribution, source=(speaker,), cue=(saying,))


def _quoted_between(text: str, attribution: Attribution) -> Attribution:
    """Give an attribution the medium by which whoever speaks "was quoted by" it before "saying"."""
    if attribution.relay or not attribution.source or not _SAYING.fullmatch(attribution.cue[0].of(text)):
        return attribution
    between = _QUOTED_BY.fullmatch(text, attribution.source[-1].end, attribution.cue[0].start)
    return replace(attribution, relay=(Span(start=between.start("medium"), end=between.end("medium")),)) if between else attribution


def _quoting_alone(text: str, attribution: Attribution) -> Attribution:
    """The same where the reader found neither the outlet nor whom it quotes."""
    if attribution.relay or attribution.source or not _SAYING.fullmatch(attribution.cue[0].of(text)):
        return attribution
    start = max(text.rfind("\n", 0, attribution.cue[0].start) + 1, attribution.cue[0].start - _LONGEST_CLAUSE)
    before = _QUOTED_ALONE.search(text[start : attribution.cue[0].start])
    if before is None or _WAS.search(before["outlet"]):
        return attribution
    outlet, speaker = (Span(start=start + before.start(name), end=start + before.end(name)) for name in ("outlet", "speaker"))
    return replace(attribution, source=(speaker,), relay=(outlet,))


def _citing_before(text: str, attribution: Attribution) -> Attribution:
    """The same where the reader found neither before "writes": "Norrpress, quoting the governor, writes that"."""
    if attribution.relay or attribution.source or len(attribution.cue) != 1 or attribution.content[0].start < attribution.cue[0].end:
        return attribution
    at = attribution.cue[0].start
    start = max(text.rfind("\n", 0, at) + 1, at - _LONGEST_CLAUSE)
    before = _CITING_BEFORE.search(text[start:at]) if _REPORTS.fullmatch(attribution.cue[0].of(text)) else None
    if before is None:
        return attribution
    outlet, speaker = (Span(start=start + before.start(name), end=start + before.end(name)) for name in ("outlet", "speaker"))
    return replace(attribution, source=(speaker,), relay=(outlet,))


def _said_according_to(text: str, attribution: Attribution) -> Attribution:
    """Give "…, the mayor said, according to Norrpress" to the mayor, where the reader takes Norrpress for who says it. By its wording
    Norrpress is a relay."""
    if attribution.relay or len(attribution.source) != 1 or attribution.cue[0].of(text).casefold() != "according to":
        return attribution
    between = _SAID.fullmatch(text, attribution.content[-1].end, attribution.cue[0].start)
    if between is None:
        return attribution
    speaker, verb = (Span(start=between.start(name), end=between.end(name)) for name in ("speaker", "verb"))
    return replace(attribution, source=(speaker,), cue=(verb,))


def _says_before(text: str, attribution: Attribution) -> Attribution:
    """Give what somebody says, and an outlet reports behind it, to that somebody, where the reader takes the outlet for who says it."""
    if attribution.relay or len(attribution.source) != 1 or not _PASSED_ON.fullmatch(attribution.cue[0].of(text)):
        return attribution
    begin = attribution.content[0].start
    before = _SAYS.search(text[max(begin - _LONGEST_CLAUSE, 0) : begin]) if begin < attribution.source[0].start else None
    if before is None:
        return attribution
    at = max(begin - _LONGEST_CLAUSE, 0)
    speaker, verb = (Span(start=at + before.start(name), end=at + before.end(name)) for name in ("speaker", "verb"))
    return replace(attribution, source=(speaker,), cue=(verb,))


def _as_quoted(text: str, attribution: Attribution) -> Attribution:
    """Give what somebody says "as quoted by" a medium to that somebody, where the reader takes the medium for who says it."""
    if attribution.relay or len(attribution.source) != 1 or attribution.source[0].start > attribution.cue[0].start:
        return attribution
    at = attribution.source[0].start
    start = max(text.rfind("\n", 0, at) + 1, at - _LONGEST_CLAUSE)
    before = _AS_QUOTED.search(text[start:at])
    if before is None:
        return attribution
    medium = attribution.source[0]
    speaker = Span(start=start + before.start("speaker"), end=start + before.end("speaker"))
    medium = Span(start=medium.start, end=medium.start + len(medium.of(text).rstrip(" ,")))
    return replace(attribution, source=(speaker,), relay=(medium,))


def _without_cited(text: str, attribution: Attribution) -> Attribution:
    """Cut off a source whom it cites: "Norrpress, citing the harbour master,"."""
    if len(attribution.source) != 1:
        return attribution
    (source,) = attribution.source
    cited = _CITED.search(source.of(text))
    return replace(attribution, source=(Span(start=source.start, end=source.start + cited.start()),)) if cited else attribution


def spoken_through(text: str, attribution: Attribution) -> Attribution:
    """Give what an outlet quotes somebody as saying to that somebody; the outlet relays it. Other attributions stay."""
    if not attribution.cue:
        return attribution
    attribution = _had_saying(text, attribution)
    attribution = _as_quoted(text, _quoted_between(text, _says_before(text, _said_according_to(text, attribution))))
    attribution = _without_cited(text, _quoting_alone(text, _citing_before(text, _quoting_before(text, _quoted_by(text, attribution)))))
    if not _QUOTES.search(attribution.cue[-1].of(text)):
        return attribution
    quoted = _AS_SAYING.match(text, attribution.cue[-1].end)
    if not quoted:
        return attribution
    gone = Span(start=attribution.cue[-1].end, end=quoted.end())
    content = tuple(part for span in attribution.content for part in _outside(text, span, gone))
    if not content:
        return attribution
    speaker = Span(start=quoted.start("speaker"), end=quoted.end("speaker"))
    if speaker.of(text).startswith(_BY_WHOM):
        # "The mayor was quoted by Norrpress as saying": who is quoted stands before the cue.
        by = _BY_WHOM_THE if speaker.of(text).startswith(_BY_WHOM_THE) else _BY_WHOM
        medium = Span(start=speaker.start + len(by), end=speaker.end)
        return replace(attribution, content=content, relay=(medium,)) if attribution.source else attribution
    return replace(attribution, source=(speaker,), content=content, relay=attribution.source)


def _outside(text: str, span: Span, gone: Span) -> Iterator[Span]:
    """What is left of a span without another, blanks at its ends cut off."""
    for start, end in ((span.start, min(span.end, gone.start)), (max(span.start, gone.end), span.end)):
        words = text[start:end]
        if any(map(str.isalnum, words)):
            yield Span(start=end - len(words.lstrip()), end=start + len(words.rstrip()))


# "The spokesman was quoted by Norrpress as saying", where the reader takes Norrpress for who says it.
_WAS_QUOTED = re.compile(
    r"(?P<speaker>(?:[A-Z]|the |an? )[^\n;:!?“”\"]{1,100}?)(?:,[^\n;:“”\"]{1,80},)?"
    r" (?:was|is|were|are|has been|have been|had been)(?: also| later| widely)? (?:quoted|cited)(?: [\w ]{1,30}?)? (?:by )?$"
)
_WAS_QUOTED_AS = re.compile(
    r"(?P<speaker>(?:[A-Z]|the |an? )[^\n;:!?“”\"]{1,100}?)(?:,[^\n;:“”\"]{1,80},)?"
    r" (?:was|is|were|are|has been|have been|had been)(?: also| later| widely)? (?:quoted|cited) by (?:the )?"
    r"(?P<medium>[^\n.;:,!?“”\"]{2,80}?) (?:as )?$"
)
_SAYING = re.compile(r"(?:as )?(?:saying|stating|claiming|warning|adding|telling|writing|believing|thinking|hoping|fearing|suggesting)")
# "Two envoys | were quoted by news agencies as | saying".
_QUOTED_BY = re.compile(
    r",? (?:was|is|were|are|has been|have been|had been)(?: \w+)? (?:quoted|cited) by (?:the )?"
    r"(?P<medium>[^\n.;:,!?“”\"]{2,80}?) (?:as )?"
)
# "Norra TV | had “soldiers” saying", where the reader takes all of it for the cue.
_HAD_SAYING = re.compile(r"(?:had|has|have) (?P<speaker>[^\n.;:,!?]{2,80}?) (?P<saying>saying)")


def quoted_by_others(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give what somebody "was quoted by" an outlet "as saying" to that somebody, and drop what the reader made of "was quoted"."""
    attributions = _without_quoting(text, attributions)
    passed = {number: told for number, one in enumerate(attributions) if (told := _was_quoted(text, one))}
    speakers = [one.source[0] for one in passed.values()]
    return tuple(
        passed.get(number, one)
        for number, one in enumerate(attributions)
        if number in passed or not any(span in one.content for span in speakers)
    )


def _without_quoting(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Leave out what an outlet would say by quoting somebody, where all that it says is who that is: "TASS cited | the governor".

    Left out, too, is what that somebody would say by "as saying" alone: all that he says by it is what he is quoted for.
    """
    quoted = {(one.relay, one.source) for one in attributions if one.relay}
    speakers = {source for _, source in quoted}
    return tuple(
        one
        for one in attributions
        if one.relay or ((one.source, one.content) not in quoted and not (one.source in speakers and _is_as_saying(text, one)))
    )


def _is_as_saying(text: str, attribution: Attribution) -> bool:
    """Whether what somebody says hangs by the "as saying" right behind him."""
    between = text[attribution.source[-1].end : attribution.cue[0].start] if attribution.source and attribution.cue else ""
    return between in (" ", ", ") and _SAYING.fullmatch(attribution.cue[-1].of(text)) is not None


def _was_quoted(text: str, attribution: Attribution) -> Attribution | None:
    if attribution.relay or not attribution.cue or not _SAYING.fullmatch(attribution.cue[-1].of(text)):
        return None
    if not attribution.source:
        return _was_quoted_alone(text, attribution)
    outlet, cue = attribution.source[0], attribution.cue[-1]
    start = _clause_start(text, outlet.start)
    before = _WAS_QUOTED.search(text[start : outlet.start])
    if before is None or text[outlet.end : cue.start].strip() not in ("as", ""):
        return None
    speaker = Span(start=start + before.start("speaker"), end=start + before.end("speaker"))
    return replace(attribution, source=(speaker,), relay=(outlet,))


def _was_quoted_alone(text: str, attribution: Attribution) -> Attribution | None:
    """The same where the reader found neither who is quoted nor by whom."""
    cue = attribution.cue[-1]
    start = _clause_start(text, cue.start)
    before = _WAS_QUOTED_AS.search(text[start : cue.start])
    if before is None:
        return None
    speaker, medium = (Span(start=start + before.start(name), end=start + before.end(name)) for name in ("speaker", "medium"))
    return replace(attribution, source=(speaker,), relay=(medium,))


def _clause_start(text: str, end: int) -> int:
    """Where the sentence of a character begins, or what of it is looked through."""
    start = text.rfind("\n", 0, end) + 1
    return max(start, end - _LONGEST_CLAUSE, text.rfind(". ", start, end) + 2 if ". " in text[start:end] else 0)
