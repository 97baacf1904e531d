"""As what does one who prints speak in his own voice, and when is it his?"""

import re

from saidwho.linking.affiliation import NO_AFFILIATION, affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party, folded, known_as, named
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import is_label, is_of_somebody, is_ours, is_staff, is_thing, is_we, kind_spoken_for
from saidwho.linking.standing.kinds import Standing
from saidwho.linking.standing.owners import owner_of
from saidwho.linking.standing.presses import PARTED, organ_of_state, press_of
from saidwho.linking.standing.registered import registered
from saidwho.text.issuing import body_of, is_page

# "Contracts seen by Norrpress", "a letter that our reporter has read".
SEEN_BY = re.compile(
    r"\b(?:seen|reviewed|obtained|viewed|examined|verified|analy[sz]ed|read|shown|provided) (?:by|to) (?P<by>(?:the |this )?\w[\w' -]*)",
    re.IGNORECASE,
)


def speaks_on_its_page(voice: Voice) -> bool:
    """Whether "we", or nobody named, says it on the page of a body that prints its own word."""
    if voice.prints_as == "body" and (
        is_ours(voice.source) or (voice.speaker and voice.speaker.key is None and is_staff(voice.speaker.name))
    ):
        return True
    is_open = not voice.source or is_we(voice.source)
    is_own = voice.prints_as == "body" or (voice.is_belied and not voice.source)
    return is_open and is_own and (voice.speaker is None or voice.speaker.key is None)


# What a body calls itself on its own page: "the organisation's director, Ada Vale".
_ITSELF = frozenset({
    "group", "organisation", "organization", "charity", "agency", "association", "network", "institute", "movement", "foundation", "union",
    "federation",
})  # fmt: skip


def speaks_for_its_page(voice: Voice, scene: Scene) -> bool:
    """Whether a spokesman of nobody told, or the head of "the organisation", speaks on the page of a body that prints its own word."""
    own = affiliation_of(voice.source)
    if voice.behind is not None or voice.affiliation.owner or own.owner or own.organ or own.service:
        return False
    if voice.speaker is not None and (voice.speaker.owners or voice.speaker.state or not (own.is_spokes or voice.speaker.kind == "person")):
        return False
    is_its = own.is_spokes or kind_spoken_for(voice.source) in _ITSELF
    return is_its and not own.is_for_another and _is_page_of_body(voice, scene)


def _is_page_of_body(voice: Voice, scene: Scene) -> bool:
    printer = voice.printer
    is_known = printer is not None and printer.kind == "body" and printer.state is None and _is_body_of_register(printer)
    return voice.prints_as == "body" or is_known or folded(voice.document.outlet or "") in scene.issuers


def _is_reporter(voice: Voice, scene: Scene) -> bool:
    """Whether who speaks is known, from another text, to work for the outlet that prints it."""
    return voice.speaker is not None and (folded(voice.document.outlet or ""), known_as(voice.speaker)) in scene.staff


def is_printed(voice: Voice, scene: Scene) -> bool:
    """Whether a source is nobody, so that the outlet says it: a picture, a paper of nobody named, who reads the news."""
    if voice.is_there or is_label(voice.source) or _is_on_air(voice) or _is_reporter(voice, scene):
        return True
    is_person = voice.speaker is not None and voice.speaker.kind == "person"
    if is_person or not is_thing(voice.source):
        return False
    return _is_seen_by_outlet(voice) or not is_of_somebody(voice.source)


def _is_on_air(voice: Voice) -> bool:
    """Whether a script calls who speaks by name in capitals and tells no more of him, as it does with its reporters."""
    party = voice.speaker
    is_person = party is not None and party.kind == "person" and party.role is None
    is_called = is_person and voice.source.isupper() and (len(voice.source) > _LONGEST_ABBREVIATION or " " in str(party and party.name))
    return is_called and voice.statement.form == "direct"


# "UNIFIL" may be taken for a person.
_LONGEST_ABBREVIATION = 6


def _is_seen_by_outlet(voice: Voice) -> bool:
    """Whether a source is something that its outlet tells to have seen itself ("contracts seen by Norrpress")."""
    found = SEEN_BY.search(voice.source)
    if found is None:
        return False
    by, outlet = folded(found["by"]), folded(voice.document.outlet or "")
    return by in ("us", "this newspaper", "this paper", "this agency") or bool(outlet and (by.startswith(outlet) or outlet.startswith(by)))


def printed(voice: Voice, scene: Scene) -> Standing:
    """An outlet in its own voice; an army, a ministry or an institute that prints its own word speaks as itself."""
    if (seen := _seen_by_another(voice)) is not None:
        return seen
    name = voice.document.outlet or "the outlet"
    body = _body_printing(name, voice, scene) if not (voice.is_of_others and voice.prints_as == "paper") else None
    root = f"outlet:{folded(name) if voice.document.outlet else voice.document.id}"
    return body or Standing(kind="own voice", root=root, name=name, is_reporter=_is_reporter(voice, scene))


def _seen_by_another(voice: Voice) -> Standing | None:
    """The outlet through which a text has what a reporter saw ("A Norrpress reporter saw it", in another paper): it is that one's."""
    if voice.statement.form != "own voice" or not voice.statement.first_hand or not voice.relays or voice.is_there:
        return None
    _, name = voice.relays[-1]
    return Standing(kind="own voice", root=f"outlet:{folded(name)}", name=name)


def _body_printing(name: str, voice: Voice, scene: Scene) -> Standing | None:
    """The body or state whose word an outlet prints; None where it is a paper."""
    told = affiliation_of(PARTED.sub(r"\1 of \2", name))
    if (known := _known(voice, scene)) is not None:
        return known
    if told.owner and (told.organ or told.is_spokes):
        root, owner = owner_of(told, scene)
        return Standing(kind="body", root=root, name=owner or name, body=name)
    if is_page(name) and (of_person := _page(name, scene)) is not None:
        return of_person
    if (of_other := organ_of_state(name, scene) or press_of(name, scene)) is not None:
        return of_other
    if folded(name) in scene.issuers:
        body = body_of(name)
        state = scene.state_named(folded(body))
        root, told_name = (state, scene.states[state]) if state else (f"name:{folded(body)}", body)
        return Standing(kind="body", root=root, name=told_name, body=name if name != told_name else None)
    return None


def _is_body_of_register(party: Party) -> bool:
    """Whether the register knows somebody, as none of the press; a hospital or police of a town is known by its name alone."""
    return bool(party.key) and ":" not in str(party.key) and not str(party.key).startswith("local.") and party.kind != "outlet"


def _known(voice: Voice, scene: Scene) -> Standing | None:
    """One who prints of whom reading knows who it is, and that it is no paper; or whose paper it is."""
    name = voice.document.outlet or ""
    own = voice.speaker if voice.speaker and folded(voice.speaker.name) == folded(name) else None
    for party in (voice.printer, own):
        if party is not None and _is_body_of_register(party):
            return registered(party, NO_AFFILIATION, voice, scene)
    owner = _owner_of_press(voice.printer, scene) if voice.printer is not None else None
    return Standing(kind="body", root=owner[0], name=owner[1], body=name) if owner is not None else None


def _owner_of_press(printer: Party, scene: Scene) -> tuple[str, str] | None:
    """The key and name of the state, force or group that prints its own paper."""
    if printer.state is not None:
        return printer.state, scene.states.get(printer.state, printer.owners[-1][1])
    last = printer.owners[-1] if printer.owners else None
    return (last[0], last[1]) if last is not None and last[2] in ("group", "force") else None


def _page(outlet: str, scene: Scene) -> Standing | None:
    """An official who speaks on pages of his own, by what these reports tell of him; else by his office, whose state stays open."""
    body = body_of(outlet)
    name = named(body) or folded(body)
    told = scene.people.get(name) or scene.people.get(name.rpartition(" ")[2]) or NO_AFFILIATION
    told = told if told.organ or told.service else affiliation_of(body)
    root, owner = owner_of(told, scene)
    is_adrift = told.owner is None or root not in scene.states
    if told.organ:
        return Standing(kind="body", root=root, name=owner or body, body=outlet, is_adrift=told.owner is None)
    if told.service:
        return Standing(kind="body", root=f"name:{name}", name=body, body=outlet, state=root, state_name=owner, is_adrift=is_adrift)
    return None
