"""Writing that is all or nothing, checksums, and the storage errors that a user can mend."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import socket
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sim.errors import StorageTrouble

REASONS = {
    errno.ENOSPC: "the disk is full; free some space and resume",
    errno.EDQUOT: "the disk quota is used up; free some space and resume",
    errno.EROFS: "the file system is read-only; choose another folder with --out",
    errno.EACCES: "writing is not permitted; choose another folder with --out",
    errno.EPERM: "writing is not permitted; choose another folder with --out",
    errno.EIO: "the disk reports an error; check it, then resume",
    errno.ENAMETOOLONG: "the name is too long; choose another folder with --out",
    errno.ENOTDIR: "a file stands where a folder is needed; choose another folder with --out",
    errno.EEXIST: "a file stands where a folder is needed; choose another folder with --out",
}


def reached(point: str) -> None:
    """Called at the points of a safe write where a test may end the process; does nothing."""


@contextmanager
def storage(path: Path) -> Iterator[None]:
    """Turn the operating system's refusal of a file into StorageTrouble; anything else passes."""
    try:
        yield
    except OSError as error:
        if error.errno in REASONS:
            raise StorageTrouble(f"{path}: {REASONS[error.errno]}") from error
        raise


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def canonical(data: Any) -> str:
    """The one JSON text of plain data: sorted keys, no spaces, no NaN."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def fingerprint(data: Any) -> str:
    """SHA-256 of the canonical JSON of plain data."""
    return hashlib.sha256(canonical(data).encode()).hexdigest()


def temporary_name(target: Path) -> str:
    """A name that tells whose unfinished file it is: target, host, process, and something unique."""
    return f"{target.name}.{socket.gethostname()}.{os.getpid()}.{uuid.uuid4().hex[:12]}"


def write_safely(
    target: Path, temporary: Path, write: Callable[[Path], None], check: Callable[[Path], None] | None = None
) -> None:
    """Make `target` appear whole or not at all, and still be there after a power cut.

    Written under a temporary name, flushed to the disk, checked, renamed, and the folder flushed too.

    Parameters
    ----------
    write : callable
        Writes the content to the path it is given.
    check : callable or None
        Opens the written file again and raises if it is not what was meant.
    """
    with storage(target):
        temporary.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = temporary / temporary_name(target)
        try:
            write(draft)
            reached("written")
            _flush(draft)
            if check is not None:
                check(draft)
            reached("before rename")
            os.replace(draft, target)
        except BaseException:
            with suppress(OSError):  # the first trouble is the one to tell; the next holder clears the draft
                draft.unlink(missing_ok=True)
            raise
        _flush_folder(target.parent)
        reached("renamed")


def write_text(target: Path, temporary: Path, text: str) -> None:
    """Write a text file safely, UTF-8 with line feeds."""
    write_safely(target, temporary, lambda draft: _write_bytes(draft, text.encode()))


def write_bytes(target: Path, temporary: Path, data: bytes) -> None:
    """Write bytes safely."""
    write_safely(target, temporary, lambda draft: _write_bytes(draft, data))


def write_json(target: Path, temporary: Path, data: Any) -> None:
    """Write plain data as readable JSON, safely."""
    write_text(target, temporary, json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n")


def _write_bytes(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    if os.name != "posix":
        return  # Windows cannot open a folder; its rename is journalled
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
