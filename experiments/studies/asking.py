"""What a study asks: read from a file or a command, checked at once, and said back as plain data."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from experiments.analysis.statistics import FEWEST, STATISTICS
from experiments.designs import (
    COEFFICIENTS,
    COMPOSITION,
    Design,
    Factor,
    as_csv,
    checked_composition,
    checked_factors,
    checked_sets,
    grid_size,
    listed,
    read_sets,
)
from experiments.designs.dependence import Pair
from experiments.designs.design import Group
from experiments.designs.sobol import blank
from experiments.methods import METHODS
from experiments.studies.study import LAID, REPLICATES, SCHEMA_VERSION, Study
from sim.errors import BadInput, Problem
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS, full_path, nearest
from sim.scenario import load_scenario, refused_factor, shipped_scenarios
from sim.scenario.building import build
from sim.scenario.finding import shipped_folder
from sim.scenario.levers import READERS
from sim.scenario.merging import gather_inside
from sim.scenario.nodes import Listing, Node, Place, Scalar, Table, join, read_nodes
from sim.scenario.reading import NodeReader, Reading, by_name, listing, read_entries, scalar, table
from sim.scenario.structure import Scenario
from sim.scenario.values import choice, closest, number, text, truth

UNTIL, MOST_DOUBLINGS = ("stable",), 5
JOBS = ("sensitivity", "replicates", "sweep")
OPTIONS = {"factors": "--factors", "outcomes": "--outcome", "groups": "--groups"}
MOST_SAMPLES, MOST_REPLICATES, MOST_SEED = 2**20, 1_000_000, 2**63 - 1
MOST_RUNS = 1_000_000_000
SWEEP_SAMPLES = {"lhs": 500, "sobol": 512, "random": 500, "grid": 3}
SWEEP_REPLICATES = 4
FIRST_FACTORS = (
    "alliance.meeting_interval", "context.member_hours", "context.member_money", "context.initial_trust",
    "alliance.insider_share", "alliance.co_chair_skill", "alliance.transparency", "alliance.goal_ambition",
    "context.government_openness", "context.controversy", "context.opposition_strength", "context.initial_agreement",
)  # fmt: skip
FIRST_OUTCOMES = (
    "policy_changed", "stage_reached", "implementation", "trust_mean", "members_final", "legitimacy",
)  # fmt: skip


@dataclass(slots=True)
class Words:
    """What was said of a study, not yet complete: usable values by key, the line of every key, and what is wrong."""

    file: str
    name: str
    scenario: Scenario
    problems: list[Problem] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    folder: Path = Path()


_FACTOR = table(
    {
        "low": scalar(number(-1e12, 1e12)),
        "high": scalar(number(-1e12, 1e12)),
        "distribution": scalar(choice(("linear", "log", "uniform", "lognormal"))),
        "median": scalar(number(0.0, 1e12)),
        "sigma": scalar(number(0.0, 100.0)),
        "choices": listing(scalar(text()), 100, "name two choices or more"),
    }
)


def _factor(node: Node, key: str, reading: Reading) -> dict[str, Any] | None:
    """What is said of a factor; nothing at all means as declared."""
    if isinstance(node, Scalar) and node.text in ("", "~", "null"):
        return {}
    found: dict[str, Any] | None = _FACTOR(node, key, reading)
    return found


def _factors(node: Node, key: str, reading: Reading) -> dict[str, Any] | None:
    """Factors as a mapping of paths to ranges, or as a list of paths with their declared ranges."""
    if isinstance(node, Listing):
        names = listing(scalar(text()), 1000, "name one factor or more")(node, key, reading)
        return None if names is None else {name: {} for name in names}
    found: dict[str, Any] | None = by_name(scalar(text()), _factor)(node, key, reading)
    return found


def settings_by_path(node: Node, key: str, reading: Reading) -> dict[str, Any] | None:
    """Values of parameters by dotted path."""
    if not isinstance(node, Table):
        reading.refuse(node, key, "expected parameters with values, such as alliance.founders: 8")
        return None
    found = {}
    for name, entry in node.entries.items():
        path = full_path(name)
        if path is None:
            reading.report(entry.place, join(key, name), "", "no such parameter", nearest(name))
            continue
        value = READERS[path](entry.node, join(key, name), reading)
        reading.refer("parameter", path, entry.place, join(key, name))
        if value is not None:
            found[path] = value
    return found


def _as_it_stands(node: Node, key: str, reading: Reading) -> Node:
    """A scenario of its own, read once its file is known."""
    return node


_SETS = table(
    {
        "name": scalar(text()),
        "paths": listing(scalar(text()), 1000, "name one coefficient or more"),
        "sets": listing(listing(scalar(number(-1e12, 1e12)), 1000, "give a value a coefficient"), 10_000, "give sets"),
    },
    required=("name", "paths", "sets"),
)


def _sets(node: Node, key: str, reading: Reading) -> Any:
    """Sets of coefficients: the name of a file, or all of them as a study writes them down."""
    return scalar(text())(node, key, reading) if isinstance(node, Scalar) else _SETS(node, key, reading)


_ARM = table({"set": settings_by_path, "sectors": scalar(number(1, 8, whole=True)), "scenario": _as_it_stands})

FIELDS: dict[str, NodeReader] = {
    "schema_version": scalar(number(SCHEMA_VERSION, SCHEMA_VERSION, whole=True)),
    "name": scalar(text()),
    "title": scalar(text()),
    "job": scalar(choice(JOBS)),
    "method": scalar(choice(tuple(METHODS))),
    "statistic": scalar(choice(STATISTICS)),
    "dependence": by_name(scalar(text()), scalar(number(-1.0, 1.0))),
    "groups": by_name(scalar(text()), listing(scalar(text()), 1000, "name one factor or more")),
    "design": scalar(text()),
    "design_sha256": scalar(text()),
    "twin": scalar(truth),
    "samples": scalar(number(2, MOST_SAMPLES, whole=True)),
    "replicates": scalar(number(1, MOST_REPLICATES, whole=True)),
    "seed": scalar(number(0, MOST_SEED, whole=True)),
    "second_order": scalar(truth),
    "until": scalar(choice(UNTIL)),
    "most": scalar(number(2, MOST_SAMPLES, whole=True)),
    "factors": _factors,
    "outcomes": listing(scalar(text()), 200, "name one outcome or more"),
    "arms": by_name(scalar(text()), _ARM),
    COEFFICIENTS: _sets,
}


def find_study(said: str | os.PathLike[str]) -> Path | None:
    """The study file behind a path or the name of a shipped study; None if it is a scenario or nothing."""
    for path in (Path(said), shipped_folder() / "studies" / f"{os.fspath(said)}.yaml"):
        if path.is_file() and _is_study(path):
            return path
    return None


def _is_study(path: Path) -> bool:
    """A study is told from a scenario by its key `scenario`."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return any(line.startswith("scenario:") for line in lines)


def read_words(config: str | os.PathLike[str]) -> Words:
    """What a file says: a study file, or a scenario (a file or a shipped name), which says nothing else.

    Raises BadInput where no scenario can be had; other problems are kept for `study_of`.
    """
    path = find_study(config)
    if path is None:
        return Words(os.fspath(config), _short(config), load_scenario(config))
    return _read_study(path, os.fspath(config) if Path(config) == path else path.name)


def _short(config: str | os.PathLike[str]) -> str:
    return Path(config).name.split(".")[0] or "study"


def _read_study(path: Path, shown: str) -> Words:
    tree, problems = read_nodes(path.read_bytes(), shown)
    if tree is None:
        raise BadInput(problems)
    reading, entry = Reading(), tree.entries.pop("scenario", None)
    if entry is None:
        raise BadInput(Problem(shown, tree.place.line, "scenario", "", "missing; expected `scenario:` here"))
    values = read_entries(tree, "", FIELDS, reading)
    scenario, found = told_scenario(entry.node, path)
    problems += reading.problems + found
    if scenario is None:
        raise BadInput(sorted(problems, key=lambda problem: problem.line))
    return Words(shown, path.stem, scenario, problems, values, dict(_lines(tree, "")), path.parent)


def told_scenario(node: Node, teller: Path) -> tuple[Scenario | None, list[Problem]]:
    """The scenario that a study names (a path seen from the study, or a shipped name) or holds in full."""
    if isinstance(node, Table):
        whole, problems = gather_inside(node, teller)
        return (None, problems) if problems else build(whole, teller.stem)
    said = node.text if isinstance(node, Scalar) else ""
    try:
        beside = teller.parent / said
        return load_scenario(beside if said and beside.is_file() else said), []
    except BadInput as error:
        return None, [_told(problem, node, said, teller) for problem in error.problems]


def _told(problem: Problem, node: Node, said: str, teller: Path) -> Problem:
    """A problem with a scenario that is not there, told at the line that names it; others at their own place."""
    if problem.file != said or problem.line:
        return problem
    expected = "expected the path of a scenario, or a shipped name: " + ", ".join(sorted(shipped_scenarios()))
    return Problem(node.place.file, node.place.line, "scenario", said, expected, problem.nearest)


def _lines(node: Node, key: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, Table):
        for name, entry in node.entries.items():
            yield join(key, name), entry.place.line
            yield from _lines(entry.node, join(key, name))


def study_of(words: Words, **said: Any) -> Study:
    """The complete study: what a file says, what a command says on top (`method`, `samples`, `factors` …), defaults.

    Raises BadInput with every problem found, at the line of the file where there is one.
    """
    said = {key: value for key, value in said.items() if value is not None}
    values = words.values | said
    if "arms" in values:
        expected = "a study of several arms: run it with `alliance sweep`, or one arm from its own study.yaml"
        raise BadInput(Problem(words.file, words.lines.get("arms", 0), "arms", "", expected))
    job = values.get("job", "sweep" if "design" in values else "sensitivity")
    study = Study(str(values.get("name", words.name)), words.scenario, job, seed=values.get("seed", 1))
    if job == "replicates":
        if words.problems:
            raise BadInput(words.problems)
        runs, samples = values.get("replicates", 100), values.get("samples", 1)
        study = dataclasses.replace(study, method="", samples=samples, replicates=runs)
    else:
        study = (_sweep if job == "sweep" else _sensitivity)(study, words, values, said)
    return with_coefficients(study, values.get(COEFFICIENTS), words, said)


def with_coefficients(
    study: Study, asked: str | Mapping[str, Any] | None, words: Words, said: Mapping[str, Any] | None = None
) -> Study:
    """The study with sets of coefficients as one more factor, where a file or a command asks for it.

    Raises BadInput where the sets cannot be read, or a factor or a table decides a coefficient that they hold.
    """
    if asked is None:
        return study
    teller = "--coefficients" if said and COEFFICIENTS in said else words.file
    if isinstance(asked, str):
        sets = read_sets(asked, Path() if teller == "--coefficients" else words.folder)
    else:
        sets = checked_sets(asked["name"], asked["paths"], asked["sets"], words.file)
    line = 0 if teller == "--coefficients" else words.lines.get(COEFFICIENTS, 0)
    expected = "drawn by the sets of coefficients and varied beside them; leave one of the two out"
    key = "" if teller == "--coefficients" else COEFFICIENTS
    problems = [Problem(teller, line, key, one.path, expected) for one in study.factors if one.path in sets.paths]
    if study.table is not None or study.method == "grid":
        expected = "needs a design that draws: sets are drawn, not listed"
        problems.append(Problem(teller, line, key, study.method, expected))
    if problems:
        raise BadInput(problems)
    return dataclasses.replace(study, factors=(*study.factors, sets))


def _sensitivity(study: Study, words: Words, values: Mapping[str, Any], said: Mapping[str, Any]) -> Study:
    method = METHODS[values.get("method", "sobol")]
    tellers = _tellers(words, said, "factors")
    asked, problems = dict(_asked_factors(values.get("factors"), study.scenario)), list(words.problems)
    found, parts = _checked_parts(tellers, asked, study.scenario, method.composes, _composing_methods())
    problems += found
    outcomes = tuple(values.get("outcomes") or [name for name in FIRST_OUTCOMES if name in OUTCOMES])
    problems += _outcome_problems(_tellers(words, said, "outcomes"), outcomes)
    complete = dataclasses.replace(
        study,
        method=method.name,
        samples=values.get("samples", method.samples),
        replicates=values.get("replicates", REPLICATES),
        second_order=method.second_order and values.get("second_order", False),
        statistic=values.get("statistic", "mean"),
        until=values.get("until", ""),
        outcomes=outcomes,
        **parts,
    )
    complete, found = _growing(words, values, complete)
    problems += found
    found, pairs = _dependence(words, values.get("dependence"), complete)
    complete = dataclasses.replace(complete, dependence=pairs)
    problems += found
    found, groups = _groups(_tellers(words, said, "groups"), values.get("groups"), complete)
    complete = dataclasses.replace(complete, groups=groups)
    problems += found + _replicate_problems(words, complete)
    if not problems:
        problems += _size_problems(words, complete) or _design_problems(words, complete)
    if problems:
        raise BadInput(sorted(problems, key=lambda problem: problem.line))
    return complete


def _design_problems(words: Words, study: Study) -> list[Problem]:
    """What only laying the design tells; large ones are laid with few samples."""
    fewest = METHODS[study.method].fewest
    try:
        dataclasses.replace(study, samples=min(study.samples, max(fewest, 64))).design()
    except BadInput as error:
        return [_placed(problem, words) for problem in error.problems]
    return []


def _dependence(
    words: Words, asked: Mapping[str, float] | None, study: Study
) -> tuple[list[Problem], tuple[Pair, ...]]:
    """Pairs of factors that are drawn together, `A ~ B` with their rank correlation, and all that is wrong."""
    problems, pairs = [], []
    varied = [one.path for one in study.factors]
    for name, rho in (asked or {}).items():
        key, ends = f"dependence.{name}", [each.strip() for each in name.split("~")]
        if len(ends) != 2 or not all(ends):
            problems.append(Problem(words.file, 0, key, "", "expected A ~ B: a rank correlation"))
            continue
        paths = [full_path(each) or each for each in ends]
        for each, path in zip(ends, paths, strict=True):
            if path not in varied:
                near = closest(path, varied)
                problems.append(Problem(words.file, 0, key, each, "not one of the factors of this study", near))
        pairs.append((paths[0], paths[1], float(rho)))
    if asked and not METHODS[study.method].dependent:
        able = ", ".join(name for name, each in METHODS.items() if each.dependent)
        expected = f"needs factors that do not depend on each other; methods that do not: {able}"
        problems.append(Problem(words.file, 0, "dependence", study.method, expected))
    return [_placed(problem, words) for problem in problems], () if problems else tuple(pairs)


def _growing(words: Words, values: Mapping[str, Any], study: Study) -> tuple[Study, list[Problem]]:
    """How far samples may be doubled, and what is wrong with the wish to do so."""
    if not study.until:
        alone = Problem(words.file, 0, "most", str(values.get("most")), "expected only with until: stable")
        return study, [_placed(alone, words)] if "most" in values else []
    study = dataclasses.replace(study, most=values.get("most", study.samples * 2**MOST_DOUBLINGS))
    problems = []
    if not METHODS[study.method].grows:
        able = ", ".join(name for name, each in METHODS.items() if each.grows)
        expected = f"its samples cannot be doubled without laying all anew; methods that can: {able}"
        problems.append(Problem(words.file, 0, "until", study.method, expected))
    if study.most < study.samples:  # less than twice as many is a study that has grown as far as it may
        expected = f"expected at least the samples to begin with ({study.samples}), and twice as many to grow"
        problems.append(Problem(words.file, 0, "most", str(study.most), expected))
    return study, [_placed(problem, words) for problem in problems]


def _composing_methods() -> str:
    return "expected a method that can: " + ", ".join(name for name, each in METHODS.items() if each.composes)


def _replicate_problems(words: Words, study: Study) -> list[Problem]:
    fewest = FEWEST[study.statistic]
    if study.replicates >= fewest:
        return []
    expected = f"expected {fewest} or more, as {study.statistic} over replicates is asked"
    return [_placed(Problem(words.file, 0, "replicates", str(study.replicates), expected), words)]


def _groups(words: Words, asked: Mapping[str, Any] | None, study: Study) -> tuple[list[Problem], tuple[Group, ...]]:
    """Groups of factors by name, and all that is wrong with them."""
    if not asked:
        return [], ()
    problems: list[Problem] = []
    if not METHODS[study.method].groups:
        able = ", ".join(name for name, each in METHODS.items() if each.groups)
        problems.append(
            Problem(words.file, 0, "groups", study.method, f"tells no groups apart; methods that do: {able}")
        )
    varied = [one.path for one in study.factors] + ([COMPOSITION] if study.composition else [])
    made: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    for name, members in asked.items():
        paths = [full_path(each) or each for each in members]
        for each, path in zip(members, paths, strict=True):
            key = f"groups.{name}"
            if path not in varied:
                near = closest(path, varied)
                problems.append(Problem(words.file, 0, key, each, "not one of the factors of this study", near))
            elif path in seen:
                problems.append(Problem(words.file, 0, key, each, "named in two groups, or twice"))
            seen.add(path)
        if full_path(name) is not None or name == COMPOSITION:
            problems.append(Problem(words.file, 0, f"groups.{name}", "", "the name of a parameter; choose another"))
        made[name] = tuple(paths)
    return [_placed(problem, words) for problem in problems], tuple(made.items())


def _sweep(study: Study, words: Words, values: Mapping[str, Any], said: Mapping[str, Any]) -> Study:
    asked, problems = dict(_asked_factors(values.get("factors"), study.scenario)), list(words.problems)
    tellers = _tellers(words, said, "factors")
    outcomes = tuple(values.get("outcomes") or [name for name in FIRST_OUTCOMES if name in OUTCOMES])
    problems += _outcome_problems(_tellers(words, said, "outcomes"), outcomes, optional=True)
    chosen = str(values.get("design", "lhs"))
    complete = dataclasses.replace(
        study,
        method=chosen if chosen in SWEEP_SAMPLES else "listed",
        samples=values.get("samples", SWEEP_SAMPLES.get(chosen, 1)),
        replicates=values.get("replicates", SWEEP_REPLICATES),
        outcomes=outcomes,
        twin=values.get("twin", False),
    )
    if complete.method == "listed":
        found, table = _table(chosen, words, said, study.scenario)
        if "factors" in (said if "design" in said else values):
            expected = f"the columns of {chosen} are the factors; leave this out"
            found.append(Problem(tellers.file, tellers.lines.get("factors", 0), "factors", "", expected))
        complete = dataclasses.replace(complete, table=table, factors=table.factors if table else (), samples=1)
    elif values.get("factors") == {} and complete.method == "random":
        found, complete = [], dataclasses.replace(complete, factors=(), composition=None)  # chance alone varies
    else:
        drawn = "drawn as a whole: expected a design that draws (" + ", ".join(LAID) + ")"
        found, parts = _checked_parts(tellers, asked, study.scenario, complete.method in LAID, drawn)
        complete = dataclasses.replace(complete, **parts)
    problems += found
    if not problems:
        problems += _sweep_size(words, complete)
    if problems:
        raise BadInput(sorted(problems, key=lambda problem: problem.line))
    return complete


def _asked_factors(asked: Any, scenario: Scenario) -> Mapping[str, Any]:
    """The factors that were asked for, or those that a study varies first."""
    if asked is not None:
        return dict(asked)
    return {path: {} for path in FIRST_FACTORS if refused_factor(scenario, path) is None}


def _checked_parts(
    words: Words, asked: dict[str, Any], scenario: Scenario, composes: bool, expected: str
) -> tuple[list[Problem], dict[str, Any]]:
    """The single factors and the composition of a study, and all that is wrong with them.

    `composes` says whether this design can draw founders as a whole; `expected` what to say where it cannot.
    """
    single_ones = {name: each for name, each in asked.items() if name != COMPOSITION}
    problems: list[Problem] = []
    parts: dict[str, Any] = {"composition": None}
    if COMPOSITION in asked:
        found, parts["composition"] = checked_composition(asked[COMPOSITION], single_ones, scenario)
        if not composes:
            found.append(Problem("factors", 0, f"factors.{COMPOSITION}", "", expected))
        problems += [_placed(problem, words) for problem in found]
    if single_ones or not asked:
        found, parts["factors"] = _checked(words, single_ones, scenario)
        problems += found
    return problems, parts


def _table(
    chosen: str, words: Words, said: Mapping[str, Any], scenario: Scenario
) -> tuple[list[Problem], Design | None]:
    """The design that a CSV file lists: seen from the study file, or from the working folder for `--design`."""
    teller = Problem("--design" if "design" in said else words.file, words.lines.get("design", 0), "design", chosen, "")
    if "design" in said:
        teller = dataclasses.replace(teller, line=0, key="")
    if not chosen.endswith(".csv"):
        names = ", ".join(SWEEP_SAMPLES)
        expected = f"expected {names} or the path of a CSV file"
        return [dataclasses.replace(teller, expected=expected, nearest=closest(chosen, SWEEP_SAMPLES))], None
    path = Path(chosen) if "design" in said else words.folder / chosen
    try:
        table = listed(path, scenario, chosen)
    except BadInput as error:
        return list(error.problems), None
    wanted = words.values.get("design_sha256")
    if wanted and "design" not in said and hashlib.sha256(as_csv(table).encode()).hexdigest() != wanted:
        return [dataclasses.replace(teller, expected="not the table that the study was made with")], None
    return [], table


def _sweep_size(words: Words, study: Study) -> list[Problem]:
    points = grid_size(study.factors, study.samples) if study.method == "grid" else study.samples
    points = study.table.draws if study.table is not None else points
    return _too_many(words, points * study.replicates * (2 if study.twin else 1))


def _tellers(words: Words, said: Mapping[str, Any], key: str) -> Words:
    """Where a problem with a key belongs: to the file, or to the option of the command line that said it."""
    return dataclasses.replace(words, file=OPTIONS[key], lines={}) if key in said else words


def _checked(words: Words, asked: Any, scenario: Scenario) -> tuple[list[Problem], tuple[Factor, ...]]:
    try:
        return [], checked_factors(asked, scenario, words.file)
    except BadInput as error:
        return [_placed(problem, words) for problem in error.problems], ()


def _placed(problem: Problem, words: Words) -> Problem:
    """A problem at the line of its key, or of the nearest key above it; at its option on the command line."""
    key = problem.key
    if words.file in OPTIONS.values():
        return dataclasses.replace(problem, file=words.file, key=key.partition(".")[2])
    while key and key not in words.lines:
        key = key.rpartition(".")[0]
    return dataclasses.replace(problem, file=words.file, line=words.lines.get(key, 0))


def _outcome_problems(words: Words, outcomes: Sequence[str], *, optional: bool = False) -> list[Problem]:
    """What is wrong with the outcomes asked for; `optional` ones may be missing in some runs."""
    found = []
    for name in outcomes:
        if name not in OUTCOMES:
            found.append(Problem(words.file, 0, "outcomes", name, "no such outcome", closest(name, OUTCOMES)))
        elif OUTCOMES[name].optional and not optional:
            reason = "missing in some runs, so its variance cannot be shared out; choose an outcome that every run has"
            found.append(Problem(words.file, 0, "outcomes", name, reason))
    repeated = {name for name in outcomes if outcomes.count(name) > 1}
    found += [Problem(words.file, 0, "outcomes", name, "named more than once") for name in sorted(repeated)]
    return [_placed(problem, words) for problem in found]


def _size_problems(words: Words, study: Study) -> list[Problem]:
    bare = blank("", study.factors, study.groups, study.composition)
    if len(bare.parts) == 1 and bare.unit.shape[1] > 1:
        expected = "everything moves as one: expected two factors or groups at least, or nothing can be compared"
        return [_placed(Problem(words.file, 0, "factors", next(iter(bare.parts)), expected), words)]
    samples, method = max(study.samples, study.most), METHODS[study.method]
    points = method.cost(len(bare.parts), samples, study.second_order, study.dependence)
    return _too_many(words, points * study.replicates)


def _too_many(words: Words, runs: int) -> list[Problem]:
    if runs <= MOST_RUNS:
        return []
    expected = f"expected at most {MOST_RUNS} runs in all; take fewer samples, replicates or factors"
    return [_placed(Problem(words.file, 0, "samples", f"{runs} runs", expected), words)]


def varied(words: Words, factors: Mapping[str, Any] | None) -> list[str]:
    """Dotted paths of what a study varies: as a command line says, else its file, else what is varied first."""
    asked = _asked_factors(words.values.get("factors") if factors is None else factors, words.scenario)
    return [full_path(name) or name for name in asked]


def named_groups(said: str, factors: Sequence[str]) -> dict[str, list[str]]:
    """Groups as a command line names them: `roles`, or `name=path+path` with commas between groups.

    `roles` puts the levers, the contexts and the coefficients among the factors together.
    """
    if said == "roles":
        plural = {"lever": "levers", "context": "contexts", "coefficient": "coefficients"}
        found: dict[str, list[str]] = {}
        for path in factors:
            role = PARAMETERS[path].role if path in PARAMETERS else "lever"
            found.setdefault(plural[role], []).append(path)
        return found
    problems, groups = [], {}
    for part in (each.strip() for each in said.split(",") if each.strip()):
        name, sign, members = part.partition("=")
        paths = [each.strip() for each in members.split("+") if each.strip()]
        if not sign or not name.strip() or not paths:
            problems.append(Problem("--groups", 0, "", part, "expected roles, or NAME=FACTOR+FACTOR with commas"))
        elif name.strip() in groups:
            problems.append(Problem("--groups", 0, name.strip(), "", "named more than once"))
        groups[name.strip()] = paths
    if problems:
        raise BadInput(problems)
    return groups


def named_factors(said: str, scenario: Scenario) -> dict[str, dict[str, Any]]:
    """Factors as a command line names them: `all`, `levers`, `contexts`, `coefficients`, or paths with commas.

    A path may carry a range: `meeting_interval=1:6`, or choices: `decision_rule=majority|consensus`.
    """
    roles = {"all": None, "levers": "lever", "contexts": "context", "coefficients": "coefficient"}
    if said in roles:
        chosen = [p for p in PARAMETERS.values() if roles[said] in (None, p.role)]
        return {p.path: {} for p in chosen if refused_factor(scenario, p.path) is None}
    parts = [part.strip() for part in said.split(",") if part.strip()]
    groups = [(part, closest(part, roles)) for part in parts if full_path(part.partition("=")[0]) is None]
    meant = [Problem("--factors", 0, "", part, "no such group or parameter", group) for part, group in groups if group]
    if meant:
        raise BadInput(meant)
    pairs = [_ranged(part) for part in parts]
    repeated = sorted({name for name, _ in pairs if [n for n, _ in pairs].count(name) > 1})
    if repeated:
        raise BadInput([Problem("--factors", 0, name, "", "named more than once") for name in repeated])
    return dict(pairs)


def _ranged(part: str) -> tuple[str, dict[str, Any]]:
    name, _, span = part.partition("=")
    if not span:
        return name, {}
    if "|" in span:
        return name, {"choices": [each.strip() for each in span.split("|")]}
    low, _, high = span.partition(":")
    reading = Reading()
    ends = {end: scalar(number(-1e12, 1e12))(Scalar(Place("--factors"), raw.strip()), f"{name}.{end}", reading)
            for end, raw in (("low", low), ("high", high))}  # fmt: skip
    if reading.problems:
        raise BadInput(reading.problems)
    return name, ends
