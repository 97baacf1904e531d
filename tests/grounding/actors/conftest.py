"""Reports are read by the shipped reader, so that tests meet the parses that users meet."""

from collections.abc import Callable

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import Report


@pytest.fixture(scope="session")
def read() -> Callable[[str], Report]:
    """Read a text published on Friday, 27 October 2023."""

    def reading(text: str) -> Report:
        return read_document(freeze(Draft(text=text, published="2023-10-27")))

    return reading
