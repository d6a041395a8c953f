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


def test_turns_give_more_ownership_than_a_host_and_do_less_in_a_large_alliance():
    """All are heard, and more have carried something; with one endless turn and no voice from it, nobody gains. A dozen
    who know each other's part carry more than a host, forty lose the thread (A46: Provan and Kenis 2008).
    """
    way = lever("administration", "host", "rotating")
    on = rises(effect("ownership", *way, runs=400), 0.02)
    falls(effect("admin_backlog", *way, runs=400), 5.0)
    rises(effect("admin_backlog", *way, runs=150, founders=40), 5.0)
    ways = {"coefficient.rotation_weeks": 10_000, "coefficient.rotation_voice": 0.0}
    nearly_gone(effect("ownership", *way, runs=400, **ways), on, 0.3)
