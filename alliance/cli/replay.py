"""`alliance replay`: one run of a stored study again, as a story, or to see why it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from alliance.cli.options import Accept, Folder, Json, Lang, Language, Verbose
from alliance.cli.run import outcome_tables, tell_story
from alliance.cli.showing import answer, as_json, note
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.replaying import Replayed

Which = Annotated[str, typer.Argument(metavar="POINT.REPLICATE", help="Which run: its design point and replicate.")]


def replay(
    folder: Folder,
    which: Which,
    json: Json = False,
    lang: Language = Lang.en,
    accept_code_change: Accept = False,
    verbose: Verbose = False,
) -> None:
    """Example: alliance replay results/georgia-sobol 17.3

    Makes one run of a stored study again, by itself: what was varied, the dated story, the outcomes, and whether they
    are what was stored. A run that failed fails again, with its reason.
    """
    from experiments.studies.replaying import replay as work

    found = work(folder, which, accept_code_change=accept_code_change)
    if json:
        as_json(_data(found))
    else:
        _show(found, folder.as_posix(), lang.value, verbose)
    if found.error:
        note(say("replay_failed", lang.value, error=found.error))
        raise typer.Exit(3)


def _show(found: Replayed, study: str, lang: str, verbose: bool) -> None:
    """What was varied, the story, the outcomes, and whether they are what was stored."""
    words = {"which": f"{found.point}.{found.replicate}", "study": study, "seed": found.seed, "chance": found.chance}
    answer(say("replayed", lang, title=found.scenario.title, **words))
    if not found.active:
        answer(say("without_alliance", lang))
    for path, value in found.values.items():
        answer(say("fact", lang, name=path, value=f"{value:.6g}" if isinstance(value, float) else value))
    answer()
    if found.made is not None:
        tell_story(found.scenario, found.made.events, lang, verbose)
        outcome_tables(found.made.outcomes, lang)
        answer()
    key = {True: "replay_equal", False: "replay_other", None: "replay_new"}[found.equal]
    answer(say(key, lang))


def _data(found: Replayed) -> dict[str, Any]:
    from experiments.studies.replaying import finite

    plain = {name: value.item() if hasattr(value, "item") else value for name, value in found.values.items()}
    made = {} if found.made is None else {name: finite(value) for name, value in found.made.outcomes.items()}
    return {
        "design_point": found.point, "replicate": found.replicate, "seed": found.seed, "chance": found.chance,
        "alliance": found.active, "values": plain, "status": "failed" if found.error else "ok", "error": found.error,
        "equal": found.equal, "outcomes": made,
    }  # fmt: skip
