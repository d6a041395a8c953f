"""Nodes to plain values by tables of fields: every problem is noted, nothing stops at the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.draws import entity_address
from sim.errors import Problem
from sim.scenario.nodes import Listing, Node, Place, Scalar, Table, brief, join
from sim.scenario.values import EMPTY, Reader, Word, Wrong, closest, day, week_number

NOT_INHERITING = 1_000
MOST_NEAREST = 200


@dataclass(frozen=True, slots=True)
class Clock:
    """Start and length of the scenario, and how many `extends` away the file that said them is."""

    start: dt.date
    weeks: int
    depth: int

    def week(self, date: dt.date) -> int:
        """The week in which a day falls; below zero before the start."""
        return (date - self.start).days // 7

    def admits(self, week: int) -> bool:
        """Whether a week lies within the horizon."""
        return 0 <= week < self.weeks

    def says(self) -> str:
        """The admitted dates in words."""
        last = self.start + dt.timedelta(weeks=self.weeks, days=-1)
        return f"expected a date from {self.start} to {last}, or w0 to w{self.weeks - 1}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that must exist somewhere else in the scenario."""

    group: str
    name: str
    place: Place
    key: str


@dataclass(slots=True)
class Reading:
    """One pass over a scenario: the clock, the names met so far, and everything that is wrong."""

    problems: list[Problem] = field(default_factory=list)
    clock: Clock | None = None
    claims: dict[str, dict[str, list[Place]]] = field(default_factory=dict)
    addresses: dict[int, str] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)

    @property
    def is_hopeless(self) -> bool:
        """Whether so much is wrong already that looking for the nearest names would only take time."""
        return len(self.problems) > MOST_NEAREST

    def report(self, place: Place, key: str, value: str, expected: str, nearest: str = "") -> None:
        """Note one problem."""
        self.problems.append(Problem(place.file, place.line, key, value, expected, nearest))

    def refuse(self, node: Node, key: str, expected: str, nearest: str = "") -> None:
        """Note that a value cannot be used."""
        said = "nothing" if isinstance(node, Scalar) and node.plain and node.text in EMPTY else brief(node)
        self.report(node.place, key, said, expected, nearest)

    def claim(self, group: str, name: str, place: Place, key: str) -> bool:
        """Keep a name for one thing of a group; a second claim is a problem."""
        places = self.claims.setdefault(group, {}).setdefault(name, [])
        places.append(place)
        if len(places) > 1:
            taken = f"the name is taken: first at line {places[0].line}; give another"
            self.report(place, key, name, taken)
        return len(places) == 1

    def claim_entity(self, identity: str, place: Place, key: str) -> None:
        """Keep an id, and the number of its draws, for one organisation or office."""
        self.claim("id", identity, place, key)
        holder = self.addresses.setdefault(entity_address(identity), identity)
        if holder != identity:
            self.report(
                place,
                key,
                identity,
                f"its random draws would be those of {holder}; change one of the two ids",
            )

    def refer(self, group: str, name: str, place: Place, key: str) -> None:
        """Note a name that must exist in the end."""
        self.references.append(Reference(group, name, place, key))

    def settle(self, group: str, names: Collection[str], expected: str) -> None:
        """Report the references to a group that lead nowhere."""
        for each in self.references:
            if each.group == group and each.name not in names:
                nearest = "" if self.is_hopeless else closest(each.name, names)
                self.report(each.place, each.key, each.name, expected, nearest)


NodeReader = Callable[[Node, str, Reading], Any]


def scalar(reader: Reader) -> NodeReader:
    """A reader of nodes that hold one value; None where it cannot be used."""

    def read(node: Node, key: str, reading: Reading) -> Any:
        word = Word(node.text, node.plain) if isinstance(node, Scalar) else Word("", plain=True)
        try:
            return reader(word)
        except Wrong as wrong:
            reading.refuse(node, key, wrong.expected, wrong.nearest)
            return None

    return read


def listing(item: NodeReader, most: int, mend: str) -> NodeReader:
    """A reader of lists of one item at least; `mend` says what to do about an empty one."""

    def read(node: Node, key: str, reading: Reading) -> tuple[Any, ...] | None:
        if not isinstance(node, Listing):
            reading.refuse(node, key, f"expected a list; {mend}")
            return None
        if not 0 < len(node.items) <= most:
            reading.refuse(node, key, f"expected 1 to {most} items; {mend}")
        found = [item(each, f"{key}[{number}]", reading) for number, each in enumerate(node.items)]
        return tuple(each for each in found if each is not None)

    return read


def table(fields: Mapping[str, NodeReader], required: Collection[str] = ()) -> NodeReader:
    """A reader of groups of keys: what is said and usable, by key; None if it is no group."""

    def read(node: Node, key: str, reading: Reading) -> dict[str, Any] | None:
        if not isinstance(node, Table):
            reading.refuse(node, key, f"expected keys with values, such as {', '.join(list(fields)[:3])}")
            return None
        for name in required:
            if name not in node.entries:
                reading.report(node.place, join(key, name), "", f"missing; expected `{name}:` here")
        return read_entries(node, key, fields, reading)

    return read


def read_entries(node: Table, key: str, fields: Mapping[str, NodeReader], reading: Reading) -> dict[str, Any]:
    """The usable values of a group of keys; unknown keys are problems."""
    found = {}
    for name, entry in node.entries.items():
        reader = fields.get(name)
        if reader is None:
            nearest = "" if reading.is_hopeless else closest(name, fields)
            reading.report(entry.place, join(key, name), "", "no such key", nearest)
            continue
        value = reader(entry.node, join(key, name), reading)
        if value is not None:
            found[name] = value
    return found


def by_name(known: NodeReader, value: NodeReader) -> NodeReader:
    """A reader of groups whose keys are names: `known` reads the key, `value` what stands behind it."""

    def read(node: Node, key: str, reading: Reading) -> dict[str, Any] | None:
        if not isinstance(node, Table):
            reading.refuse(node, key, "expected names with values")
            return None
        found = {}
        for name, entry in node.entries.items():
            where = join(key, name)
            known(Scalar(entry.place, name, plain=False), where, reading)
            found[name] = value(entry.node, where, reading)
        return {name: each for name, each in found.items() if each is not None}

    return read


def reference(group: str, reader: NodeReader) -> NodeReader:
    """A reader of names that must exist in a group of names known at the end."""

    def read(node: Node, key: str, reading: Reading) -> str | None:
        name: str | None = reader(node, key, reading)
        if name is not None:
            reading.refer(group, name, node.place, key)
        return name

    return read


def week(early: bool) -> NodeReader:
    """A reader of dates as weeks from the start.

    Where `early` is set, a date before the start is admitted: a week below zero. What a file inherits may lie
    outside a start or horizon of its own; the week is then handed on for the caller to leave out.
    """

    def read(node: Node, key: str, reading: Reading) -> int | None:
        found: int | dt.date | None = scalar(_week_or_day)(node, key, reading)
        clock = reading.clock
        if found is None or clock is None:
            return None
        number = found if isinstance(found, int) else clock.week(found)
        if clock.admits(number) or (early and number < 0) or node.place.depth > clock.depth:
            return number
        reading.refuse(node, key, f"outside the horizon: {clock.says()}")
        return None

    return read


def _week_or_day(word: Word) -> int | dt.date:
    found = week_number(word)
    return day(word) if found is None else found
