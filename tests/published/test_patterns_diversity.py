"""Facts A15 to A19: each measure on made-up runs with answers by hand, and arms that differ only in what they say."""

import dataclasses
import math
import re

import numpy as np
import pytest

from experiments.ensemble import evaluate
from experiments.evidence import PATTERNS, Sample
from experiments.evidence.patterns import diversity, predictability, sides
from experiments.studies.arms import read_experiment

WEEK_48 = 208.0  # 48 months of 52/12 weeks
THEMES = ("role", "public_support", "like_unlike", "diversity_by_salience", "diversity_by_means", "recruitment")


def arm(weeks, stages=None):
    """Runs in which policy changed in these weeks (NaN: never), one draw each."""
    made = {"weeks_to_change": np.array(weeks)[:, None]}
    made["stage_reached"] = np.ones((len(weeks), 1)) if stages is None else np.array(stages)[:, None]
    return Sample(made)


NEVER, EARLY = math.nan, 50.0


def test_change_counts_from_the_start_and_agreement_does_not_matter():
    found = diversity.changed(arm([WEEK_48, WEEK_48 + 1.0, NEVER, 0.0]))
    assert found[:, 0].tolist() == [1.0, 0.0, 0.0, 1.0]


def test_a_pair_with_a_failed_run_is_left_out():
    arms = {"ten": arm([NEVER, NEVER]), "five like": arm([EARLY, NEVER], [1.0, math.nan])}
    assert diversity.like_added(arms) == 1.0


# A15


def test_five_members_more():
    arms = {
        "ten": arm([EARLY, NEVER, NEVER, NEVER]), "five like": arm([NEVER, EARLY, EARLY, NEVER]),
        "five unlike": arm([EARLY, EARLY, EARLY, EARLY]),
    }  # fmt: skip
    assert diversity.like_added(arms) == 0.25
    assert diversity.unlike_over_like(arms) == 0.5


# A16 and A17


def four(stages=(None,) * 4):
    """Two sectors win one of four quiet issues, seven none; two win one of four salient ones, seven three."""
    quiet = [EARLY, NEVER, NEVER, NEVER], [NEVER] * 4
    salient = [NEVER, NEVER, NEVER, EARLY], [EARLY, EARLY, EARLY, NEVER]
    names = ("few quiet", "many quiet", "few salient", "many salient")
    return {name: arm(weeks, stage) for name, weeks, stage in zip(names, quiet + salient, stages, strict=True)}


def test_a_sign_that_turns_with_salience():
    arms = four()
    assert diversity.diverse_quiet(arms) == -0.25
    assert diversity.diverse_salient(arms) == 0.5
    assert diversity.diverse_by_salience(arms) == 0.75


def test_the_agenda_is_what_counts_not_what_follows():
    """Two sectors: three of eight on the agenda, one of them won. Seven: five of eight, none won."""
    arms = four([[0.0, 1.0, 0.0, 0.0], [1.0, 1.0, 0.0, 0.0], [0.0, 4.0, 0.0, 2.0], [1.0, 3.0, 2.0, 0.0]])
    assert diversity.diverse_on_agenda(arms) == 0.25


# A18


def test_worth_more_to_the_poor():
    arms = {
        "few poor": arm([NEVER, NEVER]), "many poor": arm([EARLY, EARLY]), "few rich": arm([EARLY, NEVER]),
        "many rich": arm([EARLY, EARLY]),
    }  # fmt: skip
    assert diversity.diverse_by_poverty(arms) == 0.5


# A19


def test_correlation_as_numpy_has_it():
    generator = np.random.default_rng(1)
    salience = generator.random((200, 3))
    sample = {"context.initial_salience": salience, "diversity": 0.5 * salience + 0.2 * generator.random((200, 3))}
    expected = np.corrcoef(salience.ravel(), sample["diversity"].ravel())[0, 1]
    assert diversity.salience_to_diversity({"with": Sample(sample)}) == pytest.approx(expected)


def test_a_failed_run_has_no_diversity():
    salience = np.array([[0.0], [0.5], [1.0], [0.9]])
    sample = {"context.initial_salience": salience, "diversity": np.array([[0.2], [0.3], [0.4], [np.nan]])}
    assert diversity.salience_to_diversity({"with": Sample(sample)}) == pytest.approx(1.0)


def test_where_none_differs_nothing_goes_together():
    sample = {"context.initial_salience": np.array([[0.1], [0.9]]), "diversity": np.zeros((2, 1))}
    assert math.isnan(diversity.salience_to_diversity({"with": Sample(sample)}))


# the experiments


def differing(studies):
    """Parameters in which the arms' scenarios are not all alike."""
    values = [dataclasses.asdict(study.scenario.parameters) for study in studies]
    return {
        f"{section}.{name}"
        for section, named in values[0].items()
        for name in named
        if len({value[section][name] for value in values}) > 1
    }


@pytest.mark.parametrize("name, settings, sectors", [
    ("diversity_by_salience", {"context.initial_salience"}, {2, 7}),
    ("diversity_by_means",
     {"context.member_hours", "context.member_money", "context.opposition_strength"}, {2, 7}),
    ("like_unlike", set(), {None}),
    ("role", {"context.problem_kind"}, {None}),
])  # fmt: skip
def test_arms_differ_in_what_they_say_and_meet_the_same_draws(name, settings, sectors):
    arms = read_experiment(f"evidence/{name}").arms
    studies = list(arms.values())
    assert differing(studies) == settings
    if sectors != {None}:
        assert {(study.composition.low, study.composition.high) for study in studies} == {(k, k) for k in sectors}
    else:
        assert len({study.composition for study in studies}) == 1
    first = studies[0].design().values()
    shared = [one.path for one in studies[0].factors]
    for study in studies[1:]:
        assert study.factors == studies[0].factors
        assert (study.seed, study.replicates) == (studies[0].seed, studies[0].replicates)
        assert study.design().values()[shared].equals(first[shared])


def test_poor_and_rich_meet_the_same_opponents():
    """Opponents' hours are their strength times the founders' hours: the product of the two settings is alike."""
    arms = read_experiment("evidence/diversity_by_means").arms
    contexts = [study.scenario.parameters.context for study in arms.values()]
    assert {context.member_hours * context.opposition_strength for context in contexts} == {1.0}


def test_ten_members_and_two_opponents_stay_and_five_differ_in_kind_only():
    arms = {name: study.scenario.members for name, study in read_experiment("evidence/like_unlike").arms.items()}
    ten, like, unlike = (arms[name] for name in ("ten", "five like", "five unlike"))
    assert like[:12] == unlike[:12] == ten
    assert sum(member.kind == "opponent" for member in ten) == 2
    assert len(like) == len(unlike) == 17
    spare = [
        [(member.attributes["hours"], member.attributes["money"]) for member in each[12:]] for each in (like, unlike)
    ]
    assert spare[0] == spare[1]
    sectors = {member.kind for member in ten}
    assert {member.kind for member in like[12:]} <= sectors
    assert not {member.kind for member in unlike[12:]} & sectors


def test_the_arms_of_like_and_unlike_meet_the_same_chance():
    """Power-holders, opponents and the first ten are drawn alike: what five members more can spare is all that shows at
    the start."""
    found = {}
    for name, study in read_experiment("evidence/like_unlike").arms.items():
        small = dataclasses.replace(study, samples=6, replicates=2)
        found[name] = evaluate(small.scenario, small.design(), small.replicates, small.seed, workers=1)
    ten, like, unlike = (found[name] for name in ("ten", "five like", "five unlike"))
    against = {name: table["start_hours"] / table["start_resource_ratio"] for name, table in found.items()}
    assert np.allclose(against["ten"], against["five like"])
    assert np.allclose(against["ten"], against["five unlike"])
    assert ten["start_disposition"].equals(like["start_disposition"])
    assert ten["start_disposition"].equals(unlike["start_disposition"])
    assert np.allclose(like["start_hours"] - ten["start_hours"], 38.0)
    assert np.allclose(unlike["start_hours"] - ten["start_hours"], 38.0)
    assert (unlike["start_sectors"] > like["start_sectors"]).all()


def test_recruitment_is_the_reference_without_fixed_sectors():
    mine, reference = (
        next(iter(read_experiment(name).arms.values())) for name in ("evidence/recruitment", "reference")
    )
    assert mine.composition is None
    assert mine.factors == reference.factors
    assert mine.scenario.parameters == reference.scenario.parameters


@pytest.mark.parametrize("name", THEMES)
def test_every_experiment_is_one_that_a_pattern_reads(name):
    assert f"evidence/{name}" in {pattern.experiment for pattern in PATTERNS.values()}
    assert read_experiment(f"evidence/{name}").runs <= 6400


# the texts


MINE = (*sides.PATTERNS, *predictability.PATTERNS, *diversity.PATTERNS)


@pytest.mark.parametrize("pattern", MINE, ids=lambda each: each.id)
def test_both_languages_say_something_and_their_own(pattern):
    for text in (pattern.fact, pattern.statistic, pattern.reason or {"en": "a", "fr": "b"}):
        assert text["en"]
        assert text["fr"]
        assert text["en"] != text["fr"]
        assert not re.search("[0-9] %| [;:!?»]|« |'", text["fr"]), "a plain space or a straight apostrophe"
    assert pattern.low < pattern.high
