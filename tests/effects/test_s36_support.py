"""S36: local bodies lack means to take part: support brings them to the table, a broken promise costs trust."""

from __future__ import annotations

from tests.effects.claims import NOT_SHOWN, falls, gone, lever, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off


@NOT_SHOWN
def test_support_raises_attendance():
    """+0.0003 [-0.002, +0.003] (3,000 pairs): small members come more often, and those stay who would have left and
    come less often than the rest."""
    rises(effect("attendance", *lever("participation_support", 0.0, 1.0), runs=400), 0.006)


def test_support_brings_small_members_to_the_table():
    way = lever("participation_support", 0.0, 1.0)
    rises(effect("participation", *way, runs=400), 0.05)
    rises(effect("local_voice_share", *way, runs=400), 0.011)
    rises(effect("retention", *way), 0.02)
    gone(effect("attendance", *way, **off("support_relief", "admin_accounts", "support_cost", "broken_support")))


def test_a_broken_promise_costs_trust():
    way = lever("support_delivery", 1.0, 0.0)
    falls(effect("trust_mean", *way, participation_support=0.8), 0.05)
    gone(effect("trust_mean", *way, participation_support=0.8, runs=100,
                **off("support_relief", "support_cost", "broken_support")))  # fmt: skip
