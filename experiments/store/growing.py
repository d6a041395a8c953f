"""More samples in the same folder: the plan grows, what was run stays.

The three files that say what a folder holds change together: they are written whole beside the old ones, and the last
of them decides. A process that dies before it leaves the old study, one that dies after it the new one.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from experiments.store.files import reached, storage
from experiments.store.layout import Layout
from experiments.store.lock import locked
from experiments.store.plan import Chunk, planned

NAMES = ("study.yaml", "design.parquet", "manifest.json")  # the manifest is put in place last


def settle(layout: Layout) -> None:
    """Put the files of a study that is to grow in place, or forget them where they are not all there.

    Called by whoever holds the lock, before anything is read.
    """
    folder = layout.pending
    if not folder.exists():
        return
    with storage(folder):
        if (folder / NAMES[-1]).exists():
            for name in NAMES:
                if (folder / name).exists():
                    os.replace(folder / name, layout.root / name)
                    reached("grown")
        shutil.rmtree(folder)


def is_growing(layout: Layout) -> bool:
    """Whether a growth was decided and is not yet in place."""
    return (layout.pending / NAMES[-1]).exists()


def grown_plan(plan: dict[str, Any], runs: int, inputs: str) -> dict[str, Any]:
    """The plan of the larger study: the chunks that there are, and chunks of the same size for the runs after them."""
    chunks: list[dict[str, Any]] = list(plan["chunks"])
    more = planned(runs, plan["chunk_runs"], inputs, first=plan["runs"], index=len(chunks))
    return plan | {"runs": runs, "chunks": chunks + [described(chunk) for chunk in more]}


def described(chunk: Chunk) -> dict[str, Any]:
    """A chunk as a manifest lists it."""
    return {"name": chunk.name, "first": chunk.first, "last": chunk.last}


def settle_now(root: Path) -> None:
    """The same for whoever only reads: takes the lock where a growth was decided and is not yet in place."""
    layout = Layout(root)
    if is_growing(layout):
        with locked(layout):
            settle(layout)
