"""`alliance compare`: from two files to a report that a strategist takes to a meeting."""

from __future__ import annotations

import json
import re

import pandas as pd
import pytest

import experiments.ensemble as ensemble_room
import experiments.studies.comparing as job
from alliance.cli import main
from experiments.report.comparing import advantage, answer_sentences, likelihood, pair_sentence, turning_sentences
from experiments.studies.alternating import differences
from sim.errors import BadInput
from sim.scenario import load_scenario
from tests.journeys.test_demonstrations import WRONG_FRENCH

BASE = """
title: A base
horizon: 2y
members:
  - {name: Farmers, kind: membership_body}
  - {name: Aid, kind: ingo, hours: 9}
  - {name: Parish, kind: faith}
"""
EDIT = """
title: With a university, without the parish
extends: base.yaml
alliance: {meeting_interval: 4}
members_added:
  - {name: University, kind: university}
members_removed: [Parish]
members_changed:
  Aid: {hours: 14}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(job, "MOVED_RUNS", 3)
    monkeypatch.setattr(job, "CONTEXT_RUNS", 2)  # one for each half
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "edit.yaml").write_text(EDIT, encoding="utf-8")
    return tmp_path


def compared(*words):
    return main(["compare", "base.yaml", "edit.yaml", "-r", "20", "--contexts", "0", "--out", "out", "-q", *words])


# Edits


def test_an_edit_adds_takes_away_and_changes_members(here):
    edited = load_scenario("edit.yaml")
    assert [one.name for one in edited.members] == ["Farmers", "Aid", "University"]
    assert edited.members[1].attributes["hours"] == 14 and edited.members[1].kind == "ingo"
    (here / "again.yaml").write_text("extends: edit.yaml\nmembers_removed: [Aid]\n", encoding="utf-8")
    again = [one.name for one in load_scenario("again.yaml").members]
    assert again == ["Farmers", "University"], "edits are not repeated"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("extends: base.yaml\nmembers_removed: [Parisch]\n", 2, "did you mean Parish"),
        ("extends: base.yaml\nmembers_changed:\n  Ade: {hours: 3}\n", 3, "did you mean Aid"),
        ("extends: base.yaml\nmembers_changed:\n  Aid: 3\n", 3, "keys with values"),
        ("extends: base.yaml\nmembers_added: University\n", 2, "a list of members"),
        ("extends: base.yaml\nmembers_added:\n  - {name: Aid, kind: faith}\n", 0, "the name is taken"),
        ("extends: minimal\nmembers_added:\n  - {name: Aid, kind: faith}\n", 2, "there is none"),
        ("members_removed: [Aid]\n", 1, "there is none"),
        ("extends: base.yaml\nmembers_added:\n  - {name: New, kind: fiath}\n", 3, "faith"),
        ("extends: base.yaml\nmembers_removed: [Farmers, Aid, Parish]\n", 0, "expected 1 to"),
    ],
)
def test_an_edit_that_fits_nothing_is_told_at_its_line(here, text, line, told):
    (here / "wrong.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load_scenario("wrong.yaml")
    said = [str(each) for each in caught.value.problems]
    assert any(told in each and (not line or f"wrong.yaml:{line}:" in each) for each in said), said


def test_differences_are_found_by_name_and_not_by_place():
    one = {"a": [{"name": "x", "hours": 1}, {"name": "y"}], "b": 1}
    other = {"a": [{"name": "y"}, {"name": "x", "hours": 2}], "c": None}
    assert differences(one, other, "") == [(".a.x.hours", 1, 2), (".b", 1, None)]


# The command


def test_a_comparison_from_files_to_a_report(here, capsys):
    assert main(["compare", "base.yaml", "edit.yaml", "-r", "20", "--contexts", "4", "--out", "out"]) == 0
    told = capsys.readouterr()
    assert "With “base” policy changes in" in told.out and "of 100 paired futures" in told.out
    assert "Weeks between meetings – base: 2\u00a0weeks; edit: 4\u00a0weeks" in told.err, "inputs come first"
    data = json.loads((here / "out" / "comparison.json").read_text(encoding="utf-8"))
    assert {row["path"] for row in data["inputs"]} == {
        "alliance.meeting_interval", "members.Aid.hours", "members.University", "members.Parish"
    }  # fmt: skip
    runs = {name: pd.read_parquet(here / "out" / "futures" / name / "chunks") for name in ("base", "edit")}
    row = next(each for each in data["pairs"] if each["outcome"] == "policy_changed")
    by_hand = runs["base"]["policy_changed"].mean() - runs["edit"]["policy_changed"].mean()
    assert row["difference"] == pytest.approx(by_hand), "what the stored runs say"
    assert data["outcomes"]["money_total"]["edit"]["mean"] == pytest.approx(runs["edit"]["money_total"].mean())
    contexts = data["contexts"]
    assert contexts["number"] == 4 and len(contexts["rows"]) == 2
    assert all(low < high for low, high in contexts["factors"].values())
    page = (here / "out" / "report.html").read_text(encoding="utf-8")
    for sentence in answer_sentences(data, "en") + turning_sentences(data, "en"):
        assert sentence.replace("&", "&amp;") in page
    names_only = r'xmlns(:\w+)?="[^"]*"|http-equiv|<!DOCTYPE[^>]*>'  # names of languages, never fetched
    assert "http" not in re.sub(names_only, "", page), "nothing is asked of anybody"
    assert "alliance compare base edit --replicates 20" in page


def test_the_same_again_is_read_and_gives_the_same_bytes(here, monkeypatch, capsys):
    assert compared("--json") == 0
    first = {path: path.read_bytes() for path in sorted((here / "out").rglob("*")) if path.suffix in (".html", ".svg")}

    def never(*_):
        raise AssertionError("run again")

    monkeypatch.setattr(ensemble_room, "simulate", never)
    said = capsys.readouterr().out
    assert compared("--json") == 0 and capsys.readouterr().out == said
    assert main(["resume", "out", "-q"]) == 0
    assert first == {path: path.read_bytes() for path in first}
    assert main(["report", "out", "--lang", "fr", "-q"]) == 0
    page = (here / "out" / "report.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page and "Ce qui distingue les options" in page


def test_a_stopped_comparison_goes_on_to_the_same_bytes(here, monkeypatch, capsys):
    assert compared() == 0
    whole = (here / "out" / "comparison.json").read_bytes()
    monkeypatch.setattr(job, "reasons", _stop)
    assert main(["compare", "base.yaml", "edit.yaml", "-r", "20", "--contexts", "0", "--out", "two", "-q"]) == 130
    assert "alliance resume two" in capsys.readouterr().err and not (here / "two" / "comparison.json").exists()
    assert main(["report", "two"]) == 2 and "alliance resume" in capsys.readouterr().err
    monkeypatch.undo()
    monkeypatch.chdir(here)
    assert main(["resume", "two", "-q"]) == 0
    assert (here / "two" / "comparison.json").read_bytes() == whole


def _stop(*_):
    raise KeyboardInterrupt


def test_json_holds_each_pair_and_outcome(here, capsys):
    assert compared("--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert {"first", "second", "outcome", "difference", "interval", "distinguishable"} <= set(data["pairs"][0])
    assert len({row["outcome"] for row in data["pairs"]}) == len(data["pairs"]) == len(job.MEASURED) + 1


def test_coefficients_are_drawn_beside_chance(here, capsys):
    (here / "sets.csv").write_text("coefficient.obstacle_mean\n0.1\n0.2\n0.35\n", encoding="utf-8")
    assert compared("--json", "--coefficients", "sets.csv") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["coefficients"] == {"name": "sets.csv", "sets": 3} and data["futures"] == 20


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["base.yaml"], "2 to 6 alternatives"),
        (["base.yaml", "base.yaml"], "the name is taken"),
        (["base.yaml", "edti.yaml"], "edti.yaml"),
        (["base.yaml", "edit.yaml", "-r", "3"], "20 or more"),
        (["georgia", "peru"], "the same problem, government and calendar"),
        (["base.yaml", "other.yaml"], "context.controversy"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(here, capsys, words, told):
    (here / "other.yaml").write_text("extends: base.yaml\ncontext: {controversy: 0.9}\n", encoding="utf-8")
    assert main(["compare", *words, "--out", "out"]) == 2
    said = capsys.readouterr().err
    assert told in said and "Traceback" not in said and not (here / "out").exists()


def test_different_problems_are_compared_where_that_is_said(here):
    (here / "other.yaml").write_text("extends: base.yaml\ncontext: {controversy: 0.9}\n", encoding="utf-8")
    words = ["compare", "base.yaml", "other.yaml", "-r", "20", "--contexts", "0", "--out", "out", "-q"]
    assert main([*words, "--different"]) == 0


def test_another_comparison_is_not_written_over(here, capsys):
    assert compared() == 0
    assert main(["compare", "edit.yaml", "base.yaml", "-r", "20", "--contexts", "0", "--out", "out", "-q"]) == 2
    assert "another comparison" in capsys.readouterr().err


# Sentences


def row(difference, low, high, told=True):
    return {"outcome": "policy_changed", "first": "a", "second": "b", "difference": difference, "interval": [low, high],
            "distinguishable": told, "pairs": 1000}  # fmt: skip


def test_effect_words_follow_their_thresholds():
    """Under 5 points slight, to 15 clear, above strong; chances under 5, to 33, to 66, to 95 in a hundred."""
    assert [advantage(x) for x in (0.049, 0.05, 0.15, -0.151)] == ["slight", "clear", "clear", "strong"]
    told = [likelihood(x) for x in (0.0, 0.05, 0.33, 0.66, 0.95, 1.0)]
    assert told == ["very_unlikely", "unlikely", "uncertain", "likely", "very_likely", "very_likely"]


def test_the_sentence_names_the_one_that_is_ahead():
    assert pair_sentence(row(-0.12, -0.17, -0.07), "en") == \
        "“b” has a clear advantage over “a”: +12.0 points (+7.0 to +17.0)."  # fmt: skip
    assert "not distinguishable: no clear difference" in pair_sentence(row(-0.02, -0.05, 0.01, told=False), "en")
    assert "ne se distinguent pas" in pair_sentence(row(-0.02, -0.05, 0.01, told=False), "fr")


def test_french_sentences_are_set_as_french_is(here):
    assert compared("--contexts", "3", "--lang", "fr") == 0
    data = json.loads((here / "out" / "comparison.json").read_text(encoding="utf-8"))
    for sentence in answer_sentences(data, "fr") + turning_sentences(data, "fr"):
        assert not WRONG_FRENCH.search(sentence), sentence
