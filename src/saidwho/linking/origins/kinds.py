"""Which voices of a claim are of the one body there of their kind: the union, the hospital?"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from saidwho.linking.origins.joining import given_to, is_person
from saidwho.linking.origins.said import Said
from saidwho.linking.parties import folded
from saidwho.linking.standing.descriptions import kin_of, kind_spoken_for
from saidwho.linking.standing.kinds import Standing
from saidwho.linking.standing.phrases import phrase_of


def of_bodies(said: Sequence[Said]) -> list[Said]:
    """ "The union's secretary, Ivo Marn" is of the one body here that is a union. That can count two as one, and never one as two."""
    bodies = {one.root: one for one in said if one.standing.kind == "body" and not is_person(one.voice)}
    kinds: dict[str, set[str]] = defaultdict(set)
    for root, one in bodies.items():
        for word in {*folded(one.standing.name).split(), *folded(one.standing.body or "").split()}:
            kinds[word].add(root)
    of = {one.root: next(iter(found)) for one in said if (found := _of_its_kind(one, kinds)) and len(found) == 1}
    return [given_to(one, bodies.get(of.get(one.root, ""))) for one in said]


_BODY = r"(?:group|organi[sz]ation|body|network|agency|charity|association)"
_OF_WHOM = r"(?:(?:an?|one|the|this|that) )?(?:(?:[\w.-]+-based|war|conflict|ceasefire|opposition|independent|international|local) )*"
# Words for a body without its name, with those that its name has then. What is told by its seat alone may be any that is no state.
_KINDS = {
    rf"{_OF_WHOM}(?:monitors?|monitoring|watchdog|observatory)(?: {_BODY})?": ("monitor", "monitors", "monitoring", "watch", "observatory"),
    rf"{_OF_WHOM}(?:human )?rights (?:{_BODY}|monitor|watchdog)": ("rights",),
    rf"(?:the|this|that) [\w.-]+(?: [\w.-]+)?-based {_BODY}": (),
}
_NAMELESS = {re.compile(pattern, re.IGNORECASE): frozenset(words) for pattern, words in _KINDS.items()}


def of_the_one_named(said: Sequence[Said]) -> list[Said]:
    """ "A monitor group" is the one here whose name tells that it watches. That can count two as one, and never one as two."""
    telling = [_words_of_name(one) for one in said]
    named = {words: {one.root: one for one in said if _bears_one(one, words)} for words in set(telling) if words is not None}
    leads = {words: next(iter(found.values())) for words, found in named.items() if len(found) == 1}
    return [_with_name(one, leads.get(words) if words is not None else None) for one, words in zip(said, telling, strict=True)]


def _with_name(one: Said, lead: Said | None) -> Said:
    return one if lead is None else replace(one, standing=replace(lead.standing, body=one.standing.name))


def _words_of_name(one: Said) -> frozenset[str] | None:
    """Words that the name of a body has which is told without it; None for all others."""
    if one.standing.state is not None or is_person(one.voice):
        return None
    return next((words for pattern, words in _NAMELESS.items() if pattern.fullmatch(one.standing.name)), None)


def _bears_one(one: Said, words: frozenset[str]) -> bool:
    """Whether a body of no state has one of some words in its name, or is a body at all where there are none."""
    if one.standing.kind != "body" or one.standing.state is not None or one.is_adrift or _words_of_name(one) is not None:
        return False
    party = one.voice.speaker
    is_any = not words and party is not None and party.kind in ("body", "group") and not one.root.startswith("state:")
    return is_any or bool(words & set(folded(one.standing.name).split()))


# What a body says of those whom it treats ("it had treated 32 people", "bombs hit its clinic").
_TREATS = re.compile(
    r"\b(?:it|its (?:\w+ )?(?:staff|teams?|doctors|surgeons|clinics?|hospitals?)) (?:ha[ds] )?treat\w*"
    r"|\bits (?:\w+ )?(?:hospitals?|clinics?|trauma cent(?:re|er)|surgeons|nurses|patients)\b"
)


def of_those_who_treat(said: Sequence[Said]) -> list[Said]:
    """A nurse of no hospital that is told is of the one body that treats the wounded in her text (rule 1).

    That can count two as one, and never one as two.
    """
    treating: dict[str, dict[str, Said]] = defaultdict(dict)
    for one in said:
        if one.standing.kind == "body" and one.voice.affiliation.service != "medical" and _TREATS.search(one.voice.told):
            treating[one.voice.document.id][one.root] = one
    return [_of_treating(one, treating.get(one.voice.document.id, {})) for one in said]


def _of_treating(one: Said, treating: Mapping[str, Said]) -> Said:
    if one.standing.root != _MEDICAL or len(treating) != 1:
        return one
    lead = next(iter(treating.values()))
    return replace(one, standing=replace(lead.standing, body=one.standing.body), is_apart=lead.is_apart)


_MEDICAL = "service:medical"
_HOSPITALS = ("local.", f"{_MEDICAL}@")


def of_one_hospital(said: Sequence[Said]) -> list[Said]:
    """Staff of a hospital, named or not, are the hospital: who is of one that stays open is of one that speaks here.

    That can count two as one, and never one as two.
    """
    known = [one for one in said if one.voice.affiliation.service == "medical" and one.standing.root.startswith(_HOSPITALS)]
    named = {folded(one.standing.name): one for one in sorted(known, key=lambda one: one.standing.root, reverse=True)}
    return [_of_hospital(one, named) if named and one.standing.root.startswith(_MEDICAL) else one for one in said]


def _of_hospital(one: Said, named: Mapping[str, Said]) -> Said:
    lead = named.get(folded(one.standing.name)) or min(named.values(), key=lambda lead: lead.standing.root)
    return replace(one, standing=replace(lead.standing, body=one.standing.body), is_apart=lead.is_apart)


# Whoever tells of a ward may be of it.
_WARDS = re.compile(
    r"\b(?:hospitals?|clinics?|infirmary|wards?|beds?|patients?|morgue|surgery|admitted|(?:came|brought|sent|taken) to us|"
    r"we (?:\w+ )?(?:treated|received|operated))\b",
    re.IGNORECASE,
)


def of_no_hospital(said: Sequence[Said]) -> list[Said]:
    """ "A nurse who fled" or "a doctor in Lorn" has no name, and no hospital whose word it is: another source, perhaps.

    Where somebody here speaks for a hospital, the nurse may be of it.
    """
    lone = {one.voice.id for one in said if _is_lone_medic(one)}
    if any(one.standing.root.startswith(_HOSPITALS) or one.standing.root == _MEDICAL for one in said if one.voice.id not in lone):
        return list(said)
    return [_without_name(one) if one.voice.id in lone else one for one in said]


def _is_lone_medic(one: Said) -> bool:
    party = one.voice.speaker
    if one.standing.root != _MEDICAL or (party is not None and party.key):
        return False
    words = party.name if party is not None else one.voice.source
    phrase = phrase_of(words)
    is_anybody = phrase.is_of("medic") and phrase.opening in ("a", "an") and not phrase.is_plural
    told = (words, one.voice.source, one.voice.told, one.voice.document.outlet or "")
    return is_anybody and not any(map(_WARDS.search, told))


def _without_name(one: Said) -> Said:
    name = one.standing.body or one.standing.name
    return replace(one, standing=Standing(kind="unnamed", root=f"unnamed:{folded(name)}", name=name), is_apart=False)


def _of_its_kind(one: Said, kinds: Mapping[str, set[str]]) -> set[str]:
    """The roots of bodies of the kind that a person's words tell him to be of, who is of none yet. kinds: roots by words of names."""
    is_named = one.standing.kind == "body" and is_person(one.voice) and one.root.startswith("name:")
    # "A spokesman for the federation" has no name, and needs none.
    if not (is_named or one.standing.kind == "unnamed"):
        return set()
    role = (one.voice.speaker.role if one.voice.speaker else None) or ""
    kind = kind_spoken_for(", ".join((one.voice.source, role)))
    return kinds.get(kind, set()) - {one.root} if kind else set()


def of_kin(said: Sequence[Said]) -> list[Said]:
    """ "The father of the boy" is the one here with a name whose words tell him to be a father. That can count two as one, and never one
    as two.
    """
    named: dict[str, dict[str, Said]] = defaultdict(dict)
    for one in said:
        if one.standing.kind == "body" and is_person(one.voice) and one.voice.speaker is not None and one.voice.speaker.key:
            for part in (one.voice.source.partition(",")[0], one.voice.speaker.role or ""):
                if (told := phrase_of(part)).is_of("kin"):
                    named[told.noun][one.root] = one
    return [_of_kin(one, named) for one in said]


def _of_kin(one: Said, named: Mapping[str, Mapping[str, Said]]) -> Said:
    kin = kin_of(one.voice.source)
    leads = named.get(kin, {}) if kin is not None and one.root == f"name:{kin}" else {}
    return given_to(one, next(iter(leads.values()))) if len(leads) == 1 else one
