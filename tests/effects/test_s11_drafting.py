"""S11: a few trusted partners draw up the first list: one has blind spots, many take long."""

from __future__ import annotations

from tests.effects.claims import falls, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

NO_DRAFTING = off("draft_base_weeks", "draft_square_weeks")


def test_one_drafter_has_blind_spots():
    """Whoever knows everybody has none: the list is the one that was wanted, whoever draws it up."""
    way = lever("drafting_group_size", 4, 1)
    on = falls(effect("diversity_founding", *way), 0.09)
    falls(effect("start_sectors", *way), 0.35)
    known = {f"coefficient.draft_known_{whom}": 1.0 for whom in ("same", "other")}
    nearly_gone(effect("diversity_founding", *way, **known), on, 0.02)


def test_many_drafters_are_slow():
    """Not for their number: where drafting takes no longer with more of them, more hands make quicker work."""
    way = lever("drafting_group_size", 3, 8)
    rises(effect("agreement_week", *way), 5.3)
    falls(effect("agreement_week", *way, **NO_DRAFTING), 1.2)


def test_blind_spots_cost_legitimacy():
    way = lever("drafting_group_size", 4, 1)
    falls(effect("legitimacy", *way), 0.025)
