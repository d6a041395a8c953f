"""`alliance check`: is a file right? All errors at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from alliance.cli.options import Json, Lang, Language
from alliance.cli.showing import answer, as_json, note
from alliance.cli.words import say

if TYPE_CHECKING:
    from sim.errors import Problem


def check(
    config: Annotated[
        list[str], typer.Argument(metavar="CONFIG...", help="Scenario or study files, or shipped names.")
    ],
    json: Json = False,
    lang: Language = Lang.en,
) -> None:
    """Example: alliance check georgia my-alliance.yaml

    Checks files without running them and names every problem: file, line, key, value, what was expected.
    """
    found = {name: _problems(name) for name in config}
    everything = [problem for problems in found.values() for problem in problems]
    if json:
        as_json([problem.describe() for problem in everything])
    for name, problems in found.items():
        for problem in problems:
            note(str(problem))
        if not problems and not json:
            answer(say("fine", lang, file=name))
    if everything:
        raise typer.Exit(2)


def _problems(name: str) -> list[Problem]:
    from experiments.studies.arms import arms_of
    from experiments.studies.asking import find_study, read_words
    from experiments.studies.demonstration import check_tradeoff, find_tradeoff
    from sim.errors import BadInput
    from sim.scenario import check_scenario

    if find_tradeoff(name) is not None:
        return check_tradeoff(name)
    if find_study(name) is None:
        return check_scenario(name)
    try:
        arms_of(read_words(name))
        return []
    except BadInput as error:
        return error.problems
