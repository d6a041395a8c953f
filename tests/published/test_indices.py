"""Sensitivity indices against published and exact values, and against SALib on the same data."""

import numpy as np
import pandas as pd
import pytest
from SALib.analyze import morris as salib_morris
from SALib.analyze import sobol as salib_sobol

from experiments.analysis.arrange import Unanalysable, arrange
from experiments.analysis.elementary import elementary_effects
from experiments.analysis.indices import second_order_indices, sobol_indices
from experiments.analysis.noise import noise_shares
from experiments.analysis.responses import main_effects
from experiments.analysis.summary import mean_interval, summary, wilson
from experiments.designs import factor, morris, sobol
from experiments.methods import METHODS
from experiments.methods.convergence import convergence
from sim.errors import BadInput

CARRIERS = [factor(f"context.{name}") for name in ("controversy", "civic_space", "media_freedom", "public_support")]
G_WEIGHTS = np.array([0.0, 1.0, 4.5, 9.0])


def ishigami(unit):
    """Ishigami and Homma 1990 with a = 7, b = 0.1 on the cube from -pi to pi."""
    x = -np.pi + 2 * np.pi * unit
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def sobol_g(unit):
    """Sobol's G function."""
    return np.prod((np.abs(4 * unit - 2) + G_WEIGHTS) / (1 + G_WEIGHTS), axis=1)


def cube_of(*columns):
    """Outcomes with one replicate as an analysis wants them: points, replicates, outcomes."""
    return np.column_stack(columns)[:, None, :]


def salib_problem(design):
    count = len(design.factors)
    return {"num_vars": count, "names": design.paths, "bounds": [[0.0, 1.0]] * count}


def test_ishigami_indices_are_those_published():
    design = sobol(CARRIERS[:3], 4096, seed=1)
    found = sobol_indices(design, cube_of(ishigami(design.unit)), ["y"], resamples=100)
    assert found["S1"].to_numpy() == pytest.approx([0.3139, 0.4424, 0.0], abs=0.02)
    assert found["ST"].to_numpy() == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.02)
    assert list(found["rank"]) == [1, 2, 3]
    assert found["decided"].all() and found["separated"].tolist() == [True, True, False]


def test_intervals_hold_the_published_values():
    design = sobol(CARRIERS[:3], 512, seed=5)
    found = sobol_indices(design, cube_of(ishigami(design.unit)), ["y"], resamples=500)
    for name, truth in (("S1", [0.3139, 0.4424, 0.0]), ("ST", [0.5576, 0.4424, 0.2437])):
        assert (found[f"{name}_low"] <= truth).all() and (found[f"{name}_high"] >= truth).all()


def test_sobol_g_indices_are_exact():
    design = sobol(CARRIERS, 4096, seed=2)
    found = sobol_indices(design, cube_of(sobol_g(design.unit)), ["y"], resamples=100)
    parts = 1 / (3 * (1 + G_WEIGHTS) ** 2)
    variance = np.prod(1 + parts) - 1
    total = parts * np.prod(1 + parts) / (1 + parts) / variance
    assert found["S1"].to_numpy() == pytest.approx(parts / variance, abs=0.02)
    assert found["ST"].to_numpy() == pytest.approx(total, abs=0.02)


@pytest.mark.parametrize("second", [False, True])
def test_estimates_and_intervals_are_those_of_salib(second):
    design = sobol(CARRIERS, 128, second_order=second, seed=3)
    columns = [ishigami(design.unit), sobol_g(design.unit) + 40.0]
    found = sobol_indices(design, cube_of(*columns), ["y", "z"], resamples=200, seed=7)
    for name, column in zip(("y", "z"), columns, strict=True):
        theirs = salib_sobol.analyze(salib_problem(design), column, calc_second_order=second, num_resamples=200, seed=7)
        mine = found[found["outcome"] == name]
        for key in ("S1", "ST"):
            assert mine[key].to_numpy() == pytest.approx(theirs[key], abs=1e-10)
            assert (mine[f"{key}_high"] - mine[key]).to_numpy() == pytest.approx(theirs[f"{key}_conf"], abs=1e-10)


def test_second_order_is_that_of_salib_and_of_ishigami():
    design = sobol(CARRIERS[:3], 2048, second_order=True, seed=4)
    found = second_order_indices(design, cube_of(ishigami(design.unit)), ["y"], resamples=50, seed=7)
    theirs = salib_sobol.analyze(salib_problem(design), ishigami(design.unit), num_resamples=50, seed=7)
    upper = np.triu_indices(3, 1)
    assert found["S2"].to_numpy() == pytest.approx(theirs["S2"][upper], abs=1e-10)
    assert (found["S2_high"] - found["S2"]).to_numpy() == pytest.approx(theirs["S2_conf"][upper], abs=1e-10)
    assert found["S2"].to_numpy() == pytest.approx([0.0, 0.2437, 0.0], abs=0.03)
    assert found["certain"].tolist() == [False, True, False]


def test_pairs_of_an_additive_model_are_rarely_called_certain():
    """No pair acts: over 40 designs of four factors one in twenty may have a false one, and three standard errors."""
    false = []
    for seed in range(40):
        design = sobol(CARRIERS, 128, second_order=True, seed=seed)
        y = design.unit @ np.array([3.0, 2.0, 1.0, 0.5])
        luck = np.random.default_rng(seed).standard_normal((len(y), 1)) * 1.5
        cube = (y[:, None] + luck)[..., None]
        false.append(second_order_indices(design, cube, ["y"], resamples=200)["certain"].any())
    assert np.mean(false) <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / 40)


def noisy(design, replicates, common, own, seed=11):
    """Ishigami with luck that all points share in a replicate and luck of their own, of known standard deviations."""
    generator = np.random.default_rng(seed)
    shared = common * generator.standard_normal((1, replicates))
    scatter = own * generator.standard_normal((len(design), replicates))
    return (ishigami(design.unit)[:, None] + shared + scatter)[..., None]


def test_the_noise_share_of_a_noisy_ishigami_is_known():
    design = sobol(CARRIERS[:3], 512, seed=6)
    share = noise_shares(noisy(design, 10, 0.0, 5.0), ["y"], 512).iloc[0]
    variance = 7**2 / 8 + 0.1 * np.pi**4 / 5 + 0.01 * np.pi**8 / 18 + 0.5
    assert share["noise_share"] == pytest.approx(25 / (25 + variance), abs=0.02)
    assert share["noise_share_low"] < 25 / (25 + variance) < share["noise_share_high"]
    assert share["residual_share"] == pytest.approx(2.5 / (2.5 + variance), abs=0.02)


def test_luck_that_all_points_share_is_told_from_luck_of_their_own():
    design = sobol(CARRIERS[:3], 256, seed=6)
    cube = noisy(design, 400, 2.0, 1.0)
    share = noise_shares(cube, ["y"], 256, resamples=10).iloc[0]
    assert share["variance_replicate"] == pytest.approx(4.0, rel=0.2)  # 400 draws: standard error 7 %
    assert share["variance_residual"] == pytest.approx(1.0, rel=0.02)


def test_indices_of_the_expected_outcome_are_free_of_noise():
    design = sobol(CARRIERS[:3], 1024, seed=8)
    found = sobol_indices(design, noisy(design, 10, 3.0, 5.0), ["y"], resamples=100)
    truth = np.array([0.5576, 0.4424, 0.2437])
    assert found["ST_expected"].to_numpy() == pytest.approx(truth, abs=0.06)
    assert found["S1_expected"].to_numpy() == pytest.approx([0.3139, 0.4424, 0.0], abs=0.08)
    assert found["ST"].iloc[2] - truth[2] > 0.08  # what a mean of ten runs still holds as noise


def test_a_factor_that_only_reshuffles_chance_is_not_decided():
    design = sobol(CARRIERS[:3], 256, seed=9)
    luck = np.random.default_rng(1).standard_normal((len(design), 8))
    still = ishigami(design.unit * [1, 1, 0] + [0, 0, 0.5])[:, None] + 2.0 * luck
    found = sobol_indices(design, still[..., None], ["y"], resamples=200)
    assert found["ST_low"].iloc[2] > 0.0 and found["decided"].tolist() == [True, True, False]


def test_nothing_is_decided_where_chance_drowns_the_factors():
    design = sobol(CARRIERS[:3], 64, seed=9)
    found = sobol_indices(design, noisy(design, 2, 0.0, 60.0), ["y"], resamples=200)
    assert not found["decided"].any()


def test_whole_and_yes_or_no_factors_have_their_exact_indices():
    factors = [
        factor("alliance.size_test"),
        factor("alliance.feedback_surveys", low=1, high=4),
        factor("alliance.messenger"),
    ]
    design = sobol(factors, 1024, seed=1)
    yes, surveys, _ = design.codes().T
    found = sobol_indices(design, cube_of(2.0 * yes + surveys), ["y"], resamples=50)
    variances = np.array([4 * 0.25, (4**2 - 1) / 12, 0.0])
    assert found["S1"].to_numpy() == pytest.approx(variances / variances.sum(), abs=0.02)
    assert found["ST"].iloc[2] == 0.0 and found["verdict"].iloc[2] == "negligible"


def test_every_value_of_a_discrete_factor_is_equally_likely():
    chosen = factor("alliance.decision_rule").values(np.linspace(0.0, 1.0, 4001))
    assert pd.Series(chosen).value_counts().between(999, 1002).all()
    whole = factor("alliance.meeting_interval", low=1, high=5).values(np.array([0.0, 1 / 3, 2 / 3, 1.0]))
    assert whole.tolist() == [1, 2, 4, 5]


def test_a_logarithmic_factor_is_uniform_in_its_logarithm():
    hours = factor("context.member_hours")
    assert hours.values(np.array([0.0, 0.5, 1.0])) == pytest.approx([0.25, np.sqrt(0.75), 3.0])


def test_a_smaller_design_begins_a_larger_one():
    small, large = sobol(CARRIERS, 32, seed=3), sobol(CARRIERS, 64, seed=3)
    assert np.array_equal(small.unit, large.unit[: len(small)])
    assert small.fingerprint() != large.fingerprint()


def test_convergence_ends_with_the_study_itself():
    design = sobol(CARRIERS[:3], 64, seed=3)
    cube = noisy(design, 4, 0.0, 1.0)
    grown = convergence(METHODS["sobol"], design, cube, ["y"], resamples=50)
    assert sorted(grown.loc[grown["axis"] == "samples", "samples"].unique()) == [16, 32, 64]
    assert sorted(grown.loc[grown["axis"] == "replicates", "replicates"].unique()) == [1, 2, 4]
    last = grown[(grown["axis"] == "samples") & (grown["samples"] == 64)]
    assert last["ST"].tolist() == sobol_indices(design, cube, ["y"], resamples=50)["ST"].tolist()


def test_a_constant_outcome_has_no_indices():
    design = sobol(CARRIERS[:3], 16, seed=3)
    found = sobol_indices(design, cube_of(np.full(len(design), 0.3)), ["y"], resamples=20)
    assert found["ST"].isna().all() and not found["decided"].any()


def test_other_designs_are_refused():
    design = morris(CARRIERS[:3], 10, seed=3)
    with pytest.raises(BadInput, match="needs a sobol design"):
        sobol_indices(design, cube_of(ishigami(design.unit)), ["y"])


def runs_of(values):
    points, replicates = values.shape
    point, replicate = np.divmod(np.arange(values.size), replicates)
    return pd.DataFrame({"design_point": point, "replicate": replicate, "y": values.ravel()})


def test_missing_outcomes_are_refused_or_left_out_never_filled():
    values = np.arange(12.0).reshape(4, 3)
    values[1, 2] = np.nan
    with pytest.raises(Unanalysable, match="y in 1"):
        arrange(runs_of(values), ["y"], 4)
    shuffled = runs_of(values).sample(frac=1.0, random_state=1)
    assert np.array_equal(arrange(shuffled, ["y"], 4, missing="omit")[..., 0], values, equal_nan=True)
    values[1] = np.inf
    with pytest.raises(Unanalysable):
        arrange(runs_of(values), ["y"], 4, missing="omit")


def test_incomplete_runs_are_refused():
    with pytest.raises(Unanalysable, match="every replicate"):
        arrange(runs_of(np.ones((4, 3))).drop(index=5), ["y"], 4)


def test_elementary_effects_are_those_of_salib_and_of_a_plane():
    design = morris(CARRIERS, 40, seed=2)
    plane = design.unit @ [3.0, -2.0, 1.0, 0.0]
    found = elementary_effects(design, cube_of(plane, sobol_g(design.unit)), ["plane", "g"], resamples=200)
    flat = found[found["outcome"] == "plane"]
    assert flat["mu"].to_numpy() == pytest.approx([3.0, -2.0, 1.0, 0.0])
    assert flat["sigma"].to_numpy() == pytest.approx(0.0, abs=1e-6)
    assert list(flat["rank"]) == [1, 2, 3, 4] and flat["verdict"].iloc[3] == "negligible"
    theirs = salib_morris.analyze(salib_problem(design), design.unit, sobol_g(design.unit), seed=1)
    bent = found[found["outcome"] == "g"]
    for name in ("mu", "mu_star", "sigma"):
        assert bent[name].to_numpy() == pytest.approx(np.asarray(theirs[name], dtype=float), abs=1e-10)
    half = (bent["mu_star_high"] - bent["mu_star"]).to_numpy()
    assert half == pytest.approx(np.asarray(theirs["mu_star_conf"], dtype=float), rel=0.5)  # 200 against 100 resamples


def test_main_effects_follow_the_function():
    design = sobol([*CARRIERS[:2], factor("alliance.decision_rule")], 512, seed=4)
    found = main_effects(design, cube_of(design.unit[:, 0] ** 2), ["y"])
    along = found[found["factor"] == CARRIERS[0].path]
    assert along["mean"].to_numpy() == pytest.approx((along["value"] ** 2 + 1 / 768).to_numpy(), abs=0.002)
    named = found[found["factor"] == "alliance.decision_rule"]
    assert named["label"].tolist() == ["chair", "majority", "qualified", "consensus"]


def test_wilsons_interval_is_that_of_newcombes_table():
    """Newcombe 1998, table I: 81 of 263 and 0 of 20, method 3."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)


def test_students_interval_of_a_mean():
    low, high = mean_interval(np.array([1.0, 2.0, 3.0, 4.0, 5.0]))
    assert (low, high) == pytest.approx((3 - 1.9632, 3 + 1.9632), abs=1e-4)  # t(0.975, 4) = 2.7764


def test_a_summary_counts_what_is_missing():
    table = summary(pd.DataFrame({"a": [0.0, 1.0, 1.0], "b": [np.nan, 2.0, 4.0], "c": [np.nan] * 3}), ["a", "b", "c"])
    assert table["yes_or_no"].tolist() == [True, False, False]
    assert table["runs"].tolist() == [3, 2, 0] and table["missing"].tolist() == [0, 1, 3]
    assert table["mean"].tolist()[:2] == pytest.approx([2 / 3, 3.0]) and np.isnan(table["mean"].iloc[2])
