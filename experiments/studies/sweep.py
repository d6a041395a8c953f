"""Any design of experiments: run it, with or without its twin, and tell how outcomes are spread and how often policy
changes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from experiments.analysis.arrange import arrange
from experiments.analysis.distribution import distribution, histograms
from experiments.analysis.noise import noise_shares
from experiments.analysis.rates import change_curve, change_rates, hazards, times_of, uplift
from experiments.analysis.responses import main_effects
from experiments.analysis.survival import survival
from experiments.designs import ARM, ARMS, Design
from experiments.figures import (
    curve_figure,
    distribution_figure,
    hazards_figure,
    noise_figure,
    pictures,
    responses_figure,
    survival_figure,
)
from experiments.report.phrases import phrase
from experiments.report.sweeps import Swept, sweep_page
from experiments.store import ResultFolder, load
from experiments.studies.opening import Manner, common_facts, compute, study_folder
from experiments.studies.study import Study
from experiments.words import NAMES_ONLY
from sim.outcomes import OUTCOMES

Tables = dict[str, pd.DataFrame]
Read = Callable[[list[str]], pd.DataFrame]
ANSWER = "sweep"
MEASURED = tuple(name for name in OUTCOMES if name not in NAMES_ONLY)
ALONE = ("policy", "context", "start")  # groups of outcomes that mean something without an alliance
KEYS = ("design_point", "replicate", "status")
TIMES = ("weeks_to_change", "agreement_week")
PANELS, TOGETHER = 12, 8


def sweep(study: Study, root: Path, manner: Manner | None = None) -> dict[str, Any]:
    """Do a sweep in a folder, or finish it there, or read it if it is finished; the answer of `answer`."""
    manner = manner or Manner()
    design = study.design()
    with study_folder(study, design, root, manner) as folder:
        if folder.is_finished and folder.is_tidy():
            return folder.read_json(ANSWER) | {"already_finished": True}
        compute(study, design, folder, manner)
        tables = analyse(study, design, load(root).read)
        data = answer(study, design, tables, folder.failed)
        for name, table in tables.items():
            folder.save_table(name, table)
        folder.save_json(ANSWER, data)
        tell(study, design, tables, folder, manner.lang)
        folder.finish()
        return data | {"already_finished": False}


def analyse(study: Study, design: Design, read: Read) -> Tables:
    """All tables of the sweep; `read` gives columns of its runs, a few at a time so that memory stays small."""
    times = times_of(read([*KEYS, *TIMES]), design, study.scenario.weeks)
    parts = [MEASURED[first : first + TOGETHER] for first in range(0, len(MEASURED), TOGETHER)]
    spread = pd.concat([distribution(read([*KEYS, *part]), design, part) for part in parts], ignore_index=True)
    runs = read([*KEYS, *study.outcomes])
    tables = {
        "distribution": _told(spread),
        "histograms": _told(histograms(runs, design, study.outcomes)),
        "rates": change_rates(times),
        "hazards": hazards(times),
        "curve": change_curve(times),
        "survival": survival(times),
    }
    if design.twin:
        tables["uplift"] = uplift(times)
    return tables | _along_factors(study, design, runs)


def _means_something(arm: str, outcome: str) -> bool:
    """Whether an outcome says anything in an arm: what an alliance is and does says nothing where there is none."""
    return arm == ARMS[0] or OUTCOMES[outcome].group in ALONE


def _told(table: pd.DataFrame) -> pd.DataFrame:
    kept = [_means_something(arm, name) for arm, name in zip(table[ARM], table["outcome"], strict=True)]
    return table[kept].reset_index(drop=True)


def _along_factors(study: Study, design: Design, runs: pd.DataFrame) -> Tables:
    """Means along each factor and the part of chance, in the arm with the alliance; outcomes that may be missing are
    left out."""
    names = [name for name in study.outcomes if not OUTCOMES[name].optional]
    if not names:
        return {}
    mine = runs[design.arm_of(runs["design_point"].to_numpy()) == 0]
    mine = mine.assign(design_point=mine["design_point"] // design.arms)
    failed = bool((mine["status"] != "ok").any())
    cube = arrange(mine, names, design.draws, missing="omit" if failed else "refuse")
    alone = Design(design.kind, design.factors, design.unit, design.settings, design.composition, design.listed)
    tables = {"noise": noise_shares(cube, names, design.draws)}
    return tables | ({"responses": main_effects(alone, cube, names)} if design.paths else {})


def answer(study: Study, design: Design, tables: Tables, failed: int) -> dict[str, Any]:
    """What was found, as plain data with a stable shape."""
    described = design.describe()
    return {
        "job": study.job,
        "study": study.name,
        "design": design.kind,
        "points": design.draws,
        "twin": design.twin,
        "replicates": study.replicates,
        "seed": study.seed,
        "runs": len(design) * study.replicates,
        "failed": failed,
        "factors": study.describe().get("factors", described["factors"]),
        "rates": _records(tables["rates"]),
        "hazards": _records(tables["hazards"]),
        "uplift": _records(tables["uplift"]) if "uplift" in tables else [],
        "outcomes": {
            arm: {row["outcome"]: _record(row, (ARM, "outcome")) for row in _rows(tables["distribution"], arm)}
            for arm in ARMS[: design.arms]
        },
    }


def _rows(table: pd.DataFrame, arm: str) -> list[dict[Any, Any]]:
    return table[table[ARM] == arm].to_dict("records")


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [_record(row, ()) for row in table.to_dict("records")]


def _record(row: Mapping[Any, Any], without: tuple[str, ...]) -> dict[str, Any]:
    """One row with its interval as a pair; what is not finite becomes null."""
    plain = {name: _plain(value) for name, value in row.items() if name not in (*without, "low", "high")}
    return plain | {"interval": [_plain(row["low"]), _plain(row["high"])]}


def _plain(value: Any) -> Any:
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


def draw(study: Study, tables: Tables, lang: str) -> dict[str, dict[str, bytes]]:
    """Every figure of the sweep as PNG and SVG, by name."""
    made = {
        "change": pictures(curve_figure(tables["curve"], lang)),
        "hazards": pictures(hazards_figure(tables["hazards"], lang)),
        "distribution": pictures(distribution_figure(tables["histograms"], study.outcomes, lang)),
    }
    if len(tables.get("survival", ())):
        made["survival"] = pictures(survival_figure(tables["survival"], lang))
    if study.replicates > 1 and "noise" in tables:
        made["noise"] = pictures(noise_figure(tables["noise"], lang))
    if "responses" in tables:
        first = tables["responses"]["outcome"].iloc[0]
        order = list(dict.fromkeys(tables["responses"]["factor"]))
        made[f"responses-{first}"] = pictures(responses_figure(tables["responses"], first, order, lang, most=PANELS))
    return made


def tell(study: Study, design: Design, tables: Tables, folder: ResultFolder, lang: str) -> None:
    """Draw the figures and write the page."""
    figures = draw(study, tables, lang)
    for name, files in figures.items():
        folder.save_figure(name, files)
    facts = {
        "points": design.draws,
        "replicates": study.replicates,
        "runs": len(design) * study.replicates,
        "failed": folder.failed,
        "weeks": study.scenario.weeks,
    }
    png = {name: files["png"] for name, files in figures.items()}
    told = Swept(study.scenario.title, design, study.outcomes, tables, png, facts, provenance(study, folder, lang))
    folder.save_report(sweep_page(told, lang))


def provenance(study: Study, folder: ResultFolder, lang: str) -> list[tuple[str, str]]:
    """What a reader needs to check and to repeat the sweep."""
    kind = folder.manifest["design"]["kind"]
    facts = common_facts(study, folder.manifest) | {
        "laid": f"{kind}, {study.samples if study.table is None else study.table.draws}",
        "repeat": "alliance sweep study.yaml",
    }
    order = ("study", "scenario", "laid", "replicates", "seed", "code", "versions", "design", "started", "repeat")
    return [(phrase(key, lang), facts[key]) for key in order]


def retell(root: Path, study: Study, lang: str) -> Path:
    """Draw the figures and write the page of a finished sweep again, in another language."""
    design = study.design()
    with study_folder(study, design, root, Manner(lang=lang, accept_code_change=True, own=True)) as folder:
        tables = {path.stem: pd.read_csv(path) for path in folder.tables()}
        if "responses" in tables:
            tables["responses"]["label"] = tables["responses"]["label"].astype(object).fillna("").astype(str)
        tell(study, design, tables, folder, lang)
        folder.finish()
        return folder.layout.report
