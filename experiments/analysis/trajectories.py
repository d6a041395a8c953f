"""What moves at each step of a design that changes one part after the other: read from the points themselves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.designs import Design

Array = NDArray[np.float64]


def part_of_column(design: Design) -> NDArray[np.int64]:
    """Number of the part that each column of the unit cube belongs to."""
    part = np.empty(design.unit.shape[1], dtype=np.int64)
    for number, columns in enumerate(design.parts.values()):
        part[columns] = number
    return part


def steps_of(design: Design) -> tuple[NDArray[np.int64], Array]:
    """The part that moves at each step of each trajectory, and how far its widest column goes (with its sign).

    Returns
    -------
    moved, step : (trajectories, parts)
        By order of the steps.
    """
    count = len(design.parts)
    places = design.unit.reshape(-1, count + 1, design.unit.shape[1])
    change = np.diff(places, axis=1)
    column = np.abs(change).argmax(axis=2)
    return part_of_column(design)[column], np.take_along_axis(change, column[..., None], axis=2)[..., 0]


def by_part(moved: NDArray[np.int64], values: Array) -> Array:
    """Values by order of the steps, shape (trajectories, steps, …), as values by part."""
    found = np.empty_like(values)
    np.put_along_axis(found, moved.reshape(*moved.shape, *[1] * (values.ndim - 2)), values, axis=1)
    return found
