"""A part of a kept report that is cut out of its line is what the whole line holds there."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saidwho.errors import RecordError
from saidwho.record.bodies import body_of
from saidwho.record.find.parts import Parts

# Words that would be taken for a name of a field, if they were not escaped in JSON.
WORDS = st.lists(
    st.sampled_from(['"actors":[', '{"id":"a0"', '"figures":[', '\\"document":', "word", "\ud800", "\n", "“", "]}"]), max_size=6
).map("".join)


def report(text: str, quotes: list[str]) -> dict[str, Any]:
    """As much of a report as is cut at, in the contract's order."""
    statements = [
        {"id": f"a{n}", "within": "a0", "source": quote, "propositions": [{"id": f"b{n}", "figures": [{"of": quote}], "actor": ["c"]}]}
        for n, quote in enumerate(quotes)
    ]
    return {
        "saidwho": 1,
        "document": {"id": "d", "title": text, "text": text},
        "statements": statements,
        "places": [],
        "times": [],
        "figures": [{"unit": quote} for quote in quotes],
        "actors": [{"id": "a0c", "name": text}],
        "aid": [{"id": "e", "history": [{"statement": "a0"}]}],
    }


@settings(max_examples=60, deadline=None)
@given(text=WORDS, quotes=st.lists(WORDS, min_size=1, max_size=3))
def test_parts_are_those_of_the_whole(text: str, quotes: list[str]) -> None:
    """Whatever a report's words are."""
    whole = report(text, quotes)
    parts = Parts(body_of(whole).deflated)
    assert (whole["document"], whole["actors"], whole["figures"]) == (parts.document, parts.actors, parts.figures)
    assert whole["statements"] == [parts.statement(one["id"]) for one in whole["statements"]]


def test_what_is_not_there_is_a_fault_of_the_record() -> None:
    """It is told what to do."""
    with pytest.raises(RecordError, match="saidwho verify"):
        Parts(body_of(report("", [""])).deflated).statement("nobody's")
