"""The door of the command: exit codes, errors in a line or two, interruptions that say how to resume."""

from __future__ import annotations

import codecs
import contextlib
import difflib
import errno
import io
import math
import os
import re
import shlex
import signal
import sys
import tempfile
import time
import traceback
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from sim.errors import AllianceError, BadInput, StorageTrouble

DEBUG = "--debug"
STORAGE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
PATIENCE = 5.0
NEAREST = "alliance-nearest-letters"
PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-", "×": "x", "±": "+-",
         "œ": "oe", "Œ": "OE", "æ": "ae", "≈": "~", "€": "EUR"}  # fmt: skip


class Ended(KeyboardInterrupt):
    """The system asked the process to end."""

    exit_code = 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the returned number is its exit code (docs: "Exit codes")."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = DEBUG in words
    words = [word for word in words if word != DEBUG]
    _speak_any_encoding()
    _listen()
    try:
        return _run(words)
    except KeyboardInterrupt as stop:
        if arguments is None:
            _hear_nothing_more()
        return _interrupted(stop)
    except BrokenPipeError:
        return _silenced()
    except Exception as error:
        if debug:
            raise
        return _explain(error, words)


def _run(words: list[str]) -> int:
    from alliance.cli.commands import Stopped, app

    try:
        code = app(args=words, prog_name="alliance", standalone_mode=False)
    except Stopped as stopped:
        raise stopped.reason from None
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _speak_any_encoding() -> None:
    """Let a terminal that has no UTF-8 show the nearest letters instead of failing."""
    codecs.register_error(NEAREST, _nearest_letters)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=NEAREST)


def _nearest_letters(error: UnicodeError) -> tuple[str, int]:
    """What stands for characters that an encoding lacks: é as e, a curly quote as a straight one, else a question
    mark.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_plain_letter(letter) for letter in missing), error.end


def _plain_letter(letter: str) -> str:
    if letter in PLAIN:
        return PLAIN[letter]
    return unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"


def _listen() -> None:
    """Treat a request to end like an interruption, so that studies stay resumable.

    Whoever sends a second one while the first is obeyed gets no traceback out of the tidying; after `PATIENCE` seconds
    it counts again. What we were started to ignore (`nohup`) stays ignored.
    """
    last = -math.inf

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal last
        if time.monotonic() - last < PATIENCE:
            return
        last = time.monotonic()
        raise KeyboardInterrupt if number == signal.SIGINT else Ended

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        try:
            if signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN:
                signal.signal(getattr(signal, name), end)
        except (AttributeError, ValueError, OSError):
            continue  # not on this system, or not in the main thread


def _hear_nothing_more() -> None:
    """Ignore requests to end from here on: the process ends in a moment, with its own exit code."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def _interrupted(stop: KeyboardInterrupt) -> int:
    folder = getattr(stop, "folder", None)
    told = "interrupted"
    if folder:
        told += f"; what was computed is kept. Resume with:\n  alliance resume {shlex.quote(Path(folder).as_posix())}"
    _say(told)
    return int(getattr(stop, "exit_code", 130))


def _silenced(code: int = 0) -> int:
    """Whoever read our output has gone, or it has no room: nothing to say, and nowhere to say it."""
    with contextlib.suppress(ValueError, OSError):  # what stands in for a terminal may be no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _explain(error: Exception, words: Sequence[str]) -> int:
    """A line or a few on stderr, and the exit code."""
    if isinstance(error, BadInput):
        for problem in error.problems:
            _say(str(problem))
        return error.exit_code
    if isinstance(error, AllianceError):
        _say(str(error))
        return error.exit_code
    if hasattr(error, "format_message"):  # the command line's own: an unknown option, a missing argument
        _say(_usage(error, words))
        return 2
    if type(error).__name__ == "Abort":
        return 130
    if isinstance(error, OSError) and error.errno in STORAGE:
        _say(f"{error.filename or 'the answer'}: cannot be written: {os.strerror(error.errno).lower()}")
        return _silenced(StorageTrouble.exit_code)
    first = (str(error).splitlines() or [""])[0][:300]
    _say(f"internal error: {type(error).__name__}: {first}\nThe full account is in {_log(error)}; please report it.")
    return 1


def _usage(error: Any, words: Sequence[str]) -> str:
    """What is wrong with the words of a command: the option, the value and what was expected, where there is one."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "alliance"
    if not words:
        return str(error.format_message())
    option, value = _said(getattr(error, "param", None), words)
    if not option:
        return f"{error.format_message()}\nTry: {command} --help"
    expected = error.message.removeprefix("Value error, ").removesuffix(".")
    close = difflib.get_close_matches(value, re.findall(r"'([^']+)'", expected)[1:], n=1)
    mend = f"; did you mean {close[0]}?" if close else ""
    expected = expected.removeprefix(f"'{value}' is ")
    return f"{option}: {value}; {expected[:1].lower()}{expected[1:]}{mend}\nTry: {command} --help"


def _said(option: Any, words: Sequence[str]) -> tuple[str, str]:
    """An option and its value as they were typed; nothing where the trouble is not with one."""
    for name in getattr(option, "opts", ()):
        for number, word in enumerate(words):
            if word == name and number + 1 < len(words):
                return name, words[number + 1]
            if word.startswith(f"{name}=") and name.startswith("--"):
                return name, word.partition("=")[2]
    return "", ""


def _log(error: Exception) -> Path:
    """Write the traceback to a file of its own."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="alliance-error-", suffix=".log", delete=False, encoding="utf-8"
    ) as file:
        file.write("".join(traceback.format_exception(error)))
    return Path(file.name)


def _say(text: str) -> None:
    print(text, file=sys.stderr)
