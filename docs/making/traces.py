"""From a row of the mission to where the model has it: declarations, rules, effect tests."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from docs.making import numbers, source
from docs.making.parts import table
from sim.kinds import KINDS
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS

EFFECTS = Path(__file__).resolve().parents[2] / "tests" / "effects"
CONFIGS = Path(__file__).resolve().parents[2] / "configs"
TRADEOFFS = CONFIGS / "tradeoffs"
CASES = {"S53": ("georgia", "georgia_gaard"), "S54": ("zambia",), "S55": ("peru",)}


def titles() -> dict[str, str]:
    """The rows in a few words."""
    return dict(numbers.table("rows.yaml"))


def effect_tests() -> dict[str, list[str]]:
    """Effect tests by row: the name of a test, or of its file, begins with its row; its docstring may cite more."""
    found: dict[str, list[str]] = {row: [] for row in source.ROWS}
    for path in sorted(EFFECTS.glob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for row in named(path.stem) | named(node.name) | set(source.cited(ast.get_docstring(node) or "")):
                    if row in found:
                        marked = any("NOT_SHOWN" in ast.unparse(each) for each in node.decorator_list)
                        link = f"[`{node.name}`](../tests/effects/{path.name})"
                        found[row].append(link + (" (not shown today)" if marked else ""))
    return found


def named(name: str) -> set[str]:
    """Rows in the name of a test or its file: `test_s03_controversy`, `test_t01_meet_often`."""
    found = re.findall(r"(?<=_)([st])(\d{1,2})(?=_|$)", name)
    return {f"S{number}" if letter == "s" else f"T{int(number)}" for letter, number in found}


def ruled() -> dict[str, list[source.Function]]:
    """Rule functions by the rows that their docstrings cite; founding and the week count as rules."""
    found: dict[str, list[source.Function]] = {row: [] for row in source.ROWS}
    for each in source.model():
        for row in each.rows:
            found[row].append(each)
    return found


def declared(row: str) -> list[tuple[str, list[str]]]:
    """Names of what cites a row, by sort."""
    sorts = [
        (
            title,
            [
                f"`{p.name}`"
                for p in PARAMETERS.values()
                if p.role == role and row in source.cited(p.declaration.source)
            ],
        )
        for role, title in (("lever", "levers"), ("context", "contexts"), ("coefficient", "coefficients"))
    ]
    sorts.append(("outcomes", [f"`{each.name}`" for each in OUTCOMES.values() if row in source.cited(each.source)]))
    sorts.append(("kinds", [f"`{each.name}`" for each in KINDS.values() if row in source.cited(each.source)]))
    return sorts


def section(row: str, title: str, rules: list[source.Function], tests: list[str]) -> list[str]:
    """One row of the mission."""
    lines = [f"### {row} {title}", ""]
    lines += [f"- {sort}: {', '.join(names)}" for sort, names in declared(row) if names]
    if rules:
        lines.append(f"- rules: {', '.join(each.link for each in rules)}")
    heads = [path for path in source.RULE_FILES if row in source.cited(source.head(path.stem))]
    if heads:
        lines.append(f"- heads of files: {', '.join(f'[`{path.name}`](../sim/rules/{path.name})' for path in heads)}")
    if row in CASES:
        lines.append(f"- scenario: {', '.join(f'[`{name}`](../configs/{name}.yaml)' for name in CASES[row])}")
    if shown := sorted(TRADEOFFS.glob(f"{row[0].lower()}{row[1:]:0>2}_*.yaml")):
        lines.append(
            f"- demonstration: {', '.join(f'[`{path.stem}`](../configs/tradeoffs/{path.name})' for path in shown)}"
        )
    lines.append(f"- effect tests: {', '.join(tests) if tests else 'none yet'}")
    return [*lines, ""]


def rows() -> list[str]:
    """A table of all rows, and a section for each."""
    said, rules, tests = titles(), ruled(), effect_tests()
    counted = [
        (
            f"[{row}](#{anchor(f'{row} {said[row]}')})", said[row],
            *(sum(len(names) for sort, names in declared(row) if sort in group) or ""
              for group in (("levers", "contexts"), ("coefficients",), ("outcomes",))),
            len(rules[row]) or "", len(tests[row]) or "",
        )
        for row in source.ROWS
    ]  # fmt: skip
    lines = table(("row", "in short", "levers, contexts", "coefficients", "outcomes", "rules", "effect tests"), counted)
    for row in source.ROWS:
        lines += section(row, said[row], rules[row], tests[row])
    return lines


def anchor(heading: str) -> str:
    """The name under which a heading can be linked to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
