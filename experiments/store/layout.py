"""Names inside a result folder, and which names a study may have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sim.errors import BadInput, Problem

STUDY_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
INSIDE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def checked_name(name: str) -> str:
    """The name of a study if it is one; a name can never be a path."""
    if not STUDY_NAME.fullmatch(name):
        expected = "a name of up to 64 lower-case letters, digits, - and _, starting with a letter or a digit"
        raise BadInput(Problem("study", 0, "name", repr(name), f"expected {expected}"))
    return name


def plain_name(text: str) -> str:
    """The nearest admitted name of a study: lower case, every other character a hyphen."""
    name = re.sub(r"[^a-z0-9_-]+", "-", text.lower()).strip("-_")[:64]
    return name or "study"


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one result folder."""

    root: Path

    @property
    def manifest(self) -> Path:
        """Provenance, plan, counts and checksums."""
        return self.root / "manifest.json"

    @property
    def study(self) -> Path:
        """The study as it was asked, fully resolved."""
        return self.root / "study.yaml"

    @property
    def design(self) -> Path:
        """All design points."""
        return self.root / "design.parquet"

    @property
    def table(self) -> Path:
        """The points as a table gave them, where one did."""
        return self.root / "design.csv"

    @property
    def lock(self) -> Path:
        """Held by the one process that writes."""
        return self.root / ".lock"

    @property
    def holder(self) -> Path:
        """Who holds the lock: host, process and since when."""
        return self.root / ".lock.json"

    @property
    def temporary(self) -> Path:
        """Files that are being written."""
        return self.root / "tmp"

    @property
    def pending(self) -> Path:
        """What a study that grows will hold, until it is in place."""
        return self.root / "pending"

    @property
    def quarantine(self) -> Path:
        """Damaged files, kept for whoever wants to know why."""
        return self.root / "quarantine"

    @property
    def report(self) -> Path:
        """The page that tells what came out."""
        return self.root / "report.html"

    def page(self, name: str) -> Path:
        """A further page, of what was added to a finished study."""
        return self.root / f"{checked_name(name)}.html"

    def folders(self) -> list[Path]:
        """Every folder that a result has from the start."""
        names = ("chunks", "receipts", "tmp", "quarantine", "logs")
        return [self.root / name for name in names]

    def chunk(self, name: str) -> Path:
        """The file of one block of runs; `name` is `<index>-<key>`."""
        return self.root / "chunks" / name.split("-")[1][:2] / f"{name}.parquet"

    def receipt(self, name: str) -> Path:
        """What is known of a finished block of runs."""
        return self.root / "receipts" / f"{name}.json"

    def inside(self, folder: str, name: str) -> Path:
        """A file in `analysis`, `figures`, `logs` or `trajectories`."""
        if folder not in ("analysis", "figures", "logs", "trajectories") or not INSIDE_NAME.fullmatch(name):
            raise ValueError(f"no such place in a result folder: {folder}/{name}")
        return self.root / folder / name

    def relative(self, path: Path) -> str:
        """The path as a manifest writes it: from the folder, with forward slashes."""
        return path.relative_to(self.root).as_posix()
