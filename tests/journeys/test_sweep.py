"""`alliance sweep`: any design into a folder, with and without the alliance, and what its page and its answer say."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import signal
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import experiments.ensemble as ensemble_room
import experiments.store.chunks as chunks_room
import experiments.store.files as files_room
import experiments.store.folder as folder_room
import experiments.store.lock as lock_room
import sim
from alliance.cli import main
from experiments.designs import COMPOSITION
from experiments.ensemble import evaluate
from experiments.store import load, verify
from experiments.studies.asking import read_words, study_of
from experiments.studies.opening import Manner
from experiments.studies.resuming import resume
from experiments.studies.sweep import sweep
from experiments.words import LANGUAGES, factor_label
from sim.errors import BadInput
from sim.outcomes import OUTCOMES
from sim.parameters import PARAMETERS

NAMES = list(OUTCOMES)


def made_up(blueprint, points, numbers, seed, out):
    """A stand-in for the model: quick; the alliance doubles the chance of change, and changes nothing else."""
    active = blueprint == "with"
    for row, number in zip(out, numbers, strict=True):
        luck = np.random.default_rng([seed, int(number)]).random(len(row))
        row[:] = luck
        row[NAMES.index("agreement_week")] = 10.0 if active else np.nan
        changed = luck[0] < (0.6 if active else 0.3)
        row[NAMES.index("weeks_to_change")] = 150.0 if changed else np.nan
        row[NAMES.index("policy_changed")] = float(changed)


def stand_in(room):
    room.prepare = lambda scenario, active=True: "with" if active else "without"
    room.simulate = made_up


@pytest.fixture
def quick_model(monkeypatch):
    monkeypatch.setattr(ensemble_room, "prepare", lambda scenario, active=True: "with" if active else "without")
    monkeypatch.setattr(ensemble_room, "simulate", made_up)


def reference(**said):
    return study_of(read_words("reference"), job="sweep", **{"samples": 60, "replicates": 4} | said)


def content(root):
    """Every file that must come out the same, with its bytes."""
    paths = [path for name in ("chunks", "analysis") for path in Path(root, name).rglob("*") if path.is_file()]
    paths += [path for name in ("study.yaml", "design.parquet", "design.csv") if (path := Path(root, name)).exists()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def answer(capsys, *words, code=0):
    assert main([str(word) for word in words]) == code
    return capsys.readouterr().out


def complaint(capsys, *words):
    assert main([str(word) for word in words]) == 2
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return told.err


# The shipped study --------------------------------------------------------------------------------------------------


def test_the_shipped_study_is_the_reference_experiment():
    """EVIDENCE section 1: the published priors, 500 draws of 4 seeds, 48 months and the year before the agreement."""
    study = study_of(read_words("reference"))
    assert (study.job, study.method, study.samples, study.replicates, study.twin) == ("sweep", "lhs", 500, 4, True)
    assert study.scenario.weeks >= 208
    asked = study.describe()["factors"]
    assert asked["context.controversy"] == asked["context.initial_salience"]
    assert asked["context.controversy"] == {"low": 0.0, "high": 1.0, "distribution": "linear"}
    opposition = asked["context.opposition_strength"]
    assert (opposition["distribution"], opposition["median"], opposition["sigma"]) == ("lognormal", 1.0, 0.8)
    declared = PARAMETERS["context.opposition_strength"].declaration
    assert (opposition["low"], opposition["high"]) == (declared.low, declared.high)
    assert (asked["alliance.founders"]["low"], asked["alliance.founders"]["high"]) == (5, 60)
    assert asked[COMPOSITION] == {"low": 2, "high": 8}
    assert (asked["context.veto_holders"]["low"], asked["context.veto_holders"]["high"]) == (1, 4)


def test_a_draw_and_its_twin_differ_by_the_alliance_alone():
    """With the real model: same start, same parameters, same chance; only one has an alliance."""
    study = reference(samples=6, replicates=2)
    runs = evaluate(study.scenario, study.design(), 2, study.seed, workers=2)
    with_it, without = (runs[runs["arm"] == arm].reset_index(drop=True) for arm in ("with", "without"))
    factors = [path for path in runs.columns if path.startswith(("alliance.", "context.", "composition."))]
    start = [name for name in NAMES if OUTCOMES[name].group == "start" and name not in ("active_sides",)]
    start.remove("months_since_change")
    pd.testing.assert_frame_equal(with_it[["chance", *factors, *start]], without[["chance", *factors, *start]])
    assert (with_it["meetings"] > 0).all() and (without["hours_total"] == 0).all()
    assert sorted(with_it["chance"]) == list(range(12))
    assert with_it["start_disposition"].nunique() == 12  # luck is drawn anew for every run of an arm


def test_any_run_of_a_sweep_can_be_made_alone():
    study = reference(samples=6, replicates=2)
    runs = evaluate(study.scenario, study.design(), 2, study.seed, workers=2)
    one = runs.iloc[17]
    values = {path: one[path] for path in runs.columns if path in PARAMETERS}
    scenario = study.scenario.replace(
        parameters=study.scenario.parameters.with_values(
            {path: PARAMETERS[path].value(float(value)) for path, value in values.items()}
        )
    )
    alone = sim.run(scenario, seed=int(one["seed"]), replicate=int(one["chance"]), active=one["arm"] == "with")
    for name in NAMES:
        assert alone.outcomes[name] == one[name] or np.isnan(one[name])


# The folder ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The folder of an undisturbed sweep."""
    root = tmp_path_factory.mktemp("whole") / "study"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ensemble_room, "prepare", lambda scenario, active=True: "with" if active else "without")
        patch.setattr(ensemble_room, "simulate", made_up)
        sweep(reference(), root, Manner(workers=1))
    return root


def work_until(root, point, times):
    """In another process: do the sweep and die without warning when a point is reached for the nth time."""
    stand_in(ensemble_room)
    seen = []

    def perhaps_die(here):
        seen.append(here)
        if seen.count(point) == times:
            os.kill(os.getpid(), signal.SIGKILL)

    for room in (files_room, chunks_room, folder_room, lock_room):
        room.reached = perhaps_die
    sweep(reference(), Path(root), Manner(workers=2))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
def test_a_killed_sweep_resumes_to_the_same_bytes(whole, tmp_path, quick_model):
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["experiments.studies.resuming"])
    workers = []
    for number, (point, times) in enumerate([("created", 1), ("renamed", 6), ("receipt", 4), ("before rename", 14)]):
        root = tmp_path / f"killed-{number}"
        workers.append((root, context.Process(target=work_until, args=(root, point, times))))
        workers[-1][1].start()
    for number, (root, worker) in enumerate(workers):
        worker.join(90)
        assert worker.exitcode == -signal.SIGKILL, "the process was to be killed"
        if number == 0:
            sweep(reference(), root)  # nothing was written down yet that could be resumed
        else:
            resume(root)
        assert content(root) == content(whole) and not list((root / "tmp").iterdir())


def test_workers_change_no_byte_and_every_file_is_verified(whole, tmp_path, quick_model):
    sweep(reference(), tmp_path / "many", Manner(workers=5))
    assert content(tmp_path / "many") == content(whole)
    found = verify(load(whole))
    assert found.finished and found.runs == found.planned == 480 and not found.damaged and not found.foreign


def test_a_finished_sweep_is_not_done_again(whole, monkeypatch):
    monkeypatch.setattr(ensemble_room, "simulate", None)
    data = sweep(reference(), whole)
    assert data["already_finished"]


def test_another_sweep_is_refused_in_the_same_folder(whole, quick_model):
    for other in ({"twin": False}, {"samples": 61}, {"design": "random"}, {"seed": 2}):
        with pytest.raises(BadInput, match="another study"):
            sweep(reference(**other), whole)


def test_the_answer_counts_what_the_runs_say(whole):
    data = json.loads((whole / "analysis" / "sweep.json").read_text())
    runs = load(whole).runs
    with_it = runs[runs["arm"] == "with"]
    rate = next(each for each in data["rates"] if (each["clock"], each["arm"], each["months"]) == ("start", "with", 48))
    assert rate["share"] == pytest.approx(with_it["policy_changed"].mean())
    added = next(each for each in data["uplift"] if (each["clock"], each["months"]) == ("start", 48))
    assert added["uplift"] == pytest.approx(
        with_it["policy_changed"].mean() - runs[runs["arm"] == "without"]["policy_changed"].mean()
    )
    assert added["interval"][0] < added["uplift"] < added["interval"][1] and added["pairs"] == 240
    assert "trust_mean" in data["outcomes"]["with"] and "trust_mean" not in data["outcomes"]["without"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_tells_it_in_both_languages(whole, lang, capsys, quick_model):
    answer(capsys, "report", whole, "--lang", lang)
    page = (whole / "report.html").read_text(encoding="utf-8")
    words = {
        "en": ("The alliance adds +", "from the agreement on the aim", "log-normal, median 1", "Sectors among"),
        "fr": ("L’alliance ajoute +", "depuis l’accord sur l’objectif", "log-normale, médiane 1", "Secteurs parmi"),
    }[lang]
    assert all(text in page for text in words) and page.count("data:image/png") == 6
    assert "http" not in page.replace("http-equiv", "") and "{" not in re.sub(
        r"<style>.*?</style>", "", page, flags=re.S
    )
    if lang == "fr":
        text = re.sub(r"<[^>]+>", " ", page)
        assert not re.search(r"\w [:;!?%»]", text) and "'" not in re.sub(r"<.*?>", "", text.split("Vérifier")[0])
    assert not verify(load(whole)).damaged


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_terminal_tells_it_in_both_languages(whole, lang, capsys, quick_model):
    told = answer(capsys, "resume", whole, "--lang", lang, "-q")
    assert {"en": "The alliance adds +", "fr": "L’alliance ajoute +"}[lang] in told
    assert {"en": "already finished", "fr": "déjà terminé"}[lang] in told


def test_the_drawn_founders_have_a_label():
    assert {factor_label(COMPOSITION, lang) for lang in LANGUAGES} == {
        "Sectors among the founders",
        "Secteurs parmi les fondateurs",
    }


# Designs from the command line --------------------------------------------------------------------------------------


def rows_of(capsys, folder, *words):
    data = json.loads(answer(capsys, "sweep", *words, "--json", "-q", "--out", folder))
    return data, load(folder).runs


def test_every_design_can_be_asked_for(tmp_path, capsys, quick_model):
    factors = "meeting_interval=1:3,decision_rule=majority|consensus"
    for design, points in (("lhs", 8), ("sobol", 8), ("random", 8), ("grid", 6)):
        size = 3 if design == "grid" else 8
        words = ("minimal", "--design", design, "-n", size, "-r", 2, "--factors", factors)
        data, runs = rows_of(capsys, tmp_path / design, *words)
        assert data["points"] == points and len(runs) == 2 * points == data["runs"]
        assert ("chance" in runs) == (design != "grid")


def test_a_table_is_a_design_and_stays_with_its_results(tmp_path, capsys, quick_model, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mine.csv").write_text("meeting_interval,context.controversy,size_test\n2,0.125,true\n8,1,false\n")
    data, runs = rows_of(capsys, "out", "minimal", "--design", "mine.csv", "-r", 3, "--twin")
    assert data["design"] == "listed" and data["points"] == 2 and data["runs"] == 12
    assert runs["context.controversy"].tolist() == [0.125] * 6 + [1.0] * 6
    assert runs["alliance.size_test"].tolist() == [True] * 6 + [False] * 6
    assert runs["arm"].tolist() == (["with"] * 3 + ["without"] * 3) * 2
    Path("mine.csv").unlink()
    before = content("out")
    next(Path("out", "chunks").rglob("*.parquet")).unlink()
    answer(capsys, "resume", "out", "-q", "--verify")
    assert content("out") == before and not verify(load("out")).damaged
    Path("out", "design.csv").write_text("meeting_interval\n2\n")
    assert main(["resume", "out", "-q"]) in (2, 6)


def test_another_table_in_the_same_folder_is_another_study(tmp_path, capsys, quick_model, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mine.csv").write_text("meeting_interval\n2\n8\n")
    rows_of(capsys, "out", "minimal", "--design", "mine.csv", "-r", 1)
    Path("mine.csv").write_text("meeting_interval\n2\n9\n")
    assert "another study" in complaint(
        capsys, "sweep", "minimal", "--design", "mine.csv", "-r", 1, "--out", "out", "-q"
    )


BAD_TABLES = {
    "interval\n2\n": ("mine.csv:1", "no such parameter"),
    "meeting_interval,meeting_interval\n2,2\n": ("mine.csv:1", "named more than once"),
    "meeting_interval\n2.5\n": ("mine.csv:2", "a whole number"),
    "meeting_interval\n2\n99\n": ("mine.csv:3", "from 1 to 12"),
    "controversy\nnan\n": ("mine.csv:2", "from 0 to 1"),
    "controversy\ninf\n": ("mine.csv:2", "from 0 to 1"),
    "size_test\nmaybe\n": ("mine.csv:2", "true or false"),
    "decision_rule\nvote\n": ("mine.csv:2", "one of chair"),
    "meeting_interval,controversy\n2\n": ("mine.csv:2", "expected 2"),
    "meeting_interval\n": ("mine.csv:1", "one row or more"),
    "": ("mine.csv:1", "one row or more"),
}


@pytest.mark.parametrize("text", BAD_TABLES)
def test_a_bad_table_is_refused_with_its_line(tmp_path, capsys, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    Path("mine.csv").write_text(text)
    told = complaint(capsys, "sweep", "minimal", "--design", "mine.csv")
    assert all(part in told for part in BAD_TABLES[text])


def test_a_table_that_is_not_there_or_no_text_is_refused(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "no such file" in complaint(capsys, "sweep", "minimal", "--design", "none.csv")
    Path("binary.csv").write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in complaint(capsys, "sweep", "minimal", "--design", "binary.csv")
    assert "did you mean lhs" in complaint(capsys, "sweep", "minimal", "--design", "lsh")
    assert "cannot be varied" in complaint(capsys, "sweep", "georgia", "--factors", "founders")


BAD_STUDIES = {
    "context.opposition_strength: {distribution: lognormal}": (5, "expected median and sigma"),
    "context.opposition_strength: {distribution: lognormal, median: 0, sigma: 1}": (5, "a number above 0"),
    "context.controversy: {sigma: 2}": (5, "only with lognormal"),
    "context.controversy: {distribution: normal}": (5, "expected"),
    "composition.sectors: {low: 0, high: 3}": (5, "from 1 to 8"),
    "composition.sectors: {low: 4, high: 3}": (5, "up to high"),
    "composition.sectors: {low: 2, high: 4, distribution: log}": (5, "low and high, or nothing"),
    "composition.sectors: {low: 2, high: 4}\n  alliance.weight_ingo: {low: 0, high: 1}": (6, "decided by composition"),
    "composition.sectors: {low: 2, high: 4}\n  family_donor: {low: 0, high: 1}": (6, "decided by composition"),
}


@pytest.mark.parametrize("text", BAD_STUDIES)
def test_a_bad_factor_of_a_sweep_is_refused_with_its_line(tmp_path, capsys, text):
    line, reason = BAD_STUDIES[text]
    path = tmp_path / "mine.yaml"
    path.write_text(f"scenario: minimal\njob: sweep\nsamples: 8\nfactors:\n  {text}\n")
    told = complaint(capsys, "check", path)
    assert f"mine.yaml:{line}:" in told and reason in told


def test_founders_drawn_as_a_whole_need_a_design_that_draws(tmp_path, capsys):
    path = tmp_path / "mine.yaml"
    path.write_text("scenario: minimal\njob: sweep\nfactors:\n  composition.sectors: {low: 2, high: 4}\n")
    assert "a design that draws" in complaint(capsys, "sweep", path, "--design", "grid")
    assert "a method that can: sobol" in complaint(capsys, "sensitivity", path, "--method", "fast")
    assert "everything moves as one" in complaint(capsys, "sensitivity", path)
    path.write_text("scenario: georgia\njob: sweep\nfactors:\n  composition.sectors: {low: 2, high: 4}\n")
    assert "cannot be varied here" in complaint(capsys, "sweep", path)


def test_failed_runs_are_counted_and_end_with_code_three(tmp_path, capsys, monkeypatch, quick_model):
    def sometimes(blueprint, points, numbers, seed, out):
        if 5 in numbers and blueprint == "with":
            raise ZeroDivisionError("no members")
        made_up(blueprint, points, numbers, seed, out)

    monkeypatch.setattr(ensemble_room, "simulate", sometimes)
    words = ("sweep", "reference", "-n", 8, "-r", 4, "--json", "-q", "--out", tmp_path / "out")
    data = json.loads(answer(capsys, *words, code=3))
    assert data["failed"] == 1
    rate = {(each["clock"], each["arm"], each["months"]): each["runs"] for each in data["rates"]}
    assert rate["start", "with", 48] == 31 and rate["start", "without", 48] == 32
    assert {each["months"]: each["pairs"] for each in data["uplift"] if each["clock"] == "start"} == {24: 31, 48: 31}
