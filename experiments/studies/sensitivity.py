"""Which factors matter: sample, run, analyse, draw, tell."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from experiments.analysis.arrange import Cube, arrange
from experiments.analysis.indices import second_order_indices
from experiments.analysis.noise import noise_shares
from experiments.analysis.responses import main_effects
from experiments.analysis.stability import unsettled
from experiments.analysis.statistics import as_statistic
from experiments.designs import Design
from experiments.figures import (
    convergence_figure,
    interactions_figure,
    noise_figure,
    pictures,
    ranking_figure,
    responses_figure,
)
from experiments.methods import METHODS
from experiments.methods.convergence import convergence
from experiments.report.page import Told, sensitivity_page
from experiments.report.phrases import phrase
from experiments.store import ResultFolder, load, settle_now
from experiments.store.layout import Layout
from experiments.studies.asking import Study
from experiments.studies.opening import Manner, common_facts, compute, study_folder
from experiments.words import YES_OR_NO

Tables = dict[str, pd.DataFrame]
ANSWER = "sensitivity"
PANELS = (12, 6)  # factors drawn one by one: for the first outcome, for each other


@dataclass(frozen=True, slots=True)
class Answer:
    """What a study found: `data` is what `--json` prints, `already` says that nothing had to be run."""

    root: Path
    data: dict[str, Any]
    failed: int
    already: bool


def sensitivity(study: Study, root: Path, manner: Manner | None = None) -> Answer:
    """Do a sensitivity study in a folder, or finish it there, or read it if it is finished.

    Where it is to grow until it is stable, samples are doubled in the same folder; nothing is run twice.
    """
    manner = manner or Manner()
    study = begun(study, root)
    while (larger := next_size(study, root, manner)) is not None:
        study, manner = larger, dataclasses.replace(manner, grow=True)
    return concluded(study, root, manner)


def concluded(study: Study, root: Path, manner: Manner) -> Answer:
    """Run what is missing at this size, analyse, draw, tell."""
    design = study.design()
    with study_folder(study, design, root, manner) as folder:
        if folder.is_finished and folder.is_tidy():
            return Answer(root, folder.read_json(ANSWER), folder.failed, already=True)
        compute(study, design, folder, manner)
        tables = analyse(study, design, folder)
        data = answer(study, design, tables, folder.failed)
        for name, table in tables.items():
            folder.save_table(name, table)
        folder.save_json(ANSWER, data)
        tell(study, design, tables, folder, manner.lang)
        folder.finish()
        return Answer(root, data, folder.failed, already=False)


def begun(study: Study, root: Path) -> Study:
    """The study at the size that its folder has reached, where it is to grow."""
    if not study.until or not Layout(root).manifest.exists():
        return study
    settle_now(root)
    samples = int(load(root).manifest["design"]["settings"].get("samples", 0))
    return dataclasses.replace(study, samples=samples) if study.samples < samples <= study.most else study


def next_size(study: Study, root: Path, manner: Manner) -> Study | None:
    """Run what is missing at this size; the study at twice the size if the ranking is not stable, None if it is enough.

    The folder is left unfinished: whoever resumes it goes on growing.
    """
    if not study.until or 2 * study.samples > study.most:
        return None
    design, method = study.design(), METHODS[study.method]
    with study_folder(study, design, root, manner) as folder:
        if folder.is_finished:
            return None
        compute(study, design, folder, manner)
        cube = stored_cube(study, design, folder)
        grown = convergence(method, design, cube, study.outcomes)
    still = unsettled(grown, method.ranked_by, method.speaks)
    return None if still.empty else dataclasses.replace(study, samples=2 * study.samples)


def analyse(study: Study, design: Design, folder: ResultFolder) -> Tables:
    """All tables of the study, from the runs that are stored."""
    cube = stored_cube(study, design, folder)
    outcomes, blocks = study.outcomes, study.samples
    tables = {"noise": noise_shares(cube, outcomes, blocks), "responses": main_effects(design, cube, outcomes)}
    method = METHODS[study.method]
    tables["measures"] = method.analyse(design, cube, outcomes)
    tables["convergence"] = convergence(method, design, cube, outcomes)
    if design.block:
        tables["unsettled"] = unsettled(tables["convergence"], method.ranked_by, method.speaks)
    if study.second_order:
        tables["second_order"] = second_order_indices(design, cube, outcomes)
    return tables


def stored_cube(study: Study, design: Design, folder: ResultFolder) -> Cube:
    """What is explained, by point and replicate; replicates that failed are left out, never filled in."""
    runs = load(folder.root).read(["design_point", "replicate", *study.outcomes])
    cube = arrange(runs, study.outcomes, len(design), missing="omit" if folder.failed else "refuse")
    return as_statistic(cube, study.statistic, np.array([name in YES_OR_NO for name in study.outcomes]))


def answer(study: Study, design: Design, tables: Tables, failed: int) -> dict[str, Any]:
    """What was found, as plain data with a stable shape."""
    table, main = tables["measures"], METHODS[study.method].ranked_by
    return {
        "job": study.job,
        "study": study.name,
        "method": study.method,
        "statistic": study.statistic,
        "ranked_by": METHODS[study.method].ranked_by,
        "samples": study.samples,
        "replicates": study.replicates,
        "seed": study.seed,
        "points": len(design),
        "runs": len(design) * study.replicates,
        "failed": failed,
        "factors": study.describe()["factors"],
        "groups": {name: list(paths) for name, paths in study.groups},
        "dependence": {f"{one} ~ {other}": rho for one, other, rho in study.dependence},
        "outcomes": {name: _by_factor(table[table["outcome"] == name], main) for name in study.outcomes},
        "stable": tables["unsettled"].empty if "unsettled" in tables else None,
        "noise": {row["outcome"]: _plain(row, ("outcome",)) for _, row in tables["noise"].iterrows()},
    }


def _by_factor(table: pd.DataFrame, main: str) -> dict[str, dict[str, Any]]:
    return {row["factor"]: _record(row, main) for _, row in table.sort_values("rank").iterrows()}


def _record(row: pd.Series, main: str) -> dict[str, Any]:
    """One factor's estimates; `interval` is that of the measure that ranks."""
    record = _plain(row, ("outcome", "factor"))
    record["interval"] = [record[f"{main}_low"], record[f"{main}_high"]]
    return record


def _plain(row: pd.Series, without: tuple[str, ...]) -> dict[str, Any]:
    return {name: _scalar(value) for name, value in row.items() if name not in without}


def _scalar(value: Any) -> Any:
    """A number, truth value or text as JSON holds it; what is not finite becomes null."""
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


def draw(study: Study, tables: Tables, lang: str) -> dict[str, dict[str, bytes]]:
    """Every figure of the study as PNG and SVG, by name."""
    made = {"noise": pictures(noise_figure(tables["noise"], lang))}
    ranked, method = tables["measures"], METHODS[study.method]
    varied = set(study.describe()["factors"])  # a group is no factor that an outcome could be drawn along
    for outcome in study.outcomes:
        order = list(ranked[ranked["outcome"] == outcome].sort_values("rank")["factor"])
        made[f"ranking-{outcome}"] = pictures(ranking_figure(ranked, outcome, method, lang))
        most = PANELS[outcome != study.outcomes[0]]
        order = [name for name in order if name in varied] or sorted(varied)
        made[f"responses-{outcome}"] = pictures(responses_figure(tables["responses"], outcome, order, lang, most=most))
    if "convergence" in tables:
        grown = convergence_figure(tables["convergence"], study.outcomes[0], method, lang)
        made["convergence"] = pictures(grown)
    if "second_order" in tables:
        for outcome in study.outcomes:
            matrix = interactions_figure(tables["second_order"], ranked, outcome, lang)
            made[f"interactions-{outcome}"] = pictures(matrix)
    return made


def tell(study: Study, design: Design, tables: Tables, folder: ResultFolder, lang: str) -> None:
    """Draw the figures and write the page."""
    figures = draw(study, tables, lang)
    for name, files in figures.items():
        folder.save_figure(name, files)
    facts = {
        "points": len(design),
        "parts": len(design.parts),
        "replicates": study.replicates,
        "runs": len(design) * study.replicates,
        "failed": folder.failed,
        "weeks": study.scenario.weeks,
    }
    png = {name: files["png"] for name, files in figures.items()}
    told = Told(
        study.scenario.title, METHODS[study.method], study.statistic, design, study.outcomes, tables, png, facts,
        provenance(study, folder.manifest, lang),
    )  # fmt: skip
    folder.save_report(sensitivity_page(told, lang))


def provenance(study: Study, manifest: Mapping[str, Any], lang: str) -> list[tuple[str, str]]:
    """What a reader needs to check and to repeat the study."""
    facts = common_facts(study, manifest) | {
        "method": f"{study.method}, N = {study.samples}, R = {study.replicates}",
        "repeat": "alliance sensitivity study.yaml",
    }
    order = ("study", "scenario", "method", "seed", "code", "versions", "design", "started", "repeat")
    return [(phrase(key, lang), facts[key]) for key in order]


def retell(root: Path, study: Study, lang: str) -> Path:
    """Draw the figures and write the page of a finished study again, in another language."""
    design = study.design()
    with study_folder(study, design, root, Manner(lang=lang, accept_code_change=True, own=True)) as folder:
        tables = {path.stem: pd.read_csv(path) for path in folder.tables()}
        tables["responses"]["label"] = tables["responses"]["label"].astype(object).fillna("").astype(str)
        tell(study, design, tables, folder, lang)
        folder.finish()
        return folder.layout.report


def stored_answer(root: Path) -> dict[str, Any]:
    """The answer that a finished study holds."""
    data: dict[str, Any] = json.loads(load(root).layout.inside("analysis", f"{ANSWER}.json").read_text())
    return data
