"""S45: articles and briefings for the press; media bring politicians to act."""

from __future__ import annotations

from tests.effects.claims import gone, lever, nearly_gone, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect, only
from tests.support import coefficients_off as off

LONG = {"weeks": FIVE_YEARS, "runs": 300}
PRESS = {**only("media"), "insider_share": 0.0}
FREE = lever("media_freedom", 0.0, 1.0)


def test_a_free_press_brings_the_issue_before_the_public():
    """Without talk raised by the press there is as much attention as before."""
    on = rises(effect("salience_mean", *FREE, **LONG, **PRESS), 0.017)
    silent = off("press_buzz", "own_coverage", "salience_gain")
    gone(effect("salience_mean", *FREE, **LONG, **PRESS, **silent))
    nearly_gone(effect("salience_mean", *FREE, **LONG, **PRESS, **off("press_buzz", "own_coverage")), on, 0.25)


def test_attention_brings_the_issue_onto_the_agenda():
    rises(effect("stage_reached", *FREE, **LONG, **PRESS), 0.19)


def test_attention_makes_holders_heed_the_public():
    """What the public wants moves legislators the more it minds; not at all where they do not read its mood."""
    way = lever("public_support", 0.1, 0.9)
    hot = rises(effect("legislator_position", *way, **LONG, initial_salience=0.9), 0.1)
    quiet = effect("legislator_position", *way, **LONG, initial_salience=0.1)
    stronger(hot, quiet)
    nearly_gone(effect("legislator_position", *way, **LONG, initial_salience=0.9, **off("public_pull")), hot, 0.1)
