"""A result folder that is being written: created, reopened, filled, finished."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd
import pyarrow as pa

from experiments.store.chunks import (
    Table,
    adopt,
    is_whole,
    read_receipt,
    read_table,
    set_aside,
    write_chunk,
    write_table,
)
from experiments.store.files import fingerprint, reached, sha256, storage, write_bytes, write_json, write_text
from experiments.store.growing import described, grown_plan, settle
from experiments.store.layout import Layout
from experiments.store.lock import locked
from experiments.store.plan import SCHEMA, Chunk, chunk_runs, planned
from experiments.store.space import must_have_room
from sim.errors import BadInput, IntegrityAlarm, Problem, ProvenanceMismatch

HASHED_AT_MOST = 200
GROWS = ("samples", "until", "most")  # in what two studies of one family may differ
OURS = {".lock", ".lock.json", "tmp", "chunks", "receipts", "quarantine", "logs", "design.parquet", "study.yaml",
        "design.csv", "pending"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """All that decides what a result folder will hold.

    Parameters
    ----------
    job : str
        What finishes the study: "sensitivity", "replicates" …
    study : mapping
        The study fully resolved, as plain data; written to `study.yaml`.
    design : DataFrame
        The design as stored, with a column `design_point`; `described` is its record, `design_hash` its fingerprint.
    replicates, seed : int
        Runs at each point, and the seed of the study.
    columns : mapping
        `factors` and `outcomes`: the names of the columns of the runs.
    must_match : mapping
        Provenance that decides bits (code, versions of what computes): another value refuses to resume.
    provenance : mapping
        Provenance that is only told.
    table : bytes
        What `design.csv` holds, where the points come from a table; empty elsewhere.
    """

    job: str
    study: Mapping[str, Any]
    design: pd.DataFrame
    described: Mapping[str, Any]
    design_hash: str
    replicates: int
    seed: int
    columns: Mapping[str, list[str]]
    must_match: Mapping[str, str]
    provenance: Mapping[str, Any] = field(default_factory=dict)
    table: bytes = b""

    @property
    def runs(self) -> int:
        """Number of runs: points times replicates."""
        return len(self.design) * self.replicates


class ResultFolder:
    """An open result folder; its lock is held as long as the `open_study` block lasts."""

    def __init__(self, layout: Layout, manifest: dict[str, Any]):
        self.layout = layout
        self.manifest = manifest
        self.chunks = [Chunk(each["name"], each["first"], each["last"]) for each in manifest["plan"]["chunks"]]
        self.receipts: dict[str, dict[str, Any]] = {}
        self.quarantined: list[str] = []
        self._access = threading.Lock()

    @property
    def root(self) -> Path:
        """The folder itself."""
        return self.layout.root

    @property
    def is_finished(self) -> bool:
        """True if the manifest says that everything was computed and every chunk is still there."""
        return self.manifest["state"] == "finished" and not self.missing()

    @property
    def failed(self) -> int:
        """Number of failed runs among those written so far."""
        return sum(receipt["failed"] for receipt in self.receipts.values())

    def missing(self) -> list[Chunk]:
        """The chunks that remain to be computed, in order."""
        return [chunk for chunk in self.chunks if chunk.name not in self.receipts]

    def write(self, chunk: Chunk, table: Table, words: dict[str, Any]) -> None:
        """Store the runs of one chunk; safe from several threads. StorageTrouble where the disk has no room."""
        must_have_room(self.root)
        with storage(self.layout.chunk(chunk.name)):
            receipt = write_chunk(self.layout, chunk, table, words)
        with self._access:
            self.receipts[chunk.name] = receipt

    def is_tidy(self) -> bool:
        """True if every analysis, figure and page that the manifest lists is still there, byte for byte."""
        names = [name for name in self.manifest["checksums"] if not name.startswith("chunks/")]
        paths = [(self.root / name, self.manifest["checksums"][name]) for name in names]
        return all(path.is_file() and sha256(path) == wanted for path, wanted in paths)

    def tables(self) -> list[Path]:
        """The tables that analyses left."""
        return sorted((self.root / "analysis").glob("*.csv"))

    def read_json(self, name: str) -> Any:
        """What `save_json` wrote under this name."""
        return json.loads(self.layout.inside("analysis", f"{name}.json").read_text(encoding="utf-8"))

    def save_table(self, name: str, table: pd.DataFrame) -> Path:
        """Write `analysis/<name>.csv`; numbers keep every digit."""
        buffer = io.StringIO()
        table.to_csv(buffer, index=False, lineterminator="\n")
        path = self.layout.inside("analysis", f"{name}.csv")
        write_text(path, self.layout.temporary, buffer.getvalue())
        return path

    def save_json(self, name: str, data: Any) -> Path:
        """Write `analysis/<name>.json`."""
        path = self.layout.inside("analysis", f"{name}.json")
        write_json(path, self.layout.temporary, data)
        return path

    def save_figure(self, name: str, pictures: Mapping[str, bytes]) -> list[Path]:
        """Write `figures/<name>.<suffix>` for each suffix ("png", "svg")."""
        paths = [self.layout.inside("figures", f"{name}.{suffix}") for suffix in pictures]
        for path, data in zip(paths, pictures.values(), strict=True):
            write_bytes(path, self.layout.temporary, data)
        return paths

    def save_report(self, page: str) -> Path:
        """Write `report.html`."""
        write_text(self.layout.report, self.layout.temporary, page)
        return self.layout.report

    def finish(self, words: Mapping[str, Any] | None = None) -> None:
        """Write the last manifest: counts, times and the checksum of every file."""
        if self.missing():
            raise IntegrityAlarm(f"{self.root}: {len(self.missing())} chunks are missing; the study is not finished")
        counts = {"runs": self.manifest["plan"]["runs"], "failed": self.failed}
        counts["ok"] = counts["runs"] - counts["failed"]
        changed = {"state": "finished", "finished": now(), "counts": counts, "checksums": self._checksums()}
        write_manifest(self.layout, self.manifest | changed | dict(words or {}))
        self.manifest = read_manifest(self.layout)

    def _checksums(self) -> dict[str, str]:
        layout = self.layout
        sums = {layout.relative(layout.chunk(name)): self.receipts[name]["sha256"] for name in sorted(self.receipts)}
        others = [layout.study, layout.design, layout.table, layout.report, *map(layout.receipt, sorted(self.receipts))]
        for folder in ("analysis", "figures", "trajectories"):
            others += sorted((self.root / folder).glob("*"))
        others += [self.root / name for each in self.manifest.get("added", {}).values() for name in each["files"]]
        return sums | {layout.relative(path): sha256(path) for path in others if path.is_file()}


@contextmanager
def open_study(
    root: Path,
    asked: Asked,
    study_text: str,
    *,
    accept_code_change: bool = False,
    every_byte: bool = False,
    own: bool = False,
    grow: bool = False,
) -> Iterator[ResultFolder]:
    """Create a result folder, or reopen the one that already holds this very study, and hold its lock.

    Parameters
    ----------
    study_text : str
        The text of `study.yaml`; its data are `asked.study`.
    accept_code_change : bool
        Go on although code or versions differ; the manifest then says so.
    every_byte : bool
        Compare the checksum of every chunk instead of a sample of them.
    own : bool
        The study was read from this very folder: where it differs, the program reads it in another way than before.
    grow : bool
        Where the folder holds the beginning of the study (fewer samples, all else equal), go on from it.

    Raises BadInput where another study or foreign files are in the folder, ProvenanceMismatch, ResultsInUse,
    IntegrityAlarm, StorageTrouble.
    """
    layout = Layout(Path(os.path.normpath(root)))
    _refuse_foreign(layout)
    with storage(root):
        for needed in layout.folders():
            needed.mkdir(parents=True, exist_ok=True)
    with locked(layout):
        settle(layout)
        if not layout.manifest.exists():
            create(layout, asked, study_text)
        elif grow:
            _grow(layout, asked, study_text, accept_code_change)
        folder = ResultFolder(layout, read_manifest(layout))
        _compare(folder, asked, accept_code_change, own)
        _take_stock(folder, every_byte)
        yield folder


def _refuse_foreign(layout: Layout) -> None:
    if layout.manifest.exists() or not layout.root.is_dir():
        return
    foreign = sorted(path.name for path in layout.root.iterdir() if path.name not in OURS)
    if foreign:
        raise BadInput(Problem(str(layout.root), 0, "", foreign[0], "expected an empty folder or one of a study"))


def create(layout: Layout, asked: Asked, study_text: str, kept: Mapping[str, Any] = MappingProxyType({})) -> None:
    """Write what says what a folder is to hold; `kept` is what its manifest takes over from another one."""
    write_text(layout.study, layout.temporary, study_text)
    if asked.table:
        write_bytes(layout.table, layout.temporary, asked.table)
    if layout.design.exists():
        layout.design.unlink()
    write_table(design_table(asked.design), layout.design, layout.temporary)
    reached("created")
    write_manifest(layout, _first_manifest(layout, asked) | dict(kept))


def design_table(frame: pd.DataFrame) -> Table:
    """A data frame as a plain Arrow table: no index, nothing of pandas' own."""
    return pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)


def _grow(layout: Layout, asked: Asked, study_text: str, accept: bool) -> None:
    """Let the folder hold the larger study of which it holds the beginning; the same study stays as it is."""
    manifest = read_manifest(layout)
    if manifest["study_hash"] == study_hash(asked):
        return
    _must_begin(layout, manifest, asked, accept)
    for path, name in ((layout.study, "study.yaml"), (layout.design, "design.parquet")):
        if not path.exists() or sha256(path) != manifest["checksums"].get(name):
            raise IntegrityAlarm(f"{path}: missing or changed after it was written")
    write_text(layout.pending / "study.yaml", layout.temporary, study_text)
    write_table(design_table(asked.design), layout.pending / "design.parquet", layout.temporary)
    sums = {name: sha256(layout.pending / name) for name in ("study.yaml", "design.parquet")}
    changed = {
        "state": "running",
        "study_hash": study_hash(asked),
        "design": dict(asked.described) | {"hash": asked.design_hash},
        "plan": grown_plan(manifest["plan"], asked.runs, _inputs(asked)),
        "grown": [*manifest.get("grown", []), {"when": now(), "from": manifest["plan"]["runs"]}],
        "checksums": sums,
    }
    kept = {key: value for key, value in manifest.items() if key not in ("finished", "counts", "sha256")} | changed
    reached("growing")
    write_json(layout.pending / "manifest.json", layout.temporary, kept | {"sha256": fingerprint(kept)})
    reached("decided")
    settle(layout)


def _must_begin(layout: Layout, manifest: Mapping[str, Any], asked: Asked, accept: bool) -> None:
    """Raise unless the folder holds the beginning of the study that is asked."""
    if manifest.get("family") != family(asked):
        expected = "another study is in this folder, not a smaller one of the same kind; choose another with --out"
        raise BadInput(Problem(str(layout.root), 0, "", "", expected))
    if manifest["must_match"] != dict(asked.must_match) and not accept:
        told = "; ".join(changes(dict(manifest) | {"study_hash": study_hash(asked)}, asked))
        raise ProvenanceMismatch(f"{layout.root}: made by other code or versions: {told}")
    before = read_table(layout.design).to_pandas()
    if len(before) > len(asked.design):
        expected = f"the folder holds {len(before)} design points, more than the {len(asked.design)} that are asked"
        raise BadInput(Problem(str(layout.root), 0, "samples", "", expected))
    if not before.equals(design_table(asked.design.head(len(before))).to_pandas()):
        expected = (
            "this design changes as it grows so: nothing of it could be kept. A Latin hypercube grows to twice as many "
            "samples, four times …; a Sobol sequence and independent draws to any number. Or take another folder with "
            "--out"
        )
        raise BadInput(Problem(str(layout.root), 0, "", str(asked.described["kind"]), expected))


def _inputs(asked: Asked) -> str:
    """All that decides what chunks hold, as one text."""
    return "\0".join([study_hash(asked), asked.design_hash, fingerprint(dict(asked.must_match))])


def _first_manifest(layout: Layout, asked: Asked) -> dict[str, Any]:
    size, files = chunk_runs(asked.runs), (layout.study, layout.design, layout.table)
    return {
        "schema": SCHEMA,
        "state": "running",
        "job": asked.job,
        "study": layout.root.name,
        "study_hash": study_hash(asked),
        "family": family(asked),
        "seed": asked.seed,
        "replicates": asked.replicates,
        "design": dict(asked.described) | {"hash": asked.design_hash},
        "columns": dict(asked.columns),
        "must_match": dict(asked.must_match),
        "provenance": dict(asked.provenance),
        "accepted_changes": [],
        "started": now(),
        "plan": {
            "runs": asked.runs,
            "chunk_runs": size,
            "chunks": [described(chunk) for chunk in planned(asked.runs, size, _inputs(asked))],
        },
        "checksums": {layout.relative(path): sha256(path) for path in files if path.exists()},
    }


def study_hash(asked: Asked) -> str:
    """What tells one study from another: the job, the study as asked, replicates and seed."""
    return fingerprint([asked.job, dict(asked.study), asked.replicates, asked.seed])


def family(asked: Asked) -> str:
    """What studies share that differ in their number of samples alone: one is the beginning of the other."""
    rest = {key: value for key, value in asked.study.items() if key not in GROWS}
    return fingerprint([asked.job, rest, asked.replicates, asked.seed])


def now() -> str:
    """The time in UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def write_manifest(layout: Layout, manifest: dict[str, Any]) -> None:
    """Write the manifest with a checksum of itself."""
    content = {key: value for key, value in manifest.items() if key != "sha256"}
    write_json(layout.manifest, layout.temporary, content | {"sha256": fingerprint(content)})
    reached("manifest")


def read_manifest(layout: Layout) -> dict[str, Any]:
    """The manifest, checked against its own checksum; IntegrityAlarm where it was damaged."""
    try:
        manifest = json.loads(layout.manifest.read_text())
        content = {key: value for key, value in manifest.items() if key != "sha256"}
        whole = manifest["sha256"] == fingerprint(content)
    except FileNotFoundError:
        expected = "expected a result folder with a manifest.json"
        raise BadInput(Problem(str(layout.root), 0, "", "", expected)) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IntegrityAlarm(f"{layout.manifest}: cannot be read: {error}") from error
    if not whole:
        raise IntegrityAlarm(f"{layout.manifest}: changed after it was written")
    return dict(manifest)


def _compare(folder: ResultFolder, asked: Asked, accept: bool, own: bool) -> None:
    manifest = folder.manifest
    if manifest["schema"] != SCHEMA:
        raise ProvenanceMismatch(f"{folder.root}: written in format {manifest['schema']}; this program writes {SCHEMA}")
    if manifest["study_hash"] != study_hash(asked) and not own:
        expected = "another study is in this folder; choose another with --out, or remove it"
        raise BadInput(Problem(str(folder.root), 0, "", "", expected))
    found = changes(manifest, asked)
    if found and not accept:
        told = "; ".join(found)
        raise ProvenanceMismatch(
            f"{folder.root}: made by other code or versions: {told}. "
            "Choose another folder with --out, or go on knowingly with --accept-code-change"
        )
    if found and found not in [each["changes"] for each in manifest["accepted_changes"][-1:]]:
        manifest["accepted_changes"].append({"when": now(), "changes": found})
        write_manifest(folder.layout, manifest)


def changes(manifest: Mapping[str, Any], asked: Asked) -> list[str]:
    """What decides bits and is no longer what it was, each in a few words; nothing where all is the same."""
    before, after = manifest["must_match"], dict(asked.must_match)
    names = sorted(set(before) | set(after))
    found = [f"{n} was {before.get(n)}, is {after.get(n)}" for n in names if before.get(n) != after.get(n)]
    if manifest["study_hash"] != study_hash(asked):
        found.append("the study is read in another way")
    if manifest["design"]["hash"] != asked.design_hash:
        found.append("the design differs")
    return found


def _take_stock(folder: ResultFolder, every_byte: bool) -> None:
    """Find out which chunks are there and whole; set damaged ones aside, adopt whole ones without a receipt."""
    layout, checksums = folder.layout, folder.manifest["checksums"]
    for path in (layout.study, layout.design, layout.table):
        wanted = checksums.get(layout.relative(path))
        if wanted is not None and (not path.exists() or sha256(path) != wanted):
            raise IntegrityAlarm(f"{path}: missing or changed after it was written")
    step = 1 if every_byte else max(1, len(folder.chunks) // HASHED_AT_MOST)
    for index, chunk in enumerate(folder.chunks):
        receipt = _receipt(folder, chunk, every_byte=index % step == 0)
        if receipt is not None:
            folder.receipts[chunk.name] = receipt


def _receipt(folder: ResultFolder, chunk: Chunk, *, every_byte: bool) -> dict[str, Any] | None:
    receipt = read_receipt(folder.layout, chunk)
    if receipt is None:
        if not folder.layout.chunk(chunk.name).exists():
            return None
        receipt = adopt(folder.layout, chunk, folder.manifest["replicates"])
    if receipt is not None and is_whole(folder.layout, chunk, receipt, every_byte=every_byte):
        return receipt
    set_aside(folder.layout, chunk)
    folder.quarantined.append(chunk.name)
    return None
