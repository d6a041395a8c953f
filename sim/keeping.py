"""Compiled code on disk that is used only if it is whole.

numba keeps compiled code as pickles without a checksum: a file that was cut short stops every start until somebody
deletes it, and a flipped bit may run as another program. Here each file ends with the SHA-256 of all before it. One
that is not whole counts as missing: its code is compiled again and written over it. Where nothing can be written,
nothing is kept, and runs go on.

numba has no door for this (its caches are named by class), so the file class of a dispatcher's cache is exchanged. The
methods that are overridden are numba's own since 0.20; a release that changed them would fail the tests, not keep
unchecked code.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from numba.core.caching import IndexDataCacheFile

DIGEST = 32


def is_whole(path: Path) -> bool:
    """True if a file ends with the SHA-256 of the bytes before it; OSError where it cannot be read."""
    data = path.read_bytes()
    return len(data) > DIGEST and hashlib.sha256(data[:-DIGEST]).digest() == data[-DIGEST:]


class CheckedFile(IndexDataCacheFile):
    """The index and the data files of one function's compiled code, each with a checksum at its end."""

    def _load_index(self) -> Any:
        try:
            return super()._load_index() if is_whole(Path(self._index_path)) else {}
        except OSError:
            return {}

    def _load_data(self, name: str) -> Any:
        if not is_whole(Path(self._data_path(name))):
            raise OSError(f"{name}: not whole")  # numba takes it for a file that is gone, and compiles
        return super()._load_data(name)

    def save(self, key: Any, data: Any) -> None:
        """Keep compiled code if that is possible; it has been compiled either way."""
        try:
            super().save(key, data)
        except OSError:
            return

    @contextmanager
    def _open_for_write(self, filepath: str) -> Iterator[io.BytesIO]:
        content = io.BytesIO()
        yield content  # unpickling stops at the end of the pickle: what follows it is not read
        whole = content.getvalue()
        with super()._open_for_write(filepath) as file:
            file.write(whole + hashlib.sha256(whole).digest())


def checked(declared: Any) -> Any:
    """A rule whose compiled code is kept, kept with checksums."""
    file = getattr(getattr(declared, "_cache", None), "_cache_file", None)
    if file is not None:
        file.__class__ = CheckedFile
    return declared
