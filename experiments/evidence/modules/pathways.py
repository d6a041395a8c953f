"""The reference ensemble told week by week: by which ways change came, and how often people in office changed.

It runs the whole model, one draw a run, since no outcome counts what stands in the log of events: facts A21 and A31.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.designs import Design, checked_composition, checked_factors, lhs
from experiments.evidence.contract import Sample
from sim.declare import OFFICES
from sim.events import CODES, REASON_CODES
from sim.founding import Blueprint, founder_weights, prepare
from sim.outcomes import OUTCOME_DTYPE
from sim.parameters import pack
from sim.rules.words import TACTICS
from sim.running import live_runs, world_for
from sim.scenario import Scenario
from sim.state import Store, World

YEAR, FOUR_YEARS = 52, 208
SPREAD_EVENLY = {"distribution": "linear"}
FACTORS: dict[str, dict[str, Any]] = {  # those of configs/studies/reference.yaml
    "context.controversy": {"low": 0, "high": 1, **SPREAD_EVENLY},
    "context.initial_salience": {"low": 0, "high": 1, **SPREAD_EVENLY},
    "context.opposition_strength": {"distribution": "lognormal", "median": 1, "sigma": 0.8},
    "alliance.founders": {"low": 5, "high": 60, **SPREAD_EVENLY},
    "context.veto_holders": {"low": 1, "high": 4},
}
SECTORS = {"low": 2, "high": 8}
GOVERNING = (OFFICES.index("minister"), OFFICES.index("executive"))
KNOWLEDGE = tuple(TACTICS.index(name) for name in ("research", "policy_brief", "budget_analysis", "pilot"))
PATHWAYS = ("external", "internal", "learning", "negotiated")
COLUMNS = (*PATHWAYS, "pathways", "changed", "minister_changes", "veto_changes")

Log = Any  # records of `sim.state.EVENT`, shape (lines,)
Offices = NDArray[np.int64]


def reference_design(draws: int, seed: int) -> tuple[Scenario, Design]:
    """The situations of the reference ensemble, in a Latin hypercube of so many draws."""
    scenario = Scenario(name="reference", title="Alliances of every sort", weeks=260)
    factors = checked_factors(FACTORS, scenario)
    problems, composition = checked_composition(SECTORS, FACTORS, scenario)
    assert not problems
    return scenario, lhs(factors, draws, composition=composition, seed=seed)


def count_pathways(draws: int, seed: int) -> dict[str, Sample]:
    """Run so many draws of the reference ensemble with their logs, and count.

    Returns
    -------
    dict with the arm "with"
        `external`, `internal`, `learning`, `negotiated` (1, 0; NaN where policy never changed) and their sum
        `pathways`; `changed`; `minister_changes` and `veto_changes`, new people in four years in the minister's office
        and, on average, in those whose consent is needed. Shape (draws, 1).
    """
    scenario, design = reference_design(draws, seed)
    blueprint, points = prepare(scenario), design.records(pack(scenario.parameters), design.codes())
    found = np.full((draws, len(COLUMNS)), np.nan)
    for k in range(draws):
        point = points[k : k + 1]
        world, store = world_for(blueprint, point, events=True)
        live(world, store, blueprint, point, seed, k)
        held = world.holders[: int(world.alliance.holders)]
        found[k] = counted(world.events[: int(world.counts.logged)], held.office, held.veto)
    return {"with": Sample({name: found[:, [place]] for place, name in enumerate(COLUMNS)})}


def live(world: World, store: Store, blueprint: Blueprint, point: Any, seed: int, number: int) -> None:
    """One run of this point in this world, with the chance that the ensemble gives to this number. Writes: world."""
    outcomes = np.zeros(1, dtype=OUTCOME_DTYPE).view(np.recarray)
    weights, numbers = founder_weights(point), np.array([number], dtype=np.int64)
    with np.errstate(all="ignore"):
        live_runs(world, store, blueprint, point, weights, np.uint64(seed), numbers, outcomes)


def counted(log: Log, office: Offices, veto: Offices) -> list[float]:
    """One run's values, in the order of `COLUMNS`: its log, and office and veto of each power-holder."""
    won = log.week[log.kind == CODES["changed"]]
    ways = [math.nan] * len(PATHWAYS)
    if len(won):
        ways = open_pathways(log[(log.week > won[0] - YEAR) & (log.week <= won[0])], office)
    new = log.who[(log.kind == CODES["new_holder"]) & (log.week < FOUR_YEARS)]
    changes = np.bincount(new, minlength=len(office))
    ministers, vetoes = changes[office == GOVERNING[0]], changes[veto == 1]
    return [*ways, sum(ways), float(len(won) > 0), float(ministers.mean()), float(vetoes.mean())]


def open_pathways(year: Log, office: Offices) -> list[float]:
    """Which of the four pathways to policy change stand in the log of a year: 1 or 0, in the order of `PATHWAYS`.

    External event: a shock, a change of government, a new minister or head of the executive. Internal event: a failure
    within the field, a bill lost or a policy undone. Learning: a product of knowledge finished, and a power-holder that
    received the alliance. Negotiated agreement: members that met halfway on a provision or gave one up, or a bill from
    which one was left out as opponents contest it.

    Source: Weible, Sabatier and McQueen 2009 (doi 10.1111/j.1541-0072.2008.00299.x) for the four; what stands for each
    is our judgement.
    """
    governing = np.isin(office, GOVERNING)
    seated = year.who[year.kind == CODES["new_holder"]]
    said = year.cause[year.kind == CODES["because"]]
    done = year.whom[year.kind == CODES["completed"]]
    external = _any(year, "shock", "change_of_government") or bool(governing[seated].any())
    internal = _any(year, "vote_lost", "reversed")
    learning = bool(np.isin(done, KNOWLEDGE).any()) and _any(year, "received")
    negotiated = _any(year, "softened", "given_up") or bool((said == REASON_CODES["dropped_contested"]).any())
    return [float(each) for each in (external, internal, learning, negotiated)]


def _any(year: Log, *kinds: str) -> bool:
    return bool(np.isin(year.kind, [CODES[kind] for kind in kinds]).any())
