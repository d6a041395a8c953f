"""S46: public mobilisation and campaigns."""

from __future__ import annotations

from tests.effects.claims import gone, lever, nearly_gone, rises
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

MARCHES = {"tactic_media": 0.0, "tactic_mobilisation": 1.0, "insider_share": 0.1}
WAY = lever("civic_space", 0.0, 1.0)


def test_crowds_throw_an_issue_into_public_view_where_they_may_march():
    on = rises(effect("salience_peak", *WAY, runs=400, **MARCHES), 0.005)
    nearly_gone(effect("salience_peak", *WAY, runs=400, **MARCHES, **off("crowd_buzz")), on, 0.3)


def test_crowds_press_on_power_holders_where_they_may_march():
    """Also where space is narrow marches turn into confrontations, fewer join, and evaluations turn away from them."""
    rises(effect("holder_position", *WAY, weeks=FIVE_YEARS, runs=400, **MARCHES), 0.016)
    crowds = off("crowd_pressure", "crowd_buzz", "support_gain")
    strains = off("mobilisation_strain", "confrontation_strain", "confrontation_exit", "confrontation_conflict")
    others = off("confrontation_disheartens", "join_controversy", "mix_correction")
    idle = crowds | strains | others
    gone(effect("holder_position", *WAY, weeks=FIVE_YEARS, runs=400, **MARCHES, **idle))
