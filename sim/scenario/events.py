"""The calendar of a scenario: what happens on a known date."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from typing import Any

from sim.parameters import PARAMETERS
from sim.scenario.nodes import Node, Scalar, Table
from sim.scenario.reading import Clock, NodeReader, Reading, by_name, listing, scalar, table, week
from sim.scenario.structure import CALENDAR_KINDS, CalendarEvent
from sim.scenario.values import Word, choice, day, number, text, truth, week_number

MOST_EVENTS = 500
ELECTIONS = ("election", "local_election")
SIZED = ("shock", "scandal", "funding_start", "funding_end")

# Contexts that may change on a date, by short name, with the span of their range.
DATED = {
    each.name: each.declaration.high - each.declaration.low
    for each in PARAMETERS.values()
    if each.declaration.dated and each.declaration.low is not None and each.declaration.high is not None
}


_CHANGES = by_name(scalar(choice(tuple(DATED))), scalar(number(-math.inf, math.inf)))


def read_change(node: Node, key: str, reading: Reading) -> dict[str, float] | None:
    """What is added to contexts, by short name: no more than takes each from one end of its range to the other."""
    if not isinstance(node, Table) or not node.entries:
        reading.refuse(node, key, "expected contexts with what is added to them, such as government_openness: 0.3")
        return None
    found: dict[str, float] = _CHANGES(node, key, reading)
    for name, value in found.items():
        span = DATED.get(name, math.inf)  # a name that is none has been reported
        mend = f"expected a number from {-span:g} to {span:g}"
        if abs(value) > span:
            reading.report(node.entries[name].place, f"{key}.{name}", f"{value:g}", mend)
    return found


FIELDS: dict[str, NodeReader] = {
    "date": week(early=False),
    "kind": scalar(choice(CALENDAR_KINDS)),
    "title": scalar(text()),
    "turnover": scalar(number(0.0, 1.0)),
    "size": scalar(number(0.0, 5.0)),
    "yearly": scalar(truth),
    "change": read_change,
    "mark": scalar(text()),
}


def read_event(node: Node, key: str, reading: Reading) -> tuple[CalendarEvent, ...] | None:
    """One dated event, or one a year from its date on; none where it lies outside a changed horizon."""
    said = table(FIELDS, required=("date", "kind"))(node, key, reading)
    if not said or "date" not in said or "kind" not in said or reading.clock is None:
        return None
    _check_event(said, node, key, reading)
    first, yearly, clock = said.pop("date"), said.pop("yearly", False), reading.clock
    weeks = _every_year(_first_day(node, first, clock), clock) if yearly else (first,)
    return tuple(CalendarEvent(week=each, **said) for each in weeks if clock.admits(each))


def _first_day(node: Node, first: int, clock: Clock) -> dt.date:
    """The day that an event names, or the day on which the week begins that it names."""
    said = node.entries["date"].node if isinstance(node, Table) else node
    if isinstance(said, Scalar) and week_number(Word(said.text, said.plain)) is None:
        return day(Word(said.text, said.plain))
    return clock.start + dt.timedelta(weeks=first)


def _every_year(first: dt.date, clock: Clock) -> Iterator[int]:
    """The weeks that hold the same day of every year, from the first to beyond the horizon."""
    last_day = 28 if first.month == 2 else first.day
    for year in range(first.year, clock.start.year + clock.weeks // 52 + 2):
        yield clock.week(dt.date(year, first.month, min(first.day, last_day)))


def _check_event(said: dict[str, Any], node: Node, key: str, reading: Reading) -> None:
    """Turnover belongs to elections, a size to what has one."""
    kind = said["kind"]
    if "turnover" in said and kind not in ELECTIONS:
        reading.report(node.place, f"{key}.turnover", "", f"only an election has it; this is a {kind}")
    has_change = isinstance(node, Table) and "change" in node.entries
    if has_change != (kind == "context"):
        mend = "expected `change:` with contexts" if kind == "context" else f"only a context has it; this is a {kind}"
        reading.report(node.place, f"{key}.change", "", mend)
    if "size" in said and kind not in SIZED:
        reading.report(node.place, f"{key}.size", "", f"only {', '.join(SIZED)} have it; this is a {kind}")


_EVENTS = listing(read_event, MOST_EVENTS, "leave the key out and dates are drawn from the contexts")


def read_calendar(node: Node, key: str, reading: Reading) -> tuple[CalendarEvent, ...] | None:
    """All dated events, by date."""
    found: tuple[tuple[CalendarEvent, ...], ...] | None = _EVENTS(node, key, reading)
    if found is None:
        return None
    events = [event for each in found for event in each]
    return tuple(sorted(events, key=lambda event: (event.week, event.kind, event.title)))
