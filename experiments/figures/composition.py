"""The pictures of a composition: what each candidate adds and through what, and what the best cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from experiments.figures.style import CATEGORIES, GREY, LINE, SETTINGS, blank, wrapped
from experiments.words import percent, plain_number, signed_points, word

Data = Mapping[str, Any]
PARTS = ("presence", "access", "skills", "legitimacy", "hours")
SHADES = (GREY, *CATEGORIES[:4])
HATCHES = ("", "//", "", "xx", "..")
MOST = 20


def composition_figures(data: Data, lang: str) -> dict[str, Figure]:
    """Every picture by name, from the record of a composition."""
    with matplotlib.rc_context(SETTINGS):
        return {"contributions": _contributions(data, lang), "front": _front(data, lang)}


def _contributions(data: Data, lang: str) -> Figure:
    """A bar a candidate with its interval; below it, thin, the parts by pathway."""
    rows = data["members"][:MOST]
    figure, (axis,) = blank(7.2, 1.8 + 0.36 * len(rows))
    for place, row in enumerate(reversed(rows)):
        low, high = row["interval"]
        axis.plot([low, high], [place + 0.18, place + 0.18], color=LINE, lw=1.6)
        axis.plot(row["shapley"], place + 0.18, "o", color=LINE, ms=5)
        up = down = 0.0
        for part, colour, hatch in zip(PARTS, SHADES, HATCHES, strict=True):
            size = row["pathways"][part]["mean"]
            start = up if size > 0.0 else down
            axis.barh(place - 0.2, size, left=start, height=0.3, color=colour, hatch=hatch, edgecolor="white", lw=0.4,
                      label=word(f"pathway_{part}", lang) if place == 0 else None)  # fmt: skip
            up, down = (up + size, down) if size > 0.0 else (up, down + size)
    axis.axvline(0.0, color=LINE, lw=0.8)
    axis.set_yticks(range(len(rows)), [wrapped(row["name"], 34) for row in reversed(rows)], fontsize=8)
    axis.set_ylim(-0.6, len(rows) - 0.4)
    axis.grid(axis="y", visible=False)
    axis.xaxis.set_major_formatter(FuncFormatter(lambda value, _: signed_points(value, lang)))
    axis.set_xlabel(word("adds_points", lang))
    heads = {"title": word("through", lang), "title_fontsize": 8, "fontsize": 8}
    figure.legend(loc="outside lower center", ncols=len(PARTS), **heads)
    return figure


def _front(data: Data, lang: str) -> Figure:
    """Chance against cost of the finalists; numbered are those on the front or as good as the best."""
    figure, (axis,) = blank(7.2, 3.6)
    told = {tuple(row["members"]): number for number, row in enumerate(data["front"], start=1)}
    for row in data["finalists"]:
        number = told.get(tuple(row["members"]))
        low, high = row["interval"]
        colour = CATEGORIES[0] if number else GREY
        axis.plot([row["cost"], row["cost"]], [low, high], color=colour, lw=1.2)
        axis.plot(row["cost"], row["chance"], "o" if row["as_good_as_best"] else "s", color=colour, ms=6)
        if number:
            axis.annotate(str(number), (row["cost"], row["chance"]), (6, 4), textcoords="offset points", fontsize=9)
    axis.set_xlabel(word("cost_asked" if data["priced"] else "cost_spent", lang))
    axis.set_ylabel(word("chance_of_change", lang))
    axis.xaxis.set_major_formatter(FuncFormatter(lambda value, _: plain_number(value, lang)))
    axis.yaxis.set_major_formatter(FuncFormatter(lambda value, _: percent(value, lang)))
    return figure
