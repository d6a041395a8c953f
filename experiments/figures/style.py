"""One look for all figures: sizes, colours that the colour-blind can tell apart, and how they become files."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from experiments.words import short_number

FIRST, TOTAL, GREY, LINE = "#0b5a8a", "#b34700", "#b9b9b9", "#333333"
CATEGORIES = ("#0b5a8a", "#b34700", "#00795c", "#8a4f9e", "#7a6a00", "#c2185b")  # contrast of 4.5 and more on white
DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 1)))
MARKERS = ("o", "s", "^", "D", "v", "P")
SETTINGS: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 10.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": LINE,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": "#e4e4e4",
    "grid.linewidth": 0.8,
    "legend.frameon": False,
    "hatch.linewidth": 0.6,
    "svg.hashsalt": "alliance-lab",
    "svg.fonttype": "path",
}


def blank(
    width: float,
    height: float,
    rows: int = 1,
    columns: int = 1,
    *,
    one_scale: bool = False,
    heights: Sequence[float] | None = None,
) -> tuple[Figure, list[Axes]]:
    """An empty figure in inches with its axes in reading order, on one vertical scale where asked; rows are equally
    high unless `heights` gives their ratios."""
    with matplotlib.rc_context(SETTINGS):
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.subplots(rows, columns, squeeze=False, sharey=one_scale, height_ratios=heights)
    return figure, list(axes.ravel())


def pictures(figure: Figure) -> dict[str, bytes]:
    """The figure as PNG and SVG: the same figure gives the same bytes."""
    made = {}
    with matplotlib.rc_context(SETTINGS):
        figure.draw_without_rendering()
        figure.set_layout_engine("none")  # laid out once, drawn twice
        for suffix, metadata in (("png", {"Software": None}), ("svg", {"Date": None, "Creator": None})):
            buffer = io.BytesIO()
            figure.savefig(buffer, format=suffix, dpi=130, metadata=metadata)
            made[suffix] = buffer.getvalue()
    return made


def wrapped(text: str, width: int = 30) -> str:
    """A label broken into short lines."""
    return textwrap.fill(text, width, break_long_words=False)


def localise(axis: Axes, lang: str, which: Sequence[str] = ("x", "y")) -> None:
    """Write tick labels as people of the language write numbers."""
    tick = FuncFormatter(lambda value, _: short_number(value, lang))
    for name in which:
        getattr(axis, f"{name}axis").set_major_formatter(tick)
