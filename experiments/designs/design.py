"""A design: the table of points at which a study runs the model, with its kind and how it was made."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.designs.coefficients import COEFFICIENTS, CoefficientSets, sets_again
from experiments.designs.composition import COMPOSITION, FAMILY_PATHS, FOUNDERS, Composition
from experiments.designs.factors import Factor, factor
from sim.errors import BadInput, Problem
from sim.parameters import PARAMETERS, Parameters, pack

UNIT = "unit:"
CHANCE = "chance"
ARM, ARMS = "arm", ("with", "without")
LISTED, CROSSED = "listed", "crossed"
# What a study may tell apart as one: its name, and the factors that move together.
Group = tuple[str, tuple[str, ...]]
DRAWN = ("lhs", "sobol_sequence", "random")  # kinds whose points are draws from the factors' distributions


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """Points on the unit cube and what they stand for.

    Parameters
    ----------
    kind : str
        How the points were laid: "sobol" (Saltelli's), "morris", "single", "lhs", "sobol_sequence", "random", "grid",
        "listed" and those of other methods. An analysis refuses a kind that is not its own.
    factors : tuple of Factor
        One a column.
    unit : float64 (points, columns)
        Places on the unit cube, 0 to 1: a column a factor, then those of the composition; none where points are listed.
    settings : mapping
        What made the design (`samples`, `second_order`, `levels`, `seed`, `dependence`): plain data.
    composition : Composition or None
        Who the founders are, drawn as a whole.
    listed : float64 (points, factors) or None
        The numbers under which rules meet the points, where a table gives them instead of the unit cube.
    twin : bool
        Every draw once more without the alliance, right after itself: the longer design begins with the shorter one.
    groups : tuple of (name, paths)
        Factors that move together and are told apart as one; a factor in none of them stands alone.
    """

    kind: str
    factors: tuple[Factor, ...]
    unit: NDArray[np.float64]
    settings: Mapping[str, Any] = field(default_factory=dict)
    composition: Composition | None = None
    listed: NDArray[np.float64] | None = None
    twin: bool = False
    groups: tuple[Group, ...] = ()

    def __len__(self) -> int:
        return self.arms * self.draws

    @property
    def draws(self) -> int:
        """Number of points before each is paired with its twin."""
        return int(self.unit.shape[0])

    @property
    def arms(self) -> int:
        """How often each draw is run: with the alliance, and without it where there is a twin."""
        return 2 if self.twin else 1

    @property
    def active(self) -> NDArray[np.bool_]:
        """Whether the alliance works at each point."""
        return self.arm_of(np.arange(len(self))) == 0

    def arm_of(self, point: NDArray[np.int64]) -> NDArray[np.int64]:
        """The arm that each point (by its number) is run in, as a place in `ARMS`."""
        return point % self.arms

    def by_arm(self, values: NDArray[Any]) -> NDArray[Any]:
        """Values by point and replicate, in that order, as an array of shape (arms, draws, replicates)."""
        return np.moveaxis(values.reshape(self.draws, self.arms, -1), 1, 0)

    @property
    def own_chance(self) -> bool:
        """Whether each draw meets chance of its own (drawn points), or all points meet the same (comparisons).

        A draw and its twin always meet the same.
        """
        return self.kind in (*DRAWN, CROSSED)

    def chance(self, point: NDArray[np.int64], replicate: NDArray[np.int64], replicates: int) -> NDArray[np.int64]:
        """The number that, with the seed of the study, fixes the chance of a run at a point."""
        draw = point // self.arms % int(self.settings.get("cycle", self.draws))
        return draw * replicates + replicate if self.own_chance else replicate

    @property
    def paths(self) -> list[str]:
        """Dotted paths of the factors, in column order; the columns of a composition come last."""
        return [one.path for one in self.factors] + (self.composition.paths if self.composition else [])

    @property
    def parts(self) -> dict[str, NDArray[np.int64]]:
        """What an analysis tells apart, in order, each with its columns of the unit cube.

        Groups under their names, factors that stand alone under their paths, and the composition as a whole under its
        own.
        """
        group_of = {path: name for name, paths in self.groups for path in paths}
        found: dict[str, list[int]] = {}
        for k, one in enumerate(self.factors):
            found.setdefault(group_of.get(one.path, one.path), []).append(k)
        if self.composition is not None:
            name = group_of.get(COMPOSITION, COMPOSITION)
            found.setdefault(name, []).extend(range(len(self.factors), self.unit.shape[1]))
        return {name: np.array(columns, dtype=np.int64) for name, columns in found.items()}

    @property
    def block(self) -> int:
        """How many points in a row one base sample is; 0 where the samples cannot be told apart."""
        return int(self.settings.get("block", 0))

    def prefix(self, samples: int) -> Design:
        """The design of the first base samples, which is the beginning of this one."""
        if not self.block:
            raise ValueError(f"a {self.kind} design has no beginning that is a design itself")
        count = samples * self.block
        settings = dict(self.settings) | {"samples": samples}
        listed = None if self.listed is None else self.listed[:count]
        return dataclasses.replace(self, unit=self.unit[:count], settings=settings, listed=listed)

    @property
    def columns(self) -> list[str]:
        """What a table of runs says of their points: number of chance, arm where there is a twin, and every factor."""
        return [CHANCE] * self.own_chance + [ARM] * self.twin + self.paths

    def codes(self) -> NDArray[np.float64]:
        """The numbers under which rules meet the points, shape (points, paths)."""
        return self._each_arm(np.column_stack([self._factor_codes(), self._composed()]))

    def _factor_codes(self) -> NDArray[np.float64]:
        if self.listed is not None:
            return self.listed
        columns = [one.codes(self.unit[:, k]) for k, one in enumerate(self.factors)]
        return np.column_stack(columns) if columns else np.empty((self.draws, 0))

    def _composed(self) -> NDArray[np.float64]:
        if self.composition is None:
            return np.empty((self.draws, 0))
        founders = np.full(self.draws, float(self.composition.founders))
        for one, codes in zip(self.factors, self._factor_codes().T, strict=True):
            founders = codes if one.path == FOUNDERS else founders
        return self.composition.codes(self.unit[:, len(self.factors) :], founders)

    def _each_arm(self, rows: NDArray[Any]) -> NDArray[Any]:
        return np.repeat(rows, self.arms, axis=0)

    def places(self) -> NDArray[np.float64]:
        """Where each draw lies in the distribution of each factor, 0 to 1, shape (draws, factors)."""
        if self.listed is None:
            return self.unit[:, : len(self.factors)]
        return np.asarray(pd.DataFrame(self.listed).rank(pct=True)) - 0.5 / max(1, self.draws)

    def values(self) -> pd.DataFrame:
        """What a user reads at each point: the arm where there is a twin, one column a factor by dotted path."""
        codes = self.codes()
        columns: dict[str, Any] = {ARM: np.where(self.active, *ARMS).astype(object)} if self.twin else {}
        columns |= {one.path: one.read(codes[:, k]) for k, one in enumerate(self.factors)}
        composed = codes[:, len(self.factors) :]
        if self.composition is not None:
            columns |= dict(zip(self.composition.paths, composed.T, strict=True))
            columns[COMPOSITION] = columns[COMPOSITION].astype(np.int64)
        return pd.DataFrame(columns, index=pd.RangeIndex(len(self)))

    def table(self) -> pd.DataFrame:
        """The design as it is stored: number of the point, values by dotted path, unit values as `unit:<path>`."""
        places = pd.DataFrame(self._each_arm(self.unit), columns=self._unit_names())
        frame = pd.concat([self.values(), places], axis=1)
        frame.insert(0, "design_point", np.arange(len(self), dtype=np.int64))
        return frame

    def _unit_names(self) -> list[str]:
        names = [] if self.listed is not None else [one.path for one in self.factors]
        return [UNIT + name for name in names + (self.composition.places if self.composition else [])]

    def points(self, parameters: Parameters) -> np.recarray[Any, Any]:
        """One record of parameters a point: those of a scenario, changed where a factor says so."""
        return self.records(pack(parameters), self.codes())

    def records(self, packed: np.recarray[Any, Any], codes: NDArray[np.float64]) -> np.recarray[Any, Any]:
        """The records of some points, given the scenario's own record and their rows of `codes`.

        A record holds every parameter, some 4 kB: those of a large design are made as they are run.
        """
        records = np.repeat(packed, len(codes)).view(np.recarray)
        for path, column in zip(self.paths, codes.T, strict=True):
            if path in PARAMETERS:
                records[PARAMETERS[path].name] = column
        for one, column in zip(self.factors, codes.T, strict=False):
            if isinstance(one, CoefficientSets):
                one.settle(records, column)
        if self.composition is not None:
            for path in FAMILY_PATHS:  # the weights of the kinds say it all
                records[PARAMETERS[path].name] = 1.0
        return records

    def describe(self) -> dict[str, Any]:
        """The record that a manifest holds beside the table."""
        described: dict[str, Any] = {
            "kind": self.kind,
            "points": len(self),
            "factors": {one.path: one.describe() for one in self.factors},
            "settings": dict(self.settings),
        }
        if self.composition is not None:
            described["composition"] = dataclasses.asdict(self.composition)
        if self.twin:
            described["twin"] = True
        if self.groups:
            described["groups"] = {name: list(paths) for name, paths in self.groups}
        return described

    def fingerprint(self) -> str:
        """SHA-256 of the kind, the factors, the settings and every bit of the points."""
        digest = hashlib.sha256(json.dumps(self.describe(), sort_keys=True).encode())
        digest.update(np.ascontiguousarray(self.unit, dtype="<f8").tobytes())
        digest.update(np.ascontiguousarray(self.codes(), dtype="<f8").tobytes())
        return digest.hexdigest()

    def with_twin(self) -> Design:
        """The same points, each with and without the alliance."""
        return dataclasses.replace(self, twin=True)

    def must_be(self, *kinds: str) -> None:
        """Raise BadInput unless the design is of this kind, or one of these."""
        if self.kind not in kinds:
            expected = f"this analysis needs a {' or '.join(kinds)} design"
            raise BadInput(Problem("design", 0, "kind", self.kind, expected))


def from_table(frame: pd.DataFrame, described: Mapping[str, Any]) -> Design:
    """The design behind a stored table and the record of `Design.describe`."""
    factors = tuple(
        sets_again(words) if path == COEFFICIENTS else factor(path, **words)
        for path, words in described["factors"].items()
    )
    said = described.get("composition")
    composition = None if said is None else Composition(**said | {"weights": tuple(said["weights"])})
    twin = bool(described.get("twin"))
    frame = _draws(frame) if twin else frame
    unit = frame[[name for name in frame.columns if name.startswith(UNIT)]].to_numpy(dtype=float)
    unit = unit.reshape(len(frame), -1) if unit.size else np.empty((len(frame), 0))
    listed = _listed_codes(frame, factors) if described["kind"] == LISTED else None
    groups = tuple((name, tuple(paths)) for name, paths in described.get("groups", {}).items())
    return Design(described["kind"], factors, unit, dict(described["settings"]), composition, listed, twin, groups)


def _draws(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a draw of a table in which each has its twin beside it; BadInput where twins lie elsewhere."""
    if list(frame[ARM]) != list(ARMS) * (len(frame) // len(ARMS)):
        expected = "expected every draw beside its twin: the study was made by an earlier version; run it again"
        raise BadInput(Problem("design", 0, ARM, "", expected))
    return frame.iloc[:: len(ARMS)].reset_index(drop=True)


def _listed_codes(frame: pd.DataFrame, factors: tuple[Factor, ...]) -> NDArray[np.float64]:
    return np.array([[one.parameter.code(value) for value in frame[one.path]] for one in factors], dtype=float).T


def single() -> Design:
    """The design of one point without factors: the scenario as it stands."""
    return Design("single", (), np.empty((1, 0)), {})
