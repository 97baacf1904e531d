"""Whose is "its foreign minister", "the ministry there", "the movement's spokesman", "its director"?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from saidwho.linking.affiliation import Affiliation, affiliation_of
from saidwho.linking.credits import DATELINE
from saidwho.linking.stems import plain_words
from saidwho.types.grounding import Actor
from saidwho.types.statement import Report, Statement

_ITS = re.compile(r"^(?:its|their)\b", re.IGNORECASE)
_THERE = re.compile(r"\bthere\b")
# A body that its text calls by the last word of its name: "the movement" is the 9 March Movement.
_LAST_WORD = re.compile(r"^(?:the )?([a-z]+)['’]s? \w+", re.IGNORECASE)
_HEAD = re.compile(r"\b(?:director|head|chief|chair\w*|manager|leader|owner)\b", re.IGNORECASE)
# Whoever can have a minister, an army or a spokesperson.
_OWNERS = frozenset({"state", "government", "force", "group", "body"})
# Those of a state are told by its name, and not by their own.
_FIGHTING = frozenset({"force", "group", "body"})
# Pronouns point no further back than this.
_FURTHEST = 300  # characters


def pointed(told: Affiliation, statement: Statement, report: Report, before: Sequence[Affiliation]) -> Affiliation:
    """An affiliation with the owner that its source points at. before: those of the statements before it."""
    if not statement.source:
        return told
    at = statement.source[0].start
    words = report.document.text[at : statement.source[-1].end]
    if told.owner is None and (told.organ or told.is_spokes) and (_ITS.match(words) or _THERE.search(words)):
        owner = _owner_known(report, statement) if _ITS.match(words) else None
        owner = owner or _owner_before(report, at, is_subject=bool(_ITS.match(words)))
        return replace(told, owner=owner, is_seat=bool(_THERE.search(words))) if owner else told
    if told.owner is None and told.is_spokes and (noun := _LAST_WORD.match(words)):
        named = [one for one in _named_before(report, at, furthest=at) if one[1].split()[-1] == noun[1].lower()]
        return replace(told, owner=max(named)[1]) if named else told
    is_of_last = not (told.owner or told.organ or told.service) and bool(_ITS.match(words) and _HEAD.search(words))
    return before[-1] if is_of_last and before and (before[-1].organ or before[-1].service) else told


def _owner_known(report: Report, statement: Statement) -> str | None:
    """The folded name of the body that a spokesperson is known to be of, where it has one."""
    actors = {actor.id: actor for actor in report.grounding.actors}
    speaker = actors.get(statement.speaker.actor or "") if statement.speaker else None
    owner = actors.get(speaker.of or "") if speaker else None
    if owner is None or owner.kind not in _FIGHTING or not _is_name(owner):
        return None
    return " ".join(word for word in plain_words(owner.name) if word != "the") or None


def _owner_before(report: Report, at: int, *, is_subject: bool) -> str | None:
    """Who was named last; is_subject: who was named first in the sentence, which "its" mostly points at."""
    near = sorted(_named_before(report, at))
    sentence = max(report.document.text.rfind(end, 0, at) for end in (". ", "\n", "” "))
    here = [one for one in near if one[0] > sentence]
    if is_subject and here:
        return here[0][1]
    return near[-1][1] if near else None


def _named_before(report: Report, at: int, *, furthest: int = _FURTHEST) -> Iterator[tuple[int, str]]:
    """Where those who can own an organ are named before an offset, and their names folded."""
    dateline = DATELINE.match(report.document.text)
    begin = dateline.end() if dateline else 0
    for actor in report.grounding.actors:
        # A capital that no register holds may be taken for a person of one name.
        is_seat = actor.kind == "person" and actor.role is None and " " not in actor.name
        if (actor.kind in _OWNERS or is_seat) and _is_name(actor):
            told = affiliation_of(actor.name)
            name = told.owner or "" if told.organ else " ".join(word for word in plain_words(actor.name) if word != "the")
            yield from ((span.start, name) for span in actor.mentions if max(begin, at - furthest) <= span.start < at and name)


def _is_name(actor: Actor) -> bool:
    return actor.name[:1].isupper() or actor.name[:1].isdigit()
