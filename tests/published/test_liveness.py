"""Which parameters move anything: effects by hand, verdicts, and situations in which every mechanism is in use."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from experiments.analysis.liveness import largest, paired_effects, verdict
from experiments.report.liveness import liveness_page
from experiments.studies.liveness import THRESHOLD, WATCHED, Z, judged, levels_of, liveness
from experiments.studies.situations import NAMES, situation
from sim.parameters import PARAMETERS
from sim.scenario import refused_factor

TWO = ["low", "high"]


def effects(first, second, z=2.0):
    return paired_effects(np.array([first, second])[:, :, None], TWO, ["trust_mean"], z)


def test_an_effect_by_hand():
    """Twenty pairs that all rise by one, where runs differ by two standard deviations' worth."""
    runs = np.tile([0.0, 4.0], 10)
    table, touched = effects(runs, runs + 1.0)
    row = table.iloc[0]
    assert row["effect"] == pytest.approx(1.0 / runs.std(ddof=1)) and row["low"] == row["high"] == row["effect"]
    assert touched == 1.0 and row["change"] == 1.0 and row["pairs"] == 20


def test_runs_that_do_not_differ_are_untouched_and_missing_ones_are_left_out():
    runs = np.append(np.arange(20.0), np.nan)
    table, touched = effects(runs, runs)
    assert touched == 0.0 and verdict(table, touched, 0.1) == "untouched"
    table, touched = effects(runs, np.where(np.arange(21) == 3, 99.0, runs))
    assert touched == pytest.approx(1 / 21) and table.iloc[0]["pairs"] == 20


def test_every_pair_of_choices_is_a_step():
    cube = np.random.default_rng(1).random((4, 30, 2))
    table, _ = paired_effects(cube, list("abcd"), ["trust_mean", "legitimacy"], 2.0)
    assert len(table) == 6 * 2 and set(zip(table["from"], table["to"], strict=True)) >= {("a", "b"), ("c", "d")}


@pytest.mark.parametrize(
    ("low", "effect", "high", "wanted"),
    [(0.2, 0.3, 0.4, "live"), (-0.05, 0.02, 0.09, "inert"), (-0.3, 0.05, 0.4, "open"), (0.01, 0.05, 0.09, "inert"),
     (0.02, 0.08, 0.14, "open"), (-0.4, -0.3, -0.2, "live")],
)  # fmt: skip
def test_a_verdict_is_what_the_interval_allows(low, effect, high, wanted):
    table = pd.DataFrame({"low": [low], "effect": [effect], "high": [high]})
    assert verdict(table, 0.5, 0.1) == wanted


def test_the_largest_clear_effect_comes_before_a_larger_unclear_one():
    table = pd.DataFrame({"low": [-1.0, 0.1], "effect": [2.0, 0.3], "high": [5.0, 0.5]})
    assert (
        largest(table)["effect"] == 0.3 and largest(table.head(1))["effect"] == 2.0 and largest(table.head(0)) is None
    )


def test_chance_alone_makes_nothing_alive():
    """A hundred parameters that do nothing, with 450 chances each: at most three look alive (under one expected)."""
    chance, alive = np.random.default_rng(5), 0
    for _ in range(100):
        table, touched = paired_effects(chance.normal(size=(2, 24, 450)), TWO, [str(k) for k in range(450)], Z)
        alive += verdict(table, touched, THRESHOLD) == "live"
    assert alive <= 3


def test_every_parameter_can_move_in_some_situation():
    scenarios = [situation(name) for name in NAMES]
    stuck = [path for path in PARAMETERS if all(refused_factor(each, path) for each in scenarios)]
    assert stuck == []


def test_levels_are_the_ends_or_the_choices():
    assert levels_of(PARAMETERS["alliance.meeting_interval"]) == [1, 12]
    assert levels_of(PARAMETERS["alliance.size_test"]) == [False, True]
    assert len(levels_of(PARAMETERS["alliance.decision_rule"])) == 4


def test_a_strong_parameter_is_live_and_the_page_says_where():
    names = ("alliance.meeting_interval", "context.controversy", "coefficient.trust_organic")
    (found,) = liveness(16, 16, names, workers=2)
    assert [each.verdict for each in found[:2]] == ["live", "live"]
    touched = {name for name, share in found[2].touched.items() if share > 0.0}
    assert touched == {name for name in NAMES if situation(name).parameters.alliance.origin == "organic"}
    page = liveness_page(list(judged(found)), THRESHOLD, Z, NAMES)
    assert "| `context.controversy` |" in page and all(name in page for name in NAMES)
    assert set(found[0].table["outcome"]) <= set(WATCHED)
