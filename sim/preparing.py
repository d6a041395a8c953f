"""Compiling the model ahead, its parts side by side: once for each version of the code and each machine.

`live_runs` would compile everything by itself in one process. Here the parts of a run, each kept on disk by itself, are
shared out among a few helping processes; what is left for the caller is to put them together.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
import numpy as np
from filelock import FileLock

from sim import week as weeks
from sim.compiled import CACHE_DIRECTORY, SOURCES
from sim.founding import found, founder_weights, prepare
from sim.outcomes import OUTCOME_DTYPE, measure
from sim.parameters import pack
from sim.scenario.structure import Scenario
from sim.state import empty_world

READY = CACHE_DIRECTORY / "ready"
MOST_HELPERS = 4


def parts() -> list[tuple[Any, tuple[Any, ...]]]:
    """The parts of a run with the types of their arguments, those that take longest first."""
    scenario = Scenario(weeks=1)
    blueprint, points = prepare(scenario), pack(scenario.parameters)
    world, store = empty_world(1, 1, blueprint.calendar.copy(), blueprint.terms)
    outcomes = np.zeros(1, dtype=OUTCOME_DTYPE).view(np.recarray)
    kind: Callable[[Any], Any] = numba.typeof
    w, p = kind(world), kind(points).dtype
    weights = kind(founder_weights(points)[0])
    founding = (found, (w, kind(store), kind(blueprint), p, weights, numba.uint64))
    measuring = (measure, (w, p, numba.int64, kind(outcomes).dtype))
    phases = [weeks.phase_function(each) for each in weeks.WEEK]
    return [founding, measuring, *((phase, (w, p, numba.uint64, numba.int64)) for phase in phases)]


def compile_unclaimed(claims: Path) -> None:
    """Compile every part that no other process has claimed; a claim is a file that only one can make."""
    for number, (function, types) in enumerate(parts()):
        try:
            (claims / str(number)).touch(exist_ok=False)
        except FileExistsError:
            continue
        function.compile(types)


def compile_ahead() -> None:
    """Compile all parts of the model in helping processes, unless that was done before."""
    if READY.exists():
        return
    with FileLock(CACHE_DIRECTORY / "lock"):
        if not READY.exists():
            claims = CACHE_DIRECTORY / f"claims-{os.getpid()}"
            claims.mkdir(exist_ok=True)
            helpers = [_helper(claims) for _ in range(min(MOST_HELPERS, os.cpu_count() or 1))]
            try:
                for each in helpers:
                    each.wait()
            finally:  # an interrupted caller leaves nobody behind
                for each in helpers:
                    each.kill()
                shutil.rmtree(claims, ignore_errors=True)
            READY.touch()


def _helper(claims: Path) -> subprocess.Popen[bytes]:
    """A process that compiles parts. If it fails, its parts are compiled by whoever needs them, and its error comes
    up there."""
    paths = [str(SOURCES.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    command = [sys.executable, "-m", "sim.preparing", str(claims)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    compile_unclaimed(Path(sys.argv[1]))
