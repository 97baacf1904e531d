"""Words of the press mean the press to every stage that asks."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.linking.papers import short_name
from saidwho.reading.names import settle_names
from saidwho.statements.outlets import Outlets
from saidwho.text.issuing import is_body
from saidwho.text.press import KINDS, TITLES
from saidwho.types.document import Span
from saidwho.types.reading import Mention


@pytest.mark.parametrize("title", TITLES)
def test_a_title_ends_the_name_of_an_outlet(title: str) -> None:
    """The reader's person of such a name is a body, statements find an outlet in it, and linking no body that tells its own deeds."""
    name = f"Army {title}"
    text = f"The {name} reported fire."
    span = Span(start=len("The "), end=len("The ") + len(name))
    (settled,) = settle_names(text, (Mention(span=span, kind="person", score=1.0),))
    assert "organisation" == settled.kind
    assert [name] == [one.span.of(text) for one in Outlets(freeze(Draft(text=text)), ()).names]
    assert not is_body(name)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_is_no_part_of_the_name(kind: str) -> None:
    """What kind of outlet one is may be said beside its name or not: it is the same outlet."""
    assert "norrpress" == short_name(f"the {kind} Norrpress")
