"""S27: resistance often comes from mutual distrust: engaging government builds trust, and trust persuades."""

from __future__ import annotations

from tests.effects.claims import MANY, lever, nearly_gone, rises
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WAY = lever("government_engagement", 0.0, 1.0)
LONG = {"weeks": FIVE_YEARS, "runs": 1500}


def test_engagement_builds_governments_trust():
    on = rises(effect("government_trust", *WAY), 0.1)
    ways = off("engagement_trust", "surprise", "contact_trust")
    nearly_gone(effect("government_trust", *WAY, **ways), on, 0.05)


@MANY
def test_trust_opens_doors_and_persuades():
    """Work inside moves nobody where it has no strength; then what is left of engagement is its cost."""
    rises(effect("reception", *WAY, **LONG), 0.03)
    on = rises(effect("holder_position", *WAY, **LONG), 0.028)
    rises(effect("policy_changed", *WAY, **LONG), 0.02)
    nearly_gone(effect("holder_position", *WAY, **LONG, **off("inside_strength")), on, 0.25)


@MANY
def test_a_trusting_government_is_moved_more_by_the_same_work():
    way = lever("initial_government_trust", 0.1, 0.7)
    on = rises(effect("holder_position", *way, **LONG), 0.045)
    nearly_gone(effect("holder_position", *way, **LONG, **off("inside_strength")), on, 0.25)
