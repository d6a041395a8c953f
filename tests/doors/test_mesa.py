"""What somebody who knows Mesa tries first: stepping, agents by type, selections, collectors, batches, classes of
one's own.
"""

from __future__ import annotations

import warnings

import mesa
import networkx as nx
import numpy as np
import pytest

from sim.agents import CLASSES, CSO, NGO, Donor, Government, Organisation, PowerHolder
from sim.errors import BadInput
from sim.model import REPORTED, AllianceModel
from sim.running import run
from sim.scenario import Scenario, load_scenario
from tests.support import bits

WEEKS = 40


@pytest.fixture(scope="module")
def lived():
    """One small run, stepped to its end."""
    return AllianceModel(load_scenario("minimal").replace(weeks=WEEKS), rng=1).run_to_end()


def fresh(weeks=WEEKS, **words):
    return AllianceModel(load_scenario("minimal").replace(weeks=weeks), **{"rng": 1, **words})


def test_a_model_steps_week_by_week_and_stops_at_the_horizon():
    model = fresh(3)
    assert isinstance(model, mesa.Model) and model.running
    for week in range(3):
        assert model.week == week and model.running
        model.step()
    assert model.week == 3 and not model.running
    before = bits(model.outcomes)
    model.step()
    assert model.week == 3 and bits(model.outcomes) == before


def test_agents_by_type(lived):
    found = lived.agents_by_type
    assert set(found) <= {*CLASSES.values(), PowerHolder} and {NGO, CSO, Donor, PowerHolder} <= set(found)
    assert len(lived.agents) == sum(len(each) for each in found.values())
    assert len(lived.organisations) == int(lived.world.alliance.organisations)
    assert len(lived.power_holders) == int(lived.world.alliance.holders)


def test_agents_are_of_their_family_and_know_their_kind(lived):
    assert {agent.kind for agent in lived.agents.select(agent_type=CSO)} <= {
        "grassroots",
        "membership_body",
        "womens_rights",
        "faith",
    }
    assert {agent.kind for agent in lived.agents.select(agent_type=Government)} <= {
        "government_body",
        "local_authority",
    }


def test_selections_and_questions_to_many_at_once(lived):
    members = lived.organisations.select(lambda agent: agent.is_member)
    assert len(members) == int(lived.world.alliance.member_count)
    trust = lived.agents.select(agent_type=CSO).get("trust")
    assert all(0.0 <= each <= 1.0 for each in trust)
    best = lived.organisations.select(lambda agent: agent.commitment > 0.0, at_most=1)
    assert len(best) == 1


@pytest.mark.parametrize("name", ["trust", "position", "is_member", "name", "record", "row"])
def test_what_users_collect_exists_on_every_agent(lived, name):
    assert all(hasattr(agent, name) for agent in lived.agents)


def test_a_collector_of_ones_own():
    model = fresh(6)
    model.datacollector = mesa.DataCollector(
        model_reporters={"members": lambda m: sum(a.is_member for a in m.organisations)},
        agent_reporters={"trust": "trust", "position": "position", "is_member": "is_member"},
        agenttype_reporters={Organisation: {"hours": "hours_given"}, PowerHolder: {"veto": "has_veto"}},
    )
    model.run_to_end()
    agents = model.datacollector.get_agent_vars_dataframe()
    assert len(agents) == 6 * len(model.agents) and not agents.isna().any().any()
    assert agents["trust"].between(0, 1).all() and agents["position"].between(-1, 1).all()
    told = model.datacollector.get_model_vars_dataframe()["members"]
    assert list(told) == list(model.world.trajectory[:, 0])
    assert len(model.datacollector.get_agenttype_vars_dataframe(PowerHolder)) == 6 * len(model.power_holders)


def test_the_collector_that_is_there(lived):
    table = lived.datacollector.get_model_vars_dataframe()
    assert list(table.columns) == list(REPORTED) and len(table) == WEEKS
    alone = run(load_scenario("minimal").replace(weeks=WEEKS), seed=1, trajectory=True)
    assert table["trust_mean"].to_numpy().tobytes() == alone.trajectory["trust_mean"].tobytes()
    assert (
        table["phase"].isin(["forming", "agreeing", "acting", "dormant", "renewed", "handed_over", "dissolved"]).all()
    )


class Short(AllianceModel):
    """A model whose horizon is near: Mesa's batches know no scenario."""

    def __init__(self, **words):
        super().__init__(Scenario(weeks=8), **words)


def test_a_batch_of_mesas_own():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = mesa.batch_run(Short, {"meeting_interval": [1, 4], "founders": 8}, rng=[1, 2], display_progress=False)
    assert [(row["meeting_interval"], row["iteration"]) for row in rows] == [(1, 0), (4, 0), (1, 1), (4, 1)]
    assert all(0.0 <= row["trust_mean"] <= 1.0 for row in rows)
    assert len({row["trust_mean"] for row in rows}) == 4


class Sceptic(CSO):
    """Never comes to a meeting."""

    def attend(self):
        """Stay at home."""


class Ordinary(CSO):
    """Does what others of its family do."""

    def attend(self):
        """Come as others do."""
        super().attend()


def test_a_class_of_ones_own_changes_its_own_members_only():
    model = fresh(agent_classes={"CSO": Sceptic})
    sceptics = model.agents.select(agent_type=Sceptic)
    assert len(sceptics) > 0 and CSO not in model.agents_by_type
    model.run_to_end()
    assert all(agent.record.meetings_attended == 0 for agent in sceptics)
    others = [agent for agent in model.organisations if not isinstance(agent, Sceptic)]
    assert sum(int(agent.record.meetings_attended) for agent in others) > 0


def test_a_class_that_does_as_others_do_changes_no_bit(lived):
    assert bits(fresh(agent_classes={"CSO": Ordinary}).run_to_end().outcomes) == bits(lived.outcomes)


def test_who_stays_away_moves_no_draw_of_the_others():
    """Until the first meeting nothing differs; at it, the others come or stay just as they would have."""
    usual, sceptical = fresh(), fresh(agent_classes={"CSO": Sceptic})
    while not usual.world.counts.meetings:
        assert usual.running
        usual.step()
        sceptical.step()
    rows = [agent.row for agent in sceptical.organisations if not isinstance(agent, Sceptic)]
    assert [int(usual.world.organisations[r].attending) for r in rows] == [
        int(sceptical.world.organisations[r].attending) for r in rows
    ]
    assert any(usual.world.organisations[agent.row].attending for agent in sceptical.agents.select(agent_type=Sceptic))


def test_the_most_particular_name_wins():
    scenario = load_scenario("georgia").replace(weeks=1)
    one = next(member for member in scenario.members if member.kind == "grassroots")

    class ByKind(CSO):
        pass

    class ById(CSO):
        pass

    model = AllianceModel(scenario, rng=1, agent_classes={"CSO": Sceptic, "grassroots": ByKind, one.id: ById})
    found = {model.names.listed[agent.row].id: type(agent) for agent in model.organisations}
    kinds = {member.id: member.kind for member in scenario.members}
    assert found[one.id] is ById
    assert all(found[each] is ByKind for each, kind in kinds.items() if kind == "grassroots" and each != one.id)
    assert {found[each] for each, kind in kinds.items() if kind == "membership_body"} == {Sceptic}


def test_the_network_of_trust(lived):
    graph = lived.network()
    members = [agent for agent in lived.organisations if agent.is_member]
    assert isinstance(graph, nx.DiGraph) and len(graph) == len(members)
    assert graph.number_of_edges() == len(members) * (len(members) - 1)
    one, other = members[:2]
    assert graph[one.name][other.name]["trust"] == one.trust_in(other) == lived.world.trust[one.row, other.row]


def test_names_of_members_are_different(lived):
    names = [agent.name for agent in lived.organisations]
    assert len(set(names)) == len(names)


def test_a_seed_that_was_drawn_can_be_used_again():
    model = AllianceModel(Scenario(weeks=12))
    again = AllianceModel(Scenario(weeks=12), rng=model.seed_used)
    assert bits(again.run_to_end().outcomes) == bits(model.run_to_end().outcomes)


def test_parameters_by_name_are_checked():
    assert int(fresh(2, meeting_interval=4).parameters.meeting_interval) == 4
    with pytest.raises(BadInput, match="meeting_interval"):
        fresh(2, meeting_intervall=4)
    with pytest.raises(BadInput, match="1 to 12"):
        fresh(2, meeting_interval=0)


def test_numpy_seeds_are_welcome(lived):
    assert bits(fresh(rng=np.int64(1)).run_to_end().outcomes) == bits(lived.outcomes)
