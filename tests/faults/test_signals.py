"""Asked to end, once or twice, by the keyboard or the system: no traceback, its exit code, a command that resumes."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alliance.cli import main
from tests.faults.support import content, stand_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
ASKED = ["run", "minimal", "--replicates", "1200", "--seed", "5", "--out"]
CODE = """
import sys, time
from pathlib import Path
from tests.faults.support import stand_in, weighted
strides = []
def told(*words):
    strides.append(0)
    if len(strides) == 40:
        Path({mark!r}).touch()
    time.sleep(0.01 if len(strides) < 40 else 0.5)  # a few chunks at once, then time to interfere
    weighted(*words)
stand_in(told)
from alliance.cli import main
sys.argv = ['alliance', *{words!r}]
sys.exit(main())
"""
WAYS = {
    "interrupt": ([signal.SIGINT], 130),
    "two interrupts": ([signal.SIGINT, signal.SIGINT], 130),
    "request to end": ([signal.SIGTERM], 143),
    "hang-up": ([signal.SIGHUP], 143),
}


def hearing():
    """What the tests' own process was started to ignore (a shell's background job ignores interrupts) is heard."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)


def started(folder, words=(), beforehand=hearing):
    """The command in a process of its own, in a working folder of its own."""
    folder.mkdir()
    code = CODE.format(mark=str(folder / "running"), words=[*ASKED, "my study", *words])
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}, preexec_fn=beforehand,
    )  # fmt: skip


def wait_for(path, seconds=60.0):
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, "the study did not start"
        time.sleep(0.02)


@pytest.fixture
def quick_model(monkeypatch):
    stand_in(patch=monkeypatch)


@pytest.mark.slow
def test_asked_to_end_in_any_way_a_study_can_be_resumed(tmp_path, monkeypatch, quick_model, capsys):
    children = {way: started(tmp_path / way) for way in WAYS}
    for way, child in children.items():
        wait_for(tmp_path / way / "running")
        time.sleep(0.2)
        asked = time.monotonic()
        for number in WAYS[way][0]:
            child.send_signal(number)
            time.sleep(0.03)
        _, told = child.communicate(timeout=30)
        assert child.returncode == WAYS[way][1], (way, told)
        assert time.monotonic() - asked < 5.0, way
        assert "Traceback" not in told and "Exception" not in told, (way, told)
        assert told.splitlines()[-2].startswith("interrupted; what was computed is kept"), (way, told)
        assert shlex.split(told.splitlines()[-1]) == ["alliance", "resume", "my study"]
    monkeypatch.chdir(tmp_path)
    assert main([*ASKED, "whole", "-q"]) == 0
    whole = content(Path("whole"))
    for way in WAYS:
        monkeypatch.chdir(tmp_path / way)
        assert list(Path("my study/receipts").iterdir()), "nothing was kept"
        assert main(["resume", "my study", "-q"]) == 0
        found = content(Path("my study"))
        assert found == whole, way
        assert main(["results", "my study"]) == 0
    capsys.readouterr()


def test_what_was_started_to_outlive_its_terminal_does(tmp_path):
    """`nohup` asks for the hang-up to be ignored: it stays ignored."""
    def ignore():
        hearing()
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    child = started(tmp_path / "nohup", beforehand=ignore)
    wait_for(tmp_path / "nohup" / "running")
    child.send_signal(signal.SIGHUP)
    time.sleep(0.5)
    assert child.poll() is None
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=30)
    assert child.returncode == 143
