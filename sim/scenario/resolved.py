"""A scenario as plain data that says everything, in the words of a scenario file: stored with every study."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from sim.errors import BadInput
from sim.scenario.building import VERSION, build
from sim.scenario.levers import idle_reason, sections
from sim.scenario.nodes import Place, Table, plain_nodes
from sim.scenario.settings import listed_parts
from sim.scenario.structure import CalendarEvent, Office, Organisation, Provision, Role, Scenario, Term
from sim.scenario.values import reads_as_another


def resolved(scenario: Scenario) -> dict[str, Any]:
    """Everything that a scenario says, defaults included, as plain data; dates are start and weeks.

    What a list makes idle is left out. `scenario_from_resolved` gives an equal scenario back; written as YAML, the
    data are a scenario file.
    """
    data: dict[str, Any] = {
        "schema_version": VERSION,
        "name": scenario.name,
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "horizon": f"{scenario.weeks}w",
    }
    if scenario.note:
        data["note"] = scenario.note
    if scenario.arms:
        data["arms"] = {name: {"interval_ratio": ratio} for name, ratio in scenario.arms.items()}
    return data | _parameters(scenario) | _lists(scenario)


def _parameters(scenario: Scenario) -> dict[str, dict[str, Any]]:
    """The values of all parameters that have an effect, by group and short name."""
    groups: dict[str, dict[str, Any]] = {section: {} for section in sections()}
    listed = listed_parts(scenario)
    for path, value in scenario.parameters.as_dict().items():
        section, name = path.split(".", 1)
        if idle_reason(path, listed) is None:
            groups[section][name] = value
    return groups


def _lists(scenario: Scenario) -> dict[str, Any]:
    """The listed parts, under the names of a file."""
    lists: dict[str, Any] = {}
    if scenario.provisions is not None:
        lists["policy"] = {"provisions": [_said(each) for each in scenario.provisions]}
    if scenario.government is not None:
        lists["government"] = [_office(each) for each in scenario.government]
    if scenario.members is not None:
        lists["members"] = [_organisation(each) for each in scenario.members]
    if scenario.calendar is not None:
        lists["calendar"] = [_event(each) for each in scenario.calendar]
    return lists


def _said(record: Provision | Organisation | Role | Office | Term | CalendarEvent) -> dict[str, Any]:
    """The fields of a record that differ from what is meant where nothing is said."""
    found = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if value not in (None, "", (), {}) and value != each.default:
            found[each.name] = list(value) if isinstance(value, tuple) else value
    return found


def _organisation(one: Organisation) -> dict[str, Any]:
    data = _said(one)
    attributes = data.pop("attributes", {})
    if "stubborn" in attributes:
        attributes = attributes | {"stubborn": bool(attributes["stubborn"])}
    for week in ("joins", "leaves"):
        if week in data:
            data[week] = f"w{data[week]}"
    if one.roles:
        data["roles"] = [_role(role) for role in one.roles]
    return data | attributes


def _role(role: Role) -> dict[str, Any]:
    data: dict[str, Any] = {"role": role.role, "from": f"w{role.from_week}"}
    return data if role.to_week is None else data | {"to": f"w{role.to_week}"}


def _office(office: Office) -> dict[str, Any]:
    data = _said(office) | {"tier": office.tier}
    if office.terms:
        data["terms"] = [_term(term) for term in office.terms]
    return data


def _term(term: Term) -> dict[str, Any]:
    data = _said(term)
    data.pop("from_week", None)
    return {"name": term.name, "from": f"w{term.from_week}"} | data


def _event(event: CalendarEvent) -> dict[str, Any]:
    data = _said(event)
    data.pop("week", None)
    return {"date": f"w{event.week}"} | data


def scenario_from_resolved(data: Mapping[str, Any], file: str = "study.yaml") -> Scenario:
    """The scenario that `resolved` was made of; raises BadInput where the data are no scenario."""
    tree = plain_nodes(data, Place(file))
    if not isinstance(tree, Table):
        raise TypeError("expected a mapping")
    scenario, problems = build(tree, file.rsplit("/", 1)[-1].split(".")[0])
    if scenario is None:
        raise BadInput(problems)
    return scenario


def dump_scenario(scenario: Scenario) -> str:
    """A scenario as the text of a file that says everything, and loads as an equal scenario."""
    yaml = YAML(typ="rt", pure=True)
    yaml.width = 4096
    stream = io.StringIO()
    yaml.dump(_quoted(resolved(scenario)), stream)
    return stream.getvalue()


def _quoted(data: Any) -> Any:
    """Plain data in which every text that would read as something else stands in quotes."""
    if isinstance(data, Mapping):
        return {key: _quoted(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_quoted(value) for value in data]
    if isinstance(data, str) and reads_as_another(data):
        return DoubleQuotedScalarString(data)
    return data
