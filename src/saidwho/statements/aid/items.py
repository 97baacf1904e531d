"""Which things does a sentence say that a package holds?

"That includes artillery and small-arms ammunition as well as anti-tank weapons" names three: artillery ammunition, small-arms
ammunition, anti-tank weapons.
"""

import re
from collections.abc import Iterator

from saidwho.statements.aid.words import WORDS
from saidwho.text.numerals import SMALL, TENS
from saidwho.types.document import Span
from saidwho.types.statement import AidItem

_HOLDS = re.compile(
    r"\b(?:including|includes?|included|comprises?|comprising|"
    r"consist(?:s|ing)?(?: \w+ly)? of|contains?|containing|covers?|"
    r"such as|made up of|namely|in the form of|among them|included (?:are|were|is)|on (?:board|the list) (?:are|were|is)|"
    r"(?:shipment|consignment)s? of|is meant for|was meant for|are meant for|were meant for)[ \t]+(?=\w)"
)
_END = re.compile(
    r"(?<!\b[A-Z])\.|[;:]|,[ \t](?=[A-Z])|\b(?:reached|arrived|has|have|had|was|were|is|are|will|"
    r"worth|drawn|financed|funded|after|because|while|which|who|when|but|to be|according|from|under|at)\b|\"|”"
)
_JOINT = re.compile(r"(?:[,;]?[ \t]+(?:as well as|along with|together with|and also|and)[ \t]+|[,;][ \t]*(?:plus[ \t]+)?)")
_OF_A_KIND = re.compile(
    r"[ \t]+(?:of the [\w-]+(?: type| class)?|of \d[\d.]*[ \t]?mm calibre.*|of various kinds|(?:for|to|on|with|that|which|who) \w+.*|"
    r"in .*)$"
)
_ONES = [word for word, value in SMALL.items() if 0 < value < SMALL["ten"]]
_NUMBER_WORDS = {
    **{f"{ten}-{one}": TENS[ten] + SMALL[one] for ten in TENS for one in _ONES},
    **TENS, **{word: value for word, value in SMALL.items() if value}, "a": 1, "an": 1,
}  # fmt: skip
_COUNT = re.compile(
    r"(?:(?:about|around|some|up to|at least|more than|over|nearly|almost|roughly|another|an additional|additional|new)[ \t]+)*"
    # "155 mm shells" tells no count.
    rf"(?P<count>\d[\d,]{{0,15}}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(_ONES)}))?|"
    rf"{'|'.join(word for word, value in SMALL.items() if value)}|an?)"
    r"(?:[ \t]+(?P<scale>hundred|thousand|million))?[ \t]+(?P<what>(?!mm\b|millimet)\S.*)$",
    re.IGNORECASE | re.ASCII,
)
_TONNES = re.compile(r"(?:tonnes?|tons?|kilograms?|litres?|boxes|sets|rounds)[ \t]+of[ \t]+", re.IGNORECASE)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6}
_LEAST = re.compile(r"(?:least|most|than)[ \t]+(?=[\w])", re.IGNORECASE)
_MORE = re.compile(r"(?:more|new|further|additional|other)[ \t]+", re.IGNORECASE)
_WORTH = re.compile(r".*\bworth[ \t]+of[ \t]+", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:(?:the[ \t]+)?(?:first|second|third|last|final|latest)|the|its|their|more|other|further|several|"
    r"dozens of|hundreds of|thousands of|additional)[ \t]+",
    re.IGNORECASE,
)
# Longer lists are no lists of items.
_LONGEST, _MOST = 400, 24
# A noun with at least one word before it.
_DESCRIBED = 2


def items_in(text: str, sentence: Span) -> Iterator[AidItem]:
    """The things listed behind words such as "includes", in the order of the text."""
    held = _HOLDS.search(text, sentence.start, sentence.end)
    if held is None:
        return
    end = _END.search(text, held.end(), min(sentence.end, held.end() + _LONGEST))
    yield from listed(text, Span(start=held.end(), end=end.start() if end else min(sentence.end, held.end() + _LONGEST)))


def things_in(text: str, phrase: Span) -> Iterator[AidItem]:
    """The things that a noun phrase or a list of them names: those known to be given as aid."""
    yield from (item for item in listed(text, phrase) if item.name.split()[-1].lower() in WORDS["materiel"])


def listed(text: str, phrase: Span) -> Iterator[AidItem]:
    """The things of a list, whatever they are."""
    parts: list[Span] = []
    at = phrase.start
    for joint in _JOINT.finditer(text, phrase.start, phrase.end):
        # "9,000 tents": a comma between figures joins nothing.
        if joint.start() > at and not (
            text[joint.start()] == "," and text[joint.end() : joint.end() + 1].isdigit() and joint.end() - joint.start() == 1
        ):
            parts.append(Span(start=at, end=joint.start()))
            at = joint.end()
    parts.append(Span(start=at, end=phrase.end))
    parts = [trimmed for part in parts[:_MOST] if (trimmed := _trimmed(text, part))]
    for number, part in enumerate(parts):
        shared = _shared_noun(text, part, parts[number + 1] if number + 1 < len(parts) else None)
        item = _item(text, part, shared)
        if item is not None:
            yield item


def _trimmed(text: str, part: Span) -> Span | None:
    worth = _WORTH.match(text, part.start, part.end)  # "50 million yuan worth of food".
    start, end = worth.end() if worth else part.start, part.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _shared_noun(text: str, part: Span, following: Span | None) -> Span | None:
    """The noun that a part shares with the next: one bare word in the singular, which is no stuff, describes what comes after."""
    words = part.of(text).split()
    if following is None or len(words) != 1 or words[0].lower() in WORDS["mass"] or words[0].endswith("s") or not words[0].islower():
        return None
    behind = following.of(text).split()
    if len(behind) < _DESCRIBED or _COUNT.match(following.of(text)):
        return None
    return Span(start=following.end - len(behind[-1]), end=following.end)


def _item(text: str, part: Span, shared: Span | None) -> AidItem | None:
    words = _OF_A_KIND.sub("", part.of(text)).rstrip()
    span = Span(start=part.start, end=shared.end if shared else part.start + len(words))
    least = _LEAST.match(words)
    words = words[least.end() :] if least else words
    article = _ARTICLE.match(words)
    bare = words[article.end() :] if article else words
    count = _COUNT.match(bare)
    if count is None:
        name = f"{bare} {shared.of(text)}" if shared else bare
        return AidItem(span=span, name=name, count=None) if any(map(str.isalpha, name)) and not bare.startswith("of ") else None
    number = _NUMBER_WORDS.get(count["count"].lower()) or int(count["count"].replace(",", ""))
    number *= _SCALES.get((count["scale"] or "").lower(), 1)
    more = _MORE.match(count["what"])
    what = count["what"][more.end() :] if more else count["what"]
    weighed = _TONNES.match(what)
    name = what[weighed.end() :] if weighed else what
    if name.startswith("of them"):
        return None
    return AidItem(span=span, name=name, count=None if weighed else number)
