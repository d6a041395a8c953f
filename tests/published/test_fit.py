"""Emulators, history matching and recovery on models with known answers."""

from __future__ import annotations

import numpy as np
import pytest

from experiments.analysis.fit import (
    agreement,
    emulate,
    implausibility,
    medoid,
    narrowing,
    plausible,
    recovery,
    spread_over,
)

NAMES = ["a", "b", "c", "d"]


def places(count=400, seed=1):
    return np.random.default_rng(seed).random((count, 4))


def test_a_quadratic_is_learnt_exactly_and_a_dead_statistic_is_said_to_be_none():
    x = places()
    y = np.column_stack([3.0 + 2.0 * x[:, 0] - x[:, 1] * x[:, 2] + x[:, 3] ** 2, np.random.default_rng(2).random(400)])
    found = emulate(x, y)
    fresh = places(200, 9)
    truth = 3.0 + 2.0 * fresh[:, 0] - fresh[:, 1] * fresh[:, 2] + fresh[:, 3] ** 2
    np.testing.assert_allclose(found(fresh)[:, 0], truth, atol=1e-3)
    assert found.explained[0] > 0.9999 and found.explained[1] < 0.05


def test_the_error_left_is_the_noise_of_the_runs():
    """A linear statistic with luck of standard deviation 0.3: the emulator's error is that, within sampling error."""
    x = places(1000)
    y = x @ np.array([1.0, 2.0, 0.0, 0.0]) + 0.3 * np.random.default_rng(5).standard_normal(1000)
    assert emulate(x, y[:, None]).error[0] == pytest.approx(0.3, rel=0.08)  # 1/sqrt(2 n), and 15 terms


def test_agreement_is_the_chance_to_lie_in_all_bands():
    """1.96 standard deviations to both sides hold 95 %; an open end and the middle of a band's edge one half."""
    found = agreement(np.array([[0.0, 3.0], [100.0, 3.0]]), np.array([0.5, 2.0]),
                      np.array([-0.98, 3.0]), np.array([0.98, np.inf]))  # fmt: skip
    assert found[0] == pytest.approx(np.log(0.95 * 0.5), abs=1e-3) and found[1] < -20.0


def test_a_spread_takes_no_account_of_where_most_places_lie():
    """Ninety places in a corner and one in each other corner and in the middle: five taken are one of each."""
    corner = 0.01 * np.random.default_rng(1).random((90, 2))
    places = np.concatenate([corner, [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.4, 0.4]]])
    taken = spread_over(places, 5)
    assert set(taken) >= {90, 91, 92} and len(set(taken)) == 5 and (taken < 90).sum() == 1 + (93 not in taken)
    assert len(spread_over(places, 500)) == 94


def test_implausibility_is_the_distance_to_the_band_in_standard_deviations():
    found = implausibility(np.array([[0.2, 5.0], [0.5, -1.0], [0.9, 1.0]]), np.array([0.1, 2.0]),
                           np.array([0.4, 0.0]), np.array([0.6, np.inf]))  # fmt: skip
    np.testing.assert_allclose(found, [[2.0, 0.0], [0.0, 0.5], [3.0, 0.0]])
    np.testing.assert_array_equal(plausible(found, 2.5), [True, True, False])
    assert not plausible(np.array([[np.nan, 0.0]]))[0], "what cannot be measured is ruled out"


def test_what_is_not_ruled_out_is_the_known_set():
    """A band on the sum of two coefficients leaves a stripe of known share: |a + b - 1| <= 0.2 holds on 0.36 of it."""
    x = places(500)
    surface = emulate(x, (x[:, 0] + x[:, 1])[:, None])
    cube = places(20_000, 3)
    kept = plausible(implausibility(surface(cube), np.array([1e-6]), np.array([0.8]), np.array([1.2])))
    assert kept.mean() == pytest.approx(0.36, abs=0.012)  # three standard errors of a share of 20,000
    inside = narrowing(cube[kept][:500], NAMES).set_index("coefficient")
    assert np.corrcoef(cube[kept][:, 0], cube[kept][:, 1])[0, 1] < -0.9, "only the sum is known"
    assert (inside.loc[["c", "d"], "verdict"] == "unconstrained").all()


def test_a_coefficient_that_is_known_is_said_to_be_constrained():
    tight = places(200)
    tight[:, 1] = 0.3 + 0.1 * tight[:, 1]
    found = narrowing(tight, NAMES).set_index("coefficient")
    assert found.loc["b", "verdict"] == "constrained" and found.loc["b", "width"] == pytest.approx(0.1, rel=0.1)
    assert (found.drop("b")["verdict"] == "unconstrained").all()


def test_unconstrained_coefficients_are_rarely_called_constrained():
    """Even spreads, 200 ensembles of four coefficients: the level is shared, so 5 % of ensembles at most, and three
    standard errors."""
    false = [(narrowing(places(80, seed), NAMES)["verdict"] == "constrained").any() for seed in range(200)]
    assert np.mean(false) < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 200)


def test_the_medoid_is_the_middle_one():
    assert medoid(np.array([[0.0, 0.0], [1.0, 1.0], [0.45, 0.5], [0.5, 0.4], [0.6, 0.6]])) in (2, 3)


def test_known_coefficients_are_recovered_and_those_that_nothing_tells_are_not():
    """Statistics that tell a, and only the sum of b and c; d does nothing."""
    x = places(500)
    luck = 0.02 * np.random.default_rng(4).standard_normal((500, 2))
    y = np.column_stack([2.0 * x[:, 0], x[:, 1] + x[:, 2]]) + luck
    found = recovery(x, y, np.full(2, 0.02), np.full(2, 0.1), NAMES).set_index("coefficient")
    assert found.loc["a", "correlation"] > 0.95 and found.loc["a", "width"] < 0.3
    assert 0.4 < found.loc["b", "correlation"] < 0.95
    assert abs(found.loc["d", "correlation"]) < 0.4 and found.loc["d", "width"] > 0.9
    assert (found["coverage"] > 0.75).all()
