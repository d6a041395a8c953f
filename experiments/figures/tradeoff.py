"""The picture of a trade-off: an outcome along the levels of a lever, and below it what each step adds."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter, MaxNLocator

from experiments.figures.style import CATEGORIES, DASHES, LINE, MARKERS, SETTINGS, blank, wrapped
from experiments.words import YES_OR_NO, count, is_share, number, outcome_label, outcome_unit, short_number

WIDTH, HEIGHT = 9.6, 6.9
LETTERS, NOTE_LETTERS, AXIS_LETTERS = 128, 160, 90
TITLE_SIZE, TEXT_SIZE, SMALL = 13.5, 10.0, 8.5
LINE_HEIGHT, NOTE_HEIGHT, LEGEND_HEIGHT, TITLE_HEIGHT, EDGE = 0.19, 0.16, 0.27, 0.44, 0.12  # inches
APART = 0.008  # of the width of the axis: so that intervals of two lines stay apart

WORDS = {
    "step": {"en": "From one level\nto the next", "fr": "D’un niveau\nau suivant"},
    "note": {
        "en": "{runs} runs a point, all points on the same chance. Bars: 95% intervals. Below: paired differences, "
        "filled where the interval leaves out zero.",
        "fr": "{runs} simulations par point, avec le même hasard partout. Barres\u00a0: intervalles à 95\u202f%. "
        "En bas\u00a0: écarts appariés, pleins si l’intervalle exclut zéro.",
    },
    "against": {
        "en": "{outcome}: difference from “{level}” {unit}",
        "fr": "{outcome}\u00a0: écart avec «\u00a0{level}\u00a0» {unit}",
    },
    "points": {"en": "(points)", "fr": "(points)"},
    "share": {"en": "share of runs", "fr": "part des simulations"},
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a picture in one language, and where its levels stand.

    Parameters
    ----------
    levels, arms : mapping
        What a reader sees, by name, in order.
    places : tuple of float
        Where the levels stand on the axis; empty where they are words.
    outcomes : tuple of str
        One or two names; each gets a panel.
    against : str
        Level from which differences are drawn; "" where means are.
    """

    title: str
    explanation: tuple[str, ...]
    axis: str
    levels: Mapping[str, str]
    places: tuple[float, ...]
    arms: Mapping[str, str]
    outcomes: tuple[str, ...]
    replicates: int
    against: str = ""

    @property
    def ticks(self) -> list[float]:
        """Where the levels stand: at their values, or side by side."""
        return list(self.places) or [float(k) for k in range(len(self.levels))]


def tradeoff_figure(tables: Mapping[str, pd.DataFrame], shown: Shown, lang: str = "en") -> Figure:
    """Means by level with intervals, or paired differences from one level, arm by arm, over those between neighbours.

    Parameters
    ----------
    tables : mapping
        `levels` from `level_means`, `effects` from `level_effects`, `differences` from `neighbour_differences`.
    """
    with matplotlib.rc_context(SETTINGS):
        figure, axes = blank(WIDTH, HEIGHT, 2, len(shown.outcomes), heights=(3.0, 1.25))
        for column, outcome in enumerate(shown.outcomes):
            upper, lower = axes[column], axes[len(shown.outcomes) + column]
            _means(upper, tables["effects" if shown.against else "levels"], outcome, shown, lang)
            _steps(lower, tables["differences"], outcome, shown, lang)
            if column == 0:
                unit = f"\n{WORDS['points'][lang]}" if is_share(outcome) else ""
                lower.set_ylabel(WORDS["step"][lang] + unit, fontsize=SMALL)
        _frame(figure, axes[0], shown, lang)
    return figure


def _dodge(shown: Shown, arm: int) -> float:
    """How far an arm stands beside the tick, in units of the axis."""
    ticks = shown.ticks
    return (arm - 0.5 * (len(shown.arms) - 1)) * 2.0 * APART * (ticks[-1] - ticks[0])


def _means(axis: Axes, table: pd.DataFrame, outcome: str, shown: Shown, lang: str) -> None:
    for k, (arm, label) in enumerate(shown.arms.items()):
        line = _of(table, outcome, arm).set_index("level").loc[list(shown.levels)]
        spread = np.vstack([line["mean"] - line["low"], line["high"] - line["mean"]])
        places = np.array(shown.ticks) + _dodge(shown, k)
        axis.errorbar(places, line["mean"], yerr=np.nan_to_num(spread), color=CATEGORIES[k], linestyle=DASHES[k],
                      marker=MARKERS[k], ms=6, lw=1.8, elinewidth=1.1, capsize=3, label=label)  # fmt: skip
    read = _read_step if shown.against else _read
    if shown.against:
        axis.axhline(0.0, color=LINE, linewidth=0.9)
    axis.set_ylabel(wrapped(_quantity(outcome, shown, lang), 40))
    axis.yaxis.set_major_formatter(FuncFormatter(lambda value, _: read(outcome, value, lang)))
    axis.yaxis.set_major_locator(MaxNLocator(7))
    _levels(axis, shown)
    axis.tick_params(labelbottom=False)


def _steps(axis: Axes, table: pd.DataFrame, outcome: str, shown: Shown, lang: str) -> None:
    axis.axhline(0.0, color=LINE, linewidth=0.9)
    ticks = np.array(shown.ticks)
    middles = 0.5 * (ticks[1:] + ticks[:-1])
    for k, arm in enumerate(shown.arms):
        line = _of(table, outcome, arm)
        spread = np.vstack([line["difference"] - line["low"], line["high"] - line["difference"]])
        places = middles + _dodge(shown, k)
        axis.errorbar(places, line["difference"], yerr=np.nan_to_num(spread), fmt="none", ecolor=CATEGORIES[k],
                      elinewidth=1.1, capsize=3)  # fmt: skip
        sure = (line["low"] > 0.0) | (line["high"] < 0.0)
        faces = [CATEGORIES[k] if each else "white" for each in sure]
        axis.scatter(places, line["difference"], s=30, c=faces, edgecolors=CATEGORIES[k], marker=MARKERS[k], zorder=3)
    axis.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _read_step(outcome, value, lang)))
    axis.yaxis.set_major_locator(MaxNLocator(4))
    _levels(axis, shown)
    axis.set_xlabel(wrapped(shown.axis, AXIS_LETTERS // len(shown.outcomes)))


def _levels(axis: Axes, shown: Shown) -> None:
    """Name the levels under the axis, the words side by side with room around them."""
    ticks = shown.ticks
    room = (0.06 if shown.places else 0.35 / max(1, len(ticks) - 1)) * (ticks[-1] - ticks[0])
    width = max(12, 96 // (len(ticks) * len(shown.outcomes)))
    axis.set_xticks(ticks, [wrapped(label, width) for label in shown.levels.values()])
    axis.set_xlim(ticks[0] - room, ticks[-1] + room)


def _of(table: pd.DataFrame, outcome: str, arm: str) -> pd.DataFrame:
    return table[(table["outcome"] == outcome) & (table["arm"] == arm)]


def _with_unit(outcome: str, lang: str) -> str:
    unit = WORDS["share"][lang] if outcome in YES_OR_NO else outcome_unit(outcome, lang)
    label = outcome_label(outcome, lang)
    return f"{label} ({unit})" if unit and unit.lower() not in label.lower() else label


def _quantity(outcome: str, shown: Shown, lang: str) -> str:
    """What the upper panel shows: an outcome, or how far it lies from where it is at one level."""
    if not shown.against:
        return _with_unit(outcome, lang)
    unit = WORDS["points"][lang] if is_share(outcome) else f"({outcome_unit(outcome, lang)})"
    base = shown.levels[shown.against]
    return WORDS["against"][lang].format(outcome=outcome_label(outcome, lang), level=base, unit=unit)


def _read(outcome: str, value: float, lang: str) -> str:
    """A value as people read it: shares as percentages."""
    if not is_share(outcome):
        return short_number(value, lang)
    return short_number(100.0 * value, lang) + ("\u202f%" if lang == "fr" else "%")


def _read_step(outcome: str, value: float, lang: str) -> str:
    """A difference with its sign; shares differ by points."""
    size = 100.0 * value if is_share(outcome) else value
    digits = 0 if abs(size - round(size)) < 1e-9 else 1 if abs(size) >= 0.1 else 3
    return ("+" if size > 1e-12 else "") + number(size, lang, digits)


def _frame(figure: Figure, first: Axes, shown: Shown, lang: str) -> None:
    """Title, explanation and the names of the lines above the panels, a note below; the panels share what is left."""
    lines = [line for text in shown.explanation for line in textwrap.wrap(text, LETTERS)]
    note = textwrap.wrap(WORDS["note"][lang].format(runs=count(shown.replicates, lang)), NOTE_LETTERS)
    left = EDGE / WIDTH
    figure.text(left, 1.0 - EDGE / HEIGHT, shown.title, fontsize=TITLE_SIZE, weight="bold", va="top")
    for k, line in enumerate(lines):
        figure.text(left, 1.0 - (TITLE_HEIGHT + k * LINE_HEIGHT) / HEIGHT, line, fontsize=TEXT_SIZE, va="top")
    for k, line in enumerate(reversed(note)):
        figure.text(left, (EDGE + k * NOTE_HEIGHT) / HEIGHT, line, fontsize=SMALL, color="#555555", va="bottom")
    above = TITLE_HEIGHT + LINE_HEIGHT * len(lines) + EDGE
    if len(shown.arms) > 1:
        handles, labels = first.get_legend_handles_labels()
        top = 1.0 - (above - 0.5 * EDGE) / HEIGHT
        figure.legend(handles, labels, loc="upper left", bbox_to_anchor=(left, top), ncols=2, borderaxespad=0.0)
        above += LEGEND_HEIGHT * math.ceil(len(shown.arms) / 2)
    below = EDGE + NOTE_HEIGHT * len(note) + 0.06
    engine = figure.get_layout_engine()
    assert isinstance(engine, ConstrainedLayoutEngine)
    engine.set(rect=(left, below / HEIGHT, 1.0 - 2.0 * left, 1.0 - (above + below) / HEIGHT))
