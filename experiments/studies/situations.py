"""Situations in which every mechanism of the model has something to do, for questions about the model itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sim.scenario import load_scenario, with_settings
from sim.scenario.structure import Scenario

# All that is switched on by a lever or met in a context only: form, relations, surveys, evaluation from outside, a
# pooled fund, support promised and partly paid, rotation, a pact, local work where power is local, and so on.
IN_USE: Mapping[str, Any] = {
    "origin": "organic", "problem_kind": "badly_implemented", "founders": 24, "formality": 0.8,
    "co_chair_rotation": True, "administration": "paid", "pooled_fund": 0.4, "relationship_investment": 0.25,
    "feedback_surveys": 3, "evaluation": "third_party", "evaluation_interval": 26, "participation_support": 0.8,
    "support_delivery": 0.6, "silence_pact": True, "local_engagement": 0.7, "decentralisation": 0.8,
    "window_readiness": 0.5, "targeted_recruitment": 0.8, "open_door": 1.2, "inclusion_effort": 0.7,
    "ingo_restraint": 0.6, "size_test": True, "government_member": True, "adaptive_meetings": True,
    "working_groups": "fixed", "messenger": "one_voice", "non_negotiables": 0.5, "tactic_pilot": 0.6,
    "tactic_pledge_campaign": 0.8, "weight_government_body": 0.3, "weight_private_sector": 0.3, "weight_media": 0.3,
    "weight_faith": 0.3, "election_interval": 104, "shock_rate": 1.0, "staff_turnover": 0.4, "funding_volatility": 0.6,
}  # fmt: skip

# A closed and divided country, a hot issue, strong opponents, and an alliance that takes to the street.
STRAINED: Mapping[str, Any] = {
    "problem_kind": "harmful", "co_chairs": 1, "decision_rule": "majority", "initial_agreement": 0.6,
    "scope_breadth": 0.5, "non_negotiables": 0.5, "controversy": 0.6, "initial_salience": 0.6,
    "salience_volatility": 0.7, "opposition_strength": 1.5, "government_openness": 0.1, "civic_space": 0.2,
    "media_freedom": 0.3, "partisan_polarisation": 0.9, "partisan_balance": 0.1, "insider_share": 0.2,
    "tactic_mobilisation": 1.0, "tactic_media": 0.2, "goal_ambition": 0.7, "evaluation": "none", "feedback_surveys": 0,
    "silence_pact": True, "holder_tenure": 12.0, "election_interval": 104, "veto_holders": 3,
    "power_concentration": 0.2,
}  # fmt: skip

# An alliance that looks after little: nobody owns plans, nobody negotiates, papers go round, money is the problem.
LOOSE: Mapping[str, Any] = {
    "problem_kind": "underfunded", "administration": "rotating", "owner_rule": False, "existing_first": False,
    "negotiation": False, "co_chairs": 0, "agenda_discipline": 0.2, "formality": 0.1, "scope_breadth": 0.5,
    "non_negotiables": 0.6, "brainstorming": 0.1, "working_groups": "none", "drafting_group_size": 1,
    "bottom_up": 0.9, "face_to_face": 1.0, "weight_private_sector": 0.5, "weight_media": 0.3,
    "weight_multilateral_donor": 0.8, "weight_government_body": 0.4, "pooled_fund": 0.6, "tactic_budget_analysis": 0.9,
}  # fmt: skip

# Members that do not agree, in a Georgia where opponents with means fight two provisions, and governments undo much.
CONTESTED: Mapping[str, Any] = {
    "controversy": 0.9, "initial_agreement": 0.3, "partisan_polarisation": 0.9, "government_openness": 0.2,
    "civic_space": 0.5, "insider_share": 0.4, "tactic_mobilisation": 0.8, "tactic_conference": 0.6,
    "decision_rule": "majority", "evaluation_interval": 26, "window_readiness": 0.6, "agenda_discipline": 0.9,
    "meeting_interval": 1,
}  # fmt: skip
OPPONENTS_HOURS = 60.0

OWN: Mapping[str, Mapping[str, Any]] = {"in use": IN_USE, "strained": STRAINED, "loose": LOOSE}
SHIPPED = ("georgia", "zambia", "peru")
NAMES = ("default", *SHIPPED, *OWN, "contested")


def situation(name: str) -> Scenario:
    """One of the situations by name: the declared defaults, a shipped case, or one of our own."""
    if name in SHIPPED:
        return load_scenario(name)
    if name == "contested":
        return with_settings(_with_strong_opponents(load_scenario("georgia")), CONTESTED)
    return with_settings(Scenario(name=name, title=name, weeks=260), OWN.get(name, {}))


def _with_strong_opponents(scenario: Scenario) -> Scenario:
    """The same with opponents whose hours match an alliance's, over eight years."""
    members = tuple(
        replace(each, attributes={**each.attributes, "hours": OPPONENTS_HOURS}) if each.kind == "opponent" else each
        for each in scenario.members or ()
    )
    return scenario.replace(members=members, weeks=416)
