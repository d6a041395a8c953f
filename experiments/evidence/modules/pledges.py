"""What becomes of signed pledges, by whether who signed came to govern (fact A27).

It runs the whole model with its log, since no outcome tells who signed.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from experiments.evidence.contract import Sample
from experiments.evidence.modules.impulses import SITUATIONS, SPREAD_EVENLY
from experiments.evidence.modules.worlds import Array, drawn_points, with_parameters
from sim.declare import OFFICES
from sim.events import CODES
from sim.founding import founder_weights, prepare
from sim.outcomes import OUTCOME_DTYPE
from sim.running import live_runs, world_for
from sim.scenario.structure import CalendarEvent, Scenario

ELECTION, TERM = 52, 208
FACTORS = SITUATIONS | {"context.veto_holders": {"low": 1, "high": 4}}
FEWER = {"alliance.founders": {"low": 5, "high": 20, **SPREAD_EVENLY}}  # small alliances: sizes do not matter here
FATES = ("in_government", "out_of_government", "of_losers")
WON = tuple(CODES[name] for name in ("election", "change_of_government"))


def sign_pledges(draws: int, seed: int) -> dict[str, Sample]:
    """An alliance asks every candidate to sign before an election after one year; the term then lasts four.

    Returns
    -------
    dict with the arm "signed"
        The pledge is one text, whoever signs it. `in_government`: whether any of the asked provisions was adopted in
        the term, in runs in which the winner had signed by the election; `out_of_government`: the same where it had
        not, but a candidate of the side that did not form the government had; `of_losers`: the same where a candidate
        of that side had, whether the winner had or not. NaN in all other runs, and where a provision was adopted before
        the election. Shape (draws, 1).
    """
    scenario = with_parameters(
        Scenario(name="pledges", weeks=ELECTION + TERM, calendar=(CalendarEvent(week=ELECTION, kind="election"),)),
        {"tactic_pledge_campaign": 1.0},
    )
    blueprint, points = prepare(scenario), drawn_points(scenario, FACTORS | FEWER, draws, seed)
    found = np.empty((draws, len(FATES)))
    for number in range(draws):
        point = points[number : number + 1]
        world, store = world_for(blueprint, point, events=True)
        out = np.zeros(1, dtype=OUTCOME_DTYPE).view(np.recarray)
        with np.errstate(all="ignore"):
            live_runs(world, store, blueprint, point, founder_weights(point), np.uint64(seed),
                      np.array([number], dtype=np.int64), out)  # fmt: skip
        held = world.holders[: int(world.alliance.holders)]
        candidates = np.flatnonzero(held.office == OFFICES.index("candidate"))
        told = world.events[: int(world.counts.logged)]
        found[number] = fate(told, candidates, held.side[candidates])
    return {"signed": Sample({name: found[:, [place]] for place, name in enumerate(FATES)})}


def fate(log: Any, candidates: Any, sides: Array) -> tuple[float, float, float]:
    """Whether one run's pledge was kept (1, 0), in the order of `FATES`; NaN for what it was not.

    Parameters
    ----------
    log : records of `sim.state.EVENT`
    candidates : int array (candidates,)
        Their rows among the power-holders.
    sides : float64 (candidates,)
        On which side each stands, below or above 0.
    """
    adopted = log.week[log.kind == CODES["adopted"]]
    won = log.who[np.isin(log.kind, WON) & (log.week == ELECTION)]
    if not len(won) or won[0] not in candidates or (adopted < ELECTION).any():
        return math.nan, math.nan, math.nan
    signed = np.isin(candidates, log.who[(log.kind == CODES["signed"]) & (log.week < ELECTION)])
    kept = float((adopted >= ELECTION).any())
    is_winner = candidates == won[0]
    of_losers = kept if signed[sides * sides[is_winner][0] < 0.0].any() else math.nan
    return (kept, math.nan, of_losers) if signed[is_winner].any() else (math.nan, of_losers, of_losers)
