"""As what does a voice speak: a body of its own, an official without a name, an outlet that only prints?"""

import re
from dataclasses import replace
from functools import lru_cache

from saidwho.linking.affiliation import NO_AFFILIATION, SENT, Affiliation, affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.papers import outlet_named
from saidwho.linking.parties import Party, folded, is_registered, known_as
from saidwho.linking.scenes import Scene, is_organ_of_one
from saidwho.linking.standing.affiliated import affiliated
from saidwho.linking.standing.descriptions import are_of_several_kinds, is_onlooker, is_thing
from saidwho.linking.standing.kinds import Standing
from saidwho.linking.standing.members import is_force_by_name, of_movement, state_of_force, voice_behind, voice_of_body, voice_of_owner
from saidwho.linking.standing.nameless import by_itself
from saidwho.linking.standing.names import full_name
from saidwho.linking.standing.own_basis import has_own_basis
from saidwho.linking.standing.owners import owner_of
from saidwho.linking.standing.phrases import phrase_of
from saidwho.linking.standing.presses import press_of, press_of_state
from saidwho.linking.standing.printing import SEEN_BY, is_printed, printed, speaks_for_its_page, speaks_on_its_page
from saidwho.linking.standing.registered import registered
from saidwho.text.issuing import PRESS

_PAPER = re.compile(r"^(?:newspaper|daily|weekly|tabloid|broadcaster)$")
_EACH_OTHER = re.compile(r"^(?:on |that )?(?:each other|one another)\b", re.IGNORECASE)


# Of each statement of a claim it is asked for its origins, for its figures and for whom it blames.
@lru_cache(maxsize=1 << 10)
def standing(voice: Voice, scene: Scene) -> Standing:
    """As what a voice speaks, among those of one claim."""
    found = _of_maker(_standing(voice, scene), voice, scene)
    root, state = scene.one_state(found.root), scene.one_state(found.state) if found.state else None
    return found if (root, state) == (found.root, found.state) else replace(found, root=root, state=state)


def _of_maker(found: Standing, voice: Voice, scene: Scene) -> Standing:
    """Rule 3: what an outlet tells from pictures that somebody else made is of who made them, where the text names him."""
    is_open = found.kind in ("own voice", "outlet") or (found.kind == "open" and not voice.source)
    if voice.maker is None or not is_open or voice.is_there:
        return found
    shown = replace(voice.statement, form="indirect")
    # Whose it is is told by its name alone.
    made = replace(
        voice, statement=shown, speaker=voice.maker, source=voice.maker.name, affiliation=affiliation_of(voice.maker.name), maker=None
    )
    of_maker = _standing(made, scene)
    return of_maker if of_maker.kind == "body" else found


def _standing(voice: Voice, scene: Scene) -> Standing:
    if voice.statement.form == "own voice" or speaks_on_its_page(voice) or is_printed(voice, scene):
        return printed(voice, scene)
    if speaks_for_its_page(voice, scene) and (page := printed(voice, scene)).kind == "body":
        return page
    if (of_nobody := _of_nobody(voice)) is not None:
        return of_nobody
    party = _known_elsewhere(_spelt_out(voice.speaker, scene) or _abbreviated(voice.source, scene), scene)
    if (by_craft := _by_craft(voice, party, scene)) is not None:
        return by_craft
    told = _affiliation(voice, scene)
    if party is not None and is_registered(party) and not _is_local_of_no_state(party, told):
        return registered(party, told, voice, scene)
    return (state_of_force(party, told, scene) if party is not None else None) or _by_words(voice, party, told, scene)


def _by_words(voice: Voice, party: Party | None, told: Affiliation, scene: Scene) -> Standing:
    """One whom the register does not know: of the body that his words tell, else of the organ that they tell, else by himself."""
    is_of_none = told == NO_AFFILIATION or (party is not None and is_force_by_name(party, told))
    if is_of_none or (told.is_for_another and not told.organ):
        body = voice_of_body(voice, scene) or voice_behind(voice, scene) or voice_of_owner(voice, scene)
        if body is not None:
            return _standing(body, scene)
    return (of_movement(voice, scene) or by_itself(voice, party, scene)) if is_of_none else affiliated(voice, told, scene)


def _is_local_of_no_state(party: Party, told: Affiliation) -> bool:
    """Whether a mayor or a governor was taken to be of a body that has none ("its mayor", after the European Commission)."""
    return told.service == "local" and party.key is None and party.state is None


def _of_nobody(voice: Voice) -> Standing | None:
    """Those who blame each other, nobody, and several without a name who are of no one body; None for all others."""
    if _blame_each_other(voice) or phrase_of(voice.source).is_negative:
        return Standing(kind="open", root=f"open:{folded(voice.source)}", name=voice.source)
    if are_of_several_kinds(voice.source):
        return Standing(kind="unnamed", root=f"unnamed:{folded(voice.source)}", name=voice.source)
    return None


def _by_craft(voice: Voice, party: Party | None, scene: Scene) -> Standing | None:
    """Those who print, and those who judge from outside; None for all others."""
    if party is not None and _is_onlooker(party, voice):
        return Standing(kind="onlooker", root=f"name:{full_name(known_as(party), party, scene)}", name=party.name)
    if party is not None and is_registered(party):
        return None
    seen = SEEN_BY.search(voice.source) if is_thing(voice.source) else None
    words = seen["by"] if seen else voice.source
    paper = _own_outlet(voice, scene) or outlet_named(party.name if party else words, scene.outlets) or outlet_named(words, scene.outlets)
    if paper:
        name = scene.outlet_names.get(paper, party.name if party else paper)
        return press_of(name, scene) or Standing(kind="outlet", root=f"outlet:{paper}", name=name)
    if party is not None and party.kind != "person" and (press := press_of_state(party.name, scene)) is not None:
        return press
    if party is not None and (is_outlet(party, scene.outlets) or _is_called_press(voice.source)):
        return Standing(kind="outlet", root=f"outlet:{folded(party.name)}", name=party.name)
    return None


def _is_called_press(words: str) -> bool:
    """Whether words call somebody with a name a paper or an agency ("the Karlian agency Halyard", "the Halyard Morning newspaper").

    "The aid agency Lume" is none.
    """
    phrase = phrase_of(words)
    if not phrase.name and _PAPER.search(phrase.noun) and any(word[0].isupper() for word in phrase.before):
        return True
    told = [word for word in phrase.before if word[:1].islower()]
    kind = told[-1] if told else ""
    return bool(phrase.name) and phrase.is_of("press") and kind == phrase.title and set(told[:-1]) <= {"news", "state", "official"}


def _own_outlet(voice: Voice, scene: Scene) -> str | None:
    """The folded name of the outlet that prints what it learned itself, where it calls itself by its name without its kind."""
    own, words = folded(voice.document.outlet or ""), folded(voice.source)
    rest = own.removeprefix(f"{words} ")
    is_short = bool(words) and rest != own and not rest.split()[1:] and PRESS.fullmatch(rest) is not None
    return own if is_short and own in scene.outlets and words not in scene.owners and scene.state_named(words) is None else None


def _is_onlooker(party: Party, voice: Voice) -> bool:
    """Whether an analyst or a former official judges, without a word of what he saw himself."""
    told = ", ".join((party.role or "", voice.source.partition(",")[0]))
    return party.kind == "person" and is_onlooker(told) and not has_own_basis(voice)


def _spelt_out(party: Party | None, scene: Scene) -> Party | None:
    """Whom an abbreviation that its text leaves open stands for in another ("RSF")."""
    if party is not None and party.name.isupper() and (not party.state or party.state.startswith("name:")):
        return scene.initials.get(party.name, party)
    return party


def _abbreviated(words: str, scene: Scene) -> Party | None:
    """Whose first letters end words that their text gives to nobody: "the separatist MLA" is the Marsh Liberation Army."""
    last = words.rpartition(" ")[2]
    return scene.initials.get(last) if last.isupper() else None


def _known_elsewhere(party: Party | None, scene: Scene) -> Party | None:
    """The same person with whose he is, where another text tells it alone: "President Ada Vale" is the "Kastrian President" of that."""
    if party is None or party.kind != "person" or not party.key or is_registered(party):
        return party
    return scene.officials.get(full_name(known_as(party), party, scene), party)


def _affiliation(voice: Voice, scene: Scene) -> Affiliation:
    """For whom it speaks; what another text tells of a person of that name where this one tells nothing."""
    own = voice.affiliation
    if voice.speaker is None or not voice.speaker.key:
        return _of_one_known(own, voice, scene)
    told = scene.people.get(known_as(voice.speaker), NO_AFFILIATION)
    return _of_one_known(told if told.owner or own == NO_AFFILIATION else own, voice, scene)


# Whoever negotiates does so for a side, whatever texts tell of it.
_NEGOTIATES = re.compile(r"\b(?:negotiat|counterpart)", re.IGNORECASE)


def _of_one_known(told: Affiliation, voice: Voice, scene: Scene) -> Affiliation:
    """A delegate speaks for a state or a movement; of a company he speaks as others of it do."""
    if told.organ != SENT or not owner_of(told, scene)[0].startswith("name:"):
        return told
    # "Karlstad's delegation" is of the state in which Karlstad lies.
    if voice.seat is not None and voice.seat in scene.states:
        return replace(told, owner=folded(scene.states[voice.seat]))
    return told if _NEGOTIATES.search(voice.source) else NO_AFFILIATION


def is_outlet(party: Party, outlets: frozenset[str]) -> bool:
    if is_organ_of_one(party.name):
        return False
    return party.kind == "outlet" or (party.kind in ("person", "body", "group") and folded(party.name) in outlets)


def _blame_each_other(voice: Voice) -> bool:
    """ "Moscow and Kyiv blamed each other for it": each is counted where it speaks."""
    return _EACH_OTHER.match(voice.told) is not None and " and " in voice.source
