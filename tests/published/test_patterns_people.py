"""Facts A29, A30 and A32 to A34: each measure on made-up runs with answers by hand, and modules against theory."""

import math

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from experiments.evidence import PATTERNS, Sample
from experiments.evidence.modules import meetings, tenures
from experiments.evidence.patterns import people
from experiments.studies.arms import read_experiment
from sim.parameters import Parameters
from sim.rules.forms import near
from tests.support import plain

P = Parameters()
NAN = math.nan


# A29 and A30


def test_tenures_by_hand():
    months = Sample({"months": np.array([[10.0, 20.0, NAN], [2.0, NAN, NAN], [40.0, 8.0, 16.0]])})
    arms = {"Peru": months, "unstable": months, "stable": months}
    assert people.median_tenure(arms) == 13.0
    assert people.unstable_tenure(arms) == people.stable_tenure(arms) == 16.0
    assert math.isnan(people.median_tenure({"Peru": Sample({"months": np.full((2, 2), NAN)})}))


def test_only_tenures_that_ended_count():
    """In office since weeks 0, 3 and 4 of 6: three weeks and one, the last still goes on; and nobody ever leaves."""
    since = np.array([[0, 0, 0, 3, 4, 4], [0, 0, 0, 0, 0, 0]], dtype=float)
    assert_array_equal(tenures.completed(since), [[3.0, 1.0], [NAN, NAN]])
    assert tenures.completed(np.zeros((2, 5))).shape == (2, 1)


@pytest.mark.slow
def test_ministers_leave_by_the_lever_and_by_elections():
    """The lever says how long they stay, whatever ends it. Tenures that went on when thirty years were over are
    missing, one a run: by renewal theory those that ended last m (1 - m / T) months on average, m the mean and T the
    thirty years. Some 3,000 to 8,000 tenures an arm: standard error 1.1 to 1.5 %, and elections come in lumps."""
    found = tenures.serve(3000, 2)
    years = 52 * tenures.YEARS / tenures.WEEKS_A_MONTH
    for arm, lever in tenures.SETTINGS.items():
        months = found[arm]["months"]
        assert months[np.isfinite(months)].mean() == pytest.approx(lever * (1.0 - lever / years), rel=0.06)


# A32


def paired(with_it, without):
    """Draws agreed in week 10 in which policy changed 100 weeks later (1) or never (0)."""

    def made(happened):
        happened = np.array(happened, dtype=float)[:, None]
        return Sample({
            "stage_reached": np.ones_like(happened), "agreement_week": np.full_like(happened, 10.0),
            "weeks_to_change": np.where(happened == 1.0, 110.0, NAN),
        })  # fmt: skip

    return made(with_it), made(without)


def test_the_smallest_and_the_largest_uplift():
    arms = {}
    cases = {"ratio 1": [1, 1, 1, 0], "ratio 1.5": [1, 1, 0, 0], "ratio 2.5": [1, 0, 0, 0]}
    for name, happened in cases.items():
        arms[name], arms[f"{name} without"] = paired(happened, [1, 0, 0, 0])
    assert people.least_uplift(arms) == 0.0
    assert people.most_uplift(arms) == 0.5


def ensemble(effects, seed=1, draws=2000):
    """Draws in which outcomes answer to the first two levers with these effects for a standard deviation, and to one
    trait of the situation, with noise of 1."""
    generator = np.random.default_rng(seed)
    names = (*people.MAIN_LEVERS, *people.SITUATION)
    columns = {name: generator.standard_normal((draws, 1)) for name in names}
    both = sum(size * columns[name] for size, name in zip(effects, people.MAIN_LEVERS, strict=False))
    for outcome in people.TOLD:
        columns[outcome] = both + 0.7 * columns[people.SITUATION[0]] + generator.standard_normal((draws, 1))
    return Sample(columns)


def test_effects_of_levers_are_found_again():
    """2,000 draws with noise of 1: standard error 0.0224."""
    effect, error = people.lever_effects(ensemble((0.5, -0.3)))
    assert effect.shape == error.shape == (len(people.TOLD), len(people.MAIN_LEVERS))
    assert effect[:, 0] == pytest.approx(0.5, abs=0.09) and effect[:, 1] == pytest.approx(-0.3, abs=0.09)
    assert effect[:, 2:] == pytest.approx(0.0, abs=0.09)
    assert error == pytest.approx(1 / math.sqrt(2000), rel=0.1)


def test_runs_in_which_something_is_unknown_are_left_out():
    made = ensemble((0.5, -0.3), draws=100)
    columns = dict(made.columns)
    columns["completion"] = np.where(np.arange(100)[:, None] < 60, columns["completion"], NAN)
    effect, _ = people.lever_effects(Sample(columns))
    expected, _ = people.lever_effects(made.take(np.arange(60)))
    assert effect == pytest.approx(expected)
    columns["completion"] = np.full((100, 1), NAN)
    assert all(np.isnan(each).all() for each in people.lever_effects(Sample(columns)))


def test_signs_that_hold_and_signs_that_turn():
    """The same luck in every arm, as in the study: two levers are clear, and one of them turns."""
    steady = {"ratio 1": ensemble((0.6, -0.3)), "ratio 1.5": ensemble((0.5, -0.3))}
    assert people.same_signs(steady | {"ratio 2.5": ensemble((0.2, -0.4))}) == 1.0
    assert people.same_signs(steady | {"ratio 2.5": ensemble((0.2, 0.4))}) == 0.5


def test_no_clear_effect_is_no_verdict():
    """Where outcomes are the same in every run, no effect is clear."""
    names = (*people.MAIN_LEVERS, *people.SITUATION)
    generator = np.random.default_rng(1)
    columns = {name: generator.standard_normal((50, 1)) for name in names}
    flat = Sample(columns | {name: np.zeros((50, 1)) for name in people.TOLD})
    assert math.isnan(people.same_signs(dict.fromkeys(people.RATIOS, flat)))


@pytest.mark.parametrize("name", ["trust_ratio", "trust_levers"])
def test_the_arms_differ_in_the_weight_of_a_broken_word_alone(name):
    arms = read_experiment(f"evidence/{name}").arms
    first, *others = arms.values()
    for other in others:
        one, two = first.scenario.parameters.as_dict(), other.scenario.parameters.as_dict()
        assert {path for path in one if one[path] != two[path]} == {"coefficient.trust_ratio"}
        assert_array_equal(first.design().codes(), other.design().codes())
    assert [study.scenario.parameters.coefficient.trust_ratio for study in arms.values()] == [1.0, 1.5, 2.5]


def test_the_levers_are_those_that_the_study_draws():
    arms = read_experiment("evidence/trust_levers").arms
    drawn = {factor.path for factor in arms["ratio 1"].factors}
    assert drawn == {*people.MAIN_LEVERS, *people.SITUATION}


# A33


def advice(anywhere, middle, far):
    arms = {"anywhere": anywhere, "middle": middle, "far": far}
    return {arm: Sample({"moved": np.array(each)[:, None]}) for arm, each in arms.items()}


def test_advice_by_hand():
    arms = advice([0.2, 0.4], [0.4, 0.2], [0.1, 0.05])
    assert people.weight_of_advice(arms) == pytest.approx(0.3)
    assert people.far_advice(arms) == pytest.approx(0.25)


def test_a_listener_goes_as_far_as_the_pull_of_a_meeting():
    """With one speaker the middle of what is heard is what he said: the pull of a meeting, less the further off he
    stands, or a stubborn listener's part of it."""
    found = meetings.hear_advice(60, 3)
    pull = P.coefficient.meeting_pull * (0.7 + 0.3 * P.alliance.face_to_face)
    who = {}
    for arm, (nearest, furthest) in meetings.ADVICE.items():
        moved, distance = found[arm]["moved"][:, 0], found[arm]["distance"][:, 0]
        reached = pull * np.array([plain(near)(d, P.coefficient.listening_scale) for d in distance])
        stubborn = who[arm] = moved < 0.5 * reached
        assert moved[~stubborn] == pytest.approx(reached[~stubborn]) and 30 < (~stubborn).sum() < 60
        assert moved[stubborn] == pytest.approx(P.coefficient.stubborn_ease * reached[stubborn])
        assert (distance >= nearest - 1e-9).all() and (distance <= furthest + 1e-9).all()
    assert_array_equal(who["middle"], who["far"])


@pytest.mark.parametrize("distance", [0.05, 0.4, 0.8])
def test_there_is_room_for_both_opinions(distance):
    generator = np.random.default_rng(1)
    pairs = np.array([meetings.room_for(distance, generator) for _ in range(400)])
    listener, adviser = pairs.T
    assert np.abs(adviser - listener) == pytest.approx(distance)
    assert pairs.min() >= 0.0 and pairs.max() <= 1.0
    assert listener.min() >= P.coefficient.line_rejects and listener.max() <= P.coefficient.line_demands
    assert (adviser > listener).any() or distance > 0.79
    assert (adviser < listener).any()


# A34


def test_two_camps_by_hand():
    near = [0.5, 0.52, 0.54, 0.56, 0.58]
    position = np.array([
        [0.0, 0.05, 0.1, 0.15, 0.2, *(0.35 + each for each in near)],  # a gap of 0.65
        [0.0, *near, *(0.01 + each for each in near[:4])],  # one at the end is no camp
        [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],  # no gap of a fifth
        [0.1, 0.1, *near, 0.6, 0.61, 0.62],
    ])  # fmt: skip
    shuffled = np.random.default_rng(1).permuted(position, axis=1)
    assert people.stand_apart(shuffled).tolist() == [1.0, 0.0, 0.0, 1.0]
    assert people.two_camps({"stubborn": Sample({"position": position})}) == 0.5


def test_the_stubborn_hold_their_ends_better_than_the_open():
    found = meetings.hold_camps(40, 2)
    stubborn, is_open = found["stubborn"]["position"], found["open"]["position"]
    assert stubborn.shape == (40, 10) and stubborn.min() >= 0.0 and stubborn.max() <= 1.0
    assert stubborn[:, 0].mean() < is_open[:, 0].mean() - 0.005
    assert (stubborn[:, 0] <= P.coefficient.line_rejects + 1e-12).all()  # and never across a red line
    assert (stubborn[:, 1] >= P.coefficient.line_demands - 1e-12).all()


def test_every_fact_of_the_theme_is_tested():
    mine = {pattern.id.split(" ")[0] for pattern in people.PATTERNS}
    assert mine == {"A29", "A30", "A32", "A33", "A34"}
    assert all(PATTERNS[pattern.id] is pattern and pattern.measure is not None for pattern in people.PATTERNS)
