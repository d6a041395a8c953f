"""S49: a public pledge asked of every candidate before an election."""

from __future__ import annotations

from tests.effects.claims import MANY, gone, lever, nearly_gone, rises
from tests.effects.pairs import FIVE_YEARS, effect
from tests.support import coefficients_off as off

WAY = lever("tactic_pledge_campaign", 0.0, 1.0)
OFTEN = {"initial_salience": 0.7, "election_interval": 104, "weeks": FIVE_YEARS}
NO_ELECTION = {"election_interval": 10**9, "weeks": FIVE_YEARS}


def test_candidates_who_are_asked_sign_and_the_winner_is_bound():
    rises(effect("pledges_signed", *WAY, runs=200, **OFTEN), 0.35)
    rises(effect("pledge_bound", *WAY, runs=200, **OFTEN), 0.17)
    gone(effect("pledge_bound", *WAY, runs=200, **OFTEN, **off("pledge_force")))


def test_a_pledge_needs_an_election():
    gone(effect("pledge_bound", *WAY, runs=200, **NO_ELECTION))
    gone(effect("holder_position", *WAY, runs=200, **NO_ELECTION))


@MANY
def test_a_bound_winner_wins_more_of_the_aim():
    """The same campaigns with and without force in what is signed; a signed loser carries nothing.

    Where no winner is bound a candidate still stands by what it signed, and other candidates are worth a visit: one run
    in a thousand ends otherwise.
    """
    way = off("pledge_force"), {}
    asked = {"tactic_pledge_campaign": 1.0}
    on = rises(effect("policy_changed", *way, runs=2000, **OFTEN, **asked), 0.02)
    rises(effect("implementation", *way, runs=2000, **OFTEN, **asked), 0.01)
    gone(effect("policy_changed", *way, runs=200, **asked, **NO_ELECTION))
    nearly_gone(
        effect("policy_changed", *way, runs=200, **OFTEN, **asked, **off("pledge_new", "pledge_incumbent")), on, 0.1
    )
