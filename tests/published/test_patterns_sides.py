"""Facts A6 to A11 and A14: each measure on made-up runs whose answer is known by hand or by theory."""

import math

import numpy as np
import pytest

from experiments.evidence import Sample
from experiments.evidence.patterns import sides
from experiments.studies.arms import read_experiment

WEEK_48 = 208.0  # 48 months of 52/12 weeks


def expit(score):
    return 1.0 / (1.0 + np.exp(-score))


def runs(happened, **columns):
    """Runs agreed in week 10, in which policy changed 100 weeks later or never; shape (draws, replicates)."""
    happened = np.asarray(happened, dtype=float)
    shape = happened.shape
    made = {
        "stage_reached": np.ones(shape), "agreement_week": np.full(shape, 10.0),
        "weeks_to_change": np.where(happened == 1.0, 110.0, np.nan),
    }  # fmt: skip
    return Sample(made | {name: np.broadcast_to(np.asarray(each, float), shape) for name, each in columns.items()})


def bernoulli(chance, seed=1):
    return (np.random.default_rng(seed).random(chance.shape) < chance).astype(float)


# A6


def role(**changes):
    promotes = {"adopted_ever": [[1.0], [0.0], [0.0], [1.0]], "provisions_won": [[1.0], [0.0], [0.0], [0.4]]}
    promotes |= changes
    defends = {"reversed": np.array([[0.0], [0.0], [0.0], [1.0]])}
    return {
        "promotes": Sample({name: np.array(each) for name, each in promotes.items()}), "defends": Sample(defends),
    }  # fmt: skip


def test_defenders_and_challengers_by_hand():
    arms = role()
    assert sides.defended(arms) == 0.75
    assert sides.promoted(arms) == 0.5
    assert sides.defence_gap(arms) == 0.25
    assert sides.withheld(arms) == 0.75  # all but the run in which the whole aim stands
    assert sides.contest_gap(arms) == 0.25


def test_a_failed_run_is_neither_a_win_nor_a_defence():
    arms = role(adopted_ever=[[1.0], [np.nan], [0.0], [1.0]], provisions_won=[[1.0], [np.nan], [0.0], [0.4]])
    assert sides.promoted(arms) == pytest.approx(2 / 3)
    assert sides.withheld(arms) == pytest.approx(2 / 3)


# A7


def logit_sample(slope, constant=-0.5, spread=0.8, size=20_000):
    """Change by a logit with these coefficients of the log ratio of means."""
    log_ratio = np.random.default_rng(3).normal(0.0, spread, (size, 1))
    return runs(bernoulli(expit(constant + slope * log_ratio)), start_resource_ratio=np.exp(log_ratio))


def test_the_slope_of_means_is_found_again():
    arms = {"with": logit_sample(0.7)}
    assert sides.means_slope(arms) == pytest.approx(0.7, abs=0.06)  # standard error 0.02


def test_the_curve_of_means_against_the_integral():
    """The area by its definition: pairs of a run that changed and one that did not, from the known densities."""
    grid = np.linspace(-4.0, 4.0, 4001)
    density = np.exp(-0.5 * (grid / 0.8) ** 2)
    yes, no = density * expit(-0.5 + 0.7 * grid), density * (1.0 - expit(-0.5 + 0.7 * grid))
    below = np.cumsum(no) - 0.5 * no
    expected = (yes * below).sum() / (yes.sum() * no.sum())
    assert sides.means_curve({"with": logit_sample(0.7)}) == pytest.approx(expected, abs=0.015)  # s.e. 0.004


def test_means_that_decide_nothing_explain_nothing():
    arms = {"with": logit_sample(0.0)}
    assert sides.means_fit(arms) == pytest.approx(0.0, abs=0.001)
    assert sides.means_curve(arms) == pytest.approx(0.5, abs=0.015)


def test_the_fit_of_means_by_the_deviance_of_two_groups():
    """Two values of the ratio with shares 0.2 and 0.6: McFadden's R² follows from the entropies."""
    found = np.r_[np.repeat([1.0, 0.0], [20, 80]), np.repeat([1.0, 0.0], [60, 40])][:, None]
    sample = runs(found, start_resource_ratio=np.repeat([0.5, 2.0], 100)[:, None])

    def entropy(share):
        return -(share * math.log(share) + (1 - share) * math.log(1 - share))

    expected = 1.0 - (entropy(0.2) + entropy(0.6)) / (2 * entropy(0.4))
    assert sides.means_fit({"with": sample}) == pytest.approx(expected, abs=1e-5)


# A8


def test_those_against_are_counted_in_founders_as_far_as_controversy_brings_them_out():
    """Ten founders against opponents with twice their hours and half the controversy: ten against ten."""
    sample = runs([[0.0]], start_size=10.0, start_resource_ratio=0.5, **{"context.controversy": 0.5})
    assert sides.opposing(sample)[0, 0] == 10.0
    assert sides.net_support(sample)[0, 0] == 0.0


def test_no_opponents_are_none_against():
    """The ratio is missing where nobody opposes."""
    sample = runs([[0.0]], start_size=9.0, start_resource_ratio=np.nan, **{"context.controversy": 1.0})
    assert sides.net_support(sample)[0, 0] == pytest.approx(math.log(10.0))


def sides_sample(supporting, against, constant=-1.0, draws=20_000):
    """Change by a logit of the logarithms of one plus those for it and one plus those against it."""
    generator = np.random.default_rng(5)
    size = generator.integers(5, 61, (draws, 1)).astype(float)
    ratio, controversy = np.exp(generator.normal(0.0, 0.8, (draws, 1))), generator.random((draws, 1))
    score = supporting * np.log1p(size) - against * np.log1p(size / ratio * controversy) + constant
    columns = {"start_size": size, "start_resource_ratio": ratio, "context.controversy": controversy}
    return runs(bernoulli(expit(score)), **columns)


def test_fitted_ends_of_net_support():
    """Where change follows net support alone, both ends are the logit's own chances there."""
    sample = sides_sample(0.6, 0.6)
    low, high = np.quantile(sides.net_support(sample), (0.05, 0.95))
    arms = {"with": sample}
    assert sides.aligned_low(arms) == pytest.approx(expit(-1.0 + 0.6 * low), abs=0.015)
    assert sides.aligned_high(arms) == pytest.approx(expit(-1.0 + 0.6 * high), abs=0.02)
    assert sides.aligned_ratio(arms) == pytest.approx(sides.aligned_high(arms) / sides.aligned_low(arms))


# A9


def test_cells_of_both_arms_on_the_clock_of_the_pair():
    """Four pairs. Without it, the second changes within 48 months of its pair's agreement, the third too late,
    the fourth before: that one is not counted."""
    have = runs([[1.0], [1.0], [0.0], [0.0]], active_sides=[[1.0], [3.0], [3.0], [1.0]])
    lack = Sample({
        "stage_reached": np.ones((4, 1)), "active_sides": np.array([[0.0], [2.0], [2.0], [0.0]]),
        "weeks_to_change": np.array([[np.nan], [10.0 + WEEK_48], [11.0 + WEEK_48], [9.0]]),
        "agreement_week": np.full((4, 1), np.nan),
    })  # fmt: skip
    arms = {"with": have, "without": lack}
    assert sides.by_sides(arms) == {0.0: 0.0, 1.0: 0.5, 2.0: 0.5, 3.0: 0.5}
    assert sides.supporters_over_none(arms) == 0.5
    assert sides.none_over_both(arms) == -0.5
    assert sides.both_over_opponents(arms) == 0.0
    assert sides.supporters_to_opponents(arms) == 1.0


def test_a_cell_without_runs_is_not_known():
    have = runs([[1.0]], active_sides=[[1.0]])
    lack = runs([[0.0]], active_sides=[[2.0]])
    assert math.isnan(sides.none_over_both({"with": have, "without": lack}))


# A10


def test_weights_of_sides_are_found_again():
    arms = {"with": sides_sample(0.33, 0.44)}
    supporting, against = sides.weights_of_sides(arms)
    assert supporting == pytest.approx(0.33, abs=0.09)  # standard error 0.03
    assert against == pytest.approx(-0.44, abs=0.06)  # standard error 0.02
    assert sides.against_for(arms) == pytest.approx(-against / supporting)
    assert sides.signs_of_sides(arms) == pytest.approx(supporting)  # the smaller


def test_opposition_that_helps_has_the_wrong_sign():
    arms = {"with": sides_sample(0.4, -0.4, constant=-3.0)}
    assert sides.signs_of_sides(arms) < -0.3
    assert sides.against_for(arms) > 0.7  # a size says nothing of the sign


# A11


def situations(chance, replicates=4, draws=2000):
    """Draws of the six factors, change with a chance that is a function of them."""
    generator = np.random.default_rng(7)
    drawn = {name: generator.random((draws, 1)) for name in sides.FACTORS}
    drawn["context.opposition_strength"] = np.exp(generator.normal(0.0, 0.8, (draws, 1)))
    expected = np.broadcast_to(chance(drawn), (draws, replicates))
    sample = runs(bernoulli(expected), **drawn)
    return sample, expected


def test_the_best_of_equal_draws_are_as_good_as_all():
    """With chance 0.3 for every draw, the luckiest twentieth of 2,000 draws has 0.75 and more; the best has 0.3."""
    sample, _ = situations(lambda drawn: np.full((2000, 1), 0.3))
    assert sides.ceiling({"with": sample}) == pytest.approx(0.3, abs=0.07)  # 400 runs: standard error 0.023


def test_the_best_are_those_with_the_highest_chance():
    sample, chance = situations(lambda drawn: expit(2.0 - 5.0 * drawn["context.controversy"]))
    best = np.sort(chance[:, 0])[-100:].mean()
    assert sides.ceiling({"with": sample}) == pytest.approx(best, abs=0.06)  # 400 runs: standard error 0.016


def test_a_middle_that_is_best_is_found_by_its_square():
    sample, chance = situations(lambda drawn: expit(1.5 - 40.0 * (drawn["context.initial_salience"] - 0.5) ** 2))
    assert sides.ceiling({"with": sample}) == pytest.approx(np.sort(chance[:, 0])[-100:].mean(), abs=0.07)


def test_with_the_public_for_it():
    """Of four runs, one never agrees and is not counted."""
    sample = runs([[1.0], [0.0], [0.0], [0.0]], agreement_week=[[10.0], [10.0], [10.0], [np.nan]])
    assert sides.supported({"with": sample}) == pytest.approx(1 / 3)


# A14


def test_size_beside_means_and_salience():
    """A share that follows size alone: means that go with size must not take its place."""
    generator = np.random.default_rng(9)
    draws = 20_000
    size = generator.integers(5, 61, (draws, 1)).astype(float)
    ratio, controversy = np.exp(generator.normal(0.0, 0.8, (draws, 1))), generator.random((draws, 1))
    relative = size / (size + size / ratio * controversy)
    means = 6.0 + relative + generator.normal(0.0, 0.3, (draws, 1))
    standard = (relative - relative.mean()) / relative.std()
    sample = runs(
        bernoulli(expit(-0.7 + 0.6 * standard)), start_size=size, start_resource_ratio=ratio, start_hours=means * size,
        **{"context.controversy": controversy, "context.initial_salience": generator.random((draws, 1))},
    )  # fmt: skip
    arms = {"with": sample}
    assert sides.size_slope(arms) == pytest.approx(0.6, abs=0.07)  # standard error 0.02
    assert sides.endowment_to_size(arms) < 0.12


def test_of_means_and_size_the_ratio_takes_no_sign():
    """Means that hurt half as much as size helps."""
    generator = np.random.default_rng(11)
    draws = 20_000
    size, controversy = np.full((draws, 1), 20.0), generator.random((draws, 1))
    relative = 1.0 / (1.0 + controversy)
    means = generator.normal(6.0, 1.0, (draws, 1))
    score = 0.8 * (relative - relative.mean()) / relative.std() - 0.4 * (means - 6.0)
    sample = runs(
        bernoulli(expit(score)), start_size=size, start_resource_ratio=1.0, start_hours=means * size,
        **{"context.controversy": controversy, "context.initial_salience": generator.random((draws, 1))},
    )  # fmt: skip
    assert sides.endowment_to_size({"with": sample}) == pytest.approx(0.5, abs=0.08)


# what all runs alike tell


@pytest.mark.parametrize(
    "measure", [sides.means_fit, sides.means_slope, sides.means_curve, sides.aligned_ratio, sides.signs_of_sides,
                sides.size_slope, sides.ceiling]
)  # fmt: skip
def test_runs_that_all_end_alike_tell_nothing(measure):
    sample, _ = situations(lambda drawn: np.zeros((2000, 1)), draws=2000)
    columns = {"start_size": np.full((2000, 4), 10.0), "start_resource_ratio": np.full((2000, 4), 2.0)}
    columns["start_hours"] = np.full((2000, 4), 50.0)
    assert math.isnan(measure({"with": Sample(dict(sample.columns) | columns)}))


# the experiments


def test_the_same_alliance_in_two_roles():
    arms = read_experiment("evidence/role").arms
    kinds = {name: study.scenario.parameters.context.problem_kind for name, study in arms.items()}
    assert kinds == {"promotes": "missing", "defends": "badly_implemented"}
    settings = {name: study.scenario.parameters.with_values({"context.problem_kind": "missing"})
                for name, study in arms.items()}  # fmt: skip
    assert settings["promotes"] == settings["defends"]
    assert settings["promotes"].context.opposition_strength == 1.0
    assert arms["promotes"].scenario.weeks == WEEK_48
    assert np.array_equal(arms["promotes"].design().codes(), arms["defends"].design().codes())


def test_the_public_is_the_only_difference_from_the_reference():
    mine, reference = (next(iter(read_experiment(name).arms.values()))
                       for name in ("evidence/public_support", "reference"))  # fmt: skip
    added = {one.path: one for one in mine.factors if one not in reference.factors}
    assert list(added) == ["context.public_support"]
    assert added["context.public_support"].describe() | {"low": 0.8, "high": 1.0} == (
        added["context.public_support"].describe()
    )
    assert {one.path for one in reference.factors} < {one.path for one in mine.factors}
    assert mine.composition == reference.composition
    assert mine.scenario.parameters == reference.scenario.parameters
