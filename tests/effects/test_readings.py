"""Where the evidence disagrees, a reading that is set makes a difference (docs/conflicts.yaml)."""

from __future__ import annotations

from docs.making import numbers
from tests.effects.claims import falls, lever, rises, stronger
from tests.effects.pairs import effect


def readings(about):
    """The values of every reading of one disagreement, by short name."""
    found = next(each for each in numbers.table("conflicts.yaml") if each["about"].startswith(about))
    return found["readings"]


def test_trust_ends_lower_where_it_falls_faster_than_it_rises():
    ways = readings("Whether trust falls faster")
    falls(effect("trust_mean", ways["symmetric"], ways["strongly asymmetric"], runs=300), 0.006)


def test_some_form_gains_more_where_form_is_good():
    """S15: both readings let some form help; the price of full form is left in both."""
    ways = readings("Formality")
    some = lever("formality", 0.0, 0.4)
    good = rises(effect("activities_completed", *some, **ways["good"]), 4.0)
    mixed = rises(effect("activities_completed", *some, **ways["mixed"]), 2.0)
    stronger(good, mixed)


def test_controversy_costs_change_or_does_not():
    """S03: the same step in controversy under both readings."""
    ways = readings("Controversial aims")
    step = lever("controversy", 0.1, 0.7)
    usual = falls(effect("policy_changed", *step, runs=400, **ways["default, to be avoided"]), 0.12)
    harmless = effect("policy_changed", *step, runs=400, **ways["no worse"])
    stronger(harmless, usual)
    assert abs(harmless.mean) < 0.06, str(harmless)
