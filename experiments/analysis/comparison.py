"""Alternatives against one another on common random numbers: differences, regret over contexts, what turns an answer.

Runs of two alternatives are paired where design point and replicate are the same: they met the same draws and the same
chance. `first` minus `second` is what every difference says.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.differences import KEYS, paired_differences
from experiments.analysis.summary import mean_interval, summary, wilson

Array = NDArray[np.float64]
Runs = Mapping[str, pd.DataFrame]
CONFIDENCE = 0.95


def side_by_side(runs: Runs, outcomes: Sequence[str]) -> pd.DataFrame:
    """Each outcome of each alternative: the columns of `summary`, behind a column `alternative`."""
    fine = {name: table[table["status"] == "ok"] for name, table in runs.items()}
    parts = [summary(table, outcomes).assign(alternative=name) for name, table in fine.items()]
    return pd.concat(parts, ignore_index=True)


def pair_confidence(alternatives: int, confidence: float = CONFIDENCE) -> float:
    """Confidence of one interval so that those of all pairs of alternatives hold together (Bonferroni)."""
    return 1.0 - (1.0 - confidence) / math.comb(alternatives, 2)


def contrasts(runs: Runs, outcomes: Sequence[str], *, by_draw: bool, confidence: float = CONFIDENCE) -> pd.DataFrame:
    """Every pair of alternatives, outcome by outcome.

    Parameters
    ----------
    by_draw : bool
        Whether replicates of one draw hang together; see `paired_differences`.
    confidence : float
        With which the intervals of all pairs of one outcome hold together.

    Returns
    -------
    DataFrame
        One row a pair and outcome: the columns of `paired_differences`, `first`, `second`, `higher`, `equal` and
        `lower`, how many of 100 pairs end higher with the first, alike or lower, and `distinguishable`, whether the
        interval leaves zero out.
    """
    each = pair_confidence(len(runs), confidence)
    parts = []
    for first, second in combinations(runs, 2):
        table = paired_differences(runs[first], runs[second], outcomes, by_draw=by_draw, confidence=each)
        ends = pd.DataFrame([_ends(runs[first], runs[second], name) for name in outcomes])
        parts.append(table.join(ends).assign(first=first, second=second))
    found = pd.concat(parts, ignore_index=True)
    found["distinguishable"] = (found["low"] > 0.0) | (found["high"] < 0.0)
    return found


def _ends(first: pd.DataFrame, second: pd.DataFrame, outcome: str) -> dict[str, float]:
    """How many of 100 pairs end higher, alike and lower."""
    one, other = (table.sort_values(KEYS, kind="stable").reset_index(drop=True) for table in (first, second))
    fine = (one["status"] == "ok") & (other["status"] == "ok") & one[outcome].notna() & other[outcome].notna()
    apart = np.sign(one.loc[fine, outcome] - other.loc[fine, outcome])
    if not len(apart):
        return {"higher": math.nan, "equal": math.nan, "lower": math.nan}
    return {name: float(100.0 * (apart == sign).mean()) for name, sign in (("higher", 1), ("equal", 0), ("lower", -1))}


def best_of(means: Mapping[str, float], rows: pd.DataFrame) -> tuple[str, ...]:
    """The alternatives that may be the best: the one of the highest mean, and all not told apart from it.

    Parameters
    ----------
    rows : DataFrame
        Of one outcome, from `contrasts`.
    """
    leader = max(means, key=lambda name: means[name])
    found = [leader]
    for name in means:
        if name != leader:
            row = rows[((rows["first"] == name) & (rows["second"] == leader))
                       | ((rows["first"] == leader) & (rows["second"] == name))].iloc[0]  # fmt: skip
            found += [] if row["distinguishable"] else [name]
    return tuple(found)


def by_context(runs: Runs, outcome: str, half: int | None = None) -> pd.DataFrame:
    """Mean of an outcome at each design point, a column an alternative; of the even replicates only where `half` is 0,
    of the odd ones where it is 1."""
    means = {}
    for name, table in runs.items():
        fine = table[table["status"] == "ok"]
        if half is not None:
            fine = fine[fine["replicate"] % 2 == half]
        means[name] = fine.groupby("design_point")[outcome].mean()
    return pd.DataFrame(means)


def robustness(halves: tuple[pd.DataFrame, pd.DataFrame], enough: float) -> pd.DataFrame:
    """How each alternative does over contexts, for an outcome of which more is better.

    The best of a context is chosen by one half of the replicates and what another falls short of it is told by the
    other half, both ways round; so is the context in which it falls furthest short. Chosen and told by the same runs,
    alternatives that are alike would seem to fall far behind each other somewhere, by luck alone.

    Parameters
    ----------
    halves : pair of DataFrame
        `by_context` of the even replicates and of the odd ones.
    enough : float
        What counts as good enough in a context.

    Returns
    -------
    DataFrame
        One row an alternative: `mean`, `worst`, `regret_mean` and `regret_worst` (how much less than the best
        alternative of the same context; 0 at least), `best_in`, the share of contexts in which none does better, and
        `enough_in`, the share in which it reaches `enough`.

    Source: Savage 1951 (regret); Lempert and others 2006 (satisficing over contexts); Kohavi 1995 (two folds).
    """
    both = halves[0].notna().all(axis=1) & halves[1].notna().all(axis=1)
    if not both.any():
        raise Unanalysable("no context in which all alternatives have a value")
    even, odd = (half[both].to_numpy() for half in halves)
    means = 0.5 * (even + odd)
    folds = [_regrets(even, odd), _regrets(odd, even)]
    averages = means.mean(axis=0)
    of_best = max(float(np.mean([told for told, _ in folds])), float(averages.max()))  # the best of each is never less
    regret = of_best - averages
    furthest = np.mean([worst for _, worst in folds], axis=0)
    best = means >= means.max(axis=1)[:, None]
    return pd.DataFrame({
        "alternative": list(halves[0].columns), "contexts": len(means), "mean": averages,
        "worst": means.min(axis=0), "regret_mean": regret,
        "regret_worst": np.maximum(furthest, regret), "best_in": best.mean(axis=0),
        "enough_in": (means >= enough).mean(axis=0),
    })  # fmt: skip


def _regrets(chosen: Array, told: Array) -> tuple[float, Array]:
    """Mean over contexts of the best alternative in each, and how far each one falls short of it where that is worst;
    (contexts, alternatives) each: best and worst are chosen by the first means, and told by the second."""
    rows = np.arange(len(chosen))
    best = told[rows, chosen.argmax(axis=1)]
    worst = (chosen.max(axis=1)[:, None] - chosen).argmax(axis=0)
    short = best[:, None] - told
    return float(best.mean()), short[worst, np.arange(chosen.shape[1])]


def turning_points(
    base: Runs, ends: Runs, moved: Sequence[tuple[str, float, float]], outcome: str, confidence: float = CONFIDENCE
) -> pd.DataFrame:
    """At which value of an assumption the difference between two alternatives turns.

    Parameters
    ----------
    base, ends : runs of the same two alternatives
        As things stand, and with one assumption at a time moved: design point k of `ends` is `moved[k]`.
    moved : sequence of (path, value, value as things stand)

    Returns
    -------
    DataFrame
        One row a moved value: `path`, `value`, `usual`, `difference` there with its interval (all of them together:
        Bonferroni), `usual_difference`, `turns`, whether the sign is clearly another one there, `clear`, whether the
        interval leaves zero out, and `at`, the value at which a straight line between the two differences meets zero
        (NaN where it does not between them).
    """
    (one, other), each = list(base), 1.0 - (1.0 - confidence) / max(1, len(moved))
    usual = float(paired_differences(base[one], base[other], [outcome], by_draw=False)["difference"].iloc[0])
    rows = []
    for point, (path, value, now) in enumerate(moved):
        here, there_too = (table[table["design_point"] == point] for table in (ends[one], ends[other]))
        found = paired_differences(here, there_too, [outcome], by_draw=False, confidence=each).iloc[0]
        there = float(found["difference"])
        clear = bool(found["low"] > 0.0 or found["high"] < 0.0)
        turned = usual * there < 0.0
        at = now + (value - now) * usual / (usual - there) if turned else math.nan
        rows.append({
            "path": path, "value": value, "usual": now, "usual_difference": usual, "difference": there,
            "low": float(found["low"]), "high": float(found["high"]), "clear": clear, "turns": turned and clear,
            "at": at,
        })  # fmt: skip
    return pd.DataFrame(rows)


def changed_by(runs: pd.DataFrame, weeks: int, *, by_draw: bool, step: int = 13) -> pd.DataFrame:
    """Share of runs in which policy has changed by a week, quarter by quarter from the start to the horizon.

    All runs are watched to the horizon, so that nothing is censored before it: what has not changed by then is not
    known to change later, and no time is filled in for it.

    Returns
    -------
    DataFrame
        `week`, `share`, `low`, `high` (Wilson's interval over runs, Student's over draws), `runs`.
    """
    fine = runs[runs["status"] == "ok"]
    times = fine["weeks_to_change"].fillna(math.inf).to_numpy()
    marks = list(range(0, weeks + 1, step))
    rows = []
    for week in marks if marks[-1] == weeks else [*marks, weeks]:
        changed = times <= week
        share = float(changed.mean()) if changed.size else math.nan
        if by_draw:
            low, high = mean_interval(pd.Series(changed.astype(float)).groupby(fine["design_point"].to_numpy()).mean()
                                      .to_numpy())  # fmt: skip
        else:
            low, high = wilson(float(changed.sum()), changed.size)
        rows.append({"week": week, "share": share, "low": max(0.0, low), "high": min(1.0, high), "runs": changed.size})
    return pd.DataFrame(rows)
