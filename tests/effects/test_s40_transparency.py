"""S40: everyone sees everything: retention and trust up, no feeling of capture."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off


def test_what_everyone_sees_builds_trust_and_keeps_members():
    way = lever("transparency", 0.0, 1.0)
    rises(effect("trust_mean", *way), 0.022)
    rises(effect("retention", *way, runs=300), 0.015)
    falls(effect("transparency_gap", *way), 0.03)
    ways = off("opacity_drift", "observer_trust", "suspicion", "broken_in_team", "voice_memory")
    gone(effect("trust_mean", *way, runs=100, **ways))
