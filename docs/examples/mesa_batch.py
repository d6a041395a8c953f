"""The Mesa door: `mesa.batch_run` steps the agents of our model as it steps any other.

    python docs/examples/mesa_batch.py

Good for a handful of runs, for agents of one's own, and for those who have the habit. It runs full grids only, keeps
everything in memory, cannot go on after an interruption, and steps agents in Python, some fifty times slower than the
compiled week: for studies take `alliance sweep`, whose runs are the same to the bit.
"""

from __future__ import annotations

import warnings

import mesa
import pandas as pd

import sim


class Small(sim.AllianceModel):
    """The smallest shipped scenario, with the parameters that we vary as keywords."""

    def __init__(self, meeting_interval: int = 2, insider_share: float = 0.6, rng: int | None = None):
        super().__init__("minimal", rng=rng, meeting_interval=meeting_interval, insider_share=insider_share)


def main() -> pd.DataFrame:
    """Two by two settings with two seeds each: the last week of every run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # Mesa 4 will replace this function
        rows = mesa.batch_run(
            Small, {"meeting_interval": [1, 6], "insider_share": [0.2, 0.8]}, rng=[1, 2], display_progress=False
        )
    return pd.DataFrame(rows)


if __name__ == "__main__":
    print(main()[["meeting_interval", "insider_share", "iteration", "members", "trust_mean"]])
