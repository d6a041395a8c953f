"""Models with known answers, and samples of them, for the tests of methods that read any drawn sample."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator

import numpy as np

from experiments.designs import factor
from sim.parameters import PARAMETERS

REALS = [factor(f"context.{name}") for name in ("controversy", "civic_space", "media_freedom", "public_support")]
MANY = [factor(path) for path, one in PARAMETERS.items() if one.type == "real"][:20]
YES_OR_NO = factor("alliance.size_test")
FOUR_WHOLE = factor("alliance.feedback_surveys", low=1, high=4)
FOUR_CHOICES = factor("alliance.decision_rule")
ISHIGAMI_FIRST, ISHIGAMI_TOTAL = [0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437]
ISHIGAMI_VARIANCE = 7**2 / 8 + 0.1 * np.pi**4 / 5 + 0.01 * np.pi**8 / 18 + 0.5
G_WEIGHTS = np.array([0.0, 1.0, 4.5, 9.0])


def ishigami(unit):
    """Ishigami and Homma 1990 with a = 7, b = 0.1 on the cube from -pi to pi."""
    x = -np.pi + 2 * np.pi * unit
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def sobol_g(unit):
    """Sobol's G function of four factors."""
    return np.prod((np.abs(4 * unit - 2) + G_WEIGHTS) / (1 + G_WEIGHTS), axis=1)


def sobol_g_first():
    """Its first-order indices."""
    parts = 1 / (3 * (1 + G_WEIGHTS) ** 2)
    return parts / (np.prod(1 + parts) - 1)


def cube_of(*columns):
    """Outcomes with one replicate as an analysis wants them: points, replicates, outcomes."""
    return np.column_stack(columns)[:, None, :]


def noisy(values, replicates, own, seed=11):
    """Values with luck of their own in each replicate, of known standard deviation."""
    scatter = own * np.random.default_rng(seed).standard_normal((len(values), replicates))
    return (values[:, None] + scatter)[..., None]


def problem(factors):
    """What SALib is told of so many factors on the unit cube."""
    return {"num_vars": factors, "names": [f"x{k}" for k in range(factors)], "bounds": [[0.0, 1.0]] * factors}


@contextlib.contextmanager
def no_trace() -> Iterator[None]:
    """Fails where `warnings` or numpy's global generator come out other than they went in."""
    before = np.random.get_state()  # noqa: NPY002  the state that must not move
    filters, formatter, shown = list(warnings.filters), warnings.formatwarning, warnings.showwarning
    yield
    after = np.random.get_state()  # noqa: NPY002
    assert np.array_equal(before[1], after[1]) and before[2] == after[2]
    assert list(warnings.filters) == filters
    assert warnings.formatwarning is formatter and warnings.showwarning is shown
