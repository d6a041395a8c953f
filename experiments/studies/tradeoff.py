"""One trade-off shown: every level in every arm on the same chance, the claims judged, the picture drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from experiments.analysis.arrange import arrange
from experiments.analysis.contrasts import Grid, judged, level_effects, level_means, neighbour_differences, worst
from experiments.ensemble import Progress, evaluate
from experiments.figures import pictures, tradeoff_figure
from experiments.figures.tradeoff import Shown
from experiments.report.tradeoff import tradeoff_page
from experiments.store import ResultFolder, load
from experiments.studies.demonstration import Tradeoff
from experiments.studies.opening import Manner, common_facts, compute, study_folder
from experiments.words import LANGUAGES

ANSWER = "tradeoff"
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Found:
    """What a demonstration showed: `data` is what `--json` prints, `already` says that nothing had to be run."""

    root: Path
    data: dict[str, Any]
    failed: int
    already: bool

    def picture(self, lang: str, suffix: str = "png") -> Path:
        """The file of the picture in a language."""
        return self.root / "figures" / f"{ANSWER}-{lang}.{suffix}"


def tradeoff(study: Tradeoff, root: Path, manner: Manner | None = None) -> Found:
    """Show a trade-off in a folder, or finish it there, or read it if it is finished."""
    manner = manner or Manner()
    design = study.design()
    with study_folder(study, design, root, manner) as folder:
        if folder.is_finished and folder.is_tidy():
            return Found(root, folder.read_json(ANSWER), folder.failed, already=True)
        compute(study, design, folder, manner)
        runs = load(root).read(["design_point", "replicate", *study.measured])
        tables = analyse(study, runs, folder.failed)
        data = answer(study, tables, folder.failed)
        for name, table in tables.items():
            folder.save_table(name, table)
        folder.save_json(ANSWER, data)
        tell(study, tables, folder, manner.lang)
        folder.finish()
        return Found(root, data, folder.failed, already=False)


def in_memory(study: Tradeoff, workers: int | None = None, progress: Progress | None = None) -> dict[str, Any]:
    """The same without a folder and without a picture."""
    runs = evaluate(study.scenario, study.design(), study.replicates, study.seed, workers, progress)
    failed = int((runs["status"] != "ok").sum())
    return answer(study, analyse(study, runs, failed), failed)


def analyse(study: Tradeoff, runs: pd.DataFrame, failed: int = 0) -> dict[str, pd.DataFrame]:
    """Means by level, differences between neighbours, and the claims with their verdicts."""
    points = len(study.arms) * len(study.levels)
    cube = arrange(runs, study.measured, points, missing="omit")
    grid = Grid(cube, _names(study.arms), _names(study.levels), study.measured)
    return {
        "levels": level_means(grid),
        "effects": level_effects(grid, study.against or study.levels[0].name),
        "differences": neighbour_differences(grid),
        "claims": judged(grid, study.claims),
    }


def _names(options: Any) -> tuple[str, ...]:
    return tuple(each.name for each in options)


def answer(study: Tradeoff, tables: Tables, failed: int) -> dict[str, Any]:
    """What was found, as plain data with a stable shape."""
    claims = [_claim(number, tables["claims"]) for number in range(len(study.claims))]
    return {
        "job": study.job,
        "tradeoff": study.code,
        "study": study.name,
        "title": dict(study.titles),
        "explanation": {lang: list(said) for lang, said in study.explanation.items()},
        "replicates": study.replicates,
        "seed": study.seed,
        "runs": len(study.arms) * len(study.levels) * study.replicates,
        "failed": failed,
        "lever": study.lever or None,
        "levels": {each.name: _labels(study, each) for each in study.levels},
        "arms": {each.name: _labels(study, each) for each in study.arms},
        "outcomes": {name: _outcome(name, tables) for name in study.measured},
        "claims": claims,
        "verdict": worst([claim["verdict"] for claim in claims]),
    }


def _labels(study: Tradeoff, option: Any) -> dict[str, str]:
    return {lang: study.label(option, lang) for lang in LANGUAGES}


def _outcome(name: str, tables: Tables) -> dict[str, Any]:
    """Means and differences of one outcome, arm by arm."""
    levels, steps = (tables[key][tables[key]["outcome"] == name] for key in ("levels", "differences"))
    arms = list(dict.fromkeys(levels["arm"]))
    return {
        arm: {
            "levels": [_record(row, ("level", "mean", "runs")) for row in _rows(levels, arm)],
            "differences": [_record(row, ("start", "end", "difference", "pairs")) for row in _rows(steps, arm)],
        }
        for arm in arms
    }


def _rows(table: pd.DataFrame, arm: str) -> list[dict[Any, Any]]:
    return table[table["arm"] == arm].to_dict("records")


def _claim(number: int, table: pd.DataFrame) -> dict[str, Any]:
    """One claim, the contrasts that it stands on, and the verdict."""
    rows = table[table["claim"] == number].to_dict("records")
    parts = [_record(row, ("arms", "start", "end", "difference", "pairs", "verdict")) for row in rows]
    words = {key: rows[0][key] for key in ("kind", "outcome")}
    return words | {"verdict": worst([row["verdict"] for row in rows]), "contrasts": parts}


def _record(row: Mapping[Any, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: _finite(row[key]) for key in keys} | {"interval": [_finite(row["low"]), _finite(row["high"])]}


def _finite(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def shown(study: Tradeoff, lang: str) -> Shown:
    """The words of the picture in a language."""
    places = [each.values[study.lever] for each in study.levels] if study.lever else []
    numbers = [float(value) for value in places if not isinstance(value, bool | str)]
    return Shown(
        title=f"{study.code} – {study.titles[lang]}",
        explanation=study.explanation[lang],
        axis=study.axis[lang],
        levels={each.name: study.label(each, lang) for each in study.levels},
        places=tuple(numbers) if len(numbers) == len(study.levels) else (),
        arms={each.name: study.label(each, lang) for each in study.arms},
        outcomes=study.outcomes,
        replicates=study.replicates,
        against=study.against,
    )


def tell(study: Tradeoff, tables: Tables, folder: ResultFolder, lang: str) -> None:
    """Draw the picture in both languages and write the page in one."""
    made = {each: pictures(tradeoff_figure(tables, shown(study, each), each)) for each in LANGUAGES}
    for each, files in made.items():
        folder.save_figure(f"{ANSWER}-{each}", files)
    facts = common_facts(study, folder.manifest)
    data = folder.read_json(ANSWER)
    folder.save_report(tradeoff_page(data, made[lang]["png"], facts, lang))


def retell(root: Path, study: Tradeoff, lang: str) -> Path:
    """Write the page of a finished demonstration again, in another language."""
    with study_folder(study, study.design(), root, Manner(lang=lang, accept_code_change=True, own=True)) as folder:
        tables = {path.stem: pd.read_csv(path, dtype={"level": str, "start": str, "end": str})
                  for path in folder.tables()}  # fmt: skip
        tell(study, tables, folder, lang)
        folder.finish()
        return folder.layout.report
