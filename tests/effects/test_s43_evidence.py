"""S43: research and reports, policy briefs, budget and programme analysis."""

from __future__ import annotations

from tests.effects.claims import falls, nearly_gone, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect, only
from tests.support import coefficients_off as off

LONG = {"weeks": FIVE_YEARS, "runs": 300}
STUDIES = only("insider_meeting"), only("research", "policy_brief", "budget_analysis")
GAINS = off("research_gain", "brief_gain")


def test_studies_fill_the_common_evidence():
    """Without what they supply there is less than before: members with other work publish more of their own."""
    rises(effect("evidence", *STUDIES, **LONG), 0.1)
    idle = effect("evidence", *STUDIES, **LONG, **GAINS)
    print(f"off: {idle}")
    assert idle.mean <= 0.0


def test_evidence_moves_those_who_heed_it():
    """The same work inside with and without what it finds; nobody is moved where work inside has no strength."""
    way = GAINS, {}
    inside = {**LONG, "runs": 500, "insider_share": 1.0}
    on = rises(effect("holder_position", *way, **inside), 0.008)
    nearly_gone(effect("holder_position", *way, **inside, **off("inside_strength")), on, 0.3)


def test_findings_reach_open_governments_more_than_closed_ones():
    way = off("evidence_contact"), {}
    opened = effect("holder_position", *way, **LONG, **only("policy_brief"), government_openness=1.0)
    closed = effect("holder_position", *way, **LONG, **only("policy_brief"), government_openness=0.0)
    rises(opened, 0.01)
    stronger(opened, closed)


def test_studies_without_talks_open_no_door():
    falls(effect("holder_contacts", *STUDIES, **LONG), 5.0)
