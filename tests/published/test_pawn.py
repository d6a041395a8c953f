"""PAWN against distances known by hand, against SciPy and SALib on the same data, and against its dummies."""

import numpy as np
import pytest
from SALib.analyze import pawn as salib
from scipy.stats import ks_2samp

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.given import by_value, estimate_and_resamples
from experiments.analysis.noise import resampling_weights
from experiments.analysis.pawn import distribution_shifts, slice_distances
from experiments.designs import checked_composition, factor, lhs, morris, random_points, sobol_sequence
from experiments.methods import METHODS, Wish
from experiments.methods.convergence import convergence
from sim.errors import BadInput
from sim.scenario.structure import Scenario
from tests.published.given_models import (
    FOUR_CHOICES,
    FOUR_WHOLE,
    MANY,
    REALS,
    YES_OR_NO,
    cube_of,
    ishigami,
    no_trace,
    noisy,
    problem,
    sobol_g,
)


def shifts(design, *columns, resamples=50):
    return distribution_shifts(design, cube_of(*columns), [f"y{k}" for k in range(len(columns))], resamples=resamples)


def test_distances_of_an_outcome_that_is_its_factor():
    """Slice s of ten of a uniform outcome lies max(s / 10, 1 - (s + 1) / 10) away from the whole."""
    design = lhs(REALS, 2000, seed=1)
    found = shifts(design, np.exp(design.unit[:, 0])).iloc[0]
    assert found["median"] == pytest.approx(0.7, abs=0.002)  # a point or two of 2000 at the ends of a slice
    assert found["maximum"] == pytest.approx(0.9, abs=0.002)
    assert found["rank"] == 1 and found["verdict"] == "decided"


def test_a_slice_for_each_value_of_a_discrete_factor():
    """Of k equally likely values the j-th lies max(j / k, 1 - (j + 1) / k) away from the whole."""
    design = lhs([YES_OR_NO, FOUR_WHOLE, FOUR_CHOICES, REALS[0]], 2000, seed=2)
    codes = design.codes()
    effect_of_choice = np.array([3.0, 0.0, 2.0, 1.0])[codes[:, 2].astype(int)]
    found = shifts(design, codes[:, 0], codes[:, 1], effect_of_choice)
    for outcome, k, median, maximum in (("y0", 0, 0.5, 0.5), ("y1", 1, 0.625, 0.75), ("y2", 2, 0.625, 0.75)):
        row = found[found["outcome"] == outcome].iloc[k]
        assert (row["median"], row["maximum"]) == pytest.approx((median, maximum), abs=1e-9)
        assert row["rank"] == 1 and row["decided"]


def test_values_are_joined_with_their_neighbours_where_there_are_many():
    codes = np.repeat(np.arange(35.0), 8)
    slices = by_value(codes, 10)
    assert slices.max() == 9 and (np.diff(slices) >= 0).all()
    assert all(len(np.unique(slices[codes == value])) == 1 for value in range(35))
    assert np.bincount(slices).min() >= 3 * 8 and np.bincount(slices).max() <= 4 * 8


def test_a_yes_or_no_outcome_shifts_by_shares():
    """For 0/1 the distance of a slice is the difference between its share and that of all."""
    design = lhs([YES_OR_NO, *REALS], 2000, seed=3)
    yes = design.codes()[:, 0]
    outcome = (design.unit[:, 1] < np.where(yes == 1.0, 0.8, 0.3)).astype(float)
    found = shifts(design, outcome).iloc[0]
    assert found["median"] == pytest.approx(0.25, abs=0.03)  # |0.8 - 0.55|; standard error of a share 0.01
    assert found["decided"]


@pytest.mark.parametrize("points", [250, 512, 1000])
@pytest.mark.parametrize("lay", [lhs, random_points, sobol_sequence])
def test_estimates_are_those_of_salib(lay, points):
    design = lay(REALS, points, seed=4)
    columns = [ishigami(design.unit), np.round(sobol_g(design.unit), 1)]
    found = shifts(design, *columns, resamples=3)
    for name, column in zip(("y0", "y1"), columns, strict=True):
        theirs = salib.analyze(problem(4), design.unit, column, S=10)
        for measure in ("median", "maximum"):
            mine = found.loc[found["outcome"] == name, measure].to_numpy()
            assert mine == pytest.approx(theirs[measure], abs=1e-12)


def test_resampled_distances_are_those_of_resampled_points():
    generator = np.random.default_rng(5)
    values, labels = np.round(generator.standard_normal(200), 1), generator.integers(-1, 4, 200)
    weights = estimate_and_resamples(200, 20, 1)
    counts = np.rint(weights * 200).astype(int)
    found = slice_distances(values, labels, weights)
    for row, times in zip(found, counts, strict=True):
        drawn, slices = np.repeat(values, times), np.repeat(labels, times)
        by_scipy = [ks_2samp(drawn[slices == name], drawn).statistic for name in range(4)]
        assert row == pytest.approx(by_scipy, abs=1e-12)


def test_a_resample_without_a_slice_says_nothing_of_it():
    labels = np.array([0] * 30 + [1])
    weights = np.vstack([np.full(31, 1 / 31), np.append(np.full(30, 1 / 30), 0.0)])
    found = slice_distances(np.arange(31.0), labels, weights)
    assert np.isfinite(found[0]).all() and np.isnan(found[1, 1]) and np.isfinite(found[1, 0])


def test_the_dummy_of_two_slices_is_that_of_the_published_test():
    """Half the points against all: half of Kolmogorov and Smirnov's 1.358 sqrt(2 / n) for two samples of n each."""
    design = lhs([YES_OR_NO, *REALS], 2048, seed=6)
    found = shifts(design, ishigami(design.unit[:, 1:]), resamples=5).iloc[0]
    assert found["median_limit"] == pytest.approx(0.5 * 1.358 * np.sqrt(2 / 1024), rel=0.1)  # 500 dummies: 4 %
    assert found["maximum_limit"] == pytest.approx(found["median_limit"])  # both halves lie equally far from the whole


def test_a_factor_without_effect_is_like_a_dummy():
    """17 such factors in each of six designs: at most 5 in 100 expected to be called real; 13 or more has 0.4 %."""
    verdicts = []
    for seed in range(6):
        design = lhs(MANY, 256, seed=seed)
        cube = noisy(ishigami(design.unit[:, [0, 7, 12]]), 1, 1.0, seed)
        found = distribution_shifts(design, cube, ["y"], resamples=100)
        assert found.loc[[0, 7], "verdict"].isin(["decided", "place_open"]).all()
        verdicts += found.loc[~found.index.isin([0, 7, 12]), "verdict"].tolist()
    assert sum(word in ("decided", "place_open") for word in verdicts) < 13
    assert sum(word == "negligible" for word in verdicts) > 0.75 * len(verdicts)


def test_a_factor_that_matters_in_one_place_alone_is_not_negligible():
    """Half of one slice in ten moves: the others lie a twentieth from the whole, less than a dummy of 500 points."""
    design = lhs(REALS, 500, seed=7)
    found = shifts(design, design.unit[:, 1] + 3.0 * (design.unit[:, 0] > 0.95)).iloc[0]
    assert found["median"] < found["median_limit"] and found["maximum"] > 0.4
    assert found["verdict"] == "undecided"


def test_intervals_are_as_wide_as_estimates_scatter():
    designs = [random_points(REALS[:3], 400, seed=seed) for seed in range(60)]
    tables = [shifts(one, ishigami(one.unit), resamples=60).iloc[:2] for one in designs]
    for measure in ("median", "maximum"):
        scatter = np.std([each[measure] for each in tables], axis=0, ddof=1)
        said = np.mean([(each[f"{measure}_high"] - each[measure]) / 1.96 for each in tables], axis=0)
        assert (said > 0.75 * scatter).all() and (said < 1.6 * scatter).all()


def test_chance_takes_its_known_part():
    design = lhs(REALS[:3], 1024, seed=8)
    cube = noisy(design.unit[:, 0], 5, 0.5)
    found = distribution_shifts(design, cube, ["y"], resamples=20)
    assert found["noise_share"].iloc[0] == pytest.approx(0.25 / (0.25 + 1 / 12), abs=0.03)
    assert found["median"].iloc[0] < 0.6 and found["rank"].iloc[0] == 1


def test_a_factor_shows_what_its_companion_does():
    """Of two factors that go together one does nothing: PAWN reads the sample as it is, and sees both."""
    pair = (REALS[0].path, REALS[1].path, 0.8)
    alone, together = lhs(REALS, 1024, seed=9), lhs(REALS, 1024, dependence=[pair], seed=9)
    assert shifts(alone, alone.unit[:, 0]).iloc[1]["verdict"] == "negligible"
    assert shifts(together, together.unit[:, 0]).iloc[1]["verdict"] == "decided"


def test_a_constant_outcome_has_no_distances():
    design = lhs(REALS, 128, seed=1)
    found = shifts(design, np.full(128, 0.3), design.unit[:, 0])
    flat = found[found["outcome"] == "y0"]
    assert flat[["median", "maximum", "median_limit"]].isna().all(axis=None)
    assert (flat["verdict"] == "undecided").all() and found.loc[found["outcome"] == "y1", "decided"].iloc[0]


def test_other_designs_and_missing_outcomes_are_refused():
    with pytest.raises(BadInput, match="needs a lhs or sobol_sequence or random design"):
        distribution_shifts(morris(REALS, 10), np.zeros((50, 1, 1)), ["y"])
    cube = np.zeros((64, 2, 1))
    cube[3] = np.nan
    with pytest.raises(Unanalysable, match="y at 1"):
        distribution_shifts(lhs(REALS, 64), cube, ["y"])
    with pytest.raises(Unanalysable, match="16 or more"):
        distribution_shifts(lhs(REALS, 10), cube[:10], ["y"])
    with pytest.raises(Unanalysable, match="no single place"):
        whole = checked_composition({"low": 2, "high": 8}, {}, Scenario())[1]
        distribution_shifts(lhs(REALS, 64, composition=whole), np.zeros((64, 1, 1)), ["y"])


def test_the_method_lays_reads_and_grows():
    method = METHODS["pawn"]
    tied = ((REALS[0].path, REALS[1].path, 0.5),)
    design = method.design(Wish(tuple(REALS), 64, seed=2, dependence=tied))
    assert design.kind in method.kinds and design.settings["dependence"] == [list(tied[0])]
    with no_trace():
        grown = convergence(method, design, cube_of(ishigami(design.unit)), ["y"], resamples=20)
    assert sorted(grown.loc[grown["axis"] == "samples", "samples"].unique()) == [16, 32, 64]


def test_the_bootstrap_is_that_of_all_tables():
    weights = estimate_and_resamples(64, 5, 3)
    assert np.array_equal(weights[1:], resampling_weights(64, 5, 3)) and np.array_equal(weights[0], np.full(64, 1 / 64))


def test_the_order_of_choices_means_nothing():
    forward = factor("alliance.decision_rule")
    backward = factor("alliance.decision_rule", choices=list(forward.choices)[::-1])
    distances = []
    for one in (forward, backward):
        design = lhs([one, REALS[0]], 400, seed=3)
        label = design.values()["alliance.decision_rule"].to_numpy()
        distances.append(shifts(design, (label == "majority").astype(float)).iloc[0][["median", "maximum"]].tolist())
    assert distances[0] == pytest.approx(distances[1], abs=1e-12)
