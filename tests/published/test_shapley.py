"""Shapley effects on functions with known answers, independent and dependent factors, and against SALib."""

import itertools
import math

import numpy as np
import pytest
from SALib.analyze import shapley as salib_shapley
from scipy.stats import norm

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.shapley import shapley_effects
from experiments.designs import COMPOSITION, checked_composition, lhs, morris, shapley, shapley_dependent
from experiments.methods import METHODS, Wish
from sim.errors import BadInput
from sim.scenario import Scenario
from tests.published.known import (
    CARRIERS,
    DISCRETE,
    ISHIGAMI_SHAPLEY,
    ISHIGAMI_VARIANCE,
    THREE,
    additive,
    additive_shares,
    cube_of,
    g_shapley,
    ishigami,
    noisy,
    salib_problem,
    sobol_g,
)

LINKED = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.6], [0.0, 0.6, 1.0]])
SLOPES = np.array([1.0, 1.0, 2.0])


def linear_shapley(slopes, covariance, parts):
    """Shapley effects of a linear Gaussian model by their definition, from conditional covariances.

    Source: Owen and Prieur 2017 (doi 10.1137/16M1097717).
    """
    whole = range(len(parts))

    def explained(members):
        known = [column for part in members for column in parts[part]]
        if not known:
            return 0.0
        cross = covariance[:, known] @ np.linalg.solve(covariance[np.ix_(known, known)], covariance[known])
        return slopes @ cross @ slopes

    effects = np.zeros(len(parts))
    for part in whole:
        others = [other for other in whole if other != part]
        for size in range(len(parts)):
            for members in itertools.combinations(others, size):
                gain = explained([*members, part]) - explained(members)
                effects[part] += gain / math.comb(len(others), size) / len(parts)
    return effects / (slopes @ covariance @ slopes)


def test_effects_are_those_published():
    """Goda's estimate is noisier than Sobol's: standard errors of 0.011 and 0.008 here, three of them allowed."""
    design = shapley(THREE, 8192, seed=1)
    found = shapley_effects(design, cube_of(ishigami(design.unit)), ["y"], resamples=100)
    assert found["shapley"].to_numpy() == pytest.approx(ISHIGAMI_SHAPLEY, abs=0.033)
    assert found["shapley"].sum() == pytest.approx(1.0, abs=1e-12)
    assert found["decided"].all() and found["separated"].tolist() == [True, False, False]  # from the third
    design = shapley(CARRIERS, 8192, seed=2)
    found = shapley_effects(design, cube_of(sobol_g(design.unit)), ["y"], resamples=100)
    assert found["shapley"].to_numpy() == pytest.approx(g_shapley(), abs=0.024)


def test_estimates_and_intervals_are_those_of_salib():
    design = shapley(CARRIERS, 512, seed=3)
    columns = [ishigami(design.unit), sobol_g(design.unit) + 40.0]
    found = shapley_effects(design, cube_of(*columns), ["y", "z"], resamples=1000)
    for name, column in zip(("y", "z"), columns, strict=True):
        theirs = salib_shapley.analyze(salib_problem(4), design.unit, column)
        mine = found[found["outcome"] == name]
        assert mine["shapley"].to_numpy() == pytest.approx(theirs["shapley_normalized"], abs=1e-10)
        half = (mine["shapley_high"] - mine["shapley"]).to_numpy()
        assert half == pytest.approx(theirs["shapley_normalized_conf"], rel=0.1)  # 1000 resamples: 2 %; delta method


def test_orders_are_all_equally_likely():
    design = shapley(THREE, 6000, seed=3)
    moved = np.abs(np.diff(design.unit.reshape(6000, 4, 3), axis=1)).argmax(axis=2)
    _, counts = np.unique(moved, axis=0, return_counts=True)
    assert len(counts) == 6 and abs(counts - 1000).max() < 4 * np.sqrt(1000 * 5 / 6)  # four standard deviations


def test_groups_and_the_composition_share_as_one():
    """Of a x + b y + c z + d s, the effect of a group is its share of the sum of squares."""
    composition = checked_composition({"low": 2, "high": 8}, {}, Scenario())[1]
    pair = ("pair", (CARRIERS[0].path, CARRIERS[2].path))
    design = shapley(CARRIERS, 2048, groups=[pair], composition=composition, seed=5)
    assert list(design.parts) == ["pair", CARRIERS[1].path, CARRIERS[3].path, COMPOSITION] and design.block == 5
    plane = design.unit[:, :4] @ [3.0, -2.0, 1.0, 0.0] + 2.0 * design.unit[:, 4]
    found = shapley_effects(design, cube_of(plane), ["y"], resamples=100)
    assert found["shapley"].to_numpy() == pytest.approx(np.array([10.0, 4.0, 0.0, 4.0]) / 18.0, abs=0.03)
    assert found["verdict"].iloc[2] == "negligible"


def test_a_group_keeps_the_interaction_inside_it():
    """Ishigami's first and third factors as one: 0.3139 + 0.2437, all but what the second has alone."""
    design = shapley(THREE, 4096, groups=[("pair", (THREE[0].path, THREE[2].path))], seed=5)
    found = shapley_effects(design, cube_of(ishigami(design.unit)), ["y"], resamples=50)
    assert found["shapley"].to_numpy() == pytest.approx([0.5576, 0.4424], abs=0.02)


def test_discrete_factors_have_their_exact_shares():
    design = shapley(DISCRETE, 4096, seed=4)
    found = shapley_effects(design, cube_of(additive(design)), ["y"], resamples=50)
    assert found["shapley"].to_numpy() == pytest.approx(additive_shares(), abs=0.02)


@pytest.mark.parametrize("linked", [False, True])
def test_chance_is_measured_and_taken_out(linked):
    design = shapley_dependent(THREE, 2048, np.eye(3), seed=8) if linked else shapley(THREE, 4096, seed=8)
    found = shapley_effects(design, noisy(ishigami(design.unit), 8, 5.0), ["y"], resamples=100)
    assert found["noise_share"].to_numpy() == pytest.approx(25 / (25 + ISHIGAMI_VARIANCE), abs=0.03)
    assert found["shapley_expected"].to_numpy() == pytest.approx(ISHIGAMI_SHAPLEY, abs=0.06)
    left = 25 / 8
    with_noise = (ISHIGAMI_SHAPLEY * ISHIGAMI_VARIANCE + left / 3) / (ISHIGAMI_VARIANCE + left)  # a third to each
    assert found["shapley"].to_numpy() == pytest.approx(with_noise, abs=0.06)


def test_a_factor_that_only_reshuffles_chance_is_not_decided():
    design = shapley(THREE, 1024, seed=9)
    still = design.unit * [1, 1, 0] + [0, 0, 0.5]
    found = shapley_effects(design, noisy(ishigami(still), 8, 4.0), ["y"], resamples=200)
    assert found["shapley_low"].iloc[2] > 0.0 and found["decided"].tolist()[1:] == [True, False]


def covered(lay, model, truth, seeds=40):
    inside = []
    for seed in range(seeds):
        design = lay(seed)
        found = shapley_effects(design, cube_of(model(design.unit)), ["y"], resamples=200, seed=seed)
        inside.append((found["shapley_low"] < truth) & (found["shapley_high"] > truth))
    return np.mean(inside)


def test_intervals_cover_known_effects():
    """95 % or a little more of 120 intervals that hang together in threes: standard error about 3 %."""
    assert covered(lambda seed: shapley(THREE, 128, seed=seed), ishigami, ISHIGAMI_SHAPLEY) > 0.87
    truth = linear_shapley(SLOPES, LINKED, [[0], [1], [2]])
    linked = covered(lambda seed: shapley_dependent(THREE, 128, LINKED, seed=seed), gaussian, truth)
    assert 0.87 < linked


# Dependent factors --------------------------------------------------------------------------------------------------


def gaussian(unit):
    """A linear model of normal factors: the scores behind the places."""
    return norm.ppf(unit) @ SLOPES


def test_the_closed_form_is_that_of_two_linked_factors():
    """Iooss and Prieur 2019, by hand: b² + r b c + r²/2 (c² - b²) for the second, likewise for the third."""
    r, b, c = 0.6, 1.0, 2.0
    by_hand = [1.0, b**2 + r * b * c + r**2 / 2 * (c**2 - b**2), c**2 + r * b * c + r**2 / 2 * (b**2 - c**2)]
    assert linear_shapley(SLOPES, LINKED, [[0], [1], [2]]) == pytest.approx(np.array(by_hand) / 8.4)


@pytest.mark.parametrize(("outer", "inner"), [(1, 3), (2, 2)])
def test_effects_of_linked_factors_are_those_of_the_closed_form(outer, inner):
    design = shapley_dependent(THREE, 4096, LINKED, outer=outer, inner=inner, seed=1)
    assert len(design) == 4096 * 3 * outer * inner and design.block == 3 * outer * inner
    found = shapley_effects(design, cube_of(gaussian(design.unit)), ["y"], resamples=50)
    truth = linear_shapley(SLOPES, LINKED, [[0], [1], [2]])
    assert found["shapley"].to_numpy() == pytest.approx(truth, abs=0.03)
    assert found["shapley"].sum() == pytest.approx(1.0, abs=1e-12) and found["decided"].all()


def test_a_factor_without_influence_shares_through_its_link():
    """Of x alone, a factor that goes with it by r has r²/2 of the variance: what knowing it is worth."""
    linked = np.array([[1.0, 0.8], [0.8, 1.0]])
    design = shapley_dependent(CARRIERS[:2], 4096, linked, seed=1)
    found = shapley_effects(design, cube_of(norm.ppf(design.unit[:, 0])), ["y"], resamples=50)
    assert found["shapley"].to_numpy() == pytest.approx([1 - 0.32, 0.32], abs=0.03)


def copula_shapley(first, second, third, rho):
    """Of a U + b V + c W, even on 0 to 1, U and V with rank correlation rho by a Gaussian copula, W apart.

    With normal scores of correlation r = 2 sin(pi rho / 6), Sheppard's formula for quadrants gives the variance of
    E[U | V] as asin(r²/2) / 2 pi and the covariance of U and V as asin(r/2) / 2 pi = rho / 12. The effect of one of two
    dependent inputs is the mean of what knowing it first explains and what it leaves when the other is known (Owen and
    Prieur 2017); W has its own variance.
    """
    r = 2.0 * np.sin(np.pi * rho / 6.0)
    carried, together = np.arcsin(r * r / 2.0) / (2.0 * np.pi), rho / 12.0
    pair = (first**2 + second**2) / 12.0 + 2.0 * first * second * together
    known_first = first**2 / 12.0 + second**2 * carried + 2.0 * first * second * together
    known_second = second**2 / 12.0 + first**2 * carried + 2.0 * first * second * together
    effects = np.array([known_first + pair - known_second, known_second + pair - known_first, third**2 / 6.0]) / 2.0
    return effects / (pair + third**2 / 12.0)


@pytest.mark.parametrize("slopes", [(4.0, 2.0, 1.0), (3.0, 0.0, 2.0)])
def test_the_method_itself_shares_what_even_factors_do_together(slopes):
    """From a wish with a dependence to a table: the factor that does nothing has a share by its link."""
    method, pair = METHODS["shapley"], (THREE[0].path, THREE[1].path, 0.8)
    design = method.design(Wish(tuple(THREE), 4096, 3, dependence=(pair,)))
    assert len(design) == method.cost(3, 4096, False, (pair,)) and design.kind == "shapley_dependent"
    found = method.analyse(design, cube_of(design.unit @ np.array(slopes)), ["y"], resamples=50)
    assert found["shapley"].to_numpy() == pytest.approx(copula_shapley(*slopes, 0.8), abs=0.03)
    assert found["shapley"].iloc[1] > 0.1
    apart = method.design(Wish(tuple(THREE), 64, 3))
    assert apart.kind == "shapley" and len(apart) == method.cost(3, 64, False)


def test_the_wish_with_a_dependence_grows_and_tells_its_pairs():
    method, pair = METHODS["shapley"], (THREE[0].path, THREE[1].path, -0.5)
    small, large = (method.design(Wish(tuple(THREE), samples, 3, dependence=(pair,))) for samples in (16, 32))
    assert large.prefix(16).fingerprint() == small.fingerprint()
    assert small.settings["dependence"] == [[*pair]]
    grouped = method.design(Wish(tuple(THREE), 16, 3, groups=(("g", (THREE[1].path,)),), dependence=(pair,)))
    assert list(grouped.parts) == [THREE[0].path, "g", THREE[2].path]  # a group may depend on others here


def test_indices_for_independent_factors_refuse_dependent_samples():
    pair = (THREE[0].path, THREE[1].path, 0.8)
    design = METHODS["shapley"].design(Wish(tuple(THREE), 16, 3, dependence=(pair,)))
    cube = cube_of(design.unit.sum(axis=1))
    for name in ("sobol", "radial", "morris", "fast", "hdmr", "rbd_fast"):
        with pytest.raises(BadInput, match="this analysis needs"):
            METHODS[name].analyse(design, cube, ["y"])
    drawn = lhs(THREE, 32, dependence=[pair], seed=1)
    with pytest.raises(BadInput, match="needs a shapley or shapley_dependent design"):
        shapley_effects(drawn, cube_of(drawn.unit.sum(axis=1)), ["y"])
    with pytest.raises(BadInput, match="sobol cannot tell factors apart that depend"):
        METHODS["sobol"].design(Wish(tuple(THREE), 16, 3, dependence=(pair,)))


def test_places_are_even_and_linked_as_asked_at_every_point():
    design = shapley_dependent(THREE, 4000, LINKED, seed=2)
    scores = norm.ppf(design.unit).reshape(4000, 9, 3)
    for point in range(9):  # 4000 independent draws each: standard error of a correlation 0.016, four of them
        assert np.corrcoef(scores[:, point].T) == pytest.approx(LINKED, abs=0.065)
        assert scores[:, point].mean(axis=0) == pytest.approx(0.0, abs=0.065)
        assert scores[:, point].std(axis=0) == pytest.approx(1.0, abs=0.05)


def test_linked_groups_share_as_one():
    correlation = np.eye(4)
    correlation[0, 1] = correlation[1, 0] = 0.5
    correlation[2, 3] = correlation[3, 2] = -0.4
    composition = checked_composition({"low": 2, "high": 8}, {}, Scenario())[1]
    groups = [("pair", (CARRIERS[0].path, CARRIERS[2].path))]
    design = shapley_dependent(CARRIERS, 4096, correlation, groups=groups, composition=composition, seed=5)
    slopes = np.array([1.0, 1.0, 2.0, 0.5, 1.0])
    found = shapley_effects(design, cube_of(norm.ppf(design.unit[:, :5]) @ slopes), ["y"], resamples=50)
    covariance = np.eye(5)
    covariance[:4, :4] = correlation
    truth = linear_shapley(slopes, covariance, [[0, 2], [1], [3], [4]])
    assert found["factor"].tolist() == ["pair", CARRIERS[1].path, CARRIERS[3].path, COMPOSITION]
    assert found["shapley"].to_numpy() == pytest.approx(truth, abs=0.03)


def test_without_links_both_designs_agree():
    design = shapley_dependent(THREE, 8192, np.eye(3), seed=1)
    found = shapley_effects(design, cube_of(ishigami(design.unit)), ["y"], resamples=50)
    assert found["shapley"].to_numpy() == pytest.approx(ISHIGAMI_SHAPLEY, abs=0.045)  # three errors of 0.015


def test_one_factor_alone_has_everything():
    for design in (shapley(CARRIERS[:1], 64), shapley_dependent(CARRIERS[:1], 64, np.eye(1))):
        found = shapley_effects(design, cube_of(design.unit[:, 0]), ["y"], resamples=20)
        assert found["shapley"].tolist() == pytest.approx([1.0])


@pytest.mark.parametrize(
    ("matrix", "told"),
    [
        (np.eye(2), "2 by 2; expected a 3 by 3 correlation matrix"),
        (LINKED + np.triu(np.full((3, 3), 0.1), 1), "symmetric"),
        (2.0 * LINKED, "ones on its diagonal"),
        (np.full((3, 3), np.nan), "symmetric"),
        (np.ones((3, 3)), "no factor is fixed by the others"),
        (np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]), "smallest eigenvalue -0.8"),
    ],
)
def test_what_is_no_correlation_is_refused(matrix, told):
    with pytest.raises(BadInput, match=told):
        shapley_dependent(THREE, 8, matrix)


def test_draws_that_cannot_vary_are_refused():
    with pytest.raises(BadInput, match="2 draws"):
        shapley_dependent(THREE, 8, LINKED, inner=1)


# Both ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("linked", [False, True])
def test_a_constant_outcome_decides_nothing(linked):
    design = shapley_dependent(THREE, 16, LINKED) if linked else shapley(THREE, 16)
    found = shapley_effects(design, np.full((len(design), 2, 1), 0.3), ["y"], resamples=20)
    assert found[["shapley", "shapley_expected"]].isna().all(axis=None) and set(found["verdict"]) == {"undecided"}


def test_other_designs_and_missing_outcomes_are_refused():
    other = morris(THREE, 8, seed=1)
    with pytest.raises(BadInput, match="needs a shapley or shapley_dependent design"):
        shapley_effects(other, cube_of(ishigami(other.unit)), ["y"])
    design = shapley(THREE, 8, seed=1)
    values = ishigami(design.unit)
    values[3] = np.nan
    with pytest.raises(Unanalysable, match="y at 1"):
        shapley_effects(design, cube_of(values), ["y"])


def test_the_method_costs_what_it_says():
    method = METHODS["shapley"]
    design = method.lay(Wish(tuple(CARRIERS), 16, 7))
    assert len(design) == method.points(4, 16, False) == 80
    found = method.analyse(design, cube_of(sobol_g(design.unit)), ["y"], resamples=20)
    assert {*method.shown, *method.drawn, method.ranked_by, "rank_low", "verdict", "residual_share"} <= {*found.columns}
