"""S48: conferences, field visits for officials, workshops."""

from __future__ import annotations

from tests.effects.claims import gone, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect, only
from tests.support import coefficients_off as off

WAY = only("policy_brief"), only("conference", "field_visit")


def test_conferences_and_visits_bring_contact():
    rises(effect("holder_contacts", *WAY), 4.0)
    gone(effect("holder_contacts", *WAY, **off("grant_scale")))


def test_who_was_on_a_visit_trusts_more():
    on = rises(effect("government_trust", *WAY, weeks=FIVE_YEARS, runs=3000), 0.01)
    stronger(on, effect("government_trust", *WAY, weeks=FIVE_YEARS, runs=3000, **off("contact_trust")))
