"""What a page asks of the model: which designs it takes, and what is told of so many of their futures."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from alliance.web.design import SHOWN, Design, read_design
from alliance.web.futures import MOST, Futures, Stock
from alliance.web.lessons import lesson_futures, lesson_told, lessons
from experiments.analysis.comparison import changed_by, contrasts, pair_confidence, side_by_side
from experiments.analysis.differences import paired_differences
from experiments.analysis.diverging import told_runs
from experiments.report.comparing import likelihood, pair_sentence
from experiments.studies.parting import CHANGE, UNTIL, USUAL
from experiments.words import LANGUAGES, choice_label, factor_label, short_number
from sim.errors import BadInput, Problem
from sim.kinds import MEMBER_KINDS
from sim.parameters import PARAMETERS
from sim.scenario import refused_factor
from sim.scenario.structure import Scenario

STAGES = (50, 100, 250, 500, 1000)
MOVED_STAGES = (25, 50, 100, 200)
MORE = (2000, 4000, 6000, 10_000)  # for lessons that rest on a small effect
# What the pages tell of a design beside the chance of change; `alliance compare` has more.
TOLD = ("provisions_won", "alive", "exits", "activities_completed", "fatigue_mean", "legitimacy", "local_voice_share",
        "hours_total", "money_total")  # fmt: skip
FANS = ("trust_mean", "commitment_mean", "fatigue_mean", "members", "legitimacy", "turnout", "salience",
        "public_support", "holder_position", "evidence", "capacity", "coherence")  # fmt: skip
QUANTILES = {"p5": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}
SAMPLES = 5
MOST_DESIGNS = 3
HEAT_STEPS = 5
Told = Callable[[int], dict[str, Any]]


@dataclass(frozen=True)
class Ask:
    """Futures that are wanted, in stages, and what is told of the first `n` of each."""

    futures: Sequence[Futures]
    told: Told
    stages: Sequence[int] = STAGES
    problems: Sequence[Problem] = field(default_factory=tuple)


def read_ask(said: Mapping[str, Any], stock: Stock) -> Ask:
    """What a page asks; BadInput where it cannot be asked."""
    sort = said.get("ask")
    if sort not in ASKS:
        raise BadInput(Problem(SHOWN, 0, "ask", str(sort)[:40], f"expected one of {', '.join(ASKS)}"))
    lang = said.get("lang", "en")
    if lang not in LANGUAGES:
        raise BadInput(Problem(SHOWN, 0, "lang", str(lang)[:10], "expected en or fr"))
    return ASKS[sort](said, stock, lang)


def _moved(design: Design, stock: Stock) -> Futures:
    """A few futures of a design, without weekly variables."""
    return _futures(design, stock, most=MOVED_STAGES[-1], watched=False)


def _futures(
    design: Design, stock: Stock, *, active: bool = True, most: int = MOST, watched: bool = True
) -> Futures:
    scenario = design.scenario()
    if active and not any(one.kind in MEMBER_KINDS for one in scenario.members or ()) and scenario.members is not None:
        raise BadInput(Problem(SHOWN, 0, "members", "", "nobody is a member; add an organisation"))
    return stock.of(design.digest, scenario, design.seed, active=active, most=most, watched=watched)


def _designs(said: Mapping[str, Any]) -> dict[str, Design]:
    found = said.get("designs")
    if not isinstance(found, Mapping) or not 1 <= len(found) <= MOST_DESIGNS:
        raise BadInput(Problem(SHOWN, 0, "designs", "", f"expected one to {MOST_DESIGNS} designs by name"))
    return {str(name)[:60]: read_design(each) for name, each in found.items()}


# Explore ----------------------------------------------------------------------------------------------------------


def explore(said: Mapping[str, Any], stock: Stock, lang: str) -> Ask:
    """One design: chance of change with and without the alliance, its fan, and which futures are worth telling."""
    design = next(iter(_designs(said).values()))
    variable = said.get("fan", FANS[0])
    if variable not in FANS:
        raise BadInput(Problem(SHOWN, 0, "fan", str(variable)[:40], f"expected one of {', '.join(FANS)}"))
    alliance, world = _futures(design, stock), _futures(design, stock, active=False)

    def told(count: int) -> dict[str, Any]:
        runs = alliance.table(count)
        return {
            "chance": chance(runs), "without": chance(world.table(count)), "curve": curve(runs, alliance.scenario),
            "fan": fan(alliance, variable, count), "outcomes": means(runs), "which": which(runs, alliance.scenario),
            "likely": {"word": likelihood(float(runs[CHANGE].mean()))},
        }  # fmt: skip

    return Ask((alliance, world), told)


def chance(runs: pd.DataFrame) -> dict[str, Any]:
    """Share of futures with change, and its interval."""
    row = side_by_side({"": runs}, [CHANGE]).iloc[0]
    return {"mean": float(row["mean"]), "low": float(row["low"]), "high": float(row["high"]), "runs": len(runs)}


def curve(runs: pd.DataFrame, scenario: Scenario) -> dict[str, list[float]]:
    """Share of futures in which policy has changed by a week, with its interval."""
    table = changed_by(runs, scenario.weeks, by_draw=False)
    return {"weeks": table["week"].tolist(), **{key: table[key].tolist() for key in ("share", "low", "high")}}


def fan(futures: Futures, variable: str, count: int) -> dict[str, Any]:
    """Quantiles of a weekly variable over futures, and a few futures themselves."""
    values = futures.of(variable, count)
    bands = np.quantile(values, list(QUANTILES.values()), axis=0)
    return {
        "variable": variable, "weeks": (futures.kept + 1).tolist(),
        "bands": {name: _plain(row) for name, row in zip(QUANTILES, bands, strict=True)},
        "samples": [_plain(row) for row in values[:SAMPLES]],
    }  # fmt: skip


def _plain(values: Any) -> list[float]:
    return [round(float(each), 4) for each in values]


def means(runs: pd.DataFrame) -> dict[str, dict[str, float | None]]:
    """Mean and interval of each outcome that the pages tell."""
    table = side_by_side({"": runs}, TOLD)
    return {row["outcome"]: {key: finite(row[key]) for key in ("mean", "low", "high")}
            for row in table.to_dict("records")}  # fmt: skip


def finite(value: float) -> float | None:
    """A number that JSON can say; None for one that is missing."""
    return float(value) if math.isfinite(value) else None


def which(runs: pd.DataFrame, scenario: Scenario) -> dict[str, int]:
    """Replicates of a usual, a lucky and an unlucky future, as the report chooses them."""
    luck = runs["provisions_won"] + runs[CHANGE] - runs[UNTIL] / scenario.weeks
    outcomes = np.nan_to_num(runs[list(USUAL)].to_numpy(dtype=float))
    return told_runs(outcomes, luck.to_numpy(dtype=float))


# Compare ----------------------------------------------------------------------------------------------------------


def compare(said: Mapping[str, Any], stock: Stock, lang: str) -> Ask:
    """Two or three designs on the same futures."""
    designs = _designs(said)
    if len(designs) < 2:
        raise BadInput(Problem(SHOWN, 0, "designs", "", "expected two designs or three"))
    found = {name: _futures(each, stock) for name, each in designs.items()}
    _one_situation({name: each.scenario for name, each in found.items()})

    def told(count: int) -> dict[str, Any]:
        tables = {name: each.table(count) for name, each in found.items()}
        rows = contrasts(tables, (CHANGE, *TOLD, UNTIL), by_draw=False).to_dict("records")
        pairs = [_pair(row) for row in rows]
        return {
            "designs": {name: {"chance": chance(tables[name]), "curve": curve(tables[name], each.scenario),
                               "outcomes": means(tables[name]), "fan": fan(each, said.get("fan", FANS[0]), count)}
                        for name, each in found.items()},
            "pairs": pairs, "confidence": pair_confidence(len(found)),
            "sentences": [pair_sentence(row, lang) for row in pairs if row["outcome"] == CHANGE],
        }  # fmt: skip

    if said.get("fan", FANS[0]) not in FANS:
        raise BadInput(Problem(SHOWN, 0, "fan", "", f"expected one of {', '.join(FANS)}"))
    return Ask(tuple(found.values()), told)


def _one_situation(scenarios: Mapping[str, Scenario]) -> None:
    """Alternatives are compared before the same problem and calendar; say so where they are not."""
    first = next(iter(scenarios.values()))
    for name, each in list(scenarios.items())[1:]:
        if (each.start, each.weeks) != (first.start, first.weeks):
            expected = "another start or horizon: choose designs of the same situation"
            raise BadInput(Problem(SHOWN, 0, name, "", expected))


def _pair(row: Mapping[str, Any]) -> dict[str, Any]:
    keys = ("outcome", "first", "second", "difference", "higher", "equal", "lower", "pairs", "saved")
    found = {key: finite(row[key]) if isinstance(row[key], float) else row[key] for key in keys}
    ends = [finite(row["low"]), finite(row["high"])]
    return found | {"interval": ends, "distinguishable": bool(row["distinguishable"])}


# Lessons ----------------------------------------------------------------------------------------------------------


def lesson(said: Mapping[str, Any], stock: Stock, lang: str) -> Ask:
    """One lesson: every level in every arm."""
    number = said.get("lesson")
    if number not in lessons():
        raise BadInput(Problem(SHOWN, 0, "lesson", str(number)[:10], f"expected 1 to {len(lessons())}"))
    asked = lessons()[number]
    grid = lesson_futures(asked, stock)
    stages = (*STAGES, *(count for count in MORE if count <= asked.futures))
    return Ask(grid, lambda count: lesson_told(asked, grid, count), stages)


# What matters -----------------------------------------------------------------------------------------------------


def matters(said: Mapping[str, Any], stock: Stock, lang: str) -> Ask:
    """Each lever, or each condition, moved alone to either end; or each member taken away; paired."""
    design, about = next(iter(_designs(said).values())), said.get("about", "lever")
    outcome = said.get("outcome", CHANGE)
    if about not in ("lever", "context", "members") or outcome not in (CHANGE, *TOLD):
        expected = "expected lever, context or members, and an outcome"
        raise BadInput(Problem(SHOWN, 0, "about", str(about)[:40], expected))
    scenario, base = design.scenario(), _moved(design, stock)
    moves = _without(design, scenario, stock) if about == "members" else _ends(design, scenario, about, stock, lang)
    confidence = pair_confidence(2)

    def told(count: int) -> dict[str, Any]:
        usual = base.table(count)
        rows = []
        for each, futures in moves:
            found = paired_differences(futures.table(count), usual, [outcome], by_draw=False, confidence=confidence)
            row = found.iloc[0]
            rows.append(each | {key: finite(row[key]) for key in ("difference", "low", "high")})
        return {"rows": rows, "base": finite(float(usual[outcome].mean())), "outcome": outcome, "about": about}

    return Ask((base, *(futures for _, futures in moves)), told, MOVED_STAGES)


def _ends(
    design: Design, scenario: Scenario, role: str, stock: Stock, lang: str
) -> list[tuple[dict[str, Any], Futures]]:
    """The design with one parameter at the low end, or at the high end, or at another choice."""
    found = []
    for path, parameter in PARAMETERS.items():
        if parameter.role != role or refused_factor(scenario, path) is not None:
            continue
        usual = scenario.parameters.value(path)
        for value in _other_values(path, usual):
            moved = Design(design.preset, {**design.settings, path: value}, design.added, design.removed,
                           design.changed, design.seed)  # fmt: skip
            words = {"path": path, "label": factor_label(path, lang), "at": value_label(path, value, lang),
                     "usual": value_label(path, usual, lang), "higher": _is_higher(value, usual)}  # fmt: skip
            try:
                found.append((words, _moved(moved, stock)))
            except BadInput:
                continue  # a value that this situation does not admit is no move
    return found


def _other_values(path: str, usual: Any) -> list[Any]:
    parameter = PARAMETERS[path]
    if parameter.type == "choice":
        return [name for name in parameter.choice_names if name != usual]
    if parameter.type == "boolean":
        return [not usual]
    ends = (parameter.declaration.low, parameter.declaration.high)
    whole = parameter.type == "integer"
    return [int(end) if whole else float(end) for end in ends if end is not None and end != usual]


def _is_higher(value: Any, usual: Any) -> bool:
    return not isinstance(value, str) and value > usual


def value_label(path: str, value: Any, lang: str) -> str:
    """A value as readers see it."""
    if PARAMETERS[path].type in ("choice", "boolean"):
        return choice_label(path, str(value), lang)
    return short_number(float(value), lang)


def _without(design: Design, scenario: Scenario, stock: Stock) -> list[tuple[dict[str, Any], Futures]]:
    """The design without each member in turn."""
    found = []
    for one in scenario.members or ():
        if one.kind not in MEMBER_KINDS:
            continue
        mine = [each for each in design.added if one.id not in (each.get("id"),)]
        is_added = len(mine) < len(design.added)
        removed = design.removed if is_added else (*design.removed, one.id)
        changed = {key: value for key, value in design.changed.items() if key not in (one.id, one.name)}
        left = Design(design.preset, design.settings, tuple(mine), removed, changed, design.seed)
        try:
            found.append(({"path": one.id, "label": one.name, "at": "", "usual": "", "higher": False},
                          _moved(left, stock)))  # fmt: skip
        except BadInput:
            continue  # the last member, or one whom another entry needs
    return found


def heat(said: Mapping[str, Any], stock: Stock, lang: str) -> Ask:
    """Two levers together, five values each."""
    design = next(iter(_designs(said).values()))
    scenario = design.scenario()
    paths = [str(said.get("x")), str(said.get("y"))]
    for path in paths:
        known = path in PARAMETERS and PARAMETERS[path].role in ("lever", "context")
        if not known or refused_factor(scenario, path) is not None:
            raise BadInput(Problem(SHOWN, 0, "x", path[:60], "expected a lever or condition that works here"))
    if paths[0] == paths[1]:
        raise BadInput(Problem(SHOWN, 0, "y", paths[1], "expected another one than x"))
    xs, ys = (_steps(path) for path in paths)
    grid = [[_moved(Design(design.preset, {**design.settings, paths[0]: x, paths[1]: y}, design.added,
                             design.removed, design.changed, design.seed), stock) for x in xs] for y in ys]  # fmt: skip

    def told(count: int) -> dict[str, Any]:
        values = [[float(each.table(count)[CHANGE].mean()) for each in row] for row in grid]
        labels = [[value_label(path, value, lang) for value in steps]
                  for path, steps in zip(paths, (xs, ys), strict=True)]  # fmt: skip
        return {"values": values, "xs": labels[0], "ys": labels[1],
                "labels": [factor_label(path, lang) for path in paths]}  # fmt: skip

    return Ask([each for row in grid for each in row], told, MOVED_STAGES)


def _steps(path: str) -> list[Any]:
    parameter = PARAMETERS[path]
    if parameter.type == "choice":
        return list(parameter.choice_names)
    if parameter.type == "boolean":
        return [False, True]
    low, high = parameter.declaration.low, parameter.declaration.high
    assert low is not None and high is not None
    steps = np.linspace(low, high, HEAT_STEPS)
    return sorted({int(round(each)) for each in steps}) if parameter.type == "integer" else [float(x) for x in steps]


ASKS: dict[str, Callable[[Mapping[str, Any], Stock, str], Ask]] = {
    "explore": explore, "compare": compare, "lesson": lesson, "matters": matters, "heat": heat,
}  # fmt: skip
