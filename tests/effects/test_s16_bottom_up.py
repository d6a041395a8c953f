"""S16: who decides for themselves decides more slowly, is more committed and has more legitimacy."""

from __future__ import annotations

from tests.effects.claims import lever, nearly_gone, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off

WAY = lever("bottom_up", 0.0, 1.0)


def test_bottom_up_is_slower():
    """With the slowness off, what is left is that members learn and trust: not slower."""
    rises(effect("agreement_week", *WAY, runs=1000, weeks=78), 0.35)
    quick = effect("agreement_week", *WAY, runs=1000, weeks=78, **off("bottom_up_slowness"))
    print(f"off: {quick}")
    assert quick.mean <= 0.0


def test_bottom_up_commits():
    """Through voice, which nothing else of it moves; self-change and the pull home stay."""
    on = rises(effect("commitment_mean", *WAY), 0.018)
    quiet = off("bottom_up_voice", "self_change", "base_return", "bottom_up_slowness")
    nearly_gone(effect("commitment_mean", *WAY, **quiet, **off("bottom_up_legitimacy")), on, 0.1)


def test_bottom_up_gives_legitimacy():
    """Directly, and because all are heard."""
    on = rises(effect("legitimacy", *WAY), 0.035)
    quiet = off("bottom_up_voice", "bottom_up_legitimacy", "self_change", "base_return",
                "bottom_up_slowness")  # fmt: skip
    nearly_gone(effect("legitimacy", *WAY, **quiet), on, 0.05)
