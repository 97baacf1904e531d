"""Each statement of a page is kept, changed, withdrawn or added when its text changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.record.revisions import compare_statements
from tests.record.made import shape_of

STRUCK = "Ada Vale said that 17 people were struck at Ilven."
GONE = "Pell Orsk denied that the bridge was gone."


def fates(before: str, after: str) -> list[str]:
    return [compared.fate for compared in compare_statements(shape_of(before), shape_of(after))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (STRUCK, STRUCK, ["kept"]),
        (STRUCK, f"A line more.\n{STRUCK}", ["kept"]),
        (f"{STRUCK}\n{GONE}", f"{GONE}\n{STRUCK}", ["kept", "kept"]),
        (STRUCK, STRUCK.replace("17", "19"), ["changed"]),
        (STRUCK, STRUCK.replace("said", "denied"), ["changed"]),
        (STRUCK, STRUCK.replace("Ada Vale", "Pell Orsk"), ["added", "withdrawn"]),
        (STRUCK, "", ["withdrawn"]),
        ("", STRUCK, ["added"]),
        (f"{STRUCK}\n{GONE}", STRUCK, ["kept", "withdrawn"]),
        (f"{STRUCK}\n{STRUCK}", STRUCK, ["kept", "withdrawn"]),
    ],
)
def test_the_fate_of_statements(before: str, after: str, expected: list[str]) -> None:
    """What words stay, where they moved, and who said them, decide."""
    assert expected == fates(before, after)


def test_a_change_says_what_changed() -> None:
    """A reader sees both wordings."""
    (compared,) = compare_statements(shape_of(STRUCK), shape_of(STRUCK.replace("17", "19")))
    assert "content: 17 people were struck at Ilven → 19 people were struck at Ilven" == compared.note


@given(st.lists(st.sampled_from([STRUCK, GONE, STRUCK.replace("17", "19"), "Ada Vale denied that it was so."]), max_size=6),
       st.lists(st.sampled_from([STRUCK, GONE, STRUCK.replace("17", "21"), "Ada Vale said that it was so."]), max_size=6))  # fmt: skip
def test_every_statement_has_one_fate(before: list[str], after: list[str]) -> None:
    """None is told twice, and none is left out."""
    old, new = shape_of("\n".join(before)), shape_of("\n".join(after))
    compared = compare_statements(old, new)
    assert [s["id"] for s in new["statements"]] == [one.after for one in compared if one.after]
    assert sorted(s["id"] for s in old["statements"]) == sorted(one.before for one in compared if one.before)
