"""What pages need to know before anything is run: parameters, kinds, outcomes, shipped cases, lessons."""

from __future__ import annotations

import json
from typing import Any

from alliance.web.asks import FANS, TOLD, value_label
from alliance.web.design import PRESETS, Design
from alliance.web.lessons import challenge, lessons
from experiments.report.comparing import CHANGE, UNTIL
from experiments.words import choice_label, factor_label, factor_unit, outcome_label, outcome_unit
from sim.kinds import KINDS
from sim.parameters import PARAMETERS
from sim.scenario import refused_factor
from sim.scenario.finding import shipped
from sim.scenario.structure import Organisation, Scenario

ROLES = ("lever", "context")


def catalogue(lang: str) -> dict[str, Any]:
    """Everything declared, in one language."""
    return {
        "parameters": {path: _parameter(path, lang) for path, each in PARAMETERS.items() if each.role in ROLES},
        "outcomes": {name: {"label": outcome_label(name, lang), "unit": outcome_unit(name, lang)}
                     for name in (CHANGE, *TOLD)},
        "kinds": {name: {"label": each.fr if lang == "fr" else each.en, "family": each.family,
                         "hours": each.hours_per_week, "money": each.money_per_year}
                  for name, each in KINDS.items() if each.family != "Opponent"},
        "presets": [name for name in PRESETS if shipped(name) is not None], "fans": list(FANS), "until": UNTIL,
        "lessons": [each.describe(lang) for each in lessons().values()],
        "challenge": {name: said[lang] for name, said in challenge().items() if isinstance(said, dict)},
    }  # fmt: skip


def _parameter(path: str, lang: str) -> dict[str, Any]:
    each = PARAMETERS[path]
    words = each.declaration
    return {
        "role": each.role, "label": factor_label(path, lang), "unit": factor_unit(path, lang), "type": each.type,
        "low": words.low, "high": words.high, "default": each.default, "meaning": words.meaning,
        "choices": [{"name": name, "label": choice_label(path, name, lang)} for name in each.choice_names],
    }  # fmt: skip


def described(design: Design, lang: str) -> dict[str, Any]:
    """A design as a page edits it: values that work in it, members, dates, and the same as a file and a command."""
    scenario = design.scenario()
    open_paths = [path for path, each in PARAMETERS.items()
                  if each.role in ROLES and refused_factor(scenario, path) is None]  # fmt: skip
    values = {path: scenario.parameters.value(path) for path in open_paths}
    own = {str(each.get("id") or "") for each in design.added}
    return {
        "title": scenario.title, "start": scenario.start.isoformat(), "weeks": scenario.weeks, "values": values,
        "shown": {path: value_label(path, value, lang) for path, value in values.items()},
        "members": [_member(one, one.id in own) for one in scenario.members or ()],
        "listed": scenario.members is not None, "digest": design.digest, "file": file_text(design),
    }  # fmt: skip


def _member(one: Organisation, added: bool) -> dict[str, Any]:
    kind = KINDS[one.kind]
    return {
        "id": one.id, "name": one.name, "kind": one.kind, "added": added, "family": kind.family,
        "hours": one.attributes.get("hours", kind.hours_per_week),
        "money": one.attributes.get("money", kind.money_per_year), "access": dict(one.access), "joins": one.joins,
        "roles": [role.role for role in one.roles], "outside": one.outside,
    }  # fmt: skip


def file_text(design: Design) -> str:
    """The design as a scenario file for the command line: JSON is YAML too, and reads back to the same alliance."""
    return json.dumps(design.document(), ensure_ascii=False, indent=1) + "\n"


def first_scenario() -> Scenario:
    """The case that a first visit meets."""
    return Design(PRESETS[0]).scenario()
