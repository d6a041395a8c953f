"""S17: co-chairs from different bodies keep the focus; one kind alone dominates."""

from __future__ import annotations

from tests.effects.claims import MANY, falls, lever, nearly_gone, rises
from tests.effects.pairs import effect


def test_without_a_chair_fewer_meetings_are_useful():
    """Little is settled. Where anything settled is enough, no chair is missed."""
    way = lever("co_chairs", 2, 0)
    on = falls(effect("useful_meetings", *way), 0.07)
    nearly_gone(effect("useful_meetings", *way, **{"coefficient.purpose_items": 1e-9}), on, 0.1)


def test_without_a_chair_agreement_comes_later():
    """Where a meeting runs by itself as well as with the best chair, only the fewer who come are left."""
    way = lever("co_chairs", 2, 0)
    on = rises(effect("agreement_week", *way), 5.0)
    nearly_gone(effect("agreement_week", *way, **{"coefficient.no_chair": 1.0}), on, 0.2)


@MANY
def test_co_chairs_of_one_kind_dominate():
    """Voice is less equal, and members go. Without louder chairs and suspicion only the choice of persons is left."""
    way = lever("co_chair_diversity", True, False)
    on = rises(effect("transparency_gap", *way, runs=1500), 0.0013)
    falls(effect("retention", *way, runs=1500), 0.01)
    equal = {"coefficient.chair_one_sector": 1.0, "coefficient.chair_suspicion": 0.0}
    nearly_gone(effect("transparency_gap", *way, runs=1500, **equal), on, 0.5)
