"""`alliance new`: a scenario of one's own to edit, from a documented case or from a list of members."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alliance.cli.options import Lang, Language
from alliance.cli.showing import answer
from alliance.cli.words import say

if TYPE_CHECKING:
    from sim.errors import Problem

SUFFIXES = (".yaml", ".yml")


def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write, such as mine.yaml.")],
    origin: Annotated[
        str, typer.Option("--from", metavar="NAME", help="A shipped scenario, a scenario file, or a CSV of members.")
    ] = "georgia",
    lang: Language = Lang.en,
) -> None:
    """Example: alliance new mine.yaml --from georgia

    Writes a scenario file to edit: a copy of a scenario with its comments, or one with the members of a CSV file,
    whose columns are those of an entry (name, kind, joins, hours ...).
    """
    from experiments.store.files import storage
    from sim.errors import BadInput

    _refuse(file)
    listed = Path(origin).suffix.lower() == ".csv"
    text, problems = _with_members(Path(origin)) if listed else _copied(origin, file)
    if problems:
        raise BadInput(problems)
    with storage(file), file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    answer(say("written", lang, file=file.as_posix()))


def _refuse(file: Path) -> None:
    """Leave what is there alone."""
    from sim.errors import BadInput, Problem

    told = file.as_posix()
    if file.suffix.lower() not in SUFFIXES:
        raise BadInput(Problem(told, 0, "", "", "expected a name that ends with .yaml", told + ".yaml"))
    if file.exists():
        raise BadInput(Problem(told, 0, "", "", "there is already something of this name; choose another"))
    if not file.parent.is_dir():
        raise BadInput(Problem(file.parent.as_posix(), 0, "", "", "no such folder"))


def _copied(origin: str, file: Path) -> tuple[str, list[Problem]]:
    """The text of a scenario, comments and all; what it extends is named so that it is found from the new place."""
    from sim.scenario import check_scenario
    from sim.scenario.finding import find, find_base, shipped_scenarios

    path = find(origin)
    problems = check_scenario(origin)
    if path is None or problems:
        return "", problems
    names = {place: name for name, place in shipped_scenarios().items()}
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    for number, line in enumerate(lines):
        base = find_base(line.partition(":")[2].strip(), path) if line.startswith("extends:") else None
        if base is not None:
            lines[number] = f"extends: {names.get(base.resolve(), base.resolve().as_posix())}"
    return "\n".join(lines) + "\n", []


def _with_members(path: Path) -> tuple[str, list[Problem]]:
    """A scenario with the members of a CSV file, one a line, each on the line that it has in that file."""
    import csv
    import json

    from sim.errors import Problem
    from sim.scenario import check_text

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.DictReader(file) if any(row.values())]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return "", [Problem(path.as_posix(), 0, "", "", f"expected a CSV file in UTF-8 with a line of heads: {reason}")]
    members = [_entry(row) for row in rows]
    text = "\n".join(
        [
            "members:",
            *members,
            f"title: {json.dumps(path.stem, ensure_ascii=False)}",
            "start: 2025-01-06",
            "horizon: 5y",
            "",
        ]
    )
    return text, check_text(text, path.as_posix())


def _entry(row: dict[str | None, str | None]) -> str:
    """A member on one line; a text is quoted, a number or a date stands as it is."""
    parts = [f"{key}: {_cell(key, value)}" for key, value in row.items() if key is not None and value and value.strip()]
    return f"  - {{{', '.join(parts)}}}"


def _cell(key: str, value: str) -> str:
    import json

    texts = ("name", "id", "arm", "mark")
    return json.dumps(value.strip(), ensure_ascii=False) if key in texts or not value.isascii() else value.strip()
