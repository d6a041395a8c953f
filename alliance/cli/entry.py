"""The door of the command: exit codes, errors in a line or two, interruptions that say how to resume."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from sim.errors import AllianceError, BadInput

DEBUG = "--debug"


class Ended(KeyboardInterrupt):
    """The system asked the process to end."""

    exit_code = 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the returned number is its exit code (docs: "Exit codes")."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = DEBUG in words
    words = [word for word in words if word != DEBUG]
    _listen()
    try:
        return _run(words)
    except KeyboardInterrupt as stop:
        return _interrupted(stop)
    except BrokenPipeError:
        return _silenced()
    except Exception as error:
        if debug:
            raise
        return _explain(error)


def _run(words: list[str]) -> int:
    from alliance.cli.commands import Stopped, app

    try:
        code = app(args=words, prog_name="alliance", standalone_mode=False)
    except Stopped as stopped:
        raise stopped.reason from None
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _listen() -> None:
    """Treat a request to end like an interruption, so that studies stay resumable."""

    def end(number: int, frame: FrameType | None) -> None:
        raise Ended

    for name in ("SIGTERM", "SIGHUP"):
        try:
            signal.signal(getattr(signal, name), end)
        except (AttributeError, ValueError, OSError):
            continue  # not on this system, or not in the main thread


def _interrupted(stop: KeyboardInterrupt) -> int:
    folder = getattr(stop, "folder", None)
    _say("interrupted" + (f"; what was computed is kept. Resume with:\n  alliance resume {folder}" if folder else ""))
    return int(getattr(stop, "exit_code", 130))


def _silenced() -> int:
    """Whoever read our output has gone: nothing to say, and nowhere to say it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _explain(error: Exception) -> int:
    """A line or a few on stderr, and the exit code."""
    if isinstance(error, BadInput):
        for problem in error.problems:
            _say(str(problem))
        return error.exit_code
    if isinstance(error, AllianceError):
        _say(str(error))
        return error.exit_code
    if hasattr(error, "format_message"):  # the command line's own: an unknown option, a missing argument
        _say(_usage(error))
        return 2
    if type(error).__name__ == "Abort":
        return 130
    first = (str(error).splitlines() or [""])[0][:300]
    _say(f"internal error: {type(error).__name__}: {first}\nThe full account is in {_log(error)}; please report it.")
    return 1


def _usage(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "alliance"
    return f"{error.format_message()}\nTry: {command} --help"  # type: ignore[attr-defined]


def _log(error: Exception) -> Path:
    """Write the traceback to a file of its own."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="alliance-error-", suffix=".log", delete=False, encoding="utf-8"
    ) as file:
        file.write("".join(traceback.format_exception(error)))
    return Path(file.name)


def _say(text: str) -> None:
    print(text, file=sys.stderr)
