"""Who tells something to somebody of whom more is told."""

import pytest

from saidwho.pipeline.reading import find_attributions

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("teller", "text"),
    [
        (
            "Ivo Marn, a farmer from Lorn",
            "“They burned the mill,” Ivo Marn, a farmer from Lorn, told Governor Ada Vale, who came.",
        ),
        ("Dina Orlo", "“The shelling went on all night,” Dina Orlo told Mayor Pavel Rusk, who came to the shelter."),
        ("the minister", "“The guns fell silent at noon,” the minister told reporters who waited outside."),
    ],
)
def test_who_is_told_is_not_who_says_it(teller: str, text: str) -> None:
    """The subject of "told" says it, whatever is told of the hearer."""
    sources = [span.of(text).strip(",") for a in find_attributions(text).attributions for span in a.source]
    assert [teller] == sources
