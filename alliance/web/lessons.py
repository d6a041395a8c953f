"""Lessons: a trade-off shown with one slider, the texts around it, and what its futures say of the claims."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML

from alliance.web.futures import MOST, Futures, Stock
from experiments.analysis.contrasts import Claim, Grid, judged, level_effects, level_means, worst
from experiments.studies.demonstration import ARM_KEYS, ONLY_ARM, Tradeoff, read_tradeoff
from experiments.words import LANGUAGES, is_share, outcome_label
from sim.outcomes import OUTCOMES
from sim.scenario import load_scenario
from sim.scenario.finding import shipped_folder
from sim.scenario.structure import Scenario

FOLDER, CHALLENGE = "lessons", "challenge"
TEXTS = ("title", "question", "try", "why", "transfer", "notes")
SEED = 1


@dataclass(frozen=True)
class Place:
    """A level or an arm of a lesson: its name and its words in each language."""

    name: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Lesson:
    """One lesson.

    Parameters
    ----------
    code : str
        The trade-off that it shows, "T1" to "T12", or the statement "S56".
    shows : str
        Outcome of the picture.
    against : str
        Level from which paired differences are drawn; "" where means are drawn.
    start : str
        Level on which the slider stands.
    bet, asked : str
        "level": which is best; "number": how many futures at the level `asked`.
    futures : int
        Futures that its claims rest on: more than the pages show otherwise where an effect is small.
    texts : mapping
        Texts by name and language.
    scenarios : mapping of (arm, level) to Scenario
    """

    number: int
    code: str
    shows: str
    axis: Mapping[str, str]
    against: str
    start: str
    bet: str
    asked: str
    minutes: int
    futures: int
    texts: Mapping[str, Mapping[str, Any]]
    arms: tuple[Place, ...]
    levels: tuple[Place, ...]
    claims: tuple[Claim, ...]
    scenarios: Mapping[tuple[str, str], Scenario]
    seed: int

    def describe(self, lang: str) -> dict[str, Any]:
        """What a page needs before anything is run."""
        return {
            "number": self.number, "code": self.code, "shows": self.shows, "label": outcome_label(self.shows, lang),
            "axis": self.axis[lang], "against": self.against, "start": self.start, "bet": self.bet,
            "asked": self.asked, "minutes": self.minutes, "futures": self.futures,
            "arms": [{"name": each.name, "label": each.words[lang]} for each in self.arms],
            "levels": [{"name": each.name, "label": each.words[lang]} for each in self.levels],
            "share": is_share(self.shows),
            "yes_or_no": self.shows == "policy_changed" and not self.against,
            "texts": {name: said[lang] for name, said in self.texts.items()},
        }  # fmt: skip


@functools.cache
def lessons() -> dict[int, Lesson]:
    """Every lesson by number."""
    files = sorted((shipped_folder() / FOLDER).glob("l[0-9]*.yaml"))
    found = [read_lesson(path) for path in files]
    return {each.number: each for each in sorted(found, key=lambda each: each.number)}


def challenge() -> dict[str, Any]:
    """Texts of the team challenge, by name and language."""
    return _loaded(shipped_folder() / FOLDER / f"{CHALLENGE}.yaml")


def _loaded(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return found


def read_lesson(path: Path) -> Lesson:
    """A lesson from its file."""
    said = _loaded(path)
    made = _of_tradeoff(said) if "tradeoff" in said else _of_scenarios(said)
    texts = {name: said[name] for name in TEXTS}
    return Lesson(
        number=said["lesson"], shows=said["shows"], start=str(said["start"]), bet=said["bet"],
        asked=str(said.get("asked", "")), minutes=said["minutes"], futures=said.get("futures", MOST), texts=texts,
        **made,
    )  # fmt: skip


def _of_tradeoff(said: Mapping[str, Any]) -> dict[str, Any]:
    study = read_tradeoff(said["tradeoff"])
    parameters = study.scenario.parameters
    scenarios = {
        (arm.name, level.name):
            study.scenario.replace(parameters=parameters.with_values({**arm.values, **level.values}))
        for arm in study.arms for level in study.levels
    }  # fmt: skip
    return {
        "code": study.code, "axis": study.axis, "against": study.against, "arms": _places(study, study.arms),
        "levels": _places(study, study.levels), "claims": tuple(study.claims[k] for k in said["claims"]),
        "scenarios": scenarios, "seed": study.seed,
    }  # fmt: skip


def _places(study: Tradeoff, options: Sequence[Any]) -> tuple[Place, ...]:
    return tuple(Place(each.name, {lang: study.label(each, lang) for lang in LANGUAGES}) for each in options)


def _of_scenarios(said: Mapping[str, Any]) -> dict[str, Any]:
    names = tuple(said["compares"])
    claims = tuple(Claim(kind, outcome, (ONLY_ARM,), names) for each in said["claims"]
                   for kind, outcome in each.items() if kind in ARM_KEYS)  # fmt: skip
    return {
        "code": said["statement"], "axis": said["axis"], "against": "",
        "arms": (Place(ONLY_ARM, {"en": "", "fr": ""}),),
        "levels": tuple(Place(name, said["levels"][name]) for name in names), "claims": claims,
        "scenarios": {(ONLY_ARM, name): load_scenario(name) for name in names}, "seed": SEED,
    }  # fmt: skip


def lesson_futures(lesson: Lesson, stock: Stock) -> list[Futures]:
    """Futures of each arm and level, arm by arm."""
    return [
        stock.of(f"lesson {lesson.number} {arm.name} {level.name}", lesson.scenarios[arm.name, level.name], lesson.seed,
                 most=max(MOST, lesson.futures), watched=False)
        for arm in lesson.arms for level in lesson.levels
    ]  # fmt: skip


def lesson_told(lesson: Lesson, futures: Sequence[Futures], count: int) -> dict[str, Any]:
    """The points of the picture, and how the claims stand, after so many futures of each."""
    outcomes = tuple(dict.fromkeys([lesson.shows, *(claim.outcome for claim in lesson.claims)]))
    columns = [list(OUTCOMES).index(name) for name in outcomes]
    cube = np.stack([each.outcomes[:count, columns] for each in futures])
    names = tuple(tuple(each.name for each in places) for places in (lesson.arms, lesson.levels))
    grid = Grid(cube, names[0], names[1], outcomes)
    table = level_effects(grid, lesson.against) if lesson.against else level_means(grid)
    table = table[table["outcome"] == lesson.shows]
    claims = judged(grid, lesson.claims)
    verdicts = [worst(part["verdict"].tolist()) for _, part in claims.groupby("claim")]
    return {
        "points": {arm: [{"mean": float(row["mean"]), "low": float(row["low"]), "high": float(row["high"])}
                         for row in part.to_dict("records")] for arm, part in table.groupby("arm", sort=False)},
        "claims": [{"kind": claim.kind, "outcome": claim.outcome, "verdict": verdict}
                   for claim, verdict in zip(lesson.claims, verdicts, strict=True)],
    }  # fmt: skip
