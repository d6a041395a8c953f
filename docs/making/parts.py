"""Tables and lists that stand between two marks in a page: the week, the state, the draws, functions, equations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

import sim.state
from docs.making import numbers, source
from docs.making.equations import equations
from sim.declare import OFFICES, SKILLS, Parameter
from sim.founding import GENERATED_OFFICES, OFFICE_TRAITS
from sim.kinds import KINDS
from sim.parameters import PARAMETERS
from sim.rules import addresses, tactics
from sim.rules.words import TACTICS
from sim.week import WEEK, printed_week

ARRAYS = {"trust": "trust (N, N)", "known": "known (N, N)", "rows": "rows (N,)"}
PROCESSES = ("", "calendar and context", "joining and leaving", "agreeing the goal", "meeting", "administering",
             "working", "relating", "influencing", "deciding", "reflecting")  # fmt: skip


def cell(value: object) -> str:
    """A value as it may stand in a table."""
    return str(value).replace("|", "\\|").replace("\n", " ")


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A Markdown table, and an empty line."""
    lines = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join(cell(each) for each in line) + " |" for line in lines] + [""]


def shown(value: object) -> str:
    """A default as it is written in a scenario file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def span(parameter: Parameter) -> str:
    """The values that a parameter may take."""
    said = parameter.declaration
    if parameter.type == "choice":
        return ", ".join(parameter.choice_names)
    if parameter.type == "boolean":
        return "true, false"
    unit = f" {said.unit}" if said.unit else ""
    logarithm = " (log)" if said.scale == "log" else ""
    return f"{said.low:g} to {said.high:g}{unit}{logarithm}"


def week() -> list[str]:
    """The order of the week."""
    return ["```text", printed_week(), "```"]


def numbered(letter: str) -> dict[str, list[Parameter]]:
    """The parameters behind each numbered judgement (J) or assumption (F)."""
    found: dict[str, list[Parameter]] = {}
    for parameter in PARAMETERS.values():
        for number in re.findall(rf"\b{letter}\d+\b", parameter.declaration.source):
            found.setdefault(number, []).append(parameter)
    return dict(sorted(found.items(), key=lambda each: int(each[0][1:])))


def ranges() -> list[str]:
    """A table of all parameters whose value is a judgement, or that belong to an assumption on form."""
    behind = numbered("F") | numbered("J")
    rows = [(number, f"`{p.path}`", shown(p.default), span(p)) for number, each in behind.items() for p in each]
    return table(("judgement", "parameter", "default", "range"), rows)


def fixed() -> list[str]:
    """A table of the numbers in rules that are not coefficients, by what covers them."""
    chosen = [entry for entry in numbers.register() if entry.by != "mathematics"]
    chosen.sort(key=lambda entry: (entry.by[0], int(entry.by[1:])))
    rows = [
        (entry.by, f"`{entry.place}`", ", ".join(f"{number:g}" for number in entry.numbers), entry.what)
        for entry in chosen
    ]
    return table(("no.", "place", "numbers", "what they say"), rows)


# State --------------------------------------------------------------------------------------------------------------


def comments() -> dict[str, dict[str, str]]:
    """What sim/state.py says beside a field that has a line of its own."""
    text = (source.SIM / "state.py").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {}
    for name, body in re.findall(r"^([A-Z]+) = _record\((.*?)^\)", text, flags=re.S | re.M):
        lines = re.findall(r"^ +(\w+)=(?:\w+|\([^)]*\)),\s+# (.+)$", body, flags=re.M)
        found[name] = dict(lines)
    return found


def described(record: str) -> dict[str, tuple[str, str]]:
    """Values and meaning of every field of a record that is described, here or in sim/state.py."""
    said = {field: ("", words) for field, words in comments().get(record, {}).items()}
    return said | {field: tuple(words) for field, words in numbers.table("state.yaml").get(record, {}).items()}


def state(record: str) -> list[str]:
    """The fields of one record: values, meaning, and the rules that write them in the course of a run."""
    dtype: np.dtype = getattr(sim.state, record)
    meaning = described(record)
    whole = {"ORGANISATION": "organisations", "HOLDER": "holders", "ACTIVITY": "activities", "PROVISION": "provisions",
             "EVENT": "events", "TERM": "terms", "MOOD": "moods", "CALLED": "roll"}  # fmt: skip
    where = whole.get(record, record.lower())
    rows = []
    for field in dtype.names or ():
        values, words = meaning.get(field, ("", ""))
        writers = [each.name for each in source.rules() if f"{where}.{field}" in each.writes]
        told = ", ".join(f"`{name}`" for name in writers[:4]) + (
            f" and {len(writers) - 4} more" if len(writers) > 4 else ""
        )
        rows.append((f"`{field}`", values.replace("-", "−"), words, told or "at the start"))
    return table(("variable", "values", "meaning", "written by"), rows)


# Chance -------------------------------------------------------------------------------------------------------------


def draws() -> list[str]:
    """Every decision that chance takes part in: its number, and who draws it."""
    rows = []
    for name, number in sorted(vars(addresses).items(), key=lambda each: str(each[1])):
        if name.isupper() and name != "NONE":
            users = [each.link for each in source.model() if name in each.draws]
            if users:
                rows.append((int(number), f"`{name}`", ", ".join(users)))
    return table(("number", "decision", "drawn in"), sorted(rows))


# Rules --------------------------------------------------------------------------------------------------------------


def found(place: str) -> source.Function:
    """The function at a place: `meeting.attend`, `founding.found`."""
    for each in source.model():
        if each.place == place:
            return each
    raise ValueError(f"no function {place}")


def functions(*files: str) -> list[str]:
    """The functions of some files: link, what each does, what it draws."""
    chosen = [each for each in source.model() if any(each.place.startswith(f"{file}.") for file in files)]
    rows = [
        (each.link, each.sentence, " ".join(each.rows), " ".join(sorted(f"`{name}`" for name in each.draws)))
        for each in chosen
        if not each.name.startswith("_") and not each.only_tells
    ]
    return table(("function", "what it does", "rows", "draws"), rows)


def telling() -> list[str]:
    """The functions that only write down why something happens, with the file in which each stands."""
    rows = [(each.link, Path(each.file).name, each.sentence) for each in source.rules() if each.only_tells]
    return table(("function", "file", "what it tells"), rows)


def formulas(*names: str) -> list[str]:
    """Chosen functions as equations, in one block."""
    lines: list[str] = ["```text"]
    for place in names:
        lines += [*equations(found(place), counted=False), ""]
    return [*lines[:-1], "```"]


def touched(fields: Iterable[str]) -> str:
    """Fields by the record they belong to, in short."""
    grouped: dict[str, list[str]] = {}
    for each in sorted(fields):
        record, _, field = each.partition(".")
        if record not in ("counts", "events", "trajectory", "rows"):
            grouped.setdefault(record, []).append(field)
    return "; ".join(f"{record}: {', '.join(names)}" if any(names) else record for record, names in grouped.items())


def phases(*processes: str) -> list[str]:
    """The steps of some processes of the week: what each reads and writes, its rules included."""
    rows = []
    for phase in WEEK:
        if str(phase.process) not in processes:
            continue
        all_of_it = source.reached(found(f"week.{phase.name}"))
        reads = {field for each in all_of_it for field in each.reads}
        writes = {field for each in all_of_it for field in each.writes}
        first = found(f"week.{phase.name}")
        rows.append(
            (first.link.replace(f"`{phase.name}`", f"`{phase.name}`"), phase.who, touched(reads), touched(writes))
        )
    return table(("step", "who", "reads", "writes"), rows)


def parameters(*files: str) -> list[str]:
    """The parameters that the rules of some files read, by role, on three lines."""
    names = {
        name
        for each in source.model()
        if any(each.place.startswith(f"{file}.") for file in files)
        for name in each.parameters
    }
    lines = []
    for role, title in (("lever", "Levers"), ("context", "Contexts"), ("coefficient", "Coefficients")):
        chosen = [p.name for p in PARAMETERS.values() if p.name in names and p.role == role]
        if chosen:
            lines.append(f"- {title}: {', '.join(f'`{name}`' for name in chosen)}.")
    return lines


def kinds() -> list[str]:
    """Kinds by family."""
    families: dict[str, list[str]] = {}
    for kind in KINDS.values():
        families.setdefault(kind.family, []).append(f"`{kind.name}`")
    return [*table(("family", "kinds"), [(f"`{family}`", ", ".join(names)) for family, names in families.items()])]


def sizes() -> list[str]:
    """How much there is room for."""
    limits = ("MOST_PROVISIONS", "MOST_OPPONENTS", "MOST_HOLDERS", "MOST_ACTIVITIES", "MOST_ARMS", "TEAM")
    said = ("provisions", "opponents", "power-holders", "open activities", "arms of an alliance", "members of a team")
    listed = ", ".join(f"{int(getattr(sim.state, name))} {what}" for name, what in zip(limits, said, strict=True))
    return [f"Room for {listed}. Offices: {', '.join(OFFICES)}. Processes: {', '.join(PROCESSES[1:])}."]


def trajectory() -> list[str]:
    """What is noted each week, where it is asked for."""
    return [", ".join(f"`{name}`" for name in sim.state.TRAJECTORY) + "."]


def activities() -> list[str]:
    """What each kind of activity asks for."""
    sides = {tactics.INSIDE: "inside", tactics.OUTSIDE: "public", tactics.ELSEWHERE: "elsewhere"}
    rows = []
    for k, name in enumerate(TACTICS):
        skills = [
            f"{skill} {tactics.SKILL_WEIGHT[k, s]:g}" for s, skill in enumerate(SKILLS) if tactics.SKILL_WEIGHT[k, s]
        ]
        sizes_of = (f"{each[k]:g}" for each in (tactics.HOURS, tactics.MONEY, tactics.REUSE))
        rows.append((f"`{name}`", sides[int(tactics.SIDE[k])], *sizes_of, ", ".join(skills)))
    return table(("kind", "side", "hours", "money (thousand)", "reuse", "skills"), rows)


def offices() -> list[str]:
    """Traits of each office, and how many a generated government has."""
    generated = dict(GENERATED_OFFICES)
    rows = [(f"`{name}`", generated[name], *(f"{x:g}" for x in OFFICE_TRAITS[k])) for k, name in enumerate(OFFICES)]
    heads = ("office", "generated", "formal power", "ear for evidence", "for the public", "for donors")
    return table(heads, rows)


def citing(files: Sequence[str]) -> str:
    """All that the functions, the heads and the parameters of some files say of where they come from."""
    chosen = [each for each in source.model() if each.place.split(".")[0] in files]
    heads = [source.head(file) for file in files]
    read = {name for each in chosen for name in each.parameters}
    sources = [p.declaration.source for p in PARAMETERS.values() if p.name in read]
    return " ".join([*heads, *(each.said for each in chosen), *sources])


def sources(*files: str) -> list[str]:
    """Rows, facts, assumptions and judgements behind some files."""
    text = citing(files)
    lines = [f"- rows: {' '.join(row for row in source.cited(text))}"]
    for letter, word in (("A", "facts"), ("F", "assumptions on form"), ("J", "judgements")):
        numbered = {int(number) for number in re.findall(rf"\b{letter}(\d+)\b", text)}
        numbered |= {int(entry.by[1:]) for entry in numbers.register()
                     if entry.by[0] == letter and entry.place.split(".")[0] in files}  # fmt: skip
        if numbered:
            lines.append(f"- {word}: {' '.join(f'{letter}{number}' for number in sorted(numbered))}")
    return lines


def facts() -> list[str]:
    """Published facts, and what in the model cites each."""
    rows = []
    for named, found_out, by, *role in numbers.table("facts.yaml"):
        marks = set(named.split())
        behind = [f"`{p.name}`" for p in PARAMETERS.values() if marks & set(p.declaration.source.split())]
        rules = [f"`{each.name}`" for each in source.model() if marks & set(re.findall(r"\bA\d+b?\b", each.said))]
        rows.append((named, found_out, by, "yes" if role else "", ", ".join(behind), ", ".join(rules)))
    return table(("fact", "what was found", "source", "target", "parameters", "rules"), rows)


def conflicts() -> list[str]:
    """Where the evidence disagrees: the values of each reading."""
    rows = []
    for number, each in enumerate(numbers.table("conflicts.yaml"), start=1):
        readings = [
            f"*{name}*: " + ", ".join(f"`{path.partition('.')[2]}` {value:g}" for path, value in values.items())
            for name, values in each["readings"].items()
        ]
        rows.append((number, each["about"], "<br>".join(readings) or "none", each["note"]))
    return table(("no.", "disagreement", "readings", "remark"), rows)


MAKERS = {
    each.__name__: each
    for each in (
        week, ranges, fixed, state, draws, functions, formulas, phases, parameters, kinds, sizes, sources, facts,
        conflicts, trajectory, activities, offices, telling,
    )
}  # fmt: skip
