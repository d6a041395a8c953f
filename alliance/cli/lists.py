"""`alliance parameters` and `alliance outcomes`: what can be set, and what is measured."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from alliance.cli.options import Json, Lang, Language, Role
from alliance.cli.showing import answer, as_json


def parameters(
    role: Annotated[Role | None, typer.Option("--role", help="Only those of one role.")] = None,
    json: Json = False,
    lang: Language = Lang.en,
) -> None:
    """Example: alliance parameters --role lever

    Lists every parameter: name, default, range, unit, meaning, and the rows of the mission it comes from.
    """
    from sim.parameters import PARAMETERS

    chosen = [parameter for parameter in PARAMETERS.values() if role is None or parameter.role == role]
    if json:
        as_json([parameter.describe() for parameter in chosen])
        return
    for parameter in chosen:
        told = parameter.describe()
        answer(f"{told['path']}  [{told['role']}]")
        answer(f"    {told[lang.value]}: {parameter.expected()}; default {told['default']}")
        answer(f"    {told['meaning']}  ({told['source']})")


def outcomes(json: Json = False, lang: Language = Lang.en) -> None:
    """Example: alliance outcomes --lang fr

    Lists every outcome: what is measured at the end of a run, its unit and its meaning.
    """
    from sim.outcomes import OUTCOMES

    if json:
        as_json([outcome.describe() for outcome in OUTCOMES.values()])
        return
    for outcome in OUTCOMES.values():
        told = outcome.describe()
        answer(f"{told['name']}  [{told['group']}]")
        answer(f"    {told[lang.value]}: {_span(told)}")
        answer(f"    {told['meaning']}  ({told['source']})")


def _span(told: dict[str, Any]) -> str:
    unit = f" {told['unit']}" if told["unit"] else ""
    missing = ", or missing" if told["optional"] else ""
    return f"{told['low']:g} to {told['high']:g}{unit}{missing}"
