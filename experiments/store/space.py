"""Room on the disk: what a study will take, and whether there is as much."""

from __future__ import annotations

import shutil
from pathlib import Path

from sim.errors import StorageTrouble

# A run in a chunk of 4,096 took 332 bytes (a million runs of some hundred columns, November 2026); in small chunks the
# description of the columns, some 60 kB a file, weighs more.
ROW, FILE = 400, 60_000
ASKED = 2  # free space against what a study is expected to take
LEAST = 64 * 2**20  # below this nothing more is begun: the chunks in work and the tables after them must find room


def expected_bytes(runs: int, chunks: int) -> int:
    """Bytes that so many runs in so many chunks are expected to take; figures and tables add a few million."""
    return runs * ROW + chunks * FILE


def free_bytes(folder: Path) -> int:
    """Free bytes where a folder is, or will be."""
    there = folder.resolve()
    while not there.exists():
        there = there.parent
    return shutil.disk_usage(there).free


def must_fit(folder: Path, runs: int, chunks: int) -> None:
    """Raise StorageTrouble unless twice of what is expected is free."""
    need, free = ASKED * expected_bytes(runs, chunks) + LEAST, free_bytes(folder)
    if free < need:
        told = f"{folder}: {runs} runs need about {_mb(need)} to be safe, {_mb(free)} are free"
        raise StorageTrouble(f"{told}; free some space, or choose another folder with --out")


def must_have_room(folder: Path) -> None:
    """Raise StorageTrouble where so little is free that the next chunk may not fit."""
    free = free_bytes(folder)
    if free < LEAST:
        raise StorageTrouble(f"{folder}: only {_mb(free)} are free; free some space and resume")


def _mb(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"
