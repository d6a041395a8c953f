"""Reading what studies left: runs, design, manifest, and whether every byte is still what was written."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from experiments.store.chunks import is_whole, read_receipt, read_table
from experiments.store.files import sha256
from experiments.store.folder import read_manifest
from experiments.store.layout import Layout
from experiments.store.plan import Chunk
from sim.errors import IntegrityAlarm

OWN_FOLDERS = ("chunks", "receipts", "analysis", "figures", "trajectories")


class Results:
    """A stored study, finished or not; tables are read when they are asked for.

    Attributes
    ----------
    manifest : dict
        Provenance, plan, counts and checksums.
    root : Path
        The folder.
    """

    def __init__(self, root: Path):
        self.root = root
        self.layout = Layout(root)
        self.manifest = read_manifest(self.layout)

    @functools.cached_property
    def runs(self) -> pd.DataFrame:
        """One row a run that is stored: design point, replicate, seed, factors, outcomes, status, error."""
        return self.read()

    @functools.cached_property
    def design(self) -> pd.DataFrame:
        """One row a design point: its number, factor values by dotted path, unit values as `unit:<path>`."""
        return _checked_read(self.layout.design, None).to_pandas()

    def table(self, name: str) -> pd.DataFrame:
        """One table of the analysis by name, such as "measures" or "noise", as `analysis/<name>.csv` holds it.

        IntegrityAlarm where it is not what was written; KeyError, with the names there are, where there is none.
        """
        path = self.layout.inside("analysis", f"{name}.csv")
        if not path.is_file():
            raise KeyError(f"{name}: there are {', '.join(sorted(each.stem for each in path.parent.glob('*.csv')))}")
        self.must_hold(self.layout.relative(path))
        return pd.read_csv(path)

    @property
    def study_text(self) -> str:
        """The text of `study.yaml`."""
        return self.layout.study.read_text(encoding="utf-8")

    @property
    def is_finished(self) -> bool:
        """True if the manifest says that everything was computed."""
        return bool(self.manifest["state"] == "finished")

    def must_hold(self, name: str) -> None:
        """Raise IntegrityAlarm unless a file of the study is still what was written."""
        if not _matches(self.layout, name, self.manifest["checksums"].get(name, "")):
            raise IntegrityAlarm(f"{self.layout.root / name}: missing or changed after it was written")

    def chunks(self) -> list[Chunk]:
        """The chunks that the manifest lists, in order."""
        return [Chunk(each["name"], each["first"], each["last"]) for each in self.manifest["plan"]["chunks"]]

    def read(self, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """The stored runs, or some of their columns only; reads what the manifest lists, never what else lies there.

        IntegrityAlarm where a chunk with a receipt, or of a finished study, is missing or damaged.
        """
        tables = [self._chunk(chunk, columns) for chunk in self.chunks()]
        kept = [table for table in tables if table is not None]
        if not kept:
            names = ["design_point", "replicate", "seed", *self._columns(), "status", "error"]
            return pd.DataFrame(columns=list(columns) if columns is not None else names)
        return pa.concat_tables(kept).to_pandas()

    def _columns(self) -> list[str]:
        return [*self.manifest["columns"]["factors"], *self.manifest["columns"]["outcomes"]]

    def _chunk(self, chunk: Chunk, columns: Sequence[str] | None) -> Any:
        path, receipt = self.layout.chunk(chunk.name), read_receipt(self.layout, chunk)
        if receipt is None and not self.is_finished:
            return None
        if receipt is not None and not is_whole(self.layout, chunk, receipt, every_byte=False):
            raise IntegrityAlarm(f"{path}: missing or of another size than was written; `alliance resume` mends it")
        return _checked_read(path, list(columns) if columns is not None else None)


def _checked_read(path: Path, columns: list[str] | None) -> Any:
    try:
        return read_table(path, columns)
    except (OSError, pa.ArrowException) as error:
        raise IntegrityAlarm(f"{path}: damaged: {error}; `alliance resume` mends it") from error


def load(path: str | Path) -> Results:
    """A stored study: an object with `.runs`, `.design` and `.manifest`.

    Parameters
    ----------
    path : str or Path
        The result folder.

    Raises BadInput where there is none, IntegrityAlarm where it was damaged.
    """
    return Results(Path(path))


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of a result folder found.

    `runs` and `failed` count what receipts tell; `damaged` names files whose bytes changed or that are gone, `foreign`
    files that the study did not write, in the folders that are its own.
    """

    finished: bool
    runs: int
    planned: int
    failed: int
    damaged: tuple[str, ...]
    foreign: tuple[str, ...]


def verify(results: Results) -> Verification:
    """Compare every file of a study with the checksum written down for it."""
    layout, manifest = results.layout, results.manifest
    receipts = {chunk.name: read_receipt(layout, chunk) for chunk in results.chunks()}
    held = [receipt for receipt in receipts.values() if receipt is not None]
    damaged = [name for name, wanted in sorted(manifest["checksums"].items()) if not _matches(layout, name, wanted)]
    damaged += _damaged_chunks(results, set(damaged))
    runs, failed = sum(each["rows"] for each in held), sum(each["failed"] for each in held)
    foreign = tuple(_foreign(results))
    return Verification(results.is_finished, runs, manifest["plan"]["runs"], failed, tuple(damaged), foreign)


def _foreign(results: Results) -> list[str]:
    """Files among those of a study that it did not write: whoever reads a whole folder would read them too."""
    layout, chunks = results.layout, results.chunks()
    own = {layout.relative(place(chunk.name)) for chunk in chunks for place in (layout.chunk, layout.receipt)}
    own |= set(results.manifest["checksums"])
    folders = OWN_FOLDERS if results.is_finished else OWN_FOLDERS[:2]
    found = (path for folder in folders for path in sorted((layout.root / folder).rglob("*")) if path.is_file())
    return [name for name in map(layout.relative, found) if name not in own]


def _matches(layout: Layout, name: str, wanted: str) -> bool:
    try:
        return sha256(layout.root / name) == wanted
    except OSError:
        return False


def _damaged_chunks(results: Results, known: set[str]) -> list[str]:
    """Chunks of an unfinished study that differ from their receipts, and receipts that a finished one lost."""
    layout, damaged = results.layout, []
    for chunk in results.chunks():
        receipt, name = read_receipt(layout, chunk), layout.relative(layout.chunk(chunk.name))
        lost = layout.relative(layout.receipt(chunk.name))
        if receipt is None and results.is_finished and lost not in known:
            damaged.append(lost)
        if receipt is not None and name not in known and not is_whole(layout, chunk, receipt, every_byte=True):
            damaged.append(name)
    return damaged
