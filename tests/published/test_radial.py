"""Radial designs: total indices and elementary effects on functions with known answers, and against SALib."""

import warnings

import numpy as np
import pytest
from SALib.analyze import radial_ee, sobol_jansen

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.radial import radial_measures
from experiments.designs import COMPOSITION, checked_composition, morris, radial
from experiments.methods import METHODS, Wish
from sim.errors import BadInput
from sim.scenario import Scenario
from tests.published.known import (
    CARRIERS,
    DISCRETE,
    G_TOTAL,
    ISHIGAMI_TOTAL,
    ISHIGAMI_VARIANCE,
    THREE,
    additive,
    additive_shares,
    cube_of,
    ishigami,
    noisy,
    salib_problem,
    sobol_g,
)


def test_total_indices_are_those_published():
    design = radial(THREE, 4096, seed=1)
    found = radial_measures(design, cube_of(ishigami(design.unit)), ["y"], resamples=100)
    assert found["ST"].to_numpy() == pytest.approx(ISHIGAMI_TOTAL, abs=0.02)
    assert found["rank"].tolist() == [1, 2, 3] and found["decided"].all()
    design = radial(CARRIERS, 4096, seed=2)
    found = radial_measures(design, cube_of(sobol_g(design.unit)), ["y"], resamples=100)
    assert found["ST"].to_numpy() == pytest.approx(G_TOTAL, abs=0.02)


def test_estimates_are_those_of_salib():
    design = radial(CARRIERS, 128, seed=3)
    columns = [sobol_g(design.unit) + 40.0, ishigami(design.unit)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # SALib divides by steps of no length; we do not
        found = radial_measures(design, cube_of(*columns), ["g", "i"], resamples=400)
    for name, column in zip(("g", "i"), columns, strict=True):
        mine = found[found["outcome"] == name]
        theirs = sobol_jansen.analyze(salib_problem(4), column, 128)
        assert mine["ST"].to_numpy() == pytest.approx(np.asarray(theirs["ST"], dtype=float), abs=1e-10)


def test_effects_of_equally_long_steps_are_those_of_salib():
    """Steps count by the square of their length: where all are as long, they count alike, as in SALib."""
    design = radial(CARRIERS, 64, seed=3)
    cut = design.unit.reshape(64, 5, 4)
    cut[:, 1:] = cut[:, :1] + np.where(cut[:, :1] < 0.5, 0.4, -0.4) * np.eye(4)
    found = radial_measures(design, cube_of(sobol_g(design.unit)), ["y"], resamples=20)
    theirs = radial_ee.analyze(salib_problem(4), design.unit, sobol_g(design.unit), 64)
    for key in ("mu", "mu_star", "sigma"):
        assert found[key].to_numpy() == pytest.approx(np.asarray(theirs[key], dtype=float), rel=1e-9, abs=1e-9)


def test_effects_by_hand():
    """Two base points; steps of 0.1 and 0.4 up add 1 and 2: (0.1 + 0.8) / 0.17, and (1 + 4) / 0.17 less its square."""
    design = radial(THREE[:1], 2, seed=3)
    design.unit[:, 0] = [0.1, 0.2, 0.3, 0.7]
    found = radial_measures(design, cube_of(np.array([5.0, 6.0, 4.0, 6.0])), ["y"], resamples=20).iloc[0]
    slope = 0.9 / 0.17
    assert [found["mu"], found["mu_star"]] == pytest.approx([slope, slope])
    assert found["sigma"] == pytest.approx(np.sqrt(2 * (5 / 0.17 - slope**2)))


def test_a_step_of_no_length_has_no_effect():
    design = radial(CARRIERS, 32, seed=3)
    design.unit[1] = design.unit[0]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = radial_measures(design, cube_of(design.unit @ [3.0, -2.0, 1.0, 0.0]), ["y"], resamples=20)
    assert found["mu_star"].to_numpy() == pytest.approx([3.0, 2.0, 1.0, 0.0], abs=1e-9)


def test_effects_stay_finite_under_chance_and_jumps():
    """Of a slope b with chance of variance s² in each mean, sigma² is 12 s²; of a jump of 1 in the middle, by hand.

    A step is the difference of two even places, of mean square 1/6; half of them cross the middle, by 1/2 on average:
    mu = mu_star = (1/2)(1/2) / (1/6) = 3/2, sigma² = (1/2) / (1/6) - 9/4 = 3/4. Over eight times as many base points
    nothing drifts off, as means of ratios do.
    """
    for samples in (1024, 8192):
        design = radial(CARRIERS, samples, seed=6)
        values = design.unit @ [3.0, 0.0, 0.0, 0.0] + (design.unit[:, 1] > 0.5)
        found = radial_measures(design, noisy(values, 4, 2.0), ["y"], resamples=20)
        clean = radial_measures(design, cube_of(values), ["y"], resamples=20)
        assert clean["mu_star"].to_numpy() == pytest.approx([3.0, 1.5, 0.0, 0.0], abs=0.05)
        assert clean["sigma"].to_numpy() == pytest.approx([0.0, np.sqrt(0.75), 0.0, 0.0], abs=0.05)
        assert found["mu"].to_numpy() == pytest.approx([3.0, 1.5, 0.0, 0.0], abs=5 * np.sqrt(12 / samples))
        squares = (found["sigma"] ** 2).to_numpy()
        assert squares == pytest.approx([12.0, 12.75, 12.0, 12.0], rel=5 * np.sqrt(2 / samples))


def test_effects_and_the_total_index_say_the_same_of_squares():
    """mu² + sigma² of the true function is 12 ST times the variance."""
    design = radial(THREE, 8192, seed=2)
    found = radial_measures(design, cube_of(ishigami(design.unit)), ["y"], resamples=20)
    squares = (found["mu"] ** 2 + found["sigma"] ** 2).to_numpy()
    assert squares == pytest.approx(12 * ISHIGAMI_TOTAL * ISHIGAMI_VARIANCE, rel=0.05)


def test_effects_of_a_plane_are_its_slopes():
    design = radial(CARRIERS, 32, seed=2)
    found = radial_measures(design, cube_of(design.unit @ [3.0, -2.0, 1.0, 0.0]), ["y"], resamples=100)
    assert found["mu"].to_numpy() == pytest.approx([3.0, -2.0, 1.0, 0.0], abs=1e-9)
    assert found["sigma"].to_numpy() == pytest.approx(0.0, abs=1e-5)
    assert found["verdict"].iloc[3] == "negligible" and found["rank"].tolist() == [1, 2, 3, 4]


def test_groups_and_the_composition_have_a_total_index_and_no_slope():
    """Of a x + b y + c z, the total index of a group is its share of the sum of squares."""
    composition = checked_composition({"low": 2, "high": 8}, {}, Scenario())[1]
    pair = ("pair", (CARRIERS[0].path, CARRIERS[2].path))
    design = radial(CARRIERS, 1024, groups=[pair], composition=composition, seed=5)
    assert list(design.parts) == ["pair", CARRIERS[1].path, CARRIERS[3].path, COMPOSITION] and design.block == 5
    plane = design.unit[:, :4] @ [3.0, -2.0, 1.0, 0.0] + 2.0 * design.unit[:, 4]
    found = radial_measures(design, cube_of(plane), ["y"], resamples=100)
    assert found["ST"].to_numpy() == pytest.approx(np.array([10.0, 4.0, 0.0, 4.0]) / 18.0, abs=0.02)
    assert found["mu_star"].isna().tolist() == [True, False, False, True]
    assert found["mu"].iloc[1] == pytest.approx(-2.0)


def test_discrete_factors_have_their_exact_shares():
    design = radial(DISCRETE, 2048, seed=4)
    found = radial_measures(design, cube_of(additive(design)), ["y"], resamples=50)
    assert found["ST"].to_numpy() == pytest.approx(additive_shares(), abs=0.02)


def test_chance_is_measured_and_taken_out():
    design = radial(THREE, 1024, seed=8)
    found = radial_measures(design, noisy(ishigami(design.unit), 10, 5.0), ["y"], resamples=100)
    assert found["noise_share"].to_numpy() == pytest.approx(25 / (25 + ISHIGAMI_VARIANCE), abs=0.03)
    assert found["ST_expected"].to_numpy() == pytest.approx(ISHIGAMI_TOTAL, abs=0.06)
    with_noise = (ISHIGAMI_TOTAL * ISHIGAMI_VARIANCE + 2.5) / (ISHIGAMI_VARIANCE + 2.5)
    assert found["ST"].to_numpy() == pytest.approx(with_noise, abs=0.06)  # what means of ten runs still hold as noise


def test_a_factor_that_only_reshuffles_chance_is_not_decided():
    design = radial(THREE, 256, seed=9)
    still = design.unit * [1, 1, 0] + [0, 0, 0.5]
    found = radial_measures(design, noisy(ishigami(still), 8, 2.0), ["y"], resamples=200)
    assert found["ST_low"].iloc[2] > 0.0 and found["decided"].tolist() == [True, True, False]


def test_intervals_cover_the_published_values():
    inside = []
    for seed in range(40):
        design = radial(THREE, 64, seed=seed)
        found = radial_measures(design, cube_of(ishigami(design.unit)), ["y"], resamples=200, seed=seed)
        inside.append((found["ST_low"] < ISHIGAMI_TOTAL) & (found["ST_high"] > ISHIGAMI_TOTAL))
    assert np.mean(inside) > 0.88  # 95 % or more (the sequence is more even than the bootstrap knows), 120 intervals


def test_a_constant_outcome_decides_nothing():
    design = radial(THREE, 16, seed=3)
    found = radial_measures(design, cube_of(np.full(len(design), 0.3)), ["y"], resamples=20)
    assert found[["ST", "mu_star"]].isna().all(axis=None) and set(found["verdict"]) == {"undecided"}


def test_other_designs_and_missing_outcomes_are_refused():
    other = morris(THREE, 8, seed=1)
    with pytest.raises(BadInput, match="needs a radial design"):
        radial_measures(other, cube_of(ishigami(other.unit)), ["y"])
    design = radial(THREE, 8, seed=1)
    values = ishigami(design.unit)
    values[3] = np.nan
    with pytest.raises(Unanalysable, match="y at 1"):
        radial_measures(design, cube_of(values), ["y"])


def test_the_method_costs_what_it_says():
    method = METHODS["radial"]
    design = method.lay(Wish(tuple(CARRIERS), 16, 7))
    assert len(design) == method.points(4, 16, False) == 80
    found = method.analyse(design, cube_of(sobol_g(design.unit)), ["y"], resamples=20)
    assert {*method.shown, *method.drawn, method.ranked_by, "rank_low", "verdict", "residual_share"} <= {*found.columns}
