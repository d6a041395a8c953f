"""S35: a one-sided alliance lives and dies with its party; a balanced one survives a change of government."""

from __future__ import annotations

from sim.scenario import Scenario
from sim.scenario.structure import CalendarEvent, Office, Organisation
from tests.effects.claims import MANY, falls, gone, lever, rises, stronger
from tests.effects.pairs import Own, effect, outcomes, paired
from tests.support import coefficients_off as off

KINDS = (
    "ingo", "local_ngo", "local_ngo", "grassroots", "grassroots", "membership_body", "womens_rights", "university",
    "think_tank", "faith", "multilateral_donor", "private_sector",
)  # fmt: skip
OFFICES = (
    ("minister", True), ("executive", False), ("official", False), ("legislator", True), ("local_authority", False),
)  # fmt: skip
WAY = lever("election_turnover", 0.0, 1.0)  # the government changes at the election of week 104, or stays
HEATED = {"partisan_polarisation": 1.0}


def alliance(*leans):
    """Twelve members who lean as said, in turn; the government is of side 1."""
    members = tuple(
        Organisation(f"m{k}", f"m{k}", kind, attributes={"lean": leans[k % len(leans)]}) for k, kind in enumerate(KINDS)
    )
    offices = tuple(Office(name, name, name, veto=veto, side=1) for name, veto in OFFICES)
    return Own(Scenario(weeks=260, members=members, government=offices, calendar=(CalendarEvent(104, "election"),)))


ONE_SIDED, OTHER_SIDED, BALANCED = alliance(0.9), alliance(-0.9), alliance(0.9, -0.9)


def test_a_one_sided_alliance_dies_with_its_party():
    """Members lose heart and hours, work is left, some go."""
    falls(effect("commitment_mean", *WAY, scenario=ONE_SIDED, runs=400, **HEATED), 0.023)
    falls(effect("activities_completed", *WAY, scenario=ONE_SIDED, runs=400, **HEATED), 1.2)
    falls(effect("retention", *WAY, scenario=ONE_SIDED, runs=400, **HEATED), 0.012)


@MANY
def test_the_other_side_takes_heart_when_its_party_comes_in():
    """A little: new holders have to be won anew, which takes most of the heart that open doors give."""
    rises(effect("commitment_mean", *WAY, scenario=OTHER_SIDED, runs=3000, **HEATED), 0.007)


def test_the_other_side_is_received_and_stays_when_its_party_comes_in():
    rises(effect("reception", *WAY, scenario=OTHER_SIDED, runs=1500, **HEATED), 0.01)
    rises(effect("retention", *WAY, scenario=OTHER_SIDED, runs=1500, **HEATED), 0.009)


def test_a_balanced_alliance_survives_a_change_of_government():
    one = effect("commitment_mean", *WAY, scenario=ONE_SIDED, runs=400, **HEATED)
    stronger(effect("commitment_mean", *WAY, scenario=BALANCED, runs=400, **HEATED), one)


def test_without_party_ties_polarisation_is_nothing():
    """Where party counts neither in trust, legitimacy nor the views of holders, a heated climate changes nothing."""
    way = lever("partisan_polarisation", 0.0, 1.0)
    blind = off("partisan_distrust", "partisan_favour", "legitimacy_partisan", "partisan_weight")
    gone(effect("commitment_mean", *way, scenario=ONE_SIDED, runs=100, election_turnover=1.0, **blind))


def test_a_balanced_list_has_more_legitimacy():
    way = lever("partisan_balance", 0.0, 1.0)
    falls(effect("partisan_skew", *way, **HEATED), 0.015)
    rises(effect("legitimacy", *way, runs=1800, **HEATED), 0.002)


IN_OFFICE = {"election_turnover": 0.0, "partisan_polarisation": 1.0} | off("legitimacy_partisan", "partisan_weight")


def doors(scenario, **settings):
    """Share of requests that a government of side 1 grants, run by run."""
    return outcomes({**IN_OFFICE, **settings}, "reception", 800, scenario=scenario)


def test_a_government_receives_its_own_side_and_not_the_other():
    """The same twelve members, leaning to the side in office or to the other; the balanced lie between."""
    for voice in ("strongest", "one_voice"):
        other, own = doors(OTHER_SIDED, messenger=voice), doors(ONE_SIDED, messenger=voice)
        rises(paired("reception", other, own), 0.02)
        blind = off("partisan_distrust", "partisan_favour")
        gone(
            paired(
                "reception", doors(OTHER_SIDED, messenger=voice, **blind), doors(ONE_SIDED, messenger=voice, **blind)
            )
        )


def test_heat_closes_the_doors_of_the_other_side():
    heat = lever("partisan_polarisation", 0.0, 1.0)
    common = {name: value for name, value in IN_OFFICE.items() if name != "partisan_polarisation"}
    falls(effect("reception", *heat, scenario=OTHER_SIDED, runs=1200, **common), 0.018)
    falls(effect("holder_contacts", *heat, scenario=OTHER_SIDED, runs=800, **common), 1.2)
