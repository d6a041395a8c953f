"""A stored study run once more: byte for byte where the code is the same, told how far where it is not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import experiments.ensemble as ensemble_room
import experiments.studies.opening as opening
from alliance.cli import main
from experiments.designs import factor
from experiments.store import load
from experiments.store.plan import planned
from experiments.store.repeating import part_of
from experiments.studies.demonstration import read_tradeoff
from experiments.studies.opening import Interrupted, Manner
from experiments.studies.replicates import replicates
from experiments.studies.reproducing import reproduce
from experiments.studies.resuming import retell
from experiments.studies.sensitivity import sensitivity
from experiments.studies.study import Study
from experiments.studies.sweep import sweep
from experiments.studies.tradeoff import tradeoff
from sim.errors import BadInput, ProvenanceMismatch
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS
from sim.scenario import load_scenario

FACTORS = ("context.controversy", "context.initial_trust", "alliance.transparency")
NAMES = list(OUTCOMES)


def weighted(blueprint, points, numbers, seed, out):
    """A stand-in for the model: a weighted sum of three factors, and a little luck of the run."""
    for row, point, number in zip(out, points, numbers, strict=True):
        luck = np.random.default_rng([seed, int(number)]).random(len(row))
        values = [float(point[PARAMETERS[path].name]) for path in FACTORS]
        row[:] = 0.5 * values[0] + 0.2 * values[1] + 0.1 * luck


@pytest.fixture(autouse=True)
def quick_model(monkeypatch):
    monkeypatch.setattr(ensemble_room, "prepare", lambda *_, **__: None)
    monkeypatch.setattr(ensemble_room, "simulate", weighted)


def study(**changes):
    words = {"samples": 16, "replicates": 4, "seed": 3, "outcomes": ("legitimacy",)} | changes
    return Study("kept", load_scenario("minimal"), factors=tuple(factor(path) for path in FACTORS), **words)


def done(kind, root):
    """A finished study of each job."""
    scenario = load_scenario("minimal")
    if kind == "replicates":
        replicates(Study("kept", scenario, "replicates", "", 1, 200, 5), root)
    elif kind == "sweep":
        sweep(study(job="sweep", method="lhs", samples=30, twin=True), root)
    elif kind == "tradeoff":
        import dataclasses

        tradeoff(dataclasses.replace(read_tradeoff("T1"), replicates=6), root)
    elif kind == "grown":
        sensitivity(study(samples=8), root)
        sensitivity(study(samples=32), root, Manner(grow=True))
    elif kind == "until stable":
        sensitivity(study(samples=8, until="stable", most=64), root)
    else:
        sensitivity(study(method=kind), root)
    return root


def state(root):
    """Every file of a folder: bytes, and when it was written."""
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path(root).rglob("*") if path.is_file()}


@pytest.fixture
def stored(tmp_path):
    return done("sobol", tmp_path / "stored")


KINDS = ("sobol", "replicates", "sweep", "tradeoff",
         *(pytest.param(each, marks=pytest.mark.slow) for each in ("grown", "morris", "until stable")))  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_job_comes_out_again_to_the_byte_and_nothing_is_written_into_it(tmp_path, kind):
    root = done(kind, tmp_path / "stored")
    before, manifest = state(root), load(root).manifest
    found = reproduce(root, out=tmp_path / "again", workers=3)
    assert found.is_equal and found.exit_code == 0 and found.analysed, (found.other, found.differing)
    assert (found.runs, found.chunks) == (manifest["plan"]["runs"], len(manifest["plan"]["chunks"]))
    assert found.files == len([name for name in manifest["checksums"] if not name.startswith(("chunks", "receipts"))])
    assert found.files >= (4 if kind == "replicates" else 10)
    assert state(root) == before
    for name in manifest["checksums"]:
        if not name.startswith("receipts/"):
            assert (tmp_path / "again" / name).read_bytes() == (root / name).read_bytes()
    assert (kind in ("grown", "until stable")) == ("grown" in manifest)


def test_a_page_told_in_french_comes_out_in_french(stored):
    retell(stored, "fr")
    assert reproduce(stored).is_equal


def test_the_plan_of_a_study_that_grew_is_not_that_of_a_fresh_one(tmp_path):
    """Else the test above would not show that a grown plan is followed."""
    grown, fresh = done("grown", tmp_path / "grown"), tmp_path / "fresh"
    sensitivity(study(samples=32), fresh)
    assert load(grown).manifest["plan"] != load(fresh).manifest["plan"]


def test_a_share_is_the_same_blocks_each_time_evenly_spread():
    chunks = planned(64 * 100, 64, "")
    assert [chunk.first // 64 for chunk in part_of(chunks, 0.05)] == [10, 30, 50, 70, 90]
    assert part_of(chunks, 1.0) == chunks and len(part_of(chunks, 0.001)) == 1
    assert len(part_of(chunks[:7], 0.5)) == 4 and part_of([], 0.5) == []


def test_a_share_runs_that_share_and_compares_no_analyses(stored, monkeypatch):
    ran = []
    monkeypatch.setattr(ensemble_room, "simulate", lambda *words: (ran.append(len(words[2])), weighted(*words)))
    found = reproduce(stored, 0.4)
    assert found.is_equal and not found.analysed and sum(ran) == found.runs < found.planned == 16 * 5 * 4


def test_an_unfinished_study_is_compared_as_far_as_it_is_written(tmp_path, monkeypatch):
    def stop(blueprint, points, numbers, seed, out):
        if 150 in numbers:
            raise KeyboardInterrupt
        weighted(blueprint, points, numbers, seed, out)

    monkeypatch.setattr(ensemble_room, "simulate", stop)
    root = tmp_path / "halted"
    with pytest.raises(Interrupted):
        replicates(Study("kept", load_scenario("minimal"), "replicates", "", 1, 300, 5), root, Manner(workers=1))
    monkeypatch.setattr(ensemble_room, "simulate", weighted)
    found = reproduce(root)
    # A chunk after the one that was stopped may have been begun and written before the stop was heard.
    assert found.is_equal and not found.analysed and found.runs == len(load(root).runs) in (128, 192, 236)


def other(row, column, gap):
    """The same model, but for one outcome of one run of the study (run number = point × replicates + replicate)."""

    def simulate(blueprint, points, numbers, seed, out):
        weighted(blueprint, points, numbers, seed, out)
        out[numbers == row, NAMES.index(column)] += gap

    return simulate


def test_other_numbers_from_the_same_code_are_an_alarm_with_block_and_row(tmp_path, monkeypatch):
    root = done("replicates", tmp_path / "stored")
    monkeypatch.setattr(ensemble_room, "simulate", other(70, "trust_mean", 0.25))
    found = reproduce(root)
    (apart,) = found.differing
    assert found.exit_code == 6 and apart.chunk.startswith("00001-")
    assert (apart.row, apart.column) == (70, "trust_mean")
    assert float(apart.again) - float(apart.stored) == pytest.approx(0.25)
    assert list(found.moved) == ["trust_mean"] and found.moved["trust_mean"].rows == 1
    assert found.moved["trust_mean"].largest == pytest.approx(0.25)
    assert "analysis/summary.csv" in found.other and "study.yaml" not in found.other


@pytest.fixture
def other_code(monkeypatch):
    changed = opening.must_match() | {"model": "other", "numpy": "9.9"}
    monkeypatch.setattr(opening, "must_match", lambda: changed)


def test_other_code_is_told_and_refused_unless_accepted(tmp_path, other_code, monkeypatch):
    root = tmp_path / "stored"
    with pytest.MonkeyPatch.context() as then:
        then.setattr(opening, "must_match", lambda: {"model": "first", "numpy": "9.9"})
        done("replicates", root)
    before = state(root)
    with pytest.raises(ProvenanceMismatch, match="model was first, is other"):
        reproduce(root)
    assert reproduce(root, 0.5, accept=True).exit_code == 0  # other code, the same bytes
    monkeypatch.setattr(ensemble_room, "simulate", other(70, "trust_mean", 0.25))
    found = reproduce(root, accept=True)
    assert found.exit_code == 4 and any("model was first" in each for each in found.changes)
    assert found.moved["trust_mean"].rows == 1 and state(root) == before


def test_a_failed_run_that_no_longer_fails_is_a_run_that_differs(tmp_path, monkeypatch):
    def failing(blueprint, points, numbers, seed, out):
        weighted(blueprint, points, numbers, seed, out)
        out[numbers == 5] = np.nan

    monkeypatch.setattr(ensemble_room, "simulate", failing)
    root = done("replicates", tmp_path / "stored")
    assert reproduce(root).is_equal
    monkeypatch.setattr(ensemble_room, "simulate", weighted)
    found = reproduce(root)
    assert found.exit_code == 6 and found.differing[0].row == 5 and found.moved["legitimacy"].rows == 1
    assert found.moved["legitimacy"].largest == 0.0  # there was no number to be far from


def test_damage_after_writing_does_not_make_a_study_irreproducible(tmp_path, monkeypatch):
    root = done("replicates", tmp_path / "stored")
    chunk = sorted((root / "chunks").rglob("*.parquet"))[1]
    chunk.write_bytes(b"torn")
    assert reproduce(root).is_equal
    monkeypatch.setattr(ensemble_room, "simulate", lambda *words: (weighted(*words), words[-1].__iadd__(1.0)))
    reasons = {each.chunk: each.reason for each in reproduce(root).differing}
    assert reasons[chunk.stem] == "unreadable" and list(reasons.values()).count("") == len(reasons) - 1


def test_the_same_numbers_in_other_bytes_are_told_as_that(tmp_path, monkeypatch):
    root = done("replicates", tmp_path / "stored")
    real = pq.write_table
    monkeypatch.setattr(pq, "write_table", lambda *words, **more: real(*words, **(more | {"compression": "gzip"})))
    found = reproduce(root, 0.1)
    assert found.exit_code == 6 and found.differing[0].reason == "bytes" and not found.moved


def test_figures_of_other_versions_are_a_mismatch_not_an_alarm(stored, monkeypatch):
    import experiments.studies.sensitivity as room

    monkeypatch.setattr(room, "sensitivity_page", lambda *_: "another page")
    assert reproduce(stored).exit_code == 6 and reproduce(stored).other == ("report.html",)
    told = opening.told()
    monkeypatch.setattr(opening, "told", lambda: told | {"packages": told["packages"] | {"matplotlib": "0.1"}})
    found = reproduce(stored)
    assert found.exit_code == 4 and found.told[0].startswith("matplotlib was ")


def test_only_an_empty_folder_outside_takes_the_second_study(stored, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "diary.txt").write_text("mine")
    for out in (stored, stored / "again", tmp_path / "full", tmp_path / "full" / "diary.txt"):
        with pytest.raises(BadInput, match="--out"):
            reproduce(stored, out=out)
    with pytest.raises(BadInput, match="manifest.json"):
        reproduce(tmp_path / "full")


def test_a_growth_that_is_not_in_place_is_left_alone(stored):
    (stored / "pending").mkdir()
    shutil.copy(stored / "manifest.json", stored / "pending")
    before = state(stored)
    with pytest.raises(BadInput, match="alliance resume"):
        reproduce(stored)
    assert state(stored) == before


def test_from_the_command_line(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    done("replicates", Path("my study"))
    assert main(["results", "my study"]) == 0
    assert "alliance reproduce 'my study'" in capsys.readouterr().out
    assert main(["reproduce", "my study"]) == 0
    told = capsys.readouterr()
    assert "200 of 200 runs" in told.out and told.out.endswith("Every byte that was compared came out again.\n")
    assert main(["reproduce", "my study", "--lang", "fr", "-q", "--part", "0.2"]) == 0
    told = capsys.readouterr()
    assert "simulations sur 200" in told.out and told.err == ""
    monkeypatch.setattr(ensemble_room, "simulate", other(70, "trust_mean", 0.25))
    assert main(["reproduce", "my study", "-q", "--json", "--out", "again"]) == 6
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert found["differing"][0]["row"] == 70 and found["moved"]["trust_mean"]["rows"] == 1 and not found["equal"]
    assert "first in run 70, trust_mean" in told.err and found["kept"] == "again" and Path("again/report.html").exists()
    assert main(["reproduce", "my study", "-q"]) == 6 and "0.25" in capsys.readouterr().out
    for part in ("0", "1.5", "nan", "-1"):
        assert main(["reproduce", "my study", "--part", part]) == 2
        assert "--part" in capsys.readouterr().err
    assert main(["reproduce", "nowhere"]) == 2


def test_an_interruption_leaves_nothing_and_promises_nothing(stored, monkeypatch, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(ensemble_room, "simulate", stop)
    before = state(stored)
    assert main(["reproduce", str(stored), "-q"]) == 130
    assert "resume" not in capsys.readouterr().err and state(stored) == before
