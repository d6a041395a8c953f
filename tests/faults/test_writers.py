"""Whoever works, in whatever order and number: one hash. Two at once: the second is told, and nothing is harmed."""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import experiments.ensemble as ensemble_room
import experiments.store.folder as folder_room
from alliance.cli import main
from experiments.designs import factor, sobol
from experiments.ensemble import evaluate
from experiments.store import ResultFolder, load
from experiments.studies.sensitivity import sensitivity
from sim.outcomes import OUTCOMES
from sim.scenario import load_scenario
from tests.faults.support import (
    FACTORS,
    NAMES,
    canonical,
    content,
    processes,
    ranking_study,
    spread_study,
    stand_in,
    weighted,
    work,
)


@pytest.fixture
def quick_model(monkeypatch):
    stand_in(patch=monkeypatch)


# --- one hash


ALL_WAYS = list(itertools.product((1, 2, 4, 8), ("forward", "backward")))
SOME_WAYS = [(1, "forward"), (2, "backward"), (4, "forward"), (8, "backward")]


@pytest.mark.parametrize(
    ("size", "ways"),
    [(1, SOME_WAYS), (7, SOME_WAYS), (64, SOME_WAYS)]
    + [pytest.param(size, ALL_WAYS, marks=pytest.mark.slow) for size in (1, 7, 64, 4096)],
)
def test_any_number_of_workers_any_size_of_blocks_any_order_gives_one_hash(
    tmp_path, monkeypatch, quick_model, size, ways
):
    monkeypatch.setattr(folder_room, "chunk_runs", lambda runs: size)
    study, forward = spread_study(90 if size > 1 else 20), ResultFolder.missing
    orders = {"forward": forward, "backward": lambda folder: forward(folder)[::-1]}
    memory = evaluate(study.scenario, study.design(), study.replicates, study.seed, workers=3)
    hashes, bytes_of = set(), set()
    for workers, order in ways:
        monkeypatch.setattr(ResultFolder, "missing", orders[order])
        root = tmp_path / f"{workers}-{order}"
        work(study, root, workers)
        hashes.add(canonical(load(root).runs))
        bytes_of.add(tuple(sorted(content(root).items())))
    assert hashes == {canonical(memory)} and len(bytes_of) == 1


def test_the_model_itself_gives_one_hash(monkeypatch):
    """Not the stand-in: the compiled week, on threads that share nothing but what they read."""
    design = sobol([factor(name) for name in FACTORS], 4, seed=2)
    asked, found = (load_scenario("minimal"), design, 3, 11), set()
    for workers, size in ((1, 64), (2, 7), (4, 1), (8, 16)):
        monkeypatch.setattr(ensemble_room, "chunk_runs", lambda runs, size=size: size)
        found.add(canonical(evaluate(*asked, workers=workers)))
    assert len(found) == 1


# --- two at once


def hold(root, ready):
    """In another process: hold a study's folder until killed."""
    def wait(*_):
        ready.set()
        time.sleep(60)

    stand_in(wait)
    work(spread_study(), Path(root))


def test_a_second_writer_ends_with_5_at_once_and_names_the_first(tmp_path, monkeypatch, capsys, quick_model):
    work(spread_study(), tmp_path / "whole")
    context = processes()
    ready = context.Event()
    holder = context.Process(target=hold, args=(tmp_path / "held", ready))
    holder.start()
    assert ready.wait(20)
    monkeypatch.chdir(tmp_path)
    for words in (["resume", "held"], ["run", "minimal", "-r", "200", "--seed", "5", "--out", "held"]):
        started = time.monotonic()
        assert main([*words, "-q"]) == 5
        assert time.monotonic() - started < 2.0
        told = capsys.readouterr().err
        assert f"in use by process {holder.pid} on " in told and len(told.splitlines()) == 1
    assert main(["results", "held"]) == 0  # who only reads may
    holder.kill()
    holder.join()
    started = time.monotonic()
    work(spread_study(), tmp_path / "held")
    assert time.monotonic() - started < 5.0 and content(tmp_path / "held") == content(tmp_path / "whole")
    capsys.readouterr()


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
def test_a_lock_and_a_note_that_a_dead_process_left_hold_nobody_up(tmp_path, quick_model):
    root = tmp_path / "study"
    work(spread_study(), root)
    whole = content(root)
    (root / ".lock").write_text("")
    (root / ".lock.json").write_text('{"host": "elsewhere", "process": 1, "since": "2001-01-01"}')
    next((root / "chunks").rglob("*.parquet")).unlink()
    work(spread_study(), root)
    assert content(root) == whole


# --- one bad run


def test_one_run_without_a_number_is_counted_named_and_moves_no_index_to_nothing(
    tmp_path, monkeypatch, capsys, quick_model
):
    """Saltelli's estimators turn one NaN among 512 numbers into S1 = 0 for every factor, without a word: a believable
    wrong answer. Here the replicate is left out at its point, and the indices stay what they were."""
    clean = sensitivity(ranking_study(), tmp_path / "clean").data["outcomes"]["legitimacy"]
    bad = {"run": 0}

    def once(blueprint, points, numbers, seed, out):
        weighted(blueprint, points, numbers, seed, out)
        here = np.flatnonzero(numbers == 2)
        if len(here) and not bad["run"]:
            bad["run"] = 1
            out[here[0], NAMES.index("legitimacy")] = np.nan

    monkeypatch.setattr(ensemble_room, "simulate", once)
    monkeypatch.chdir(tmp_path)
    words = ["sensitivity", "clean/study.yaml", "--out", "broken", "-w", "1"]
    assert main([*words, "--json"]) == 3
    assert "1 runs failed" in capsys.readouterr().err
    runs = load("broken").runs
    failed = runs[runs["status"] == "failed"]
    assert list(failed["error"]) == ["not finite: legitimacy"] and failed[NAMES].isna().all(axis=None)
    assert load("broken").manifest["counts"] == {"runs": 320, "failed": 1, "ok": 319}
    found = pd.read_csv("broken/analysis/measures.csv").set_index("factor")
    assert np.isfinite(found[["S1", "ST"]].to_numpy()).all()
    # One of four replicates of one of 80 points: luck is 0.1 of an outcome that moves by 0.6 and more.
    for path in FACTORS:
        assert found.loc[path, "ST"] == pytest.approx(clean[path]["ST"], abs=0.02)
    assert found.loc[FACTORS[0], "S1"] > 0.5
    assert main([*words, "--json"]) == 3 and main(["results", "broken"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_no_outcome_that_is_not_finite_gets_into_a_mean(tmp_path, monkeypatch, quick_model, value):
    """Every outcome in turn, each in a run of its own: that run fails, by name; a missing value that is declared may
    be missing, but never infinite."""
    def each_in_turn(blueprint, points, numbers, seed, out):
        weighted(blueprint, points, numbers, seed, out)
        mine = numbers < len(NAMES)
        out[mine, numbers[mine]] = value

    monkeypatch.setattr(ensemble_room, "simulate", each_in_turn)
    study = spread_study(len(NAMES) + 50)
    runs = evaluate(study.scenario, study.design(), study.replicates, study.seed, workers=2)
    may = [OUTCOMES[name].optional and np.isnan(value) for name in NAMES]
    told = runs["error"].tolist()
    assert told == ["" if fine else f"not finite: {name}" for name, fine in zip(NAMES, may, strict=True)] + [""] * 50
    data = work(study, tmp_path / "study")
    assert data["failed"] == may.count(False)
    assert all(np.isfinite(data["outcomes"][name]["mean"]) for name in NAMES)


@pytest.mark.parametrize("trouble", [MemoryError(), OSError(24, "Too many open files")])
def test_trouble_of_the_machine_is_not_stored_as_a_failed_run(tmp_path, monkeypatch, quick_model, trouble):
    """A row is for ever: a run that failed for want of memory would never be run again."""
    def short_of(blueprint, points, numbers, seed, out):
        if 150 in numbers:
            raise trouble
        weighted(blueprint, points, numbers, seed, out)

    monkeypatch.setattr(ensemble_room, "simulate", short_of)
    with pytest.raises(type(trouble)):
        work(spread_study(), tmp_path / "study")
    monkeypatch.setattr(ensemble_room, "simulate", weighted)
    work(spread_study(), tmp_path / "study")
    assert (load(tmp_path / "study").runs["status"] == "ok").all()
