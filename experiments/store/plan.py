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


def planned(runs: int, size: int, inputs: str, first: int = 0, index: int = 0) -> list[Chunk]:
    """The chunks of a study, each named by its place and by a hash of all that decides its content.

    Where a study grows, `first` is the run and `index` the chunk to go on from.
    """
    chunks = []
    for number, begin in enumerate(range(first, runs, size), start=index):
        end = min(begin + size, runs)
        key = hashlib.sha256(f"{SCHEMA}\0{inputs}\0{begin}\0{end}".encode()).hexdigest()[:16]
        chunks.append(Chunk(f"{number:05d}-{key}", begin, end))
    return chunks
