"""Peak memory of many runs, in a process of its own: after the first block, and after all of them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

MIB = 1024.0 * 1024.0


def peak() -> float:
    """Most memory that this process ever held, MiB."""
    import resource

    unit = 1.0 if sys.platform == "darwin" else 1024.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MIB


def run_blocks(runs: int, block: int = 1000) -> dict[str, Any]:
    """So many runs of the smallest scenario, by the block."""
    from benchmarks.timing import Batch
    from sim.scenario import load_scenario

    batch = Batch(load_scenario("minimal"))
    batch.run(block)
    first = peak()
    for _ in range(runs // block - 1):
        batch.run(block)
    return {"runs": runs, "after_one_block": first, "after_all": peak()}


def of_many_runs(runs: int = 20_000) -> dict[str, Any] | None:
    """The same in a fresh process, whose peak is its own; None where the system does not tell (Windows)."""
    try:
        import resource  # noqa: F401
    except ImportError:
        return None
    words = [sys.executable, "-m", "benchmarks.memory", str(runs)]
    answer = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(answer)
    return found


if __name__ == "__main__":
    print(json.dumps(run_blocks(int(sys.argv[1]))))
