"""Samples or replicates? How a larger study would best spend its runs, from a pilot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import nnls
from scipy.stats import norm

Array = NDArray[np.float64]
FEWEST_REPLICATES = 4  # of a pilot: three halvings tell the part of chance from the rest
CANDIDATES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)
SMALLEST_SAMPLES = 16


def plans(
    grown: pd.DataFrame, noise: pd.DataFrame, main: str, block: int, runs: int, fewest: int = 1
) -> pd.DataFrame:
    """What each number of replicates would make of a budget of runs.

    The error of a measure has two parts. Its variance falls with the samples; how fast, and what part of it is chance,
    is fitted to the pilot's intervals at 1, 2, 4 … replicates. Its bias, the noise that means of few replicates carry
    into the measure, does not fall with the samples at all: a total index is pulled towards 1 in proportion to the
    residual share of the variance, which is known for any number of replicates. Few replicates leave bias, many leave
    few samples; in between lies the best. Where chance is small the errors foreseen are too large, as a Sobol sequence
    does better than resampling can know.

    Parameters
    ----------
    grown : DataFrame
        From `methods.convergence.convergence`, of a pilot with four replicates or more.
    noise : DataFrame
        From `noise_shares`.
    main : str
        The measure that ranks.
    block : int
        Points a base sample.
    runs : int
        Runs that can be spent.
    fewest : int
        Fewest replicates that the statistic needs.

    Returns
    -------
    DataFrame
        One row a number of replicates: `replicates`, `samples` (a power of two), `runs`, `half` and `bias` (the largest
        half-width of a 95 % interval, and the largest bias, over factors and outcomes), `error` (root mean square of
        both over factors and outcomes), `best` (where it is least). Empty where the budget holds no study.

    Source: the trade-off of explorations and repetitions is Mazo 2021 (doi 10.1137/20M1348467); the bias is that of
    Jansen's estimator under noise of known variance.
    """
    pilot = grown[grown["axis"] == "replicates"]
    if pilot["replicates"].max() < FEWEST_REPLICATES:
        raise ValueError(f"a pilot needs {FEWEST_REPLICATES} replicates or more")
    parts = [_Part.fitted(rows, noise, main) for _, rows in pilot.groupby(["outcome", "factor"], sort=False)]
    known = [part for part in parts if part is not None]
    rows = [_plan(known, block, runs, count) for count in CANDIDATES if count >= fewest]
    table = pd.DataFrame([row for row in rows if row["samples"] >= SMALLEST_SAMPLES])
    if table.empty or not known:
        return pd.DataFrame(columns=["replicates", "samples", "runs", "half", "bias", "error", "best"])
    table["best"] = table["error"] == table["error"].min()
    return table


class _Part:
    """How the error of one measure depends on samples and replicates."""

    def __init__(self, variance: Array, pull: float, design: float, residual: float):
        self.variance, self.pull, self.design, self.residual = variance, pull, design, residual

    @classmethod
    def fitted(cls, rows: pd.DataFrame, noise: pd.DataFrame, main: str) -> _Part | None:
        """Fitted to the pilot's rows at several replicates; None where the outcome never varies."""
        rows = rows.dropna(subset=[main, f"{main}_high"])
        row = noise[noise["outcome"] == rows["outcome"].iloc[0]].iloc[0] if len(rows) else None
        if row is None or len(rows) < 2 or not row["variance_design"] > 0.0:
            return None
        count, samples = rows["replicates"].to_numpy(float), rows["samples"].to_numpy(float)
        half = (rows[f"{main}_high"] - rows[main]).to_numpy()
        variance, _ = nnls(_powers(count, len(rows)), (half / norm.ppf(0.975)) ** 2 * samples)
        design, residual = float(row["variance_design"]), float(row["variance_residual"])
        share = _residual_share(count, design, residual)
        pull = float(np.polyfit(share, rows[main].to_numpy(), 1)[0]) if np.ptp(share) > 1e-9 else 0.0
        return cls(np.pad(variance, (0, 3 - len(variance))), pull, design, residual)

    def error(self, samples: int, replicates: int) -> tuple[float, float]:
        """Standard error and bias."""
        spread = float(_powers(np.array([replicates], dtype=float), 3)[0] @ self.variance) / samples
        return spread**0.5, abs(self.pull * float(_residual_share(np.array(replicates), self.design, self.residual)))


def _powers(count: Array, most: int) -> Array:
    """1, 1/R and 1/R²: an estimator of products of means of R replicates has no other terms in its variance."""
    return np.column_stack([np.ones_like(count), 1.0 / count, 1.0 / count**2])[:, : min(3, most)]


def _residual_share(replicates: Array, design: float, residual: float) -> Array:
    return np.asarray((residual / replicates) / (residual / replicates + design))


def _plan(parts: Sequence[_Part], block: int, runs: int, replicates: int) -> dict[str, float]:
    """One number of replicates: the samples that the budget leaves, and what error they leave."""
    most = runs // (block * replicates)
    samples = 2 ** (most.bit_length() - 1) if most > 0 else 0
    errors = [part.error(max(samples, 1), replicates) for part in parts]
    spread, bias = np.array(errors).T if errors else (np.zeros(1), np.zeros(1))
    return {
        "replicates": replicates,
        "samples": samples,
        "runs": samples * block * replicates,
        "half": float(norm.ppf(0.975) * spread.max()),
        "bias": float(bias.max()),
        "error": float(np.sqrt(np.mean(spread**2 + bias**2))),
    }
