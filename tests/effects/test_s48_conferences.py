"""S48: conferences, field visits for officials, workshops."""

from __future__ import annotations

from tests.effects.claims import MANY, gone, nearly_gone, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect, only
from tests.support import coefficients_off as off

WAY = only("policy_brief"), only("conference", "field_visit")


def test_conferences_and_visits_bring_contact():
    rises(effect("holder_contacts", *WAY), 4.0)
    gone(effect("holder_contacts", *WAY, **off("grant_scale")))


@MANY
def test_who_was_on_a_visit_trusts_more():
    """By the contact itself, and because an alliance that is received stays awake and engages the government."""
    long = {"weeks": FIVE_YEARS, "runs": 1500}
    on = rises(effect("government_trust", *WAY, **long), 0.005)
    stronger(on, effect("government_trust", *WAY, **long, **off("contact_trust")))
    nearly_gone(effect("government_trust", *WAY, **long, **off("contact_trust", "engagement_trust")), on, 0.4)
