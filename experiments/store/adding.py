"""What is added to a finished study later: further tables, figures and pages, in its folder and under its checksums."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd

from experiments.store.files import sha256, write_bytes, write_json, write_text
from experiments.store.folder import now, read_manifest, write_manifest
from experiments.store.layout import Layout, checked_name
from experiments.store.lock import locked
from experiments.store.results import load, verify
from sim.errors import BadInput, IntegrityAlarm, Problem

# Why into the study's own folder: what is said of runs then lies with the runs, under one set of checksums, and travels
# with them. The manifest is written anew with the sums of the new files beside the old sums, which are never taken
# again: a file that was damaged meanwhile stays found. What made the study (`must_match`, `provenance`) stays as it is.


class Addition:
    """An addition that is being written; the study's lock is held as long as the `add_to` block lasts."""

    def __init__(self, layout: Layout, name: str):
        self.layout, self.name = layout, name
        self.written: list[Path] = []

    def save_table(self, part: str, table: pd.DataFrame) -> None:
        """Write `analysis/<name>-<part>.csv`; numbers keep every digit."""
        buffer = io.StringIO()
        table.to_csv(buffer, index=False, lineterminator="\n")
        path = self.layout.inside("analysis", f"{self.name}-{part}.csv")
        write_text(path, self.layout.temporary, buffer.getvalue())
        self.written.append(path)

    def save_json(self, data: Any) -> None:
        """Write `analysis/<name>.json`."""
        path = self.layout.inside("analysis", f"{self.name}.json")
        write_json(path, self.layout.temporary, data)
        self.written.append(path)

    def save_figure(self, part: str, pictures: Mapping[str, bytes]) -> None:
        """Write `figures/<name>-<part>.<suffix>` for each suffix ("png", "svg")."""
        for suffix, data in pictures.items():
            path = self.layout.inside("figures", f"{self.name}-{part}.{suffix}")
            write_bytes(path, self.layout.temporary, data)
            self.written.append(path)

    def save_page(self, page: str) -> Path:
        """Write `<name>.html`."""
        path = self.layout.page(self.name)
        write_text(path, self.layout.temporary, page)
        self.written.append(path)
        return path


@contextmanager
def add_to(root: Path, name: str, words: Mapping[str, Any]) -> Iterator[Addition]:
    """Add files to a finished study; an addition of the same name is replaced as a whole.

    Parameters
    ----------
    name : str
        What every file of the addition begins with; never that of a file of the study itself.
    words : mapping
        What the manifest says of the addition beside its files: what was asked, and what made it.

    Raises ResultsInUse, StorageTrouble.
    """
    layout = Layout(Path(os.path.normpath(root)))
    with locked(layout):
        addition = Addition(layout, checked_name(name))
        yield addition
        _enter(layout, addition, words)


def _enter(layout: Layout, addition: Addition, words: Mapping[str, Any]) -> None:
    """Write the manifest with the new files, and remove those that an addition of that name left before."""
    manifest = read_manifest(layout)
    added: dict[str, Any] = dict(manifest.get("added", {}))
    before = set(added.get(addition.name, {}).get("files", ()))
    sums = {layout.relative(path): sha256(path) for path in addition.written}
    kept = {file: each for file, each in manifest["checksums"].items() if file not in before}
    added[addition.name] = {"when": now(), **words, "files": sorted(sums)}
    write_manifest(layout, manifest | {"added": added, "checksums": kept | sums})
    for file in before - set(sums):
        (layout.root / file).unlink(missing_ok=True)


def must_be_whole(root: Path) -> None:
    """Raise BadInput where a study is not finished, IntegrityAlarm where its runs are not as they were written."""
    results = load(root)
    if not results.is_finished:
        expected = "not finished yet; finish it with `alliance resume`"
        raise BadInput(Problem(root.as_posix(), 0, "", "", expected))
    own = [name for name in verify(results).damaged if name.split("/")[0] not in ("analysis", "figures")]
    damaged = [name for name in own if not name.endswith(".html")]
    if damaged:
        told = "missing or changed after it was written; `alliance resume` mends it"
        raise IntegrityAlarm(f"{root / damaged[0]}: {told}")
