"""Alternatives compared: the same futures for each, the same sampled contexts, assumptions moved one by one, and why.

Each ensemble is a stored study of its own below the comparison's folder, so that whatever stops the work loses little
and the same command goes on where it was. What was found is one record, `comparison.json`, from which page and figures
are made.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from experiments.analysis.comparison import (
    best_of,
    by_context,
    changed_by,
    contrasts,
    pair_confidence,
    robustness,
    side_by_side,
    turning_points,
)
from experiments.designs import CoefficientSets, Factor, single
from experiments.designs.coefficients import sets_again
from experiments.designs.listed import from_frame
from experiments.ensemble import evaluate
from experiments.figures import comparison_figures, pictures
from experiments.report.comparing import comparison_page
from experiments.store import load
from experiments.store.files import write_bytes, write_text
from experiments.studies.alternating import inputs_apart
from experiments.studies.opening import Interrupted, Manner, compute, study_folder
from experiments.studies.parting import CHANGE, UNTIL, USUAL, reasons
from experiments.studies.provenance import must_match, version
from experiments.studies.study import Study
from experiments.studies.surroundings import CONTEXT_RUNS, context_factors, typed
from experiments.words import LANGUAGES
from sim.errors import BadInput, Problem
from sim.scenario import resolved, scenario_from_resolved
from sim.scenario.structure import Scenario

ANSWER, ASKED = "comparison.json", "asked.json"
# What a strategist weighs: change and its time, what was won, what it took, how the alliance fares, whose voice counts.
MEASURED = (
    CHANGE, "provisions_won", "change_worth", "money_total", "hours_total", "fatigue_mean", "exits", "alive",
    "quarrels", "local_voice_share", "transparency_gap", "legitimacy", "veto_position",
)  # fmt: skip
FEWEST_RUNS = 20
MOVED_RUNS = 100  # replicates at each moved assumption
ALONE = 400  # futures that are looked at one by one where coefficients are drawn
SET_RUNS = 4  # replicates of each set of coefficients
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared, and how much is run.

    Parameters
    ----------
    alternatives : mapping of names to Scenario
        In the order in which they are told; the first is what the others are held against.
    replicates : int
        Futures of each alternative as things stand.
    contexts : int
        Sampled contexts; 0 leaves out regret and what turns the answer.
    enough : float
        Chance of change that counts as good enough in a context.
    seed : int
    sets : CoefficientSets or None
        Drawn beside chance where given.
    """

    alternatives: Mapping[str, Scenario]
    replicates: int = 1000
    contexts: int = 40
    enough: float = 0.5
    seed: int = 1
    sets: CoefficientSets | None = None

    def describe(self) -> dict[str, Any]:
        """All that it takes to compare the same again, as plain data."""
        return {
            "job": "comparison", "replicates": self.replicates, "contexts": self.contexts, "enough": self.enough,
            "seed": self.seed, "coefficients": self.sets.describe() if self.sets is not None else None,
            "alternatives": {name: resolved(each) for name, each in self.alternatives.items()},
        }  # fmt: skip

    @property
    def base(self) -> Scenario:
        """The first alternative."""
        return next(iter(self.alternatives.values()))

    @property
    def context_factors(self) -> tuple[Factor, ...]:
        """Every number of the context that works in all alternatives, around what the first says."""
        return context_factors(list(self.alternatives.values()))

    @property
    def runs(self) -> int:
        """Runs of all ensembles together."""
        futures = self.replicates
        if self.contexts:
            futures += self.contexts * CONTEXT_RUNS + len(self.moved()) * MOVED_RUNS
        return futures * len(self.alternatives)

    def moved(self) -> list[tuple[str, Any, Any]]:
        """Each assumption at both ends of where it may lie: path, value and value as things stand."""
        usual = self.base.parameters.as_dict()
        ends = [(one.path, value, usual[one.path]) for one in self.context_factors for value in (one.low, one.high)]
        kept = [(path, typed(path, value), now) for path, value, now in ends]
        return [each for each in kept if each[1] != each[2]]


def stored_comparison(root: Path) -> Comparison:
    """What a folder's comparison was asked; BadInput where it holds none."""
    path = root / ASKED
    if not path.is_file():
        raise BadInput(Problem(root.as_posix(), 0, "", "", "holds no comparison"))
    said = json.loads(path.read_text(encoding="utf-8"))
    alternatives = {name: scenario_from_resolved(each, name) for name, each in said["alternatives"].items()}
    sets = sets_again(said["coefficients"]) if said["coefficients"] else None
    return Comparison(alternatives, said["replicates"], said["contexts"], said["enough"], said["seed"], sets)


def compare(asked: Comparison, root: Path, manner: Manner | None = None, say: Say = lambda _: None) -> dict[str, Any]:
    """Compare alternatives in a folder, or go on where it was; what was found, as plain data.

    Writes below `root`: the runs of each ensemble and alternative, `comparison.json`, tables, figures, `report.html`.

    Raises BadInput where the folder holds another comparison, or something else.
    """
    _claim(asked, root)
    try:
        return _compare(asked, root, manner or Manner(), say)
    except KeyboardInterrupt as stop:
        raise Interrupted(root, getattr(stop, "exit_code", 130)) from None


def _claim(asked: Comparison, root: Path) -> None:
    """Say in the folder what is asked, before anything is run."""
    text = json.dumps(asked.describe(), ensure_ascii=False, indent=1) + "\n"
    path = root / ASKED
    if path.is_file():
        if path.read_text(encoding="utf-8") != text:
            expected = "holds another comparison; choose another folder with --out"
            raise BadInput(Problem(root.as_posix(), 0, "", "", expected))
        return
    if root.is_dir() and any(root.iterdir()):
        raise BadInput(Problem(root.as_posix(), 0, "", "", "holds something else; choose another folder with --out"))
    root.mkdir(parents=True, exist_ok=True)
    write_text(path, root, text)


def _compare(asked: Comparison, root: Path, manner: Manner, say: Say) -> dict[str, Any]:
    say("futures")
    futures = _ensemble(asked, root / "futures", manner, _futures(asked))
    data = _head(asked, futures)
    tables = {"differences": contrasts(futures, (*MEASURED, UNTIL), by_draw=asked.sets is not None),
              "outcomes": side_by_side(futures, (*MEASURED, UNTIL)), "times": _times(asked, futures)}  # fmt: skip
    data |= _answer(asked, tables)
    if asked.contexts:
        say("contexts")
        drawn = _ensemble(asked, root / "contexts", manner, _contexts(asked))
        tables["contexts"] = by_context(drawn, CHANGE)
        data["contexts"] = _robust(asked, drawn)
        say("moved")
        data["turning"] = _turning(asked, futures, root / "moved", manner)
    say("why")
    data["why"] = reasons(asked.alternatives, _alone(asked, futures), asked.seed)
    for name, table in tables.items():
        write_text(root / f"{name}.csv", root, table.to_csv(index=False, lineterminator="\n"))
    write_text(root / ANSWER, root, json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
    tell(root, data, manner.lang)
    return data


def tell(root: Path, data: Mapping[str, Any], lang: str) -> Path:
    """Draw the figures in both languages and write the page in one; the page's path."""
    for each in LANGUAGES:
        for name, figure in comparison_figures(data, each).items():
            for suffix, content in pictures(figure).items():
                write_bytes(root / "figures" / f"{name}-{each}.{suffix}", root, content)
    shown = {name: pictures(figure)["svg"] for name, figure in comparison_figures(data, lang).items()}
    path = root / "report.html"
    write_text(path, root, comparison_page(data, shown, lang))
    return path


def retell(root: Path, lang: str) -> Path:
    """Write the page of a comparison again, in another language, from its record."""
    if not (root / ANSWER).is_file():
        raise BadInput(Problem(root.as_posix(), 0, "", "", "not finished yet; finish it with `alliance resume`"))
    return tell(root, json.loads((root / ANSWER).read_text(encoding="utf-8")), lang)


# Ensembles --------------------------------------------------------------------------------------------------------


def _futures(asked: Comparison) -> dict[str, Any]:
    if asked.sets is None:
        return {"job": "replicates", "samples": 1, "replicates": asked.replicates}
    sets = max(2, asked.replicates // SET_RUNS)
    return {"job": "replicates", "samples": sets, "replicates": SET_RUNS, "factors": (asked.sets,)}


def _contexts(asked: Comparison) -> dict[str, Any]:
    factors = asked.context_factors + ((asked.sets,) if asked.sets is not None else ())
    return {"job": "sweep", "method": "lhs", "samples": asked.contexts, "replicates": CONTEXT_RUNS, "factors": factors}


def _ensemble(asked: Comparison, root: Path, manner: Manner, words: Mapping[str, Any]) -> dict[str, pd.DataFrame]:
    """The runs of one ensemble, an alternative a folder; made only once."""
    found = {}
    for name, scenario in asked.alternatives.items():
        study = Study(name=name, scenario=scenario, seed=asked.seed, **words)
        design = study.design()
        root.mkdir(parents=True, exist_ok=True)
        with study_folder(study, design, root / name, manner) as folder:
            compute(study, design, folder, manner)
            if not folder.is_finished:
                folder.finish()
        wanted = ["design_point", "replicate", "status", "weeks_to_change", *MEASURED, *USUAL]
        runs = load(root / name).read(list(dict.fromkeys(wanted)))
        found[name] = with_until(runs, scenario.weeks)
    return found


def _alone(asked: Comparison, futures: Mapping[str, pd.DataFrame]) -> Mapping[str, pd.DataFrame]:
    """Futures with the coefficients as declared: what is told run by run needs one model."""
    if asked.sets is None:
        return futures
    return {name: with_until(evaluate(scenario, single(), min(asked.replicates, ALONE), asked.seed), scenario.weeks)
            for name, scenario in asked.alternatives.items()}  # fmt: skip


def with_until(runs: pd.DataFrame, weeks: int) -> pd.DataFrame:
    """Runs with the weeks until policy changed, or until nobody watched any more: the restricted time to change."""
    until = runs["weeks_to_change"].fillna(float(weeks))
    return runs.assign(**{UNTIL: until.where(runs["status"] == "ok")})


# What was found ---------------------------------------------------------------------------------------------------


def _head(asked: Comparison, futures: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """What was asked, and the stamp that reproduces it."""
    failed = {name: int((table["status"] != "ok").sum()) for name, table in futures.items()}
    runs = len(next(iter(futures.values())))
    head: dict[str, Any] = {
        "job": "comparison", "alternatives": {name: each.title for name, each in asked.alternatives.items()},
        "futures": runs, "failed": failed, "weeks": asked.base.weeks, "start": asked.base.start.isoformat(),
        "seed": asked.seed, "replicates": asked.replicates, "inputs": inputs_apart(asked.alternatives),
        "marks": _marks(asked.base),
        "scenarios": {name: resolved(each) for name, each in asked.alternatives.items()},
        "coefficients": None if asked.sets is None else {"name": asked.sets.name, "sets": len(asked.sets.sets)},
        "confidence": pair_confidence(len(asked.alternatives)),
        "stamp": must_match() | {"alliance-lab": version("alliance-lab"), "mesa": version("mesa")},
    }  # fmt: skip
    return head


def _marks(scenario: Scenario) -> dict[str, int]:
    """How many listed entries come from where, by the first letter of the mark that they carry: V verified, S stated by
    the source that describes the alliance, and A, assumed, which is also what carries no mark."""
    marks = [each.mark for each in scenario.members or ()]
    marks += [each.mark for each in scenario.government or ()] + [each.mark for each in scenario.calendar or ()]
    letters = [mark[:1].upper() for mark in marks]
    return {"V": letters.count("V"), "S": letters.count("S"),
            "A": len(letters) - letters.count("V") - letters.count("S")}  # fmt: skip


def _times(asked: Comparison, futures: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    parts = [changed_by(table, asked.base.weeks, by_draw=asked.sets is not None).assign(alternative=name)
             for name, table in futures.items()]  # fmt: skip
    return pd.concat(parts, ignore_index=True)[["alternative", "week", "share", "low", "high", "runs"]]


def _answer(asked: Comparison, tables: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    differences, outcomes = tables["differences"], tables["outcomes"]
    means = {row["alternative"]: row["mean"] for row in outcomes[outcomes["outcome"] == CHANGE].to_dict("records")}
    pairs = [
        _record(row, ("first", "second", "outcome", "mean", "against", "difference", "distinguishable", "higher",
                      "equal", "lower", "pairs", "saved"))
        for row in differences.to_dict("records")
    ]  # fmt: skip
    shown: dict[str, dict[str, Any]] = {}
    for row in outcomes.to_dict("records"):
        shown.setdefault(row["outcome"], {})[row["alternative"]] = _record(row, ("mean", "median", "runs", "missing"))
    times: dict[str, list[dict[str, Any]]] = {}
    for row in tables["times"].to_dict("records"):
        times.setdefault(row["alternative"], []).append(_record(row, ("week", "share", "runs")))
    best = best_of(means, differences[differences["outcome"] == CHANGE])
    return {"best": list(best), "outcomes": shown, "pairs": pairs, "times": times, "half_by": _half_by(times)}


def _half_by(times: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Any]:
    """The first quarter by which policy has changed in half of the futures; None where it has not by the horizon."""
    return {name: next((row["week"] for row in rows if row["share"] >= 0.5), None) for name, rows in times.items()}


def _record(row: Mapping[Any, Any], keys: Sequence[str]) -> dict[str, Any]:
    return {key: _finite(row[key]) for key in keys} | {"interval": [_finite(row["low"]), _finite(row["high"])]}


def _finite(value: Any) -> Any:
    if isinstance(value, np.bool_):
        return bool(value)
    if isinstance(value, np.integer):
        return int(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _robust(asked: Comparison, drawn: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    halves = by_context(drawn, CHANGE, 0), by_context(drawn, CHANGE, 1)
    rows = [{key: _finite(value) for key, value in row.items()}
            for row in robustness(halves, asked.enough).to_dict("records")]  # fmt: skip
    factors = {one.path: [one.low, one.high] for one in asked.context_factors}
    asked_for = {"number": asked.contexts, "runs_each": CONTEXT_RUNS, "enough": asked.enough}
    return asked_for | {"factors": factors, "rows": rows}


def _turning(
    asked: Comparison, futures: Mapping[str, pd.DataFrame], root: Path, manner: Manner
) -> list[dict[str, Any]]:
    """For the first alternative against each other: which assumption, moved alone, turns the difference, and where."""
    moved = asked.moved()
    usual = asked.base.parameters.as_dict()
    paths = list(dict.fromkeys(path for path, _, _ in moved))
    points = pd.DataFrame([{path: usual[path] for path in paths} | {each: value} for each, value, _ in moved])
    design = from_frame(points, asked.base)
    words = {"job": "sweep", "method": "listed", "table": design, "replicates": MOVED_RUNS}
    runs = _ensemble(asked, root, manner, words)
    found = []
    first, *others = asked.alternatives
    for other in others:
        base, ends = ({name: table[name] for name in (first, other)} for table in (futures, runs))
        rows = turning_points(base, ends, moved, CHANGE).to_dict("records")
        keys = ("path", "value", "usual", "difference", "usual_difference", "clear", "turns", "at")
        found.append({"first": first, "second": other, "runs_each": MOVED_RUNS,
                      "rows": [_record(row, keys) for row in rows]})  # fmt: skip
    return found
