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
from tests.published.test_shapley import copula_shapley

SAMPLES = {"fast": 65, "rbd_fast": 64, "delta": 64, "pawn": 256, "hdmr": 300, "rsa": 64, "shapley": 64}


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


QUICK = ("sobol", "morris", "shapley", "pawn", "delta")  # the others in `make verify`


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in METHODS]
)
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
    size = max(8, METHODS[name].fewest)
    small, large = (study(samples, method=name).design() for samples in (size, 2 * size))
    assert (small.unit == large.unit[: len(small)]).all() and large.prefix(size).fingerprint() == small.fingerprint()


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


@pytest.mark.parametrize("lang", [pytest.param("en", marks=pytest.mark.slow), "fr"])
def test_shapley_effects_of_dependent_factors_from_a_file_to_the_page(tmp_path, monkeypatch, capsys, lang):
    """4 x + 2 y, rank correlation 0.8: the shares that the closed form gives, and words that say how to read them."""
    monkeypatch.chdir(tmp_path)
    text = STUDY.format(method="shapley", pairs="controversy ~ initial_trust: 0.8").replace(
        "samples: 64", "samples: 512"
    )
    (tmp_path / "tied.yaml").write_text(text, encoding="utf-8")
    assert main(["check", "tied.yaml"]) == 0
    capsys.readouterr()
    assert main(["sensitivity", "tied.yaml", "-q", "--out", "tied", "--json", "--lang", lang]) == 0
    told = json.loads(capsys.readouterr().out)
    manifest = load("tied").manifest
    assert told["points"] == 512 * 3 * 3 and manifest["design"]["kind"] == "shapley_dependent"
    assert told["dependence"] == {f"{FACTORS[0]} ~ {FACTORS[1]}": 0.8}
    found = [told["outcomes"]["legitimacy"][path]["shapley"] for path in FACTORS]
    assert found == pytest.approx(copula_shapley(4.0, 2.0, 0.0, 0.8), abs=0.05)  # standard error about 0.015
    page = (tmp_path / "tied/report.html").read_text(encoding="utf-8").replace("&#39;", "'")
    for key in ("limit_shapley_dependent", "limit_range_dependent", "way_shapley_dependent"):
        assert PHRASES[key][lang] in page
    assert PHRASES["limit_range"][lang] not in page and {"en": "correlation 0.80", "fr": "de rang 0,80"}[lang] in page
    assert main(["sensitivity", "tied/study.yaml", "-q", "--out", "again"]) == 0
    assert load("again").design.equals(load("tied").design)


@pytest.mark.slow
def test_dependent_factors_grow_and_are_counted_before_they_are_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = STUDY.format(method="shapley", pairs="controversy ~ initial_trust: 0.8")
    (tmp_path / "tied.yaml").write_text(text.replace("samples: 64", "samples: 16"), encoding="utf-8")
    assert main(["sensitivity", "tied.yaml", "-q", "--out", "tied"]) == 0
    assert main(["sensitivity", "tied.yaml", "-q", "-n", "32", "--out", "tied", "--extend"]) == 0
    assert main(["sensitivity", "tied.yaml", "-q", "-n", "32", "--out", "fresh"]) == 0
    pd.testing.assert_frame_equal(load("tied").runs, load("fresh").runs)
    capsys.readouterr()
    # a thousand million runs are the limit: 4 points a sample without dependence stay below it, 9 do not
    assert main(["sensitivity", "tied.yaml", "-n", "200000", "-r", "1000", "--out", "x"]) == 2
    assert "1800000000 runs" in capsys.readouterr().err


def test_dependent_factors_of_the_real_model(tmp_path, monkeypatch):
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    text = STUDY.format(method="shapley", pairs="controversy ~ initial_trust: -0.6").replace(
        "samples: 64", "samples: 16"
    )
    (tmp_path / "tied.yaml").write_text(text, encoding="utf-8")
    assert main(["sensitivity", "tied.yaml", "-q", "--out", "real"]) == 0
    table = pd.read_csv(tmp_path / "real/analysis/measures.csv")
    assert table["shapley"].sum() == pytest.approx(1.0) and len(load("real").runs) == 16 * 9 * 2
    assert main(["results", "real"]) == 0
