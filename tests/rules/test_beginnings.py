"""A study of N base samples is the beginning of one of 2 N: longer designs reuse every run, to the bit."""

import json

import numpy as np
import pytest

from experiments.designs import (
    checked_composition,
    factor,
    fast,
    from_table,
    morris,
    radial,
    shapley,
    shapley_dependent,
    sobol,
)
from experiments.methods import METHODS
from experiments.methods.convergence import convergence
from sim.scenario import Scenario

FACTORS = [factor("context.controversy"), factor("alliance.size_test"), factor("alliance.meeting_interval")]
LINKED = np.array([[1.0, 0.3, 0.0], [0.3, 1.0, -0.5], [0.0, -0.5, 1.0]])
PAIR = ("pair", (FACTORS[0].path, FACTORS[2].path))


def linked(factors, samples, **words):
    return shapley_dependent(factors, samples, LINKED, **words)


def composition():
    return checked_composition({"low": 2, "high": 8}, {}, Scenario())[1]


LAID = {"morris": morris, "radial": radial, "shapley": shapley, "shapley_dependent": linked, "sobol": sobol}


@pytest.mark.parametrize("lay", LAID.values(), ids=LAID)
@pytest.mark.parametrize("samples", [1, 8, 24])
@pytest.mark.parametrize("grouped", [False, True])
def test_a_design_begins_a_longer_one(lay, samples, grouped):
    words = {"groups": [PAIR], "composition": composition()} if grouped else {}
    short, long = lay(FACTORS, samples, seed=3, **words), lay(FACTORS, 2 * samples, seed=3, **words)
    assert len(short) == samples * short.block and short.block == long.block > 1
    assert np.array_equal(short.unit, long.unit[: len(short)])
    assert long.prefix(samples).fingerprint() == short.fingerprint()
    assert not np.array_equal(short.unit, lay(FACTORS, samples, seed=4, **words).unit)


@pytest.mark.parametrize("lay", [*LAID.values(), fast], ids=[*LAID, "fast"])
def test_a_stored_design_is_the_design(lay):
    words = {} if lay is fast else {"groups": [PAIR], "composition": composition()}
    design = lay(FACTORS, 65 if lay is fast else 4, seed=3, **words)
    again = from_table(design.table(), json.loads(json.dumps(design.describe())))
    assert again.fingerprint() == design.fingerprint() and list(again.parts) == list(design.parts)


@pytest.mark.parametrize("name", ["morris", "radial", "shapley"])
def test_convergence_ends_with_the_study_itself(name):
    method, design = METHODS[name], LAID[name](FACTORS, 64, seed=3)
    cube = (design.unit @ [1.0, 2.0, 3.0])[:, None, None] + np.random.default_rng(1).normal(size=(len(design), 4, 1))
    grown = convergence(method, design, cube, ["y"], resamples=50)
    assert sorted(grown.loc[grown["axis"] == "samples", "samples"].unique()) == [16, 32, 64]
    last = grown[(grown["axis"] == "samples") & (grown["samples"] == 64)]
    whole = method.analyse(design, cube, ["y"], resamples=50)
    assert last[method.ranked_by].tolist() == whole[method.ranked_by].tolist()
