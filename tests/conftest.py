"""What all tests share: hypothesis without a clock or a memory, and the fixture `both`."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.support import Twins

settings.register_profile(
    "house",
    deadline=None,
    max_examples=40,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("house")


@pytest.fixture(scope="session")
def both() -> Twins:
    """A rule that runs twice, as plain Python and compiled, and fails where the two differ in any bit."""
    return Twins()
