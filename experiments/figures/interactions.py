"""Which pairs of factors act together: a matrix of second-order shares, single factors on its diagonal."""

from __future__ import annotations

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from experiments.figures.style import GREY, LINE, SETTINGS, blank, wrapped
from experiments.words import factor_label, number, outcome_label, word

MOST = 12
ALONE, TOGETHER = "#0b5a8a", "#b34700"


def interactions_figure(pairs: pd.DataFrame, measures: pd.DataFrame, outcome: str, lang: str = "en") -> Figure:
    """Squares whose side grows with the share of the variance: filled where the interval excludes zero, else an
    outline.

    Parameters
    ----------
    pairs : DataFrame
        From `second_order_indices`.
    measures : DataFrame
        First-order shares `S1`, and the rank by which the twelve first factors are drawn.
    """
    ranked = measures[measures["outcome"] == outcome].sort_values("rank")
    names = list(ranked["factor"])[:MOST]
    kept = pairs[(pairs["outcome"] == outcome) & pairs["factor"].isin(names) & pairs["other"].isin(names)]
    side = 0.56 * len(names)
    with matplotlib.rc_context(SETTINGS):
        figure, (axis,) = blank(3.0 + side, 2.2 + side)
        places = {name: k for k, name in enumerate(names)}
        for row in ranked.head(MOST).to_dict("records"):
            _square(axis, places[row["factor"]], places[row["factor"]], row, "S1", ALONE, lang)
        for row in kept.to_dict("records"):
            one, other = sorted((places[row["factor"]], places[row["other"]]))
            _square(axis, one, other, row, "S2", TOGETHER, lang)
        _frame(axis, names, lang)
        left_out = len(ranked) - len(names)
        note = word("left_out", lang, number=str(left_out)) if left_out else ""
        axis.set_title(f"{outcome_label(outcome, lang)}{note}", fontsize=10, loc="left")
        figure.legend(handles=_legend(lang), loc="outside lower left", fontsize=8.5, ncols=1)
    return figure


def _square(axis: Axes, column: int, row: int, found: dict[str, float], name: str, colour: str, lang: str) -> None:
    """One share, its area in proportion, with its number where it is clear of zero."""
    share = found[name]
    clear = bool(found["certain"]) if name == "S2" else found[f"{name}_low"] > 0.0
    if not np.isfinite(share):
        return
    side = min(0.94, np.sqrt(max(share, 0.0)) * 0.94 + 0.06)
    corner = (column - side / 2.0, row - side / 2.0)
    face, edge = (colour, colour) if clear else ("white", GREY)
    axis.add_patch(Rectangle(corner, side, side, facecolor=face, edgecolor=edge))
    if clear:
        inside = side > 0.6
        axis.text(column, row if inside else row + side / 2.0 + 0.02, number(share, lang), ha="center",
                  va="center" if inside else "top", fontsize=7, color="white" if inside else LINE)  # fmt: skip


def _frame(axis: Axes, names: list[str], lang: str) -> None:
    labels = [wrapped(factor_label(name, lang), 26) for name in names]
    axis.set_xticks(range(len(names)), labels, rotation=40, ha="right", rotation_mode="anchor", fontsize=8)
    axis.set_yticks(range(len(names)), labels, fontsize=8)
    axis.set_xlim(-0.6, len(names) - 0.4)
    axis.set_ylim(len(names) - 0.4, -0.6)
    axis.set_aspect("equal")


def _legend(lang: str) -> list[Rectangle]:
    looks = (("alone_clear", ALONE, ALONE), ("pair_clear", TOGETHER, TOGETHER), ("pair_open", "white", GREY))
    return [Rectangle((0, 0), 1, 1, facecolor=face, edgecolor=edge, label=word(key, lang)) for key, face, edge in looks]
