"""S26: where government is decentralised, talk to local authorities too: it pays there, and only there."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WAY = lever("local_engagement", 0.0, 1.0)
CARRIED = {"problem_kind": "badly_implemented", "weeks": FIVE_YEARS, "runs": 600}


def test_local_engagement_pays_only_if_decentralised():
    local = rises(effect("implementation", *WAY, decentralisation=1.0, **CARRIED), 0.005)
    falls(effect("holder_position", *WAY, decentralisation=0.0, **CARRIED), 0.006)
    stronger(local, effect("implementation", *WAY, decentralisation=0.0, **CARRIED))


def test_where_local_authorities_carry_nothing_out_their_ear_is_not_worth_the_ministers():
    idle = effect("implementation", *WAY, decentralisation=0.0, **CARRIED)
    print(f"off: {idle}")
    assert idle.mean <= 0.0


def test_engagement_that_takes_no_attention_changes_nothing():
    gone(effect("implementation", *WAY, decentralisation=1.0, **{**CARRIED, "runs": 200}, **off("local_attention")))
