"""Every method of sensitivity analysis from the command line to the page, in both languages."""

from __future__ import annotations

import json

import pandas as pd
import pytest

import experiments.ensemble as ensemble_room
from alliance.cli import main
from alliance.cli.options import Method as Offered
from alliance.cli.options import Statistic
from experiments.analysis.statistics import STATISTICS
from experiments.methods import METHODS
from experiments.report.phrases import PHRASES
from experiments.store import load
from experiments.studies.sensitivity import sensitivity
from experiments.words import MEASURES
from tests.journeys.test_growing import FACTORS, additive, study

SAMPLES = {"fast": 65, "rbd_fast": 64, "delta": 64, "pawn": 64, "hdmr": 300, "rsa": 64, "shapley": 64}


@pytest.fixture(autouse=True)
def quick_model(monkeypatch):
    monkeypatch.setattr(ensemble_room, "prepare", lambda scenario: None)
    monkeypatch.setattr(ensemble_room, "simulate", additive)


def test_the_command_offers_every_method_and_statistic():
    assert [each.value for each in Offered] == list(METHODS) and [each.value for each in Statistic] == list(STATISTICS)


@pytest.mark.parametrize("name", METHODS)
def test_a_method_says_what_faces_need(name):
    method = METHODS[name]
    assert method.ranked_by == method.shown[0] and set(method.drawn) <= set(method.shown) <= set(MEASURES)
    assert {f"way_{name}", f"limit_{name}"} <= set(PHRASES) and method.speaks in ("variance", "effect", "distance")


@pytest.mark.parametrize("name", METHODS)
def test_from_question_to_page(tmp_path, monkeypatch, capsys, name):
    """An outcome that two of three factors move, the first twice as much: the ranking is known."""
    monkeypatch.chdir(tmp_path)
    words = ["sensitivity", "minimal", "-m", name, "-n", SAMPLES.get(name, 16), "-r", 2, "--out", "found", "--factors",
             ",".join(FACTORS), "--outcome", "legitimacy"]  # fmt: skip
    assert main([*map(str, words), "--json", "-q"]) == 0
    told = json.loads(capsys.readouterr().out)
    ranked = told["outcomes"]["legitimacy"]
    assert list(ranked)[:2] == list(FACTORS[:2]) and told["ranked_by"] == METHODS[name].ranked_by
    assert ranked[FACTORS[0]]["verdict"] in ("decided", "place_open")
    assert main([*map(str, words), "--lang", "fr"]) == 0 and "Rang" in capsys.readouterr().out
    assert main(["report", "found", "--lang", "fr"]) == 0
    page = (tmp_path / "found/report.html").read_text(encoding="utf-8")
    assert PHRASES[f"limit_{name}"]["fr"] in page.replace("&#39;", "'") and "{" not in page.split("</style>")[1]
    assert main(["results", "found"]) == 0


@pytest.mark.parametrize("name", [name for name, each in METHODS.items() if each.groups])
def test_groups_are_told_apart_as_one(tmp_path, name):
    groups = (("both", FACTORS[:2]),)
    found = sensitivity(study(SAMPLES.get(name, 16), method=name, groups=groups), tmp_path / "grouped").data
    ranked = found["outcomes"]["legitimacy"]
    assert list(ranked) == ["both", FACTORS[2]] and ranked[FACTORS[2]]["verdict"] != "decided"
    page = (tmp_path / "grouped/report.html").read_text(encoding="utf-8")
    assert "<td>both</td>" in page


@pytest.mark.parametrize("name", [name for name, each in METHODS.items() if each.grows])
def test_designs_that_say_so_grow(name):
    small, large = (study(size, method=name).design() for size in (8, 16))
    assert (small.unit == large.unit[: len(small)]).all() and large.prefix(8).fingerprint() == small.fingerprint()


def test_what_does_not_fit_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    words = ["sensitivity", "minimal", "--factors", ",".join(FACTORS), "--out", "x"]
    refused = {
        "no groups apart": ["-m", "fast", "--groups", "roles"],
        "cannot be doubled": ["-m", "fast", "--until", "stable"],
        "not one of the factors": ["--groups", "a=context.member_hours"],
        "named in two groups": ["--groups", "a=controversy,b=controversy+initial_trust"],
        "expected roles, or NAME=FACTOR+FACTOR": ["--groups", "a"],
        "choose another": ["--groups", "controversy=controversy+transparency"],
        "4 or more": ["--statistic", "dispersion", "-r", "2"],
    }
    for told, more in refused.items():
        assert main([*words, *more]) == 2, told
        assert told in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


STUDY = """scenario: minimal
method: {method}
samples: 64
replicates: 2
factors: [context.controversy, context.initial_trust, alliance.transparency]
outcomes: [legitimacy]
dependence:
  {pairs}
"""


def test_factors_that_are_drawn_together(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "tied.yaml"
    file.write_text(STUDY.format(method="pawn", pairs="controversy ~ initial_trust: 0.8"), encoding="utf-8")
    assert main(["check", "tied.yaml"]) == 0 and main(["sensitivity", "tied.yaml", "-q", "--out", "tied"]) == 0
    drawn = load("tied").design
    assert drawn["context.controversy"].corr(drawn["context.initial_trust"], method="spearman") > 0.7
    assert main(["sensitivity", "tied/study.yaml", "-q", "--out", "again"]) == 0
    assert load("again").design.equals(drawn)
    capsys.readouterr()
    refused = {
        "expected A ~ B": ("pawn", "controversy: 0.8"),
        "not one of the factors": ("pawn", "controversy ~ member_hours: 0.8"),
        "depend on each other": ("sobol", "controversy ~ initial_trust: 0.8"),
        "expected a number from -1 to 1": ("pawn", "controversy ~ initial_trust: 1.8"),
    }
    for told, (method, pairs) in refused.items():
        file.write_text(STUDY.format(method=method, pairs=pairs), encoding="utf-8")
        assert main(["sensitivity", "tied.yaml", "--out", "x"]) == 2, told
        error = capsys.readouterr().err
        assert told in error and "tied.yaml:" in error, error


def test_shapley_effects_of_factors_that_depend_from_a_file_to_the_page(tmp_path, capsys):
    """What goes with trust is given a part of what trust does; with independent factors it is not."""
    text = """
scenario: minimal
method: shapley
samples: 96
replicates: 4
factors: {context.initial_trust: {}, context.media_freedom: {}}
outcomes: [trust_mean]
"""
    found, depend = {}, "dependence: {context.initial_trust ~ context.media_freedom: 0.9}\n"
    for name, more in {"apart": "", "together": depend}.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(text + more, encoding="utf-8")
        assert main(["sensitivity", str(path), "--out", str(tmp_path / name), "-q"]) == 0
        table = pd.read_csv(tmp_path / name / "analysis" / "measures.csv").set_index("factor")["shapley"]
        found[name] = table["context.media_freedom"]
        assert table.sum() == pytest.approx(1.0, abs=0.12)
    # With one factor that acts and another tied to it by r, the idle one is given r²/2 (Owen and Prieur 2017, linear
    # normal case); ranks of even factors come close to that.
    assert abs(found["apart"]) < 0.02 and found["together"] == pytest.approx(0.9**2 / 2, abs=0.1)
    page = (tmp_path / "together" / "report.html").read_text(encoding="utf-8")
    assert "with these rank correlations" in page and "taken as independent" not in page
    assert main(["reproduce", str(tmp_path / "together"), "-q"]) == 0
    capsys.readouterr()
