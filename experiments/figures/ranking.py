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
from experiments.methods import Method
from experiments.words import factor_label, measure_label, outcome_label, word

MOST = 30
OPEN, FAINT = "////", "#555555"


def ranking_figure(measures: pd.DataFrame, outcome: str, method: Method, lang: str = "en") -> Figure:
    """The measures of one outcome as bars, the largest first.

    Parameters
    ----------
    measures : DataFrame
        From the method's `analyse`; at most the first thirty in rank are drawn.
    """
    table = measures[measures["outcome"] == outcome].sort_values("rank").head(MOST)
    with matplotlib.rc_context(SETTINGS):
        figure, (axes,) = blank(8.2, 1.5 + 0.52 * len(table))
        places = np.arange(len(table))[::-1]
        for name, shift, colour in _places(method):
            _bars(axes, table, places + shift, name, colour, height=0.34 if len(method.drawn) > 1 else 0.56)
        _mark_negligible(axes, table, places, method, lang)
        axes.axvline(0.0, color=LINE, linewidth=0.8)
        axes.set_yticks(places, [wrapped(factor_label(path, lang), 34) for path in table["factor"]])
        axes.grid(False, axis="y")
        axes.set_xlabel(word(f"measured_{method.speaks}", lang, outcome=outcome_label(outcome, lang)))
        axes.set_ylim(-0.6, len(table) - 0.4)
        localise(axes, lang, "x")
        figure.legend(handles=_legend(method, lang), loc="outside upper left", ncols=2, fontsize=9)
    return figure


def _places(method: Method) -> list[tuple[str, float, str]]:
    """Each measure that is drawn, with its place beside the label and its colour."""
    shifts = (0.19, -0.19) if len(method.drawn) > 1 else (0.0,)
    return list(zip(method.drawn, shifts, (TOTAL, FIRST), strict=False))


def _mark_negligible(axes: Axes, table: pd.DataFrame, places: NDArray[Any], method: Method, lang: str) -> None:
    """Say behind its bars where a factor shows no effect: a share or a size of about zero, or a distance such as chance
    alone gives."""
    text = word("as_by_chance", lang) if method.speaks == "distance" else "≈ 0"
    ends = table[[f"{name}_high" for name in method.drawn] + list(method.drawn)].max(axis=1).clip(lower=0.0)
    for place, end, verdict in zip(places, ends, table["verdict"], strict=True):
        if verdict == "negligible":
            axes.annotate(text, (end, place), (6, 0), textcoords="offset points", va="center", color=FAINT, fontsize=8)


def _bars(axes: Axes, table: pd.DataFrame, places: NDArray[Any], name: str, colour: str, height: float) -> None:
    bars = axes.barh(places, table[name].fillna(0.0), height=height, color=colour, edgecolor=colour)
    for bar, verdict in zip(bars, table["verdict"], strict=True):
        if verdict == "place_open":
            bar.set(facecolor="white", hatch=OPEN, edgecolor=colour)
        elif verdict != "decided":
            bar.set(facecolor=GREY, edgecolor=GREY)
    half = (table[f"{name}_high"] - table[name]).fillna(0.0)
    axes.errorbar(table[name].fillna(0.0), places, xerr=half, fmt="none", ecolor=LINE, elinewidth=1.0, capsize=2.5)


def _legend(method: Method, lang: str) -> list[Patch]:
    bars = [Patch(facecolor=colour, label=measure_label(name, lang, long=True)) for name, _, colour in _places(method)]
    return [
        *bars,
        Patch(facecolor="white", edgecolor=TOTAL, hatch=OPEN, label=word("place_open", lang)),
        Patch(facecolor=GREY, label=word("undecided", lang)),
    ]
