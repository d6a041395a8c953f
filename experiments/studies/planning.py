"""A finished sensitivity study as the pilot of a larger one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from experiments.analysis.planning import FEWEST_REPLICATES, plans
from experiments.analysis.statistics import FEWEST
from experiments.methods import METHODS
from experiments.store import load
from experiments.studies.resuming import stored_study
from sim.errors import BadInput, Problem


def planned(root: Path, runs: int) -> dict[str, Any]:
    """What each number of replicates would make of a budget of runs; `command` starts the best of them.

    Raises BadInput where the folder holds no finished sensitivity study that can be a pilot, or the budget is too
    small for any.
    """
    study, stored = stored_study(root), load(root)
    if study.job != "sensitivity" or not stored.is_finished:
        expected = "expected a finished sensitivity study as the pilot"
        raise BadInput(Problem(str(root), 0, "", study.job, expected))
    method, block = METHODS[study.method], int(stored.manifest["design"]["settings"].get("block", 0))
    if study.replicates < FEWEST_REPLICATES or not block:
        expected = f"expected a pilot with {FEWEST_REPLICATES} replicates or more, of a method with base samples"
        raise BadInput(Problem(str(root), 0, "replicates", f"{study.method}, {study.replicates} replicates", expected))
    grown, noise = (_table(root, name) for name in ("convergence", "noise"))
    found = plans(grown, noise, method.ranked_by, block, runs, FEWEST[study.statistic])
    if found.empty:
        raise BadInput(Problem("--runs", 0, "", str(runs), f"too few for a study of {block} points a sample"))
    best = found[found["best"]].iloc[0]
    sizes = f"--samples {int(best['samples'])} --replicates {int(best['replicates'])}"
    return {
        "study": stored.manifest["study"],
        "asked": runs,
        "measure": method.ranked_by,
        "plans": found.to_dict("records"),
        "command": f"alliance sensitivity {(root / 'study.yaml').as_posix()} {sizes} --out {root.as_posix()}-larger",
    }


def _table(root: Path, name: str) -> pd.DataFrame:
    results = load(root)
    results.must_hold(f"analysis/{name}.csv")
    return pd.read_csv(root / "analysis" / f"{name}.csv")
