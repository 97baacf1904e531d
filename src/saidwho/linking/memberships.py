"""Of which body is a person whom texts introduce as its?"""

import re
from collections.abc import Iterable

from saidwho.linking.facts import Voice
from saidwho.linking.parties import folded, known_as

# Whoever left a body, or is held by it, does not speak for it.
_NO_MEMBER = re.compile(
    r"\b(?:former|once|ex|retired|captured|prisoners?|deserters?|hostages?|escaped|fled|survivors?|victims?)\b", re.IGNORECASE
)
# A shorter name may be anything.
_TELLING = 4


def members_in(voices: Iterable[Voice], bodies: Iterable[str]) -> dict[str, str]:
    """The body of each person whose source or role tells one: "Dimitra Vogt of Halcyon Bulk", "the Union's commissioner, Ines Abel"."""
    known = sorted((body for body in bodies if len(body) >= _TELLING), key=lambda body: (-len(body), body))
    found: dict[str, str] = {}
    for voice in voices:
        party = voice.speaker
        if party is None or party.kind != "person" or not party.key or party.state:
            continue
        # A surname or a pronoun introduces nobody.
        if (" " not in voice.source and not party.role) or _NO_MEMBER.search(voice.source):
            continue
        words = f" {folded(voice.source)} ; {folded(party.role or '')} "
        body = next((body for body in known if body in words and _is_member(words, body)), None)
        if body is not None and body not in known_as(party):
            found.setdefault(known_as(party), body)
    return found


def _is_member(words: str, body: str) -> bool:
    return f" {body} s " in words or re.search(rf" (?:of|for|from|at|with) (?:\w+ ){{0,2}}?{re.escape(body)} ", words) is not None
