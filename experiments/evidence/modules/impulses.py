"""One piece of work in an otherwise idle alliance: what a study, a wave of mobilisation and a media push do (facts A23,
A24 and A28).

Each experiment lives the same worlds with the deed and without it, on the same chance.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from experiments.evidence.contract import Sample
from experiments.evidence.modules.worlds import (
    IDLE,
    Array,
    Deed,
    Living,
    drawn_points,
    nothing,
    watched_weeks,
    with_parameters,
)
from sim.founding import GENERATED_OFFICES, prepare
from sim.scenario.structure import CalendarEvent, Office, Organisation, Provision, Scenario

SPREAD_EVENLY = {"distribution": "linear"}
SITUATIONS: dict[str, dict[str, Any]] = {  # those of configs/studies/reference.yaml that bear on one piece of work
    "context.controversy": {"low": 0, "high": 1, **SPREAD_EVENLY},
    "context.initial_salience": {"low": 0, "high": 1, **SPREAD_EVENLY},
    "context.opposition_strength": {"distribution": "lognormal", "median": 1, "sigma": 0.8},
    "alliance.founders": {"low": 5, "high": 60, **SPREAD_EVENLY},
}
HALF_YEAR, YEAR = 26, 52
SHOWN_WEEK, SHOWN_FOR = HALF_YEAR, 78  # by then a small alliance has agreed; 18 months to follow what was shown
WAVE_WEEK, WAVE_FOR = YEAR, 9
PUSH_WEEK, PUSH_FOR, FEWER_PUSHES = YEAR, 2 * YEAR, 2  # it fades slowly: fewer draws, watched longer


def _town() -> Scenario:
    """One mayor who decides alone, three simple measures that nobody contests, and three bodies of science.

    Whoever is asked to a meeting comes: what is measured is the effect on those who came.
    """
    quiet = {"controversy": 0.0, "opposition_strength": 0.0, "shock_rate": 0.0, "goal_ambition": 0.1}
    town = Scenario(
        name="town", title="A town and three bodies of science", weeks=SHOWN_WEEK + SHOWN_FOR,
        provisions=tuple(Provision(id=f"measure {number}", gate="decree") for number in (1, 2, 3)),
        members=tuple(
            Organisation(id=name, name=name, kind=kind)
            for name, kind in (("one", "university"), ("two", "university"), ("three", "think_tank"))
        ),
        government=(Office(id="mayor", name="mayor", office="executive", veto=True, tenure=240.0),),
        calendar=(CalendarEvent(week=0, kind="note"),),
    )  # fmt: skip
    return with_parameters(town, IDLE | quiet | {"grant_scale": 1e9, "relationship_investment": 0.0})


def _study(living: Living, week: int) -> None:
    living.put(week, "research")


def _study_in_a_meeting(living: Living, week: int) -> None:
    living.put(week, "research")
    living.put(week, "insider_meeting", target=0, slot=1)


def show_research(draws: int, seed: int) -> dict[str, Sample]:
    """A study is finished; in one arm it is also talked over with the mayor.

    Returns
    -------
    dict with the arms "unseen", "published", "shown"
        `adopted`: 1 where any of the measures is adopted within 78 weeks of that week, NaN where one was before it;
        `position` of the mayor four weeks after. Shape (draws, 1).
    """
    scenario = _town()
    blueprint, points = prepare(scenario), drawn_points(scenario, {}, draws, seed)
    deeds: dict[str, Deed] = {"unseen": nothing, "published": _study, "shown": _study_in_a_meeting}
    arms = {}
    for arm, deed in deeds.items():
        seen = watched_weeks(blueprint, points, seed, SHOWN_WEEK, deed)
        before, after = seen["adopted"][:, SHOWN_WEEK - 1], seen["adopted"][:, -1]
        position = seen["position"][:, SHOWN_WEEK + 3]
        arms[arm] = _sample(adopted=np.where(before == 1.0, np.nan, after), position=position)
    return arms


def mobilise_once(draws: int, seed: int) -> dict[str, Sample]:
    """One wave of mobilisation reaches parliament, in situations of every sort.

    Returns
    -------
    dict with the arms "quiet", "wave"
        `position` of one legislator by weeks after the wave, shape (draws, 9).
    """
    quiet, wave = (_lived(deed, WAVE_WEEK, WAVE_FOR, draws, seed) for deed in (nothing, _march))
    return {name: Sample({"position": seen["position"]}) for name, seen in (("quiet", quiet), ("wave", wave))}


def push_once(draws: int, seed: int) -> dict[str, Sample]:
    """One piece of media work, in situations of every sort; half of the draws asked for.

    Returns
    -------
    dict with the arms "quiet", "push"
        `salience` and `talk` by weeks after the push, shape (draws, 104).
    """
    fewer = max(1, draws // FEWER_PUSHES)
    quiet, push = (_lived(deed, PUSH_WEEK, PUSH_FOR, fewer, seed) for deed in (nothing, _media_work))
    return {name: Sample({"salience": seen["salience"], "talk": seen["buzz"]})
            for name, seen in (("quiet", quiet), ("push", push))}  # fmt: skip


def _march(living: Living, week: int) -> None:
    living.put(week, "mobilisation")


def _media_work(living: Living, week: int) -> None:
    living.put(week, "media")


def _lived(deed: Deed, week: int, weeks: int, draws: int, seed: int) -> dict[str, Array]:
    """What is seen in situations of every sort from the week of a deed on, with a legislator watched."""
    scenario = with_parameters(Scenario(name="idle", weeks=week + weeks), IDLE)
    points = drawn_points(scenario, SITUATIONS, draws, seed)
    seen = watched_weeks(prepare(scenario), points, seed, week, deed, holder=first_generated("legislator"))
    return {name: values[:, week:].copy() for name, values in seen.items()}


def first_generated(office: str) -> int:
    """Row of the first power-holder of an office where the parameters make them.

    Raises ValueError for an office that is not generated so.
    """
    names = [name for name, number in GENERATED_OFFICES for _ in range(number)]
    return names.index(office)


def _sample(**columns: Array) -> Sample:
    return Sample({name: values[:, None] for name, values in columns.items()})
