"""The entries through which agents call the rules: the very functions that the compiled week loops over.

A single record handed over from Python is described anew at every call, which takes longer than the rule; so entries
take arrays of one record, and open them inside. `Entry` is a world in that form.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from sim import week as weeks
from sim.compiled import COMPILING, door, inlined, rule
from sim.rules import (
    acting,
    calendar,
    deciding,
    families,
    influencing,
    joining,
    leaving,
    meeting,
    opposing,
    relating,
    working,
)  # fmt: skip
from sim.state import Store, World


class Entry(NamedTuple):
    """A world whose single records are arrays of one."""

    organisations: Any
    holders: Any
    activities: Any
    alliance: Any
    public: Any
    policy: Any
    provisions: Any
    counts: Any
    trust: Any
    known: Any
    calendar: Any
    terms: Any
    events: Any
    trajectory: Any
    rows: Any


def plain(array: Any) -> Any:
    """The same memory as an ordinary array, which is recognised fastest; records stay as they are in plain Python."""
    return array.view(np.ndarray) if COMPILING else array


def entry_of(world: World, store: Store) -> Entry:
    """The entry of a world: the same memory, handed over faster."""
    singles = store._asdict()
    return Entry(**{name: plain(singles.get(name, array)) for name, array in world._asdict().items()})


@inlined
def opened(e):
    """The world behind an entry."""
    return World(
        e.organisations,
        e.holders,
        e.activities,
        e.alliance[0],
        e.public[0],
        e.policy[0],
        e.provisions,
        e.counts[0],
        e.trust,
        e.known,
        e.calendar,
        e.terms,
        e.events,
        e.trajectory,
        e.rows,
    )


@rule
def _receive_funding(e, p, key, week, i):
    calendar.receive_funding(e.organisations, e.alliance[0], p[0], key, week, i)


@rule
def _change_staff(e, p, key, week, i):
    calendar.change_staff(e.organisations, e.trust, e.alliance[0], e.counts[0], e.events, p[0], key, week, i)


@rule
def _decide_to_join(e, p, key, week, i):
    joining.decide_to_join(
        e.organisations,
        e.alliance[0],
        e.public[0],
        e.provisions,
        e.known,
        e.trust,
        e.rows,
        e.counts[0],
        e.events,
        p[0],
        key,
        week,
        i,
    )


@rule
def _leave(e, p, key, week, i):
    leaving.leave(
        e.organisations, e.alliance[0], e.public[0], e.trust, e.rows, e.counts[0], e.events, p[0], key, week, i
    )


@rule
def _attend(e, p, key, week, i):
    meeting.attend(e.organisations, e.alliance[0], e.counts[0], p[0], key, week, i)


@rule
def _listen(e, p, key, week, i):
    meeting.listen(e.organisations, e.alliance[0], e.trust, e.rows, p[0], i)


@rule
def _bond(e, p, key, week, i):
    meeting.bond(e.organisations, e.alliance[0], e.trust, e.rows, p[0], i)


@rule
def _go_home(e, p, key, week, i):
    meeting.go_home(e.organisations, e.alliance[0], p[0], i)


@rule
def _offer(e, p, key, week, i):
    working.offer(e.organisations, e.alliance[0], p[0], key, week, i)


@rule
def _work(e, p, key, week, i):
    working.work(e.organisations, e.alliance[0], e.activities, e.trust, e.counts[0], p[0], key, week, i)


@rule
def _face_confrontation(e, p, key, week, i):
    acting.face_confrontation(
        e.organisations, e.alliance[0], e.holders, e.trust, e.rows, e.counts[0], e.events, p[0], key, week, i
    )


@rule
def _relate(e, p, key, week, i):
    relating.relate(e.organisations, e.alliance[0], e.trust, e.rows, p[0], week, i)


@rule
def _tend_own_relations(e, p, key, week, i):
    relating.tend_own_relations(e.organisations, e.alliance[0], p[0], i)


@rule
def _feel(e, p, key, week, i):
    relating.feel(e.organisations, e.alliance[0], e.provisions, p[0], week, i)


@rule
def _oppose(e, p, key, week, i):
    opposing.oppose(e.organisations, e.alliance[0], e.public[0], e.policy[0], e.holders, p[0], i)


@rule
def _accompany(e, p, key, week, i):
    families.accompany(e.organisations, e.alliance[0], e.trust, e.rows, p[0], key, week, i)


@rule
def _consult_base(e, p, key, week, i):
    families.consult_base(e.organisations, e.alliance[0], p[0], i)


@rule
def _align_funding(e, p, key, week, i):
    families.align_funding(e.organisations, e.alliance[0], p[0], i)


@rule
def _open_doors(e, p, key, week, i):
    families.open_doors(e.organisations, e.holders, e.alliance[0], p[0], week, i)


@rule
def _publish(e, p, key, week, i):
    families.publish(e.organisations, e.alliance[0], p[0], i)


@rule
def _weigh_interest(e, p, key, week, i):
    families.weigh_interest(e.organisations, e.alliance[0], e.public[0], p[0], i)


@rule
def _report_issue(e, p, key, week, i):
    families.report_issue(e.organisations, e.alliance[0], e.public[0], p[0], i)


@rule
def _serve_term(e, p, key, week, h):
    calendar.serve_term(e.holders, e.policy[0], e.public[0], e.counts[0], e.events, p[0], key, week, h)


@rule
def _receive(e, p, key, week, h):
    influencing.receive(
        e.organisations, e.holders, e.alliance[0], e.public[0], e.policy[0], e.counts[0], p[0], key, week, h
    )


@rule
def _vote(e, p, key, week, h):
    deciding.vote(e.holders, e.policy[0], p[0], key, week, h)


@rule
def _turn_calendar(e, p, key, week):
    weeks.turn_calendar(opened(e), p[0], key, week)


@rule
def _gather(e, p, key, week):
    weeks.gather(opened(e), p[0], key, week)


@rule
def _agree_goal(e, p, key, week):
    weeks.agree_goal(opened(e), p[0], key, week)


@rule
def _call(e, p, key, week):
    weeks.call(opened(e), p[0], key, week)


@rule
def _hold(e, p, key, week):
    weeks.hold(opened(e), p[0], key, week)


@rule
def _administer_alliance(e, p, key, week):
    weeks.administer_alliance(opened(e), p[0], key, week)


@rule
def _plan_work(e, p, key, week):
    weeks.plan_work(opened(e), p[0], key, week)


@rule
def _finish(e, p, key, week):
    weeks.finish(opened(e), p[0], key, week)


@rule
def _tend_alliance(e, p, key, week):
    weeks.tend_alliance(opened(e), p[0], key, week)


@rule
def _speak_out(e, p, key, week):
    weeks.speak_out(opened(e), p[0], key, week)


@rule
def _prepare_decision(e, p, key, week):
    weeks.prepare_decision(opened(e), p[0], key, week)


@rule
def _conclude_decision(e, p, key, week):
    weeks.conclude_decision(opened(e), p[0], key, week)


@rule
def _reflect_on_week(e, p, key, week):
    weeks.reflect_on_week(opened(e), p[0], key, week)


RECEIVE_FUNDING = door(_receive_funding)
CHANGE_STAFF = door(_change_staff)
DECIDE_TO_JOIN = door(_decide_to_join)
LEAVE = door(_leave)
ATTEND = door(_attend)
LISTEN = door(_listen)
BOND = door(_bond)
GO_HOME = door(_go_home)
OFFER = door(_offer)
WORK = door(_work)
FACE_CONFRONTATION = door(_face_confrontation)
RELATE = door(_relate)
TEND_OWN_RELATIONS = door(_tend_own_relations)
FEEL = door(_feel)
OPPOSE = door(_oppose)
ACCOMPANY = door(_accompany)
CONSULT_BASE = door(_consult_base)
ALIGN_FUNDING = door(_align_funding)
OPEN_DOORS = door(_open_doors)
PUBLISH = door(_publish)
WEIGH_INTEREST = door(_weigh_interest)
REPORT_ISSUE = door(_report_issue)
SERVE_TERM = door(_serve_term)
RECEIVE = door(_receive)
VOTE = door(_vote)

TOGETHER: dict[str, Any] = {
    "turn_calendar": door(_turn_calendar),
    "gather": door(_gather),
    "agree_goal": door(_agree_goal),
    "call": door(_call),
    "hold": door(_hold),
    "administer_alliance": door(_administer_alliance),
    "plan_work": door(_plan_work),
    "finish": door(_finish),
    "tend_alliance": door(_tend_alliance),
    "speak_out": door(_speak_out),
    "prepare_decision": door(_prepare_decision),
    "conclude_decision": door(_conclude_decision),
    "reflect_on_week": door(_reflect_on_week),
}
