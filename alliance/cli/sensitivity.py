"""`alliance sensitivity`: which factors matter, how sure that is, and what part is chance."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
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
    Method,
    Out,
    Quiet,
    Replicates,
    Seed,
    Sets,
    Settings,
    Statistic,
    Until,
    Verbose,
    Workers,
    with_options,
)
from alliance.cli.showing import answer, as_json, failed_runs, first_time, note, progress, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.asking import Study
    from experiments.studies.opening import Manner
    from experiments.studies.sensitivity import Answer

Factors = Annotated[
    str | None,
    typer.Option(
        "--factors", help="levers, contexts, coefficients, all, or names with commas: meeting_interval=1:6,member_hours"
    ),
]
Outcomes = Annotated[list[str] | None, typer.Option("--outcome", help="An outcome to explain; may be repeated.")]
Samples = Annotated[
    int | None,
    typer.Option("--samples", "-n", min=2, max=2**20, help="Base samples (a power of two is best) or trajectories."),
]
Second = Annotated[
    bool | None, typer.Option("--second-order/--no-second-order", help="Tell pairs of factors apart as well.")
]


def sensitivity(
    config: Config,
    method: Annotated[
        Method | None, typer.Option("--method", "-m", help="How the question is asked; sobol if not said.")
    ] = None,
    samples: Samples = None,
    replicates: Replicates = None,
    factors: Factors = None,
    outcome: Outcomes = None,
    second_order: Second = None,
    groups: Annotated[
        str | None,
        typer.Option("--groups", help="roles, or NAME=FACTOR+FACTOR with commas: factors that are told apart as one."),
    ] = None,
    statistic: Annotated[
        Statistic | None, typer.Option("--statistic", help="What of the runs at a point is to be explained.")
    ] = None,
    until: Annotated[
        Until | None, typer.Option("--until", help="stable: double the samples until the ranking holds still.")
    ] = None,
    most: Annotated[int | None, typer.Option("--most", min=2, max=2**20, help="Samples at most, with --until.")] = None,
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
    """Example: alliance sensitivity georgia --samples 256 --replicates 8

    Samples the factors, runs, and says which of them move the outcomes: indices with intervals, ranks, convergence,
    the part of chance, figures, tidy data and a page, all in one folder. An interrupted study goes on where it was.
    """
    from experiments.studies.asking import named_factors, named_groups, read_words, study_of, varied

    words = read_words(config)
    words.scenario = with_options(words.scenario, settings)
    chosen = None if factors is None else named_factors(factors, words.scenario)
    told = None if groups is None else named_groups(groups, varied(words, chosen))
    study = study_of(
        words, job="sensitivity", method=None if method is None else method.value, samples=samples,
        replicates=replicates, factors=chosen, outcomes=outcome or None, second_order=second_order, seed=seed,
        groups=told, statistic=None if statistic is None else statistic.value,
        until=None if until is None else until.value, most=most, coefficients=coefficients,
    )  # fmt: skip
    root = out or default_folder(config, study.method)
    if dry_run:
        would_take([study], root, workers, json, lang.value)
        return
    finish(study, root, workers, json, lang.value, quiet, verbose, accept_code_change, verify, grow=extend)


def default_folder(config: str, method: str) -> Path:
    """`results/<file>-<method>` below the working folder."""
    from experiments.store.layout import checked_name, plain_name

    return Path("results") / checked_name(f"{plain_name(Path(config).name.split('.')[0])[:50]}-{method}")


def finish(
    study: Study, root: Path, workers: int | None, json: bool, lang: str, quiet: bool, verbose: bool,
    accept: bool = False, every_byte: bool = False, own: bool = False, grow: bool = False,
) -> None:  # fmt: skip
    """Do or finish the study in its folder and show what it found; one that grows is shown size by size."""
    from experiments.studies.opening import Manner
    from experiments.studies.sensitivity import begun, concluded, next_size

    if not quiet:
        first_time(lang)
    manner = Manner(workers, None, lang, accept, every_byte, own, grow)
    study = begun(study, root)
    while (larger := _round(next_size, study, root, manner, quiet)) is not None:
        if not quiet:
            note(say("not_stable", lang, before=study.samples, after=larger.samples))
        study, manner = larger, dataclasses.replace(manner, grow=True)
    found = _round(concluded, study, root, manner, quiet)
    if json:
        as_json(found.data | {"folder": root.as_posix(), "already_finished": found.already})
    else:
        show(study, found, lang, verbose)
    if found.failed:
        failed_runs(found.failed, root, lang)
        raise typer.Exit(3)


def _round[Found](
    work: Callable[[Study, Path, Manner], Found], study: Study, root: Path, manner: Manner, quiet: bool
) -> Found:
    """Work at one size under a progress bar of its own."""
    runs = len(study.design()) * study.replicates
    with progress(runs, manner.lang, quiet=quiet) as advance:
        return work(study, root, dataclasses.replace(manner, progress=advance))


def show(study: Study, found: Answer, lang: str, verbose: bool) -> None:
    """The ranked table of the first outcome, the leaders of the others, and where everything is."""
    data = found.data
    from experiments.words import count

    facts = {key: count(data[key], lang) for key in ("points", "replicates", "runs")}
    answer(say("studied", lang, title=study.scenario.title, method=data["method"], **facts))
    if found.already:
        answer(say("already", lang))
    for outcome in study.outcomes if verbose else study.outcomes[:1]:
        answer()
        _ranked(outcome, data, lang)
    if not verbose and len(study.outcomes) > 1:
        answer()
        _leaders(study.outcomes[1:], data, lang)
    if data["stable"] is not None:
        answer()
        answer(say("stable" if data["stable"] else "unstable", lang, samples=count(data["samples"], lang)))
    answer()
    answer(say("report", lang, path=(found.root / "report.html").as_posix()))
    answer(say("data", lang, path=found.root.as_posix()))


def _ranked(outcome: str, data: dict[str, Any], lang: str) -> None:
    from experiments.methods import METHODS
    from experiments.words import factor_label, measure_label, outcome_label, percent

    names = METHODS[data["method"]].shown[:2]
    rows = []
    for path, found in data["outcomes"][outcome].items():
        cells = [_estimate(found, name, lang) for name in names]
        rows.append((str(found["rank"]), factor_label(path, lang), *cells, say(found["verdict"], lang), path))
    measures = [(measure_label(name, lang), "right") for name in names]
    heads = [_head("rank", "right", lang), _head("factor", "left", lang), *measures]
    heads += [_head("verdict", "left", lang), _head("name", "left", lang)]
    share = data["noise"][outcome]["noise_share"]
    chance = "" if share is None else f" ({say('noise', lang)} {percent(share, lang)})"
    heading = outcome_label(outcome, lang) + chance
    table(heads, rows, heading, spare=(5, 3))


def _head(key: str, side: str, lang: str) -> tuple[str, str]:
    return say(key, lang), side


def _estimate(found: dict[str, Any], name: str, lang: str) -> str:
    from experiments.words import number

    value, low, high = (found[key] for key in (name, f"{name}_low", f"{name}_high"))
    if value is None or low is None or high is None:
        return "–"
    return f"{number(value, lang)} ± {number((high - low) / 2.0, lang)}"


def _leaders(outcomes: tuple[str, ...], data: dict[str, Any], lang: str) -> None:
    from experiments.words import factor_label, outcome_label, percent

    rows = []
    for outcome in outcomes:
        ranked = data["outcomes"][outcome].items()
        first = [factor_label(path, lang) for path, found in ranked if found["verdict"] != "negligible"][:3]
        share = data["noise"][outcome]["noise_share"]
        rows.append((outcome_label(outcome, lang), "–" if share is None else percent(share, lang), ", ".join(first)))
    heads = [("others", "left"), ("noise", "right"), ("first", "left")]
    table([(say(key, lang), side) for key, side in heads], rows)
