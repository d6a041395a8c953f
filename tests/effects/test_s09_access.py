"""S09: whom a new member reaches counts for more than how much it brings."""

from __future__ import annotations

from tests.effects.claims import gone, nearly_gone, rises
from tests.effects.lists import CIVIL, between, listed, organisation, own
from tests.support import coefficients_off as off

BEFORE = listed(CIVIL)
NEAR = {"minister": 0.9, "executive": 0.9}
FAR = dict.fromkeys(("minister", "executive", "official", "legislator", "local_authority"), 0.02)
SMALL_AND_NEAR = own(CIVIL, organisation("local_ngo", 9, {"hours": 2.0}, **NEAR))
SMALL = own(CIVIL, organisation("local_ngo", 9, {"hours": 2.0}))
LARGER_AND_FAR = own(CIVIL, organisation("local_ngo", 9, {"hours": 5.0}, **FAR))


def test_access_beats_size():
    """Two hours a week with the ear of minister and executive move veto holders more than five with nobody's."""
    rises(between("veto_position", LARGER_AND_FAR, SMALL_AND_NEAR, runs=800), 0.006)


def test_access_opens_doors():
    rises(between("holder_contacts", SMALL, SMALL_AND_NEAR, runs=400), 0.4)
    gone(between("holder_contacts", SMALL, SMALL_AND_NEAR, **off("grant_scale")))


def test_access_persuades():
    on = rises(between("veto_position", BEFORE, SMALL_AND_NEAR, runs=400), 0.007)
    nearly_gone(between("veto_position", BEFORE, SMALL_AND_NEAR, runs=400, **off("inside_strength")), on, 0.15)
