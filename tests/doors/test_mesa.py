"""What somebody who knows Mesa tries first: stepping, agents by type, selections, collectors, batches, classes of
one's own.
"""

from __future__ import annotations

import copy
import math
import pickle
import warnings
from functools import partial

import mesa
import networkx as nx
import numpy as np
import pytest

from sim.agents import CLASSES, CSO, NGO, Donor, Government, Organisation, PowerHolder, turns
from sim.agents.acts import Desk
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


NUMBERS = ("trust", "position", "influence", "drive", "commitment", "enthusiasm", "fatigue", "voice", "satisfaction",
           "hours_given", "row")  # fmt: skip
WORDS = ("name", "kind", "family", "office")
FLAGS = ("is_member", "has_veto")


def test_what_users_collect_exists_on_every_agent_and_has_one_type():
    """String reporters ask every agent and stop at the first that does not know the word."""
    model = fresh(2)
    model.datacollector = mesa.DataCollector(agent_reporters={name: name for name in NUMBERS + WORDS + FLAGS})
    model.run_to_end()
    told = model.datacollector.get_agent_vars_dataframe()
    assert len(told) == 2 * len(model.agents)
    assert all(told[name].map(lambda value: isinstance(value, int | float)).all() for name in NUMBERS)
    assert all(told[name].map(lambda value: isinstance(value, str)).all() for name in WORDS)
    assert set(told["is_member"]) == set(told["has_veto"]) == {True, False}
    outside = told[told["family"] == "PowerHolder"]
    assert outside["commitment"].isna().all() and outside["trust"].notna().all() and not outside["is_member"].any()
    assert told.loc[told["family"] != "PowerHolder", "influence"].isna().all()


def test_agents_are_grouped_by_what_they_are(lived):
    families = lived.agents.groupby("family").count()
    assert families["PowerHolder"] == len(lived.power_holders) and sum(families.values()) == len(lived.agents)
    assert families["CSO"] == len(lived.agents_by_type[CSO])


def test_what_an_agent_is_can_be_set_within_its_bounds():
    model = fresh(2)
    model.organisations.set("commitment", 0.25)
    assert set(model.world.organisations["commitment"][: len(model.organisations)]) == {0.25}
    holder = model.power_holders.to_list()[0]
    holder.position = -1.0
    assert float(model.world.holders[holder.row].position) == -1.0
    with pytest.raises(ValueError, match="commitment: 1.5; expected a number from 0 to 1"):
        model.organisations.set("commitment", 1.5)


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


# Time ---------------------------------------------------------------------------------------------------------------


def test_mesa_runs_it_for_a_while_until_a_time_and_with_events():
    model, seen = fresh(20), []

    def look():
        seen.append(model.week)

    model.schedule_event(look, at=5)
    model.run_for(8)
    assert (model.week, model.time, model.steps, seen) == (8, 8.0, 8, [5])
    model.run_until(12)
    assert model.week == 12 and model.running
    model.run_for(30)
    assert model.week == 20 and not model.running
    assert len(model.datacollector.get_model_vars_dataframe()) == 20


def test_run_model_stops_at_the_end(lived):
    model = fresh()
    model.run_model()
    assert model.week == WEEKS and bits(model.outcomes) == bits(lived.outcomes)


def test_no_scenario_is_the_defaults_and_the_horizon_can_be_chosen():
    assert AllianceModel(rng=1).weeks == Scenario().weeks
    assert AllianceModel("georgia", rng=1, meeting_interval=4, weeks=30).run_to_end().week == 30
    with pytest.raises(BadInput, match="weeks: 0; expected 1 to"):
        AllianceModel(weeks=0)


def test_models_side_by_side_do_not_touch_one_another():
    """Two scenarios stepped in turn, and a third model made in between, end as each alone."""
    one, other = AllianceModel("georgia", rng=2, weeks=30), AllianceModel("minimal", rng=3, weeks=30)
    while one.running:
        one.step()
        AllianceModel("minimal", rng=4, weeks=1)
        other.step()
    assert bits(one.result().trajectory) == bits(run(one.situation, seed=2, trajectory=True).trajectory)
    assert bits(other.result().trajectory) == bits(run(other.situation, seed=3, trajectory=True).trajectory)


@pytest.mark.parametrize("duplicate", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_a_copy_lives_on_by_itself(lived, duplicate):
    model = fresh()
    model.run_for(15)
    before = model.world.trust.tobytes(), bits(model.outcomes)
    twin = duplicate(model)
    assert [agent.row for agent in twin.organisations] == [agent.row for agent in model.organisations]
    assert all(agent.model is twin for agent in twin.agents)
    assert np.shares_memory(twin.world.settings, twin._memory[1].point)
    assert not np.shares_memory(twin.world.settings, model.world.settings)
    twin.run_to_end()
    assert twin.week == WEEKS and bits(twin.outcomes) == bits(lived.outcomes)
    assert model.week == 15 and (model.world.trust.tobytes(), bits(model.outcomes)) == before
    model.run_to_end()
    assert bits(model.result().trajectory) == bits(lived.result().trajectory)


def test_a_batch_in_two_processes_and_by_partial():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = [
            mesa.batch_run(partial(AllianceModel, "minimal", weeks=6), {"meeting_interval": [1, 4]}, rng=[1],
                           number_processes=processes, display_progress=False)
            for processes in (1, 2)
        ]  # fmt: skip
    one, two = ({row["meeting_interval"]: row["trust_mean"] for row in each} for each in rows)
    assert one == two and len(set(one.values())) == 2


# Whose turn it is ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["georgia", "minimal"])
def test_who_is_not_called_would_have_done_nothing(monkeypatch, name):
    called = AllianceModel(name, rng=5, weeks=120).run_to_end()
    monkeypatch.setattr(turns, "TURNS", {})
    everybody = AllianceModel(name, rng=5, weeks=120).run_to_end()
    assert bits(everybody.result().trajectory) == bits(called.result().trajectory)
    assert bits(everybody.outcomes) == bits(called.outcomes)


class Counting(CSO):
    """Counts how often it is asked to come."""

    asked = 0

    def attend(self):
        """Come as others do."""
        self.asked += 1
        super().attend()


def test_a_member_is_asked_to_come_when_there_is_a_meeting():
    model = fresh(agent_classes={"CSO": Counting}).run_to_end()
    counting = model.agents.select(agent_type=Counting)
    assert [agent.asked for agent in counting] == [int(agent.record.meetings_possible) for agent in counting]
    assert 0 < max(agent.asked for agent in counting) < WEEKS / 2


# Classes of one's own -----------------------------------------------------------------------------------------------


class Refuser(PowerHolder):
    """Refuses whatever is put to the vote."""

    def vote(self):
        """Refuse."""
        self.cast(False)


class Supporter(PowerHolder):
    """Consents to whatever is put to the vote."""

    def vote(self):
        """Consent."""
        self.cast(True)


def test_power_holders_of_ones_own_decide_the_vote():
    usual, refused, supported = (
        AllianceModel("minimal", rng=1, agent_classes=classes).run_to_end().outcomes
        for classes in ({}, {"PowerHolder": Refuser}, {"PowerHolder": Supporter})
    )
    assert usual["adopted_ever"] == 1.0 and usual["votes_held"] > 1
    assert refused["adopted_ever"] == 0.0 and refused["votes_held"] > 1
    assert supported["adopted_ever"] == 1.0 and supported["votes_held"] < usual["votes_held"]


def test_a_vote_counts_only_where_consent_is_needed():
    model = AllianceModel("minimal", rng=1, weeks=2)
    model.step()
    holder = next(each for each in model.power_holders if each.has_veto)
    model.world.policy.voting_gate = -1
    holder.cast(False)
    assert holder.record.votes_for == 0
    model.world.policy.voting_gate = 0
    holder.cast(False)
    assert holder.record.votes_for == -1
    free = next(each for each in model.power_holders if not each.has_veto)
    free.cast(False)
    assert free.record.votes_for == 0


def test_offices_are_named_by_kind_and_by_id():
    scenario = load_scenario("georgia").replace(weeks=1)
    office = scenario.government[1]
    model = AllianceModel(scenario, rng=1, agent_classes={office.id: Refuser, "legislator": Supporter})
    found = {each.record.address: type(each) for each in model.power_holders}
    assert list(found.values()).count(Refuser) == 1
    kinds = {type(each): each.office for each in model.power_holders if type(each) is not PowerHolder}
    assert kinds == {Refuser: office.office, Supporter: "legislator"}


def test_a_kind_and_an_office_of_the_same_name_are_told_apart_by_the_class():
    class Town(Government):
        pass

    scenario = load_scenario("minimal").replace(weeks=1)
    offices = AllianceModel(scenario, rng=1, agent_classes={"local_authority": Refuser})
    assert {each.office for each in offices.agents.select(agent_type=Refuser)} == {"local_authority"}
    towns = AllianceModel(scenario, rng=1, agent_classes={"local_authority": Town})
    assert {each.kind for each in towns.agents.select(agent_type=Town)} <= {"local_authority"}
    assert not towns.agents.select(agent_type=Refuser)


@pytest.mark.parametrize(
    "given, said",
    [
        ({"CSOs": Sceptic}, "CSOs: no such family, kind, office or id in this scenario; did you mean CSO?"),
        ({"Donor": Sceptic}, "Donor: .*; expected a class derived from Donor"),
        ({"CSO": mesa.Agent}, "expected a class derived from CSO"),
        ({"CSO": "Sceptic"}, "CSO: 'Sceptic'; expected a class derived from CSO"),
        ({"PowerHolder": Sceptic}, "expected a class derived from PowerHolder"),
    ],
)
def test_a_class_that_nobody_could_be_is_refused(given, said):
    with pytest.raises(BadInput, match=said):
        fresh(1, agent_classes=given)


class Keen(CSO):
    """Joins in the fourth week and goes in the tenth."""

    def decide_to_join(self):
        """Join when it wants."""
        if self.model.week == 4:
            self.enter()

    def leave(self):
        """Go when it wants."""
        if self.model.week == 10:
            self.go()


def test_a_member_comes_and_goes_by_its_own_decision():
    model = fresh(agent_classes={"CSO": Keen}).run_to_end()
    keen = model.agents.select(agent_type=Keen)
    invited = [agent for agent in keen if not agent.record.is_drafter]
    assert invited and {int(agent.record.joined_week) for agent in invited} == {4}
    assert {int(agent.record.left_week) for agent in keen} == {10} and not any(agent.is_member for agent in keen)
    names = {agent.name for agent in keen}
    story = [(each.kind, each.week) for each in model.result().events if each.who in names]
    assert story.count(("joined", 4)) == len(invited) and story.count(("left", 10)) == len(keen)


def test_entering_twice_and_going_twice_is_once():
    model = fresh(3)
    model.step()
    agent = next(each for each in model.organisations if each.is_member)
    joined, exits = int(model.world.counts.joined), int(model.world.counts.exits)
    agent.enter()
    assert int(model.world.counts.joined) == joined
    agent.go()
    agent.go()
    assert int(model.world.counts.exits) == exits + 1 and not agent.is_member


def test_an_agent_that_is_removed_is_gone_for_good():
    model = fresh()
    model.run_for(10)
    gone = next(each for each in model.organisations if each.is_member)
    number, left = len(model.agents), int(model.world.alliance.member_count)
    gone.remove()
    assert len(model.agents) == number - 1 and gone not in model.organisations and not gone.is_member
    model.step()
    assert int(model.world.alliance.member_count) <= left - 1 + int(model.world.counts.joined)
    model.run_to_end()
    assert gone.record.has_joined == 1 and not gone.is_member and gone.row not in model.world.rows[: left - 1]
    assert len(model.network()) == sum(each.is_member for each in model.organisations)


def test_all_agents_can_be_removed():
    model = fresh(5)
    model.run_for(2)
    model.remove_all_agents()
    assert len(model.agents) == 0
    model.run_to_end()
    assert model.report("members") == 0.0


@pytest.mark.parametrize("row", [0, 999, -1])
def test_a_model_makes_its_own_agents(row):
    with pytest.raises(BadInput, match="agent_classes"):
        CSO(fresh(1), row)


class Loud(CSO):
    """Keeps a number of its own."""

    def __init__(self, model, row):
        super().__init__(model, row)
        self.stories = 0

    def contribute(self):
        """Count, and report."""
        self.stories += 1
        super().contribute()


def test_agents_may_have_state_of_their_own_that_is_copied_with_them():
    model = fresh(agent_classes={"CSO": Loud})
    model.run_for(20)
    told = [agent.stories for agent in model.agents.select(agent_type=Loud)]
    assert sum(told) > 0 and [agent.stories for agent in copy.deepcopy(model).agents.select(agent_type=Loud)] == told


# What is wrong is said ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words, said",
    [
        (
            {"meeting_intervall": 4},
            "AllianceModel: meeting_intervall: no such parameter; did you mean alliance.meeting",
        ),
        ({"decision_rule": "majorit"}, "did you mean majority?"),
        ({"seed": 1}, "seed: no such parameter; did you mean rng?"),
        ({"rng": 1.5}, "rng: 1.5; expected a whole number"),
        ({"rng": -1}, "rng: -1; expected a whole number"),
        ({"rng": "one"}, "rng: 'one'; expected a whole number"),
        ({"scenario": 3}, "scenario: 3; expected a scenario"),
        ({"scenario": "georgai"}, "did you mean georgia?"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_nearest_name(words, said):
    with pytest.raises(BadInput, match=said):
        AllianceModel(**{"rng": 1, **words})


def test_an_unknown_variable_is_named(lived):
    with pytest.raises(BadInput, match="member: no such weekly variable; did you mean members?"):
        lived.report("member")


def test_what_mesa_draws_from_gives_a_seed_that_can_be_kept():
    drawn = [AllianceModel("minimal", rng=np.random.default_rng(3), weeks=1).seed_used for _ in range(2)]
    assert drawn[0] == drawn[1] == AllianceModel("minimal", rng=drawn[0], weeks=1).seed_used


def test_a_parameter_changed_on_the_way_counts_from_then_on():
    usual, changed = fresh(meeting_interval=1), fresh(meeting_interval=1)
    usual.run_for(20)
    changed.run_for(20)
    assert bits(usual.outcomes) == bits(changed.outcomes)
    changed.parameters.meeting_interval = 12
    usual.run_for(20)
    changed.run_for(20)
    assert int(changed.world.counts.meetings) < int(usual.world.counts.meetings)


def test_arrays_that_compiled_code_would_misread_are_refused():
    model = fresh(1)
    _, store = model._memory
    wrong = model.world._replace(trust=model.world.trust.astype(np.float32))
    with pytest.raises(TypeError, match="trust: float32"):
        Desk(wrong, store, model.key)
    with pytest.raises(TypeError, match="in C order"):
        Desk(model.world._replace(trust=model.world.trust.T[::2]), store, model.key)


def test_looking_at_a_run_does_not_change_it(lived):
    model = fresh()
    model.run_for(15)
    before = [array.tobytes() for array in (*model.world[:3], *model._memory[1], *model.world[8:])]
    assert math.isfinite(model.outcomes["alive"]) and model.network() and model.report("members") > 0
    assert before == [array.tobytes() for array in (*model.world[:3], *model._memory[1], *model.world[8:])]
    model.run_to_end()
    assert bits(model.result().trajectory) == bits(lived.result().trajectory)
