"""How an outcome runs along each factor: small panels on one scale."""

from __future__ import annotations

import math

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from experiments.figures.style import FIRST, SETTINGS, blank, localise, wrapped
from experiments.words import choice_label, factor_label, factor_unit, outcome_label, short_number, word
from sim.parameters import PARAMETERS

COLUMNS = 3


def responses_figure(
    effects: pd.DataFrame, outcome: str, order: list[str], lang: str = "en", *, most: int = 12
) -> Figure:
    """Mean of one outcome along each factor with 95 % intervals, the most important first.

    Parameters
    ----------
    effects : DataFrame
        From `main_effects`.
    order : list of str
        Factors in the order of the panels; at most `most` are drawn.
    """
    order = order[:most]
    rows = math.ceil(len(order) / COLUMNS)
    with matplotlib.rc_context(SETTINGS):
        figure, axes = blank(9.6, 0.4 + 2.35 * rows, rows, COLUMNS, one_scale=True)
        table = effects[effects["outcome"] == outcome]
        for axis, path in zip(axes, order, strict=False):
            _panel(axis, table[table["factor"] == path], path, lang)
        for axis in axes[len(order) :]:
            axis.set_visible(False)
        figure.supylabel(word("mean_of", lang, outcome=outcome_label(outcome, lang)), fontsize=10)
    return figure


def _panel(axis: Axes, table: pd.DataFrame, path: str, lang: str) -> None:
    named = (table["label"] != "").any()
    places = np.arange(len(table)) if named else table["value"].to_numpy()
    spread = np.vstack([table["mean"] - table["low"], table["high"] - table["mean"]])
    axis.errorbar(places, table["mean"], yerr=np.nan_to_num(spread), color=FIRST, marker="o", ms=4, capsize=2.5, lw=1.4,
                  linestyle="none" if named else "-")  # fmt: skip
    localise(axis, lang)
    place = axis.get_subplotspec()
    axis.tick_params(labelleft=place is None or place.is_first_col())
    if named:
        axis.set_xticks(places, [wrapped(choice_label(path, name, lang), 11) for name in table["label"]], fontsize=8)
        axis.set_xlim(-0.5, len(table) - 0.5)
    elif _scale(path) == "log":
        axis.set_xscale("log", base=2)
        ticks = _powers(float(places.min()), float(places.max()))
        axis.set_xticks(ticks, [short_number(value, lang) for value in ticks])
    elif path not in PARAMETERS or PARAMETERS[path].type == "integer":
        axis.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    unit = factor_unit(path, lang)
    axis.set_title(wrapped(factor_label(path, lang), 32), fontsize=9.5, loc="left")
    axis.set_xlabel(unit, fontsize=8.5)


def _scale(path: str) -> str:
    """How a declared parameter spreads; the number of sectors is a plain count."""
    return PARAMETERS[path].declaration.scale if path in PARAMETERS else "linear"


def _powers(low: float, high: float) -> list[float]:
    """Round numbers for a logarithmic axis: powers of two over a short range, of ten over a long one."""
    base = 2.0 if high / low < 100.0 else 10.0
    first, last = math.ceil(math.log(low, base)), math.floor(math.log(high, base))
    return [base**power for power in range(first, last + 1)]
