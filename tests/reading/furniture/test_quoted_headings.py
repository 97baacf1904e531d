"""A heading in quotation marks takes up what somebody says below."""

import pytest

from saidwho.reading.furniture.headings import quoted_headings

_ABOVE, _BELOW = "Nine teachers were freed on Monday, the spokesman said.", "He called it a beginning."


def headings(text: str) -> list[str]:
    return [span.of(text) for span in quoted_headings(text)]


@pytest.mark.parametrize(
    "line",
    [
        "'First step'",
        "- 'Not a swap' -",
        "‘They burned people’s grain’",
        '"REALITY, NOT A THREAT"',
        "“No time to run”",
        "- Rebel chief's father named -",
    ],
)
def test_a_line_that_is_a_short_quotation_is_a_heading(line: str) -> None:
    assert [line] == headings(f"{_ABOVE}\n{line}\n{_BELOW}")


@pytest.mark.parametrize(
    "text",
    [
        f"{_ABOVE}\n“We ran.”\n{_BELOW}",
        f"{_ABOVE}\n“We ran and left the grain,”\n{_BELOW}",
        f"{_ABOVE}\n“We ran and left all that we had behind us in the two barns”\n{_BELOW}",
        f"The banner read:\n“No more war”\n{_BELOW}",
        f"{_ABOVE}\n“We left the grain”\n— Ada Vale, farmer",
        f"{_ABOVE}\n“We left the grain”\nsaid Ada Vale, a farmer.",
        f"{_ABOVE}\n- Two bridges in Kesh\n{_BELOW}",
    ],
)
def test_quotations_that_somebody_says_are_none(text: str) -> None:
    """They have a stop, are long, are led to, or their speaker follows."""
    assert not headings(text)
