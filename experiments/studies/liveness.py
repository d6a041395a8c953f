"""Which parameters move anything: every lever, context and coefficient from end to end of its range, in pairs of runs.

    python -m experiments.studies.liveness --first 24 --most 384

Each parameter goes from the low to the high end of its declared range (or through its choices) with everything else as
a situation says, on common random numbers. What shows no clear effect is run again with four times as many runs, until
it does or the most are reached. Writes `docs/liveness.md` and every effect as a table.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.liveness import largest, paired_effects, verdict
from experiments.report.liveness import Judged, liveness_page
from experiments.studies.situations import NAMES, situation
from experiments.words import NAMES_ONLY
from sim.declare import Parameter
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS, pack
from sim.running import prepare, simulate
from sim.scenario import refused_factor
from sim.scenario.structure import Scenario

SEED = 20_260_101
THRESHOLD = 0.1  # standard deviations
# Half-width of intervals in standard errors of a normal mean. A parameter has some 500 chances to look alive (70
# outcomes in seven situations), up to three times over: 4.5 lets chance do so for less than one parameter in a hundred.
Z = 4.5
GROWTH = 4
STARTING = ("diversity_founding", "shared_vision")
WATCHED = tuple(
    name for name, each in OUTCOMES.items() if each.group != "start" and name not in (*NAMES_ONLY, *STARTING)
)
COLUMNS = [list(OUTCOMES).index(name) for name in WATCHED]

Say = Callable[[str], None]


@dataclass(slots=True)
class Found:
    """What is known of one parameter so far."""

    parameter: Parameter
    effects: dict[str, pd.DataFrame] = field(default_factory=dict)
    touched: dict[str, float] = field(default_factory=dict)
    runs: int = 0

    @property
    def table(self) -> pd.DataFrame:
        """All effects, with their situation."""
        parts = [table.assign(situation=name) for name, table in self.effects.items()]
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()

    @property
    def verdict(self) -> str:
        """What may be said of the parameter; "idle" where no situation lets it vary."""
        return verdict(self.table, max(self.touched.values()), THRESHOLD) if self.touched else "idle"


def levels_of(parameter: Parameter) -> list[Any]:
    """The values between which a parameter is moved: both ends of its range, or all its choices."""
    if parameter.type == "choice":
        return list(parameter.choice_names)
    if parameter.type == "boolean":
        return [False, True]
    whole = int if parameter.type == "integer" else float
    return [whole(end) for end in (parameter.declaration.low, parameter.declaration.high) if end is not None]


def liveness(
    first: int, most: int, paths: Sequence[str] = tuple(PARAMETERS), workers: int = 2, say: Say = lambda _: None
) -> Iterator[list[Found]]:
    """Move every parameter in every situation; those that show nothing again, with more runs.

    Yields what is known after each round.

    Parameters
    ----------
    first, most : int
        Pairs of runs in the first round, and at most.
    """
    found = [Found(PARAMETERS[path]) for path in paths]
    scenes = {name: situation(name) for name in NAMES}
    runs = first
    while runs <= most:
        left = [each for each in found if each.verdict in ("idle", "open", "untouched") or not each.runs]
        for name, scenario in scenes.items():
            started = time.perf_counter()
            _round(left, name, scenario, runs, workers)
            say(f"{runs} runs, {name}: {len(left)} parameters in {time.perf_counter() - started:.0f} s")
        for each in left:
            each.runs = runs
        yield found
        runs *= GROWTH


def _round(left: Sequence[Found], name: str, scenario: Scenario, runs: int, workers: int) -> None:
    """One situation for all parameters that are left: threads share the prepared scenario."""
    blueprint = prepare(scenario)
    free = [each for each in left if refused_factor(scenario, each.parameter.path) is None]

    def work(each: Found) -> None:
        levels = levels_of(each.parameter)
        cube = _levels(scenario, blueprint, each.parameter, levels, runs)
        each.effects[name], each.touched[name] = paired_effects(cube, [str(level) for level in levels], WATCHED, Z)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(work, free))


def _levels(
    scenario: Scenario, blueprint: Any, parameter: Parameter, levels: Sequence[Any], runs: int
) -> NDArray[np.float64]:
    """Outcomes at each level, on the same replicates: one block of runs holds all of them."""
    points = pack(scenario.parameters, len(levels) * runs)
    points[parameter.name] = np.repeat([parameter.code(level) for level in levels], runs)
    out = np.empty((len(points), len(OUTCOMES)))
    simulate(blueprint, points, np.tile(np.arange(runs), len(levels)), SEED, out)
    return out.reshape(len(levels), runs, -1)[:, :, COLUMNS]


def judged(found: Sequence[Found]) -> Iterator[Judged]:
    """The rows of the page."""
    for each in found:
        row = largest(each.table) if each.effects else None
        change = _change(each.table) if each.effects else None
        yield Judged(each.parameter, each.verdict, max(each.touched.values(), default=0.0), each.runs, row, change)


def _change(table: pd.DataFrame) -> pd.Series | None:
    """The largest effect on whether policy changes."""
    return largest(table[table["outcome"] == "policy_changed"]) if not table.empty else None


def effects_table(found: Sequence[Found]) -> pd.DataFrame:
    """Every effect of every parameter as one tidy table."""
    tables = [each.table.assign(parameter=each.parameter.path) for each in found if each.effects]
    columns = ["parameter", "situation", "from", "to", "outcome", "effect", "low", "high", "change", "pairs"]
    return pd.concat(tables, ignore_index=True)[columns]


def main(words: Sequence[str] | None = None) -> int:
    """The command of this study."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=24, help="pairs of runs in the first round")
    parser.add_argument("--most", type=int, default=384, help="pairs of runs at most")
    parser.add_argument("--only", default="", help="lever, context or coefficient; or paths with commas")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--page", type=Path, default=Path("docs/liveness.md"))
    parser.add_argument("--table", type=Path, default=Path("results/liveness.csv"))
    said = parser.parse_args(words)
    paths = [path for path, each in PARAMETERS.items() if said.only in ("", each.role) or path in said.only.split(",")]
    said.table.parent.mkdir(parents=True, exist_ok=True)
    for found in liveness(said.first, said.most, paths, said.workers, _say):
        effects_table(found).to_csv(said.table, index=False, float_format="%.6g")
        said.page.write_text(liveness_page(list(judged(found)), THRESHOLD, Z, NAMES), encoding="utf-8")
        _say(f"{said.page}, {said.table}")
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
