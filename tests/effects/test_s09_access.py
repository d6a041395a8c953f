"""S09: whom a new member reaches counts for more than how much it brings."""

from __future__ import annotations

from tests.effects.claims import NOT_SHOWN, gone, nearly_gone, rises
from tests.effects.lists import CIVIL, between, listed, organisation, own
from tests.support import coefficients_off as off

BEFORE = listed(CIVIL)
NEAR = {"minister": 0.9, "executive": 0.9}
FAR = dict.fromkeys(("minister", "executive", "official", "legislator", "local_authority"), 0.02)
SMALL_AND_NEAR = own(CIVIL, organisation("local_ngo", 9, {"hours": 2.0}, **NEAR))
SMALL = own(CIVIL, organisation("local_ngo", 9, {"hours": 2.0}))
FIVEFOLD_AND_FAR = own(CIVIL, organisation("local_ngo", 9, {"hours": 10.0}, **FAR))
LARGE_AND_FAR = own(CIVIL, organisation("local_ngo", 9, {"hours": 20.0}, **FAR))


@NOT_SHOWN
def test_access_beats_tenfold_size():
    """Two hours a week with the ear of minister and executive against twenty with nobody's: -0.013 [-0.018, -0.009]
    (3,000 pairs). Where an activity takes 1.1 hours for each hour planned, hours are what an alliance lacks first."""
    rises(between("veto_position", LARGE_AND_FAR, SMALL_AND_NEAR, runs=600), 0.007)


def test_access_beats_fivefold_size():
    """Two hours with the ear of minister and executive move veto holders more than ten with nobody's; more doors open
    to them than to twenty."""
    rises(between("veto_position", FIVEFOLD_AND_FAR, SMALL_AND_NEAR, runs=1500), 0.007)
    rises(between("reception", LARGE_AND_FAR, SMALL_AND_NEAR, runs=600), 0.045)


def test_access_opens_doors():
    rises(between("holder_contacts", SMALL, SMALL_AND_NEAR, runs=400), 0.9)
    gone(between("holder_contacts", SMALL, SMALL_AND_NEAR, **off("grant_scale")))


def test_access_persuades():
    on = rises(between("veto_position", BEFORE, SMALL_AND_NEAR, runs=400), 0.018)
    nearly_gone(between("veto_position", BEFORE, SMALL_AND_NEAR, runs=400, **off("inside_strength")), on, 0.15)
