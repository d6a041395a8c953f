"""The same scenario many times: how outcomes are spread, with intervals."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from experiments.analysis.distribution import distribution
from experiments.analysis.summary import summary
from experiments.ensemble import Progress, evaluate
from experiments.report.phrases import phrase
from experiments.report.spread import replicates_page
from experiments.store import ResultFolder, load
from experiments.studies.asking import Study
from experiments.studies.opening import Manner, common_facts, compute, study_folder
from experiments.words import NAMES_ONLY, STEPS
from sim.outcomes import OUTCOMES

ANSWER = "replicates"


def replicates(study: Study, root: Path, manner: Manner | None = None) -> dict[str, Any]:
    """Run the replicates of a scenario into a folder, or finish them there; the answer of `summarised`."""
    manner = manner or Manner()
    design = study.design()
    with study_folder(study, design, root, manner) as folder:
        compute(study, design, folder, manner)
        runs = load(root).read()
        data = summarised(runs, study)
        folder.save_table("summary", spread(runs, study))
        folder.save_json(ANSWER, data)
        tell(study, data, folder, manner.lang)
        folder.finish()
    return data


def tell(study: Study, data: dict[str, Any], folder: ResultFolder, lang: str) -> None:
    """Write the page."""
    facts = common_facts(study, folder.manifest)
    order = ("study", "scenario", "replicates", "seed", "code", "versions", "started")
    pairs = [(phrase(key, lang), facts[key]) for key in order]
    page = replicates_page(study.scenario.title, study.scenario.weeks, data, pairs, lang)
    folder.save_report(page)


def retell(root: Path, study: Study, lang: str) -> Path:
    """Write the page of a finished study again, in another language."""
    with study_folder(study, study.design(), root, Manner(lang=lang, accept_code_change=True, own=True)) as folder:
        tell(study, folder.read_json(ANSWER), folder, lang)
        folder.finish()
        return folder.layout.report


def in_memory(study: Study, workers: int | None = None, progress: Progress | None = None) -> dict[str, Any]:
    """The same without a folder."""
    runs = evaluate(study.scenario, study.design(), study.replicates, study.seed, workers, progress)
    return summarised(runs, study)


def spread(runs: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Every outcome over the runs that did not fail, as `summary` tells it.

    Where coefficients are drawn, runs with the same set hang together: intervals are those over sets, and `over_sets`
    is the standard deviation of an outcome's mean from set to set, what chance adds to it taken off.
    """
    table = summary(runs[runs["status"] == "ok"], list(OUTCOMES))
    if study.sets is None:
        return table
    design = study.design()
    table[["low", "high"]] = distribution(runs, design, list(OUTCOMES))[["low", "high"]]
    return table.assign(over_sets=[_over_sets(runs, name, len(design)) for name in OUTCOMES])


def _over_sets(runs: pd.DataFrame, name: str, points: int) -> float:
    """NaN where an outcome has no value in some set, or a run failed."""
    cube = runs.sort_values(["design_point", "replicate"])[[name]].to_numpy(dtype=float).reshape(points, -1, 1)
    if not np.isfinite(cube).all():
        return math.nan
    # The sets meet chance of their own: all that is within a set is chance.
    within = float(cube[:, :, 0].var(axis=1, ddof=1).mean()) / cube.shape[1]
    return math.sqrt(max(float(cube.mean(axis=1).var(ddof=1)) - within, 0.0))


def summarised(runs: pd.DataFrame, study: Study) -> dict[str, Any]:
    """Every outcome over the runs that did not fail: mean, interval and what else `spread` tells, as plain data."""
    table = spread(runs, study)
    failed = int((runs["status"] != "ok").sum())
    outcomes = {row["outcome"]: _record(row) for row in table.to_dict("records")}
    for name in NAMES_ONLY:
        outcomes[name]["shares"] = _shares(name, runs[name].dropna())
    found: dict[str, Any] = {"runs": len(runs), "failed": failed, "seed": study.seed, "outcomes": outcomes}
    if study.sets is None:
        return found
    drawn = {"name": study.sets.name, "sets": study.samples, "runs_a_set": study.replicates}
    return found | {"coefficients": drawn}


def _shares(name: str, values: pd.Series) -> dict[str, float]:
    """The share of the runs that ended at each step of an outcome, the most frequent first."""
    found = values.astype(int).value_counts(normalize=True).sort_index().sort_values(ascending=False, kind="stable")
    return {STEPS[name]["en"][step]: float(share) for step, share in found.items()}


def _record(row: dict[Any, Any]) -> dict[str, Any]:
    plain = {name: _finite(value) for name, value in row.items() if name not in ("outcome", "low", "high")}
    return plain | {"interval": [_finite(row["low"]), _finite(row["high"])]}


def _finite(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value
