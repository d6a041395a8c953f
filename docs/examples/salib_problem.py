"""Another tool drives the model: SALib samples and analyses by itself, our model is only the function in between.

    python docs/examples/salib_problem.py

SALib knows real numbers within bounds and one outcome a point. So the outcome here is the mean over replicates, every
point meets the same chance (common random numbers), and whole numbers are rounded by us, not by SALib. `alliance
sensitivity` does the same with choices, groups, noise shares and intervals of ranks; the two agree on the same points.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from SALib import ProblemSpec

import experiments
import sim

FACTORS = ("alliance.meeting_interval", "context.initial_trust", "context.controversy")
OUTCOME, REPLICATES, SAMPLES = "trust_mean", 4, 64


def problem() -> ProblemSpec:
    """SALib's problem with the ranges that the parameters declare."""
    from experiments.designs import factor

    chosen = [factor(path) for path in FACTORS]
    return ProblemSpec({"names": list(FACTORS), "bounds": [[one.low, one.high] for one in chosen],
                        "outputs": [OUTCOME]})  # fmt: skip


def model(points: np.ndarray) -> np.ndarray:
    """Mean of the outcome over replicates at each point, shape (points,)."""
    table = pd.DataFrame(points, columns=list(FACTORS))
    table["alliance.meeting_interval"] = table["alliance.meeting_interval"].round().astype(int)
    runs = experiments.evaluate(sim.load_scenario("minimal"), table, replicates=REPLICATES, seed=1)
    return runs.groupby("design_point")[OUTCOME].mean().to_numpy()


def main() -> ProblemSpec:
    """Sample, run, analyse; everything that SALib found stays in the problem."""
    found = problem()
    found.sample_sobol(SAMPLES, calc_second_order=False, seed=1)
    found.evaluate(model)
    found.analyze_sobol(calc_second_order=False, seed=1)
    return found


if __name__ == "__main__":
    print(main().to_df()[0].round(2))
