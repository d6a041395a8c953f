"""S07: who speaks for the people affected, and for many sectors, weighs more and agrees later."""

from __future__ import annotations

from tests.effects.claims import gone, nearly_gone, rises
from tests.effects.lists import CIVIL, MANY, between, listed, organisation, own
from tests.support import coefficients_off as off

ALIKE, VARIED = listed(CIVIL), listed(MANY)
FAR, CLOSE = (
    own((), *(organisation(kind, n, {"representativeness": close}) for n, kind in enumerate(MANY)))
    for close in (0.2, 0.8)
)
NO_WEIGHT = off("legitimacy_represented", "legitimacy_breadth")
IN_PUBLIC = {"initial_salience": 0.9, "insider_share": 0.1, "media_freedom": 1.0, "civic_space": 1.0}


def test_many_sectors_weigh_more_than_the_like_minded():
    """Without it the varied have a little less weight: they speak less with one meaning."""
    on = rises(between("legitimacy", ALIKE, VARIED), 0.23)
    nearly_gone(between("legitimacy", ALIKE, VARIED, **NO_WEIGHT), on, 0.1)


def test_many_sectors_agree_later():
    """Sectors want different things, trust each other less, and have more to write down before they start."""
    on = rises(between("agreement_week", ALIKE, VARIED), 2.5)
    same = off("liking_sector", "trust_same_sector") | {"alliance.formality": 0.0}
    nearly_gone(between("agreement_week", ALIKE, VARIED, **same), on, 0.25)


def test_who_is_close_to_the_people_weighs_more():
    rises(between("legitimacy", FAR, CLOSE), 0.1)
    gone(between("legitimacy", FAR, CLOSE, **off("legitimacy_represented")))


def test_and_that_weight_moves_those_who_decide_where_the_public_minds():
    rises(between("veto_position", FAR, CLOSE, runs=400, **IN_PUBLIC), 0.025)
    gone(between("veto_position", FAR, CLOSE, **IN_PUBLIC, **off("legitimacy_represented")))
