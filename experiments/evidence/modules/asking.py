"""One organisation asks to be received: a donor in one arm, a grassroots body in the other (fact A25)."""

from __future__ import annotations

from typing import Any

import numpy as np

from experiments.evidence.contract import Sample
from experiments.evidence.modules.worlds import Array, Living, begun, drawn_points, with_parameters
from sim.compiled import door, rule
from sim.declare import OFFICES
from sim.founding import prepare
from sim.rules.acting import approach_holder
from sim.scenario.structure import Organisation, Scenario

DONORS = ("multilateral_donor", "bilateral_donor", "foundation")
GRASSROOTS = ("grassroots",) * len(DONORS)
ASKED = tuple(OFFICES.index(name) for name in ("executive", "minister", "official", "legislator"))


@rule
def ask_all(w: Any, p: Any, key: Any, week: Any, i: Any, holders: Any, received: Any) -> None:
    """Organisation `i` asks each of these power-holders in its own name. Writes: w; received, 1 where it was.

    `holders` and `received` are arrays of equal length: rows, and answers.
    """
    w.rows[0] = i
    w.alliance.member_count = 1
    for k in range(holders.shape[0]):
        before = w.counts.contacts
        approach_holder(w, p, key, week, holders[k], 1.0, 0)
        received[k] = w.counts.contacts - before


_ask = door(ask_all)


def ask_for_meetings(draws: int, seed: int) -> dict[str, Sample]:
    """Everybody in national office is asked once, before anything else has happened.

    Returns
    -------
    dict with the arms "donor", "grassroots"
        `received`: 1 or 0 by power-holder asked, shape (draws, asked). The kinds of donors take turns; both arms meet
        the same power-holders and the same luck.
    """
    return {"donor": Sample({"received": _received(DONORS, draws, seed)}),
            "grassroots": Sample({"received": _received(GRASSROOTS, draws, seed)})}  # fmt: skip


def _received(kinds: tuple[str, ...], draws: int, seed: int) -> Array:
    """Who was received by whom; an organisation of each kind is there, and the draws go round them."""
    members = tuple(Organisation(id=f"asker {n}", name=f"asker {n}", kind=kind) for n, kind in enumerate(kinds))
    scenario = with_parameters(Scenario(name="asking", weeks=1, members=members), {"outsiders": 0})
    blueprint, points = prepare(scenario), drawn_points(scenario, {}, draws, seed)
    return np.array([_asked_of(living, number % len(kinds))
                     for number, living in enumerate(begun(blueprint, points, seed))])  # fmt: skip


def _asked_of(living: Living, i: int) -> Array:
    offices = living.world.holders.office[: int(living.world.alliance.holders)]
    asked = np.flatnonzero(np.isin(offices, ASKED))
    received = np.empty(len(asked))
    _ask(living.world, living.point, living.key, 1, i, asked, received)
    return received
