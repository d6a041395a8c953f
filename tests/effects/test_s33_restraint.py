"""S33: strong members overshadow the rest unless they hold back; that costs a little speed."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("ingo_restraint", 0.0, 1.0)
LEVEL = {**off("airtime_exponent"), "coefficient.mentor_cost": 1e9}


def test_restraint_gives_local_bodies_a_voice():
    rises(effect("local_voice_share", *WAY), 0.025)
    falls(effect("ingo_dominance", *WAY), 0.022)
    gone(effect("local_voice_share", *WAY, runs=100, **LEVEL))


def test_restraint_keeps_members_and_gives_legitimacy():
    rises(effect("retention", *WAY, runs=600), 0.008)
    rises(effect("legitimacy", *WAY), 0.011)
    gone(effect("legitimacy", *WAY, runs=100, **LEVEL))


def test_restraint_costs_some_speed():
    """The floor has a little less skill: where much is to be settled at few meetings, agreement comes a week later."""
    busy = {"formality": 0.9, "meeting_interval": 6, "weeks": 104}
    rises(effect("agreement_week", *WAY, runs=800, **busy), 0.5)
    gone(effect("agreement_week", *WAY, runs=100, **busy, **LEVEL))
