"""A byline that is an agency says where the whole report comes from."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.statements.datelines import report_relay
from saidwho.statements.outlets import Outlets
from saidwho.types.document import Span
from saidwho.types.grounding import Actor


@pytest.mark.parametrize(
    ("expected", "byline", "outlet"),
    [
        ("Reuters", "Reuters", "Norra Posten"),
        ("Reuters", "By Reuters Staff", "Norra Posten"),
        ("AFP", "AFP", None),
        ("Associated Press", "Ada Vale, Associated Press", "Norra Posten"),
        ("Varnok News Agency", "Varnok News Agency", "Norra Posten"),
        (None, "Reuters", "Reuters"),
        (None, "Ada Vale", "Norra Posten"),
        (None, "Ada Vale and Karl Orlen", "Norra Posten"),
        (None, "Reuters and AFP", "Norra Posten"),
        (None, None, "Norra Posten"),
        (None, "", "Norra Posten"),
    ],
)
def test_an_agency_in_the_byline(expected: str | None, byline: str | None, outlet: str | None) -> None:
    """Its own, people, and two of which each may have written any of it, are none."""
    text = "The governor of the region said that shells had hit the bridge and that nobody was hurt."
    document = freeze(Draft(text=text, byline=byline, outlet=outlet))
    found = report_relay(document, Outlets(document, ()))
    assert expected == (found.name if found else None)


@pytest.mark.parametrize(
    ("expected", "outlet"),
    [(None, "Parallax Wire"), (None, "Parallax"), ("Parallax", "Harbour Courier"), ("Parallax", "Parallax Post")],
)
def test_an_agency_signs_by_a_part_of_its_name(expected: str | None, outlet: str) -> None:
    """Its own dateline relays nothing; a paper of the same first word may print the agency."""
    text = "VARNOK, Sept 16 (Parallax) - Shells hit the bridge on Monday.\nNobody was hurt, the governor said."
    document = freeze(Draft(text=text, outlet=outlet))
    found = report_relay(document, Outlets(document, ()))
    assert expected == (found.name if found else None)


@pytest.mark.parametrize(
    ("expected", "name", "outlet"),
    [
        (None, "MNW", "Meridian Newswire"),
        (None, "A.M.", "Agence Méridienne"),
        (None, "GPS", "Global Press Service, Moscow bureau"),
        (None, "MENA", "Mediterranean News Agency"),
        (None, "Austral", "Agencia Austral de Noticias"),
        (None, "Inform", "Inform-Sever"),
        ("MNX", "MNX", "Meridian Newswire"),
        ("Boreal", "Boreal", "Agencia Austral de Noticias"),
    ],
)
def test_an_agency_signs_by_letters_and_words_of_its_name(expected: str | None, name: str, outlet: str) -> None:
    """First letters of all its words, one or two of each, and words that tell it from others; nobody else's."""
    text = f"VARNOK, Sept 16 ({name}) - Shells hit the bridge on Monday.\nNobody was hurt, the governor said."
    document = freeze(Draft(text=text, outlet=outlet))
    found = report_relay(document, Outlets(document, ()))
    assert expected == (found.name if found else None)


def test_a_country_in_a_dateline_is_no_agency() -> None:
    text = "LERNA (Dessaria) - Shells hit the bridge on Monday.\nNobody was hurt, the governor said."
    document = freeze(Draft(text=text, outlet="Harbour Courier"))
    land = Span(start=text.index("Dessaria"), end=text.index("Dessaria") + len("Dessaria"))
    assert report_relay(document, Outlets(document, ()), {land}) is None
    assert report_relay(document, Outlets(document, ())) is not None


@pytest.mark.parametrize(("expected", "who"), [("Parallax", "Parallax"), (None, "Ada Vale"), (None, "Agencies")])
def test_a_line_of_who_wrote_it_and_when(expected: str | None, who: str) -> None:
    """One word is an agency, be it known or not; people have two, and agencies without a name are none."""
    text = f"Bridge hit in Varnok\n{who} | Updated: 2017-09-15 21:45\nShells hit the bridge on Monday."
    document = freeze(Draft(text=text, outlet="Harbour Courier"))
    found = report_relay(document, Outlets(document, ()))
    assert expected == (found.name if found else None)


def test_who_contributed_to_this_report() -> None:
    """Only the words that are credited name an outlet, and "this report" does not, though another's report was told of."""
    text = "A Parallax Wire report said the bridge was hit.\nAda Vale contributed to this report."
    mentions = tuple(Span(start=text.index(words), end=text.index(words) + len(words)) for words in ("Parallax Wire", "this report"))
    document = freeze(Draft(text=text, outlet="Harbour Courier"))
    parallax = Actor(id="parallax", name="Parallax Wire", kind="outlet", role=None, of=None, country=None, wikidata=None, mentions=mentions)
    assert report_relay(document, Outlets(document, (parallax,))) is None
