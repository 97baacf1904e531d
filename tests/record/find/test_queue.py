"""Pairs that linking is unsure of are found by their edges, and those that somebody judged are found no more."""

import math
from itertools import pairwise

import pytest
import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.find.filters import Filters
from saidwho.record.find.queue import count_queue, find_queue
from saidwho.record.record import Record
from saidwho.types.numbers import number_of

# Scores of the pairs of neighbours, and how doubtful each is.
SCORES = (0.5, 0.3, 0.8, 0.97)


def _reasons(moved: int) -> tuple[str, ...]:
    return (f"reason {moved}",)


@pytest.fixture
def doubted(filled: Record) -> list[str]:
    """Propositions, of which neighbours may be the same; the last of them are surely."""

    def doubt(connection: sa.Connection) -> list[str]:
        part = tables.propositions
        rows = connection.execute(sa.select(part.c.id, part.c.statement).order_by(part.c.id)).all()[: len(SCORES) + 1]
        facts, edges = tables.LINK_RELATIONS["facts"], tables.LINK_RELATIONS["edges"]
        for row in rows:
            n = number_of(row.id)
            connection.execute(sa.insert(tables.claim_members), {"proposition": row.id, "claim": rows[0].id, "statement": row.statement})
            connection.execute(sa.insert(facts), {"proposition": n, "node": n % 1_000_003, "document": 1, "voice": 0, "start": 0})
        ids = [row.id for row in rows]
        for at, ((one, other), score) in enumerate(zip(pairwise(ids), SCORES, strict=True)):
            nodes = {"one": number_of(one) % 1_000_003, "other": number_of(other) % 1_000_003}
            shown = {"odds": math.log(score / (1 - score)), "doubt": int(100 * (1 - abs(2 * score - 1)) + 1e-6), "moved": at}
            connection.execute(sa.insert(edges), nodes | shown)
        return ids

    return filled.write(doubt)


def test_the_most_doubtful_come_first_and_sure_ones_not_at_all(filled: Record, doubted: list[str]) -> None:
    """A page after another gives each pair once, with its score and its reasons."""
    found, cursor = [], None
    while cursor or not found:
        asked = Filters(limit=1, cursor=cursor)
        page = filled.read(lambda connection, asked=asked: find_queue(connection, asked, reasons=_reasons))
        found += [(pair.one.proposition, pair.other.proposition, pair.score, pair.reasons) for pair in page.items]
        cursor = page.next
    pairs = list(pairwise(doubted))
    expected = [(*pairs[at], SCORES[at], (f"reason {at}",)) for at in (0, 1, 2)]
    assert expected == found


def test_scores_bound_what_is_found(filled: Record, doubted: list[str]) -> None:
    """Bounds on one side of even look at pairs of that side alone."""
    bounds = {(0.0, 1.0): 3, (0.6, 1.0): 1, (0.0, 0.4): 1, (0.31, 0.79): 1}
    assert list(bounds.values()) == [
        filled.read(lambda connection, least=least, most=most: count_queue(connection, Filters(), least=least, most=most))
        for least, most in bounds
    ]


def test_what_is_no_claims_does_not_wait(filled: Record, doubted: list[str]) -> None:
    """A denial is attached to what it denies, and not judged as a pair."""
    filled.write(
        lambda connection: connection.execute(sa.delete(tables.claim_members).where(tables.claim_members.c.proposition == doubted[0]))
    )
    assert 2 == filled.read(lambda connection: count_queue(connection, Filters()))


def test_what_was_judged_does_not_wait(filled: Record, doubted: list[str]) -> None:
    """Whichever of the two was named first."""
    row = {
        "id": "j",
        "kind": "same",
        "left": doubted[1],
        "right": doubted[0],
        "reviewer": "Ada",
        "at": "2024-01-02T00:00:00Z",
        "reason": "",
    }
    filled.write(lambda connection: connection.execute(sa.insert(tables.judgements), {"n": 1, **row}))
    assert 2 == filled.read(lambda connection: count_queue(connection, Filters()))
