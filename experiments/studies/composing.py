"""Whom to invite: what each candidate adds and through what, and which compositions are worth it within limits.

Everything runs on the same replicates for all compositions that are compared. Designs are searched on some replicates,
selected on others and told on others again, so that none is crowned for its luck.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.comparison import pair_confidence, robustness
from experiments.analysis.contributions import marginals, nondominated, orders, select, shapley_values
from experiments.analysis.summary import mean_interval, wilson
from experiments.figures import composition_figures, pictures
from experiments.report.composing import composition_page
from experiments.store.files import write_bytes, write_text
from experiments.studies.extras import must_have
from experiments.studies.inviting import Candidate, Limits, Pool, composed, read_limits
from experiments.studies.opening import Interrupted, Manner
from experiments.studies.provenance import must_match, version
from experiments.studies.surroundings import CONTEXT_RUNS, context_factors, sampled_contexts
from experiments.studies.valuing import CHANGE, HOURS, KEPT, MONEY, PATHWAYS, VOICE, Asked, Values
from experiments.words import LANGUAGES
from sim.errors import BadInput, Problem
from sim.scenario import dump_scenario, resolved, scenario_from_resolved

Array = NDArray[np.float64]
ANSWER, ASKED, RUNS = "composition.json", "asked.json", "values.jsonl"
# Replicates are numbered: each stage has a range of its own, far from those of the others.
SEARCHED, SELECTED, TOLD, SHARED, VARIED = 0, 1_000_000, 2_000_000, 3_000_000, 4_000_000
SEARCH_RUNS = 32  # replicates of a composition in the search
ROUND_RUNS = 100  # in each round of the selection
FINALISTS, FEWEST = 24, 8  # compositions that enter the selection, and that are told at least
POPULATION = 40  # of the genetic search
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Composition:
    """What is asked.

    Parameters
    ----------
    pool : Pool
    limits : Limits
    permutations : int
        Orders in which candidates come, two by two reversed; even.
    step_runs : int
        Replicates at each step of an order.
    trials : int
        Compositions that the search looks at.
    replicates : int
        Fresh replicates on which the finalists are told.
    contexts : int
        Sampled contexts in which the best are tried; 0 leaves them out.
    enough : float
        Chance of change that counts as good enough in a context.
    """

    pool: Pool
    limits: Limits
    permutations: int = 100
    step_runs: int = 16
    trials: int = 800
    replicates: int = 600
    contexts: int = 40
    enough: float = 0.5
    seed: int = 1

    def describe(self) -> dict[str, Any]:
        """All that decides the answer, as plain data."""
        whole = composed(self.pool, range(len(self.pool.candidates)))
        return {
            "job": "composition", "scenario": resolved(whole),
            "candidates": [[each.organisation.id, each.cost] for each in self.pool.candidates],
            "limits": self.limits_told(), "permutations": self.permutations, "step_runs": self.step_runs,
            "trials": self.trials, "replicates": self.replicates, "contexts": self.contexts, "enough": self.enough,
            "seed": self.seed,
        }  # fmt: skip

    def limits_told(self) -> dict[str, Any]:
        """Limits by name."""
        names, limits = self.pool.names, self.limits
        return {"size": limits.size, "budget": limits.budget, "must": [names[k] for k in sorted(limits.must)],
                "never": [names[k] for k in sorted(limits.never)]}  # fmt: skip

    @property
    def runs(self) -> int:
        """About how many runs it takes."""
        count = len(self.pool.candidates)
        steps = self.permutations * (count + 1) * self.step_runs
        paths = self._path_orders * count * len(PATHWAYS) * self.step_runs
        ends = 3 * FINALISTS * ROUND_RUNS + FEWEST * (self.replicates + self.contexts * CONTEXT_RUNS)
        return steps + paths + self.trials * SEARCH_RUNS + ends

    @property
    def _path_orders(self) -> int:
        return path_orders(self.permutations)


def path_orders(permutations: int) -> int:
    """Orders over which contributions are split by pathway."""
    return max(2, permutations // 5)


def stored_composition(root: Path) -> Composition:
    """What a folder's composition was asked; BadInput where it holds none."""
    path = root / ASKED
    if not path.is_file():
        raise BadInput(Problem(root.as_posix(), 0, "", "", "holds no composition"))
    said = json.loads(path.read_text(encoding="utf-8"))
    whole = scenario_from_resolved(said["scenario"], root.name)
    by_id = {one.id: one for one in whole.members or ()}
    candidates = tuple(Candidate(by_id[identity], cost) for identity, cost in said["candidates"])
    invited = {identity for identity, _ in said["candidates"]}
    core = whole.replace(members=tuple(one for one in whole.members or () if one.id not in invited))
    pool, limits = Pool(core, candidates), said["limits"]
    found = read_limits(pool, limits["size"], limits["budget"], limits["must"], limits["never"])
    numbers = {key: said[key] for key in ("permutations", "step_runs", "trials", "replicates",
                                           "contexts", "enough", "seed")}  # fmt: skip
    return Composition(pool, found, **numbers)


def compose(asked: Composition, root: Path, manner: Manner | None = None, say: Say = lambda _: None) -> dict[str, Any]:
    """Answer in a folder, or go on where it was; what was found, as plain data.

    Writes `values.jsonl` (every composition that was run), `composition.json`, the best compositions as scenario files,
    figures and `report.html`. Raises BadInput where the folder holds something else.
    """
    must_have("optuna", "optimise", "compose")
    _claim(asked, root)
    manner = manner or Manner()
    around = sampled_contexts(asked.pool.core, asked.contexts, asked.seed)
    values = Values(asked.pool, asked.seed, root / RUNS, manner.workers, manner.progress, around)
    try:
        say("contributions")
        data = _head(asked) | contributions(asked, values)
        say("search")
        found = search(asked, values)
        say("selection")
        data |= _front(asked, values, found)
        if asked.contexts:
            say("contexts")
            data["contexts"] = _robust(asked, values, data["front"])
    except KeyboardInterrupt as stop:
        raise Interrupted(root, getattr(stop, "exit_code", 130)) from None
    for number, row in enumerate(data["front"], start=1):
        chosen = [asked.pool.names.index(name) for name in row["members"]]
        named = {"name": f"best-{number}", "title": f"{asked.pool.core.title} ({number})"}
        scenario = composed(asked.pool, chosen).replace(**named)
        write_text(root / f"best-{number}.yaml", root, dump_scenario(scenario))
    write_text(root / ANSWER, root, json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
    tell(root, data, manner.lang)
    return data


def _claim(asked: Composition, root: Path) -> None:
    text = json.dumps(asked.describe(), ensure_ascii=False, indent=1) + "\n"
    path = root / ASKED
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    if root.is_dir() and any(root.iterdir()):
        raise BadInput(Problem(root.as_posix(), 0, "", "", "holds something else; choose another folder with --out"))
    root.mkdir(parents=True, exist_ok=True)
    write_text(path, root, text)


def tell(root: Path, data: dict[str, Any], lang: str) -> Path:
    """Draw the figures in both languages and write the page in one; the page's path."""
    for each in LANGUAGES:
        for name, figure in composition_figures(data, each).items():
            for suffix, content in pictures(figure).items():
                write_bytes(root / "figures" / f"{name}-{each}.{suffix}", root, content)
    shown = {name: pictures(figure)["svg"] for name, figure in composition_figures(data, lang).items()}
    path = root / "report.html"
    write_text(path, root, composition_page(data, shown, lang))
    return path


def retell(root: Path, lang: str) -> Path:
    """Write the page again, in another language; BadInput where the answer is not there yet."""
    if not (root / ANSWER).is_file():
        raise BadInput(Problem(root.as_posix(), 0, "", "", "not finished yet; give the command again"))
    return tell(root, json.loads((root / ANSWER).read_text(encoding="utf-8")), lang)


def _head(asked: Composition) -> dict[str, Any]:
    return {
        "job": "composition", "title": asked.pool.core.title,
        "core": [one.name for one in asked.pool.core.members or ()],
        "candidates": list(asked.pool.names), "priced": asked.pool.priced, "limits": asked.limits_told(),
        "permutations": asked.permutations, "step_runs": asked.step_runs, "trials": asked.trials,
        "replicates": asked.replicates, "seed": asked.seed, "weeks": asked.pool.core.weeks,
        "stamp": must_match() | {"alliance-lab": version("alliance-lab"), "mesa": version("mesa")},
    }  # fmt: skip


# What each adds ---------------------------------------------------------------------------------------------------


def contributions(asked: Composition, values: Values) -> dict[str, Any]:
    """Shapley values of the chance of change, with intervals and split by pathway; what all add together."""
    count = len(asked.pool.candidates)
    found = []
    for number, order in enumerate(orders(count, asked.permutations // 2, asked.seed)):
        first = SHARED + (number // 2) * asked.step_runs  # an order and its reverse meet the same chance
        steps = [Asked(frozenset(map(int, order[:size])), first, asked.step_runs) for size in range(count + 1)]
        grown = np.array([each.mean(axis=0) for each in values.of(steps)])
        found.append(np.array([marginals(grown[:, k], order) for k in range(len(KEPT))]))
    units = np.array(found).reshape(-1, 2, len(KEPT), count).mean(axis=1)  # (pairs of orders, outcomes, candidates)
    table = shapley_values(units[:, CHANGE], asked.pool.names)
    paths = pathways(asked, values)
    rows = [{"name": row["name"], "shapley": row["shapley"], "interval": _interval(row["low"], row["high"]),
             "pathways": paths[row["name"]]} for row in table.to_dict("records")]  # fmt: skip
    total = units[:, CHANGE].sum(axis=1)
    none, whole = _ends(asked, values)
    return {"members": rows, "total": {"shapley": float(total.mean()), "interval": _interval(*mean_interval(total)),
                                       "without": none, "with_all": whole}}  # fmt: skip


def _ends(asked: Composition, values: Values) -> tuple[float, float]:
    """Chance of change of the core alone, and with every candidate, on the replicates of the orders."""
    count, pairs = len(asked.pool.candidates), asked.permutations // 2
    means = []
    for chosen in (frozenset[int](), frozenset(range(count))):
        blocks = [Asked(chosen, SHARED + pair * asked.step_runs, asked.step_runs) for pair in range(pairs)]
        means.append(float(np.mean([each[:, CHANGE].mean() for each in values.of(blocks)])))
    return means[0], means[1]


def pathways(asked: Composition, values: Values) -> dict[str, dict[str, Any]]:
    """What of each contribution comes through access, skills, legitimacy and hours, and by mere presence.

    A candidate comes step by step: present with nothing of its own, then with one pathway more in a random order, until
    it is whole; each step's difference is that pathway's. The parts add up to what it adds in these orders.
    """
    count, names = len(asked.pool.candidates), asked.pool.names
    sums: dict[str, dict[str, list[float]]] = {name: {each: [] for each in ("presence", *PATHWAYS)} for name in names}
    for number, order in enumerate(orders(count, path_orders(asked.permutations) // 2 or 1, asked.seed)):
        first = SHARED + (number // 2) * asked.step_runs
        generator = np.random.default_rng([asked.seed, 11, number])
        steps: list[Asked] = []
        coming: list[list[str]] = []
        for place, one in enumerate(map(int, order)):
            before = frozenset(map(int, order[:place]))
            turn = [PATHWAYS[k] for k in generator.permutation(len(PATHWAYS))]
            coming.append(turn)
            steps.append(Asked(before, first, asked.step_runs))
            steps += [Asked(before | {one}, first, asked.step_runs, one, tuple(sorted(turn[:size])))
                      for size in range(len(turn))]  # fmt: skip
            steps.append(Asked(before | {one}, first, asked.step_runs))
        means = np.array([each[:, CHANGE].mean() for each in values.of(steps)]).reshape(count, len(PATHWAYS) + 2)
        for place, one in enumerate(map(int, order)):
            for name, added in zip(["presence", *coming[place]], np.diff(means[place]), strict=True):
                sums[names[one]][name].append(float(added))
    return {name: {each: _part(np.array(parts)) for each, parts in found.items()} for name, found in sums.items()}


def _part(values: Array) -> dict[str, Any]:
    return {"mean": float(values.mean()), "interval": _interval(*mean_interval(values))}


def _interval(low: float, high: float) -> list[float | None]:
    return [low if math.isfinite(low) else None, high if math.isfinite(high) else None]


# Which to choose --------------------------------------------------------------------------------------------------


def search(asked: Composition, values: Values) -> list[frozenset[int]]:
    """Compositions within the limits that a genetic search (NSGA-II) found worth a closer look: chance high, cost low,
    local bodies heard."""
    import optuna

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    free = [k for k in range(len(asked.pool.candidates)) if k not in asked.limits.must | asked.limits.never]
    sampler = optuna.samplers.NSGAIISampler(population_size=POPULATION, seed=asked.seed)
    study = optuna.create_study(directions=["maximize", "minimize", "maximize"], sampler=sampler)
    seen: dict[frozenset[int], Array] = {}
    for start in _starts(asked, free):
        study.enqueue_trial({str(k): k in start for k in free})
    for _ in range(asked.trials):
        trial = study.ask()
        chosen = asked.limits.must | {k for k in free if trial.suggest_categorical(str(k), [False, True])}
        over = asked.limits.excess(asked.pool, sorted(chosen))
        trial.set_constraint("limits", over)
        if over > 0.0 or not (chosen or asked.pool.core.members):
            study.tell(trial, [0.0, 1e9, 0.0])
            continue
        means = values.of([Asked(chosen, SEARCHED, SEARCH_RUNS)])[0].mean(axis=0)
        seen[chosen] = means
        study.tell(trial, [float(means[CHANGE]), _cost(asked.pool, chosen, means), float(means[VOICE])])
    if not seen:
        raise BadInput(Problem("compose", 0, "", "", "no composition keeps to the limits"))
    return _worth(asked.pool, seen)


def _starts(asked: Composition, free: Sequence[int]) -> list[set[int]]:
    """Where the search begins: nobody beside those who must be in, and as many as the limits allow."""
    size = asked.limits.size
    room = len(free) if size is None else max(0, size - len(asked.limits.must))
    return [set(), set(free[:room])]


def _cost(pool: Pool, chosen: frozenset[int], means: Array) -> float:
    """What a composition costs: what the pool says, or else the money that is spent."""
    return pool.cost(sorted(chosen)) if pool.priced else float(means[MONEY])


def _worth(pool: Pool, seen: dict[frozenset[int], Array]) -> list[frozenset[int]]:
    """The front of the search, and the highest chances, as many as enter the selection."""
    designs = sorted(seen, key=sorted)
    means = np.array([seen[each] for each in designs])
    costs = np.array([_cost(pool, each, mean) for each, mean in zip(designs, means, strict=True)])
    points = np.column_stack([means[:, CHANGE], -costs, means[:, VOICE]])
    order = np.argsort(-means[:, CHANGE], kind="stable")
    front = [k for k in order if nondominated(points)[k]][: FINALISTS // 2]
    rest = [k for k in order if k not in front]
    return [designs[k] for k in (*front, *rest)][:FINALISTS]


def _front(asked: Composition, values: Values, found: Sequence[frozenset[int]]) -> dict[str, Any]:
    """Selected on fresh replicates, told on others again: means with intervals, who is not told apart from the best."""

    def measure(designs: Sequence[int], number: int) -> Array:
        blocks = [Asked(found[k], SELECTED + number * ROUND_RUNS, ROUND_RUNS) for k in designs]
        return np.array([each[:, CHANGE].mean() for each in values.of(blocks)])

    cheap = sorted(range(len(found)), key=lambda k: (len(found[k]), k))[:2]  # small ones stay: a front has two ends
    left = select(range(len(found)), measure, (0, 1, 2), FEWEST)
    kept = sorted({*left, *cheap})
    told = values.of([Asked(found[k], TOLD, asked.replicates) for k in kept])
    means = np.array([each.mean(axis=0) for each in told])
    costs = np.array([_cost(asked.pool, found[k], mean) for k, mean in zip(kept, means, strict=True)])
    best = int(means[:, CHANGE].argmax())
    on_front = nondominated(np.column_stack([means[:, CHANGE], -costs, means[:, VOICE]]))
    each_pair = pair_confidence(max(2, len(kept)))
    rows: list[dict[str, Any]] = []
    for place, k in enumerate(kept):
        apart = told[place][:, CHANGE] - told[best][:, CHANGE]
        low, high = mean_interval(apart, each_pair)
        equal = place == best or not (high < 0.0)
        rows.append({
            "members": [asked.pool.names[one] for one in sorted(found[k])], "chance": float(means[place, CHANGE]),
            "interval": _interval(*wilson(float(told[place][:, CHANGE].sum()), len(told[place]))),
            "cost": float(costs[place]), "voice": float(means[place, VOICE]), "hours": float(means[place, HOURS]),
            "behind": float(-apart.mean()), "behind_interval": _interval(-high, -low),
            "on_front": bool(on_front[place]), "as_good_as_best": bool(equal),
        })  # fmt: skip
    rows.sort(key=lambda row: (-row["chance"], row["cost"]))
    return {"front": [row for row in rows if row["on_front"] or row["as_good_as_best"]], "finalists": rows}


def _robust(asked: Composition, values: Values, front: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """How each composition of the front does over sampled contexts, by its number in the table."""
    designs = [frozenset(asked.pool.names.index(name) for name in row["members"]) for row in front]
    places = range(asked.contexts)
    runs = [Asked(each, VARIED, CONTEXT_RUNS, context=place) for each in designs for place in places]
    found = np.array([each[:, CHANGE] for each in values.of(runs)]).reshape(len(designs), asked.contexts, CONTEXT_RUNS)
    names = range(1, len(designs) + 1)
    halves = [pd.DataFrame(found[:, :, half::2].mean(axis=2).T, columns=names) for half in (0, 1)]
    rows = robustness((halves[0], halves[1]), asked.enough).to_dict("records")
    factors = {one.path: [one.low, one.high] for one in context_factors([asked.pool.core])}
    return {"number": asked.contexts, "runs_each": CONTEXT_RUNS, "enough": asked.enough, "factors": factors,
            "rows": rows}  # fmt: skip
