"""Facts A12, A20, A21 and A31: each measure on made-up runs and logs whose answer is known by hand or by theory."""

import math

import numpy as np
import pytest

from experiments.evidence import Sample
from experiments.evidence.modules import MODULES
from experiments.evidence.modules import pathways as module
from experiments.evidence.patterns import predictability as foresight
from experiments.studies.arms import read_experiment
from sim.events import CODES, REASON_CODES
from sim.founding import prepare
from sim.parameters import pack
from sim.rules.words import CANDIDATE, LEGISLATOR, MINISTER, OFFICIAL, TACTICS
from sim.running import world_for
from sim.state import EVENT, NOBODY

EXECUTIVE = 0


def expit(score):
    return 1.0 / (1.0 + np.exp(-score))


def runs(chance, seed=1, **columns):
    """Runs agreed in week 10, in which policy changed in week 110 with these chances, else never."""
    happened = np.random.default_rng(seed).random(chance.shape) < chance
    made = {
        "stage_reached": np.ones(chance.shape), "agreement_week": np.full(chance.shape, 10.0),
        "weeks_to_change": np.where(happened, 110.0, np.nan),
    }  # fmt: skip
    return Sample(made | columns)


def drawn(draws=5000, seed=2, **chosen):
    """Independent features of every sort, standard normal in what they are fitted by."""
    generator = np.random.default_rng(seed)
    names = (*foresight.ALLIANCE_SIDE, *foresight.ISSUE, *foresight.ALLIANCE, "start_veto_holders")
    made = {name: generator.standard_normal((draws, 1)) for name in names}
    made["context.opposition_strength"] = np.exp(made["context.opposition_strength"])
    made["start_resource_ratio"] = np.exp(generator.standard_normal((draws, 1)))
    return made | chosen


# A12


def area_of_a_logit(slope):
    """Area under the curve of the true chance, where the score is normal with mean 0: by the known densities."""
    grid = np.linspace(-8.0, 8.0, 8001)
    density = np.exp(-0.5 * grid**2)
    yes, no = density * expit(slope * grid), density * (1.0 - expit(slope * grid))
    return float((yes * (np.cumsum(no) - 0.5 * no)).sum() / (yes.sum() * no.sum()))


@pytest.mark.parametrize("slope", [0.4, 1.0, 3.0])
def test_what_is_foreseen_from_one_trait_among_others(slope):
    columns = drawn()
    sample = runs(expit(slope * columns["start_trust"]), **columns)
    # 5,000 runs: standard error below 0.008
    assert foresight.foreseen_from_alliance({"with": sample}) == pytest.approx(area_of_a_logit(slope), abs=0.025)


def test_luck_is_not_foreseen_however_many_traits_there_are():
    """With 20 draws and ten traits a fit to the same draws would be far above one half; here it is about it."""
    found = []
    for seed in range(60):
        columns = drawn(draws=20, seed=seed)
        found.append(foresight.foreseen_from_all({"with": runs(np.full((20, 1), 0.5), seed=seed, **columns)}))
    known = [each for each in found if not math.isnan(each)]
    assert len(known) > 50
    assert np.mean(known) < 0.55


def test_what_is_around_is_foreseen_only_from_all():
    columns = drawn()
    arms = {"with": runs(expit(2.0 * columns["context.controversy"]), **columns)}
    assert foresight.foreseen_from_alliance(arms) == pytest.approx(0.5, abs=0.035)
    assert foresight.foreseen_from_all(arms) == pytest.approx(area_of_a_logit(2.0), abs=0.025)


def test_alignment_needs_no_fit():
    """Net support 0, 1 and 2 in logarithms; of four pairs of a change and none, three are in order, one is tied."""
    size = np.exp([[0.0], [1.0], [1.0], [2.0]]) - 1.0
    sample = Sample({
        "stage_reached": np.ones((4, 1)), "agreement_week": np.full((4, 1), 10.0), "start_size": size,
        "weeks_to_change": np.array([[np.nan], [np.nan], [110.0], [110.0]]),
        "start_resource_ratio": np.ones((4, 1)), "context.controversy": np.zeros((4, 1)),
    })  # fmt: skip
    assert foresight.foreseen_from_alignment({"with": sample}) == 0.875


# A20


def test_shares_of_variance_of_a_linear_chance():
    """Chance 1/2 + a u + b v of features evenly spread from -1 to 1: a²/3 and b²/3 of a variance of 1/4."""
    generator = np.random.default_rng(4)
    draws = 40_000
    even = {name: generator.uniform(-1.0, 1.0, (draws, 1)) for name in (*foresight.ISSUE, *foresight.ALLIANCE)}
    even["context.opposition_strength"] = np.exp(even["context.opposition_strength"])
    chance = 0.5 + 0.3 * even["context.controversy"] + 0.15 * even["alliance.founders"]
    sample = runs(chance, **even)
    assert foresight.explained(sample, foresight.ISSUE) == pytest.approx(4 * 0.09 / 3, abs=0.012)
    assert foresight.explained(sample, foresight.ALLIANCE) == pytest.approx(4 * 0.0225 / 3, abs=0.008)
    assert foresight.issue_over_alliance({"with": sample}) == pytest.approx(4 * 0.0675 / 3, abs=0.014)


def test_more_factors_that_explain_nothing_are_no_advantage():
    columns = drawn(draws=300)
    gaps = [foresight.issue_over_alliance({"with": runs(np.full((300, 1), 0.4), seed=seed, **columns)})
            for seed in range(200)]  # fmt: skip
    assert np.mean(gaps) == pytest.approx(0.0, abs=0.004)  # without the adjustment 2/299 = 0.007 by two more columns


def test_runs_that_all_end_alike_have_no_variance_to_share():
    columns = drawn(draws=50)
    arms = {"with": runs(np.zeros((50, 1)), **columns)}
    assert math.isnan(foresight.issue_over_alliance(arms))
    assert math.isnan(foresight.foreseen_from_alliance(arms))


# A21


def log(*lines):
    """A log of (week, kind, who, whom, cause)."""
    made = np.zeros(len(lines), dtype=EVENT).view(np.recarray)
    for row, (week, kind, who, whom, cause) in zip(made, lines, strict=True):
        row.week, row.kind, row.who, row.whom, row.cause = week, CODES[kind], who, whom, cause
    return made


def line(week, kind, who=NOBODY, whom=NOBODY, cause=NOBODY):
    return week, kind, who, whom, cause


OFFICE = np.array([MINISTER, EXECUTIVE, OFFICIAL, LEGISLATOR])
VETO = np.array([1, 0, 0, 1])
BRIEF, MEDIA = TACTICS.index("policy_brief"), TACTICS.index("media")
CONTESTED = REASON_CODES["dropped_contested"]


@pytest.mark.parametrize("told, expected", [
    ([line(100, "shock")], (1, 0, 0, 0)),
    ([line(100, "change_of_government")], (1, 0, 0, 0)),
    ([line(100, "election")], (0, 0, 0, 0)),
    ([line(100, "new_holder", who=0)], (1, 0, 0, 0)),
    ([line(100, "new_holder", who=2)], (0, 0, 0, 0)),
    ([line(100, "vote_lost")], (0, 1, 0, 0)),
    ([line(100, "reversed", who=0)], (0, 1, 0, 0)),
    ([line(100, "completed", who=5, whom=BRIEF)], (0, 0, 0, 0)),
    ([line(100, "received", who=0)], (0, 0, 0, 0)),
    ([line(100, "completed", who=5, whom=MEDIA), line(101, "received", who=0)], (0, 0, 0, 0)),
    ([line(100, "completed", who=5, whom=BRIEF), line(101, "received", who=0)], (0, 0, 1, 0)),
    ([line(100, "softened", who=1)], (0, 0, 0, 1)),
    ([line(100, "given_up", who=1)], (0, 0, 0, 1)),
    ([line(100, "adopted"), line(100, "because", who=1, cause=CONTESTED)], (0, 0, 0, 1)),
    ([line(100, "adopted", cause=CONTESTED)], (0, 0, 0, 0)),  # a number means a reason only where the line says why
    ([line(100, "shock"), line(101, "shock"), line(102, "vote_lost")], (1, 1, 0, 0)),
])  # fmt: skip
def test_what_stands_for_which_pathway(told, expected):
    assert module.open_pathways(log(*told), OFFICE) == list(expected)


def test_a_year_before_the_first_change_counts_and_nothing_else():
    told = log(
        line(48, "shock"), line(49, "vote_lost"), line(100, "softened"), line(100, "changed"), line(101, "shock"),
        line(180, "changed"),
    )  # fmt: skip
    values = dict(zip(module.COLUMNS, module.counted(told, OFFICE, VETO), strict=True))
    assert [values[name] for name in module.PATHWAYS] == [0.0, 1.0, 0.0, 1.0]  # the shock of week 48 is a year ago
    assert values["pathways"] == 2.0
    assert values["changed"] == 1.0


def test_a_run_without_change_has_no_pathways():
    values = dict(zip(module.COLUMNS, module.counted(log(line(9, "shock")), OFFICE, VETO), strict=True))
    assert math.isnan(values["pathways"])
    assert math.isnan(values["external"])
    assert values["changed"] == 0.0


def test_several_pathways_among_the_changes():
    sample = Sample({"pathways": np.array([[0.0], [1.0], [2.0], [4.0], [np.nan]])})
    assert foresight.several_pathways({"with": sample}) == 0.5


# A31


def test_new_people_within_four_years():
    """Two new ministers, one of them too late, and two new legislators: the offices with a veto have 1 and 2."""
    told = log(
        line(10, "new_holder", who=0), line(208, "new_holder", who=0), line(20, "new_holder", who=3),
        line(207, "new_holder", who=3), line(30, "new_holder", who=1),
    )  # fmt: skip
    values = dict(zip(module.COLUMNS, module.counted(told, OFFICE, VETO), strict=True))
    assert values["minister_changes"] == 1.0
    assert values["veto_changes"] == 1.5


def test_changes_an_office_and_an_office_that_needs_to_consent():
    """Ten changes of eight offices in five years are one of each office in four."""
    assert foresight.changes_an_office({"with": Sample({"holders_replaced": np.array([[8.0], [12.0]])})}) == 1.0
    assert foresight.new_veto_holders({"with": Sample({"veto_changes": np.array([[1.0], [2.0]])})}) == 1.5


def test_the_model_makes_as_many_offices_as_are_counted():
    scenario, design = module.reference_design(8, 1)
    blueprint, points = prepare(scenario), design.records(pack(scenario.parameters), design.codes())
    world, store = world_for(blueprint, points[:1])
    module.live(world, store, blueprint, points[:1], 1, 0)
    held = world.holders[: int(world.alliance.holders)]
    assert int((held.office != CANDIDATE).sum()) == foresight.OFFICES


# the module


def test_the_module_draws_the_reference_ensemble():
    reference = read_experiment("reference").arms["all"]
    scenario, design = module.reference_design(reference.samples, reference.seed)
    asked = reference.design()
    assert scenario.parameters == reference.scenario.parameters
    assert scenario.weeks == reference.scenario.weeks
    assert design.paths == asked.paths
    assert np.array_equal(design.codes(), asked.codes()[asked.active])


def test_the_module_gives_the_same_runs_as_an_ensemble_would():
    """Whether and how often, from the log, and the same from the outcomes of the same runs by the other door."""
    from experiments.ensemble import evaluate

    found = MODULES["pathways"](24, 3)["with"]
    scenario, design = module.reference_design(24, 3)
    table = evaluate(scenario, design, 1, 3, workers=1)
    assert np.array_equal(found["changed"][:, 0], table["weeks_to_change"].notna().to_numpy(dtype=float))
    assert 0.0 < found["changed"].mean() < 1.0
    assert np.array_equal(np.isnan(found["pathways"]), found["changed"] == 0.0)
    assert found["minister_changes"].sum() > 0.0


def test_the_log_of_the_module_holds_every_line():
    """A log that is full would leave out what came last."""
    scenario, design = module.reference_design(8, 1)
    blueprint, points = prepare(scenario), design.records(pack(scenario.parameters), design.codes())
    for k in range(8):
        world, store = world_for(blueprint, points[k : k + 1], events=True)
        module.live(world, store, blueprint, points[k : k + 1], 1, k)
        assert int(world.counts.logged) < len(world.events)
