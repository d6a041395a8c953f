"""What is not known of the coefficients: sets of them drawn as one factor, in every command that runs the model."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

import experiments
from alliance.cli import main
from experiments.designs import read_sets
from experiments.designs.coefficients import coefficient_sets
from experiments.designs.spread import random_points
from sim.errors import BadInput
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS, pack
from sim.running import prepare, simulate
from sim.scenario import load_scenario, with_settings

RATIO, OBSTACLE = "coefficient.trust_ratio", "coefficient.obstacle_mean"
ROWS = [(1.0, 0.1), (1.5, 0.3), (2.5, 0.4)]


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "sets.csv"
    path.write_text("\n".join([f"{RATIO},{OBSTACLE}", *(f"{a},{b}" for a, b in ROWS)]) + "\n", encoding="utf-8")
    return path


def test_a_run_with_a_set_is_the_run_with_these_coefficients():
    """The outcome of a draw is that of the scenario in which its coefficients were typed in by hand."""
    scenario = load_scenario("minimal")
    design = random_points([coefficient_sets("mine", (RATIO, OBSTACLE), ROWS)], 6, seed=2)
    runs = experiments.evaluate(scenario, design, 2, seed=5, workers=1)
    assert set(runs["coefficients"]) <= {0, 1, 2} and runs["coefficients"].nunique() > 1
    for row in runs.to_dict("records"):
        ratio, obstacle = ROWS[row["coefficients"]]
        alone = with_settings(scenario, {RATIO: ratio, OBSTACLE: obstacle})
        out = np.empty((1, len(OUTCOMES)))
        simulate(prepare(alone), pack(alone.parameters), np.array([row["chance"]]), 5, out)
        np.testing.assert_array_equal(out[0], [row[name] for name in OUTCOMES])


def test_every_set_is_drawn_as_often_as_any_other():
    sets = coefficient_sets("mine", (RATIO,), [(1.0,), (1.5,), (2.0,), (2.5,)])
    found = sets.codes((np.arange(4000) + 0.5) / 4000)
    assert np.array_equal(np.bincount(found.astype(int)), [1000] * 4)


def test_many_runs_tell_what_the_sets_do_beside_chance(table, capsys):
    command = ["run", "minimal", "-r", "40", "--coefficients", str(table), "--json", "-q"]
    assert main(command) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["runs"] == 40 and data["coefficients"] == {"name": str(table), "sets": 10, "runs_a_set": 4}
    assert data["outcomes"]["trust_mean"]["over_sets"] >= 0.0


def test_sets_that_do_nothing_spread_nothing_and_sets_that_do_are_seen(tmp_path, capsys):
    """The same set twice: no spread beyond chance. Two far ends of the obstacle: more than with equal sets."""
    found = {}
    for name, (low, high) in {"same": (0.2, 0.2), "apart": _ends(OBSTACLE)}.items():
        path = tmp_path / f"{name}.csv"
        path.write_text(f"{OBSTACLE}\n{low}\n{high}\n", encoding="utf-8")
        assert main(["run", "minimal", "-r", "400", "--coefficients", str(path), "--json", "-q"]) == 0
        found[name] = json.loads(capsys.readouterr().out)["outcomes"]["holder_position"]["over_sets"]
    assert found["same"] < 0.04 < found["apart"]


def _ends(path):
    declaration = PARAMETERS[path].declaration
    return declaration.low, declaration.high


def test_sets_are_one_factor_of_a_sensitivity_study_and_the_study_says_all_of_them(table, tmp_path, capsys):
    root = tmp_path / "study"
    command = ["sensitivity", "minimal", "--factors", "meeting_interval", "--coefficients", str(table),
               "--samples", "8", "--replicates", "2", "--outcome", "trust_mean", "--out", str(root), "-q"]  # fmt: skip
    assert main(command) == 0
    measures = pd.read_csv(root / "analysis" / "measures.csv")
    assert set(measures["factor"]) == {"alliance.meeting_interval", "coefficients"}
    table.unlink()  # the folder needs the file no more
    capsys.readouterr()
    assert main(["reproduce", str(root), "-q"]) == 0
    again = tmp_path / "again"
    assert main(["sensitivity", str(root / "study.yaml"), "--out", str(again), "-q"]) == 0
    assert (again / "analysis" / "measures.csv").read_bytes() == (root / "analysis" / "measures.csv").read_bytes()
    page = (root / "report.html").read_text(encoding="utf-8")
    assert "3 sets of 2 coefficients each" in page


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("coefficient.trust_ratoi\n1\n2\n", 1, "did you mean coefficient.trust_ratio"),
        ("alliance.founders\n8\n9\n", 1, "no such coefficient"),
        (f"{RATIO}\n1\n", 2, "2 to 10000 sets"),
        (f"{RATIO}\n1\n99\n", 3, "expected a number from"),
        (f"{RATIO}\n1\nnan\n", 3, "expected a number from"),
        (f"{RATIO},{OBSTACLE}\n1,0.1\n2\n", 3, "expected 2, one a coefficient"),
        (f"{RATIO},{RATIO}\n1,1\n2,2\n", 1, "named more than once"),
    ],
)
def test_sets_that_cannot_be_used_are_refused_with_their_line(tmp_path, capsys, text, line, told):
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    assert main(["run", "minimal", "-r", "8", "--coefficients", str(path)]) == 2
    said = capsys.readouterr().err
    assert f"bad.csv:{line}:" in said and told in said and "Traceback" not in said


def test_a_coefficient_is_not_varied_twice(table, capsys):
    assert main(["sensitivity", "minimal", "--factors", f"{RATIO},meeting_interval", "--coefficients", str(table)]) == 2
    assert "leave one of the two out" in capsys.readouterr().err


def test_a_single_run_draws_no_sets(table, capsys):
    assert main(["run", "minimal", "--coefficients", str(table)]) == 2
    assert "8 replicates or more" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_said(capsys):
    assert main(["run", "minimal", "-r", "8", "--coefficients", "none.csv"]) == 2
    assert "no such file" in capsys.readouterr().err


def test_the_shipped_ensemble_is_drawn_from(capsys):
    assert main(["run", "minimal", "-r", "16", "--coefficients", "posterior", "--json", "-q"]) == 0
    assert json.loads(capsys.readouterr().out)["coefficients"]["sets"] == 4


def test_sets_keep_their_numbers_through_a_file(table):
    found = read_sets(str(table))
    assert found.sets == tuple(ROWS) and found.paths == (RATIO, OBSTACLE)
    with pytest.raises(BadInput):
        read_sets("missing.csv")
