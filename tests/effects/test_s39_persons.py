"""S39: trust lives in persons, not letterheads, and learns who keeps its word."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off


def test_trust_leaves_with_persons():
    way = lever("staff_turnover", 0.0, 1.0)
    falls(effect("trust_mean", *way), 0.075)
    falls(effect("completion", *way, runs=300), 0.025)
    gone(effect("trust_mean", *way, runs=100, **off("trust_lost_with_person")))


def test_trust_learns_who_is_reliable():
    """The more members differ in reliability, the more unequal the trust they receive, as far as words are noticed."""
    way = lever("reliability_spread", 0.0, 0.24)
    on = rises(effect("trust_inequality", *way, runs=400), 0.003)
    nearly_gone(effect("trust_inequality", *way, runs=400, **off("word_trust")), on, 0.3)  # attendance tells a little
