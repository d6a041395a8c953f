"""Which factors matter most: bars with intervals, hatched or grey where something is open."""

from __future__ import annotations

from typing import Any

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from numpy.typing import NDArray

from experiments.figures.style import FIRST, GREY, LINE, SETTINGS, TOTAL, blank, localise, wrapped
from experiments.words import factor_label, outcome_label, word

MOST = 30
OPEN = "////"


def ranking_figure(indices: pd.DataFrame, outcome: str, lang: str = "en") -> Figure:
    """First-order and total indices of one outcome, largest total first.

    Parameters
    ----------
    indices : DataFrame
        From `sobol_indices`; at most the first thirty in rank are drawn.
    """
    table = indices[indices["outcome"] == outcome].sort_values("rank").head(MOST)
    with matplotlib.rc_context(SETTINGS):
        figure, (axes,) = blank(8.2, 1.5 + 0.52 * len(table))
        places = np.arange(len(table))[::-1]
        for shift, name, colour in ((0.19, "ST", TOTAL), (-0.19, "S1", FIRST)):
            _bars(axes, table, places + shift, name, colour)
        axes.axvline(0.0, color=LINE, linewidth=0.8)
        axes.set_yticks(places, [wrapped(factor_label(path, lang), 34) for path in table["factor"]])
        axes.grid(False, axis="y")
        axes.set_xlabel(word("share", lang, outcome=outcome_label(outcome, lang)))
        axes.set_ylim(-0.6, len(table) - 0.4)
        localise(axes, lang, "x")
        figure.legend(handles=_legend(lang), loc="outside upper left", ncols=2, fontsize=9)
    return figure


def _bars(axes: Axes, table: pd.DataFrame, places: NDArray[Any], name: str, colour: str) -> None:
    bars = axes.barh(places, table[name].fillna(0.0), height=0.34, color=colour, edgecolor=colour)
    for bar, place, verdict in zip(bars, places, table["verdict"], strict=True):
        if verdict == "place_open":
            bar.set(facecolor="white", hatch=OPEN, edgecolor=colour)
        elif verdict != "decided":
            bar.set(facecolor=GREY, edgecolor=GREY)
        if verdict == "negligible" and name in ("ST", "mu_star"):
            axes.annotate("≈ 0", (0.0, place - 0.19), (14, 0), textcoords="offset points", va="center", color="#555555")
    half = (table[f"{name}_high"] - table[name]).fillna(0.0)
    axes.errorbar(table[name].fillna(0.0), places, xerr=half, fmt="none", ecolor=LINE, elinewidth=1.0, capsize=2.5)


def _legend(lang: str) -> list[Patch]:
    return [
        Patch(facecolor=TOTAL, label=word("total", lang)),
        Patch(facecolor=FIRST, label=word("first", lang)),
        Patch(facecolor="white", edgecolor=TOTAL, hatch=OPEN, label=word("place_open", lang)),
        Patch(facecolor=GREY, label=word("undecided", lang)),
    ]


def screening_figure(effects: pd.DataFrame, outcome: str, lang: str = "en") -> Figure:
    """Morris' mu* and sigma of one outcome as bars, largest mean effect first."""
    table = effects[effects["outcome"] == outcome].sort_values("rank").head(MOST)
    with matplotlib.rc_context(SETTINGS):
        figure, (axes,) = blank(8.2, 1.5 + 0.52 * len(table))
        places = np.arange(len(table))[::-1]
        for shift, name, colour in ((0.19, "mu_star", TOTAL), (-0.19, "sigma", FIRST)):
            _bars(axes, table, places + shift, name, colour)
        axes.set_yticks(places, [wrapped(factor_label(path, lang), 34) for path in table["factor"]])
        axes.grid(False, axis="y")
        axes.set_ylim(-0.6, len(table) - 0.4)
        localise(axes, lang, "x")
        handles = _legend(lang)
        handles[0].set_label(word("mu_star", lang, outcome=outcome_label(outcome, lang)))
        handles[1].set_label(word("sigma", lang))
        figure.legend(handles=handles, loc="outside upper left", ncols=1, fontsize=9)
    return figure
