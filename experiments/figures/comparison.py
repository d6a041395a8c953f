"""The pictures of a comparison: chance over time, paired futures, what an assumption does to the difference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from experiments.figures.style import CATEGORIES, DASHES, GREY, LINE, MARKERS, SETTINGS, blank, wrapped
from experiments.words import factor_label, factor_unit, percent, short_number, signed_points, word

Data = Mapping[str, Any]
YEAR = 52
MOST_MOVED = 8


def comparison_figures(data: Data, lang: str) -> dict[str, Figure]:
    """Every picture of a comparison by name, from its record."""
    with matplotlib.rc_context(SETTINGS):
        found = {"chance": _chance(data, lang), "pairs": _pairs(data, lang)}
        if data.get("turning"):
            found["turning"] = _turning(data, lang)
    return found


def _chance(data: Data, lang: str) -> Figure:
    """Share of futures in which policy has changed, by year, with 95 % bands; lines differ by dash and mark too."""
    figure, (axis,) = blank(7.2, 3.5)
    for place, (name, rows) in enumerate(data["times"].items()):
        colour, dash, mark = (each[place % len(each)] for each in (CATEGORIES, DASHES, MARKERS))
        years = [row["week"] / YEAR for row in rows]
        low, high = ([row["interval"][end] for row in rows] for end in (0, 1))
        axis.fill_between(years, low, high, color=colour, alpha=0.13, lw=0)
        axis.plot(years, [row["share"] for row in rows], color=colour, linestyle=dash, marker=mark, lw=1.7,
                  markevery=(place, 4), ms=4.5, label=wrapped(name, 34))  # fmt: skip
    axis.set_xlim(0.0, data["weeks"] / YEAR)
    axis.set_ylim(0.0, 1.0)
    axis.set_xlabel(word("years_from_start", lang))
    axis.set_ylabel(wrapped(word("changed_share", lang), 32))
    axis.yaxis.set_major_formatter(FuncFormatter(lambda value, _: percent(value, lang)))
    axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    axis.legend(fontsize=9, loc="upper left")
    return figure


def _pairs(data: Data, lang: str) -> Figure:
    """Of 100 paired futures: how many only the first alternative wins, both alike, only the second wins."""
    rows = [row for row in data["pairs"] if row["outcome"] == "policy_changed"]
    figure, (axis,) = blank(7.2, 0.9 + 0.62 * len(rows))
    shades = ((CATEGORIES[0], "white", ""), ("#e8e8e8", LINE, ""), (CATEGORIES[1], "white", "//"))
    for place, row in enumerate(reversed(rows)):
        start = 0.0
        for key, (colour, ink, hatch) in zip(("higher", "equal", "lower"), shades, strict=True):
            size = row[key]
            axis.barh(place, size, left=start, color=colour, hatch=hatch, edgecolor="white", height=0.62)
            if size >= 4.0:
                axis.text(start + size / 2.0, place, f"{size:.0f}", ha="center", va="center", color=ink, fontsize=9,
                          bbox={"facecolor": colour, "edgecolor": "none", "pad": 1.5})  # fmt: skip
            start += size
        axis.text(0.0, place + 0.36, row["first"], fontsize=8.5, color=CATEGORIES[0], va="bottom")
        axis.text(100.0, place + 0.36, row["second"], fontsize=8.5, color=CATEGORIES[1], va="bottom", ha="right")
    axis.set_xlim(0.0, 100.0)
    axis.set_ylim(-0.5, len(rows) - 0.25)
    axis.set_yticks([])
    axis.grid(False)
    axis.spines["left"].set_visible(False)
    axis.set_xlabel(word("of_100_pairs", lang))
    return figure


def strongest(rows: list[Data], most: int = MOST_MOVED) -> list[str]:
    """The assumptions that move a difference most, the strongest first."""
    moves: dict[str, float] = {}
    for row in rows:
        moves[row["path"]] = max(moves.get(row["path"], 0.0), abs(row["difference"] - row["usual_difference"]))
    return sorted(moves, key=lambda path: -moves[path])[:most]


def _turning(data: Data, lang: str) -> Figure:
    """The difference with one assumption moved to either end, the strongest on top; zero is where the answer turns."""
    part = data["turning"][0]
    paths = strongest(part["rows"])
    figure, (axis,) = blank(7.2, 1.1 + 0.5 * len(paths))
    usual = part["rows"][0]["usual_difference"]
    for place, path in enumerate(reversed(paths)):
        ends = [row for row in part["rows"] if row["path"] == path]
        for row in ends:
            high = row["value"] > row["usual"]
            colour, mark = (CATEGORIES[1], "s") if high else (CATEGORIES[0], "o")
            height = place + (0.13 if high else -0.13)
            axis.plot([row["interval"][0], row["interval"][1]], [height, height], color=colour, lw=1.4)
            axis.plot(row["difference"], height, mark, color=colour, ms=5)
            value = f"{short_number(float(row['value']), lang)} {factor_unit(path, lang)}".strip()
            axis.annotate(value, (row["interval"][1], height), (4, 0), textcoords="offset points", fontsize=7.5,
                          va="center", color=LINE)  # fmt: skip
    axis.axvline(0.0, color=LINE, lw=1.0)
    axis.axvline(usual, color=GREY, lw=1.4, linestyle="--")
    labels = [wrapped(factor_label(path, lang), 32) for path in reversed(paths)]
    axis.set_yticks(range(len(paths)), labels, fontsize=8.5)
    axis.set_ylim(-0.6, len(paths) - 0.4)
    low, high = axis.get_xlim()
    axis.set_xlim(low, high + 0.08 * (high - low))
    axis.xaxis.set_major_formatter(FuncFormatter(lambda value, _: signed_points(value, lang)))
    axis.set_xlabel(wrapped(word("difference_points", lang, first=part["first"], second=part["second"]), 80))
    return figure
