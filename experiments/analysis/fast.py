"""First-order and total indices from the spectrum along search curves, with intervals from curves laid anew."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import t

from experiments.analysis.arrange import Cube
from experiments.analysis.indices import NEGLIGIBLE
from experiments.analysis.means import means_of
from experiments.analysis.ranking import together, with_ranks
from experiments.designs import Design
from experiments.designs.fast import fast_frequency

Array = NDArray[np.float64]


def orders_of(design: Design, means: Array) -> tuple[Array, Array]:
    """First-order and total index on each curve, each (curves, factors + 1, outcomes); the last is of no factor.

    Parameters
    ----------
    means : (points, outcomes)
    """
    design.must_be("fast")
    samples, harmonics = int(design.settings["samples"]), int(design.settings["harmonics"])
    values = means.reshape(int(design.settings["curves"]), -1, samples, means.shape[1])
    spectrum = np.fft.rfft(values - values.mean(axis=2, keepdims=True), axis=2)
    power = np.abs(spectrum[:, :, 1 : (samples + 1) // 2]) ** 2
    whole = power.sum(axis=2)
    whole = np.where(whole > 1e-12 * np.square(values).sum(axis=2) * samples, whole, np.nan)
    fastest = fast_frequency(samples, harmonics)
    own = power[:, :, np.arange(1, harmonics + 1) * fastest - 1].sum(axis=2)
    slow = power[:, :, : fastest // 2].sum(axis=2)
    return own / whole, 1.0 - slow / whole


def fast_indices(
    design: Design,
    cube: Cube,
    outcomes: Sequence[str],
    *,
    resamples: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """First-order and total indices by the extended Fourier amplitude sensitivity test, as means over curves.

    A curve's points hang together all along it, so that resampling them, as SALib's bootstrap does, says nothing of the
    error (SALib's own warning). Curves with phases drawn anew are independent estimates: the interval is Student's for
    their mean. It tells chance of the curves, not what the method leaves out on every curve: harmonics beyond the
    fourth (a step, as of a yes-or-no factor, loses a tenth of its S1), and slow factors whose harmonics reach up to
    the fast frequency. The interval of S1 is therefore lengthened upwards to where S1 would lie if all of it were one
    step in the middle; the other is measured, on curves where no factor swings fast, and lengthens intervals downwards.

    Parameters
    ----------
    resamples : int
        Draws from Student's distribution of the indices, from which the intervals of the ranks come.

    Returns
    -------
    DataFrame
        One row an outcome and factor: `S1`, `ST` with intervals; `S1_dummy`, `ST_dummy`: what they read where nothing
        swings fast. `rank` by ST; `decided` where ST lies clearly above ST_dummy and the rank moves by one place at
        most; `verdict` as for Sobol indices ("negligible": no more than one hundredth above ST_dummy); noise shares.
        All NaN and undecided where an outcome never varies.

    Raises BadInput for a design of another kind, Unanalysable where a point has no finite outcome.

    Source: Saltelli, Tarantola and Chan 1999 (doi 10.1080/00401706.1999.10485594), the estimates of each curve are
    SALib's; a factor that does nothing as a measure of leaks: Khorashadi Zadeh et al. 2017
    (doi 10.1016/j.envsoft.2017.02.001).
    """
    design.must_be("fast")
    first, total = orders_of(design, means_of(cube, outcomes))
    generator = np.random.default_rng(seed)
    tables = []
    for k in range(len(outcomes)):
        table = pd.DataFrame(_measured("S1", first[..., k], confidence) | _measured("ST", total[..., k], confidence))
        table["S1_high"] += table["S1"] * (1.0 / held_of_a_step(int(design.settings["harmonics"])) - 1.0)
        above, half = _excess(total[..., k], confidence)
        size = _drawn(total[:, :-1, k], resamples, generator)
        real, negligible = pd.Series(above - half > 0.0), pd.Series(above + half <= NEGLIGIBLE)
        tables.append(with_ranks(table, size, real, negligible, confidence))
    return together(tables, list(design.parts), outcomes, cube, int(design.settings["samples"]), seed)


def held_of_a_step(harmonics: int) -> float:
    """The part of the variance of one step in the middle of a factor that so many harmonics hold: a square wave's."""
    odd = np.arange(1, harmonics + 1, 2)
    return float((8.0 / (np.pi * odd) ** 2).sum())


def _measured(name: str, index: Array, confidence: float) -> dict[str, Array]:
    """Columns of one index (curves, factors + 1): mean over curves, interval, and what no factor reads."""
    mean, half = (part[:-1] for part in _student(index, confidence))
    above, _ = _excess(index, confidence)
    columns = {name: mean, f"{name}_low": np.minimum(mean, above) - half, f"{name}_high": mean + half}
    return columns | {f"{name}_dummy": np.full(len(mean), index[:, -1].mean())}


def _student(index: Array, confidence: float) -> tuple[Array, Array]:
    """Mean over curves and half the width of its interval."""
    curves = len(index)
    quantile = float(t.ppf(0.5 + confidence / 2.0, curves - 1))
    return index.mean(axis=0), quantile * index.std(axis=0, ddof=1) / np.sqrt(curves)


def _excess(index: Array, confidence: float) -> tuple[Array, Array]:
    """How far each factor's index lies above that of no factor, and half the width of the interval of that."""
    mean, half = _student(index, confidence)
    return mean[:-1] - mean[-1], np.hypot(half[:-1], half[-1])


def _drawn(index: Array, resamples: int, generator: np.random.Generator) -> Array:
    """The means over curves, and draws of what they might have been; factors have curves of their own."""
    curves, factors = index.shape
    mean, error = index.mean(axis=0), index.std(axis=0, ddof=1) / np.sqrt(curves)
    return np.vstack([mean, mean + error * generator.standard_t(curves - 1, size=(resamples, factors))])
