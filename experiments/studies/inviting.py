"""Who might be invited: a core that is there in any case, candidates from a table, and the limits of a choice."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.errors import BadInput, Problem
from sim.kinds import KINDS
from sim.scenario import load_scenario
from sim.scenario.adding import with_candidates
from sim.scenario.organisations import is_founder
from sim.scenario.structure import Organisation, Scenario
from sim.scenario.values import closest

MOST_CANDIDATES, MOST_BYTES = 60, 1_000_000
# Columns of tables that other tools for the mapping of power write, and what they are read as (assumption J22 of the
# page on composing): on a scale of 0 to 100, or 0 to 1, or, for positions, from -100 to 100.
NAMES = ("actor", "stakeholder", "organisation", "organization")
MAPPED = ("influence", "power", "capability", "salience", "position")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation that could be invited, and what inviting it costs, in thousands; None where nothing is said."""

    organisation: Organisation
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """A scenario whose members are the core, and the candidates."""

    core: Scenario
    candidates: tuple[Candidate, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the candidates, in order."""
        return tuple(each.organisation.name for each in self.candidates)

    @property
    def priced(self) -> bool:
        """Whether any candidate says what it costs."""
        return any(each.cost is not None for each in self.candidates)

    def cost(self, chosen: Sequence[int]) -> float:
        """What inviting these costs; who says nothing costs nothing."""
        return sum(self.candidates[k].cost or 0.0 for k in chosen)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a choice must keep to: most candidates and most money (None: no limit), numbers of those that must be in
    and must not."""

    size: int | None = None
    budget: float | None = None
    must: frozenset[int] = frozenset()
    never: frozenset[int] = frozenset()

    def excess(self, pool: Pool, chosen: Sequence[int]) -> float:
        """By how much a choice is beyond the limits; 0 and less where it keeps to them."""
        over = -1.0
        if self.size is not None:
            over = max(over, float(len(chosen) - self.size))
        if self.budget is not None:
            over = max(over, pool.cost(chosen) - self.budget)
        return over


def read_pool(config: str | os.PathLike[str], table: str | None = None) -> Pool:
    """The pool of a scenario and a table of candidates (YAML or CSV); without a table the scenario's own founders are
    the candidates.

    Raises BadInput with everything that is wrong, at its line; where there are no candidates, or too many.
    """
    scenario = load_scenario(config)
    if table is None:
        return _own_members(scenario, os.fspath(config))
    whole, costs = with_candidates(config, _table(Path(table)), table)
    candidates = tuple(Candidate(one, costs[one.name]) for one in whole if one.name in costs)
    return _checked(Pool(scenario, candidates), table)


def _own_members(scenario: Scenario, shown: str) -> Pool:
    if scenario.members is None:
        expected = "lists no members: say who could be invited with --pool, a YAML or CSV table of candidates"
        raise BadInput(Problem(shown, 0, "members", "", expected))
    founders = [one for one in scenario.members if is_founder(one)]
    rest = tuple(one for one in scenario.members if not is_founder(one))
    core = scenario.replace(members=rest)
    return _checked(Pool(core, tuple(Candidate(one) for one in founders)), shown)


def _checked(pool: Pool, shown: str) -> Pool:
    if not pool.candidates:
        raise BadInput(Problem(shown, 0, "candidates", "", "the pool is empty: expected one candidate or more"))
    if len(pool.candidates) > MOST_CANDIDATES:
        found = f"{len(pool.candidates)} candidates"
        raise BadInput(Problem(shown, 0, "candidates", found, f"expected at most {MOST_CANDIDATES}"))
    return pool


def read_limits(
    pool: Pool, size: int | None, budget: float | None, must: Sequence[str], never: Sequence[str]
) -> Limits:
    """Limits in numbers of candidates; BadInput where a name is none of the pool's, or nothing can keep to them."""
    problems: list[Problem] = []
    chosen = {key: _numbers(pool, names, key, problems) for key, names in (("--must", must), ("--never", never))}
    both = chosen["--must"] & chosen["--never"]
    problems += [Problem("--must", 0, "", pool.names[k], "is in --never too") for k in sorted(both)]
    if size is not None and size < len(chosen["--must"]):
        expected = f"impossible: {len(chosen['--must'])} candidates must be in"
        problems.append(Problem("--size", 0, "", str(size), expected))
    if budget is not None and not pool.priced:
        problems.append(Problem("--budget", 0, "", f"{budget:g}", "no candidate of the pool says what it costs"))
    dear = pool.cost(sorted(chosen["--must"]))
    if budget is not None and dear > budget:
        problems.append(Problem("--budget", 0, "", f"{budget:g}", f"impossible: those that must be in cost {dear:g}"))
    if problems:
        raise BadInput(problems)
    return Limits(size, budget, frozenset(chosen["--must"]), frozenset(chosen["--never"]))


def _numbers(pool: Pool, names: Sequence[str], option: str, problems: list[Problem]) -> set[int]:
    found = set()
    for name in names:
        if name in pool.names:
            found.add(pool.names.index(name))
        else:
            problems.append(Problem(option, 0, "", name, "no such candidate", closest(name, pool.names)))
    return found


# Tables -----------------------------------------------------------------------------------------------------------


def _table(path: Path) -> str:
    """A table of candidates as the text of a YAML list, each on its line."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(Problem(path.as_posix(), 0, "", "", f"expected a table in UTF-8: {reason}")) from None
    if len(data) > MOST_BYTES:
        raise BadInput(Problem(path.as_posix(), 0, "", f"{len(data)} bytes", f"expected at most {MOST_BYTES}"))
    if path.suffix.lower() != ".csv":
        return text
    return _from_csv(path, text)


def _from_csv(path: Path, text: str) -> str:
    try:
        reader = csv.DictReader(text.splitlines(), strict=True)
        rows = [row for row in reader if any(row.values())]
    except csv.Error as error:
        raise BadInput(Problem(path.as_posix(), 0, "", "", f"expected a CSV table: {error}")) from None
    heads = [head.strip().lower() for head in reader.fieldnames or ()]
    if not set(heads) & {"name", *NAMES}:
        expected = "expected a line of heads with `name` and what a member's entry says (kind, hours, cost …)"
        raise BadInput(Problem(path.as_posix(), 1, "", ", ".join(heads), expected))
    lines, problems = [], []
    for line, row in enumerate(rows, start=2):
        said = {key.strip().lower(): (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        entry, wrong = _entry(said, path.as_posix(), line)
        problems += wrong
        lines.append(entry)
    if problems:
        raise BadInput(problems)
    return "candidates:\n" + "\n".join(lines) + "\n"


def _entry(said: dict[str, str], file: str, line: int) -> tuple[str, list[Problem]]:
    """A row as an entry of a YAML list on one line."""
    for alias in NAMES:
        if alias in said:
            said["name"] = said.pop(alias)
    problems: list[Problem] = []
    numbers = {key: _share(said.pop(key), key, file, line, problems) for key in MAPPED if said.get(key)}
    for key in MAPPED:
        said.pop(key, None)
    kind = KINDS.get(said.get("kind", ""))
    parts = [f"{key}: {_cell(key, value)}" for key, value in said.items() if value]
    said_power = [numbers[key] for key in ("influence", "power", "capability") if numbers.get(key) is not None]
    influence = said_power[0] if said_power else None
    if influence is not None and "access" not in said:
        offices = ("executive", "minister", "official", "legislator", "local_authority")
        parts.append("access: {" + ", ".join(f"{office}: {influence:g}" for office in offices) + "}")
    if numbers.get("position") is not None and "agreement" not in said:
        parts.append(f"agreement: {numbers['position']:g}")
    if numbers.get("salience") is not None and "hours" not in said and kind is not None:
        parts.append(f"hours: {2.0 * (numbers['salience'] or 0.0) * kind.hours_per_week:g}")
    return f"  - {{{', '.join(parts)}}}", problems


def _share(text: str, key: str, file: str, line: int, problems: list[Problem]) -> float | None:
    """A number of 0 to 100, 0 to 1, or for a position -100 to 100 or -1 to 1, as a share."""
    try:
        value = float(text)
    except ValueError:
        problems.append(Problem(file, line, key, text, "expected a number"))
        return None
    size = value / 100.0 if abs(value) > 1.0 else value
    if key == "position" and size < 0.0:
        size = 0.5 * (1.0 + size)
    if not 0.0 <= size <= 1.0:
        problems.append(Problem(file, line, key, text, "expected a number from 0 to 100"))
        return None
    return size


def _cell(key: str, value: str) -> str:
    if key in ("name", "id", "mark"):
        return json.dumps(value, ensure_ascii=False)
    return value


def composed(pool: Pool, chosen: Sequence[int], changed: Mapping[int, Organisation] | None = None) -> Scenario:
    """The scenario with these candidates beside the core; some of them changed where that is said."""
    others = changed or {}
    invited = tuple(others.get(k, pool.candidates[k].organisation) for k in sorted(chosen))
    return pool.core.replace(members=(*(pool.core.members or ()), *invited))
