"""Which agencies and broadcasters are named that the reader did not take for names, or for places?

Initials such as "AP" tell the reader little in a short text; the register knows them.
"""

from dataclasses import replace

from saidwho.grounding.register.register import Register
from saidwho.types.reading import Mention, Reading

_LONGEST = 7  # letters that initials have at most
_SCORE = 0.9


def with_agencies(text: str, reading: Reading, register: Register) -> Reading:
    """A reading with the names of outlets of the register that are written in initials ("AP", "BBC").

    They were read as no names, or as those of places, as what stands in a dateline is now and then.
    """
    places = {mention.span for mention in reading.names if mention.kind == "location" and mention.span.of(text).isupper()}
    named = {at for mention in reading.names if mention.span not in places for at in range(mention.span.start, mention.span.end)}
    found = []
    for token in reading.tokens:
        words = token.span.of(text)
        if 1 < len(words) <= _LONGEST and words.isupper() and words.isalpha() and token.span.start not in named:
            entry = register.resolve(words)
            if entry is not None and entry.kind == "outlet":
                found.append(Mention(span=token.span, kind="organisation", score=_SCORE))
    instead = {mention.span for mention in found}
    kept = (mention for mention in reading.names if mention.span not in instead)
    return replace(reading, names=tuple(sorted((*kept, *found), key=lambda mention: mention.span))) if found else reading
