"""Speed: runs a second on one core, by size, by door, and beside the plain version, in processor time."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from benchmarks.plain_mesa import PlainAlliance
from benchmarks.situations import five_kinds, of_size, settings_of
from sim.outcomes import OUTCOMES
from sim.parameters import pack
from sim.running import prepare, simulate
from sim.scenario.structure import Scenario

REPEATS = 5
LEAST_SECONDS = 0.4


class Batch:
    """Runs of one scenario through the compiled door, in one world."""

    def __init__(self, scenario: Scenario):
        self.blueprint = prepare(scenario)
        self.parameters = scenario.parameters
        self.seed = 0
        self.run(1)

    def run(self, runs: int) -> Any:
        """So many runs with new chance; their outcomes, (runs, outcomes)."""
        out = np.empty((runs, len(OUTCOMES)))
        self.seed += 1
        simulate(self.blueprint, pack(self.parameters, runs), np.arange(runs), self.seed, out)
        return out


def processor_seconds(work: Callable[[], Any]) -> float:
    """Processor time that a call takes: not disturbed by waiting for a busy machine."""
    started = time.process_time()
    work()
    return time.process_time() - started


def enough_runs(run: Callable[[int], Any]) -> int:
    """A number of runs that takes long enough to be timed."""
    runs = 1
    while processor_seconds(partial(run, runs)) < LEAST_SECONDS:
        runs *= 2
    return runs


def spread(rates: list[float], **more: Any) -> dict[str, Any]:
    """Median and extremes of repeated timings."""
    return {"median": statistics.median(rates), "low": min(rates), "high": max(rates), "repeats": len(rates)} | more


def rates(run: Callable[[int], Any], repeats: int = REPEATS) -> dict[str, Any]:
    """Runs a second, timed again and again."""
    runs = enough_runs(run)
    return spread([runs / processor_seconds(lambda: run(runs)) for _ in range(repeats)], runs=runs)


def by_size(sizes: tuple[int, ...] = (10, 40, 160)) -> list[dict[str, Any]]:
    """The compiled door at several sizes, 260 weeks of the full rules."""
    return [{"members": size} | rates(Batch(of_size(size)).run) for size in sizes]


def beside_plain(members: int = 40, repeats: int = REPEATS) -> dict[str, Any]:
    """Ours and the plain version by turns, in one process, at the same size; the ratio of each pair."""
    scenario = five_kinds(members)
    batch, settings = Batch(scenario), settings_of(scenario)
    runs = enough_runs(batch.run)
    ours, theirs = [], []
    for turn in range(repeats):
        ours.append(runs / processor_seconds(lambda: batch.run(runs)))
        plain = PlainAlliance(settings, members, turn)
        theirs.append(1.0 / processor_seconds(partial(plain.run, scenario.weeks)))
    pairs = [one / other for one, other in zip(ours, theirs, strict=True)]
    return {"members": members, "ours": spread(ours), "plain": spread(theirs), "ratio": spread(pairs)}


def by_door(members: int = 40, repeats: int = 3) -> dict[str, Any]:
    """Milliseconds a run through the compiled door and stepped by Mesa agents, and their ratio."""
    from sim.model import AllianceModel

    scenario = of_size(members)
    AllianceModel(scenario, rng=0).step()
    batch = Batch(scenario)
    runs = enough_runs(batch.run)
    compiled = [1000.0 * processor_seconds(lambda: batch.run(runs)) / runs for _ in range(repeats)]
    stepped = [
        1000.0 * processor_seconds(lambda seed=seed: AllianceModel(scenario, rng=seed).run_to_end())
        for seed in range(1, repeats + 1)
    ]
    pairs = [one / other for one, other in zip(stepped, compiled, strict=True)]
    return {"members": members, "compiled": spread(compiled), "agents": spread(stepped), "ratio": spread(pairs)}
