"""`alliance run`: one run told as a dated story, or many as distributions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alliance.cli.options import (
    Config,
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
from alliance.cli.showing import answer, as_json, failed_runs, first_time, progress, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.asking import Study
    from sim.scenario.structure import Scenario


def run(
    config: Config,
    seed: Seed = None,
    replicates: Replicates = None,
    settings: Settings = None,
    coefficients: Sets = None,
    out: Out = None,
    by_agents: Annotated[
        bool, typer.Option("--by-agents", help="Step Mesa's agents instead of the compiled week.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of one run why each thing happened, and what decided.")
    ] = False,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Example: alliance run georgia --seed 7

    Runs one scenario. One run gives a dated timeline of events and the outcomes; with --replicates 200 the outcomes
    come as means with intervals. --set alliance.meeting_interval=4 changes a parameter; -v tells every event;
    --explain tells why each thing happened.
    """
    study = _study(config, seed, replicates, settings, coefficients)
    if explain and study.replicates > 1:
        raise typer.BadParameter(say("explain_one", lang.value, runs=study.replicates), param_hint="--explain")
    if not quiet:
        first_time(lang.value)
    if study.replicates == 1:
        failed = _one(study, out, by_agents, json, lang.value, verbose, explain)
    else:
        failed = _many(study, out, workers, json, lang.value, quiet)
    if out is not None and not json and not quiet:
        answer("\n" + say("data", lang, path=out.as_posix()))
    if failed:
        failed_runs(failed, out, lang.value)
        raise typer.Exit(3)


REPEATS = 4  # runs with each set of coefficients, so that chance is told from what the sets do


def _study(
    config: str, seed: int | None, replicates: int | None, settings: list[str] | None, coefficients: str | None
) -> Study:
    import dataclasses

    from experiments.studies.asking import Study, read_words, with_coefficients
    from sim.errors import BadInput, Problem

    words = read_words(config)
    if words.problems:
        raise BadInput(words.problems)
    scenario = with_options(words.scenario, settings)
    study = Study(words.name, scenario, "replicates", "", 1, replicates or 1, words.values.get("seed", 1))
    study = study if seed is None else dataclasses.replace(study, seed=seed)
    if coefficients is None:
        return study
    if study.replicates < 2 * REPEATS:
        expected = f"expected {2 * REPEATS} replicates or more where coefficients are drawn: {REPEATS} a set"
        raise BadInput(Problem("--replicates", 0, "", str(study.replicates), expected))
    drawn = dataclasses.replace(study, samples=-(-study.replicates // REPEATS), replicates=REPEATS)
    return with_coefficients(drawn, coefficients, words, {"coefficients": coefficients})


def _one(
    study: Study, out: Path | None, by_agents: bool, json: bool, lang: str, verbose: bool, explain: bool
) -> int:
    made = _by_agents(study) if by_agents else _compiled(study)
    if out is not None:
        from experiments.studies.replicates import replicates

        replicates(study, out)
    if json:
        as_json(_as_data(study, made, lang) | (_explained_data(study, made, lang) if explain else {}))
        return 0
    answer(say("run", lang, title=study.scenario.title, seed=study.seed) + "\n")
    if explain:
        _explained(study.scenario, made.events, lang)
    else:
        tell_story(study.scenario, made.events, lang, verbose)
    outcome_tables(made.outcomes, lang)
    return 0


def _compiled(study: Study) -> Any:
    from sim.running import run as run_once

    return run_once(study.scenario, seed=study.seed, events=True)


def _by_agents(study: Study) -> Any:
    from sim.model import AllianceModel  # loads Mesa: two seconds

    model = AllianceModel(study.scenario, rng=study.seed)
    model.run_to_end()
    return model.result()


def _as_data(study: Study, made: Any, lang: str) -> dict[str, Any]:
    from experiments.report.story import is_plain, sentence

    events = [
        {
            "week": int(each.week),
            "date": study.scenario.date(each.week).isoformat(),
            "kind": each.kind,
            "text": sentence(each, lang),
        }
        for each in made.events
        if is_plain(each)
    ]
    outcomes = {name: _finite(value) for name, value in made.outcomes.items()}
    return {"runs": 1, "seed": study.seed, "outcomes": outcomes, "events": events}


def _finite(value: float) -> float | None:
    return float(value) if value - value == 0 else None


def tell_story(scenario: Scenario, events: Sequence[Any], lang: str, verbose: bool) -> None:
    """The events in words, each with its date; the small ones, each by itself, only where asked for."""
    from experiments.report.story import story

    told = story(scenario, events, lang, every=verbose)
    for each in told:
        answer(f"{each.date:<10}  {each.text}")
    if not told:
        answer(say("no_events", lang))


def _explained(scenario: Scenario, events: Sequence[Any], lang: str) -> None:
    """The story with the causes of each line under it, and the causes that decided."""
    from experiments.report.explaining import WORDS, explain

    found = explain(scenario, events, lang)
    for each in found.lines:
        answer(f"{each.date:<10}  {each.text}")
        for why in each.why:
            answer(f"{'':<14}{why}")
    answer(f"\n{WORDS['summary'][lang]}")
    for text in (found.outcome, *found.causes):
        answer(f"  – {text}")


def _explained_data(study: Study, made: Any, lang: str) -> dict[str, Any]:
    """The same for programs, with every reason that the log holds: its name, its amount and its part."""
    from experiments.report.explaining import explain

    found = explain(study.scenario, made.events, lang)
    lines = [{"week": each.week, "date": each.date, "text": each.text, "because": each.why} for each in found.lines]
    return {
        "explained": lines,
        "decided": {"outcome": found.outcome, "causes": found.causes},
        "reasons": [
            {
                "week": int(event.week), "kind": event.kind, "who": event.names(lang)[0], "reason": each.reason,
                "amount": _finite(each.amount), "part": _finite(each.part),
            }
            for event in made.events
            for each in event.reasons
        ],
    }  # fmt: skip


def outcome_tables(values: Mapping[str, float], lang: str) -> None:
    from experiments.words import outcome_label, outcome_unit, outcome_value

    for group, names in _groups().items():
        rows = [
            (outcome_label(name, lang), outcome_value(name, values[name], lang), outcome_unit(name, lang), name)
            for name in names
        ]
        answer()
        heads = [(say("outcome", lang), "left"), (say("value", lang), "right"), (say("unit", lang), "left")]
        table([*heads, (say("name", lang), "left")], rows, _group(group, lang), spare=(3,))


def _groups() -> dict[str, list[str]]:
    from sim.outcomes import OUTCOMES

    groups: dict[str, list[str]] = {}
    for outcome in OUTCOMES.values():
        groups.setdefault(outcome.group, []).append(outcome.name)
    return groups


def _group(name: str, lang: str) -> str:
    from alliance.cli.words import WORDS

    return (say(name, lang) if name in WORDS else name).capitalize()


def _many(study: Study, out: Path | None, workers: int | None, json: bool, lang: str, quiet: bool) -> int:
    from experiments.studies.opening import Manner
    from experiments.studies.replicates import in_memory, replicates

    with progress(study.samples * study.replicates, lang, quiet=quiet) as advance:
        if out is None:
            data = in_memory(study, workers, advance)
        else:
            data = replicates(study, out, Manner(workers, advance, lang))
    if json:
        as_json(data)
    else:
        many_table(study.scenario.title, data, lang)
    return int(data["failed"])


def many_table(title: str, data: dict[str, Any], lang: str) -> None:
    """Means with intervals over many runs, group by group."""
    from experiments.words import NAMES_ONLY, count, outcome_label, plain_number, step_shares

    answer(say("many", lang, title=title, runs=count(data["runs"], lang), seed=data["seed"]))
    for group, names in _groups().items():
        rows = []
        for name in names:
            if name in NAMES_ONLY:
                continue
            found = data["outcomes"][name]
            numbers = [
                _number(value, plain_number, lang) for value in (found["mean"], *found["interval"], found["median"])
            ]
            span = f"{numbers[1]} … {numbers[2]}"
            sets = [_number(found["over_sets"], plain_number, lang)] if "coefficients" in data else []
            rows.append((outcome_label(name, lang), numbers[0], span, *sets, numbers[3], str(found["runs"]), name))
        answer()
        heads = [
            ("outcome", "left"),
            ("mean", "right"),
            ("interval", "right"),
            *([("over_sets", "right")] if "coefficients" in data else []),
            ("median", "right"),
            ("number", "right"),
            ("name", "left"),
        ]
        table([(say(key, lang), side) for key, side in heads], rows, _group(group, lang), spare=(5, 4, 3))
        for name in (each for each in names if each in NAMES_ONLY):
            shares = step_shares(name, data["outcomes"][name]["shares"], lang)
            answer(say("fact", lang, name=outcome_label(name, lang), value=shares))


def _number(value: float | None, write: Any, lang: str) -> str:
    return "–" if value is None else str(write(value, lang))
