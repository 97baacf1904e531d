"""Why is somebody no origin? A sentence for people."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from saidwho.linking.origins.said import Said
from saidwho.linking.parties import folded
from saidwho.linking.standing.descriptions import are_many, points_back
from saidwho.linking.standing.kinds import HERE
from saidwho.text.listing import and_listed, beginning
from saidwho.types.linking import POSSIBLE, NotOrigin, Origin
from saidwho.types.statement import Act


def _who(group: Sequence[Said]) -> str:
    return group[0].standing.body or group[0].standing.name


def _verb(name: str, one: str, many: str) -> str:
    return many if are_many(name) else one


def of_nobody_known(group: Sequence[Said], heard: set[str], *, told: set[str]) -> NotOrigin:
    """heard, told: ids of documents in which somebody speaks who is known, and somebody without a name whom no words point back at."""
    kind, name = group[0].standing.kind, group[0].standing.name
    if kind == "outlet":
        return not_origin(group, f"{name} reports it and does not say that it saw or verified it itself.")
    if kind == "own voice":
        return not_origin(group, f"{name} prints it in its own voice and does not say that it saw or verified it itself.")
    if kind == "onlooker":
        judges, tells = _verb(name, "judges", "judge"), _verb(name, "tells", "tell")
        return not_origin(group, f"{name} {judges} it from outside, and {tells} nothing seen or found at first hand.")
    is_open = all(one.voice.speaker is None and one.voice.document.id in heard for one in group)
    # "The three, who asked to have no name", are the three men whom the text has told of before.
    is_told = points_back(name) and all(one.voice.document.id in told for one in group)
    if kind == "open" or is_open or is_told:
        whom = f"whom “{name}” stands for" if group[0].voice.source else "who says it"
        return not_origin(group, f"The text does not tell {whom}; if it does elsewhere, that is counted there.")
    told_of = f"{name} {_verb(name, 'has', 'have')} no name in the text, and may be somebody who is counted already: {POSSIBLE}"
    return not_origin(group, told_of, is_possible=True)


def told_through(group: Sequence[Said]) -> NotOrigin:
    """The same words in a second outlet are the same source."""
    relay = next(name for _, name in group[0].voice.relays)
    return not_origin(group, f"{_who(group)} is known through {relay} alone, whose own report tells whom it heard.")


def of_whom_none_tells(group: Sequence[Said]) -> NotOrigin:
    """Rule 7: who speaks for one whom no text tells may speak for one that is counted."""
    who = _who(group)
    told = f"{who} {_verb(who, 'speaks', 'speak')} for a state or body that the text does not name, and that may be counted already."
    return not_origin(group, told)


def unnamed_officials(group: Sequence[Said]) -> NotOrigin:
    """Rule 4: officials without a name belong to their government, which does not speak for itself here."""
    who = _who(group)
    has = f"{who} {_verb(who, 'has', 'have')} no name"
    if group[0].root == HERE:
        told = f"{has}, and the text does not tell of which state {_verb(who, 'that is', 'they are')}"
    else:
        told = f"{has}, and nobody says it by name for {group[0].root_name}"
    return not_origin(group, f"{told}: {POSSIBLE}", is_possible=True)


def beside_others(group: Sequence[Said]) -> NotOrigin:
    """Rule 2: a monitor or an institute that prints what its text has others tell."""
    who = _who(group)
    return not_origin(group, f"{who} prints it beside what others say there, and does not say that it saw or verified it itself.")


def assuming(group: Sequence[Said]) -> NotOrigin:
    """Rule 7: who believes it knows no more of it than he tells."""
    who = _who(group)
    believes, tells = _verb(who, "believes", "believe"), _verb(who, "tells", "tell")
    return not_origin(group, f"{who} only {believes} it, and {tells} nothing that it rests on.")


def resting_on_another(group: Sequence[Said]) -> NotOrigin:
    basis = group[0].voice.statement.basis
    words = f" (“{group[0].voice.basis}”)" if group[0].voice.basis else ""
    who = _who(group)
    told = f"{who} {_verb(who, 'rests', 'rest')} on another's word{words} and {_verb(who, 'tells', 'tell')} no check of its own."
    # Behind an unnamed source may stand another origin; whoever judges a picture that others show adds none.
    return not_origin(group, told, is_possible=basis is not None and basis.kind == "unnamed source")


def less_sure(origin: Origin) -> NotOrigin:
    """Rule 7: of a body whose words are like enough for the claim, and not like those of its surest part."""
    verb = _verb(origin.name, "says", "say")
    why = f"{origin.name} {verb} something like it, in words that may be about something else: {POSSIBLE}"
    return NotOrigin(actor=origin.actor, name=origin.name, statements=origin.statements, why=why, is_possible=True)


def not_origin(group: Sequence[Said], why: str, *, is_possible: bool = False) -> NotOrigin:
    return NotOrigin(
        actor=group[0].root,
        name=_who(group),
        statements=tuple(one.voice.id for one in group),
        why=beginning(why),
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
    counted = {origin.actor for origin in origins}
    # Who passes on what his own ministry has information of is told as one of those who speak for it.
    names |= {folded(one.voice.speaker.name) for one in said if one.voice.speaker is not None and one.root in counted}
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


# What one and what several do who do not put a claim forward.
_NOT_FOR_IT: Mapping[str | None, tuple[str, str]] = {
    "doubt": ("doubts it", "doubt it"),
    "decline": ("says nothing for it", "say nothing for it"),
    "demand": ("only makes a demand about it, while others tell it", "only make a demand about it, while others tell it"),
    "threaten": ("only threatens with it, while others tell it", "only threaten with it, while others tell it"),
    "predict": ("only says what may come, while others tell it", "only say what may come, while others tell it"),
    "judge": ("only gives an opinion of it, while others tell it", "only give an opinion of it, while others tell it"),
}


def not_for_it(said: Sequence[Said], telling: Sequence[Said], origins: Sequence[Origin]) -> list[NotOrigin]:
    """Those who doubt it or decline to speak of it, or only demand, foretell or judge what others tell. telling: who puts it forward."""
    told, counted = {one.voice.id for one in telling}, {origin.actor for origin in origins}
    groups: dict[tuple[str, str, Act | None], list[Said]] = defaultdict(list)
    for one in said:
        act = one.voice.statement.act
        if one.voice.id not in told and act in _NOT_FOR_IT and (act in _SILENT or one.root not in counted):
            groups[_who([one]), one.root, act].append(one)
    return [not_origin(group, f"{who} {_verb(who, *_NOT_FOR_IT[act])}.") for (who, _, act), group in groups.items()]


# Of these a reader is told also where the same speaks for it elsewhere.
_SILENT = frozenset({"doubt", "decline"})
