"""Finish a study that was interrupted, whatever its job."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from experiments.store import load
from experiments.studies.asking import Study, read_words, study_of
from experiments.studies.opening import Manner
from experiments.studies.replicates import replicates
from experiments.studies.sensitivity import sensitivity

JOBS: dict[str, Callable[[Study, Path, Manner], Any]] = {"sensitivity": sensitivity, "replicates": replicates}


def stored_study(root: Path) -> Study:
    """The study that a result folder was made for; BadInput, or IntegrityAlarm, where it cannot be read."""
    results = load(root)
    results.must_hold("study.yaml")
    return study_of(read_words(results.layout.study))


def resume(root: Path, manner: Manner | None = None) -> tuple[Study, Any]:
    """The study of a folder and its answer, after running what was missing; it ends with the same bytes."""
    study = stored_study(root)
    return study, JOBS[study.job](study, root, manner or Manner())
