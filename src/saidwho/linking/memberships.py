"""Of which body is a person whom texts introduce as its?"""

import re
from collections.abc import Iterable, Sequence

from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party, folded, known_as

# Whoever left a body, or is held by it, does not speak for it.
_NO_MEMBER = re.compile(
    r"\b(?:former|once|ex|retired|captured|prisoners?|deserters?|hostages?|escaped|fled|survivors?|victims?)\b", re.IGNORECASE
)
# A shorter name may be anything.
_TELLING = 4


def members_in(voices: Iterable[Voice], bodies: Iterable[str]) -> dict[str, str]:
    """The body of each person whose source or role tells one, or whom reading takes to be of one: "Dimitra Vogt of Halcyon Bulk", "the
    Union's commissioner, Ines Abel".
    """
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
        body = next((body for body in known if body in words and _is_member(words, body)), None) or _of_known(party, known)
        if body is not None and body not in known_as(party):
            found.setdefault(known_as(party), body)
    return found


def _of_known(party: Party, known: Sequence[str]) -> str | None:
    """The body that reading takes a person to be of, by what his text told before ("the organisation's coordinator, Lena Dahl")."""
    last = party.owners[-1] if party.owners else None
    if last is None or last[2] not in ("body", "group", "force") or _NO_MEMBER.search(party.role or ""):
        return None
    body = folded(last[1])
    return body if body in known else None


def _is_member(words: str, body: str) -> bool:
    return f" {body} s " in words or re.search(rf" (?:of|for|from|at|with) (?:\w+ ){{0,2}}?{re.escape(body)} ", words) is not None
