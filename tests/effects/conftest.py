"""Every effect is tested twice: with the stated number of runs, and five times as many in `make verify`."""

import pytest

from tests.effects.pairs import Size


@pytest.fixture(autouse=True, params=[1, pytest.param(5, marks=pytest.mark.slow)], ids=["quick", "full"])
def size(request):
    """How many times the stated number of runs."""
    Size.times = request.param
    yield request.param
    Size.times = 1
