"""S41: members judge anew whether it is worth it: end it, renew it, or rest and meet again at an opportunity."""

from __future__ import annotations

import numpy as np

from tests.effects.claims import falls, gone, lever, rises
from tests.effects.pairs import FIVE_YEARS, RUNS, effect, outcomes


def test_alliances_rest_and_meet_again():
    """Not rare, not usual: between a twentieth and a half of them rest within five years, and some of these return."""
    rested = outcomes({}, "weeks_dormant", RUNS, FIVE_YEARS) > 0.0
    returned = outcomes({}, "reconvened", RUNS, FIVE_YEARS) > 0.0
    print(f"rested {rested.mean():.2f}, met again {returned.mean():.2f}")
    assert 0.05 < rested.mean() < 0.5 and 0.03 < returned.mean() <= rested.mean()
    assert returned[~rested].sum() == 0 and np.mean(returned[rested]) > 0.2


def test_who_is_ready_for_windows_meets_again_more_often():
    way = lever("window_readiness", 0.0, 1.0)
    rises(effect("reconvened", *way, runs=600, weeks=FIVE_YEARS), 0.02)
    gone(effect("reconvened", *way, runs=100, weeks=FIVE_YEARS, **{"coefficient.reconvening": 0.0}))


def test_who_meets_again_works_again():
    way = lever("reconvening", 0.0, 0.25)
    rises(effect("activities_completed", *way, runs=400, weeks=FIVE_YEARS), 0.7)
    never = {"coefficient.worth_quorum": 0.0, "coefficient.dormancy_weeks": 10_000, "coefficient.resting": 0.0}
    gone(effect("activities_completed", *way, runs=100, weeks=FIVE_YEARS, **never))


def test_taking_stock_of_the_value_spares_hours_and_costs_work():
    """Where members would rather rest than carry on, they give fewer hours, get less done, and do not have to leave."""
    way = lever("worth_quorum", 0.0, 0.1)
    falls(effect("hours_total", *way, runs=400, weeks=FIVE_YEARS), 600.0)
    falls(effect("activities_completed", *way, runs=400, weeks=FIVE_YEARS), 3.0)
    gone(effect("hours_total", *way, runs=100, weeks=FIVE_YEARS, evaluation="none"))


def test_who_gives_up_ends_or_rests():
    way = lever("resting", 0.0, 1.0)
    rises(effect("alive", *way, runs=400, weeks=FIVE_YEARS), 0.03)
    gone(effect("alive", *way, runs=100, weeks=FIVE_YEARS, **{"coefficient.ending_rate": 0.0}))
