"""Whom do "I" and "we" stand for? Whoever says the words they stand in; else who wrote the report, or its outlet."""

import re
from collections.abc import Mapping, Sequence

from saidwho.grounding.actors.markables import PRONOUNS, Markable
from saidwho.grounding.actors.scene import NEW, WRITER, Choice, Scene
from saidwho.types.reading import Attribution

_BYLINE = re.compile(
    r"(?:by\s+)?(?P<name>[^\W\d_][\w'’-]*\.?(?: (?!and\b|in\b|for\b|at\b)[\w'’-]+\.?){0,4}?)(?=$|[.,;|(]| (?:and|in|for|at)\b)",
    re.IGNORECASE,
)


def cast_first_persons(scene: Scene, attributions: Sequence[Attribution]) -> None:
    """Let "I" and "we" in what somebody says stand for that somebody, or theirs."""
    within = scene.trees.quoting(attributions)
    turns: dict[int, list[Attribution]] = {}
    for one in attributions:
        if one.source and one.cue and one.cue[0].of(scene.text) == ":":
            turns.setdefault(_line(scene, one.source[0].start), []).append(one)
    told = {attribution.source[0]: attribution for attribution in attributions if len(attribution.source) == 1}
    for markable in scene.markables:
        if markable.shape != "pronoun" or PRONOUNS[markable.words[0]][3] != 1:
            continue
        if markable.first not in within:
            if not _cast_turn(scene, markable, told.get(markable.span), turns):
                _cast_writer(scene, markable, told.get(markable.span))
            continue
        choice = scene.chosen.get(within[markable.first].source)
        if choice is not None and choice.member is not None:
            scene.cast.put(markable, choice.member)
            if markable.span in told:
                why = f"within what {within[markable.first].source[0].of(scene.text)!r} says"
                scene.chosen[told[markable.span].source] = Choice(member=choice.member, score=min(choice.score, NEW), why=why)


def _line(scene: Scene, at: int) -> int:
    """Where the line of a character begins."""
    return scene.text.rfind("\n", 0, at) + 1


def _cast_turn(scene: Scene, markable: Markable, attribution: Attribution | None, turns: Mapping[int, Sequence[Attribution]]) -> bool:
    """Let "I" in a turn of a transcript stand for whoever's turn it is, though the words were read as no part of it.

    turns: by where their lines begin.
    """
    if attribution is None:
        return False
    start = markable.span.start
    turn = next((a for a in turns.get(_line(scene, start), ()) if a.source[0].start < start), None)
    choice = scene.chosen.get(turn.source) if turn is not None else None
    if turn is None or choice is None or choice.member is None:
        return False
    why = f"in the turn of {turn.source[0].of(scene.text)!r}"
    scene.chosen[attribution.source] = scene.put(markable, choice.member, score=min(choice.score, NEW), why=why)
    return True


def _cast_writer(scene: Scene, markable: Markable, attribution: Attribution | None) -> None:
    """ "I" outside of what anybody says is who wrote the report; that and "we" are the outlet in one that nobody signed.

    Who signs a piece says "we" for a nation, or for all of us.
    """
    if attribution is None or scene.quoted[markable.first]:
        return
    printed, byline = scene.printed, scene.document.byline
    if printed is not None and not byline:
        scene.chosen[attribution.source] = scene.put(markable, printed, score=WRITER, why="printed the report")
    name = _byline(byline)
    if name is None or markable.many:
        return
    member = next((m for m in scene.cast.members if m.called == name), None)
    if member is None:
        member = scene.cast.new(kind="person")
        member.called = name
    scene.chosen[attribution.source] = scene.put(markable, member, score=WRITER, why="wrote the report")


def _byline(byline: str | None) -> str | None:
    """The first name in a byline: "Ada Vale" of "By ADA VALE in Varnok, and others"."""
    match = _BYLINE.match(byline or "")
    if not match:
        return None
    name = match["name"].strip()
    return name.title() if name.isupper() else name
