"""A design as a table gives it: points chosen by hand or by another program, one row a point."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from experiments.designs.design import LISTED, Design
from experiments.designs.factors import factor
from sim.declare import Parameter
from sim.errors import BadInput, Problem
from sim.parameters import PARAMETERS, Parameters, full_path, nearest
from sim.scenario import refused_factor
from sim.scenario.structure import Scenario

MOST_BYTES = 20_000_000
MOST_PROBLEMS = 20
TRUTHS: Mapping[str, bool] = {"true": True, "false": False}


def listed(path: Path, scenario: Scenario, shown: str) -> Design:
    """The design that a CSV file lists: a head of parameters by dotted or short name, then one row a point.

    Parameters
    ----------
    shown : str
        The name of the file in messages.

    Raises BadInput with everything that is wrong, each at its line.
    """
    return _design(_rows(path, shown), scenario, shown)


def from_frame(points: pd.DataFrame, scenario: Scenario) -> Design:
    """The design whose points are the rows of a table: a column a parameter, by dotted or short name.

    Raises BadInput with everything that is wrong, as for a file: line 1 is the head, line 2 the first row.
    """
    rows = [[str(name) for name in points.columns]]
    rows += [[_text(value) for value in row] for row in points.itertuples(index=False)]
    if len(rows) < 2:
        raise BadInput(Problem("design", 1, "", "", "expected one row of values or more"))
    return _design(rows, scenario, "design")


def _design(rows: Sequence[Sequence[str]], scenario: Scenario, shown: str) -> Design:
    """The design of a head and its rows, as texts."""
    names, problems = _heads(rows[0], scenario, shown)
    codes = []
    for line, row in enumerate(rows[1:], start=2):
        found, values = _point(row, names, shown, line)
        problems += found
        codes.append(values)
    if problems:
        raise BadInput(problems[:MOST_PROBLEMS])
    table = np.array(codes, dtype=float).reshape(len(codes), len(names))
    return Design(LISTED, tuple(factor(name) for name in names), np.empty((len(table), 0)), {}, listed=table)


def stated(rows: Sequence[Mapping[str, Any]], parameters: Parameters) -> Design:
    """The design of points that code states, values by dotted path; where one does not say a path that another says, it
    has the scenario's value."""
    paths = dict.fromkeys(path for row in rows for path in row)
    codes = [[float(PARAMETERS[path].code(row.get(path, parameters.value(path)))) for path in paths] for row in rows]
    table = np.array(codes, dtype=float).reshape(len(rows), len(paths))
    return Design(LISTED, tuple(factor(path) for path in paths), np.empty((len(rows), 0)), {}, listed=table)


def as_csv(design: Design) -> str:
    """The table of a listed design as the text of a file: reading it again gives the same design."""
    draws = design.values()[design.active][[one.path for one in design.factors]]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(draws.columns)
    for row in draws.itertuples(index=False):
        writer.writerow([_text(value) for value in row])
    return stream.getvalue()


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool | np.bool_) else str(value)


def _rows(path: Path, shown: str) -> list[list[str]]:
    try:
        data = path.read_bytes()
    except OSError:
        raise BadInput(Problem(shown, 0, "", "", "no such file; expected a CSV file of design points")) from None
    if len(data) > MOST_BYTES:
        raise BadInput(Problem(shown, 0, "", f"{len(data)} bytes", f"expected at most {MOST_BYTES}"))
    try:
        rows = [row for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True) if row]
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput(Problem(shown, 0, "", str(error), "expected a CSV file in UTF-8")) from None
    if len(rows) < 2:
        expected = "expected a head of parameters and one row or more of values"
        raise BadInput(Problem(shown, 1, "", "", expected))
    return rows


def _heads(heads: Sequence[str], scenario: Scenario, shown: str) -> tuple[list[str], list[Problem]]:
    """The dotted paths of the columns, and what is wrong with them; a bad head leaves an empty path."""
    paths: list[str] = []
    problems = []
    for head in heads:
        name = head.strip()
        path = full_path(name) or ""
        if not path:
            problems.append(Problem(shown, 1, name, "", "no such parameter", nearest(name)))
        elif path in paths:
            problems.append(Problem(shown, 1, name, "", "named more than once"))
        elif reason := refused_factor(scenario, path):
            problems.append(Problem(shown, 1, name, "", f"cannot be varied here: {reason}"))
        paths.append(path)
    return paths, problems


def _point(row: Sequence[str], paths: Sequence[str], shown: str, line: int) -> tuple[list[Problem], list[float]]:
    if len(row) != len(paths):
        return [Problem(shown, line, "", f"{len(row)} values", f"expected {len(paths)}, one a column")], []
    problems, codes = [], []
    for path, text in zip(paths, row, strict=True):
        if not path:
            continue
        value = _value(PARAMETERS[path], text.strip())
        expected = PARAMETERS[path].problem(value)
        if expected:
            problems.append(Problem(shown, line, path, text, f"expected {expected}"))
        else:
            codes.append(PARAMETERS[path].code(value))
    return problems, codes


def _value(parameter: Parameter, text: str) -> object:
    """What a cell says, in the type of the parameter; the text itself where it says nothing of that type."""
    if parameter.type == "choice":
        return text
    if parameter.type == "boolean":
        return TRUTHS.get(text.lower(), text)
    try:
        number = float(text)
    except ValueError:
        return text
    whole = parameter.type == "integer" and math.isfinite(number) and number == int(number)
    return int(number) if whole else number
