"""How fast the application answers: from a moved slider to a first preview and to all futures, alone and in a room."""

from __future__ import annotations

import asyncio
import json
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import uvicorn
from websockets.asyncio.client import connect

from alliance.web.server import application
from alliance.web.serving import LOOPBACK, listening, prepare_model, settings

MOVES = 12
ROOM, ROOM_MOVES, PAUSE = 20, 15, 2.0  # laptops, moves of each, seconds that somebody looks at a picture


@contextmanager
def served() -> Iterator[str]:
    """A server of its own on a free port of this machine; its place."""
    prepare_model()
    with listening(0, LOOPBACK) as bound:
        server = uvicorn.Server(settings(application()))
        running = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        running.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield f"{LOOPBACK}:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            running.join(5)


async def visitor(place: str, who: int, moves: int, pause: float) -> dict[str, list[float]]:
    """Somebody who moves a slider now and then; milliseconds until the first preview and, where it came, until all."""
    found: dict[str, list[float]] = {"preview": [], "all": []}
    async with connect(f"ws://{place}/live", origin=f"http://{place}", max_size=None) as socket:
        for number in range(moves):
            # Values of this visitor alone, so that nobody finds them made already.
            values = {"context.controversy": round((number + who / 1000) / moves, 6)}
            started = time.perf_counter()
            asked = {"ask": "explore", "designs": {"A": {"preset": "water", "set": values}}, "seq": number}
            await socket.send(json.dumps(asked))
            await told(socket, number, started, found, None if pause == 0.0 else started + pause)
    return found


async def arriving(place: str, who: int) -> dict[str, list[float]]:
    """A visitor of a room: they do not all move at the same moment."""
    await asyncio.sleep(PAUSE * who / ROOM)
    return await visitor(place, who, ROOM_MOVES, PAUSE)


async def told(socket: Any, number: int, started: float, found: dict[str, list[float]], until: float | None) -> None:
    """Listen to the answers of one question, to the last or until one has looked long enough."""
    first = False
    while True:
        left = None if until is None or not first else max(0.0, until - time.perf_counter())
        try:
            said = json.loads(await asyncio.wait_for(socket.recv(), left))
        except TimeoutError:
            return
        if said.get("seq") != number or "n" not in said:
            continue
        passed = 1000.0 * (time.perf_counter() - started)
        if not first:
            found["preview"].append(passed)
            first = True
        if said["settled"]:
            found["all"].append(passed)
            if until is None:
                return


def figures(found: list[float]) -> dict[str, float]:
    """Median, 95th percentile and worst."""
    return {"median": statistics.median(found), "p95": float(np.quantile(found, 0.95)), "worst": max(found),
            "count": len(found)}  # fmt: skip


def latency() -> dict[str, Any]:
    """Alone, each move awaited to its end; then a room of laptops that do not wait for one another."""
    with served() as place:
        alone = asyncio.run(visitor(place, 999, MOVES, 0.0))

        async def room() -> list[dict[str, list[float]]]:
            return await asyncio.gather(*(arriving(place, who) for who in range(ROOM)))

        many = asyncio.run(room())
    return {
        "alone": {key: figures(alone[key]) for key in ("preview", "all")},
        "room": {"laptops": ROOM, "moves": ROOM_MOVES, "pause": PAUSE,
                 "preview": figures([each for one in many for each in one["preview"]]),
                 "finished": sum(len(one["all"]) for one in many) / (ROOM * ROOM_MOVES)},
    }  # fmt: skip
