"""`python -m benchmarks.million`: a Sobol study of a million runs through the normal path into a folder, as JSON.

Thirty factors with second order, so 62 points a block; 2,048 blocks × 8 replicates = 1,015,808 runs. Measured: time and
runs a second of the chunks alone, memory (its peak, and how much it grew between a tenth and nine tenths of the runs),
the size of the folder, how long a resume of the finished folder takes to start (with a sample of checksums, and with
all), and a full check of every file. The part that orchestration takes is measured beside the same chunks' own seconds,
which receipts tell. `--samples` and `--replicates` make it smaller; `--out` keeps the folder.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.memory import MIB, peak
from experiments.designs import factor
from experiments.ensemble import ensemble_of, fill
from experiments.store import load, verify
from experiments.store.chunks import read_receipt
from experiments.studies.opening import Manner, study_folder
from experiments.studies.study import Study
from sim.parameters import PARAMETERS
from sim.scenario import load_scenario, refused_factor

FACTORS, SAMPLES, REPLICATES = 30, 2048, 8
TENTHS = (0.1, 0.9)


def held() -> float | None:
    """What this process holds in memory now, MiB; None where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    import resource

    return pages * resource.getpagesize() / MIB


def million(samples: int, replicates: int) -> Study:
    """The study: the first thirty parameters that the smallest scenario lets vary."""
    scenario = load_scenario("minimal")
    paths = [path for path in PARAMETERS if refused_factor(scenario, path) is None][:FACTORS]
    factors = tuple(factor(path) for path in paths)
    return Study("million", scenario, samples=samples, replicates=replicates, second_order=True, factors=factors,
                 outcomes=("policy_changed", "legitimacy"))  # fmt: skip


class Watch:
    """Counts runs, and notes the memory held when a tenth and nine tenths of them are done."""

    def __init__(self, runs: int, say: Callable[[str], None]):
        self.runs, self.done, self.held = runs, 0, dict[float, float | None]()
        self._lock, self._say, self._told = threading.Lock(), say, 0

    def advance(self, count: int) -> None:
        """So many more runs are done."""
        with self._lock:
            self.done += count
            for part in TENTHS:
                if self.done >= part * self.runs and part not in self.held:
                    self.held[part] = held()
            if self.done * 20 // self.runs > self._told:
                self._told = self.done * 20 // self.runs
                self._say(f"{self.done} of {self.runs} runs")

    def growth(self) -> float | None:
        """MiB more at nine tenths than at a tenth."""
        first, last = (self.held.get(part) for part in TENTHS)
        return None if first is None or last is None else last - first


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that a piece of work takes, and what it gives."""
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


def started_again(study: Study, design: Any, root: Path, *, every_byte: bool) -> None:
    """What a resume does before the first run: take the lock, compare, take stock of all chunks."""
    with study_folder(study, design, root, Manner(every_byte=every_byte, own=True)) as folder:
        if folder.missing():
            raise RuntimeError(f"{len(folder.missing())} chunks are missing from a folder that was filled")


def measured(root: Path, samples: int, replicates: int, workers: int, say: Callable[[str], None]) -> dict[str, Any]:
    """All figures of one study in a folder that is new."""
    study = million(samples, replicates)
    laying, design = timed(study.design)
    runs = len(design) * replicates
    watch = Watch(runs, say)
    warm = ensemble_of(study.scenario, design, replicates, study.seed)
    compiling, _ = timed(lambda: warm_up(study))

    def work() -> None:
        with study_folder(study, design, root, Manner(workers=workers)) as folder:
            fill(folder, warm, workers, watch.advance)

    seconds, _ = timed(work)
    resume, _ = timed(lambda: started_again(study, design, root, every_byte=False))
    every, _ = timed(lambda: started_again(study, design, root, every_byte=True))
    checking, found = timed(lambda: verify(load(root)))
    if found.damaged or found.runs != runs:
        raise RuntimeError(f"{found.runs} of {runs} runs are whole; damaged: {found.damaged[:3]}")
    own = computing(root)
    return {
        "runs": runs, "factors": FACTORS, "points": len(design), "replicates": replicates, "workers": workers,
        "chunks": len(load(root).chunks()), "failed": found.failed, "seconds_to_lay_the_design": laying,
        "seconds_to_compile": compiling, "seconds": seconds, "runs_a_second": runs / seconds,
        "seconds_of_chunks_a_worker": own / workers, "orchestration_share": max(0.0, 1.0 - own / workers / seconds),
        "peak_mib": peak(), "growth_mib_from_a_tenth_to_nine": watch.growth(), "folder_mib": size(root),
        "seconds_to_start_a_resume": resume, "seconds_to_start_with_every_byte": every,
        "seconds_to_verify_every_file": checking,
    }  # fmt: skip


def warm_up(study: Study) -> None:
    """Compile, outside of what is timed."""
    import sim

    sim.run(study.scenario, seed=0)
    from experiments.designs import single
    from experiments.ensemble import evaluate

    evaluate(study.scenario, single(), 1)


def computing(root: Path) -> float:
    """Seconds that the chunks themselves took, added up over workers, as their receipts tell."""
    stored = load(root)
    receipts = (read_receipt(stored.layout, chunk) for chunk in stored.chunks())
    return float(sum(receipt["seconds"] for receipt in receipts if receipt is not None))


def size(root: Path) -> float:
    """MiB of all files of a folder."""
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) / MIB


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.million", description=__doc__)
    parser.add_argument("--samples", type=int, default=SAMPLES, help="blocks N of the Sobol design, a power of two")
    parser.add_argument("--replicates", type=int, default=REPLICATES, help="runs at each point")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, help="an empty folder that keeps the study; else it is removed")
    asked = parser.parse_args()

    def say(text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="alliance-million-") as place:
        root = asked.out or Path(place) / "million"
        figures = measured(root, asked.samples, asked.replicates, asked.workers, say)
    from benchmarks.__main__ import circumstances

    print(json.dumps({"circumstances": circumstances(), "figures": figures}, indent=1))


if __name__ == "__main__":
    main()
