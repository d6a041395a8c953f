"""`alliance sweep`: any design of experiments, with the base rates of change and what the alliance adds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alliance.cli.estimating import would_take
from alliance.cli.options import (
    Accept,
    Config,
    DryRun,
    EveryByte,
    Extend,
    Json,
    Lang,
    Language,
    Out,
    Quiet,
    Replicates,
    Seed,
    Sets,
    Settings,
    Verbose,
    Workers,
    with_options,
)
from alliance.cli.sensitivity import Factors, Outcomes, default_folder
from alliance.cli.showing import answer, as_json, failed_runs, first_time, note, progress, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.arms import Experiment
    from experiments.studies.opening import Manner
    from experiments.studies.study import Study

Points = Annotated[
    int | None, typer.Option("--samples", "-n", min=2, max=2**20, help="Design points; levels a factor for a grid.")
]
DesignWord = Annotated[
    str | None,
    typer.Option("--design", metavar="lhs|sobol|random|grid|FILE.csv", help="How the points are laid, or a table."),
]
Twin = Annotated[bool | None, typer.Option("--twin/--no-twin", help="Run every point once more without the alliance.")]


def sweep(
    config: Config,
    design: DesignWord = None,
    samples: Points = None,
    replicates: Replicates = None,
    factors: Factors = None,
    outcome: Outcomes = None,
    twin: Twin = None,
    coefficients: Sets = None,
    extend: Extend = False,
    seed: Seed = None,
    settings: Settings = None,
    dry_run: DryRun = False,
    out: Out = None,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    accept_code_change: Accept = False,
    verify: EveryByte = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Example: alliance sweep reference

    Runs any design of experiments: how often and when policy changes, what the alliance adds (--twin), how outcomes
    spread; figures, tidy data and a page, all in one folder. An interrupted sweep goes on where it was.
    """
    from experiments.studies.arms import Experiment, arms_of
    from experiments.studies.asking import named_factors, read_words, study_of
    from experiments.studies.opening import Manner

    words = read_words(config)
    words.scenario = with_options(words.scenario, settings)
    chosen = None if factors is None else named_factors(factors, words.scenario)
    said = dict(job="sweep", design=design, samples=samples, replicates=replicates, factors=chosen,
                outcomes=outcome or None, twin=twin, seed=seed, coefficients=coefficients)  # fmt: skip
    if "arms" in words.values:
        experiment = Experiment(words.name, arms_of(words, **said))
        root = out or default_folder(config, "arms")
        if dry_run:
            would_take(list(experiment.arms.values()), root, workers, json, lang.value)
            return
        finish_arms(experiment, root, Manner(workers, None, lang.value, accept_code_change, verify), json, quiet)
        return
    study = study_of(words, **said)
    root = out or default_folder(config, study.method)
    if dry_run:
        would_take([study], root, workers, json, lang.value)
        return
    finish(study, root, workers, json, lang.value, quiet, verbose, accept_code_change, verify, grow=extend)


def finish(
    study: Study, root: Path, workers: int | None, json: bool, lang: str, quiet: bool, verbose: bool,
    accept: bool = False, every_byte: bool = False, own: bool = False, grow: bool = False,
) -> None:  # fmt: skip
    """Do or finish the sweep in its folder and show what it found."""
    from experiments.studies.opening import Manner
    from experiments.studies.sweep import sweep as work

    if not quiet:
        first_time(lang)
    with progress(len(study.design()) * study.replicates, lang, quiet=quiet) as advance:
        data = work(study, root, Manner(workers, advance, lang, accept, every_byte, own, grow))
    if json:
        as_json(data | {"folder": root.as_posix()})
    else:
        show(study, data, root, lang, verbose)
    if data["failed"]:
        failed_runs(data["failed"], root, lang)
        raise typer.Exit(3)


def finish_arms(experiment: Experiment, root: Path, manner: Manner, json: bool, quiet: bool) -> None:
    """Do or finish every arm of a study in its folder, and show how the arms differ."""
    import dataclasses

    from experiments.studies.factorial import factorial

    if not quiet:
        first_time(manner.lang)
    with progress(experiment.runs, manner.lang, quiet=quiet) as advance:
        data = factorial(experiment, root, dataclasses.replace(manner, progress=advance))
    if json:
        as_json(data | {"folder": root.as_posix()})
    else:
        show_arms(experiment, data, root, manner.lang)
    if data["failed"]:
        note(say("failed", manner.lang, failed=data["failed"]))
        raise typer.Exit(3)


def show_arms(experiment: Experiment, data: dict[str, Any], root: Path, lang: str) -> None:
    """How far each arm lies from the first, outcome by outcome, and where everything is."""
    from experiments.words import count, number, outcome_label

    def shown(value: float | None) -> str:
        return "–" if value is None else number(value, lang, 3)

    names = ", ".join(experiment.arms)
    answer(say("arms_studied", lang, study=experiment.name, arms=names, runs=count(data["runs"], lang)))
    answer()
    rows = [
        (outcome_label(row["outcome"], lang), f"{row['arm']} − {row['other']}", shown(row["mean"]),
         shown(row["against"]), shown(row["difference"]), f"{shown(row['low'])} … {shown(row['high'])}")
        for row in data["differences"]
    ]  # fmt: skip
    heads = [("outcome", "left"), ("arms", "left"), ("mean", "right"), ("against", "right"), ("difference", "right")]
    table([(say(key, lang), side) for key, side in [*heads, ("interval", "right")]], rows, spare=(3, 2))
    answer()
    for name in experiment.arms:
        answer(say("report", lang, path=(root / name / "report.html").as_posix()))
    answer(say("data", lang, path=root.as_posix()))


def show(study: Study, data: dict[str, Any], root: Path, lang: str, verbose: bool) -> None:
    """How often policy changes, what the alliance adds, how outcomes spread, and where everything is."""
    from experiments.words import count

    facts = {key: count(data[key], lang) for key in ("points", "replicates", "runs")}
    answer(
        say(
            "studied_twin" if data["twin"] else "studied",
            lang,
            title=study.scenario.title,
            method=data["design"],
            **facts,
        )
    )
    if data["already_finished"]:
        answer(say("already", lang))
    answer()
    _rates(data, lang, verbose)
    if data["uplift"]:
        answer()
        _uplift(data, lang)
    answer()
    _spread(study, data, lang)
    answer()
    answer(say("report", lang, path=(root / "report.html").as_posix()))
    answer(say("data", lang, path=root.as_posix()))


def _rates(data: dict[str, Any], lang: str, verbose: bool) -> None:
    """Shares of change by month; with -v the yearly hazards too."""
    from experiments.words import percent, word

    for key, unit in (("rates", "months"), ("hazards", "year"))[: 2 if verbose else 1]:
        rows = [
            (word(f"clock_{row['clock']}", lang), word(row["arm"], lang), str(row[unit]),
             percent(row["share"], lang), _between(row["interval"], lang), str(row["runs"]))
            for row in data[key]
            if row["share"] is not None
        ]  # fmt: skip
        heads = [("clock", "left"), ("arm", "left"), (unit, "right"), (key, "right"), ("interval", "right")]
        table([(say(name, lang), side) for name, side in [*heads, ("number", "right")]], rows, spare=(5,))


def _between(interval: list[float | None], lang: str) -> str:
    from experiments.words import percent

    return " … ".join("–" if end is None else percent(end, lang) for end in interval)


def _uplift(data: dict[str, Any], lang: str) -> None:
    from experiments.words import count, signed_points, word

    for row in (each for each in data["uplift"] if each["uplift"] is not None):
        low, high = (signed_points(float("nan") if end is None else end, lang, 1) for end in row["interval"])
        words = {"points": signed_points(row["uplift"], lang, 1), "low": low, "high": high}
        clock = word(f"clock_{row['clock']}", lang)
        answer(say("added", lang, months=row["months"], clock=clock, pairs=count(row["pairs"], lang), **words))


def _spread(study: Study, data: dict[str, Any], lang: str) -> None:
    from experiments.words import outcome_label, plain_number, word

    def shown(value: float | None) -> str:
        return "–" if value is None else plain_number(value, lang)

    rows = []
    for name in study.outcomes:
        for arm, outcomes in data["outcomes"].items():
            if name in outcomes:
                found = outcomes[name]
                span = " … ".join(shown(end) for end in found["interval"])
                nine = f"{shown(found['q05'])} … {shown(found['q95'])}"
                rows.append((outcome_label(name, lang), word(arm, lang), shown(found["mean"]), span, nine, name))
    heads = [("outcome", "left"), ("arm", "left"), ("mean", "right"), ("interval", "right"), ("nine", "right")]
    table([(say(key, lang), side) for key, side in [*heads, ("name", "left")]], rows, spare=(5, 3))
