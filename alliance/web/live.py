"""The socket: the newest question of a page is answered in stages, and an older one is dropped."""

from __future__ import annotations

import asyncio
import json
import logging
import uuid
from collections.abc import Mapping
from functools import partial
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from alliance.web.asks import Ask, read_ask
from alliance.web.futures import BLOCK, Futures, Stock
from alliance.web.turns import Turns
from sim.errors import BadInput

MOST_BYTES = 64_000  # of one question
log = logging.getLogger("alliance.web")


class Session:
    """One open page. Reads questions as they come; answers the newest."""

    def __init__(self, socket: WebSocket, turns: Turns, stock: Stock):
        self.socket, self.turns, self.stock = socket, turns, stock
        self._working: asyncio.Task[None] | None = None

    async def serve(self) -> None:
        """Until the page goes."""
        await self.socket.accept()
        try:
            while True:
                text = await self.socket.receive_text()
                if self._working is not None:
                    self._working.cancel()
                self._working = asyncio.create_task(self._answer(text))
        except WebSocketDisconnect:
            pass
        finally:
            if self._working is not None:
                self._working.cancel()

    async def _answer(self, text: str) -> None:
        number = None
        try:
            said = _read(text)
            number = said.get("seq")
            ask = await asyncio.to_thread(read_ask, said, self.stock)
            await self._stages(number, ask)
        except BadInput as error:
            problems = [problem.describe() for problem in error.problems]
            await self._send({"seq": number, "problems": problems})
        except (asyncio.CancelledError, WebSocketDisconnect):
            raise
        except Exception:  # whatever went wrong: the page keeps its design and is told a short name to report
            name = uuid.uuid4().hex[:8]
            log.exception("question failed: %s", name)
            await self._send({"seq": number, "failed": name})

    async def _stages(self, number: Any, ask: Ask) -> None:
        for place, count in enumerate(ask.stages):
            works = [work for each in ask.futures for work in blocks(each, count)]
            known = not works
            if known and place + 1 < len(ask.stages) and all(each.done > count for each in ask.futures):
                continue  # a later stage is known already
            if works:
                waiting = asyncio.create_task(self._waiting(number))
                try:
                    await self.turns.do(self, works, rank=place)
                finally:
                    waiting.cancel()
            for each in ask.futures:
                each.done = max(each.done, count)
            found = await asyncio.to_thread(ask.told, count)
            settled = place + 1 == len(ask.stages)
            await self._send({"seq": number, "n": count, "of": ask.stages[-1], "settled": settled, "found": found})

    async def _waiting(self, number: Any) -> None:
        """Say so where others are served meanwhile."""
        while True:
            await asyncio.sleep(0.5)
            ahead = self.turns.ahead(self)
            if ahead:
                await self._send({"seq": number, "ahead": ahead})

    async def _send(self, said: Mapping[str, Any]) -> None:
        try:
            await self.socket.send_text(json.dumps(said, ensure_ascii=False, allow_nan=False))
        except (RuntimeError, WebSocketDisconnect):  # the page went while its answer was made
            log.debug("a page went before its answer")


def _read(text: str) -> Mapping[str, Any]:
    from sim.errors import Problem

    if len(text.encode("utf-8", errors="replace")) > MOST_BYTES:
        raise BadInput(Problem("design", 0, "", "", f"expected {MOST_BYTES} bytes or fewer"))
    try:
        said = json.loads(text)
    except ValueError:
        raise BadInput(Problem("design", 0, "", "", "expected JSON")) from None
    if not isinstance(said, Mapping):
        raise BadInput(Problem("design", 0, "", "", "expected an object"))
    return said


def blocks(futures: Futures, count: int) -> list[Any]:
    """What is left to make until a design has so many futures, in pieces for one thread each."""
    firsts = range(futures.done, count, BLOCK)
    return [partial(futures.make, first, min(first + BLOCK, count)) for first in firsts]
