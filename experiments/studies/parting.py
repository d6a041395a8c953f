"""Why two alternatives end differently: first differences between paired runs, and three runs told as stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from experiments.analysis.diverging import Happening, Parting, parting, partings, told_runs
from experiments.report.story import Line, is_plain, story
from experiments.words import LANGUAGES
from sim.events import CODES, EVENT_KINDS
from sim.running import Event, run
from sim.scenario.structure import Scenario

CHANGE, UNTIL = "policy_changed", "weeks_until_change"
USUAL = ("policy_changed", "provisions_won", "holder_position", "activities_completed", "exits", "fatigue_mean")
PAIRS_READ = 100  # pairs of runs whose events are held against one another
MAIN = 3  # weight from which an event belongs in a short story
DECIDES = 4  # weight from which an event decides a run
COUNTED = ("left", "quarrel", "confrontation")  # lighter events that count as a difference too
MOST_ROWS, MOST_LINES = 5, 14
Runs = Mapping[str, pd.DataFrame]


def reasons(alternatives: Mapping[str, Scenario], futures: Runs, seed: int) -> dict[str, Any]:
    """What first differs between the first alternative and each other, and stories of the one with the highest chance.

    Parameters
    ----------
    futures : mapping of names to DataFrame
        Runs of each alternative as it stands, one design point, with the restricted time to change.
    """
    first, *others = alternatives
    leader = max(alternatives, key=lambda name: futures[name][CHANGE].mean())
    return {
        "pairs": [_partings(alternatives, first, other, len(futures[first]), seed) for other in others],
        "stories": _stories(leader, alternatives[leader], futures[leader], seed),
    }


def _partings(
    alternatives: Mapping[str, Scenario], first: str, second: str, runs: int, seed: int
) -> dict[str, Any]:
    """Where paired runs of two alternatives part, leaving out who is in one of them only: that is no finding."""
    scenarios = alternatives[first], alternatives[second]
    own = _only_in_one(*scenarios)
    found: list[Parting | None] = []
    events: dict[tuple[int, int], Sequence[Event]] = {}
    count = min(PAIRS_READ, runs)
    for number in range(count):
        told = [run(scenario, seed=seed, replicate=number, events=True).events for scenario in scenarios]
        for side in (0, 1):
            events[number, side] = told[side]
        one, other = ([_happening(each) for each in side if _counts(each, own)] for side in told)
        found.append(parting(one, other))
    rows = []
    for row in partings(found).head(MOST_ROWS).to_dict("records"):
        example = next(each for each in events[row["example"], row["side"]]
                       if (each.kind, each.who, each.whom) == (row["kind"], row["who"], row["whom"]))  # fmt: skip
        rows.append({
            "only_with": (first, second)[row["side"]], "kind": row["kind"], "pairs": int(row["pairs"]),
            "week": float(row["week"]), "text": {lang: example.text(lang) for lang in LANGUAGES},
        })  # fmt: skip
    alike = sum(each is None for each in found)
    return {"first": first, "second": second, "read": count, "alike": alike, "rows": rows}


def _only_in_one(one: Scenario, other: Scenario) -> set[str]:
    names = [{each.name for each in scenario.members or ()} for scenario in (one, other)]
    return names[0] ^ names[1]


def _counts(event: Event, own: set[str]) -> bool:
    kind = EVENT_KINDS[CODES[event.kind]]
    main = kind.weight >= DECIDES or kind.name in COUNTED
    return is_plain(event) and main and event.who not in own and event.whom not in own


def _happening(event: Event) -> Happening:
    return Happening(event.week, event.kind, event.who, event.whom, EVENT_KINDS[CODES[event.kind]].weight)


def _stories(name: str, scenario: Scenario, runs: pd.DataFrame, seed: int) -> dict[str, Any]:
    """The most usual, a lucky and an unlucky future of one alternative, in dated sentences."""
    fine = runs[runs["status"] == "ok"].reset_index(drop=True)
    luck = fine["provisions_won"] + fine[CHANGE] - fine[UNTIL] / scenario.weeks  # won much, and early
    outcomes = np.nan_to_num(fine[list(USUAL)].to_numpy(dtype=float))
    found: dict[str, Any] = {"alternative": name}
    for sort, number in told_runs(outcomes, luck.to_numpy(dtype=float)).items():
        replicate = int(fine["replicate"].iloc[number])
        lived = run(scenario, seed=seed, replicate=replicate, events=True)
        lines = {lang: [[each.date, each.text] for each in _main_lines(scenario, lived.events, lang)]
                 for lang in LANGUAGES}  # fmt: skip
        found[sort] = {"replicate": replicate, "changed": bool(lived.outcomes[CHANGE]), "lines": lines}
    return found


def _main_lines(scenario: Scenario, events: Sequence[Event], lang: str) -> list[Line]:
    """What decides a run, without activities by the year, members' comings and the calendar: a page has room for it."""
    main = [each for each in events if is_plain(each) and EVENT_KINDS[CODES[each.kind]].weight >= MAIN]
    bare = scenario.replace(calendar=())
    return story(bare, main, lang)[:MOST_LINES]
