"""RBD-FAST against published and exact indices, and against SALib on the same data."""

import numpy as np
import pytest
from SALib.analyze import rbd_fast as salib

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.rbd_fast import first_order_by_waves
from experiments.designs import lhs, random_points, sobol, sobol_sequence
from experiments.methods import METHODS, Wish
from experiments.methods.convergence import convergence
from sim.errors import BadInput
from tests.published.given_models import (
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


def test_ishigami_indices_are_those_published():
    design = lhs(REALS[:3], 4096, seed=1)
    found = first_order_by_waves(design, cube_of(ishigami(design.unit)), ["y"], resamples=200)
    assert found["S1"].to_numpy() == pytest.approx(ISHIGAMI_FIRST, abs=0.03)  # standard errors are about 0.01
    assert (found["S1_low"] <= ISHIGAMI_FIRST).all() and (found["S1_high"] >= ISHIGAMI_FIRST).all()
    assert found["rank"].tolist() == [2, 1, 3] and found["decided"].tolist() == [True, True, False]


def test_sobol_g_and_linear_indices_are_exact():
    design = lhs(REALS, 4096, seed=2)
    line = design.unit @ [3.0, -2.0, 1.0, 0.0]
    found = first_order_by_waves(design, cube_of(sobol_g(design.unit), line), ["g", "line"], resamples=50)
    bent, flat = (found.loc[found["outcome"] == name, "S1"].to_numpy() for name in ("g", "line"))
    assert bent == pytest.approx(sobol_g_first(), abs=0.03)
    assert flat == pytest.approx(np.array([9.0, 4.0, 1.0, 0.0]) / 14.0, abs=0.03)


@pytest.mark.parametrize("points", [300, 301])
@pytest.mark.parametrize("lay", [lhs, random_points])
def test_estimates_are_those_of_salib(lay, points):
    design = lay(REALS, points, seed=3)
    columns = [sobol_g(design.unit) + 40.0, ishigami(design.unit)]
    found = first_order_by_waves(design, cube_of(*columns), ["g", "y"], resamples=20)
    for name, column in zip(("g", "y"), columns, strict=True):
        theirs = salib.analyze(problem(4), design.unit, column, num_resamples=2, seed=1)
        assert found.loc[found["outcome"] == name, "S1"].to_numpy() == pytest.approx(np.array(theirs["S1"]), abs=1e-10)


def test_intervals_are_as_wide_as_estimates_scatter():
    """Over 60 independent designs, a standard deviation is known to a tenth; the bootstrap may err on the wide side."""
    designs = [lhs(REALS[:3], 256, seed=seed) for seed in range(60)]
    tables = [first_order_by_waves(one, cube_of(ishigami(one.unit)), ["y"], resamples=60) for one in designs]
    scatter = np.std([each["S1"] for each in tables], axis=0, ddof=1)
    said = np.mean([(each["S1_high"] - each["S1"]) / 1.96 for each in tables], axis=0)
    assert (said > 0.75 * scatter).all() and (said < 1.8 * scatter).all()


def test_chance_takes_its_known_part():
    design = lhs(REALS[:3], 2048, seed=4)
    found = first_order_by_waves(design, noisy(ishigami(design.unit), 4, 5.0), ["y"], resamples=50)
    share = ISHIGAMI_VARIANCE / (ISHIGAMI_VARIANCE + 25 / 4)
    assert found["S1"].to_numpy() == pytest.approx(share * np.array(ISHIGAMI_FIRST), abs=0.04)
    assert found["noise_share"].iloc[0] == pytest.approx(25 / (25 + ISHIGAMI_VARIANCE), abs=0.03)
    assert found["residual_share"].iloc[0] == pytest.approx(1.0 - share, abs=0.03)


def test_factors_without_effect_are_not_called_real():
    """17 factors without effect in each of six designs: 2.5 in 100 expected; nine or more has a chance below 0.2 %."""
    false = 0
    for seed in range(6):
        design = lhs(MANY, 256, seed=seed)
        cube = noisy(ishigami(design.unit[:, [0, 7, 12]]), 1, 1.0, seed)
        found = first_order_by_waves(design, cube, ["y"], resamples=200)
        idle = ~found.index.isin([0, 7, 12])
        false += found.loc[idle, "verdict"].isin(["decided", "place_open"]).sum()
    assert false < 9


def test_discrete_factors_show_what_ten_harmonics_hold():
    """The wave of a yes-or-no factor is square: its odd harmonics hold 8 / (pi k)^2 each."""
    design = lhs([YES_OR_NO, FOUR_WHOLE, REALS[0]], 4096, seed=5)
    yes, whole, _ = design.codes().T
    found = first_order_by_waves(design, cube_of(2.0 * yes + whole), ["y"], resamples=50)["S1"].to_numpy()
    share = np.array([1.0, 1.25]) / 2.25
    held = sum(8.0 / (np.pi * k) ** 2 for k in (1, 3, 5, 7, 9))
    assert found[0] == pytest.approx(held * share[0], abs=0.02)
    assert held * share[1] < found[1] + 0.02 < share[1] + 0.04
    assert found[2] == pytest.approx(0.0, abs=0.02)


def test_a_constant_outcome_has_no_indices():
    design = lhs(REALS, 128, seed=1)
    found = first_order_by_waves(design, cube_of(np.full(128, 0.3), design.unit[:, 0]), ["flat", "y"], resamples=20)
    flat = found[found["outcome"] == "flat"]
    assert flat["S1"].isna().all() and (flat["verdict"] == "undecided").all()
    assert found.loc[found["outcome"] == "y", "decided"].iloc[0]


def test_what_the_theory_does_not_hold_for_is_refused():
    cube = np.zeros((128, 1, 1))
    for other in (sobol_sequence(REALS, 128), sobol(REALS, 16)):
        with pytest.raises(BadInput, match="needs a lhs or random design"):
            first_order_by_waves(other, cube, ["y"])
    tied = lhs(REALS, 128, dependence=[(REALS[0].path, REALS[1].path, 0.5)])
    with pytest.raises(Unanalysable, match="independent"):
        first_order_by_waves(tied, cube, ["y"])
    with pytest.raises(Unanalysable, match="without the alliance"):
        first_order_by_waves(lhs(REALS, 64).with_twin(), cube, ["y"])
    with pytest.raises(Unanalysable, match="64 or more"):
        first_order_by_waves(lhs(REALS, 40), cube[:40], ["y"])


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_what_is_not_finite_is_refused(bad):
    design = lhs(REALS, 128)
    cube = noisy(design.unit[:, 0], 2, 0.0)
    cube[7, :, 0] = bad
    with pytest.raises(Unanalysable, match="y at 1"):
        first_order_by_waves(design, cube, ["y"])


def test_a_replicate_left_out_leaves_its_point_in():
    design = lhs(REALS, 128)
    cube = noisy(design.unit[:, 0], 2, 0.0)
    whole = first_order_by_waves(design, cube, ["y"], resamples=20)["S1"]
    cube[7, 1, 0] = np.nan
    assert first_order_by_waves(design, cube, ["y"], resamples=20)["S1"].tolist() == whole.tolist()


def test_the_method_lays_reads_and_grows():
    method = METHODS["rbd_fast"]
    design = method.design(Wish(tuple(REALS), 256, seed=2))
    assert design.kind in method.kinds and len(design) == method.points(4, 256, False)
    with no_trace():
        grown = convergence(method, design, cube_of(ishigami(design.unit)), ["y"], resamples=20)
    assert sorted(grown.loc[grown["axis"] == "samples", "samples"].unique()) == [64, 128, 256]
    with pytest.raises(BadInput, match="64 or more"):
        method.design(Wish(tuple(REALS), 32))
