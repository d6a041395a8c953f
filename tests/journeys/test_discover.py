"""`alliance discover`: a stored sweep, what is added to its folder, what is said in both languages, what is refused."""

from __future__ import annotations

import functools
import html
import json
import re
import shutil

import numpy as np
import pandas as pd
import pytest

import experiments.ensemble as ensemble_room
import experiments.studies.discovery as discovery_room
import experiments.studies.extras as extras_room
from alliance.cli import main
from experiments.analysis.boxes import find_boxes
from experiments.analysis.scores import scores
from experiments.store import load, verify
from experiments.studies.discovery import Question, discover
from experiments.words import factor_label
from sim.outcomes import OUTCOMES

NAMES = list(OUTCOMES)
FACTORS = "controversy=0:1,veto_holders=1:4,decision_rule,founders=5:30"
SWEEP = ("sweep", "minimal", "-n", "60", "-r", "2", "--twin", "--factors", FACTORS, "--quiet", "--out")
KEYS = {
    "job", "study", "source", "outcome", "above", "below", "arm", "factors", "seed", "leave_out_failed", "missing",
    "points", "groups", "replicates", "runs", "happened", "rate", "failed", "failures", "without_value",
    "finding_points", "judging_points", "lack", "boxes", "tree", "scores", "skill", "folder", "page",
}  # fmt: skip


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    """60 situations of `minimal` with two runs each, and their twins, from the real model."""
    root = tmp_path_factory.mktemp("stored") / "swept"
    assert main([*SWEEP, str(root)]) == 0
    return root


@pytest.fixture
def study(swept, tmp_path):
    return shutil.copytree(swept, tmp_path / "study")


@pytest.fixture(autouse=True)
def quick_search(monkeypatch):
    """The same search with fewer trees and resamples."""
    monkeypatch.setattr(discovery_room, "scores", functools.partial(scores, trees=20, shuffles=19))
    monkeypatch.setattr(discovery_room, "find_boxes", functools.partial(find_boxes, halves=10))


LARGE = Question("start_size", above=17)


def made_up(blueprint, points, numbers, seed, out):
    """A stand-in for the model: it fails in one run of 120, and policy changes by luck."""
    for row, number in zip(out, numbers, strict=True):
        if int(number) == 7:
            raise ZeroDivisionError("no members")
        luck = np.random.default_rng([seed, int(number)]).random(len(row))
        row[:] = luck
        row[NAMES.index("policy_changed")] = float(luck[0] < 0.5)
        row[NAMES.index("weeks_to_change")] = 100.0 if luck[0] < 0.5 else np.nan


def answered(capsys, *words, code=0):
    capsys.readouterr()
    assert main([str(word) for word in words]) == code
    return capsys.readouterr()


def refused(capsys, *words):
    told = answered(capsys, *words, code=2)
    assert told.out == "" and "Traceback" not in told.err
    lines = told.err.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


def whole(root):
    checked = verify(load(root))
    return not checked.damaged and not checked.foreign


def plain(page):
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


# What is found ------------------------------------------------------------------------------------------------------


def test_the_answer_has_a_stable_shape_and_counts_what_the_runs_say(study, capsys):
    data = json.loads(answered(capsys, "discover", study, "--json", "--quiet").out)
    assert set(data) == KEYS
    runs = load(study).runs
    with_it = runs[runs["arm"] == "with"]
    assert (data["points"], data["replicates"], data["runs"]) == (60, 2, len(with_it)) == (60, 2, 120)
    assert data["happened"] == with_it["policy_changed"].sum() > 20
    assert data["rate"]["estimate"] == pytest.approx(with_it["policy_changed"].mean())
    assert data["finding_points"] == data["judging_points"] == 30
    assert set(data["factors"]) == {each["factor"] for each in data["scores"]}
    assert {"auc", "brier", "brier_base", "skill", "most", "called"} == set(data["skill"])
    assert sum(leaf["mass"] for leaf in data["tree"]["leaves"]) == pytest.approx(1.0)
    assert data["lack"] is None and data["failed"] == 0


def test_the_arms_are_those_of_the_pairs(study):
    runs = load(study).runs.sort_values(["design_point", "replicate"])
    with_it, without = (runs.loc[runs["arm"] == arm, "policy_changed"].to_numpy() for arm in ("with", "without"))
    happened = {arm: discover(study, Question(arm=arm))["happened"] for arm in ("with", "without", "gain")}
    gain = (with_it == 1) & (without == 0)
    assert happened == {"with": with_it.sum(), "without": without.sum(), "gain": gain.sum()}
    assert whole(study)


def test_a_limit_makes_an_event_of_a_number(study):
    """The alliance begins with its founders: more than 17 at the start is a box with a known limit and no chance."""
    runs = load(study).runs
    size = runs.loc[runs["arm"] == "with", "start_size"]
    above, below = discover(study, LARGE), discover(study, Question("start_size", below=18))
    assert above["happened"] == (size > 17).sum() and below["happened"] == (size < 18).sum()
    assert above["happened"] + below["happened"] == 120
    for data, end in ((above, "low"), (below, "high")):
        (box,) = data["boxes"][:1]
        assert box["confirmed"] and list(box["limits"]) == ["alliance.founders"]
        assert box["limits"]["alliance.founders"][end] == pytest.approx(17.5, abs=1.5)
        assert box["finding"]["density"]["estimate"] == 1.0 and box["judging"]["density"]["estimate"] > 0.85
        assert data["scores"][0]["factor"] == "alliance.founders" and data["skill"]["auc"]["estimate"] > 0.95


# What is added ------------------------------------------------------------------------------------------------------


def test_every_byte_still_verifies_after_it_and_after_other_jobs(study, capsys):
    before = load(study)
    answered(capsys, "discover", study)
    assert whole(study)
    added = load(study).manifest["added"]["discovery"]
    assert {"discovery.html", "analysis/discovery.json", "figures/discovery-scores.png"} <= set(added["files"])
    for name in ("must_match", "provenance", "study_hash", "plan", "counts", "finished"):
        assert load(study).manifest.get(name) == before.manifest.get(name)
    assert "every file is as it was written" in answered(capsys, "results", study).out
    answered(capsys, "report", study, "--lang", "fr")
    assert whole(study) and (study / "discovery.html").exists()
    page = study / "discovery.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert verify(load(study)).damaged == ("discovery.html",)
    answered(capsys, "discover", study)
    assert whole(study)


def test_the_same_question_gives_the_same_bytes_another_seed_replaces_them(study):
    def made():
        names = load(study).manifest["added"]["discovery"]["files"]
        return {name: (study / name).read_bytes() for name in names}

    discover(study)
    first = made()
    discover(study)
    assert made() == first
    discover(study, Question(seed=2))
    assert made()["analysis/discovery.json"] != first["analysis/discovery.json"]
    discover(study, Question(arm="gain", outcome="policy_changed"))
    assert set(load(study).manifest["added"]) == {"discovery", "discovery-gain"}
    gone = set(first) - set(made())
    assert not [name for name in gone if (study / name).exists()] and whole(study)


def test_tables_hold_what_the_answer_says(study):
    data = discover(study, LARGE)
    name = next(iter(load(study).manifest["added"]))
    boxes = pd.read_csv(study / "analysis" / f"{name}-boxes.csv")
    judged = boxes[boxes["half"] == "judging"].reset_index(drop=True)
    assert judged["density"].tolist() == [each["judging"]["density"]["estimate"] for each in data["boxes"]]
    stored = json.loads((study / "analysis" / f"{name}.json").read_text(encoding="utf-8"))
    assert stored["boxes"] == data["boxes"] and stored["scores"] == data["scores"]


# In words -----------------------------------------------------------------------------------------------------------


def test_it_speaks_french(study, capsys):
    told = answered(capsys, "discover", study, "--lang", "fr")
    assert "La politique publique change\u00a0: dans" in told.out and "Ne se distingue" not in told.out
    assert "une demi-minute" in told.err
    assert factor_label("context.controversy", "fr") in told.out
    page = (study / "discovery.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page and "Dans quelles conditions" in plain(page)
    for english in ("Policy", "situations to find", "foretell", "Box "):
        assert english not in plain(page)
    said = discover(study, LARGE, "fr")
    assert "« Nombre de fondateurs »" in said["sentences"][0].replace("\u00a0", " ")
    assert said["conditions"][0][0].endswith("ou plus")


def test_the_page_stands_alone_and_says_how_sure_it_is(study):
    data = discover(study, LARGE)
    page = (study / data["page"].rsplit("/", 1)[-1]).read_text(encoding="utf-8")
    assert not re.search(r'(src|href)="(?!data:)', page) and "<script" not in page
    text = " ".join(plain(page).split())
    for said in ("On points not used to find it", "Could be chance", "Found again", "30 situations to find"):
        assert said in text
    assert "alliance discover swept --outcome start_size --above 17" in text
    assert all(sentence in text for sentence in data["sentences"])
    assert page.count("<img") >= 3


def test_too_few_changes_are_said_plainly(study, capsys):
    top = float(load(study).runs["hours_total"].nlargest(3).iloc[-1])
    told = answered(capsys, "discover", study, "--outcome", "hours_total", "--above", top)
    assert "It happens in only 2 of 120 runs, in" in told.out and "too few to say under which conditions" in told.out
    data = discover(study, Question("hours_total", above=top))
    assert data["lack"]["reason"] == "few_hits" and data["lack"]["hits"] == 2
    assert not data["boxes"] and data["tree"] is None and not data["scores"] and data["skill"] is None
    assert whole(study)
    french = answered(capsys, "discover", study, "--outcome", "hours_total", "--above", top, "--lang", "fr").out
    assert "trop peu pour dire dans quelles conditions" in french


# Failed runs, missing values ----------------------------------------------------------------------------------------


def test_failed_runs_refuse_are_named_and_left_out_knowingly(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(ensemble_room, "prepare", lambda scenario, active=True: active)
    monkeypatch.setattr(ensemble_room, "simulate", made_up)
    root = tmp_path / "failing"
    answered(capsys, *[word for word in SWEEP if word != "--twin"], root, code=3)
    told = answered(capsys, "discover", root, code=3)
    assert "1 of 120 runs failed (the first: design point 3, replicate 1: ZeroDivisionError" in told.err
    assert not (root / "discovery.html").exists()
    told = answered(capsys, "discover", root, "--leave-out-failed", "--json", code=3)
    data = json.loads(told.out)
    assert (data["failed"], data["runs"], data["points"]) == (1, 119, 60)
    assert [(each["design_point"], each["replicate"]) for each in data["failures"]] == [(3, 1)]
    assert "no members" in data["failures"][0]["error"]
    named = pd.read_csv(root / "analysis" / "discovery-failures.csv")
    assert named[["design_point", "replicate"]].to_numpy().tolist() == [[3, 1]]
    page = " ".join(plain((root / "discovery.html").read_text(encoding="utf-8")).split())
    assert "1 of 120 runs failed; they are counted and left out." in page
    assert "Each is named in analysis/discovery-failures.csv." in page
    assert whole(root)


def test_runs_without_a_value_never_count_in_silence(study, capsys):
    weeks = load(study).runs.query("arm == 'with'")["weeks_to_change"]
    without, early = int(weeks.isna().sum()), int((weeks < 150).sum())
    words = ("discover", study, "--outcome", "weeks_to_change", "--below", "150")
    assert f"has no value in {without} of 120 runs; say how these count" in refused(capsys, *words)
    for missing, runs, happened in (("no", 120, early), ("yes", 120, early + without), ("out", 120 - without, early)):
        data = json.loads(answered(capsys, *words, "--missing", missing, "--json").out)
        assert (data["runs"], data["happened"], data["without_value"]) == (runs, happened, without)


# What is refused ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--outcome", "policy_chnged"), "did you mean policy_changed?"),
        (("--outcome", "hours_total"), "say from where on it counts: --above X or --below X"),
        (("--outcome", "hours_total", "--above", "1", "--below", "2"), "expected --above or --below, not both"),
        (("--factors", "controversie"), "did you mean context.controversy?"),
        (("--outcome", "meetings", "--above", "3", "--arm", "without"), "says nothing where there is no alliance"),
    ],
)
def test_a_question_that_the_study_cannot_answer_is_refused(swept, capsys, words, said):
    assert said in refused(capsys, "discover", swept, *words)
    assert whole(swept) and "added" not in load(swept).manifest


def test_a_missing_folder_is_one_line(tmp_path, capsys):
    assert "expected a result folder with a manifest.json" in refused(capsys, "discover", tmp_path / "nowhere")


def test_without_a_twin_there_is_no_gain(tmp_path, capsys, monkeypatch):
    root = tmp_path / "alone"
    answered(capsys, *["6" if word == "60" else word for word in SWEEP if word != "--twin"], root)
    assert "no runs without the alliance; `alliance sweep --twin` makes them" in refused(
        capsys, "discover", root, "--arm", "gain"
    )
    told = answered(capsys, "discover", root).out
    assert "Only 6 situations that stand by themselves were run, fewer than 40" in told


def test_a_missing_package_is_one_line(swept, capsys, monkeypatch):
    monkeypatch.setattr(extras_room.importlib.util, "find_spec", lambda name: None)
    assert 'pip install "alliance-lab[discover]"' in refused(capsys, "discover", swept)


def test_damaged_runs_are_not_searched(study, capsys):
    chunk = next((study / "chunks").rglob("*.parquet"))
    data = bytearray(chunk.read_bytes())
    data[len(data) // 2] ^= 1
    chunk.write_bytes(data)
    told = answered(capsys, "discover", study, code=6)
    assert chunk.name in told.err and not (study / "discovery.html").exists()
