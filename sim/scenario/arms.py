"""The arms of an alliance: parts that meet by themselves, each at its own cadence."""

from __future__ import annotations

from typing import Any

from sim.scenario.nodes import Node
from sim.scenario.reading import NodeReader, Reading, by_name, scalar, table
from sim.scenario.values import line_of_text, number
from sim.state import MOST_ARMS

ARM: dict[str, NodeReader] = {"interval_ratio": scalar(number(0.1, 20.0, "times the alliance's interval"))}
_ARMS = by_name(scalar(line_of_text), table(ARM, required=("interval_ratio",)))


def read_arms(node: Node, key: str, reading: Reading) -> dict[str, float] | None:
    """Each arm's interval between meetings, against that of the alliance, by name."""
    found: dict[str, Any] | None = _ARMS(node, key, reading)
    if found is None:
        return None
    if not 0 < len(found) <= MOST_ARMS:
        reading.refuse(node, key, f"expected 1 to {MOST_ARMS} arms; leave the key out where all meet together")
    return {name: said["interval_ratio"] for name, said in found.items() if "interval_ratio" in said}
