"""What part of each outcome's variance is chance: stacked bars."""

from __future__ import annotations

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from experiments.figures.style import SETTINGS, blank, localise, wrapped
from experiments.words import outcome_label, word

PARTS = (("variance_design", "design_part", "#0b5a8a", ""), ("variance_replicate", "replicate_part", "#e0a458", ""),
         ("variance_residual", "residual_part", "#d9d9d9", "////"))  # fmt: skip


def noise_figure(noise: pd.DataFrame, lang: str = "en") -> Figure:
    """Shares of the variance of single runs that come from the factors and from chance, one bar an outcome.

    Parameters
    ----------
    noise : DataFrame
        From `noise_shares`.
    """
    places = np.arange(len(noise))[::-1]
    total = noise[[name for name, *_ in PARTS]].sum(axis=1).replace(0.0, np.nan)
    with matplotlib.rc_context(SETTINGS):
        figure, (axes,) = blank(8.2, 1.5 + 0.45 * len(noise))
        left = np.zeros(len(noise))
        for name, key, colour, hatch in PARTS:
            share = (noise[name] / total).fillna(0.0).to_numpy()
            axes.barh(places, share, left=left, color=colour, hatch=hatch, edgecolor="#777777", label=word(key, lang))
            left = left + share
        axes.set_yticks(places, [wrapped(outcome_label(name, lang), 34) for name in noise["outcome"]])
        axes.set_xlabel(word("variance_share", lang))
        axes.set_xlim(0.0, 1.0)
        axes.grid(False, axis="y")
        localise(axes, lang, "x")
        figure.legend(loc="outside upper left", ncols=2, fontsize=9)
    return figure
