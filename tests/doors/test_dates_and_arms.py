"""What a date changes is as if it had been so from then on; an arm that is the whole changes nothing."""

from __future__ import annotations

import dataclasses

import pytest

from sim.model import AllianceModel
from sim.parameters import PARAMETER_DTYPE, PARAMETERS
from sim.running import run
from sim.scenario import Scenario, load_scenario, with_settings
from sim.scenario.structure import CalendarEvent
from tests.support import bits

SEED = 1


def dated(week, **change):
    """The default situation without its generated calendar, in which contexts change in one week."""
    quiet = CalendarEvent(week=0, kind="note")
    event = CalendarEvent(week=week, kind="context", change=change)
    return Scenario(weeks=104, calendar=(quiet, event))


def outcomes(scenario, **settings):
    return bits(run(with_settings(scenario, settings) if settings else scenario, seed=SEED).outcomes)


def test_parameters_lie_in_memory_in_the_order_of_their_declaration():
    assert [PARAMETER_DTYPE.fields[each.name][1] for each in PARAMETERS.values()] == [
        8 * place for place in range(len(PARAMETERS))
    ]


@pytest.mark.parametrize(
    ("name", "before", "change", "after"),
    [
        ("government_openness", 0.25, 0.5, 0.75),
        ("shock_rate", 0.5, -0.25, 0.25),
        ("civic_space", 0.25, 1.0, 1.0),  # it stays in its range
        ("staff_turnover", 0.25, -0.5, 0.0),
    ],
)
def test_a_change_in_the_first_week_is_as_if_it_had_always_been_so(name, before, change, after):
    changed, never = dated(0, **{name: change}), dated(0, **{name: 0.0})
    assert outcomes(changed, **{name: before}) == outcomes(never, **{name: after}) != outcomes(never, **{name: before})


def test_a_change_leaves_the_weeks_before_it_as_they_were():
    usual = run(dated(60, controversy=0.0), seed=SEED, trajectory=True).trajectory
    changed = run(dated(60, controversy=0.5), seed=SEED, trajectory=True, events=True)
    for name, line in changed.trajectory.items():
        assert line[:60].tobytes() == usual[name][:60].tobytes(), name
    assert changed.trajectory["opposition_effort"][70] > usual["opposition_effort"][70]
    (told,) = [event for event in changed.events if event.kind == "context_changed"]
    assert (told.week, told.text("en"), told.text("fr")) == (
        60,
        "Controversy: 0.90 from now on.",
        "Controverse\u00a0: 0,90 désormais.",
    )


def test_a_change_is_forgotten_when_the_next_run_begins():
    """The parameters of a block are copied run by run: the first run's date does not leak into the second."""
    scenario = dated(10, government_openness=0.5)
    first = run(scenario, seed=SEED).outcomes
    assert bits(run(scenario, seed=SEED).outcomes) == bits(first)
    model = AllianceModel(scenario, rng=SEED).run_to_end()
    assert bits(model.outcomes) == bits(first)
    assert model.situation.parameters.context.government_openness == Scenario().parameters.context.government_openness


def zambia(ratios, arm=None):
    """The case with other arms: as its members say, or one for all who may join."""
    whole = load_scenario("zambia").replace(weeks=160)
    if arm is None:
        return whole.replace(arms=ratios)
    joining = [one for one in whole.members if one.kind != "opponent" and not one.outside]
    members = [dataclasses.replace(one, arm=arm if one in joining else "") for one in whole.members]
    return whole.replace(arms=ratios, members=tuple(members))


def test_one_arm_for_all_that_meets_as_often_as_the_alliance_is_the_alliance():
    assert outcomes(zambia({"all": 1.0}, arm="all")) == outcomes(zambia({}, arm=""))


def test_arms_of_their_own_cadence_meet_more_often_than_the_whole():
    """At an interval of 8, the platform every 12 weeks and civil society every 4, against all every 8."""
    apart = run(zambia({"platform": 1.5, "civil_society": 0.5}), seed=SEED).outcomes
    whole = run(zambia({}, arm=""), seed=SEED).outcomes
    assert apart["meetings"] > whole["meetings"] > 3
    model = AllianceModel(zambia({"platform": 1.5, "civil_society": 0.5}), rng=SEED).run_to_end()
    assert bits(model.outcomes) == bits(apart)
