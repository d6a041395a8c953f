"""How answers and progress look in a terminal."""

from __future__ import annotations

import json
import math
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.table import Table
from rich.text import Text

from alliance.cli.words import say

STEPS, SILENCE = 10, 60.0  # lines a study, and the seconds after which there is one in any case
WINDOW, SHORTEST = 60.0, 0.5  # seconds over which the pace is measured, and between two notes of it
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


def failed_runs(failed: int, folder: Path | None, lang: str) -> None:
    """Say how many runs failed and, where they are stored, how to see the first of them fail again."""
    note(say("failed", lang, failed=failed))
    if folder is not None:
        from experiments.studies.replaying import first_failed

        note(say("see_failed", lang, command=f"alliance replay {quote(folder.as_posix())} {first_failed(folder)}"))


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
    """Show how many runs are done, how fast and how long the rest takes, on standard error: a bar in a terminal, a
    line now and then elsewhere."""
    if quiet or runs < 2:
        yield lambda count: None
    elif sys.stderr.isatty():
        yield from _bar(Pace(runs), lang)
    else:
        yield _lines(Pace(runs), lang)


class Pace:
    """How many runs are done, how fast, and how long the rest will take, by the pace of the last minute.

    The pace is counted from the first report on: what a study kept from before comes with it, and the time to compile
    lies before it.
    """

    def __init__(self, runs: int, clock: Callable[[], float] = time.monotonic):
        self.runs, self.done = runs, 0
        self._clock, self._started, self._lock = clock, clock(), threading.Lock()
        self._seen: deque[tuple[float, int]] = deque()

    def advance(self, count: int) -> None:
        """So many more runs are done; may be called from several threads."""
        with self._lock:
            self.done += count
            now = self._clock()
            if not self._seen or now - self._seen[-1][0] >= SHORTEST:
                self._seen.append((now, self.done))
            while now - self._seen[0][0] > WINDOW and len(self._seen) > 2:
                self._seen.popleft()

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return self._clock() - self._started

    @property
    def rate(self) -> float:
        """Runs a second; 0 as long as nothing can be said."""
        with self._lock:
            if not self._seen:
                return 0.0
            (first, then), now = self._seen[0], self._clock()
            return (self.done - then) / (now - first) if now > first else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take; None where nothing can be said, or nothing is left."""
        rate = self.rate
        return (self.runs - self.done) / rate if rate > 0.0 and self.done < self.runs else None


def pace_words(pace: Pace, lang: str) -> str:
    """The pace and the time that is left, in words; empty where nothing can be said."""
    from experiments.words import plain_number

    left = pace.left
    if left is None:
        return ""
    rate = plain_number(round(pace.rate, 1) if pace.rate < 100.0 else round(pace.rate), lang)
    return say("pace", lang, rate=rate, left=duration(left))


def duration(seconds: float) -> str:
    """A length of time as people say it: 45 s, 12 min, 3 h 20 min; the same in both languages."""
    whole = math.ceil(seconds)
    if whole < 100:
        return f"{whole}\u00a0s"
    minutes = math.ceil(whole / 60)
    if minutes < 100:
        return f"{minutes}\u00a0min"
    return f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02d}\u00a0min"


def first_time(lang: str) -> None:
    """Say on standard error that the model is compiled first, where that is so: it takes a while, in silence."""
    from sim.compiled import CACHE_DIRECTORY, COMPILING

    if COMPILING and not any(CACHE_DIRECTORY.rglob("*.nbi")):
        note(say("compiling", lang))


class _PaceColumn(ProgressColumn):
    """The pace and the time that is left, beside a bar."""

    def __init__(self, pace: Pace, lang: str):
        super().__init__()
        self._pace, self._lang = pace, lang

    def render(self, task: Task) -> Text:
        return Text(pace_words(self._pace, self._lang))


def _bar(pace: Pace, lang: str) -> Iterator[Callable[[int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _PaceColumn(pace, lang))
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=5) as bar:
        task = bar.add_task(say("runs", lang), total=pace.runs)

        def advance(count: int) -> None:
            pace.advance(count)
            bar.advance(task, count)

        yield advance


def _lines(pace: Pace, lang: str) -> Callable[[int], None]:
    lock, told = threading.Lock(), {"step": 0, "at": 0.0}

    def advance(count: int) -> None:
        pace.advance(count)
        with lock:
            step, now = pace.done * STEPS // pace.runs, pace.seconds
            if step > told["step"] or now - told["at"] > SILENCE:
                told.update(step=step, at=now)
                words = {"done": pace.done, "runs": pace.runs, "seconds": duration(now)}
                done, more = say("progress", lang, **words), pace_words(pace, lang)
                note(say("and", lang, first=done, second=more) if more else done)

    return advance
