"""Futures of a design, more and more of them: the same replicates for every design, kept while they are used."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.studies.parting import UNTIL
from sim.outcomes import OUTCOMES
from sim.parameters import pack
from sim.running import Blueprint, prepare, simulate, simulate_weekly
from sim.scenario.structure import Scenario
from sim.state import TRAJECTORY

MOST = 1000  # futures of a design
BLOCK = 25  # that one thread makes before it looks whether somebody else waits
EVERY = 4  # weeks between two points that are kept of a weekly variable
Array = NDArray[np.float64]


@dataclass(eq=False)
class Futures:
    """Runs of one design: replicates 0 to `done`, to the bit those of `alliance run` with the same seed.

    `most` is how many there can be; weekly variables are kept where `watched`.
    """

    scenario: Scenario
    seed: int
    active: bool = True
    most: int = MOST
    watched: bool = True

    def __post_init__(self) -> None:
        self.done = 0
        self.kept = np.unique(np.append(np.arange(EVERY - 1, self.scenario.weeks, EVERY), self.scenario.weeks - 1))
        self.outcomes = np.full((self.most, len(OUTCOMES)), np.nan)
        rows = self.most if self.watched else 0
        self.weekly = np.zeros((rows, len(self.kept), len(TRAJECTORY)), dtype=np.float32)
        self._blueprint: Blueprint | None = None

    def make(self, first: int, last: int) -> None:
        """Run replicates `first` to `last`, the last left out; other threads may make others meanwhile."""
        if self._blueprint is None:
            self._blueprint = prepare(self.scenario, active=self.active)
        count = last - first
        points, numbers = pack(self.scenario.parameters, count), np.arange(first, last)
        if not self.watched:
            simulate(self._blueprint, points, numbers, self.seed, self.outcomes[first:last])
            return
        weekly = np.zeros((count, self.scenario.weeks, len(TRAJECTORY)))
        simulate_weekly(self._blueprint, points, numbers, self.seed, self.outcomes[first:last], weekly)
        self.weekly[first:last] = weekly[:, self.kept]

    def table(self, count: int) -> pd.DataFrame:
        """The first futures as a table of runs."""
        frame = pd.DataFrame(self.outcomes[:count], columns=list(OUTCOMES))
        until = frame["weeks_to_change"].fillna(float(self.scenario.weeks))
        return frame.assign(design_point=0, replicate=np.arange(count), status="ok", **{UNTIL: until})

    def of(self, name: str, count: int) -> Array:
        """A weekly variable of the first futures, (futures, points kept)."""
        return self.weekly[:count, :, TRAJECTORY.index(name)].astype(np.float64)


Shelf = OrderedDict[tuple[str, bool, int], Futures]


class Stock:
    """Futures of the designs used last: so many with their weekly variables, and so many without, which are small."""

    def __init__(self, watched: int = 40, plain: int = 400):
        self._room = {True: watched, False: plain}
        self._kept: dict[bool, Shelf] = {True: OrderedDict(), False: OrderedDict()}

    def of(
        self, key: str, scenario: Scenario, seed: int, *, active: bool = True, most: int = MOST, watched: bool = True
    ) -> Futures:
        """Those of a design, made before or still to be made."""
        name, kept = (key, active, most), self._kept[watched]
        if name not in kept:
            kept[name] = Futures(scenario, seed, active, most, watched)
        kept.move_to_end(name)
        while len(kept) > self._room[watched]:
            kept.popitem(last=False)
        return kept[name]
