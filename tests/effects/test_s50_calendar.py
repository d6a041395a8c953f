"""S50: elections, budget cycles, change of administration; alliance people appointed to office. T9: windows."""

from __future__ import annotations

from sim.scenario import Scenario
from sim.scenario.structure import CalendarEvent
from tests.effects.claims import falls, gone, lever, rises, stronger
from tests.effects.pairs import FIVE_YEARS, Own, effect
from tests.support import coefficients_off as off

NO_WINDOWS = off("window_after_election", "window_after_minister", "window_after_shock")
FREQUENT = {"election_interval": 104, "shock_rate": 1.5}
RARE = {"election_interval": 312, "shock_rate": 0.0, "holder_tenure": 72.0}


def test_a_change_of_administration_brings_new_people_and_appoints_some_of_the_alliances():
    way = lever("election_turnover", 0.0, 1.0)
    rises(effect("holders_replaced", *way, runs=300, weeks=FIVE_YEARS), 0.9)
    rises(effect("appointments", *way, runs=300, weeks=FIVE_YEARS), 0.05)
    gone(effect("appointments", *way, runs=300, weeks=FIVE_YEARS, **off("appointment_chance")))


def test_policy_moves_in_windows():
    """Nothing is told apart in a window that changes neither odds nor ears nor sessions."""
    rises(effect("windows_used", NO_WINDOWS, {}, runs=400, weeks=FIVE_YEARS), 0.3)
    rises(effect("stage_reached", NO_WINDOWS, {}, runs=400, weeks=FIVE_YEARS), 0.18)
    plain = {**off("extra_vote"), "coefficient.window_odds": 1.0, "coefficient.window_persuasion": 1.0}
    gone(effect("stage_reached", NO_WINDOWS, {}, runs=200, weeks=FIVE_YEARS, window_readiness=0.0, **plain,
                **off("reconvening", "worth_quorum")))  # fmt: skip


def test_being_ready_pays_where_windows_are_frequent():
    """T9: what is stored for a window that hardly ever comes spoils. Nothing is stored, nothing is won or lost."""
    way = lever("window_readiness", 0.0, 0.6)
    quiet = {"initial_salience": 0.1, "weeks": FIVE_YEARS}
    often = rises(effect("holder_position", *way, runs=600, **quiet, **FREQUENT), 0.01)
    seldom = effect("holder_position", *way, runs=600, **quiet, **RARE)
    stronger(often, seldom)
    gone(effect("holder_position", *way, runs=200, **quiet, **FREQUENT, **off("preparation_limit", "reconvening")))


def test_means_move_with_the_budget():
    """Where money is the problem nothing is carried out between budgets, however willing the administration."""
    usual = Scenario(weeks=FIVE_YEARS)
    yearly = tuple(CalendarEvent(week=40 + 52 * year, kind="budget") for year in range(5))
    budgets, none = (Own(usual.replace(calendar=each)) for each in (yearly, yearly[4:]))
    way = lever("implementation_capacity", 0.1, 0.9)
    poor = {"problem_kind": "underfunded", "runs": 200}
    rises(effect("implementation", *way, weeks=FIVE_YEARS, scenario=budgets, **poor), 0.05)
    gone(effect("implementation", *way, weeks=240, scenario=none, **poor))
    falls(effect("implementation", *lever("implementation_capacity", 0.9, 0.1), scenario=budgets, **poor), 0.05)
