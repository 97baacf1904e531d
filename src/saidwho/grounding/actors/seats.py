"""Which towns stand for the governments of states that no register holds?

"The Vinlandic defence ministry in Norrby", "Norrby, the capital of Vinland": whoever hears "Norrby denied it" thinks of Vinland's
government. Where no text says whose seat a town is, what it speaks of may: a government denies what its own state is said to
have done.
"""

import re
from collections.abc import Mapping

from saidwho.grounding.register.register import Register

_TOWN = r"(?P<town>[A-Z][^\W\d_]{2,})(?!\s[A-Z])"
_ORGANS = (
    r"(?:government|cabinet|parliament|ministry|ministry\s+of\s+\w+|Ministry\s+of\s+(?:the\s+)?[A-Z]\w+|general\s+staff|high\s+command|"
    r"General\s+Staff|presidency)"
)
_SEATED = re.compile(rf"\b{_ORGANS}\s+in\s+{_TOWN}")
_DENIES = r"(?:has\s+|had\s+)?(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed))\b"
_NOT = re.compile(rf"\b(?:no|not|never|nobody|none|nothing|neither)\b|n['’]t\b|\b{_DENIES}")
_SENTENCE = re.compile(r"[^.!?\n]+")


def seats_of(
    text: str, states: Mapping[str, tuple[str, ...]], register: Register, *, people: frozenset[str] = frozenset()
) -> dict[str, tuple[str, ...]]:
    """The towns that stand for the government of each state. A town is of one state only.

    states: names, each with its demonyms. people: words of the names of people.
    """
    found: dict[str, str] = {}
    for name, demonyms in states.items():
        for town in _told(text, name, demonyms):
            found.setdefault(town, name)
    sentences = list(_SENTENCE.finditer(text)) if states else []
    for sentence in sentences:
        own = _denying(sentence[0], text[: sentence.start()], states)
        if own is not None:
            found.setdefault(*own)
    taken = {town for town in found if town in states or town in people or register.metonym(town) or register.named(town)}
    free = {town: name for town, name in found.items() if town not in taken}
    return {name: tuple(town for town, of in free.items() if of == name) for name in states}


def _told(text: str, name: str, demonyms: tuple[str, ...]) -> list[str]:
    """The towns of which the text says so."""
    whose = "|".join([rf"{re.escape(name)}['’]s?", *map(re.escape, demonyms)])
    patterns = (
        rf"\b(?:{whose})\s+(?:\w+\s)??{_ORGANS}\s+in\s+{_TOWN}",
        rf"\b(?:{whose})\s+capital,?\s+{_TOWN}",
        rf"\bcapital\s+of\s+{re.escape(name)},\s+{_TOWN}",
        rf"\b{_TOWN},\s+(?:the\s+)?(?:(?:{whose})\s+capital|capital\s+of\s+{re.escape(name)})\b",
    )
    return [match["town"] for pattern in patterns for match in re.finditer(pattern, text)]


def _denying(sentence: str, before: str, states: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    """A town whose government denies something in a sentence, with the state that is said to have done it; None where that is open.

    before: the text up to the sentence.
    """
    seated = _SEATED.search(sentence)
    if seated:
        named = [name for name in states if re.match(rf"\W*(?:\w+\s)?{re.escape(name)}\b(?!['’])", sentence)]
        return (seated["town"], named[0]) if named and _NOT.search(sentence[: seated.start()]) else None
    denies = re.match(rf"\W*{_TOWN}\s+{_DENIES}", sentence)
    silent = [name for name, words in states.items() if _is_named(name, before) and not _has_spoken(name, words, before)] if denies else []
    return (denies["town"], silent[0]) if denies and len(silent) == 1 and denies["town"] not in states else None


def _is_named(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _has_spoken(name: str, demonyms: tuple[str, ...], text: str) -> bool:
    """Whether an organ or office of a state is named in a text, which mostly is so because it accuses somebody."""
    organ = rf"(?:{_ORGANS}|\w+\s+minister|minister|president|spokes\w+|army|officials?)"
    whose = "|".join([rf"{re.escape(name)}(?:['’]s?)?", *map(re.escape, demonyms)])
    return re.search(rf"\b(?:{whose})\s+(?:\w+\s)?{organ}\b|\b{organ}\s+of\s+{re.escape(name)}\b", text) is not None
