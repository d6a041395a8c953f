"""Alliance Lab's model: an alliance of organisations lives week by week and works for policy change.

>>> import sim
>>> run = sim.run(sim.load_scenario("minimal"), seed=1)
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "load_scenario": "sim.scenario",
    "check_scenario": "sim.scenario",
    "shipped_scenarios": "sim.scenario",
    "with_settings": "sim.scenario",
    "Scenario": "sim.scenario.structure",
    "run": "sim.running",
    "simulate": "sim.running",
    "prepare": "sim.running",
    "AllianceModel": "sim.model",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    """Hand on names from the rooms where they live, only when asked: neither numba nor Mesa loads before it is used."""
    if name in _HOMES:
        found = getattr(importlib.import_module(_HOMES[name]), name)
        globals()[name] = found
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
