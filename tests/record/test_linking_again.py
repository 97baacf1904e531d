"""A record is linked anew when something came to it, and only then."""

import pytest

import saidwho.pipeline
from saidwho.linking.links import link
from saidwho.record.record import Record
from tests.record.made import keep, shape_of


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many reports each linking was given, so far."""
    calls: list[int] = []

    def counting(reports, judgements=(), *, with_reasons=False):
        calls.append(len(reports))
        return link(reports, judgements)

    monkeypatch.setattr(saidwho.pipeline, "link_reports", counting)
    return calls


def test_what_is_linked_is_not_linked_again(record: Record, linked: list[int]) -> None:
    """Until another report comes."""
    keep(record, shape_of("Ada Vale said that 12 boats struck Ilven.", key="a"))
    for _ in range(3):
        saidwho.pipeline.link_record(record)
    assert linked == [1]
    keep(record, shape_of("Bo Karr said that 12 boats struck Ilven.", key="b"))
    saidwho.pipeline.link_record(record)
    assert linked == [1, 2]


def test_another_version_links_again(record: Record, linked: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its claims may be others."""
    keep(record, shape_of("Ada Vale said that 12 boats struck Ilven.", key="a"))
    saidwho.pipeline.link_record(record)
    monkeypatch.setattr(saidwho.pipeline, "reader_version", lambda: "0.2.0+fedcba")
    saidwho.pipeline.link_record(record)
    assert linked == [1, 1]
