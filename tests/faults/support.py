"""What tests of faults share: a stand-in for the model, small studies of it, and all that must come out the same."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

import experiments.ensemble as ensemble_room
import experiments.store.chunks as chunks_room
import experiments.store.files as files_room
import experiments.store.folder as folder_room
import experiments.store.growing as growing_room
import experiments.store.lock as lock_room
import experiments.studies.opening as opening_room
from experiments.designs import factor
from experiments.store import load
from experiments.studies.opening import Manner
from experiments.studies.resuming import JOBS
from experiments.studies.study import Study
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS
from sim.scenario import load_scenario

FACTORS = ("context.controversy", "context.initial_trust", "alliance.transparency")
NAMES = list(OUTCOMES)
ROOMS = (files_room, chunks_room, folder_room, growing_room, lock_room)
SAME = ("chunks", "analysis", "figures")
MADE = "made"


def weighted(blueprint: Any, points: Any, numbers: Any, seed: int, out: Any) -> None:
    """A stand-in for the model: three factors in a weighted sum, and a little luck of the run."""
    for row, point, number in zip(out, points, numbers, strict=True):
        luck = np.random.default_rng([seed, int(number)]).random(len(row))
        values = [float(point[PARAMETERS[path].name]) for path in FACTORS]
        row[:] = np.clip(0.6 * values[0] + 0.2 * values[1] + 0.1 * luck, 0.0, 1.0)


def slowly(blueprint: Any, points: Any, numbers: Any, seed: int, out: Any) -> None:
    """The same, a hundredth of a second for each stride: there is time to interfere."""
    time.sleep(0.01)
    weighted(blueprint, points, numbers, seed, out)


def stand_in(model: Any = weighted, patch: Any = None) -> None:
    """Put the stand-in in place, and stop the clock that pages show; for good, or as long as `patch` lasts."""
    put = setattr if patch is None else patch.setattr
    put(ensemble_room, "prepare", lambda *_, **__: None)
    put(ensemble_room, "simulate", model)
    put(folder_room, "now", lambda: "2020-01-01T00:00:00+00:00")
    versions = opening_room.told()  # asks git, once
    put(opening_room, "told", lambda: versions)


def spread_study(runs: int = 200) -> Study:
    """Replicates of one situation: chunks, a table and a page, no figures."""
    return Study("kept", load_scenario("minimal"), "replicates", "", 1, runs, 5)


def ranking_study(samples: int = 16, replicates: int = 4) -> Study:
    """A small Sobol study, with figures."""
    return Study("kept", load_scenario("minimal"), samples=samples, replicates=replicates, seed=3,
                 factors=tuple(factor(path) for path in FACTORS), outcomes=("legitimacy",))  # fmt: skip


def work(study: Study, root: Path, workers: int = 2) -> Any:
    """Do a study in its folder."""
    return JOBS[study.job](study, Path(root), Manner(workers=workers))


def content(root: Path) -> dict[str, bytes]:
    """Every file that must come out the same, with its bytes, and the rows as one canonical table."""
    found = [path for folder in SAME for path in Path(root, folder).rglob("*") if path.is_file()]
    found += [Path(root, name) for name in ("study.yaml", "design.parquet", "report.html")]
    table = canonical(load(root).runs).encode()
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found} | {"canonical table": table}


def canonical(runs: pd.DataFrame) -> str:
    """SHA-256 of the rows in the order of their numbers, to the bit, whatever files they stood in."""
    rows = runs.sort_values(["design_point", "replicate"], ignore_index=True)
    digest = hashlib.sha256("\0".join(rows.columns).encode())
    for name in rows.columns:
        values = rows[name]
        digest.update("\0".join(values).encode() if values.dtype.kind in "OU" or values.dtype == "str"
                      else np.ascontiguousarray(values.to_numpy()).tobytes())  # fmt: skip
    return digest.hexdigest()


def acknowledged(root: Path) -> dict[str, tuple[int, bytes]]:
    """What a folder says is done: chunks with a whole receipt, by name, with their inode and bytes."""
    from experiments.store.chunks import read_receipt
    from experiments.store.folder import read_manifest
    from experiments.store.layout import Layout
    from experiments.store.plan import Chunk

    layout = Layout(Path(root))
    if not layout.manifest.exists():
        return {}
    chunks = [Chunk(each["name"], each["first"], each["last"]) for each in read_manifest(layout)["plan"]["chunks"]]
    held = [chunk for chunk in chunks if read_receipt(layout, chunk) is not None]
    paths = {chunk.name: layout.chunk(chunk.name) for chunk in held}
    return {name: (path.stat().st_ino, path.read_bytes()) for name, path in paths.items()}


def lost_and_doubled(root: Path, held: dict[str, tuple[int, bytes]]) -> tuple[int, int, int]:
    """Rows of acknowledged chunks that are gone or changed, rows that stand twice, and chunks that were done again."""
    after, runs = acknowledged(root), load(root).runs
    missing = [name for name in held if name not in after or after[name][1] != held[name][1]]
    doubled = int(runs.duplicated(["design_point", "replicate"]).sum())
    again = [name for name in held if name in after and after[name][0] != held[name][0]]
    return len(missing), doubled, len(again)


def interfere(act: Any) -> None:
    """Call `act` at every point of a safe write; for good: in a process of its own only."""
    for room in ROOMS:
        room.reached = act


def work_and_die(study: Study, root: Path, at: int, model: Any) -> None:
    """In another process: do a study, and die without warning at the point of a safe write with this number."""
    stand_in(model)
    seen = []

    def perhaps_die(here: str) -> None:
        seen.append(here)
        if len(seen) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    interfere(perhaps_die)
    work(study, root, workers=1)
    Path(root).with_suffix(f".{MADE}").write_text(str(len(seen)))


def processes() -> Any:
    """Fresh processes that have loaded what studies need already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["experiments.studies.resuming", "tests.faults.support"])
    return context
