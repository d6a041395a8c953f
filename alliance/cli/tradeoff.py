"""`alliance tradeoff`: one trade-off of the mission, its two sentences, what runs show of it, and its picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alliance.cli.options import Json, Lang, Language, Out, Quiet, Replicates, Seed, Workers
from alliance.cli.showing import answer, as_json, failed_runs, first_time, note, progress, table
from alliance.cli.words import say

if TYPE_CHECKING:
    from experiments.studies.demonstration import Tradeoff
    from experiments.studies.tradeoff import Found


def tradeoff(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="T1 to T12, or a file of one's own; without it, the list.")
    ] = None,
    replicates: Replicates = None,
    seed: Seed = None,
    out: Out = None,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    quiet: Quiet = False,
) -> None:
    """Example: alliance tradeoff T1 --lang fr

    Shows one trade-off: runs every level of a lever on the same chance, says in two sentences what is at stake and
    with intervals what was found, and draws the picture. Without a name it lists the twelve.
    """
    from experiments.studies.demonstration import find_tradeoff, missing_tradeoff, read_tradeoff

    if name is None:
        listed(json, lang.value)
        return
    if find_tradeoff(name) is None:
        note(str(missing_tradeoff(name)))
        for line in _lines(lang.value):
            note(line)
        raise typer.Exit(2)
    study = with_numbers(read_tradeoff(name), replicates, seed)
    finish(study, out or default_folder(name, study), workers, json, lang.value, quiet)


def with_numbers(study: Tradeoff, replicates: int | None, seed: int | None) -> Tradeoff:
    """The demonstration with another number of runs at each point, or another seed; two runs at least."""
    import dataclasses

    from sim.errors import BadInput, Problem

    if replicates == 1:
        raise BadInput(Problem("--replicates", 0, "", "1", "expected 2 or more: an interval needs two runs"))
    runs = study.replicates if replicates is None else replicates
    return dataclasses.replace(study, replicates=runs, seed=study.seed if seed is None else seed)


def default_folder(name: str, study: Tradeoff) -> Path:
    """`results/tradeoff-t01` below the working folder; other numbers than the file's make another folder."""
    from experiments.store.layout import checked_name, plain_name
    from experiments.studies.demonstration import find_tradeoff, read_tradeoff

    path = find_tradeoff(name)
    assert path is not None
    told = read_tradeoff(path)
    parts = ["tradeoff", plain_name(path.stem)[:50]]
    parts += [f"r{study.replicates}"] if study.replicates != told.replicates else []
    parts += [f"s{study.seed}"] if study.seed != told.seed else []
    return Path("results") / checked_name("-".join(parts))


def finish(
    study: Tradeoff, root: Path, workers: int | None, json: bool, lang: str, quiet: bool,
    accept: bool = False, every_byte: bool = False, own: bool = False,
) -> None:  # fmt: skip
    """Do or finish the demonstration in its folder and show what it found."""
    from experiments.studies.opening import Manner
    from experiments.studies.tradeoff import tradeoff as work

    if not quiet:
        first_time(lang)
    with progress(len(study.design()) * study.replicates, lang, quiet=quiet) as advance:
        found = work(study, root, Manner(workers, advance, lang, accept, every_byte, own))
    if json:
        figures = {each: [found.picture(each, kind).as_posix() for kind in ("png", "svg")] for each in ("en", "fr")}
        as_json(found.data | {"folder": root.as_posix(), "already_finished": found.already, "figures": figures})
    else:
        show(study, found, lang)
    if found.failed:
        failed_runs(found.failed, root, lang)
        raise typer.Exit(3)


def show(study: Tradeoff, found: Found, lang: str) -> None:
    """The two sentences, the table of each drawn outcome, what became of the claims, and where the picture is."""
    from experiments.report.tradeoff import found_heading, found_sentences, outcome_table
    from experiments.words import outcome_label

    answer(f"{study.code} – {study.titles[lang]}")
    for sentence in study.explanation[lang]:
        answer(sentence)
    for outcome in study.outcomes:
        heads, rows = outcome_table(outcome, found.data, lang)
        answer()
        sides = ["left", *("right" for _ in heads[1:])]
        table(list(zip(heads, sides, strict=True)), rows, outcome_label(outcome, lang))
    answer("\n" + found_heading(found.data, lang))
    for sentence in found_sentences(found.data, lang):
        answer(f"- {sentence}")
    if found.already:
        answer(say("already", lang))
    answer()
    for suffix in ("png", "svg"):
        answer(say("picture", lang, path=found.picture(lang, suffix).as_posix()))
    answer(say("report", lang, path=(found.root / "report.html").as_posix()))


def listed(json: bool, lang: str) -> None:
    """The shipped demonstrations: code and title."""
    from experiments.studies.demonstration import read_tradeoff, shipped_tradeoffs

    if not json:
        for line in _lines(lang):
            answer(line)
        return
    studies = [(path, read_tradeoff(path)) for path in shipped_tradeoffs().values()]
    as_json([{"tradeoff": each.code, "name": path.stem, **each.titles} for path, each in studies])


def _lines(lang: str) -> list[str]:
    from experiments.studies.demonstration import read_tradeoff, shipped_tradeoffs

    studies = [read_tradeoff(path) for path in shipped_tradeoffs().values()]
    return [f"{each.code:<4} {each.titles[lang]}" for each in studies]
