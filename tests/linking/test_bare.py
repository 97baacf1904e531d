"""Numbers that name nothing they count."""

import pytest

from saidwho.linking.bare import bare_figures
from saidwho.types.document import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a first shipment of 80 had left the port", [(80, 80)]),
        ("He passed the boats and counted six.", [(6, 6)]),
        ("They spoke of at least sixty-one.", [(61, None)]),
        ("you get 400 or a little more", [(400, None)]),
        ("It left on June 3, at 08.30, for the 14 line.", []),
        ("The war began in 1997.", []),
        ("70 mines lie there", []),
    ],
)
def test_a_bare_number_is_a_figure(text: str, expected: list[tuple[int | None, int | None]]) -> None:
    """With the room that its words leave; days, hours, years and what names its own noun are none."""
    whole = Span(start=0, end=len(text))
    assert expected == [(figure.low, figure.high) for figure in bare_figures(text, whole, (), within=(whole,))]


def test_outside_the_proposition_only_what_is_called_a_count_is_one() -> None:
    """ "There were four of them" may be pictures; "an earlier count of 11" is a count."""
    text = "There were four of them, raising an earlier count of 11."
    whole = Span(start=0, end=len(text))
    assert [11] == [figure.low for figure in bare_figures(text, whole, (), within=())]
