"""How rules are compiled, and where the compiled code is kept.

numba's disk cache looks only at the file of the function that it stores: an edit in another module would silently bring
back the old science. So the cache directory is named by a hash of every source file of `sim` (text, place and date:
numba keeps code for a place and drops it when the date changes), the versions of numba, llvmlite and numpy, and the
processor, and it is set before the first rule is declared. Stored code is a pickle: the directory belongs to this user
alone, never to a place that others can write.
"""

from __future__ import annotations

import functools
import hashlib
import os
import platform
import shutil
import stat
import tempfile
import time
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")
# Rules are scalar loops: measured, a lower level and no vectors run a third faster than the default, and vary less.
for _option, _value in (("NUMBA_OPT", "2"), ("NUMBA_LOOP_VECTORIZE", "0"), ("NUMBA_SLP_VECTORIZE", "0")):
    os.environ.setdefault(_option, _value)

import llvmlite  # noqa: E402
import numba as _numba  # noqa: E402
import numpy as np  # noqa: E402
from numba.core.registry import CPUDispatcher  # noqa: E402

from sim.keeping import checked  # noqa: E402

numba: Any = _numba  # its types do not know the options below

SOURCES = Path(__file__).resolve().parent
KEEP_GENERATIONS = 4


def source_files() -> list[Path]:
    """Every Python file whose text can change what a rule does, in a fixed order."""
    compiled = [SOURCES / "draws.py", SOURCES / "state.py", SOURCES / "week.py", SOURCES / "declare.py"]
    compiled += [
        SOURCES / "events.py",
        SOURCES / "compiled.py",
        SOURCES / "inner.py",
        SOURCES / "keeping.py",
        SOURCES / "agents" / "acts.py",
        SOURCES / "outcomes.py",
        SOURCES / "founding.py",
        SOURCES / "running.py",
    ]
    for room in ("rules", "parameters", "kinds"):
        compiled += sorted((SOURCES / room).rglob("*.py"))
    return [path for path in compiled if path.exists()]


def source_hash() -> str:
    """Hash of the model's code: 16 hexadecimal digits that change with any edit to a rule."""
    digest = hashlib.sha256()
    for path in source_files():
        digest.update(path.relative_to(SOURCES).as_posix().encode())
        digest.update(b"\0")
        digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()[:16]


CODE_HASH = source_hash()


def _environment_hash() -> str:
    words = (CODE_HASH, numba.__version__, llvmlite.__version__, np.__version__, platform.python_version())
    processor = (platform.machine(), platform.processor(), str(numba.config.CPU_NAME), str(numba.config.CPU_FEATURES))
    places = tuple(f"{path} {path.stat().st_mtime_ns}" for path in source_files())
    return hashlib.sha256("\0".join(words + processor + places).encode()).hexdigest()[:16]


def _private(directory: Path) -> bool:
    """True if the directory can be made, is ours, and nobody else can write to it."""
    try:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        about = directory.stat()
        probe = directory / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    owned = not hasattr(os, "getuid") or about.st_uid == os.getuid()
    return owned and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _base_directory() -> Path:
    asked = os.environ.get("ALLIANCE_CACHE_DIR")
    if asked:
        return Path(asked)
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "alliance-lab" / "compiled"


def _forget_old(base: Path, current: Path) -> None:
    """Remove all but the newest few generations, so that editing rules does not fill a disk."""
    try:
        others = [path for path in base.iterdir() if path.is_dir() and path != current]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for stale in others[KEEP_GENERATIONS:]:
            if time.time() - stale.stat().st_mtime > 3600.0:
                shutil.rmtree(stale, ignore_errors=True)
    except OSError:
        return  # another process is tidying the same directory: nothing depends on it


def _choose_directory() -> Path:
    base = _base_directory()
    current = base / _environment_hash()
    if _private(base) and _private(current):
        _forget_old(base, current)
        return current
    return Path(tempfile.mkdtemp(prefix="alliance-lab-compiled-"))


CACHE_DIRECTORY = _choose_directory()
numba.config.CACHE_DIR = str(CACHE_DIRECTORY)
COMPILING = not numba.config.DISABLE_JIT


OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "_nrt": False}
WITHOUT_ENTRY: dict[str, Any] = OPTIONS | {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
INNER = dict(WITHOUT_ENTRY)
KEPT: dict[str, Any] = {"cache": True}
# The short way of compiling inner rules leans on the inside of these releases of numba; others compile the usual way.
if numba.__version__.startswith("0.68."):
    from sim.inner import InnerCompiler, WholeCompiler

    INNER["pipeline_class"], KEPT["pipeline_class"] = InnerCompiler, WholeCompiler


class Rule(CPUDispatcher):
    """A rule as other rules see it; called from Python it is compiled with an entry of its own, at the first call."""

    def __call__(self, *arguments: Any) -> Any:
        return self.entry(*arguments)

    @functools.cached_property
    def entry(self) -> Any:
        """The same rule with an entry from Python, not kept on disk."""
        return numba.njit(**OPTIONS)(self.py_func)


def rule(function: Callable[..., Any]) -> Any:
    """Declare a rule: compiled when a door that uses it is, without the interpreter's lock, never with reordered
    arithmetic.

    A rule makes no arrays (`_nrt`: no counting of references, a tenth of the time of a run) and has no entry from
    Python until somebody calls it at a prompt.
    """
    return _as_rule(numba.njit(**INNER)(function))


def part(function: Callable[..., Any]) -> Any:
    """A rule that is compiled apart and kept on disk, so that parts can be compiled side by side (`sim.preparing`)."""
    return _as_rule(checked(numba.njit(**WITHOUT_ENTRY, **KEPT)(function)))


def _as_rule(declared: Any) -> Any:
    if COMPILING:
        declared.__class__ = Rule
    return declared


def inlined(function: Callable[..., Any]) -> Any:
    """A helper that is put in place where it is called, for what numba cannot return: a tuple with single records."""
    return numba.njit(**OPTIONS, inline="always")(function)


def door(declared: Any) -> Any:
    """The same rule with an entry from Python, kept on disk between processes.

    numba keeps compiled code under the function's qualified name: the door has one of its own, for a part is kept too.
    """
    if not COMPILING:
        return declared
    inside = declared.py_func
    function = types.FunctionType(inside.__code__, inside.__globals__, inside.__name__, inside.__defaults__)
    function.__module__, function.__qualname__ = inside.__module__, f"door_to_{inside.__qualname__}"
    return checked(numba.njit(**OPTIONS, **KEPT)(function))


def forget_compiled() -> None:
    """Delete the compiled code of this generation, so that the next process compiles afresh."""
    shutil.rmtree(CACHE_DIRECTORY, ignore_errors=True)
    CACHE_DIRECTORY.mkdir(parents=True, exist_ok=True, mode=0o700)
