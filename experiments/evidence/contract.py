"""What a pattern is: a published fact, the statistic of the model's own runs that stands beside it, and the band."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.designs import ARM, ARMS, CHANCE

Array = NDArray[np.float64]
PASS, FAIL, UNDECIDED, NOT_TESTED = "pass", "fail", "undecided", "not tested"
VERDICTS = (PASS, FAIL, UNDECIDED, NOT_TESTED)
STATUSES = ("V", "V2", "D", "S", "M-h", "M-m", "M-l", "J", "derived")
NOT_NUMBERS = ("status", "error", ARM)


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The runs of one arm of an experiment, drawn independently of each other.

    Parameters
    ----------
    columns : mapping of names to float64 (draws, replicates)
        Every outcome by name and every factor by dotted path; NaN where a run has no value. Replicates of a draw hang
        together, draws do not.
    index : int64 (draws,) or None
        Which draws of the columns these are; None for all, in order.
    """

    columns: Mapping[str, Array]
    index: NDArray[np.int64] | None = None

    def __getitem__(self, name: str) -> Array:
        values = self.columns[name]
        return values if self.index is None else values[self.index]

    @property
    def draws(self) -> int:
        """Number of independent draws."""
        return next(iter(self.columns.values())).shape[0] if self.index is None else len(self.index)

    @property
    def runs(self) -> int:
        """Number of runs."""
        return self.draws * next(iter(self.columns.values())).shape[1]

    def take(self, index: NDArray[np.int64]) -> Sample:
        """The draws of these numbers, each with all its replicates; columns are taken as they are asked for."""
        return Sample(self.columns, index if self.index is None else self.index[index])


Arms = Mapping[str, Sample]


def samples_of(runs: pd.DataFrame, replicates: int) -> dict[str, Sample]:
    """The samples behind a table of runs, one an arm of its design: "with" and "without" where there is a twin.

    A failed run keeps its place, without values: a pattern must never count it as a run in which nothing happened.
    """
    ordered = runs.sort_values(["design_point", "replicate"], kind="stable")
    ordered.loc[ordered["status"] != "ok", [name for name in ordered.columns if name not in KEPT]] = np.nan
    names = [name for name in ordered.columns if name not in NOT_NUMBERS]
    parts = {ARMS[0]: ordered} if ARM not in ordered else {arm: ordered[ordered[ARM] == arm] for arm in ARMS}
    return {arm: Sample({name: _numbers(part[name], replicates) for name in names}) for arm, part in parts.items()}


KEPT = ("design_point", "replicate", "seed", CHANCE, *NOT_NUMBERS)


def _numbers(column: pd.Series, replicates: int) -> Array:
    """A column as numbers, choices by the order of their names; shape (draws, replicates)."""
    if column.dtype == object:
        column = pd.Series(pd.Categorical(column).codes, index=column.index)
    return column.to_numpy(dtype=float).reshape(-1, replicates)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A fact that the model is held against.

    Parameters
    ----------
    id : str
        Number of the fact, with a word where it has several statistics: "A8", "A8 low end".
    fact : mapping of languages to text
        What was found out there, in one sentence.
    source, status : str
        Who found it, and how sure the figure is: one of `STATUSES`.
    experiment : str
        Name of the experiment whose arms `measure` is given.
    statistic : mapping of languages to text
        What is measured in the runs, so that others can measure it again.
    measure : function of the arms, or None
        The statistic; NaN where the runs do not hold it. None where the model has nothing that could be measured: then
        `reason` says why, in every language.
    low, high : float
        The band, ends included; infinite where it is open on that side.
    clear : bool
        Whether the whole interval must lie in the band, as where a source speaks of a sign that is clear of chance.
    reason : mapping of languages to text
        Why it is not tested; or what to bear in mind where it is.
    """

    id: str
    fact: Mapping[str, str]
    source: str
    status: str
    experiment: str
    statistic: Mapping[str, str]
    measure: Callable[[Arms], float] | None
    low: float = -math.inf
    high: float = math.inf
    clear: bool = False
    reason: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a pattern stands in a set of runs: the statistic, its interval, and what follows."""

    pattern: Pattern
    value: float
    low: float
    high: float
    runs: int
    unmeasured: int
    verdict: str

    def describe(self) -> dict[str, Any]:
        """The record that `alliance validate --json` prints: a stable shape, English and French texts beside each
        other."""
        pattern = self.pattern
        return {
            "id": pattern.id, "fact": pattern.fact["en"], "fact_fr": pattern.fact["fr"], "source": pattern.source,
            "status": pattern.status, "experiment": pattern.experiment, "measured": pattern.statistic["en"],
            "measured_fr": pattern.statistic["fr"], "statistic": _plain(self.value),
            "interval": [_plain(self.low), _plain(self.high)], "band": [_plain(pattern.low), _plain(pattern.high)],
            "clear_of_chance_asked": pattern.clear, "runs": self.runs, "unmeasured_resamples": self.unmeasured,
            "verdict": self.verdict, "reason": (pattern.reason or {}).get("en", ""),
            "reason_fr": (pattern.reason or {}).get("fr", ""),
        }  # fmt: skip


def _plain(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def judge(pattern: Pattern, arms: Arms, *, resamples: int = 200, seed: int = 1, confidence: float = 0.95) -> Verdict:
    """Measure a pattern in the runs of its experiment, with the interval of the bootstrap over draws.

    All arms are resampled alike: a draw comes with the same draw of every other arm, as they were run on the same
    chance. "pass": the point lies in the band, and where `clear` is asked the whole interval does. "undecided": only a
    part of what is asked: the interval reaches the band and the point does not, or the point lies in it and the
    interval, where it should, does not. "fail": neither. "not tested": nothing could be measured.

    Source: EVIDENCE section 1 (band and interval); Efron 1979 (doi 10.1214/aos/1176344552) for the bootstrap.
    """
    runs = sum(sample.runs for sample in arms.values())
    if pattern.measure is None:
        return Verdict(pattern, math.nan, math.nan, math.nan, 0, 0, NOT_TESTED)
    value = float(pattern.measure(arms))
    draws = min(sample.draws for sample in arms.values())
    generator = np.random.default_rng(seed)
    again = np.array([_again(pattern.measure, arms, draws, generator) for _ in range(resamples)])
    known = again[np.isfinite(again)]
    tail = (1.0 - confidence) / 2.0
    low, high = np.quantile(known, (tail, 1.0 - tail)) if known.size > resamples // 2 else (math.nan, math.nan)
    ends = (value, float(low), float(high))
    return Verdict(pattern, *ends, runs, int(resamples - known.size), _verdict(pattern, *ends))


def _again(
    measure: Callable[[Arms], float], arms: Arms, draws: int, generator: np.random.Generator
) -> float:
    index = generator.integers(draws, size=draws)
    return float(measure({name: sample.take(index) for name, sample in arms.items()}))


def _verdict(pattern: Pattern, value: float, low: float, high: float) -> str:
    if not (math.isfinite(value) and math.isfinite(low) and math.isfinite(high)):
        return NOT_TESTED
    point = pattern.low <= value <= pattern.high
    inside = pattern.low <= low and high <= pattern.high
    touches = low <= pattern.high and high >= pattern.low
    if point and (inside or not pattern.clear):
        return PASS
    return UNDECIDED if touches or point else FAIL


def both(en: str, fr: str) -> dict[str, str]:
    """A text in the two languages."""
    return {"en": en, "fr": fr}


def experiments_of(patterns: Sequence[Pattern]) -> list[str]:
    """Names of the experiments that these patterns need, each once, in the order of first use."""
    return list(dict.fromkeys(pattern.experiment for pattern in patterns if pattern.measure is not None))
