"""Alternatives for one problem: read, held against one another, and what is said differently in each."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sim.errors import BadInput, Problem
from sim.scenario import load_scenario, resolved
from sim.scenario.structure import Scenario

FEWEST, MOST = 2, 6
PROBLEM = ("start", "horizon", "policy", "government", "calendar", "context")
NOT_TOLD = ("name", "title", "note", "schema_version")


def read_alternatives(configs: Sequence[str | os.PathLike[str]], *, different: bool = False) -> dict[str, Scenario]:
    """The scenarios of several files, by short name, in the order given.

    Raises BadInput with all that is wrong with any of them, where there are too few or too many, where two have one
    name, and, unless `different` says that this is meant, where they differ in the problem, the government or the
    calendar.
    """
    problems: list[Problem] = []
    if not FEWEST <= len(configs) <= MOST:
        problems.append(Problem("compare", 0, "", str(len(configs)), f"expected {FEWEST} to {MOST} alternatives"))
    found: dict[str, Scenario] = {}
    taken: dict[str, str] = {}
    for config in configs:
        shown = os.fspath(config)
        try:
            scenario = load_scenario(config)
        except BadInput as error:
            problems += error.problems
            continue
        name = _short(shown)
        if name in taken:
            expected = f"the name is taken by {taken[name]}: alternatives need names of their own"
            problems.append(Problem("compare", 0, name, shown, expected))
        taken[name], found[name] = shown, scenario
    if not problems and not different:
        problems += _different_problems(found)
    if problems:
        raise BadInput(problems)
    return found


def _short(said: str) -> str:
    """The name of an alternative: that of its file, without the ending."""
    name = Path(said).name
    return Path(name).stem if name.endswith((".yaml", ".yml", ".json")) else name


def _different_problems(found: Mapping[str, Scenario]) -> list[Problem]:
    """Everything in which a later alternative stands before another problem than the first one."""
    names = list(found)
    base = resolved(found[names[0]])
    problems = []
    for name in names[1:]:
        mine = resolved(found[name])
        for key in PROBLEM:
            for path, here, there in differences(base.get(key), mine.get(key), key):
                if key == "context" and None in (here, there):
                    continue  # a list of members makes it idle in one of them
                expected = f"{names[0]} has {brief(here)}: the same problem, government and calendar, or --different"
                problems.append(Problem(name, 0, path, brief(there), expected))
    return problems


def brief(value: Any) -> str:
    """A value in a message: short, and a dash for what is not said."""
    if value is None:
        return "–"
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def differences(here: Any, there: Any, path: str) -> list[tuple[str, Any, Any]]:
    """Where two pieces of plain data differ: dotted path and both values, None for what is not said.

    Entries of a list are matched by their id, or name, or else by their place.
    """
    if here == there:
        return []
    if isinstance(here, list) and isinstance(there, list):
        here, there = _by_name(here), _by_name(there)
    if isinstance(here, Mapping) and isinstance(there, Mapping):
        keys = list(dict.fromkeys([*here, *there]))
        return [each for key in keys for each in differences(here.get(key), there.get(key), f"{path}.{key}")]
    return [(path, here, there)]


def _by_name(items: list[Any]) -> dict[str, Any]:
    named = [str(each.get("id") or each.get("name") or k) if isinstance(each, Mapping) else str(k)
             for k, each in enumerate(items)]  # fmt: skip
    if len(set(named)) < len(named):
        named = [f"{name} {k}" for k, name in enumerate(named)]
    return dict(zip(named, items, strict=True))


def inputs_apart(found: Mapping[str, Scenario]) -> list[dict[str, Any]]:
    """What the alternatives say differently: `path`, and the value of each by name; a member that an alternative does
    not have is None there, and whole members are told by their kind."""
    told = {name: _told(scenario) for name, scenario in found.items()}
    base = next(iter(told.values()))
    paths: dict[str, None] = {}
    for each in told.values():
        paths |= dict.fromkeys(path for path, _, _ in differences(base, each, ""))
    rows = []
    for path in paths:
        values = {name: _plain(_at(each, path.strip(".").split("."))) for name, each in told.items()}
        rows.append({"path": path.strip("."), "values": values})
    return rows


def _told(scenario: Scenario) -> dict[str, Any]:
    data = {key: value for key, value in resolved(scenario).items() if key not in NOT_TOLD}
    for key in ("members", "government", "policy", "calendar"):
        if isinstance(data.get(key), list):
            data[key] = _by_name(data[key])
    if "members" in data:
        for member in data["members"].values():
            for untold in ("id", "name", "mark"):
                member.pop(untold, None)
    return data


def _at(data: Any, keys: Sequence[str]) -> Any:
    """What stands at a path; keys may hold points themselves, so that the longest key that fits is taken."""
    for size in range(len(keys), 0, -1):
        key = ".".join(keys[:size])
        if isinstance(data, Mapping) and key in data:
            return data[key] if size == len(keys) else _at(data[key], keys[size:])
    return None


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value
