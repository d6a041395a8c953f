"""The disk refuses the n-th write, flush or rename, for every n: exit code 7, one line, and the study resumes."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from alliance.cli import main
from tests.faults.support import content, stand_in

TROUBLES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
ASKED = ["run", "minimal", "--replicates", "100", "--seed", "5", "-q", "--json", "-w", "1", "--out"]


@pytest.fixture(autouse=True)
def quick_model(monkeypatch):
    stand_in(patch=monkeypatch)


class Disk:
    """A disk that refuses one call: the `at`-th write, flush or rename of all (0: none), with the error `number`."""

    def __init__(self, at=0, number=errno.ENOSPC):
        self.at, self.number, self.calls = at, number, 0

    def __enter__(self):
        patch = self.patch = pytest.MonkeyPatch()
        patch.setattr(os, "fsync", self.sometimes(os.fsync))
        patch.setattr(os, "replace", self.sometimes(os.replace))
        patch.setattr(pq, "write_table", self.sometimes(pq.write_table, partly=True))
        patch.setattr(Path, "write_bytes", self.sometimes(Path.write_bytes, partly=True))
        return self

    def __exit__(self, *_):
        self.patch.undo()

    def sometimes(self, real, partly=False):
        def call(*words, **options):
            self.calls += 1
            if self.calls == self.at:
                if partly:  # a full disk has taken a part of what was written
                    path = next(word for word in words if isinstance(word, Path))
                    with contextlib.suppress(OSError), open(path, "wb") as file:
                        file.write(b"half")
                raise OSError(self.number, os.strerror(self.number))
            return real(*words, **options)

        return call


@pytest.fixture
def whole(tmp_path, monkeypatch, capsys):
    """The undisturbed study, and how often it calls the disk."""
    monkeypatch.chdir(tmp_path)
    with Disk() as disk:
        assert main([*ASKED, "whole"]) == 0
    capsys.readouterr()
    return content(Path("whole")), disk.calls


def refused(whole, capsys, at, number):
    root = f"refused-{at}-{number}"
    with Disk(at, number) as disk:
        code = main([*ASKED, root])
    told = capsys.readouterr()
    place = f"call {at}, {errno.errorcode[number]}"
    assert disk.calls >= at and code == 7, (place, code, told.err)
    assert len(told.err.splitlines()) == 1 and root in told.err and "Traceback" not in told.err, (place, told.err)
    resumes = Path(root, "manifest.json").exists()
    assert main(["resume", root, "-q", "--json"] if resumes else [*ASKED, root]) == 0, (place, capsys.readouterr().err)
    assert content(Path(root)) == whole, place
    assert not list(Path(root, "tmp").iterdir()), place
    capsys.readouterr()


def test_a_refusal_of_every_third_call_ends_with_7_and_a_line_and_can_be_resumed(whole, capsys):
    content_of_whole, calls = whole
    assert calls > 40
    for at in range(1, calls + 1, 3):  # every one of them in `make verify`
        refused(content_of_whole, capsys, at, TROUBLES[at % len(TROUBLES)])


@pytest.mark.slow
@pytest.mark.parametrize("number", TROUBLES, ids=errno.errorcode.get)
def test_a_refusal_of_any_call_for_any_reason(whole, capsys, number):
    content_of_whole, calls = whole
    for at in range(1, calls + 1):
        refused(content_of_whole, capsys, at, number)


@pytest.mark.parametrize("number", TROUBLES, ids=errno.errorcode.get)
def test_a_folder_that_cannot_be_made_is_one_line(tmp_path, monkeypatch, capsys, number):
    monkeypatch.chdir(tmp_path)

    def mkdir(path, *_, **__):
        raise OSError(number, os.strerror(number), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", mkdir)
        assert main([*ASKED, "nowhere"]) == 7
    told = capsys.readouterr().err
    assert told.startswith("nowhere: ") and len(told.splitlines()) == 1


def test_a_lock_that_cannot_be_let_go_tidily_is_one_line(whole, tmp_path, monkeypatch, capsys):
    """The disk turned read-only in the middle: the note on the holder cannot be removed either."""
    def unlink(path, *_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    def replace(*_):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", unlink)
        patch.setattr(os, "replace", replace)
        assert main([*ASKED, "frozen"]) == 7
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1 and "read-only" in told
    assert main([*ASKED, "frozen"]) == 0 and content(Path("frozen")) == whole[0]
