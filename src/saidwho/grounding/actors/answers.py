"""Who answers in an interview whose turns are headed "Q:" and "A:"? Whom the lines before the first question name most."""

import re
from collections import Counter
from collections.abc import Sequence

from saidwho.grounding.actors.scene import Choice, Scene
from saidwho.types.reading import Attribution

_QUESTION, _ANSWER = re.compile(r"^\s*Q[:.]\s", re.M), re.compile(r"^\s*A[:.]\s", re.M)
# How sure it is.
_SCORE = 0.8


def cast_answers(scene: Scene, attributions: Sequence[Attribution]) -> None:
    """Let whoever is interviewed speak the answers of a text that heads its turns so."""
    question = _QUESTION.search(scene.text)
    if question is None or _ANSWER.search(scene.text) is None:
        return
    names = (m for m in scene.markables if m.shape == "name" and m.span.start < question.start())
    people = [member for m in names if (member := scene.cast.at(m.span)) is not None and member.kind == "person"]
    most = Counter(member.number for member in people).most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return
    member = scene.cast.members[most[0][0]]
    for attribution in attributions:
        if attribution.source and attribution.source[0].of(scene.text).strip(" :.") == "A":
            scene.chosen[attribution.source] = Choice(member=member, score=_SCORE, why="answers in an interview")
