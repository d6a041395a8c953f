"""How long ministers really stay where the lever says how long they do: facts A29 and A30.

Nobody forms an alliance; elections, changes of government and chance replace people as they do in every run.
"""

from __future__ import annotations

import numpy as np

from experiments.evidence.contract import Sample
from experiments.evidence.modules.impulses import first_generated
from experiments.evidence.modules.worlds import Array, drawn_points, nothing, watched_weeks, with_parameters
from sim.founding import prepare
from sim.scenario.structure import Scenario

WEEKS_A_MONTH = 365.25 / 84.0
YEARS = 30
FEWER_RUNS = 10  # each run holds some ten to thirty tenures
SETTINGS = {"Peru": 13.7, "unstable": 15.0, "stable": 33.0}  # months, as the sources have them


def serve(draws: int, seed: int) -> dict[str, Sample]:
    """Thirty years of one ministry under each setting; a tenth of the draws asked for.

    Returns
    -------
    dict with the arms "Peru", "unstable", "stable"
        `months`: the ministers' tenures that ended within these years, in order, then NaN; shape (draws, most).
    """
    arms = {}
    for arm, months in SETTINGS.items():
        scenario = with_parameters(Scenario(name="ministry", weeks=52 * YEARS), {"holder_tenure": months})
        blueprint = prepare(scenario, active=False)
        points = drawn_points(scenario, {}, max(1, draws // FEWER_RUNS), seed)
        since = watched_weeks(blueprint, points, seed, 0, nothing, holder=first_generated("minister"))["since"]
        arms[arm] = Sample({"months": completed(since) / WEEKS_A_MONTH})
    return arms


def completed(since: Array) -> Array:
    """Lengths in weeks of the tenures that ended, given by week since when the holder sits; shape (runs, most), NaN
    behind a run's last."""
    ended = [np.diff(np.unique(row)) for row in since]
    found = np.full((len(since), max(1, max(len(each) for each in ended))), np.nan)
    for row, each in zip(found, ended, strict=True):
        row[: len(each)] = each
    return found
