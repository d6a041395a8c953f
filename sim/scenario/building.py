"""A checked scenario out of a tree of nodes: every part read, then what they say of one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from sim.declare import OFFICES
from sim.errors import Problem
from sim.parameters import PARAMETERS, SHORT_NAMES, Parameters
from sim.scenario.arms import read_arms
from sim.scenario.events import read_calendar
from sim.scenario.levers import READERS, Said, read_section, sections, settle_idle
from sim.scenario.nodes import Entry, Node, Place, Table
from sim.scenario.offices import read_government
from sim.scenario.organisations import read_members
from sim.scenario.policy import read_policy
from sim.scenario.reading import NOT_INHERITING, Clock, NodeReader, Reading, read_entries, scalar
from sim.scenario.structure import Scenario
from sim.scenario.values import LONGEST_NOTE, closest, full_day, line_of_text, number, span, text

VERSION = 1
FEWEST_WEEKS, MOST_WEEKS = 26, 1040

PLAIN: dict[str, NodeReader] = {
    "name": scalar(line_of_text),
    "title": scalar(text()),
    "note": scalar(text(LONGEST_NOTE)),
    "schema_version": scalar(number(1, VERSION, whole=True)),
    "start": scalar(full_day),
    "horizon": scalar(span(FEWEST_WEEKS, MOST_WEEKS)),
    "extends": scalar(line_of_text),
    "arms": read_arms,
}
LISTS: dict[str, Callable[[Node, str, Reading], tuple[Any, ...] | None]] = {
    "policy": read_policy,
    "government": read_government,
    "members": read_members,
    "calendar": read_calendar,
}
FOUNDERS = "alliance.founders"


def build(tree: Table, name: str) -> tuple[Scenario | None, list[Problem]]:
    """The scenario that a tree describes, None where it is not usable, and all that is wrong with it."""
    reading = Reading()
    said = _plain(tree, reading)
    reading.clock = _clock(tree, said)
    parts = _lists(tree, reading)
    values = _parameters(tree, parts, reading)
    _settle_names(parts, tuple(said.get("arms", ())), reading)
    if reading.problems:
        return None, reading.problems
    return _scenario(said | {"name": said.get("name", name)}, parts, values), []


def _plain(tree: Table, reading: Reading) -> dict[str, Any]:
    """What stands at the outermost level besides lists and parameters; unknown keys are problems."""
    known = (*PLAIN, *LISTS, *sections())
    for key, entry in tree.entries.items():
        if key not in known:
            expected, nearest = _unknown(key, known) if not reading.is_hopeless else ("no such key", "")
            reading.report(entry.place, key, "", expected, nearest)
    inner = {key: entry for key, entry in tree.entries.items() if key in PLAIN}
    return read_entries(Table(tree.place, inner), "", PLAIN, reading)


def _unknown(key: str, known: tuple[str, ...]) -> tuple[str, str]:
    """What to say of an unknown outermost key, and the nearest known one."""
    if key in PARAMETERS or key in SHORT_NAMES:
        section, short = SHORT_NAMES.get(key, key).split(".")
        return (
            f"parameters stand in their group: write `{section}:` and below it, indented, `{short}: ...`",
            "",
        )
    return "no such key", closest(key, known)


def _clock(tree: Table, said: dict[str, Any]) -> Clock | None:
    """When the scenario plays; None where start or horizon cannot be used."""
    entries = [tree.entries[key] for key in ("start", "horizon") if key in tree.entries]
    if any(key in tree.entries and key not in said for key in ("start", "horizon")):
        return None
    default = Scenario()
    depth = min((entry.node.place.depth for entry in entries), default=NOT_INHERITING)
    return Clock(said.get("start", default.start), said.get("horizon", default.weeks), depth)


def _lists(tree: Table, reading: Reading) -> dict[str, tuple[Any, ...]]:
    """The usable lists of a scenario, by key."""
    found = {}
    for key, read in LISTS.items():
        entry = tree.entries.get(key)
        if entry is None or _is_count(key, entry):
            continue
        items = read(entry.node, key, reading)
        if items is not None:
            found[key] = items
    return found


def _is_count(key: str, entry: Entry) -> bool:
    """Whether `members` is not a list but says how many there are to generate."""
    return key == "members" and isinstance(entry.node, Table)


def _parameters(tree: Table, parts: dict[str, tuple[Any, ...]], reading: Reading) -> dict[str, Any]:
    """The parameters that a scenario sets, by dotted path."""
    said: dict[str, Said] = {}
    for section in sections():
        if section in tree.entries:
            said |= read_section(section, tree.entries[section].node, reading)
    return settle_idle(said, _listed(tree), reading) | _founders(tree, said, reading)


def _listed(tree: Table) -> dict[str, Place]:
    """Where each list stands that a scenario says itself, instead of having it generated."""
    said = {key: tree.entries[key] for key in LISTS if key in tree.entries}
    return {key: entry.place for key, entry in said.items() if not _is_count(key, entry)}


def _founders(tree: Table, said: dict[str, Said], reading: Reading) -> dict[str, Any]:
    """The number of founders where `members` is a count instead of a list."""
    entry = tree.entries.get("members")
    if entry is None or not isinstance(entry.node, Table):
        return {}
    found = read_entries(entry.node, "members", {"count": READERS[FOUNDERS]}, reading)
    if FOUNDERS in said:
        reading.report(
            said[FOUNDERS].place,
            FOUNDERS,
            "",
            f"said again at line {entry.place.line} as members.count; keep one",
        )
    return {FOUNDERS: found["count"]} if "count" in found else {}


def _settle_names(parts: dict[str, tuple[Any, ...]], arms: tuple[str, ...], reading: Reading) -> None:
    """Check the names that one part uses of another."""
    provisions = [provision.id for provision in parts.get("policy", ())]
    offices = [office.id for office in parts.get("government", ())]
    members = [one.id for one in parts.get("members", ())]
    listed = f"expected one of {', '.join(provisions)}" if provisions else "list them under `policy`"
    reading.settle("provision", provisions, f"no such provision; {listed}")
    reading.settle("holder", (*OFFICES, *offices), "no such office or holder")
    reading.settle("arm", arms, f"no such arm; {_one_of(arms)}")
    reading.settle("member", members, "no such member in `members`")


def _one_of(arms: tuple[str, ...]) -> str:
    """What an arm may be."""
    return f"expected one of {', '.join(arms)}" if arms else "say how often it meets under `arms`"


def _scenario(said: dict[str, Any], parts: dict[str, tuple[Any, ...]], values: dict[str, Any]) -> Scenario:
    """The scenario itself, once nothing is wrong."""
    default = Scenario()
    start: dt.date = said.get("start", default.start)
    return Scenario(
        name=said["name"],
        title=said.get("title", said["name"]),
        start=start,
        weeks=said.get("horizon", default.weeks),
        parameters=Parameters().with_values(values),
        provisions=parts.get("policy"),
        members=parts.get("members"),
        government=parts.get("government"),
        calendar=parts.get("calendar"),
        arms=said.get("arms", {}),
        note=said.get("note", ""),
    )
