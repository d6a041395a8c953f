"""The page that says which parameters move anything, for whoever works on the model; English, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from experiments.words import number
from sim.declare import Parameter

ORDER = ("untouched", "inert", "open", "idle", "live")
HEADS = {
    "untouched": "## Untouched: no run differs in a single bit",
    "inert": "## Inert: no effect can reach {threshold}",
    "open": "## Open: no clear effect above {threshold}, and none ruled out",
    "idle": "## Not varied: every situation lists what the parameter would make",
    "live": "## Live",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One parameter, what may be said of it, and its largest effects: of all, and on whether policy changes."""

    parameter: Parameter
    verdict: str
    touched: float
    runs: int
    most: Any
    change: Any


def liveness_page(rows: Sequence[Judged], threshold: float, z: float, situations: Sequence[str]) -> str:
    """The page as Markdown."""
    parts = [_opening(rows, threshold, z, situations)]
    for verdict in ORDER:
        mine = [row for row in rows if row.verdict == verdict]
        if mine:
            parts.append(_section(verdict, mine, threshold))
    return "\n\n".join(parts) + "\n"


def _opening(rows: Sequence[Judged], threshold: float, z: float, situations: Sequence[str]) -> str:
    counts = {verdict: sum(row.verdict == verdict for row in rows) for verdict in ORDER}
    runs = sorted({row.runs for row in rows})
    still = [row.parameter.path for row in rows if row.verdict in ("untouched", "inert")]
    named = ", ".join(f"`{path}`" for path in still) or "none"
    return f"""# Which parameters move anything

Made by `python -m experiments.studies.liveness`; do not edit. Every lever, context and coefficient goes from the low
to the high end of its declared range (or through its choices), all else as a situation says, with the same chance:
{_rounds(runs)}.
Situations: {", ".join(situations)} (`experiments/studies/situations.py`). Effects are in standard deviations of the
outcome between runs; realised starting conditions do not count. Intervals are as wide as those of a normal mean at
{z:g} standard errors to each side, so that over all outcomes and situations chance alone calls fewer than one
parameter in a hundred alive. A parameter is *live* if some effect of at least {threshold:g} is clear of zero.

| live | open | inert | untouched | not varied |
|---|---|---|---|---|
| {counts["live"]} | {counts["open"]} | {counts["inert"]} | {counts["untouched"]} | {counts["idle"]} |

**No effect above {threshold:g} anywhere**: {named}.

An open parameter is not shown to be dead: it moves single runs, and its mean effects were too small to tell from chance
with this many pairs. Low against high can also hide an optimum between them."""


def _rounds(runs: Sequence[int]) -> str:
    """How many pairs of runs each step had."""
    if len(runs) == 1:
        return f"{runs[0]} pairs of runs"
    return f"{runs[0]} pairs of runs, and again with four times as many, up to {runs[-1]}, where no effect was clear"


def _section(verdict: str, rows: Sequence[Judged], threshold: float) -> str:
    head = HEADS[verdict].format(threshold=f"{threshold:g} standard deviations")
    ordered = sorted(rows, key=lambda row: (-_size(row.most), row.parameter.path))
    lines = [head, "", "| parameter | largest effect | on | where | step | policy changed | runs touched | pairs |",
             "|---|---|---|---|---|---|---|---|"]  # fmt: skip
    return "\n".join(lines + [_line(row) for row in ordered])


def _size(effect: pd.Series | None) -> float:
    return 0.0 if effect is None else abs(float(effect["effect"]))


def _line(row: Judged) -> str:
    touched, path = f"{100.0 * row.touched:.0f} %", row.parameter.path
    if row.most is None:
        return f"| `{path}` | – | – | – | – | – | {touched} | {row.runs} |"
    step = f"{row.most['from']} → {row.most['to']}"
    change = "–" if row.change is None else _points(row.change)
    where = f"{row.most['outcome']} | {row.most['situation']} | {step} | {change}"
    return f"| `{path}` | {_effect(row.most)} | {where} | {touched} | {row.most['pairs']} |"


def _effect(effect: pd.Series) -> str:
    size, low, high = (number(float(effect[name]), "en") for name in ("effect", "low", "high"))
    return f"{size} ({low} to {high})"


def _points(effect: pd.Series) -> str:
    """The largest change in the chance that policy changes, in points; in brackets where it is not clear of zero."""
    text = number(100.0 * float(effect["change"]), "en", 0)
    return text if effect["low"] > 0.0 or effect["high"] < 0.0 else f"({text})"
