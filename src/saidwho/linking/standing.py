"""As what does a voice speak: a body of its own, an official without a name, an outlet that only prints?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party, named
from saidwho.linking.stems import plain_words

Kind = Literal["body", "unnamed official", "unnamed", "outlet", "open", "own voice", "relays"]

# Those who speak for a place or a public service of it, not for the state.
_LOCAL = re.compile(
    r"\b(?:mayor|deputy mayor|governor|city council|town council|municipal\w*|city hall|"
    r"(?:regional|city|local|district|provincial|oblast) (?:\w+ ){0,2}"
    r"(?:administration|authorit\w+|official\w*|government|governor|council|head|police|prosecutor\w*|department)|hospital|clinic|"
    r"doctor\w*|medic\w*|paramedic\w*|fire (?:service|brigade|department)|firefighter\w*|emergency services?|rescue\w*|ambulance|"
    r"village head|morgue)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:officials?|officers?|spokes\w+|minister|diplomats?|authorit\w+|commanders?|generals?|aides?|advis[eo]rs?|police|military|army|"
    r"government|intelligence|negotiators?|ministry|lawmakers?|sources? (?:in|at|within) the|envoy|ambassador|administration)\b",
    re.IGNORECASE,
)
# Officials no longer, or not of their own will.
_NOT_OFFICIAL = re.compile(r"\b(?:former|ex-|captured|retired|prisoners?|deserters?|surrendered|detained)", re.IGNORECASE)
# A source that is no speaker but a name for what stands elsewhere in the text.
_REPORT = re.compile(r"^(?:the |a )?(?:reports?|media|papers?|agency|agencies|accounts?)$", re.IGNORECASE)
# Bodies of a state that are no part of its executive: courts, parliaments, services of the public.
_APART: frozenset[str] = frozenset({"body"})
# A basis of one's own, as opposed to another's word.
OWN_BASIS = frozenset({"own knowledge", "document", "imagery", "witness", "intelligence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """As what somebody speaks.

    root: the key of who stands behind it, the state for all its executive; equal roots are one origin. name: of the root.
    body: through whom it speaks, where that is narrower. is_service: a local authority or public service.
    """

    kind: Kind
    root: str
    name: str
    body: str | None = None
    is_service: bool = False
    state: str | None = None


def standing(
    voice: Voice, *, outlets: frozenset[str], names: Mapping[str, str], country: str | None, surnames: Mapping[str, Party]
) -> Standing:
    """outlets: folded names of those known to print. names: of states by key. country: where the claim happens, as a key.

    surnames: people of the claim whose full name another text gives, by the surname.
    """
    if voice.statement.form == "own voice":
        return _outlet(voice, "own voice")
    party = voice.speaker
    if party is None:
        return _open(voice)
    if party.kind == "person" and party.surname and not party.owners and party.surname in surnames:
        party = surnames[party.surname]
    if is_outlet(party, outlets) and party.state is None:
        return Standing(kind="outlet", root=f"outlet:{folded(party.name)}", name=party.name)
    if _is_local(party):
        return _local(party, names, country)
    if is_unnamed(party):
        return _unnamed(party, names)
    return _body(party, names)


def is_outlet(party: Party, outlets: frozenset[str]) -> bool:
    return party.kind == "outlet" or (party.kind in ("person", "body", "group") and not party.owners and folded(party.name) in outlets)


def folded(name: str) -> str:
    """An outlet's name for comparison: "The Harbour Tribune" and "Harbour Tribune" are one."""
    return " ".join(word for word in plain_words(name) if word != "the")


def is_unnamed(party: Party) -> bool:
    """Whether only a description tells who it is."""
    return party.key is None or (party.kind in ("person", "group", "people") and ":" in party.key and named(party.name) is None)


def _outlet(voice: Voice, kind: Kind) -> Standing:
    name = voice.document.outlet or "the outlet"
    return Standing(kind=kind, root=f"outlet:{folded(name) if voice.document.outlet else voice.document.id}", name=name)


def _open(voice: Voice) -> Standing:
    """A source that stands for nobody we know; without any words it is nobody at all."""
    words = " ".join(voice.source.split())
    if not words or _REPORT.match(words):
        return Standing(kind="open", root="open", name=words or "nobody named")
    return Standing(kind="unnamed", root=f"unnamed:{folded(words)}", name=words)


def _is_local(party: Party) -> bool:
    return (
        (party.key or "").startswith("local.")
        or bool((party.kind in ("person", "body", "force", "group", "people")) and _LOCAL.search(" ".join((party.role or "", party.name))))
        or any(key.startswith("local.") for key, _, _ in party.owners)
    )


def _local(party: Party, names: Mapping[str, str], country: str | None) -> Standing:
    """The state that a local authority belongs to; that of the happening where its own is not told."""
    state = party.state or (party.country or "").lower() or country
    own = next((owner for owner in party.owners if owner[2] != "state"), None)
    body = own[1] if own else party.name
    key = own[0] if own else party.key or f"local:{folded(party.name)}"
    if state is None:
        return Standing(kind="body", root=key, name=body, body=party.name if own else None, is_service=True)
    return Standing(kind="body", root=key, name=body, body=body, is_service=True, state=state)


def _unnamed(party: Party, names: Mapping[str, str]) -> Standing:
    told = " ".join((party.role or "", party.name))
    is_official = bool(_OFFICIAL.search(told)) and not _NOT_OFFICIAL.search(told)
    if is_official and (party.state or party.owners):
        root, name = _root(party, names)
        return Standing(kind="unnamed official", root=root, name=name, body=party.name)
    return Standing(kind="unnamed", root=f"unnamed:{folded(party.name)}", name=party.name)


def _body(party: Party, names: Mapping[str, str]) -> Standing:
    before = [(party.key, party.name, party.kind), *party.owners]
    apart = next((link for link in before if link[2] in _APART), None)
    root, name = _root(party, names)
    narrower = next((link for link in before if link[2] not in ("person", "state")), None)
    if apart and party.state:
        return Standing(kind="body", root=apart[0] or party.name, name=apart[1], body=apart[1], is_service=True, state=party.state)
    body = narrower[1] if narrower and narrower[0] != root and not _is_whole_government(narrower[0], party.state) else None
    return Standing(
        kind="body", root=root, name=name, body=body if body else (party.name if party.kind == "person" and not party.owners else None)
    )


def _is_whole_government(key: str | None, state: str | None) -> bool:
    return key is not None and (key.startswith("government-of-") or key == f"{state}.government")


def _root(party: Party, names: Mapping[str, str]) -> tuple[str, str]:
    """Who stands behind a party: its state, else the last that it belongs to, else itself."""
    if party.state:
        own = party.name if party.kind == "state" else next((name for key, name, _ in party.owners if key == party.state), party.state)
        return party.state, names.get(party.state, own)
    if party.owners:
        return party.owners[-1][0], party.owners[-1][1]
    return party.key or f"unnamed:{folded(party.name)}", party.name
