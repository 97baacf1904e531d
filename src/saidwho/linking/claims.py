"""What is a claim, once its propositions are found?"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from saidwho.linking.blamed import blamed_by
from saidwho.linking.casts import Casts
from saidwho.linking.days import Days, days_of, edtf_of
from saidwho.linking.facts import Fact, Facts, Voice
from saidwho.linking.judgements import COUNTS
from saidwho.linking.origins.origins import Counted, count_in_cores
from saidwho.linking.parties import folded
from saidwho.linking.scenes import Scene
from saidwho.linking.series import figure_points
from saidwho.linking.standing.kinds import Standing
from saidwho.linking.standing.standing import standing
from saidwho.linking.wording import clearest_words
from saidwho.types.grounding import Place
from saidwho.types.linking import Claim, Copy, Judgement, Member
from saidwho.types.numbers import number_of

# Who tells a claim in so many times as many texts as he denies something of it in denies another thing.
_FIRM = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Context:
    """What claims take from the reports around them.

    reports: facts of each report by its document's id. copies: by document. utterances: of each statement, its utterance's id.
    casts: who is who in them.
    """

    reports: Mapping[str, Facts]
    copies: Mapping[str, Copy]
    utterances: Mapping[str, str]
    casts: Casts


def make_claim(
    facts: Sequence[Fact],
    denials: Sequence[Voice],
    context: Context,
    judgements: Sequence[Judgement] = (),
    *,
    core_of: Mapping[int, int] | None = None,
) -> Claim:
    """The claim that facts make together. denials: voices that deny it. core_of: of each fact by its number, the core of the claim that it
    is of; see saidwho.linking.cores. None where all are of one.
    """
    ordered = sorted(facts, key=lambda fact: fact.id)
    voices = list({fact.voice.id: fact.voice for fact in ordered}.values())
    documents = {voice.document.id: voice.document for voice in (*voices, *denials)}
    scene = context.casts.scene(context.reports, documents, _country(ordered))
    cores = _cores(ordered, core_of or {})
    counted = count_in_cores(cores, denials, scene)
    gainsaying = _of_others(denials, counted, {voice.id: voice.document.id for voice in (*voices, *denials)})
    if len(gainsaying) < len(denials):
        counted = count_in_cores(cores, gainsaying, scene)
    points, disputes = figure_points(ordered, _holders(voices, counted, scene))
    origins, denying = ({one.actor for one in found} for found in (counted.origins, counted.denied_by))
    blamed = blamed_by(ordered, context.reports, scene, origins=origins, denying=denying)
    published = sorted(document.published for document in documents.values() if document.published)
    claim = Claim(
        id=ordered[0].id,
        text=clearest_words(_surest(ordered, core_of or {}), is_doer_open=bool(blamed)),
        event=_most(fact.event.type for fact in ordered if fact.event),
        actor=_parties(ordered, context, "actor"),
        recipient=_parties(ordered, context, "recipient"),
        places=_places(ordered),
        when=_when(ordered),
        members=tuple(_member(fact, context) for fact in ordered),
        documents=len(documents),
        outlets=len({folded(d.outlet) if d.outlet else d.id for d in documents.values()}),
        copies=tuple(copy for document in sorted(documents) if (copy := context.copies.get(document)) is not None and copy.of in documents),
        origins=counted.origins,
        not_origins=counted.others,
        independent_origins=counted.independent,
        possible_origins=counted.possible,
        denied_by=counted.denied_by,
        contradicts=(),
        figures=points,
        disputes=disputes,
        blamed=blamed,
        utterances=tuple(sorted({context.utterances[v.id] for v in voices if v.id in context.utterances})),
        first_seen=published[0] if published else None,
        last_seen=published[-1] if published else None,
    )
    return reviewed(claim, judgements)


def _of_others(denials: Sequence[Voice], counted: Counted, documents: Mapping[str, str]) -> list[Voice]:
    """Of some denials all but those of an origin that tells the claim in many times as many texts: they are of something near it.

    documents: of each statement.
    """
    telling = {origin.actor: {documents[statement] for statement in origin.statements} for origin in counted.origins}
    denying = {one.actor: {documents[statement] for statement in one.statements} for one in counted.denied_by}
    firm = {actor for actor, found in denying.items() if len(telling.get(actor, ())) >= _FIRM * len(found)}
    theirs = {statement for one in counted.denied_by if one.actor in firm for statement in one.statements}
    return [voice for voice in denials if voice.id not in theirs]


def _surest(facts: Sequence[Fact], core_of: Mapping[int, int]) -> list[Fact]:
    """The facts of the core that most documents tell, the first of equals: its words stand for the claim."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[core_of.get(number_of(fact.id), 0)].append(fact)
    return max(found.values(), key=lambda core: len({fact.voice.document.id for fact in core}))


def _cores(facts: Sequence[Fact], core_of: Mapping[int, int]) -> list[list[Voice]]:
    """The voices of each core, by the first of their facts."""
    found: dict[int, dict[str, Voice]] = {}
    for fact in facts:
        found.setdefault(core_of.get(number_of(fact.id), 0), {})[fact.voice.id] = fact.voice
    return [list(voices.values()) for voices in found.values()]


# As whom somebody claims a thing himself.
_CLAIMING = ("body", "unnamed official", "unnamed")


def is_own_claim_of(facts: Sequence[Fact], context: Context) -> Callable[[Voice], bool]:
    """Tells of a voice whether those who claim it are the same as it: nobody denies what he alone claims."""

    @cache
    def claiming() -> tuple[Scene, frozenset[str] | None]:
        """Who is who, and those who claim it, with a name or without; None where nobody does."""
        voices = {fact.voice.id: fact.voice for fact in facts}.values()
        scene = context.casts.scene(context.reports, {voice.document.id for voice in voices}, _country(facts))
        stands = [standing(voice, scene) for voice in voices]
        return scene, frozenset(_stands(one) for one in stands if one.kind in _CLAIMING) if stands else None

    def is_own(voice: Voice) -> bool:
        scene, found = claiming()
        return found is None or found == {_stands(standing(voice, scene))}

    return is_own


def _stands(stands: Standing) -> str:
    return stands.state or stands.root


def reviewed(claim: Claim, judgements: Iterable[Judgement]) -> Claim:
    """The claim as people left it: the last judgement stands in it, and corrected fields have their values."""
    for judgement in sorted(judgements, key=lambda one: (one.at, one.id)):
        claim = replace(claim, review=judgement)
        if judgement.verdict == "correct" and judgement.field and judgement.value is not None:
            value: str | int = int(judgement.value) if judgement.field in COUNTS else judgement.value
            claim = replace(claim, **{judgement.field: value})  # type: ignore[arg-type]
    return claim


def _country(facts: Sequence[Fact]) -> str | None:
    """The key of the state where most places lie; the register's keys of states are their codes in small letters."""
    code = _most(place.country for fact in facts for place in fact.places if place.country)
    return code.lower() if code else None


def _most(values: Iterable[str | None]) -> str | None:
    """The commonest; among equals the first in the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _holders(voices: Sequence[Voice], counted: Counted, scene: Scene) -> dict[str, tuple[str, str]]:
    """Who stands behind each statement, and the name of who says it."""
    roots = {statement: origin.actor for origin in counted.origins for statement in origin.statements}
    found = {}
    for voice in voices:
        stands = standing(voice, scene)
        name = voice.speaker.name if voice.speaker else stands.name
        found[voice.id] = (roots.get(voice.id, stands.state or stands.root), name)
    return found


def _parties(facts: Sequence[Fact], context: Context, role: str) -> tuple[str, ...]:
    """Names of those who have a name of their own, else of whoever is described, the commonest first."""
    counts: Counter[tuple[bool, str]] = Counter()
    for fact in facts:
        parties = context.reports[fact.voice.document.id].parties
        for actor in getattr(fact.proposition, role):
            if actor in parties:
                counts[parties[actor].key is None, parties[actor].name] += 1
    named = [name for (is_described, name), _ in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if not is_described]
    described = [name for (is_described, name), _ in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if is_described]
    return tuple(named or described[:1])


def _places(facts: Sequence[Fact]) -> tuple[Place, ...]:
    """One of each place, the commonest first."""
    found: dict[object, list[Place]] = {}
    for fact in facts:
        for place in fact.places:
            found.setdefault(place.geonameid or place.name, []).append(place)
    ranked = sorted(found.values(), key=lambda group: (-len(group), group[0].name))
    return tuple(max(group, key=lambda place: place.score) for group in ranked)


def _when(facts: Sequence[Fact]) -> str | None:
    """When it happens: the narrowest time that most facts that tell one agree with."""
    told = Counter(fact.days for fact in facts if fact.days)
    if not told:
        return None

    def support(days: Days) -> tuple[int, int, int]:
        return (-sum(count for other, count in told.items() if days.apart(other) == 0), days.length, days.first)

    best = min(told, key=support)
    # "Since April" begins on no day that anybody told.
    times = (time.edtf for fact in facts if best.is_open for time in fact.proposition.times if time.edtf and days_of(time.edtf) == best)
    return next(times, None) or edtf_of(best)


def _member(fact: Fact, context: Context) -> Member:
    voice = fact.voice
    return Member(
        statement=voice.id,
        proposition=fact.id,
        document=voice.document.id,
        key=voice.document.key,
        outlet=voice.document.outlet,
        published=voice.document.published,
        quote=fact.text,
        spans=fact.proposition.spans,
        form=voice.statement.form,
        act=voice.statement.act,
        speaker=voice.speaker.name if voice.speaker else voice.source or None,
        chain=tuple(link.name for link in voice.statement.chain),
        utterance=context.utterances.get(voice.id),
    )


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Most independent origins first, then newest, then by id."""
    by_id = sorted(claims, key=lambda claim: claim.id)
    newest = sorted(by_id, key=lambda claim: claim.last_seen or "", reverse=True)
    return tuple(sorted(newest, key=lambda claim: -claim.independent_origins))
