"""As what does somebody speak who is of nobody known: by a name, or by a description alone?"""

import re

from saidwho.linking.facts import Voice
from saidwho.linking.papers import STAFF
from saidwho.linking.parties import Party, folded, named
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import (
    are_people,
    are_people_of,
    is_body_of_its_members,
    is_kind_of_body,
    is_one_of_its_kind,
    is_plain_plural,
    is_report,
    is_somebodys,
    kin_of,
    name_of_kind,
    points_back,
    side_of,
    wants_no_name,
)
from saidwho.linking.standing.kinds import Standing
from saidwho.linking.standing.names import are_several_states, by_name, is_named_group
from saidwho.linking.standing.own_basis import has_own_basis
from saidwho.linking.standing.phrases import phrase_of

# Whom a text calls by a name that is not his own.
_TO_CALL = re.compile(r"\bcall (?:him|her|them) ([A-Z][\w'’-]*)")


def by_itself(voice: Voice, party: Party | None, scene: Scene) -> Standing:
    """One who speaks for nobody we know of."""
    if party is None or is_report(party.name) or are_several_states(party.name, scene):
        return _without_party(party.name if party else " ".join(voice.source.split()), scene)
    name = folded(party.name)
    if (state := scene.states_by_name.get(name)) is not None:
        return Standing(kind="body", root=state, name=scene.states[state])
    if party.key is None and (own := scene.own_names.get((voice.document.id, name))):
        return Standing(kind="body", root=f"name:{folded(own)}", name=own)
    if name in scene.owners or name in scene.owners.values():
        base = scene.owners.get(name, name)
        return Standing(kind="body", root=f"name:{base}", name=base.title())
    if _is_described(party):
        is_kin = kin_of(voice.source) is not None and not is_somebodys(voice.source)
        is_told = is_kin or is_one_of_its_kind(voice.source) or is_body_of_its_members(voice.source) or _TO_CALL.search(voice.source)
        words = voice.source if is_told or _is_told_by_whose(voice.source, party) or wants_no_name(voice.source) else party.name
        return _nameless(words, scene, is_own=has_own_basis(voice))
    return by_name(voice, party, scene)


# "Karlians put it at nine": whoever speaks for their state.
_PEOPLE_NAME = re.compile(r"^(?:the )?[A-Z][a-z]+s$")


def _is_told_by_whose(source: str, party: Party) -> bool:
    """Whether a source is told by whom it is of alone, who is named before ("her owners")."""
    return is_somebodys(source) and source.lower().endswith(f" {party.name.lower()}") and kin_of(source) is None


# "Patient A", "Witness 3": called so lest anybody know his name.
_LETTERED = re.compile(r"^(?:(?:the|a) )?(?P<who>[A-Z][a-z]+) (?:[A-Z]|\d{1,2})\.?$")


def _is_lettered(name: str) -> bool:
    """Whether a text calls somebody by what he is and a letter in place of his name."""
    found = _LETTERED.match(name)
    return found is not None and phrase_of(found["who"].lower()).is_of("people", "official", "rank", "staff", "fighter", "kin", "craft")


def _is_described(party: Party) -> bool:
    """Whether a party bears no name of its own."""
    if party.key is None or named(party.name) is None or are_people_of(party.name) or _is_lettered(party.name):
        return True
    if is_plain_plural(party.name):
        return True
    return party.kind in ("group", "people") and not is_named_group(party.name)


def _without_party(words: str, scene: Scene) -> Standing:
    """A source that stands for no actor."""
    if not words or is_report(words) or are_several_states(words, scene):
        return Standing(kind="open", root=f"open:{folded(words)}", name=words or "nobody named")
    if named(words) and is_named_group(words):
        name = folded(words)
        state = scene.states_by_name.get(name)
        return Standing(kind="body", root=state or f"name:{name}", name=scene.states[state] if state else words)
    return _nameless(words, scene)


def _other_name(words: str) -> str | None:
    """By what one alone is known who has no name of his own here: what he asks to be called, or what kin he is."""
    called = _TO_CALL.search(words)
    return called[1] if called else kin_of(words) or name_of_kind(words) or None


def _body_without_name(words: str, *, is_own: bool) -> Standing | None:
    """One that words tell well enough to know which it is."""
    if (is_own and is_kind_of_body(words)) or is_one_of_its_kind(words) or is_body_of_its_members(words):
        return Standing(kind="body", root=f"unnamed:{folded(words)}", name=words)
    if side := side_of(words):
        return Standing(kind="body", root=f"unnamed:{side}", name=words, is_adrift=True)
    own = _other_name(words)
    return Standing(kind="body", root=f"name:{folded(own)}", name=words) if own is not None else None


# Why a text gives no name is none of it: "a Western official, who spoke on condition of anonymity,".
_ANONYMITY = re.compile(r",? (?:who (?:spoke|speaks|asked|asks|declined|requested)|speaking|on condition)\b.*$", re.DOTALL)


def _called(words: str) -> str:
    """What one is called who has no name."""
    return _ANONYMITY.sub("", words).rstrip(" ,;")


def _nameless(words: str, scene: Scene, *, is_own: bool = False) -> Standing:
    """One told by a description alone. is_own: it tells what it itself rests on."""
    name = folded(words)
    if (body := _body_without_name(words, is_own=is_own)) is not None:
        return body
    if name in scene.outlets:
        return Standing(kind="outlet", root=f"outlet:{name}", name=words)
    if _PEOPLE_NAME.match(words) and (state := scene.state_named(name.removesuffix("s"))) is not None:
        return Standing(kind="unnamed official", root=state, name=scene.states[state], body=words)
    is_pointing = points_back(words) and not (are_people(words) or wants_no_name(words))
    # Whoever works for an outlet is none beside it, whichever it is.
    if is_pointing or STAFF.search(words):
        return Standing(kind="open", root=f"open:{name}", name=_called(words))
    return Standing(kind="unnamed", root=f"unnamed:{name}", name=_called(words))
