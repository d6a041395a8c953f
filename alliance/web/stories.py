"""One future of a design, week by week: who trusts whom, where power-holders stand, what happened and why."""

from __future__ import annotations

from typing import Any

from alliance.web.asks import FANS
from experiments.report.story import is_plain, sentence, story
from sim.events import CODES, EVENT_KINDS
from sim.model import AllianceModel
from sim.running import Event, Run
from sim.scenario.structure import Scenario

EVERY = 4  # weeks between two pictures
WORTH = 2  # weight from which an event is told
FAINT = 0.15  # trust below which no tie is drawn
REASONS = 3  # of an event


def told_future(scenario: Scenario, seed: int, replicate: int, lang: str) -> dict[str, Any]:
    """A future as pages show it: pictures every four weeks, weekly variables, events with their reasons."""
    model = AllianceModel(scenario, rng=seed, replicate=replicate)
    weeks = [0, *range(EVERY - 1, model.weeks, EVERY)]
    pictures = []
    while model.running:
        model.step()
        if model.lived in weeks:
            pictures.append(_picture(model))
    lived = model.result()
    trajectory = {name: [round(float(lived.trajectory[name][week]), 4) for week in weeks] for name in FANS}
    return {
        "replicate": replicate, "seed": seed, "changed": bool(lived.outcomes["policy_changed"]),
        "won": round(float(lived.outcomes["provisions_won"]), 4), "weeks": [week + 1 for week in weeks],
        "members": _members(model), "holders": _holders(model, lang), "pictures": pictures,
        "trajectory": trajectory, "events": _events(lived, lang), "summary": _summary(lived, lang),
    }  # fmt: skip


def _members(model: AllianceModel) -> list[dict[str, Any]]:
    return [{"id": agent.row, "name": agent.name, "kind": agent.kind, "family": agent.family}
            for agent in model.organisations if agent.family != "Opponent"]  # fmt: skip


def _holders(model: AllianceModel, lang: str) -> list[dict[str, Any]]:
    place = 1 if lang == "fr" else 0
    return [{"id": agent.row, "name": model.names.holder(agent.row, 0, place), "office": agent.office,
             "veto": agent.has_veto} for agent in model.power_holders]  # fmt: skip


def _picture(model: AllianceModel) -> dict[str, Any]:
    """Who is a member, mutual trust between members, and where each holder stands with its influence."""
    world = model.world
    rows = [agent.row for agent in model.organisations if agent.family != "Opponent"]
    inside = [bool(world.organisations[row].is_member) for row in rows]
    ties = []
    for k, one in enumerate(rows):
        for m in range(k):
            trust = 0.5 * float(world.trust[one, rows[m]] + world.trust[rows[m], one])
            if inside[k] and inside[m] and trust >= FAINT:
                ties.append([rows[m], one, round(trust, 2)])
    holders = [[round(float(h.position), 3), round(float(h.influence), 3), bool(h.is_present)]
               for h in (world.holders[agent.row] for agent in model.power_holders)]  # fmt: skip
    return {"week": model.lived + 1, "inside": inside, "ties": ties, "holders": holders}


def _events(lived: Run, lang: str) -> list[dict[str, Any]]:
    """Each event worth telling, by itself, with the reasons that weighed most."""
    return [
        {"week": event.week + 1, "date": lived.scenario.date(event.week).isoformat(), "kind": event.kind,
         "weight": event.weight, "text": sentence(event, lang), "why": _why(event, lang)}
        for event in lived.events if is_plain(event) and EVENT_KINDS[CODES[event.kind]].weight >= WORTH
    ]  # fmt: skip


def _why(event: Event, lang: str) -> list[str]:
    ordered = sorted(event.reasons, key=lambda reason: -abs(reason.part))
    return [reason.text(lang) for reason in ordered[:REASONS]]


def _summary(lived: Run, lang: str) -> list[list[str]]:
    """The story as `alliance run` tells it, by date."""
    return [[line.date, line.text] for line in story(lived.scenario, lived.events, lang)]

