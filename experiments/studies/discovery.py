"""Scenario discovery on a stored study: read its runs, find the conditions, judge them, draw, write."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.analysis.arrange import Unanalysable
from experiments.analysis.boxes import Found, Judged, find_boxes, path_points
from experiments.analysis.cases import Axis, Cases, Mask, Share
from experiments.analysis.rules import Node, grow_tree
from experiments.analysis.scores import Skill, scores
from experiments.designs import COEFFICIENTS, COMPOSITION, LISTED, Design, from_table
from experiments.figures import box_figure, pair_figure, path_figure, pictures, scores_figure, tree_figure
from experiments.report.discovery import CHANGED, Discovered, Event, answers, called, discovery_page, single_conditions
from experiments.report.phrases import phrase
from experiments.store import Results, add_to, load, must_be_whole
from experiments.store.files import fingerprint
from experiments.store.layout import plain_name
from experiments.studies.extras import must_have
from experiments.studies.provenance import git, version
from experiments.studies.resuming import stored_study
from experiments.studies.sweep import ALONE
from experiments.words import NAMES_ONLY, YES_OR_NO
from sim.compiled import CODE_HASH
from sim.errors import BadInput, Problem
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS, full_path
from sim.scenario.values import closest

WAYS = ("with", "without", "gain")
MISSING = ("no", "yes", "out")
ROLES = {"levers": "lever", "contexts": "context", "coefficients": "coefficient"}
NAME, FAILURES = "discovery", "failures"
FEWEST_GROUPS, FEWEST_HITS, FEWEST_PLACES = 40, 20, 10
NAMED_FAILURES = 20
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for in a stored study.

    Parameters
    ----------
    outcome : str
        What happens: a yes-or-no outcome, or a number with a limit.
    above, below : float or None
        The limit that the number must pass.
    arm : "with", "without" or "gain"
        In the runs with the alliance, in those without, or in pairs where it happens with it and not without.
    factors : str or None
        Which of the study's factors conditions may name: `levers`, `contexts`, `coefficients`, or names with commas.
    seed : int
        Fixes the halves and all that is drawn.
    leave_out_failed : bool
        Whether failed runs may be left out; otherwise they refuse the work.
    missing : "no", "yes", "out" or None
        How runs count in which the outcome has no value; None refuses them.
    """

    outcome: str = CHANGED
    above: float | None = None
    below: float | None = None
    arm: str = "with"
    factors: str | None = None
    seed: int = 1
    leave_out_failed: bool = False
    missing: str | None = None

    @property
    def event(self) -> Event:
        """What the page speaks of."""
        return Event(self.outcome, self.above, self.below, self.arm)

    @property
    def name(self) -> str:
        """What the files of this question begin with: another question has its own, another seed replaces them."""
        parts = [self.outcome.replace("_", "-")] if self.outcome != CHANGED else []
        limits = (("above", self.above), ("below", self.below))
        parts += [f"{word}-{limit:g}" for word, limit in limits if limit is not None]
        parts += [self.arm] if self.arm != "with" else []
        parts += [self.factors] if self.factors is not None else []
        return plain_name("-".join([NAME, *parts]))

    def words(self) -> list[str]:
        """The options of the command that asks it."""
        options: dict[str, Any] = {
            "--outcome": self.outcome, "--above": self.above, "--below": self.below, "--arm": self.arm,
            "--factors": self.factors, "--seed": self.seed, "--missing": self.missing,
        }  # fmt: skip
        usual = {"--outcome": CHANGED, "--arm": "with", "--seed": 1}
        told = [f"{name} {value}" for name, value in options.items() if value is not None and value != usual.get(name)]
        return told + ["--leave-out-failed"] * self.leave_out_failed


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cases of a question, and which runs are not among them.

    Parameters
    ----------
    failed : DataFrame
        The runs that failed: design_point, replicate, error.
    looked_at : int
        Runs of the arms in question, those that failed among them.
    without_value : int
        Runs (or pairs) in which the outcome has no value.
    """

    cases: Cases
    design: Design
    failed: pd.DataFrame
    looked_at: int
    without_value: int
    replicates: int


@dataclass(slots=True)
class Findings:
    """What was found; nothing where `lack` says why nothing was looked for."""

    rate: Share
    finding: Mask
    lack: tuple[str, dict[str, int]] | None = None
    boxes: list[Found] = field(default_factory=list)
    tree: Node | None = None
    scores: pd.DataFrame | None = None
    skill: Skill | None = None


def discover(
    root: Path, question: Question | None = None, lang: str = "en", started: Callable[[], None] | None = None
) -> dict[str, Any]:
    """Find the conditions under which something happens in a stored study, and add what was found to its folder.

    Parameters
    ----------
    root : Path
        The folder of a finished study.
    lang : "en" or "fr"
        Language of figures and page.
    started : callable
        Called once the question is known to make sense, before the search, which takes a while.

    Returns
    -------
    dict
        What was found, as plain data with a stable shape; the same bytes for the same runs, question and seed. Then
        `folder` and `page`, and in the language `sentences` and each box's `conditions`.

    Raises BadInput, Unanalysable (failed runs that nobody said to leave out), IntegrityAlarm, ResultsInUse.
    """
    must_have("sklearn", "discover", "alliance discover")
    question = question or Question()
    must_be_whole(root)
    results = load(root)
    evidence = read_evidence(results, question)
    if started is not None:
        started()
    found = search(evidence.cases, question.seed)
    data = answer(results, question, evidence, found)
    told = _told(root, results, question, evidence, found, lang)
    words = {"asked": _asked(question), "code": CODE_HASH, "git": git(), "versions": _versions()}
    with add_to(root, question.name, words) as addition:
        for part, table in (tables(evidence.cases, found) | failures(evidence)).items():
            addition.save_table(part, table)
        addition.save_json(data)
        for name, files in told[1].items():
            addition.save_figure(name, files)
        page = addition.save_page(discovery_page(told[0], lang))
    said = {
        "sentences": answers(told[0], lang),
        "conditions": [single_conditions(evidence.cases.axes, one.box, lang) for one in found.boxes],
    }
    return data | {"folder": root.as_posix(), "page": page.as_posix()} | said


def search(cases: Cases, seed: int) -> Findings:
    """Boxes, tree, scores and skill: found on one half of the groups of points, judged on the other."""
    finding = cases.half(seed)
    found = Findings(cases.share(np.ones(len(cases), dtype=bool)), finding, lack_of(cases))
    if found.lack is None:
        found.boxes = find_boxes(cases, finding, seed)
        found.tree = grow_tree(cases, finding, seed)
        found.scores, found.skill = scores(cases, finding, seed)
    return found


def lack_of(cases: Cases) -> tuple[str, dict[str, int]] | None:
    """Why the cases cannot carry a search, with the numbers; None where they can."""
    if cases.groups < FEWEST_GROUPS:
        return "few_points", {"groups": cases.groups, "need": FEWEST_GROUPS}
    misses = cases.runs - cases.hits
    for key, counts in (("few_hits", cases.hits), ("few_misses", misses)):
        places = len(np.unique(cases.group[counts > 0]))
        if counts.sum() < FEWEST_HITS or places < FEWEST_PLACES:
            numbers = {"hits": int(counts.sum()), "runs": int(cases.runs.sum()), "places": places}
            return key, numbers | {"need": FEWEST_HITS, "need_places": FEWEST_PLACES}
    return None


# Reading ------------------------------------------------------------------------------------------------------------


def read_evidence(results: Results, question: Question) -> Evidence:
    """The cases of a question out of the stored runs; BadInput where the study cannot answer it."""
    design = from_table(results.design, results.manifest["design"])
    _check(results, question, design)
    runs = results.read(["design_point", "replicate", question.outcome, "status", "error"])
    runs = runs.sort_values(["design_point", "replicate"], kind="stable")
    replicates = int(results.manifest["replicates"])
    arms = _arms(question)
    wanted = runs[np.isin(design.arm_of(runs["design_point"].to_numpy()), arms)]
    failed = wanted[wanted["status"] != "ok"]
    if len(failed) and not question.leave_out_failed:
        raise Unanalysable(_refused(failed, len(wanted)))
    fine = design.by_arm((runs["status"] == "ok").to_numpy())[arms].all(axis=0)
    happened, known = _happened(design.by_arm(runs[question.outcome].to_numpy(dtype=float))[arms], question)
    without = fine & ~known
    if without.any() and question.missing is None:
        raise BadInput(_valueless(question, int(without.sum()), int(fine.sum())))
    counted = fine & known if question.missing == "out" else fine
    cases = _cases(design, question, happened & counted, counted)
    told = failed[["design_point", "replicate", "error"]].reset_index(drop=True)
    return Evidence(cases, design, told, len(wanted), int(without.sum()), replicates)


def _arms(question: Question) -> list[int]:
    return {"with": [0], "without": [1], "gain": [0, 1]}[question.arm]


def _happened(values: NDArray[np.float64], question: Question) -> tuple[Bools, Bools]:
    """Whether it happened in each run or pair, and whether that is known, shape (draws, replicates)."""
    known = np.isfinite(values)
    if question.above is not None:
        happens = values > question.above
    elif question.below is not None:
        happens = values < question.below
    else:
        happens = values == 1.0
    happens = np.where(known, happens, question.missing == "yes")
    return happens[0] & ~happens[1] if question.arm == "gain" else happens[0], known.all(axis=0)


def _refused(failed: pd.DataFrame, runs: int) -> str:
    first = failed.iloc[0]
    return (
        f"{len(failed)} of {runs} runs failed (the first: design point {first['design_point']}, replicate "
        f"{first['replicate']}: {first['error']}); leave them out knowingly with --leave-out-failed"
    )


def _valueless(question: Question, without: int, runs: int) -> Problem:
    expected = (
        f"has no value in {without} of {runs} runs; say how these count: --missing no (it does not happen), yes, or "
        "out (left out)"
    )
    return Problem("--outcome", 0, question.outcome, "", expected)


def _cases(design: Design, question: Question, happened: Bools, counted: Bools) -> Cases:
    """Points with a run that counts, along the factors that vary."""
    runs = counted.sum(axis=1).astype(float)
    some = runs > 0
    codes, paths = design.codes()[design.active][some], design.paths
    block = _block(design)
    chosen = [k for k in _columns(design, question) if len(codes) and np.ptp(codes[:, k]) > 0.0]
    if not chosen:
        expected = "its factors never vary; conditions need a study of several situations, such as `alliance sweep`"
        raise BadInput(Problem("RESULTS", 0, "", "", expected))
    axes = tuple(_axis(paths[k], codes[:, k]) for k in chosen)
    group = (np.arange(design.draws) // block)[some]
    return Cases(axes, codes[:, chosen], happened.sum(axis=1).astype(float)[some], runs[some], group)


def _block(design: Design) -> int:
    """How many points in a row share values and hang together: those of one base sample, or one."""
    if design.block:
        return design.block
    samples = int(design.settings.get("samples", 0))
    return design.draws // samples if design.kind in ("sobol", "morris") and samples else 1


def _axis(path: str, codes: NDArray[np.float64]) -> Axis:
    ends: dict[str, Any] = {"low": float(codes.min()), "high": float(codes.max())}
    if path == COMPOSITION:
        return Axis(path, whole=True, **ends)
    parameter = PARAMETERS[path]
    names = parameter.choice_names if parameter.type == "choice" else ()
    names = ("False", "True") if parameter.type == "boolean" else tuple(names)
    return Axis(path, whole=parameter.type == "integer", names=names, **ends)


def _columns(design: Design, question: Question) -> list[int]:
    """The columns of the factors that may stand in conditions: all that the study varied, or those that were named.

    The weights of kinds, by which a composition is drawn, stand in conditions only where they are named: they are many,
    and their sum is fixed. The number of a set of coefficients is a name, which has no range.
    """
    kept = [k < len(design.factors) or path == COMPOSITION for k, path in enumerate(design.paths)]
    usual = [k for k, path in enumerate(design.paths) if kept[k] and path != COEFFICIENTS]
    if question.factors is None:
        return usual
    if question.factors in ROLES:
        role = ROLES[question.factors]
        return [k for k in usual if _role(design.paths[k]) == role]
    return _named(design, [part.strip() for part in question.factors.split(",") if part.strip()])


def _role(path: str) -> str:
    """The role of a factor; founders drawn as a whole are the alliance's choice, weights only how to draw them."""
    return PARAMETERS[path].role if path in PARAMETERS else "lever" if path == COMPOSITION else ""


def _named(design: Design, names: Sequence[str]) -> list[int]:
    paths = [name if name in design.paths else full_path(name) for name in names]
    unknown = [
        Problem("--factors", 0, name, "", "this study did not vary it", closest(name, design.paths) or "")
        for name, path in zip(names, paths, strict=True)
        if path not in design.paths
    ]
    if unknown or not paths:
        raise BadInput(unknown or [Problem("--factors", 0, "", "", "expected levers, contexts, coefficients or names")])
    return [design.paths.index(str(path)) for path in dict.fromkeys(paths)]


def _check(results: Results, question: Question, design: Design) -> None:
    """Raise BadInput with everything that the study cannot answer."""
    problems = _outcome_problems(question)
    if question.arm != "with" and not design.twin:
        expected = "this study has no runs without the alliance; `alliance sweep --twin` makes them"
        problems.append(Problem("--arm", 0, "", question.arm, expected))
    elif question.arm != "with" and question.outcome in OUTCOMES and OUTCOMES[question.outcome].group not in ALONE:
        expected = f"{question.outcome} says nothing where there is no alliance"
        problems.append(Problem("--arm", 0, "", question.arm, expected))
    if not design.paths:
        expected = "nothing was varied; conditions need a study of several situations, such as `alliance sweep`"
        problems.append(Problem(results.root.as_posix(), 0, "", "", expected))
    if problems:
        raise BadInput(problems)


def _outcome_problems(question: Question) -> list[Problem]:
    name = question.outcome
    if name not in OUTCOMES:
        return [Problem("--outcome", 0, "", name, "no such outcome", closest(name, OUTCOMES) or "")]
    if name in NAMES_ONLY:
        return [Problem("--outcome", 0, "", name, "its numbers are names; expected an outcome that is more or less")]
    if question.above is not None and question.below is not None:
        return [Problem("--below", 0, "", f"{question.below:g}", "expected --above or --below, not both")]
    limits = [limit for limit in (question.above, question.below) if limit is not None]
    if not limits and name not in YES_OR_NO:
        return [Problem("--outcome", 0, "", name, "is a number; say from where on it counts: --above X or --below X")]
    if not all(math.isfinite(limit) for limit in limits):
        return [Problem("--above/--below", 0, "", f"{limits[0]:g}", "expected a finite number")]
    return []


# Telling ------------------------------------------------------------------------------------------------------------


def _asked(question: Question) -> dict[str, Any]:
    names = ("outcome", "above", "below", "arm", "factors", "seed", "leave_out_failed", "missing")
    return {name: getattr(question, name) for name in names}


def _versions() -> dict[str, str]:
    return {name: version(name) for name in ("alliance-lab", "numpy", "scipy", "scikit-learn", "pandas")}


def _runs_hash(results: Results) -> str:
    """One hash of all runs: of the checksums of their chunks."""
    sums = results.manifest["checksums"]
    return fingerprint({name: each for name, each in sums.items() if name.startswith("chunks/")})


def answer(results: Results, question: Question, evidence: Evidence, found: Findings) -> dict[str, Any]:
    """What was found, as plain data with a stable shape."""
    cases, manifest = evidence.cases, results.manifest
    lack = None if found.lack is None else {"reason": found.lack[0], **found.lack[1]}
    return {
        "job": "discover",
        "study": manifest["study"],
        "source": {"study_hash": manifest["study_hash"], "runs_hash": _runs_hash(results)},
        **_asked(question),
        "points": len(cases),
        "groups": cases.groups,
        "replicates": evidence.replicates,
        "runs": int(cases.runs.sum()),
        "happened": int(cases.hits.sum()),
        "rate": _share(found.rate),
        "failed": len(evidence.failed),
        "failures": evidence.failed.head(NAMED_FAILURES).to_dict("records"),
        "without_value": evidence.without_value,
        "factors": [axis.path for axis in cases.axes],
        "finding_points": int(found.finding.sum()),
        "judging_points": int((~found.finding).sum()),
        "lack": lack,
        "boxes": [_box(cases, one) for one in found.boxes],
        "tree": None if found.tree is None else _tree(cases, found.tree),
        "scores": [] if found.scores is None else [_score(row) for row in found.scores.to_dict("records")],
        "skill": None if found.skill is None else _skill(found.skill),
    }


def _plain(value: Any) -> Any:
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _share(share: Share) -> dict[str, Any]:
    return {"estimate": _plain(share.estimate), "interval": [_plain(share.low), _plain(share.high)]}


def _limits(cases: Cases, box: Any) -> dict[str, Any]:
    """The limits of a box by path: ends of numbers (null where open), or the names kept."""
    told: dict[str, Any] = {}
    for k in box.axes:
        axis, kept = cases.axes[k], box.kept[k]
        ends = {"low": _plain(box.low[k]), "high": _plain(box.high[k])}
        told[axis.path] = ends if kept is None else {"kept": [axis.names[code] for code in sorted(kept)]}
    return told


def _box(cases: Cases, one: Found) -> dict[str, Any]:
    pairs = zip(one.box.restrictions, one.quasi_p, one.reproduced, strict=True)
    gap = one.judging.difference
    return {
        "limits": _limits(cases, one.box),
        "restrictions": [
            {"factor": cases.axes[each.axis].path, "end": each.end, "quasi_p": p, "reproduced": again}
            for each, p, again in pairs
        ],
        "finding": _judged(one.finding),
        "judging": _judged(one.judging) | {"p_value": one.p_value},
        "difference": {"estimate": _plain(gap[0]), "interval": [_plain(gap[1]), _plain(gap[2])]},
        "confirmed": one.confirmed,
    }


def _judged(part: Judged) -> dict[str, Any]:
    shares = {name: _share(getattr(part, name)) for name in ("density", "outside", "coverage", "mass")}
    return shares | {"lift": _plain(part.lift)}


def _tree(cases: Cases, tree: Node) -> dict[str, Any]:
    leaves = [
        {"limits": _limits(cases, leaf.box), "finding": _plain(leaf.finding), "judging": _share(leaf.judging),
         "mass": _plain(leaf.mass)}
        for leaf in tree.leaves()
    ]  # fmt: skip
    return {"depth": tree.depth, "leaves": leaves}


def _score(row: Mapping[Any, Any]) -> dict[str, Any]:
    told = {name: _plain(value) for name, value in row.items() if name not in ("low", "high")}
    return told | {"interval": [_plain(row["low"]), _plain(row["high"])]}


def _skill(skill: Skill) -> dict[str, Any]:
    return {
        "auc": {"estimate": _plain(skill.auc[0]), "interval": [_plain(each) for each in skill.auc[1:]]},
        "brier": _plain(skill.brier),
        "brier_base": _plain(skill.base),
        "skill": {"estimate": _plain(skill.skill[0]), "interval": [_plain(each) for each in skill.skill[1:]]},
        "most": _plain(skill.most),
        "called": called(skill).removeprefix("skill_"),
    }


def tables(cases: Cases, found: Findings) -> dict[str, pd.DataFrame]:
    """What was found as tables: boxes, their restrictions, the paths they were chosen from, leaves, scores."""
    if found.lack is not None:
        return {}
    made = {
        "boxes": pd.DataFrame(_box_rows(found.boxes), columns=_BOX_COLUMNS),
        "restrictions": pd.DataFrame(_restriction_rows(cases, found.boxes), columns=_RESTRICTION_COLUMNS),
        "paths": paths_of(cases, found),
    }
    assert found.tree is not None and found.scores is not None
    return made | {"leaves": _leaf_rows(cases, found.tree), "scores": found.scores}


def failures(evidence: Evidence) -> dict[str, pd.DataFrame]:
    """Every run that failed, by name, where there is one."""
    return {FAILURES: evidence.failed} if len(evidence.failed) else {}


_MEASURES = ("density", "outside", "coverage", "mass")
_BOX_COLUMNS = ["box", "half", *(f"{name}{end}" for name in _MEASURES for end in ("", "_low", "_high")), "lift",
                "confirmed"]  # fmt: skip
_RESTRICTION_COLUMNS = ["box", "factor", "end", "limit", "kept", "quasi_p", "reproduced"]


def _box_rows(boxes: Sequence[Found]) -> list[dict[str, Any]]:
    rows = []
    for number, one in enumerate(boxes, start=1):
        for half, part in (("finding", one.finding), ("judging", one.judging)):
            row: dict[str, Any] = {"box": number, "half": half, "lift": part.lift, "confirmed": one.confirmed}
            for name in _MEASURES:
                share = getattr(part, name)
                row |= {name: share.estimate, f"{name}_low": share.low, f"{name}_high": share.high}
            rows.append(row)
    return rows


def _restriction_rows(cases: Cases, boxes: Sequence[Found]) -> list[dict[str, Any]]:
    rows = []
    for number, one in enumerate(boxes, start=1):
        for each, p, again in zip(one.box.restrictions, one.quasi_p, one.reproduced, strict=True):
            axis, limit = cases.axes[each.axis], one.box.limit(each)
            kept = "|".join(axis.names[code] for code in sorted(limit)) if isinstance(limit, frozenset) else ""
            value = math.nan if isinstance(limit, frozenset) else limit
            row = {"box": number, "factor": axis.path, "end": each.end, "limit": value, "kept": kept}
            rows.append(row | {"quasi_p": p, "reproduced": again})
    return rows


def paths_of(cases: Cases, found: Findings) -> pd.DataFrame:
    """Coverage and density of every step that led to a box, on both halves; `chosen` marks the box itself."""
    left, parts = np.ones(len(cases), dtype=bool), []
    for number, one in enumerate(found.boxes, start=1):
        for half, mask in (("finding", found.finding), ("judging", ~found.finding)):
            some = cases.take(left & mask)
            points = path_points(some, cases.take(mask), (*one.path, one.box))
            limited = [len(box.axes) for box in (*one.path, one.box)]
            table = pd.DataFrame(points, columns=["coverage", "density"]).assign(factors=limited)
            chosen = np.arange(len(table)) == len(one.path)
            parts.append(table.assign(box=number, half=half, step=np.arange(len(table)), chosen=chosen))
        left &= ~one.box.contains(cases.values)
    columns = ["box", "half", "step", "factors", "coverage", "density", "chosen"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def _leaf_rows(cases: Cases, tree: Node) -> pd.DataFrame:
    rows = []
    for number, leaf in enumerate(tree.leaves(), start=1):
        limits = "; ".join(f"{path}: {limit}" for path, limit in _limits(cases, leaf.box).items())
        share = leaf.judging
        rows.append({"leaf": number, "limits": limits, "finding": leaf.finding, "judging": share.estimate,
                     "judging_low": share.low, "judging_high": share.high, "mass": leaf.mass})  # fmt: skip
    return pd.DataFrame(rows)


def draw(cases: Cases, found: Findings, lang: str) -> dict[str, dict[str, bytes]]:
    """Every figure as PNG and SVG, by the part of the name that is its own."""
    if found.lack is not None:
        return {}
    assert found.tree is not None and found.scores is not None
    made = {"scores": pictures(scores_figure(found.scores, lang))}
    if found.tree.branches:
        made["tree"] = pictures(tree_figure(found.tree, cases.axes, lang))
    order, paths, left = list(found.scores["factor"]), paths_of(cases, found), np.ones(len(cases), dtype=bool)
    for number, one in enumerate(found.boxes, start=1):
        some = cases.take(left)
        made[f"box-{number}"] = pictures(box_figure(some, one.box, order, lang))
        made[f"path-{number}"] = pictures(path_figure(paths[paths["box"] == number], some.rate, lang))
        if len(cases.axes) > 1:
            first, second = _leading(cases, one, order)
            made[f"pair-{number}"] = pictures(pair_figure(some, one.box, first, second, lang))
        left &= ~one.box.contains(cases.values)
    return made


def _leading(cases: Cases, one: Found, order: Sequence[str]) -> list[str]:
    """The two factors by which a box is shown: those it limits, by score, then others."""
    limited = {cases.axes[k].path for k in one.box.axes}
    return sorted(order, key=lambda path: (path not in limited, order.index(path)))[:2]


def _told(
    root: Path, results: Results, question: Question, evidence: Evidence, found: Findings, lang: str
) -> tuple[Discovered, dict[str, dict[str, bytes]]]:
    """All that the page tells, and the figures."""
    cases, design = evidence.cases, evidence.design
    figures = draw(cases, found, lang)
    facts = {
        "points": len(cases),
        "runs": int(cases.runs.sum()),
        "finding": int(found.finding.sum()),
        "judging": int((~found.finding).sum()),
        "failed": len(evidence.failed),
        "looked_at": evidence.looked_at,
        "replicates": evidence.replicates,
        "without_value": evidence.without_value,
    }
    told = Discovered(
        title=stored_study(root).scenario.title, event=question.event, axes=cases.axes, rate=found.rate, facts=facts,
        lack=found.lack, boxes=found.boxes, tree=found.tree, scores=found.scores, skill=found.skill,
        pictures={name: files["png"] for name, files in figures.items()},
        provenance=provenance(results, question, lang), drawn=design.kind != LISTED, own_chance=design.own_chance,
        missing=question.missing or "", failures=f"analysis/{question.name}-{FAILURES}.csv",
    )  # fmt: skip
    return told, figures


def provenance(results: Results, question: Question, lang: str) -> list[tuple[str, str]]:
    """What a reader needs to check and to repeat the search."""
    manifest = results.manifest
    facts = {
        "study": manifest["study"],
        "source_study": manifest["study_hash"],
        "source_runs": _runs_hash(results),
        "code": CODE_HASH,
        "found_by": ", ".join(f"{name} {each}" for name, each in _versions().items()),
        "seed": str(question.seed),
        "repeat": " ".join(["alliance discover", manifest["study"], *question.words()]),
    }
    return [(phrase(key, lang), text) for key, text in facts.items()]
