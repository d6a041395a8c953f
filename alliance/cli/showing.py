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

from alliance.cli.words import say

STEPS = 10
GAP, UNSEEN_WIDTH = 2, 120


def answer(text: str = "") -> None:
    """Print a line of the answer on standard output."""
    print(text)


def as_json(data: Any) -> None:
    """Print an answer for programs: JSON without NaN, UTF-8, or ASCII where the terminal has no UTF-8."""
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") not in ("utf8", "utf8sig")
    sys.stdout.write(json.dumps(data, ensure_ascii=ascii_only, allow_nan=False, indent=1) + "\n")


def note(text: str) -> None:
    """Say something beside the answer, on standard error."""
    print(text, file=sys.stderr)


def table(
    columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], title: str = "", spare: Sequence[int] = ()
) -> None:
    """Print a table; `columns` are heads with their side ("left" or "right").

    `spare` numbers the columns that may be left out, in that order, where the terminal is too narrow.
    """
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else UNSEEN_WIDTH)
    kept = _kept(columns, rows, spare, console.width)
    made = _table([columns[k] for k in kept], [[row[k] for k in kept] for row in rows], title)
    with console.capture() as captured:
        console.print(made)
    for line in captured.get().splitlines():
        answer(line.rstrip())


def _kept(
    columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], spare: Sequence[int], width: int
) -> list[int]:
    """The numbers of the columns for which there is room."""
    wide = [max(len(text) for text in (head, *(row[k] for row in rows))) for k, (head, _) in enumerate(columns)]
    kept = list(range(len(columns)))
    for number in spare:
        if sum(wide[k] + GAP for k in kept) - GAP > width:
            kept.remove(number)
    return kept


def _table(columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], title: str) -> Table:
    made = Table(
        title=title or None, title_justify="left", title_style="bold", header_style="bold", box=None, pad_edge=False
    )
    for head, side in columns:
        made.add_column(head, justify="right" if side == "right" else "left", overflow="fold")
    for row in rows:
        made.add_row(*row)
    return made


@contextmanager
def progress(runs: int, lang: str, *, quiet: bool = False) -> Iterator[Callable[[int], None]]:
    """Show how many runs are done, on standard error: a bar in a terminal, a line now and then elsewhere."""
    if quiet or runs < 2:
        yield lambda count: None
    elif sys.stderr.isatty():
        yield from _bar(runs, say("runs", lang))
    else:
        yield _lines(runs, lang)


def first_time(lang: str) -> None:
    """Say on standard error that the model is compiled first, where that is so: it takes a while, in silence."""
    from sim.compiled import CACHE_DIRECTORY, COMPILING

    if COMPILING and not any(CACHE_DIRECTORY.rglob("*.nbi")):
        note(say("compiling", lang))


def _bar(runs: int, label: str) -> Iterator[Callable[[int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=5) as bar:
        task = bar.add_task(label, total=runs)
        yield lambda count: bar.advance(task, count)


def _lines(runs: int, lang: str) -> Callable[[int], None]:
    started, lock, state = time.monotonic(), threading.Lock(), {"done": 0, "told": 0}

    def advance(count: int) -> None:
        with lock:
            state["done"] += count
            step = state["done"] * STEPS // runs
            if step > state["told"]:
                state["told"] = step
                seconds = f"{time.monotonic() - started:.0f}"
                note(say("progress", lang, done=state["done"], runs=runs, seconds=seconds))

    return advance
