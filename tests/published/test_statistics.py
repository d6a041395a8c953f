"""What of a point's runs is explained: mean, probability and dispersion against values known by hand and by theory."""

import numpy as np
import pytest
from scipy.stats import chi

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.noise import noise_shares
from experiments.analysis.rbd_fast import first_order_by_waves
from experiments.analysis.statistics import STATISTICS, as_statistic
from experiments.designs import lhs
from tests.published.given_models import ISHIGAMI_FIRST, REALS, ishigami

NUMBER, YES = np.array([False]), np.array([True])


def noisy_by_third(unit, replicates, seed=1):
    """Ishigami with luck whose standard deviation is 2 at one end of the third factor and 6 at the other."""
    scatter = (2.0 + 4.0 * unit[:, [2]]) * np.random.default_rng(seed).standard_normal((len(unit), replicates))
    return (ishigami(unit)[:, None] + scatter)[..., None]


def test_the_mean_is_what_was_there():
    cube = np.random.default_rng(1).random((20, 3, 2))
    assert as_statistic(cube, "mean", np.array([False, True])) is cube


def test_probability_of_yes_and_of_more_than_the_median():
    cube = np.array([[[1.0, 1.0], [0.0, 2.0]], [[1.0, 5.0], [np.nan, np.nan]], [[0.0, 9.0], [1.0, 7.0]]])
    found = as_statistic(cube, "probability", np.array([True, False]))
    assert np.array_equal(found[..., 0], cube[..., 0], equal_nan=True)
    assert np.array_equal(found[..., 1], [[0, 0], [0, np.nan], [1, 1]], equal_nan=True)  # the median of five is 5


def test_a_probability_is_explained_by_what_moves_it():
    """Normal luck around a step of the first factor: above the median of all with chance 0.8 or 0.2."""
    design = lhs(REALS[:3], 2048, seed=2)
    step = np.where(design.unit[:, 0] > 0.5, 0.8416, -0.8416)  # the normal quantile of 0.8
    cube = (step[:, None] + np.random.default_rng(3).standard_normal((2048, 25)))[..., None]
    found = as_statistic(cube, "probability", NUMBER)
    means = found.mean(axis=(1, 2))
    assert means[step > 0].mean() == pytest.approx(0.8, abs=0.01)  # 25 600 runs: standard error 0.0025
    assert means[step < 0].mean() == pytest.approx(0.2, abs=0.01)
    # design 0.09; chance 0.16 of a run, a 25th of it of a mean
    assert noise_shares(found, ["y"], 2048)["noise_share"].iloc[0] == pytest.approx(0.16 / 0.25, abs=0.02)


@pytest.mark.parametrize("replicates", [4, 7, 30])
def test_pseudo_values_average_to_the_jackknife_estimate(replicates):
    """n s - (n - 1) times the mean of the n deviations without one run, each by numpy."""
    cube = np.random.default_rng(4).gamma(2.0, size=(30, replicates, 2))
    found = as_statistic(cube, "dispersion", np.array([False, False]))
    whole = cube.std(axis=1, ddof=1)
    without = np.stack([np.delete(cube, k, axis=1).std(axis=1, ddof=1) for k in range(replicates)], axis=1)
    assert found == pytest.approx(replicates * whole[:, None] - (replicates - 1) * without, abs=1e-10)
    assert found.mean(axis=1) == pytest.approx(replicates * whole - (replicates - 1) * without.mean(axis=1), abs=1e-10)


def test_a_run_left_out_leaves_the_others_as_they_are():
    cube = np.random.default_rng(5).random((10, 6, 1))
    gap = cube.copy()
    gap[:, 2] = np.nan
    found = as_statistic(gap, "dispersion", NUMBER)
    assert np.isnan(found[:, 2]).all()
    assert np.delete(found, 2, axis=1) == pytest.approx(
        as_statistic(np.delete(cube, 2, axis=1), "dispersion", NUMBER), abs=1e-12
    )


def test_the_jackknife_takes_the_bias_away():
    """The deviation of 5 normal runs falls short by 6.0 %; the jackknife's is 1.5 % too large, both known exactly."""
    cube = np.random.default_rng(6).standard_normal((40_000, 5, 1))
    plain, found = cube.std(axis=1, ddof=1).mean(), as_statistic(cube, "dispersion", NUMBER).mean()
    assert plain == pytest.approx(chi(4).mean() / 2, abs=0.007)  # 0.940
    exact = 5 * chi(4).mean() / np.sqrt(4) - 4 * chi(3).mean() / np.sqrt(3)
    assert found == pytest.approx(exact, abs=0.012) and abs(exact - 1.0) < 0.016  # standard error 0.002


def test_dispersion_is_explained_by_the_factor_that_scatters():
    """Standard deviations are spread by 4/sqrt(12); 20 runs know each with the known error of a normal deviation."""
    design = lhs(REALS[:3], 2048, seed=7)
    cube = noisy_by_third(design.unit, 20)
    found = as_statistic(cube, "dispersion", NUMBER)
    indices = first_order_by_waves(design, found, ["y"], resamples=100)
    spread, mean_square = 16 / 12, 4**2 + 16 / 12
    error = mean_square * (1.0 - (chi(19).mean() / np.sqrt(19)) ** 2)
    share = spread / (spread + error)
    assert indices["S1"].to_numpy() == pytest.approx([0.0, 0.0, share], abs=0.04)
    assert indices["verdict"].iloc[2] == "decided" and indices["rank"].iloc[2] == 1
    assert indices["residual_share"].iloc[0] == pytest.approx(1.0 - share, abs=0.04)
    of_mean = first_order_by_waves(design, as_statistic(cube, "mean", NUMBER), ["y"], resamples=100)
    assert of_mean["rank"].tolist() == [2, 1, 3] and of_mean["S1"].iloc[2] < 0.03
    ratio = of_mean["S1"].iloc[0] / of_mean["S1"].iloc[1]
    assert ratio == pytest.approx(ISHIGAMI_FIRST[0] / ISHIGAMI_FIRST[1], abs=0.1)


def test_where_nothing_scatters_dispersion_is_nothing():
    cube = np.repeat(np.random.default_rng(8).random((10, 1, 1)), 5, axis=1)
    assert as_statistic(cube, "dispersion", NUMBER) == pytest.approx(0.0, abs=1e-7)


@pytest.mark.parametrize(("statistic", "fewest"), [("mean", 1), ("probability", 1), ("dispersion", 4)])
def test_the_fewest_replicates(statistic, fewest):
    assert statistic in STATISTICS
    cube = np.random.default_rng(9).random((8, fewest, 1))
    assert as_statistic(cube, statistic, NUMBER).shape == cube.shape
    with pytest.raises(Unanalysable, match=f"{statistic} needs {fewest} replicates"):
        as_statistic(cube[:, : fewest - 1], statistic, YES)


def test_four_runs_must_have_succeeded_at_each_point():
    cube = np.random.default_rng(10).random((8, 5, 1))
    cube[3, :2] = np.nan
    with pytest.raises(Unanalysable, match="four replicates that succeeded"):
        as_statistic(cube, "dispersion", NUMBER)
