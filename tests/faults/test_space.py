"""Room on the disk: said beforehand, asked for before the first run, watched during the work."""

from __future__ import annotations

import json
import shutil
from types import SimpleNamespace

import pytest

import experiments.store.space as space_room
from alliance.cli import main
from experiments.store import load
from tests.faults.support import content, ranking_study, stand_in, work

GIGABYTE = 2**30
WORDS = ["sensitivity", "minimal", "--samples", "16", "--replicates", "4", "--factors", "controversy,initial_trust"]


@pytest.fixture(autouse=True)
def quick_model(monkeypatch):
    stand_in(patch=monkeypatch)


def leave(monkeypatch, *free):
    """Let the disk tell these free bytes, one call after the other, the last for ever."""
    left = list(free)
    told = lambda _: SimpleNamespace(free=left.pop(0) if len(left) > 1 else left[0])  # noqa: E731
    monkeypatch.setattr(shutil, "disk_usage", told)


def test_a_dry_run_says_how_large_and_writes_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main([*WORDS, "--dry-run", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["points"], data["runs"]) == (16 * 4, 16 * 4 * 4)  # Saltelli without pairs: N (D + 2)
    assert data["chunks"] == 4 and data["seconds"] > 0.0 and data["pilot_runs"] > 0
    assert main([*WORDS, "--dry-run", "--lang", "fr"]) == 0
    assert "256 simulations en 4 blocs" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_what_is_expected_is_what_a_study_takes_within_a_factor_of_two(tmp_path):
    root = tmp_path / "study"
    work(ranking_study(), root)
    taken = sum(path.stat().st_size for path in (root / "chunks").rglob("*") if path.is_file())
    chunks = len(load(root).chunks())
    assert 0.5 < space_room.expected_bytes(16 * 5 * 4, chunks) / taken < 2.0


def test_a_study_that_may_not_fit_is_not_begun(tmp_path, monkeypatch, capsys):
    leave(monkeypatch, 10**6)
    assert main([*WORDS, "--out", str(tmp_path / "full"), "-q"]) == 7
    told = capsys.readouterr().err
    assert "256 runs need about" in told and "1 MB are free" in told and len(told.splitlines()) == 1
    assert not list((tmp_path / "full" / "chunks").rglob("*.parquet"))


def test_a_disk_that_fills_up_in_the_middle_leaves_a_study_that_can_be_resumed(tmp_path, monkeypatch, capsys):
    work(ranking_study(), tmp_path / "whole")
    leave(monkeypatch, GIGABYTE, GIGABYTE, GIGABYTE, 10**6)
    root = tmp_path / "study"
    from sim.errors import StorageTrouble

    with pytest.raises(StorageTrouble, match="only 1 MB are free; free some space and resume"):
        work(ranking_study(), root, workers=1)
    kept = len(list((root / "receipts").iterdir()))
    assert 0 < kept < len(load(root).chunks())
    leave(monkeypatch, GIGABYTE)
    assert main(["resume", str(root), "-q"]) == 0
    assert content(root) == content(tmp_path / "whole")
    capsys.readouterr()
