"""S14: agree together on what the policy must contain; surface disagreement, and write down what is not negotiable."""

from __future__ import annotations

import pytest

from tests.effects.claims import MANY, falls, gone, lever, nearly_gone, rises
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

RED = lever("non_negotiables", 0.0, 1.0)
SKIPPED = lever("negotiation", True, False)
NO_LINES = {"coefficient.line_rejects": 0.0, "coefficient.line_demands": 1.0}
NEVER_BINDS = off("red_binds")


def test_more_non_negotiables_make_purer_wins():
    on = rises(effect("purity", *RED, weeks=FIVE_YEARS, runs=300), 0.04)
    free = {"coefficient.soften_step": 0.0, "coefficient.agreement_tolerance": 1.0}
    nearly_gone(effect("purity", *RED, weeks=FIVE_YEARS, runs=300, **NEVER_BINDS, **free), on, 0.5)


def test_more_non_negotiables_make_wins_rarer():
    falls(effect("policy_changed", *RED, weeks=FIVE_YEARS, runs=300), 0.125)
    falls(effect("adopted_ever", *RED, weeks=FIVE_YEARS, runs=300), 0.04)


def test_more_non_negotiables_make_agreement_harder():
    """What must not be softened nor given up has to be talked over until most can live with it, and some never can."""
    on = rises(effect("agreement_week", *RED), 4.5)
    rises(effect("objections", *RED), 0.5)
    nearly_gone(effect("agreement_week", *RED, **{"coefficient.agreement_tolerance": 1.0}), on, 0.1)


def test_skipping_the_talk_agrees_at_once_and_brings_conflict_later():
    falls(effect("agreement_week", *SKIPPED), 2.3)
    on = rises(effect("quarrels", *SKIPPED), 0.35)
    rises(effect("conflict", *SKIPPED), 0.07)
    same = {"coefficient.conflict_skipped": 1.2, "coefficient.objection_conflict": 0.0}
    nearly_gone(effect("quarrels", *SKIPPED, **same), on, 0.3)


@MANY
def test_overruled_members_go():
    """They object first, then leave: where nobody has a line of its own, skipping the talk drives out none of them."""
    rises(effect("objections", *SKIPPED), 0.55)
    on = rises(effect("exits", *SKIPPED, weeks=FIVE_YEARS, runs=2500), 0.5)
    gone(effect("objections", *SKIPPED, **NO_LINES))
    nearly_gone(effect("exits", *SKIPPED, weeks=FIVE_YEARS, runs=2500, **NO_LINES), on, 0.3)


def test_negotiation_pays_with_power_holders_and_costs_breadth():
    falls(effect("holder_position", *SKIPPED, weeks=FIVE_YEARS, runs=400), 0.02)
    rises(effect("aim_kept", *SKIPPED), 0.075)
    gone(effect("aim_kept", *SKIPPED, **{"coefficient.agreement_tolerance": 1.0}, **NO_LINES))


@pytest.mark.parametrize(("agreement", "least"), [(0.1, 0.22), (0.5, 0.075)])
def test_the_further_apart_members_stand_the_more_they_give_up(agreement, least):
    falls(effect("aim_kept", *lever("initial_agreement", 0.9, agreement)), least)


def test_talking_it_over_first_keeps_more_of_the_aim():
    """A little more, among old partners: what divides most is seldom settled by one talk."""
    talk = {"coefficient.talk_pull": 0.0}, {"coefficient.talk_pull": 0.6}
    rises(effect("aim_kept", *talk, runs=600, origin="organic"), 0.004)
