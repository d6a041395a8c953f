"""A design whose points are written out: every value as somebody stated it, to the bit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.designs.design import Design
from sim.parameters import PARAMETERS, Parameters, pack


@dataclass(frozen=True, slots=True, eq=False)
class Stated(Design):
    """Points as values by dotted path; every point says every path.

    Parameters
    ----------
    rows : tuple of mappings
        What a user reads at each point: numbers, truth values, names of choices.
    """

    rows: tuple[Mapping[str, Any], ...] = ()

    @property
    def paths(self) -> list[str]:
        """Dotted paths that are stated, in the order in which they first were."""
        return list(self.rows[0])

    def codes(self) -> NDArray[np.float64]:
        """The numbers under which rules meet the points, shape (points, paths)."""
        return np.array([[float(PARAMETERS[path].code(row[path])) for path in self.paths] for row in self.rows])

    def values(self) -> pd.DataFrame:
        """What a user reads at each point: one column a path."""
        return pd.DataFrame(list(self.rows), index=pd.RangeIndex(len(self)))

    def table(self) -> pd.DataFrame:
        """The design as it is stored: number of the point, values by dotted path."""
        frame = self.values()
        frame.insert(0, "design_point", np.arange(len(self), dtype=np.int64))
        return frame

    def points(self, parameters: Parameters) -> np.recarray[Any, Any]:
        """One record of parameters a point: those of a scenario, changed as stated."""
        records = pack(parameters, len(self))
        for path, codes in zip(self.paths, self.codes().T, strict=True):
            records[PARAMETERS[path].name] = codes
        return records

    def describe(self) -> dict[str, Any]:
        """The record that a manifest holds beside the table."""
        varied: dict[str, Any] = {path: {} for path in self.paths}
        return {"kind": self.kind, "points": len(self), "factors": varied, "settings": dict(self.settings)}


def stated(rows: Sequence[Mapping[str, Any]], parameters: Parameters) -> Stated:
    """The design of these points; where one does not say a path that another says, it has the scenario's value."""
    paths = dict.fromkeys(path for row in rows for path in row)
    whole = tuple({path: row.get(path, parameters.value(path)) for path in paths} for row in rows)
    return Stated("stated", (), np.empty((len(rows), 0)), {}, rows=whole)
