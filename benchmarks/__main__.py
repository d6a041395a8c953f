"""`python -m benchmarks [what …]`: measures, shows a table, writes results/benchmarks.json. Nothing passes or fails."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import app, bootstrap, memory, oracle, starting, timing
from benchmarks.showing import SHOWN

OUTPUT = Path("results") / "benchmarks.json"
MEASURES: dict[str, tuple[Callable[[], Any], str]] = {
    "speed": (timing.by_size, "runs a second on one core, by size"),
    "plain": (timing.beside_plain, "the same beside plain Mesa objects, by turns"),
    "oracle": (oracle.side_by_side, "means of the plain version beside ours"),
    "doors": (timing.by_door, "stepped by Mesa agents against compiled"),
    "memory": (memory.of_many_runs, "peak memory of 20,000 runs"),
    "bootstrap": (bootstrap.against_salib, "bootstrap of Sobol indices beside SALib's own, by turns"),
    "app": (app.latency, "the application: from a moved slider to a picture, alone and with twenty laptops"),
    "start": (starting.cold_and_warm, "time to the first result, cold and warm (compiles anew)"),
}


def circumstances() -> dict[str, Any]:
    """What a figure depends on beside the code."""
    import mesa
    import numba
    import numpy

    from sim.compiled import CODE_HASH

    return {
        "when": dt.datetime.now().astimezone().isoformat(timespec="seconds"), "code": CODE_HASH,
        "python": platform.python_version(), "numba": numba.__version__, "numpy": numpy.__version__,
        "mesa": mesa.__version__, "machine": platform.machine(), "cores": os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }  # fmt: skip


def kept() -> dict[str, Any]:
    """Figures of earlier calls, so that one measure can be repeated alone."""
    try:
        found = json.loads(OUTPUT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    told = "; ".join(f"{name}: {meaning}" for name, (_, meaning) in MEASURES.items())
    parser.add_argument("what", nargs="*", metavar="WHAT", help=f"all of it, or: {told}")
    asked = parser.parse_args().what or list(MEASURES)
    unknown = [name for name in asked if name not in MEASURES]
    if unknown:
        parser.error(f"no such measure: {', '.join(unknown)}; there are: {', '.join(MEASURES)}")
    figures = kept()
    for name in asked:
        measure, meaning = MEASURES[name]
        print(f"\n{meaning}", flush=True)
        found = measure()
        figures[name] = {"circumstances": circumstances(), "figures": found}
        print("\n".join(f"  {line}" for line in SHOWN[name](found)), flush=True)
        OUTPUT.parent.mkdir(exist_ok=True)
        OUTPUT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(f"\nwritten to {OUTPUT}")


if __name__ == "__main__":
    main()
