"""From a command to its first result: with an empty cache of compiled code, and again with a warm one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from typing import Any

COMMAND = (sys.executable, "-m", "alliance", "run", "minimal", "--seed", "1")


def children_seconds() -> float:
    """Processor time of finished subprocesses so far; NaN where the system does not tell (Windows)."""
    times = os.times()
    return times.children_user + times.children_system if os.name == "posix" else float("nan")


def first_result(cache: str) -> dict[str, float]:
    """Seconds on the clock and of the processor until one run is shown."""
    spent, started = children_seconds(), time.perf_counter()
    subprocess.run(COMMAND, env=os.environ | {"ALLIANCE_CACHE_DIR": cache}, check=True, stdout=subprocess.DEVNULL)
    return {"clock": time.perf_counter() - started, "processor": children_seconds() - spent}


def cold_and_warm(warm: int = 3) -> dict[str, Any]:
    """The first call compiles the whole model; the next ones find it."""
    with tempfile.TemporaryDirectory(prefix="alliance-benchmark-") as cache:
        return {"cold": first_result(cache), "warm": [first_result(cache) for _ in range(warm)]}
