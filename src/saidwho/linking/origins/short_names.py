"""Which names of a claim are short for others there?"""

from collections.abc import Sequence
from dataclasses import replace

from saidwho.linking.origins.said import Said
from saidwho.linking.parties import folded
from saidwho.linking.scenes import Scene


def spelt_out(said: Sequence[Said], scene: Scene) -> list[Said]:
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
