"""`alliance results`, `resume` and `report`: what studies left, finishing them, telling them again."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated, Any

import typer

from alliance.cli import compare, compose, sensitivity, sweep
from alliance.cli.options import Accept, EveryByte, Folder, Json, Lang, Language, Quiet, Verbose, Workers
from alliance.cli.run import many_table
from alliance.cli.showing import answer, as_json, note, progress
from alliance.cli.tradeoff import finish as show
from alliance.cli.words import say


def results(folder: Folder, json: Json = False, lang: Language = Lang.en) -> None:
    """Example: alliance results results/georgia-sobol

    Says what a result folder holds and where it comes from, and compares every file with its checksum.
    """
    from experiments.store import load, verify

    stored = load(folder)
    data = _held(stored.manifest, verify(stored)) | {"reproduce": f"alliance reproduce {quote(folder.as_posix())}"}
    data["replay"] = _replay(folder) if data["failed"] and not data["damaged"] else ""
    if json:
        as_json(data)
    else:
        _tell(data, lang.value)
    for trouble in ("damaged", "foreign"):
        for name in data[trouble]:
            note(f"{(folder / name).as_posix()}: {say(trouble, lang)}")
    if data["damaged"] or data["foreign"]:
        raise typer.Exit(6)


def _replay(folder: Path) -> str:
    """The command that shows the first failed run fail again."""
    from experiments.studies.replaying import first_failed

    return f"alliance replay {quote(folder.as_posix())} {first_failed(folder)}"


FINISH = {"sensitivity": sensitivity.finish, "sweep": sweep.finish}
HELD = ("study", "job", "state", "runs", "planned", "failed", "seed", "replicates", "design", "started", "finished")


def _tell(data: dict[str, Any], lang: str) -> None:
    """What a folder holds, a fact a line."""
    for key in HELD:
        value = say(f"state_{data[key]}", lang) if key == "state" else data[key]
        answer(say("fact", lang, name=say(f"held_{key}", lang), value="–" if value is None else value))
    for key, value in data["provenance"].items():
        answer(say("fact", lang, name=key, value=_flat(value)))
    answer(say("fact", lang, name=say("held_reproduce", lang), value=data["reproduce"]))
    if data["replay"]:
        answer(say("fact", lang, name=say("held_replay", lang), value=data["replay"]))
    whole = "whole" if not data["damaged"] and not data["foreign"] else "not_whole"
    answer(say("fact", lang, name=say("checksums", lang), value=say(whole, lang)))


def _flat(value: Any) -> str:
    """A fact on one line."""
    return ", ".join(f"{key} {each}" for key, each in value.items()) if isinstance(value, dict) else str(value)


def _held(manifest: dict[str, Any], found: Any) -> dict[str, Any]:
    design = manifest["design"]
    return {
        "study": manifest["study"],
        "job": manifest["job"],
        "state": manifest["state"],
        "runs": found.runs,
        "planned": found.planned,
        "failed": found.failed,
        "seed": manifest["seed"],
        "replicates": manifest["replicates"],
        "design": f"{design['kind']}, {design['points']} points, {len(design['factors'])} factors",
        "started": manifest["started"],
        "finished": manifest.get("finished"),
        "provenance": manifest["must_match"] | manifest["provenance"],
        "accepted_changes": manifest["accepted_changes"],
        "damaged": list(found.damaged),
        "foreign": list(found.foreign),
    }


def resume(
    folder: Folder,
    workers: Workers = None,
    json: Json = False,
    lang: Language = Lang.en,
    accept_code_change: Accept = False,
    verify: EveryByte = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Example: alliance resume results/georgia-sobol

    Finishes an interrupted study: keeps every whole block of runs, sets damaged ones aside, runs the rest. The result
    is the same, byte for byte, as if it had never been interrupted.
    """
    from experiments.studies.comparing import ASKED, stored_comparison
    from experiments.studies.composing import stored_composition
    from experiments.studies.demonstration import Tradeoff
    from experiments.studies.resuming import is_composition, stored_study

    if (folder / ASKED).is_file():
        if is_composition(folder):
            compose.finish(stored_composition(folder), folder, workers, json, lang.value, quiet)
        else:
            compare.finish(stored_comparison(folder), folder, workers, json, lang.value, quiet)
        return
    study = stored_study(folder)
    if isinstance(study, Tradeoff):
        show(study, folder, workers, json, lang.value, quiet, accept_code_change, verify, own=True)
        return
    if study.job in FINISH:
        finish = FINISH[study.job]
        finish(study, folder, workers, json, lang.value, quiet, verbose, accept_code_change, verify, own=True)
        return
    from experiments.studies.opening import Manner
    from experiments.studies.replicates import replicates

    with progress(study.replicates, lang.value, quiet=quiet) as advance:
        data = replicates(study, folder, Manner(workers, advance, lang.value, accept_code_change, verify, own=True))
    if json:
        as_json(data)
    else:
        many_table(study.scenario.title, data, lang.value)
    if data["failed"]:
        raise typer.Exit(3)


def report(
    folder: Folder,
    lang: Language = Lang.en,
    pdf: Annotated[bool, typer.Option("--pdf", help="Write report.pdf too (extra `pdf`).")] = False,
    quiet: Quiet = False,
) -> None:
    """Example: alliance report results/georgia-sobol --lang fr

    Draws the figures and writes the page of a finished study again, in French or English.
    """
    from experiments.report.printing import print_page, printer
    from experiments.studies.resuming import retell

    if pdf:
        printer()  # told before anything is written
    path = retell(folder, lang.value)
    told = [path]
    if pdf:
        told.append(path.with_suffix(".pdf"))
        print_page(path, told[-1])
    for each in told if not quiet else ():
        answer(say("report", lang, path=each.as_posix()))
