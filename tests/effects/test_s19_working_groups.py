"""S19: working groups when the need arises beat one table for everything; too many cost coordination."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises, stronger
from tests.effects.pairs import effect

NONE_OR_NEED = lever("working_groups", "none", "by_need")
NEED_OR_FIVE = lever("working_groups", "by_need", "fixed")


def test_groups_by_need_beat_one_table_in_a_large_alliance():
    """Forty members bring more to decide than one table settles. Without the call of undecided items and
    of tasks without a team no group forms."""
    rises(effect("activities_completed", *NONE_OR_NEED, runs=300, founders=40), 2.8)
    never = {"coefficient.group_opens": 1e9, "coefficient.group_tasks": 1e9}
    gone(effect("activities_completed", *NONE_OR_NEED, runs=60, founders=40, **never))


def test_the_need_grows_with_size():
    way = lever("founders", 8, 40)
    rises(effect("working_groups", *way, runs=100), 1.0)


def test_the_gain_depends_on_size():
    large = effect("activities_completed", *NONE_OR_NEED, runs=300, founders=40)
    stronger(large, effect("activities_completed", *NONE_OR_NEED, runs=200, founders=8))


def test_more_groups_than_needed_cost_a_small_alliance():
    """Eight members sit in five groups: twice the hours, less done; hardly anything is lost where groups take no
    time."""
    rises(effect("meeting_hours", *NEED_OR_FIVE, founders=8), 240.0)
    on = falls(effect("output_per_hour", *NEED_OR_FIVE, runs=400, founders=8), 0.028)
    free = effect("output_per_hour", *NEED_OR_FIVE, runs=400, founders=8, **{"coefficient.group_hours": 0.0})
    nearly_gone(free, on, 0.1)


def test_groups_without_leaders_do_less():
    """Five groups with natural leaders against five with none; where a group needs no leader, nothing."""
    way = {}, {"coefficient.leader_skill": 2.0}
    large = {"working_groups": "fixed", "founders": 40, "evaluation": "none"}
    falls(effect("activities_completed", *way, runs=200, **large), 1.9)
    easy = {"coefficient.unled_group": 1.0, "coefficient.group_hours": 0.0}
    gone(effect("activities_completed", *way, runs=60, **large, **easy))
