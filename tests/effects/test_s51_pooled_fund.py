"""S51: a pooled fund that aligns donors: it pays for the work of those who lack money, and wants its accounts kept."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WAY = lever("pooled_fund", 0.0, 0.5)
LONG = {"weeks": FIVE_YEARS, "runs": 300}
POOR = {"member_money": 0.25}


def test_the_fund_pays_for_those_who_lack_money():
    rises(effect("fund_spent", *WAY, **LONG, **POOR), 8.0)
    rises(effect("ownership", *WAY, **LONG, **POOR), 0.01)


def test_more_gets_done_where_money_is_short_and_less_where_it_is_not():
    poor = rises(effect("activities_completed", *WAY, **LONG, **POOR), 2.9)
    rich = falls(effect("activities_completed", *WAY, **LONG, member_money=2.0), 3.0)
    stronger(poor, rich)


def test_where_work_costs_nothing_a_fund_has_nothing_to_pay():
    gone(effect("fund_spent", *WAY, **LONG, **POOR, **off("work_money")))


def test_donors_who_trust_the_others_put_more_under_common_rules():
    way = off("donor_alignment"), {}
    rises(effect("fund_spent", *way, **LONG, pooled_fund=0.3), 1.0)
    gone(effect("fund_spent", *way, **LONG, pooled_fund=0.0))
