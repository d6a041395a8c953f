"""Indices from a fitted surface against published and exact values, and against SALib on the same data."""

import numpy as np
import pytest
from SALib.analyze import enhanced_hdmr as salib

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.hdmr import columns, polynomial_degree, surface_indices, unknowns
from experiments.designs import lhs, random_points, sobol_sequence
from experiments.methods import METHODS, Wish
from experiments.methods.convergence import convergence
from sim.errors import BadInput
from tests.published.given_models import (
    FOUR_WHOLE,
    ISHIGAMI_FIRST,
    ISHIGAMI_TOTAL,
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
)

PAIR = (REALS[0].path, REALS[1].path, 0.6)


def surface(design, *columns_of, resamples=3):
    names = [f"y{k}" for k in range(len(columns_of))]
    return surface_indices(design, cube_of(*columns_of), names, resamples=resamples)


def test_ishigami_indices_are_those_published():
    """The surface holds this function wholly; 1024 points know a variance to 3 %."""
    design = lhs(REALS[:3], 1024, seed=1)
    found = surface(design, ishigami(design.unit), resamples=12)
    assert found["S"].to_numpy() == pytest.approx(ISHIGAMI_FIRST, abs=0.03)
    assert found["ST"].to_numpy() == pytest.approx(ISHIGAMI_TOTAL, abs=0.03)
    assert found["rank"].tolist() == [1, 2, 3] and found["decided"].all()
    assert (found["degree"] == 8).all() and (found["explained"] > 0.999).all() and (found["explained"] <= 1.0).all()


def test_linear_shares_are_exact():
    design = lhs(REALS, 1024, seed=2)
    found = surface(design, design.unit @ [3.0, -2.0, 1.0, 0.0])
    share = np.array([9.0, 4.0, 1.0, 0.0]) / 14.0
    for measure in ("S", "ST"):
        assert found[measure].to_numpy() == pytest.approx(share, abs=0.03)
    assert found["verdict"].tolist() == ["decided"] * 3 + ["negligible"]


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_dependent_factors_of_a_linear_model_have_known_parts(sign):
    """Of u + v or u - v with correlation 0.6: own variance 1, covariance 0.6 or -0.6, of 2 (1 + 0.6 or - 0.6)."""
    design = lhs(REALS[:3], 2048, dependence=[PAIR], seed=3)
    found = surface(design, design.unit @ [1.0, sign, 0.0])
    rho = sign * 0.6
    assert found["Sa"].to_numpy() == pytest.approx(np.array([1.0, 1.0, 0.0]) / (2 + 2 * rho), rel=0.06, abs=1e-6)
    assert found["Sb"].to_numpy() == pytest.approx(np.array([rho, rho, 0.0]) / (2 + 2 * rho), rel=0.1, abs=1e-6)
    assert found["S"].to_numpy() == pytest.approx([0.5, 0.5, 0.0], abs=0.02)


def test_a_companion_without_effect_has_no_part():
    """What correlation alone lends a factor is not its own: Sa tells the two apart, where delta and PAWN do not."""
    design = lhs(REALS[:3], 1024, dependence=[PAIR], seed=4)
    found = surface(design, design.unit[:, 0], resamples=12)
    assert found["ST"].to_numpy() == pytest.approx([1.0, 0.0, 0.0], abs=0.01)
    assert found["verdict"].tolist() == ["decided", "negligible", "negligible"]


@pytest.mark.parametrize("dependence", [(), (PAIR,)])
@pytest.mark.parametrize("lay", [lhs, random_points])
def test_estimates_are_those_of_salib(lay, dependence):
    """SALib is given the outcome as it is; scaled it gives the same shares, but for rounding in its decomposition."""
    design = lay(REALS, 400, dependence=dependence, seed=5)
    outcome = 7.0 * sobol_g(design.unit) + 40.0
    found = surface(design, outcome)
    degree = polynomial_degree(4, 400)
    with pytest.warns(UserWarning):
        theirs = salib.analyze(problem(4), design.unit, outcome, max_order=2, poly_order=degree, bootstrap=1)
    assert (found["degree"] == degree).all()
    for measure in ("ST", "S", "Sa", "Sb"):
        assert found[measure].to_numpy() == pytest.approx(np.array(theirs[measure][:4], dtype=float), abs=1e-6)


@pytest.mark.parametrize(("factors", "points", "degree"), [(3, 1024, 8), (4, 400, 4), (12, 1024, 2), (20, 1024, 1)])
def test_the_degree_is_the_highest_that_points_can_carry(factors, points, degree):
    assert polynomial_degree(factors, points) == degree
    pairs = factors * (factors - 1) // 2
    assert 3 * (factors * degree + pairs * degree**2) <= points
    more = degree + 1
    dear = factors * more + pairs * more**2 + pairs * 2 * more
    assert degree == 8 or 3 * (factors * more + pairs * more**2) > points or dear > 600


def test_the_base_has_as_many_columns_as_said(monkeypatch):
    """Seen where SALib builds it."""
    seen, fit = [], salib._d_morph
    monkeypatch.setattr(salib, "_d_morph", lambda base, *rest: seen.append(base.shape[1]) or fit(base, *rest))
    design = lhs(REALS, 400, seed=6)
    surface(design, sobol_g(design.unit), resamples=1)
    assert set(seen) == {columns(4, 4)} == {4 * 4 + 6 * 4 * (4 + 2)}
    assert unknowns(4, 4) == 4 * 4 + 6 * 4 * 4


@pytest.mark.parametrize("failing", [1, 4, 100])
def test_a_fit_that_does_not_converge_is_tried_in_another_order(monkeypatch, failing):
    design = lhs(REALS, 400, seed=6)
    outcome, fit, calls = sobol_g(design.unit), salib._d_morph, []
    whole = surface(design, outcome, resamples=0)

    def unsteady(*known):
        calls.append(1)
        if len(calls) <= failing:
            raise np.linalg.LinAlgError("did not converge")
        return fit(*known)

    monkeypatch.setattr(salib, "_d_morph", unsteady)
    if failing == 100:
        with pytest.raises(Unanalysable, match="cannot fit"):
            surface(design, outcome, resamples=0)
        assert len(calls) == 5
    else:
        again = surface(design, outcome, resamples=0)
        assert len(calls) == failing + 1
        assert again["ST"].to_numpy() == pytest.approx(whole["ST"].to_numpy(), abs=1e-6)


def test_a_yes_or_no_factor_is_held_as_far_as_polynomials_hold_a_step():
    """Legendre polynomials hold 3/4, 7/64, 11/256, 15 (5/128)^2 of a step at the middle: degrees 1, 3, 5, 7."""
    design = lhs([YES_OR_NO, FOUR_WHOLE, REALS[0]], 4096, seed=7)
    yes, whole, _ = design.codes().T
    found = surface(design, yes, 2.0 * yes + whole)
    held = 3 / 4 + 7 / 64 + 11 / 256 + 15 * (5 / 128) ** 2
    assert found.loc[found["outcome"] == "y0", "S"].to_numpy() == pytest.approx([held, 0.0, 0.0], abs=0.02)
    assert found.loc[found["outcome"] == "y0", "explained"].iloc[0] == pytest.approx(held, abs=0.02)
    both = found[found["outcome"] == "y1"]
    assert both["S"].iloc[0] == pytest.approx(held / 2.25, abs=0.02) and both["rank"].tolist()[:2] == [2, 1]


def test_noise_alone_has_the_chance_that_is_said():
    """ST of noise is a chi-square: over 6 designs and 12 factors its mean is known to about 6 %."""
    tables = []
    for seed in range(6):
        design = lhs(MANY[:12], 400, seed=seed)
        tables.append(surface(design, np.random.default_rng(100 + seed).standard_normal(400)))
    assert all((each["degree"] == 1).all() for each in tables)
    mean, said = (np.mean([each[name] for each in tables]) for name in ("ST", "ST_chance"))
    assert mean == pytest.approx(said, rel=0.2) and mean > 0.01


def test_factors_without_effect_are_not_called_real():
    """Nine of them in each of four designs, 2.5 in 100 expected: five or more has a chance of 0.2 %."""
    false = 0
    for seed in range(4):
        design = lhs(MANY[:12], 600, seed=seed)
        cube = noisy(design.unit[:, [0, 5, 9]] @ [3.0, 3.0, 2.0], 1, 0.5, seed)
        found = surface_indices(design, cube, ["y"])
        assert found.loc[[0, 5, 9], "verdict"].isin(["decided", "place_open"]).all()
        false += found.loc[~found.index.isin([0, 5, 9]), "verdict"].isin(["decided", "place_open"]).sum()
    assert false < 5


def test_intervals_are_as_wide_as_estimates_scatter():
    """Over 40 designs a standard deviation is known to a tenth, and twelve resamples know theirs on average."""
    designs = [random_points(REALS[:2], 300, seed=seed) for seed in range(40)]
    tables = [surface(one, noisy(sobol_g(one.unit.repeat(2, 1)), 1, 0.4)[:, 0, 0], resamples=12) for one in designs]
    for measure in ("S", "ST"):
        scatter = np.std([each[measure] for each in tables], axis=0, ddof=1)
        said = np.mean([(each[f"{measure}_high"] - each[measure]) / 1.96 for each in tables], axis=0)
        assert (said > 0.7 * scatter).all() and (said < 1.8 * scatter).all()


def test_chance_takes_its_known_part():
    design = lhs(REALS[:3], 1024, seed=8)
    found = surface_indices(design, noisy(ishigami(design.unit), 4, 5.0), ["y"], resamples=3)
    share = ISHIGAMI_VARIANCE / (ISHIGAMI_VARIANCE + 25 / 4)
    assert found["S"].to_numpy() == pytest.approx(share * np.array(ISHIGAMI_FIRST), abs=0.05)
    assert found["noise_share"].iloc[0] == pytest.approx(25 / (25 + ISHIGAMI_VARIANCE), abs=0.03)
    # 216 coefficients of 1024 points hold a fifth of the noise as well
    held = share + (1.0 - share) * unknowns(3, 8) / 1024
    assert found["explained"].iloc[0] == pytest.approx(held, abs=0.03)


def test_a_constant_outcome_has_no_indices():
    design = lhs(REALS, 300, seed=1)
    found = surface(design, np.full(300, 0.3), design.unit[:, 0])
    flat = found[found["outcome"] == "y0"]
    assert flat[["ST", "S", "Sa", "Sb", "ST_chance", "explained"]].isna().all(axis=None)
    assert (flat["verdict"] == "undecided").all()
    assert found.loc[found["outcome"] == "y1", "decided"].iloc[0]


def test_what_points_cannot_carry_is_refused():
    with pytest.raises(Unanalysable, match="300 points or more"):
        surface(lhs(REALS, 200), np.zeros(200))
    with pytest.raises(Unanalysable, match="2 factors or more"):
        polynomial_degree(1, 1000)
    with pytest.raises(Unanalysable, match="20 factors or fewer"):
        polynomial_degree(21, 100_000)
    with pytest.raises(Unanalysable, match="expected 459 points"):  # three for each of 17 and 17 x 16 / 2
        polynomial_degree(17, 400)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_other_designs_and_what_is_not_finite_are_refused(bad):
    with pytest.raises(BadInput, match="needs a lhs or random design"):
        surface(sobol_sequence(REALS, 512), np.zeros(512))
    cube = np.zeros((300, 1, 1))
    cube[3] = bad
    with pytest.raises(Unanalysable, match="y at 1"):
        surface_indices(lhs(REALS, 300), cube, ["y"])


def test_the_method_lays_reads_and_grows_without_a_trace():
    method = METHODS["hdmr"]
    tied = (PAIR,)
    design = method.design(Wish(tuple(REALS), 600, seed=2, dependence=tied))
    assert design.kind in method.kinds and design.settings["dependence"] == [list(PAIR)]
    with no_trace():
        grown = convergence(method, design, cube_of(ishigami(design.unit)), ["y"], resamples=3)
    assert sorted(grown.loc[grown["axis"] == "samples", "samples"].unique()) == [300, 600]
    with pytest.raises(Unanalysable, match="20 factors or fewer"):
        method.design(Wish(tuple(MANY) + (YES_OR_NO,), 1024))
