"""Who computes next: as many threads as cores, and everybody who waits gets a turn before anyone gets a second."""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

Work = Callable[[], Any]
Piece = tuple[Work, asyncio.Future[Any]]


class Turns:
    """Pieces of work of several people, in fair turns; first pictures before finer ones. One event loop, any number of
    threads."""

    def __init__(self, workers: int | None = None):
        self.workers = workers or os.cpu_count() or 1
        self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="futures")
        self._busy = 0
        self._waiting: dict[int, OrderedDict[Any, deque[Piece]]] = {}

    async def do(self, who: Any, works: Sequence[Work], rank: int = 0) -> list[Any]:
        """Do these pieces for somebody; what they gave, in order. A lower rank goes before a higher one, whoever asks.
        Cancelled, what has not begun is dropped."""
        loop = asyncio.get_running_loop()
        promised = [loop.create_future() for _ in works]
        line = self._waiting.setdefault(rank, OrderedDict())
        line.setdefault(who, deque()).extend(zip(works, promised, strict=True))
        self._start()
        try:
            return list(await asyncio.gather(*promised))
        finally:
            for one in promised:
                one.cancel()

    def ahead(self, who: Any) -> int:
        """How many others wait for something."""
        return len({other for line in self._waiting.values() for other, works in line.items() if works} - {who})

    def _start(self) -> None:
        while self._busy < self.workers:
            piece = self._next()
            if piece is None:
                return
            self._busy += 1
            asyncio.ensure_future(self._run(*piece))

    def _next(self) -> Piece | None:
        """The next piece of whoever waited longest since a turn, among those of the lowest rank."""
        for rank in sorted(self._waiting):
            line = self._waiting[rank]
            for who in list(line):
                works = line[who]
                while works and works[0][1].cancelled():
                    works.popleft()
                if not works:
                    del line[who]
                    continue
                line.move_to_end(who)
                return works.popleft()
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
