"""Scenario discovery drawn: the box over each factor, the path it was chosen from, two factors, scores, the tree."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from experiments.analysis.boxes import Box
from experiments.analysis.cases import Array, Axis, Cases
from experiments.analysis.rules import Node
from experiments.figures.style import FIRST, GREY, LINE, SETTINGS, TOTAL, blank, localise, wrapped
from experiments.words import choice_label, conditions, factor_label, percent, word

BINS, MOST_ROWS, MOST_LEVELS = 20, 12, 13
SHADES = LinearSegmentedColormap.from_list("shares", ("#dfe7ec", FIRST))
PALE = "#f6d9c8"


def box_figure(cases: Cases, box: Box, order: Sequence[str], lang: str = "en") -> Figure:
    """Where a box lies on each factor it limits, and how many situations lie there; then factors it leaves open.

    Parameters
    ----------
    order : sequence of str
        Paths, the most telling first; at most twelve factors are drawn, those of the box before others.
    """
    paths = [axis.path for axis in cases.axes]
    rows = [k for k in map(paths.index, order) if k in box.axes]
    rows += [k for k in map(paths.index, order) if k not in box.axes][: max(0, min(3, MOST_ROWS - len(rows)))]
    with matplotlib.rc_context(SETTINGS):
        figure, axes = blank(8.6, 0.7 + 1.0 * len(rows), len(rows), 1)
        for axis, k in zip(axes, rows, strict=True):
            _strip(axis, cases, box, k, lang)
        handles = [
            Patch(facecolor=GREY, label=word("points_here", lang)),
            Patch(facecolor=FIRST, label=word("happened_here", lang)),
            Patch(facecolor=PALE, edgecolor=TOTAL, label=word("inside_box", lang)),
        ]
        figure.legend(handles=handles, loc="outside upper left", ncols=3, fontsize=9)
    return figure


def _strip(axis: Axes, cases: Cases, box: Box, k: int, lang: str) -> None:
    """One factor: how situations and those in which it happens spread over its range, and the limits of the box."""
    edges = _edges(cases, k)
    weights = np.ones(len(cases)) / len(cases)
    for value, colour in ((weights, GREY), (weights * cases.hits / cases.runs, FIRST)):
        height, _ = np.histogram(cases.values[:, k], edges, weights=value)
        axis.stairs(height, edges, fill=True, color=colour, zorder=2)
    axis.set_ylim(0.0, 1.3 * axis.dataLim.y1)  # so that the shade of the box shows above the bars
    limited = k in box.axes
    if limited:
        _shade(axis, cases.axes[k], box, k, edges)
    axis.set_xlim(edges[0], edges[-1])
    axis.set_yticks([])
    axis.grid(False)
    axis.spines["left"].set_visible(False)
    axis.set_ylabel(
        wrapped(factor_label(cases.axes[k].path, lang), 26), rotation=0, ha="right", va="center", fontsize=9,
        color="black" if limited else "#777777",
    )  # fmt: skip
    _name_ticks(axis, cases, k, lang)


def _edges(cases: Cases, k: int) -> Array:
    """Ends of the bars: one a value where there are few, else equal parts of the range that was run."""
    axis, levels = cases.axes[k], np.unique(cases.values[:, k])
    if axis.names:
        return np.asarray(np.arange(len(axis.names) + 1.0) - 0.5)
    if axis.whole and axis.high - axis.low < MOST_LEVELS:
        return np.asarray(np.arange(axis.low, axis.high + 2.0) - 0.5)
    if axis.whole:
        step = max(1, int(np.ceil((axis.high - axis.low + 1) / BINS)))
        return np.asarray(np.arange(axis.low - 0.5, axis.high + step, step))
    return np.asarray(np.linspace(levels[0], levels[-1], BINS + 1))


def _shade(axis: Axes, factor: Axis, box: Box, k: int, edges: NDArray[np.float64]) -> None:
    kept = box.kept[k]
    spans = [(code - 0.5, code + 0.5) for code in sorted(kept)] if kept is not None else [(box.low[k], box.high[k])]
    for low, high in spans:
        axis.axvspan(max(low, edges[0]), min(high, edges[-1]), color=PALE, zorder=1, lw=0)
        for end in (low, high):
            if edges[0] < end < edges[-1] and kept is None:
                axis.axvline(end, color=TOTAL, lw=2.0, zorder=3)


def _name_ticks(axis: Axes, cases: Cases, k: int, lang: str) -> None:
    factor = cases.axes[k]
    axis.tick_params(labelsize=8.5)
    if factor.names:
        named = [wrapped(choice_label(factor.path, name, lang), 24) for name in factor.names]
        axis.set_xticks(range(len(named)), named)
        return
    if factor.whole:
        axis.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    localise(axis, lang, ("x",))


def path_figure(path: pd.DataFrame, rate: float, lang: str = "en") -> Figure:
    """Coverage against density along the peeling of a box, on both halves; the box that is told is marked on each.

    Parameters
    ----------
    path : DataFrame
        half ("finding", "judging"), step, coverage, density, chosen.
    rate : float
        Share over all runs that were searched: without a limit.
    """
    with matplotlib.rc_context(SETTINGS):
        figure, (axis,) = blank(7.4, 4.8)
        for half, colour, line in (("finding", GREY, "--"), ("judging", FIRST, "-")):
            part = path[path["half"] == half]
            steps, told = part[~part["chosen"]], part[part["chosen"]]
            label = word(f"on_{half}", lang)
            axis.plot(steps["coverage"], steps["density"], line, color=colour, marker="o", ms=3.5, lw=1.4, label=label)
            axis.plot(told["coverage"], told["density"], "D", color=colour, ms=10, mec=TOTAL, mew=2.0, zorder=4)
        axis.axhline(rate, color=LINE, lw=1.0, ls=":", label=word("rate_of_all", lang))
        axis.set(xlabel=word("coverage", lang), ylabel=word("density", lang), xlim=(0.0, 1.03), ylim=(0.0, 1.03))
        for side in (axis.xaxis, axis.yaxis):
            side.set_major_formatter(lambda value, _: percent(value, lang))
        handles, _ = axis.get_legend_handles_labels()
        told = word("box_chosen", lang)
        mark = Line2D([], [], marker="D", ls="", color="white", mec=TOTAL, mew=2.0, ms=9, label=told)
        figure.legend(handles=[*handles, mark], loc="outside upper left", ncols=2, fontsize=9)
    return figure


def pair_figure(cases: Cases, box: Box, first: str, second: str, lang: str = "en") -> Figure:
    """Every situation by two factors, the darker the more often it happens there, with the box around its part."""
    paths = [axis.path for axis in cases.axes]
    columns = [paths.index(first), paths.index(second)]
    with matplotlib.rc_context(SETTINGS):
        figure, (axis,) = blank(7.4, 5.6)
        x, y = (_apart(cases, k, number) for number, k in enumerate(columns))
        shown = axis.scatter(
            x, y, c=cases.hits / cases.runs, cmap=SHADES, vmin=0.0, vmax=1.0, s=_size(len(cases)), lw=0.3, ec="#88959c"
        )
        bar = figure.colorbar(shown, ax=axis, format=lambda value, _: percent(value, lang), shrink=0.85)
        bar.set_label(wrapped(word("share_at_point", lang), 40), fontsize=9)
        bar.outline.set_visible(False)
        _outline(axis, cases, box, columns)
        for name, k in zip("xy", columns, strict=True):
            _name_side(axis, name, cases, k, lang)
    return figure


def _size(points: int) -> float:
    return float(np.clip(9000.0 / points, 6.0, 46.0))


def _apart(cases: Cases, k: int, number: int) -> NDArray[np.float64]:
    """Values of a factor, with whole numbers and names spread a little by the golden section: points hide no other."""
    factor, values = cases.axes[k], cases.values[:, k]
    if not (factor.names or (factor.whole and factor.high - factor.low < MOST_LEVELS)):
        return values
    turn = (np.arange(len(values)) * (0.6180339887 if number == 0 else 0.7548776662)) % 1.0
    return np.asarray(values + 0.7 * (turn - 0.5))


def _sides(cases: Cases, k: int) -> tuple[float, float]:
    """The ends of a factor's side of the picture."""
    edges = _edges(cases, k)
    margin = 0.0 if cases.axes[k].names or cases.axes[k].whole else 0.03 * (edges[-1] - edges[0])
    return float(edges[0] - margin), float(edges[-1] + margin)


def _outline(axis: Axes, cases: Cases, box: Box, columns: Sequence[int]) -> None:
    spans = []
    for k in columns:
        low, high = _sides(cases, k)
        kept = box.kept[k]
        parts = [(code - 0.5, code + 0.5) for code in sorted(kept)] if kept is not None else [(box.low[k], box.high[k])]
        spans.append([(max(low, start), min(high, end)) for start, end in parts])
    for x in spans[0]:
        for y in spans[1]:
            patch = Rectangle((x[0], y[0]), x[1] - x[0], y[1] - y[0], fill=False, ec=TOTAL, lw=2.6, clip_on=False)
            axis.add_patch(patch)


def _name_side(axis: Axes, name: str, cases: Cases, k: int, lang: str) -> None:
    factor = cases.axes[k]
    getattr(axis, f"set_{name}lim")(*_sides(cases, k))
    getattr(axis, f"set_{name}label")(wrapped(factor_label(factor.path, lang), 50))
    if factor.names:
        named = [wrapped(choice_label(factor.path, each, lang), 16) for each in factor.names]
        getattr(axis, f"set_{name}ticks")(range(len(named)), named, fontsize=8.5)
        return
    if factor.whole:
        getattr(axis, f"{name}axis").set_major_locator(MaxNLocator(8, integer=True))
    localise(axis, lang, (name,))


def scores_figure(scores: pd.DataFrame, lang: str = "en") -> Figure:
    """How much each factor foretells, with intervals, and what a useless one may reach."""
    table = scores.head(30)
    with matplotlib.rc_context(SETTINGS):
        figure, (axis,) = blank(8.2, 1.5 + 0.36 * len(table))
        places = np.arange(len(table))[::-1]
        colours = [FIRST if counts else GREY for counts in table["counts"]]
        axis.barh(places, table["score"], height=0.62, color=colours)
        spread = np.vstack([table["score"] - table["low"], table["high"] - table["score"]])
        axis.errorbar(table["score"], places, xerr=spread, fmt="none", ecolor=LINE, elinewidth=1.0, capsize=2.5)
        axis.axvline(0.0, color=LINE, lw=0.8)
        axis.axvline(float(table["limit"].iloc[0]), color=TOTAL, lw=1.6, ls="--")
        axis.set_yticks(places, [wrapped(factor_label(path, lang), 40) for path in table["factor"]])
        axis.grid(False, axis="y")
        axis.set_xlabel(wrapped(word("score", lang), 70))
        localise(axis, lang, ("x",))
        handles = [
            Patch(facecolor=FIRST, label=word("score_counts", lang)),
            Patch(facecolor=GREY, label=word("score_useless", lang)),
            Line2D([], [], color=TOTAL, lw=1.6, ls="--", label=word("score_limit", lang)),
        ]
        figure.legend(handles=handles, loc="outside upper left", ncols=2, fontsize=9)
    return figure


def tree_figure(tree: Node, axes: Sequence[Axis], lang: str = "en") -> Figure:
    """The tree from left to right: questions on the way, and at each leaf how often it happens on the judging half."""
    leaves = list(tree.leaves())
    with matplotlib.rc_context(SETTINGS):
        figure, (axis,) = blank(3.0 + 2.9 * tree.depth, 0.8 + 0.95 * len(leaves))
        axis.set_axis_off()
        axis.set_xlim(-0.35, tree.depth + 0.72)
        axis.set_ylim(-0.6, len(leaves) - 0.4)
        _branch(axis, tree, axes, 0, [len(leaves)], lang)
    return figure


def _branch(axis: Axes, node: Node, axes: Sequence[Axis], level: int, left: list[int], lang: str) -> float:
    """Draw a node behind its branches; returns its height. `left` holds how many leaves are still to be drawn."""
    if not node.branches:
        left[0] -= 1
        height = float(left[0])
        _leaf(axis, node, level, height, lang)
        return height
    heights = [_branch(axis, branch, axes, level + 1, left, lang) for branch in node.branches]
    height = float(np.mean(heights))
    for branch, there in zip(node.branches, heights, strict=True):
        axis.plot([level, level + 0.16, level + 0.16, level + 0.2], [height, height, there, there], color=LINE, lw=1.2)
        axis.plot([level + 0.2, level + 1.0], [there, there], color=LINE, lw=1.2, zorder=1)
        axis.text(
            level + 0.52, there, _question(node, branch, axes, lang), ha="center", va="center", fontsize=8.5,
            bbox={"boxstyle": "square,pad=0.2", "fc": "white", "ec": "none"}, zorder=2,
        )  # fmt: skip
    _mark(axis, node, level, height, lang)
    return height


def _question(node: Node, branch: Node, axes: Sequence[Axis], lang: str) -> str:
    """What the branch asks for, beyond what was asked before it."""
    assert node.column is not None
    k = node.column.axis
    only = Box.everything(len(axes)).moved(k, "kept", branch.box.kept[k])
    if branch.box.kept[k] is None:
        end = "high" if branch is node.branches[0] else "low"
        only = Box.everything(len(axes)).moved(k, end, getattr(branch.box, end)[k])
    return wrapped(conditions(axes, only, lang)[0], 25)


def _mark(axis: Axes, node: Node, level: int, height: float, lang: str) -> None:
    share = node.judging.estimate
    dark = np.isfinite(share) and share > 0.45
    axis.text(
        level, height, percent(share, lang), ha="center", va="center", fontsize=9.5, zorder=3,
        color="white" if dark else "black",
        bbox={"boxstyle": "round,pad=0.35", "fc": SHADES(float(np.nan_to_num(share))), "ec": LINE, "lw": 0.8},
    )  # fmt: skip


def _leaf(axis: Axes, node: Node, level: int, height: float, lang: str) -> None:
    _mark(axis, node, level, height, lang)
    low, high = percent(node.judging.low, lang), percent(node.judging.high, lang)
    told = f"{low} … {high}\n{word('of_situations', lang, share=percent(node.mass, lang))}"
    axis.text(level + 0.22, height, told, ha="left", va="center", fontsize=8.5)
