"""The page of all submodels: every rule as equations, process by process."""

from __future__ import annotations

from docs.making import parts, source
from docs.making.equations import equations
from docs.making.parts import touched

ORDER = (
    ("Shared forms", "forms", "tactics"),
    ("Founding", "founding"),
    ("1 Calendar and context", "calendar"),
    ("2 Joining", "joining"),
    ("2 Leaving", "leaving"),
    ("3 Agreeing the goal", "agreeing"),
    ("4 Meeting", "meeting"),
    ("5 Administering", "administering"),
    ("6 Working", "working"),
    ("6 What families do of their own accord", "families"),
    ("6 What a finished activity does", "acting"),
    ("7 Relating", "relating"),
    ("8 Opposing", "opposing"),
    ("8 Influencing", "influencing"),
    ("9 Deciding", "deciding"),
    ("10 Reflecting", "reflecting"),
    ("The week", "week"),
    ("Measuring", "outcomes"),
)
# Reading and checking files, printing, and reserving memory: none of it is a rule.
TELLING = (
    "These functions decide nothing. Called by the rules as they decide, they write into the log why something "
    "happened; they are left out of the equations above. Where no log is kept they do nothing."
)
NOT_RULES = {"kind_tables", "sorted_members", "sorted_offices", "prepare", "room", "founder_weights", "clear",
             "phase_function", "printed_week"}  # fmt: skip


def described(function: source.Function) -> list[str]:
    """One rule: what it says of itself, what it touches, and its equations."""
    lines = [f"#### {function.name}", "", f"{function.link}: {source.flat(function.said.split('Parameters')[0])}", ""]
    for word, fields in (("Reads", function.reads), ("Writes", function.writes)):
        if text := touched(fields):
            lines.append(f"{word} {text}.  ")
    return [*lines, *([""] if lines[-1] else []), "```text", *equations(function), "```", ""]


def submodels() -> list[str]:
    """All submodels, one section a process."""
    lines = []
    for title, *files in ORDER:
        lines += [f"## {title}", ""]
        for each in source.model():
            is_rule = not each.name.startswith("_") and each.name not in NOT_RULES | source.tellers()
            if is_rule and each.place.split(".")[0] in files:
                lines += described(each)
    return [*lines, "## Explaining a run", "", TELLING, "", *parts.telling()]
