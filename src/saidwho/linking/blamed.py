"""Whom do those who tell of one happening hold for its doer, where they do not agree?

An agency has a school hit "by an Israeli air strike, the ministry said", another "by a Hamas rocket, the Israeli army said". Both tell that
it was hit, and count for that; who did it is another matter. It is open where somebody is named as the doer and himself names another, or
denies it while others who tell of the happening name nobody.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Fact, Facts
from saidwho.linking.parties import Party
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.standing import standing
from saidwho.types.linking import Blame


def blamed_by(
    facts: Sequence[Fact], reports: Mapping[str, Facts], scene: Scene, *, origins: Collection[str], denying: Collection[str]
) -> tuple[Blame, ...]:
    """Those who are named as doers, most tellers first; none where it is not open who did it.

    facts: of one claim. reports: by document. scene: who is who in them. origins, denying: actors who tell of it, and who deny it.
    """
    named = [(fact, party, party.state or party.key or "") for fact in facts for party in _doers(fact, reports)]
    doers = {doer for _, _, doer in named}
    if len(doers) == 1 and doers.isdisjoint(denying):
        return ()  # who speaks need not be asked
    names: dict[str, str] = {}
    told: dict[str, dict[str, str]] = defaultdict(dict)
    statements: dict[str, set[str]] = defaultdict(set)
    tellers: dict[str, set[str]] = defaultdict(set)
    for fact, party, doer in named:
        stands = standing(fact.voice, scene)
        teller = stands.state or stands.root
        if stands.kind != "body" or doer == teller or _name(party) in (stands.name, stands.body):
            continue
        names.setdefault(doer, _name(party))
        told[doer][teller] = stands.name
        statements[doer].add(fact.voice.id)
        tellers[teller].add(doer)
    names_another = any(tellers.get(doer) for doer in told)
    is_left_out = any(origin not in tellers for origin in origins)
    if not names_another and not (is_left_out and any(doer in denying for doer in told)):
        return ()
    return tuple(
        Blame(name=names[doer], by=tuple(sorted(set(by.values()))), statements=tuple(sorted(statements[doer])))
        for doer, by in sorted(told.items(), key=lambda one: (-len(one[1]), names[one[0]]))
    )


def _doers(fact: Fact, reports: Mapping[str, Facts]) -> list[Party]:
    if fact.event is None or fact.negated:
        return []
    parties = reports[fact.voice.document.id].parties
    named = (parties[actor] for actor in fact.proposition.actor if actor in parties)
    return [party for party in named if party.key is not None and not _is_anybodys(party)]


def _is_anybodys(party: Party) -> bool:
    """ "The navy" of nobody may be that of whoever tells of it."""
    return not party.owners and party.country is None and affiliation_of(party.name).organ is not None


def _name(party: Party) -> str:
    """The name of the state that a doer is of, else its own."""
    return next((name for key, name, kind in party.owners if kind == "state" and key == party.state), party.name)
