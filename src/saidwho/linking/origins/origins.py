"""From how many bodies of their own knowledge does a claim come?

The seven rules stand under "Counting origins" in docs/background/counting-origins.md; the functions name the rule they apply.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from saidwho.linking.against import is_surely_denial
from saidwho.linking.facts import Voice
from saidwho.linking.origins.described import of_none_counted
from saidwho.linking.origins.joining import anchored, of_one_body
from saidwho.linking.origins.kinds import of_bodies, of_kin, of_no_hospital, of_one_hospital, of_the_one_named, of_those_who_treat
from saidwho.linking.origins.one_of_several import of_several_told
from saidwho.linking.origins.others import (
    assuming,
    beside_others,
    less_sure,
    not_for_it,
    of_nobody_known,
    of_whom_none_tells,
    passed_on_by,
    resting_on_another,
    told_through,
    unnamed_officials,
)
from saidwho.linking.origins.reasons import first_hand_origin, origin_of, who_also_denies
from saidwho.linking.origins.resting import (
    is_first_hand,
    is_told_through,
    only_assumes,
    only_cites,
    printing_speakers,
    repeats,
    rests_on_others,
    saw_it,
    watching_on_word,
)
from saidwho.linking.origins.said import Said
from saidwho.linking.origins.sharing import share_documents
from saidwho.linking.origins.short_names import in_one_form, spelt_out
from saidwho.linking.parties import folded
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import points_back
from saidwho.linking.standing.own_basis import has_own_basis
from saidwho.linking.standing.phrases import phrase_of
from saidwho.linking.standing.standing import standing
from saidwho.types.linking import Denier, NotOrigin, Origin

# Acts that put a claim forward. Denials never do, and who declines or doubts says nothing for it.
_FOR = frozenset({None, "assert", "confirm", "admit", "claim responsibility", "threaten", "predict", "demand", "pledge", "judge"})
# What is said beside a claim rather than for it, where others tell it.
_BESIDE = frozenset({"demand", "threaten", "predict", "judge"})
_PRINTING = frozenset({"own voice", "outlet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """origins, and those who are none, each with its reason. unplaced: ids of statements by whoever is of a state that no text tells."""

    origins: tuple[Origin, ...]
    others: tuple[NotOrigin, ...]
    denied_by: tuple[Denier, ...]
    unplaced: frozenset[str] = frozenset()

    @property
    def independent(self) -> int:
        return len(self.origins)

    @property
    def possible(self) -> int:
        return len(self.origins) + sum(other.is_possible for other in self.others)


def count_origins(voices: Iterable[Voice], denials: Iterable[Voice], scene: Scene) -> Counted:
    """voices: those whose statements hold the claim, in any order. denials: those who deny it. scene: of all of them."""
    said, denied = _standings(voices, scene), _standings(denials, scene)
    telling = _putting_forward(said)
    treating = of_kin(of_the_one_named(of_no_hospital(of_one_hospital(of_those_who_treat(telling)))))
    speaking = of_several_told(in_one_form(spelt_out(anchored(of_bodies(of_one_body(treating)), scene), scene), scene))
    origins, others = _settle(speaking, scene)
    deniers = _deniers(denied, said)
    denying = {denier.actor for denier in deniers}
    told = [who_also_denies(origin) if origin.actor in denying else origin for origin in origins]
    return Counted(
        origins=tuple(sorted(told, key=lambda origin: origin.statements[0])),
        others=tuple(sorted((*others, *_of_no_count(said, telling, speaking, origins)), key=lambda other: (other.name, other.statements))),
        denied_by=deniers,
        unplaced=frozenset(one.voice.id for one in speaking if one.is_unplaced),
    )


def _of_no_count(said: Sequence[Said], telling: Sequence[Said], speaking: Sequence[Said], origins: Sequence[Origin]) -> list[NotOrigin]:
    """Those through whom words came, and those who do not put the claim forward."""
    return [*passed_on_by(speaking, origins), *not_for_it(said, telling, origins)]


def count_in_cores(cores: Sequence[Sequence[Voice]], denials: Sequence[Voice], scene: Scene) -> Counted:
    """Count the origins of a claim whose voices surely say the same inside some cores, and perhaps across them: as many as one core has.

    cores: in an order that comes from content. Whoever speaks outside the core that has most may tell of something else (rule 7).
    """
    whole = count_origins({voice.id: voice for core in cores for voice in core}.values(), denials, scene)
    if len(cores) == 1 or whole.independent <= 1:
        return whole
    # "Health minister Ivo Vale" is of nobody known beside two states, though he alone has a core.
    placed = ([voice for voice in core if voice.id not in whole.unplaced] for core in cores)
    best = max((count_origins(core, denials, scene) for core in placed), key=lambda counted: counted.independent)
    if whole.independent <= best.independent:
        return whole
    known = {origin.actor: origin for origin in whole.origins}
    # A minister whose state his core leaves open is of the one that speaks in another.
    spoken = {statement: origin for origin in whole.origins for statement in origin.statements}
    told = (next((spoken[one] for one in origin.statements if one in spoken), origin) for origin in best.origins)
    kept = {origin.actor: origin for origin in told}
    others = [*(other for other in whole.others if other.actor not in kept), *(less_sure(o) for a, o in known.items() if a not in kept)]
    return Counted(
        origins=tuple(sorted(kept.values(), key=lambda origin: origin.statements[0])),
        others=tuple(sorted(others, key=lambda other: (other.name, other.statements))),
        denied_by=whole.denied_by,
    )


def _standings(voices: Iterable[Voice], scene: Scene) -> list[Said]:
    """is_apart: a public service that somewhere in the claim tells what it itself rests on speaks for itself wherever it speaks."""
    stands = [(voice, standing(voice, scene)) for voice in sorted(voices, key=lambda voice: voice.id)]
    apart = {one.root for voice, one in stands if has_own_basis(voice)}
    return [Said(voice=voice, standing=one, is_apart=one.state is not None and one.root in apart) for voice, one in stands]


def _putting_forward(said: Sequence[Said]) -> list[Said]:
    """Those who put the claim forward. Whoever only demands, foretells or judges what has to do with it does not, where others tell it.

    An outlet that prints it and does not say how it knows tells nobody's knowledge.
    """
    speaking = [one for one in said if one.voice.statement.act in _FOR]
    telling = [one for one in speaking if one.voice.statement.act not in _BESIDE]
    return telling if any(one.standing.kind not in _PRINTING or saw_it(one) for one in telling) else speaking


def _settle(said: Sequence[Said], scene: Scene) -> tuple[list[Origin], list[NotOrigin]]:
    """Group voices by who stands behind them, and tell origins from others."""
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if not one.is_unplaced:
            groups[one.root].append(one)
    names, quoted = _speaking(groups), printing_speakers(said)
    printed, watching = _by_outlet(said), watching_on_word(said)
    # Open sources of a text whose speaker another statement of it names are that speaker's.
    heard = {one.voice.document.id for one in said if one.standing.kind in ("body", "unnamed official")}
    told = {one.voice.document.id for one in said if one.standing.kind == "unnamed" and not points_back(one.standing.name)}
    origins: list[list[Said]] = []
    rests: list[list[Said]] = []
    pointing: list[list[Said]] = []
    others: list[NotOrigin] = [of_whom_none_tells(group) for group in _by_who(one for one in said if one.is_unplaced)]
    for group in groups.values():
        named = [one for one in group if one.standing.kind == "body"]
        if named:
            is_known = not only_cites(group, printed)
            own = [one for one in group if is_known and not rests_on_others(one, scene) and not repeats(one, names)]
            own = [one for one in own if one.voice.id not in watching and not only_assumes(one)]
            (origins if any(one in named for one in own) else rests).append(own or group)
        elif group[0].standing.kind == "unnamed official":
            others.append(unnamed_officials(group))
        elif group[0].standing.kind == "open" and all(one.voice.source for one in group):
            pointing.append(group)
        else:
            others.append(told_through(group) if is_told_through(group, quoted) else of_nobody_known(group, heard, told=told))
    merged, merged_away = share_documents(origins)
    others += [*merged_away, *(_without_own_word(group, watching) for group in rests)]
    firsts = [group for group in groups.values() if is_first_hand(group)]
    alone = of_none_counted(pointing, merged, scene)
    others += [of_nobody_known(group, heard, told=told) for group in pointing if group not in alone]
    kept = [origin_of(group) for group in (*merged, *alone)] + [first_hand_origin(group) for group in firsts]
    return kept, [other for other in others if other.actor not in {origin.actor for origin in kept}]


def _without_own_word(group: Sequence[Said], watching: Set[str]) -> NotOrigin:
    if all(map(only_assumes, group)):
        return assuming(group)
    return beside_others(group) if all(one.voice.id in watching for one in group) else resting_on_another(group)


def _by_who(said: Iterable[Said]) -> list[list[Said]]:
    """Voices by what they are called: each is told once of a reader."""
    found: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        found[one.standing.body or one.standing.name].append(one)
    return list(found.values())


def _by_outlet(said: Sequence[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        found[folded(one.voice.document.outlet or "")].append(one)
    return found


def _speaking(groups: Mapping[str, Sequence[Said]]) -> dict[str, str]:
    """The roots of those who speak, by their folded names and those of their bodies."""
    told = ((root, one.standing) for root, group in groups.items() for one in group)
    return {folded(name): root for root, one in told for name in (one.name, one.body) if name}


def _is_plain(one: Said) -> bool:
    """Whether somebody, whoever that is, surely denies."""
    source = one.voice.source
    return bool(source) and is_surely_denial(one.voice) and not phrase_of(source).is_negative


def _deniers(denied: Sequence[Said], said: Sequence[Said]) -> tuple[Denier, ...]:
    """said: all who claim it; nobody denies what he alone claims. Who is known to nobody denies only with a plain denial."""
    claiming = {one.root for one in said if one.standing.kind in ("body", "unnamed official", "unnamed")}
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in denied:
        if claiming != {one.root} and (one.standing.kind != "open" or _is_plain(one)):
            groups[one.root].append(one)
    return tuple(
        Denier(actor=root, name=group[0].root_name, statements=tuple(one.voice.id for one in group))
        for root, group in sorted(groups.items())
    )
