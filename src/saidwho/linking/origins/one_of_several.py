"""Which voices without a name are of several whom their text tells together: "a resident" of "residents"?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from saidwho.linking.origins.said import Said
from saidwho.linking.standing.phrases import Phrase, phrase_of

_ONE = frozenset(["", "a", "an", "one", "another"])
_COUNTED = frozenset(["first", "second", "third", "fourth", "other", "further", "single"])


def of_several_told(said: Sequence[Said]) -> list[Said]:
    """ "A resident", where his text lets "residents" say the same, is one of them: they are one source without a name."""
    several: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in said:
        phrase = phrase_of(one.standing.name)
        if one.standing.kind == "unnamed" and phrase.is_plural:
            several[one.voice.document.id, phrase.noun].append(one)
    return [_among(one, several.get((one.voice.document.id, phrase_of(one.standing.name).noun), ())) for one in said]


def _among(one: Said, several: Sequence[Said]) -> Said:
    if one.standing.kind != "unnamed":
        return one
    lead = next((many for many in several if _is_one_of(phrase_of(one.standing.name), phrase_of(many.standing.name))), None)
    return one if lead is None else replace(one, standing=lead.standing)


def _is_one_of(one: Phrase, many: Phrase) -> bool:
    """Whether words tell one and no more of him than of several others: "a second European official" of "European officials"."""
    told = set(one.before) - _COUNTED
    return one.opening in _ONE and not one.is_plural and told <= set(many.before) and not one.of and not one.owner
