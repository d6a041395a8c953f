"""`alliance compose`: from a table of candidates to the compositions that are worth it."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest

import experiments.studies.composing as job
import experiments.studies.valuing as valuing
from alliance.cli import main
from experiments.report.composing import answer_sentences, limits_sentence
from experiments.studies.inviting import read_limits, read_pool
from experiments.studies.valuing import KEPT, PATHWAYS, Asked, Values, bare
from sim.errors import BadInput
from sim.kinds import KINDS
from sim.scenario import load_scenario
from tests.journeys.test_demonstrations import WRONG_FRENCH

TABLE = """name,kind,cost,hours
Union,membership_body,4,6
University,university,3,
Parish,faith,1,
Chamber,private_sector,8,
Village,grassroots,0,2
"""
WEIGHTS = {"Union": 0.2, "University": 0.1, "Parish": 0.05, "Chamber": -0.1, "Village": 0.15}
BASE = 0.3
NO_REQUEST = r'xmlns(:\w+)?="[^"]*"|http-equiv|<!DOCTYPE[^>]*>'  # names of languages, never fetched


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pool.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr(job, "ROUND_RUNS", 200)
    return tmp_path


@pytest.fixture
def known_game(monkeypatch):
    """Each member adds its weight to the chance; a bare one adds half of it, and the rest comes with its hours."""
    generator = np.random.default_rng(5)
    luck = generator.random(5_000_000)

    def outcomes_of(scenario, first, count, seed):
        chance = BASE
        for one in scenario.members:
            whole = one.attributes.get("hours") != valuing.TOKEN_HOURS
            chance += WEIGHTS.get(one.name, 0.0) * (1.0 if whole else 0.5)
        found = np.zeros((count, len(KEPT)))
        found[:, 0] = luck[first : first + count] < chance
        found[:, 2] = 0.5
        return found

    monkeypatch.setattr(valuing, "outcomes_of", outcomes_of)


@pytest.fixture
def game_of_support(monkeypatch):
    """The Union adds 0.4 where the public is for the aim, and takes 0.2 away where it is not; the Village adds 0.2."""
    luck = np.random.default_rng(6).random(5_000_000)

    def outcomes_of(scenario, first, count, seed):
        names = {one.name for one in scenario.members}
        chance = BASE + 0.2 * ("Village" in names)
        chance += (0.4 if scenario.parameters.context.public_support > 0.5 else -0.2) * ("Union" in names)
        found = np.zeros((count, len(KEPT)))
        found[:, 0] = luck[first : first + count] < chance
        return found

    monkeypatch.setattr(valuing, "outcomes_of", outcomes_of)


def composed(*words):
    command = ["compose", "minimal", "--pool", "pool.csv", "--permutations", "40", "--trials", "120", "-r", "2000"]
    return main([*command, "--contexts", "2", "--out", "out", "-q", *words])


def test_known_contributions_are_found_and_add_up(here, known_game):
    assert composed() == 0
    data = json.loads((here / "out" / "composition.json").read_text(encoding="utf-8"))
    found = {row["name"]: row for row in data["members"]}
    for name, weight in WEIGHTS.items():
        low, high = found[name]["interval"]
        assert low - 0.03 <= weight <= high + 0.03  # ends of 95 % intervals, five at once
    total = sum(row["shapley"] for row in data["members"])
    assert total == pytest.approx(data["total"]["shapley"])
    assert data["total"]["with_all"] - data["total"]["without"] == pytest.approx(total)
    parts = found["Union"]["pathways"]
    assert parts["hours"]["mean"] > 0.0 == parts["access"]["mean"] == parts["skills"]["mean"]
    assert parts["presence"]["mean"] == pytest.approx(0.1, abs=0.08)  # 8 orders of 16 runs


def test_the_best_composition_is_found_where_it_is_known(here, known_game):
    """All but the Chamber: 0.3 + 0.5."""
    assert composed() == 0
    data = json.loads((here / "out" / "composition.json").read_text(encoding="utf-8"))
    best = data["front"][0]
    assert set(best["members"]) == {"Union", "University", "Parish", "Village"} and best["cost"] == 8.0
    assert best["chance"] == pytest.approx(0.8, abs=0.03) and best["interval"][0] < 0.8 < best["interval"][1]
    assert all(row["on_front"] or row["as_good_as_best"] for row in data["front"])
    scenario = load_scenario(here / "out" / "best-1.yaml")
    assert {one.name for one in scenario.members} == set(best["members"])


def test_the_best_are_tried_in_other_contexts(here, game_of_support):
    """With a place for one, the Union is best at a support of 0.7, by 0.2; where support is 0.5 or less (a quarter of
    0.45 to 0.95: half of the range around) it is 0.4 behind. Neither gets a chance of 0.6 there."""
    (here / "for.yaml").write_text("extends: minimal\ncontext: {public_support: 0.7}\n", encoding="utf-8")
    words = ["compose", "for.yaml", "--pool", "pool.csv", "--permutations", "4", "--trials", "60", "--size", "1"]
    assert main([*words, "--enough", "0.6", "-r", "2000", "--out", "out", "-q"]) == 0
    data = json.loads((here / "out" / "composition.json").read_text(encoding="utf-8"))
    assert data["front"][0]["members"] == ["Union"]
    low, high = data["contexts"]["factors"]["context.public_support"]
    assert (low, high) == (pytest.approx(0.45), pytest.approx(0.95))
    rows = {tuple(row["members"]): found for row, found in zip(data["front"], data["contexts"]["rows"], strict=True)}
    against = (0.5 - low) / (high - low)  # the hypercube meets each fortieth once
    union = rows["Union",]
    assert union["regret_worst"] == pytest.approx(0.4, abs=0.3) and union["worst"] < 0.3
    assert union["regret_mean"] == pytest.approx(0.4 * against, abs=0.05)
    assert union["enough_in"] == pytest.approx(1 - against, abs=0.08)
    assert any("contexts" in sentence for sentence in answer_sentences(data, "en"))
    page = (here / "out" / "report.html").read_text(encoding="utf-8")
    assert "The best in other contexts" in page


def test_limits_are_kept(here, known_game):
    words = ["--size", "2", "--budget", "4", "--must", "Village", "--never", "University"]
    assert composed(*words) == 0
    data = json.loads((here / "out" / "composition.json").read_text(encoding="utf-8"))
    for row in data["finalists"]:
        assert len(row["members"]) <= 2 and row["cost"] <= 4 and "Village" in row["members"]
        assert "University" not in row["members"]
    assert set(data["front"][0]["members"]) == {"Village", "Union"}
    assert limits_sentence(data, "en") == \
        "Limits: at most 2 candidates, a budget of 4 thousand, with Village and without University."  # fmt: skip


def test_nothing_is_run_twice_and_a_killed_search_goes_on_to_the_same_bytes(here, known_game, monkeypatch):
    assert composed() == 0
    whole = (here / "out" / "composition.json").read_bytes()
    kept = (here / "out" / "values.jsonl").read_bytes()
    (here / "out" / "composition.json").unlink()
    (here / "out" / "values.jsonl").write_bytes(kept[: len(kept) // 2])  # cut in the middle of a line
    assert composed() == 0
    assert (here / "out" / "composition.json").read_bytes() == whole

    def never(*_):
        raise AssertionError("run again")

    monkeypatch.setattr(valuing, "outcomes_of", never)
    assert composed() == 0 and main(["resume", "out", "-q"]) == 0
    assert (here / "out" / "composition.json").read_bytes() == whole
    assert main(["report", "out", "--lang", "fr", "-q"]) == 0
    assert '<html lang="fr">' in (here / "out" / "report.html").read_text(encoding="utf-8")


def test_sentences_in_both_languages(here, known_game):
    assert composed() == 0
    data = json.loads((here / "out" / "composition.json").read_text(encoding="utf-8"))
    page = (here / "out" / "report.html").read_text(encoding="utf-8")
    for sentence in answer_sentences(data, "en"):
        assert sentence in page
    for sentence in [*answer_sentences(data, "fr"), limits_sentence(data, "fr")]:
        assert not WRONG_FRENCH.search(sentence), sentence
    assert "http" not in re.sub(NO_REQUEST, "", page)


def test_the_model_itself_answers_for_the_members_of_a_case(here):
    """Without a table the founders of a scenario are the candidates; with none of them there is no alliance."""
    (here / "three.yaml").write_text(
        "horizon: 2y\nmembers:\n  - {name: A, kind: ingo}\n  - {name: B, kind: faith}\n  - {name: C, kind: local_ngo}\n"
    )
    command = ["compose", "three.yaml", "--permutations", "4", "--trials", "12", "-r", "20", "--contexts", "2"]
    assert main([*command, "--out", "out", "-q"]) == 0
    pool = read_pool("three.yaml")
    assert pool.names == ("A", "B", "C")
    values = Values(pool, 1, here / "values.jsonl")
    alone, all_three = values.of([Asked(frozenset(), 0, 30), Asked(frozenset({0, 1, 2}), 0, 30)])
    assert alone[:, KEPT.index("hours_total")].max() == 0.0 < all_three[:, KEPT.index("hours_total")].min()


# Tables


def test_a_table_of_power_mapping_is_read(here):
    """Position -100 to 100, influence and salience 0 to 100: agreement, access to every office, hours."""
    (here / "map.csv").write_text(
        "Actor,kind,position,influence,salience\nUnion,membership_body,50,80,25\n", encoding="utf-8"
    )
    one = read_pool("minimal", "map.csv").candidates[0].organisation
    assert one.attributes["agreement"] == 0.5 and set(one.access.values()) == {0.8} and len(one.access) == 5
    assert one.attributes["hours"] == pytest.approx(0.5 * KINDS["membership_body"].hours_per_week)


def test_a_yaml_table_says_costs_and_everything_else_of_a_member(here):
    (here / "pool.yaml").write_text(
        "candidates:\n  - {name: Union, kind: membership_body, cost: 4, access: {minister: 0.5}}\n  - {name: Parish, "
        "kind: faith}\n",
        encoding="utf-8",
    )
    pool = read_pool("georgia", "pool.yaml")
    assert pool.names == ("Union", "Parish") and pool.cost([0, 1]) == 4.0 and pool.priced
    assert pool.core == load_scenario("georgia") and pool.candidates[0].organisation.access == {"minister": 0.5}


def test_a_bare_candidate_brings_nothing_of_its_own():
    one = next(each for each in load_scenario("georgia").members if each.access)
    nothing = bare(one, ())
    assert set(nothing.access.values()) == {0.0} and nothing.attributes["hours"] == valuing.TOKEN_HOURS
    assert bare(one, PATHWAYS) == one


@pytest.mark.parametrize(
    ("table", "words", "told"),
    [
        ("name,kind\n", [], "candidates"),
        ("name,kind\nUnion,unoin\n", [], "pool.csv:2"),
        ("name,kind\nUnion,faith\nUnion,faith\n", [], "the name is taken"),
        ("name,kind,cost\nUnion,faith,-3\n", [], "an amount in thousands"),
        ("actor,kind,influence\nUnion,faith,many\n", [], "pool.csv:2: influence: many"),
        ("actor,kind,influence\nUnion,faith,300\n", [], "from 0 to 100"),
        ("kind\nfaith\n", [], "`name`"),
        (TABLE, ["--must", "Unoin"], "did you mean Union"),
        (TABLE, ["--must", "Union", "--never", "Union"], "is in --never too"),
        (TABLE, ["--must", "Union", "--must", "Parish", "--size", "1"], "impossible: 2 candidates"),
        (TABLE, ["--must", "Union", "--budget", "1"], "impossible: those that must be in cost 4"),
        ("name,kind\nUnion,faith\n", ["--budget", "1"], "no candidate of the pool says what it costs"),
        (TABLE, ["--permutations", "7"], "even number"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(here, capsys, table, words, told):
    (here / "pool.csv").write_text(table, encoding="utf-8")
    assert main(["compose", "minimal", "--pool", "pool.csv", "--out", "out", *words]) == 2
    said = capsys.readouterr().err
    assert told in said and "Traceback" not in said and not (here / "out").exists()


def test_a_scenario_that_lists_nobody_needs_a_table(here, capsys):
    assert main(["compose", "minimal", "--out", "out"]) == 2
    assert "--pool" in capsys.readouterr().err


def test_limits_are_numbers_of_candidates(here):
    pool = read_pool("minimal", "pool.csv")
    limits = read_limits(pool, 3, 9.0, ["Union"], ["Parish"])
    assert limits.must == {0} and limits.never == {2}
    assert limits.excess(pool, [0, 1, 3, 4]) == 6.0 and limits.excess(pool, [0, 1]) < 0.0
    with pytest.raises(BadInput):
        read_limits(pool, None, None, ["Nobody"], [])
