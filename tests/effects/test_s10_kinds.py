"""S10: without one kind of organisation an alliance fares otherwise, and differently for each kind."""

from __future__ import annotations

import itertools

import pytest

from sim.kinds import MEMBER_KINDS
from tests.effects.claims import falls, nearly_gone, rises
from tests.effects.lists import between, listed, own
from tests.effects.pairs import outcomes, paired
from tests.support import coefficients_off as off

OTHERS = ("ingo", "local_ngo", "grassroots", "membership_body", "bilateral_donor", "think_tank")
RUNS, WEEKS = 250, 104

# What an alliance of these others loses (-) or gains (+) most clearly without one body of the kind.
WITHOUT = {
    "ingo": ("hours_total", -180.0),
    "local_ngo": ("local_voice_share", -0.03),
    "grassroots": ("representativeness", -0.035),
    "membership_body": ("legitimacy", -0.02),
    "womens_rights": ("local_voice_share", -0.025),
    "multilateral_donor": ("ingo_dominance", -0.05),
    "bilateral_donor": ("money_total", -1.5),
    "foundation": ("representativeness", 0.02),
    "university": ("meeting_hours", -10.0),
    "think_tank": ("capacity_skills", -0.018),
    "faith": ("legitimacy", -0.022),
    "private_sector": ("diversity", -0.03),
    "government_body": ("government_trust", -0.015),
    "local_authority": ("diversity", -0.024),
    "media": ("salience_peak", -0.003),
}
ALSO = {"attendance", "shared_vision", "start_hours", "useful_meetings"}
PROFILE = tuple(sorted({outcome for outcome, _ in WITHOUT.values()} | ALSO))


def with_and_without(kind):
    rest = tuple(each for each in OTHERS if each != kind)
    return listed((*rest, kind)), listed(rest)


def test_every_kind_has_its_claim():
    assert set(WITHOUT) == set(MEMBER_KINDS)


@pytest.mark.parametrize("kind", WITHOUT)
def test_removing_a_kind_tells(kind):
    outcome, least = WITHOUT[kind]
    found = between(outcome, *with_and_without(kind), runs=RUNS, weeks=WEEKS)
    if least > 0.0:
        rises(found, least)
    else:
        falls(found, -least)


def removed(kind, outcome):
    full, without = (outcomes({}, outcome, RUNS, WEEKS, each) for each in with_and_without(kind))
    return without - full


def test_no_two_kinds_are_missed_in_the_same_way():
    """For every two kinds some outcome tells, beyond chance, which of them was taken away."""
    alike = []
    for one, other in itertools.combinations(WITHOUT, 2):
        found = [paired(name, removed(one, name), removed(other, name)) for name in PROFILE]
        if not any(each.low > 0.0 or each.high < 0.0 for each in found):
            alike.append((one, other))
    assert not alike


@pytest.mark.parametrize(
    ("kind", "outcome", "coefficients"),
    [
        ("media", "salience_peak", ("own_coverage",)),
        ("government_body", "government_trust", ("vouching", "member_trust")),
    ],
)
def test_what_a_family_does_of_its_own_accord_is_why(kind, outcome, coefficients):
    on = between(outcome, *with_and_without(kind), runs=RUNS, weeks=WEEKS)
    nearly_gone(between(outcome, *with_and_without(kind), runs=RUNS, weeks=WEEKS, **off(*coefficients)), on, 0.3)


def test_without_opponents_change_is_easier():
    opposed, alone = (own(OTHERS, opponents=number) for number in (3, 0))
    falls(between("opposition_effort", opposed, alone, runs=RUNS, weeks=WEEKS), 0.5)
    rises(between("veto_position", opposed, alone, runs=RUNS, weeks=WEEKS), 0.02)
