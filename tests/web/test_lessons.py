"""Lessons: complete in both languages, on claims that the model makes good."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from alliance.web.futures import BLOCK, Stock
from alliance.web.lessons import lesson_futures, lesson_told, lessons
from experiments.analysis.contrasts import Claim
from experiments.studies.demonstration import read_tradeoff

NUMBERS = range(1, 14)


def test_there_is_one_for_each_trade_off_and_one_for_alliance_against_coalition():
    assert list(lessons()) == list(NUMBERS)
    assert {each.code for each in lessons().values()} == {f"T{k}" for k in range(1, 13)} | {"S56"}


@pytest.mark.parametrize("number", NUMBERS)
def test_a_lesson_is_whole(number):
    each = lessons()[number]
    levels = [level.name for level in each.levels]
    assert each.start in levels and 5 <= each.minutes <= 8
    assert each.bet in ("level", "number") and (each.bet == "level" or each.asked in levels)
    assert {claim.outcome for claim in each.claims} and each.futures >= 2000
    for name in ("why", "notes"):
        assert len(each.texts[name]["fr"]) == len(each.texts[name]["en"]) >= 2
    assert "dans ce modèle" in " ".join(each.texts["why"]["fr"]).lower()
    assert "in this model" in " ".join(each.texts["why"]["en"]).lower()


def test_a_lesson_shows_what_the_demonstration_computes():
    """T1: the scenarios of its points are those of the trade-off's design."""
    study, each = read_tradeoff("T1"), lessons()[1]
    rows = study.design().values()
    for place, (arm, level) in enumerate((a.name, lv.name) for a in each.arms for lv in each.levels):
        for path in rows.columns:
            assert each.scenarios[arm, level].parameters.value(path) == rows[path].iloc[place]


def test_means_intervals_and_verdicts_of_known_futures():
    """Two levels, the second always changes and the first never: the claim holds; the other way round it fails."""
    each = dataclasses.replace(
        lessons()[13], shows="policy_changed",
        claims=(Claim("rises", "policy_changed", ("all",), ("like_minded", "many_sectors")),
                Claim("falls", "policy_changed", ("all",), ("like_minded", "many_sectors"))),
    )  # fmt: skip
    futures = lesson_futures(each, Stock())
    for place, one in enumerate(futures):
        one.outcomes[:100] = 0.0
        one.outcomes[:100, 0] = np.resize([place, place, place, 1 - place], 100)
    found = lesson_told(each, futures, 100)
    assert [point["mean"] for point in found["points"]["all"]] == [0.25, 0.75]
    assert [claim["verdict"] for claim in found["claims"]] == ["pass", "fail"]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_lesson_has_a_point_for_each_level_of_each_arm(number):
    each = lessons()[number]
    futures = lesson_futures(each, Stock())
    for one in futures:
        one.make(0, 4)
    found = lesson_told(each, futures, 4)
    assert list(found["points"]) == [arm.name for arm in each.arms]
    assert all(len(points) == len(each.levels) for points in found["points"].values())
    if each.against:
        place = [level.name for level in each.levels].index(each.against)
        assert all(points[place]["mean"] == 0.0 for points in found["points"].values())


@pytest.mark.slow
@pytest.mark.parametrize("number", NUMBERS)
def test_the_model_makes_good_what_a_lesson_says(number):
    """Over 2,000 paired futures, more where its effect is small: each claim's interval leaves zero out."""
    each = lessons()[number]
    futures = lesson_futures(each, Stock())
    for one in futures:
        for first in range(0, each.futures, 40 * BLOCK):
            one.make(first, min(first + 40 * BLOCK, each.futures))
    found = lesson_told(each, futures, each.futures)
    assert [claim["verdict"] for claim in found["claims"]] == ["pass"] * len(each.claims)
