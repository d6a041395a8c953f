"""How the model stands against each fact: its own figure with its interval, on the band that the fact allows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from experiments.evidence import FAIL, NOT_TESTED, PASS, UNDECIDED, Verdict
from experiments.figures.style import FIRST, GREY, LINE, SETTINGS, TOTAL, blank
from experiments.words import number, word

ROW, MOST = 0.235, 34  # inches a row, rows a picture
BAND = "#dfe9f0"
LOOK: dict[str, dict[str, Any]] = {
    PASS: {"marker": "o", "color": FIRST, "markerfacecolor": FIRST},
    UNDECIDED: {"marker": "o", "color": LINE, "markerfacecolor": "white"},
    FAIL: {"marker": "X", "color": TOTAL, "markerfacecolor": TOTAL},
}


def validation_figures(verdicts: Sequence[Verdict], lang: str = "en") -> list[Figure]:
    """One picture for each few dozen patterns; each row has a scale of its own, with the band in its middle."""
    shown = [each for each in verdicts if each.verdict != NOT_TESTED]
    count = max(1, math.ceil(len(shown) / MOST))
    size = math.ceil(len(shown) / count)
    return [_figure(shown[first : first + size], lang) for first in range(0, len(shown), size)]


def _figure(verdicts: Sequence[Verdict], lang: str) -> Figure:
    with matplotlib.rc_context(SETTINGS):
        figure, (axis,) = blank(8.4, 1.0 + ROW * len(verdicts))
        for place, verdict in enumerate(reversed(verdicts)):
            _row(axis, place, verdict, lang)
        axis.set_yticks(range(len(verdicts)), [each.pattern.id for each in reversed(verdicts)], fontsize=8.5)
        axis.set_ylim(-0.7, len(verdicts) - 0.3)
        axis.set_xlim(0.0, 1.34)
        axis.set_xticks([])
        axis.grid(False)
        axis.spines["bottom"].set_visible(False)
        axis.tick_params(axis="y", length=0)
        figure.legend(handles=_legend(lang), loc="outside upper left", ncols=4, fontsize=8.5)
    return figure


def _row(axis: Axes, place: int, verdict: Verdict, lang: str) -> None:
    scale = Scale(verdict)
    low, high = scale(verdict.pattern.low), scale(verdict.pattern.high)
    axis.add_patch(Rectangle((low, place - 0.36), high - low, 0.72, facecolor=BAND, edgecolor="none"))
    look = LOOK[verdict.verdict]
    ends = [scale(verdict.low), scale(verdict.high)]
    axis.plot(ends, [place, place], color=look["color"], lw=1.6, solid_capstyle="butt")
    axis.plot([scale(verdict.value)], [place], ms=6, linestyle="none", **look)
    span = f"{number(verdict.value, lang)}  [{number(verdict.low, lang)} … {number(verdict.high, lang)}]"
    axis.text(1.03, place, span, fontsize=7.5, va="center")


class Scale:
    """The scale of one row: the band, where it has two ends, takes its middle half; all that is drawn fits."""

    def __init__(self, verdict: Verdict):
        ends = [each for each in (verdict.pattern.low, verdict.pattern.high) if math.isfinite(each)]
        told = [verdict.value, verdict.low, verdict.high, *ends]
        width = max(told) - min(told) or 1.0
        margin = width / 2.0 if len(ends) == 2 and max(ends) - min(ends) > 0.9 * width else 0.15 * width
        self.low, self.width = min(told) - margin, width + 2.0 * margin

    def __call__(self, value: float) -> float:
        """Where a number lies on the row, 0 to 1; what is infinite lies at an end."""
        return min(1.0, max(0.0, (value - self.low) / self.width)) if math.isfinite(value) else float(value > 0.0)


def _legend(lang: str) -> list[Any]:
    from matplotlib.lines import Line2D

    marks = [
        Line2D([], [], ms=6, lw=1.6, label=word(f"verdict_{key}", lang), **LOOK[verdict])
        for key, verdict in (("pass", PASS), ("undecided", UNDECIDED), ("fail", FAIL))
    ]
    return [*marks, Rectangle((0, 0), 1, 1, facecolor=BAND, edgecolor=GREY, lw=0.4, label=word("band_of_fact", lang))]
