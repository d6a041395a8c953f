"""Killed without warning, at random times and at every point of a safe write: nothing acknowledged is lost or done
twice, and the study ends with the bytes of an undisturbed one."""

from __future__ import annotations

import signal
import sys
import time

import numpy as np
import pytest

from tests.faults.support import (
    MADE,
    acknowledged,
    content,
    lost_and_doubled,
    processes,
    ranking_study,
    slowly,
    spread_study,
    stand_in,
    weighted,
    work,
    work_and_die,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
NEVER = 10**9
STUDIES = {"ranking": ranking_study, "spread": spread_study}


@pytest.fixture(autouse=True)
def quick_model(monkeypatch):
    stand_in(patch=monkeypatch)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What each study holds if nothing happens, the seconds that it takes, and the points that it passes."""
    found = {}
    for name, study in STUDIES.items():
        root = tmp_path_factory.mktemp("whole") / name
        for _ in range(2):  # the first process pays for starting the server
            started = time.monotonic()
            child = started_work(study(), root.with_name(f"{name}-{_}"), NEVER, slowly)
            child.join(120)
            seconds = time.monotonic() - started
        points = int(root.with_name(f"{name}-1.{MADE}").read_text())
        found[name] = (content(root.with_name(f"{name}-1")), seconds, points)
    return found


def started_work(study, root, at, model=weighted):
    child = processes().Process(target=work_and_die, args=(study, root, at, model))
    child.start()
    return child


def kill_at_random(whole, seconds, tmp_path, kills, seed):
    """Start, kill after a time drawn evenly over the length of the study, start again; a folder that got finished is
    checked and left for a new one. Returns kills, and what was lost, doubled and done again."""
    chance, told, folder = np.random.default_rng(seed), np.zeros(3, dtype=int), 0
    study, killed, held = ranking_study(), 0, {}
    while killed < kills:
        root = tmp_path / f"folder-{folder}"
        child = started_work(study, root, NEVER, slowly)
        child.join(float(chance.uniform(0.0, seconds)))
        child.kill()
        child.join(60)
        killed += child.exitcode == -signal.SIGKILL
        held |= acknowledged(root)
        if child.exitcode == 0 or killed == kills:
            work(study, root)
            told += lost_and_doubled(root, held)
            assert content(root) == whole
            assert not list((root / "tmp").iterdir()) and not list((root / "quarantine").iterdir())
            folder, held = folder + 1, {}
    return killed, folder, told.tolist()


@pytest.mark.parametrize("kills", [8, pytest.param(100, marks=pytest.mark.slow)])
def test_killed_at_random_times_nothing_is_lost_doubled_or_done_again(undisturbed, tmp_path, kills):
    whole, seconds, _ = undisturbed["ranking"]
    killed, folders, told = kill_at_random(whole, seconds, tmp_path, kills, seed=kills)
    print(f"{killed} kills, {folders} folders: lost, doubled, done again: {told}")
    assert killed == kills and told == [0, 0, 0]


def killed_at(whole, study, points, tmp_path):
    """One folder for each point: killed there, checked, resumed, compared."""
    for at in points:
        root = tmp_path / f"at-{at}"
        child = started_work(study, root, at)
        child.join(60)
        assert child.exitcode == -signal.SIGKILL, f"point {at}: the process was to be killed"
        held = acknowledged(root)
        work(study, root)
        assert lost_and_doubled(root, held) == (0, 0, 0), f"point {at}"
        assert content(root) == whole, f"point {at}"
        assert not list((root / "tmp").iterdir()), f"point {at}"


def test_killed_at_every_fourth_point_of_a_safe_write(undisturbed, tmp_path):
    """Three points a file: written, before and after it gets its name. Every fourth is one of each in turn."""
    whole, _, points = undisturbed["spread"]
    assert points > 40
    killed_at(whole, spread_study(), range(1, points + 1, 4), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(STUDIES))
def test_killed_at_every_point_of_a_safe_write(undisturbed, tmp_path, name):
    whole, _, points = undisturbed[name]
    killed_at(whole, STUDIES[name](), range(1, points + 1), tmp_path)
