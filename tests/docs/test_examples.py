"""The examples of docs/examples: each runs as a user would run it, and gives what it says."""

from __future__ import annotations

import importlib.util
import json

import numpy as np
import pandas as pd
import pytest

import experiments
import sim
from experiments.analysis.indices import sobol_indices
from experiments.designs import factor, sobol
from sim.errors import BadInput
from tests.support import ROOT

FOLDER = ROOT / "docs" / "examples"


def example(name):
    """A script as a module, without running its main part."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_salib_drives_the_model_and_agrees_with_our_own_analysis():
    """The same points, rounded as the example rounds them, run and analysed by us: the same indices."""
    script = example("salib_problem")
    found = script.main()
    chosen = [factor(path) for path in script.FACTORS]
    design = sobol(chosen, script.SAMPLES, seed=1)
    low, high = np.array(found["bounds"]).T
    np.testing.assert_allclose((found.samples - low) / (high - low), design.unit, atol=1e-12)
    table = pd.DataFrame(found.samples, columns=list(script.FACTORS))
    table["alliance.meeting_interval"] = table["alliance.meeting_interval"].round().astype(int)
    runs = experiments.evaluate(sim.load_scenario("minimal"), table, script.REPLICATES, seed=1, workers=1)
    cube = runs[script.OUTCOME].to_numpy().reshape(len(design), -1, 1)
    ours = sobol_indices(design, cube, [script.OUTCOME]).set_index("factor").loc[list(script.FACTORS)]
    np.testing.assert_allclose(ours["ST"], found.analysis["ST"], atol=1e-12)
    np.testing.assert_allclose(ours["S1"], found.analysis["S1"], atol=1e-12)


def test_mesas_batch_gives_the_runs_of_the_compiled_door():
    rows = example("mesa_batch").main()
    assert len(rows) == 8
    for row in rows.to_dict("records"):
        scenario = sim.scenario.with_settings(
            sim.load_scenario("minimal"),
            {"meeting_interval": row["meeting_interval"], "insider_share": row["insider_share"]},
        )
        alone = sim.run(scenario, seed=[1, 2][row["iteration"]], trajectory=True).trajectory
        assert (row["members"], row["trust_mean"]) == (alone["members"][-1], alone["trust_mean"][-1])


def test_the_optimiser_checks_its_winner_on_chance_it_never_saw():
    found = example("optimiser").main()
    assert found["checked"] > found["today"], "the levers found are no better than today's"
    assert found["believed"] >= found["checked"] - 0.1
    assert all(low <= found[path] <= high for path, (low, high) in example("optimiser").BOUNDS.items())


def test_the_notebook_is_well_formed_and_its_cells_run_in_order(tmp_path, monkeypatch):
    book = json.loads((FOLDER / "main_job.ipynb").read_text(encoding="utf-8"))
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    names = [cell["id"] for cell in book["cells"]]
    assert len(set(names)) == len(names)
    monkeypatch.chdir(tmp_path)
    space = {}
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None
            exec(compile("".join(cell["source"]), cell["id"], "exec"), space)
    np.testing.assert_allclose(space["ours"]["ST"], space["theirs"]["ST"], atol=1e-12)
    assert space["stored"].is_finished and (tmp_path / "results" / "notebook" / "report.html").exists()
    with pytest.raises(KeyError, match="measures"):
        space["stored"].table("nothing")


def test_a_table_of_points_is_run_as_it_stands():
    columns = {"meeting_interval": [1, 6], "messenger": ["one_voice", "strongest"], "silence_pact": [True, False]}
    table = pd.DataFrame(columns)
    runs = experiments.evaluate(sim.load_scenario("minimal"), table, replicates=2, seed=4, workers=1)
    assert list(runs["alliance.meeting_interval"]) == [1, 1, 6, 6]
    assert list(runs["alliance.messenger"]) == ["one_voice"] * 2 + ["strongest"] * 2
    settings = {"meeting_interval": 6, "messenger": "strongest", "silence_pact": False}
    alone = sim.run(sim.scenario.with_settings(sim.load_scenario("minimal"), settings), seed=4, replicate=1)
    assert runs["trust_mean"].iloc[3] == alone.outcomes["trust_mean"]


@pytest.mark.parametrize(
    ("table", "line", "told"),
    [
        ({"meeting_intervall": [1]}, 1, "did you mean alliance.meeting_interval"),
        ({"meeting_interval": [1, 99]}, 3, "whole number from 1 to 12"),
        ({"meeting_interval": [1, float("nan")]}, 3, "whole number"),
        ({"messenger": ["nobody"]}, 2, "one of"),
        ({"meeting_interval": []}, 1, "one row"),
    ],
)
def test_a_table_that_cannot_be_run_is_refused_at_its_line(table, line, told):
    with pytest.raises(BadInput) as refusal:
        experiments.evaluate(sim.load_scenario("minimal"), pd.DataFrame(table))
    problem = refusal.value.problems[0]
    assert problem.line == line and told in str(problem)
