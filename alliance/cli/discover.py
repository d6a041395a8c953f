"""`alliance discover`: under which conditions something happens, in the runs of a stored study."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alliance.cli.options import MOST_SEED, Folder, Json, Lang, Language, Quiet
from alliance.cli.showing import answer, as_json, note, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.discovery import Question


class Arm(StrEnum):
    """In which runs it must happen."""

    with_it = "with"
    without = "without"
    gain = "gain"


class Missing(StrEnum):
    """How runs without a value of the outcome count."""

    no = "no"
    yes = "yes"
    out = "out"


Outcome = Annotated[
    str, typer.Option("--outcome", help="What happens: yes or no, or a number with --above or --below.")
]
Above = Annotated[float | None, typer.Option("--above", metavar="X", help="It happens where the outcome is above X.")]
Below = Annotated[float | None, typer.Option("--below", metavar="X", help="It happens where the outcome is below X.")]
ArmWord = Annotated[
    Arm, typer.Option("--arm", help="In runs with the alliance, without it, or with it and not without (gain).")
]
Conditions = Annotated[
    str | None,
    typer.Option("--factors", help="What conditions may name: levers, contexts, coefficients, or names with commas."),
]
Seed = Annotated[int, typer.Option("--seed", min=0, max=MOST_SEED, help="Fixes the halves and all that is drawn.")]
LeaveOut = Annotated[bool, typer.Option("--leave-out-failed", help="Go on without the runs that failed.")]
MissingWord = Annotated[
    Missing | None, typer.Option("--missing", help="How runs without a value count: as no, as yes, or out.")
]


def discover(
    folder: Folder,
    outcome: Outcome = "policy_changed",
    above: Above = None,
    below: Below = None,
    arm: ArmWord = Arm.with_it,
    factors: Conditions = None,
    seed: Seed = 1,
    missing: MissingWord = None,
    leave_out_failed: LeaveOut = False,
    json: Json = False,
    lang: Language = Lang.en,
    quiet: Quiet = False,
) -> None:
    """Example: alliance discover results/reference-lhs --arm gain

    Scenario discovery: under which conditions change happens in the runs of a finished study. Boxes of conditions,
    found on one half of the situations and judged on the other; a tree; how far conditions foretell it, and which
    factors do. Figures, tables and a page are added to the folder.
    """
    from experiments.studies.discovery import Question
    from experiments.studies.discovery import discover as work

    question = Question(
        outcome, above, below, arm.value, factors, seed, leave_out_failed, missing.value if missing else None
    )
    data = work(folder, question, lang.value, None if quiet else lambda: note(say("searching", lang)))
    if json:
        as_json({key: value for key, value in data.items() if key not in ("sentences", "conditions")})
    else:
        show(question, data, lang.value)
    if data["failed"]:
        note(say("failed", lang, failed=data["failed"]))
        raise typer.Exit(3)


def show(question: Question, data: dict[str, Any], lang: str) -> None:
    """What was found in sentences, the limits of each box, the factors, and where everything is."""
    from experiments.words import count, percent

    share = data["rate"]
    low, high = (percent(end, lang) for end in share["interval"])
    words = {"rate": percent(share["estimate"], lang), "low": low, "high": high}
    numbers = {key: count(data[key], lang) for key in ("points", "runs")}
    answer(say("discovered", lang, event=question.event.said(lang), **words, **numbers))
    answer()
    for sentence in data["sentences"]:
        answer(f"- {sentence}")
    if data["boxes"]:
        answer()
        _restrictions(data, lang)
    if data["scores"]:
        answer()
        _scores(data, lang)
    answer()
    answer(say("report", lang, path=data["page"]))
    answer(say("data", lang, path=data["folder"]))


def _restrictions(data: dict[str, Any], lang: str) -> None:
    from experiments.words import number, percent

    rows = []
    for place, (box, told) in enumerate(zip(data["boxes"], data["conditions"], strict=True), start=1):
        sure = say("yes" if box["confirmed"] else "no", lang)
        for each, said in zip(box["restrictions"], told, strict=True):
            p = each["quasi_p"]
            chance = f"< {number(0.001, lang, 3)}" if p < 0.001 else number(p, lang, 3)
            rows.append((str(place), said, chance, percent(each["reproduced"], lang), sure, each["factor"]))
    heads = [("box", "right"), ("condition", "left"), ("quasi_p", "right"), ("again", "right"), ("confirmed", "left"),
             ("name", "left")]  # fmt: skip
    table([(say(key, lang), side) for key, side in heads], rows, spare=(5,))


def _scores(data: dict[str, Any], lang: str) -> None:
    from experiments.words import factor_label, number

    rows = [
        (factor_label(each["factor"], lang), number(each["score"], lang, 3),
         " … ".join(number(end, lang, 3) for end in each["interval"]), number(each["limit"], lang, 3),
         say("foretells" if each["counts"] else "useless", lang), each["factor"])
        for each in data["scores"]
    ]  # fmt: skip
    heads = [("factor", "left"), ("score", "right"), ("interval", "right"), ("useless_limit", "right"),
             ("verdict", "left"), ("name", "left")]  # fmt: skip
    table([(say(key, lang), side) for key, side in heads], rows, spare=(5,))
