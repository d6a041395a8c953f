"""Does a stored study come out again? Run it once more beside, compare every byte, say what differs and how far.

What was stored is only read. Bytes are compared with the checksums that were written down, not with the files as they
are now: a file that was damaged later does not make a study irreproducible (`alliance results` finds damage).
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from experiments.ensemble import ensemble_of, fill
from experiments.store import Results, load
from experiments.store.folder import Asked, changes
from experiments.store.plan import Chunk
from experiments.store.repeating import (
    Difference,
    Distance,
    beside,
    difference,
    language,
    must_be_settled,
    other_files,
    part_of,
    written,
)
from experiments.studies.asking import Study
from experiments.studies.opening import Interrupted, Manner, asked, study_folder
from experiments.studies.resuming import JOBS, stored_study
from experiments.studies.sensitivity import begun, concluded
from sim.errors import BadInput, IntegrityAlarm, Problem, ProvenanceMismatch

Advance = Callable[[int], Callable[[int], None]]
EQUAL, MISMATCH, ALARM = 0, ProvenanceMismatch.exit_code, IntegrityAlarm.exit_code


@dataclasses.dataclass(frozen=True, slots=True)
class Reproduction:
    """What came of running a stored study once more.

    Parameters
    ----------
    changes, told : tuple of str
        What is no longer as it was: of what decides bits of runs, and of what else may decide bytes of figures and
        pages (commit, versions of what draws). Each in a few words.
    chunks, runs, planned : int
        Blocks and runs that were compared, and the runs of the whole study.
    differing : tuple of Difference
        Blocks of other bytes, with the first run that differs.
    moved : mapping
        How far each outcome moved, by name.
    files : int
        Other files that were compared: the study, its design and, where all was run, analyses, figures and the page.
    other : tuple of str
        Those that differ.
    analysed : bool
        Whether analyses were made again.
    """

    changes: tuple[str, ...]
    told: tuple[str, ...]
    chunks: int
    runs: int
    planned: int
    differing: tuple[Difference, ...]
    moved: Mapping[str, Distance]
    files: int
    other: tuple[str, ...]
    analysed: bool

    @property
    def is_equal(self) -> bool:
        """True if every byte that was compared came out again."""
        return not self.differing and not self.other

    @property
    def exit_code(self) -> int:
        """0 all equal; 4 other bytes from other code or versions; 6 other bytes from the same."""
        if self.is_equal:
            return EQUAL
        explained = self.changes or (self.told and not self.differing)
        return MISMATCH if explained else ALARM

    def describe(self) -> dict[str, Any]:
        """The stable record that `alliance reproduce --json` prints."""
        return {
            "equal": self.is_equal,
            "changes": list(self.changes),
            "told": list(self.told),
            "chunks": self.chunks,
            "runs": self.runs,
            "planned": self.planned,
            "differing": [dataclasses.asdict(each) for each in self.differing],
            "moved": {name: dataclasses.asdict(each) for name, each in self.moved.items()},
            "files": self.files,
            "other": list(self.other),
            "analysed": self.analysed,
        }


def reproduce(
    root: Path, part: float = 1.0, out: Path | None = None, accept: bool = False,
    workers: int | None = None, advance: Advance | None = None,
) -> Reproduction:  # fmt: skip
    """Run a stored study, or a share of its blocks, from its own `study.yaml` and compare.

    Parameters
    ----------
    part : float
        The share of the blocks, above 0 and up to 1; which ones see `part_of`. Analyses, figures and the page are
        compared where all blocks of a finished study are.
    out : Path or None
        An empty folder in which the second study stays; None for one that is removed.
    accept : bool
        Go on although code or versions differ.
    advance : callable or None
        Told the number of runs, gives what is told how many have just finished.

    Raises BadInput where there is no such study or nothing of it was run, ProvenanceMismatch where code or versions
    differ and `accept` is not said, IntegrityAlarm where what describes the study was damaged, StorageTrouble.
    """
    must_be_settled(root)
    results, study = load(root), stored_study(root)
    chosen = part_of(list(written(results)), part)
    if not chosen:
        raise BadInput(Problem(root.as_posix(), 0, "", "", "nothing was run yet: nothing to compare"))
    study = begun(study, root)
    wish = asked(study, study.design())
    found = changes(results.manifest, wish)
    if found and not accept:
        raise ProvenanceMismatch(
            f"{root}: made by other code or versions: {'; '.join(found)}. "
            "See how far numbers differ with --accept-code-change"
        )
    with _folder(out) as place:
        beside(results, wish, study.text(), place)
        manner = Manner(workers, None, language(results), own=True)
        whole = results.is_finished and len(chosen) == len(results.chunks())
        _run_again(study, place, chosen, manner, advance, finish=whole)
        return _compared(results, load(place), chosen, found, wish, analysed=whole)


@contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    if out is not None:
        yield out
        return
    with tempfile.TemporaryDirectory(prefix="alliance-reproduce-") as place:
        yield Path(place) / "study"


def _run_again(
    study: Study, place: Path, chosen: list[Chunk], manner: Manner, advance: Advance | None, *, finish: bool
) -> None:
    """Run the chosen blocks, and where they are all, what the job makes of them."""
    names, design = {chunk.name for chunk in chosen}, study.design()
    progress = advance(sum(map(len, chosen))) if advance else None
    try:
        with study_folder(study, design, place, manner) as folder:
            ensemble = ensemble_of(study.scenario, design, study.replicates, study.seed)
            fill(folder, ensemble, manner.workers, progress, only=names)
        if finish:
            _finish(study, place, manner)
    except Interrupted as stop:  # nothing that could be resumed: what was stored is as it was
        ended = KeyboardInterrupt()
        ended.exit_code = stop.exit_code  # type: ignore[attr-defined]
        raise ended from None


def _finish(study: Study, place: Path, manner: Manner) -> None:
    if study.job == "sensitivity":
        concluded(study, place, manner)  # at this size: other numbers must not let it grow further
    else:
        JOBS[study.job](study, place, manner)


def _compared(
    results: Results, again: Results, chosen: list[Chunk], found: list[str], wish: Asked, *, analysed: bool
) -> Reproduction:
    sums, fresh, moved = written(results), written(again), dict[str, Distance]()
    apart = [chunk for chunk in chosen if fresh[chunk] != sums[chunk]]
    differing = tuple(difference(results, again.layout, chunk, moved) for chunk in apart)
    files, other = other_files(results, again, drawn=analysed)
    told = _told(results.manifest["provenance"], wish.provenance)
    runs, planned = sum(map(len, chosen)), int(results.manifest["plan"]["runs"])
    return Reproduction(
        tuple(found), told, len(chosen), runs, planned, differing, moved, files, tuple(other), analysed
    )  # fmt: skip


def _told(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """What draws and tells, where it is no longer the same."""
    one, other = _flat(before), _flat(after)
    names = [name for name in sorted(set(one) | set(other)) if one.get(name) != other.get(name)]
    return tuple(f"{name} was {one.get(name)}, is {other.get(name)}" for name in names)


def _flat(provenance: Mapping[str, Any]) -> dict[str, Any]:
    """Commit, edits and versions of packages, by name."""
    code = provenance.get("git", {})
    told = {"alliance-lab": provenance.get("alliance-lab"), "commit": code.get("commit"), "edits": code.get("changed")}
    return told | dict(provenance.get("packages", {}))
