"""Numbers that stand in rules, and the register that covers each by an assumption, a judgement or mathematics."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from docs.making.source import RULE_FILES, SIM

DOCS = Path(__file__).resolve().parents[1]
FILES = (*RULE_FILES, *(SIM / f"{name}.py" for name in ("founding", "week", "outcomes")))
NAMES_ONLY = ("addresses", "words")  # files that give numbers to names, and rule nothing
FREE = (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register: numbers of one place, what covers them, what they say."""

    place: str
    by: str
    numbers: tuple[float, ...]
    what: str


def table(name: str) -> Any:
    """One of the small registers beside the pages."""
    return YAML(typ="safe").load((DOCS / name).read_text(encoding="utf-8"))


def register() -> list[Entry]:
    """All lines of docs/fixed_numbers.yaml."""
    return [
        Entry(place, by, tuple(map(float, numbers)), what)
        for place, lines in table("fixed_numbers.yaml").items()
        for by, numbers, what in lines
    ]


def places(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """Functions and named constants of a file."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            yield f"{path.stem}.{node.name}", node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            first = target.elts[0] if isinstance(target, ast.Tuple) else target
            yield f"{path.stem}.{ast.unparse(first)}", node


def literals(node: ast.AST) -> set[float]:
    """Numbers written out in a piece of text, without their sign; 0, 1 and truth values are none."""
    return {
        abs(float(each.value))
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, int | float) and not isinstance(each.value, bool)
    } - set(FREE)


def found() -> dict[str, set[float]]:
    """The numbers of every place that has any."""
    return {
        place: numbers
        for path in FILES
        if path.stem not in NAMES_ONLY
        for place, node in places(path)
        if (numbers := literals(node))
    }


def covered() -> dict[str, set[float]]:
    """The numbers of every place that the register covers."""
    known: dict[str, set[float]] = {}
    for entry in register():
        known.setdefault(entry.place, set()).update(entry.numbers)
    return known
