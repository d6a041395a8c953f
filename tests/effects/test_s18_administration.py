"""S18: administration must be done; an informal alliance dies when nobody does it; turns give ownership."""

from __future__ import annotations

from tests.effects.claims import falls, lever, nearly_gone, rises
from tests.effects.pairs import FIVE_YEARS, effect


def test_papers_pile_up_and_alliances_die_where_nobody_carries_them():
    way = lever("administration", "host", "nobody")
    on = rises(effect("admin_backlog", *way), 90.0)
    falls(effect("alive", *way, weeks=FIVE_YEARS, runs=400), 0.05)
    easy = effect("admin_backlog", *way, **{"coefficient.admin_goodwill": 1.0})
    print(f"off: {easy}")
    assert easy.mean < 0.05 * on.mean  # where goodwill does it all, nobody is missed


HOST_OR_TURNS = lever("administration", "host", "rotating")


def test_turns_give_more_ownership_than_a_host():
    """All are heard, and more have carried something; with one endless turn and no voice from it, hardly anybody
    gains."""
    on = rises(effect("ownership", *HOST_OR_TURNS, runs=1500), 0.018)
    ways = {"coefficient.rotation_weeks": 10_000, "coefficient.rotation_voice": 0.0}
    nearly_gone(effect("ownership", *HOST_OR_TURNS, runs=1500, **ways), on, 0.15)


def test_turns_do_less_in_a_large_alliance_and_more_among_a_dozen():
    """Few know each other's part (A46); where size is no matter, turns among forty do more than a host too."""
    rises(effect("admin_backlog", *HOST_OR_TURNS, runs=200, founders=40), 45.0)
    falls(effect("admin_backlog", *HOST_OR_TURNS, runs=600), 5.0)
    easy = {"coefficient.rotation_size": 1e6}
    falls(effect("admin_backlog", *HOST_OR_TURNS, runs=200, founders=40, **easy), 5.0)
