"""Designs that fill a space, and what is read from an ensemble, against known answers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kstest, lognorm, spearmanr

from experiments.analysis.distribution import distribution, histograms
from experiments.analysis.elementary import elementary_effects
from experiments.analysis.indices import sobol_indices
from experiments.analysis.rates import change_curve, change_rates, hazards, times_of, uplift
from experiments.designs import (
    ARM,
    COMPOSITION,
    Design,
    checked_composition,
    factor,
    from_table,
    grid,
    lhs,
    random_points,
    sobol,
    sobol_sequence,
)
from experiments.designs.composition import WEIGHTED, largest_remainder, systematic
from sim.errors import BadInput
from sim.founding import founders_by_kind
from sim.kinds import KIND_NAMES, KINDS
from sim.parameters import Parameters
from sim.running import founder_weights
from sim.scenario.structure import Scenario
from tests.support import plain

PATHS = ("context.controversy", "alliance.founders", "context.member_hours")
FACTORS = [factor(path) for path in PATHS]


# Designs ------------------------------------------------------------------------------------------------------------


def test_a_lognormal_factor_has_the_published_quantiles_and_stops_at_its_ends():
    one = factor("context.opposition_strength", distribution="lognormal", median=1.0, sigma=0.8)
    unit = np.array([0.05, 0.25, 0.5, 0.75, 0.95])
    np.testing.assert_allclose(one.codes(unit), lognorm(0.8, scale=1.0).ppf(unit), rtol=1e-12)
    assert one.codes(np.array([0.0, 1.0])).tolist() == [0.0, 5.0]
    narrow = factor("context.opposition_strength", low=0.5, high=2.0, distribution="lognormal", median=1.0, sigma=0.8)
    assert np.mean(narrow.codes((np.arange(10_000) + 0.5) / 10_000) == 2.0) == pytest.approx(
        lognorm(0.8).sf(2.0), abs=1e-4
    )


def test_a_lognormal_whole_number_is_the_nearest_one():
    one = factor("alliance.founders", distribution="lognormal", median=12.0, sigma=0.5)
    unit = (np.arange(1000) + 0.5) / 1000
    np.testing.assert_array_equal(one.codes(unit), np.clip(np.round(lognorm(0.5, scale=12.0).ppf(unit)), 3, 60))


def test_a_latin_hypercube_meets_each_part_of_each_factor_once():
    design = lhs(FACTORS, 64, seed=3)
    assert np.array_equal(np.sort((design.unit * 64).astype(int), axis=0), np.tile(np.arange(64)[:, None], 3))


@pytest.mark.parametrize("tied", [False, True])
@pytest.mark.parametrize("points", [16, 50, 75, 96])
def test_a_latin_hypercube_is_the_beginning_of_one_twice_as_large(points, tied):
    """Both are Latin, and so is the half that is added; where factors depend, each half has the correlation asked."""
    pairs = [(FACTORS[0].path, FACTORS[2].path, 0.6)] if tied else []
    small, large, largest = (lhs(FACTORS, k * points, dependence=pairs, seed=5).unit for k in (1, 2, 4))
    assert np.array_equal(large[:points], small) and np.array_equal(largest[: 2 * points], large)
    for part in (small, large, largest, large[points:], largest[2 * points :]):
        cells = np.sort((part * len(part)).astype(int), axis=0)
        assert np.array_equal(cells, np.tile(np.arange(len(part))[:, None], 3))
    if tied:  # a half of 100 points alone would be off by 0.1 by chance
        halves = [largest[: 2 * points], largest[2 * points :]]
        assert [spearmanr(half[:, [0, 2]]).statistic for half in halves] == pytest.approx([0.6, 0.6], abs=0.15)


def test_a_doubled_hypercube_pairs_by_chance_and_fills_evenly():
    """Correlations of chance have the variance 1/(n - 1), as of one that is laid at once; means are exact to n^-3/2."""
    found = [lhs(FACTORS, 128, seed=seed).unit for seed in range(300)]
    by_chance = np.array([np.corrcoef(unit, rowvar=False)[np.triu_indices(3, 1)] for unit in found])
    assert by_chance.mean() == pytest.approx(0.0, abs=4 / np.sqrt(127 * 900))
    assert by_chance.var() == pytest.approx(1 / 127, rel=4 * np.sqrt(2 / 900))
    means = np.array([unit.mean(axis=0) for unit in found])
    assert means.std() == pytest.approx(128**-1.5 / np.sqrt(12), rel=0.1)  # a place is even within its part


@pytest.mark.parametrize("lay", [sobol_sequence, random_points])
def test_a_longer_design_begins_with_the_shorter(lay):
    np.testing.assert_array_equal(lay(FACTORS, 100, seed=5).unit, lay(FACTORS, 256, seed=5).unit[:100])


def test_a_sobol_sequence_of_a_power_of_two_halves_every_factor_evenly():
    design = sobol_sequence(FACTORS, 256, seed=5)
    assert ((design.unit < 0.5).sum(axis=0) == 128).all() and ((design.unit < 0.25).sum(axis=0) == 64).all()


def test_a_grid_holds_every_combination_once():
    axes = [
        factor("alliance.meeting_interval", low=1, high=4),
        factor("context.controversy"),
        factor("alliance.decision_rule"),
        factor("alliance.size_test"),
    ]
    values = grid(axes, 5).values()
    assert len(values) == 4 * 5 * 4 * 2 == len(values.drop_duplicates())
    assert sorted(set(values["alliance.meeting_interval"])) == [1, 2, 3, 4]
    assert sorted(set(values["context.controversy"])) == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_a_grid_takes_every_value_of_a_short_range_that_spreads_by_its_logarithm():
    axis = factor("alliance.founders", low=3, high=6, distribution="log")
    assert grid([axis], 4).values()["alliance.founders"].tolist() == [3, 4, 5, 6]
    assert grid([factor("alliance.founders", low=3, high=60)], 3).values()["alliance.founders"].tolist() == [3, 32, 60]


def test_a_stored_design_is_the_design():
    composition = checked_composition({"low": 2, "high": 8}, {}, Scenario())[1]
    for design in (lhs(FACTORS, 20, composition=composition, seed=1).with_twin(), grid(FACTORS, 2), sobol(FACTORS, 8)):
        again = from_table(design.table(), design.describe())
        assert again.fingerprint() == design.fingerprint() and len(again) == len(design)


def test_a_twin_lies_beside_its_draw_in_every_size():
    small, large = (lhs(FACTORS, points, seed=1).with_twin() for points in (20, 40))
    pd.testing.assert_frame_equal(large.table().head(40), small.table())
    assert large.prefix(20).fingerprint() == small.fingerprint()
    assert list(small.values()["arm"][:4]) == ["with", "without"] * 2 and small.active.tolist() == [True, False] * 20


def test_a_table_with_its_twins_elsewhere_is_refused():
    design = lhs(FACTORS, 4, seed=1).with_twin()
    table = design.table().sort_values("arm", kind="stable").reset_index(drop=True)
    with pytest.raises(BadInput, match="every draw beside its twin"):
        from_table(table, design.describe())


def test_an_analysis_refuses_a_design_of_another_kind():
    cube = np.zeros((40, 2, 1))
    with pytest.raises(BadInput, match="needs a sobol design"):
        sobol_indices(sobol_sequence(FACTORS, 40), cube, ["trust_mean"])
    with pytest.raises(BadInput, match="needs a morris design"):
        elementary_effects(lhs(FACTORS, 40), cube, ["trust_mean"])
    with pytest.raises(BadInput, match="needs a lhs or"):
        times_of(pd.DataFrame(), sobol(FACTORS, 8), 208)


def test_drawn_points_meet_chance_of_their_own_and_their_twins_the_same():
    design = lhs(FACTORS, 10, seed=1).with_twin()
    point, replicate = np.divmod(np.arange(20 * 3), 3)
    chance = design.chance(point, replicate, 3)
    with_it, without = design.by_arm(chance)
    assert np.array_equal(with_it.ravel(), np.arange(30)) and np.array_equal(with_it, without)
    chosen = grid(FACTORS, 2)
    assert np.array_equal(chosen.chance(point % len(chosen), replicate, 3), replicate)


# Composition --------------------------------------------------------------------------------------------------------


def whole(low=2, high=8):
    return checked_composition({"low": low, "high": high}, {}, Scenario())[1]


def test_every_sector_that_is_drawn_has_a_founder_and_no_other_has():
    composition = whole()
    design = lhs([factor("alliance.founders", low=5, high=60)], 300, composition=composition, seed=2)
    values = design.values()
    weights = values[[f"alliance.weight_{name}" for name in WEIGHTED]].to_numpy()
    seats = weights * values["alliance.founders"].to_numpy()[:, None]
    np.testing.assert_allclose(seats, np.round(seats), atol=1e-9)
    assert (np.round(seats).sum(axis=1) == values["alliance.founders"]).all()
    sectors = [{KINDS[name].sector for name, seat in zip(WEIGHTED, row, strict=True) if seat > 0.5} for row in seats]
    assert [len(found) for found in sectors] == values[COMPOSITION].tolist()
    assert set(values[COMPOSITION]) == set(range(2, 9)) and values[COMPOSITION].max() <= 8


def test_the_number_of_sectors_is_even_over_its_range():
    composition = whole()
    unit = np.random.default_rng(1).random((7000, len(composition.places)))
    counts = np.bincount(composition.codes(unit, np.full(7000, 30.0))[:, 0].astype(int))[2:]
    assert abs(counts - 1000).max() < 4.0 * np.sqrt(1000 * 6 / 7)  # four standard deviations of a binomial count


def test_the_model_rebuilds_the_drawn_seats():
    design = random_points([factor("alliance.founders", low=5, high=60)], 60, composition=whole(), seed=4)
    points = design.points(Parameters())
    weights, values = founder_weights(points), design.values()
    for k in range(len(design)):
        counts = np.zeros(len(KIND_NAMES), dtype=np.int64)
        plain(founders_by_kind)(points[k], weights[k], counts)
        wanted = {name: round(values[f"alliance.weight_{name}"][k] * points[k].founders) for name in WEIGHTED}
        assert {name: counts[KIND_NAMES.index(name)] for name in WEIGHTED} == wanted


def test_sectors_come_first_in_proportion_to_their_weight():
    """With one sector each is drawn with a chance equal to its share of the weights (Efraimidis and Spirakis 2006)."""
    composition, draws = whole(1, 2), 8000
    unit = np.random.default_rng(2).random((draws, len(composition.places)))
    unit[:, 0] = 0.0
    seats = composition.codes(unit, np.full(draws, 10.0))[:, 1:]
    total = np.array(composition.weights).sum()
    for name in composition.sectors:
        mine = [k for k, kind in enumerate(WEIGHTED) if KINDS[kind].sector == name]
        share, wanted = float(seats[:, mine].sum() / draws), sum(composition.weights[k] for k in mine) / total
        assert abs(share - wanted) < 4.0 * np.sqrt(wanted * (1 - wanted) / draws)


@given(st.integers(0, 80), st.lists(st.floats(0.0, 1.0), min_size=1, max_size=8), st.floats(0.0, 1.0))
def test_seats_add_up_and_stay_within_one_of_their_share(seats, weights, start):
    weights = np.array(weights) + 1e-3
    exact = seats * weights / weights.sum()
    for found in (largest_remainder(seats, weights), systematic(seats, weights, start)):
        assert found.sum() == seats and (np.abs(found - exact) < 1.0 + 1e-9).all()


def test_kinds_have_their_share_on_average_however_few_the_seats():
    weights = np.array([0.4, 0.4, 0.2])
    starts = (np.arange(5000) + 0.5) / 5000
    mean = np.mean([systematic(1, weights, start) for start in starts], axis=0)
    np.testing.assert_allclose(mean, weights, atol=1e-3)


# Rates --------------------------------------------------------------------------------------------------------------

NEVER = np.nan


def runs_of(change, agreed, design, status=None):
    """A table of runs from nested lists (points, replicates)."""
    change, agreed = np.array(change, dtype=float), np.array(agreed, dtype=float)
    points, replicates = change.shape
    point, replicate = np.divmod(np.arange(points * replicates), replicates)
    columns = {"design_point": point, "replicate": replicate, "status": "ok" if status is None else status}
    return pd.DataFrame(columns | {"weeks_to_change": change.ravel(), "agreement_week": agreed.ravel()})


def drawn(points, twin=False):
    design = random_points([factor("context.controversy")], points, seed=1)
    return design.with_twin() if twin else design


def beside(with_it, without):
    """Each draw right before its twin."""
    return [one for pair in zip(with_it, without, strict=True) for one in pair]


def row(table, **wanted):
    for name, value in wanted.items():
        table = table[table[name] == value]
    assert len(table) == 1
    return table.iloc[0]


def test_rates_by_hand():
    """Four draws of two runs, five years: changes in weeks 10, 103, 104, 207, 208 and never."""
    change = [[10, 103], [104, 207], [208, NEVER], [NEVER, NEVER]]
    agreed = [[4, 4], [4, 52], [52, 53], [NEVER, 4]]
    times = times_of(runs_of(change, agreed, None), drawn(4), 260)
    table = change_rates(times)
    assert row(table, clock="start", months=24)["share"] == 2 / 8  # week 104 belongs to the third year
    assert row(table, clock="start", months=48)["share"] == 4 / 8
    late = row(table, clock="agreement", months=48)  # watched for 208 weeks: all but the one agreed in week 53
    assert late["runs"] == 6 and late["share"] == 5 / 6
    yearly = hazards(times)
    assert row(yearly, clock="start", year=1)[["share", "runs"]].tolist() == [1 / 8, 8]
    assert row(yearly, clock="start", year=2)[["share", "runs"]].tolist() == [1 / 7, 7]
    assert row(yearly, clock="start", year=3)[["share", "runs"]].tolist() == [1 / 6, 6]
    assert row(yearly, clock="start", year=5)[["share", "runs"]].tolist() == [1 / 4, 4]
    curve = change_curve(times)
    assert curve["share"].is_monotonic_increasing and curve["share"].iloc[-1] == 5 / 8


def test_a_change_before_the_agreement_is_not_counted_from_it():
    times = times_of(runs_of([[3, 30]], [[10, 10]], None), drawn(1), 260)
    found = row(change_rates(times), clock="agreement", months=24)
    assert found["runs"] == 1 and found["share"] == 1.0


def test_uplift_by_hand():
    """Two draws of two pairs: one pair gains, one loses, one is watched too briefly from its agreement."""
    with_it = [[50, NEVER], [30, 40]]
    without = [[NEVER, 60], [30, 40]]
    agreed, nowhere = [[5, 5], [200, 5]], [[NEVER, NEVER], [NEVER, NEVER]]
    runs = runs_of(beside(with_it, without), beside(agreed, nowhere), None)
    table = uplift(times_of(runs, drawn(2, twin=True), 260))
    start = row(table, clock="start", months=48)
    assert start["uplift"] == 0.0 and start["pairs"] == 4 and start["same"] == 0.5
    gains = runs_of(beside([[50, 50], [30, 40]], without), [[5, 5]] * 4, None)
    found = row(uplift(times_of(gains, drawn(2, twin=True), 260)), clock="start", months=24)
    assert found["uplift"] == 1 / 4 and found["low"] == 0.0 and found["high"] == 0.5


def test_a_failed_run_counts_nowhere():
    status = ["ok", "failed", "ok", "ok"]
    times = times_of(runs_of([[10, NEVER], [NEVER, NEVER]], [[1, 1], [1, 1]], None, status), drawn(2), 260)
    found = row(change_rates(times), clock="start", months=48)
    assert found["runs"] == 3 and found["share"] == 1 / 3


def test_intervals_of_rates_cover_as_often_as_they_say():
    """Draws with their own chance of change: a 95 % interval misses the truth in about one study of twenty."""
    chance, missed, studies = np.random.default_rng(6), 0, 200
    for number in range(studies):
        rate = chance.beta(1.0, 2.0, size=80)  # mean one third, as different between draws as can be
        change = np.where(chance.random((80, 4)) < rate[:, None], 20.0, NEVER)
        times = times_of(runs_of(change, np.zeros((80, 4)), None), drawn(80), 208)
        found = row(change_rates(times, resamples=400, seed=number), clock="start", months=48)
        missed += not found["low"] <= 1 / 3 <= found["high"]
    assert missed <= 21  # of 200: 10 expected; 21 is beyond the 99.9 % quantile of a binomial with 0.06


def test_points_that_were_chosen_resample_their_chance():
    design = grid([factor("context.controversy")], 4)
    same = [[10.0, NEVER]] * 4  # each replicate ends alike at every point: two units, not eight
    table = change_rates(times_of(runs_of(same, np.zeros((4, 2)), None), design, 208), seed=3)
    found = row(table, clock="start", months=24)
    assert found["share"] == 0.5 and (found["low"], found["high"]) == (0.0, 1.0)


# Distributions ------------------------------------------------------------------------------------------------------


def spread_runs(values):
    points, replicates = np.shape(values)
    point, replicate = np.divmod(np.arange(points * replicates), replicates)
    columns = {"design_point": point, "replicate": replicate, "status": "ok", "trust_mean": np.ravel(values)}
    return pd.DataFrame(columns)


def test_replicates_of_a_draw_are_not_taken_for_independent():
    """Ten copies of each draw's number: the interval is that of the draws alone."""
    numbers = np.random.default_rng(3).normal(0.5, 0.1, 40)
    copies = distribution(spread_runs(np.tile(numbers[:, None], 10)), drawn(40), ["trust_mean"]).iloc[0]
    alone = distribution(spread_runs(numbers[:, None]), drawn(40), ["trust_mean"]).iloc[0]
    assert copies["low"] == pytest.approx(alone["low"]) and copies["high"] == pytest.approx(alone["high"])
    half = 2.0226909 * numbers.std(ddof=1) / np.sqrt(40)  # Student's 0.975 quantile with 39 degrees of freedom
    assert alone["high"] - alone["mean"] == pytest.approx(half)


def test_bars_hold_every_run_once():
    runs = spread_runs(np.random.default_rng(4).integers(3, 90, (200, 2)).astype(float))
    table = histograms(runs, drawn(200), ["trust_mean"])
    assert table["share"].sum() == pytest.approx(1.0)
    assert set(np.mod(table["from"], 1.0)) == {0.5} and np.array_equal(table["from"][1:], table["to"][:-1])
    few = histograms(spread_runs([[0.0, 1.0], [1.0, 1.0]]), drawn(2), ["trust_mean"])
    assert few[["from", "share"]].to_numpy().tolist() == [[0.0, 0.25], [1.0, 0.75]] and set(few[ARM]) == {"with"}


def test_random_points_are_uniform():
    assert kstest(random_points(FACTORS, 2000, seed=9).unit[:, 1], "uniform").pvalue > 0.001


def test_a_design_without_a_twin_has_no_uplift():
    with pytest.raises(ValueError, match="without the alliance"):
        uplift(times_of(runs_of([[1.0]], [[1.0]], None), drawn(1), 260))


def test_a_listed_design_ranks_its_values_into_places():
    codes = np.array([[3.0], [1.0], [2.0], [4.0]])
    design = Design("listed", (factor("context.member_money"),), np.empty((4, 0)), {}, listed=codes)
    assert design.places()[:, 0].tolist() == [0.625, 0.125, 0.375, 0.875]
