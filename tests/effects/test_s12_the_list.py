"""S12: the list is tested for balance and diversity, and for a shared vision: both are reported, both matter."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises
from tests.effects.pairs import effect, outcomes
from tests.support import coefficients_off as off

VISION = lever("initial_agreement", 0.2, 0.8)
DIVERSITY = lever("drafting_group_size", 1, 4)
WANT_THE_SAME = off(
    "liking_agreement",
    "liking_disagreement",
    "liking_sector",
    "approach_weight",
    "approach_mismatch",
    "approach_spread",
)


def test_both_are_reported_for_every_run():
    for name in ("diversity_founding", "shared_vision"):
        found = outcomes({}, name)
        assert found.min() >= 0.0 and found.max() <= 1.0 and found.std() > 0.01


def test_a_shared_vision_is_not_diversity():
    rises(effect("shared_vision", *VISION), 0.1)
    gone(effect("diversity_founding", *VISION))
    rises(effect("diversity_founding", *DIVERSITY), 0.09)


def test_a_shared_vision_matters():
    """It is what members want that counts: where all want the same, the context's agreement moves nothing."""
    falls(effect("agreement_week", *VISION), 5.0)
    gone(effect("agreement_week", *VISION, **WANT_THE_SAME))
    falls(effect("conflict", *VISION), 0.07)


def test_diversity_matters():
    """Where breadth and representation lend no weight, a wider list has hardly more of it."""
    on = rises(effect("legitimacy", *DIVERSITY, runs=400), 0.025)
    weightless = off("legitimacy_represented", "legitimacy_breadth")
    nearly_gone(effect("legitimacy", *DIVERSITY, runs=400, **weightless), on, 0.3)
    rises(effect("capacity_skills", *DIVERSITY, runs=400), 0.01)
