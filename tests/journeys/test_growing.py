"""More samples in the folder of a smaller study: what was run stays; a crash leaves the old study or the new one."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import experiments.ensemble as ensemble_room
import experiments.store.growing as growing_room
from alliance.cli import main
from experiments.analysis.stability import unsettled
from experiments.designs import factor
from experiments.store import load, verify
from experiments.studies.opening import Manner
from experiments.studies.resuming import resume
from experiments.studies.sensitivity import begun, concluded, next_size, sensitivity
from experiments.studies.study import Study
from sim.errors import BadInput
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS
from sim.scenario import load_scenario
from tests.journeys.test_results import interfere, processes

FACTORS = ("context.controversy", "context.initial_trust", "alliance.transparency")
NAMES = list(OUTCOMES)


def additive(blueprint, points, numbers, seed, out):
    """A stand-in for the model: the outcomes are a weighted sum of three factors, and a little luck of the run."""
    for row, point, number in zip(out, points, numbers, strict=True):
        luck = np.random.default_rng([seed, int(number)]).random(len(row))
        row[:] = sum(w * point[PARAMETERS[path].name] for w, path in zip((4.0, 2.0, 0.0), FACTORS, strict=True))
        row[:] += 0.1 * luck


@pytest.fixture(autouse=True)
def quick_model(monkeypatch):
    monkeypatch.setattr(ensemble_room, "prepare", lambda scenario: None)
    monkeypatch.setattr(ensemble_room, "simulate", additive)


def study(samples=16, **changes):
    made = Study("grown", load_scenario("minimal"), samples=samples, replicates=2, seed=3,
                 factors=tuple(factor(path) for path in FACTORS), outcomes=("legitimacy",))  # fmt: skip
    return dataclasses.replace(made, **changes)


def rows(root):
    return load(root).runs


def test_a_study_grows_by_the_runs_that_are_missing(tmp_path, monkeypatch):
    small = sensitivity(study(16), tmp_path / "grown")
    before = {path: path.read_bytes() for path in (tmp_path / "grown" / "chunks").rglob("*.parquet")}
    ran = []
    monkeypatch.setattr(ensemble_room, "simulate", lambda *words: (ran.append(len(words[2])), additive(*words)))
    large = sensitivity(study(32), tmp_path / "grown", Manner(grow=True))
    assert sum(ran) == 16 * 5 * 2 and large.data["runs"] == 2 * small.data["runs"]
    assert all(path.read_bytes() == content for path, content in before.items())
    fresh = sensitivity(study(32), tmp_path / "fresh")
    assert large.data["outcomes"] == fresh.data["outcomes"] and large.data["noise"] == fresh.data["noise"]
    pd.testing.assert_frame_equal(rows(tmp_path / "grown"), rows(tmp_path / "fresh"))
    found = verify(load(tmp_path / "grown"))
    assert found.finished and not found.damaged and not found.foreign
    assert load(tmp_path / "grown").manifest["grown"][0]["from"] == 160


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (dict(samples=8), "more than the 40 that are asked"),
        (dict(seed=4), "another study is in this folder"),
        (dict(replicates=3), "another study is in this folder"),
        (dict(outcomes=("trust_mean",)), "another study is in this folder"),
    ],
)
def test_only_a_beginning_can_grow(tmp_path, changes, told):
    sensitivity(study(16), tmp_path / "kept")
    before = (tmp_path / "kept/manifest.json").read_bytes()
    with pytest.raises(BadInput, match=told):
        sensitivity(study(**({"samples": 32} | changes)), tmp_path / "kept", Manner(grow=True))
    assert (tmp_path / "kept/manifest.json").read_bytes() == before
    with pytest.raises(BadInput, match="another study"):  # without being asked to, nothing grows
        sensitivity(study(32), tmp_path / "kept")


def grow_until(root, point, times):
    """In another process: let the study grow and die without warning at a point of it."""
    ensemble_room.prepare, ensemble_room.simulate = (lambda scenario: None), additive
    seen = []

    def perhaps_die(here):
        seen.append(here)
        if seen.count(point) == times:
            os.kill(os.getpid(), signal.SIGKILL)

    interfere(perhaps_die)
    growing_room.reached = perhaps_die
    sensitivity(study(32), Path(root), Manner(workers=1, grow=True))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
def test_a_kill_while_growing_leaves_the_old_study_or_the_new_one(tmp_path):
    fresh = sensitivity(study(32), tmp_path / "fresh").data["outcomes"]
    points = [("growing", 1), ("decided", 1), ("grown", 1), ("grown", 2), ("grown", 3), ("receipt", 1)]
    workers = []
    for number, (point, times) in enumerate(points):
        root = tmp_path / f"killed-{number}"
        sensitivity(study(16), root)
        workers.append((point, root, processes().Process(target=grow_until, args=(root, point, times))))
        workers[-1][2].start()
    for point, root, worker in workers:
        worker.join(60)
        assert worker.exitcode == -signal.SIGKILL, "the process was to be killed"
        resumed, answer = resume(root)
        assert resumed.samples == (16 if point == "growing" else 32)
        assert not (root / "pending").exists()
        again = sensitivity(study(32), root, Manner(grow=True))
        assert again.already == (point != "growing") and again.data["outcomes"] == fresh
        assert point == "growing" or answer.data["outcomes"] == fresh
        assert verify(load(root)).damaged == ()


@pytest.mark.slow
def test_samples_are_doubled_until_the_ranking_holds_still(tmp_path):
    asked = study(16, until="stable", most=4096)
    found = sensitivity(asked, tmp_path / "stable")
    assert found.data["stable"] and 32 <= found.data["samples"] <= 4096
    table = pd.read_csv(tmp_path / "stable/analysis/measures.csv")
    assert ((table["ST_high"] - table["ST"]) <= 0.05).all()
    sizes = pd.read_csv(tmp_path / "stable/analysis/convergence.csv")
    before = sizes[(sizes["axis"] == "samples") & (sizes["samples"] < found.data["samples"])]
    assert len(unsettled(before, "ST", "variance"))  # not one doubling too many
    again = sensitivity(asked, tmp_path / "stable")
    assert again.already and again.data == found.data
    whole = sensitivity(study(found.data["samples"]), tmp_path / "whole")
    assert whole.data["outcomes"] == found.data["outcomes"]


def test_growth_ends_at_the_most_and_says_so(tmp_path):
    found = sensitivity(study(8, until="stable", most=16), tmp_path / "short")
    assert found.data["samples"] == 16 and found.data["stable"] is False
    assert len(pd.read_csv(tmp_path / "short/analysis/unsettled.csv")) >= 1
    again, answer = resume(tmp_path / "short")  # its own study.yaml, which says samples: 16 and most: 16, is read
    assert again.samples == again.most == 16 and answer.already and answer.data == found.data


@pytest.mark.slow
def test_an_interrupted_growth_goes_on(tmp_path):
    asked = study(16, until="stable", most=4096)
    whole = sensitivity(asked, tmp_path / "whole")
    first = next_size(asked, tmp_path / "halted", Manner())
    assert first is not None and first.samples == 32
    assert not load(tmp_path / "halted").is_finished
    _, found = resume(tmp_path / "halted")
    assert found.data == whole.data
    assert begun(asked, tmp_path / "halted").samples == whole.data["samples"]


@pytest.mark.slow
def test_from_the_command_line(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["sensitivity", "minimal", "--factors", ",".join(FACTORS), "--outcome", "legitimacy", "-r", "2"]
    assert main([*words, "-n", "16", "--until", "stable", "--most", "2048"]) == 0
    told = capsys.readouterr()
    assert "The ranking holds still" in told.out and "going on with N = 32" in told.err
    assert main(["results", "results/minimal-sobol"]) == 0
    assert main([*words, "-n", "16", "--most", "64", "--out", "b"]) == 2
    assert "expected only with until: stable" in capsys.readouterr().err
    assert main([*words, "-n", "16", "--out", "c", "-q"]) == 0 and main([*words, "-n", "32", "--out", "c"]) == 2
    capsys.readouterr()
    assert main([*words, "-n", "32", "--out", "c", "--extend", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["samples"] == 32


def grown(*sizes):
    """A convergence table by hand: (samples, measure, half-width) of two parts."""
    lines = []
    for samples, first, second in sizes:
        for name, (value, half) in zip("ab", (first, second), strict=True):
            lines.append(("samples", "y", name, samples, value, value - half, value + half))
    return pd.DataFrame(lines, columns=["axis", "outcome", "factor", "samples", "ST", "ST_low", "ST_high"])


def test_what_is_settled_by_hand():
    calm = grown((64, (0.50, 0.09), (0.10, 0.02)), (128, (0.52, 0.04), (0.11, 0.01)))
    assert unsettled(calm, "ST", "variance").empty
    wide = grown((64, (0.50, 0.09), (0.10, 0.02)), (128, (0.52, 0.06), (0.11, 0.01)))
    assert list(unsettled(wide, "ST", "variance")["factor"]) == ["a"]
    moved = grown((64, (0.50, 0.09), (0.20, 0.02)), (128, (0.52, 0.04), (0.11, 0.01)))
    found = unsettled(moved, "ST", "variance")
    assert list(found["factor"]) == ["b"] and found["moved"].iloc[0] == pytest.approx(0.09)
    assert len(unsettled(grown((64, (0.5, 0.01), (0.1, 0.01))), "ST", "variance")) == 2  # no half to compare with
    large = grown((64, (50.0, 3.0), (10.0, 2.0)), (128, (52.0, 2.5), (11.0, 1.0)))
    assert unsettled(large, "ST", "effect").empty and len(unsettled(large, "ST", "variance")) == 2


def test_conclusions_wait_for_the_last_size(tmp_path):
    """A study that may grow is analysed once, at the end: nothing of a smaller size is left."""
    asked = study(16, until="stable", most=64)
    larger = next_size(asked, tmp_path / "s", Manner())
    assert larger is not None and not (tmp_path / "s/analysis").exists()
    concluded(larger, tmp_path / "s", Manner(grow=True))
    assert set(pd.read_csv(tmp_path / "s/analysis/measures.csv")["samples"]) == {32}


def test_a_pilot_plans_a_larger_study(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["sensitivity", "minimal", "--factors", ",".join(FACTORS), "--outcome", "legitimacy", "-n", "16", "-q"]
    assert main([*words, "-r", "4", "--out", "pilot"]) == 0 and main([*words, "-r", "2", "--out", "thin"]) == 0
    capsys.readouterr()
    assert main(["plan", "pilot", "--runs", "10000", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    best = next(each for each in told["plans"] if each["best"])
    assert best["runs"] <= 10_000 and f"--samples {best['samples']}" in told["command"]
    assert main(["plan", "pilot", "--runs", "10000", "--lang", "fr"]) == 0
    assert "le mieux" in capsys.readouterr().out
    assert main(["plan", "pilot", "--runs", "20"]) == 2 and "too few" in capsys.readouterr().err
    assert main(["plan", "thin", "--runs", "10000"]) == 2
    assert "4 replicates or more" in capsys.readouterr().err


@pytest.mark.parametrize("twin", [pytest.param(False, marks=pytest.mark.slow), True])
@pytest.mark.parametrize(
    ("design", "sizes"),
    [("sobol", (16, 24)), pytest.param("random", (16, 24), marks=pytest.mark.slow), ("lhs", (12, 48))],
)
def test_a_sweep_grows_to_what_it_would_be_at_that_size(tmp_path, monkeypatch, design, sizes, twin):
    """With the twin of every run as without: both arms grow, and rows, design and tables are those of a fresh study."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ensemble_room, "prepare", lambda scenario, active=True: None)
    words = ["sweep", "minimal", "--factors", ",".join(FACTORS), "--outcome", "legitimacy", "-r", "2", "-q"]
    words += ["--design", design, *["--twin"] * twin]
    small, large = map(str, sizes)
    assert main([*words, "-n", small, "--out", "grown"]) == 0
    kept = {path: path.read_bytes() for path in Path("grown/chunks").rglob("*.parquet")}
    assert main([*words, "-n", large, "--out", "grown", "--extend"]) == 0
    assert main([*words, "-n", large, "--out", "fresh"]) == 0
    assert kept and all(path.read_bytes() == content for path, content in kept.items())
    pd.testing.assert_frame_equal(rows(Path("grown")), rows(Path("fresh")))
    names = ["design.parquet", "study.yaml", *(f"analysis/{path.name}" for path in Path("fresh/analysis").iterdir())]
    assert len(names) > 6
    for name in names:
        assert Path("grown", name).read_bytes() == Path("fresh", name).read_bytes(), name
    if twin:
        assert rows(Path("grown"))["arm"].value_counts().to_dict() == {"with": 2 * sizes[1], "without": 2 * sizes[1]}
    assert not verify(load("grown")).damaged


def test_a_hypercube_that_is_not_doubled_is_refused_with_what_to_do_instead(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["sweep", "minimal", "--factors", ",".join(FACTORS), "--outcome", "legitimacy", "-r", "2", "-q"]
    for design, first, then in (("lhs", "16", "24"), ("grid", "2", "3")):
        assert main([*words, "--design", design, "-n", first, "--out", design]) == 0
        before = Path(design, "manifest.json").read_bytes()
        capsys.readouterr()
        assert main([*words, "--design", design, "-n", then, "--out", design, "--extend"]) == 2
        told = capsys.readouterr().err
        assert "changes as it grows" in told and "twice as many samples" in told and "a Sobol sequence" in told
        assert Path(design, "manifest.json").read_bytes() == before


@pytest.mark.parametrize("name", ["pawn", "rsa"])
def test_a_method_that_reads_a_hypercube_grows_until_it_holds_still(tmp_path, name):
    found = sensitivity(study(16, method=name, until="stable", most=64), tmp_path / "grown")
    whole = sensitivity(study(found.data["samples"], method=name), tmp_path / "whole")
    assert found.data["samples"] > 16 and whole.data["outcomes"] == found.data["outcomes"]
    pd.testing.assert_frame_equal(rows(tmp_path / "grown"), rows(tmp_path / "whole"))
