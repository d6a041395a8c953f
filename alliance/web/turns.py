"""Who computes next: as many threads as cores, and everybody who waits gets a turn before anyone gets a second."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

Work = Callable[[], Any]


class Turns:
    """Pieces of work of several people, in fair turns. One event loop, any number of threads."""

    def __init__(self, workers: int | None = None):
        self.workers = workers or os.cpu_count() or 1
        self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="futures")
        self._busy = 0
        self._waiting: OrderedDict[Any, deque[tuple[Work, asyncio.Future[Any]]]] = OrderedDict()

    async def do(self, who: Any, works: Sequence[Work]) -> list[Any]:
        """Do these pieces for somebody; what they gave, in order. Cancelled, what has not begun is dropped."""
        loop = asyncio.get_running_loop()
        promised = [loop.create_future() for _ in works]
        self._waiting.setdefault(who, deque()).extend(zip(works, promised, strict=True))
        self._start()
        try:
            return list(await asyncio.gather(*promised))
        finally:
            for one in promised:
                one.cancel()

    def ahead(self, who: Any) -> int:
        """How many others wait or compute for whom something is left to do."""
        return sum(1 for other, works in self._waiting.items() if other is not who and works)

    def _start(self) -> None:
        while self._busy < self.workers:
            piece = self._next()
            if piece is None:
                return
            self._busy += 1
            asyncio.ensure_future(self._run(*piece))

    def _next(self) -> tuple[Work, asyncio.Future[Any]] | None:
        """The next piece of whoever waited longest since a turn."""
        for who in list(self._waiting):
            works = self._waiting[who]
            while works and works[0][1].cancelled():
                works.popleft()
            if not works:
                del self._waiting[who]
                continue
            piece = works.popleft()
            self._waiting.move_to_end(who)
            return piece
        return None

    async def _run(self, work: Work, promised: asyncio.Future[Any]) -> None:
        try:
            given = await asyncio.get_running_loop().run_in_executor(self._threads, work)
            if not promised.done():
                promised.set_result(given)
        except BaseException as error:  # whatever it was, who asked for it is told
            if not promised.done():
                promised.set_exception(error)
        finally:
            self._busy -= 1
            self._start()

    def close(self) -> None:
        """Let threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)
