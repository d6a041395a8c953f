"""S31: evaluation corrects beliefs and levers; a third party does it better, and is dearer."""

from __future__ import annotations

from tests.effects.claims import MANY, falls, gone, lever, rises
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

NONE_OR_INTERNAL = lever("evaluation", "none", "internal")
INTERNAL_OR_THIRD = lever("evaluation", "internal", "third_party")
BLIND = off("map_internal", "map_third", "expectation_correction", "mix_correction", "pace_correction",
            "evaluation_lift", "evaluation_hours", "evaluation_cost", "worth_quorum")  # fmt: skip


def test_evaluation_corrects_what_members_believe():
    rises(effect("map_quality", *NONE_OR_INTERNAL), 0.15)
    falls(effect("expectation_gap", *NONE_OR_INTERNAL, runs=300), 0.03)
    gone(effect("expectation_gap", *NONE_OR_INTERNAL, runs=100, **BLIND))


def test_evaluation_corrects_a_rhythm_that_does_not_fit():
    """Who meets every eighth week comes to meet more often and gets more done; who meets every week meets less."""
    rises(effect("meetings", *NONE_OR_INTERNAL, meeting_interval=8, runs=400), 0.5)
    rises(effect("activities_completed", *NONE_OR_INTERNAL, meeting_interval=8, runs=400), 0.4)
    falls(effect("meetings", *NONE_OR_INTERNAL, meeting_interval=1), 15.0)
    gone(effect("meetings", *NONE_OR_INTERNAL, meeting_interval=8, runs=100, **BLIND))


def test_a_third_party_sees_more():
    rises(effect("map_quality", *INTERNAL_OR_THIRD), 0.04)
    falls(effect("expectation_gap", *INTERNAL_OR_THIRD, weeks=FIVE_YEARS), 0.006)
    gone(effect("expectation_gap", *INTERNAL_OR_THIRD, weeks=FIVE_YEARS, runs=100, **BLIND))


@MANY
def test_a_third_party_keeps_more_members_and_is_dearer():
    rises(effect("retention", *INTERNAL_OR_THIRD, weeks=FIVE_YEARS, runs=1500), 0.005)
    rises(effect("money_total", *INTERNAL_OR_THIRD), 6.0)
