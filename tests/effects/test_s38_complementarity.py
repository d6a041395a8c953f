"""S38: each member brings something unique: synergy grows with diversity, not with headcount."""

from __future__ import annotations

from sim.scenario import Scenario
from sim.scenario.structure import Organisation
from tests.effects.claims import gone, lever, rises, stronger
from tests.effects.pairs import RUNS, WEEKS, Own, effect, outcomes, paired

LIKE = ("ingo",) * 2 + ("local_ngo",) * 6
MORE_LIKE = ("ingo",) * 2 + ("local_ngo",) * 4
UNLIKE = ("university", "faith", "grassroots", "membership_body", "media", "womens_rights")


def alliance(*kinds):
    """Members of these kinds, each at its own address, so that the first ones are the same in each."""
    return Own(Scenario(weeks=WEEKS, members=tuple(Organisation(f"m{k}", f"m{k}", x) for k, x in enumerate(kinds))))


NGOS, MORE_NGOS, MANY_SECTORS = alliance(*LIKE), alliance(*LIKE, *MORE_LIKE), alliance(*LIKE, *UNLIKE)


def joined(outcome, scenario):
    """What an outcome gains when six join the eight NGOs."""
    return paired(outcome, *(outcomes({}, outcome, RUNS, scenario=each) for each in (NGOS, scenario)))


def test_unlike_members_raise_quality_more_than_like_ones():
    unlike = rises(joined("work_quality", MANY_SECTORS), 0.03)
    stronger(unlike, joined("work_quality", MORE_NGOS))


def test_unlike_members_cover_more_skills():
    stronger(joined("capacity_skills", MANY_SECTORS), joined("capacity_skills", MORE_NGOS))


def test_open_brainstorming_finds_the_better_team():
    way = lever("brainstorming", 0.0, 1.0)
    rises(effect("output_per_hour", *way, runs=600), 0.006)
    gone(effect("output_per_hour", *way, runs=100, **{"coefficient.sight_base": 1.0}))
