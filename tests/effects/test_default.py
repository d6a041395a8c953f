"""What the default scenario needs so that effects can show in it at all."""

from sim.parameters import Parameters
from sim.rules.words import TACTICS


def test_the_default_scenario_uses_every_kind_of_work():
    weights = {name: getattr(Parameters().alliance, f"tactic_{name}") for name in TACTICS}
    assert sum(weight > 0.0 for weight in weights.values()) >= 9
