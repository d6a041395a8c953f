"""Facts A23 to A28: each measure on made-up runs with answers by hand; one deed alone, in worlds that are otherwise the
same."""

import math

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from experiments.evidence import PATTERNS, Sample
from experiments.evidence.modules import asking, impulses, pledges, worlds
from experiments.evidence.patterns import tactics
from experiments.studies.arms import ONLY_ARM, read_experiment
from sim.events import CODES
from sim.founding import prepare
from sim.kinds import KINDS
from sim.parameters import Parameters
from sim.scenario.structure import Scenario
from sim.state import EVENT

P = Parameters()
NAN = math.nan


def sample(**columns):
    return Sample({name: np.array(each, dtype=float) for name, each in columns.items()})


def runs(**columns):
    """One value a draw."""
    return sample(**{name: [[each] for each in values] for name, values in columns.items()})


# A23


def test_research_adds_to_adoption_pair_by_pair():
    """Of four pairs one was decided before the deed; of the three left one is won by the meeting, none by paper."""
    arms = {"unseen": runs(adopted=[0, 0, 1, NAN]), "published": runs(adopted=[0, 0, 1, NAN]),
            "shown": runs(adopted=[1, 0, 1, NAN])}  # fmt: skip
    assert tactics.shown(arms) == pytest.approx(1 / 3)
    assert tactics.published(arms) == 0.0


# A24


def test_a_wave_is_judged_eight_weeks_after():
    """Of four legislators one crosses indifference by then; standing at it is not in favour."""
    before = np.full((4, 9), -0.5)
    quiet, wave = before.copy(), before.copy()
    quiet[:, 8], wave[:, 8] = [-0.1, 0.3, -0.4, 0.0], [0.1, 0.4, -0.2, 0.0]
    wave[:, 7] = 0.9  # a week too early
    assert tactics.won_over({"quiet": sample(position=quiet), "wave": sample(position=wave)}) == 0.25


# A25


def test_access_is_a_quotient_of_shares():
    arms = {"donor": sample(received=[[1, 1, 0], [1, 0, 0]]), "grassroots": sample(received=[[1, 0, 0], [0, 0, 0]])}
    assert tactics.access(arms) == pytest.approx(3.0)
    arms["grassroots"] = sample(received=np.zeros((2, 3)))
    assert math.isnan(tactics.access(arms))


# A26


def pilots(weeks, feasibility, **columns):
    return {"with": runs(weeks_to_change=weeks, feasibility=feasibility, **columns)}


def test_only_runs_with_a_finished_pilot_count():
    arms = pilots([100, NAN, NAN, NAN, 50, NAN], [0.2, 0.1, 0.3, 0.2, 0.0, NAN])
    assert tactics.pilots_adopted(arms) == 0.25


def test_fit_and_quality_are_told_apart():
    """Change by a logit with slopes 1.2 and 0.3 of two standardised traits; 20,000 runs, standard error 0.03."""
    generator = np.random.default_rng(5)
    fit, quality = generator.standard_normal((2, 20_000))
    chance = 1.0 / (1.0 + np.exp(0.4 - 1.2 * fit - 0.3 * quality))
    weeks = np.where(generator.random(20_000) < chance, 100.0, NAN)
    traits = {"context.implementation_capacity": 0.5 + 0.2 * fit, "work_quality": 0.6 + 0.05 * quality}
    arms = pilots(weeks, np.ones(20_000), **traits)
    assert tactics.fit_over_quality(arms) == pytest.approx(0.9, abs=0.12)


def test_without_pilots_nothing_is_told_of_them():
    columns = {"context.implementation_capacity": [0.2, 0.8], "work_quality": [0.5, 0.6]}
    arms = pilots([NAN, NAN], [0.0, 0.0], **columns)
    assert math.isnan(tactics.pilots_adopted(arms)) and math.isnan(tactics.fit_over_quality(arms))


# A27


def test_pledges_kept_in_and_out_of_government():
    arms = {"signed": runs(in_government=[1, 1, 1, 0, NAN, NAN], out_of_government=[NAN] * 4 + [1, 0],
                           of_losers=[1, 1, NAN, NAN, 1, 0])}  # fmt: skip
    assert tactics.kept_inside(arms) == 0.75
    assert tactics.kept_outside(arms) == 0.5
    assert tactics.kept_gap(arms) == 0.25
    assert tactics.kept_by_losers(arms) == 0.75


CANDIDATES, SIDES = np.array([8, 9, 10, 11]), np.array([1.0, -1.0, 1.0, -1.0])


def log(*lines):
    """A log of lines (week, kind, who)."""
    found = np.zeros(len(lines), EVENT).view(np.recarray)
    for row, (week, kind, who) in zip(found, lines, strict=True):
        row.week, row.kind, row.who = week, CODES[kind], who
    return found


ELECTED = (52, "election", 8)


@pytest.mark.parametrize(("lines", "inside", "outside", "of_losers"), [
    ([(40, "signed", 8), ELECTED, (90, "adopted", -1)], 1.0, NAN, NAN),
    ([(40, "signed", 8), (41, "signed", 9), ELECTED], 0.0, NAN, 0.0),  # one text, whoever else signed it
    ([(40, "signed", 9), ELECTED, (90, "adopted", -1)], NAN, 1.0, 1.0),
    ([(40, "signed", 11), (52, "change_of_government", 8)], NAN, 0.0, 0.0),
    ([(40, "signed", 10), ELECTED, (90, "adopted", -1)], NAN, NAN, NAN),  # of the winner's side, yet not the winner
    ([(40, "signed", 8), (45, "adopted", -1), ELECTED], NAN, NAN, NAN),  # nothing is left to pledge
    ([(52, "signed", 8), ELECTED, (90, "adopted", -1)], NAN, NAN, NAN),  # signed after the vote
    ([(40, "signed", 8), (52, "election", -1)], NAN, NAN, NAN),
    ([ELECTED, (90, "adopted", -1)], NAN, NAN, NAN),
])  # fmt: skip
def test_the_fate_of_a_pledge(lines, inside, outside, of_losers):
    assert_array_equal(pledges.fate(log(*lines), CANDIDATES, SIDES), (inside, outside, of_losers))


def test_pledges_are_signed_in_and_out_of_government():
    found = pledges.sign_pledges(60, 1)["signed"]
    inside, outside = found["in_government"], found["out_of_government"]
    assert inside.shape == outside.shape == (60, 1)
    assert np.isfinite(inside).sum() > 10 and not (np.isfinite(inside) & np.isfinite(outside)).any()


# A28


def push(added, name="salience", usual=0.5):
    """Two draws whose mean response is this, on a level of 0.5."""
    added = np.array(added)
    quiet = np.full((2, len(added)), usual)
    return {"quiet": sample(**{name: quiet}), "push": sample(**{name: quiet + np.outer([0.5, 1.5], added)})}


def test_the_peak_is_relative_to_the_usual_level():
    assert tactics.salience_peak(push([0.02, 0.10, 0.04])) == pytest.approx(0.2)
    assert tactics.talk_peak(push([0.02, 0.10, 0.04], "talk")) == pytest.approx(0.2)


def test_the_half_life_lies_between_weeks():
    """From 0.08 in week 1 to 0.04: between 0.06 in week 2 and 0.02 in week 3, half-way."""
    assert tactics.salience_half_life(push([0.01, 0.08, 0.06, 0.02, 0.0])) == pytest.approx(1.5 * 7)
    assert tactics.talk_half_life(push([0.08, 0.04, 0.02], "talk")) == pytest.approx(7.0)


def test_what_stays_up_counts_for_the_days_watched():
    assert tactics.salience_half_life(push([0.01, 0.08, 0.07, 0.06])) == 14.0


def test_what_is_left_half_a_year_later():
    added = np.zeros(40)
    added[2], added[26] = 0.08, 0.02
    assert tactics.talk_left(push(added, "talk")) == pytest.approx(0.25)


# One deed in a world


def test_before_the_deed_the_arms_are_one_and_after_it_not():
    scenario = worlds.with_parameters(Scenario(weeks=40), worlds.IDLE)
    points = worlds.drawn_points(scenario, impulses.SITUATIONS, 6, 3)
    blueprint = prepare(scenario)

    def lived(deed):
        return worlds.watched_weeks(blueprint, points, 3, 30, deed, impulses.first_generated("legislator"))

    quiet, again = lived(worlds.nothing), lived(worlds.nothing)
    push = lived(lambda living, week: living.put(week, "media"))
    for name in worlds.WATCHED:
        assert_array_equal(quiet[name], again[name])
        assert_array_equal(quiet[name][:, :30], push[name][:, :30])
    assert (push["buzz"][:, 30] > quiet["buzz"][:, 30]).all()


def test_talk_after_a_push_is_what_the_coefficients_say():
    """A week after the push half of its talk is left (`buzz_fades`), where nobody opposes: the rest is chance, the same
    in both arms."""
    found = impulses.push_once(40, 2)
    added = found["push"]["talk"] - found["quiet"]["talk"]
    kept = added[:, 1] / added[:, 0]
    assert added.shape == (20, 104)
    assert np.median(kept) == pytest.approx(1.0 - P.coefficient.buzz_fades, abs=0.02)


def test_without_its_talk_a_push_is_hardly_noticed(monkeypatch):
    """Neither by the press, nor by opponents who notice the alliance at work and dispute with it: what is left comes
    by what working together does to the alliance."""

    def first_month():
        found = impulses.push_once(20, 2)
        return float(np.abs(found["push"]["talk"] - found["quiet"]["talk"])[:, :4].mean())

    usual = first_month()
    mute = {"press_buzz": 0.0, "visibility_public": 0.0, "dispute_buzz": 0.0}
    monkeypatch.setattr(impulses, "IDLE", worlds.IDLE | mute)
    assert first_month() < 0.05 * usual


def test_a_wave_moves_legislators_for_the_change_and_a_muted_one_does_not(monkeypatch):
    def mean_move():
        found = impulses.mobilise_once(40, 2)
        return float((found["wave"]["position"] - found["quiet"]["position"])[:, 8].mean())

    assert mean_move() > 0.01
    off = {"crowd_pressure": 0.0, "crowd_buzz": 0.0, "support_gain": 0.0, "visibility_public": 0.0}
    monkeypatch.setattr(impulses, "IDLE", worlds.IDLE | off)
    assert abs(mean_move()) < 0.005  # what is left: trust that a march strains, enthusiasm that it gives


def test_who_is_shown_a_study_starts_from_the_same_mayor():
    found = impulses.show_research(60, 4)
    missing = [np.isnan(found[arm]["adopted"]) for arm in ("unseen", "published", "shown")]
    assert_array_equal(missing[0], missing[1])
    assert_array_equal(missing[0], missing[2])
    moved = found["shown"]["position"] - found["unseen"]["position"]
    assert moved.mean() > 0.0


def test_the_office_that_is_watched_is_the_one_that_is_meant():
    for office, code in (("minister", 1), ("legislator", 3)):
        scenario = Scenario(weeks=1)
        living = next(worlds.begun(prepare(scenario), worlds.drawn_points(scenario, {}, 1, 1), 1))
        assert living.world.holders.office[impulses.first_generated(office)] == code


# Asking


def test_doors_open_by_declared_access():
    """The chance is linear in access: 1.2 × access × 0.85 (half committed) × (0.1 + openness) × (0.5 + 0.8 × trust),
    with access as declared by kind and office; 600 draws of seven requests: standard error 0.007 and less."""
    found = asking.ask_for_meetings(600, 5)
    c, x = P.coefficient, P.context
    opened = c.grant_scale * 0.85 * (c.grant_floor + x.government_openness) * (0.5 + 0.8 * x.initial_government_trust)
    offices = (0, 1, 2, 2, 2, 3, 3)  # one executive, one minister, three officials, two legislators
    for arm, kinds in (("donor", asking.DONORS), ("grassroots", asking.GRASSROOTS)):
        access = np.mean([[KINDS[kind].access[office] for office in offices] for kind in kinds])
        assert found[arm]["received"].mean() == pytest.approx(opened * access, abs=0.03)
        assert set(np.unique(found[arm]["received"])) == {0.0, 1.0}


# The study


def test_pilots_are_all_that_the_alliance_does():
    study = read_experiment("evidence/pilots").arms[ONLY_ARM]
    chosen = study.scenario.parameters.alliance
    weights = {name: getattr(chosen, name) for name in dir(chosen) if name.startswith("tactic_")}
    assert [name for name, weight in weights.items() if weight > 0] == ["tactic_pilot"]
    assert study.scenario.parameters.context.problem_kind == "badly_implemented"


def test_every_fact_from_a23_to_a28_is_tested():
    mine = {pattern.id.split(" ")[0] for pattern in tactics.PATTERNS}
    assert mine == {"A23", "A24", "A25", "A26", "A27", "A28"}
    assert all(PATTERNS[pattern.id] is pattern and pattern.measure is not None for pattern in tactics.PATTERNS)
