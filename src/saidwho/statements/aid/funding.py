"""Which words name the money or the authority that aid comes from?"""

import re
from collections.abc import Iterator

from saidwho.types.document import Span

_FROM = re.compile(
    r"(?:\b(?:comes?|came|drawn|paid(?:[ \t]for)?|financed|funded|bought|taken|disbursed|made|covered|met)[ \t]"
    r"(?:[\w-]+[ \t]){0,4}?(?:out[ \t]of|from|with|through|by)"
    r"|\b(?:draws?|drew|drawing)[ \t](?:up)?on|\bcharged[ \t]to"
    r"|\b(?:come|comes|came)[ \t]from|\b(?:utili[sz]es|uses)"
    r"|\b(?:from|out of)(?=[ \t](?:[\w'’-]+[ \t]){0,5}(?:stocks?|stockpiles?|fund|reserves?|appropriation|budget|facility)\b)"
    r"|\bunder(?=[ \t](?:the[ \t])?(?:[\w-]+[ \t]){0,4}(?:authority|programme|program|act|law|initiative|facility)\b))"
    r"[ \t]+(?:the[ \t](?=presidential))?(?=\w)",
    re.IGNORECASE,
)
# "U.S. stocks" end at no stop.
_END = re.compile(r"(?<!\b[A-Z])\.|[:;,\"”]|\b(?:and|while|but|because|under|over|according|within|by)\b")
# What money comes from; a manufacturer, a port or a town is none.
_MONEY = re.compile(
    r"\b(?:funds?|facility|reserves?|budget|stocks?|stockpiles?|authority|assistance|money|contribution|programmes?|program|assets?|loan|grant|"
    r"act|initiative|profits?|interest|savings|appropriations?|funding|chapter)\b",
    re.IGNORECASE,
)
_LONGEST = 140


def funding_in(text: str, sentence: Span) -> Iterator[Span]:
    """The words that name where money comes from, as they stand in one sentence."""
    for found in _FROM.finditer(text, sentence.start, sentence.end):
        limit = min(sentence.end, found.end() + _LONGEST)
        end = _END.search(text, found.end(), limit)
        span = Span(start=found.end(), end=end.start() if end else limit)
        words = span.of(text).rstrip()
        if words and _MONEY.search(words):
            yield Span(start=span.start, end=span.start + len(words))
