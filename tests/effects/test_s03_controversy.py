"""S03: a controversial subject raises opposition and eats hours, less so among unlikely allies."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises, stronger
from tests.effects.lists import CIVIL, between, organisation, own
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WAY = lever("controversy", 0.1, 0.9)
USUAL, UNLIKELY = (own(CIVIL, organisation("faith", 9, {"unlikeliness": x})) for x in (0.0, 0.9))


def test_controversy_diverts_hours():
    rises(effect("hours_diverted", *WAY), 160.0)
    gone(effect("hours_diverted", *WAY, **off("diversion")))


def test_controversy_raises_opposition():
    rises(effect("opposition_effort", *WAY), 7.0)
    still = {"coefficient.opposition_lag": 0.0}
    gone(effect("opposition_effort", *WAY, **still))


def test_controversy_makes_change_rarer():
    on = falls(effect("policy_changed", *WAY, weeks=FIVE_YEARS), 0.15)
    ways = off(
        "controversy_disposition",
        "opposition_bite",
        "diversion",
        "dispute_buzz",
        "support_lost",
        "join_controversy",
        "implementation_blocked",
        "contest_difficulty",
        "courting_rate",
        "business_caution",
    )
    nearly_gone(effect("policy_changed", *WAY, weeks=FIVE_YEARS, **ways), on, 0.02)  # 2 of 1,000 pairs differ


def test_unlikely_allies_take_the_heat_out_of_it():
    """The same faith leader, expected to be in or not: fewer hours go into the controversy itself."""
    among_usual = effect("hours_diverted", *WAY, scenario=USUAL, weeks=156)
    among_unlikely = effect("hours_diverted", *WAY, scenario=UNLIKELY, weeks=156)
    rises(among_unlikely)
    stronger(among_usual, among_unlikely)
    on = falls(between("hours_diverted", USUAL, UNLIKELY, controversy=0.9), 20.0)
    nearly_gone(between("hours_diverted", USUAL, UNLIKELY, controversy=0.9, **off("unlikely_calm")), on, 0.1)
