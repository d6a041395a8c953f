"""The Mesa door: the same run, week by week, by agents that act."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import mesa
import networkx as nx
import numpy as np

from sim.agents import CLASSES, Organisation, PowerHolder, acts
from sim.compiled import door
from sim.declare import FAMILIES
from sim.draws import run_key
from sim.founding import found, founder_weights, prepare
from sim.kinds import KIND_NAMES
from sim.outcomes import OUTCOME_DTYPE, measure
from sim.parameters import pack
from sim.rules.words import PHASES, STAGES
from sim.running import Names, Run, finished, world_for
from sim.scenario import load_scenario, with_settings
from sim.scenario.structure import Scenario
from sim.state import TRAJECTORY
from sim.week import WEEK

KEY_OF = door(run_key)
FOUND = door(found)
MEASURE = door(measure)
REPORTED = (
    "members", "phase", "stage", "trust_mean", "enthusiasm_mean", "legitimacy", "salience", "public_support",
    "government_trust", "implementation",
)  # fmt: skip


class AllianceModel(mesa.Model):
    """One alliance, one run, as a `mesa.Model`.

    Parameters
    ----------
    scenario : Scenario, path, name of a shipped scenario, or None for the defaults
        What is simulated.
    rng : int or None
        The run's seed; None draws one and keeps it in `seed_used`, so that the run can be repeated.
    agent_classes : mapping from a kind, a family or an organisation's id to a class
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
        rng: int | None = None,
        agent_classes: Mapping[str, type[Organisation]] | None = None,
        **parameters: Any,
    ):
        seed = int(np.random.SeedSequence().generate_state(1)[0]) if rng is None else int(rng)
        super().__init__(rng=seed)
        self.seed_used = seed
        self.situation = _situation(scenario, parameters)
        self._found(seed)
        self._people(agent_classes or {})
        self.week = 0
        self.lived = 0
        self.datacollector = mesa.DataCollector(model_reporters={name: partial(_reported, name) for name in REPORTED})

    def _found(self, seed: int) -> None:
        blueprint = prepare(self.situation)
        point = pack(self.situation.parameters)
        self.weeks = blueprint.weeks
        self.parameters = point[0]
        self._point = acts.plain(point)
        self.key = np.uint64(KEY_OF(np.uint64(seed), np.int64(0)))
        self.world, store = world_for(blueprint, point, trajectory=True, events=True)
        self._entry = acts.entry_of(self.world, store)
        with np.errstate(all="ignore"):
            FOUND(self.world, store, blueprint, self.parameters, founder_weights(point)[0], self.key)

    def _people(self, classes: Mapping[str, type[Organisation]]) -> None:
        self.names = Names(self.situation, self.world)
        listed = [member.id for member in self.names.listed]
        rows = range(int(self.world.alliance.organisations))
        for row in rows:
            record = self.world.organisations[row]
            family, kind = FAMILIES[int(record.family)], KIND_NAMES[int(record.kind)]
            named = (listed[row] if listed else "", kind, family)
            found_class = next((classes[name] for name in named if name in classes), CLASSES[family])
            found_class(self, row)
        for row in range(int(self.world.alliance.holders)):
            PowerHolder(self, row)
        self.organisations = self.agents.select(lambda agent: isinstance(agent, Organisation))
        self.power_holders = self.agents.select(agent_type=PowerHolder)

    @property
    def touch(self) -> tuple[Any, Any, Any, int]:
        """What an entry to a rule needs beside a row: world, parameters, key of the run, week."""
        return self._entry, self._point, self.key, self.week

    def step(self) -> None:
        """One week: the agents act, process by process, in the order of `sim.week.WEEK`."""
        if self.week >= self.weeks:
            self.running = False
            return
        with np.errstate(all="ignore"):
            for phase in WEEK:
                if phase.who == "alliance":
                    acts.TOGETHER[phase.name](*self.touch)
                else:
                    actors = self.power_holders if phase.who == "holder" else self.organisations
                    actors.do(phase.method)
        self.lived = self.week
        self.datacollector.collect(self)
        self.week += 1
        self.running = self.week < self.weeks

    def run_to_end(self) -> AllianceModel:
        """Step until the horizon."""
        while self.running:
            self.step()
        return self

    def report(self, name: str) -> float | str:
        """One of the main variables after the week last lived (zeros before the first); phase and stage in words."""
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
            MEASURE(self.world, self.parameters, self.weeks, results[0])
        return finished(self.situation, self.seed_used, 0, self.world, results[0])

    def network(self) -> nx.DiGraph:
        """Trust between present members: an arrow from each to each, weighted by trust."""
        graph = nx.DiGraph()
        members = [agent for agent in self.organisations if agent.is_member]
        for agent in members:
            graph.add_node(agent.name, kind=agent.kind)
        for one in members:
            for other in members:
                if one is not other:
                    graph.add_edge(one.name, other.name, trust=one.trust_in(other))
        return graph


def _reported(name: str, model: AllianceModel) -> float | str:
    """One main variable of a model; a plain function under `partial`, so that models can be copied and stored."""
    return model.report(name)


def _situation(scenario: Scenario | str | Path | None, parameters: Mapping[str, Any]) -> Scenario:
    """The scenario meant, with other values where parameters are given."""
    if isinstance(scenario, Scenario):
        meant = scenario
    else:
        meant = Scenario() if scenario is None else load_scenario(scenario)
    return with_settings(meant, dict(parameters)) if parameters else meant
