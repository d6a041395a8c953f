"""One writer a folder: a lock that dies with its process, with a note on who holds it."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from filelock import FileLock, Timeout

from experiments.store.files import reached, storage, write_json
from experiments.store.layout import Layout
from sim.errors import ResultsInUse

STALE_SECONDS = 24 * 3600.0


@contextmanager
def locked(layout: Layout) -> Iterator[None]:
    """Hold the folder's lock; ResultsInUse, naming the holder, where another process has it."""
    lock = FileLock(str(layout.lock), timeout=0)
    with storage(layout.lock):
        try:
            lock.acquire()
        except Timeout:
            raise ResultsInUse(f"{layout.root}: in use by {_holder(layout)}; wait for it or stop it") from None
    try:
        reached("locked")
        write_json(layout.holder, layout.temporary, _myself())
        _clear_temporary(layout)
        yield
    finally:
        with suppress(OSError):  # a note that cannot be removed says nothing false: its process is gone
            layout.holder.unlink(missing_ok=True)
        lock.release()


def _myself() -> dict[str, object]:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return {"host": socket.gethostname(), "process": os.getpid(), "since": now}


def _holder(layout: Layout) -> str:
    try:
        told = json.loads(layout.holder.read_text())
        return f"process {told['process']} on {told['host']} since {told['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def _clear_temporary(layout: Layout) -> None:
    """Remove what dead processes of this machine left half written, and whatever is older than a day."""
    for path in sorted(layout.temporary.glob("*")):
        if _is_abandoned(path.name, path.stat().st_mtime):
            path.unlink(missing_ok=True)


def _is_abandoned(name: str, modified: float) -> bool:
    match = re.fullmatch(r".*\.(?P<host>[^/]+)\.(?P<process>\d+)\.[0-9a-f]{12}", name)
    if time.time() - modified > STALE_SECONDS:
        return True
    if match is None or not match["host"].endswith(socket.gethostname()):
        return False
    return not _is_alive(int(match["process"]))


def _is_alive(process: int) -> bool:
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
