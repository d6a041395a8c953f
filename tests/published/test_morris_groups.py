"""Elementary effects by part: groups, the composition as one, and discrete factors, by hand and against SALib."""

import numpy as np
import pytest
from SALib.analyze import morris as salib_morris

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.elementary import effects_of, elementary_effects
from experiments.designs import COMPOSITION, checked_composition, factor, morris, radial
from experiments.methods import METHODS, Wish
from sim.errors import BadInput
from sim.scenario import Scenario
from tests.published.known import (
    CARRIERS,
    DISCRETE,
    OF_RULE,
    THREE,
    additive,
    cube_of,
    ishigami,
    noisy,
    salib_problem,
    sobol_g,
)

PAIR = ("pair", (CARRIERS[0].path, CARRIERS[2].path))
GROUPS = (PAIR,)
STEP = 2 / 3  # of four levels


def test_a_group_has_the_size_of_effect_that_salib_gives():
    design = morris(CARRIERS, 40, groups=GROUPS, seed=2)
    assert list(design.parts) == ["pair", CARRIERS[1].path, CARRIERS[3].path] and len(design) == 40 * 4
    found = elementary_effects(design, cube_of(sobol_g(design.unit)), ["y"], resamples=200)
    problem = salib_problem(4, ["pair", "one", "pair", "three"])
    theirs = salib_morris.analyze(problem, design.unit, sobol_g(design.unit), seed=1)
    assert list(theirs["names"]) == ["pair", "one", "three"]
    assert found["mu_star"].to_numpy() == pytest.approx(np.asarray(theirs["mu_star"], dtype=float), abs=1e-10)
    assert found["mu"].to_numpy()[1:] == pytest.approx(np.asarray(theirs["mu"], dtype=float)[1:], abs=1e-10)
    assert found["sigma"].to_numpy() == pytest.approx(np.asarray(theirs["sigma"], float), abs=1e-10, nan_ok=True)


def test_a_group_adds_up_or_cancels_by_the_directions_of_its_factors():
    """Of 3 x + z moved together, by hand: both up or both down 4, one up and one down 2; evenly often."""
    design = morris(CARRIERS, 200, groups=GROUPS, seed=3)
    plane = design.unit @ [3.0, -2.0, 1.0, 0.0]
    sizes = np.abs(effects_of(design, plane[:, None])[:, 0, 0])
    assert set(sizes.round(9)) == {2.0, 4.0}
    found = elementary_effects(design, cube_of(plane), ["y"], resamples=200).set_index("factor")
    assert found.loc["pair", "mu_star"] == pytest.approx(3.0, abs=4 / np.sqrt(200))  # four standard errors of ±1
    assert np.isnan(found.loc["pair", ["mu", "mu_low", "sigma", "sigma_high"]].astype(float)).all()
    assert found.loc[CARRIERS[1].path, "mu"] == pytest.approx(-2.0) and found.loc["pair", "rank"] == 1
    assert found["verdict"].tolist() == ["decided", "decided", "negligible"]


def test_a_group_of_one_factor_keeps_its_signs():
    alone = morris(CARRIERS, 20, groups=[("own", (CARRIERS[1].path,))], seed=3)
    found = elementary_effects(alone, cube_of(-2.0 * alone.unit[:, 1]), ["y"], resamples=50).set_index("factor")
    assert found.loc["own", "mu"] == pytest.approx(-2.0) and found.loc["own", "sigma"] == pytest.approx(0.0, abs=1e-6)


def test_designs_without_groups_are_as_they_were():
    from SALib.sample import morris as sampler

    assert np.array_equal(morris(CARRIERS, 20, seed=5).unit, sampler.sample(salib_problem(4), 20, seed=5))


def composed(samples=30, **words):
    composition = checked_composition({"low": 2, "high": 8}, {}, Scenario())[1]
    return morris(CARRIERS[:2], samples, composition=composition, seed=1, **words)


def test_a_composition_moves_as_one_and_makes_the_step_of_the_others():
    design = composed()
    assert list(design.parts) == [CARRIERS[0].path, CARRIERS[1].path, COMPOSITION] and design.block == 4
    assert design.unit.min() >= 0.0 and design.unit.max() <= 1.0
    change = np.abs(np.diff(design.unit.reshape(30, 4, -1), axis=1))
    assert np.allclose(change.max(axis=2), STEP) and np.allclose(change[..., 2:].max(axis=1), STEP)
    moving = (change[..., 2:] > 0.1).sum(axis=1)
    assert (moving == 1).all() and ((change[..., 2:] > 0.1).any(axis=2).sum(axis=1) == 1).all()
    found = elementary_effects(design, cube_of(design.values()[COMPOSITION]), ["y"], resamples=50)
    assert found["mu_star"].tolist()[:2] == [0.0, 0.0] and found["mu_star"].iloc[2] > 3.0
    assert np.isnan(found["mu"].iloc[2])


def test_no_two_sectors_tie_for_their_turn():
    places = composed().unit[:, 3:]
    assert all(len(set(row)) == len(row) for row in places)


def test_a_composition_may_share_a_group_with_a_factor():
    design = composed(groups=[("who", (COMPOSITION, CARRIERS[0].path))])
    assert list(design.parts) == ["who", CARRIERS[1].path] and design.block == 3
    found = elementary_effects(design, cube_of(design.unit[:, 0] + 2.0 * design.unit[:, 1]), ["y"], resamples=50)
    assert found["mu_star"].to_numpy() == pytest.approx([1.0, 2.0])


def test_discrete_factors_have_the_effects_that_levels_give_by_hand():
    """From no to yes 2, two surveys more 2, and from a rule to the second next its difference, each over 2/3."""
    design = morris(DISCRETE, 60, seed=4)
    effects = effects_of(design, additive(design)[:, None])[..., 0]
    assert effects[:, :2] == pytest.approx(np.full((60, 2), 2 / STEP))
    chair, majority, qualified, consensus = OF_RULE.values()
    jumps = {round((qualified - chair) / STEP, 9), round((consensus - majority) / STEP, 9)}
    assert set(effects[:, 2].round(9)) == jumps


def test_intervals_cover_what_is_known():
    """Of x y, by hand: the effect of x is y, on the levels 0, 1/3, 2/3, 1: mean 1/2, standard deviation sqrt(5)/6."""
    inside = []
    for seed in range(60):
        design = morris(CARRIERS[:2], 30, seed=seed)
        found = elementary_effects(design, cube_of(design.unit.prod(axis=1)), ["y"], resamples=200, seed=seed)
        inside += [(found[f"{name}_low"] < 0.5) & (found[f"{name}_high"] > 0.5) for name in ("mu", "mu_star")]
    assert 0.88 < np.mean(inside) < 0.99  # 95 % of 120 pairs: standard error about 2 %, bootstrap of 30 a little short
    design = morris(CARRIERS[:2], 2000, seed=1)
    found = elementary_effects(design, cube_of(design.unit.prod(axis=1)), ["y"], resamples=50)
    assert found["sigma"].to_numpy() == pytest.approx(np.sqrt(5) / 6, abs=0.01)


def test_the_noise_share_is_that_of_the_runs():
    design = morris(THREE, 400, seed=6)
    found = elementary_effects(design, noisy(ishigami(design.unit), 10, 5.0), ["y"], resamples=20)
    variance = ishigami(design.unit).var()
    assert found["noise_share"].to_numpy() == pytest.approx(25 / (25 + variance), abs=0.02)
    assert found["residual_share"].to_numpy() == pytest.approx(2.5 / (2.5 + variance), abs=0.02)


def test_a_constant_outcome_decides_nothing():
    design = morris(CARRIERS, 10, groups=GROUPS, seed=3)
    found = elementary_effects(design, cube_of(np.full(len(design), 0.3)), ["y"], resamples=20)
    assert found["mu_star"].isna().all() and set(found["verdict"]) == {"undecided"}


def test_other_designs_and_missing_outcomes_are_refused():
    other = radial(CARRIERS, 8, seed=1)
    with pytest.raises(BadInput, match="needs a morris design"):
        elementary_effects(other, cube_of(sobol_g(other.unit)), ["y"])
    design = morris(CARRIERS, 10, seed=1)
    values = sobol_g(design.unit)
    for bad in (np.nan, np.inf):
        values[3] = bad
        with pytest.raises(Unanalysable, match="y at 1"):
            elementary_effects(design, cube_of(values), ["y"])


def test_the_method_hands_on_what_a_study_wishes_for():
    method = METHODS["morris"]
    composition = checked_composition({"low": 2, "high": 8}, {}, Scenario())[1]
    wish = Wish((*CARRIERS, factor("alliance.size_test")), 12, 7, GROUPS, composition)
    design = method.lay(wish)
    assert method.groups and method.composes and len(design.parts) == 5
    assert len(design) == method.points(5, 12, False) and design.settings["seed"] == 7
