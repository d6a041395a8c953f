"""How long policy stays as it is, with the number of runs that are still watched."""

from __future__ import annotations

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from experiments.designs import ARM, ARMS
from experiments.figures.style import FIRST, LINE, SETTINGS, blank
from experiments.words import count, percent, word

YEAR = 52
LOOK = {"with": (FIRST, "-"), "without": ("#6b6b6b", "--")}


def survival_figure(curves: pd.DataFrame, lang: str = "en") -> Figure:
    """Share of runs without a change by years since the agreement, 95 % bands, and the runs at risk below the axis.

    Parameters
    ----------
    curves : DataFrame
        From `survival`.
    """
    with matplotlib.rc_context(SETTINGS):
        figure, (axis, below) = blank(7.4, 4.4, 2, heights=(5.0, 0.5 * max(1, curves[ARM].nunique())))
        arms = [arm for arm in ARMS if (curves[ARM] == arm).any()]
        for arm in arms:
            part, (colour, dash) = curves[curves[ARM] == arm], LOOK[arm]
            years = part["week"] / YEAR
            axis.fill_between(years, part["low"], part["high"], step="post", color=colour, alpha=0.18, lw=0)
            axis.step(years, part["share"], where="post", color=colour, lw=1.8, linestyle=dash, label=word(arm, lang))
        last = max(float(curves["week"].max()) / YEAR, 0.25)
        _scales(axis, last, lang)
        _at_risk(below, curves, arms, last, lang)
        if len(arms) > 1:
            axis.legend(fontsize=8.5)
    return figure


def _scales(axis: Axes, last: float, lang: str) -> None:
    axis.set_xlim(0.0, last)
    axis.set_ylim(0.0, 1.0)
    axis.set_xlabel(word("years_from_agreement", lang))
    axis.set_ylabel(word("unchanged_share", lang))
    axis.yaxis.set_major_formatter(lambda value, _: percent(value, lang))
    axis.xaxis.set_major_locator(MaxNLocator(integer=True))


def _at_risk(axis: Axes, curves: pd.DataFrame, arms: list[str], last: float, lang: str) -> None:
    """A line of numbers an arm: how many runs are watched and unchanged at each year."""
    axis.set_xlim(0.0, last)
    axis.set_ylim(-0.5, len(arms) - 0.5)
    axis.grid(False)
    axis.tick_params(length=0, labelbottom=False)
    for side in ("left", "bottom"):
        axis.spines[side].set_visible(False)
    axis.set_yticks(range(len(arms)), [word(arm, lang) for arm in reversed(arms)], fontsize=8)
    axis.set_title(word("at_risk", lang), fontsize=8.5, loc="left", color=LINE)
    for place, arm in enumerate(reversed(arms)):
        part = curves[curves[ARM] == arm]
        for year in range(int(np.floor(last)) + 1):
            known = part[part["week"] >= year * YEAR]
            number = int(known["at_risk"].iloc[0]) if len(known) else 0
            side = "left" if year == 0 else "right" if year >= last - 0.05 else "center"
            axis.text(year, place, count(number, lang), ha=side, va="center", fontsize=8)
