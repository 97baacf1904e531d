"""Which outlet do words name: "the news site Frontpost", "a Halyard photographer", "Frontpost and Radio Mirra"?"""

import re
from functools import lru_cache

from saidwho.linking.stems import plain_words
from saidwho.text.press import KINDS

# What stands around an outlet's name and is none of it.
_SMALL = ("the", "a", "an", "our", "story", "in", "of", "by", "and", "now", "or", "also", "both", "later")
_AROUND = KINDS | {"newswire", "wire", "report", "article", *_SMALL}
STAFF = re.compile(r"\b(?:reporters?|photographers?|correspondents?|journalists?|cameram[ae]n|camera crew|news team)\b", re.IGNORECASE)
_PARTS = re.compile(r",| and | or ")


# The same words are asked for with each claim that their speaker tells or may deny.
@lru_cache(maxsize=1 << 14)
def outlet_named(words: str, outlets: frozenset[str]) -> str | None:
    """The folded name of the outlet that words name, or whose staff they name; of several, the first.

    outlets: folded names of all who print. None where the words name none, or anybody else besides.
    """
    known = _known(outlets)
    staff = STAFF.search(words)
    if staff:
        before = short_name(" ".join(plain_words(words[: staff.start()])))
        return known.get(before) if before else None
    found = [known.get(" ".join(plain_words(part)).removeprefix("the ")) or known.get(short_name(part)) for part in _PARTS.split(words)]
    return found[0] if found and all(found) else None


@lru_cache(maxsize=1 << 10)
def _known(outlets: frozenset[str]) -> dict[str, str]:
    """The outlets by their names and by their short names."""
    return {short: outlet for outlet in sorted(outlets) for short in (outlet, short_name(outlet)) if short}


def named_in(words: str) -> tuple[str, ...]:
    """All names that outlet_named looks for among those who print."""
    staff = STAFF.search(words)
    if staff:
        return (short_name(" ".join(plain_words(words[: staff.start()]))),)
    return tuple(name for part in _PARTS.split(words) for name in (" ".join(plain_words(part)).removeprefix("the "), short_name(part)))


@lru_cache(maxsize=1 << 14)
def short_name(words: str) -> str:
    """A name without the words for what kind of outlet it is of."""
    return " ".join(word for word in plain_words(words) if word not in _AROUND)
