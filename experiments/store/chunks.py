"""Chunks of runs as Parquet files, and the receipts that say what was written."""

from __future__ import annotations

import json
import os
import platform
import socket
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from experiments.store.files import reached, sha256, write_json, write_safely
from experiments.store.layout import Layout
from experiments.store.plan import Chunk
from sim.errors import IntegrityAlarm

type Table = pa.Table


def write_table(table: Table, target: Path, temporary: Path) -> None:
    """Write a table as one Parquet file with page checksums: the same table gives the same bytes.

    Raises IntegrityAlarm where a file of that name already holds other bytes, which then stay as they are.
    """

    def write(draft: Path) -> None:
        pq.write_table(
            table,
            draft,
            compression="zstd",
            row_group_size=max(1, table.num_rows),
            write_page_checksum=True,
            data_page_version="1.0",
            version="2.6",
        )

    def check(draft: Path) -> None:
        if pq.read_metadata(draft).num_rows != table.num_rows:
            raise IntegrityAlarm(f"{target}: the file just written holds another number of rows")
        if target.exists() and sha256(target) != sha256(draft):
            raise IntegrityAlarm(f"{target}: the same runs gave other numbers than before")

    write_safely(target, temporary, write, check)


def read_table(path: Path, columns: list[str] | None = None) -> Table:
    """Read a Parquet file and check every page that is read."""
    with pq.ParquetFile(path, page_checksum_verification=True) as file:
        return file.read(columns=columns)


def write_chunk(layout: Layout, chunk: Chunk, table: Table, words: dict[str, Any]) -> dict[str, Any]:
    """Write one chunk and its receipt.

    `words` go into the receipt only (seconds, versions): the chunk is the same wherever and whenever it is made.
    """
    write_table(table, layout.chunk(chunk.name), layout.temporary)
    receipt = receipt_of(layout, chunk, table) | words
    write_json(layout.receipt(chunk.name), layout.temporary, receipt)
    reached("receipt")
    return receipt


def receipt_of(layout: Layout, chunk: Chunk, table: Table) -> dict[str, Any]:
    """What is known of a chunk: rows, failures, size, checksum, and where it was made."""
    path = layout.chunk(chunk.name)
    failed = int(np.count_nonzero(np.asarray(table["status"].to_pylist()) != "ok"))
    return {
        "chunk": chunk.name,
        "rows": table.num_rows,
        "failed": failed,
        "bytes": path.stat().st_size,
        "sha256": sha256(path),
        "host": socket.gethostname(),
        "process": os.getpid(),
        "python": platform.python_version(),
    }


def adopt(layout: Layout, chunk: Chunk, replicates: int) -> dict[str, Any] | None:
    """A new receipt for a whole chunk that has none; None where the file is not what its name promises."""
    try:
        table = read_table(layout.chunk(chunk.name))
        number = table["design_point"].to_numpy() * replicates + table["replicate"].to_numpy()
        if not np.array_equal(number, np.arange(chunk.first, chunk.last)):
            return None
        receipt = receipt_of(layout, chunk, table) | {"adopted": True}
    except (OSError, pa.ArrowException, KeyError):
        return None
    write_json(layout.receipt(chunk.name), layout.temporary, receipt)
    return receipt


def read_receipt(layout: Layout, chunk: Chunk) -> dict[str, Any] | None:
    """The receipt of a chunk; None where there is none, or it cannot be read."""
    try:
        receipt = json.loads(layout.receipt(chunk.name).read_text())
        whole = receipt["chunk"] == chunk.name and receipt["rows"] == len(chunk) and len(receipt["sha256"]) == 64
        numbers = all(isinstance(receipt[name], int) for name in ("bytes", "failed"))
        return dict(receipt) if whole and numbers else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_whole(layout: Layout, chunk: Chunk, receipt: dict[str, Any], *, every_byte: bool) -> bool:
    """True if the file has the size, and where asked the checksum, that its receipt says."""
    path = layout.chunk(chunk.name)
    try:
        if path.stat().st_size != receipt["bytes"]:
            return False
        return not every_byte or sha256(path) == receipt["sha256"]
    except OSError:
        return False


def set_aside(layout: Layout, chunk: Chunk) -> None:
    """Move a damaged chunk into quarantine and forget its receipt."""
    path, number = layout.chunk(chunk.name), 0
    layout.quarantine.mkdir(parents=True, exist_ok=True)
    while (layout.quarantine / f"{chunk.name}.{number}").exists():
        number += 1
    if path.exists():
        os.replace(path, layout.quarantine / f"{chunk.name}.{number}")
    layout.receipt(chunk.name).unlink(missing_ok=True)
