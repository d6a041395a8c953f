"""A study of several arms: each a sweep in a folder of its own, and the differences between them run by run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from experiments.analysis.differences import paired_differences
from experiments.store import load
from experiments.store.files import write_text
from experiments.studies.arms import Experiment
from experiments.studies.opening import Manner
from experiments.studies.sweep import KEYS, sweep

TABLE = "differences.csv"


def factorial(experiment: Experiment, root: Path, manner: Manner | None = None) -> dict[str, Any]:
    """Do or finish every arm below `root`, and compare each with the first.

    Writes `differences.csv` beside the arms' folders. The answer holds every arm's own, and the differences.
    """
    manner = manner or Manner()
    root.mkdir(parents=True, exist_ok=True)
    answers = {name: sweep(study, root / name, manner) for name, study in experiment.arms.items()}
    table = differences(experiment, root)
    write_text(root / TABLE, root, table.to_csv(index=False, lineterminator="\n"))
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    return {"job": "sweep", "study": experiment.name, "arms": answers, "differences": rows,
            "runs": experiment.runs, "failed": sum(each["failed"] for each in answers.values())}  # fmt: skip


def differences(experiment: Experiment, root: Path) -> pd.DataFrame:
    """Every arm against the first, outcome by outcome, in the runs with the alliance."""
    names = list(experiment.arms)
    tables = {name: _runs(experiment, root, name) for name in names}
    own = all(study.design().own_chance for study in experiment.arms.values())
    outcomes = experiment.arms[names[0]].outcomes
    parts = [
        paired_differences(tables[name], tables[names[0]], outcomes, by_draw=own).assign(arm=name, other=names[0])
        for name in names[1:]
    ]
    return pd.concat(parts, ignore_index=True)


def _runs(experiment: Experiment, root: Path, name: str) -> pd.DataFrame:
    study = experiment.arms[name]
    runs = load(root / name).read([*KEYS, *study.outcomes])
    return runs[study.design().arm_of(runs["design_point"].to_numpy()) == 0]
