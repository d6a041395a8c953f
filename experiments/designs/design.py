"""A design: the table of points at which a study runs the model, with its kind and how it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.designs.factors import Factor, factor
from sim.errors import BadInput, Problem
from sim.parameters import Parameters, pack

UNIT = "unit:"


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """Points on the unit cube and what they stand for.

    Parameters
    ----------
    kind : str
        How the points were laid: "sobol", "morris", "single" … An analysis refuses a kind that is not its own.
    factors : tuple of Factor
        One a column.
    unit : float64 (points, factors)
        Places on the unit cube, 0 to 1.
    settings : mapping
        What made the design (`samples`, `second_order`, `levels`, `seed`): plain numbers and words.
    """

    kind: str
    factors: tuple[Factor, ...]
    unit: NDArray[np.float64]
    settings: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return int(self.unit.shape[0])

    @property
    def paths(self) -> list[str]:
        """Dotted paths of the factors, in column order."""
        return [one.path for one in self.factors]

    def codes(self) -> NDArray[np.float64]:
        """The numbers under which rules meet the points, shape (points, factors)."""
        columns = [one.codes(self.unit[:, k]) for k, one in enumerate(self.factors)]
        return np.column_stack(columns) if columns else np.empty((len(self), 0))

    def values(self) -> pd.DataFrame:
        """What a user reads at each point: one column a factor, by dotted path."""
        columns = {one.path: one.values(self.unit[:, k]) for k, one in enumerate(self.factors)}
        return pd.DataFrame(columns, index=pd.RangeIndex(len(self)))

    def table(self) -> pd.DataFrame:
        """The design as it is stored: number of the point, values by dotted path, unit values as `unit:<path>`."""
        places = pd.DataFrame(self.unit, columns=[UNIT + path for path in self.paths])
        frame = pd.concat([self.values(), places], axis=1)
        frame.insert(0, "design_point", np.arange(len(self), dtype=np.int64))
        return frame

    def points(self, parameters: Parameters) -> np.recarray[Any, Any]:
        """One record of parameters a point: those of a scenario, changed where a factor says so."""
        records = pack(parameters, len(self))
        for one, codes in zip(self.factors, self.codes().T, strict=True):
            records[one.parameter.name] = codes
        return records

    def describe(self) -> dict[str, Any]:
        """The record that a manifest holds beside the table."""
        return {
            "kind": self.kind,
            "points": len(self),
            "factors": {one.path: one.describe() for one in self.factors},
            "settings": dict(self.settings),
        }

    def fingerprint(self) -> str:
        """SHA-256 of the kind, the factors, the settings and every bit of the points."""
        digest = hashlib.sha256(json.dumps(self.describe(), sort_keys=True).encode())
        digest.update(np.ascontiguousarray(self.unit, dtype="<f8").tobytes())
        digest.update(np.ascontiguousarray(self.codes(), dtype="<f8").tobytes())
        return digest.hexdigest()

    def must_be(self, kind: str) -> None:
        """Raise BadInput unless the design is of this kind."""
        if self.kind != kind:
            raise BadInput(Problem("design", 0, "kind", self.kind, f"this analysis needs a {kind} design"))


def from_table(frame: pd.DataFrame, described: Mapping[str, Any]) -> Design:
    """The design behind a stored table and the record of `Design.describe`."""
    factors = tuple(factor(path, **words) for path, words in described["factors"].items())
    unit = frame[[UNIT + one.path for one in factors]].to_numpy(dtype=float)
    return Design(described["kind"], factors, unit.reshape(len(frame), len(factors)), dict(described["settings"]))


def single() -> Design:
    """The design of one point without factors: the scenario as it stands."""
    return Design("single", (), np.empty((1, 0)), {})
