"""Three small stories of ours, read once: one briefing told by eight, a toll that grows, aid announced twice."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import Draft, IntakeOptions, freeze
from saidwho.pipeline.reading import read_document, read_documents
from saidwho.types.statement import Report

STORIES = Path(__file__).parent / "stories"
EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def _read(name: str) -> tuple[Report, ...]:
    return _reports_in(STORIES / f"{name}.jsonl")


def _reports_in(file: Path) -> tuple[Report, ...]:
    found = read_documents(documents_in([str(file)], options=IntakeOptions()))
    return tuple(report for report in found if isinstance(report, Report))


@pytest.fixture(scope="session")
def story() -> Callable[[str], tuple[Report, ...]]:
    """The reports of a story, by its name."""
    return _read


@pytest.fixture(scope="session")
def shown() -> tuple[Report, ...]:
    """The reports of the demonstration."""
    return _reports_in(EXAMPLES / "briefing/reports.jsonl")


@cache
def _told(*reports: tuple[str, str, str]) -> tuple[Report, ...]:
    drafts = (Draft(outlet=outlet, published=published, text=text) for outlet, published, text in reports)
    return tuple(read_document(freeze(draft)) for draft in drafts)


@pytest.fixture(scope="session")
def told() -> Callable[..., tuple[Report, ...]]:
    """Reports of some words: outlet, day of publication and text of each."""
    return _told
