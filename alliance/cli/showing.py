"""How answers and progress look in a terminal."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

STEPS = 10


def answer(text: str = "") -> None:
    """Print a line of the answer on standard output."""
    print(text)


def as_json(data: Any) -> None:
    """Print an answer for programs: JSON without NaN, UTF-8."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def note(text: str) -> None:
    """Say something beside the answer, on standard error."""
    print(text, file=sys.stderr)


def table(columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], title: str = "") -> None:
    """Print a table; `columns` are heads with their side ("left" or "right")."""
    made = Table(
        title=title or None, title_justify="left", title_style="bold", header_style="bold", box=None, pad_edge=False
    )
    for head, side in columns:
        made.add_column(head, justify="right" if side == "right" else "left", overflow="fold")
    for row in rows:
        made.add_row(*row)
    width = None if sys.stdout.isatty() else 120
    Console(highlight=False, markup=False, width=width, soft_wrap=False).print(made)


@contextmanager
def progress(runs: int, label: str, *, quiet: bool = False) -> Iterator[Callable[[int], None]]:
    """Show how many runs are done, on standard error: a bar in a terminal, a line now and then elsewhere."""
    if quiet or runs < 2:
        yield lambda count: None
    elif sys.stderr.isatty():
        yield from _bar(runs, label)
    else:
        yield _lines(runs, label)


def _bar(runs: int, label: str) -> Iterator[Callable[[int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=5) as bar:
        task = bar.add_task(label, total=runs)
        yield lambda count: bar.advance(task, count)


def _lines(runs: int, label: str) -> Callable[[int], None]:
    started, lock, state = time.monotonic(), threading.Lock(), {"done": 0, "told": 0}

    def advance(count: int) -> None:
        with lock:
            state["done"] += count
            step = state["done"] * STEPS // runs
            if step > state["told"]:
                state["told"] = step
                note(f"{label}: {state['done']} of {runs} runs, {time.monotonic() - started:.0f} s")

    return advance
