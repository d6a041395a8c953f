"""S05: collaborating costs time and carries risk; the dearer, the fewer join."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone
from tests.effects.pairs import effect
from tests.support import coefficients_off as off


def test_risk_keeps_organisations_away():
    way = lever("collaboration_risk", 0.0, 1.0)
    falls(effect("joined_share", *way), 0.15)
    gone(effect("joined_share", *way, **off("join_risk")))


def test_cost_keeps_organisations_away():
    """What is left without the weighing of cost: later invitations, asked by an alliance that meets at other costs."""
    way = lever("participation_cost", 0.25, 3.0)
    on = falls(effect("joined_share", *way), 0.19)
    nearly_gone(effect("joined_share", *way, **off("join_cost")), on, 0.15)


def test_who_wants_little_of_it_stays_away():
    way = lever("initial_agreement", 0.9, 0.1)
    on = falls(effect("joined_share", *way), 0.07)
    nearly_gone(effect("joined_share", *way, **off("join_liking")), on, 0.25)
