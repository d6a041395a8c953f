"""Bytes that change, files that are cut, emptied, lost, doubled or strange: found, or harmless by construction."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import numpy as np
import pytest

import experiments.store.lock as lock_room
from alliance.cli import main
from experiments.studies.opening import Manner
from experiments.studies.resuming import resume
from tests.faults.support import content, ranking_study, spread_study, stand_in, work

HARMLESS = (".lock",)  # an empty file that is only held, never read


@pytest.fixture(autouse=True)
def quick_model(monkeypatch):
    stand_in(patch=monkeypatch)


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A finished study with figures."""
    root = tmp_path_factory.mktemp("stored") / "study"
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch=patch)
        work(ranking_study(), root)
    return root


@pytest.fixture
def study(stored, tmp_path, monkeypatch):
    """A copy of it, in the working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(stored, "study")
    return Path("study")


def files(root):
    return [path for path in sorted(root.rglob("*")) if path.is_file() and path.name not in HARMLESS]


def kinds(root):
    """One file of each kind: folder and suffix."""
    return {(path.parent.relative_to(root).parts[:1], path.suffix): path for path in files(root)}


@pytest.mark.parametrize("flips", [45, pytest.param(300, marks=pytest.mark.slow)])
def test_flipped_bits_are_all_found(study, capsys, flips):
    chance, every = np.random.default_rng(9), files(study)
    assert len(kinds(study)) >= 9, "some kind of file is missing from the study"
    silent, flipped = [], 0
    for number in range(flips):
        path = every[number % len(every)]
        whole = path.read_bytes()
        data, place = bytearray(whole), int(chance.integers(len(whole)))
        data[place] ^= 1 << int(chance.integers(8))
        path.write_bytes(data)
        code = main(["results", "study"])
        told = capsys.readouterr().err
        if code != 6 or path.name not in told or "Traceback" in told:
            silent.append((path.name, place, code, told))
        path.write_bytes(whole)
        flipped += 1
    assert flipped == flips and silent == []
    assert main(["results", "study"]) == 0


DAMAGE = {
    "cut by two bytes": lambda path: path.write_bytes(path.read_bytes()[:-2]),  # one may be a line feed after the end
    "cut in half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "a byte longer": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    "emptied": lambda path: path.write_bytes(b""),
    "gone": Path.unlink,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_file_of_any_kind_that_is_cut_emptied_or_gone_is_found(study, capsys, name):
    for path in kinds(study).values():
        whole = path.read_bytes()
        DAMAGE[name](path)
        gone = name == "gone" and path.name == "manifest.json"
        assert main(["results", "study"]) == (2 if gone else 6), path  # a folder without a manifest is no study
        assert path.name in capsys.readouterr().err
        path.write_bytes(whole)
    assert main(["results", "study"]) == 0


DESCRIBE = ("manifest.json", "study.yaml", "design.parquet")


def mended(study, paths, name):
    whole = content(study)
    for path in paths:
        DAMAGE[name](path)
    assert main(["resume", "study", "-q", "--json"]) == 0, paths
    assert content(study) == whole and main(["results", "study"]) == 0, paths


def mendable(study):
    return [path for path in kinds(study).values() if path.name not in DESCRIBE]


@pytest.mark.parametrize("name", ["cut in half", "gone"])
def test_a_resume_mends_what_can_be_made_again(study, capsys, name):
    """Runs, receipts, tables, figures and the page, a file of each kind at once."""
    mended(study, mendable(study), name)


@pytest.mark.slow
@pytest.mark.parametrize("name", DAMAGE)
def test_a_resume_mends_a_file_of_each_kind(study, capsys, name):
    for path in mendable(study):
        mended(study, [path], name)


@pytest.mark.parametrize("name", DAMAGE)
def test_what_says_what_the_study_is_must_be_whole_or_nothing_is_done(study, capsys, name):
    before = content(study)
    for each in DESCRIBE:
        whole = (study / each).read_bytes()
        DAMAGE[name](study / each)
        assert main(["resume", "study", "-q"]) == (2 if name == "gone" and each == "manifest.json" else 6), each
        (study / each).write_bytes(whole)
    assert content(study) == before
    capsys.readouterr()


def test_a_flipped_bit_in_a_chunk_is_mended_when_every_byte_is_asked_for(study, capsys):
    whole = content(study)
    for path in sorted((study / "chunks").rglob("*.parquet")):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    assert main(["resume", "study", "-q", "--verify"]) == 0
    assert content(study) == whole and main(["results", "study"]) == 0
    assert len(list((study / "quarantine").iterdir())) == len(list((study / "chunks").rglob("*.parquet")))
    capsys.readouterr()


def test_a_doubled_file_is_found_and_never_read_twice(study, capsys):
    from experiments.store import load

    runs = len(load(study).runs)
    for path in kinds(study).values():
        if path.parent == study:
            continue  # beside the study's own files a person may keep notes
        copy = path.with_name("copy-of-" + path.name)
        shutil.copy(path, copy)
        assert main(["results", "study"]) == 6 and copy.name in capsys.readouterr().err
        assert len(load(study).runs) == runs
        copy.unlink()


def test_one_chunk_in_the_place_of_another_is_found_and_mended(study, capsys):
    """Whole, readable, of the right size perhaps, and the wrong runs."""
    whole = content(study)
    one, other = sorted((study / "chunks").rglob("*.parquet"))[:2]
    shutil.copy(one, other)
    assert main(["results", "study"]) == 6
    (study / "receipts" / f"{other.stem}.json").unlink()  # nor is it taken for the chunk that has no receipt yet
    assert main(["resume", "study", "-q", "--verify"]) == 0 and content(study) == whole
    capsys.readouterr()


def test_notes_and_folders_of_others_beside_a_study_are_left_alone(study, capsys):
    (study / "notes.txt").write_text("mine")
    (study / "old").mkdir()
    (study / "old" / "plan.csv").write_text("a,b\n")
    assert main(["results", "study"]) == 0 and main(["resume", "study", "-q"]) == 0
    assert (study / "notes.txt").read_text() == "mine" and (study / "old" / "plan.csv").exists()
    (study / "analysis" / "mine.csv").write_text("a,b\n")
    assert main(["results", "study"]) == 6 and "analysis/mine.csv: not written by this study" in capsys.readouterr().err


def test_an_empty_lock_with_other_bytes_is_harmless(study, capsys):
    whole = content(study)
    for text in ("x" * 100, "\0", "{"):
        (study / ".lock").write_text(text)
        assert main(["results", "study"]) == 0
        next((study / "chunks").rglob("*.parquet")).unlink()
        assert main(["resume", "study", "-q"]) == 0 and content(study) == whole
    capsys.readouterr()


def test_a_clock_that_was_set_back_harms_nothing(tmp_path, monkeypatch):
    """Files from the future, and drafts of a dead process that seem to be written tomorrow."""
    whole = tmp_path / "whole"
    work(spread_study(), whole)
    root = shutil.copytree(whole, tmp_path / "study")
    tomorrow = time.time() + 86_400.0
    for path in root.rglob("*"):
        os.utime(path, (tomorrow, tomorrow))
    draft = root / "tmp" / f"x.json.{lock_room.socket.gethostname()}.{2**22 - 7}.0123456789ab"
    draft.write_text("half")
    os.utime(draft, (tomorrow, tomorrow))
    next((root / "chunks").rglob("*.parquet")).unlink()
    resume(root, Manner(every_byte=True))
    assert content(root) == content(whole) and not draft.exists()
