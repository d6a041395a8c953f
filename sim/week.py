"""The week: ten processes in a fixed order, as a list that can be printed and as the compiled week that follows it.

Each phase is done by all together (`alliance`), or by each organisation, power-holder or family in the order of their
rows. The compiled week below and the agents of `sim.agents` call the same functions; a test holds the two lists
together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sim.compiled import part, rule
from sim.rules import calendar
from sim.rules.acting import face_confrontation, finish_work
from sim.rules.administering import administer, promised_support
from sim.rules.agreeing import agree
from sim.rules.calendar import change_staff, receive_funding, serve_term
from sim.rules.deciding import advance_policy, count_votes, implement, judge, prepare_vote, undo, vote
from sim.rules.explaining import tell_moves
from sim.rules.families import (
    accompany,
    align_funding,
    consult_base,
    open_doors,
    publish,
    report_issue,
    weigh_interest,
)  # fmt: skip
from sim.rules.influencing import receive, speak
from sim.rules.joining import decide_to_join, gather_members
from sim.rules.leaving import leave
from sim.rules.meeting import attend, bond, call_meeting, go_home, hold_meeting, listen, seat_chairs
from sim.rules.opposing import gather_opposition, oppose
from sim.rules.reflecting import note_week, reflect
from sim.rules.relating import feel, relate, remember_moods, tend, tend_own_relations
from sim.rules.words import BUSINESS, CSO, DONOR, GOVERNMENT, KNOWLEDGE, MEDIA, NGO
from sim.rules.working import count_open_work, offer, plan, work


@dataclass(frozen=True, slots=True)
class Phase:
    """One step of the week.

    `who` acts: "alliance" (all together), "organisation", "holder" or "family". `method` is the name of the agents'
    method for steps that each does alone.
    """

    process: int
    name: str
    who: str
    method: str
    meaning: str


WEEK: tuple[Phase, ...] = (
    Phase(1, "turn_calendar", "alliance", "", "dated events, shocks, elections, windows"),
    Phase(1, "serve_terms", "holder", "serve_term", "a power-holder may be replaced"),
    Phase(1, "receive_fundings", "organisation", "receive_funding", "means for the week"),
    Phase(1, "change_staffs", "organisation", "change_staff", "the person behind a member may change"),
    Phase(2, "decide_to_joins", "organisation", "decide_to_join", "who is asked, and who joins"),
    Phase(2, "leaves", "organisation", "leave", "who goes"),
    Phase(2, "gather", "alliance", "", "who is in; who chairs"),
    Phase(3, "agree_goal", "alliance", "", "the joint aim, old quarrels"),
    Phase(4, "call", "alliance", "", "whether there is a meeting"),
    Phase(4, "attends", "organisation", "attend", "who comes"),
    Phase(4, "hold", "alliance", "", "floor, decisions, purpose"),
    Phase(4, "listens", "organisation", "listen", "who is moved, who feels heard"),
    Phase(4, "bonds", "organisation", "bond", "trust from meeting"),
    Phase(4, "go_homes", "organisation", "go_home", "positions drift back"),
    Phase(5, "administer_alliance", "alliance", "", "papers are done or pile up"),
    Phase(6, "offers", "organisation", "offer", "who would take charge"),
    Phase(6, "plan_work", "alliance", "", "owners, teams, deadlines"),
    Phase(6, "works", "organisation", "work", "hours go into activities"),
    Phase(6, "contributes", "family", "contribute", "what each family does of its own accord"),
    Phase(6, "finish", "alliance", "", "what is done takes effect, what is late disappoints"),
    Phase(6, "face_confrontations", "organisation", "face_confrontation", "stand when the government is opposed"),
    Phase(7, "relates", "organisation", "relate", "trust is tended and fades"),
    Phase(7, "tend_relations", "organisation", "tend_own_relations", "heart, rest and joint work from relations"),
    Phase(7, "feels", "organisation", "feel", "enthusiasm, fatigue, satisfaction, drive"),
    Phase(7, "tend_alliance", "alliance", "", "legitimacy, voices, surveys, promised support"),
    Phase(8, "opposes", "organisation", "oppose", "opponents mobilise"),
    Phase(8, "speak_out", "alliance", "", "messengers, public, channels"),
    Phase(8, "receives", "holder", "receive", "power-holders move"),
    Phase(9, "prepare_decision", "alliance", "", "agenda, commitment, the bill"),
    Phase(9, "votes", "holder", "vote", "power-holders vote"),
    Phase(9, "conclude_decision", "alliance", "", "adoption, implementation, reversal"),
    Phase(10, "reflect_on_week", "alliance", "", "evaluation, sleep, renewal, end; the week is noted"),
)


@part
def turn_calendar(w, p, key, week):
    """What is dated, and what chance throws in."""
    calendar.turn_calendar(w, p, key, week)


@part
def serve_terms(w, p, key, week):
    """Every power-holder's `serve_term`."""
    for h in range(w.alliance.holders):
        serve_term(w.holders, w.policy, w.public, w.counts, w.events, p, key, week, h)


@part
def receive_fundings(w, p, key, week):
    """Every organisation's `receive_funding`."""
    for i in range(w.alliance.organisations):
        if week % 52 == 0 or w.organisations[i].is_member == 1:
            receive_funding(w.organisations, w.alliance, p, key, week, i)


@part
def change_staffs(w, p, key, week):
    """Every organisation's `change_staff`."""
    for k in range(w.alliance.member_count):
        change_staff(w.organisations, w.trust, w.alliance, w.counts, w.events, p, key, week, w.rows[k])


@part
def decide_to_joins(w, p, key, week):
    """Every organisation's `decide_to_join`."""
    for i in range(w.alliance.organisations):
        if w.organisations[i].is_member == 1:
            continue
        decide_to_join(w.organisations, w.alliance, w.public, w.provisions, w.known, w.trust, w.rows,
                       w.counts, w.events, p, key, week, i)  # fmt: skip


@part
def leaves(w, p, key, week):
    """Every organisation's `leave`."""
    for i in range(w.alliance.organisations):
        if w.organisations[i].is_member == 0:
            continue
        leave(w.organisations, w.alliance, w.public, w.trust, w.rows, w.counts, w.events,
              p, key, week, i)  # fmt: skip


@part
def gather(w, p, key, week):
    """List who is in, seat the chairs, and remember how each felt when the week began."""
    gather_members(w.organisations, w.alliance, w.rows, w.counts, week)
    seat_chairs(w, p, key, week)
    remember_moods(w.organisations, w.moods, w.rows, w.alliance.member_count)


@part
def agree_goal(w, p, key, week):
    """Process 3."""
    agree(w, p, key, week)


@part
def call(w, p, key, week):
    """Whether the alliance meets."""
    call_meeting(w, p, key, week)


@part
def attends(w, p, key, week):
    """Every member's `attend`."""
    if w.alliance.met == 1:
        for k in range(w.alliance.member_count):
            attend(w.organisations, w.alliance, w.counts, p, key, week, w.rows[k])


@part
def hold(w, p, key, week):
    """The meeting as a whole."""
    hold_meeting(w, p, key, week)


@part
def listens(w, p, key, week):
    """Every member's `listen`."""
    if w.alliance.met == 1:
        for k in range(w.alliance.member_count):
            listen(w.organisations, w.alliance, w.trust, w.roll, p, w.rows[k])


@part
def bonds(w, p, key, week):
    """Every member's `bond`."""
    if w.alliance.met == 1:
        for k in range(w.alliance.member_count):
            bond(w.organisations, w.alliance, w.trust, w.roll, p, w.rows[k])


@part
def go_homes(w, p, key, week):
    """Every member's `go_home`."""
    for k in range(w.alliance.member_count):
        go_home(w.organisations, w.alliance, p, w.rows[k])


@part
def administer_alliance(w, p, key, week):
    """Process 5."""
    administer(w, p, key, week)


@part
def offers(w, p, key, week):
    """Every member's `offer`."""
    if w.alliance.new_work > 0:
        for k in range(w.alliance.member_count):
            offer(w.organisations, w.alliance, p, key, week, w.rows[k])


@part
def plan_work(w, p, key, week):
    """New activities, and the hours that members have for them."""
    if w.alliance.new_work > 0:
        plan(w, p, key, week)
    elif w.alliance.member_count > 0:
        count_open_work(w, p)


@part
def works(w, p, key, week):
    """Every member's `work`."""
    for k in range(w.alliance.member_count):
        work(w.organisations, w.alliance, w.activities, w.trust, w.counts, p, key, week, w.rows[k])


@rule
def contribute(w, p, key, week, i):
    """What member `i` does as one of its family: the compiled week's choice among the families' own rules (S10)."""
    family = w.organisations[i].family
    if family == NGO:
        accompany(w.organisations, w.alliance, w.trust, w.rows, w.counts, p, key, week, i)
    elif family == CSO:
        consult_base(w.organisations, w.alliance, p, i)
    elif family == DONOR:
        align_funding(w.organisations, w.alliance, p, i)
    elif family == GOVERNMENT:
        open_doors(w.organisations, w.holders, w.alliance, p, week, i)
    elif family == KNOWLEDGE:
        publish(w.organisations, w.alliance, p, i)
    elif family == BUSINESS:
        weigh_interest(w.organisations, w.alliance, w.public, p, i)
    elif family == MEDIA:
        report_issue(w.organisations, w.alliance, w.public, p, i)


@part
def contributes(w, p, key, week):
    """Every member's `contribute`."""
    for k in range(w.alliance.member_count):
        contribute(w, p, key, week, w.rows[k])


@part
def finish(w, p, key, week):
    """What is done takes effect."""
    finish_work(w, p, key, week)


@part
def face_confrontations(w, p, key, week):
    """Every member's `face_confrontation`, in a week in which the alliance opposes the government."""
    if w.alliance.confronting == 1:
        for i in range(w.alliance.organisations):
            face_confrontation(w.organisations, w.alliance, w.holders, w.trust, w.rows, w.counts, w.events,
                               p, key, week, i)  # fmt: skip


@part
def relates(w, p, key, week):
    """Every member's `relate`, once a month."""
    if week % 4 == 0:
        for k in range(w.alliance.member_count):
            relate(w.organisations, w.alliance, w.trust, w.moods, p, week, w.rows[k])


@part
def tend_relations(w, p, key, week):
    """Every member's `tend_own_relations`."""
    if p.relationship_investment <= 0.0:
        return
    for k in range(w.alliance.member_count):
        tend_own_relations(w.organisations, w.alliance, p, w.rows[k])


@part
def feels(w, p, key, week):
    """Every member's `feel`."""
    for k in range(w.alliance.member_count):
        feel(w.organisations, w.alliance, w.provisions, p, week, w.rows[k])


@part
def tend_alliance(w, p, key, week):
    """Legitimacy, voices and surveys; each quarter the promised support."""
    w.alliance.confronting = 0
    promised_support(w, p, week)
    tend(w, p, week)


@part
def opposes(w, p, key, week):
    """Every opponent's `oppose`."""
    for k in range(w.public.opponent_count):
        oppose(w.organisations, w.alliance, w.public, w.policy, w.holders, p, w.public.opponents[k])


@part
def speak_out(w, p, key, week):
    """The part of process 8 that is of all."""
    gather_opposition(w, p)
    speak(w, p, key, week)


@part
def receives(w, p, key, week):
    """Every power-holder's `receive`."""
    for h in range(w.alliance.holders):
        receive(w.organisations, w.holders, w.alliance, w.public, w.policy, w.counts, p, key, week, h)


@part
def prepare_decision(w, p, key, week):
    """Agenda, commitment, and the bill that is put to the vote."""
    advance_policy(w, p, key, week)
    prepare_vote(w, p, key, week)


@part
def votes(w, p, key, week):
    """Every power-holder's `vote`."""
    for h in range(w.alliance.holders):
        vote(w.holders, w.policy, p, key, week, h)


@part
def conclude_decision(w, p, key, week):
    """The vote is counted; the policy is carried out, or undone; the change is judged."""
    count_votes(w, p, key, week)
    implement(w, p, key, week)
    undo(w, p, key, week)
    judge(w, p, week)


@part
def reflect_on_week(w, p, key, week):
    """Process 10, and the record of the week."""
    reflect(w, p, key, week)
    tell_moves(w, week)
    note_week(w, week)


@rule
def live_week(w, p, key, week):
    """One week of one run, in the order of `WEEK`."""
    turn_calendar(w, p, key, week)
    serve_terms(w, p, key, week)
    receive_fundings(w, p, key, week)
    change_staffs(w, p, key, week)
    decide_to_joins(w, p, key, week)
    leaves(w, p, key, week)
    gather(w, p, key, week)
    agree_goal(w, p, key, week)
    call(w, p, key, week)
    attends(w, p, key, week)
    hold(w, p, key, week)
    listens(w, p, key, week)
    bonds(w, p, key, week)
    go_homes(w, p, key, week)
    administer_alliance(w, p, key, week)
    offers(w, p, key, week)
    plan_work(w, p, key, week)
    works(w, p, key, week)
    contributes(w, p, key, week)
    finish(w, p, key, week)
    face_confrontations(w, p, key, week)
    relates(w, p, key, week)
    tend_relations(w, p, key, week)
    feels(w, p, key, week)
    tend_alliance(w, p, key, week)
    opposes(w, p, key, week)
    speak_out(w, p, key, week)
    receives(w, p, key, week)
    prepare_decision(w, p, key, week)
    votes(w, p, key, week)
    conclude_decision(w, p, key, week)
    reflect_on_week(w, p, key, week)


def phase_function(phase: Phase) -> Callable[..., Any]:
    """The compiled function of a phase."""
    function: Callable[..., Any] = globals()[phase.name]
    return function


def printed_week() -> str:
    """The order of the week as a table, one line a phase."""
    return "\n".join(f"{each.process:2d}  {each.name:22s} {each.who:13s} {each.meaning}" for each in WEEK)
