"""Survival curves against a textbook's numbers, SciPy's estimate, and a hazard that is known."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from experiments.analysis.rates import Times
from experiments.analysis.survival import median_time, product_limit, survival

# Weeks in remission of 21 children under 6-mercaptopurine, those still in remission marked (Freireich and others 1963;
# the product-limit shares are printed in Kleinbaum and Klein, Survival Analysis, chapter 2).
RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
PRINTED = {6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482}


def times(change, agreed, weeks, draws=None):
    """Runs of one arm without a twin."""
    shape = (1, draws or len(change), -1)
    return Times(np.array(change, float).reshape(shape), np.array(agreed, float).reshape(shape), weeks, drawn=True)


def remission():
    """The children as runs that agree at different weeks before a common end: that is what cuts their time."""
    end = 40
    known = [(end - 36, each) for each in RELAPSED]
    agreed = [entry for entry, _ in known] + [end - each for each in STILL]
    change = [entry + each for entry, each in known] + [np.inf] * len(STILL)
    return times(change, agreed, end)


def test_the_remission_times_of_the_textbook():
    table = survival(remission(), step=1).set_index("week")
    for week, share in PRINTED.items():
        assert table.loc[week, "share"] == pytest.approx(share, abs=5e-5)
    assert table.loc[6, "at_risk"] == 21 and table.loc[10, "at_risk"] == 15 and table.loc[23, "at_risk"] == 6
    assert median_time(table.reset_index()) == 23


def test_the_same_as_scipy_on_random_times():
    rng = np.random.default_rng(3)
    agreed, change = rng.integers(0, 60, 300).astype(float), rng.integers(10, 200, 300).astype(float)
    change = np.where(change < agreed, np.inf, change)
    change[change > 120] = np.inf
    ours = survival(times(change, agreed, 120), step=1)
    seen = np.isfinite(change)
    data = CensoredData(uncensored=(change - agreed)[seen], right=(120 - agreed)[~seen])
    theirs = ecdf(data).sf.evaluate(ours["week"])
    np.testing.assert_allclose(ours["share"], theirs, atol=1e-12)


def test_a_constant_hazard_gives_its_own_curve_inside_the_band():
    """Times from a hazard of 1 % a week; the truth lies in the 95 % band at nine weeks in ten or more."""
    rng = np.random.default_rng(8)
    agreed = rng.integers(0, 100, (400, 2)).astype(float)
    change = agreed + rng.geometric(0.01, (400, 2)) - 1
    found = survival(Times(np.where(change > 260, np.inf, change)[None], agreed[None], 260, drawn=True), step=5)
    truth = 0.99 ** (found["week"] + 1)
    inside = (found["low"] <= truth) & (truth <= found["high"])
    assert inside[found["at_risk"] > 50].mean() > 0.9


def test_draws_whose_replicates_are_alike_give_wider_bands_than_independent_runs():
    rng = np.random.default_rng(5)
    one = np.where(rng.random(60) < 0.5, 20.0, np.inf)
    alike = survival(times(np.repeat(one, 10), np.zeros(600), 100, 60), step=50)
    apart = survival(times(np.repeat(one, 10), np.zeros(600), 100, 600), step=50)
    width = [float((table["high"] - table["low"]).iloc[-1]) for table in (alike, apart)]
    assert width[0] == pytest.approx(np.sqrt(10) * width[1], rel=0.25)


def test_runs_that_never_agreed_or_changed_before_are_left_out():
    table = survival(times([5.0, np.inf, 30.0], [10.0, np.inf, 10.0], 100), step=1)
    assert table.loc[0, "at_risk"] == 1


def test_events_before_censoring_at_one_time():
    """One changes and one is cut off at the same time: the second still counts as at risk."""
    np.testing.assert_allclose(product_limit(np.array([[1.0], [1.0]]), np.array([[4.0], [2.0]]))[:, 0], [0.75, 0.375])
