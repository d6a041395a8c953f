"""S56: many sectors against a like-minded coalition of NGOs, of equal size, hours and money.

Where the alliance wins: legitimacy, weight in public, attention, doors that open, better work. Where it loses: speed,
agreement, trust, the amount of work. It moves power-holders the further the more the public minds; in the usual context
gains and losses cancel out in the chance of change (-0.005 [-0.045, +0.035] over 1,000 pairs).
"""

from __future__ import annotations

import pytest

from sim.kinds import KINDS
from sim.parameters import Parameters
from tests.effects.claims import falls, nearly_gone, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WEIGHTS = {
    name: weight
    for name in KINDS
    if (weight := getattr(Parameters().alliance, f"weight_{name}", 0.0)) > 0.0
}  # fmt: skip
FAMILIES = sorted({KINDS[name].family.lower() for name in WEIGHTS})


def usual(endowment, families):
    """Mean endowment of a founder out of these families."""
    kinds = [name for name in WEIGHTS if KINDS[name].family.lower() in families]
    return sum(WEIGHTS[k] * getattr(KINDS[k], endowment) for k in kinds) / sum(WEIGHTS[k] for k in kinds)


def like_minded():
    """NGOs alone, each with as many hours and as much money as a member of the usual alliance has on average."""
    alone = {f"family_{family}": 0.0 for family in FAMILIES if family != "ngo"}
    hours, money = (usual(each, FAMILIES) / usual(each, ["ngo"]) for each in ("hours_per_week", "money_per_year"))
    return alone | {"member_hours": hours, "member_money": money}


WAY = like_minded(), {}
CLOSED = {"open_door": 0.0, "weeks": FIVE_YEARS}  # neither takes in others on the way


def compared(outcome, runs=200, **context):
    """The alliance against the coalition."""
    return effect(outcome, *WAY, runs=runs, **CLOSED, **context)


def test_hours_are_matched():
    found = compared("start_hours", runs=400)
    print(found)
    assert found.mean == pytest.approx(0.0, abs=0.03 * found.usual)


def test_the_alliance_is_more_legitimate_and_weighs_more_in_public():
    rises(compared("legitimacy"), 0.25)
    on = rises(compared("public_strength"), 0.0014)
    rises(compared("salience_mean", runs=1200), 0.0005)
    blind = compared("public_strength", **off("legitimacy_breadth", "legitimacy_represented"))
    print(f"off: {blind}; on: {on}")
    assert blind.mean <= 0.0  # where neither breadth nor representation counts, nothing is gained


def test_more_doors_open_and_the_work_is_better():
    rises(compared("reception", 700), 0.012)
    rises(compared("work_quality"), 0.014)


def test_it_agrees_later_and_less_and_does_less():
    later = rises(compared("agreement_week"), 3.1)
    looser = falls(compared("cohesion"), 0.03)
    falls(compared("activities_completed"), 5.6)
    falls(compared("trust_mean", 400), 0.012)
    alike = off("liking_sector")
    nearly_gone(compared("cohesion", **alike), looser, 0.35)
    nearly_gone(compared("agreement_week", **alike), later, 0.65)  # many sectors also have more to set up


def test_it_wins_more_the_more_the_public_minds():
    hot = compared("holder_position", 700, initial_salience=0.9)
    quiet = compared("holder_position", 700, initial_salience=0.1)
    rises(hot, 0.02)
    stronger(hot, quiet)
