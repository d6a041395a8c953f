"""S28: the strongest member as messenger gives access, one voice gives weight in public; the context decides (T10)."""

from __future__ import annotations

from tests.effects.claims import falls, lever, nearly_gone, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WAY = lever("messenger", "strongest", "one_voice")
LONG = {"weeks": FIVE_YEARS, "runs": 500}
HOT = {"initial_salience": 0.9, "insider_share": 0.1}  # work in public on an issue in all eyes
QUIET = {"initial_salience": 0.1, "insider_share": 0.9}  # work inside on an issue that nobody minds


def test_the_strongest_member_opens_doors():
    on = falls(effect("reception", *WAY, weeks=FIVE_YEARS), 0.05)
    falls(effect("holder_contacts", *WAY, weeks=FIVE_YEARS), 1.9)
    nearly_gone(effect("reception", *WAY, weeks=FIVE_YEARS, **{"coefficient.one_voice_best": 1.0}), on, 0.05)


def test_one_voice_weighs_more_in_public():
    """What is left where one messenger is worth all: one voice reaches fewer doors, and so finds less opposition."""
    on = rises(effect("public_strength", *WAY, weeks=FIVE_YEARS), 0.0012)
    nearly_gone(effect("public_strength", *WAY, weeks=FIVE_YEARS, **{"coefficient.strongest_in_public": 1.0}), on, 0.35)


def test_who_should_speak_depends_on_the_context():
    public = rises(effect("provisions_won", *WAY, **LONG, **HOT), 0.025)
    inside = falls(effect("provisions_won", *WAY, **{**LONG, "runs": 900}, **QUIET), 0.012)
    stronger(public, inside)


def test_with_neither_access_nor_weight_at_stake_it_hardly_matters():
    same = {"coefficient.one_voice_best": 1.0, "coefficient.strongest_in_public": 1.0, **off("unlikely_credit")}
    on = effect("holder_position", *WAY, **LONG, **HOT)
    nearly_gone(effect("holder_position", *WAY, **LONG, **HOT, **same), on, 0.2)
