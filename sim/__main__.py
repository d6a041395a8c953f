"""`python -m sim`: compile the model now, once for this version and machine, and say how long it took."""

from __future__ import annotations

import time

from sim.running import run
from sim.scenario.structure import Scenario

SHORT = 4


def main() -> None:
    """Live a few weeks of the default scenario, which compiles all that a run needs, or finds it compiled."""
    print("preparing the compiled model (half a minute the first time) …", flush=True)
    began = time.perf_counter()
    run(Scenario(weeks=SHORT), seed=0)
    print(f"compiled model ready after {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
