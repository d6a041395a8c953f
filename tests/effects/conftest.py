"""Every effect is tested twice: with the stated number of runs, and five times as many in `make verify`."""

import pytest

from tests.effects.pairs import Size


@pytest.fixture(autouse=True, params=[1, pytest.param(5, marks=pytest.mark.slow)], ids=["quick", "full"])
def size(request):
    """How many times the stated number of runs; an effect that needs thousands of pairs as it is runs in `make verify`
    only, with its own number.
    """
    many = request.node.get_closest_marker("many") is not None
    if many and request.param == 1:
        pytest.skip("needs thousands of pairs: run by `make verify`")
    Size.times = 1 if many else request.param
    yield request.param
    Size.times = 1
