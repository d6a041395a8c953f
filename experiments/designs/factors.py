"""A factor: a declared parameter as a study varies it, and the way from the unit interval to its values."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.declare import Parameter
from sim.errors import BadInput, Problem
from sim.parameters import PARAMETERS, full_path, nearest
from sim.scenario import refused_factor
from sim.scenario.structure import Scenario

DISTRIBUTIONS = ("linear", "log", "lognormal")
WORDS = ("low", "high", "distribution", "median", "sigma", "choices")
SHAPE = ("median", "sigma")
DISCRETE = ("integer", "boolean", "choice")


@dataclass(frozen=True, slots=True)
class Factor:
    """A parameter with the range and the distribution over which a study varies it.

    Parameters
    ----------
    parameter : Parameter
        The declared parameter behind the factor.
    low, high : float or None
        Ends of the range, both included, in the parameter's unit; None for yes-or-no and for choices.
    distribution : "linear", "log" or "lognormal"
        Uniform in the value or in its logarithm, or normal in its logarithm; of no meaning for yes-or-no and for
        choices. What a lognormal distribution holds beyond an end of the range counts as that end.
    choices : tuple of str
        The choices that take part, each equally likely; empty for numbers.
    median, sigma : float or None
        Of a lognormal distribution: its median, in the parameter's unit, and the standard deviation of the logarithm.
    """

    parameter: Parameter
    low: float | None
    high: float | None
    distribution: str
    choices: tuple[str, ...]
    median: float | None = None
    sigma: float | None = None

    @property
    def path(self) -> str:
        """Dotted path, the name of the factor everywhere."""
        return self.parameter.path

    @property
    def is_discrete(self) -> bool:
        """True if the factor takes a countable number of values."""
        return self.parameter.type in DISCRETE

    def codes(self, unit: NDArray[np.float64]) -> NDArray[np.float64]:
        """The numbers under which rules meet the factor, for numbers from 0 to 1 (the inverse distribution function).

        Both ends of the unit interval belong to the range: a design that touches 1 exactly still gets a legal value.
        """
        if self.parameter.type == "choice":
            return np.array([self.parameter.code(name) for name in self.choices])[_place(unit, len(self.choices))]
        if self.parameter.type == "boolean":
            return _place(unit, 2).astype(float)
        if self.parameter.type == "integer":
            return self._whole(unit)
        return self._real(unit)

    def values(self, unit: NDArray[np.float64]) -> NDArray[Any]:
        """What a user reads for numbers from 0 to 1: reals, whole numbers, yes-or-no or the names of choices."""
        return self.read(self.codes(unit))

    def read(self, codes: NDArray[np.float64]) -> NDArray[Any]:
        """What a user reads for the numbers under which rules meet the factor."""
        if self.parameter.type == "choice":
            return np.array(self.parameter.choice_names, dtype=object)[codes.astype(int)]
        kinds: dict[str, type[Any]] = {"boolean": np.bool_, "integer": np.int64, "real": np.float64}
        return codes.astype(kinds[self.parameter.type])

    def describe(self) -> dict[str, Any]:
        """The record that a study file and a manifest hold: only what this type of factor has."""
        if self.parameter.type == "choice":
            return {"choices": list(self.choices)}
        if self.parameter.type == "boolean":
            return {}
        words = {"low": self.low, "high": self.high, "distribution": self.distribution}
        return words | ({"median": self.median, "sigma": self.sigma} if self.distribution == "lognormal" else {})

    def _ends(self) -> tuple[float, float]:
        assert self.low is not None and self.high is not None
        return self.low, self.high

    def _real(self, unit: NDArray[np.float64]) -> NDArray[np.float64]:
        low, high = self._ends()
        if self.distribution == "lognormal":
            spread = self._lognormal(unit)
        elif self.distribution == "log":
            spread = np.exp(math.log(low) + unit * (math.log(high) - math.log(low)))
        else:
            spread = low + unit * (high - low)
        return np.clip(spread, low, high)

    def _whole(self, unit: NDArray[np.float64]) -> NDArray[np.float64]:
        low, high = self._ends()
        if self.distribution == "lognormal":
            spread = self._lognormal(unit) + 0.5  # to the nearest whole number
        elif self.distribution == "log":
            spread = np.exp(math.log(low) + unit * (math.log(high + 1.0) - math.log(low)))
        else:
            spread = low + unit * (high - low + 1.0)
        return np.clip(np.floor(spread), low, high)

    def _lognormal(self, unit: NDArray[np.float64]) -> NDArray[np.float64]:
        """Quantiles before the range cuts them; 0 and 1 lie at zero and at infinity."""
        from scipy.special import ndtri  # loaded where it is needed: commands start quickly

        assert self.median is not None and self.sigma is not None
        return np.asarray(self.median * np.exp(self.sigma * ndtri(unit)))


def _place(unit: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """Which of `count` equally likely places a number from 0 to 1 falls into; 1 belongs to the last."""
    return np.minimum((unit * count).astype(np.int64), count - 1)


def factor(path: str, **words: Any) -> Factor:
    """One factor with its declared range and distribution, or those given (`low`, `high`, `distribution`, `choices`).

    Raises BadInput where the path is unknown or a word does not fit.
    """
    problems, made = _read(path, words)
    if made is None:
        raise BadInput(problems)
    return made


def checked_factors(
    asked: Mapping[str, Mapping[str, Any]], scenario: Scenario, file: str = "factors"
) -> tuple[Factor, ...]:
    """The factors of a study, or BadInput with every problem found, refusals by the scenario among them.

    The problems' keys are `factors.<path>` and `factors.<path>.<word>`.
    """
    problems: list[Problem] = []
    made: dict[str, Factor] = {}
    for name, words in asked.items():
        found, one = _read(name, words)
        problems += found
        if one is not None and one.path in made:
            problems.append(_problem(name, one.path, "named more than once"))
        if one is not None:
            problems += _refusal(name, one.path, scenario)
            made[one.path] = one
    if not asked:
        problems.append(Problem(file, 0, "factors", "", "expected at least one factor"))
    if problems:
        raise BadInput([Problem(file, p.line, p.key, p.value, p.expected, p.nearest) for p in problems])
    return tuple(made.values())


def _refusal(name: str, path: str, scenario: Scenario) -> list[Problem]:
    reason = refused_factor(scenario, path)
    return [_problem(name, "", f"cannot be varied here: {reason}")] if reason else []


def _problem(name: str, value: str, expected: str, nearest_name: str = "") -> Problem:
    return Problem("factors", 0, f"factors.{name}", value, expected, nearest_name)


def _read(name: str, words: Mapping[str, Any] | None) -> tuple[list[Problem], Factor | None]:
    """Problems with one asked factor, and the factor if there is none."""
    path = full_path(name)
    if path is None:
        return [_problem(name, "", "no such parameter", nearest(name))], None
    words = {} if words is None else words
    if not isinstance(words, Mapping):
        return [_problem(name, str(words), "expected low, high and distribution, or nothing")], None
    parameter = PARAMETERS[path]
    problems = [
        _problem(f"{name}.{word}", "", "expected one of " + ", ".join(WORDS)) for word in words if word not in WORDS
    ]
    problems += _misplaced(name, parameter, words)
    if problems:
        return problems, None
    if parameter.type in ("choice", "boolean"):
        return _read_choice(name, parameter, words)
    return _read_range(name, parameter, words)


def _misplaced(name: str, parameter: Parameter, words: Mapping[str, Any]) -> list[Problem]:
    fitting = {"choice": ("choices",), "boolean": ()}.get(parameter.type, WORDS[:-1])
    expected = " or ".join(fitting[:3]) if fitting else "nothing: it is yes or no"
    return [
        _problem(f"{name}.{word}", str(words[word]), f"expected {expected}")
        for word in words
        if word in WORDS and word not in fitting
    ]


def _read_choice(name: str, parameter: Parameter, words: Mapping[str, Any]) -> tuple[list[Problem], Factor | None]:
    if parameter.type == "boolean":
        return [], Factor(parameter, None, None, "linear", ())
    chosen = words.get("choices", parameter.choice_names)
    if not isinstance(chosen, list | tuple) or len(chosen) < 2 or len(set(map(str, chosen))) < len(chosen):
        return [_problem(f"{name}.choices", str(chosen), "expected a list of two or more different choices")], None
    unknown = [str(each) for each in chosen if each not in parameter.choice_names]
    if unknown:
        return [_problem(f"{name}.choices", ", ".join(unknown), "expected " + parameter.expected())], None
    return [], Factor(parameter, None, None, "linear", tuple(chosen))


def _read_range(name: str, parameter: Parameter, words: Mapping[str, Any]) -> tuple[list[Problem], Factor | None]:
    declared = parameter.declaration
    ends = {"low": words.get("low", declared.low), "high": words.get("high", declared.high)}
    problems = [
        _problem(f"{name}.{end}", str(value), f"expected {parameter.expected()}")
        for end, value in ends.items()
        if parameter.problem(value) is not None
    ]
    distribution = {"uniform": "linear"}.get(
        words.get("distribution", declared.scale), words.get("distribution", declared.scale)
    )
    if distribution not in DISTRIBUTIONS:
        problems.append(_problem(f"{name}.distribution", str(distribution), "expected linear, log or lognormal"))
    problems += _read_shape(name, words, distribution)
    if not problems and ends["low"] >= ends["high"]:
        problems.append(_problem(f"{name}.low", str(ends["low"]), f"expected a number below high ({ends['high']:g})"))
    if not problems and distribution == "log" and ends["low"] <= 0:
        problems.append(
            _problem(f"{name}.low", str(ends["low"]), "expected a number above 0 where distribution is log")
        )
    if problems:
        return problems, None
    shape = {word: float(words[word]) for word in SHAPE if word in words}
    return [], Factor(parameter, float(ends["low"]), float(ends["high"]), distribution, (), **shape)


def _read_shape(name: str, words: Mapping[str, Any], distribution: str) -> list[Problem]:
    """Problems with median and sigma: both above 0 where the distribution is lognormal, neither elsewhere."""
    if distribution != "lognormal":
        given = [word for word in SHAPE if word in words]
        return [_problem(f"{name}.{word}", str(words[word]), "expected only with lognormal") for word in given]
    missing = [word for word in SHAPE if word not in words]
    if missing:
        expected = "expected median and sigma where distribution is lognormal"
        return [_problem(f"{name}.{missing[0]}", "", expected)]
    bad = [word for word in SHAPE if not _is_positive(words[word])]
    return [_problem(f"{name}.{word}", str(words[word]), "expected a number above 0") for word in bad]


def _is_positive(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0.0 < value < math.inf
