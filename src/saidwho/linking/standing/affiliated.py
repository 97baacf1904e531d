"""As what does somebody speak whose words tell an organ or a service?"""

import re
from collections.abc import Mapping
from dataclasses import replace

from saidwho.linking.affiliation import NO_AFFILIATION, Affiliation, affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party, folded, named
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import has_name, is_somebodys, is_unnamed_official, wants_no_name
from saidwho.linking.standing.kinds import HERE, Standing
from saidwho.linking.standing.nameless import by_itself
from saidwho.linking.standing.owners import is_at_home, whose
from saidwho.linking.standing.phrases import phrase_of
from saidwho.linking.standing.presses import owner_by_outlet
from saidwho.linking.standing.printing import printed

_SERVICE_NAMES: Mapping[str, str] = {"medical": "hospital", "police": "police", "rescue": "rescue service", "local": "local authority"}
_OF_TOWN = re.compile(r"\b(?:mayor|prefect|governor|town council|city council|city hall|village head) of [A-Z]")
_HOSPITAL = re.compile(r"\b(?:[A-Z][\w'’]*|[a-z]{2}-[A-Z][\w'’]*)(?:[ -][A-Z][\w'’]*)* (?:[Hh]ospital|[Cc]linic)\b")


def affiliated(voice: Voice, told: Affiliation, scene: Scene) -> Standing:
    """One whose words tell an organ or a service, and perhaps whose."""
    told = _of_service(told)
    # Of an outlet that the register holds it is known whether it is at home there.
    is_known = voice.printer is not None and voice.printer.country is not None
    if told.owner is None and voice.home is None and not is_known and (printer := owner_by_outlet(voice, scene)) is not None:
        told = replace(told, owner=printer)
    # "The 4th Brigade" belongs to whoever has brigades, and "the commandant of Lorn" is of the state in which Lorn lies.
    is_known = told.owner is None or told.owner in scene.movements or scene.state_named(told.owner) is not None
    is_commandant = not is_known and " of " in voice.source and phrase_of(voice.source).is_of("post")
    if told.owner is not None and (told.owner[0].isdigit() or is_commandant):
        told = replace(told, owner=None)
    # "The police of Lorn" are of whichever state that town is in, and so is its mayor, whether or not a register has the town.
    is_of_town = not is_known and told.owner in voice.towns
    if told.owner is not None and told.service == "local" and _OF_TOWN.search(voice.source):
        is_of_town = scene.state_named(told.owner) is None
    root, name = whose(replace(told, owner=None) if is_of_town else told, voice, scene)
    label = voice.speaker.name if voice.speaker else voice.source
    if told.service and not told.organ:
        own = f"service:{told.service}"
        if told.owner and told.service != "medical":
            own += f"@{told.owner}"
        elif told.service == "medical" and (hospital := _HOSPITAL.search(voice.source.removeprefix("The "))) is not None:
            own += f"@{folded(hospital[0]).removeprefix('al ')}"
        # "The governor of the Littoral region" is a state's, which these words leave open.
        is_adrift = root not in scene.states and root != voice.seat and not (scene.is_at_home and root == scene.country)
        return Standing(
            kind="body", root=own, name=_service_name(voice, told), body=label, state=root, state_name=name, is_adrift=is_adrift
        )
    # "They" are as many, and as little named, as those whom the text told before.
    words = label if phrase_of(voice.source).stands_for_another else voice.source or label
    # Of any state but that where it happens, whomever the text has named before.
    if affiliation_of(words).owner is None and phrase_of(words).is_of("diplomat"):
        return by_itself(voice, voice.speaker, scene)
    is_unnamed = is_unnamed_official(words) and not (voice.speaker and _has_name(voice.speaker))
    if is_unnamed and not (_is_printed_by_its_own(root, voice, scene) or _is_of_body(root, voice, scene)):
        return Standing(kind="unnamed official", root=root, name=name or label, body=label, is_adrift=root == HERE)
    if root == HERE and (not told.organ or told.is_of_fighters):  # a spokesperson of nobody told
        return replace(by_itself(voice, voice.speaker, scene), is_adrift=True)
    body = label if folded(label) != name else None
    is_adrift = root == HERE or (told.owner is None and not is_at_home(root, voice))
    return Standing(kind="body", root=root, name=name or label, body=body, is_adrift=is_adrift)


def _is_printed_by_its_own(root: str, voice: Voice, scene: Scene) -> bool:
    """Whether a state's own press tells what "a military source" says: that is the state's word, with a name or without (rule 1)."""
    return root != HERE and not wants_no_name(voice.source) and printed(voice, scene).root == root


def _is_of_body(root: str, voice: Voice, scene: Scene) -> bool:
    """Whether a body that governs nobody stands behind somebody: its staff are that body, named or not."""
    if wants_no_name(voice.source) or not (affiliation_of(voice.source).owner or is_somebodys(voice.source)):
        return False
    return any(known.key == root and known.kind == "body" for known in scene.known.values())


def _of_service(told: Affiliation) -> Affiliation:
    """For whom one speaks whose owner is a service by its own words: the spokesman of "the emergency service" and the service are one."""
    owner = affiliation_of(told.owner) if told.owner and not told.organ and not told.service else NO_AFFILIATION
    return replace(told, owner=owner.owner, service=owner.service) if owner.service and owner.service != "medical" else told


def _has_name(party: Party) -> bool:
    return named(party.name) is not None and has_name(party.name)


def _service_name(voice: Voice, told: Affiliation) -> str:
    if voice.speaker and named(voice.speaker.name) and voice.speaker.kind != "person":
        return voice.speaker.name
    if (hospital := _HOSPITAL.search(voice.source)) is not None:
        return hospital[0]
    return _SERVICE_NAMES[told.service or "local"]
