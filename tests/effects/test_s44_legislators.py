"""S44: presentations to a committee, education of legislators."""

from __future__ import annotations

from tests.effects.claims import gone, nearly_gone, rises
from tests.effects.pairs import FIVE_YEARS, effect, only
from tests.support import coefficients_off as off

WAY = only("policy_brief"), only("policy_brief", "legislator_briefing")
LONG = {"weeks": FIVE_YEARS, "runs": 400}


def test_briefings_open_the_doors_of_legislators():
    rises(effect("holder_contacts", *WAY), 2.0)
    gone(effect("holder_contacts", *WAY, **off("grant_scale")))


def test_briefed_legislators_come_closer():
    """Without a door that opens they move as little as others: what is left is that fewer briefs are written."""
    on = rises(effect("legislator_position", *WAY, **LONG), 0.06)
    nearly_gone(effect("legislator_position", *WAY, **LONG, **off("grant_scale")), on, 0.3)
