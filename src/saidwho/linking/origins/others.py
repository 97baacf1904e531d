"""Why is somebody no origin? A sentence for people."""

from collections import defaultdict
from collections.abc import Sequence

from saidwho.linking.origins.said import Said
from saidwho.linking.parties import folded
from saidwho.linking.standing.descriptions import points_back
from saidwho.linking.standing.kinds import HERE
from saidwho.text.listing import and_listed
from saidwho.types.linking import NotOrigin, Origin


def _who(group: Sequence[Said]) -> str:
    return group[0].standing.body or group[0].standing.name


def of_nobody_known(group: Sequence[Said], heard: set[str], *, told: set[str]) -> NotOrigin:
    """heard, told: ids of documents in which somebody speaks who is known, and somebody without a name whom no words point back at."""
    kind, name = group[0].standing.kind, group[0].standing.name
    if kind == "outlet":
        return not_origin(group, f"{name} reports it and does not say that it saw or verified it itself.")
    if kind == "own voice":
        return not_origin(group, f"{name} prints it in its own voice and does not say that it saw or verified it itself.")
    if kind == "onlooker":
        return not_origin(group, f"{name} judges from outside and tells nothing that it saw or found itself.")
    is_open = all(one.voice.speaker is None and one.voice.document.id in heard for one in group)
    # "The three, who asked to have no name", are the three men whom the text has told of before.
    is_told = points_back(name) and all(one.voice.document.id in told for one in group)
    if kind == "open" or is_open or is_told:
        who = f"{name} is" if group[0].voice.source else "says it"
        return not_origin(group, f"The text does not say here who {who}; who it names elsewhere is counted there.")
    return not_origin(group, f"The text gives {name} no name, so nobody can tell whether it is another source.", is_possible=True)


def told_through(group: Sequence[Said]) -> NotOrigin:
    """The same words in a second outlet are the same source."""
    relay = next(name for _, name in group[0].voice.relays)
    return not_origin(group, f"{_who(group)} is known through {relay} alone, whose own report tells whom it heard.")


def of_whom_none_tells(one: Said) -> NotOrigin:
    """Rule 7: who speaks for one whom no text tells may speak for one that is counted."""
    told = f"{_who([one])} speaks for somebody whom the text leaves open, and who may be counted."
    return not_origin([one], told)


def unnamed_officials(group: Sequence[Said]) -> NotOrigin:
    """Rule 4: officials without a name belong to their government, which does not speak for itself here."""
    whose = group[0].root_name if group[0].root != HERE else "a state that the text leaves open"
    told = f"{_who(group)} belongs to {whose}, which does not say it openly: possible, and not counted."
    return not_origin(group, told, is_possible=True)


def resting_on_another(group: Sequence[Said]) -> NotOrigin:
    basis = group[0].voice.statement.basis
    words = f" (“{group[0].voice.basis}”)" if group[0].voice.basis else ""
    told = f"{_who(group)} rests on another's word{words} and tells no check of its own."
    # Behind an unnamed source may stand another origin; whoever judges a picture that others show adds none.
    return not_origin(group, told, is_possible=basis is not None and basis.kind == "unnamed source")


def less_sure(origin: Origin) -> NotOrigin:
    """Rule 7: of a body whose words are like enough for the claim, and not like those of its surest part."""
    why = f"{origin.name} tells it in words that may be of something else: possible, and not counted."
    return NotOrigin(actor=origin.actor, name=origin.name, statements=origin.statements, why=why, is_possible=True)


def not_origin(group: Sequence[Said], why: str, *, is_possible: bool = False) -> NotOrigin:
    return NotOrigin(
        actor=group[0].root,
        name=_who(group),
        statements=tuple(one.voice.id for one in group),
        why=why,
        is_possible=is_possible,
    )


def passed_on_by(said: Sequence[Said], origins: Sequence[Origin]) -> list[NotOrigin]:
    """Rules 2 and 6: those through whom words came add nothing."""
    through: dict[str, list[Said]] = defaultdict(list)
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


def silent(said: Sequence[Said]) -> list[NotOrigin]:
    """Those who doubt it or decline to speak of it."""
    return [
        not_origin([one], f"{_who([one])} {'doubts it' if one.voice.statement.act == 'doubt' else 'says nothing for it'}.")
        for one in said
        if one.voice.statement.act in ("doubt", "decline")
    ]
