"""S42: enthusiasm is contagious, clusters, and lifts the hours that members give; they gain something themselves."""

from __future__ import annotations

from tests.effects.claims import gone, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

TWO_YEARS = 104


def test_enthusiasm_that_spreads_clusters():
    """Those are alike who trust each other more than others; where distance makes no difference, it only levels."""
    way = lever("contagion", 0.0, 0.08)
    on = rises(effect("enthusiasm_clustering", *way, runs=800, weeks=TWO_YEARS), 0.016)
    even = {"coefficient.distant_warmth": 1e6}
    nearly_gone(effect("enthusiasm_clustering", *way, runs=800, weeks=TWO_YEARS, **even), on, 0.5)


def test_enthusiasm_lifts_delivered_hours():
    """More heart from each success, more hours given; where willingness does not ask for heart, none."""
    way = lever("success_lift", 0.0, 0.15)
    rises(effect("enthusiasm_mean", *way), 0.03)
    on = rises(effect("hours_total", *way), 200.0)
    nearly_gone(effect("hours_total", *way, **off("drive_enthusiasm")), on, 0.1)


def test_members_gain_something_themselves_and_stay_for_it():
    way = lever("benefit_gain", 0.0, 0.08)
    rises(effect("member_benefit", *way), 0.05)
    rises(effect("commitment_mean", *way, runs=400), 0.003)
    gone(effect("commitment_mean", *way, runs=100, **off("worth_benefit")))
