"""Meetings by themselves: people with positions in a room, who trust each other, and the model's rules of listening.

One provision, everybody present and heard alike, default coefficients.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.contract import Sample
from sim.parameters import Parameters, pack
from sim.rules import meeting
from sim.state import CALENDAR, TERM, empty_world, records

Array = NDArray[np.float64]
NEAR, FAR = 0.3, 0.9  # of the scale: a difference of opinion, and a gulf
GROUP, STUBBORN, ROUNDS = 10, 2, 26
APART, CAMP = 0.2, 2  # a gap that parts two camps, and how many make one


def _room(positions: Array, trust: Array, stubborn: NDArray[np.bool_]) -> Any:
    """A meeting of members with these positions: everybody came and has the floor for the same time."""
    count = len(positions)
    w, _ = empty_world(count, 1, records(0, CALENDAR), records(0, TERM), events=1)
    a = w.alliance
    a.organisations = a.member_count = a.present = a.called = count
    a.provisions, a.met, a.purpose = 1, 1, 0.5
    w.rows[:count] = np.arange(count)
    m = w.organisations
    m.is_member[:] = m.is_present[:] = m.is_called[:] = m.attending[:] = 1
    m.airtime[:], m.stubborn[:], m.hours[:] = 1.0 / count, stubborn, 5.0
    m.position[:, 0] = m.anchor[:, 0] = positions
    w.trust[:, :] = trust
    return w


def _meet(w: Any, p: Any) -> None:
    """One meeting: the roll is called with what everybody says, then each listens, then goes home for a week."""
    meeting.call_roll(w)
    for i in range(len(w.rows)):
        meeting.listen(w.organisations, w.alliance, w.trust, w.roll, p, i)
    for i in range(len(w.rows)):
        meeting.go_home(w.organisations, w.alliance, p, i)


def advice(draws: int, seed: int) -> dict[str, Sample]:
    """A member among four others who all stand at one place, near or far: how far it moves in one meeting.

    Arms "near" and "far": column `moved`, its move over the distance to the others.
    """
    p = pack(Parameters())[0]
    generator = np.random.default_rng(seed)
    trust = generator.uniform(0.1, 0.9, (draws, 5, 5))
    start = generator.uniform(0.0, 1.0 - FAR, draws)
    found = {}
    for name, distance in (("near", NEAR), ("far", FAR)):
        moved = np.empty((draws, 1))
        for k in range(draws):
            w = _room(np.r_[start[k], np.full(4, start[k] + distance)], trust[k], np.zeros(5, dtype=bool))
            meeting.call_roll(w)
            meeting.listen(w.organisations, w.alliance, w.trust, w.roll, p, 0)
            moved[k, 0] = (w.organisations[0].position[0] - start[k]) / distance
        found[name] = Sample({"moved": moved})
    return found


def camps(draws: int, seed: int) -> dict[str, Sample]:
    """Ten members, one stubborn at each pole, meet weekly for half a year: do two camps remain?

    Arms "stubborn" and "open" (the same people, nobody stubborn): column `split`, 1 where the sorted positions part by
    0.2 or more with two people at least on either side.
    """
    p = pack(Parameters())[0]
    generator = np.random.default_rng(seed)
    draws = min(draws, 200)
    between = generator.uniform(0.0, 1.0, (draws, GROUP - STUBBORN))
    trust = generator.uniform(0.1, 0.9, (draws, GROUP, GROUP))
    found = {}
    for name in ("stubborn", "open"):
        held = np.zeros(GROUP, dtype=bool)
        held[:STUBBORN] = name == "stubborn"
        split = np.empty((draws, 1))
        for k in range(draws):
            w = _room(np.r_[0.0, 1.0, between[k]], trust[k], held)
            for _ in range(ROUNDS):
                _meet(w, p)
            split[k, 0] = is_split(np.array(w.organisations.position[:, 0]))
        found[name] = Sample({"split": split})
    return found


def is_split(positions: Array) -> bool:
    """Whether a gap of 0.2 or more parts the positions, with two people at least on either side."""
    gaps = np.diff(np.sort(positions))
    return bool((gaps[CAMP - 1 : len(gaps) - CAMP + 1] >= APART).any())
