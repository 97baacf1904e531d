"""Which names are of makes of weapons, and which words that look like a name are somebody's weapons?

"Katyusha rockets" and "ATACMS missiles" are nobody's. "Ukrainian drones" are drones of Ukraine, and no body of that name.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from saidwho.grounding.actors.trees import Trees
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Mention

_WEAPONS = word_set(
    "drone drones uav uavs rocket rockets missile missiles bomb bombs shell shells mortar mortars mine mines torpedo torpedoes munition "
    "munitions jet jets warplane warplanes bomber bombers plane planes aircraft helicopter helicopters gunship "
    "gunships tank tanks howitzer howitzers launcher launchers frigate frigates warship warships destroyer destroyers corvette corvettes "
    "gunboat gunboats submarine submarines"
)
# What is done with them bears nobody's name either: "Army shelling", "Regime air strikes".
ATTACKS = word_set("shelling bombardment bombing bombings airstrike airstrikes strike strikes raid raids gunfire attack attacks")
_ATTACKING = _WEAPONS | ATTACKS
_GUNS = frozenset({"artillery"})
# Words of "jets of Vinland".
_OF_SOMEBODY = 3
# What may stand between a make and its noun: "Storm Shadow cruise missiles".
_KINDS = word_set("cruise ballistic glide guided attack strike kamikaze suicide surveillance reconnaissance battle fighter air")
_BEFORE = frozenset({"compound", "amod", "flat", "nmod", "nummod", "appos"})


def without_weapons(trees: Trees, names: tuple[Mention, ...], *, is_known: Callable[[str], bool]) -> tuple[Mention, ...]:
    """Names without those that are a make of weapons, which stands before no other noun in the text, and without weapons behind a name.

    is_known: whether some words name somebody in the register.
    """
    names = tuple(replace(m, span=_behind_weapons(trees, m.span)) if m.kind == "organisation" else m for m in names)
    bodies = [m.span for m in names if m.kind == "organisation"]
    weapons = {span: _owner(trees, span) for span in bodies if _ends_in_weapon(trees, span)}
    makes = set(_makes(trees, [span for span in bodies if span not in weapons], is_known))
    owners = {span: owner for span, owner in weapons.items() if owner is not None and is_known(owner.of(trees.text))}
    kept = (m for m in names if m.span not in makes and (m.span not in weapons or m.span in owners))
    return tuple(replace(m, span=owners.get(m.span, m.span)) for m in kept)


def _behind_weapons(trees: Trees, span: Span) -> Span:
    """The words of a name without weapons before it: "the Islamic State" of "Mortars of the Islamic State"."""
    first, past = trees.covering(span)
    if past - first < _OF_SOMEBODY or trees.words[first] not in _ATTACKING | _GUNS or trees.words[first + 1] != "of":
        return span
    first += 2 + (trees.words[first + 2] == "the")
    return trees.span(first, past) if first < past else span


def _owner(trees: Trees, span: Span) -> Span | None:
    """The words of a name before the weapons that it ends in: "the Sudanese army" of "the Sudanese army's drones"."""
    first, past = trees.covering(span)
    while past > first and (trees.words[past - 1] in _ATTACKING | _KINDS or trees.words[past - 1] in ("'s", "'")):
        past -= 1
    return trees.span(first, past) if past > first else None


def _makes(trees: Trees, names: list[Span], is_known: Callable[[str], bool]) -> Iterator[Span]:
    def words(span: Span) -> str:
        return span.of(trees.text)

    for name, found in groupby(sorted(names, key=words), key=words):
        spans = list(found)
        if not is_known(name) and all(_is_before_weapon(trees, span) for span in spans):
            yield from spans


def _ends_in_weapon(trees: Trees, span: Span) -> bool:
    first, past = trees.covering(span)
    return past - first > 1 and trees.words[past - 1] in _ATTACKING and trees.tokens[past - 1].span.of(trees.text).islower()


def _is_before_weapon(trees: Trees, span: Span) -> bool:
    first, past = trees.covering(span)
    if first >= past or trees.tokens[trees.head(first, past)].relation not in _BEFORE:
        return False
    noun = past
    while noun < len(trees.tokens) and trees.words[noun] in _KINDS:
        noun += 1
    return noun < len(trees.tokens) and trees.words[noun] in _WEAPONS
