"""Do conclusions stand under other readings of what the evidence leaves open, and over the ensemble of coefficients?

Every trade-off and every headline fact is run again under each alternative: on the same chance, so that what changes is
the alternative's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from experiments.designs.coefficients import COEFFICIENTS, CoefficientSets
from experiments.ensemble import evaluate
from experiments.evidence import PATTERNS, Pattern, Sample, judge, samples_of
from experiments.studies.arms import ONLY_ARM, read_experiment
from experiments.studies.asking import settings_by_path
from experiments.studies.demonstration import Tradeoff
from experiments.studies.tradeoff import in_memory
from sim.errors import BadInput, Problem
from sim.scenario import Scenario
from sim.scenario.finding import shipped_folder
from sim.scenario.nodes import read_nodes
from sim.scenario.reading import Reading, by_name, scalar, table
from sim.scenario.values import text

FILE = "alternatives.yaml"
HEADLINES = ("A13 uplift", "A14 size", "A15 unlike", "A16 interaction", "A39", "A45 trust")
REPLICATES, DRAWS, RESAMPLES = 500, 200, 200
QUICK = 5  # the quick form takes one in so many
MOST_SETS = 20

_TEXT = scalar(text())
_ALTERNATIVE = table(
    {"title": table({"en": _TEXT, "fr": _TEXT}, required=("en", "fr")), "set": settings_by_path},
    required=("title", "set"),
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the model: its name, its words by language, and the values that replace the defaults."""

    name: str
    titles: Mapping[str, str]
    values: Mapping[str, Any]

    def of(self, scenario: Scenario) -> Scenario:
        """A scenario under this reading."""
        return scenario.replace(parameters=scenario.parameters.with_values(dict(self.values)))


def read_alternatives(path: Path | None = None) -> tuple[Alternative, ...]:
    """The alternatives of a file, or those that are shipped; BadInput with every problem at its line."""
    path = path or shipped_folder() / COEFFICIENTS / FILE
    try:
        data = path.read_bytes()
    except OSError:
        expected = "no such file; expected alternatives by name"
        raise BadInput(Problem("alternatives", 0, "", path.as_posix(), expected)) from None
    tree, problems = read_nodes(data, path.name)
    if tree is None:
        raise BadInput(problems)
    reading = Reading(problems=problems)
    told: dict[str, dict[str, Any]] | None = by_name(_TEXT, _ALTERNATIVE)(tree, "", reading)
    if reading.problems or told is None:
        raise BadInput(sorted(reading.problems, key=lambda problem: problem.line))
    return tuple(Alternative(name, each["title"], each["set"]) for name, each in told.items())


def sets_as_alternatives(sets: CoefficientSets, most: int = MOST_SETS) -> tuple[Alternative, ...]:
    """Some sets of an ensemble of coefficients, evenly spread over it, as alternatives named by their number."""
    step = max(1, len(sets.sets) // most)
    return tuple(
        Alternative(f"set {k}", {"en": f"set {k}", "fr": f"jeu {k}"}, dict(zip(sets.paths, sets.sets[k], strict=True)))
        for k in range(0, len(sets.sets), step)[:most]
    )


def across(
    studies: Sequence[Tradeoff], patterns: Sequence[Pattern], alternatives: Sequence[Alternative],
    replicates: int = REPLICATES, draws: int = DRAWS, workers: int | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> pd.DataFrame:  # fmt: skip
    """What becomes of each claim under each alternative.

    Parameters
    ----------
    studies : sequence of Tradeoff
        Their claims are judged by paired differences, with so many replicates at each point.
    patterns : sequence of Pattern
        Facts of experiments with the whole model, over so many draws.
    say : function
        Told each alternative before it runs.

    Returns
    -------
    DataFrame
        `conclusion` (a trade-off's code, or a fact), `claim` (its number from 0; 0 for a fact), `kind`, `outcome`,
        `alternative`, `value` (the difference, the least telling one where a claim stands on several), `low`, `high`,
        `verdict`.
    """
    rows: list[dict[str, Any]] = []
    for alternative in alternatives:
        say(alternative.name)
        for study in studies:
            mine = dataclasses.replace(study, scenario=alternative.of(study.scenario), replicates=replicates)
            rows += _claims(mine, in_memory(mine, workers), alternative.name)
        rows += _facts(patterns, alternative, draws, workers)
    return pd.DataFrame(rows)


def _claims(study: Tradeoff, data: Mapping[str, Any], alternative: str) -> list[dict[str, Any]]:
    rows = []
    for number, claim in enumerate(data["claims"]):
        order = ("fail", "undecided", "pass")
        least = min(claim["contrasts"], key=lambda each: order.index(each["verdict"]))
        low, high = least["interval"]
        rows.append({"conclusion": study.code, "claim": number, "kind": claim["kind"], "outcome": claim["outcome"],
                     "alternative": alternative, "value": least["difference"], "low": low, "high": high,
                     "verdict": claim["verdict"]})  # fmt: skip
    return rows


def _facts(
    patterns: Sequence[Pattern], alternative: Alternative, draws: int, workers: int | None
) -> list[dict[str, Any]]:
    rows = []
    for name in dict.fromkeys(pattern.experiment for pattern in patterns):
        arms = {}
        for arm, study in read_experiment(name).arms.items():
            mine = dataclasses.replace(study, scenario=alternative.of(study.scenario), samples=draws)
            runs = evaluate(mine.scenario, mine.design(), mine.replicates, mine.seed, workers)
            for side, sample in samples_of(runs, mine.replicates).items():
                arms[_arm_name(arm, side)] = sample
        rows += [_fact(pattern, arms, alternative.name) for pattern in patterns if pattern.experiment == name]
    return rows


def _arm_name(arm: str, side: str) -> str:
    if arm == ONLY_ARM:
        return side
    return arm if side == "with" else f"{arm} {side}"


def _fact(pattern: Pattern, arms: Mapping[str, Sample], alternative: str) -> dict[str, Any]:
    found = judge(pattern, arms, resamples=RESAMPLES)
    return {"conclusion": pattern.id, "claim": 0, "kind": "fact", "outcome": "", "alternative": alternative,
            "value": found.value, "low": found.low, "high": found.high,
            "verdict": found.verdict}  # fmt: skip


def stands(table: pd.DataFrame) -> pd.DataFrame:
    """Claim by claim, under how many alternatives it passes, is undecided, fails, and where it fails.

    Returns
    -------
    DataFrame
        `conclusion`, `claim`, `kind`, `outcome`, `pass`, `undecided`, `fail`, `fails_under` (names, with "; ").
    """
    rows = []
    for keys, group in table.groupby(["conclusion", "claim", "kind", "outcome"], sort=False):
        counts = {word: int((group["verdict"] == word).sum()) for word in ("pass", "undecided", "fail")}
        against = group.loc[group["verdict"] == "fail", "alternative"]
        rows.append(dict(zip(("conclusion", "claim", "kind", "outcome"), keys, strict=True)) | counts
                    | {"fails_under": "; ".join(against)})  # fmt: skip
    return pd.DataFrame(rows)


def headline_patterns() -> tuple[Pattern, ...]:
    """The facts that are held against every alternative."""
    return tuple(PATTERNS[name] for name in HEADLINES)
