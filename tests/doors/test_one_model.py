"""One model behind three doors: batch, single runs and Mesa agents give the same bits, compiled or not."""

from __future__ import annotations

import dataclasses
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from sim import running
from sim.founding import sorted_members
from sim.model import AllianceModel
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS, pack
from sim.running import prepare, run, simulate
from sim.scenario import Organisation, Scenario, load_scenario, with_settings
from sim.state import TRAJECTORY
from tests.support import ROOT, bits, in_another_process, plain, with_values

WEEKS = 60
SEED = 7
NAMES = list(OUTCOMES)


def shortened(name, weeks=WEEKS):
    return load_scenario(name).replace(weeks=weeks)


def story(found):
    return [(e.week, e.kind, e.who, e.whom, e.amount) for e in found.events]


def reasons(found):
    """Every reason in the log of a run, to the bit."""
    return [
        (e.week, e.kind, float(e.part).hex(), b.reason, b.who, b.whom, float(b.amount).hex(), float(b.part).hex())
        for e in found.events
        for b in e.reasons
    ]


def batch(scenario, replicates, seed=SEED, points=None):
    out = np.full((len(replicates), len(NAMES)), np.nan)
    numbers = np.asarray(replicates)
    simulate(
        prepare(scenario), pack(scenario.parameters, len(numbers)) if points is None else points, numbers, seed, out
    )
    return out


@pytest.fixture(scope="module")
def lived():
    """Single runs and Mesa runs of two scenarios, one with lists and dates and one made from parameters."""
    found = {}
    for name in ("georgia", "minimal"):
        scenario = shortened(name)
        found[name] = (
            run(scenario, seed=SEED, trajectory=True, events=True),
            AllianceModel(scenario, rng=SEED).run_to_end(),
        )
    return found


@pytest.mark.parametrize("name", ["georgia", "minimal"])
def test_batch_and_single_run_give_the_same_bits(lived, name):
    alone = lived[name][0]
    assert batch(shortened(name), [0])[0].tobytes() == np.array([alone.outcomes[each] for each in NAMES]).tobytes()


@pytest.mark.parametrize("name", ["georgia", "minimal"])
def test_agents_that_act_live_the_same_run(lived, name):
    alone, model = lived[name]
    stepped = model.result()
    assert bits(stepped.outcomes) == bits(alone.outcomes)
    assert bits(stepped.trajectory) == bits(alone.trajectory)
    assert story(stepped) == story(alone) and len(alone.events) > 20
    assert reasons(stepped) == reasons(alone) and len({each[3] for each in reasons(alone)}) > 10


@pytest.mark.parametrize("name", ["georgia", "minimal"])
def test_watching_a_run_does_not_change_it(lived, name):
    """A run without log and trajectory ends where the run with them ends."""
    assert bits(run(shortened(name), seed=SEED).outcomes) == bits(lived[name][0].outcomes)


TWIN = """
import json, sim
from sim.running import is_compiled, run
scenario = sim.with_settings(sim.Scenario(weeks={weeks}), {settings})
found = run(scenario, seed=11, trajectory=True, events=True)
print(json.dumps(dict(
    compiled=is_compiled(),
    outcomes={{name: float(value).hex() for name, value in found.outcomes.items()}},
    trajectory={{name: [float(x).hex() for x in line] for name, line in found.trajectory.items()}},
    events=[(e.week, e.kind, e.who, e.whom, float(e.amount).hex()) for e in found.events],
)))
"""
SMALL = {"founders": 6, "outsiders": 3}


def test_plain_python_gives_the_same_bits_as_compiled_code():
    told = in_another_process(TWIN.format(weeks=40, settings=SMALL), NUMBA_DISABLE_JIT="1")
    slow = json.loads(told)
    fast = run(with_settings(Scenario(weeks=40), SMALL), seed=11, trajectory=True, events=True)
    assert slow["compiled"] is False
    assert slow["outcomes"] == {name: float(value).hex() for name, value in fast.outcomes.items()}
    assert slow["trajectory"] == {name: [float(x).hex() for x in line] for name, line in fast.trajectory.items()}
    assert [tuple(e) for e in slow["events"]] == [(*e[:4], float(e[4]).hex()) for e in story(fast)]


def test_plain_python_lives_dated_events_terms_and_listed_bills_alike(monkeypatch):
    """Six founders and the opponent of the Georgian case, over its first shocks, terms, votes and a new cabinet."""
    full = load_scenario("georgia")
    few = [m for m in full.members if m.joins == 0 and not m.outside]
    scenario = full.replace(members=tuple(few), weeks=115)
    fast = run(scenario, seed=5, trajectory=True, events=True)
    monkeypatch.setattr(running, "live_runs", plain(running.live_block))
    slow = run(scenario, seed=5, trajectory=True, events=True)
    assert bits(slow.outcomes) == bits(fast.outcomes) and bits(slow.trajectory) == bits(fast.trajectory)
    assert story(slow) == story(fast) and reasons(slow) == reasons(fast)
    assert {"shock", "new_holder", "joined", "meeting"} <= {e.kind for e in fast.events}


BY_AGENTS = """
import json
from sim import AllianceModel
from sim.running import is_compiled
told = {}
for name, weeks in (("minimal", 60), ("georgia", 40)):
    model = AllianceModel(name, rng=11, weeks=weeks).run_to_end()
    told[name] = [[float(value).hex() for value in line] for line in model.world.trajectory]
print(json.dumps(dict(compiled=is_compiled(), told=told)))
"""


def test_agents_in_plain_python_live_the_same_run_too():
    slow = json.loads(in_another_process(BY_AGENTS, NUMBA_DISABLE_JIT="1"))
    assert slow["compiled"] is False
    for name, weeks in (("minimal", 60), ("georgia", 40)):
        fast = run(shortened(name, weeks), seed=11, trajectory=True)
        lines = zip(*(fast.trajectory[each] for each in TRAJECTORY), strict=True)
        assert slow["told"][name] == [[float(value).hex() for value in line] for line in lines]


def anywhere(seed):
    """Levers and contexts at random within their ranges."""
    rng, chosen = np.random.default_rng(seed), {}
    for p in PARAMETERS.values():
        if p.role == "coefficient":
            continue
        if p.type == "choice":
            chosen[p.name] = str(rng.choice(p.choice_names))
        elif p.type == "boolean":
            chosen[p.name] = bool(rng.integers(2))
        else:
            low, high = p.declaration.low, p.declaration.high
            chosen[p.name] = int(rng.integers(low, high + 1)) if p.type == "integer" else float(rng.uniform(low, high))
    return Scenario(weeks=156, parameters=with_values(**chosen))


@pytest.mark.parametrize("seed", range(12))
def test_agents_live_the_run_of_the_batch_wherever_levers_and_contexts_stand(seed):
    scenario = anywhere(seed)
    model = AllianceModel(scenario, rng=seed).run_to_end()
    alone = run(scenario, seed=seed, trajectory=True)
    assert bits(model.result().trajectory) == bits(alone.trajectory)
    assert bits(model.outcomes) == bits(alone.outcomes)


@pytest.mark.parametrize("name", ["georgia", "peru", "zambia", "minimal"])
def test_agents_live_every_shipped_scenario_to_its_end(name):
    scenario = load_scenario(name)
    model = AllianceModel(scenario, rng=SEED).run_to_end()
    alone = run(scenario, seed=SEED, trajectory=True, events=True)
    assert bits(model.result().trajectory) == bits(alone.trajectory)
    assert story(model.result()) == story(alone)


# Blocks, orders, threads --------------------------------------------------------------------------------------------


def test_runs_depend_on_seed_and_replicate_not_on_their_company():
    scenario = shortened("minimal")
    whole = batch(scenario, range(24))
    assert len({row.tobytes() for row in whole}) == 24
    order = np.random.default_rng(1).permutation(24)
    assert batch(scenario, order).tobytes() == whole[order].tobytes()
    parts = np.concatenate([batch(scenario, part) for part in (range(5), range(5, 6), range(6, 24))])
    assert parts.tobytes() == whole.tobytes()
    assert batch(scenario, range(24), seed=SEED + 1).tobytes() != whole.tobytes()


def test_threads_give_the_bits_of_one_thread():
    scenario = shortened("minimal")
    blueprint, whole = prepare(scenario), batch(scenario, range(64))
    out = np.full_like(whole, np.nan)

    def part(numbers):
        simulate(blueprint, pack(scenario.parameters, len(numbers)), numbers, SEED, out[numbers[0] : numbers[-1] + 1])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(part, np.array_split(np.arange(64), 16)))
    assert out.tobytes() == whole.tobytes()


def test_a_point_does_not_feel_its_neighbours():
    """A block's world has room for its largest point; a small one among large ones lives as if alone."""
    scenario = shortened("minimal")
    points = np.concatenate([pack(with_settings(scenario, {"founders": n}).parameters) for n in (4, 40, 9)]).view(
        np.recarray
    )
    together = batch(scenario, [0, 0, 0], points=points)
    for k, founders in enumerate((4, 40, 9)):
        assert batch(with_settings(scenario, {"founders": founders}), [0])[0].tobytes() == together[k].tobytes()


# What must not matter -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def convened():
    """Georgia, convened by a drafting group: who drafts depends on who is listed."""
    return with_settings(shortened("georgia"), {"origin": "convened", "pooled_fund": 0.3})


@pytest.fixture
def members_of(monkeypatch):
    """Ask what each organisation went through, by id, and for the run itself."""
    worlds = []

    def keep(scenario, seed, replicate, world, results):
        worlds.append(world)
        return finished(scenario, seed, replicate, world, results)

    finished = running.finished
    monkeypatch.setattr(running, "finished", keep)
    fields = ("is_member", "drive", "enthusiasm", "hours_given", "voice", "mean_trust", "purse", "position")

    def ask(scenario, seed):
        found = running.run(scenario, seed=seed, trajectory=True)
        rows = enumerate(sorted_members(scenario))
        return {m.id: {field: bits(worlds[-1].organisations[row][field]) for field in fields} for row, m in rows}, found

    return ask


def test_the_order_of_a_file_changes_no_bit(convened):
    other = convened.replace(members=convened.members[::-1], government=convened.government[::-1])
    one, two = (run(s, seed=3, trajectory=True, events=True) for s in (convened, other))
    assert bits(one.outcomes) == bits(two.outcomes) and bits(one.trajectory) == bits(two.trajectory)
    assert story(one) == story(two)


def test_the_name_that_is_shown_changes_no_bit(convened):
    renamed = convened.replace(
        members=tuple(dataclasses.replace(m, name=f"Body {k}") for k, m in enumerate(convened.members))
    )
    assert bits(run(renamed, seed=3, trajectory=True).trajectory) == bits(
        run(convened, seed=3, trajectory=True).trajectory
    )


@pytest.mark.parametrize("origin", ["organic", "convened"])
@pytest.mark.parametrize("fund", [0.0, 0.3])
def test_one_idle_member_more_changes_nothing_else(origin, fund, members_of):
    scenario = with_settings(shortened("georgia"), {"origin": origin, "pooled_fund": fund})
    for seed in range(10):
        idle = Organisation(id=f"idle-{seed}", name="An idle one", kind="local_ngo", idle=True)
        small, one = members_of(scenario, seed)
        large, two = members_of(scenario.replace(members=(*scenario.members, idle)), seed)
        assert large.keys() - small.keys() == {idle.id}
        assert bits(one.trajectory) == bits(two.trajectory)
        assert {name: large[name] for name in small} == small
        assert bits(one.outcomes) == bits(two.outcomes)


def test_one_outside_ally_more_changes_no_draw(convened):
    """Somebody who never joins: no trajectory moves."""
    ally = Organisation(id="an-ally", name="An ally", kind="think_tank", outside=True)
    one, two = (
        run(s, seed=3, trajectory=True) for s in (convened, convened.replace(members=(*convened.members, ally)))
    )
    assert bits(one.trajectory) == bits(two.trajectory)


# The world without the alliance -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["georgia", "minimal"])
def test_where_nobody_forms_an_alliance_nobody_is_in_it(name):
    found = run(shortened(name), seed=SEED, trajectory=True, events=True, active=False)
    nothing = (
        "alive",
        "members_final",
        "members_peak",
        "exits",
        "hours_total",
        "meetings",
        "activities_planned",
        "activities_completed",
        "holder_contacts",
        "money_total",
        "hours_diverted",
        "meeting_hours",
        "trust_mean",
        "windows_used",
        "appointments",
    )
    assert {each: found.outcomes[each] for each in nothing} == dict.fromkeys(nothing, 0.0)
    assert (found.trajectory["members"] == 0).all() and (found.trajectory["open_activities"] == 0).all()
    assert not {e.kind for e in found.events} & {
        "joined",
        "left",
        "meeting",
        "planned",
        "completed",
        "agreed",
        "received",
    }


@pytest.mark.parametrize("name", ["georgia", "minimal"])
def test_elections_shocks_and_holders_come_with_or_without_the_alliance(name):
    """Chance of the calendar has addresses of its own: an alliance that does nothing changes none of it."""
    outer = {"shock", "election", "change_of_government"}
    with_it, without = (run(shortened(name, 150), seed=SEED, events=True, active=flag) for flag in (True, False))
    told = [[(e.week, e.kind) for e in found.events if e.kind in outer] for found in (with_it, without)]
    assert told[0] == told[1] and told[0]
    for outcome in ("start_disposition", "start_veto_holders", "start_support", "windows_open"):
        assert with_it.outcomes[outcome] == without.outcomes[outcome]


# Without Mesa -------------------------------------------------------------------------------------------------------

WITHOUT_MESA = """
import sys
sys.modules["mesa"] = None
import sim
found = sim.run(sim.load_scenario("minimal").replace(weeks=30), seed=1)
loaded = [name for name in sys.modules if name.split(".")[0] in ("mesa", "networkx", "pandas") and sys.modules[name]]
print(found.outcomes["alive"].hex(), loaded)
"""


def test_a_run_needs_no_mesa():
    assert in_another_process(WITHOUT_MESA).split() == [
        run(shortened("minimal", 30), seed=1).outcomes["alive"].hex(),
        "[]",
    ]


def test_every_outcome_lies_in_its_declared_range():
    """Over a hundred runs at random levers and contexts, and every shipped scenario: missing only where it may be."""
    rng = np.random.default_rng(5)
    varied = [p for p in PARAMETERS.values() if p.role != "coefficient"]
    points = []
    for _ in range(100):
        chosen = {}
        for p in varied:
            if p.type == "choice":
                chosen[p.name] = str(rng.choice(p.choice_names))
            elif p.type == "boolean":
                chosen[p.name] = bool(rng.integers(2))
            else:
                low, high = p.declaration.low, p.declaration.high
                chosen[p.name] = (
                    int(rng.integers(low, high + 1)) if p.type == "integer" else float(rng.uniform(low, high))
                )
        points.append(pack(with_values(**chosen)))
    tables = [batch(Scenario(weeks=156), range(100), points=np.concatenate(points).view(np.recarray))]
    tables += [batch(shortened(name, 156), range(10)) for name in ("georgia", "peru", "zambia", "minimal")]
    found = np.concatenate(tables)
    wrong = []
    for k, outcome in enumerate(OUTCOMES.values()):
        column = found[:, k]
        missing = np.isnan(column)
        if missing.any() and not outcome.optional:
            wrong.append(f"{outcome.name}: missing in {missing.sum()}")
        inside = column[~missing]
        if len(inside) and (inside.min() < outcome.low or inside.max() > outcome.high + 1e-12):
            wrong.append(f"{outcome.name}: {inside.min()} to {inside.max()}")
    assert not wrong


def test_this_is_the_checkout_that_is_tested():
    assert sys.modules["sim"].__file__ == str(ROOT / "sim" / "__init__.py")
