"""S15: too much form deters varied members, too little leaves nobody accountable."""

from __future__ import annotations

from tests.effects.claims import falls, lever, nearly_gone, peaks, rises
from tests.effects.pairs import effect
from tests.support import coefficients_off as off


def test_form_holds_people_to_their_word():
    way = lever("formality", 0.0, 0.5)
    on = rises(effect("completion", *way), 0.06)
    nearly_gone(effect("completion", *way, **off("accountability_slope")), on, 0.2)


def test_form_deters_members():
    way = lever("formality", 0.4, 0.95)
    on = falls(effect("joined_share", *way), 0.1)
    nearly_gone(effect("joined_share", *way, **off("join_barrier", "join_cost")), on, 0.05)


def test_up_then_down():
    """A memorandum gets more done than a handshake, and than a legal entity."""
    peaks("activities_completed", "formality", (0.0, 0.4, 1.0), runs=600)


def test_without_accountability_form_only_costs():
    way = lever("formality", 0.0, 0.4)
    found = effect("activities_completed", *way, **off("accountability_slope"))
    print(f"off: {found}")
    assert found.mean <= 0.0
