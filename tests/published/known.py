"""Functions whose sensitivity is known exactly: published, by hand, or by counting every case."""

import itertools

import numpy as np

from experiments.designs import factor

CARRIERS = [factor(f"context.{name}") for name in ("controversy", "civic_space", "media_freedom", "public_support")]
THREE = CARRIERS[:3]

ISHIGAMI_FIRST = np.array([0.3139, 0.4424, 0.0])
ISHIGAMI_TOTAL = np.array([0.5576, 0.4424, 0.2437])
ISHIGAMI_SHAPLEY = np.array([0.4358, 0.4424, 0.1218])  # the pair's 0.2437 split evenly between the first and the third
ISHIGAMI_VARIANCE = 7**2 / 8 + 0.1 * np.pi**4 / 5 + 0.01 * np.pi**8 / 18 + 0.5

G_WEIGHTS = np.array([0.0, 1.0, 4.5, 9.0])
_PARTS = 1 / (3 * (1 + G_WEIGHTS) ** 2)
G_FIRST = _PARTS / (np.prod(1 + _PARTS) - 1)
G_TOTAL = _PARTS * np.prod(1 + _PARTS) / (1 + _PARTS) / (np.prod(1 + _PARTS) - 1)


def ishigami(unit):
    """Ishigami and Homma 1990 with a = 7, b = 0.1 on the cube from -pi to pi."""
    x = -np.pi + 2 * np.pi * unit
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def sobol_g(unit):
    """Sobol's G function."""
    return np.prod((np.abs(4 * unit - 2) + G_WEIGHTS) / (1 + G_WEIGHTS), axis=1)


def g_shapley():
    """Shapley effects of Sobol's G: the variance of every set of factors, split evenly among its members."""
    effects = np.zeros(4)
    for size in range(1, 5):
        for members in itertools.combinations(range(4), size):
            effects[list(members)] += np.prod(_PARTS[list(members)]) / size
    return effects / effects.sum()


def cube_of(*columns):
    """Outcomes with one replicate as an analysis wants them: points, replicates, outcomes."""
    return np.column_stack(columns)[:, None, :]


def noisy(values, replicates, own, seed=11):
    """Runs of a function with luck of their own, of known standard deviation, as points, replicates, one outcome."""
    luck = own * np.random.default_rng(seed).standard_normal((len(values), replicates))
    return (values[:, None] + luck)[..., None]


def salib_problem(count, groups=None):
    problem = {"num_vars": count, "names": [f"x{k}" for k in range(count)], "bounds": [[0.0, 1.0]] * count}
    return problem | ({"groups": groups} if groups else {})


# An additive function of a yes-or-no, a whole and a named factor.
DISCRETE = [
    factor("alliance.size_test"),
    factor("alliance.feedback_surveys", low=1, high=4),
    factor("alliance.decision_rule"),
]
OF_RULE = {"chair": 0.0, "majority": 3.0, "qualified": 1.0, "consensus": 2.0}


def additive(design):
    """Two for yes, one for each survey, and what the rule is worth."""
    values = design.values()
    yes, surveys = (values[one.path].to_numpy(dtype=float) for one in DISCRETE[:2])
    return 2.0 * yes + surveys + values[DISCRETE[2].path].map(OF_RULE).to_numpy(dtype=float)


def additive_shares():
    """Shares of its variance, by counting all 32 equally likely cases."""
    cases = np.array(list(itertools.product([0.0, 2.0], [1.0, 2.0, 3.0, 4.0], OF_RULE.values())))
    return cases.var(axis=0) / cases.sum(axis=1).var()
