"""Finish a study that was interrupted, whatever its job."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

from experiments.store import load, settle_now
from experiments.studies import comparing as comparison_job
from experiments.studies import composing as composition_job
from experiments.studies import replicates as replicates_job
from experiments.studies import sensitivity as sensitivity_job
from experiments.studies import sweep as sweep_job
from experiments.studies import tradeoff as tradeoff_job
from experiments.studies.asking import read_words, study_of
from experiments.studies.demonstration import Tradeoff, is_tradeoff, read_tradeoff
from experiments.studies.opening import Manner
from experiments.studies.replicates import replicates
from experiments.studies.sensitivity import sensitivity
from experiments.studies.study import Study
from experiments.studies.sweep import sweep
from sim.errors import BadInput, Problem


def _show_again(root: Path, study: Study, lang: str) -> Path:
    assert isinstance(study, Tradeoff)
    return tradeoff_job.retell(root, study, lang)


def _show(study: Study, root: Path, manner: Manner) -> tradeoff_job.Found:
    assert isinstance(study, Tradeoff)
    return tradeoff_job.tradeoff(study, root, manner)


RETELL: dict[str, Callable[[Path, Study, str], Path]] = {
    "sensitivity": sensitivity_job.retell,
    "replicates": replicates_job.retell,
    "tradeoff": _show_again,
    "sweep": sweep_job.retell,
}
JOBS: dict[str, Callable[[Study, Path, Manner], Any]] = {
    "sensitivity": sensitivity,
    "replicates": replicates,
    "tradeoff": _show,
    "sweep": sweep,
}


def stored_study(root: Path) -> Study:
    """The study that a result folder was made for; BadInput, or IntegrityAlarm, where it cannot be read."""
    settle_now(root)
    results = load(root)
    results.must_hold("study.yaml")
    if is_tradeoff(results.layout.study):
        return read_tradeoff(results.layout.study)
    return study_of(read_words(results.layout.study))


def resume(root: Path, manner: Manner | None = None) -> tuple[Study, Any]:
    """The study of a folder and its answer, after running what was missing; it ends with the same bytes."""
    study = stored_study(root)
    return study, JOBS[study.job](study, root, dataclasses.replace(manner or Manner(), own=True))


def is_composition(root: Path) -> bool:
    """Whether a folder holds the answer to whom to invite, and not a comparison."""
    return (root / composition_job.RUNS).is_file()


def retell(root: Path, lang: str) -> Path:
    """Write the page of a finished study again, in English or French; BadInput where it is not finished."""
    if (root / comparison_job.ASKED).is_file():
        return (composition_job if is_composition(root) else comparison_job).retell(root, lang)
    study = stored_study(root)
    if not load(root).is_finished:
        raise BadInput(Problem(root.as_posix(), 0, "", "", "not finished yet; finish it with `alliance resume`"))
    return RETELL[study.job](root, study, lang)
