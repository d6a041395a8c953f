"""Talk among representatives, by the model's own meetings: how far one adviser moves one listener, and whether the
stubborn hold camps together (facts A33 and A34)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from experiments.evidence.contract import Sample
from experiments.evidence.modules.worlds import Array, Living, begun, drawn_points, with_parameters
from sim.compiled import door, rule
from sim.founding import prepare
from sim.parameters.coefficients import Coefficients
from sim.scenario.structure import Scenario
from sim.state import World
from sim.week import bonds, go_homes, hold, listens

LISTENER, ADVISER = 0, 1
FEWEST = 3  # founders that an alliance can have: two of them talk
ADVICE = {"anywhere": (0.05, 0.8), "middle": (0.2, 0.5), "far": (0.7, 0.8)}  # distances, of a scale from 0 to 1
GROUP, STUBBORN = 10, 2
WEEKS, INTERVAL = 52, 2


@rule
def assemble(w: Any, members: Any) -> None:
    """The first organisations sit together, all of them. Writes: organisations, alliance, rows."""
    a = w.alliance
    a.member_count = members
    a.called = members
    a.present = members
    a.met = 1
    for i in range(members):
        m = w.organisations[i]
        w.rows[i] = i
        m.is_member = 1
        m.is_present = 1
        m.is_called = 1
        m.attending = 1


@rule
def talk_once(w: Any, p: Any, key: Any, week: Any, members: Any) -> None:
    """One meeting of them all. Writes: w."""
    assemble(w, members)
    hold(w, p, key, week)
    listens(w, p, key, week)


@rule
def talk_for(w: Any, p: Any, key: Any, weeks: Any, interval: Any, members: Any) -> None:
    """So many weeks with a meeting of them all now and then, between which each goes home. Writes: w."""
    for week in range(weeks):
        if week % interval == 0:
            talk_once(w, p, key, week, members)
            bonds(w, p, key, week)
        else:
            w.alliance.met = 0
            for i in range(members):
                w.organisations[i].attending = 0
        go_homes(w, p, key, week)


_talk_once, _talk_for = door(talk_once), door(talk_for)


def _rooms(members: int, draws: int, seed: int) -> Iterator[Living]:
    """Newly founded worlds with so many founders and one provision to talk about."""
    scenario = with_parameters(Scenario(name="talk", weeks=1), {"founders": members, "outsiders": 0})
    for living in begun(prepare(scenario), drawn_points(scenario, {}, draws, seed), seed):
        living.world.alliance.provisions = 1
        yield living


def _take(world: World, opinions: Array) -> None:
    """The first organisations hold these opinions, as their houses do. Writes: organisations."""
    for i, opinion in enumerate(opinions):
        world.organisations[i].position[0] = opinion
        world.organisations[i].anchor[0] = opinion


def hear_advice(draws: int, seed: int) -> dict[str, Sample]:
    """One listener without a red line and one adviser meet once.

    Returns
    -------
    dict with the arms "anywhere", "middle", "far"
        `distance` of the adviser, drawn evenly from 0.05 to 0.8, 0.2 to 0.5 and 0.7 to 0.8 of the scale, and `moved`,
        what part of it the listener went. Shape (draws, 1). In "middle" and "far" the same listener, of the same
        opinion, hears advice from the same side.
    """
    generator = np.random.default_rng(seed)
    told = [_advice(generator) for _ in range(draws)]
    arms = {}
    for arm in ADVICE:
        opinions = np.array([each[arm] for each in told])
        after = np.empty(draws)
        for number, living in enumerate(_rooms(FEWEST, draws, seed)):
            _take(living.world, opinions[number])
            with np.errstate(all="ignore"):
                _talk_once(living.world, living.point, living.key, 1, len(opinions[number]))
            after[number] = living.world.organisations[LISTENER].position[0]
        apart = opinions[:, ADVISER] - opinions[:, LISTENER]
        moved = (after - opinions[:, LISTENER]) / apart
        arms[arm] = Sample({"distance": np.abs(apart)[:, None], "moved": moved[:, None]})
    return arms


def _advice(generator: np.random.Generator) -> dict[str, Array]:
    """What listener and adviser think in each arm; the listener stands between its red lines in all of them."""
    distances = {arm: generator.uniform(*ends) for arm, ends in ADVICE.items()}
    anywhere = room_for(distances["anywhere"], generator)
    far = room_for(distances["far"], generator)
    side = math.copysign(1.0, far[ADVISER] - far[LISTENER])
    middle = np.array([far[LISTENER], far[LISTENER] + side * distances["middle"]])
    return {"anywhere": anywhere, "middle": middle, "far": far}


def room_for(distance: float, generator: np.random.Generator) -> Array:
    """A listener between its red lines and an adviser at this distance, both on the scale from 0 to 1, evenly among all
    places where there is room for them."""
    low, high = Coefficients().line_rejects, Coefficients().line_demands
    above, below = max(0.0, min(high, 1.0 - distance) - low), max(0.0, high - max(low, distance))
    place = generator.uniform(0.0, above + below)
    if place < above:
        return np.array([low + place, low + place + distance])
    return np.array([high - (place - above), high - (place - above) - distance])


def hold_camps(draws: int, seed: int) -> dict[str, Sample]:
    """Ten representatives meet every other week for a year; two are stubborn, one at each end, the others anywhere.

    Returns
    -------
    dict with the arms "stubborn", "open"
        `position` of each in the end, shape (draws, 10), the two of the ends first; in the second arm those two are as
        open as the others. Both arms have the same opinions to begin with and the same chance.
    """
    return {"stubborn": Sample({"position": _camps(1, draws, seed)}),
            "open": Sample({"position": _camps(0, draws, seed)})}  # fmt: skip


def _camps(stubborn: int, draws: int, seed: int) -> Array:
    generator = np.random.default_rng(seed)
    found = np.empty((draws, GROUP))
    for number, living in enumerate(_rooms(GROUP, draws, seed)):
        _take(living.world, np.concatenate([[0.0, 1.0], generator.random(GROUP - STUBBORN)]))
        _make_stubborn(living, stubborn)
        with np.errstate(all="ignore"):
            _talk_for(living.world, living.point, living.key, WEEKS, INTERVAL, GROUP)
        found[number] = living.world.organisations.position[:GROUP, 0]
    return found


def _make_stubborn(living: Living, stubborn: int) -> None:
    for i in range(GROUP):
        living.world.organisations[i].stubborn = stubborn if i < STUBBORN else 0
