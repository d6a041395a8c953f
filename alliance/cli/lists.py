"""`alliance parameters` and `alliance outcomes`: what can be set, and what is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from alliance.cli.options import Json, Lang, Language, Role
from alliance.cli.showing import answer, as_json
from alliance.cli.words import say

if TYPE_CHECKING:
    from sim.declare import Outcome, Parameter

UNBOUNDED = 1e9


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
        label, default = told[lang.value], _plain(told["default"])
        answer("    " + say("default", lang, label=label, range=_range(parameter, lang.value), value=default))
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
        answer("    " + say("fact", lang, name=told[lang.value], value=_span(outcome, lang.value)))
        answer(f"    {told['meaning']}  ({told['source']})")


def _range(parameter: Parameter, lang: str) -> str:
    """The values that a parameter admits."""
    declared = parameter.declaration
    if parameter.type == "choice":
        return say("one_of", lang, names=", ".join(parameter.choice_names))
    if parameter.type == "boolean":
        return say("yes_or_no", lang)
    low, high = f"{declared.low:g}", f"{declared.high:g}"
    span = _with_unit(say("from_to", lang, low=low, high=high), declared.unit, lang)
    return say("whole_number", lang, span=span) if parameter.type == "integer" else span


def _span(outcome: Outcome, lang: str) -> str:
    """The values that an outcome can take."""
    key = "from_on" if outcome.high >= UNBOUNDED else "from_to"
    span = say(key, lang, low=f"{outcome.low:g}", high=f"{outcome.high:g}")
    span = _with_unit(span, outcome.unit, lang)
    return say("or_missing", lang, span=span) if outcome.optional else span


def _with_unit(span: str, unit: str, lang: str) -> str:
    from experiments.units import unit_word

    return f"{span} {unit_word(unit, lang)}" if unit else span


def _plain(default: object) -> str:
    """A default as a scenario file writes it."""
    return str(default).lower() if isinstance(default, bool) else str(default)
