"""Statements of a speaker compare the same all at once as two by two."""

from collections.abc import Mapping

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from saidwho.linking.days import Days
from saidwho.linking.heard import Heard, Saying
from saidwho.linking.parties import Party
from saidwho.linking.ties import tie, why_tied

WORDS = ("bridge", "depot", "shell", "burn", "harbour")
QUOTES = (("we", "struck", "the", "bridge", "today"), ("we", "struck", "the", "bridge"), ("nothing", "burned", "here"), ("no",))
SPEAKERS = tuple(
    Party(key=key, name=name, kind="person", role=None, country=None, owners=(), state=None, surname=None)
    for key, name in (("a", "Ada Vale"), ("b", "Bo Karr"))
)
SPOKEN = st.one_of(st.none(), st.builds(lambda first, length: Days(first=first, last=first + length), st.integers(1, 9), st.integers(0, 3)))
HEARD = st.builds(
    lambda number, document, speaker, spoken, day, content, quotes: Heard(
        first=f"{number:064x}",
        tellings=(Saying(f"{number:064x}", document, 0, 0, "Ada Vale"),),
        document=document,
        told="",
        speaker=speaker,
        spoken=spoken,
        day=day,
        names=frozenset(),
        content=frozenset(content),
        quotes=tuple(quotes),
    ),
    number=st.integers(0, 99),
    document=st.sampled_from("xy"),
    speaker=st.sampled_from((*SPEAKERS, None)),
    spoken=SPOKEN,
    day=st.one_of(st.none(), st.integers(1, 12)),
    content=st.sets(st.sampled_from(WORDS)),
    quotes=st.lists(st.sampled_from(QUOTES), max_size=2),
)


@settings(deadline=None)
@given(st.lists(HEARD, min_size=2, max_size=6), st.lists(st.frozensets(st.integers(0, 2)), min_size=6, max_size=6))
def test_pairs_tie_as_each_does_alone(found: list[Heard], claims: list[frozenset[int]]) -> None:
    """By quotes, by one text and by words; claims are asked for where they decide."""
    kept = dict(enumerate(found))
    pairs = [(one, other) for one in kept for other in kept if one < other]

    def claims_of(asked: Mapping[int, Heard]) -> Mapping[int, frozenset[int]]:
        return {n: claims[n] for n in asked}

    expected = [pair for pair in pairs if why_tied(kept[pair[0]], kept[pair[1]], shares_claim=bool(claims[pair[0]] & claims[pair[1]]))]
    rows = tie(np.array([*pairs, (0, 99)], dtype=np.int64), kept, claims_of)
    assert expected == [row[:2] for row in rows]
    for one, other, strength in rows:
        days = [kept[n].spoken.first if kept[n].spoken and kept[n].spoken.length == 1 else kept[n].day for n in (one, other)]  # type: ignore[union-attr]
        apart = None if None in days else abs(days[0] - days[1])  # type: ignore[operator]
        assert {0: 3.0, 1: 2.0}.get(apart, 1.0) == strength  # type: ignore[arg-type]
