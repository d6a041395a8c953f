"""S47: pilot projects show how a change would work: slow, dear, strong evidence for implementation."""

from __future__ import annotations

from tests.effects.claims import MANY, falls, gone, lever, rises
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WAY = lever("tactic_pilot", 0.0, 0.3)
MEANS = {"problem_kind": "badly_implemented", "pooled_fund": 0.5, "member_money": 3.0}  # a pilot is dear
LONG = {"weeks": FIVE_YEARS, "runs": 300, **MEANS}
SHOWN = off("pilot_fit", "pilot_evidence", "pilot_contact")


def test_pilots_show_that_it_works():
    rises(effect("feasibility", *WAY, **LONG), 0.12)
    gone(effect("feasibility", *WAY, **LONG, **off("pilot_fit")))


def test_pilots_take_the_place_of_much_other_work():
    falls(effect("activities_completed", *WAY, **LONG), 8.0)


def test_without_means_there_are_hardly_any():
    poor = effect("feasibility", *WAY, weeks=FIVE_YEARS, runs=300)
    print(poor)
    assert poor.mean < 0.02


@MANY
def test_what_pilots_show_is_carried_out():
    """The same work with and without what it shows; and pilots against none, where they can be paid (Zambia): there
    they only cost where they show nothing."""
    rises(effect("implementation", SHOWN, {}, tactic_pilot=0.3, **LONG), 0.022)
    rises(effect("policy_changed", SHOWN, {}, tactic_pilot=0.3, **LONG), 0.045)
    rises(effect("implementation", *WAY, scenario="zambia", runs=400), 0.025)
    blind = effect("implementation", *WAY, scenario="zambia", runs=400, **SHOWN)
    print(f"off: {blind}")
    assert blind.mean <= 0.0
