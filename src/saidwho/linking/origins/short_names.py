"""Which names of a claim are short for others there?"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from saidwho.linking.origins.said import Said
from saidwho.linking.parties import folded
from saidwho.linking.scenes import Scene
from saidwho.linking.stems import stem


def in_one_form(said: Sequence[Said], scene: Scene) -> list[Said]:
    """ "Karlia's grid company" is the Karlian Grid Company: names of the same words, whatever their forms, are one body's.

    That can count two as one, and never one as two: the count is a lower bound.
    """
    bodies = [one.standing for one in said if one.standing.kind == "body" and one.standing.state is None]
    found: dict[frozenset[str], set[tuple[str, str]]] = defaultdict(set)
    for body in bodies:
        found[_form(body.name, scene)].add((body.root, body.name))
        if body.body and not body.root.startswith(_BY_WORDS):
            found[_form(body.body, scene)].add((body.root, body.name))
    same = {words: min(roots, key=lambda root: (root[0].startswith(_BY_WORDS), *root)) for words, roots in found.items() if len(words) > 1}
    return [_at_root(one, same.get(_form(one.standing.name, scene))) if one.standing in bodies else one for one in said]


def _at_root(one: Said, root: tuple[str, str] | None) -> Said:
    if root is None or not one.standing.root.startswith(_BY_WORDS):
        return one
    return replace(one, standing=replace(one.standing, root=root[0], name=root[1]))


# Words of names that tell nothing, with what is left of "'s".
_JOINING = frozenset(["s", "of", "for", "and"])


def _form(name: str, scene: Scene) -> frozenset[str]:
    """The words of a name without their endings, those for a state by its key or name.

    Endings are cut twice: "monitors" and "monitoring" are both of "monitor", which has an ending itself.
    """
    return frozenset(scene.state_named(word) or stem(stem(scene.base_of(word))) for word in folded(name).split() if word not in _JOINING)


# What ends a description with whose it is, who is told elsewhere: "the joint chamber of the two countries".
_OF_THEM = re.compile(r" (?:of|in|for) (?:the|both|its|their|two|this|that)\b.*")


def spelt_out(said: Sequence[Said], scene: Scene) -> list[Said]:
    """ "The Compact" is the Northern Compact, and "the Committee" the Committee of the Hills, where one body alone here bears such a name.

    That can count two as one, and never one as two: the count is a lower bound.
    """
    bodies = [one.standing for one in said if one.standing.kind == "body" and one.standing.state is None]
    names = {one.root: one.name for one in bodies if one.root.startswith(_BY_WORDS)}
    known = {root: _known_by(root, name) for root, name in names.items()}
    # A mission may bear the name of the state that it watches, and is none of it.
    short = [root for root in names if root not in scene.states and not scene.is_governed(known[root])]
    longer = [(known[root], root, name) for root, name in names.items()]
    longer += [(folded(one.body), one.root, one.name) for one in bodies if one.body and one.root not in names]
    longer += [(folded(one.name), one.root, one.name) for one in bodies if ":" not in one.root and one.root not in scene.states]
    # "United Nations Mission in Karlia" is of whom the register knows as the United Nations, and so is who bears its very name.
    registered = {own: (one.root, one.name) for one in bodies if ":" not in one.root for own in _own_names(one.name)}
    borne = {root: registered[own] for root in names for own in registered if _bears(known[root], own)}
    full = {root: {borne.get(other, (other, name)) for words, other, name in longer if _is_short_for(known[root], words)} for root in short}
    # Where two names are longer, nobody can tell which is meant.
    meant = {root: next(iter(found)) for root, found in full.items() if len(found) == 1} | borne
    return [
        replace(one, standing=replace(one.standing, root=meant[one.standing.root][0], name=meant[one.standing.root][1]))
        if one.standing.root in meant
        else one
        for one in said
    ]


def _known_by(root: str, name: str) -> str:
    """The words by which a root is known: those of a description without whose it is, of a side its noun alone."""
    if not root.startswith("unnamed:"):
        return folded(name)
    words = root.removeprefix("unnamed:")
    return folded(_OF_THEM.sub("", name)) if words == folded(name) else words


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


def _own_names(name: str) -> tuple[str, ...]:
    """A name of the register and its initials with a blank behind them, which begin the names of what is its own ("EU Mission")."""
    words = [word for word in name.split() if word[0].isupper()]
    return (folded(name), "".join(word[0].lower() for word in words) + " ") if len(words) > 1 else (folded(name),)


def _bears(name: str, own: str) -> bool:
    return name == own or (" " in own and name.startswith(f"{own.rstrip()} "))
