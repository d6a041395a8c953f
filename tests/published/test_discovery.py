"""Scenario discovery on data whose conditions are known, against published examples, and against the EMA workbench."""

import dataclasses
import warnings

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom

from experiments.analysis.boxes import (
    HIGH,
    KEPT,
    LOW,
    Box,
    Restriction,
    chosen_box,
    find_boxes,
    path_points,
    peeling,
    quasi_p,
)
from experiments.analysis.cases import Axis, Cases, Share, design_effect, difference, share_of
from experiments.analysis.rules import grow_tree
from experiments.analysis.scores import auc, scores
from experiments.analysis.summary import wilson

CHOICES = ("majority", "consensus", "veto")


def cases_of(values, chances, rng, runs=1, axes=None, group=None):
    """Runs drawn with a chance at each point."""
    count = len(values)
    axes = axes or tuple(Axis(f"context.f{k}") for k in range(values.shape[1]))
    hits = rng.binomial(runs, chances, count).astype(float)
    return Cases(axes, values, hits, np.full(count, float(runs)), np.arange(count) if group is None else group)


def boxed(seed, points=400, runs=2, factors=5, inside=0.85, outside=0.15):
    """A box on two factors of five: the first below 0.5, the third above 0.4 (30 % of the situations)."""
    rng = np.random.default_rng(seed)
    values = rng.random((points, factors))
    there = (values[:, 0] < 0.5) & (values[:, 2] > 0.4)
    return cases_of(values, np.where(there, inside, outside), rng, runs)


def everywhere(cases):
    return np.ones(len(cases), dtype=bool)


# Boxes --------------------------------------------------------------------------------------------------------------


def test_a_known_box_is_found_in_noise():
    """Its limits within two of the strips that PRIM takes off at once (5 % of what is left, at most 0.05 each)."""
    cases = boxed(1)
    first = find_boxes(cases, cases.half(1), 1, halves=20)[0]
    assert set(first.box.restrictions) == {Restriction(0, HIGH), Restriction(2, LOW)}
    assert first.box.high[0] == pytest.approx(0.5, abs=0.1) and first.box.low[2] == pytest.approx(0.4, abs=0.1)
    assert first.confirmed and max(first.quasi_p) < 0.01 and min(first.reproduced) >= 0.9
    assert first.judging.density.estimate == pytest.approx(0.85, abs=0.1)
    rate = 0.3 * 0.85 + 0.7 * 0.15
    assert first.judging.lift == pytest.approx(0.85 / rate, rel=0.2)
    assert first.judging.coverage.estimate == pytest.approx(0.3 * 0.85 / rate, abs=0.15)
    assert first.judging.mass.estimate == pytest.approx(0.3, abs=0.08)


def test_a_second_box_is_found_among_what_the_first_leaves():
    """Change nearly always below 0.35 of the first factor; elsewhere often above 0.65 of the second."""
    rng = np.random.default_rng(4)
    values = rng.random((800, 4))
    chances = np.where(values[:, 0] < 0.35, 0.9, np.where(values[:, 1] > 0.65, 0.6, 0.1))
    cases = cases_of(values, chances, rng, 2)
    found = find_boxes(cases, cases.half(2), 2, halves=5)
    assert [each.confirmed for each in found[:2]] == [True, True]
    assert Restriction(0, HIGH) in found[0].box.restrictions and Restriction(1, LOW) in found[1].box.restrictions
    first = found[0].box.contains(values)
    rest = cases.take(~first & ~cases.half(2))
    assert found[1].judging.density == rest.share(found[1].box.contains(rest.values))
    both = [each.judging.coverage.estimate for each in found[:2]]
    assert sum(both) <= 1.0 and min(both) > 0.1


def test_what_hides_from_boxes_is_seen_by_tree_and_scores():
    """Two separate parts: to peel towards one gives up the other, so that small steps may gain nothing (as in EMA)."""
    rng = np.random.default_rng(4)
    values = rng.random((800, 4))
    there = (values[:, 0] < 0.3) | ((values[:, 1] > 0.7) & (values[:, 0] > 0.6))
    cases = cases_of(values, np.where(there, 0.9, 0.1), rng, 2)
    half = cases.half(2)
    table, skill = scores(cases, half, 2, trees=40, shuffles=19)
    assert set(table.loc[table["counts"], "factor"]) == {"context.f0", "context.f1"} and skill.auc[1] > 0.8
    shares = [leaf.judging.estimate for leaf in grow_tree(cases, half, 2).leaves()]
    assert max(shares) > 0.8 and min(shares) < 0.2


@pytest.mark.parametrize("together", [1, 8])
def test_pure_chance_gives_no_confirmed_box(together):
    """One in forty is confirmed wrongly; of 24, more than three with a chance below 0.003. So with eight equal runs."""
    wrong = 0
    for seed in range(24):
        rng = np.random.default_rng((seed, together))
        cases = cases_of(rng.random((160, 5)), 0.4, rng)
        cases = dataclasses.replace(cases, hits=cases.hits * together, runs=cases.runs * together)
        wrong += any(each.confirmed for each in find_boxes(cases, cases.half(seed), seed, halves=0))
    assert binom.sf(3, 24, 1 / 40) < 0.003
    assert wrong <= 3


def test_names_are_kept_or_dropped():
    """Change comes under two of three rules; the box keeps these two and limits nothing else."""
    rng = np.random.default_rng(3)
    values = np.column_stack([rng.integers(0, 3, 400), rng.random((400, 2))]).astype(float)
    axes = (Axis("alliance.decision_rule", names=CHOICES, high=2.0), Axis("context.a"), Axis("context.b"))
    cases = cases_of(values, np.where(values[:, 0] == 2, 0.1, 0.7), rng, 2, axes)
    first = find_boxes(cases, cases.half(1), 1, halves=10)[0]
    assert first.box.restrictions == [Restriction(0, KEPT)] and first.box.kept[0] == {0, 1}
    assert first.confirmed and first.reproduced == (1.0,)


def test_whole_numbers_are_parted_between_values():
    rng = np.random.default_rng(5)
    values = np.column_stack([rng.integers(1, 5, 400), rng.random(400)]).astype(float)
    axes = (Axis("context.veto_holders", whole=True, low=1.0, high=4.0), Axis("context.a"))
    cases = cases_of(values, np.where(values[:, 0] <= 2, 0.8, 0.1), rng, 2, axes)
    box = find_boxes(cases, cases.half(1), 1, halves=2)[0].box
    assert box.restrictions == [Restriction(0, HIGH)] and box.high[0] == 2.5


@pytest.mark.parametrize("seed", range(3))
def test_every_step_equals_the_ema_workbench(seed):
    """Limits, coverage, density and quasi-p of the whole path, on all-float data with one run a point."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pandas and ipyparallel, which are not ours
        prim = pytest.importorskip("ema_workbench.analysis.prim")
        rng = np.random.default_rng(seed)
        values = rng.random((400, 4))
        there = (values[:, 0] < 0.4) & (values[:, 2] > 0.3)
        cases = cases_of(values, np.where(there, 0.85, 0.1), rng)
        theirs = prim.Prim(pd.DataFrame(values, columns=list("abcd")), cases.hits.astype(bool)).find_box()
    path = tuple(peeling(cases))
    measured = theirs.peeling_trajectory[["coverage", "density"]].to_numpy()
    assert len(path) == len(theirs.box_lims) > 10
    np.testing.assert_allclose(path_points(cases, cases, path), measured, rtol=1e-12)
    ends = values.min(axis=0), values.max(axis=0)
    for box, limits in zip(path, theirs.box_lims, strict=True):
        np.testing.assert_array_equal(np.maximum(box.low, ends[0]), limits.to_numpy(dtype=float)[0])
        np.testing.assert_array_equal(np.minimum(box.high, ends[1]), limits.to_numpy(dtype=float)[1])
    last = path[-1]
    for each in last.restrictions:
        told = theirs.p_values[-1]["abcd"[each.axis]][0 if each.end == LOW else 1]
        assert quasi_p(cases, last, each) == pytest.approx(told, rel=1e-9)


def test_a_quasi_p_value_is_the_binomial_tail():
    """Bryant and Lempert 2010: 8 of 10 runs inside, 10 of 20 without the limit: P(X >= 8) with X ~ B(10, 1/2)."""
    values = np.arange(20.0)[:, None] / 20
    hits = np.array([1.0] * 8 + [0.0] * 2 + [1.0] * 2 + [0.0] * 8)
    cases = Cases((Axis("context.a"),), values, hits, np.ones(20), np.arange(20))
    box = Box.everything(1).moved(0, HIGH, 0.475)
    assert quasi_p(cases, box, Restriction(0, HIGH)) == pytest.approx(56 / 1024)


def test_a_limit_that_means_nothing_goes():
    cases = boxed(7, points=800)
    path = peeling(cases)
    assert set(chosen_box(cases, path).axes) == {0, 2}
    assert len(path[-1].axes) > 2


# Shares and their intervals -----------------------------------------------------------------------------------------


def test_runs_of_a_point_that_are_all_alike_count_once():
    """Four equal runs a point: the design effect is four, by hand (Rao and Scott 1992)."""
    hits = np.repeat([4.0, 0.0], [30, 70])
    assert design_effect(hits, np.full(100, 4.0)) == pytest.approx(4.0)
    four = share_of(hits, np.full(100, 4.0), np.arange(100))
    one = share_of(hits / 4, np.ones(100), np.arange(100))
    assert dataclasses.astuple(four) == pytest.approx(dataclasses.astuple(one))


def test_points_that_hang_together_count_once():
    hits = np.repeat(np.repeat([1.0, 0.0], [30, 70]), 3)
    together = share_of(hits, np.ones(300), np.repeat(np.arange(100), 3))
    apart = share_of(hits, np.ones(300), np.arange(300))
    assert together.groups == 100 and together.high - together.low > 1.6 * (apart.high - apart.low)


def test_intervals_of_clustered_shares_hold_the_truth():
    """Beta-binomial runs, 40 points of 6: of 400 intervals 95 % hold the mean; below 92 % has a chance of 0.4 %."""
    rng = np.random.default_rng(11)
    held = 0
    for _ in range(400):
        hits = rng.binomial(6, rng.beta(1.0, 2.0, 40)).astype(float)
        share = share_of(hits, np.full(40, 6.0), np.arange(40))
        held += share.low <= 1 / 3 <= share.high
    assert binom.cdf(0.92 * 400 - 1, 400, 0.95) < 0.005
    assert held >= 0.92 * 400


def test_difference_of_shares_is_newcombes():
    """Newcombe 1998, table II, case (a), method 10: 56/70 and 48/80 differ by 0.2, from 0.0524 to 0.3339."""
    one, other = (Share(h / n, *wilson(h, n), n) for h, n in ((56, 70), (48, 80)))
    assert difference(one, other) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


# Halves and determinism ---------------------------------------------------------------------------------------------


def test_points_that_hang_together_stay_in_one_half():
    rng = np.random.default_rng(1)
    group = np.repeat(np.arange(60), 6)
    cases = cases_of(rng.random((360, 3)), 0.4, rng, 2, group=group)
    for seed in range(20):
        half = cases.half(seed)
        assert half.sum() == 180
        assert not set(group[half]) & set(group[~half])


def found_in(cases, seed):
    half = cases.half(seed)
    table, skill = scores(cases, half, seed, trees=20, shuffles=19)
    return find_boxes(cases, half, seed, halves=5), grow_tree(cases, half, seed), table, skill


def test_the_same_seed_finds_the_same_and_touches_no_global_state():
    cases = boxed(2, points=200)
    before = np.random.get_state()[1].copy()  # noqa: NPY002  what must not be touched
    one, two = found_in(cases, 3), found_in(cases, 3)
    assert one[0] == two[0] and one[1] == two[1] and one[3] == two[3]
    pd.testing.assert_frame_equal(one[2], two[2], check_exact=True)
    assert (np.random.get_state()[1] == before).all()  # noqa: NPY002
    assert found_in(cases, 4)[0] != one[0]


def test_the_order_of_points_does_not_matter_to_boxes():
    cases = boxed(6, points=200)
    turned = cases.take(np.random.default_rng(0).permutation(200))
    one, two = (find_boxes(each, each.half(1), 1, halves=3) for each in (cases, turned))
    assert [each.box for each in one] == [each.box for each in two]
    assert [each.reproduced for each in one] == [each.reproduced for each in two]


# The tree -----------------------------------------------------------------------------------------------------------


def test_a_known_tree_is_found():
    """Three parts: 0.1 where the first factor is below 0.5; else 0.9 under one rule and 0.4 under the others."""
    rng = np.random.default_rng(8)
    values = np.column_stack([rng.random(1200), rng.integers(0, 3, 1200), rng.random(1200)])
    chances = np.where(values[:, 0] < 0.5, 0.1, np.where(values[:, 1] == 1, 0.9, 0.4))
    axes = (Axis("context.a"), Axis("alliance.decision_rule", names=CHOICES, high=2.0), Axis("context.b"))
    cases = cases_of(values, chances, rng, 3, axes)
    half = cases.half(1)
    tree = grow_tree(cases, half, 1)
    leaves = sorted(tree.leaves(), key=lambda leaf: leaf.judging.estimate)
    assert [leaf.judging.estimate for leaf in leaves] == pytest.approx([0.1, 0.4, 0.9], abs=0.06)
    assert tree.column.axis == 0 and tree.limit == pytest.approx(0.5, abs=0.02)
    assert leaves[2].box.kept[1] == {1} and leaves[1].box.kept[1] == {0, 2}
    inside = np.array([leaf.box.contains(values) for leaf in leaves])
    assert (inside.sum(axis=0) == 1).all()
    other = cases.take(~half)
    assert leaves[2].judging == other.share(leaves[2].box.contains(other.values))
    assert sum(leaf.mass for leaf in leaves) == pytest.approx(1.0)


def test_the_tree_asks_nothing_where_there_is_nothing():
    """The rule of one standard error keeps a bare tree in most draws of pure chance: in all but a few of twenty."""
    bare = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        cases = cases_of(rng.random((120, 4)), 0.4, rng, 2)
        bare += not grow_tree(cases, cases.half(seed), seed).branches
    assert bare >= 15


# Scores and skill ---------------------------------------------------------------------------------------------------


def test_scores_rank_the_terms_of_a_known_function():
    """A logistic chance with slopes 6, 3 and 0: the order is that of the slopes, and the useless ones do not count."""
    rng = np.random.default_rng(9)
    values = rng.random((600, 5))
    chances = 1 / (1 + np.exp(-(6 * (values[:, 3] - 0.5) + 3 * (values[:, 1] - 0.5))))
    cases = cases_of(values, chances, rng, 4)
    table, skill = scores(cases, cases.half(1), 1, trees=60, shuffles=19)
    assert table["factor"].tolist()[:2] == ["context.f3", "context.f1"]
    assert table["counts"].tolist() == [True, True, False, False, False]
    assert (table["rank"] == [1, 2, 3, 4, 5]).all()
    ideal = auc(cases.hits, cases.runs - cases.hits, chances)
    assert skill.auc[1] <= skill.auc[0] <= skill.auc[2] and skill.auc[0] == pytest.approx(ideal, abs=0.04)
    assert skill.brier < skill.base and 0.0 < skill.skill[0] < skill.most
    truth = np.var(chances) / (np.mean(chances) * (1 - np.mean(chances)))
    assert skill.most == pytest.approx(truth, abs=0.08)


def test_useless_factors_pass_the_limit_once_in_twenty_times():
    """Ten draws of pure chance; more than three with a factor that counts have a chance of 0.1 %."""
    wrong = 0
    for seed in range(10):
        rng = np.random.default_rng(seed)
        cases = cases_of(rng.random((120, 4)), 0.4, rng, 2)
        wrong += bool(scores(cases, cases.half(seed), seed, trees=15, shuffles=19)[0]["counts"].any())
    assert binom.sf(3, 10, 0.05) < 0.0011
    assert wrong <= 3


def test_the_area_is_that_of_scikit_learn_and_counts_ties_half():
    roc_auc_score = pytest.importorskip("sklearn.metrics").roc_auc_score
    rng = np.random.default_rng(2)
    hits, foretold = rng.integers(0, 2, 200).astype(float), rng.integers(0, 8, 200) / 8
    assert auc(hits, 1 - hits, foretold) == pytest.approx(roc_auc_score(hits, foretold), rel=1e-12)
    assert auc(np.array([1.0, 0.0]), np.array([0.0, 1.0]), np.array([0.3, 0.3])) == 0.5
    assert np.isnan(auc(np.ones(3), np.zeros(3), np.arange(3.0)))


def test_the_base_is_briers_score_of_the_rate():
    """Brier 1950: a constant chance q errs by p (1 - q)^2 + (1 - p) q^2, with p the rate of the runs judged."""
    cases = boxed(3, points=200)
    half = cases.half(1)
    q, p = cases.take(half).rate, cases.take(~half).rate
    _, skill = scores(cases, half, 1, trees=10, shuffles=0)
    assert skill.base == pytest.approx(p * (1 - q) ** 2 + (1 - p) * q**2)
