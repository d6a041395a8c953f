"""Whether the ranking has settled: total indices against base samples and against replicates."""

from __future__ import annotations

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import NullLocator

from experiments.figures.style import CATEGORIES, DASHES, GREY, LINE, MARKERS, SETTINGS, blank, wrapped
from experiments.methods import Method
from experiments.words import factor_label, measure_label, outcome_label, short_number, word

NAMED = len(CATEGORIES)


def convergence_figure(table: pd.DataFrame, outcome: str, method: Method, lang: str = "en") -> Figure:
    """The ranking measure of one outcome as the study grows; the six largest by name, the others in grey.

    Parameters
    ----------
    table : DataFrame
        From `convergence`.
    """
    table = table[table["outcome"] == outcome]
    kinds = [kind for kind in ("samples", "replicates") if (table["axis"] == kind).any()]
    order, main = _order(table), method.ranked_by
    with matplotlib.rc_context(SETTINGS):
        figure, axes = blank(9.0, 5.4, columns=len(kinds), one_scale=True)
        for axis, kind in zip(axes, kinds, strict=True):
            _panel(axis, table[table["axis"] == kind], kind, order, main, lang)
        measure = measure_label(main, lang, long=True)
        colon = "\u00a0:" if lang == "fr" else ":"
        said = f"{measure[0].upper()}{measure[1:]}{colon} {outcome_label(outcome, lang)}"
        axes[0].set_ylabel(wrapped(said, 44))
        _legend(figure, axes[0])
    return figure


def _legend(figure: Figure, axis: Axes) -> None:
    """Name the lines below both panels, the unnamed ones last."""
    handles, labels = axis.get_legend_handles_labels()
    pairs = sorted(zip(handles, labels, strict=True), key=lambda pair: isinstance(pair[0], Line2D))
    figure.legend(*zip(*pairs, strict=True), loc="outside lower center", ncols=2, fontsize=9)


def _order(table: pd.DataFrame) -> list[str]:
    whole = (table["samples"] == table["samples"].max()) & (table["replicates"] == table["replicates"].max())
    last = table[whole].drop_duplicates("factor")
    return list(last.sort_values("rank")["factor"])


def _panel(axis: Axes, table: pd.DataFrame, kind: str, order: list[str], main: str, lang: str) -> None:
    counts = sorted(table[kind].unique())
    for place, path in enumerate(order):
        line = table[table["factor"] == path].sort_values(kind)
        _line(axis, line, (kind, main), place, wrapped(factor_label(path, lang), 44))
    if len(order) > NAMED:
        axis.plot([], [], color=GREY, label=word("others", lang))
    axis.set_xscale("log", base=2)
    axis.set_xticks(counts, [short_number(value, lang) for value in counts])
    axis.xaxis.set_minor_locator(NullLocator())
    axis.yaxis.set_major_formatter(lambda value, _: short_number(value, lang))
    axis.set_xlabel(word(kind, lang))
    axis.axhline(0.0, color=LINE, linewidth=0.8)
    axis.set_ylim(bottom=-0.02)


def _line(axis: Axes, line: pd.DataFrame, columns: tuple[str, str], place: int, label: str) -> None:
    kind, main = columns
    if place >= NAMED:
        axis.plot(line[kind], line[main], color=GREY, linewidth=0.9, zorder=1)
        return
    colour = CATEGORIES[place]
    places = line[kind] * 2.0 ** (0.05 * (place - (NAMED - 1) / 2.0))  # side by side, so that intervals stay apart
    half = (line[f"{main}_high"] - line[main]).fillna(0.0)
    axis.errorbar(places, line[main], yerr=half, color=colour, linestyle=DASHES[place], marker=MARKERS[place], ms=4.5,
                  elinewidth=0.9, capsize=2.0, lw=1.3, label=label)  # fmt: skip
