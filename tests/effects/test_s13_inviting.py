"""S13: invite with a clear aim, keep the door open, recruit who is missing."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

NARROW = {"drafting_group_size": 1, "open_door": 1.0}
TARGETED = lever("targeted_recruitment", 0.0, 1.0)
BLIND = off("recruit_missing", "recruit_present")


def test_targeted_recruitment_raises_diversity_over_time():
    """The first list is the same; who is missing comes in on the way, sooner than through a door open to all."""
    rises(effect("diversity", *TARGETED, weeks=52, **NARROW), 0.03)
    rises(effect("diversity", *TARGETED, **NARROW, runs=500), 0.012)
    gone(effect("diversity_founding", *TARGETED, **NARROW))
    gone(effect("diversity", *TARGETED, **NARROW, **BLIND))


def test_a_seat_kept_for_the_missing_is_not_given_to_another():
    falls(effect("members_peak", *TARGETED, **NARROW), 3.0)
    rises(effect("members_peak", *TARGETED, **NARROW, **off("recruit_present")), 0.5)


def test_an_open_door_lets_others_in():
    way = lever("open_door", 0.0, 1.0)
    rises(effect("diversity", *way), 0.06)
    rises(effect("members_peak", *way), 5.0)
    gone(effect("members_peak", *way, **off("invitation_rate")))


def test_a_clear_aim_invites_better():
    way = lever("goal_specificity", 0.0, 1.0)
    on = rises(effect("joined_share", *way), 0.07)
    nearly_gone(effect("joined_share", *way, **off("join_clarity")), on, 0.3)
