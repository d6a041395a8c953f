"""How the runs of a study are cut into chunks, and what each chunk is called."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

SCHEMA = 1
SMALLEST, LARGEST, WANTED_CHUNKS = 64, 4096, 64


@dataclass(frozen=True, slots=True)
class Chunk:
    """A block of consecutive runs; run number = design point × replicates + replicate.

    `first` is its first run, `last` the one after its last.
    """

    name: str
    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first


def chunk_runs(runs: int) -> int:
    """Runs a chunk: a function of the study alone, so that any number of workers writes the same files."""
    return max(SMALLEST, min(LARGEST, -(-runs // WANTED_CHUNKS)))


def planned(runs: int, size: int, inputs: str) -> list[Chunk]:
    """The chunks of a study, each named by its place and by a hash of all that decides its content."""
    chunks = []
    for index, first in enumerate(range(0, runs, size)):
        last = min(first + size, runs)
        key = hashlib.sha256(f"{SCHEMA}\0{inputs}\0{first}\0{last}".encode()).hexdigest()[:16]
        chunks.append(Chunk(f"{index:05d}-{key}", first, last))
    return chunks
