"""`alliance reproduce`: does a stored study come out again, byte for byte?"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from alliance.cli.options import Accept, Folder, Json, Lang, Language, Out, Quiet, Workers
from alliance.cli.showing import answer, as_json, first_time, note, progress, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.store.repeating import Difference
    from experiments.studies.reproducing import Reproduction

MOST_SHOWN = 10


def reproduce(
    folder: Folder,
    part: Annotated[
        float, typer.Option("--part", help="Share of the blocks of runs, above 0 and up to 1; always the same ones.")
    ] = 1.0,
    out: Out = None,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    accept_code_change: Accept = False,
    quiet: Quiet = False,
) -> None:
    """Example: alliance reproduce results/georgia-sobol --part 0.1

    Runs a stored study again from its own study.yaml and compares every byte: runs and, where all of them were run,
    tables, figures and page. Nothing is written into the folder. 0: all equal; 4: code or versions differ;
    6: other bytes from the same code.
    """
    from experiments.studies.reproducing import reproduce as run_again

    if not 0.0 < part <= 1.0:
        raise typer.BadParameter("expected a share above 0, up to 1", param_hint="--part")
    if not quiet:
        first_time(lang.value)
    with ExitStack() as shown:
        found = run_again(
            folder, part, out, accept_code_change, workers,
            lambda runs: shown.enter_context(progress(runs, lang.value, quiet=quiet)),
        )  # fmt: skip
    if json:
        as_json(found.describe() | {"folder": folder.as_posix(), "kept": None if out is None else out.as_posix()})
    else:
        _tell(found, lang.value)
    for each in (*(_difference(one, lang.value) for one in found.differing[:MOST_SHOWN]), *found.other):
        note(say("other_bytes", lang, name=each))
    if found.exit_code:
        raise typer.Exit(found.exit_code)


def _tell(found: Reproduction, lang: str) -> None:
    """What was compared, what differs, and why it may."""
    from experiments.words import count

    numbers = {key: count(getattr(found, key), lang) for key in ("chunks", "runs", "planned", "files")}
    answer(say("compared_runs", lang, **numbers))
    answer(say("compared_files" if found.analysed else "compared_no_analyses", lang, **numbers))
    for line in (*found.changes, *(() if found.is_equal else found.told)):
        answer(say("fact", lang, name=say("code_differs", lang), value=line))
    if found.moved:
        _moved(found, lang)
    verdict = {0: "reproduced", 4: "not_reproduced_code", 6: "not_reproduced"}[found.exit_code]
    answer(say(verdict, lang, differing=count(len(found.differing), lang), other=count(len(found.other), lang)))


def _moved(found: Reproduction, lang: str) -> None:
    """How far numbers differ, by outcome, the farthest first."""
    from experiments.words import count, outcome_label

    far = sorted(found.moved.items(), key=lambda each: -each[1].largest)
    rows = [(outcome_label(name, lang), count(each.rows, lang), f"{each.largest:.3g}", name) for name, each in far]
    heads = [("outcome", "left"), ("rows_apart", "right"), ("largest", "right"), ("name", "left")]
    answer()
    table([(say(key, lang), side) for key, side in heads], rows, spare=(3,))
    answer()


def _difference(each: Difference, lang: str) -> str:
    """One block that differs: its name and the first run that does."""
    if each.row is None:
        return f"{each.chunk} ({say(f'apart_{each.reason}', lang)})"
    words = {"row": each.row, "column": each.column, "stored": each.stored, "again": each.again}
    return f"{each.chunk} ({say('apart_row', lang, **words)})"
