"""S25: officials are not necessarily the power-holders: a map of power brings effort where influence is."""

from __future__ import annotations

from tests.effects.claims import lever, nearly_gone, rises, stronger
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WAY = lever("power_mapping", 0.0, 1.0)
AS_FOUND = {"evaluation": "none", "weeks": FIVE_YEARS}  # nobody corrects the map on the way
EQUAL = {**off("influence_spread", "veto_official_share"), "power_concentration": 0.5, "decentralisation": 0.5}


def test_effort_goes_where_influence_is():
    """Without a map no better than chance would, with a good one by four tenths; where all weigh alike, nothing."""
    rises(effect("aim_of_contacts", *WAY, runs=300, **AS_FOUND), 0.21)
    rises(effect("holder_position", *WAY, runs=600, **AS_FOUND), 0.011)
    same = effect("aim_of_contacts", *WAY, runs=300, **AS_FOUND, **EQUAL)
    print(f"off: {same}")
    assert abs(same.mean) < 1e-9


def test_a_map_tells_more_where_power_sits_with_technical_staff():
    staff = effect("aim_of_contacts", *WAY, runs=300, power_concentration=0.0, **AS_FOUND)
    top = effect("aim_of_contacts", *WAY, runs=300, power_concentration=1.0, **AS_FOUND)
    stronger(staff, top)


def test_a_map_of_power_wins_more_where_rank_misleads():
    """Where technical officials must consent and work goes inside; where those of rank decide, rank is map enough."""
    inside = {"insider_share": 1.0, "government_openness": 0.9, "power_concentration": 0.0, "veto_holders": 3}
    inside |= AS_FOUND
    on = effect("provisions_won", *WAY, runs=800, **inside, **{"coefficient.veto_official_share": 1.0})
    rises(on, 0.026)
    nearly_gone(effect("provisions_won", *WAY, runs=800, **inside, **off("veto_official_share")), on, 0.5)
