"""S08: one supporter from whom nobody expected it persuades more than one more of the usual."""

from __future__ import annotations

import pytest

from tests.effects.claims import MANY, gone, rises
from tests.effects.lists import CIVIL, between, organisation, own
from tests.support import coefficients_off as off

ONE_MORE_NGO = own(CIVIL, organisation("local_ngo", 9))
UNLIKELY = {kind: own(CIVIL, organisation(kind, 9)) for kind in ("faith", "private_sector")}
EXPECTED = {kind: own(CIVIL, organisation(kind, 9, {"unlikeliness": 0.0})) for kind in UNLIKELY}
NO_SIGNAL = off("unlikely_credit", "unlikely_breadth", "unlikely_calm")


@MANY
@pytest.mark.parametrize(("kind", "least"), [("faith", 0.006), ("private_sector", 0.004)])
def test_an_unlikely_supporter_persuades_more_than_one_more_ngo(kind, least):
    """A body of faith by 0.0081, a firm by 0.0059."""
    rises(between("veto_position", ONE_MORE_NGO, UNLIKELY[kind], runs=6000), least)


@pytest.mark.parametrize("kind", UNLIKELY)
def test_it_does_so_because_nobody_expected_it(kind):
    """The same body, expected or not: without the signal, in the same runs, no difference at all."""
    rises(between("veto_position", EXPECTED[kind], UNLIKELY[kind], runs=1500), 0.004)
    gone(between("veto_position", EXPECTED[kind], UNLIKELY[kind], **NO_SIGNAL))
