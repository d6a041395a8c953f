"""S02: a precise aim wastes less and drifts less; ambition pays up to a point."""

from __future__ import annotations

from tests.effects.claims import MANY, falls, lever, nearly_gone, peaks, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

PRECISE = lever("goal_specificity", 0.0, 1.0)
WORDS_ONLY = off("precision_works", "vague_drift", "join_clarity")


def test_a_precise_aim_wastes_less_work():
    on = rises(effect("output_per_hour", *PRECISE), 0.14)
    nearly_gone(effect("output_per_hour", *PRECISE, **WORDS_ONLY), on, 0.1)


def test_more_of_what_is_planned_under_a_precise_aim_gets_done():
    on = rises(effect("completion", *PRECISE), 0.08)
    nearly_gone(effect("completion", *PRECISE, **WORDS_ONLY), on, 0.2)


def test_a_precise_aim_keeps_members_from_drifting_apart():
    on = rises(effect("cohesion", *PRECISE), 0.04)
    nearly_gone(effect("cohesion", *PRECISE, **off("vague_drift")), on, 0.4)


def test_a_precise_aim_brings_more_change():
    on = rises(effect("policy_changed", *PRECISE, weeks=FIVE_YEARS), 0.11)
    nearly_gone(effect("policy_changed", *PRECISE, weeks=FIVE_YEARS, **WORDS_ONLY), on, 0.3)


MANY_VETOES = {"veto_holders": 4}
LONG = {"weeks": FIVE_YEARS, "runs": 700}


@MANY
def test_what_is_won_grows_with_ambition_then_falls():
    """What stands of the aim, times what an aim so bold is worth: where four must consent, the middle is best."""
    peaks("change_worth", "goal_ambition", (0.0, 0.4, 1.0), **LONG | {"runs": 2000}, **MANY_VETOES)


def test_where_one_decides_the_bold_win_more():
    way = lever("goal_ambition", 0.4, 1.0)
    one, four = (effect("change_worth", *way, **LONG, veto_holders=number) for number in (1, 4))
    rises(one, 0.02)
    stronger(one, four)


def test_ambition_pays_all_the_way_where_the_bold_is_as_easily_granted():
    way = lever("goal_ambition", 0.4, 1.0)
    rises(effect("change_worth", *way, weeks=FIVE_YEARS, **MANY_VETOES, **off("difficulty_slope")), 0.06)


def test_ambition_never_pays_where_the_modest_is_worth_as_much():
    way, same = lever("goal_ambition", 0.0, 0.4), {"coefficient.worth_modest": 1.0}
    falls(effect("change_worth", *way, weeks=FIVE_YEARS, **MANY_VETOES, **same), 0.05)
