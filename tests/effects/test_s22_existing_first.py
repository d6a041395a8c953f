"""S22: use what members already have before planning work that needs new resources."""

from __future__ import annotations

from tests.effects.claims import gone, lever, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("existing_first", False, True)


def test_using_what_exists_gives_more_output_an_hour():
    rises(effect("output_per_hour", *WAY, runs=600), 0.007)
    gone(effect("output_per_hour", *WAY, runs=100, **off("existing_saving"), **{"coefficient.unasked_sight": 1.0}))


def test_using_what_exists_gives_more_output_for_money():
    rises(effect("output_per_money", *WAY, runs=400), 0.005)
    gone(effect("output_per_money", *WAY, runs=100, **off("existing_saving"), **{"coefficient.unasked_sight": 1.0}))
