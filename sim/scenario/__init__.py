"""Scenario files: YAML to a checked `Scenario`; all errors at once."""

from sim.scenario.finding import shipped_scenarios
from sim.scenario.loading import check_scenario, check_text, load_scenario, load_text
from sim.scenario.resolved import dump_scenario, resolved, scenario_from_resolved
from sim.scenario.settings import refused_factor, with_settings
from sim.scenario.structure import (
    CALENDAR_KINDS,
    GATES,
    ROLES,
    CalendarEvent,
    Office,
    Organisation,
    Provision,
    Role,
    Scenario,
    Term,
)

__all__ = [
    "CALENDAR_KINDS",
    "GATES",
    "ROLES",
    "CalendarEvent",
    "Office",
    "Organisation",
    "Provision",
    "Role",
    "Scenario",
    "Term",
    "check_scenario",
    "check_text",
    "dump_scenario",
    "load_scenario",
    "load_text",
    "refused_factor",
    "resolved",
    "scenario_from_resolved",
    "shipped_scenarios",
    "with_settings",
]
