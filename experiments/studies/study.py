"""A study: a question that runs can answer, complete, and how it is written down."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from experiments.designs import (
    COEFFICIENTS,
    COMPOSITION,
    CoefficientSets,
    Composition,
    Design,
    Factor,
    as_csv,
    grid,
    lhs,
    random_points,
    single,
    sobol_sequence,
)
from experiments.designs.dependence import Pair
from experiments.designs.design import Group
from experiments.methods import METHODS, Wish
from sim.scenario import resolved
from sim.scenario.structure import Scenario
from sim.scenario.values import reads_as_another

SCHEMA_VERSION = 1
TABLE = "design.csv"
REPLICATES = 8
LAID = {"lhs": lhs, "sobol": sobol_sequence, "random": random_points}


@dataclass(frozen=True, slots=True)
class Study:
    """A question that runs can answer, checked and complete.

    Parameters
    ----------
    name : str
        Short name, from the file.
    job : "sensitivity", "replicates" or "sweep"
        What is done with the runs.
    method : str
        One of `METHODS`; "" for replicates of one point; for a sweep the design: "lhs", "sobol" (the sequence),
        "random", "grid" or "listed".
    samples : int
        Base samples N of a method (trajectories, rows, points); 1 for replicates; points of a sweep, or levels of its
        grid.
    replicates, seed : int
        Runs at each point, and the seed of chance and of the design.
    second_order : bool
        Whether pairs of factors are told apart (sobol).
    statistic : "mean", "probability" or "dispersion"
        What of the runs at a point is explained (sensitivity).
    groups : tuple of (name, paths)
        Factors that are told apart as one (sensitivity).
    dependence : tuple of (path, path, rank correlation)
        Factors that are drawn together (sensitivity, by a method that allows for it).
    until : "" or "stable"
        Whether samples are doubled until the ranking is stable, or the `most` are reached (sensitivity).
    composition : Composition or None
        Founders drawn as a whole.
    table : Design or None
        The points of a listed design.
    twin : bool
        Whether every run is made once more without the alliance (sweep).
    """

    name: str
    scenario: Scenario
    job: str = "sensitivity"
    method: str = "sobol"
    samples: int = 256
    replicates: int = REPLICATES
    seed: int = 1
    second_order: bool = False
    statistic: str = "mean"
    groups: tuple[Group, ...] = ()
    dependence: tuple[Pair, ...] = ()
    until: str = ""
    most: int = 0
    factors: tuple[Factor, ...] = ()
    outcomes: tuple[str, ...] = ()
    composition: Composition | None = None
    table: Design | None = None
    twin: bool = False

    @property
    def sets(self) -> CoefficientSets | None:
        """The sets of coefficients that are drawn as one of the factors; None where coefficients stay as they are."""
        return next((one for one in self.factors if isinstance(one, CoefficientSets)), None)

    def design(self) -> Design:
        """The table of points that answers the question."""
        if self.job == "replicates":
            return random_points(self.factors, self.samples, seed=self.seed) if self.factors else single()
        if self.job == "sweep":
            laid = self._spread()
            return laid.with_twin() if self.twin else laid
        wish = Wish(
            self.factors, self.samples, self.seed, self.groups, self.composition, self.second_order, self.dependence
        )
        return METHODS[self.method].design(wish)

    def _spread(self) -> Design:
        """The points of a sweep, without their twins."""
        if self.table is not None:
            return self.table
        if self.method == "grid":
            return grid(self.factors, self.samples)
        lay = LAID[self.method]
        return lay(self.factors, self.samples, composition=self.composition, seed=self.seed)

    def describe(self) -> dict[str, Any]:
        """The study as plain data that says everything; written as YAML it is a study file again."""
        data: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "job": self.job, "name": self.name}
        if self.job == "sensitivity":
            data |= {"method": self.method, "samples": self.samples, "second_order": self.second_order}
            data |= {"statistic": self.statistic}
            data |= {"until": self.until, "most": self.most} if self.until else {}
            data |= {"dependence": {f"{a} ~ {b}": rho for a, b, rho in self.dependence}} if self.dependence else {}
            data |= {"groups": {name: list(paths) for name, paths in self.groups}} if self.groups else {}
        if self.job == "sweep":
            data |= self._described_sweep()
        data |= {"samples": self.samples} if self.job == "replicates" and self.factors else {}
        data |= {"replicates": self.replicates, "seed": self.seed}
        varied = [one for one in self.factors if not isinstance(one, CoefficientSets)]
        if varied and self.table is None:
            data["factors"] = {one.path: one.describe() for one in varied}
        if self.composition is not None:
            data.setdefault("factors", {})[COMPOSITION] = self.composition.describe()
        if self.outcomes:
            data["outcomes"] = list(self.outcomes)
        data |= {COEFFICIENTS: self.sets.describe()} if self.sets else {}
        return data | {"scenario": resolved(self.scenario)}

    def _described_sweep(self) -> dict[str, Any]:
        if self.table is None:
            return {"design": self.method, "samples": self.samples, "twin": self.twin}
        return {"design": TABLE, "design_sha256": hashlib.sha256(self.files()[TABLE]).hexdigest(), "twin": self.twin}

    def files(self) -> dict[str, bytes]:
        """What a study file names besides, by the name under which it stands beside it."""
        return {} if self.table is None else {TABLE: as_csv(self.table).encode()}

    def text(self) -> str:
        """The study as the text of a study file."""
        yaml, stream = YAML(typ="rt", pure=True), io.StringIO()
        yaml.width = 4096
        yaml.dump(_quoted(self.describe()), stream)
        return stream.getvalue()


def _quoted(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _quoted(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_quoted(value) for value in data]
    return DoubleQuotedScalarString(data) if isinstance(data, str) and reads_as_another(data) else data
