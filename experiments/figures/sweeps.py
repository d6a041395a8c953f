"""What an ensemble did: how outcomes are spread, when policy changed, and how the yearly chance runs."""

from __future__ import annotations

import math
from collections.abc import Sequence

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from experiments.designs import ARM, ARMS
from experiments.figures.style import FIRST, GREY, LINE, SETTINGS, blank, localise, wrapped
from experiments.words import STEPS, YES_OR_NO, outcome_label, outcome_unit, percent, word

COLUMNS = 3
YEAR = 52
COLOURS = {"with": FIRST, "without": "#6b6b6b"}
BARS = {"with": FIRST, "without": GREY}


def curve_figure(curve: pd.DataFrame, lang: str = "en") -> Figure:
    """Share of runs in which policy has changed, by years from the start, with 95 % bands."""
    with matplotlib.rc_context(SETTINGS):
        figure, (axis,) = blank(7.4, 3.8)
        for arm, part in _arms(curve):
            years = part["week"] / YEAR
            axis.fill_between(years, part["low"], part["high"], color=COLOURS[arm], alpha=0.18, lw=0)
            axis.plot(years, part["share"], color=COLOURS[arm], lw=1.8, linestyle=_line(arm), label=word(arm, lang))
        axis.set_xlabel(word("years_from_start", lang))
        axis.set_ylabel(word("changed_share", lang))
        _percent_axis(axis, lang)
        axis.xaxis.set_major_locator(MaxNLocator(integer=True))
        axis.set_xlim(0.0, float(curve["week"].max()) / YEAR)
        _legend(axis, curve)
    return figure


def hazards_figure(hazards: pd.DataFrame, lang: str = "en") -> Figure:
    """The yearly chance of change among runs where it had not come before, from the start and from the agreement."""
    clocks = [clock for clock in ("start", "agreement") if (hazards["clock"] == clock).any()]
    with matplotlib.rc_context(SETTINGS):
        figure, axes = blank(7.4, 3.4, 1, len(clocks), one_scale=True)
        for axis, clock in zip(axes, clocks, strict=True):
            table = hazards[(hazards["clock"] == clock) & hazards["share"].notna()]
            arms = _arms(table)
            for place, (arm, part) in enumerate(arms):
                width = 0.8 / len(arms)
                years = part["year"] - 0.4 + width * (place + 0.5)
                spread = np.vstack([part["share"] - part["low"], part["high"] - part["share"]])
                axis.bar(years, part["share"], width, color=BARS[arm], label=word(arm, lang))
                axis.errorbar(
                    years, part["share"], yerr=np.nan_to_num(spread), fmt="none", ecolor=LINE, capsize=2.5, lw=1
                )
            axis.set_title(word(f"clock_{clock}", lang), fontsize=9.5, loc="left")
            axis.set_xlabel(word("year", lang))
            axis.set_xticks(sorted(set(table["year"])))
            _percent_axis(axis, lang)
        axes[0].set_ylabel(word("yearly_chance", lang))
        axes[0].set_ylim(0.0, 1.25 * float(np.nanmax(hazards[["share", "high"]].to_numpy())) or 1.0)
        _legend(axes[-1], hazards)
    return figure


def distribution_figure(histograms: pd.DataFrame, outcomes: Sequence[str], lang: str = "en") -> Figure:
    """How each outcome is spread over the runs: bars with the alliance, an outline without it."""
    names = [name for name in outcomes if (histograms["outcome"] == name).any()]
    rows = max(1, math.ceil(len(names) / COLUMNS))
    with matplotlib.rc_context(SETTINGS):
        figure, axes = blank(9.6, 0.5 + 2.3 * rows, rows, COLUMNS)
        for axis, name in zip(axes, names, strict=False):
            _panel(axis, histograms[histograms["outcome"] == name], name, lang)
        for axis in axes[len(names) :]:
            axis.set_visible(False)
        figure.supylabel(word("share_of_runs", lang), fontsize=10)
        if axes:
            _legend(axes[0], histograms)
    return figure


def _panel(axis: Axes, table: pd.DataFrame, name: str, lang: str) -> None:
    single = bool((table["from"] == table["to"]).all())
    if single:
        _single_values(axis, table, lang)
    else:
        _parts(axis, table, lang)
    axis.set_title(wrapped(outcome_label(name, lang), 32), fontsize=9.5, loc="left")
    _percent_axis(axis, lang)
    levels = sorted(set(table["from"]))
    if name in YES_OR_NO:
        axis.set_xticks([0.0, 1.0], [word("no", lang), word("yes", lang)])
        axis.set_xlim(-0.6, 1.6)
    elif name in STEPS and single:
        named = [wrapped(STEPS[name][lang][int(level)], 12) for level in levels]
        axis.set_xticks(levels, named, fontsize=7, rotation=35, ha="right", rotation_mode="anchor")
    else:
        localise(axis, lang, ("x",))
        axis.set_xlabel(outcome_unit(name, lang), fontsize=8.5)


def _single_values(axis: Axes, table: pd.DataFrame, lang: str) -> None:
    arms, levels = _arms(table), np.array(sorted(set(table["from"])))
    step = float(np.diff(levels).min()) if len(levels) > 1 else 1.0
    width = 0.8 * step / len(arms)
    for place, (arm, part) in enumerate(arms):
        middle = part["from"] + width * (place - (len(arms) - 1) / 2.0)
        axis.bar(middle, part["share"], width, color=BARS[arm], label=word(arm, lang))


def _parts(axis: Axes, table: pd.DataFrame, lang: str) -> None:
    for arm, part in _arms(table):
        edges = np.append(part["from"].to_numpy(), part["to"].iloc[-1])
        if arm == ARMS[0]:
            axis.stairs(part["share"], edges, fill=True, color=FIRST, alpha=0.85, label=word(arm, lang))
        else:
            axis.stairs(part["share"], edges, color=COLOURS[arm], lw=1.6, label=word(arm, lang))


def _arms(table: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [(arm, table[table[ARM] == arm]) for arm in ARMS if (table[ARM] == arm).any()]


def _line(arm: str) -> str:
    return "-" if arm == ARMS[0] else "--"


def _percent_axis(axis: Axes, lang: str) -> None:
    axis.set_ylim(bottom=0.0)
    axis.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    axis.yaxis.set_major_formatter(lambda value, _: percent(value, lang))


def _legend(axis: Axes, table: pd.DataFrame) -> None:
    """A legend where there is something to tell apart."""
    if table[ARM].nunique() > 1:
        axis.legend(fontsize=8.5)
