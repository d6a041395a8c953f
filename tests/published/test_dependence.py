"""Factors drawn together: rank correlations as asked for, each factor's own distribution as it was."""

import numpy as np
import pytest
from scipy.stats import kstest, norm, spearmanr

from experiments.designs import factor, grid, lhs, morris, random_points, sobol_sequence
from experiments.designs.dependence import drawn_together, rearranged, score_correlations
from experiments.methods import METHODS, Wish
from sim.errors import BadInput
from tests.published.given_models import FOUR_CHOICES, MANY, REALS, YES_OR_NO

A, B, C, D = (one.path for one in REALS)
TIED = [(A, B, 0.7), (A, C, -0.4)]
DRAWS = [lhs, random_points, sobol_sequence]
# of 4096 independent points a rank correlation is known to 1/sqrt(4096) = 0.016 at most
FOUR_ERRORS = 4 / np.sqrt(4096)


def ranks_together(design):
    return spearmanr(design.unit).statistic


@pytest.mark.parametrize("lay", DRAWS)
def test_rank_correlations_are_those_asked_for(lay):
    found = ranks_together(lay(REALS, 4096, dependence=TIED, seed=1))
    wanted = np.eye(4)
    wanted[0, 1] = wanted[1, 0] = 0.7
    wanted[0, 2] = wanted[2, 0] = -0.4
    assert found == pytest.approx(wanted, abs=FOUR_ERRORS)


@pytest.mark.parametrize("rho", [-0.95, -0.5, 0.05, 0.5, 0.95])
def test_a_latin_hypercube_of_few_points_is_nearer_than_chance(rho):
    """Iman and Conover free the scores from what chance did: 50 points alone would be off by 0.14 (1 - rho^2).

    They are two halves of 25, each with its own order, so that the second can be added to the first.
    """
    errors = [
        spearmanr(lhs(REALS[:2], 50, dependence=[(A, B, rho)], seed=seed).unit).statistic - rho for seed in range(20)
    ]
    assert np.sqrt(np.mean(np.square(errors))) < 0.6 * 0.14 * (1.0 - rho**2)


def test_pearsons_formula_is_that_of_normal_scores():
    """Spearman's correlation of a normal pair is 6/pi asin(r/2): checked on a million pairs, standard error 0.001."""
    r = score_correlations([(A, B, 0.6)], [A, B])[0, 1]
    generator = np.random.default_rng(1)
    one, other = generator.standard_normal((2, 1_000_000))
    places = norm.cdf([one, r * one + np.sqrt(1 - r * r) * other])
    assert np.corrcoef(places)[0, 1] == pytest.approx(0.6, abs=0.004)


@pytest.mark.parametrize("points", [10, 97, 256])
def test_the_hypercube_stays_latin(points):
    tied, free = lhs(REALS, points, dependence=TIED, seed=2), lhs(REALS, points, seed=2)
    together = rearranged(free.unit, score_correlations(TIED, [A, B, C, D]))
    assert np.array_equal(np.sort(together, axis=0), np.sort(free.unit, axis=0))  # no place changed, made or lost
    cells = np.sort(np.floor(tied.unit * points).astype(int), axis=0)
    assert np.array_equal(cells, np.tile(np.arange(points)[:, None], 4))


@pytest.mark.parametrize("lay", [random_points, sobol_sequence])
def test_each_factor_keeps_its_distribution(lay):
    tied = lay(REALS, 4096, dependence=TIED, seed=3)
    for places in tied.unit.T:
        assert kstest(places, "uniform").pvalue > 1e-3
    assert tied.unit.min() > 0.0 and tied.unit.max() < 1.0


@pytest.mark.parametrize("lay", [random_points, sobol_sequence])
def test_the_beginning_stays_the_beginning(lay):
    short, long = (lay(REALS, points, dependence=TIED, seed=4) for points in (128, 512))
    assert np.array_equal(short.unit, long.unit[:128])
    assert np.array_equal(long.prefix(128).unit, short.unit)


@pytest.mark.parametrize("lay", DRAWS)
def test_columns_without_a_partner_keep_every_bit(lay):
    tied, free = lay(REALS, 200, dependence=TIED, seed=5), lay(REALS, 200, seed=5)
    assert np.array_equal(tied.unit[:, 3], free.unit[:, 3])
    assert not np.array_equal(tied.unit[:, 1], free.unit[:, 1])


def test_places_at_the_ends_stay_on_the_cube():
    ends = np.array([[0.0, 0.0], [1.0, 1.0], [0.0, 1.0], [1.0, 0.0], [0.5, 0.5]])
    for tie in (drawn_together, rearranged):
        found = tie(ends, score_correlations([(A, B, 0.5)], [A, B]))
        assert np.isfinite(found).all() and found.min() >= 0.0 and found.max() <= 1.0


def test_discrete_factors_follow_their_places():
    """Two halves of places with correlation r of their scores agree with chance 1/2 + asin(r) / pi (Sheppard 1899)."""
    design = random_points([REALS[0], YES_OR_NO, FOUR_CHOICES], 4096, dependence=[(A, YES_OR_NO.path, 0.6)], seed=6)
    codes = design.codes()
    agree = np.mean((design.unit[:, 0] > 0.5) == (codes[:, 1] == 1.0))
    r = 2 * np.sin(np.pi * 0.6 / 6)
    assert agree == pytest.approx(0.5 + np.arcsin(r) / np.pi, abs=0.03)  # four standard errors of a share
    assert codes[:, 1].mean() == pytest.approx(0.5, abs=0.03)
    assert np.bincount(codes[:, 2].astype(int)) / 4096 == pytest.approx(0.25, abs=0.03)


@pytest.mark.parametrize("lay", DRAWS)
def test_designs_say_what_made_them_and_are_made_again(lay):
    tied = lay(REALS, 64, dependence=TIED, seed=7)
    assert tied.settings["dependence"] == [list(pair) for pair in TIED]
    assert np.array_equal(tied.unit, lay(REALS, 64, dependence=TIED, seed=7).unit)
    assert "dependence" not in lay(REALS, 64, seed=7).settings


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([(A, "context.no_such", 0.3)], "context.no_such is no factor of this design"),
        ([(A, A, 0.3)], "two different factors"),
        ([(A, B, 1.0)], "between -1 and 1"),
        ([(A, B, np.nan)], "between -1 and 1"),
        ([(A, B, 0.3), (B, A, 0.2)], "named more than once"),
        ([(A, B, 0.9), (B, C, 0.9), (A, C, -0.9)], "not positive definite"),
        ([(A, "composition.ngo", 0.3)], "drawn as a whole"),
    ],
)
@pytest.mark.parametrize("lay", DRAWS)
def test_what_cannot_be_is_refused(lay, pairs, told):
    with pytest.raises(BadInput, match=told):
        lay(REALS, 64, dependence=pairs)


def test_all_problems_are_told_at_once():
    with pytest.raises(BadInput) as caught:
        lhs(REALS, 64, dependence=[(A, "context.no_such", 2.0), (B, B, 0.1)])
    for told in ("no factor", "between -1 and 1", "two different"):
        assert told in str(caught.value)


def test_so_few_points_cannot_be_freed_from_chance():
    with pytest.raises(BadInput, match="6 or more"):
        lhs(REALS, 5, dependence=[(A, B, 0.5)])
    assert len(lhs(REALS, 6, dependence=[(A, B, 0.5)])) == 6


@pytest.mark.parametrize("name", ["pawn", "delta", "rsa", "hdmr"])
def test_methods_for_dependent_factors_lay_them_together(name):
    wish = Wish(tuple(REALS), 512, seed=8, dependence=((A, B, 0.7),))
    assert METHODS[name].dependent
    assert ranks_together(METHODS[name].design(wish))[0, 1] == pytest.approx(0.7, abs=0.03)


@pytest.mark.parametrize("name", ["sobol", "morris", "rbd_fast"])
def test_methods_for_independent_factors_refuse(name):
    assert not METHODS[name].dependent
    with pytest.raises(BadInput, match="cannot tell factors apart that depend on each other"):
        METHODS[name].design(Wish(tuple(REALS), 64, dependence=((A, B, 0.7),)))


def test_laid_designs_know_no_dependence():
    """Only drawn points take it: a grid or trajectories would not be what they are."""
    for lay, size in ((grid, 3), (morris, 10)):
        with pytest.raises(TypeError, match="dependence"):
            lay(REALS, size, dependence=TIED)


def test_many_factors_hang_together_by_chance_no_more_than_before():
    design = lhs(MANY, 256, dependence=[(MANY[0].path, MANY[1].path, 0.8)], seed=9)
    found = ranks_together(design)
    others = found[np.triu_indices(20, 1)]
    assert found[0, 1] == pytest.approx(0.8, abs=0.03)
    assert np.abs(others[others < 0.7]).max() < 4.5 / 16  # 189 correlations with standard error 1/16


def test_an_ordinary_factor_takes_part_in_its_own_distribution():
    lognormal = factor("context.opposition_strength", distribution="lognormal", median=1.0, sigma=0.8)
    design = random_points([lognormal, REALS[0]], 4096, dependence=[(lognormal.path, A, 0.6)], seed=10)
    strength = design.codes()[:, 0]
    assert np.median(strength) == pytest.approx(1.0, abs=0.07)  # standard error 0.8 x 1.25 / 64
    assert spearmanr(strength, design.unit[:, 1]).statistic == pytest.approx(0.6, abs=FOUR_ERRORS)
