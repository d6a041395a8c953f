"""A stored study once more: a folder with the same plan beside it, and what came out otherwise."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from experiments.store.chunks import read_receipt, read_table
from experiments.store.files import storage
from experiments.store.folder import Asked, create
from experiments.store.growing import is_growing
from experiments.store.layout import Layout
from experiments.store.plan import Chunk
from experiments.store.results import Results
from sim.errors import BadInput, Problem, ProvenanceMismatch

DESCRIBED = ("study.yaml", "design.parquet", "design.csv")
DRAWN = ("analysis/", "figures/", "trajectories/", "report.html")


def must_be_settled(root: Path) -> None:
    """Raise BadInput where a growth was decided and is not in place: who only reads cannot put it there."""
    if is_growing(Layout(root)):
        raise BadInput(Problem(root.as_posix(), 0, "", "", "it was about to grow; finish it with `alliance resume`"))


def written(results: Results) -> dict[Chunk, str]:
    """The checksum of every block of runs that was written, as the manifest, or else its receipt, tells it."""
    layout, sums = results.layout, results.manifest["checksums"]
    found = {}
    for chunk in results.chunks():
        told, receipt = sums.get(layout.relative(layout.chunk(chunk.name))), read_receipt(layout, chunk)
        if told is not None or receipt is not None:
            found[chunk] = told or str(receipt and receipt["sha256"])
    return found


def part_of(chunks: Sequence[Chunk], part: float) -> list[Chunk]:
    """A share of the blocks, one at least, evenly spread: the same ones whenever the same share is asked.

    Parameters
    ----------
    part : float
        Above 0, up to 1: of n blocks k = ⌈part · n⌉ are taken, those in the middle of k equal stretches.
    """
    count = min(len(chunks), max(1, math.ceil(round(part * len(chunks), 9))))
    return [chunks[(2 * number + 1) * len(chunks) // (2 * count)] for number in range(count)] if chunks else []


def beside(results: Results, asked: Asked, study_text: str, root: Path) -> None:
    """Make an empty folder with the plan of a stored study, to run it in once more.

    Raises BadInput where files are there already or the folder lies in the stored one, ProvenanceMismatch where the
    study has another number of runs than were stored, StorageTrouble.
    """
    layout, stored = Layout(Path(os.path.normpath(root))), results.root.resolve()
    if stored == layout.root.resolve() or stored in layout.root.resolve().parents:
        raise BadInput(Problem("--out", 0, "", root.as_posix(), "expected a folder outside the stored study"))
    if layout.root.exists() and (not layout.root.is_dir() or any(layout.root.iterdir())):
        raise BadInput(Problem("--out", 0, "", root.as_posix(), "expected an empty folder, or none"))
    plan = results.manifest["plan"]
    if plan["runs"] != asked.runs:
        raise ProvenanceMismatch(f"{results.root}: {plan['runs']} runs were stored, the study now has {asked.runs}")
    with storage(root):
        for needed in layout.folders():
            needed.mkdir(parents=True, exist_ok=True)
    names = ("plan", "started", "study", "grown")
    kept = {name: results.manifest[name] for name in names if name in results.manifest}
    create(layout, asked, study_text, kept)


@dataclass(frozen=True, slots=True)
class Difference:
    """A block of runs that came out with other bytes.

    `row` is the first run that differs, counted over the whole study, in `column`, where it was `stored` and is
    `again`; None where the stored block cannot be read, or holds the same numbers in other bytes: `reason` says which.
    """

    chunk: str
    row: int | None
    column: str
    stored: str
    again: str
    reason: str


@dataclass(slots=True)
class Distance:
    """How far one outcome moved: runs in which it differs, and the largest difference of two numbers."""

    rows: int = 0
    largest: float = 0.0


def difference(results: Results, again: Layout, chunk: Chunk, moved: dict[str, Distance]) -> Difference:
    """Where a block of other bytes differs first; adds to `moved` how far each outcome did."""
    fresh = read_table(again.chunk(chunk.name)).to_pandas()
    try:
        stored = read_table(results.layout.chunk(chunk.name)).to_pandas()
    except (OSError, pa.ArrowException):
        return Difference(chunk.name, None, "", "", "", "unreadable")
    if list(stored.columns) != list(fresh.columns) or len(stored) != len(fresh):
        return Difference(chunk.name, None, "", "", "", "columns")
    apart = {name: _apart(stored[name], fresh[name]) for name in fresh.columns}
    for name in results.manifest["columns"]["outcomes"]:
        if name in apart and apart[name].any():
            _add(moved.setdefault(name, Distance()), stored[name], fresh[name], apart[name])
    firsts = {name: int(np.argmax(rows)) for name, rows in apart.items() if rows.any()}
    if not firsts:
        return Difference(chunk.name, None, "", "", "", "bytes")
    column, row = min(firsts.items(), key=lambda each: each[1])
    then, now = (_shown(table, column, row) for table in (stored, fresh))
    return Difference(chunk.name, chunk.first + row, column, then, now, "")


def _shown(table: pd.DataFrame, column: str, row: int) -> str:
    """A value with every digit."""
    value = table[column].iloc[row]
    return str(value.item() if hasattr(value, "item") else value)


def _apart(one: pd.Series, other: pd.Series) -> NDArray[np.bool_]:
    same = (one == other) | (one.isna() & other.isna())
    return ~same.to_numpy(dtype=bool)


def _add(distance: Distance, stored: pd.Series, fresh: pd.Series, apart: NDArray[np.bool_]) -> None:
    distance.rows += int(apart.sum())
    gaps = np.abs(stored.to_numpy(dtype=float) - fresh.to_numpy(dtype=float))[apart]
    distance.largest = max(distance.largest, float(np.nanmax(gaps, initial=0.0)))


def other_files(results: Results, again: Results, *, drawn: bool) -> tuple[int, list[str]]:
    """How many files were compared, and the names of those whose bytes differ or that only one of the two has.

    The study and its design; where `drawn`, all that was made of the runs as well.
    """
    one, other = results.manifest["checksums"], again.manifest["checksums"]
    compared = DESCRIBED + DRAWN if drawn else DESCRIBED
    names = sorted(name for name in set(one) | set(other) if name.startswith(compared))
    return len(names), [name for name in names if one.get(name) != other.get(name)]


def language(results: Results) -> str:
    """The language in which the page of a stored study is written; English where there is no page."""
    try:
        head = results.layout.report.read_text(encoding="utf-8", errors="replace")[:1000]
    except OSError:
        return "en"
    return "fr" if '<html lang="fr"' in head else "en"

