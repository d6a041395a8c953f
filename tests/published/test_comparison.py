"""Alternatives held against one another, on runs of which everything is known."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom, norm

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.comparison import (
    best_of,
    by_context,
    changed_by,
    contrasts,
    pair_confidence,
    robustness,
    side_by_side,
    turning_points,
)
from experiments.analysis.diverging import Happening, Parting, parting, partings, told_runs


def runs(values, points=None, **others):
    """A table of runs, each a replicate of one point unless said otherwise."""
    values = np.asarray(values, dtype=float)
    count = len(values)
    places = np.zeros(count, dtype=int) if points is None else np.asarray(points)
    replicate = pd.Series(places).groupby(places).cumcount().to_numpy()
    return pd.DataFrame({"design_point": places, "replicate": replicate, "status": "ok", "x": values, **others})


# Differences


def test_wins_ties_and_losses_by_hand():
    """Pairs 1-0, 1-1, 0-0, 0-1, 1-0: two of five higher, two alike, one lower; the difference is a fifth."""
    found = contrasts({"a": runs([1, 1, 0, 0, 1]), "b": runs([0, 1, 0, 1, 0])}, ["x"], by_draw=False).iloc[0]
    assert (found["higher"], found["equal"], found["lower"], found["pairs"]) == (40.0, 40.0, 20.0, 5)
    assert found["difference"] == pytest.approx(0.2) and not found["distinguishable"]


def test_a_missing_value_or_a_failed_run_takes_its_pair_away():
    first, second = runs([1, 0, 1, 1, 1]), runs([0, math.nan, 0, 0, 1])
    first.loc[0, "status"] = "failed"
    found = contrasts({"a": first, "b": second}, ["x"], by_draw=False).iloc[0]
    assert (found["pairs"], found["higher"]) == (3, pytest.approx(200.0 / 3.0))


def test_other_runs_are_no_pairs():
    with pytest.raises(Unanalysable):
        contrasts({"a": runs([1, 0]), "b": runs([1, 0, 1])}, ["x"], by_draw=False)


def test_nothing_is_told_apart_more_often_than_stated():
    """Three equal alternatives, 150 times: a pair of them is told apart in 5 % at most, with luck of the count."""
    generator, wrong, times = np.random.default_rng(3), 0, 150
    for _ in range(times):
        three = {name: runs(generator.standard_normal(40)) for name in "abc"}
        wrong += bool(contrasts(three, ["x"], by_draw=False)["distinguishable"].any())
    assert wrong <= binom.ppf(0.999, times, 0.05)
    assert pair_confidence(3) == pytest.approx(1.0 - 0.05 / 3.0)


def test_a_true_difference_lies_in_its_interval_as_often_as_stated():
    generator, inside, times = np.random.default_rng(4), 0, 300
    for _ in range(times):
        common = generator.standard_normal(30)
        pair = {"a": runs(common + 0.3 + generator.standard_normal(30)), "b": runs(common)}
        row = contrasts(pair, ["x"], by_draw=False).iloc[0]
        inside += bool(row["low"] <= 0.3 <= row["high"])
    assert binom.ppf(0.001, times, 0.95) <= inside <= binom.ppf(0.999, times, 0.95)


def test_pairing_saves_what_is_common():
    """Common variance 9 of 10 in each arm: of the variance of independent arms, 20, the pairs keep 2."""
    generator = np.random.default_rng(5)
    common = 3.0 * generator.standard_normal(4000)
    pair = {name: runs(common + generator.standard_normal(4000)) for name in "ab"}
    assert contrasts(pair, ["x"], by_draw=False)["saved"].iloc[0] == pytest.approx(0.9, abs=0.01)


def test_the_best_is_the_highest_and_all_that_are_not_told_apart_from_it():
    generator = np.random.default_rng(6)
    means = (("a", 0.5), ("b", 1.0), ("c", 0.99))
    arms = {name: runs(mean + 0.1 * generator.standard_normal(50)) for name, mean in means}
    rows = contrasts(arms, ["x"], by_draw=False)
    means = {row["alternative"]: row["mean"] for row in side_by_side(arms, ["x"]).to_dict("records")}
    assert set(best_of(means, rows)) == {"b", "c"}
    assert best_of({"a": 0.5, "b": 1.0}, rows) == ("b",)


# Contexts


def test_regret_by_hand():
    """Chances .2 .6 .5 and .4 .5 .5: regrets .2 0 0 and 0 .1 0; both reach .5 in two of three contexts."""
    first = runs([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0], points=np.repeat([0, 1, 2], 5))
    table = pd.DataFrame({"a": [0.2, 0.6, 0.5], "b": [0.4, 0.5, 0.5]})
    found = robustness((table, table), 0.5).set_index("alternative")
    assert list(found["regret_worst"]) == pytest.approx([0.2, 0.1])
    assert list(found["regret_mean"]) == pytest.approx([0.2 / 3, 0.1 / 3])
    assert list(found["best_in"]) == pytest.approx([2 / 3] * 2)
    assert list(found["enough_in"]) == pytest.approx([2 / 3] * 2)
    assert list(by_context({"a": first}, "x")["a"]) == pytest.approx([0.2, 0.6, 0.6])
    assert list(by_context({"a": first}, "x", 0)["a"]) == pytest.approx([1 / 3, 2 / 3, 2 / 3])
    nothing = pd.DataFrame({"a": [math.nan], "b": [0.1]})
    with pytest.raises(Unanalysable):
        robustness((nothing, nothing), 0.5)


def test_alternatives_that_are_alike_do_not_fall_behind_each_other_by_luck():
    """Three with a chance of a half in each of 40 contexts, 30 runs a half, 50 times: told by the runs that chose, the
    furthest that one falls short is 0.3 and more; here it is left at what zero as a floor adds."""
    generator = np.random.default_rng(9)
    furthest, plain = [], []
    for _ in range(50):
        even, odd = (pd.DataFrame(generator.binomial(30, 0.5, (40, 3)) / 30, columns=list("abc")) for _ in range(2))
        furthest.append(robustness((even, odd), 0.5)["regret_worst"].mean())
        plain.append((even.max(axis=1).to_numpy()[:, None] - even.to_numpy()).max())
    assert np.mean(furthest) < 0.07 and np.mean(plain) > 0.25


def test_average_regret_and_average_agree():
    """What one alternative is ahead of another on average is what it regrets less."""
    generator = np.random.default_rng(4)
    halves = tuple(pd.DataFrame(generator.random((20, 3)), columns=list("abc")) for _ in range(2))
    found = robustness(halves, 0.5)
    assert np.ptp(found["mean"] + found["regret_mean"]) == pytest.approx(0.0, abs=1e-12)
    assert found["regret_mean"].min() >= 0.0 and (found["regret_worst"] >= found["regret_mean"]).all()


def test_the_value_at_which_a_difference_turns_is_found():
    """The first is ahead by 0.3 - v, v = 0 as things stand: at v = 1 it is behind by 0.7, and turns at v = 0.3; an
    assumption that changes nothing turns nothing."""
    generator = np.random.default_rng(7)
    noise = 0.2 * generator.standard_normal(400)
    base = {"a": runs(0.3 + noise), "b": runs(np.zeros(400))}
    places = np.repeat([0, 1], 400)
    ends = {"a": runs(np.concatenate([noise - 0.7, noise + 0.3]), places), "b": runs(np.zeros(800), places)}
    found = turning_points(base, ends, [("v", 1.0, 0.0), ("w", 1.0, 0.0)], "x")
    assert list(found["turns"]) == [True, False]
    assert found["at"].iloc[0] == pytest.approx(0.3, abs=4 * 0.2 / math.sqrt(400)) and math.isnan(found["at"].iloc[1])


# Time


def test_what_has_not_changed_by_the_horizon_is_counted_as_unchanged():
    table = runs([0] * 4, weeks_to_change=[10.0, 30.0, math.nan, math.nan])
    found = changed_by(table, 52, by_draw=False).set_index("week")["share"]
    assert list(found.index) == [0, 13, 26, 39, 52] and list(found) == [0.0, 0.25, 0.25, 0.5, 0.5]
    assert changed_by(table, 60, by_draw=False)["week"].iloc[-1] == 60, "the horizon itself is told"


def test_draws_count_once_however_often_they_are_repeated():
    """Fifty draws that always or never change, each ten times: the interval is that of fifty, not of five hundred."""
    happened = np.repeat(np.random.default_rng(8).random(50) < 0.5, 10)
    table = runs(happened, points=np.repeat(np.arange(50), 10), weeks_to_change=np.where(happened, 5.0, math.nan))
    last = changed_by(table, 52, by_draw=True).iloc[-1]
    width = 2 * norm.ppf(0.975) * happened.std() / math.sqrt(50)
    assert last["high"] - last["low"] == pytest.approx(width, rel=0.1)


# Why


def at(week, kind, who="", weight=4):
    return Happening(week, kind, who, "", weight)


def test_the_first_difference_is_what_the_other_run_does_not_have_around_then():
    one = [at(3, "agenda"), at(20, "left", "union", 2), at(60, "adopted", weight=5)]
    other = [at(9, "agenda"), at(100, "adopted", weight=5)]
    assert parting(one, other) == Parting(0, one[1])
    assert parting(other, one) == Parting(1, one[1])
    assert parting(one[:1], other[:1]) is None, "six weeks apart is the same"
    assert parting(one, one) is None


def test_each_event_stands_for_one():
    """A second vote that is lost has none to go with in the other run; of two in a week the weightier is told."""
    lost = [at(10, "vote_lost"), at(12, "vote_lost")]
    assert parting(lost, lost[:1]) == Parting(0, lost[1])
    both = [at(5, "left", "union", 2), at(5, "dissolved", weight=5)]
    assert parting(both, []) == Parting(0, both[1])


def test_first_differences_are_counted():
    union = Parting(1, at(20, "left", "union", 2))
    found = partings([union, None, Parting(0, at(8, "agenda")), Parting(1, at(30, "left", "union", 2))])
    first = found.iloc[0]
    assert (first["side"], first["kind"], first["who"], first["pairs"], first["week"], first["example"]) == \
        (1, "left", "union", 2, 25.0, 0)  # fmt: skip
    assert len(found) == 2 and partings([None]).empty


def test_the_runs_that_are_told_are_usual_lucky_and_unlucky():
    """A hundred runs on a line: the usual one in the middle, the others in the middle of the best and the worst ten."""
    line = np.arange(100.0)
    found = told_runs(line[:, None], line)
    assert found["usual"] in (49, 50) and found["lucky"] in (94, 95) and found["unlucky"] in (4, 5)
