"""Every lever moves an outcome of its row, by a tenth of a standard deviation at least, in a shipped scenario."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sim.parameters import PARAMETERS
from tests.effects.pairs import effect

LEVERS = YAML(typ="safe").load((Path(__file__).parent / "levers.yaml").read_text(encoding="utf-8"))
LEAST = 0.1  # standard deviations of the outcome between runs


def test_every_lever_is_listed():
    assert set(LEVERS) == {each.name for each in PARAMETERS.values() if each.role == "lever"}


@pytest.mark.parametrize("name", LEVERS)
def test_a_lever_moves_an_outcome_of_its_row(name):
    said = LEVERS[name]
    arms = {name: said["from"]}, {name: said["to"]}
    found = effect(said["outcome"], *arms, scenario=said["scenario"], runs=said["runs"], **said.get("with", {}))
    print(found)
    assert said["sign"] * found.size >= LEAST and found.low * found.high > 0.0, str(found)
