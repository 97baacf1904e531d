"""Whom does a new description of somebody take up: "the retired bookkeeper", "the officer", "the Dutchman"?

Reports do not repeat a name. A definite phrase for what nobody was called before is for the one person it fits who was just spoken of:
by age and the like for anybody, by a nation for anybody, and by a calling for whose rank, title or office is of that calling.
"""

import re

from saidwho.grounding.actors.cast import Member
from saidwho.grounding.actors.markables import Markable
from saidwho.grounding.actors.scene import Scene
from saidwho.text.tables import word_set

# Of which ranks, titles and offices a calling is.
_OF_CALLING: dict[str, frozenset[str]] = {
    calling: word_set(titles)
    for callings, titles in (
        ("officer", "officer colonel col captain capt major maj lieutenant lt commander general gen brigadier admiral adm commodore"),
        ("soldier", "lieutenant lt sergeant sgt corporal cpl private pte captain capt"),
        ("doctor physician surgeon medic", "dr doctor surgeon physician medic paediatrician"),
        ("cleric priest churchman", "bishop archbishop father rev reverend imam sheikh mufti pastor priest rabbi cardinal"),
        ("diplomat", "ambassador envoy consul diplomat"),
        ("politician", "minister president premier mayor senator lawmaker deputy governor chancellor mp congressman councillor"),
        ("scientist academic scholar researcher", "professor prof researcher lecturer scientist"),
        ("lawyer jurist", "lawyer judge counsel prosecutor advocate attorney"),
    )
    for calling in callings.split()
}  # fmt: skip
# What tells of a person and of no office.
_OF_LIFE = re.compile(
    r"(?:retired|pensioner|widow(?:er)?|\d{1,3}(?:-years?-olds?)?|elderly|grandmother|grandfather|mother|father|veteran)$"
)
_OF_NATION = re.compile(r"[A-Z][\w-]*(?:man|woman)$")
# Behind such a phrase, and it is told whose or which it is.
_TELLING = frozenset({"of", "at", "in", "from", "for", "who", "whose", "with", "on", "'s", "'"})
# Sentences since somebody was spoken of.
_LATELY = 2
_TITLE = 3  # words before a name
_FEW = 4  # last mentions of somebody


def taken_up(markable: Markable, scene: Scene) -> Member | None:
    """The one person just spoken of in the paragraph whom a definite phrase describes anew; None where there is none, or more."""
    trees, words = scene.trees, markable.words
    if words[0] != "the" or len(words) == 1 or markable.many or markable.kind not in ("person", None) or "'s" in words:
        return None
    if not _TELLING.isdisjoint(trees.words[markable.past : markable.past + 1]):
        return None
    people = [member for member in scene.cast.recent() if member.kind == "person" and not member.many and _is_near(markable, member, scene)]
    people = [member for member in people if None in (markable.gender, member.gender) or markable.gender == member.gender]
    callings = _OF_CALLING.get(words[-1])
    if callings is not None:
        people = [member for member in people if not callings.isdisjoint(_titles(member, scene))]
    elif not any(_OF_LIFE.match(word) for word in words[1:]) and not _OF_NATION.match(trees.tokens[markable.head].span.of(scene.text)):
        return None
    else:
        people = [member for member in people if _stands_out(markable, member, scene)]
    named = [member for member in people if member.is_named]
    return named[0] if len(named) == 1 and (callings is not None or len(people) == 1) else None


def _is_near(markable: Markable, member: Member, scene: Scene) -> bool:
    """Whether somebody was spoken of in the paragraph, and lately."""
    last = next((m for m in reversed(member.seen) if m.past <= markable.first), None)
    if last is None or scene.trees.sentence(markable.first) - scene.trees.sentence(last.first) > _LATELY:
        return False
    return "\n" not in scene.text[last.span.end : markable.span.start]


def _stands_out(markable: Markable, member: Member, scene: Scene) -> bool:
    """Whether somebody spoke last, or was the subject when last spoken of: "Ada Roth came with her son. The 61-year-old said"."""
    trees, before = scene.trees, [m for m in member.seen[-_FEW:] if m.past <= markable.first]
    here = [m for m in before if trees.sentence(m.first) == trees.sentence(before[-1].first)]
    return scene.speakers[-1:] == [member] or any(trees.is_subject(m.head) or scene.opens_line(m) for m in here)


def _titles(member: Member, scene: Scene) -> set[str]:
    """What somebody has been called, and what stands before the name."""
    words = scene.trees.words
    found = set(member.told) | member.lemmas | {word for name in member.names for word in name}
    for m in member.seen[-_TITLE:]:
        found.update(words[max(m.first - _TITLE, 0) : m.past])
    if member.role is not None:
        found.update(member.role.of(scene.text).lower().split())
    return {word.strip(".,") for word in found}
