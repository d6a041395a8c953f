"""Founding: a scenario and the kinds become the first state of a run (S01 S03 S05 S10 S11 S12 S25)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim import founding
from sim.kinds import KIND_NAMES, KINDS
from sim.parameters import pack
from sim.rules.words import CAL_BUDGET, CAL_CELEBRATION, CAL_ELECTION, CANDIDATE, MINISTER, OPPONENT
from sim.scenario import CalendarEvent, Scenario, load_scenario
from sim.state import MOST_KINDS, empty_world
from tests.support import plain, values, with_values

KEY = np.uint64(99)
KINDS_BY_FAMILY = {name: kind.family for name, kind in KINDS.items()}


def founded(key=1, scenario=None, active=True, **chosen):
    """The first state of a run of the default scenario, or of another, with other values."""
    scenario = scenario or Scenario()
    scenario = scenario.replace(parameters=scenario.parameters if not chosen else with_values(**chosen))
    blueprint, point = founding.prepare(scenario, active=active), pack(scenario.parameters)
    organisations, holders = founding.room(blueprint, point)
    w, store = empty_world(organisations, holders, blueprint.calendar.copy(), blueprint.terms)
    with np.errstate(all="ignore"):
        plain(founding.found)(w, store, blueprint, point[0], founding.founder_weights(point)[0], np.uint64(key))
    return w, point[0], blueprint


def founders(w):
    return [m for m in w.organisations if m.is_founder == 1]


def by_kind(count, **weights):
    wanted = np.zeros(MOST_KINDS, np.int64)
    row = np.array([weights.get(name, 0.0) for name in KIND_NAMES])
    plain(founding.founders_by_kind)(values(founders=count), row, wanted)
    return {name: int(wanted[k]) for k, name in enumerate(KIND_NAMES) if wanted[k]}


def test_founders_by_largest_remainder():
    """Ten seats on 5 : 3 : 1 are 5.56, 3.33 and 1.11: five, three, one, and the last seat to the largest rest."""
    assert by_kind(10, ingo=5.0, faith=3.0, media=1.0) == {"ingo": 6, "faith": 3, "media": 1}
    assert by_kind(7, ingo=0.4) == {"ingo": 7}
    assert by_kind(7) == {}


@given(st.integers(3, 60), st.lists(st.floats(0.0, 1.0), min_size=16, max_size=16))
def test_seats_add_up_and_lie_within_one_of_their_share(count, found):
    weights = dict(zip(KIND_NAMES, found, strict=True))
    seats = by_kind(count, **weights)
    total = sum(found)
    if total > 1e-9:
        assert sum(seats.values()) == count
        assert all(abs(seats.get(name, 0) - count * weight / total) < 1.0 + 1e-9 for name, weight in weights.items())


def test_the_weights_of_kinds_are_multiplied_by_their_family():
    points = pack(with_values(weight_ingo=0.5, weight_faith=0.4, family_ngo=2.0, family_cso=0.0))
    found = dict(zip(KIND_NAMES, founding.founder_weights(points)[0], strict=True))
    assert found["ingo"] == 1.0 and found["faith"] == 0.0 and found["opponent"] == 0.0


@pytest.mark.parametrize("key", range(3))
def test_the_first_list_has_the_size_that_was_asked_for(key):
    w, p, _ = founded(key, founders=11, outsiders=7)
    assert len(founders(w)) == 11 and w.alliance.organisations == 11 + 7 + founding.OPPONENTS
    assert sum(int(m.is_drafter) for m in w.organisations) == p.drafting_group_size == w.counts.drafters
    assert [int(m.is_member) for m in w.organisations] == [int(m.is_drafter) for m in w.organisations]


def test_a_government_body_sits_in_where_it_should():
    def states(flag):
        w, _, _ = founded(weight_local_authority=0.0, weight_government_body=0.0, government_member=flag)
        return sum(KINDS_BY_FAMILY[KIND_NAMES[int(m.kind)]] == "Government" for m in founders(w))

    assert states(False) == 0 and states(True) == 1


def test_opponents_have_hours_in_proportion_to_the_founders():
    w, _, _ = founded(opposition_strength=0.5, member_hours=2.0)
    opponents = [m for m in w.organisations if m.is_opponent == 1]
    assert len(opponents) == founding.OPPONENTS and all(m.family == OPPONENT for m in opponents)
    assert sum(m.hours for m in opponents) == pytest.approx(0.5 * 2.0 * sum(m.hours for m in founders(w)))


@pytest.mark.parametrize("vetoes", [1, 2, 3, 4])
def test_as_many_offices_must_consent_as_the_context_says(vetoes):
    for key in range(5):
        w, _, _ = founded(key, veto_holders=vetoes)
        holders = w.holders[: int(w.alliance.holders)]
        assert sum(int(o.veto) for o in holders) == vetoes == w.counts.start_veto
        assert holders[0].office == MINISTER and holders[0].veto == 1
        assert not any(o.veto for o in holders if o.office == CANDIDATE)


@pytest.mark.parametrize("name", ["georgia", "minimal", "peru", "zambia"])
def test_the_first_state_lies_in_its_bounds(name):
    w, _, _ = founded(3, load_scenario(name))
    n, h = int(w.alliance.organisations), int(w.alliance.holders)
    shares = (
        "representativeness",
        "credibility",
        "reliability",
        "approach",
        "drive",
        "commitment",
        "enthusiasm",
        "voice",
    )
    for field in shares:
        assert ((w.organisations[field][:n] >= 0) & (w.organisations[field][:n] <= 1)).all(), field
    for field in ("skill", "position", "anchor", "access"):
        assert ((w.organisations[field][:n] >= 0) & (w.organisations[field][:n] <= 1)).all(), field
    assert (w.organisations["hours"][:n] >= 0).all() and (w.organisations["money"][:n] >= 0).all()
    assert (abs(w.holders["position"][:h]) <= 1).all() and (w.holders["influence"][:h] >= 0).all()
    assert ((w.trust >= 0) & (w.trust <= 1)).all() and (w.known == w.known.T).all()
    asked = w.provisions["is_asked"][: int(w.alliance.provisions)]
    assert 1 <= asked.sum() <= w.alliance.provisions


def test_an_organic_alliance_trusts_more_and_starts_at_once():
    convened, organic = founded(5)[0], founded(5, origin="organic")[0]
    assert organic.counts.founding_trust > convened.counts.founding_trust
    assert sum(int(m.is_member) for m in organic.organisations) >= sum(int(m.is_member) for m in convened.organisations)


def test_without_an_alliance_the_world_is_the_same_and_nobody_is_in():
    one, _, _ = founded(5)
    other, _, _ = founded(5, active=False)
    assert not any(m.is_member for m in other.organisations)
    for field in ("disposition", "position", "trust", "veto", "influence", "side"):
        assert one.holders[field].tobytes() == other.holders[field].tobytes(), field
    assert one.policy.obstacle == other.policy.obstacle and one.calendar.tobytes() == other.calendar.tobytes()
    assert one.trust.tobytes() == other.trust.tobytes()


def test_other_levers_leave_who_is_there_as_it_was():
    one, other = founded(5)[0], founded(5, meeting_interval=8, formality=0.9, transparency=0.1)[0]
    for field in ("address", "hours", "money", "skill", "lean", "position"):
        assert one.organisations[field].tobytes() == other.organisations[field].tobytes(), field


def test_more_founders_move_nobody_who_was_there():
    few, many = (founded(5, founders=n, outsiders=0)[0] for n in (10, 14))
    traits = {int(m.address): float(m.lean) for m in many.organisations}
    both = [m for m in few.organisations[: int(few.alliance.organisations)] if int(m.address) in traits]
    assert len(both) >= 6 and all(traits[int(m.address)] == m.lean for m in both)


@pytest.mark.parametrize("kind", ["private_sector", "media", "ingo"])
def test_a_list_of_one_kind_has_names_of_that_kind_only(kind):
    """Sixty founders of one kind, hardly known to one drafter: every one has an address of its own kind."""
    only = {f"weight_{name}": float(name == kind) for name in KIND_NAMES if name != "opponent"}
    w, _, blueprint = founded(5, founders=60, drafting_group_size=1, prior_collaboration=0.0, outsiders=0, **only)
    table = {int(address) for address in blueprint.founder_address[KIND_NAMES.index(kind)]}
    addresses = [int(m.address) for m in founders(w)]
    assert len(addresses) == len(set(addresses)) == 60 and set(addresses) <= table


def test_elections_come_at_their_interval_and_budgets_every_autumn():
    w, p, _ = founded(5, election_interval=104)
    weeks = sorted(int(c.week) for c in w.calendar if c.kind == 0)
    assert 0 <= weeks[0] < 104 and set(np.diff(weeks)) == {104}
    assert sorted(int(c.week) for c in w.calendar if c.kind == 3)[:3] == [40, 92, 144]


@pytest.mark.parametrize(("days", "weeks"), [(0, []), (1, [8, 60, 112]), (2, [8, 34, 60]), (4, [8, 21, 34])])
def test_celebrated_days_are_spread_over_the_year_and_leave_elections_and_budgets_where_they_are(days, weeks):
    """52 weeks by 0, 1, 2, 4 from the ninth week on, early in March of a year that begins in January."""
    w, _, _ = founded(5, celebrated_days=days)
    usual, _, _ = founded(5)
    assert sorted(int(c.week) for c in w.calendar if c.kind == CAL_CELEBRATION)[:3] == weeks
    for kind in (CAL_ELECTION, CAL_BUDGET):
        assert [int(c.week) for c in w.calendar if c.kind == kind] == [
            int(c.week) for c in usual.calendar if c.kind == kind
        ]


def test_dated_events_are_counted_by_date_and_notes_left_out():
    listed = (CalendarEvent(30, "celebration", "B"), CalendarEvent(4, "note", "N"), CalendarEvent(9, "budget", "A"))
    assert [each.title for each in founding.dated_events(Scenario(calendar=listed))] == ["A", "B"]


def test_drafting_takes_the_square_of_the_group(both):
    weeks = both(founding.drafting_weeks)
    p = values(draft_base_weeks=1.0, draft_square_weeks=0.5, drafting_group_size=4)
    assert weeks(p) == 9.0


def test_a_group_that_works_together_already_needs_no_list(both):
    assert both(founding.drafting_weeks)(values(origin="organic", drafting_group_size=8)) == 0.0


@pytest.mark.parametrize(("quorum", "week"), [(0.2, 0), (0.4, 0), (0.6, 5), (0.7, 9), (1.0, 20)])
def test_the_week_by_which_enough_have_been_asked(quorum, week):
    """Five on the first list, asked in weeks 0 0 5 9 20; another is dated to come much later."""
    w, _, _ = founded(5, founders=3)
    w.organisations.on_first_list[:] = 0
    for i, asked in enumerate((20, 0, 9, 0, 5)):
        w.organisations[i].on_first_list, w.organisations[i].invited_week = 1, asked
    w.organisations[5].invited_week = 200
    assert plain(founding.week_of_list)(w.organisations, 6, quorum) == week


def test_who_comes_later_by_date_holds_up_no_aim():
    w, _, _ = founded(3, load_scenario("georgia"))
    assert max(int(m.invited_week) for m in w.organisations) > 50 and w.alliance.list_week < 20


def test_listed_values_win_over_drawn_ones(both):
    chosen = both(founding.chosen)
    assert chosen(0.3, 0.8) == 0.3 and chosen(float("nan"), 0.8) == 0.8 and chosen(0.0, 0.8) == 0.0


def test_power_sits_at_the_top_or_with_the_staff(both):
    weight = both(founding.office_weight)
    top, staff = 1, 2
    concentrated, spread = values(power_concentration=1.0), values(power_concentration=0.0)
    assert weight(top, concentrated) > weight(staff, concentrated) and weight(top, spread) < weight(staff, spread)
