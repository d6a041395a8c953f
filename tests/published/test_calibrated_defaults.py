"""Defaults are what the shipped calibration says: its medoid, to two figures where agreement moved it."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from experiments.designs import read_sets
from sim.parameters import PARAMETERS
from sim.scenario.finding import shipped_folder

FOLDER = shipped_folder() / "coefficients"
FOUND = json.loads((FOLDER / "posterior.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FOUND["coefficients"])
def test_a_default_is_the_medoid_or_what_was_held_before(path):
    each = PARAMETERS[path]
    assert each.prior == FOUND["prior"][path]
    if path in FOUND["moved"]:
        assert each.default == float(f"{FOUND['medoid'][path]:.2g}"), "moved: the medoid, to two figures"
    else:
        assert each.default == each.prior == pytest.approx(FOUND["medoid"][path]), "put back to what was held before"


def test_nothing_else_was_moved():
    moved = {path for path, each in PARAMETERS.items() if each.prior != each.default}
    assert moved <= set(FOUND["moved"])


def test_the_medoid_is_the_first_set_of_the_ensemble():
    first = pd.read_csv(FOLDER / "posterior.csv").iloc[0]
    assert first.to_dict() == pytest.approx(FOUND["medoid"])
    assert len(read_sets("posterior").sets) == FOUND["sets"]


def test_what_somebody_measured_itself_is_not_among_them():
    assert not any(PARAMETERS[path].declaration.measured for path in FOUND["coefficients"])
