"""Regional sensitivity analysis against distances known by hand, against SciPy, and against SALib's halves."""

import numpy as np
import pytest
from SALib.analyze import rsa as salib
from scipy.stats import chi2_contingency, cramervonmises_2samp, ks_2samp

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.given import estimate_and_resamples
from experiments.analysis.regional import holm, regional_differences, side_distance
from experiments.designs import factor, grid, lhs, random_points
from experiments.methods import METHODS, Wish
from experiments.methods.convergence import convergence
from sim.errors import BadInput
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
)


def differences(design, *columns, resamples=50):
    return regional_differences(design, cube_of(*columns), [f"y{k}" for k in range(len(columns))], resamples=resamples)


def test_an_outcome_that_is_its_factor_parts_it_wholly():
    design = lhs(REALS, 1000, seed=1)
    found = differences(design, np.exp(design.unit[:, 0])).iloc[0]
    assert found["distance"] == 1.0 and found["shift"] == pytest.approx(0.5, abs=1e-3)  # 0.75 less 0.25
    assert found["behavioural"] == 0.5 and found["verdict"] == "decided"
    assert found["limit"] == pytest.approx(np.exp(0.5), rel=1e-2)


def test_a_sum_of_two_uniform_factors_is_known():
    """Above the median the density of each is 2 u: distance 1/4, mean 2/3 against 1/3."""
    design = lhs(REALS[:3], 8000, seed=2)
    found = differences(design, design.unit[:, 0] + design.unit[:, 1])
    assert found["distance"].to_numpy()[:2] == pytest.approx(0.5, abs=0.03)
    assert found["shift"].to_numpy() == pytest.approx([1 / 3, 1 / 3, 0.0], abs=0.02)
    assert found["verdict"].iloc[2] == "negligible"


def test_discrete_factors_by_bayes():
    """Chance of yes 0.8 with the factor and 0.2 without: the factor is there in 0.8 of the yes and 0.2 of the no."""
    design = random_points([YES_OR_NO, FOUR_WHOLE, REALS[0]], 4000, seed=3)
    yes, whole, _ = design.codes().T
    luck = np.random.default_rng(1).random(4000)
    found = differences(design, luck < np.where(yes == 1.0, 0.8, 0.2), luck < np.where(whole > 3.0, 0.7, 0.3))
    first = found[found["outcome"] == "y0"].iloc[0]
    assert first["distance"] == pytest.approx(0.6, abs=0.05)  # three standard errors of a share of 2000 runs, twice
    assert first["limit"] == 0.5 and first["decided"]
    second = found[found["outcome"] == "y1"].iloc[1]
    share = 0.25 * 0.7 + 0.75 * 0.3  # of yes; four is met in 0.175 of 0.4 and in 0.075 of 0.6
    assert second["distance"] == pytest.approx(0.175 / share - 0.075 / (1 - share), abs=0.05)


def test_choices_have_no_order_to_be_parted_by():
    """Two choices out of four decide: total variation is 1, however the choices are listed."""
    names = list(factor("alliance.decision_rule").choices)
    for listed in (names, [names[k] for k in (1, 3, 0, 2)]):
        design = lhs([factor("alliance.decision_rule", choices=listed), REALS[0]], 400, seed=4)
        label = design.values()["alliance.decision_rule"]
        found = differences(design, label.isin([names[0], names[2]]).astype(float)).iloc[0]
        assert found["distance"] == 1.0 and np.isnan(found["shift"]) and found["decided"]


def test_distances_and_tests_are_those_of_scipy():
    design = random_points([*REALS[:2], FOUR_WHOLE, FOUR_CHOICES], 300, seed=5)
    codes = design.codes()
    outcome = design.unit @ [1.0, 0.3, 0.3, 0.3] + np.random.default_rng(2).random(300)
    found = differences(design, outcome)
    high = outcome > np.median(outcome)
    for k in range(3):
        theirs = ks_2samp(codes[high, k], codes[~high, k])
        assert found["distance"].iloc[k] == pytest.approx(theirs.statistic, abs=1e-12)
        assert found["p_value"].iloc[k] == theirs.pvalue
    counts = [[np.sum(codes[side, 3] == value) for value in range(4)] for side in (high, ~high)]
    assert found["p_value"].iloc[3] == pytest.approx(chi2_contingency(counts).pvalue)


def test_the_halves_are_those_of_salib():
    """SALib compares the same halves at the median, by Cramér and von Mises' distance."""
    design = lhs(REALS, 500, seed=6)
    outcome = ishigami(design.unit)
    high = outcome > differences(design, outcome)["limit"].iloc[0]
    theirs = salib.analyze(problem(4), design.unit, outcome, bins=2, target="Y").to_df().to_numpy()
    mine = [cramervonmises_2samp(design.unit[high, k], design.unit[~high, k]).statistic for k in range(4)]
    assert theirs == pytest.approx(np.array([mine, mine]), abs=1e-12)


@pytest.mark.parametrize("ordered", [True, False])
def test_resampled_distances_are_those_of_resampled_points(ordered):
    generator = np.random.default_rng(7)
    codes, high = generator.integers(0, 5, 150).astype(float), generator.random(150) < 0.4
    weights = estimate_and_resamples(150, 20, 1)
    found = side_distance(codes, high, weights, ordered=ordered)
    for value, times in zip(found, np.rint(weights * 150).astype(int), strict=True):
        drawn, side = np.repeat(codes, times), np.repeat(high, times)
        shares = [np.bincount(drawn[which].astype(int), minlength=5) / which.sum() for which in (side, ~side)]
        by_hand = ks_2samp(drawn[side], drawn[~side]).statistic if ordered else 0.5 * np.abs(np.subtract(*shares)).sum()
        assert value == pytest.approx(by_hand, abs=1e-12)


def test_holms_adjustment_by_hand():
    """Of 0.01, 0.04, 0.03, 0.005: 4 x 0.005, 3 x 0.01, 2 x 0.03, and no less for the last."""
    assert holm(np.array([0.01, 0.04, 0.03, 0.005])) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm(np.array([0.5, 0.9])).tolist() == [1.0, 1.0]


def test_false_findings_are_as_rare_as_said():
    """12 designs of 17 factors without effect: a false finding in one design of twenty; four or more has 0.3 %."""
    designs_with_one, p_values = 0, []
    for seed in range(12):
        design = lhs(MANY, 256, seed=seed)
        cube = noisy(ishigami(design.unit[:, [0, 7, 12]]), 1, 1.0, seed)
        found = regional_differences(design, cube, ["y"], resamples=20)
        idle = found[~found.index.isin([0, 7, 12])]
        designs_with_one += (idle["p_holm"] < 0.05).any()
        p_values += idle["p_value"].tolist()
    assert designs_with_one < 4
    assert 0.35 < np.mean(p_values) < 0.65  # 204 of them, uniform: standard error 0.02, and distances come in steps


def test_a_rare_outcome_is_cut_at_its_median():
    design = lhs(REALS, 400, seed=8)
    rare = np.random.default_rng(3).random((400, 20)) < 0.3 * design.unit[:, [0]]
    found = regional_differences(design, rare[..., None].astype(float), ["y"], resamples=20)
    assert 0.0 < found["limit"].iloc[0] < 0.5 and 0.3 < found["behavioural"].iloc[0] < 0.5
    assert found["rank"].iloc[0] == 1 and found["decided"].iloc[0]


def test_intervals_are_as_wide_as_estimates_scatter():
    designs = [random_points(REALS[:3], 400, seed=seed) for seed in range(60)]
    tables = [differences(one, ishigami(one.unit), resamples=60).iloc[:2] for one in designs]
    for measure in ("distance", "shift"):
        scatter = np.std([each[measure] for each in tables], axis=0, ddof=1)
        said = np.mean([(each[f"{measure}_high"] - each[measure]) / 1.96 for each in tables], axis=0)
        assert (said > 0.75 * scatter).all() and (said < 1.5 * scatter).all()


def test_chance_takes_its_known_part():
    design = lhs(REALS[:3], 1024, seed=9)
    found = regional_differences(design, noisy(design.unit[:, 0], 5, 0.5), ["y"], resamples=20)
    assert found["noise_share"].iloc[0] == pytest.approx(0.25 / (0.25 + 1 / 12), abs=0.03)
    assert found["residual_share"].iloc[0] == pytest.approx(0.05 / (0.05 + 1 / 12), abs=0.03)


@pytest.mark.parametrize("value", [0.0, 0.3, 1.0])
def test_where_all_points_lie_on_one_side_there_is_no_difference(value):
    design = lhs(REALS, 128, seed=1)
    found = differences(design, np.full(128, value))
    assert found[["distance", "shift", "p_value", "p_holm"]].isna().all(axis=None)
    assert (found["verdict"] == "undecided").all()


def test_other_designs_and_missing_outcomes_are_refused():
    with pytest.raises(BadInput, match="needs a lhs or"):
        regional_differences(grid(REALS, 3), np.zeros((81, 1, 1)), ["y"])
    cube = np.zeros((64, 2, 1))
    cube[3] = np.nan
    with pytest.raises(Unanalysable, match="y at 1"):
        regional_differences(lhs(REALS, 64), cube, ["y"])


def test_the_method_lays_reads_and_grows():
    method = METHODS["rsa"]
    design = method.design(Wish(tuple(REALS), 64, seed=2))
    with no_trace():
        grown = convergence(method, design, cube_of(ishigami(design.unit)), ["y"], resamples=20)
    assert sorted(grown.loc[grown["axis"] == "samples", "samples"].unique()) == [16, 32, 64]
