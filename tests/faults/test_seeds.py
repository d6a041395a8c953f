"""A run's chance is its own: keys do not meet, what is added moves nothing old, and no generator is shared."""

from __future__ import annotations

import random

import numpy as np
import pandas as pd
import pytest

from experiments.designs import factor, lhs, sobol
from experiments.ensemble import evaluate
from experiments.store import load
from experiments.studies.opening import Manner
from experiments.studies.replicates import replicates
from experiments.studies.sensitivity import sensitivity
from sim.draws import run_key
from sim.scenario import load_scenario
from tests.faults.support import FACTORS, ranking_study, spread_study, stand_in
from tests.support import compiled

MINIMAL = load_scenario("minimal")


def test_the_keys_of_a_million_replicates_are_distinct():
    """64 bits: two of a million meet by chance with probability 3e-8; neighbouring seeds are asked too."""
    key = compiled(run_key)
    for seed in (0, 1, 2**63 - 1):
        keys = np.fromiter((key(np.uint64(seed), k) for k in range(1_000_000)), dtype=np.uint64, count=1_000_000)
        assert len(np.unique(keys)) == 1_000_000
    several = {int(key(np.uint64(seed), k)) for seed in range(1000) for k in range(100)}
    assert len(several) == 100_000


def test_every_point_and_replicate_stands_once(monkeypatch, tmp_path):
    stand_in(patch=monkeypatch)
    sensitivity(ranking_study(), tmp_path / "study")
    runs = load(tmp_path / "study").runs
    asked = [(point, number) for point in range(16 * 5) for number in range(4)]
    assert list(zip(runs["design_point"], runs["replicate"], strict=True)) == asked and set(runs["seed"]) == {3}


def shared(small, large):
    """The rows of the larger table that the smaller one has as well."""
    keys = ["design_point", "replicate"]
    return small[keys].merge(large, on=keys, how="left")


def test_more_replicates_change_no_old_run():
    design = sobol([factor(name) for name in FACTORS], 2, seed=2)
    few, many = (evaluate(MINIMAL, design, number, seed=4, workers=2) for number in (2, 5))
    pd.testing.assert_frame_equal(shared(few, many), few, check_exact=True)


def test_more_points_change_no_old_run():
    factors = [factor(name) for name in FACTORS]
    few, many = (evaluate(MINIMAL, sobol(factors, n, seed=2), 2, seed=4, workers=2) for n in (2, 4))
    pd.testing.assert_frame_equal(shared(few, many), few, check_exact=True)


def test_a_replicate_of_another_seed_is_another_run():
    """Else the two tests above could not tell runs apart."""
    design = sobol([factor(name) for name in FACTORS], 2, seed=2)
    one, other = (evaluate(MINIMAL, design, 2, seed=seed) for seed in (4, 5))
    assert (one["trust_mean"] != other["trust_mean"]).all()


@pytest.fixture
def no_shared_chance(monkeypatch):
    """Every door to a generator that all share is shut."""

    def shut(*_, **__):
        raise AssertionError("a generator that all share was used")

    names = ("random", "rand", "randn", "randint", "normal", "uniform", "choice", "shuffle", "permutation", "seed",
             "random_sample", "standard_normal", "binomial", "poisson", "exponential", "gamma", "beta")  # fmt: skip
    for name in names:
        monkeypatch.setattr(np.random, name, shut)
    for name in ("random", "randint", "choice", "shuffle", "uniform", "gauss", "sample", "seed", "randrange"):
        monkeypatch.setattr(random, name, shut)


def test_nothing_draws_from_a_generator_that_all_share(no_shared_chance, tmp_path, monkeypatch):
    """Neither the model nor what is laid, run, analysed and drawn around it; the shared ones stay where they were."""
    before, plain = np.random.get_state(), random.getstate()  # noqa: NPY002
    evaluate(MINIMAL, lhs([factor(name) for name in FACTORS], 6, seed=1), 2, seed=1, workers=2)
    stand_in(patch=monkeypatch)
    sensitivity(ranking_study(), tmp_path / "ranking", Manner(workers=2))
    replicates(spread_study(80), tmp_path / "spread")
    after = np.random.get_state()  # noqa: NPY002
    assert before[0] == after[0] and (before[1] == after[1]).all() and before[2:] == after[2:]
    assert random.getstate() == plain
