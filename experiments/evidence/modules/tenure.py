"""How long ministers stay, from the logs of whole runs in an unstable and in a stable country."""

from __future__ import annotations

import numpy as np

from experiments.evidence.contract import Sample
from sim.running import run
from sim.scenario import with_settings
from sim.scenario.structure import Scenario

UNSTABLE, STABLE = 12.0, 33.0  # months: Peru and Brazil, and countries of high development
WEEKS, MOST = 520, 200
MINISTER = "the minister"  # as the log names an office of which there is one


def ministers(draws: int, seed: int) -> dict[str, Sample]:
    """Ten years of government in two countries, without an alliance.

    Arms "unstable" and "stable": `new`, new ministers in 120 months.
    """
    settings = {"unstable": UNSTABLE, "stable": STABLE}
    return {name: _country(tenure, min(draws, MOST), seed) for name, tenure in settings.items()}


def _country(tenure: float, draws: int, seed: int) -> Sample:
    scenario = with_settings(Scenario(name="tenure", title="tenure", weeks=WEEKS), {"context.holder_tenure": tenure})
    new = np.empty((draws, 1))
    for k in range(draws):
        made = run(scenario, seed=seed, replicate=k, events=True, active=False)
        new[k, 0] = sum(each.kind == "new_holder" and each.who == MINISTER for each in made.events)
    return Sample({"new": new})
