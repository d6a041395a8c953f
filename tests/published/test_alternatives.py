"""Conclusions under other readings: the file, what is run, how it is counted."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest

from experiments.designs.coefficients import coefficient_sets
from experiments.evidence import PATTERNS
from experiments.studies.alternatives import (
    Alternative,
    across,
    headline_patterns,
    read_alternatives,
    sets_as_alternatives,
    stands,
)
from experiments.studies.demonstration import read_tradeoff
from experiments.studies.tradeoff import in_memory
from sim.errors import BadInput

AS_IT_IS = Alternative("as it is", {"en": "", "fr": ""}, {})


def test_the_shipped_alternatives_cover_what_the_evidence_leaves_open():
    found = {each.name: each for each in read_alternatives()}
    assert not found["default"].values
    ratios = {each.values.get("coefficient.trust_ratio") for each in found.values()}
    rules = {each.values.get("alliance.decision_rule") for each in found.values()}
    assert {1.0, 2.5} <= ratios and {"chair", "majority", "consensus"} <= rules
    assert all(each.titles["en"] and each.titles["fr"] for each in found.values())


def test_a_wrong_alternative_is_told_at_its_line(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(
        "own:\n  title: {en: a, fr: b}\n  set:\n    coefficient.trust_ration: 1\n    coefficient.trust_gain: 9\n"
    )
    with pytest.raises(BadInput) as caught:
        read_alternatives(path)
    told = [(problem.line, problem.key) for problem in caught.value.problems]
    assert told == [(4, "own.set.coefficient.trust_ration"), (5, "own.set.coefficient.trust_gain")]
    with pytest.raises(BadInput):
        read_alternatives(tmp_path / "none.yaml")


def test_as_it_is_a_trade_off_says_what_it_says_by_itself():
    study = read_tradeoff("T3")
    found = across([study], (), [AS_IT_IS], replicates=6)
    alone = in_memory(dataclasses.replace(study, replicates=6))
    assert list(found["verdict"]) == [claim["verdict"] for claim in alone["claims"]]
    first = found.iloc[0]
    differences = [(each["difference"], *each["interval"]) for each in alone["claims"][0]["contrasts"]]
    assert (first["value"], first["low"], first["high"]) in differences


def test_an_alternative_changes_runs_and_only_where_it_says_so():
    study = read_tradeoff("T3")
    equal = Alternative("equal", {"en": "", "fr": ""}, {"coefficient.trust_ratio": 1.5})
    other = Alternative("other", {"en": "", "fr": ""}, {"coefficient.trust_ratio": 2.5})
    found = across([study], (), [AS_IT_IS, equal, other], replicates=6).set_index("alternative")["value"]
    assert list(found["as it is"]) == list(found["equal"]) != list(found["other"])


def test_a_headline_fact_is_measured_under_each():
    pattern = PATTERNS["A45 trust"]
    assert pattern in headline_patterns()
    found = across([], [pattern], [AS_IT_IS], draws=20)
    assert (
        list(found["conclusion"]) == ["A45 trust"]
        and found.loc[0, "low"] <= found.loc[0, "value"] <= found.loc[0, "high"]
    )


def test_counts_by_hand():
    rows = [("T1", 0, "a", "pass"), ("T1", 0, "b", "fail"), ("T1", 0, "c", "fail"), ("T2", 0, "a", "undecided")]
    table = pd.DataFrame(rows, columns=["conclusion", "claim", "alternative", "verdict"]).assign(
        kind="rises", outcome="x"
    )
    found = stands(table).set_index("conclusion")
    assert (
        list(found.loc["T1", ["pass", "undecided", "fail"]]) == [1, 0, 2] and found.loc["T1", "fails_under"] == "b; c"
    )
    assert list(found.loc["T2", ["pass", "undecided", "fail"]]) == [0, 1, 0]


def test_sets_are_taken_evenly_from_the_whole_ensemble():
    sets = coefficient_sets("mine", ["coefficient.trust_gain"], [[k / 100] for k in range(10)])
    found = sets_as_alternatives(sets, most=5)
    assert [each.values["coefficient.trust_gain"] for each in found] == [0.0, 0.02, 0.04, 0.06, 0.08]
