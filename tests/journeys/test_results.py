"""What a result folder promises: nothing acknowledged is lost, nothing is done twice, damage is found and mended."""

import errno
import json
import multiprocessing
import os
import signal
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import experiments
import experiments.ensemble as ensemble_room
import experiments.store.chunks as chunks_room
import experiments.store.files as files_room
import experiments.store.folder as folder_room
import experiments.store.lock as lock_room
from experiments.designs import factor, single, sobol
from experiments.ensemble import evaluate
from experiments.store import load, verify
from experiments.store.chunks import write_table
from experiments.store.layout import checked_name, plain_name
from experiments.studies.asking import Study
from experiments.studies.opening import Interrupted, Manner
from experiments.studies.replicates import replicates
from experiments.studies.resuming import resume
from sim.errors import BadInput, IntegrityAlarm, ProvenanceMismatch, ResultsInUse, StorageTrouble
from sim.outcomes import OUTCOMES
from sim.scenario import load_scenario

RUNS = 640
NAMES = list(OUTCOMES)
OPTIONAL = np.array([outcome.optional for outcome in OUTCOMES.values()])


def made_up(blueprint, points, numbers, seed, out):
    """A stand-in for the model: quick numbers that depend on the run alone."""
    for row, replicate in zip(out, numbers, strict=True):
        row[:] = np.random.default_rng([seed, int(replicate)]).random(len(row))
        row[OPTIONAL & (row < 0.3)] = np.nan


@pytest.fixture(autouse=True)
def quick_model(monkeypatch):
    monkeypatch.setattr(ensemble_room, "prepare", lambda scenario: None)
    monkeypatch.setattr(ensemble_room, "simulate", made_up)


def study(**changes):
    words = {"job": "replicates", "method": "", "samples": 1, "replicates": RUNS, "seed": 5} | changes
    return Study("kept", load_scenario("minimal"), **words)


def content(root):
    """Every file that must come out the same, with its bytes."""
    folders = ("chunks", "analysis")
    paths = [path for folder in folders for path in Path(root, folder).rglob("*") if path.is_file()]
    paths += [Path(root, "study.yaml"), Path(root, "design.parquet")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The folder of an undisturbed study."""
    root = tmp_path_factory.mktemp("whole") / "study"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ensemble_room, "prepare", lambda scenario: None)
        patch.setattr(ensemble_room, "simulate", made_up)
        replicates(study(), root, Manner(workers=1))
    return root


def interfere(act):
    """Call `act` at every point of a safe write."""
    for room in (files_room, chunks_room, folder_room, lock_room):
        room.reached = act


def work_until(root, point, times):
    """In another process: do the study and die without warning when a point is reached for the nth time."""
    ensemble_room.prepare, ensemble_room.simulate = (lambda scenario: None), made_up
    seen = []

    def perhaps_die(here):
        seen.append(here)
        if seen.count(point) == times:
            os.kill(os.getpid(), signal.SIGKILL)

    interfere(perhaps_die)
    replicates(study(), Path(root), Manner(workers=2))


def processes():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["experiments.studies.resuming"])
    return context


POINTS = [
    ("locked", 1),
    ("written", 1),
    ("renamed", 2),
    ("created", 1),
    ("manifest", 1),
    ("written", 7),
    ("before rename", 8),
    ("renamed", 9),
    ("receipt", 5),
    ("before rename", 16),
    ("renamed", 24),
    ("manifest", 2),
]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
def test_a_killed_study_resumes_to_the_same_bytes(whole, tmp_path):
    workers = []
    for number, (point, times) in enumerate(POINTS):
        root = tmp_path / f"killed-{number}"
        workers.append((root, processes().Process(target=work_until, args=(root, point, times))))
        workers[-1][1].start()
    for root, worker in workers:
        worker.join(60)
        assert worker.exitcode == -signal.SIGKILL, "the process was to be killed"
        replicates(study(), root)
        assert content(root) == content(whole)
        assert not list((root / "tmp").iterdir()) and not list((root / "quarantine").iterdir())


def test_any_number_of_workers_writes_the_same_bytes(whole, tmp_path):
    replicates(study(), tmp_path / "many", Manner(workers=5))
    assert content(tmp_path / "many") == content(whole)


def test_runs_load_with_pandas_and_with_load(whole):
    loaded = experiments.load(whole)
    assert list(loaded.runs.columns) == ["design_point", "replicate", "seed", *NAMES, "status", "error"]
    assert loaded.runs["replicate"].tolist() == list(range(RUNS))
    pandas_runs = pd.read_parquet(whole / "chunks").sort_values("replicate", ignore_index=True)
    pd.testing.assert_frame_equal(pandas_runs, loaded.runs)
    assert loaded.manifest["counts"] == {"runs": RUNS, "failed": 0, "ok": RUNS}
    assert len(loaded.design) == 1


def test_runs_in_memory_are_the_runs_in_the_folder(whole):
    runs = evaluate(load_scenario("minimal"), single(), RUNS, seed=5, workers=3)
    pd.testing.assert_frame_equal(runs, load(whole).runs, check_dtype=False)


def test_factors_stand_in_the_runs_as_people_read_them():
    names = ("alliance.meeting_interval", "alliance.size_test", "alliance.decision_rule", "context.member_hours")
    design = sobol([factor(name) for name in names], 8, seed=1)
    runs = evaluate(load_scenario("minimal"), design, 2, seed=1, workers=2)
    assert len(runs) == 2 * len(design) and runs["design_point"].tolist() == sorted(runs["design_point"])
    assert pd.api.types.is_integer_dtype(runs[names[0]]) and pd.api.types.is_bool_dtype(runs[names[1]])
    assert set(runs[names[2]]) <= {"chair", "majority", "qualified", "consensus"}


def test_a_finished_study_is_not_done_again(whole, monkeypatch):
    monkeypatch.setattr(ensemble_room, "simulate", None)
    before = (whole / "manifest.json").read_text()
    replicates(study(), whole)
    assert json.loads(before)["started"] == load(whole).manifest["started"]


def copy_of(whole, root):
    """A copy of a study's folder."""
    import shutil

    shutil.copytree(whole, root)
    return root


def some_chunk(root):
    return sorted(Path(root, "chunks").rglob("*.parquet"))[3]


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)


DAMAGE = {
    "one bit flipped": flip,
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "emptied": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_chunk_is_found_set_aside_and_redone(whole, tmp_path, name):
    root = copy_of(whole, tmp_path / "study")
    DAMAGE[name](some_chunk(root))
    assert some_chunk(whole).name in " ".join(verify(load(root)).damaged)
    if name != "one bit flipped":
        with pytest.raises(IntegrityAlarm, match="resume"):
            _ = load(root).runs
    resume(root, Manner(every_byte=True))
    assert content(root) == content(whole) and not verify(load(root)).damaged
    assert len(list((root / "quarantine").iterdir())) == (name != "gone")


def test_any_flipped_bit_of_any_file_is_found(whole, tmp_path):
    root, chance = copy_of(whole, tmp_path / "study"), np.random.default_rng(1)
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.name.startswith(".lock")]
    assert {path.suffix for path in files} >= {".parquet", ".json", ".yaml", ".csv", ".html"}
    for path in files:
        before = path.read_bytes()
        for place in chance.integers(len(before), size=12):
            data = bytearray(before)
            data[place] ^= 1 << int(chance.integers(8))
            path.write_bytes(data)
            try:
                damaged = verify(load(root)).damaged
            except IntegrityAlarm as alarm:
                damaged = (str(alarm),)
            assert path.name in " ".join(damaged), f"{path.name}, byte {place}"
        path.write_bytes(before)
    assert verify(load(root)).damaged == ()


def test_a_receipt_with_a_misspelt_word_is_no_receipt(whole, tmp_path):
    root = copy_of(whole, tmp_path / "study")
    receipt = next((root / "receipts").iterdir())
    receipt.write_text(receipt.read_text().replace('"failed"', '"fbiled"'))
    assert verify(load(root)).damaged == (f"receipts/{receipt.name}",)


@pytest.mark.parametrize("name", ["cut short", "emptied", "gone"])
def test_a_lost_receipt_is_written_again(whole, tmp_path, name):
    root = copy_of(whole, tmp_path / "study")
    receipt = sorted((root / "receipts").iterdir())[2]
    DAMAGE[name](receipt)
    assert verify(load(root)).damaged
    resume(root)
    assert not verify(load(root)).damaged and json.loads(receipt.read_text())["adopted"]
    assert content(root) == content(whole)


@pytest.mark.parametrize("name", ["manifest.json", "study.yaml", "design.parquet"])
def test_a_changed_description_is_an_alarm(whole, tmp_path, name):
    root = copy_of(whole, tmp_path / "study")
    flip(root / name)
    with pytest.raises(IntegrityAlarm):
        resume(root)


def test_a_file_that_no_manifest_lists_is_not_read(whole, tmp_path):
    root = copy_of(whole, tmp_path / "study")
    stray = some_chunk(root).with_name("99999-0123456789abcdef.parquet")
    stray.write_bytes(b"torn")
    assert len(load(root).runs) == RUNS


def test_another_study_or_foreign_files_are_left_alone(whole, tmp_path):
    with pytest.raises(BadInput, match="another study"):
        replicates(study(seed=6), whole)
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(BadInput, match="diary.txt"):
        replicates(study(), tmp_path)


def test_other_code_is_refused_until_accepted_and_then_told(whole, tmp_path, monkeypatch):
    root = copy_of(whole, tmp_path / "study")
    some_chunk(root).unlink()
    import experiments.studies.opening as opening

    changed = opening.must_match() | {"model": "other"}
    monkeypatch.setattr(opening, "must_match", lambda: changed)
    with pytest.raises(ProvenanceMismatch, match="model was .*, is other"):
        resume(root)
    resume(root, Manner(accept_code_change=True))
    assert load(root).manifest["accepted_changes"][0]["changes"][0].startswith("model was ")
    assert content(root) == content(whole)


def hold(root, ready):
    """In another process: hold a study's folder until killed."""
    ensemble_room.prepare = lambda scenario: None

    def wait(*_):
        ready.set()
        time.sleep(60)

    ensemble_room.simulate = wait
    replicates(study(), Path(root))


def test_a_second_process_is_told_who_holds_the_folder(whole, tmp_path):
    root, context = tmp_path / "held", processes()
    ready = context.Event()
    holder = context.Process(target=hold, args=(root, ready))
    holder.start()
    assert ready.wait(60)
    with pytest.raises(ResultsInUse, match=f"process {holder.pid} on "):
        replicates(study(), root)
    holder.kill()
    holder.join()
    replicates(study(), root)
    assert content(root) == content(whole)


def test_what_a_dead_process_left_half_written_is_cleared(tmp_path):
    root = tmp_path / "study"
    (root / "tmp").mkdir(parents=True)
    import socket

    host = socket.gethostname()
    dead, alive, old = (root / "tmp" / f"x.json.{host}.{pid}.0123456789ab" for pid in (2**22 - 7, os.getppid(), 1))
    for path in (dead, alive, old):
        path.write_text("half")
    os.utime(old, (0, 0))
    replicates(study(replicates=1), root)
    assert [path.name for path in (root / "tmp").iterdir()] == [alive.name]


def test_failed_runs_are_rows_with_their_reason(tmp_path, monkeypatch):
    def sometimes(blueprint, points, numbers, seed, out):
        if 70 in numbers:
            raise ZeroDivisionError("no members")
        made_up(blueprint, points, numbers, seed, out)
        out[numbers == 71, NAMES.index("policy_changed")] = np.nan
        out[numbers == 72, np.flatnonzero(OPTIONAL)[0]] = np.inf

    monkeypatch.setattr(ensemble_room, "simulate", sometimes)
    data = replicates(study(replicates=100), tmp_path / "study")
    runs = load(tmp_path / "study").runs
    bad = runs[runs["status"] == "failed"]
    assert bad["replicate"].tolist() == [70, 71, 72] and data["failed"] == 3
    assert bad["error"].tolist()[:2] == ["ZeroDivisionError: no members", "not finite: policy_changed"]
    assert bad[NAMES].isna().all(axis=None) and data["outcomes"]["policy_changed"]["runs"] == 97


def test_an_interrupted_study_says_where_and_goes_on(whole, tmp_path, monkeypatch):
    def stop(blueprint, points, numbers, seed, out):
        if 300 in numbers:
            raise KeyboardInterrupt
        made_up(blueprint, points, numbers, seed, out)

    monkeypatch.setattr(ensemble_room, "simulate", stop)
    root = tmp_path / "study"
    with pytest.raises(Interrupted) as caught:
        replicates(study(), root, Manner(workers=2))
    assert caught.value.folder == root and caught.value.exit_code == 130
    held = verify(load(root))
    assert not held.finished and 0 < held.runs < RUNS and not held.damaged
    assert len(load(root).runs) == held.runs
    monkeypatch.setattr(ensemble_room, "simulate", made_up)
    resume(root)
    assert content(root) == content(whole)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_trouble_with_the_disk_is_said_and_mended(whole, tmp_path, monkeypatch, number):
    calls = []

    def replace(*paths):
        calls.append(paths)
        if len(calls) == 9:
            raise OSError(number, os.strerror(number))
        real(*paths)

    real, root = os.replace, tmp_path / "study"
    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(StorageTrouble, match="resume|--out"):
        replicates(study(), root)
    replicates(study(), root)
    assert content(root) == content(whole) and not list((root / "tmp").iterdir())


def test_other_numbers_from_the_same_runs_are_an_alarm(tmp_path):
    target = tmp_path / "chunk.parquet"
    write_table(pa.table({"x": [1.0, 2.0]}), target, tmp_path / "tmp")
    before = target.read_bytes()
    write_table(pa.table({"x": [1.0, 2.0]}), target, tmp_path / "tmp")
    with pytest.raises(IntegrityAlarm, match="other numbers"):
        write_table(pa.table({"x": [1.0, 2.5]}), target, tmp_path / "tmp")
    assert target.read_bytes() == before


def test_a_name_can_never_be_a_path():
    for name in ("../up", "a/b", "", "Big", ".hidden", "x" * 65, "a b", "con\n"):
        with pytest.raises(BadInput):
            checked_name(name)
    assert checked_name(plain_name("../My Study: été!")) == "my-study-t"


def test_no_folder_is_no_study(tmp_path):
    with pytest.raises(BadInput, match="manifest.json"):
        load(tmp_path)
