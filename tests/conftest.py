"""What all tests share: the corpora where they are, and random inputs that are the same in every run."""

import os
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "data"
NO_CORPORA = "needs ../shared/data, which is not beside the project"

# The same inputs in every run, so that a red build can be repeated. HYPOTHESIS_PROFILE=search draws new ones.
# No deadline: a shared machine may stop for a second at any moment.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests marked corpora where the corpora are not, and say why."""
    if CORPORA.is_dir():
        return
    for item in items:
        if item.get_closest_marker("corpora"):
            item.add_marker(pytest.mark.skip(reason=NO_CORPORA))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of the corpora. A test that asks for it carries the mark corpora, or is skipped here."""
    if not CORPORA.is_dir():
        pytest.skip(NO_CORPORA)
    return CORPORA


@pytest.fixture(autouse=True)
def _seeds() -> None:
    """Every test starts from the same random numbers."""
    random.seed(20220224)
    np.random.seed(20220224)
