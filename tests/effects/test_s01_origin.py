"""S01: grown out of common work, an alliance agrees sooner and is narrower than one that was convened."""

from __future__ import annotations

from tests.effects.claims import falls, gone, lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("origin", "convened", "organic")
NO_DRAFTING = off("draft_base_weeks", "draft_square_weeks")
NO_HEAD_START = off("trust_organic", "known_prior")
AS_WIDE = {"coefficient.organic_reach": 1.0}


def test_old_partners_agree_sooner():
    """They need no list to find each other, and trust: with neither, and as wide a list, origin is but a word."""
    on = falls(effect("agreement_week", *WAY), 2.4)
    gone(effect("agreement_week", *WAY, **NO_DRAFTING, **NO_HEAD_START, **AS_WIDE))
    nearly_gone(effect("agreement_week", *WAY, **NO_DRAFTING, **NO_HEAD_START), on, 0.25)


def test_old_partners_trust_each_other():
    rises(effect("start_trust", *WAY), 0.09)
    gone(effect("start_trust", *WAY, **NO_HEAD_START, **AS_WIDE))


def test_trust_alone_speeds_them_too():
    """Where neither side needs a list, those who trust are quicker still: a meeting among them settles more."""
    falls(effect("agreement_week", *WAY, runs=1500, **NO_DRAFTING), 0.4)


def test_old_partners_know_fewer_others():
    falls(effect("diversity_founding", *WAY), 0.016)
    gone(effect("diversity_founding", *WAY, **AS_WIDE))
