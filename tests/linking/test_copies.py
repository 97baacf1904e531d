"""Copies and what proves them."""

from saidwho.intake.drafts import Draft, freeze
from saidwho.linking.credits import credited
from saidwho.linking.links import link
from saidwho.types.document import Document
from saidwho.types.grounding import NOTHING_GROUNDED
from saidwho.types.linking import Copy
from saidwho.types.statement import Report

TEXT = (
    "MARROW BAY, Nov 16 (Norrpress) - Shells hit the grain terminal of Marrow Bay on Thursday night and set two silos on fire, the port "
    "authority said. Nobody was hurt, since the workers had left the quay an hour before the first shell fell. The fire was out by the "
    "morning. The governor said that the terminal would load ships again within a week if the cranes could be repaired."
)
OTHER = (
    "A ferry with ninety people on board ran aground off the northern cape on Friday. Divers found a hole in its hull as long as a bus. "
    "The company that owns it has stopped all its boats until the weather is better, and pays for hotel rooms in three villages."
)


def document(text: str, outlet: str, published: str = "2023-11-17") -> Document:
    return freeze(Draft(text=text, outlet=outlet, published=published, language="en"))


def find_copies(documents: list[Document]) -> tuple[Copy, ...]:
    return link([Report(document=document, statements=(), grounding=NOTHING_GROUNDED) for document in documents]).copies


def test_a_reprint_is_a_copy_of_whom_it_credits() -> None:
    """Also where both bear the same date, and the copy has a line of its own."""
    agency, reprint = document(TEXT, "Norrpress"), document(TEXT + "\nThe mayor will speak at noon.", "The Harbour Courier")
    (copy,) = find_copies([reprint, agency])
    assert (reprint.id, agency.id, "Norrpress") == (copy.document, copy.of, copy.agency)


def test_passages_are_the_same_words_in_both() -> None:
    """Each can be looked up."""
    agency, reprint = document(TEXT, "Norrpress"), document("Late report. " + TEXT, "The Harbour Courier")
    (copy,) = find_copies([agency, reprint])
    assert all(p.here.of(reprint.text) == p.there.of(agency.text) for p in copy.passages)


def test_another_report_is_no_copy() -> None:
    """Two reports of two things share no passage."""
    assert () == find_copies([document(TEXT, "Norrpress"), document(OTHER, "The Harbour Courier")])


def test_a_thousand_copies_are_each_of_one_original() -> None:
    """Nothing is dropped, and nobody compares all with all."""
    documents = [document(TEXT, f"Outlet {number}", "2023-11-18") for number in range(200)] + [document(TEXT, "Norrpress")]
    copies = find_copies(documents)
    assert 200 == len(copies)
    assert {documents[-1].id} == {copy.of for copy in copies}


def test_a_dateline_names_the_agency() -> None:
    """In brackets before the dash."""
    assert ["Norrpress", None] == [credited(TEXT), credited(OTHER)]
