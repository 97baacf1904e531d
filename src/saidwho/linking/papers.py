"""Which outlet do words name: "the news site Frontpost", "a Halyard photographer", "Frontpost and Radio Mirra"?"""

import re
from collections.abc import Iterable, Iterator

from saidwho.linking.stems import plain_words

# What stands around an outlet's name and is none of it.
_KIND_WORDS = (
    "the a an news site website newspaper newswire wire daily weekly agency broadcaster channel paper magazine tabloid outlet press our "
    "service portal station report article story in of by and now or also both later"
)
_KINDS = frozenset(_KIND_WORDS.split())
STAFF = re.compile(r"\b(?:reporters?|photographers?|correspondents?|journalists?|cameram[ae]n|camera crew|news team)\b", re.IGNORECASE)
_PARTS = re.compile(r",| and | or ")


def outlet_named(words: str, outlets: Iterable[str]) -> str | None:
    """The folded name of the outlet that words name, or whose staff they name; of several, the first.

    outlets: folded names of all who print. None where the words name none, or anybody else besides.
    """
    known = {short: outlet for outlet in sorted(outlets) for short in (outlet, short_name(outlet)) if short}
    staff = STAFF.search(words)
    if staff:
        before = short_name(" ".join(plain_words(words[: staff.start()])))
        return known.get(before) if before else None
    found = [known.get(" ".join(plain_words(part)).removeprefix("the ")) or known.get(short_name(part)) for part in _PARTS.split(words)]
    return found[0] if found and all(found) else None


def named_in(words: str) -> Iterator[str]:
    """All names that outlet_named looks for among those who print."""
    staff = STAFF.search(words)
    if staff:
        yield short_name(" ".join(plain_words(words[: staff.start()])))
        return
    for part in _PARTS.split(words):
        yield from (" ".join(plain_words(part)).removeprefix("the "), short_name(part))


def short_name(words: str) -> str:
    """A name without the words for what kind of outlet it is of."""
    return " ".join(word for word in plain_words(words) if word not in _KINDS)
