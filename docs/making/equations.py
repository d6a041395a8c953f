"""Rules as equations: the text of a function, word for word, in the signs of a printed page.

A reader who does not know the language shall be able to write the model again. So the syntax tree is rewritten, never
the meaning: single records stand by their whole name, draws by their address, loops by what they run
over. What only tells why something happens was left out when the text was read (`source.untold`).
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterable

from docs.making.source import MANY, PLAIN, SINGLE, Function, Reading, handed

WIDTH = 112
ONE = {"organisations": "organisation", "holders": "holder", "activities": "activity", "provisions": "provision",
       "calendar": "calendar entry", "terms": "term", "events": "event"}  # fmt: skip
RANGES = {
    "alliance.member_count": "present member", "alliance.provisions": "provision", "alliance.holders": "holder",
    "alliance.organisations": "organisation", "alliance.arms": "arm", "alliance.slots": "activity place",
    "public.opponent_count": "opponent", "SKILL_COUNT": "skill", "SECTOR_COUNT": "sector", "OFFICES": "office",
    "MOST_ACTIVITIES": "activity place", "HOURS.shape[0]": "kind of activity", "calendar.shape[0]": "calendar entry",
    "terms.shape[0]": "dated term",
}  # fmt: skip
UNSAID = ("w", "p", "key", "week", "store", "blank")
SIGNS = (
    (r" \* ", " · "), (r" \*\* ", "^"), (r" - ", " − "), (r"(?:^|(?<=[(\[ ,=]))-(?=[\w(.])", "−"), (r" <= ", " ≤ "),
    (r" >= ", " ≥ "), (r" != ", " ≠ "), (r" == ", " = "), (r"\bmath\.", ""), (r"\b(\d+)\.0\b", r"\1"),
    (r"\bfloat\((\w[\w.]*)\)", r"\1"),
    (r"\b(and|or) \(((?:(?! and | or )[^()])+ [=≠<>≤≥] (?:(?! and | or )[^()])+)\)(?! [=≠<>≤≥])", r"\1 \2"),
)  # fmt: skip


class Printed(ast.NodeTransformer):
    """Rewrites names: no `w.`, whole words for single records, draws by their address."""

    def __init__(self, names: dict[str, str], members: set[str]) -> None:
        self.names = names
        self.members = members

    def visit_Name(self, node: ast.Name) -> ast.expr:
        record = self.names.get(node.id, "")
        return ast.Name(record) if record in SINGLE else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if isinstance(node.value, ast.Name) and self.names.get(node.value.id) == "w":
            return ast.Name(node.attr)
        self.generic_visit(node)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        # rows[k], where k runs over the present members, is that member itself
        whole, place = node.value, node.slice
        if isinstance(whole, ast.Name) and whole.id == "rows" and isinstance(place, ast.Name):
            return place if place.id in self.members else node
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if isinstance(node.func, ast.Name) and node.func.id in ("uniform", "normal", "choice"):
            address = ast.unparse(node.args[1]).removeprefix("at.")
            given = [self.visit(each) for each in node.args[3:]]
            none = ("at.NONE", "0")
            while given and ast.unparse(given[-1]) in none:
                given.pop()
            given = [ast.Name("–") if ast.unparse(each) in none else each for each in given]
            week = ast.unparse(self.visit(node.args[2]))
            if week not in ("week", *none):
                given.insert(0, ast.Name(f"week {told(week)};"))
            sign = {"uniform": "U", "normal": "N", "choice": "choice"}[node.func.id]
            return ast.Call(ast.Name(f"{sign}·{address}"), given, [])
        self.generic_visit(node)
        if isinstance(node.func, ast.Name):
            node.args = [each for each in node.args if not self.is_unsaid(each)]
        return node

    def is_unsaid(self, node: ast.expr) -> bool:
        """Whether an argument only hands the state on."""
        if not isinstance(node, ast.Name):
            return False
        state = (*SINGLE, *MANY, *PLAIN)
        return node.id in UNSAID or (node.id in state and self.names.get(node.id, node.id) in state)


def told(text: str) -> str:
    """An expression in printed signs."""
    for sign, instead in SIGNS:
        text = re.sub(sign, instead, text)
    return text


class Equations:
    """Writes one function down, line by line, with or without what is only counted."""

    def __init__(self, function: Function, counted: bool) -> None:
        self.function = function
        self.counted = counted
        self.seen = Reading(handed(function.node, function.file))
        self.members: set[str] = set()  # names that run over the present members
        self.lines: list[str] = []

    def given(self) -> list[str]:
        """What a function is handed beside the state: numbers, and single rows with what they are."""
        names = self.seen.names
        said = []
        for each in self.function.node.args.args:
            record = names.get(each.arg, "")
            if record in MANY and each.arg != record:
                said.append(f"{ONE[record]} {each.arg}")
            elif not record and each.arg not in UNSAID:
                said.append(each.arg)
        return said

    def expression(self, node: ast.expr) -> str:
        """An expression as it is printed."""
        if isinstance(node, ast.IfExp):
            return f"{self.expression(node.body)} if {self.expression(node.test)}, else {self.expression(node.orelse)}"
        copied = ast.parse(ast.unparse(node), mode="eval").body
        return (
            told(ast.unparse(Printed(self.seen.names, self.members).visit(copied)))
            .replace(";, ", "; ")
            .replace(";)", ")")
        )

    def line(self, depth: int, text: str) -> None:
        """One line, broken where it is too long."""
        start = "  " * depth
        broken = textwrap.wrap(
            text, WIDTH, initial_indent=start, subsequent_indent=start + "    ", break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip
        self.lines += broken

    def block(self, body: Iterable[ast.stmt], depth: int) -> None:
        """Statements one after the other."""
        before = len(self.lines)
        for statement in body:
            self.statement(statement, depth)
        if len(self.lines) == before:
            self.line(depth, "(only counted or told)" if not self.counted else "(only told)")

    def statement(self, node: ast.stmt, depth: int) -> None:
        """One statement; counting and mere renaming are left out."""
        if isinstance(node, ast.Expr):
            self.called(node, depth)
        elif isinstance(node, ast.Assign):
            self.assigned(node, depth)
        elif isinstance(node, ast.AugAssign):
            if not self.is_count(node.target):
                sign = {ast.Add: "+", ast.Sub: "−", ast.Mult: "·", ast.Div: "/", ast.BitOr: "or"}[type(node.op)]
                value = self.expression(node.value)
                if isinstance(node.value, ast.IfExp) or (sign in "−·/" and isinstance(node.value, ast.BinOp)):
                    value = f"({value})"
                target = self.expression(node.target)
                self.line(depth, f"{target} ← {target} {sign} {value}")
        elif isinstance(node, ast.Return):
            self.line(depth, "stop" if node.value is None else f"result: {self.expression(node.value)}")
        elif isinstance(node, ast.If):
            self.chosen(node, depth)
        elif isinstance(node, ast.For):
            self.repeated(node, depth)
        elif isinstance(node, ast.While):
            self.line(depth, f"while {self.expression(node.test)}:")
            self.block(node.body, depth + 1)
        elif isinstance(node, ast.Break):
            self.line(depth, "leave the loop")
        elif isinstance(node, ast.Continue):
            self.line(depth, "next one")
        else:
            raise TypeError(f"{self.function.place}: a statement that has no printed form: {ast.unparse(node)}")

    def is_count(self, target: ast.expr) -> bool:
        """Whether something is only counted, and counting is left out."""
        if self.counted:
            return False
        return isinstance(target, ast.Attribute) and self.seen.record(target.value) == "counts"

    def called(self, node: ast.Expr, depth: int) -> None:
        self.line(depth, self.expression(node.value))

    def assigned(self, node: ast.Assign, depth: int) -> None:
        record = self.seen.record(node.value)
        targets = node.targets
        if all(self.is_count(each) for each in targets):
            return
        if isinstance(targets[0], ast.Name):
            self.seen.names[targets[0].id] = record if record in SINGLE + MANY else ""
        if record in SINGLE:
            return
        whole = " ← ".join(self.expression(each) for each in targets)
        value = self.expression(node.value)
        if record in MANY and isinstance(node.value, ast.Subscript):
            place = self.expression(node.value.slice)
            self.line(depth, f"let {whole} be {ONE[record]} {place}")
        elif whole != value:
            self.line(depth, f"{whole} ← {value}")

    def chosen(self, node: ast.If, depth: int) -> None:
        word = "if"
        rest: list[ast.stmt] = [node]
        while len(rest) == 1 and isinstance(rest[0], ast.If):
            part = rest[0]
            if len(part.body) == 1 and isinstance(part.body[0], ast.Return | ast.Continue | ast.Break):
                self.short(depth, f"{word} {self.expression(part.test)}", part.body[0])
            else:
                self.line(depth, f"{word} {self.expression(part.test)}:")
                self.block(part.body, depth + 1)
            rest, word = part.orelse, "else if"
        if rest:
            self.line(depth, "else:")
            self.block(rest, depth + 1)

    def short(self, depth: int, condition: str, then: ast.stmt) -> None:
        """A condition with one short consequence, on one line."""
        self.statement(then, depth)
        said = self.lines.pop().strip()
        while not said.startswith(("stop", "result", "next", "leave")):
            said = f"{self.lines.pop().strip()} {said}"
        self.line(depth, f"{condition}: {said}")

    def repeated(self, node: ast.For, depth: int) -> None:
        body = list(node.body)
        over = node.iter
        variable = ast.unparse(node.target)
        if not (isinstance(over, ast.Call) and ast.unparse(over.func) == "range"):
            self.line(depth, f"for {variable} in {self.expression(over)}:")
            self.block(body, depth + 1)
            return
        ends = [self.expression(each) for each in over.args]
        what, after = RANGES.get(ends[-1].replace("w.", ""), ""), ""
        if ends[-1] in ("count", "members", "n", "number") and "rows" in ast.unparse(node):
            what = "present member"
        if ends[-1] in self.members:
            what, after = "present member", f" listed before {ends[-1]}"
        if what == "present member" and not is_only_a_row(variable, body):
            what = ""
        if what and len(ends) == 1:
            if what == "present member":
                self.members.add(variable)
                variable, body = named_by_its_row(variable, body)
            self.line(depth, f"for each {what} {variable}{after}:")
        elif variable.startswith("_"):
            self.line(
                depth, f"{ends[-1]} times:" if len(ends) == 1 else f"as often as from {ends[0]} to below {ends[-1]}:"
            )
        else:
            self.line(depth, f"for {variable} from {ends[0] if len(ends) > 1 else 0} to below {ends[-1]}:")
        self.block(body, depth + 1)


def mentions(variable: str, body: Iterable[ast.AST]) -> list[ast.Name]:
    """Every place in which a name is used."""
    return [each for part in body for each in ast.walk(part) if isinstance(each, ast.Name) and each.id == variable]


def is_only_a_row(variable: str, body: list[ast.stmt]) -> bool:
    """Whether a loop uses its number only to find a member, or those listed before it."""
    rows = [
        each
        for part in body
        for each in ast.walk(part)
        if ast.unparse(each) in (f"rows[{variable}]", f"w.rows[{variable}]")
        or (isinstance(each, ast.Call) and ast.unparse(each.func) == "range" and ast.unparse(each.args[-1]) == variable)
    ]
    return len(mentions(variable, body)) == len(rows)


def named_by_its_row(variable: str, body: list[ast.stmt]) -> tuple[str, list[ast.stmt]]:
    """The name and the body of a loop over members that begins by naming the row."""
    first = body[0]
    if isinstance(first, ast.Assign) and ast.unparse(first.value) in (f"rows[{variable}]", f"w.rows[{variable}]"):
        if not mentions(variable, body[1:]):
            return ast.unparse(first.targets[0]), body[1:]
    return variable, body


def equations(function: Function, *, counted: bool = True) -> list[str]:
    """A function as lines of a printed page: its name and what it is handed, then what it does.

    With `counted` false, counters of the run are left out, as what only tells always is.
    """
    written = Equations(function, counted)
    written.line(0, f"{function.name}({', '.join(written.given())})")
    said = ast.get_docstring(function.node)
    written.block(function.node.body[1:] if said else function.node.body, 1)
    return written.lines
