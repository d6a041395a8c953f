"""Borgonovo's delta against exact values, and against SALib's estimators on the same data."""

import warnings

import numpy as np
import pytest
from SALib.analyze import delta as salib
from scipy.stats import norm

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.delta import Densities, delta_of, density_shifts, first_order_of, slice_count
from experiments.analysis.given import estimate_and_resamples
from experiments.designs import lhs, morris, random_points, sobol_sequence
from experiments.methods import METHODS, Wish
from experiments.methods.convergence import convergence
from sim.errors import BadInput
from tests.published.given_models import (
    FOUR_CHOICES,
    FOUR_WHOLE,
    ISHIGAMI_FIRST,
    ISHIGAMI_VARIANCE,
    MANY,
    REALS,
    YES_OR_NO,
    cube_of,
    ishigami,
    no_trace,
    noisy,
    problem,
    sobol_g,
    sobol_g_first,
)


def shifts(design, *columns, resamples=50):
    return density_shifts(design, cube_of(*columns), [f"y{k}" for k in range(len(columns))], resamples=resamples)


def ishigami_delta(places=200):
    """Delta of Ishigami's function from its distribution functions, by midpoints.

    7 sin(x)^2 and sin(x) of a uniform angle follow the arcsine law; the angle that is left is summed over.
    """
    angle = -np.pi + 2 * np.pi * (np.arange(places) + 0.5) / places
    weight = 1 + 0.1 * angle**4
    ends = np.linspace(-weight.max(), 7 + weight.max(), places + 1)

    def square(y):
        return 2 / np.pi * np.arcsin(np.sqrt(np.clip(y / 7, 0, 1)))

    def wave(y):
        return (0.5 + np.arcsin(np.clip(y[:, None] / weight, -1, 1)) / np.pi).mean(axis=1)

    first = np.array([square(ends[:, None] - np.sin(x) * weight).mean(axis=1) for x in angle])
    second = np.array([wave(ends - 7 * np.sin(x) ** 2) for x in angle])
    third = np.array([square(ends[:, None] - w * np.sin(angle)).mean(axis=1) for w in weight])
    whole = np.diff(first.mean(axis=0))
    return np.array([np.abs(np.diff(each) - whole).sum(axis=1).mean() / 2 for each in (first, second, third)])


def normal_delta(share, places=2000):
    """Delta of a normal outcome of which a normal factor explains this share, by midpoints."""
    y = np.linspace(-6.0, 6.0, places)
    z = norm.ppf((np.arange(200) + 0.5) / 200)
    given = norm.pdf(y, np.sqrt(share) * z[:, None], np.sqrt(1 - share))
    return float(np.abs(given - norm.pdf(y)).sum(axis=1).mean() * (y[1] - y[0]) / 2)


def test_ishigamis_delta_is_near_its_exact_value_and_below():
    """Slices and bumps blur densities: with 4096 points estimates fall short by up to 0.1, with fewer by more."""
    exact = ishigami_delta()
    assert exact == pytest.approx([0.26, 0.42, 0.21], abs=0.01)
    few, many = (lhs(REALS[:3], points, seed=1) for points in (512, 4096))
    coarse, fine = (shifts(design, ishigami(design.unit), resamples=30)["delta"].to_numpy() for design in (few, many))
    assert (fine < exact).all() and (exact - fine < 0.1).all()
    assert np.abs(fine - exact).sum() < np.abs(coarse - exact).sum()


def test_ishigami_is_ranked_by_its_whole_distribution():
    """The third factor has no first-order index and a delta clearly above that of a dummy."""
    design = lhs(REALS[:3], 4096, seed=2)
    found = shifts(design, ishigami(design.unit))
    assert found["rank"].tolist() == [2, 1, 3] and found["decided"].all()
    assert found["S1"].to_numpy() == pytest.approx(ISHIGAMI_FIRST, abs=0.04)


@pytest.mark.parametrize("share", [0.25, 0.64])
def test_a_normal_sum_is_exact_within_what_slices_blur(share):
    design = lhs(REALS[:2], 4096, seed=3)
    z = norm.ppf(design.unit)
    found = shifts(design, np.sqrt(share) * z[:, 0] + np.sqrt(1 - share) * z[:, 1])
    assert found["delta"].to_numpy() == pytest.approx([normal_delta(share), normal_delta(1 - share)], abs=0.03)
    assert found["S1"].to_numpy() == pytest.approx([share, 1 - share], abs=0.03)


def test_sobol_g_first_order_indices():
    design = lhs(REALS, 4096, seed=4)
    assert shifts(design, sobol_g(design.unit))["S1"].to_numpy() == pytest.approx(sobol_g_first(), abs=0.04)


def test_few_values_are_counted_not_smoothed():
    """An outcome that is its factor: knowing it moves all but the 1 / k that was there already."""
    design = lhs([YES_OR_NO, FOUR_WHOLE, FOUR_CHOICES, REALS[0]], 2000, seed=5)
    codes = design.codes()
    effect_of_choice = np.array([3.0, 0.0, 2.0, 1.0])[codes[:, 2].astype(int)]
    found = shifts(design, codes[:, 0], codes[:, 1], effect_of_choice)
    for outcome, k, delta in (("y0", 0, 0.5), ("y1", 1, 0.75), ("y2", 2, 0.75)):
        row = found[found["outcome"] == outcome].iloc[k]
        assert row["delta"] == pytest.approx(delta, abs=0.002) and row["S1"] == pytest.approx(1.0, abs=1e-9)
        assert row["verdict"] == "decided"


def test_a_yes_or_no_outcome_moves_by_shares():
    """Chances 0.8 and 0.3: either is 0.25 from the share of all."""
    design = random_points([YES_OR_NO, *REALS], 4000, seed=6)
    chance = np.where(design.codes()[:, 0] == 1.0, 0.8, 0.3)
    found = shifts(design, (np.random.default_rng(1).random(4000) < chance).astype(float))
    assert found["delta"].iloc[0] == pytest.approx(0.25, abs=0.03)  # standard error of a share of 2000: 0.01
    assert found["verdict"].tolist() == ["decided"] + ["negligible"] * 4


def test_discrete_factors_of_a_smooth_outcome():
    """A step of three standard deviations between two equal halves: delta is half their distance, erf(1.5 / sqrt 2)."""
    design = lhs([YES_OR_NO, REALS[0]], 4096, seed=7)
    outcome = 3.0 * design.codes()[:, 0] + norm.ppf(design.unit[:, 1])
    found = shifts(design, outcome)
    assert found["delta"].iloc[0] == pytest.approx(0.5 * (2 * norm.cdf(1.5) - 1), abs=0.03)
    assert found["S1"].iloc[0] == pytest.approx(2.25 / 3.25, abs=0.01)


def salib_slices(points):
    return np.linspace(0, points, slice_count(points) + 1)


@pytest.mark.parametrize("points", [200, 1024, 3000])
@pytest.mark.parametrize("lay", [lhs, random_points, sobol_sequence])
def test_estimates_are_those_of_salibs_estimators(lay, points):
    design = lay(REALS[:2], points, seed=8)
    outcome = ishigami(np.column_stack([design.unit, design.unit[:, :1]])) + 40.0  # no slice is a spike
    labels = np.searchsorted(salib_slices(points), np.argsort(np.argsort(design.unit[:, 0])) + 1) - 1
    weights = estimate_and_resamples(points, 3, 1)
    grid = np.linspace(outcome.min(), outcome.max(), 100)
    theirs = salib.calc_delta(outcome, grid, design.unit[:, 0], salib_slices(points))
    assert delta_of(Densities.of(outcome), labels, weights)[0] == pytest.approx(theirs, abs=1e-10)
    first = salib.sobol_first(outcome, design.unit[:, 0], salib_slices(points))
    assert first_order_of(outcome, labels, weights)[0] == pytest.approx(first, abs=1e-10)
    assert shifts(design, outcome, resamples=3)["S1"].iloc[0] == pytest.approx(first, abs=1e-10)


@pytest.mark.parametrize("points", [64, 512, 1500, 9000])
def test_the_number_of_slices_is_salibs(monkeypatch, points):
    """Seen where SALib's own analysis hands its slices on; what it does to `warnings` and numpy is undone here."""
    seen = []
    monkeypatch.setattr(salib, "sobol_first", lambda _y, _x, ends: seen.append(len(ends) - 1) or 0.0)
    monkeypatch.setattr(warnings, "formatwarning", warnings.formatwarning)  # put back at the end
    x = np.random.default_rng(1).random((points, 1))
    with warnings.catch_warnings():
        salib.analyze(problem(1), x, x[:, 0], num_resamples=2, method="sobol")
    assert set(seen) == {slice_count(points)}


def test_resamples_scatter_as_salibs_do():
    """Fixed bandwidths and slices change the spread of the bootstrap by little: 150 resamples know it to 6 %."""
    design = random_points(REALS[:3], 400, seed=9)
    outcome, generator = ishigami(design.unit), np.random.default_rng(2)
    grid, ends = np.linspace(outcome.min(), outcome.max(), 100), salib_slices(400)
    found = shifts(design, outcome, resamples=400)
    for k in range(2):
        rows = generator.integers(400, size=(150, 400))
        theirs = np.std([salib.calc_delta(outcome[row], grid, design.unit[row, k], ends) for row in rows], ddof=1)
        assert (found["delta_high"] - found["delta"]).iloc[k] / 1.96 == pytest.approx(theirs, rel=0.25)


def test_the_correction_takes_most_of_what_a_dummy_would_show():
    """Plischke's correction takes about (sqrt 2 - 1) of pure noise away, as a resample doubles its variance."""
    design = lhs(MANY, 512, seed=10)
    outcome = np.random.default_rng(3).standard_normal(512)
    weights = estimate_and_resamples(512, 100, 1)
    labels = np.searchsorted(salib_slices(512), np.argsort(np.argsort(design.unit[:, 0])) + 1) - 1
    plain = delta_of(Densities.of(outcome), labels, weights)
    found = shifts(design, outcome, resamples=100)
    assert found["delta"].iloc[0] == pytest.approx(2 * plain[0] - plain[1:].mean(), abs=1e-12)
    assert found["delta"].iloc[0] == pytest.approx((2 - np.sqrt(2)) * plain[0], rel=0.2)


def test_a_spike_counts_the_same_wherever_it_falls():
    """A sixth of the points are a spike far narrower than a step of the grid, on one of its places or between two.

    Unblurred, that slice moves 5/6 of its density and each of the five others 1/6 of theirs: 10/36 in all, of which
    the blurred density of all points leaves the most part. SALib finds more than there can be where it meets a place.
    """
    luck, rest = np.random.default_rng(1).standard_normal(1000), np.random.default_rng(2).random(1000)
    ends, weights, grid = salib_slices(1000), estimate_and_resamples(1000, 2, 1), np.linspace(0.0, 1.0, 100)
    labels, rest[:2] = np.searchsorted(ends, np.arange(1, 1001)) - 1, (0.0, 1.0)  # steps of 1/99
    assert len(ends) == 7
    outcomes = [np.where(labels == 5, (40 + between + 1e-3 * luck) / 99, rest) for between in (0.0, 0.25, 0.5, 0.75)]
    found = [delta_of(Densities.of(each), labels, weights)[0] for each in outcomes]
    assert 5 / 36 < min(found) and max(found) < 10 / 36 and np.ptp(found) < 0.01
    theirs = [salib.calc_delta(each, grid, np.arange(1000), ends) for each in outcomes]
    assert max(theirs) > 1.0


def test_a_slice_in_which_the_outcome_stands_still_counts():
    """SALib leaves such a slice out; nearly all of its density moves."""
    design = lhs(REALS[:2], 1200, seed=11)
    outcome = np.where(design.unit[:, 0] < 0.5, 0.0, design.unit[:, 1])
    found = shifts(design, outcome)
    grid = np.linspace(0.0, outcome.max(), 100)
    with pytest.warns(UserWarning, match="bins skipped"):
        theirs = salib.calc_delta(outcome, grid, design.unit[:, 0], salib_slices(1200))
    assert found["delta"].iloc[0] > theirs + 0.1


def test_factors_without_effect_are_not_called_real():
    """17 of them in each of six designs: at most 5 in 100 expected; 13 or more has a chance of 0.4 %."""
    verdicts = []
    for seed in range(6):
        design = lhs(MANY, 512, seed=seed)
        cube = noisy(ishigami(design.unit[:, [0, 7, 12]]), 1, 1.0, seed)
        found = density_shifts(design, cube, ["y"], resamples=100)
        assert found.loc[[0, 7], "verdict"].isin(["decided", "place_open"]).all()
        verdicts += found.loc[~found.index.isin([0, 7, 12]), "verdict"].tolist()
    assert sum(word in ("decided", "place_open") for word in verdicts) < 13


def test_chance_takes_its_known_part():
    design = lhs(REALS[:3], 4096, seed=12)
    found = density_shifts(design, noisy(ishigami(design.unit), 4, 5.0), ["y"], resamples=20)
    share = ISHIGAMI_VARIANCE / (ISHIGAMI_VARIANCE + 25 / 4)
    assert found["S1"].to_numpy() == pytest.approx(share * np.array(ISHIGAMI_FIRST), abs=0.04)
    assert found["noise_share"].iloc[0] == pytest.approx(25 / (25 + ISHIGAMI_VARIANCE), abs=0.02)


def test_a_constant_outcome_has_no_delta():
    design = lhs(REALS, 128, seed=1)
    found = shifts(design, np.full(128, 0.3), design.unit[:, 0])
    flat = found[found["outcome"] == "y0"]
    assert flat[["delta", "S1", "delta_limit"]].isna().all(axis=None) and (flat["verdict"] == "undecided").all()
    assert found.loc[found["outcome"] == "y1", "decided"].iloc[0]


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_other_designs_and_what_is_not_finite_are_refused(bad):
    with pytest.raises(BadInput, match="needs a lhs or"):
        density_shifts(morris(REALS, 10), np.zeros((50, 1, 1)), ["y"])
    cube = np.zeros((64, 1, 1))
    cube[3] = bad
    with pytest.raises(Unanalysable, match="y at 1"):
        density_shifts(lhs(REALS, 64), cube, ["y"])


def test_the_method_lays_reads_and_grows_without_a_trace():
    method = METHODS["delta"]
    design = method.design(Wish(tuple(REALS), 64, seed=2))
    with no_trace():
        grown = convergence(method, design, cube_of(ishigami(design.unit)), ["y"], resamples=20)
    assert sorted(grown.loc[grown["axis"] == "samples", "samples"].unique()) == [16, 32, 64]
