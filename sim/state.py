"""The arrays of one run, each with unit and shape. No behaviour.

Shares, chances, trust, enthusiasm, legitimacy and salience run from 0 to 1; positions of power-holders from -1
(against) to 1 (for); positions of organisations on a provision from 0 (does not want it) to 1 (must have it). Hours
are a week, money is in thousands a year, time in weeks.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from sim.declare import SKILLS
from sim.parameters import PARAMETER_DTYPE

MOST_PROVISIONS = 8
MOST_KINDS = 64
MOST_OPPONENTS = 8
MOST_HOLDERS = 32
MOST_ACTIVITIES = 48
MOST_ARMS = 4
TEAM = 5
SKILL_COUNT = len(SKILLS)
# Dimensions in which an alliance's capacity is assessed, as practitioner instruments have them (S23; EVIDENCE 4)
CAPACITY = (
    "participation", "trust", "accountability", "skills", "resources", "direction", "leadership", "procedures",
    "standing", "champions",
)  # fmt: skip
# Of numpy's own type: numba compiles a function anew for every literal that it is handed.
NOBODY: Any = np.int64(-1)
NEVER: Any = np.int64(-1)
LONG_AGO: Any = np.int64(1000)  # weeks


def _record(**fields: Any) -> np.dtype[Any]:
    """A record type, aligned, in the order in which its fields are named; (type, length) makes a field of that many."""
    return np.dtype([(n, *t) if isinstance(t, tuple) else (n, t) for n, t in fields.items()], align=True)


F, I = np.float64, np.int64  # noqa: E741  the two number types of the whole state

ORGANISATION = _record(
    address=I,             # permanent number of the draws
    kind=I, family=I, sector=I, scope=I,
    hours=F,               # a week it can spare, before willingness
    money=F,               # thousand a year it can spare
    representativeness=F,  # of the people affected, now
    base_representativeness=F,
    credibility=F,
    unlikeliness=F,        # how unexpected its support is
    lean=F,                # partisan, -1 to 1
    approach=F,            # wish for outsider work, 0 to 1
    stubborn=I,            # 1: hardly moves in meetings
    reliability=F,         # hidden: how well it keeps promises
    small=F,               # how hard money and time press on it, 0 to 1
    audience=F,            # whom it reaches (media, faith), 0 to 1
    is_founder=I, is_drafter=I, is_member=I, is_present=I, is_idle=I, is_guest=I, is_outside=I, is_opponent=I,
    on_first_list=I,       # 1: drafted at the start, not dated to come later
    invited_week=I,        # from which it may be asked
    leaves_week=I,         # in which it goes in any case; NEVER
    asked_week=I, joined_week=I, left_week=I, has_joined=I,
    objects_since=I,       # week from which the joint aim crosses a red line of its own; NEVER
    chair_from=I, chair_to=I, host_from=I, host_to=I, lead_from=I, lead_to=I,
    is_chair=I, was_chair=I, is_host=I, leads_group=I,
    drive=F,               # willingness this week: coming, working, staying
    worth=F, felt_voice=F, felt_cost=F,  # of what it was made, beside what stands in this record anyway
    commitment=F,          # drive that has settled: what is promised
    enthusiasm=F,
    seat=I,                # its place among those present, in rows and moods
    expectation=F,         # of results by the deadline, 0 to 1
    satisfaction=F,
    fatigue=F,
    purse=F,               # thousand at hand for activities
    voice=F,               # perceived share in what is said and decided
    benefit=F,             # what the member itself gained
    papers=F,              # hours of administration that it carried
    load=F,                # share of its hours that belonging takes
    mean_trust=F,          # in the other members
    arm=I,                 # part of the alliance that meets by itself; NEVER: comes whenever anybody meets
    is_called=I,           # to this week's meeting, if there is one
    attending=I,           # at this week's meeting
    airtime=F,             # share of the last meeting it attended
    place=I,               # on that meeting's roll
    raised=F,              # extra weight on the floor after a survey, fades
    tasks=I, task_0=I, task_1=I,  # open activities on which it works: how many, and their places
    hours_given=F,         # since the start
    hours_this_week=F,
    meetings_attended=I, meetings_possible=I, offers=I,
    guessed=F,             # what it is thought to add to the team that is being gathered, by those who guess
    adds=F,                # what it would really add: skill that the team lacks
    surround=F,            # enthusiasm of the others, weighed by trust
    skill_gap_weeks=I,     # weeks without its best person (left for office)
    funding=F,             # this year's multiplier on means
    mobilisation=F,        # opponents: share of its hours in action
    visible=F,             # opponents: effort this week
    contests=I,            # opponents: provisions that they contest, as bits; 0: the whole
    position=(F, MOST_PROVISIONS),  # on each provision, now
    anchor=(F, MOST_PROVISIONS),    # the body's own
    skill=(F, SKILL_COUNT),
    access=(F, MOST_HOLDERS),       # ease of reaching each holder
)  # fmt: skip

# What all look at in turn lies close together: a member's own record is longer than a meeting needs.
MOOD = _record(            # of a present member at the start of the week, in the order of rows
    row=I,
    enthusiasm=F,
    root_drive=F,          # square root of drive: a pair's is the product of two
)

CALLED = _record(          # to this week's meeting: first those who came, then those who did not
    row=I,
    airtime=F,
    heard=(F, MOST_PROVISIONS),  # its position as it put it forward
)

HOLDER = _record(
    address=I, office=I, tier=I,   # tier: 0 national, 1 local
    person=I,                      # which occupant of the office this is
    formal_power=F, influence=F,
    veto=I,                        # 1: its consent is needed
    veto_mask=I,                   # provisions to which its veto is limited; 0: all
    doubt=F,                       # hidden: how far it means other than it says, in standard deviations
    disposition=F,                 # what it tends towards, -1 to 1
    position=F,                    # where it stands
    trust=F,                       # in the alliance
    evidence_receptivity=F, pressure_receptivity=F, donor_receptivity=F,
    tenure=F,                      # mean, in weeks
    has_terms=I,                   # 1: a listed calendar of occupants replaces chance
    side=F,
    since=I,                       # week in which the occupant came
    contact=F,                     # stock of recent work on it
    signed=I, pledged=F,           # pledge; its force as of the last election
    vote_share=F,
    is_present=I,                  # candidates only before elections
    votes_for=I,
    owed=F,                        # pledge that binds it in office
    met_before=I,                  # 1: it has received the alliance
    messenger_credibility=F,
    messenger_reach=F,             # access of who speaks for the alliance, over the usual one
    from_member=I,                 # row of the organisation that it came from; NOBODY
    replaced=I,                    # times the occupant changed
    # what moved its position since that was last told; added up only where a log is kept
    by_contact=F, by_pressure=F, by_opponents=F, by_public=F, by_peers=F, by_pledge=F, by_conviction=F, by_chance=F,
)  # fmt: skip

ACTIVITY = _record(
    kind=I, is_open=I, owner=I, members=I,
    member_0=I, member_1=I, member_2=I, member_3=I, member_4=I,
    needed=F, done=F,              # hours; what is needed shows only in the doing
    estimated=F,                   # hours, as planned
    planned_week=I, deadline=I,
    target=I,                      # holder row; NOBODY
    is_owned=I,
    kept_since=I,                  # week since which it is ready and waits for a day that people celebrate; NEVER
)  # fmt: skip

ALLIANCE = _record(
    phase=I,
    organisations=I, holders=I, provisions=I, member_count=I,
    agreed=I, agreed_week=I, goal_rounds=I,
    list_week=I,                   # by which enough of the first list have been asked for the aim to be theirs too
    objecting=F,                   # share of members of whom the aim crosses a red line
    setup_queue=F, queue=F,        # items that wait for a decision
    backlog=F,                     # hours of undone administration
    administration=F,              # how well it runs, 0 to 1
    interval=F, met=I, present=I, turnout=F, capacity_left=F, decided=F, purpose=F, new_work=I,
    meeting_hours_week=F, called=I,
    arms=I, arm_since=(I, MOST_ARMS),  # parts that meet by themselves, one at least; weeks since each did
    arm_ratio=(F, MOST_ARMS),          # its interval against the alliance's
    groups=F, groups_led=F,        # working groups, and the share of them that somebody leads
    quiet=I,                       # meetings in a row that left nothing undecided and began no work
    agenda=F,                      # 1: this week's meeting has an agenda and keeps to it
    meetings_since=F, purpose_since=F, left_since=F,  # since the last evaluation: meetings, their purpose, items left
    evidence=F, preparation=F, legitimacy=F, diversity=F, breadth=F, representativeness=F, unlikely=F,
    weeks=F, coherence=F, disagreement=F, disagreement_at_agreement=F, conflict=F, goal_settled_week=I,
    efficacy=F, progress=F,
    fund=F, map_quality=F,
    visibility=F, pressure=F, outside=F, donor_weight=F, government_inside=I,
    mean_trust=F, mean_drive=F, mean_lean=F, mean_enthusiasm=F, voice_gini=F, given_hours=F,
    usual_hours=F,                 # that members have given so far, on average
    review_hours=F,                # that each member will give next week to taking stock
    worked=F, at_work=F,           # hours put into activities, this week; a week, as opponents meet them by and by
    learned_insider=F,             # correction of the tactic mix by evaluation
    learned_pace=F,                # and of the meeting interval: logarithm of what multiplies it
    prospects=F,                   # what the government's side adds to, or takes from, what members expect
    inside_effect=F, inside_hours=F, outside_effect=F, outside_hours=F,
    weeks_low=I, dormant_since=I, last_confrontation=I, last_evaluation=I, won_week=I,
    reconvened=I, successor=I, renewals=I, dissolved_week=I, end_cause=I,
    funding=F, paid_until=I, host=I,
    chair_skill=F, chair_sectors=I, chairs=I, chair_since=I,
    confronting=I,
    open_activities=I, open_hours=F, slots=I,   # slots: places ever used
    accountable=F, productivity=F, urgency=F,
    ended_with=I,                  # members when it ended
    capacity=F,                    # mean of its dimensions, as last assessed
    handed_over=I,                 # 1: a ministry coordinates since (S52)
    assessed=(F, len(CAPACITY)),   # the dimensions, as last assessed
)  # fmt: skip

PUBLIC = _record(
    buzz=F, salience=F, base_salience=F, support=F, base_support=F,
    window_until=I, in_window=I, windows=I, windows_used=I, window_used_now=I,
    shock=F,
    opponents=(I, MOST_OPPONENTS), opponent_count=I,
    opposition_effort=F, opposition_mobilised=F, opposition_hours=F,
    near_election=F, election_now=I, local_election_now=I, budget_now=I, government_side=F,
    government_changed_week=I,
    outside_push=F, outside_work=F,
    elections_a_week=F,            # national elections in the calendar, a week (S50)
    window_reason=I,               # what opened the last window, as a reason's number
    day_now=I,                     # 1: a day that people celebrate lies in this week, the last or the next
    day_ahead=I,                   # weeks to the next one; NEVER: none is to come
    day_number=I,                  # which one is near, as the scenario counts; only told
)  # fmt: skip

POLICY = _record(
    stage=I, best_stage=I, start_stage=I, pause_until=I, next_vote=I,
    implementation=F, fit=F, above_weeks=I, budget_since=I,
    adopted_week=I, change_week=I, changed=I, reversed=I,
    kept_share=F, red_kept=F, bold=F, obstacle=F, obstacle_luck=F, side=F,
    votes_lost=I, pledges=I, candidates=I, unsigned=I,
    implementation_peak=F,
    minister_position=F, peer_position=F, voting_gate=I, vote_common=F, sponsor=I, waiting_change=F,
    waiting_for=I, waited=I,       # kind of event that has not come, and weeks; only where a log is kept
    waited_0=F, waited_1=F, waited_2=F, waited_3=F, waited_4=F,  # sums over those weeks of what it depends on
    told_session=I,                # the last session that was told to pass without a bill
)  # fmt: skip

PROVISION = _record(
    weight=F, difficulty=F, gate=I, is_asked=I, is_red=I, in_bill=I, is_kept=I, tried_week=I, adopted_week=I, today=F,
    liking=F,
    contested=F, is_measure=I,
    is_wished=I,                   # 1: in the aim as it was first set, the yardstick; is_asked: in the joint text now
    divisive=F,                    # mean distance of members from the middle
    talks=I,                       # rounds of negotiation spent on it since the aim was opened
    softened=F,                    # how far the joint text lies between what it said and indifference, 0 to 1
    soft_in_bill=F, soft_kept=F,   # the same of the text in the bill, and in what was adopted
    eased=F,                       # difficulty that the text in the bill has lost by it
    left_out=I,                    # why it is not in the bill, as a reason's number; of a struck one, by whom
    struck_by=I,
    initiative=F,                  # hidden: where small, government puts it forward by itself
)  # fmt: skip

COUNTS = _record(
    exits=I, joined=I, invited=I, members_peak=I, founders=I, meetings=I, useful_meetings=I, empty_meetings=I,
    meeting_hours=F, hours=F, diverted=F, money=F, relation_hours=F, admin_hours=F,
    planned=I, completed=I, failed=I, dropped=I, output=F, contacts=I, requests=I, denied=I,
    attendance_sum=F, salience_peak=F, opposition_sum=F, holders_replaced=I, appointments=I, confrontations=I,
    eruptions=I, evaluations=I, evidence_made=I, mobilisations=I, on_days=I, media_work=I, pilots=I, staff_changes=I,
    shocks=I, elections=I, government_changes=I, votes=I, weeks_alive=I, weeks_dormant=I,
    active_sum=F, groups_sum=F,
    logged=I, tells=I,             # lines in the log; 1: a log is kept
    wanted=(I, MOST_KINDS), taken=(I, MOST_KINDS), weights=(F, MOST_KINDS),
    founding_diversity=F, founding_sectors=I, start_veto=I, start_disposition=F, drafters=I, shared_vision=F,
    founding_trust=F, founding_hours=F, opposition_hours=F,
    objections=I, softenings=I, given_up=I,
    aimed=F,                       # real influence of those whom the alliance asked to be received by, summed
    bound=F,                       # most by which a signed pledge bound those who govern
    fund_paid=F,                   # money that came out of the pooled fund
    salience_sum=F, outside_sum=F, evidence_sum=F,  # weekly values, summed
)  # fmt: skip

EVENT = _record(
    week=I, kind=I, who=I, whom=I,
    cause=I,                       # of an event; the reason, where the line says why
    amount=F,
    part=F,                        # of a reason, in what it explains, in that rule's own unit; of a move, its size
)  # fmt: skip

CALENDAR = _record(
    week=I, kind=I, turnover=F, push=F,
    number=I,                      # of the event; of the parameter that changes
    low=F, high=F,                 # between which it stays
)  # fmt: skip

TERM = _record(
    holder=I, week=I, is_same=I, candidate=I, side=F, stance=F, influence=F, trust=F, from_member=I, number=I,
)  # fmt: skip


class World(NamedTuple):
    """One run: everything that changes while it lives.

    organisations (N,), holders (H,), activities (A,) and provisions (Q,) are records, one row an entity; alliance,
    public, policy and counts are single records. trust[i, j] is what i feels towards j; known[i, j] is 1 where the two
    have worked together before. calendar and terms are what is dated in the scenario; events and trajectory are
    filled only where they have rows; rows lists the present members, moods how they began the week, roll who was called
    to its meeting. settings is the memory of this run's parameters,
    (parameters,), through which a date can change one.
    """

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
    moods: Any
    roll: Any
    settings: Any


TRAJECTORY = (
    "members", "phase", "stage", "trust_mean", "enthusiasm_mean", "commitment_mean", "fatigue_mean", "voice_gini",
    "legitimacy", "diversity", "coherence", "conflict", "queue", "admin_backlog", "turnout", "evidence", "fund",
    "salience", "public_support", "opposition_effort", "government_trust", "holder_position", "implementation",
    "open_activities", "capacity", *(f"capacity_{name}" for name in CAPACITY), "representativeness", "working_groups",
)  # fmt: skip


def records(count: int, dtype: np.dtype[Any]) -> Any:
    """Zeroed records whose fields read as attributes, compiled and in plain Python alike."""
    return np.zeros(count, dtype=dtype).view(np.recarray)


class Store(NamedTuple):
    """The memory behind a world's single records, through which they are cleared, and behind this run's parameters."""

    alliance: Any
    public: Any
    policy: Any
    counts: Any
    point: Any


def empty_world(
    organisations: int, holders: int, calendar: Any, terms: Any, events: int = 0, weeks: int = 0
) -> tuple[World, Store]:
    """A world with room for so many entities, logged events and recorded weeks, and its store; founding fills it."""
    n = organisations
    store = Store(*(records(1, dtype) for dtype in (ALLIANCE, PUBLIC, POLICY, COUNTS, PARAMETER_DTYPE)))
    world = World(
        organisations=records(n, ORGANISATION), holders=records(holders, HOLDER),
        activities=records(MOST_ACTIVITIES, ACTIVITY), alliance=store.alliance[0], public=store.public[0],
        policy=store.policy[0], provisions=records(MOST_PROVISIONS, PROVISION), counts=store.counts[0],
        trust=np.zeros((n, n)), known=np.zeros((n, n), np.int8), calendar=calendar, terms=terms,
        events=records(events, EVENT), trajectory=np.zeros((weeks, len(TRAJECTORY))), rows=np.zeros(n, np.int64),
        moods=records(n, MOOD), roll=records(n, CALLED),
        settings=store.point.view(np.ndarray).view(np.float64),
    )  # fmt: skip
    return world, store
