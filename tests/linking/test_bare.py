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
        ("Sixty thousand are lying in the yard", [(60000, 60000)]),
        ("A hundred and four.", [(104, 104)]),
        ("51 did not come back; seven remain in her care", [(51, 51), (7, 7)]),
        ("the toll stands at 101, of whom 23 are children", [(101, 101), (23, 23)]),
        ("Osk speaks of 600,000, the others of 20,000 at most", [(600000, 600000), (None, 20000)]),
        ("a force of 7,000 to 8,000 strong", [(7000, 8000)]),
        ("and 33 million for food, 3.5 million for tents", [(33000000, 33000000), (3500000, 3500000)]),
        ("it fell from 170 to 58", [(170, 170), (58, 58)]),
        ("the 175 came home, the two of them late", [(175, 175)]),
        ("They came at ten to nine and stayed for two hours", []),
        ("Osk, 44, who fled with a girl of eleven", []),
        ("They met at Kilometer 118 in a town of 800,000", []),
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
