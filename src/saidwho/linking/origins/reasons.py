"""Why does an origin count? A sentence for people."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from saidwho.linking.origins.resting import saw_it
from saidwho.linking.origins.said import Said
from saidwho.linking.parties import folded
from saidwho.linking.standing.descriptions import are_many
from saidwho.linking.standing.phrases import phrase_of
from saidwho.text.listing import and_listed, beginning
from saidwho.types.linking import Origin
from saidwho.types.statement import BasisKind

# The strongest basis of several is told.
_RANK: tuple[BasisKind, ...] = ("imagery", "document", "intelligence", "own knowledge", "witness", "other", "unnamed source")


def origin_of(group: Sequence[Said]) -> Origin:
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


def who_also_denies(origin: Origin) -> Origin:
    """A side may tell of one part of what happened and deny another; a reader is told of both."""
    return replace(origin, why=f"{origin.why.removesuffix('.')}; the same denies the claim, or a part of it.")


def first_hand_origin(group: Sequence[Said]) -> Origin:
    own = [one for one in group if saw_it(one)]
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


def _basis(group: Sequence[Said]) -> BasisKind | None:
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


def _why(group: Sequence[Said], name: str, bodies: Sequence[str], unnamed: Sequence[str], basis: BasisKind | None) -> str:
    """ "Arland: its defence minister Helena Osk says so, from pictures (“satellite images”)." """
    speakers = _speakers(group, name, bodies)
    quoted = next((one.voice.basis for one in group if one.voice.statement.basis and one.voice.statement.basis.kind == basis), "")
    words = f" (“{quoted}”)" if quoted else ""
    alone = _alone(group, name)
    is_plural = len(speakers) > 1 or (bool(speakers) and are_many(speakers[0]))
    who = f"{name}: {and_listed(speakers)} {'say' if is_plural else 'says'} so" if speakers else alone
    belong = "belong to it and add" if len(unnamed) > 1 or (unnamed and are_many(unnamed[0])) else "belongs to it and adds"
    apart = f" {beginning(and_listed(unnamed))} {belong} nothing." if unnamed else ""
    return f"{beginning(who)}, {_TOLD[basis]}{words}.{apart}"


def _alone(group: Sequence[Said], name: str) -> str:
    """Who speaks for nobody else says so: a person, a body itself, several themselves."""
    if are_many(name):
        return f"{name} say so themselves"
    is_person = all(one.voice.speaker is not None and one.voice.speaker.kind == "person" for one in group)
    return f"{name} says so" if is_person else f"{name} says so itself"


# More speakers than these make no sentence.
_MOST_NAMED = 3


def _speakers(group: Sequence[Said], name: str, bodies: Sequence[str]) -> list[str]:
    """Those who speak for an origin: people by name with their office, then bodies, each once."""
    people: dict[str, str] = {}
    mistaken: set[str] = set()
    for one in group:
        party = one.voice.speaker
        if one.standing.kind == "body" and party and party.kind == "person" and party.surname and folded(party.name) != folded(name):
            if not _is_named_by(one.voice.source, party.name):
                mistaken.add(folded(party.name))
                continue  # "the defence minister" read as somebody else
            known = people.get(party.surname, "")
            people[party.surname] = max(known, _with_office(party.name, party.role), key=lambda words: (len(words), words))
    others: dict[str, str] = {}
    for body in bodies:
        # "Karlia Watch, bulletin 6" is Karlia Watch.
        plain = folded(body.partition(",")[0]).removeprefix("its ")
        if plain not in (folded(name), *mistaken) and not any(surname in plain.split() for surname in people):
            others.setdefault(plain, body[0].lower() + body[1:] if body.split()[0] in ("The", "A", "An", "Its") else body)
    found = [*people.values(), *others.values()]
    return found if len(found) <= _MOST_NAMED else [*found[:_MOST_NAMED], "others"]


def _is_named_by(source: str, name: str) -> bool:
    """Whether the words of a source can stand for a person: his name, or a pronoun; an office alone may be somebody else's."""
    return name.rsplit(maxsplit=1)[-1] in source or len(source.split()) == 1


def _with_office(name: str, role: str | None) -> str:
    """ "its defence minister Helena Osk"; a rank or an office with a name of its own stands as it is."""
    is_name = role is not None and any(word[:1].isupper() for word in role.split()[1:])
    if not role or is_name or phrase_of(role).is_of("kin") or len(role) > 40 or "'" in role or "’" in role:
        return name
    return f"its {role} {name}" if role[:1].islower() and " of " not in role else f"{role} {name}" if " of " not in role else name
