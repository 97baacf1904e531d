"""From how many bodies of their own knowledge does a claim come?

The seven rules stand under "Counting origins" in docs/background/counting-origins.md; the functions name the rule they apply.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from saidwho.linking.affiliation import affiliation_of, is_adjective_of
from saidwho.linking.against import is_surely_denial
from saidwho.linking.facts import Voice
from saidwho.linking.scenes import Scene, folded, known_as
from saidwho.linking.standing import HERE, OWN_BASIS, Standing, has_own_basis, is_of_another, owner_of, points_back, saw_itself, standing
from saidwho.linking.stems import STOP, stem, stems
from saidwho.text.holding import HOLDING_NOUNS, OF_HAVING, held, own_noun, own_phrase
from saidwho.text.listing import and_listed
from saidwho.types.linking import Denier, NotOrigin, Origin
from saidwho.types.statement import BasisKind

# Acts that put a claim forward. Denials never do, and who declines or doubts says nothing for it.
_FOR = frozenset({None, "assert", "confirm", "admit", "claim responsibility", "threaten", "predict", "demand", "pledge", "judge"})
# What is said beside a claim rather than for it, where others tell it.
_BESIDE = frozenset({"demand", "threaten", "predict", "judge"})
# The strongest basis of several is told.
_RANK: tuple[BasisKind, ...] = ("imagery", "document", "intelligence", "own knowledge", "witness", "other", "unnamed source")
# Whoever shares one of these with others shares its origin (rule 3).
_SHARED = frozenset({"document", "imagery"})
# That two have seen something, or dozens of it, is not one thing that both have seen.
_HAVING = frozenset(stems(" ".join((*OF_HAVING, *HOLDING_NOUNS))))
# "It was acting on the word of Arland": what it says then is Arland's.
_ON_ANOTHERS_WORD = re.compile(r"\bon the (?:mere |sole )?word of\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=\s)[A-Z]\w+")
_FIGURES = re.compile(
    r"\b(?:figures?|counts?|data|estimates?|statements?|reports?|tall(?:y|ies)|tolls?|numbers|statistics)\b", re.IGNORECASE
)
# "The findings of the Joint Team": what somebody else found, whose name follows.
_FOUND_BY = re.compile(
    r"\b(?:findings?|conclusions?|assessments?|estimates?|figures?|counts?|data|reports?|statements?|results|information|inquir(?:y|ies)) "
    r"(?:of|by|from) (?:the )?([A-Z][\w'’-]*(?: (?:of |for |the )*[A-Z][\w'’-]*)*)"
)
_TAKEN = re.compile(r"\b(?:captured|seized|intercepted|leaked|obtained|secret|internal|classified)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:we|our|ours)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """origins, and those who are none, each with its reason."""

    origins: tuple[Origin, ...]
    others: tuple[NotOrigin, ...]
    denied_by: tuple[Denier, ...]

    @property
    def independent(self) -> int:
        return len(self.origins)

    @property
    def possible(self) -> int:
        return len(self.origins) + sum(other.is_possible for other in self.others)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Said:
    """is_unplaced: of a state that its text leaves open, and of none of those that others speak for, as far as it tells."""

    voice: Voice
    standing: Standing
    is_apart: bool
    is_unplaced: bool = False

    @property
    def is_adrift(self) -> bool:
        """Whether it speaks for a state that its text leaves open."""
        return self.standing.is_adrift and self.root == (self.standing.state or self.standing.root)

    @property
    def root(self) -> str:
        """Rule 1: a person, its body and the executive of a state are one; a public service only with a basis of its own apart."""
        if self.standing.state and not self.is_apart:
            return self.standing.state
        return self.standing.root

    @property
    def root_name(self) -> str:
        if self.standing.state and not self.is_apart:
            return self.standing.state_name or self.standing.body or self.standing.name
        return self.standing.name


def count_origins(voices: Iterable[Voice], denials: Iterable[Voice], scene: Scene) -> Counted:
    """voices: those whose statements hold the claim, in any order. denials: those who deny it. scene: of all of them."""
    said, denied = _standings(voices, scene), _standings(denials, scene)
    speaking = _spelt_out(_anchored(_of_bodies(_of_one_body(_of_one_hospital(_putting_forward(said)))), scene), scene)
    origins, others = _settle(speaking, scene)
    return Counted(
        origins=tuple(sorted(origins, key=lambda origin: origin.statements[0])),
        others=tuple(sorted((*others, *_relays(speaking, origins), *_silent(said)), key=lambda other: (other.name, other.statements))),
        denied_by=_deniers(denied, {origin.actor for origin in origins}),
    )


def _standings(voices: Iterable[Voice], scene: Scene) -> list[_Said]:
    """is_apart: a public service that somewhere in the claim tells what it itself rests on speaks for itself wherever it speaks."""
    stands = [(voice, standing(voice, scene)) for voice in sorted(voices, key=lambda voice: voice.id)]
    apart = {one.root for voice, one in stands if has_own_basis(voice)}
    return [_Said(voice=voice, standing=one, is_apart=one.root in apart) for voice, one in stands]


def _putting_forward(said: Sequence[_Said]) -> list[_Said]:
    """Those who put the claim forward. Whoever only demands, foretells or judges what has to do with it does not, where others tell it."""
    speaking = [one for one in said if one.voice.statement.act in _FOR]
    return [one for one in speaking if one.voice.statement.act not in _BESIDE] or speaking


def _anchored(said: Sequence[_Said], scene: Scene) -> list[_Said]:
    """An organ whose state its text leaves open ("the defence minister") is taken to be of the state that others here speak for.

    That can count two as one, and never one as two: the count is a lower bound.
    """
    anchors = [one for one in said if one.standing.kind == "body" and not (one.is_adrift or one.is_apart) and _is_statelike(one, scene)]
    counts = Counter(one.root for one in anchors)
    ranked = sorted(anchors, key=lambda one: (-counts[one.root], one.root))
    return [_at_anchor(one, ranked, scene) if one.is_adrift else one for one in said]


def _at_anchor(one: _Said, anchors: Sequence[_Said], scene: Scene) -> _Said:
    """One whose state is open is of that one whose state it may be and that its text alone names; else of any, and told of none.

    A spokesman with a name, of whom no words tell what he is of, speaks for himself then.
    """
    may = {lead.root: lead for lead in reversed(anchors) if _may_lead(lead, one, scene)}
    named = [lead for lead in may.values() if _names(one.voice, lead, scene)]
    # An office may be of any state that the text tells of, a spokesman is of those who speak in it.
    states = one.voice.named & (scene.states.keys() | {scene.country}) if not one.root.startswith("name:") else frozenset()
    own = may.get(one.root) or (named[0] if len(named) == 1 and states <= {named[0].root} else None)
    if own is not None:
        return replace(one, standing=_moved(one, own))
    return replace(one, is_unplaced=True) if anchors and not one.root.startswith("name:") else one


# Who leads or speaks for fighters whom his words leave open.
_OF_FIGHTERS = re.compile(
    r"\b(?:rebels?|militia|separatists?|insurgents?|guerrillas?|militants?|jihadists?) (?:\w+ ){0,2}?"
    r"(?:leaders?|chiefs?|commanders?|officials?|spokes\w+|officers?|generals?|colonels?)\b",
    re.IGNORECASE,
)


def _of_one_body(said: Sequence[_Said]) -> list[_Said]:
    """A person is of one body, whatever texts leave open: of that which others here speak for, where one text gives him to another.

    "Rebel leader Ivo Vale" is of the rebels that alone speak here. That can count two as one, and never one as two.
    """
    leads = {one.root: one for one in said if one.standing.kind == "body" and not (one.is_apart or one.is_adrift)}
    fighters = {one.root for one in said if one.standing.kind == "body" and _is_group(one.voice)}
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    names = _own_names(said)
    for one in said:
        if one.root in leads and (name := names[one.voice.id]) is not None:
            is_of_fighters = one.root == f"name:{name}" and len(fighters) == 1 and _OF_FIGHTERS.search(one.voice.source)
            bodies[name][next(iter(fighters)) if is_of_fighters else one.root] += 1
    voices = Counter(one.root for one in said)
    best = {name: min(of, key=lambda root: (of[root] - voices[root], -of[root], root)) for name, of in bodies.items()}
    return [_given_to(one, leads.get(best.get(names[one.voice.id] or "", ""))) for one in said]


# What a body is called for short, before who speaks for it or leads it: "the union's secretary, Ivo Marn", "company director Ivo Marn".
_KIND = (
    r"(?P<kind>union|company|firm|committee|council|association|mission|charity|network|institute|agency|group|organi[sz]ation|society|"
    r"movement|commission|office|authority|board|federation|league|foundation|monitor|observatory|front|brigade|cooperative)"
)
_SPEAKS_FOR = (
    r"(?:secretary|spokes\w+|director|head|chief|chair\w*|president|leader|coordinator|manager|representative|delegate|envoy|commander|founder|"
    r"commissioner|executive|rapporteur|member|official|investigator|researcher|secretary[- ]general)"
)
_OF_KIND = re.compile(
    rf"\b{_KIND}(?:['’]s?)? (?:[a-z-]+ ){{0,2}}{_SPEAKS_FOR}\b|\b{_SPEAKS_FOR} (?:of|for) the {_KIND.replace('kind', 'of')}\b",
    re.IGNORECASE,
)


def _of_bodies(said: Sequence[_Said]) -> list[_Said]:
    """ "The union's secretary, Ivo Marn" is of the one body here that is a union. That can count two as one, and never one as two."""
    bodies = {one.root: one for one in said if one.standing.kind == "body" and not _is_person(one.voice)}
    kinds: dict[str, set[str]] = defaultdict(set)
    for root, one in bodies.items():
        for word in {*folded(one.standing.name).split(), *folded(one.standing.body or "").split()}:
            kinds[word].add(root)
    of = {one.root: next(iter(found)) for one in said if (found := _of_its_kind(one, kinds)) and len(found) == 1}
    return [_given_to(one, bodies.get(of.get(one.root, ""))) for one in said]


_MEDICAL = "service:medical"
_HOSPITALS = ("local.", f"{_MEDICAL}@")


def _of_one_hospital(said: Sequence[_Said]) -> list[_Said]:
    """Staff of a hospital, named or not, are the hospital: who is of one that stays open is of one that speaks here.

    That can count two as one, and never one as two.
    """
    known = [one for one in said if one.voice.affiliation.service == "medical" and one.standing.root.startswith(_HOSPITALS)]
    named = {folded(one.standing.name): one for one in sorted(known, key=lambda one: one.standing.root, reverse=True)}
    return [_of_hospital(one, named) if named and one.standing.root.startswith(_MEDICAL) else one for one in said]


def _of_hospital(one: _Said, named: Mapping[str, _Said]) -> _Said:
    lead = named.get(folded(one.standing.name)) or min(named.values(), key=lambda lead: lead.standing.root)
    return replace(one, standing=replace(lead.standing, body=one.standing.body), is_apart=lead.is_apart)


def _of_its_kind(one: _Said, kinds: Mapping[str, set[str]]) -> set[str]:
    """The roots of bodies of the kind that a person's words tell him to be of, who is of none yet. kinds: roots by words of names."""
    if one.standing.kind != "body" or not _is_person(one.voice) or not one.root.startswith("name:"):
        return set()
    told = _OF_KIND.search(" , ".join((one.voice.source, (one.voice.speaker.role if one.voice.speaker else None) or "")))
    return kinds.get((told["kind"] or told["of"]).lower(), set()) - {one.root} if told else set()


def _is_person(voice: Voice) -> bool:
    return voice.speaker is not None and voice.speaker.kind == "person"


def _given_to(one: _Said, lead: _Said | None) -> _Said:
    if lead is None or one.is_apart or lead.root == one.root:
        return one
    return replace(one, standing=replace(_moved(one, lead), is_adrift=False))


def _own_names(said: Sequence[_Said]) -> dict[str, str | None]:
    """The folded names of people who speak as a body, or for one, by the ids of their voices; in full where one alone bears a surname."""
    told = {one.voice.id: _own_name(one) for one in said}
    full: dict[str, set[str]] = defaultdict(set)
    for name in told.values():
        if name and " " in name:
            full[name.rpartition(" ")[2]].add(name)
    return {voice: next(iter(full[name])) if name and len(full[name]) == 1 else name for voice, name in told.items()}


def _own_name(one: _Said) -> str | None:
    party = one.voice.speaker
    is_person = party is not None and party.kind == "person" and party.key and one.standing.kind == "body"
    return known_as(party) if party is not None and is_person else None


def _is_group(voice: Voice) -> bool:
    party = voice.speaker
    return party is not None and party.kind in ("group", "force") and party.state is None and party.key is not None


def _may_lead(lead: _Said, one: _Said, scene: Scene) -> bool:
    """Whether one may be an organ of a lead.

    What governs has ministers and mayors, what only fights has commanders and spokesmen. Who lives where it happens is of no other state.
    """
    told = one.voice.affiliation
    party = lead.voice.speaker
    is_fighting = ":" not in lead.root and lead.root not in scene.states and not (party and (party.state or party.kind == "government"))
    if told.is_of_fighters and not is_fighting:
        return False
    if is_fighting and (told.service or told.organ in ("ministry", "government")) and not scene.is_governed(folded(lead.root_name)):
        return False
    if not told.service or told.organ or not scene.country or len(lead.root) != len(scene.country):
        return True
    return lead.root == scene.country or lead.root not in scene.states


def _names(voice: Voice, lead: _Said, scene: Scene) -> bool:
    """Whether the text of a voice names somebody, or has a word for what is his."""
    own = folded(lead.root_name)
    words = {own, *(owner for owner, base in scene.owners.items() if base == own), *(own.split() if own else ())}
    if lead.root in voice.named or not voice.named:
        return True
    return any(stem(word) in voice.names or any(is_adjective_of(name, word) for name in voice.names) for word in words)


def _spelt_out(said: Sequence[_Said], scene: Scene) -> list[_Said]:
    """ "The Compact" is the Northern Compact, and "the Committee" the Committee of the Hills, where one body alone here bears such a name.

    That can count two as one, and never one as two: the count is a lower bound.
    """
    bodies = [one.standing for one in said if one.standing.kind == "body" and one.standing.state is None]
    names = {one.root: one.name for one in bodies if one.root.startswith(_BY_WORDS)}
    known = {root: root.partition(":")[2] if root.startswith("unnamed:") else folded(name) for root, name in names.items()}
    # A mission may bear the name of the state that it watches, and is none of it.
    short = [root for root in names if root not in scene.states and not scene.is_governed(known[root])]
    longer = [(known[root], root, name) for root, name in names.items()]
    longer += [(folded(one.body), one.root, one.name) for one in bodies if one.body and one.root not in names]
    full = {root: {(other, name) for words, other, name in longer if _is_short_for(known[root], words)} for root in short}
    # Where two names are longer, nobody can tell which is meant.
    meant = {root: next(iter(found)) for root, found in full.items() if len(found) == 1}
    # "United Nations Mission in Karlia" is of whom the register knows as the United Nations, and so is who bears its very name.
    registered = {folded(one.name): (one.root, one.name) for one in bodies if ":" not in one.root}
    meant |= {root: registered[own] for root in names for own in registered if _bears(known[root], own)}
    return [
        replace(one, standing=replace(one.standing, root=meant[one.standing.root][0], name=meant[one.standing.root][1]))
        if one.standing.root in meant
        else one
        for one in said
    ]


# Kinds of bodies that have an army, a press service and ministers without being a state.
_ARMED_KINDS = frozenset({"force", "group", "government"})
# How roots begin that are told by words alone, a name, one that a text makes known as a state's, or a description ("the rebel
# council of the Oltay valley").
_BY_WORDS = ("name:", "unnamed:", "new-")
# A shorter word is shared by too many names.
_TELLING = 5


def _is_short_for(short: str, long: str) -> bool:
    """Whether a name ends another, begins it before "of", or leaves out words of it ("the Militia", "the Verification Team")."""
    if short == long:
        return False
    if long.endswith(f" {short}") or long.startswith(f"{short} of "):
        return True
    return len(short) >= _TELLING and set(short.split()) < set(long.split())


def _bears(name: str, own: str) -> bool:
    return name == own or (" " in own and name.startswith(f"{own} "))


def _is_statelike(one: _Said, scene: Scene) -> bool:
    """Whether a state, or a body that has organs like one, stands behind it. Nobody's ministry is the United Nations'."""
    party, told = one.voice.speaker, one.voice.affiliation
    if one.root in scene.states or one.root == scene.country or (party and party.state):
        return True
    if one.voice.home is not None and one.root == one.voice.home.key:
        return True
    if ":" not in one.root:
        return party is not None and party.kind in _ARMED_KINDS
    return one.root.startswith("name:") and bool(told.owner and told.organ)


def _moved(one: _Said, lead: _Said) -> Standing:
    if one.standing.state:
        return replace(one.standing, state=lead.root, state_name=lead.root_name)
    return replace(one.standing, root=lead.root, name=lead.root_name)


def _settle(said: Sequence[_Said], scene: Scene) -> tuple[list[Origin], list[NotOrigin]]:
    """Group voices by who stands behind them, and tell origins from others."""
    groups: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        if not one.is_unplaced:
            groups[one.root].append(one)
    names, quoted = _speaking(groups), _printing_speakers(said)
    printed = _by_outlet(said)
    # Open sources of a text whose speaker another statement of it names are that speaker's.
    heard = {one.voice.document.id for one in said if one.standing.kind in ("body", "unnamed official")}
    told = {one.voice.document.id for one in said if one.standing.kind == "unnamed" and not points_back(one.standing.name)}
    origins: list[list[_Said]] = []
    rests: list[list[_Said]] = []
    others: list[NotOrigin] = [_unplaced(one) for one in said if one.is_unplaced]
    for group in groups.values():
        named = [one for one in group if one.standing.kind == "body"]
        if named:
            is_known = not _only_cites(group, printed)
            own = [one for one in group if is_known and not _rests_on_others(one, scene) and not _repeats(one, names)]
            (origins if any(one in named for one in own) else rests).append(own or group)
        elif group[0].standing.kind == "unnamed official":
            others.append(_unnamed_officials(group))
        else:
            others.append(_told_through(group) if _is_told_through(group, quoted) else _other(group, heard, told=told))
    merged, merged_away = _share_documents(origins)
    others += [*merged_away, *(_resting(group) for group in rests)]
    firsts = [group for group in groups.values() if _is_first_hand(group)]
    kept = [_origin(group) for group in merged] + [_first_hand(group) for group in firsts]
    return kept, [other for other in others if other.actor not in {origin.actor for origin in kept}]


def _rests_on_others(one: _Said, scene: Scene) -> bool:
    """Rules 2 and 3: whoever rests on another's word relays it, and whoever judges another's picture adds nothing to it."""
    if _ON_ANOTHERS_WORD.search(one.voice.told):
        return True
    basis = one.voice.statement.basis
    return basis is not None and (basis.kind == "unnamed source" or is_of_another(one.voice) or _are_anothers_figures(one, scene))


def _by_outlet(said: Sequence[_Said]) -> dict[str, list[_Said]]:
    found: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        found[folded(one.voice.document.outlet or "")].append(one)
    return found


def _only_cites(group: Sequence[_Said], printed: Mapping[str, Sequence[_Said]]) -> bool:
    """Rule 6: whoever is cited for what its own reports only cite from other outlets. printed: voices by folded outlets."""
    own = [one for name in {folded(one.standing.name) for one in group} for one in printed.get(name, ())]
    return bool(own) and all(one.standing.kind in ("outlet", "open") for one in own)


def _speaking(groups: Mapping[str, Sequence[_Said]]) -> dict[str, str]:
    """The roots of those who speak, by their folded names and those of their bodies."""
    told = ((root, one.standing) for root, group in groups.items() for one in group)
    return {folded(name): root for root, one in told for name in (one.name, one.body) if name}


def _repeats(one: _Said, names: Mapping[str, str]) -> bool:
    """Whether it rests on what somebody else found who speaks for himself here. names: roots by the folded names that speak."""
    found = _FOUND_BY.search(one.voice.basis)
    return found is not None and not _TAKEN.search(one.voice.basis) and names.get(folded(found[1]), one.root) != one.root


def _are_anothers_figures(one: _Said, scene: Scene) -> bool:
    """Whether it rests on what an organ of somebody else says openly ("figures of the Karlian army"), and on no papers taken from it."""
    words = one.voice.basis
    if not _FIGURES.search(words) or _TAKEN.search(words):
        return False
    told = affiliation_of(words)
    return bool(told.owner and (told.organ or told.service)) and owner_of(told, scene)[0] != one.root


def _is_first_hand(group: Sequence[_Said]) -> bool:
    """Rule 5: an outlet counts where a text says that it saw or verified it itself."""
    return group[0].standing.kind in ("outlet", "own voice") and any(_saw_it(one) for one in group)


def _saw_it(one: _Said) -> bool:
    if one.voice.statement.first_hand or one.voice.is_there or one.standing.is_reporter:
        return True
    if one.standing.kind != "own voice":
        return False
    return saw_itself(one.voice.told) or _is_its_own_basis(one.voice)


def _is_its_own_basis(voice: Voice) -> bool:
    """Whether what an outlet rests on is its own by the words that tell it ("pictures taken for Geolens", "we counted")."""
    basis = voice.statement.basis
    if basis is None or basis.kind not in OWN_BASIS:
        return False
    name = folded(voice.document.outlet or "")
    return bool(_OURS.search(voice.basis)) or (bool(name) and name in folded(voice.basis))


def _share_documents(groups: list[list[_Said]]) -> tuple[list[list[_Said]], list[NotOrigin]]:
    """Rule 3: bodies that rest on one report, image or video are one origin, that of the first of them."""
    kept: list[list[_Said]] = []
    away: list[NotOrigin] = []
    for group in sorted(groups, key=_when_first):
        shared, twin = next(((words, other) for other in kept if (words := _shared_basis(group, other))), (frozenset[str](), None))
        if twin is None:
            kept.append(group)
        else:
            away.append(_not(group, f"{_who(group)} rests on the same {' '.join(sorted(shared))} as {twin[0].standing.name}."))
    return kept, away


def _when_first(group: Sequence[_Said]) -> tuple[float, str]:
    """Whoever is known to have said it first comes first, and who says it on no day that is told comes last."""
    return min((one.voice.day for one in group if one.voice.day is not None), default=math.inf), group[0].voice.id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """A document or image that a statement rests on. named: the words for the thing itself. words: all that tell which it is."""

    kind: BasisKind
    named: frozenset[str]
    words: frozenset[str]

    def shared(self, other: "_Evidence") -> frozenset[str]:
        """The words of what both are; empty where they may be two things.

        Videos of an attack and documents on it share the attack alone, which is neither; two pictures of it may be one.
        """
        shared = self.words & other.words
        telling = shared - STOP
        is_alike = self.kind == other.kind and len(telling) > (0 if self.kind == "imagery" else 1)
        if is_alike or telling & (self.named | other.named):
            return telling
        # "The report", of which one of both tells no more.
        return frozenset() if self.words - STOP and other.words - STOP else shared


def _shared_basis(group: Sequence[_Said], other: Sequence[_Said]) -> frozenset[str]:
    """The words of what all that a group rests on is one with; empty where it rests on something of its own, or nothing is told."""
    bases = [one.voice.statement.basis for one in group]
    if any(basis is not None and basis.kind not in _SHARED for basis in bases):
        return frozenset()
    theirs = list(_evidence(other))
    found = [max((mine.shared(one) for one in theirs), key=len, default=frozenset[str]()) for mine in _evidence(group)]
    return frozenset().union(*found) if all(found) else frozenset()


def _evidence(group: Sequence[_Said]) -> Iterator[_Evidence]:
    """The documents and images that a group's statements rest on. A report that tells no basis tells only less than others."""
    for one in group:
        basis = one.voice.statement.basis
        if basis is not None and basis.kind in _SHARED:
            noun = own_noun(one.voice.basis)
            # "Report" is no word that tells what happened, yet a noun for evidence.
            named = frozenset(stems(noun) or (noun.lower().removesuffix("s"),)) - _HAVING
            names = frozenset(stems(" ".join(_NAME.findall(own_phrase(one.voice.basis))))) - _HAVING
            words = frozenset(stems(held(one.voice.basis))) - _HAVING
            yield _Evidence(kind=basis.kind, named=named | names, words=words | named)


def _origin(group: Sequence[_Said]) -> Origin:
    named = [one for one in group if one.standing.kind == "body"]
    lead = (named or list(group))[0]
    root, name = lead.root, lead.root_name
    bodies = tuple(sorted({one.standing.body for one in named if one.standing.body and one.standing.body != name}))
    unnamed = tuple(sorted({one.standing.body or one.standing.name for one in group if one.standing.kind == "unnamed official"}))
    basis = _basis(group)
    return Origin(
        actor=root,
        name=name,
        bodies=bodies,
        basis=basis,
        side=next((one.voice.statement.speaker_side for one in group if one.voice.statement.speaker_side), None),
        first_hand=False,
        statements=tuple(one.voice.id for one in group),
        why=_why(group, name, bodies, unnamed, basis),
        unnamed=unnamed,
    )


def _first_hand(group: Sequence[_Said]) -> Origin:
    own = [one for one in group if _saw_it(one)]
    name = own[0].standing.name
    return Origin(
        actor=own[0].standing.root,
        name=name,
        bodies=(),
        basis=_basis(own) or "own knowledge",
        side=None,
        first_hand=True,
        statements=tuple(one.voice.id for one in own),
        why=f"{name} saw or verified this itself, as its text says.",
    )


def _basis(group: Sequence[_Said]) -> BasisKind | None:
    kinds = {one.voice.statement.basis.kind for one in group if one.voice.statement.basis}
    return next((kind for kind in _RANK if kind in kinds), None)


_TOLD: Mapping[str | None, str] = {
    "imagery": "from pictures",
    "document": "from a document",
    "intelligence": "from information that it says it has",
    "own knowledge": "from what it saw or did itself",
    "witness": "from witnesses",
    "other": "and tells what it rests on",
    "unnamed source": "from a source that it does not name",
    None: "and no other source is named",
}


def _why(group: Sequence[_Said], name: str, bodies: Sequence[str], unnamed: Sequence[str], basis: BasisKind | None) -> str:
    """ "Arland: its defence minister Helena Osk says so, from pictures (“satellite images”)." """
    speakers = _speakers(group, name, bodies)
    quoted = next((one.voice.basis for one in group if one.voice.statement.basis and one.voice.statement.basis.kind == basis), "")
    words = f" (“{quoted}”)" if quoted else ""
    is_person = all(one.voice.speaker is not None and one.voice.speaker.kind == "person" for one in group)
    alone = f"{name} says so" if is_person else f"{name} says so itself"
    who = f"{name}: {and_listed(speakers)} {'say' if len(speakers) > 1 else 'says'} so" if speakers else alone
    belong = "belong to it and add" if len(unnamed) > 1 else "belongs to it and adds"
    apart = f" {and_listed(unnamed)} {belong} nothing." if unnamed else ""
    return f"{who}, {_TOLD[basis]}{words}.{apart}"


# More speakers than these make no sentence.
_MOST_NAMED = 3


def _speakers(group: Sequence[_Said], name: str, bodies: Sequence[str]) -> list[str]:
    """Those who speak for an origin: people by name with their office, then bodies, each once."""
    people: dict[str, str] = {}
    mistaken: set[str] = set()
    for one in group:
        party = one.voice.speaker
        if one.standing.kind == "body" and party and party.kind == "person" and party.surname and party.name != name:
            if not _is_named_by(one.voice.source, party.name):
                mistaken.add(folded(party.name))
                continue  # "the defence minister" read as somebody else
            known = people.get(party.surname, "")
            people[party.surname] = max(known, _with_office(party.name, party.role), key=lambda words: (len(words), words))
    others: dict[str, str] = {}
    for body in bodies:
        plain = folded(body).removeprefix("its ")
        if plain not in (folded(name), *mistaken) and not any(surname in plain.split() for surname in people):
            others.setdefault(plain, body[0].lower() + body[1:] if body.split()[0] in ("The", "A", "An", "Its") else body)
    found = [*people.values(), *others.values()]
    return found if len(found) <= _MOST_NAMED else [*found[:_MOST_NAMED], "others"]


def _is_named_by(source: str, name: str) -> bool:
    """Whether the words of a source can stand for a person: his name, or a pronoun; an office alone may be somebody else's."""
    return name.rsplit(maxsplit=1)[-1] in source or len(source.split()) == 1


def _with_office(name: str, role: str | None) -> str:
    """ "its defence minister Helena Osk"; a rank or an office with a name of its own stands as it is."""
    if not role or len(role) > 40 or "'" in role or "’" in role or any(word[:1].isupper() for word in role.split()[1:]):
        return name
    return f"its {role} {name}" if role[:1].islower() and " of " not in role else f"{role} {name}" if " of " not in role else name


def _who(group: Sequence[_Said]) -> str:
    return group[0].standing.body or group[0].standing.name


def _other(group: Sequence[_Said], heard: set[str], *, told: set[str]) -> NotOrigin:
    """heard, told: ids of documents in which somebody speaks who is known, and somebody without a name whom no words point back at."""
    kind, name = group[0].standing.kind, group[0].standing.name
    if kind == "outlet":
        return _not(group, f"{name} reports it and does not say that it saw or verified it itself.")
    if kind == "own voice":
        return _not(group, f"{name} prints it in its own voice and does not say that it saw or verified it itself.")
    if kind == "onlooker":
        return _not(group, f"{name} judges from outside and tells nothing that it saw or found itself.")
    is_open = all(one.voice.speaker is None and one.voice.document.id in heard for one in group)
    # "The three, who asked to have no name", are the three men whom the text has told of before.
    is_told = points_back(name) and all(one.voice.document.id in told for one in group)
    if kind == "open" or is_open or is_told:
        who = f"{name} is" if group[0].voice.source else "says it"
        return _not(group, f"The text does not say here who {who}; who it names elsewhere is counted there.")
    return _not(group, f"The text gives {name} no name, so nobody can tell whether it is another source.", is_possible=True)


def _printing_speakers(said: Sequence[_Said]) -> dict[str, set[str]]:
    """The documents of each outlet, by its folded name, that tell who says it first: as those who were told, not as those who cite."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in said:
        if not one.voice.relays and one.standing.kind in ("body", "unnamed") and one.voice.statement.form != "own voice":
            found[folded(one.voice.document.outlet or "")].add(one.voice.document.id)
    return found


def _is_told_through(group: Sequence[_Said], quoted: Mapping[str, set[str]]) -> bool:
    """Whether a source without a name is known through an outlet alone whose own report tells whom it heard."""
    if any(one.standing.kind != "unnamed" for one in group):
        return False
    through = [{document for _, name in one.voice.relays for document in quoted.get(folded(name), ())} for one in group]
    return all(documents - {one.voice.document.id} for documents, one in zip(through, group, strict=True))


def _told_through(group: Sequence[_Said]) -> NotOrigin:
    """The same words in a second outlet are the same source."""
    relay = next(name for _, name in group[0].voice.relays)
    return _not(group, f"{_who(group)} is known through {relay} alone, whose own report tells whom it heard.")


def _unplaced(one: _Said) -> NotOrigin:
    """Rule 7: who speaks for one whom no text tells may speak for one that is counted."""
    told = f"{_who([one])} speaks for somebody whom the text leaves open, and who may be counted."
    return _not([one], told)


def _unnamed_officials(group: Sequence[_Said]) -> NotOrigin:
    """Rule 4: officials without a name belong to their government, which does not speak for itself here."""
    whose = group[0].root_name if group[0].root != HERE else "a state that the text leaves open"
    told = f"{_who(group)} belongs to {whose}, which does not say it openly: possible, and not counted."
    return _not(group, told, is_possible=True)


def _resting(group: Sequence[_Said]) -> NotOrigin:
    basis = group[0].voice.statement.basis
    words = f" (“{group[0].voice.basis}”)" if group[0].voice.basis else ""
    told = f"{_who(group)} rests on another's word{words} and tells no check of its own."
    # Behind an unnamed source may stand another origin; whoever judges a picture that others show adds none.
    return _not(group, told, is_possible=basis is not None and basis.kind == "unnamed source")


def _not(group: Sequence[_Said], why: str, *, is_possible: bool = False) -> NotOrigin:
    return NotOrigin(
        actor=group[0].root,
        name=_who(group),
        statements=tuple(one.voice.id for one in group),
        why=why,
        is_possible=is_possible,
    )


def _relays(said: Sequence[_Said], origins: Sequence[Origin]) -> list[NotOrigin]:
    """Rules 2 and 6: those through whom words came add nothing."""
    through: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        for _, name in one.voice.relays:
            # "The Harbour Tribune" of one report is the "Harbour Tribune" of another.
            through[name.removeprefix("The ")].append(one)
    names = {folded(name) for origin in origins for name in (origin.name, *origin.bodies)}
    return [
        NotOrigin(
            actor=None,
            name=name,
            statements=tuple(sorted({one.voice.id for one in group})),
            why=f"{name} only passes on what {and_listed(sorted({one.standing.body or one.standing.name for one in group}))} said.",
        )
        for name, group in sorted(through.items())
        if folded(name) not in names
    ]


def _silent(said: Sequence[_Said]) -> list[NotOrigin]:
    """Those who doubt it or decline to speak of it."""
    return [
        _not([one], f"{_who([one])} {'doubts it' if one.voice.statement.act == 'doubt' else 'says nothing for it'}.")
        for one in said
        if one.voice.statement.act in ("doubt", "decline")
    ]


def _deniers(denied: Sequence[_Said], origins: set[str]) -> tuple[Denier, ...]:
    """Whoever is an origin denies only with a plain denial, as of another's figure."""
    groups: dict[str, list[_Said]] = defaultdict(list)
    for one in denied:
        # Nobody denies what he alone claims.
        if one.root in origins and (len(origins) == 1 or not is_surely_denial(one.voice)):
            continue
        groups[one.root].append(one)
    return tuple(
        Denier(actor=root, name=group[0].root_name, statements=tuple(one.voice.id for one in group))
        for root, group in sorted(groups.items())
        if group[0].standing.kind != "open"
    )
