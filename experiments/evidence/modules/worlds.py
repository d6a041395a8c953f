"""Worlds of the model in which one thing happens in one arm and not in another: the model's own founding and weeks, and
between them a deed done by the model's own rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.designs import checked_factors, random_points
from sim.compiled import COMPILING, door, rule
from sim.draws import run_key
from sim.founding import Blueprint, found, founder_weights
from sim.parameters import full_path, pack
from sim.preparing import compile_ahead
from sim.rules.words import TACTICS
from sim.rules.working import add_to_team, clear_activity, gather_team, skill_match, take_task
from sim.running import world_for
from sim.scenario.structure import Scenario
from sim.state import NOBODY, Store, World
from sim.week import live_week

# An alliance that does nothing by itself but meet and agree: what happens is the deed alone.
IDLE = {
    "plan_from_left": 0.0, "plan_from_decided": 0.0, "own_studies": 0.0, "own_coverage": 0.0, "joint_evidence": 0.0,
    "window_readiness": 0.0, "campaign_days": 0.0,
}  # fmt: skip
WATCHED = ("buzz", "salience", "position", "since", "adopted")


@rule
def begin_world(w: Any, store: Any, b: Any, point: Any, weights: Any, seed: Any, number: Any) -> Any:
    """Found a world with the chance of this number. Writes: w, store. Returns the key of its chance."""
    key = run_key(seed, number)
    store.point[0] = point
    found(w, store, b, store.point[0], weights, key)
    return key


@rule
def watch_weeks(w: Any, p: Any, key: Any, first: Any, last: Any, watched: Any, seen: Any) -> None:
    """Live the weeks from `first` to before `last`, and note each. Writes: w, seen (weeks, 5).

    `watched` is the row of the power-holder whose position, and week of coming into office, are noted.
    """
    for week in range(first, last):
        live_week(w, p, key, week)
        seen[week, 0] = w.public.buzz
        seen[week, 1] = w.public.salience
        seen[week, 2] = w.holders[watched].position
        seen[week, 3] = w.holders[watched].since
        seen[week, 4] = 1.0 if w.policy.adopted_week >= 0 else 0.0


@rule
def most_able(w: Any, tactic: Any) -> Any:
    """Row of the member whose skills fit a tactic best; NOBODY where there are no members."""
    best = NOBODY
    highest = -1.0
    for k in range(w.alliance.member_count):
        i = w.rows[k]
        match = skill_match(w.organisations[i], tactic)
        if match > highest:
            highest = match
            best = i
    return best


@rule
def put_finished(w: Any, p: Any, key: Any, week: Any, tactic: Any, target: Any, slot: Any) -> None:
    """A piece of work that is as good as done: by the most able member and the team that it would gather, towards a
    power-holder (NOBODY: none). The week that follows finishes it by the model's own rule.

    Writes: activities[slot], organisations.tasks, alliance.slots. Nothing where the alliance has no members.
    """
    owner = most_able(w, tactic)
    if owner == NOBODY:
        return
    v = w.activities[slot]
    w.alliance.slots = max(w.alliance.slots, slot + 1)
    clear_activity(v, tactic, week)
    v.owner = owner
    v.is_owned = 1
    v.target = target
    v.deadline = week + 1
    add_to_team(v, owner)
    take_task(w.organisations[owner], slot)
    gather_team(w, p, key, week, v, slot)


Array = NDArray[np.float64]
_begin, _watch, _put = door(begin_world), door(watch_weeks), door(put_finished)


@dataclass(frozen=True, slots=True)
class Living:
    """A world at a week: what it is, the parameters it lives by, its chance, and what was seen so far.

    Parameters
    ----------
    seen : float64 (weeks, 5)
        By week, in the order of `WATCHED`; NaN where the week is still to come.
    """

    world: World
    store: Store
    key: Any
    seen: Any

    @property
    def point(self) -> Any:
        """The parameters, as rules read them."""
        return self.store.point[0]

    def live(self, first: int, last: int, watched: int) -> None:
        """The weeks from `first` to before `last`. Writes: world, seen."""
        with np.errstate(all="ignore"):
            _watch(self.world, self.point, self.key, first, last, watched, self.seen)

    def put(self, week: int, tactic: str, target: int = NOBODY, slot: int = 0) -> None:
        """A finished piece of work of a kind, which takes effect in this week. Writes: world."""
        _put(self.world, self.point, self.key, week, TACTICS.index(tactic), int(target), slot)


Deed = Callable[[Living, int], None]


def begun(blueprint: Blueprint, points: Any, seed: int) -> Iterator[Living]:
    """A world for each point, newly founded; the next one takes the place of the last, so look before going on."""
    if COMPILING:
        compile_ahead()
    world, store = world_for(blueprint, points)
    weights = founder_weights(points)
    for number in range(len(points)):
        with np.errstate(all="ignore"):
            key = _begin(world, store, blueprint, points[number], weights[number], np.uint64(seed), number)
        yield Living(world, store, np.uint64(key), np.full((blueprint.weeks, len(WATCHED)), np.nan))


def with_parameters(scenario: Scenario, chosen: Mapping[str, Any]) -> Scenario:
    """A scenario with other parameters, by short name; ranges do not bind, so that a rule can be switched off."""
    paths = {str(full_path(name)): value for name, value in chosen.items()}
    return scenario.replace(parameters=scenario.parameters.with_values(paths))


def drawn_points(scenario: Scenario, factors: Mapping[str, Mapping[str, Any]], draws: int, seed: int) -> Any:
    """Parameters of so many draws of these factors, as records; the scenario's own, where there are none."""
    packed = pack(scenario.parameters, draws)
    if not factors:
        return packed
    design = random_points(checked_factors(factors, scenario), draws, seed=seed)
    return design.records(pack(scenario.parameters), design.codes())


def watched_weeks(
    blueprint: Blueprint, points: Any, seed: int, week: int, deed: Deed, holder: int = 0
) -> dict[str, Array]:
    """What is seen week by week in worlds in each of which a deed is done before the given week.

    Parameters
    ----------
    points : records of parameters, shape (draws,)
    holder : int
        Row of the power-holder who is watched.

    Returns
    -------
    dict of the names in `WATCHED` to float64 (draws, weeks)
        With the same points and seed, number k has the same parameters and the same chance whatever the deed.
    """
    seen = np.empty((len(points), blueprint.weeks, len(WATCHED)))
    for number, living in enumerate(begun(blueprint, points, seed)):
        living.live(0, week, holder)
        deed(living, week)
        living.live(week, blueprint.weeks, holder)
        seen[number] = living.seen
    return {name: seen[:, :, place] for place, name in enumerate(WATCHED)}


def nothing(living: Living, week: int) -> None:
    """The deed of the arm in which nothing happens."""
