"""What comes in masses, or without what it should have."""

from dataclasses import replace

import pytest

from benchmarks.linking.generated import reports
from saidwho.linking.blocking import WINDOW
from saidwho.linking.links import link
from saidwho.linking.parts import LARGEST
from saidwho.types.ids import content_id
from saidwho.types.linking import Links
from saidwho.types.statement import Report


def copied(report: Report, number: int) -> Report:
    """The same report in another outlet, with ids of its own."""
    statements = tuple(
        replace(
            statement,
            id=content_id([statement.id, number]),
            propositions=tuple(replace(p, id=content_id([p.id, number])) for p in statement.propositions),
        )
        for statement in report.statements
    )
    document = replace(report.document, id=content_id([report.document.id, number]), outlet=f"Outlet {number}")
    return replace(report, document=document, statements=statements)


def in_claims(links: Links) -> list[str]:
    return sorted(member.proposition for claim in links.claims for member in claim.members)


def test_many_copies_of_one_report_are_its_claims_with_one_origin() -> None:
    """Each proposition is compared once, whatever the number of copies; the copies add no origin."""
    (report,) = reports(5)
    links = link([copied(report, number) for number in range(300)])
    assert len(links.claims) <= 5
    assert {(300, 1)} == {(claim.documents, claim.independent_origins) for claim in links.claims}


def test_one_speaker_quoted_in_many_reports_makes_no_mega_cluster() -> None:
    """Groups are cut with a note, and no proposition is lost."""
    told = list(reports(1500, one_speaker=True))
    links = link(told)
    assert in_claims(links) == sorted(p.id for report in told for s in report.statements for p in s.propositions)
    assert max(len({member.quote for member in claim.members}) for claim in links.claims) <= LARGEST
    assert WINDOW < 1500


@pytest.mark.parametrize("published", [None, "1970-01-01", "2199-01-01", "soon"])
def test_reports_of_no_or_an_odd_date_are_linked_all_the_same(published: str | None) -> None:
    """A date that cannot be is no reason to stop, nor to merge with what is dated."""
    told = list(reports(50))
    odd = [replace(report, document=replace(report.document, published=published)) for report in told[:3]]
    links = link([*odd, *told[3:]])
    assert in_claims(links) == sorted(p.id for report in told for s in report.statements for p in s.propositions)


def test_statements_without_speakers_have_no_origin() -> None:
    """Nobody is made up."""
    told = []
    for report in reports(50):
        silent = tuple(replace(s, speaker=None, source=(), chain=()) for s in report.statements)
        told.append(replace(report, statements=silent))
    assert {0} == {claim.independent_origins for claim in link(told).claims}


def test_the_order_of_generated_reports_does_not_matter() -> None:
    """Also where blocks and groups are cut."""
    told = list(reports(600))
    assert link(told) == link(told[::-1])
