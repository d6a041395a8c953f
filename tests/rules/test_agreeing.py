"""Agreeing the goal: disagreement, joint text, red lines, quarrels (S02 S06 S14)."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import agreeing
from sim.rules.forms import settled_view, within_lines
from sim.rules.words import (
    ACTING,
    AGREEING,
    E_AGREED,
    E_BECAUSE,
    E_GIVEN_UP,
    E_OBJECTED,
    E_SOFTENED,
    FORMING,
    R_CROSSED,
)
from sim.state import NEVER, NOBODY
from tests.support import plain, renumbered, small_world, values

shares = st.floats(0.0, 1.0)
KEY = np.uint64(2)


def test_quotas_rise_from_the_chairs_to_consensus(both):
    quota = both(agreeing.quota)
    assert [quota(code) for code in range(4)] == [0.4, 0.5, 0.7, 0.9]


def test_coherence_by_hand(both):
    coherence = both(agreeing.coherence)
    assert coherence(0.0, 0.3) == 1.0
    assert coherence(0.3, 0.3) == pytest.approx(math.exp(-1.0))
    assert coherence(0.6, 0.3) == pytest.approx(math.exp(-4.0))


@given(shares, shares, st.floats(0.05, 1.0))
def test_disagreement_blurs_the_message(low, high, scale):
    low, high = sorted((low, high))
    coherence = plain(agreeing.coherence)
    assert 0.0 <= coherence(high, scale) <= coherence(low, scale) <= 1.0


def test_set_up_by_hand(both):
    """2 + (4 × 0.5 + 8 × 0.25)(0.4 + 0.15 × 4) + 3 + 0.6 + 0.4."""
    p = values(setup_form=4.0, setup_entity=8.0, setup_negotiation=3.0)
    assert both(agreeing.setup_items)(0.5, 4.0, 1.0, 0.6, 0.4, p) == pytest.approx(10.0)
    assert both(agreeing.setup_items)(0.0, 4.0, 0.0, 0.0, 0.0, p) == 2.0


@given(shares, shares, st.floats(0.0, 8.0), shares)
@pytest.mark.parametrize("name", ["formality", "sectors", "negotiation", "specificity", "measurability"])
def test_more_to_settle_takes_more_items(name, low, high, sectors, formality):
    p = values()
    low, high = sorted((low, high))
    usual = dict(formality=formality, sectors=sectors, negotiation=1.0, specificity=0.5, measurability=0.5)
    items = plain(agreeing.setup_items)
    assert items(*{**usual, name: low}.values(), p) <= items(*{**usual, name: high}.values(), p)


def test_the_middle_is_that_of_those_who_vote():
    w = small_world(members=3)
    w.organisations.position[:, 0] = (0.2, 0.4, 0.9)
    assert plain(agreeing.middle)(w.organisations, w.rows, 3, 0) == pytest.approx(0.5)
    w.organisations[2].is_guest = 1
    assert plain(agreeing.middle)(w.organisations, w.rows, 3, 0) == pytest.approx(0.3)
    w.organisations.is_guest[:] = 1
    assert plain(agreeing.middle)(w.organisations, w.rows, 3, 0) == 0.5


def test_disagreement_by_hand():
    """Positions 0.2 0.4 0.9 on one item lie 0.3 0.1 0.4 from the middle; the other item is common to all."""
    w = small_world(members=3)
    w.organisations.position[:, 0] = (0.2, 0.4, 0.9)
    close = plain(agreeing.survey_positions)(w, values(approach_weight=0.0, agreement_tolerance=0.16))
    assert w.alliance.disagreement == pytest.approx((0.3 + 0.1 + 0.4) / 3 / 2)
    assert close == pytest.approx(2 / 3)
    assert w.provisions[0].liking == pytest.approx(0.5)


def test_disagreement_on_the_way_to_work_counts_too():
    w = small_world(members=2)
    w.organisations.approach[:2] = (0.0, 1.0)
    plain(agreeing.survey_positions)(w, values(approach_weight=0.2))
    assert w.alliance.disagreement == pytest.approx(0.1)


@given(st.permutations(range(5)), st.integers(0, 1000))
def test_disagreement_does_not_see_numbers(order, seed):
    w = small_world(members=5)
    rng = np.random.default_rng(seed)
    w.organisations.position[:, :2] = rng.random((5, 2))
    w.organisations.approach[:] = rng.random(5)
    other = renumbered(w, order)
    p = values()
    assert plain(agreeing.survey_positions)(w, p) == pytest.approx(plain(agreeing.survey_positions)(other, p))
    assert w.alliance.disagreement == pytest.approx(other.alliance.disagreement, rel=1e-12)


def test_the_best_liked_become_non_negotiable():
    w = small_world(provisions=4)
    for q, liking in enumerate((0.3, 0.9, 0.5, 0.8)):
        w.provisions[q].liking = liking
    w.provisions[3].is_asked = 0
    assert plain(agreeing.choose_red_lines)(w.provisions, 4, 0.67) == 3
    assert [w.provisions[q].is_red for q in range(4)] == [0, 1, 1, 0]


def test_a_listed_red_line_stays_and_counts_among_the_wanted():
    w = small_world(provisions=4)
    w.provisions[0].is_red = 2
    w.provisions[0].liking = 0.0
    plain(agreeing.choose_red_lines)(w.provisions, 4, 0.25)
    assert [w.provisions[q].is_red for q in range(4)] == [2, 0, 0, 0]
    plain(agreeing.choose_red_lines)(w.provisions, 4, 0.0)
    assert w.provisions[0].is_red == 2


@pytest.mark.parametrize(("negotiation", "hidden"), [(True, 0.1), (False, 0.9)])
def test_skipping_the_talk_hides_more_conflict(negotiation, hidden):
    w = small_world()
    a = w.alliance
    a.phase, a.agreed, a.agreed_week, a.disagreement = AGREEING, 0, NEVER, 0.2
    p = values(negotiation=negotiation, conflict_negotiated=0.1, conflict_skipped=0.9)
    plain(agreeing.settle_goal)(w, p, 12)
    assert (a.phase, a.agreed, a.agreed_week) == (ACTING, 1, 12)
    assert a.conflict == pytest.approx(hidden * 0.2) and w.events[0].kind == E_AGREED


def test_a_quarrel_costs_heart_and_trust_and_clears_the_air():
    w = small_world(members=12)
    w.alliance.conflict = 0.5
    p = values(quarrel_disheartens=0.1, quarrel_distrust=0.4, quarrel_clears=0.75)
    plain(agreeing.break_out)(w, p, KEY, 30)
    assert w.organisations.enthusiasm == pytest.approx(0.45) and w.alliance.conflict == pytest.approx(0.125)
    off = ~np.eye(12, dtype=bool)
    struck = np.isclose(w.trust[off], 0.4 * 0.8)
    assert struck.any() and (struck | (w.trust[off] == 0.4)).all()
    assert 0.3 < struck.mean() < 0.7  # one half of 132 ties, standard error 0.044


def test_the_aim_is_opened_again_when_members_have_drifted_apart():
    w = small_world()
    a = w.alliance
    a.disagreement_at_agreement, a.disagreement = 0.1, 0.5
    p = values(reopening_ratio=2.0, setup_negotiation=3.0, negotiation=True)
    plain(agreeing.reopen_goal)(w, p, 30)
    assert a.agreed == 1  # too soon: less than half a year
    plain(agreeing.reopen_goal)(w, p, 40)
    assert (a.agreed, a.goal_rounds, a.setup_queue) == (0, 1, 3.0)


@pytest.mark.parametrize(("rule", "agreed"), [("majority", 1), ("consensus", 0)])
def test_the_decision_rule_says_how_many_must_stand_close(rule, agreed):
    w = small_world(members=3)
    a = w.alliance
    a.phase, a.agreed, a.agreed_week, a.met = FORMING, 0, NEVER, 1
    w.organisations.position[:, 0] = (0.2, 0.4, 0.9)
    p = values(approach_weight=0.0, agreement_tolerance=0.16, decision_rule=rule, negotiation=True)
    plain(agreeing.agree)(w, p, KEY, 8)
    assert a.agreed == agreed


def test_a_softened_text_lies_nearer_to_indifference(both):
    view = both(settled_view)
    assert [view(x, 0.5) for x in (0.0, 0.5, 1.0)] == [0.25, 0.5, 0.75]
    assert view(0.3, 0.0) == pytest.approx(0.3) and view(0.3, 1.0) == 0.5


def test_red_lines_are_hard_bounds():
    p = values(line_rejects=0.2, line_demands=0.9)
    within = plain(within_lines)
    assert within(0.6, 0.1, p) == 0.2 and within(0.1, 0.1, p) == 0.1  # rejects: never beyond the line
    assert within(0.6, 0.95, p) == 0.9 and within(0.99, 0.95, p) == 0.99  # demands: never below
    assert within(0.0, 0.5, p) == 0.0 and within(1.0, 0.5, p) == 1.0  # neither: free to move


def divided(asked=(1, 1, 1), divisive=(0.1, 0.3, 0.2), talks=(0, 0, 0), red=(0, 0, 0)):
    w = small_world(provisions=3)
    for q in range(3):
        b = w.provisions[q]
        b.is_asked, b.divisive, b.talks, b.is_red = asked[q], divisive[q], talks[q], red[q]
    return w


@pytest.mark.parametrize(
    ("how", "first"),
    [
        ({}, 1),
        ({"asked": (1, 0, 1)}, 2),
        ({"red": (0, 1, 0)}, 1),  # a non-negotiable is talked over like any other
        ({"red": (0, 1, 0), "talks": (0, 1, 0)}, 2),  # and then left alone while something else can give
        ({"red": (1, 1, 1), "talks": (1, 1, 1)}, 1),  # where nothing can, the talk goes on
        ({"asked": (0, 1, 0), "talks": (0, 2, 0)}, 1),
        ({"asked": (0, 0, 0)}, NOBODY),
    ],
)
def test_what_is_negotiated_next(how, first):
    assert plain(agreeing.most_divisive)(divided(**how).provisions, 3) == first


def test_a_provision_is_talked_over_then_softened_then_given_up():
    w = divided(asked=(1, 1, 0), divisive=(0.1, 0.3, 0.2), talks=(9, 0, 0), red=(2, 0, 0))
    p = values(soften_step=0.4, talk_items=2.0, talk_pull=0.0)
    b = w.provisions[1]
    for softened, asked, waiting in ((0.0, 1, 2.0), (0.4, 1, 4.0), (0.4, 0, 6.0)):
        plain(agreeing.negotiate)(w, p, 20)
        assert (b.softened, b.is_asked) == (pytest.approx(softened), asked)
        assert w.alliance.setup_queue == pytest.approx(waiting)
    assert b.is_wished == 1  # the yardstick forgets nothing
    assert [int(w.events[k].kind) for k in range(2)] == [E_SOFTENED, E_GIVEN_UP]
    assert (w.counts.softenings, w.counts.given_up) == (1, 1)


def test_the_last_provision_is_never_given_up():
    w = divided(asked=(0, 1, 0), talks=(0, 2, 0))
    plain(agreeing.negotiate)(w, values(), 20)
    assert w.provisions[1].is_asked == 1


def test_a_talk_moves_those_present_as_far_as_they_trust():
    """The middle is 0.5: at a trust of 0.4 0.9 of half the way; the stubborn a tenth of that; who rejects stays out."""
    w = small_world(members=4, provisions=1)
    w.organisations.position[:, 0] = w.organisations.anchor[:, 0] = (0.1, 0.3, 0.7, 0.9)
    w.organisations.attending[:], w.organisations.mean_trust[:] = (1, 1, 1, 0), 0.4
    w.organisations[2].stubborn = 1
    plain(agreeing.talk_over)(w, values(talk_pull=0.5, stubborn_ease=0.1, line_rejects=0.15), 0)
    assert w.organisations.position[:, 0] == pytest.approx([0.15, 0.39, 0.691, 0.9])


def test_softening_closes_the_distance():
    w = small_world(members=2, provisions=1)
    w.organisations.position[:, 0] = (0.2, 0.8)
    p = values(approach_weight=0.0, agreement_tolerance=0.2)
    assert plain(agreeing.survey_positions)(w, p) == 0.0 and w.provisions[0].divisive == pytest.approx(0.3)
    w.provisions[0].softened = 0.5
    assert plain(agreeing.survey_positions)(w, p) == 1.0 and w.provisions[0].divisive == pytest.approx(0.15)


def test_which_lines_an_aim_crosses():
    w = small_world(members=1, provisions=3)
    m, p = w.organisations[0], values(line_rejects=0.2, line_demands=0.9)
    m.anchor[:3] = (0.1, 0.95, 0.5)
    crossed = plain(agreeing.crossed_lines)
    assert crossed(m, w.provisions, 3, p) == 1  # asks what it rejects
    w.provisions[0].softened = 0.5  # 0.3: it can live with that
    assert crossed(m, w.provisions, 3, p) == 0
    w.provisions[1].is_asked = 0  # gives up what it must have
    assert crossed(m, w.provisions, 3, p) == 1
    w.provisions[1].is_wished = 0  # which was never in the aim
    assert crossed(m, w.provisions, 3, p) == 0


def test_objections_are_heard_once_and_stay_as_conflict():
    w = small_world(members=4, provisions=1)
    w.organisations.anchor[:, 0] = (0.1, 0.5, 0.5, 0.5)
    p = values(line_rejects=0.2, objection_conflict=0.8)
    for week in (20, 24):
        plain(agreeing.hear_objections)(w, p, week)
        assert (w.organisations[0].objects_since, w.organisations[1].objects_since) == (20, NEVER)
        assert w.alliance.conflict == pytest.approx(0.2) and w.alliance.objecting == pytest.approx(0.25)
    assert (w.counts.objections, w.counts.logged, w.events[0].kind) == (1, 2, E_OBJECTED)
    assert (w.events[1].kind, w.events[1].cause, w.events[1].who) == (E_BECAUSE, R_CROSSED, 0)  # over which provision
    w.organisations.anchor[0, 0] = 0.5
    plain(agreeing.hear_objections)(w, p, 28)
    assert w.organisations[0].objects_since == NEVER and w.alliance.objecting == 0.0


@pytest.mark.parametrize(("negotiation", "red", "softened"), [(1, 0, 0.5), (0, 0, 0.0), (1, 1, 0.0)])
def test_a_quarrel_softens_what_is_rejected_where_members_negotiate(negotiation, red, softened):
    w = small_world(members=3, provisions=2)
    w.organisations.anchor[:, 1] = (0.1, 0.1, 0.6)
    w.provisions[1].is_red = red
    p = values(negotiation=bool(negotiation), line_rejects=0.2, soften_step=0.5)
    plain(agreeing.break_out)(w, p, KEY, 30)
    assert [float(w.provisions[q].softened) for q in range(2)] == [0.0, softened]


@pytest.mark.parametrize(("week", "agreed"), [(11, 0), (12, 1)])
def test_a_drafting_group_alone_settles_no_aim(week, agreed):
    w = small_world(members=3)
    a = w.alliance
    a.phase, a.agreed, a.agreed_week, a.met, a.list_week = AGREEING, 0, NEVER, 1, 12
    plain(agreeing.agree)(w, values(), KEY, week)
    assert a.agreed == agreed
