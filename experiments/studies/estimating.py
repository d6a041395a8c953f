"""What a study will take before it is begun: runs, chunks, time and disk, with a short pilot for the time."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import numpy as np

from experiments.ensemble import ensemble_of, run_rows
from experiments.store.plan import chunk_runs
from experiments.store.space import expected_bytes, free_bytes
from experiments.studies.study import Study

PILOT, SECONDS = 16, 2.0  # runs at a time, and the time that a pilot may take
MOST = 100_000  # runs among which the pilot chooses


def estimate(study: Study, root: Path, workers: int | None = None) -> dict[str, Any]:
    """What a study is expected to take; nothing is written.

    Returns
    -------
    dict
        points, replicates, runs, chunks, seconds (by a pilot of runs spread over the design; analysis and figures come
        on top), bytes, free_bytes, pilot_runs.
    """
    design = study.design()
    ensemble = ensemble_of(study.scenario, design, study.replicates, study.seed)
    step = max(1, ensemble.runs // MOST)
    order = step * np.random.default_rng(study.seed).permutation(min(ensemble.runs, MOST))
    run_rows(ensemble, order[:1])  # compiles, or loads what was compiled
    started, done = time.perf_counter(), 0
    while done < len(order) and time.perf_counter() - started < SECONDS:
        done += len(run_rows(ensemble, np.sort(order[done : done + PILOT])))
    each = (time.perf_counter() - started) / done
    chunks = -(-ensemble.runs // chunk_runs(ensemble.runs))
    return {
        "points": len(design), "replicates": study.replicates, "runs": ensemble.runs, "chunks": chunks,
        "seconds": each * ensemble.runs / min(workers or os.cpu_count() or 1, chunks),
        "bytes": expected_bytes(ensemble.runs, chunks), "free_bytes": free_bytes(root), "pilot_runs": done,
    }  # fmt: skip
