"""What every job does with its folder: say what is asked, open, fill, and leave it resumable when interrupted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from experiments.designs import Design
from experiments.ensemble import Progress, ensemble_of, fill
from experiments.store import Asked, ResultFolder, open_study
from experiments.store.space import must_fit
from experiments.studies.asking import Study
from experiments.studies.provenance import must_match, told
from experiments.studies.study import TABLE
from sim.outcomes import OUTCOMES


class Interrupted(KeyboardInterrupt):
    """A study was stopped; what was computed is kept in `folder`. `exit_code` is 130, or 143 on a request to end."""

    def __init__(self, folder: Path, exit_code: int = 130):
        super().__init__(str(folder))
        self.folder, self.exit_code = folder, exit_code


@dataclass(frozen=True, slots=True)
class Manner:
    """How a study is worked through; nothing here changes a number.

    Parameters
    ----------
    workers : int or None
        Threads; None for all cores.
    progress : callable or None
        Told how many runs have just finished.
    lang : "en" or "fr"
        Language of figures and report.
    accept_code_change, every_byte, own, grow : bool
        See `open_study`.
    """

    workers: int | None = None
    progress: Progress | None = None
    lang: str = "en"
    accept_code_change: bool = False
    every_byte: bool = False
    own: bool = False
    grow: bool = False


def asked(study: Study, design: Design) -> Asked:
    """All that decides what the study's folder will hold."""
    return Asked(
        job=study.job,
        study=study.describe(),
        design=design.table(),
        described=design.describe(),
        design_hash=design.fingerprint(),
        replicates=study.replicates,
        seed=study.seed,
        columns={"factors": design.columns, "outcomes": list(OUTCOMES)},
        must_match=must_match(),
        provenance=told(),
        table=study.files().get(TABLE, b""),
    )


@contextmanager
def study_folder(study: Study, design: Design, root: Path, manner: Manner) -> Iterator[ResultFolder]:
    """The study's folder, open and locked; an interruption inside says how to resume."""
    try:
        with open_study(
            root,
            asked(study, design),
            study.text(),
            accept_code_change=manner.accept_code_change,
            every_byte=manner.every_byte,
            own=manner.own,
            grow=manner.grow,
        ) as folder:
            yield folder
    except KeyboardInterrupt as stop:
        raise Interrupted(root, getattr(stop, "exit_code", 130)) from None


def common_facts(study: Study, manifest: Mapping[str, Any]) -> dict[str, str]:
    """What a reader of any page needs to check and to repeat a study, by the key of its label."""
    fixed = manifest["must_match"]
    return {
        "study": study.name,
        "scenario": study.scenario.name,
        "replicates": str(study.replicates),
        "seed": str(study.seed),
        "code": fixed["model"],
        "versions": ", ".join(f"{name} {value}" for name, value in fixed.items() if name != "model"),
        "design": manifest["design"]["hash"],
        "started": manifest["started"],
    }


def compute(study: Study, design: Design, folder: ResultFolder, manner: Manner) -> None:
    """Run what the folder still misses."""
    if missing := folder.missing():
        must_fit(folder.root, sum(map(len, missing)), len(missing))
        if manner.progress and len(missing) < len(folder.chunks):
            manner.progress(folder.manifest["plan"]["runs"] - sum(map(len, missing)))  # what is kept counts as done
        ensemble = ensemble_of(study.scenario, design, study.replicates, study.seed)
        fill(folder, ensemble, manner.workers, manner.progress)
