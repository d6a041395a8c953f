"""The compiled door: runs without Mesa, one by one with their story, or by the block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import numpy as np

from sim.compiled import COMPILING, door, rule
from sim.declare import OFFICES
from sim.draws import run_key
from sim.events import CAUSES, CODES, EVENT_KINDS, REASONS
from sim.founding import (
    Blueprint,
    dated_events,
    found,
    founder_weights,
    prepare,
    room,
    sorted_members,
    sorted_offices,
)  # fmt: skip
from sim.kinds import KIND_NAMES, KINDS
from sim.outcomes import OUTCOME_DTYPE, OUTCOMES, measure
from sim.parameters import PARAMETERS, pack
from sim.preparing import compile_ahead
from sim.rules.words import TACTICS
from sim.scenario.structure import Scenario
from sim.state import TRAJECTORY, Store, World, empty_world
from sim.week import live_week

EVENTS_TO_START = 1_000
EVENTS_A_WEEK = 2  # for each organisation and power-holder: four times and more what busy runs write

LANGUAGES = ("en", "fr")
REASON_PLACES = {reason.name: place for place, reason in enumerate(REASONS)}

__all__ = ["Blueprint", "Event", "Run", "prepare", "run", "simulate", "simulate_weekly"]


@rule
def live_one(w, store, b, points, weights, seed, replicates, outcomes, k):
    """Run number k of a block: found, live week by week, measure. Writes: w, outcomes[k]."""
    key = run_key(seed, replicates[k])
    store.point[0] = points[k]
    p = store.point[0]
    found(w, store, b, p, weights[k], key)
    for week in range(b.weeks):
        live_week(w, p, key, week)
    measure(w, p, b.weeks, outcomes[k])


@rule
def live_block(w, store, b, points, weights, seed, replicates, outcomes):
    """Many runs, one after the other, in one world. Writes: w, outcomes (runs,)."""
    for k in range(points.shape[0]):
        live_one(w, store, b, points, weights, seed, replicates, outcomes, k)


@rule
def watch_block(w, store, b, points, weights, seed, replicates, outcomes, weekly):
    """The same, and the main variables of every week. Writes: w, outcomes (runs,), weekly (runs, weeks, variables)."""
    for k in range(points.shape[0]):
        live_one(w, store, b, points, weights, seed, replicates, outcomes, k)
        for week in range(weekly.shape[1]):
            for name in range(weekly.shape[2]):
                weekly[k, week, name] = w.trajectory[week, name]
                w.trajectory[week, name] = 0.0  # the next run finds it as the first did


_live_runs = door(live_block)
_watch_runs = door(watch_block)


def live_runs(*arguments: Any) -> None:
    """`live_block`, compiled side by side if it is not yet."""
    if COMPILING:
        compile_ahead()
    _live_runs(*arguments)


def simulate(blueprint: Blueprint, points: Any, replicates: Any, seed: int, out: Any) -> None:
    """Run a block of runs, each with its own parameters; releases the interpreter's lock, so that threads may share it.

    Parameters
    ----------
    blueprint : Blueprint
        From `prepare`.
    points : records of `sim.parameters.PARAMETER_DTYPE`, shape (runs,)
        Parameters of each run.
    replicates : int array, shape (runs,)
        Number of the replicate of each run: with the seed it fixes the run's chance, whatever its parameters.
    seed : int
        The study's seed, 0 to 2**63 - 1.
    out : float array, shape (runs, outcomes)
        Filled row by row, in the order of `sim.outcomes.OUTCOMES`; missing values are NaN.
    """
    organisations, holders = room(blueprint, points)
    world, store = empty_world(organisations, holders, blueprint.calendar.copy(), blueprint.terms)
    results = np.zeros(len(points), dtype=OUTCOME_DTYPE).view(np.recarray)
    numbers = np.ascontiguousarray(replicates, dtype=np.int64)
    with np.errstate(all="ignore"):
        live_runs(world, store, blueprint, points, founder_weights(points), np.uint64(seed), numbers, results)
    out[:, :] = results.view(np.float64).reshape(len(points), len(OUTCOMES))


def simulate_weekly(blueprint: Blueprint, points: Any, replicates: Any, seed: int, out: Any, weekly: Any) -> None:
    """The same runs as `simulate`, and their weekly main variables.

    Parameters
    ----------
    weekly : float array, shape (runs, weeks, variables)
        Filled run by run, in the order of `sim.state.TRAJECTORY`.
    """
    organisations, holders = room(blueprint, points)
    world, store = empty_world(
        organisations, holders, blueprint.calendar.copy(), blueprint.terms, weeks=weekly.shape[1]
    )
    results = np.zeros(len(points), dtype=OUTCOME_DTYPE).view(np.recarray)
    numbers = np.ascontiguousarray(replicates, dtype=np.int64)
    if COMPILING:
        compile_ahead()
    with np.errstate(all="ignore"):
        _watch_runs(world, store, blueprint, points, founder_weights(points), np.uint64(seed), numbers, results, weekly)
    out[:, :] = results.view(np.float64).reshape(len(points), len(OUTCOMES))


@dataclass(frozen=True, slots=True)
class Because:
    """One reason of an event: its name in `sim.events.REASONS`, how much of it there was, and its part in the event.

    `part` is in the unit of the rule that it explains: the larger, the more it explains; negative where it worked
    against. `who` and `whom` are names in "en" and "fr".
    """

    reason: str
    sort: str
    amount: float
    part: float
    who: tuple[str, str]
    whom: tuple[str, str]

    def text(self, lang: str = "en", who: str = "") -> str:
        """The reason as a clause, or as a line of its own; `who` in place of its own name."""
        reason, place = REASONS[REASON_PLACES[self.reason]], LANGUAGES.index(lang)
        pattern = reason.fr if lang == "fr" else reason.en
        named = {"who": who or self.who[place], "whom": self.whom[place]}
        return pattern.format(**named, **said(self.amount, self.part, lang))


@dataclass(frozen=True, slots=True)
class Event:
    """One dated line of a run's story, and why it happened."""

    week: int
    kind: str
    weight: int
    amount: float
    who: str
    whom: str
    french: tuple[str, str]
    part: float = 0.0
    reasons: tuple[Because, ...] = ()

    def names(self, lang: str = "en") -> tuple[str, str]:
        """Who and whom (or what, or why), in "en" or "fr"; a dash for nobody."""
        return self.french if lang == "fr" else (self.who, self.whom)

    def text(self, lang: str = "en") -> str:
        """The event as a sentence, in "en" or "fr"."""
        kind = EVENT_KINDS[CODES[self.kind]]
        who, whom = self.names(lang)
        pattern = kind.fr if lang == "fr" else kind.en
        return capitalised(pattern.format(who=who, whom=whom, **said(self.amount, self.part, lang)))


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its outcomes by name, and, where asked for, its weekly trajectory and its story."""

    scenario: Scenario
    seed: int
    replicate: int
    outcomes: Mapping[str, float]
    trajectory: Mapping[str, Any]
    events: tuple[Event, ...]


def log_room(entities: int, weeks: int) -> int:
    """Lines for which a log has room: who meets each week takes most of them."""
    return EVENTS_TO_START + EVENTS_A_WEEK * entities * weeks


def world_for(
    blueprint: Blueprint, point: Any, *, trajectory: bool = False, events: bool = False
) -> tuple[World, Store]:
    """An empty world with room for one run of this point, its trajectory and its log."""
    organisations, holders = room(blueprint, point)
    lines = log_room(organisations + holders, blueprint.weeks) if events else 0
    return empty_world(
        organisations, holders, blueprint.calendar.copy(), blueprint.terms, events=lines,
        weeks=blueprint.weeks if trajectory else 0,
    )  # fmt: skip


def run(
    scenario: Scenario,
    *,
    seed: int = 0,
    replicate: int = 0,
    trajectory: bool = False,
    events: bool = False,
    active: bool = True,
) -> Run:
    """Run one scenario once.

    Parameters
    ----------
    scenario : Scenario
        From `sim.load_scenario`.
    seed, replicate : int
        Together they fix every draw.
    trajectory, events : bool
        Whether to keep the weekly main variables and the log of events.
    active : bool
        False for the counterfactual in which nobody forms an alliance.

    Examples
    --------
    >>> import sim
    >>> sim.run(sim.load_scenario("minimal"), seed=1).outcomes["alive"] in (0.0, 1.0)
    True
    """
    blueprint = prepare(scenario, active=active)
    point = pack(scenario.parameters)
    world, store = world_for(blueprint, point, trajectory=trajectory, events=events)
    results = np.zeros(1, dtype=OUTCOME_DTYPE).view(np.recarray)
    with np.errstate(all="ignore"):
        numbers = np.array([replicate], dtype=np.int64)
        live_runs(world, store, blueprint, point, founder_weights(point), np.uint64(seed), numbers, results)
    return finished(scenario, seed, replicate, world, results[0])


def finished(scenario: Scenario, seed: int, replicate: int, world: World, results: Any) -> Run:
    """A run as users meet it, out of its world and its record of outcomes."""
    outcomes = {name: float(results[name]) for name in OUTCOMES}
    weekly = {name: world.trajectory[:, k].copy() for k, name in enumerate(TRAJECTORY)} if len(world.trajectory) else {}
    return Run(scenario, seed, replicate, outcomes, weekly, tuple(told(scenario, world)))


def told(scenario: Scenario, world: World) -> list[Event]:
    """The log of a run as events with the names of its entities, each with the reasons that follow it in the log."""
    names = Names(scenario, world)
    found: list[Event] = []
    reasons: list[Because] = []
    log = world.events[: int(world.counts.logged)]
    fields = log.dtype.names or ()
    for each in log.tolist():  # plain numbers: a record's fields are slow to read one by one
        row = SimpleNamespace(**dict(zip(fields, each, strict=True)))
        kind, week = EVENT_KINDS[int(row.kind)], int(row.week)
        if kind.name == "because":
            reasons.append(reason_told(row, names))
            continue
        if found:
            found[-1] = replace(found[-1], reasons=tuple(reasons))
        reasons = []
        whom = int(row.cause if kind.whom == "cause" else row.whom)
        english, french = (
            (names.name(kind.who, int(row.who), week, lang), names.name(kind.whom, whom, week, lang))
            for lang in ("en", "fr")
        )
        found.append(Event(week, kind.name, kind.weight, float(row.amount), *english, french, float(row.part)))
    if found:
        found[-1] = replace(found[-1], reasons=tuple(reasons))
    return found


def reason_told(row: Any, names: Names) -> Because:
    """One line of the log that says why, with the names of its entities."""
    reason, week = REASONS[int(row.cause)], int(row.week)
    english, french = (
        (names.name(reason.who, int(row.who), week, lang), names.name(reason.whom, int(row.whom), week, lang))
        for lang in LANGUAGES
    )
    return Because(reason.name, reason.sort, float(row.amount), float(row.part), *zip(english, french, strict=True))


def capitalised(sentence: str) -> str:
    """A sentence with a capital first letter, the rest untouched."""
    return sentence[:1].upper() + sentence[1:]


def said(amount: float, part: float, lang: str) -> dict[str, str]:
    """How a pattern's gaps for numbers are filled: an amount, its sign, as a percentage, and what it was before."""
    return {
        "amount": plain(amount, lang), "signed": signed(amount, lang), "part": signed(part, lang),
        "before": signed(amount - part, lang), "earlier": plain(amount - part, lang), "whole": f"{amount:.0f}",
        "percent": percentage(amount, lang),
    }  # fmt: skip


def percentage(share: float, lang: str = "en") -> str:
    """A share as a percentage; what is above 0 never reads as 0."""
    number = f"{100.0 * share:.0f}"
    french = lang == "fr"
    if number == "0" and share > 0.0:
        return "moins de 1\u202f%" if french else "less than 1%"
    return f"{number}\u202f%" if french else f"{number}%"


def signed(number: float, lang: str = "en") -> str:
    """A number with its sign and two decimals; 0 has none."""
    text = f"{abs(number):.2f}"
    sign = "" if float(text) == 0.0 else "+" if number > 0.0 else "−"
    return sign + (text.replace(".", ",") if lang == "fr" else text)


def plain(number: float, lang: str = "en") -> str:
    """A number as people write it: whole where it is whole, with a comma in French."""
    text = f"{number:.0f}" if number == int(number) else f"{number:.2f}"
    return text.replace(".", ",") if lang == "fr" else text


TACTIC_WORDS = {
    "research": ("a piece of research", "un travail de recherche"),
    "policy_brief": ("a policy brief", "une note d’orientation"),
    "budget_analysis": ("a budget analysis", "une analyse budgétaire"),
    "legislator_briefing": ("a briefing of legislators", "une séance d’information parlementaire"),
    "insider_meeting": ("a meeting with decision-makers", "une rencontre avec les responsables publics"),
    "media": ("media work", "un travail avec les médias"),
    "mobilisation": ("a public mobilisation", "une mobilisation du public"),
    "pilot": ("a pilot project", "un projet pilote"),
    "conference": ("a conference", "une conférence"),
    "field_visit": ("a field visit for officials", "une visite de terrain pour les responsables"),
    "pledge_campaign": ("a pledge campaign", "une campagne d’engagement public signé"),
}

OFFICE_WORDS = {
    "executive": ("the head of the executive", "la cheffe ou le chef de l’exécutif"),
    "minister": ("the minister", "la ou le ministre"),
    "official": ("a senior official", "une ou un haut responsable"),
    "legislator": ("a legislator", "une ou un parlementaire"),
    "local_authority": ("the local authority", "l’autorité locale"),
    "candidate": ("a candidate", "une candidate ou un candidat"),
}


class Names:
    """Names of a run's entities: those of the scenario, or the kind and number of generated ones."""

    def __init__(self, scenario: Scenario, world: World):
        self.listed = sorted_members(scenario)
        self.members = [member.name for member in self.listed]
        self.offices = sorted_offices(scenario)
        self.provisions = [each.title or each.id for each in scenario.provisions or ()]
        self.days = [each.title for each in dated_events(scenario)]
        self.world = world
        self.kinds = [(KINDS[name].en, KINDS[name].fr) for name in KIND_NAMES]

    def name(self, sort: str, number: int, week: int, lang: str) -> str:
        """The name of entity `number` of a sort, at a week, in a language; empty for nobody."""
        place = ("en", "fr").index(lang)
        if number < 0 or sort == "none":
            return "—"
        if sort == "cause":
            return CAUSES[number].en if lang == "en" else CAUSES[number].fr
        if sort == "parameter":
            declaration = list(PARAMETERS.values())[number].declaration
            return (declaration.en, declaration.fr)[place]
        if sort == "provision":
            return self.provisions[number] if self.provisions else f"{('provision', 'disposition')[place]} {number + 1}"
        if sort == "day":
            return (self.days[number] if self.days else "") or ("A day that people celebrate", "Jour de fête")[place]
        if sort == "tactic":
            return TACTIC_WORDS[TACTICS[number]][place]
        return self.organisation(number, place) if sort == "organisation" else self.holder(number, week, place)

    def organisation(self, row: int, place: int) -> str:
        """Name of the organisation in a row."""
        if self.members:
            return self.members[row]
        record = self.world.organisations[row]
        same = [i for i in range(row) if self.world.organisations[i].kind == record.kind]
        return f"{self.kinds[int(record.kind)][place]} {len(same) + 1}"

    def holder(self, row: int, week: int, place: int) -> str:
        """Name of the power-holder in a row at a week: the listed occupant of that time, or the office."""
        if not self.offices:
            return self.generated_holder(row, place)
        office = self.offices[row]
        now = [term for term in office.terms if term.from_week <= week]
        return f"{now[-1].name} ({office.name})" if now else office.name

    def generated_holder(self, row: int, place: int) -> str:
        """Office and number of a power-holder that the parameters made."""
        office = int(self.world.holders[row].office)
        alike = [h for h in range(int(self.world.alliance.holders)) if self.world.holders[h].office == office]
        words = OFFICE_WORDS[OFFICES[office]][place]
        return f"{words} ({alike.index(row) + 1})" if len(alike) > 1 else words


def is_compiled() -> bool:
    """Whether rules run compiled; false with NUMBA_DISABLE_JIT=1, where they run as plain Python."""
    return bool(COMPILING)
