"""Levels against one another: paired differences by hand, and what makes a claim stand or fall."""

import numpy as np
import pytest

from experiments.analysis.contrasts import (
    Claim,
    Grid,
    contrasts,
    estimate,
    judged,
    level_effects,
    level_means,
    neighbour_differences,
    side,
    worst,
)


def grid(*cells, arms=("all",), levels=("1", "2", "3"), outcome="trust_mean"):
    """A grid of one outcome: its replicates arm by arm, level by level."""
    cube = np.array(cells, dtype=float)[:, :, None]
    return Grid(cube, arms, levels, (outcome,))


def test_a_paired_difference_is_smaller_than_the_scatter():
    luck = np.array([0.0, 10.0, 20.0, 30.0])
    found = neighbour_differences(grid(luck, luck + [1, 2, 1, 2], luck))
    assert list(found["difference"]) == [1.5, -1.5]
    # Student's 95 % quantile with 3 degrees of freedom is 3.1824; the standard error of 1, 2, 1, 2 is 0.288675
    assert found["low"][0] == pytest.approx(1.5 - 3.1824 * 0.288675, abs=1e-4)
    assert found["high"][0] == pytest.approx(1.5 + 3.1824 * 0.288675, abs=1e-4)


def test_effects_start_from_nothing_at_their_own_level():
    luck = np.array([0.0, 10.0, 20.0, 30.0])
    found = level_effects(grid(luck, luck + [1, 2, 1, 2], luck - 4), "1")
    assert list(found["mean"]) == [0.0, 1.5, -4.0]
    assert list(found["low"])[::2] == list(found["high"])[::2] == [0.0, -4.0]  # no scatter, no interval


def test_a_pair_with_a_missing_number_is_left_out():
    found = estimate(grid([1, 2, 3], [2, np.nan, 4], [0, 0, 0]), "trust_mean", contrasts(RISES)[0])
    assert found["pairs"] == 2 and found["difference"] == 1.0


def test_chances_have_wilsons_interval():
    means = level_means(grid([0, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 1], outcome="policy_changed"))
    assert list(means["mean"]) == [0.0, 0.5, 1.0]
    assert means["high"][0] == pytest.approx(0.4899, abs=1e-4)  # Wilson 1927: z² / (n + z²), z = 1.96, n = 4


RISES = Claim("rises", "trust_mean", ("all",), ("1", "2"))
NOISE = np.array([-0.1, 0.1, -0.1, 0.1, -0.1, 0.1])


@pytest.mark.parametrize(
    ("middle", "verdict"),
    [(1.0, "pass"), (-1.0, "fail"), (0.0, "undecided"), (0.5, "fail")],
    ids=["above both", "below both", "at the low end", "below the high end"],
)
def test_a_peak_must_beat_both_ends(middle, verdict):
    found = judged(grid(0 * NOISE, middle + NOISE, 0.9 * (middle == 0.5) + 0 * NOISE), [PEAK])
    assert worst(list(found["verdict"])) == verdict


PEAK = Claim("peak", "trust_mean", ("all",), ("1", "2", "3"))


@pytest.mark.parametrize(
    ("first", "second", "verdict"), [(1, -1, "pass"), (1, 1, "fail"), (-1, -1, "fail"), (1, 0, "undecided")]
)
def test_a_crossing_rises_in_one_arm_and_falls_in_the_other(first, second, verdict):
    claim = Claim("crossing", "trust_mean", ("a", "b"), ("1", "2"))
    cells = [0 * NOISE, first + NOISE, 0 * NOISE, second + NOISE]
    found = judged(grid(*cells, arms=("a", "b"), levels=("1", "2")), [claim])
    assert worst(list(found["verdict"])) == verdict


@pytest.mark.parametrize(("first", "second", "verdict"), [(2, 1, "pass"), (1, 2, "fail"), (-1, -2, "pass")])
def test_stronger_compares_effects_run_by_run(first, second, verdict):
    claim = Claim("stronger", "trust_mean", ("a", "b"), ("1", "2"))
    cells = [0 * NOISE, first + NOISE, 0 * NOISE, second - NOISE]
    found = judged(grid(*cells, arms=("a", "b"), levels=("1", "2")), [claim])
    assert found["difference"][0] == pytest.approx(first - second)
    assert worst(list(found["verdict"])) == verdict


def test_an_interval_that_touches_zero_decides_nothing():
    assert [side(0.0, 1.0, 1), side(-1.0, 0.0, 1), side(-2.0, -1.0, -1)] == ["undecided", "undecided", "pass"]
