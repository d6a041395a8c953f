"""Shapley values, fronts and selection on games of which the answer is known."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from scipy.stats import binom

from experiments.analysis.contributions import marginals, nondominated, orders, select, shapley_values


def glove(members):
    """Two right gloves (R, S) and a left one (L): a pair is worth 1."""
    return 1.0 if "L" in members and len(members) > 1 else 0.0


def grown(order, worth):
    return np.array([worth({"LRS"[k] for k in order[:size]}) for size in range(len(order) + 1)])


def test_the_glove_game_has_its_published_value():
    """Shapley 1953: the left glove is worth 2/3, each right one 1/6."""
    units = np.array([marginals(grown(order, glove), np.array(order)) for order in permutations(range(3))])
    found = shapley_values(units, list("LRS")).set_index("name")["shapley"]
    assert list(found[list("LRS")]) == pytest.approx([2 / 3, 1 / 6, 1 / 6])


def test_contributions_add_up_in_every_order():
    for order in orders(3, 20, seed=4):
        assert marginals(grown(order, glove), order).sum() == pytest.approx(1.0)


def test_each_order_comes_with_its_reverse():
    found = orders(7, 3, seed=1)
    assert len(found) == 6 and all((a == b[::-1]).all() for a, b in zip(found[::2], found[1::2], strict=True))
    assert {tuple(sorted(each)) for each in found} == {tuple(range(7))}


def test_intervals_hold_the_value_as_often_as_stated():
    """A noisy additive game of three: each interval of 20 units holds its weight in 95 of 100."""
    weights, generator, inside, times = np.array([0.3, 0.1, -0.2]), np.random.default_rng(2), 0, 1000
    for _ in range(times):
        units = weights + 0.4 * generator.standard_normal((20, 3))
        table = shapley_values(units, ["0", "1", "2"])
        truth = weights[table["name"].astype(int)]
        inside += int(((table["low"] <= truth) & (truth <= table["high"])).sum())
    assert binom.ppf(0.001, 3 * times, 0.95) <= inside <= binom.ppf(0.999, 3 * times, 0.95)


def test_a_front_by_hand():
    points = np.array([[1.0, 0.0], [0.5, 0.5], [0.4, 0.5], [0.0, 1.0], [0.5, 0.5]])
    assert list(nondominated(points)) == [True, True, False, True, True], "equals do not beat one another"


def test_a_lucky_design_is_not_crowned():
    """Twenty designs with a chance of a half and one of 0.6: halved on fresh runs the best one is among four in nine of
    ten tries."""
    chances, generator = np.array([0.6] + [0.5] * 20), np.random.default_rng(3)

    def measure(designs, number):
        return generator.binomial(100, chances[list(designs)]) / 100

    kept = [0 in select(range(21), measure, (0, 1, 2), keep=4) for _ in range(200)]
    assert np.mean(kept) > 0.9
    assert len(select(range(21), measure, (0, 1, 2), keep=4)) == 4
    assert select(range(3), measure, (0,), keep=4) == [0, 1, 2]
