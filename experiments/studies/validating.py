"""The model against the evidence: run every experiment anew, measure every pattern, tell the verdicts.

Stored runs serve only a validation that was interrupted; verdicts are never read back.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from experiments.ensemble import evaluate
from experiments.evidence import PATTERNS, Pattern, Sample, Verdict, experiments_of, judge, samples_of
from experiments.evidence.modules import MODULES
from experiments.figures import pictures, validation_figures
from experiments.report.phrases import phrase
from experiments.report.validation import validation_page
from experiments.store import load
from experiments.store.files import write_bytes, write_text
from experiments.studies.arms import ONLY_ARM, Experiment, read_experiment
from experiments.studies.opening import Manner, compute, study_folder
from experiments.studies.provenance import must_match
from experiments.studies.study import Study
from sim.errors import BadInput, Problem
from sim.scenario.values import closest

QUICK, FEWEST = 5, 60  # the quick form draws one in so many, and so many at least
MODULE_DRAWS = 2000
VERDICTS_FILE = "verdicts.json"
RESAMPLES = 400


@dataclass(frozen=True, slots=True)
class Validation:
    """What is asked: which patterns, in which size.

    Parameters
    ----------
    patterns : tuple of Pattern
    quick : bool
        A fifth of the draws: for a first look, with wider intervals.
    seed : int or None
        Another seed than the experiments' own.
    """

    patterns: tuple[Pattern, ...]
    quick: bool = False
    seed: int | None = None

    @property
    def experiments(self) -> dict[str, Experiment]:
        """The experiments that these patterns need, in the size asked for, modules left out."""
        names = [name for name in experiments_of(self.patterns) if name not in MODULES]
        return {name: read_experiment(name).resized(self._sized) for name in names}

    @property
    def runs(self) -> int:
        """Runs of the whole model that this takes."""
        return sum(experiment.runs for experiment in self.experiments.values())

    def _sized(self, study: Study) -> Study:
        samples = max(FEWEST, study.samples // QUICK) if self.quick else study.samples
        return dataclasses.replace(study, samples=samples, seed=study.seed if self.seed is None else self.seed)


def asked_patterns(names: Sequence[str]) -> tuple[Pattern, ...]:
    """The patterns of these names, "A8" for all statistics of fact A8; all where none is named.

    Raises BadInput with the nearest name of any that does not exist.
    """
    if not names:
        return tuple(PATTERNS.values())
    problems, found = [], dict[str, Pattern]()
    for name in names:
        mine = {key: each for key, each in PATTERNS.items() if name in (key, key.split(" ")[0])}
        if not mine:
            known = dict.fromkeys([key.split(" ")[0] for key in PATTERNS]) | dict.fromkeys(PATTERNS)
            problems.append(Problem("patterns", 0, "", name, "no such pattern", closest(name, known)))
        found |= mine
    if problems:
        raise BadInput(problems)
    return tuple(each for key, each in PATTERNS.items() if key in found)


def validate(
    asked: Validation, root: Path | None = None, manner: Manner | None = None, say: Callable[[str], None] | None = None
) -> list[Verdict]:
    """Run what is asked and judge every pattern.

    Parameters
    ----------
    root : Path or None
        A folder that keeps the runs, a result folder an arm, and the verdicts; None: nothing is written. A folder with
        verdicts is refused, one without is gone on with.
    say : function or None
        Told the name of each experiment before it runs.
    """
    manner = manner or Manner()
    if root is not None:
        _must_be_open(root)
    verdicts: dict[str, Verdict] = {}
    for name in experiments_of(asked.patterns):
        if say is not None:
            say(name)
        arms = _samples(asked, name, root, manner)
        mine = [pattern for pattern in asked.patterns if pattern.experiment == name and pattern.measure is not None]
        verdicts |= {pattern.id: judge(pattern, arms, resamples=RESAMPLES) for pattern in mine}
    untested = {pattern.id: judge(pattern, {}) for pattern in asked.patterns if pattern.measure is None}
    found = [(verdicts | untested)[pattern.id] for pattern in asked.patterns]
    if root is not None:
        tell(asked, found, root, manner.lang)
    return found


def tell(asked: Validation, verdicts: Sequence[Verdict], root: Path, lang: str) -> None:
    """Write table, figures and page, and last the verdicts, which say that the validation is whole."""
    root.mkdir(parents=True, exist_ok=True)
    records = answer(verdicts)
    table = pd.DataFrame(records)
    write_text(root / "verdicts.csv", root, table.to_csv(index=False, lineterminator="\n"))
    png = {}
    for place, figure in enumerate(validation_figures(verdicts, lang), start=1):
        made = pictures(figure)
        png[f"validation-{place}"] = made["png"]
        for suffix, data in made.items():
            write_bytes(root / f"validation-{place}.{suffix}", root, data)
    pairs = [(phrase(key, lang), value) for key, value in _provenance(asked).items()]
    write_text(root / "report.html", root, validation_page(verdicts, png, asked.quick, pairs, lang))
    write_text(root / VERDICTS_FILE, root, json.dumps(records, ensure_ascii=False, indent=1) + "\n")


def _provenance(asked: Validation) -> dict[str, str]:
    """What a reader needs to check and to repeat the validation."""
    fixed = must_match()
    again = "alliance validate" + (" --quick" if asked.quick else "")
    return {
        "code": fixed["model"],
        "versions": ", ".join(f"{name} {value}" for name, value in fixed.items() if name != "model"),
        "repeat": again if asked.seed is None else f"{again} --seed {asked.seed}",
    }


def _must_be_open(root: Path) -> None:
    if (root / VERDICTS_FILE).exists():
        raise BadInput(Problem(root.as_posix(), 0, "", "", "holds a validation already; choose another folder"))


def _samples(asked: Validation, name: str, root: Path | None, manner: Manner) -> Mapping[str, Sample]:
    """The samples of one experiment, an arm each; those of an arm with a twin are named "arm" and "arm without"."""
    if name in MODULES:
        made = MODULES[name](MODULE_DRAWS // QUICK if asked.quick else MODULE_DRAWS, asked.seed or 1)
        if root is not None:
            _keep(made, root / "modules", name)
        return made
    found: dict[str, Sample] = {}
    for arm, study in asked.experiments[name].arms.items():
        place = None if root is None else root / name / arm
        for side, sample in samples_of(_runs(study, place, manner), study.replicates).items():
            found[_arm_name(arm, side)] = sample
    return found


def _keep(samples: Mapping[str, Sample], folder: Path, name: str) -> None:
    """Write what a module gave, a table an arm: one row a draw and replicate, so that others can measure again."""
    folder.mkdir(parents=True, exist_ok=True)
    for arm, sample in samples.items():
        draws, replicates = sample.draws, sample.runs // sample.draws
        table = pd.DataFrame({column: sample[column].ravel() for column in sample.columns})
        table.insert(0, "replicate", np.tile(np.arange(replicates), draws))
        table.insert(0, "draw", np.repeat(np.arange(draws), replicates))
        target = folder / f"{name}-{arm}.csv".replace(" ", "_")
        write_text(target, folder, table.to_csv(index=False, lineterminator="\n"))


def _arm_name(arm: str, side: str) -> str:
    if arm == ONLY_ARM:
        return side
    return arm if side == "with" else f"{arm} {side}"


def _runs(study: Study, place: Path | None, manner: Manner) -> pd.DataFrame:
    """The runs of one arm: in memory, or in a folder of their own, where an interrupted one is gone on with."""
    design = study.design()
    if place is None:
        return evaluate(study.scenario, design, study.replicates, study.seed, manner.workers, manner.progress)
    place.parent.mkdir(parents=True, exist_ok=True)
    with study_folder(study, design, place, manner) as folder:
        compute(study, design, folder, manner)
        if not folder.is_finished:
            folder.finish()
    return load(place).read()


def answer(verdicts: Sequence[Verdict]) -> list[dict[str, Any]]:
    """The verdicts as plain data with a stable shape."""
    return [verdict.describe() for verdict in verdicts]
