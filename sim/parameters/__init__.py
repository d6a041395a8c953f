"""Every parameter of the model, gathered from where it is declared, and packed for the rules."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sim.declare import Parameter, declared
from sim.parameters.alliance import Alliance
from sim.parameters.coefficients import Coefficients
from sim.parameters.context import Context

SECTIONS: dict[str, type] = {"alliance": Alliance, "context": Context, "coefficient": Coefficients}

PARAMETERS: dict[str, Parameter] = {
    parameter.path: parameter for section, holder in SECTIONS.items() for parameter in declared(section, holder)
}

SHORT_NAMES: dict[str, str] = {parameter.name: path for path, parameter in PARAMETERS.items()}

if len(SHORT_NAMES) != len(PARAMETERS):
    raise ValueError("two parameters share a name: rules could not tell them apart")

PARAMETER_DTYPE = np.dtype(
    [(p.name, np.float64 if p.type == "real" else np.int64) for p in PARAMETERS.values()], align=True
)


@dataclass(frozen=True, slots=True)
class Parameters:
    """One value for every parameter: `parameters.alliance.meeting_interval`."""

    alliance: Alliance = field(default_factory=Alliance)
    context: Context = field(default_factory=Context)
    coefficient: Coefficients = field(default_factory=Coefficients)

    def value(self, path: str) -> Any:
        """The value of the parameter at a dotted path."""
        section, name = path.split(".", 1)
        return getattr(getattr(self, section), name)

    def with_values(self, values: Mapping[str, Any]) -> Parameters:
        """A copy in which the parameters at the given dotted paths have other values; values are not checked."""
        changed: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
        for path, value in values.items():
            section, name = path.split(".", 1)
            changed[section][name] = value
        parts = {s: dataclasses.replace(getattr(self, s), **new) for s, new in changed.items() if new}
        return dataclasses.replace(self, **parts)

    def as_dict(self) -> dict[str, Any]:
        """All values by dotted path, in the order of declaration."""
        return {path: self.value(path) for path in PARAMETERS}


def pack(parameters: Parameters, count: int = 1) -> np.recarray[Any, Any]:
    """The numbers under which rules read the parameters: `count` equal records of `PARAMETER_DTYPE`."""
    packed = np.zeros(count, dtype=PARAMETER_DTYPE).view(np.recarray)
    for parameter in PARAMETERS.values():
        packed[parameter.name] = parameter.code(parameters.value(parameter.path))
    return packed


def choice_code(path: str, name: str) -> int:
    """The number under which rules meet one choice of a parameter."""
    return PARAMETERS[path].choice_names.index(name)


def full_path(name: str) -> str | None:
    """The dotted path behind a dotted or short name; None if there is no such parameter."""
    return name if name in PARAMETERS else SHORT_NAMES.get(name)


def nearest(name: str) -> str:
    """The declared name that a misspelt one most resembles; empty if none comes close."""
    short = name.rsplit(".", 1)[-1]
    close = difflib.get_close_matches(short, list(SHORT_NAMES), n=1, cutoff=0.6)
    return SHORT_NAMES[close[0]] if close else ""
