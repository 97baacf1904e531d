"""Who says a quotation with a name behind it and no verb? "“We boiled the river for nine weeks.” — Imke Sorrel, 61, Varnok"

Voices of those who were there, letters and comments are printed so, one below another. PolNeAR's train part has hardly any, and the reader
gives a whole column of them to one of those who sign, or to whomever a quotation tells of. The form alone says whose each is. So it does of
a post that a page shows, which stands without marks: "We hold the bridge. — Norra Front (@norrafront) May 3, 2016".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from saidwho.reading.heads import FORM_SCORE
from saidwho.reading.taken import is_taken
from saidwho.text.calendar_words import CALENDAR, WRITTEN_MONTHS, WRITTEN_WEEKDAYS
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Token

_DASH = r"(?P<cue>[–—―]|--|-(?=\s))"
_WHO = r"(?P<who>@?[^\W\d_][^\n“”\"«»:;?!–—―]{1,119}?)[^\S\n]*(?:\([^()\n]*\))?[^\S\n]*\.?[^\S\n]*$"
# A quotation and who signs it in one line, or the signature below in a line of its own.
_SIGNED = re.compile(rf"(?P<mark>[”\"»“])[^\S\n]*(?:\n[^\S\n]*(?:\n[^\S\n]*)?)?{_DASH}[^\S\n]*{_WHO}", re.MULTILINE)
# Who posted what stands before it in its line, or in the line above; the account's handle is the sign.
_POSTER = re.compile(
    r"(?:[–—―]|--|(?<![^\s])-(?= )|(?<= )A post shared by) ?(?P<who>[^\W\d_][^\n@–—]{0,79}?) ?(?P<cue>\(@\w{1,30}\))(?P<when>[^\n]{0,40})$",
    re.MULTILINE,
)
# A line that holds no more than an account's handle and a quotation: "19:21 @karsh_pilot: “They hit the mill.”"
_HANDLED = re.compile(
    r"^(?P<stamp>[^\n@“”\"]{0,24}?)(?P<who>@\w{2,30}) ?(?P<cue>[:–—-])[^\S\n]+(?P<said>“[^\n“”]{2,}”|\"[^\n\"]{2,}\")[^\S\n]*$"
    r"|^(?P<stamp_before>[^\n@“”\"]{0,24}?)(?P<said_before>“[^\n“”]{2,}”|\"[^\n\"]{2,}\")[^\S\n]*(?P<cue_behind>@)(?P<who_behind>\w{2,30})[^\S\n]*$",
    re.MULTILINE,
)
_DAY = re.compile(r"(?:19|20)\d\d\b|^\W*$")
_MARKS = re.compile(r"[“”«»\"]")
_OPENING = '“«"'
_CLOSES = re.compile(r"[”»\"]")
_BULLETS = " \t\xa0-*•·"
# "21:04 – " before a quotation in a line of news told as it comes.
_STAMP = re.compile(
    r"\s*[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|CET|CEST|EET|EEST|BST|EST|EDT|local time))?[\])]?"
    r" ?[:|–—-]? ?$"
)
_SENTENCE_END = re.compile(r"[.!?:]\s+$")
# A quotation has no more lines, and a name with its office no more words.
_MOST_LINES, _MOST_WORDS = 12, 12
# When it was said or written is no part of who signs: "Hal Orsk, on Tuesday", "Ivo Vale, 1940".
_DATED = re.compile(rf",? (?:on |in )?(?:(?:\d{{1,2}} )?(?:{'|'.join((*WRITTEN_WEEKDAYS, *WRITTEN_MONTHS))})\b|(?:19|20)\d\d\b).*$")
# By what means is none either: "Olha, midwife, in a voice message".
_SENT = re.compile(
    r",? (?:in|by|via|over|on) (?:an? |the |her |his )?(?:(?:voice|text|video|phone|telephone|private|short|public|open)[ -])?"
    r"(?:message|note|call|phone|telephone|radio|e-?mail|letter|post|chat|video|Telegram|WhatsApp|Signal|Viber|X|Twitter|Facebook|Instagram)"
    r"(?: (?:to|from|on) [^,]{2,40})?$",
)
_AGED = re.compile(r", (?:aged? )?\d{1,3}(?=,|$)")
_ROLE = re.compile(
    r"\b(?:resident|witness|survivor|nurse|doctor|medic|teacher|farmer|soldier|mother|father|refugee|volunteer|spokes\w+|minister|"
    r"president|commander|official|officer|mayor|governor|anonymous|reader|student|worker)\b",
    re.IGNORECASE,
)
# "Two of them", "those who stayed" and "it" sign nothing.
_NOBODY = re.compile(r"(?:this|that|these|those|it|he|she|they|we|I|there|here|now|then|as|and|but|or|so|which|what)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…,][’']?$")
_PREDICATES = ("VERB", "AUX")
_SIGNERS = {"person", "organisation", "Person", "Organisation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signed:
    """A quotation, its pieces line by line, the dash, and who signs it. whole: from the first mark to the end of the signature."""

    said: tuple[Span, ...]
    cue: Span
    who: Span

    @property
    def whole(self) -> Span:
        return Span(start=min(self.said[0].start, self.who.start), end=max(self.said[-1].end, self.who.end, self.cue.end))


def with_signed_quotations(
    text: str, attributions: tuple[Attribution, ...], tokens: Sequence[Token], *, mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """Give each signed quotation and post to who signs it, and to nobody else.

    mentions: people and organisations, by name or not, among others.
    """
    quoted = _signed(text, tokens, sorted(one.span for one in mentions if one.kind in _SIGNERS))
    signed = sorted((*quoted, *_posted(text), *_handled(text)), key=lambda one: one.whole)
    if not signed:
        return attributions
    starts = [one.whole.start for one in signed]
    kept = (_outside(attribution, signed, starts) for attribution in attributions)
    return (*(one for one in kept if one is not None), *(_attribution(one) for one in signed))


def _attribution(one: _Signed) -> Attribution:
    return Attribution(source=(one.who,), cue=(one.cue,), content=one.said, score=FORM_SCORE)


def _outside(attribution: Attribution, signed: list[_Signed], starts: list[int]) -> Attribution | None:
    """What of an attribution stands in no signed quotation; None where its cue or all that it says does."""
    if any(_holds(signed, starts, span) for span in attribution.cue or attribution.source):
        return None
    content = tuple(span for span in attribution.content if not _holds(signed, starts, span))
    return replace(attribution, content=content) if content else None


def _holds(signed: list[_Signed], starts: list[int], span: Span) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and span.start < signed[at].whole.end


def _signed(text: str, tokens: Sequence[Token], signers: list[Span]) -> Iterator[_Signed]:
    token_starts = [token.span.start for token in tokens]
    for match in _SIGNED.finditer(text):
        who = Span(start=match.start("who"), end=match.start("who") + len(_SENT.sub("", _DATED.sub("", match["who"]))))
        inside = tokens[bisect_left(token_starts, who.start) : bisect_left(token_starts, who.end)]
        said = _quotation(text, match.end("mark"))
        if said is None or not _signs(text, who, inside, signers):
            continue
        last = tokens[bisect_left(token_starts, said[-1].start) : bisect_left(token_starts, said[-1].end)]
        if _ENDS.search(text[said[-1].start : said[-1].end - 1]) or any(token.upos in _PREDICATES for token in last):
            yield _Signed(said=said, cue=Span(start=match.start("cue"), end=match.end("cue")), who=who)


def _posted(text: str) -> Iterator[_Signed]:
    """What posts say that a page shows, by whose they are. A post of pictures alone says nothing."""
    for match in _POSTER.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        said = _trimmed(text, line, match.start()) or _trimmed(text, text.rfind("\n", 0, max(line - 1, 0)) + 1, max(line - 1, 0))
        if said is not None and _DAY.search(match["when"]):
            cue, who = (Span(start=match.start(part), end=match.end(part)) for part in ("cue", "who"))
            yield _Signed(said=(said,), cue=cue, who=who)


def _handled(text: str) -> Iterator[_Signed]:
    """What accounts say whose handles stand beside it in their lines."""
    for match in _HANDLED.finditer(text):
        parts = ("stamp", "who", "cue", "said") if match["who"] else ("stamp_before", "who_behind", "cue_behind", "said_before")
        stamp, who, cue, said = (Span(start=match.start(part), end=match.end(part)) for part in parts)
        if not stamp.of(text).strip(_BULLETS) or _STAMP.fullmatch(stamp.of(text)):
            yield _Signed(said=(said,), cue=cue, who=who)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch without the blanks around it; None where nothing is left."""
    words = text[start:end]
    if not words.strip():
        return None
    return Span(start=end - len(words.lstrip()), end=start + len(words.rstrip()))


def _quotation(text: str, end: int) -> tuple[Span, ...] | None:
    """The quotation that ends in a mark, one piece a line; None where no mark opens it or another stands before it in its line.

    It begins with its line or behind the end of a sentence. Lines above that open a mark and close none belong to it.
    """
    line = text.rfind("\n", 0, end) + 1
    opened = _opened(text, line, end)
    if opened is None:
        return None
    pieces = [Span(start=opened, end=end)]
    if text[line:opened].strip(_BULLETS):
        begins = _SENTENCE_END.search(text[line:opened]) or _STAMP.fullmatch(text[line:opened])
        return tuple(pieces) if begins else None
    while line and len(pieces) < _MOST_LINES:
        above = Span(start=text.rfind("\n", 0, line - 1) + 1, end=line - 1)
        words = above.of(text).strip()
        if words and (words[0] not in _OPENING or _CLOSES.search(words[1:])):
            break
        if words:
            pieces.insert(0, Span(start=text.index(words, above.start), end=text.index(words, above.start) + len(words)))
        line = above.start
    return tuple(pieces)


def _opened(text: str, line: int, end: int) -> int | None:
    """Where the quotation opens that a stretch of a line ends with, others inside it or not; None where one is closed before."""
    first, depth = None, 0
    for match in _MARKS.finditer(text, line, end):
        if first is None:
            # Whatever it looks like: some print every mark as a closing one.
            first, depth = match.start(), 1
            continue
        if not depth:
            return None
        depth += 1 if _opens(text, line, match.start()) else -1
    return first if first is not None and first < end - 1 else None


def _opens(text: str, line: int, at: int) -> bool:
    return text[at] in "“«" or (text[at] == '"' and (at == line or text[at - 1].isspace()))


def _signs(text: str, who: Span, inside: Sequence[Token], signers: Sequence[Span]) -> bool:
    """Whether words behind a dash are the name, the office, the handle or the description of somebody, and tell nothing."""
    if who.of(text).startswith("@"):
        return " " not in who.of(text)
    first = who.of(text).split(",", 1)[0].strip()
    words = first.split()
    if _NOBODY.match(first) or len(words) > _MOST_WORDS or any(word.casefold().strip(".") in CALENDAR for word in words):
        return False
    if any(
        token.upos in _PREDICATES and not token.relation.startswith(("acl", "amod")) and token.span.of(text).islower() for token in inside
    ):
        return False
    if _ROLE.search(first) or _AGED.search(who.of(text)) or is_taken(signers, who.start, who.start + len(first)):
        return True
    is_described = len(first) < len(who.of(text)) and inside[0].upos == "PROPN"  # "Olha, midwife"
    return (len(words) > 1 or is_described) and all(word[0].isupper() for word in words)
