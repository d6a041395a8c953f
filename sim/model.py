"""The Mesa door: the same run, week by week, by agents that act."""

from __future__ import annotations

import difflib
import operator
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import mesa
import networkx as nx
import numpy as np

from sim.agents import Actor, PowerHolder, acts
from sim.agents.acts import Desk
from sim.agents.casting import check_classes, class_for
from sim.agents.families import CLASSES
from sim.agents.turns import turn
from sim.compiled import door
from sim.declare import FAMILIES, OFFICES
from sim.draws import run_key
from sim.errors import BadInput, Problem
from sim.founding import founder_weights, prepare
from sim.kinds import KIND_NAMES
from sim.outcomes import OUTCOME_DTYPE
from sim.parameters import pack
from sim.rules.words import PHASES, STAGES
from sim.running import Names, Run, finished, world_for
from sim.scenario import load_scenario, with_settings
from sim.scenario.building import MOST_WEEKS
from sim.scenario.structure import Scenario
from sim.state import TRAJECTORY, World
from sim.week import WEEK, Phase

KEY_OF = door(run_key)
MOST_SEED = 2**63 - 1
MOST_GROUPS = 64
SEEDS = "expected a whole number from 0 to 2**63 - 1, or a generator of numpy"
SEATING = "not free: a model makes its own agents; give classes of yours as agent_classes"
REPORTED = (
    "members", "phase", "stage", "trust_mean", "enthusiasm_mean", "legitimacy", "salience", "public_support",
    "government_trust", "implementation",
)  # fmt: skip


class AllianceModel(mesa.Model):
    """One alliance, one run, as a `mesa.Model`.

    Parameters
    ----------
    scenario : Scenario, path, name of a shipped scenario, or None for the defaults
        What is simulated; kept as `situation` (`model.scenario` is Mesa's own).
    rng : int, or whatever Mesa draws from, or None
        The run's seed. What is not a number gives one, kept in `seed_used`, so that the run can be repeated.
    replicate : int
        Number of the run of this seed: `sim.run` with the same two lives the same weeks.
    weeks : int or None
        Another horizon than the scenario's.
    agent_classes : mapping from a family, a kind, an office or an id to a class
        Classes of your own, derived from those of `sim.agents`; the most particular name wins.
    **parameters
        Values by dotted or short name: `meeting_interval=4`.

    Examples
    --------
    >>> model = AllianceModel("minimal", rng=1, meeting_interval=4)
    >>> model.step()
    >>> len(model.agents_by_type) > 5
    True
    """

    def __init__(
        self,
        scenario: Scenario | str | Path | None = None,
        *,
        rng: Any = None,
        replicate: int = 0,
        weeks: int | None = None,
        agent_classes: Mapping[str, type[Actor]] | None = None,
        **parameters: Any,
    ):
        self.seed_used = _seed(rng)
        self.replicate = int(replicate)
        super().__init__(rng=self.seed_used)
        self.situation = _situation(scenario, weeks, parameters)
        self._found()
        self._people(agent_classes or {})
        self.lived = 0
        self.datacollector = mesa.DataCollector(model_reporters={name: partial(_reported, name) for name in REPORTED})

    def _found(self) -> None:
        blueprint = prepare(self.situation)
        point = pack(self.situation.parameters)
        self.weeks = blueprint.weeks
        self.key = np.uint64(KEY_OF(np.uint64(self.seed_used), np.int64(self.replicate)))
        world, store = world_for(blueprint, point, trajectory=True, events=True)
        store.point[:] = point
        self._memory = world, store
        self._lay_out(0)
        with np.errstate(all="ignore"):
            acts.found(self.touch, store, blueprint, founder_weights(point)[0])

    def _lay_out(self, week: int) -> None:
        """Make the arrays of this run reachable for entries; its single records are those of the store."""
        world, store = self._memory
        singles = {name: array[0] for name, array in store._asdict().items() if name in World._fields}
        settings = store.point.view(np.ndarray).view(np.float64)
        self.world: World = world._replace(**singles, settings=settings)
        self.parameters = store.point[0]
        self._desk = Desk(self.world, store, self.key, week)
        self.touch = self._desk.touch
        self.names = Names(self.situation, self.world)
        self._groups: dict[tuple[str, bytes], Any] = {}

    def _people(self, classes: Mapping[str, type[Actor]]) -> None:
        check_classes(classes, self.situation)
        alliance = self.world.alliance
        numbers = {"organisation": int(alliance.organisations), "holder": int(alliance.holders)}
        self._seats: dict[str, dict[int, Actor | None]] = {
            sort: dict.fromkeys(range(number)) for sort, number in numbers.items()
        }
        for row in range(numbers["organisation"]):
            self._organisation_class(row, classes)(self, row)
        for row in range(numbers["holder"]):
            self._holder_class(row, classes)(self, row)
        self.organisations = self.agents.select(lambda agent: agent.sort == "organisation")
        self.power_holders = self.agents.select(agent_type=PowerHolder)

    def _organisation_class(self, row: int, classes: Mapping[str, type[Actor]]) -> type[Actor]:
        record, listed = self.world.organisations[row], self.names.listed
        family = FAMILIES[int(record.family)]
        ids = [listed[row].id] if listed else []
        return class_for((*ids, KIND_NAMES[int(record.kind)], family), CLASSES[family], classes)

    def _holder_class(self, row: int, classes: Mapping[str, type[Actor]]) -> type[Actor]:
        ids = [self.names.offices[row].id] if self.names.offices else []
        names = (*ids, OFFICES[int(self.world.holders[row].office)], PowerHolder.__name__)
        return class_for(names, PowerHolder, classes)

    def seat(self, actor: Actor, row: int) -> None:
        """Give an actor its row of the state; refused where there is no such row, or another sits there."""
        seats = self._seats[actor.sort]
        if seats.get(row, actor) is not None:
            raise BadInput(Problem(type(actor).__name__, 0, "row", str(row), SEATING))
        seats[row] = actor

    def unseat(self, actor: Actor) -> None:
        """Let nobody act for an actor's row any more."""
        self._seats[actor.sort].pop(actor.row, None)
        self.organisations.discard(actor)
        self.power_holders.discard(actor)
        self._groups.clear()

    @property
    def week(self) -> int:
        """The week that is lived next, from 0."""
        return self._desk.week

    def step(self) -> None:
        """One week: the agents act, process by process, in the order of `sim.week.WEEK`."""
        if self.week >= self.weeks:
            self.running = False
            return
        with np.errstate(all="ignore"):
            for phase in WEEK:
                if phase.who == "alliance":
                    acts.TOGETHER[phase.name](self.touch)
                else:
                    self._acting(phase).do(phase.method)
        self.lived = self.week
        self.datacollector.collect(self)
        self._desk.turn_to(self.week + 1)
        self.running = self.week < self.weeks

    def _acting(self, phase: Phase) -> Any:
        """The agents that have a part in a step of the week, in the order of their rows."""
        sort = "holder" if phase.who == "holder" else "organisation"
        rows = turn(phase, self._desk)
        group = self._groups.get((sort, rows.tobytes()))
        return self._group(sort, rows) if group is None else group

    def _group(self, sort: str, rows: Any) -> Any:
        """The agents of these rows, kept for as long as nobody comes or goes."""
        if len(self._groups) >= MOST_GROUPS:
            self._groups.clear()
        seated = [self._seats[sort].get(row) for row in rows.tolist()]
        group = mesa.agent.AgentSet([actor for actor in seated if actor is not None], random=self.random)
        return self._groups.setdefault((sort, rows.tobytes()), group)

    def __getstate__(self) -> dict[str, Any]:
        """What is copied and stored: all but what says where in memory the arrays lie."""
        place = ("world", "parameters", "touch", "names", "_desk", "_groups")
        return {name: value for name, value in vars(self).items() if name not in place} | {"_week": self.week}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """A copy has arrays of its own, and reaches those."""
        week = state.pop("_week")
        self.__dict__.update(state)
        self._lay_out(week)

    def run_to_end(self) -> AllianceModel:
        """Step until the horizon."""
        while self.running:
            self.step()
        return self

    def report(self, name: str) -> float | str:
        """One of the main variables after the week last lived (zeros before the first); phase and stage in words."""
        if name not in TRAJECTORY:
            close = difflib.get_close_matches(name, TRAJECTORY, n=1)
            raise BadInput(Problem("report", 0, name, "", "no such weekly variable", close[0] if close else ""))
        value = float(self.world.trajectory[self.lived, TRAJECTORY.index(name)])
        words = {"phase": PHASES, "stage": STAGES}.get(name)
        return words[int(value)] if words else value

    @property
    def outcomes(self) -> dict[str, float]:
        """Outcomes as of now, by name."""
        return dict(self.result().outcomes)

    def result(self) -> Run:
        """The run so far as `sim.run` returns it: outcomes, trajectory and story."""
        results = np.zeros(1, dtype=OUTCOME_DTYPE).view(np.recarray)
        with np.errstate(all="ignore"):
            acts.measure(self.touch, self.weeks, results)
        return finished(self.situation, self.seed_used, self.replicate, self.world, results[0])

    def network(self) -> nx.DiGraph:
        """Trust between present members: an arrow from each to each, weighted by trust."""
        graph = nx.DiGraph()
        members = [(agent.name, agent) for agent in self.organisations if agent.is_member]
        for name, agent in members:
            graph.add_node(name, kind=agent.kind, family=agent.family, row=agent.row)
        for name, one in members:
            for whom, other in members:
                if one is not other:
                    graph.add_edge(name, whom, trust=one.trust_in(other))
        return graph


def _reported(name: str, model: AllianceModel) -> float | str:
    """One main variable of a model; a plain function under `partial`, so that models can be copied and stored."""
    return model.report(name)


def _seed(rng: Any) -> int:
    """The run's seed: as given, or drawn."""
    if rng is None:
        return int(np.random.SeedSequence().generate_state(1)[0])
    if isinstance(rng, np.random.Generator | np.random.BitGenerator | np.random.SeedSequence | list | tuple):
        return int(np.random.default_rng(rng).integers(MOST_SEED))
    try:
        seed = operator.index(rng)
    except TypeError:
        raise BadInput(Problem("AllianceModel", 0, "rng", repr(rng), SEEDS)) from None
    if not 0 <= seed <= MOST_SEED:
        raise BadInput(Problem("AllianceModel", 0, "rng", str(seed), SEEDS))
    return seed


def _situation(scenario: Scenario | str | Path | None, weeks: int | None, parameters: Mapping[str, Any]) -> Scenario:
    """The scenario meant, with other values where they are given."""
    meant = _scenario(scenario)
    if weeks is not None:
        if not 1 <= weeks <= MOST_WEEKS:
            raise BadInput(Problem("AllianceModel", 0, "weeks", str(weeks), f"expected 1 to {MOST_WEEKS}"))
        meant = meant.replace(weeks=operator.index(weeks))
    if "seed" in parameters:
        raise BadInput(Problem("AllianceModel", 0, "seed", "", "no such parameter", "rng"))
    try:
        return with_settings(meant, dict(parameters)) if parameters else meant
    except BadInput as wrong:
        raise BadInput(replace(each, file="AllianceModel") for each in wrong.problems) from None


def _scenario(scenario: Any) -> Scenario:
    if scenario is None:
        return Scenario()
    if isinstance(scenario, str | Path):
        return load_scenario(scenario)
    if isinstance(scenario, Scenario):
        return scenario
    said = "expected a scenario of `sim.load_scenario`, a path, the name of a shipped scenario, or None"
    raise BadInput(Problem("AllianceModel", 0, "scenario", repr(scenario), said))
