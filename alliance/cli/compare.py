"""`alliance compare`: alternatives side by side on the same futures, with a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alliance.cli.options import Contexts, Enough, Json, Lang, Language, Out, Quiet, Replicates, Seed, Sets, Workers
from alliance.cli.showing import answer, as_json, first_time, note, progress, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.comparing import Comparison

Configs = Annotated[
    list[str], typer.Argument(metavar="A B [C …]", help="Two to six scenarios: YAML files, or shipped names.")
]
Different = Annotated[bool, typer.Option("--different", help="Problem, government or calendar may differ.")]


def compare(
    configs: Configs,
    replicates: Replicates = None,
    contexts: Contexts = 40,
    enough: Enough = 0.5,
    coefficients: Sets = None,
    different: Different = False,
    seed: Seed = None,
    out: Out = None,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    quiet: Quiet = False,
) -> None:
    """Example: alliance compare georgia my-plan.yaml --replicates 1000

    Runs each alternative on the same futures: chance of change with paired differences, time to change, what it takes,
    who is heard; over sampled contexts, regret and what would turn the answer; why; and a report for the meeting. An
    alternative may be a small file that `extends` another: members_added, members_removed, members_changed.
    """
    from experiments.designs import read_sets
    from experiments.studies.alternating import read_alternatives
    from experiments.studies.comparing import FEWEST_RUNS, Comparison
    from sim.errors import BadInput, Problem

    alternatives = read_alternatives(configs, different=different)
    if replicates is not None and replicates < FEWEST_RUNS:
        expected = f"expected {FEWEST_RUNS} or more: intervals of chances need them"
        raise BadInput(Problem("--replicates", 0, "", str(replicates), expected))
    sets = read_sets(coefficients) if coefficients is not None else None
    asked = Comparison(alternatives, replicates or 1000, contexts, enough, seed or 1, sets)
    root = out or Path("results") / _folder(alternatives)
    finish(asked, root, workers, json, lang.value, quiet)


def _folder(names: Any) -> str:
    from experiments.store.layout import plain_name

    return "-".join(["comparison", *(plain_name(name)[:24] for name in names)])


def finish(asked: Comparison, root: Path, workers: int | None, json: bool, lang: str, quiet: bool) -> None:
    """Compare, or finish it in its folder, and show what was found."""
    from experiments.studies.comparing import compare as work
    from experiments.studies.opening import Manner

    if not quiet:
        first_time(lang)
        _inputs(asked, lang)

    def told(stage: str) -> None:
        if not quiet:
            note(say(f"stage_{stage}", lang))

    with progress(asked.runs, lang, quiet=quiet) as advance:
        data = work(asked, root, Manner(workers, advance, lang), told)
    if json:
        as_json(data | {"folder": root.as_posix()})
    else:
        _show(data, root, lang)
    if any(data["failed"].values()):
        raise typer.Exit(3)


def _inputs(asked: Comparison, lang: str) -> None:
    """What differs between the alternatives, before anything is run; on standard error."""
    from experiments.report.comparing import input_table
    from experiments.studies.alternating import inputs_apart

    data = {"alternatives": dict(asked.alternatives), "inputs": inputs_apart(asked.alternatives)}
    for row in input_table(data, lang)["rows"]:
        values = "; ".join(f"{name}: {value}" for name, value in zip(asked.alternatives, row[1:], strict=True))
        note(f"{row[0]} – {values}")


def _show(data: dict[str, Any], root: Path, lang: str) -> None:
    """The answer in sentences, the table of outcomes, and where the report is."""
    from experiments.report.comparing import (
        COSTS,
        FIRST_PAGE,
        answer_sentences,
        context_sentences,
        outcome_table,
        pairing_sentences,
        turning_sentences,
    )

    for sentence in answer_sentences(data, lang):
        answer(sentence)
    answer()
    made = outcome_table(data, (*FIRST_PAGE, *COSTS), lang)
    sides = ["left", *("right" for _ in made["heads"][1:])]
    table(list(zip(made["heads"], sides, strict=True)), made["rows"])
    answer()
    for sentence in (*pairing_sentences(data, lang), *context_sentences(data, lang), *turning_sentences(data, lang)):
        answer(f"- {sentence}")
    answer()
    answer(say("report", lang, path=(root / "report.html").as_posix()))
    answer(say("data", lang, path=root.as_posix()))
