"""Whom do those who tell of one happening hold for its doer, where they do not agree?

An agency has a school hit "by an Israeli air strike, the ministry said", another "by a Hamas rocket, the Israeli army said". Both tell that
it was hit, and count for that; who did it is another matter. It is open where somebody is named as the doer and himself names another.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from saidwho.linking.facts import Fact, Facts
from saidwho.linking.parties import Party
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.standing import standing
from saidwho.types.linking import Blame


def blamed_by(facts: Sequence[Fact], reports: Mapping[str, Facts], scene: Scene) -> tuple[Blame, ...]:
    """Those who are named as doers, most tellers first; none where nobody who is named names another.

    facts: of one claim. reports: by document. scene: who is who in them.
    """
    names: dict[str, str] = {}
    told: dict[str, dict[str, str]] = defaultdict(dict)
    statements: dict[str, set[str]] = defaultdict(set)
    tellers: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        stands = standing(fact.voice, scene)
        if stands.kind != "body" or fact.event is None or fact.negated:
            continue
        teller = stands.state or stands.root
        for party in _doers(fact, reports):
            doer = party.state or party.key or ""
            if doer == teller:
                continue
            names.setdefault(doer, _name(party))
            told[doer][teller] = stands.name
            statements[doer].add(fact.voice.id)
            tellers[teller].add(doer)
    if not any(tellers.get(doer) for doer in told):
        return ()
    return tuple(
        Blame(name=names[doer], by=tuple(sorted(set(by.values()))), statements=tuple(sorted(statements[doer])))
        for doer, by in sorted(told.items(), key=lambda one: (-len(one[1]), names[one[0]]))
    )


def _doers(fact: Fact, reports: Mapping[str, Facts]) -> list[Party]:
    parties = reports[fact.voice.document.id].parties
    return [parties[actor] for actor in fact.proposition.actor if actor in parties and parties[actor].key is not None]


def _name(party: Party) -> str:
    """The name of the state that a doer is of, else its own."""
    return next((name for key, name, kind in party.owners if kind == "state" and key == party.state), party.name)
