"""Design × replicates → runs: threads over blocks of runs, in memory or into a result folder that can be resumed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Container, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.designs import CHANCE, Design, from_frame
from experiments.store import ResultFolder
from experiments.store.folder import design_table
from experiments.store.plan import Chunk, chunk_runs, planned
from sim.outcomes import OUTCOMES
from sim.parameters import pack
from sim.running import prepare, simulate
from sim.scenario.structure import Scenario

STRIDE = 16
MACHINE = (MemoryError, OSError)  # trouble of the machine, not of a run: stored as failed it would never be run again
Progress = Callable[[int], None]


class Stopped(Exception):
    """Work was asked to stop between two strides of runs."""


@dataclass(frozen=True, eq=False)
class Ensemble:
    """All that a block of runs needs; shared by every worker, changed by none.

    Run number k is replicate `k % replicates` at design point `k // replicates`. Where points are compared, a replicate
    meets the same chance at every one; where they are drawn, each has chance of its own. `active` says at which points
    the alliance works, `codes` holds the numbers of the factors at each point, `packed` the scenario's own record of
    parameters; `blueprints` holds the scenario without the alliance (0) and with it (1), the first only where a point
    needs it.
    """

    blueprints: tuple[Any, Any]
    active: NDArray[np.bool_]
    packed: np.recarray[Any, Any]
    codes: NDArray[np.float64]
    design: Design
    values: pd.DataFrame
    replicates: int
    seed: int

    @property
    def runs(self) -> int:
        """Number of runs."""
        return len(self.codes) * self.replicates

    def records(self, point: NDArray[np.int64]) -> np.recarray[Any, Any]:
        """One record of parameters for each of these points."""
        return self.design.records(self.packed, self.codes[point])


def ensemble_of(scenario: Scenario, design: Design, replicates: int, seed: int) -> Ensemble:
    """Prepare the runs of a design: the scenario's arrays once an arm, the numbers of its factors at every point."""
    active = design.active
    without = None if active.all() else prepare(scenario, active=False)
    both = (without, prepare(scenario))
    packed = pack(scenario.parameters)
    return Ensemble(both, active, packed, design.codes(), design, design.values(), replicates, seed)


def evaluate(
    scenario: Scenario,
    design: Design | pd.DataFrame,
    replicates: int = 1,
    seed: int = 0,
    workers: int | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Run a design in memory.

    Parameters
    ----------
    design : Design or DataFrame
        A design, or points that another sampler or optimiser chose: one row a point, a column a parameter by dotted or
        short name, values as a file would say them. All points of a table meet the same chance, replicate by replicate.
    replicates : int
        Runs at each design point.
    seed : int
        Seed of the study, 0 to 2**63 - 1; with the replicate it fixes a run to the bit.
    workers : int or None
        Threads; None for all cores. Any number gives the same rows.
    progress : callable or None
        Called with the number of runs that have just finished, from any thread.

    Returns
    -------
    DataFrame
        One row a run, in order of design point and replicate: `design_point`, `replicate`, `seed`, `chance` where draws
        have their own (the number to run one alone with: `sim.run(…, seed, replicate=chance)`), `arm` where the
        design has a twin, every factor by its dotted path, every outcome, `status` ("ok" or "failed") and `error`.

    Raises BadInput where a table of points holds what the scenario does not admit, each at its line.
    """
    laid = design if isinstance(design, Design) else from_frame(design, scenario)
    ensemble = ensemble_of(scenario, laid, replicates, seed)
    tables: dict[int, pd.DataFrame] = {}

    def keep(chunk: Chunk, table: pd.DataFrame, _: float) -> None:
        tables[chunk.first] = table

    chunks = planned(ensemble.runs, chunk_runs(ensemble.runs), "")
    _work(ensemble, chunks, keep, workers, progress)
    return pd.concat([tables[chunk.first] for chunk in chunks], ignore_index=True)


def fill(
    folder: ResultFolder,
    ensemble: Ensemble,
    workers: int | None = None,
    progress: Progress | None = None,
    only: Container[str] | None = None,
) -> None:
    """Run what a result folder still misses; stopping at any moment loses at most the chunks in work.

    Where `only` is said, of the missing chunks those with a name in it.
    """

    def keep(chunk: Chunk, table: pd.DataFrame, seconds: float) -> None:
        folder.write(chunk, design_table(table), {"seconds": round(seconds, 3)})

    chunks = [chunk for chunk in folder.missing() if only is None or chunk.name in only]
    _work(ensemble, chunks, keep, workers, progress)


def run_block(ensemble: Ensemble, chunk: Chunk, progress: Progress, stop: threading.Event) -> pd.DataFrame:
    """The runs of one chunk as a table."""
    return run_rows(ensemble, np.arange(chunk.first, chunk.last), progress, stop)


def run_rows(
    ensemble: Ensemble,
    numbers: NDArray[np.int64],
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> pd.DataFrame:
    """The runs of these numbers as a table, one row a run; `Stopped` between two strides where `stop` is set."""
    point, replicate = numbers // ensemble.replicates, numbers % ensemble.replicates
    out = np.full((len(numbers), len(OUTCOMES)), np.nan)
    errors = np.full(len(numbers), "", dtype=object)
    for first in range(0, len(numbers), STRIDE):
        if stop is not None and stop.is_set():
            raise Stopped
        part = slice(first, first + STRIDE)
        _simulate(ensemble, point[part], replicate[part], out[part], errors[part])
        (progress or _say_nothing)(len(numbers[part]))
    _mark_failures(out, errors)
    return _table(ensemble, point, replicate, out, errors)


def _simulate(
    ensemble: Ensemble, point: NDArray[np.int64], replicate: NDArray[np.int64], out: NDArray[np.float64], errors: Any
) -> None:
    """Run a few runs at once; where that raises, each alone, so that one failure is one row."""
    try:
        _live(ensemble, point, replicate, out)
    except MACHINE:
        raise
    except Exception:  # a failed run is a row with its reason, the others go on
        for k in range(len(point)):
            errors[k] = _alone(ensemble, point[k : k + 1], replicate[k : k + 1], out[k : k + 1])


def _live(ensemble: Ensemble, point: NDArray[np.int64], replicate: NDArray[np.int64], out: NDArray[np.float64]) -> None:
    """Run a few runs, those of each arm together."""
    active = ensemble.active[point]
    chance = ensemble.design.chance(point, replicate, ensemble.replicates)
    for arm in np.unique(active):
        mine = active == arm
        found = out[mine]
        simulate(ensemble.blueprints[int(arm)], ensemble.records(point[mine]), chance[mine], ensemble.seed, found)
        out[mine] = found


def _alone(ensemble: Ensemble, point: NDArray[np.int64], replicate: NDArray[np.int64], out: NDArray[np.float64]) -> str:
    try:
        _live(ensemble, point, replicate, out)
        return ""
    except MACHINE:
        raise
    except Exception as error:  # the reason is kept in the row
        return f"{type(error).__name__}: {error}"


def _mark_failures(out: NDArray[np.float64], errors: Any) -> None:
    """A run without a number where one is due has failed: the reason is kept and none of its numbers is."""
    outcomes = list(OUTCOMES.values())
    due = np.array([not outcome.optional for outcome in outcomes])
    broken = ~np.isfinite(out) & due | np.isinf(out)
    for row in np.flatnonzero(broken.any(axis=1)):
        if not errors[row]:
            errors[row] = "not finite: " + ", ".join(outcomes[k].name for k in np.flatnonzero(broken[row]))
    out[errors != ""] = np.nan


def _table(
    ensemble: Ensemble,
    point: NDArray[np.int64],
    replicate: NDArray[np.int64],
    out: NDArray[np.float64],
    errors: NDArray[Any],
) -> pd.DataFrame:
    columns: dict[str, Any] = {
        "design_point": point,
        "replicate": replicate,
        "seed": np.full(len(point), ensemble.seed, dtype=np.int64),
    }
    if ensemble.design.own_chance:
        columns[CHANCE] = ensemble.design.chance(point, replicate, ensemble.replicates)
    columns |= {path: ensemble.values[path].to_numpy()[point] for path in ensemble.values.columns}
    columns |= {name: out[:, k] for k, name in enumerate(OUTCOMES)}
    columns["status"] = np.where(errors == "", "ok", "failed")
    columns["error"] = errors
    return pd.DataFrame(columns)


Keep = Callable[[Chunk, pd.DataFrame, float], None]


def _work(ensemble: Ensemble, chunks: list[Chunk], keep: Keep, workers: int | None, progress: Progress | None) -> None:
    """Run chunks on threads (the compiled week releases the interpreter's lock); a few wait in line, the rest do not
    exist yet, so that memory stays flat."""
    stop, tell = threading.Event(), progress or _say_nothing
    count = workers or os.cpu_count() or 1

    def task(chunk: Chunk) -> None:
        started = time.perf_counter()
        table = run_block(ensemble, chunk, tell, stop)
        keep(chunk, table, time.perf_counter() - started)

    with ThreadPoolExecutor(count, thread_name_prefix="runs") as pool:
        try:
            _feed(pool, task, iter(chunks), 2 * count)
        except BaseException:
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _feed(pool: ThreadPoolExecutor, task: Callable[[Chunk], None], chunks: Iterator[Chunk], ahead: int) -> None:
    waiting: set[Future[None]] = set()
    for chunk in chunks:
        waiting.add(pool.submit(task, chunk))
        if len(waiting) >= ahead:
            waiting = _collect(waiting, FIRST_COMPLETED)
    while waiting:
        waiting = _collect(waiting, FIRST_COMPLETED)


def _collect(waiting: set[Future[None]], when: str) -> set[Future[None]]:
    done, left = wait(waiting, return_when=when)
    for future in done:
        future.result()
    return set(left)


def _say_nothing(_: int) -> None:
    return
