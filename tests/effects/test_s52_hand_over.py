"""S52: coordination is handed over to a ministry; a successor alliance takes up the advocacy."""

from __future__ import annotations

from tests.effects.claims import falls, gone, rises
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

LONG = {"weeks": FIVE_YEARS, "runs": 400}
ALONE, FOLLOWED = off("successor_chance"), {"coefficient.successor_chance": 5.0}
KEPT, HANDED = off("hand_over_chance"), {"coefficient.hand_over_chance": 1.0}
FRIEND = {"government_member": True}


def test_a_hand_over_needs_a_friend_in_government():
    """A government that is a member, or somebody from the alliance in office."""
    way = {"government_member": False}, FRIEND
    rises(effect("handed_over", *way, **LONG, **HANDED, open_door=0.0), 0.07)
    gone(effect("handed_over", *way, **LONG, **KEPT, open_door=0.0))


def test_a_hand_over_ends_the_advocacy_and_less_is_carried_out():
    falls(effect("alive", KEPT, HANDED, **LONG, **FRIEND, **ALONE), 0.085)
    falls(effect("implementation", KEPT, HANDED, **LONG, **FRIEND, **ALONE), 0.008)


def test_coordination_by_a_ministry_is_worth_something():
    """Of what an alliance leaves behind, the ministry's own will: without it even less is carried out."""
    way = off("will_member"), {}
    rises(effect("implementation", *way, **LONG, **HANDED, **ALONE, **FRIEND), 0.004)
    gone(effect("handed_over", *way, **LONG, **KEPT, **ALONE, **FRIEND))


def test_a_successor_goes_on_with_members_and_trust_of_the_two_largest_sectors():
    """In Georgia: fewer, less diverse, still trusting; nothing of it without a hand-over."""
    how = {"scenario": "georgia", "runs": 150}
    rises(effect("alive", ALONE, FOLLOWED, **how, **HANDED), 0.17)
    falls(effect("diversity", ALONE, FOLLOWED, **how, **HANDED), 0.026)
    falls(effect("members_final", ALONE, FOLLOWED, **how, **HANDED), 1.2)
    gone(effect("alive", ALONE, FOLLOWED, **how, **KEPT))


def test_a_successor_watches_on_what_is_carried_out():
    rises(effect("implementation", ALONE, FOLLOWED, **LONG, **HANDED, **FRIEND), 0.011)
    rises(effect("evidence", ALONE, FOLLOWED, **LONG, **HANDED, **FRIEND), 0.008)
    gone(effect("implementation", ALONE, FOLLOWED, **LONG, **KEPT, **FRIEND))
