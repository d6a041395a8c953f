"""An optimiser drives the model: two levers of the Georgian case, chosen for the chance of change, then checked anew.

    python docs/examples/optimiser.py

Every candidate meets the same chance, so that a difference is the levers' own. The best of many noisy values is too
good to be true (whoever won was lucky too): the winner is run again on seeds that the search never saw, beside the
scenario as it stands.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.optimize import differential_evolution

import experiments
import sim

BOUNDS = {"alliance.insider_share": (0.0, 1.0), "alliance.goal_ambition": (0.1, 1.0)}
OUTCOME, SEARCHED, CHECKED = "policy_changed", 48, 400


def chance(points: pd.DataFrame, replicates: int, seed: int) -> np.ndarray:
    """Share of replicates in which policy changes, at each point."""
    runs = experiments.evaluate(sim.load_scenario("georgia"), points, replicates=replicates, seed=seed)
    return runs.groupby("design_point")[OUTCOME].mean().to_numpy()


def main() -> dict[str, float]:
    """The best levers found, what the search believed of them, and what fresh seeds say beside today's levers."""
    def loss(places: np.ndarray) -> np.ndarray:
        return -chance(pd.DataFrame(places.T, columns=list(BOUNDS)), SEARCHED, seed=1)

    found = differential_evolution(loss, list(BOUNDS.values()), maxiter=3, popsize=6, rng=1, polish=False,
                                   vectorized=True, updating="deferred")  # fmt: skip
    today = sim.load_scenario("georgia").parameters
    rows = [found.x, [today.value(path) for path in BOUNDS]]
    best, now = chance(pd.DataFrame(rows, columns=list(BOUNDS)), CHECKED, seed=2)
    return dict(zip(BOUNDS, map(float, found.x), strict=True)) | {
        "believed": -float(found.fun), "checked": float(best), "today": float(now)
    }  # fmt: skip


if __name__ == "__main__":
    for name, value in main().items():
        print(f"{name:28s} {value:.2f}")
