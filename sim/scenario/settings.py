"""Other values for the parameters of a scenario, checked like those of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.errors import BadInput
from sim.parameters import PARAMETERS, full_path
from sim.scenario.levers import READERS, idle_reason, near
from sim.scenario.nodes import Node, Place, Scalar, plain_nodes
from sim.scenario.reading import Reading
from sim.scenario.structure import Scenario

COMMAND_LINE = "--set"


def listed_parts(scenario: Scenario) -> list[str]:
    """Which parts a scenario lists instead of having them generated."""
    parts = {
        "members": scenario.members,
        "government": scenario.government,
        "calendar": scenario.calendar,
        "policy": scenario.provisions,
    }
    return [name for name, part in parts.items() if part is not None]


def refused_factor(scenario: Scenario, path: str) -> str | None:
    """Why a parameter cannot be varied in this scenario; None where it can."""
    return idle_reason(path, listed_parts(scenario))


def with_settings(scenario: Scenario, settings: Mapping[str, Any]) -> Scenario:
    """A copy in which parameters have other values.

    Parameters
    ----------
    settings : mapping
        Values by dotted or short name: texts as they are typed after `--set`, or values of the right type.

    Raises
    ------
    BadInput
        With one problem for every name that is unknown, idle in this scenario or out of range.
    """
    reading = Reading()
    values = {}
    for name, raw in settings.items():
        path = _path(scenario, name, reading)
        value = None if path is None else READERS[path](_node(raw), path, reading)
        if path is not None and value is not None:
            values[path] = value
    if reading.problems:
        raise BadInput(reading.problems)
    return scenario.replace(parameters=scenario.parameters.with_values(values))


def _path(scenario: Scenario, name: str, reading: Reading) -> str | None:
    """The dotted path behind a name, if that parameter can be set here."""
    path = full_path(name)
    if path is None:
        reading.report(Place(COMMAND_LINE), name, "", "no such parameter", _nearest(name))
        return None
    reason = refused_factor(scenario, path)
    if reason:
        reading.report(Place(COMMAND_LINE), path, "", reason)
        return None
    return path


def _nearest(name: str) -> str:
    """The dotted path that a misspelt name most resembles."""
    section = name.split(".", 1)[0] if "." in name else ""
    close = near(name.rsplit(".", 1)[-1], section)
    return close if close in PARAMETERS or not close else f"{section}.{close}"


def _node(raw: Any) -> Node:
    """A value as a node; a text counts as typed without quotes."""
    place = Place(COMMAND_LINE)
    return Scalar(place, raw.strip()) if isinstance(raw, str) else plain_nodes(raw, place)
