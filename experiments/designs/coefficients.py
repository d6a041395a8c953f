"""Coefficients as one factor: a set of them is drawn whole, so that what is not known of the model is a source of its
own beside chance and beside the finite number of runs."""

from __future__ import annotations

import csv
import hashlib
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.designs.factors import Factor
from sim.declare import Declaration, Parameter
from sim.errors import BadInput, Problem
from sim.parameters import PARAMETERS, nearest
from sim.scenario.finding import shipped_folder

COEFFICIENTS = "coefficients"
SHIPPED = "posterior"
MOST_SETS, MOST_BYTES, MOST_PROBLEMS = 10_000, 4_000_000, 20


@dataclass(frozen=True, slots=True)
class CoefficientSets(Factor):
    """A factor whose value is the number of a set of coefficients; every set is equally likely.

    Parameters
    ----------
    name : str
        Where the sets come from: "posterior", or a file.
    paths : tuple of str
        Dotted paths of the coefficients, those that a set does not name stay as the scenario has them.
    sets : tuple of tuples of float
        The coefficients of each set, in the order of `paths`.
    """

    name: str = ""
    paths: tuple[str, ...] = ()
    sets: tuple[tuple[float, ...], ...] = ()

    @property
    def sha256(self) -> str:
        """Checksum of the paths and every number."""
        text = "\n".join([",".join(self.paths), *(",".join(map(repr, each)) for each in self.sets)])
        return hashlib.sha256(text.encode()).hexdigest()

    def describe(self) -> dict[str, Any]:
        """All that it takes to draw the same again."""
        return {"name": self.name, "paths": list(self.paths), "sets": [list(each) for each in self.sets]}

    def settle(self, records: np.recarray[Any, Any], codes: NDArray[np.float64]) -> None:
        """Put the coefficients of the sets with these numbers into records. Writes: records."""
        rows = np.array(self.sets)[codes.astype(np.int64)]
        for path, column in zip(self.paths, rows.T, strict=True):
            records[PARAMETERS[path].name] = column


def coefficient_sets(name: str, paths: Sequence[str], sets: Sequence[Sequence[float]]) -> CoefficientSets:
    """The factor that draws one of these sets; they are trusted to be right (see `read_sets`)."""
    declared = Declaration(
        role="coefficient", low=0.0, high=float(len(sets) - 1), choices=(), unit="",
        en="Coefficients of the model, drawn as sets", fr="Coefficients du modèle, tirés par jeux",
        meaning="Which of the sets of coefficients that fit the evidence holds.", source="calibration", scale="linear",
        dated=False,
    )  # fmt: skip
    parameter = Parameter(COEFFICIENTS, COEFFICIENTS, "integer", 0, declared)
    whole = tuple(tuple(float(value) for value in each) for each in sets)
    return CoefficientSets(parameter, 0.0, float(len(whole) - 1), "linear", (), None, None, name, tuple(paths), whole)


def read_sets(said: str, folder: Path = Path()) -> CoefficientSets:
    """The sets of a CSV file, one a row under a head of dotted paths; "posterior" are those that are shipped.

    Raises BadInput with everything that is wrong, each at its line.
    """
    path = shipped_folder() / COEFFICIENTS / f"{SHIPPED}.csv" if said == SHIPPED else folder / said
    try:
        data = path.read_bytes()
    except OSError:
        expected = "no such file; expected a CSV file of coefficients, one set a row"
        if said == SHIPPED:
            expected = "no ensemble is shipped yet; `alliance calibrate` makes one: give its posterior.csv"
        raise BadInput(Problem("coefficients", 0, "", said, expected)) from None
    if len(data) > MOST_BYTES:
        raise BadInput(Problem(said, 0, "", f"{len(data)} bytes", f"expected at most {MOST_BYTES}"))
    try:
        rows = [row for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True) if row]
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput(Problem(said, 0, "", str(error), "expected a CSV file in UTF-8")) from None
    numbers = [[_number(word) for word in row] for row in rows[1:]]
    head = [word.strip() for word in rows[0]] if rows else []
    return checked_sets(said, head, numbers, said, first_line=2)


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        return math.nan


def checked_sets(
    name: str, paths: Sequence[str], sets: Sequence[Sequence[float]], file: str, first_line: int = 0
) -> CoefficientSets:
    """The factor, or BadInput with every path that is no coefficient and every number that is not admitted."""
    problems = [
        Problem(file, 1 if first_line else 0, path, "", "no such coefficient", nearest(path))
        for path in paths
        if path not in PARAMETERS or PARAMETERS[path].role != "coefficient"
    ]
    repeated = sorted({path for path in paths if list(paths).count(path) > 1})
    problems += [Problem(file, 1 if first_line else 0, path, "", "named more than once") for path in repeated]
    if not paths or not 2 <= len(sets) <= MOST_SETS:
        expected = f"expected 2 to {MOST_SETS} sets, a row each, below a head of coefficients"
        problems.append(Problem(file, first_line, "", f"{len(sets)} sets", expected))
    for number, row in enumerate(sets):
        line = number + first_line if first_line else 0
        problems += _row_problems(paths, row, file, line) if not problems else []
    if problems:
        raise BadInput(problems[:MOST_PROBLEMS])
    return coefficient_sets(name, paths, sets)


def _row_problems(paths: Sequence[str], row: Sequence[float], file: str, line: int) -> list[Problem]:
    if len(row) != len(paths):
        return [Problem(file, line, "", f"{len(row)} values", f"expected {len(paths)}, one a coefficient")]
    return [
        Problem(file, line, path, f"{value:g}", f"expected {PARAMETERS[path].expected()}")
        for path, value in zip(paths, row, strict=True)
        if PARAMETERS[path].problem(_admitted(path, value)) is not None
    ]


def _admitted(path: str, value: float) -> Any:
    """A number as the parameter's type wants it: whole ones are written with a point in some files."""
    whole = PARAMETERS[path].type == "integer" and math.isfinite(value) and value == int(value)
    return int(value) if whole else value


def sets_again(words: Mapping[str, Any]) -> CoefficientSets:
    """The factor behind a record of `CoefficientSets.describe`."""
    return coefficient_sets(words["name"], words["paths"], words["sets"])
