"""Designs, futures, turns: what stands behind the pages."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
import pytest

from alliance.web.catalogue import described, file_text
from alliance.web.design import Design, read_design
from alliance.web.futures import Futures, Stock
from alliance.web.live import blocks
from alliance.web.turns import Turns
from experiments.designs import single
from experiments.ensemble import evaluate
from sim.errors import BadInput
from sim.outcomes import OUTCOMES
from sim.running import run
from sim.scenario import load_scenario
from sim.scenario.loading import load_text

EDITED = {"preset": "water", "set": {"alliance.meeting_interval": 6}, "removed": ["alma"],
          "added": [{"id": "own_1", "name": "Paroisse", "kind": "faith"}],
          "changed": {"hydra": {"hours": 9}}}  # fmt: skip


def test_a_design_is_the_alternative_that_a_file_would_say():
    scenario = read_design(EDITED).scenario()
    assert scenario.parameters.alliance.meeting_interval == 6
    by_id = {one.id: one for one in scenario.members}
    assert "alma" not in by_id and by_id["own_1"].kind == "faith" and by_id["hydra"].attributes["hours"] == 9


def test_the_file_that_a_page_hands_out_is_the_same_alliance():
    design = read_design(EDITED)
    again = load_text(file_text(design), "design.yaml")
    assert again.members == design.scenario().members and again.parameters == design.scenario().parameters


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ([], ""), ({"preset": "/etc/passwd"}, "preset"), ({"preset": "../georgia"}, "preset"), ({"seed": -1}, "seed"),
        ({"seed": True}, "seed"), ({"set": {"alliance.nothing": 1}}, "set.alliance.nothing"), ({"set": 3}, "set"),
        ({"added": {}}, "added"), ({"version": 9}, "version"), ({"extends": "x"}, "extends"),
        ({"added": [{}] * 200}, "added"),
    ],
)  # fmt: skip
def test_another_shape_is_refused_by_its_key(said, key):
    with pytest.raises(BadInput) as caught:
        read_design(said)
    assert caught.value.problems[0].key == key


@pytest.mark.parametrize(
    "said",
    [
        {"set": {"alliance.meeting_interval": 400}}, {"set": {"alliance.decision_rule": "dice"}},
        {"added": [{"name": "X", "kind": "wizard"}]}, {"removed": ["nobody"]}, {"changed": {"nobody": {"hours": 3}}},
        {"added": [{"name": f"X{k}", "kind": "faith"} for k in range(60)]},
    ],
)  # fmt: skip
def test_what_no_scenario_may_say_is_refused(said):
    with pytest.raises(BadInput):
        read_design({"preset": "water"} | said).scenario()


def test_a_page_learns_what_it_may_move():
    told = described(Design("water", {"alliance.meeting_interval": 6}), "fr")
    assert told["values"]["alliance.meeting_interval"] == 6 and "alliance.founders" not in told["values"]
    assert [each["id"] for each in told["members"]][:2] == ["aquaterra", "sources"]


# Futures


def test_futures_are_the_runs_of_the_command_line_to_the_bit():
    """The same seed and replicate: whatever the pieces in which they were made."""
    scenario = load_scenario("water").replace(weeks=60)
    futures = Futures(scenario, 3)
    for work in reversed(blocks(futures, 60)):
        work()
    table = evaluate(scenario, single(), 60, 3)
    assert np.array_equal(futures.outcomes[:60], table[list(OUTCOMES)].to_numpy(), equal_nan=True)
    one = run(scenario, seed=3, replicate=41, trajectory=True)
    kept = one.trajectory["trust_mean"][futures.kept].astype(np.float32)
    assert np.array_equal(futures.of("trust_mean", 60)[41].astype(np.float32), kept)


def test_the_stock_forgets_what_was_not_used_for_longest():
    stock, scenario = Stock(watched=2, plain=1), load_scenario("water")
    first = stock.of("a", scenario, 1)
    stock.of("b", scenario, 1)
    assert stock.of("a", scenario, 1) is first
    stock.of("c", scenario, 1)
    assert stock.of("a", scenario, 1) is first and stock.of("b", scenario, 1).done == 0
    plain = stock.of("a", scenario, 1, watched=False)
    assert plain is not stock.of("a", scenario, 1) and not len(plain.weekly)


# Turns


def alone(coroutine):
    """Run it in a loop of its own, whatever loop this thread may have."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, coroutine).result()


def test_everybody_gets_a_turn_before_anyone_gets_a_second():
    """One thread; one asks for five pieces, then another for two: they alternate."""
    order = []

    async def both():
        turns = Turns(workers=1)
        gate = threading.Event()
        mine, others = ([partial(order.append, who)] * count for who, count in (("first", 4), ("second", 2)))
        first = asyncio.create_task(turns.do("first", [gate.wait, *mine]))
        await asyncio.sleep(0.05)
        second = asyncio.create_task(turns.do("second", others))
        await asyncio.sleep(0.05)
        assert turns.ahead("second") == 1
        gate.set()
        await asyncio.gather(first, second)
        turns.close()

    alone(both())
    assert order[:4] in (["second", "first"] * 2, ["first", "second"] * 2)


def test_first_pictures_go_before_finer_ones():
    order = []

    async def both():
        turns = Turns(workers=1)
        gate = threading.Event()
        fine = asyncio.create_task(turns.do("first", [gate.wait, *[partial(order.append, "fine")] * 3], rank=2))
        await asyncio.sleep(0.05)
        quick = asyncio.create_task(turns.do("second", [partial(order.append, "quick")] * 2, rank=0))
        await asyncio.sleep(0.05)
        gate.set()
        await asyncio.gather(fine, quick)
        turns.close()

    alone(both())
    assert order == ["quick"] * 2 + ["fine"] * 3


def test_work_that_is_not_wanted_any_more_is_dropped():
    done = []

    async def leave():
        turns = Turns(workers=1)
        gate = threading.Event()
        asked = asyncio.create_task(turns.do("a", [gate.wait, *[lambda: done.append(1)] * 50]))
        await asyncio.sleep(0.05)
        asked.cancel()
        await asyncio.sleep(0)
        gate.set()
        await turns.do("b", [lambda: done.append(2)])
        turns.close()

    alone(leave())
    assert done == [2]


def test_an_error_reaches_who_asked_and_nobody_else():
    async def ask():
        turns = Turns(workers=1)
        with pytest.raises(ZeroDivisionError):
            await turns.do("a", [lambda: 1 / 0])
        assert await turns.do("b", [lambda: 7]) == [7]
        turns.close()

    alone(ask())
