"""The parameters of a scenario: `alliance`, `context` and `coefficient`, and which a list makes idle."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sim.parameters import PARAMETERS, SECTIONS, nearest
from sim.scenario.nodes import Node, Place, Table, join
from sim.scenario.reading import Reading, scalar, table
from sim.scenario.values import closest, parameter

READERS = {path: scalar(parameter(declared)) for path, declared in PARAMETERS.items()}

_LISTED = {
    "members": ("alliance.founders", "alliance.government_member", "coefficient.outsiders"),
    "government": ("context.veto_holders", "coefficient.veto_official_share"),
    "calendar": ("context.election_interval", "context.celebrated_days"),
    "policy": ("coefficient.provisions",),
}
_LISTED_BEGINNINGS = {
    "members": ("alliance.weight_", "alliance.family_", "coefficient.draft_known_", "coefficient.draft_prior_")
}


@dataclass(frozen=True, slots=True)
class Said:
    """A parameter that a file sets: its value and where."""

    value: Any
    place: Place


def idle_reason(path: str, listed: Collection[str]) -> str | None:
    """Why a parameter has no effect where members, government, calendar or policy are listed; else None."""
    for part in listed:
        beginnings = _LISTED_BEGINNINGS.get(part, ())
        if path in _LISTED.get(part, ()) or path.startswith(beginnings):
            return f"has no effect where `{part}` is listed: the list says it"
    return None


def read_section(section: str, node: Node, reading: Reading) -> dict[str, Said]:
    """The usable values of one group of parameters, by dotted path."""
    if not isinstance(node, Table):
        table({name: READERS[path] for path, name in _names(section)[:3]})(node, section, reading)
        return {}
    found = {}
    for name, entry in node.entries.items():
        path = join(section, name)
        if path not in READERS:
            nearest_name = "" if reading.is_hopeless else near(name, section)
            reading.report(entry.place, path, "", "no such parameter", nearest_name)
            continue
        value = READERS[path](entry.node, path, reading)
        if value is not None:
            found[path] = Said(value, entry.place)
    return found


def _names(section: str) -> list[tuple[str, str]]:
    return [(path, declared.name) for path, declared in PARAMETERS.items() if path.startswith(f"{section}.")]


def near(name: str, section: str = "") -> str:
    """The parameter that a misspelt name most resembles: short in its own section, else dotted."""
    own = [short for _, short in _names(section)] if section else []
    return closest(name, own, cutoff=0.7) or _containing(name, own) or nearest(name)


def _containing(name: str, names: Collection[str]) -> str:
    """The only name of which a word is a part; empty where there is none or several."""
    found = [each for each in names if name.lower() in each.split("_") or f"_{name.lower()}" in each]
    return found[0] if len(found) == 1 else ""


def settle_idle(said: dict[str, Said], listed: dict[str, Place], reading: Reading) -> dict[str, Any]:
    """The values that count. One that a list makes idle is a problem, unless that list came later."""
    values = {}
    for path, each in said.items():
        later = [part for part, place in listed.items() if each.place.depth <= place.depth]
        reason = idle_reason(path, later)
        if reason:
            reading.report(each.place, path, "", reason)
        elif idle_reason(path, listed) is None:
            values[path] = each.value
    return values


def sections() -> tuple[str, ...]:
    """The groups of parameters in a file."""
    return tuple(SECTIONS)
