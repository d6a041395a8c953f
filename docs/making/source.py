"""The rules as text: every function of the model with what it says, cites, reads, writes, draws and calls.

Nothing is run; the syntax trees of the files are read. Local names are followed to the record they stand for (`m` to an
organisation, `a` to the alliance), so that `m.drive += …` counts as writing `organisations.drive`.
"""

from __future__ import annotations

import ast
import copy
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SIM = Path(__file__).resolve().parents[2] / "sim"
RULE_FILES = tuple(sorted((SIM / "rules").glob("*.py")))
# Records of the state, by the word under which rules are handed them.
SINGLE = ("alliance", "public", "policy", "counts")
MANY = ("organisations", "holders", "activities", "provisions", "calendar", "terms", "events")
PLAIN = ("trust", "known", "rows", "settings", "trajectory")
# What one letter means where it is handed over instead of being set: each is one row of a record.
LETTERS = {
    "m": "organisations", "other": "organisations", "o": "holders", "v": "activities", "b": "provisions", "t": "terms",
    "c": "calendar", "a": "alliance", "s": "public", "y": "policy",
}  # fmt: skip
FOUNDING_LETTERS = {"m": "organisations"}
# Functions that only write down why something happens, beside all of sim/rules/explaining.py: they decide nothing, so
# the printed model leaves them out. A test holds them, and nothing else, against the fields that only telling needs.
TELLERS_ELSEWHERE = (
    "log", "is_told", "because", "explain_closed_door", "explain_tension", "tell_lines", "list_present", "note_moves",
    "tell_voters", "explain_refusals", "explain_adoption", "explain_will",
)  # fmt: skip
TOLD_FIELDS = re.compile(
    r"events\..*|counts\.logged|holders\.by_\w+|policy\.(waiting_for|waited(_\d)?|told_session)|"
    r"provisions\.(left_out|struck_by)"
)
ROWS = [*(f"S{number:02d}" for number in range(1, 57)), *(f"T{number}" for number in range(1, 13))]


@dataclass(frozen=True, slots=True)
class Function:
    """One function of the model, as its text tells."""

    file: str
    name: str
    node: ast.FunctionDef
    said: str
    reads: frozenset[str]
    writes: frozenset[str]
    parameters: frozenset[str]
    draws: frozenset[str]
    calls: frozenset[str]

    @property
    def place(self) -> str:
        """File and name, as the registers write it: `meeting.attend`."""
        return f"{Path(self.file).stem}.{self.name}"

    @property
    def link(self) -> str:
        """A Markdown link from a page in docs/ to its file; no line, which every edit above it would move."""
        return f"[`{self.name}`](../sim/{self.file})"

    @property
    def sentence(self) -> str:
        """The first sentence of what it says of itself."""
        return re.split(r"(?<=[.!?])\s+(?=[A-Z(])", flat(self.said), maxsplit=1)[0]

    @property
    def only_tells(self) -> bool:
        """Whether it decides nothing and only writes down why something happens."""
        return self.name in tellers()

    @property
    def rows(self) -> list[str]:
        """Mission rows that its docstring cites, in order."""
        return cited(self.said)


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def cited(text: str) -> list[str]:
    """Mission rows that a text cites, ranges like `S24 to S29` written out, each once and in order."""
    found = set(re.findall(r"\b(S\d\d|T\d{1,2})\b", text))
    for first, last in re.findall(r"\bS(\d\d) to S(\d\d)\b", text):
        found |= {f"S{number:02d}" for number in range(int(first), int(last) + 1)}
    for first, last in re.findall(r"\bT(\d{1,2}) to T(\d{1,2})\b", text):
        found |= {f"T{number}" for number in range(int(first), int(last) + 1)}
    return [row for row in ROWS if row in found]


@functools.cache
def tellers() -> frozenset[str]:
    """Names of the functions that only write down why something happens."""
    explaining = ast.parse((SIM / "rules" / "explaining.py").read_text(encoding="utf-8"))
    return frozenset(TELLERS_ELSEWHERE) | {each.name for each in explaining.body if isinstance(each, ast.FunctionDef)}


class Untold(ast.NodeTransformer):
    """Takes out of a function what only tells: calls of tellers, and what is done only where a log is kept."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        call = node.value
        tells = isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in tellers()
        return None if tells else node

    def visit_If(self, node: ast.If) -> ast.If | None:
        if re.search(r"\bis_told\(|\bcounts\.tells\b", ast.unparse(node.test)):
            return None
        self.generic_visit(node)
        return node if node.body or node.orelse else None

    def visit_For(self, node: ast.For) -> ast.For | None:
        self.generic_visit(node)
        return node if node.body else None


def untold(node: ast.FunctionDef) -> ast.FunctionDef:
    """A function without what only tells, and without the names that only telling needed."""
    if node.name in tellers():
        return node
    left = Untold().visit(copy.deepcopy(node))
    before, after = used(node), used(left)
    for each in ast.walk(left):
        for part in ("body", "orelse"):
            if isinstance(block := getattr(each, part, None), list):
                setattr(each, part, [line for line in block if not is_idle(line, before - after)])
    return left


def used(node: ast.AST) -> set[str]:
    """Names that are read somewhere in a piece of text."""
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}


def is_idle(line: ast.stmt, unused: set[str]) -> bool:
    """Whether a statement only gives values to names that nobody reads."""
    names = [each.id for each in line.targets if isinstance(each, ast.Name)] if isinstance(line, ast.Assign) else []
    return bool(names) and len(names) == len(line.targets) and unused.issuperset(names)


@dataclass(slots=True)
class Reading(ast.NodeVisitor):
    """Follows one function and notes what it touches."""

    names: dict[str, str]
    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)
    parameters: set[str] = field(default_factory=set)
    draws: set[str] = field(default_factory=set)
    calls: set[str] = field(default_factory=set)

    def record(self, node: ast.expr) -> str:
        """The record that an expression stands for; empty if it is a number."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, "")
        if isinstance(node, ast.Subscript):
            whole = self.record(node.value)
            return whole if whole in MANY else ""
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and self.names.get(node.value.id) == "w"
        ):
            return node.attr
        return ""

    def touch(self, node: ast.expr, noted: set[str]) -> bool:
        """Note a field, or an array that has none; whether the expression is one of the two."""
        if isinstance(node, ast.Subscript):
            return self.touch(node.value, noted) and self.look(node.slice)
        if isinstance(node, ast.Attribute):
            record = self.record(node.value)
            if record in SINGLE + MANY:
                noted.add(f"{record}.{node.attr}")
                if isinstance(node.value, ast.Subscript):
                    self.visit(node.value.slice)
                return True
        if (whole := self.record(node)) in PLAIN:
            noted.add(whole)
            return True
        return False

    def look(self, node: ast.expr) -> bool:
        self.visit(node)
        return True

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            record = self.record(node.value)
            if isinstance(target, ast.Name):
                self.names[target.id] = record if record in SINGLE + MANY + PLAIN else ""
            elif not self.touch(target, self.writes):
                self.visit(target)
        self.visit(node.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if not isinstance(node.target, ast.Name):
            self.touch(node.target, self.writes)
            self.touch(node.target, self.reads)
        self.visit(node.value)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name) and self.names.get(node.value.id) == "p":
            self.parameters.add(node.attr)
        elif isinstance(node.value, ast.Name) and node.value.id == "at":
            if node.attr != "NONE":
                self.draws.add(node.attr)
        elif not self.touch(node, self.reads):
            self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if not self.touch(node, self.reads):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name):
            self.calls.add(node.func.id)
        elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            if node.func.value.id != "math":
                self.calls.add(node.func.attr)
        for argument in node.args:
            self.visit(argument)


def numbers(node: ast.FunctionDef) -> set[str]:
    """Names that a function reckons with: `trust` may be the matrix of all, or one number."""
    parts: list[ast.AST] = []
    for each in ast.walk(node):
        if isinstance(each, ast.BinOp):
            parts += [each.left, each.right]
        elif isinstance(each, ast.Compare):
            parts += [each.left, *each.comparators]
        elif isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in ("range", "min", "max"):
            parts += each.args
    return {each.id for each in parts if isinstance(each, ast.Name)}


def handed(node: ast.FunctionDef, file: str) -> dict[str, str]:
    """What each argument of a function stands for."""
    letters = FOUNDING_LETTERS if file in ("founding.py", "outcomes.py") else LETTERS
    given = {each.arg for each in node.args.args}
    reckoned = numbers(node) & given
    names = given - reckoned
    own = {name: name for name in names & {"w", "p", *SINGLE, *MANY, *PLAIN}}
    return own | {name: record for name, record in letters.items() if name in names} | dict.fromkeys(reckoned, "")


def read(path: Path) -> Iterator[Function]:
    """All functions of one file, in its order."""
    file = path.relative_to(SIM).as_posix()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            node = untold(node)
            seen = Reading(handed(node, file))
            for statement in node.body[1:] if ast.get_docstring(node) else node.body:
                seen.visit(statement)
            yield Function(
                file, node.name, node, ast.get_docstring(node) or "", frozenset(seen.reads),
                frozenset(seen.writes), frozenset(seen.parameters), frozenset(seen.draws), frozenset(seen.calls),
            )  # fmt: skip


@functools.cache
def head(file: str) -> str:
    """What a file says of itself; `file` without its folder and ending."""
    path = next(each for each in (*RULE_FILES, *SIM.glob("*.py")) if each.stem == file)
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


@functools.cache
def rules() -> tuple[Function, ...]:
    """Every function in `sim/rules`, by file."""
    return tuple(each for path in RULE_FILES for each in read(path))


@functools.cache
def model() -> tuple[Function, ...]:
    """Rules, founding, the week and measuring: all that a run goes through."""
    return rules() + tuple(each for name in ("founding", "week", "outcomes") for each in read(SIM / f"{name}.py"))


@functools.cache
def by_name() -> Mapping[str, Function]:
    """Functions by their bare name; a name that two files use stands for the rule of `sim/rules`."""
    return {each.name: each for each in reversed(model())}


def reached(first: Function, seen: set[str] | None = None) -> list[Function]:
    """A function and all that it calls, directly or through others."""
    seen = seen if seen is not None else set()
    if first.place in seen:
        return []
    seen.add(first.place)
    found = [first]
    for name in sorted(first.calls):
        called = same_name(name, first)
        if called is not None:
            found += reached(called, seen)
    return found


def same_name(name: str, caller: Function) -> Function | None:
    """What a caller means by a name: a function of its own file first, then a rule; a phase means its rule."""
    own = [each for each in model() if each.name == name and each.file == caller.file]
    if own and own[0].place != caller.place:
        return own[0]
    others = [each for each in model() if each.name == name and each.place != caller.place]
    return others[0] if others else None
