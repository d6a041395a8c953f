"""S34: without small bodies close to those affected, and with umbrella bodies that drift, legitimacy falls."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off


def test_a_size_test_costs_legitimacy():
    way = lever("size_test", False, True)
    falls(effect("legitimacy", *way), 0.03)
    falls(effect("representativeness", *way), 0.04)
    falls(effect("local_voice_share", *way), 0.06)
    gone(effect("legitimacy", *way, runs=100, **off("size_limit")))


def test_bodies_drift_from_their_people():
    way = lever("base_drift", 0.0, 0.008)
    falls(effect("representativeness", *way, weeks=FIVE_YEARS), 0.016)
    falls(effect("legitimacy", *way, weeks=FIVE_YEARS), 0.007)


def test_umbrella_bodies_drift_faster():
    way = lever("umbrella_drift", 1.0, 4.0)
    falls(effect("representativeness", *way), 0.008)
    gone(effect("representativeness", *way, runs=100, **off("base_drift")))


def test_asking_ones_people_brings_a_body_back():
    """Bottom-up, inclusive working makes bodies go back to their people; where they cannot, it does not help."""
    way = {"bottom_up": 0.0, "inclusion_effort": 0.0}, {"bottom_up": 1.0, "inclusion_effort": 1.0}
    drifting = {"coefficient.base_drift": 0.012}
    back = effect("representativeness", *way, **drifting)
    stronger(back, effect("representativeness", *way, **drifting, **off("base_return")))
