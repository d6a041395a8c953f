"""`alliance plan`: how a larger study would best spend its runs, from a pilot."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from alliance.cli.options import Folder, Json, Lang, Language
from alliance.cli.showing import answer, as_json, table
from alliance.cli.words import say


def plan(
    folder: Folder,
    runs: Annotated[int, typer.Option("--runs", min=1, max=1_000_000_000, help="Runs that the study may spend.")],
    json: Json = False,
    lang: Language = Lang.en,
) -> None:
    """Example: alliance plan results/georgia-sobol --runs 1000000

    Reads a finished sensitivity study as a pilot and says how many replicates and samples would make its measures most
    exact: few replicates leave noise in the means, many leave few samples.
    """
    from experiments.studies.planning import planned

    data = planned(folder, runs)
    if json:
        as_json(data)
    else:
        _tell(data, lang.value)


def _tell(data: dict[str, Any], lang: str) -> None:
    from experiments.words import count, number

    answer(say("planned", lang, study=data["study"], runs=count(data["asked"], lang), measure=data["measure"]))
    rows = []
    for each in data["plans"]:
        sizes = [count(each[key], lang) for key in ("replicates", "samples", "runs")]
        errors = [number(each[key], lang, 3) for key in ("half", "bias", "error")]
        rows.append((*sizes, *errors, say("best", lang) if each["best"] else ""))
    heads = [(say(f"plan_{key}", lang), "right") for key in ("replicates", "samples", "runs", "half", "bias", "error")]
    table([*heads, ("", "left")], rows)
    answer()
    answer(data["command"])
